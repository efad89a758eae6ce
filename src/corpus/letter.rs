//! The head of a letter or a message that was kept as text: `From:`, `To:`, `Subject:` and `Date:` lines.

use super::draft::Given;
use super::{Found, Origin, classify, dates, looks};
use crate::text::Block;

/// The most lines in which a head is looked for.
const MOST: usize = 12;

/// The labels of a head, in the languages of the lists of `classify`, by what stands behind them.
const FROM: &[&str] = &["from", "von", "de", "da", "van", "od", "от", "від", "ад"];
const TO: &[&str] = &["to", "an", "à", "para", "a", "aan", "do", "кому", "cc", "bcc", "копия"];
const SUBJECT: &[&str] = &[
    "subject",
    "re",
    "betreff",
    "objet",
    "asunto",
    "oggetto",
    "assunto",
    "onderwerp",
    "temat",
    "тема",
    "тэма",
];
const DATE: &[&str] =
    &["date", "sent", "datum", "gesendet", "fecha", "data", "enviado", "wysłano", "дата", "отправлено"];

/// What the letter's head at the beginning of `blocks` says. One label says nothing; two of them, with one of who
/// wrote or what about, do.
pub(super) fn head(text: &str, blocks: &[Block]) -> Option<Given> {
    let mut given = Given::default();
    let (mut labels, mut known) = (0, false);
    for block in blocks.iter().take(MOST) {
        let Some((label, value)) = labelled(block.span.of(text)) else {
            if labels > 0 {
                break;
            }
            continue;
        };
        let is = |list: &[&str]| list.contains(&label.as_str());
        if is(FROM) {
            known = true;
            given.author(who(value), Origin::HeaderLine);
        } else if is(SUBJECT) {
            known = true;
            given.title(value, Origin::HeaderLine);
        } else if is(DATE) {
            let date = || classify::dated(value).or_else(|| dates::whole(value));
            let found =
                || date().map(|date| Found::new(date, Origin::HeaderLine).quoting(block.span.of(text)));
            given.date = given.date.take().or_else(found);
        } else if !is(TO) {
            if labels > 0 {
                break;
            }
            continue;
        }
        labels += 1;
    }
    (labels >= 2 && known).then_some(given)
}

fn labelled(line: &str) -> Option<(String, &str)> {
    // In characters of four bytes at most.
    let head = line.as_bytes().get(..120).unwrap_or(line.as_bytes());
    let (label, value) = line.split_at_checked(memchr::memchr(b':', head)?)?;
    let value = value.strip_prefix(':')?;
    if label.len() > 30 || value.trim().is_empty() || value.len() > 400 || line.contains('\n') {
        return None;
    }
    Some((looks::single_spaced(label).trim_start_matches(['*', '>', ' ']).to_lowercase(), value.trim()))
}

/// The name in `Ann Lee <ann@example.org>`, or all of it.
fn who(value: &str) -> &str {
    let name = value.split(['<', '[']).next().unwrap_or(value).trim().trim_matches('"').trim();
    if name.is_empty() { value.trim_matches(['<', '>']) } else { name }
}
