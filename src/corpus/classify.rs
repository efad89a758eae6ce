//! What a short line at the head or the tail of a document is, by its words: a slogan of the site, metadata,
//! a credit. Where such lines may stand is the business of `aside`.

mod phrases;

use super::{PartialDate, dates};
use crate::text::AsideReason;
use phrases::{
    CREDITS, FILE_ENDINGS, OTHER_LABELS, PUBLISHED, RELATED, RELATED_WHOLE, REPLY, REPLY_HEADING, SHARE,
    SHARE_WHOLE, SITE, SITE_WHOLE, SOCIAL, STAMPED,
};

/// What a line was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Class {
    /// Why it is set aside.
    pub(super) reason: AsideReason,
    /// Whether it could as well be a title: one or two words such as `Facebook`.
    pub(super) weak: bool,
}

/// The most bytes of a line that is looked at. A copyright line runs to some length.
const MAX_LINE: usize = 300;

/// What `line` is, where its words say that it is no part of the text.
pub(super) fn classify(line: &str) -> Option<Class> {
    if line.len() > MAX_LINE || line.contains('\n') {
        return None;
    }
    let bare = bare(line);
    let lower = bare.to_lowercase();
    let sure = |reason| Some(Class { reason, weak: false });
    if metadata(line).is_some() || timestamp(line).is_some() {
        return sure(AsideReason::Metadata);
    }
    if domain(line).is_some() {
        return sure(AsideReason::Site);
    }
    if let Some(labels) = social(&lower) {
        return Some(Class { reason: AsideReason::Share, weak: labels == 1 });
    }
    if is_reply_heading(line) || has_prefix(&lower, REPLY) {
        return sure(AsideReason::Reply);
    }
    if is_credit(bare, &lower) {
        return sure(AsideReason::Credit);
    }
    if has_prefix(&lower, SHARE) {
        return sure(AsideReason::Share);
    }
    if is_legal(&lower) || (lower.len() <= 120 && has_prefix(&lower, SITE)) {
        return sure(AsideReason::Site);
    }
    if has_prefix(&lower, RELATED) && lower.len() <= 120 {
        return sure(AsideReason::Related);
    }
    let whole = lower.trim_end_matches(['!', '.', '…', '»', '>', '→', ':', ' ']);
    let listed = |list: &[&str]| list.contains(&whole);
    if listed(SITE_WHOLE) {
        return Some(Class { reason: AsideReason::Site, weak: true });
    }
    if listed(SHARE_WHOLE) {
        return Some(Class { reason: AsideReason::Share, weak: true });
    }
    listed(RELATED_WHOLE).then_some(Class { reason: AsideReason::Related, weak: true })
}

/// Whether a reply form begins with this line.
pub(super) fn is_reply_heading(line: &str) -> bool {
    if line.len() > 60 {
        return false;
    }
    let lower = bare(line).to_lowercase();
    let whole = lower.trim_end_matches(['.', ':', '!', ' ']);
    REPLY_HEADING.contains(&whole)
        || whole.strip_prefix("leave a reply to ").is_some_and(|name| !name.is_empty())
        // "Comments (12)", "12 comments"
        || whole.strip_prefix("comments (").and_then(|rest| rest.strip_suffix(')')).is_some_and(is_number)
        || whole.strip_suffix(" comments").is_some_and(is_number)
}

/// A label such as `Publish Date` and what stands behind it, where the line is a line of metadata. The
/// label comes in lower case.
pub(super) fn metadata(line: &str) -> Option<(String, &str)> {
    let line = bare(line);
    if line.len() > 120 {
        return None;
    }
    if let Some((label, value)) = line.split_once(':') {
        let label = single(label);
        let value = value.trim();
        let known = (is_publication(&label) || OTHER_LABELS.contains(&label.as_str()))
            // A label with nothing behind it, or with a whole sentence, isn't one.
            && !value.is_empty()
            && value.split_whitespace().nth(14).is_none();
        if known {
            return Some((label, value));
        }
    }
    // "Published 14 September 2020", "Updated on May 3, 2019 at 10:00"
    STAMPED.iter().find_map(|label| {
        let head = line.get(..label.len()).filter(|head| head.eq_ignore_ascii_case(label))?;
        let value = line[head.len()..].strip_prefix(' ')?.trim();
        dated(value)?;
        Some(((*label).to_owned(), value))
    })
}

