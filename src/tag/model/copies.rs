//! Copies of training documents with altered capitals, so that headlines, lines in capitals and texts in small
//! letters are learnt as well.

use super::examples::Lesson;
use super::random::Random;

/// Words that stay small in a headline.
const SMALL: [&str; 22] = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "with", "as", "from",
    "is", "'s", "n't", "into", "over", "after",
];

/// For a `share` of the lessons a copy in which some sentences are altered, and only those count.
pub(super) fn copies(lessons: &[Lesson], share: f32, random: &mut Random) -> Vec<Lesson> {
    let mut copies = Vec::new();
    for lesson in lessons {
        let sentences: Vec<_> = lesson.document.sentences().collect();
        // A text of one sentence has no running text from which its capitals could be known.
        if !random.happens(share) {
            continue;
        }
        let mut copy = lesson.clone();
        let small = random.happens(0.25);
        copy.counted = vec![small; sentences.len()];
        for (number, &(first, end)) in sentences.iter().enumerate() {
            let words = &mut copy.document.words[first..end];
            if small {
                words.iter_mut().for_each(|word| *word = word.to_lowercase());
            } else if end - first >= 4 && end - first <= 20 && random.happens(0.4) {
                copy.counted[number] = true;
                if random.happens(0.4) {
                    words.iter_mut().for_each(|word| *word = word.to_uppercase());
                } else {
                    words.iter_mut().for_each(headline);
                }
            }
        }
        if copy.counted.contains(&true) {
            copies.push(copy);
        }
    }
    copies
}

/// Writes a word as a headline has it.
fn headline(word: &mut String) {
    if SMALL.contains(&word.as_str()) {
        return;
    }
    if let Some(first) = word.chars().next().filter(|c| c.is_lowercase()) {
        let rest = word.split_off(first.len_utf8());
        *word = first.to_uppercase().collect();
        word.push_str(&rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_have_capitals() {
        let words = ["storm", "of", "Berlin", "écrit", "'s"].map(|word| {
            let mut word = word.to_owned();
            headline(&mut word);
            word
        });
        assert_eq!(words, ["Storm", "of", "Berlin", "Écrit", "'s"]);
    }
}
