//! A message (RFC 5322, MIME) as a document.
//!
//! The raw text is the source of the message, decoded: the header as it stands, then the text of each part
//! that is shown, its transfer encoding taken off; of the other parts only their headers. So somebody who
//! looks at the raw text of a passage can read it, whether it came as base64 or not.

mod body;
mod fields;
mod parts;
mod transfer;

use std::ops::Range;

use mail_parser::Addr;

use super::builder::Builder;
use super::draft::{Draft, Given, Source};
use super::load::size;
use super::{Found, Origin, PartialDate, Problem, decode, html, looks};
use crate::text::{AsideReason, BlockKind};
use fields::Fields;
use parts::{Content, Leaf, Parts, Transfer};

pub(super) use fields::{header_len, name};

/// The most addresses of a field that are shown.
const ADDRESSES: usize = 50;

/// The most attachments that are listed.
const ATTACHMENTS: usize = 200;

/// A part that is shown, and where its text stands in the raw text.
struct Shown<'a> {
    leaf: &'a Leaf,
    range: Range<usize>,
}

/// Reads a message.
pub(super) fn read(source: &Source<'_>) -> Draft {
    let bytes = source.bytes;
    let header = header_len(bytes);
    let decoded = decode::decode(bytes.get(..header).unwrap_or_default());
    let mut done = Vec::from_iter(decoded.done.map(|done| format!("header {done}")));
    let mut raw = decoded.text.into_owned();
    let fields = Fields::read(&raw);
    let (given, lines) = (given(&fields), Lines::new(&fields));
    let content = Content::read(&fields);
    let parts = parts::walk(bytes, content, header..bytes.len());
    let shown = lay_out(&mut raw, &parts, bytes, &mut done);
    if let Some(with) = parts.encrypted {
        done.push(format!("encrypted with {with}"));
    }

    let mut builder = Builder::new(&raw);
    lines.set(&mut builder);
    if let Some(with) = parts.encrypted {
        note(&mut builder, &format!("Encrypted with {with}: ibid can't read what is in it."));
    }
    for Shown { leaf, range } in shown {
        if leaf.content.is_html() && range.len() <= source.limits.markup {
            html::set(&raw, range, &mut builder, html::Whole::All);
            continue;
        }
        if leaf.content.is_html() {
            done.push("HTML shown as its source, since it is larger than the limit for markup".to_owned());
        }
        if body::set(&raw, range, &leaf.content, &mut builder) {
            done.push("encrypted with PGP".to_owned());
        }
    }
    attachments(&parts, bytes, &mut builder);
    let built = builder.finish();
    Draft { lost: lost(source.name, &parts), ..Draft::built(raw, built, given, done) }
}

/// What the header says of the message.
fn given(fields: &Fields<'_>) -> Given {
    let mut given = Given::default();
    let origin = Origin::MailHeader;
    if let Some(subject) = fields.words("subject") {
        given.title(&subject, origin);
    }
    let (from, _) = fields.addresses("from");
    let (sender, _) = fields.addresses("sender");
    let writers = if from.is_empty() { &sender } else { &from };
    let names: Vec<&str> =
        writers.iter().take(ADDRESSES).filter_map(|one| one.name().or(one.address())).collect();
    given.author(&names.join(", "), origin);
    let list = fields.words("list-id");
    let list = list.as_deref().and_then(|list| list.rsplit_once('<')?.1.split_once('>')).map(|(id, _)| id);
    let domain = || writers.first().and_then(|one| one.address()?.rsplit_once('@')).map(|(_, domain)| domain);
    if let Some(source) = list.or_else(domain) {
        given.source(&source.trim_matches('.').to_lowercase(), origin);
    }
    let words = fields.words("date").unwrap_or_default();
    let date = fields.date().and_then(|date| {
        let year = i16::try_from(date.year).ok().filter(|year| *year >= 1000)?;
        PartialDate::new(year, date.month, date.day).filter(|date| date.day().is_some())
    });
    // Some programs write the date in other forms than the standard's.
    let date = date.or_else(|| of_short_year(&words)).or_else(|| super::dates::whole(&words));
    given.date = date.map(|date| Found::new(date, origin).quoting(&words));
    if let Some(language) = fields.words("content-language") {
        given.language(language.split(',').next().unwrap_or(""), origin);
    }
    given
}

