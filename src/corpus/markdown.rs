//! Markdown as a document: a reading text without markup, and where in the raw text each part of it stands.

mod tags;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::draft::{Draft, Source};
use super::{decode, front_matter, plain};
use crate::text::BlockKind;
use tags::Tags;

/// Reads a Markdown text.
pub(super) fn read(source: &Source<'_>) -> Draft {
    if source.bytes.len() > source.limits.markup {
        let mut draft = plain::read(source);
        draft.done.push("read as plain text, since it is larger than the limit for markup".into());
        return draft;
    }
    let decoded = decode::decode(source.bytes);
    let mut done = Vec::from_iter(decoded.done);
    let raw = decoded.text;
    let front = front_matter::read(&raw);
    let mut builder = Builder::new(&raw);
    if let Some((title, span)) = front.as_ref().and_then(|front| front.title.as_ref()) {
        builder.title(title, span.range());
    }
    let dropped_tags = set(&raw, front.as_ref().map_or(0, |front| front.end), &mut builder);
    if dropped_tags {
        done.push("HTML tags left out".into());
    }
    let built = builder.finish();
    Draft::built(raw, built, front.map(front_matter::FrontMatter::given).unwrap_or_default(), done)
}

/// Sets the Markdown in `raw` from the byte `from` on. Says whether it held HTML.
fn set(raw: &str, from: usize, builder: &mut Builder<'_>) -> bool {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    let markdown = raw.get(from..).unwrap_or("");
    let mut in_code = false;
    let mut tags = Tags::default();
    let mut html = false;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        let range = range.start + from..range.end + from;
        match event {
            Event::Start(tag) => match tag {
                Tag::Paragraph => builder.begin(BlockKind::Paragraph),
                Tag::Heading { level, .. } => builder.begin(BlockKind::Heading(level as u8)),
                Tag::BlockQuote(_) => builder.enter_quote(),
                Tag::CodeBlock(kind) => {
                    in_code = true;
                    builder.end();
                    // An indented block without a blank line can't be: it would be a paragraph.
                    builder.set_apart(matches!(kind, CodeBlockKind::Indented) || !builder.in_list());
                }
                Tag::HtmlBlock => {
                    builder.end();
                    tags = Tags::default();
                }
                Tag::List(first) => builder.enter_list(first),
                Tag::Item => builder.enter_item(),
                Tag::FootnoteDefinition(label) => {
                    builder.enter_footnote(&label);
                    builder.set_apart(true);
                }
                Tag::Table(_) => builder.begin_table(),
                Tag::TableHead | Tag::TableRow => builder.begin_row(),
                Tag::TableCell => builder.begin_cell(1),
                _ => {}
            },
            Event::End(tag) => match tag {
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::HtmlBlock => {
                    builder.end();
                    builder.set_apart(true);
                }
                TagEnd::CodeBlock => {
                    in_code = false;
                    builder.end();
                    builder.set_apart(true);
                }
                TagEnd::Table => {
                    builder.end_table();
                    builder.set_apart(true);
                }
                TagEnd::BlockQuote(_) => builder.leave_quote(),
                TagEnd::List(_) => builder.leave_list(),
                TagEnd::Item | TagEnd::FootnoteDefinition => builder.leave_item(),
                _ => {}
            },
            Event::Text(text) if in_code => builder.code(&text, range),
            Event::Text(text) => builder.copy(&text, range),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                // The range holds the marks too.
                let at = raw.get(range.clone()).and_then(|marked| marked.find(&*text)).unwrap_or(0);
                let start = range.start + at;
                builder.copy(&text, start..start + text.len());
            }
            Event::Html(text) => {
                html = true;
                let mut at = range.start;
                tags.strip(&text, |part, kept| {
                    if kept {
                        builder.lines(part, at..at + part.len());
                    }
                    at += part.len();
                });
            }
            Event::InlineHtml(tag) => {
                html = true;
                if tag.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<br")) {
                    builder.line_break();
                }
            }
            Event::FootnoteReference(label) => builder.insert(&format!("[{label}]")),
            Event::SoftBreak => builder.insert(" "),
            Event::HardBreak => builder.line_break(),
            Event::Rule => {
                builder.set_apart(true);
                builder.begin(BlockKind::Rule);
                let rule = raw.get(range.clone()).unwrap_or("").trim_end();
                builder.copy(rule, range.start..range.start + rule.len());
                builder.end();
                builder.set_apart(true);
            }
            Event::TaskListMarker(done) => builder.insert(if done { "[x] " } else { "[ ] " }),
        }
    }
    html
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
