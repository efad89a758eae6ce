//! What the program answers: a line of JSON with spans, each looked at before it is taken for a mention.

use serde::Deserialize;
use serde_json::Value;

use super::complaints::{Complaints, shortened};
use super::labels::{Meaning, meaning};
use super::parcel::{Fault, Parcel};
use crate::tag::Mention;
use crate::text::Span;

/// How likely a name is right where the program doesn't say, in hundredths: a guess.
const LIKELY: u8 = 80;

/// An answer. Spans are looked at one by one, so that a bad one spoils no other.
#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    id: Value,
    #[serde(default, alias = "ents", alias = "entities")]
    spans: Vec<Value>,
    /// Why there is none.
    #[serde(default)]
    pub(super) error: Option<String>,
}

/// A span as the program tells it.
#[derive(Debug, Deserialize)]
struct Told {
    start: usize,
    end: usize,
    kind: Option<String>,
    label: Option<String>,
    confidence: Option<f64>,
    score: Option<f64>,
    /// The words, by which a program that counts in another way is found out.
    text: Option<String>,
}

impl Answer {
    /// Reads a line.
    ///
    /// # Errors
    ///
    /// Where it is no JSON object with an `id`.
    pub(super) fn read(line: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(line)
    }

    /// The number of the question that it answers, as a number or as a string of digits.
    pub(super) fn id(&self) -> Option<u64> {
        self.id.as_u64().or_else(|| self.id.as_str()?.parse().ok())
    }

    /// The mentions, in order, not overlapping. What is wrong with a span is told, and the span left out.
    pub(super) fn mentions(&self, text: &str, parcel: &Parcel, complaints: &mut Complaints) -> Vec<Mention> {
        let told = self.spans.iter().filter_map(|span| mention(span, text, parcel, complaints));
        let mut mentions: Vec<Mention> = told.collect();
        mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
        let mut kept: Vec<Mention> = Vec::with_capacity(mentions.len());
        for mention in mentions {
            match kept.last() {
                Some(before) if before.span.end > mention.span.start => {
                    if before.span != mention.span {
                        let reason =
                            "some spans overlap; of two the first and longer one is taken".to_owned();
                        complaints.tell("overlap", reason, "");
                    }
                }
                _ => kept.push(mention),
            }
        }
        kept
    }
}

fn mention(span: &Value, text: &str, parcel: &Parcel, complaints: &mut Complaints) -> Option<Mention> {
    let told = match Told::deserialize(span) {
        Ok(told) => told,
        Err(error) => {
            let reason = format!("a span can't be read: {}", shortened(&error.to_string()));
            complaints.tell("span", reason, "a span has start and end, counted in characters, and kind");
            return None;
        }
    };
    let label = told.kind.or(told.label).unwrap_or_default();
    let kind = match meaning(&label) {
        Some(Meaning::Name(kind)) => kind,
        Some(Meaning::Passed) => return None,
        None => {
            let label = shortened(&label);
            let reason = format!("the label '{label}' isn't known, so its spans are left out");
            complaints.tell(&format!("label {label}"), reason, "ibid knows person, organisation and place");
            return None;
        }
    };
    let words = parcel.span(told.start, told.end).map(|span| (span, trimmed(span, text)));
    let (whole, span) = match words {
        Ok((whole, Some(span))) => (whole, span),
        Ok((_, None)) | Err(Fault::Empty) => {
            let reason = format!("a span from {} to {} is empty", told.start, told.end);
            complaints.tell("empty", reason, "a span ends behind its last character");
            return None;
        }
        Err(Fault::TooFar) => {
            let characters = parcel.characters();
            let reason = format!(
                "a span from {} to {} isn't in a text of {characters} characters",
                told.start, told.end
            );
            complaints.tell("too far", reason, "count characters from the beginning of each text, not bytes");
            return None;
        }
        Err(Fault::AcrossParagraphs) => {
            let reason = format!("a span from {} to {} reaches over a blank line", told.start, told.end);
            complaints.tell("across", reason, "a name stands in one paragraph");
            return None;
        }
    };
    if told.text.is_some_and(|said| said.trim() != whole.of(text).trim()) {
        let reason = "the words of a span aren't those at its place".to_owned();
        complaints.tell("words", reason, "count characters from the beginning of each text, not bytes");
        return None;
    }
    let confidence = told.confidence.or(told.score).map_or(LIKELY, |share| {
        if !(0.0..=1.0).contains(&share) {
            complaints.tell("confidence", format!("a confidence of {share} isn't between 0 and 1"), "");
        }
        (share.clamp(0.0, 1.0) * 100.0).round() as u8
    });
    Some(Mention::new(span, kind, confidence))
}

/// The name itself: without white space around it, the article before it and the possessive ending behind it. `None`
/// where nothing is left.
fn trimmed(span: Span, text: &str) -> Option<Span> {
    let words = span.of(text);
    let from = words.trim_start();
    let from = from.strip_prefix("the ").map_or(from, str::trim_start);
    let name = from.trim_end();
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name).trim_end();
    let start = span.start as usize + words.len() - from.len();
    (!name.is_empty()).then(|| Span::new(start, start + name.len()))
}

#[cfg(test)]
#[path = "answer_tests.rs"]
mod tests;
