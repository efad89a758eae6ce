//! Fitting the weights: a conditional random field by stochastic gradient ascent, sentence by sentence, with a rate
//! of its own for each weight (`AdaGrad`; Duchi, Hazan and Singer, 2011), features left out at random while training
//! (Wang et al., 2013, "Feature noising for log-linear structured prediction"), and tokens of which only some labels
//! are known to be wrong (partial labels; Tsuboi et al., 2008).

use super::examples::{Examples, Sentence};
use super::form::CLASSES;
use super::label::{self, LABELS, Label, NAMED};
use super::lattice::{Best, Sums, Transitions, WIDE, even_transitions, exp_class, exp_transitions};
use super::memory::votes;
use super::random::Random;

/// How to fit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fitting {
    /// How many times to go through the examples.
    pub(super) rounds: usize,
    /// How far a step goes.
    pub(super) rate: f32,
    /// What is taken off every weight after each round, as a share.
    pub(super) decay: f32,
    /// The share of features left out of each token.
    pub(super) noise: f32,
    /// The share of visits to a sentence without the features of the second pass; 1 leaves them out.
    pub(super) forgetful: f32,
    /// The share of tokens that are learnt as if their word had never been seen before.
    pub(super) hidden: f32,
    pub(super) seed: u64,
}

/// The weights of the features and the transitions.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    pub(super) features: Vec<[f32; NAMED]>,
    pub(super) transitions: Transitions,
}

/// After how many sentences the transitions move.
const BATCH: usize = 16;

/// A token whose labels are this near to what they should be isn't learnt from.
const NEAR: f32 = 0.002;

/// Fits weights to the sentences that `chosen` chooses.
pub(super) fn fit(examples: &Examples, fitting: Fitting, chosen: &dyn Fn(&Sentence) -> bool) -> Weights {
    let mut random = Random::new(fitting.seed);
    let mut order: Vec<Sentence> = examples.sentences.iter().copied().filter(chosen).collect();
    let mut work = Work::new(examples, fitting);
    let mut mean: Vec<[f32; NAMED]> = Vec::new();
    let mut mean_links = even_transitions();
    let averaged = fitting.rounds.div_ceil(3);
    for round in 0..fitting.rounds {
        random.shuffle(&mut order);
        for sentence in &order {
            work.learn(sentence, &mut random);
        }
        work.decay();
        if round + averaged >= fitting.rounds {
            if mean.is_empty() {
                mean = vec![[0.0; NAMED]; work.weights.len()];
            }
            let share = 1.0 / averaged as f32;
            for (mean, weights) in mean.iter_mut().zip(&work.weights) {
                mean.iter_mut().zip(weights).for_each(|(mean, weight)| *mean += weight * share);
            }
            let links =
                mean_links.iter_mut().flatten().flatten().zip(work.transitions.iter().flatten().flatten());
            links.for_each(|(mean, score)| *mean += score * share);
        }
    }
    Weights { features: mean, transitions: mean_links }
}

/// What fitting works with.
struct Work<'a> {
    examples: &'a Examples,
    fitting: Fitting,
    weights: Vec<[f32; NAMED]>,
    /// For each weight the sum of the squares of its gradients.
    squares: Vec<[f32; NAMED]>,
    transitions: Transitions,
    link_squares: Transitions,
    exps: Transitions,
    link_gradient: Transitions,
    touched: [bool; CLASSES],
    waiting: usize,
    active: Vec<u32>,
    ends: Vec<usize>,
    scores: Vec<[f32; NAMED]>,
    allowed: Vec<u32>,
    free: Sums,
    bound: Sums,
}

impl<'a> Work<'a> {
    fn new(examples: &'a Examples, fitting: Fitting) -> Self {
        let transitions = even_transitions();
        Self {
            examples,
            fitting,
            weights: vec![[0.0; NAMED]; examples.features()],
            squares: vec![[0.1; NAMED]; examples.features()],
            exps: exp_transitions(&transitions),
            transitions,
            link_squares: vec![[[1.0; WIDE]; WIDE]; CLASSES],
            link_gradient: even_transitions(),
            touched: [false; CLASSES],
            waiting: 0,
            active: Vec::new(),
            ends: Vec::new(),
            scores: Vec::new(),
            allowed: Vec::new(),
            free: Sums::default(),
            bound: Sums::default(),
        }
    }