/// The day of a date whose year has two or three digits, as in old archives: `14 Sep 98 21:43 EST` (RFC 5322, 4.3).
fn of_short_year(words: &str) -> Option<PartialDate> {
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | '-');
    let mut parts = words.split(apart).filter(|part| !part.is_empty());
    let first = parts.next()?;
    let day = if super::dates::word(first).weekday { parts.next()? } else { first };
    let month = super::dates::word(parts.next()?).month?;
    let year = parts.next().filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let number: i16 = year.parse().ok()?;
    let century = match year.len() {
        2 if number < 50 => 2000,
        2 | 3 => 1900,
        _ => return None,
    };
    PartialDate::new(century + number, month, day.parse().ok()?).filter(|date| date.day().is_some())
}

/// The lines above a message: its subject, and who wrote to whom and when.
struct Lines {
    subject: Option<(String, Range<usize>)>,
    others: Vec<(&'static str, String, Range<usize>)>,
}

impl Lines {
    fn new(fields: &Fields<'_>) -> Self {
        let place = |name| fields.place(name).unwrap_or_default();
        let subject = fields.words("subject").map(|subject| (subject, place("subject")));
        let mut others = Vec::new();
        for (label, name) in [("From: ", "from"), ("To: ", "to"), ("Cc: ", "cc")] {
            let (list, cut) = fields.addresses(name);
            let value = addresses(&list, cut);
            let value = if value.is_empty() { fields.words(name) } else { Some(value) };
            others.extend(value.map(|value| (label, value, place(name))));
        }
        others.extend(fields.words("date").map(|date| ("Date: ", date, place("date"))));
        Self { subject, others }
    }

    fn set(self, builder: &mut Builder<'_>) {
        if let Some((subject, range)) = self.subject {
            builder.begin(BlockKind::Heading(1));
            builder.copy(&subject, range);
            builder.end();
            builder.set_apart(true);
        }
        for (label, value, range) in self.others {
            builder.begin(BlockKind::Aside(AsideReason::Metadata));
            builder.insert(label);
            builder.copy(&value, range);
            builder.end();
        }
        builder.set_apart(true);
    }
}

/// Addresses as people write them.
fn addresses(list: &[Addr<'_>], cut: bool) -> String {
    let one = |one: &Addr<'_>| match (one.name(), one.address()) {
        (Some(name), Some(address)) => Some(format!("{name} <{address}>")),
        (name, address) => name.or(address).map(str::to_owned),
    };
    let shown: Vec<String> = list.iter().filter_map(one).take(ADDRESSES).collect();
    let more = list.len().saturating_sub(ADDRESSES);
    let more = match (cut, more) {
        (true, _) => " and many more".to_owned(),
        (false, 0) => String::new(),
        (false, more) => format!(" and {more} more"),
    };
    looks::single_spaced(&(shown.join(", ") + &more))
}

/// Appends to `raw` what it has of each part. Gives the parts that are shown.
fn lay_out<'a>(raw: &mut String, parts: &'a Parts, bytes: &[u8], done: &mut Vec<String>) -> Vec<Shown<'a>> {
    let mut shown = Vec::new();
    for leaf in &parts.leaves {
        if !leaf.header.is_empty() {
            end_line(raw);
            let header = bytes.get(leaf.header.clone()).unwrap_or_default();
            raw.push_str(&decode::decode(header).text);
        }
        if leaf.shown {
            let text = transfer::text(&leaf.content, bytes.get(leaf.body.clone()).unwrap_or_default());
            let start = raw.len();
            raw.push_str(&text.text);
            shown.push(Shown { leaf, range: start..raw.len() });
            // Several parts are as a rule decoded in the same way.
            done.extend(text.done.into_iter().filter(|what| !done.contains(what)).collect::<Vec<_>>());
        }
    }
    shown
}

fn end_line(raw: &mut String) {
    if !raw.is_empty() && !raw.ends_with('\n') {
        raw.push('\n');
    }
}

/// What of the parts is left out by a limit.
fn lost(name: &str, parts: &Parts) -> Vec<Problem> {
    let deep = parts.too_deep.then(|| "parts that are nested too deep left out".to_owned());
    let many = || format!("{} more parts left out, since there are too many", parts.more);
    let many = (parts.more > 0).then(many);
    deep.into_iter().chain(many).map(|reason| Problem::new(name, reason, "")).collect()
}

