//! The lattice of labels over a sentence: the best way through it (Viterbi) and how likely each label is (forward
//! and backward, as for the conditional random fields of Lafferty, McCallum and Pereira, 2001).

use super::form::CLASSES;
use super::label::{self, BEGIN, INSIDE, LABELS, LAST, Label, NAMED, NameKind, OUTSIDE, closes, follows};

/// Labels with room to a multiple of four, so that the compiler can take four at once.
pub(super) const WIDE: usize = 20;

/// A number for each label.
pub(super) type Row = [f32; WIDE];

/// Scores of one label behind another: for each class of the second word, `[before][label]`.
pub(super) type Transitions = Vec<[Row; WIDE]>;

/// Transitions that are all alike, where one label may follow the other.
pub(super) fn even_transitions() -> Transitions {
    vec![[[0.0; WIDE]; WIDE]; CLASSES]
}

/// One and a half times two to the 23rd power, behind which a number of 32 bits has no fraction.
const ROUNDING: f32 = 12_582_912.0;

/// `eˣ` for x from −80 to 80, to about seven figures, the same on every machine (no call of the system's library).
pub(super) fn exp(x: f32) -> f32 {
    let scaled = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    // So large a number has no room for a fraction; unlike `round` it needs no call, so that several can be worked out at once.
    let whole = (scaled + ROUNDING) - ROUNDING;
    let part = (scaled - whole) * std::f32::consts::LN_2;
    // The Taylor series to the sixth power; the part lies within ±0.35.
    let series = 1.0
        + part
            * (1.0
                + part
                    * (0.5
                        + part
                            * (1.0 / 6.0
                                + part * (1.0 / 24.0 + part * (1.0 / 120.0 + part * (1.0 / 720.0))))));
    series * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

/// Adds to the score of every beginning of a name.
pub(super) fn embolden(transitions: &mut Transitions, by: f32) {
    for row in transitions.iter_mut().flatten() {
        for kind in NameKind::ALL {
            row[usize::from(label::label(kind, BEGIN))] += by;
            row[usize::from(label::label(kind, label::UNIT))] += by;
        }
    }
}

/// `eˣ` of all transitions, 0 where one label may not follow the other.
pub(super) fn exp_transitions(transitions: &Transitions) -> Transitions {
    let mut exps = even_transitions();
    for (exps, scores) in exps.iter_mut().zip(transitions) {
        exp_class(exps, scores);
    }
    exps
}

/// The same for one class.
pub(super) fn exp_class(exps: &mut [Row; WIDE], scores: &[Row; WIDE]) {
    for before in 0..LABELS {
        for next in 0..LABELS {
            if follows(before as Label, next as Label) {
                exps[before][next] = exp(scores[before][next]);
            }
        }
    }
}

/// The sum of the products, four at a time.
fn product(a: &Row, b: &Row) -> f32 {
    let mut sums = [0.0_f32; 4];
    for first in (0..WIDE).step_by(4) {
        for at in 0..4 {
            sums[at] += a[first + at] * b[first + at];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}

/// The products, each with its own.
fn products(a: &Row, b: &Row) -> Row {
    let mut products = [0.0_f32; WIDE];
    for at in 0..WIDE {
        products[at] = a[at] * b[at];
    }
    products
}

/// Room for the sums over a sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    /// `eˣ` of the scores of each token, each row scaled by its own factor.
    local: Vec<Row>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    /// How likely each label of each token is.
    pub(super) likely: Vec<Row>,
}

impl Sums {
    /// Works out how likely each label is. `scores[t]` are those of the labels besides outside, whose score is 0;
    /// `classes[t]` the class of the word; `allowed[t]`, where given, a bit for each label that is possible.
    pub(super) fn run(
        &mut self,
        scores: &[[f32; NAMED]],
        classes: &[u8],
        allowed: Option<&[u32]>,
        exps: &Transitions,
    ) {
        let count = scores.len();
        for rows in [&mut self.local, &mut self.forward, &mut self.backward, &mut self.likely] {
            rows.clear();
            rows.resize(count, [0.0; WIDE]);
        }
        if count == 0 {
            return;
        }
        for at in 0..count {
            let most = scores[at].iter().fold(0.0_f32, |most, &score| most.max(score));
            let row = &mut self.local[at];
            row[0] = exp(-most);
            for (label, &score) in scores[at].iter().enumerate() {
                row[label + 1] = exp(score - most);
            }
            if let Some(allowed) = allowed {
                for (label, value) in row.iter_mut().enumerate() {
                    if allowed[at] >> label & 1 == 0 {
                        *value = 0.0;
                    }
                }
            }
        }
        // Before the first token stands a token outside.
        let mut before = [0.0; WIDE];
        before[0] = 1.0;
        for at in 0..count {
            let matrix = &exps[usize::from(classes[at])];
            let mut row = [0.0_f32; WIDE];
            for label in 0..LABELS {
                let weight = before[label];
                if weight > 0.0 {
                    for next in 0..WIDE {
                        row[next] += weight * matrix[label][next];
                    }
                }
            }
            let mut sum = 0.0;
            for (value, &local) in row.iter_mut().zip(&self.local[at]) {
                *value *= local;
                sum += *value;
            }
            let sum = sum.max(f32::MIN_POSITIVE);
            row.iter_mut().for_each(|value| *value /= sum);
            self.forward[at] = row;
            before = row;
        }
        let mut after = [0.0; WIDE];
        for (label, value) in after.iter_mut().enumerate().take(LABELS) {
            *value = if closes(label as Label) { 1.0 } else { 0.0 };
        }
        self.backward[count - 1] = after;
        for at in (1..count).rev() {
            let matrix = &exps[usize::from(classes[at])];
            let through = products(&self.local[at], &self.backward[at]);
            let mut row = [0.0_f32; WIDE];
            let mut most = f32::MIN_POSITIVE;
            for label in 0..LABELS {
                row[label] = product(&matrix[label], &through);
                most = most.max(row[label]);
            }
            row.iter_mut().for_each(|value| *value /= most);
            self.backward[at - 1] = row;
        }
        for at in 0..count {
            let row = &mut self.likely[at];
            let mut sum = 0.0;
            for (value, (&a, &b)) in row.iter_mut().zip(self.forward[at].iter().zip(&self.backward[at])) {
                *value = a * b;
                sum += *value;
            }
            let sum = sum.max(f32::MIN_POSITIVE);
            row.iter_mut().for_each(|value| *value /= sum);
        }
    }

    /// Adds `scale` times how likely each pair of labels is to `into`, by the class of the second word.
    pub(super) fn pairs(&self, classes: &[u8], exps: &Transitions, scale: f32, into: &mut Transitions) {
        let mut before = [0.0; WIDE];
        before[0] = 1.0;
        for (at, &class) in classes.iter().enumerate() {
            let class = usize::from(class);
            let through = products(&self.local[at], &self.backward[at]);
            let mut total = 0.0;
            for label in 0..LABELS {
                total += product(&exps[class][label], &through) * before[label];
            }
            let factor = scale / total.max(f32::MIN_POSITIVE);
            for label in 0..LABELS {
                let weight = before[label] * factor;
                if weight != 0.0 {
                    let rows = into[class][label].iter_mut().zip(&exps[class][label]).zip(&through);
                    rows.for_each(|((value, &exp), &through)| *value += weight * exp * through);
                }
            }
            before = self.forward[at];
        }
    }
}

/// Room for the search of the best way.
#[derive(Clone, Debug, Default)]
pub(super) struct Best {
    /// The score of the best way to each label before each token, and behind the last.
    ways: Vec<Row>,
}

/// The labels behind which a name may begin.
const CLOSING: [u8; 9] = [0, 3, 4, 7, 8, 11, 12, 15, 16];

/// The first tokens of names, each with an inner one and a last one next to it.
const BEGINNING: [usize; 4] = [1, 5, 9, 13];

impl Best {
    /// The best labels of a sentence, into `labels`.
    ///
    /// The way itself is found from its end, by what led to each label on it: so the way there has to know the best scores
    /// alone, which four labels are worked out for at a time.
    pub(super) fn run(
        &mut self,
        scores: &[[f32; NAMED]],
        classes: &[u8],
        transitions: &Transitions,
        labels: &mut Vec<Label>,
    ) {
        self.ways.clear();
        let mut before = [f32::NEG_INFINITY; WIDE];
        before[0] = 0.0;
        self.ways.push(before);
        for (scores, &class) in scores.iter().zip(classes) {
            let matrix = &transitions[usize::from(class)];
            let mut row = [f32::NEG_INFINITY; WIDE];
            for &from in &CLOSING {
                let (score, steps) = (before[usize::from(from)], &matrix[usize::from(from)]);
                for to in 0..WIDE {
                    let sum = score + steps[to];
                    row[to] = if sum > row[to] { sum } else { row[to] };
                }
            }
            // Inside a name there is one way on only.
            for begin in BEGINNING {
                for to in [begin + 1, begin + 2] {
                    let (first, inner) = inside(&before, matrix, begin, to);
                    row[to] = first.max(inner);
                }
            }
            for (value, &score) in row[1..].iter_mut().zip(scores) {
                *value += score;
            }
            self.ways.push(row);
            before = row;
        }
        let mut label = CLOSING.into_iter().fold(0, |best, label| {
            if before[usize::from(label)] > before[usize::from(best)] { label } else { best }
        });
        labels.clear();
        labels.resize(scores.len(), OUTSIDE);
        for ((place, before), &class) in labels.iter_mut().zip(&self.ways).zip(classes).rev() {
            *place = label;
            label = led(before, &transitions[usize::from(class)], label);
        }
    }
}

/// The scores at an inner or last token of a name, when the token before is the first and when it is an inner one.
fn inside(before: &Row, matrix: &[Row; WIDE], begin: usize, to: usize) -> (f32, f32) {
    (before[begin] + matrix[begin][to], before[begin + 1] + matrix[begin + 1][to])
}

/// The label from which the best way to `label` comes.
fn led(before: &Row, matrix: &[Row; WIDE], label: Label) -> Label {
    if let Some((kind, INSIDE | LAST)) = label::parts(label) {
        let begin = usize::from(label::label(kind, BEGIN));
        let (first, inner) = inside(before, matrix, begin, usize::from(label));
        return begin as Label + Label::from(inner > first);
    }
    let sum = |from: Label| before[usize::from(from)] + matrix[usize::from(from)][usize::from(label)];
    CLOSING.into_iter().fold(OUTSIDE, |best, from| if sum(from) > sum(best) { from } else { best })
}

#[cfg(test)]
mod tests {
    use super::super::random::Random;
    use super::*;

    #[test]
    fn the_exponential_is_near_the_true_one() {
        for step in -800..800 {
            let x = step as f32 / 20.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "{x}");
        }
    }

    type Ways = Vec<(Vec<Label>, f64)>;

    /// Scores for three tokens and every way of labels through them with its score.
    fn example() -> (Vec<[f32; NAMED]>, Vec<u8>, Transitions, Ways) {
        let mut random = Random::new(5);
        let mut number = || random.below(2000) as f32 / 500.0 - 2.0;
        let scores: Vec<[f32; NAMED]> = (0..3).map(|_| std::array::from_fn(|_| number())).collect();
        let mut transitions = even_transitions();
        transitions.iter_mut().flatten().flatten().for_each(|score| *score = number());
        let classes = vec![3, 0, 7];
        let mut ways = Vec::new();
        for code in 0..LABELS.pow(3) {
            let way: Vec<Label> = (0..3).map(|at| (code / LABELS.pow(at) % LABELS) as Label).collect();
            let mut before = 0;
            let mut sum = 0.0;
            let mut good = closes(way[2]);
            for at in 0..3 {
                good &= follows(before, way[at]);
                sum += f64::from(
                    transitions[usize::from(classes[at])][usize::from(before)][usize::from(way[at])],
                );
                if way[at] > 0 {
                    sum += f64::from(scores[at][usize::from(way[at]) - 1]);
                }
                before = way[at];
            }
            if good {
                ways.push((way, sum));
            }
        }
        (scores, classes, transitions, ways)
    }

    #[test]
    fn the_best_way_is_the_best_of_all() {
        let (scores, classes, transitions, ways) = example();
        let best = ways.iter().fold(&ways[0], |best, way| if way.1 > best.1 { way } else { best });
        let mut labels = Vec::new();
        Best::default().run(&scores, &classes, &transitions, &mut labels);
        assert_eq!(labels, best.0);
    }

    #[test]
    fn likelihoods_are_those_of_summing_over_all_ways() {
        let (scores, classes, transitions, ways) = example();
        let total: f64 = ways.iter().map(|way| way.1.exp()).sum();
        let exps = exp_transitions(&transitions);
        let mut sums = Sums::default();
        sums.run(&scores, &classes, None, &exps);
        let unit = label::label(NameKind::Place, label::UNIT);
        let wanted: f64 =
            ways.iter().filter(|way| way.0[1] == unit).map(|way| way.1.exp()).sum::<f64>() / total;
        assert!((f64::from(sums.likely[1][usize::from(unit)]) - wanted).abs() < 1e-4);
        let mut pairs = even_transitions();
        sums.pairs(&classes, &exps, 1.0, &mut pairs);
        let wanted: f64 =
            ways.iter().filter(|way| way.0[1] == unit && way.0[2] == 0).map(|way| way.1.exp()).sum::<f64>()
                / total;
        assert!((f64::from(pairs[7][usize::from(unit)][0]) - wanted).abs() < 1e-4);
    }

    #[test]
    fn forbidden_labels_have_no_likelihood() {
        let (scores, classes, transitions, _) = example();
        let mut sums = Sums::default();
        sums.run(&scores, &classes, Some(&[1, u32::MAX, 1]), &exp_transitions(&transitions));
        assert!(sums.likely[0][0] > 0.999 && sums.likely[2][0] > 0.999);
        assert!(sums.likely[1][1..LABELS].iter().sum::<f32>() > 0.0);
    }
}