/// The date in the value of a metadata line: all of it, or all before ` by somebody`.
pub(super) fn dated(value: &str) -> Option<PartialDate> {
    let value = value.split_once(" by ").map_or(value, |(date, _)| date);
    let value = value.strip_prefix("on ").unwrap_or(value);
    dates::whole(value)
}

/// Whether a label says when a document was published, and not when it was changed last.
pub(super) fn is_publication(label: &str) -> bool {
    PUBLISHED.contains(&label)
}

/// The date that a line is, where it is one down to the day and nothing else.
pub(super) fn timestamp(line: &str) -> Option<PartialDate> {
    dates::whole(bare(line)).filter(|date| date.day().is_some())
}

/// The domain that a line is, such as `kayhan.ir`, with a sign or two before it at most.
pub(super) fn domain(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace().rev();
    let domain = words.next()?;
    // What is left of a site's logo: at most two tokens of at most two characters.
    if line.len() > 100
        || !words.clone().take(3).all(|word| word.chars().nth(2).is_none())
        || words.count() > 2
    {
        return None;
    }
    is_domain(domain).then_some(domain)
}

fn is_domain(word: &str) -> bool {
    let Some((rest, top)) = word.rsplit_once('.') else { return false };
    let top_fits = matches!(top.len(), 2..=12) && top.bytes().all(|byte| byte.is_ascii_lowercase());
    // `newsmaker.md` is a site in Moldova, README.md a file.
    let file = FILE_ENDINGS.contains(&top) || rest.bytes().all(|byte| byte.is_ascii_uppercase());
    top_fits
        && !file
        && rest.split('.').all(|label| {
            let fits = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            fits && label.len() > 1 && !label.starts_with('-') && !label.ends_with('-')
        })
        && rest.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// How many names of social networks a line is, where it is nothing else.
fn social(lower: &str) -> Option<usize> {
    let mut count = 0;
    for word in lower.split(|c: char| c.is_whitespace() || matches!(c, '|' | '·' | ',' | '/' | '•')) {
        if word.is_empty() {
            continue;
        }
        if !SOCIAL.contains(&word) {
            return None;
        }
        count += 1;
    }
    (count > 0).then_some(count)
}

fn is_credit(line: &str, lower: &str) -> bool {
    if line.len() > 200 {
        return false;
    }
    let contributed = ["report", "article", "story", "reporting", "piece"]
        .iter()
        .any(|what| lower.trim_end_matches('.').ends_with(&format!(" contributed to this {what}")));
    // "Reporting by Anna Kim", not "Reporting by the agency was slow".
    contributed
        || CREDITS.iter().any(|credit| {
            lower.starts_with(credit)
                && line.get(credit.len()..).is_some_and(|rest| {
                    rest.trim_start().chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphanumeric())
                })
        })
}

fn is_legal(lower: &str) -> bool {
    let cookies = lower.contains("cookies")
        && ["we use cookies", "uses cookies", "accept cookies", "use of cookies", "accept all cookies"]
            .iter()
            .any(|phrase| lower.contains(phrase));
    let copyright = lower.starts_with('©')
        || ["copyright ©", "copyright (c)", "(c) 19", "(c) 20"].iter().any(|sign| lower.starts_with(sign))
        || lower
            .strip_prefix("copyright ")
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    cookies || copyright || lower.contains("all rights reserved")
}

fn has_prefix(lower: &str, list: &[&str]) -> bool {
    list.iter().any(|prefix| {
        lower
            .strip_prefix(prefix)
            .is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
    })
}

/// `line` without the points and signs that are left of a page's layout.
fn bare(line: &str) -> &str {
    line.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '.' | '•' | '|' | '»' | '›' | '>' | '→' | '·' | '-')
    })
    .trim_end()
}

fn single(label: &str) -> String {
    super::looks::single_spaced(label).to_lowercase()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
#[path = "classify_tests.rs"]
mod tests;