/// A line that isn't the message's own.
fn note(builder: &mut Builder<'_>, words: &str) {
    builder.begin(BlockKind::Aside(AsideReason::Metadata));
    builder.insert(words);
    builder.end();
    builder.set_apart(true);
}

/// Lists what goes with the message.
fn attachments(parts: &Parts, bytes: &[u8], builder: &mut Builder<'_>) {
    let attached: Vec<&Leaf> = parts.leaves.iter().filter(|leaf| leaf.is_attached()).collect();
    builder.set_apart(true);
    for leaf in attached.iter().take(ATTACHMENTS) {
        let body = bytes.get(leaf.body.clone()).unwrap_or_default();
        let mut what = leaf.content.kind.clone();
        let mut name = leaf.content.name.clone();
        if what.starts_with("message/") {
            let header = decode::decode(body.get(..header_len(body)).unwrap_or_default()).text;
            name = name.or_else(|| Fields::read(&header).words("subject"));
            what = "message".to_owned();
        }
        let name = looks::single_spaced(name.as_deref().unwrap_or("without a name"));
        let name = super::meta::shortened(&name, super::meta::MAX_TITLE);
        builder.begin(BlockKind::Aside(AsideReason::Metadata));
        builder.insert(&format!("Attachment: {name} ({what}, {})", size(length(leaf, body))));
        builder.end();
    }
    if attached.len() > ATTACHMENTS {
        note(builder, &format!("and {} more attachments", attached.len() - ATTACHMENTS));
    }
}

/// The bytes of what a part holds, its transfer encoding taken off; of quoted-printable an estimate.
fn length(leaf: &Leaf, body: &[u8]) -> u64 {
    let len = match leaf.content.transfer {
        Transfer::Base64 => {
            let signs = body.len() - memchr::memchr3_iter(b'\n', b'\r', b'=', body).count();
            signs / 4 * 3 + (signs % 4).saturating_sub(1)
        }
        Transfer::Plain | Transfer::QuotedPrintable => body.len(),
    };
    len as u64
}

/// Whether a file begins as a message does: three or more fields of mail, one of them `From`, `Received` or
/// `Message-ID`, and one that only programs write. A memorandum with `From:` and `To:` is plain text.
pub(super) fn begins(head: &[u8]) -> bool {
    const COMMON: [&str; 8] = ["from", "to", "date", "subject", "cc", "sender", "reply-to", "in-reply-to"];
    const TECHNICAL: [&str; 7] = [
        "message-id",
        "received",
        "mime-version",
        "return-path",
        "delivered-to",
        "content-type",
        "dkim-signature",
    ];
    let header = head.get(..header_len(head)).unwrap_or_default();
    let (mut seen, mut sender, mut technical) = (Vec::new(), false, false);
    for line in header.split(|byte| *byte == b'\n') {
        let Some(colon) = name(line) else { continue };
        let (name, value) = line.split_at(colon);
        let name = String::from_utf8_lossy(name).trim().to_lowercase();
        if seen.contains(&name) {
            continue;
        }
        sender |= matches!(name.as_str(), "from" | "received" | "message-id");
        technical |= TECHNICAL.contains(&name.as_str()) || name == "date" && is_mail_date(&value[1..]);
        let known =
            TECHNICAL.contains(&name.as_str()) || COMMON.contains(&name.as_str()) || name.starts_with("x-");
        if known && seen.len() < 3 {
            seen.push(name);
        }
    }
    seen.len() >= 3 && sender && technical
}

/// Whether a date has the form of RFC 5322: a day, the short name of a month, a year, a time of day.
fn is_mail_date(value: &[u8]) -> bool {
    let value = String::from_utf8_lossy(value);
    let mut words = value.split_whitespace().skip_while(|word| word.ends_with(','));
    let digits = |word: Option<&str>, most: usize| {
        word.is_some_and(|word| word.len() <= most && word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    digits(words.next(), 2)
        && words.next().is_some_and(|month| month.len() == 3)
        && digits(words.next(), 4)
        && words.next().is_some_and(|time| time.contains(':'))
}

#[cfg(test)]
#[path = "mail_tests.rs"]
mod tests;