    /// Lists the features of each token of a sentence, some left out, and sums their weights.
    fn gather(&mut self, sentence: &Sentence, random: &mut Random) {
        self.active.clear();
        self.ends.clear();
        self.scores.clear();
        let memory = self.fitting.forgetful < 1.0 && !random.happens(self.fitting.forgetful);
        let noise = (self.fitting.noise * 65_536.0) as u64;
        let kept = 1.0 / (1.0 - self.fitting.noise);
        for at in sentence.first as usize..sentence.end as usize {
            let from = self.active.len();
            let hidden = random.happens(self.fitting.hidden);
            self.examples.list(sentence, at, memory, hidden, &mut self.active);
            if noise > 0 {
                let mut to = from;
                let mut bits = 0;
                for place in from..self.active.len() {
                    if (place - from).is_multiple_of(4) {
                        bits = random.next();
                    }
                    if bits & 0xFFFF >= noise {
                        self.active[to] = self.active[place];
                        to += 1;
                    }
                    bits >>= 16;
                }
                self.active.truncate(to);
            }
            let mut scores = [0.0; NAMED];
            for &feature in &self.active[from..] {
                let weights = &self.weights[feature as usize];
                scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight);
            }
            scores.iter_mut().for_each(|score| *score *= kept);
            self.scores.push(scores);
            self.ends.push(self.active.len());
        }
    }

    /// Moves the weights by one sentence.
    fn learn(&mut self, sentence: &Sentence, random: &mut Random) {
        self.gather(sentence, random);
        let (first, end) = (sentence.first as usize, sentence.end as usize);
        let classes = &self.examples.classes[first..end];
        let labels = &self.examples.labels[first..end];
        self.free.run(&self.scores, classes, None, &self.exps);
        if !sentence.others {
            self.allowed.clear();
            self.allowed.extend(labels.iter().map(|&label| Examples::possible(label)));
            self.bound.run(&self.scores, classes, Some(&self.allowed), &self.exps);
        }
        let mut from = 0;
        let mut learnt = false;
        for (at, &given) in labels.iter().enumerate() {
            let to = self.ends[at];
            let mut gradient = [0.0; NAMED];
            for (label, gradient) in gradient.iter_mut().enumerate() {
                let wanted = if sentence.others {
                    f32::from(u8::from(usize::from(given) == label + 1))
                } else {
                    self.bound.likely[at][label + 1]
                };
                *gradient = sentence.weight * (wanted - self.free.likely[at][label + 1]);
            }
            if gradient.iter().any(|value| value.abs() > NEAR) {
                learnt = true;
                self.step(from, to, &gradient);
            }
            from = to;
        }
        if learnt {
            self.link(sentence, classes, labels);
        }
    }

    /// Moves the weights of some features along a gradient.
    fn step(&mut self, from: usize, to: usize, gradient: &[f32; NAMED]) {
        let squared = gradient.map(|value| value * value);
        let step = gradient.map(|value| value * self.fitting.rate);
        for &feature in &self.active[from..to] {
            let squares = &mut self.squares[feature as usize];
            let weights = &mut self.weights[feature as usize];
            for label in 0..NAMED {
                squares[label] += squared[label];
                weights[label] += step[label] / squares[label].sqrt();
            }
        }
    }

    /// Gathers the gradient of the transitions, and moves them now and then.
    fn link(&mut self, sentence: &Sentence, classes: &[u8], labels: &[Label]) {
        self.free.pairs(classes, &self.exps, -sentence.weight, &mut self.link_gradient);
        if sentence.others {
            let mut before = 0;
            for (&class, &label) in classes.iter().zip(labels) {
                self.link_gradient[usize::from(class)][before][usize::from(label)] += sentence.weight;
                before = usize::from(label);
            }
        } else {
            self.bound.pairs(classes, &self.exps, sentence.weight, &mut self.link_gradient);
        }
        classes.iter().for_each(|&class| self.touched[usize::from(class)] = true);
        self.waiting += 1;
        if self.waiting < BATCH {
            return;
        }
        self.waiting = 0;
        for class in 0..CLASSES {
            if !std::mem::take(&mut self.touched[class]) {
                continue;
            }
            for before in 0..LABELS {
                for next in 0..LABELS {
                    let gradient = std::mem::take(&mut self.link_gradient[class][before][next]);
                    let squares = &mut self.link_squares[class][before][next];
                    *squares += gradient * gradient;
                    self.transitions[class][before][next] += self.fitting.rate * gradient / squares.sqrt();
                }
            }
            exp_class(&mut self.exps[class], &self.transitions[class]);
        }
    }

    fn decay(&mut self) {
        let kept = 1.0 - self.fitting.decay;
        self.weights.iter_mut().flatten().for_each(|weight| *weight *= kept);
    }
}

/// What weights say of the sentences that `chosen` chooses, into `said`: first pass only; into `counts` how much
/// each label counts.
pub(super) fn say(
    examples: &Examples,
    weights: &Weights,
    chosen: &dyn Fn(&Sentence) -> bool,
    said: &mut [Label],
    counts: &mut [u8],
) {
    let exps = exp_transitions(&weights.transitions);
    let mut sums = Sums::default();
    let mut best = Best::default();
    let (mut active, mut scores, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    for sentence in examples.sentences.iter().filter(|sentence| chosen(sentence)) {
        let (first, end) = (sentence.first as usize, sentence.end as usize);
        scores.clear();
        for at in first..end {
            active.clear();
            examples.list(sentence, at, false, false, &mut active);
            let mut sum = [0.0; NAMED];
            for &feature in &active {
                sum.iter_mut()
                    .zip(&weights.features[feature as usize])
                    .for_each(|(sum, weight)| *sum += weight);
            }
            scores.push(sum);
        }
        best.run(&scores, &examples.classes[first..end], &weights.transitions, &mut labels);
        said[first..end].copy_from_slice(&labels);
        sums.run(&scores, &examples.classes[first..end], None, &exps);
        for (from, to, _) in label::names(&labels) {
            let least =
                (from..to).fold(1.0, |least: f32, at| least.min(sums.likely[at][usize::from(labels[at])]));
            counts[first + from..first + to].fill(votes(least));
        }
    }
}
