//! What a short line at the head or the tail of a document is, by its words: a slogan of the site, metadata,
//! a credit. Where such lines may stand is the business of `aside`.

mod phrases;

use super::{PartialDate, dates, looks};
use crate::text::AsideReason;
use phrases::{
    AUTHORS, CHANGED, CREDITS, FILE_ENDINGS, OTHER_LABELS, PUBLISHED, RELATED, RELATED_WHOLE, REPLY,
    REPLY_HEADING, RIGHTS, SECTIONS, SHARE, SHARE_WHOLE, SITE, SITE_WHOLE, SOCIAL, SOCIAL_DOMAINS, SOURCES,
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
const MAX_LINE: usize = 400;

/// The most characters of a slogan, and of a link to another article.
const MAX_SLOGAN: usize = 120;

/// The most bytes of a line of metadata.
const MAX_LABELLED: usize = 240;

/// What `line` is, where its words say that it is no part of the text.
pub(super) fn classify(line: &str) -> Option<Class> {
    if line.len() > MAX_LINE || line.contains('\n') {
        return None;
    }
    let bare = bare(line);
    let lower = bare.to_lowercase();
    let class = |reason, weak| Some(Class { reason, weak });
    if let Some((label, value)) = metadata(line) {
        // "Source: Minsk is ready" is a headline, "Source: example.org" never.
        return class(AsideReason::Metadata, is_source(&label) && !value.contains('.'));
    }
    if timestamp(line).is_some() {
        return class(AsideReason::Metadata, false);
    }
    if domain(line).is_some() || SOCIAL_DOMAINS.holds(&lower) || is_menu(bare) {
        return class(AsideReason::Site, false);
    }
    if let Some(labels) = social(&lower) {
        return class(AsideReason::Share, labels == 1);
    }
    if is_reply_heading(line) || REPLY.begun(&lower).is_some() {
        return class(AsideReason::Reply, false);
    }
    if credit(bare).is_some() {
        return class(AsideReason::Credit, false);
    }
    if SHARE.begun(&lower).is_some() {
        return class(AsideReason::Share, false);
    }
    let short = lower.len() <= MAX_SLOGAN || lower.chars().count() <= MAX_SLOGAN;
    if is_legal(&lower) || short && SITE.begun(&lower).is_some() {
        return class(AsideReason::Site, false);
    }
    if short && RELATED.begun(&lower).is_some() {
        // "More on the talks" could be a title; "More on the talks: what was agreed" is none.
        return class(AsideReason::Related, !lower.contains(':'));
    }
    let whole = lower.trim_end_matches(['!', '.', '…', '»', '>', '→', ':', ' ']);
    if PUBLISHED.holds(whole) || CHANGED.holds(whole) {
        return class(AsideReason::Metadata, true);
    }
    if SITE_WHOLE.holds(whole) {
        return class(AsideReason::Site, true);
    }
    if SHARE_WHOLE.holds(whole) {
        return class(AsideReason::Share, true);
    }
    if RELATED_WHOLE.holds(whole) { class(AsideReason::Related, true) } else { None }
}

/// Whether `line` is the name of a section such as `World`, which could as well be a title.
pub(super) fn is_section(line: &str) -> bool {
    line.len() <= 40
        && line.starts_with(char::is_uppercase)
        && SECTIONS.holds(&line.trim_end_matches([' ', '>', '»', '›', ':']).to_lowercase())
}

/// Whether a reply form begins with this line.
pub(super) fn is_reply_heading(line: &str) -> bool {
    if line.len() > 100 {
        return false;
    }
    let lower = bare(line).to_lowercase();
    let whole = lower.trim_end_matches(['.', ':', '!', ' ']);
    REPLY_HEADING.holds(whole)
        || whole.strip_prefix("leave a reply to ").is_some_and(|name| !name.is_empty())
        // "Comments (12)", "12 comments", "Комментарии (3)"
        || whole.split_once(' ').is_some_and(|(first, second)| {
            let number = second.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
            COMMENTS.contains(&first) && number.is_some_and(is_number)
                || COMMENTS.contains(&second) && is_number(first)
        })
}

/// "Comments" in the languages of the lists.
const COMMENTS: [&str; 12] = [
    "comments",
    "kommentare",
    "commentaires",
    "comentarios",
    "commenti",
    "comentários",
    "reacties",
    "komentarze",
    "komentarzy",
    "комментарии",
    "коментарі",
    "каментары",
];

/// A label such as `Publish Date` and what stands behind it, where the line is a line of metadata. The
/// label comes in lower case.
pub(super) fn metadata(line: &str) -> Option<(String, &str)> {
    let line = bare(line);
    if line.len() > MAX_LABELLED {
        return None;
    }
    if let Some((label, value)) = line.split_once([':', '：']).filter(|(label, _)| label.len() <= 60) {
        let label = single(label);
        let value = value.trim();
        let of_date = is_publication(&label) || CHANGED.holds(&label);
        let known = of_date && value.bytes().any(|byte| byte.is_ascii_digit())
            || SOURCES.holds(&label)
            || AUTHORS.holds(&label)
            || OTHER_LABELS.holds(&label);
        // A label with nothing behind it, or with a whole sentence, isn't one.
        if known && !value.is_empty() && value.split_whitespace().nth(14).is_none() {
            return Some((label, value));
        }
    }
    // "Published 14 September 2020", "Updated on May 3, 2019 at 10:00"
    if !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let lower = line.to_lowercase();
    let label = PUBLISHED.begun(&lower).or_else(|| CHANGED.begun(&lower))?;
    let (at, _) = line.char_indices().nth(label.chars().count())?;
    let value = line[at..].strip_prefix(' ')?.trim();
    dated(value)?;
    Some((label.to_owned(), value))
}

/// The date in the value of a metadata line: all of it, or all before something else such as ` by somebody`
/// or ` | Updated …`.
pub(super) fn dated(value: &str) -> Option<PartialDate> {
    let value = value.strip_prefix("on ").unwrap_or(value);
    let ends = value
        .match_indices([',', '|', '-', '–', '—', '•', '·', '(', ';', '.'])
        .map(|(at, _)| at)
        .chain([" by ", " von ", " par ", " por "].iter().filter_map(|word| value.find(word)))
        .take(12);
    let before = |at: usize| dates::whole(&value[..at]).filter(|date| date.day().is_some());
    dates::whole(value).or_else(|| ends.filter_map(before).next())
}

/// Whether a label says when a document was published, and not when it was changed last.
pub(super) fn is_publication(label: &str) -> bool {
    PUBLISHED.holds(label)
}

/// Whether a label stands before the name of the source.
pub(super) fn is_source(label: &str) -> bool {
    SOURCES.holds(label)
}

/// Whether a label stands before the names of who wrote it.
pub(super) fn is_author(label: &str) -> bool {
    AUTHORS.holds(label)
}

/// Whether a line is a label alone, such as `Last Updated`, that says of a date below it that it isn't the
/// document's.
pub(super) fn is_label_of_change(line: &str) -> bool {
    line.len() <= 100 && CHANGED.holds(bare(line).trim_end_matches([':', ' ']).to_lowercase().as_str())
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
    let file = FILE_ENDINGS.holds(top) || rest.bytes().all(|byte| byte.is_ascii_uppercase());
    top_fits
        && !file
        && rest.split('.').all(|label| {
            let fits = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            fits && label.len() > 1 && !label.starts_with('-') && !label.ends_with('-')
        })
        && rest.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Whether `domain` is that of a social network, which publishes nothing itself.
pub(super) fn is_social_domain(domain: &str) -> bool {
    let lower = domain.to_lowercase();
    let domain = lower.strip_prefix("www.").or_else(|| lower.strip_prefix("m.")).unwrap_or(&lower);
    SOCIAL_DOMAINS.holds(domain) || SOCIAL.holds(domain)
}

/// How many names of social networks a line is, where it is nothing else.
fn social(lower: &str) -> Option<usize> {
    let mut count = 0;
    for word in lower.split(|c: char| c.is_whitespace() || matches!(c, '|' | '·' | ',' | '/' | '•')) {
        if word.is_empty() {
            continue;
        }
        if !SOCIAL.holds(word) {
            return None;
        }
        count += 1;
    }
    (count > 0).then_some(count)
}

/// Whether a line is a menu: names of sections and buttons beside one another, such as
/// `Home | World | Business`, `World  Business  Sports` or `News > Europe`.
fn is_menu(line: &str) -> bool {
    let signs = |c: char| matches!(c, '|' | '·' | '•' | '›' | '»' | '>' | '/' | '\t');
    let known = |part: &str| {
        let lower = part.to_lowercase();
        SECTIONS.holds(&lower)
            || SITE_WHOLE.holds(&lower)
            || SOCIAL.holds(&lower)
            || SHARE_WHOLE.holds(&lower)
    };
    if !line.contains(signs) && !line.contains("  ") {
        // "World Business Sports Opinion"
        return line.split_whitespace().nth(3).is_some() && line.split_whitespace().all(known);
    }
    let parts = line.split(signs).flat_map(|part| part.split("  "));
    let parts = parts.map(looks::single_spaced).filter(|part| !part.is_empty());
    let found: Vec<String> = parts.take(40).collect();
    let names = found.iter().filter(|part| known(part)).count();
    let short = found.iter().all(|part| part.split(' ').nth(3).is_none());
    match found.len() {
        0 | 1 => false,
        2 => names == 2,
        count => short && names * 2 >= count,
    }
}

/// What a credit says, where a line is one: `Anna Kim` of `Photo by Anna Kim`.
pub(super) fn credit(line: &str) -> Option<&str> {
    if line.len() > 300 {
        return None;
    }
    let line = line.trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
    let lower = line.to_lowercase();
    let contributed = lower.rsplit_once(" contributed to this ").is_some_and(|(_, what)| {
        matches!(what.trim_end_matches('.'), "report" | "article" | "story" | "reporting" | "piece")
    });
    if contributed {
        return Some(line);
    }
    let credit = CREDITS.begun(&lower)?;
    let (at, _) = line.char_indices().nth(credit.chars().count())?;
    // "Reporting by Anna Kim", not "Reporting by the agency was slow".
    let name = line[at..].trim_start();
    name.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric()).then_some(name)
}

fn is_legal(lower: &str) -> bool {
    let cookies = lower.contains("cookies")
        && ["we use cookies", "uses cookies", "accept cookies", "use of cookies", "accept all cookies"]
            .iter()
            .any(|phrase| lower.contains(phrase));
    let syndicated = lower.starts_with("the post ") && lower.contains(" appeared first on ");
    cookies || syndicated || is_copyright(lower) || RIGHTS.within(lower)
}

fn is_copyright(lower: &str) -> bool {
    lower.starts_with('©')
        || ["copyright ©", "copyright (c)", "(c) 19", "(c) 20"].iter().any(|sign| lower.starts_with(sign))
        || lower.strip_prefix("copyright ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// `line` without the points and signs that are left of a page's layout.
fn bare(line: &str) -> &str {
    line.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '.' | '•' | '|' | '»' | '›' | '>' | '→' | '·' | '-' | '–' | '—' | '*')
    })
    .trim_end()
}

fn single(label: &str) -> String {
    looks::single_spaced(label).to_lowercase()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
#[path = "classify_tests.rs"]
mod tests;
