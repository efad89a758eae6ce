//! Notes as Markdown, for a report: grouped, passages as block quotes with their sources.

use std::collections::{BTreeMap, HashMap};

use super::super::{Colour, Subject};
use super::Cited;

/// What notes are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// By document; those about somebody or a collection stand before.
    Document,
    /// By tag; a note with several stands in each of their groups.
    Tag,
}

/// The order of groups: what sort of group, its heading in small letters, what tells like ones apart.
type Key = (u8, String, String);

/// The notes as Markdown (CommonMark). What was quoted is escaped, so that it is shown as it was; what was written is
/// Markdown already, and stays as it is.
pub fn markdown(notes: &[Cited<'_>], by: Grouping) -> String {
    let mut groups: BTreeMap<Key, (String, Vec<&Cited<'_>>)> = BTreeMap::new();
    let titles = titles(notes);
    for note in notes {
        for (key, heading) in headings(note, by, &titles) {
            groups.entry(key).or_insert_with(|| (heading, Vec::new())).1.push(note);
        }
    }
    let mut text = "# Notes\n".to_owned();
    for (heading, mut members) in groups.into_values() {
        members.sort_by_key(|note| {
            let document = (by == Grouping::Tag).then(|| (note.item.subject.title(), note.path.as_str()));
            (document, note.item.anchor().map(|_| note.start), note.item.created)
        });
        text.push_str(&format!("\n## {heading}\n"));
        if let (Grouping::Document, Some(first)) = (by, members.first()) {
            text.push_str(&of_document(first));
        }
        for note in members {
            text.push_str(&one(note, by));
        }
    }
    text
}

/// The title of each document by the path where it is now, as the newest note on it has it: a document that was renamed or
/// got another title between two notes is one all the same.
fn titles<'a>(notes: &'a [Cited<'_>]) -> HashMap<&'a str, &'a str> {
    let mut on_documents: Vec<_> = notes.iter().filter(|note| note.item.document().is_some()).collect();
    on_documents.sort_by_key(|note| note.item.created);
    on_documents.into_iter().map(|note| (note.path.as_str(), note.item.subject.title())).collect()
}

/// The groups that a note belongs to.
fn headings(note: &Cited<'_>, by: Grouping, titles: &HashMap<&str, &str>) -> Vec<(Key, String)> {
    if by == Grouping::Tag {
        let tags = note.item.all_tags();
        if tags.is_empty() {
            return vec![((1, String::new(), String::new()), "Without a tag".to_owned())];
        }
        let group = |tag: String| ((0, tag.to_lowercase(), tag.clone()), format!("\\#{}", line(&tag)));
        return tags.into_iter().map(group).collect();
    }
    let own = note.item.subject.title();
    let title = note.item.document().and_then(|_| titles.get(note.path.as_str()).copied()).unwrap_or(own);
    let (sort, told_apart, heading) = match &note.item.subject {
        Subject::Collection(paths) => (0, paths.join("; "), "The collection".to_owned()),
        Subject::Entity { entity, .. } => (1, entity.kind.clone(), line(title)),
        Subject::Document { .. } => {
            let title = if title.is_empty() { line(&note.path) } else { line(title) };
            (2, note.path.clone(), title)
        }
    };
    vec![((sort, title.to_lowercase(), told_apart), heading)]
}

/// What is said once of a document, somebody or a collection, below its heading.
fn of_document(note: &Cited<'_>) -> String {
    let about = match &note.item.subject {
        Subject::Collection(paths) => paths.join("; "),
        Subject::Entity { entity, .. } => entity.kind.clone(),
        Subject::Document { .. } => {
            let known = [note.source.as_deref(), note.date.as_deref(), Some(note.path.as_str())];
            known.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
    };
    if about.is_empty() { String::new() } else { format!("\n{}\n", first_line(&about)) }
}

/// One note: the passage with its source, what was written, and what is known of it; what it is about too where no heading and
/// no passage says so.
fn one(note: &Cited<'_>, by: Grouping) -> String {
    let item = note.item;
    let mut text = String::new();
    let quotation = item.subject.quotation().trim();
    if !quotation.is_empty() {
        text.push('\n');
        for quoted in quotation.lines().map(str::trim) {
            text.push_str(if quoted.is_empty() { ">" } else { "> " });
            text.push_str(&first_line(quoted));
            text.push('\n');
        }
        text.push_str(&format!(">\n> — {}\n", citation(note)));
    }
    let body = item.body.trim();
    if !body.is_empty() {
        text.push_str(&format!("\n{body}\n"));
    }
    let mut known = vec![item.kind.label().to_owned(), item.created.strftime("%Y-%m-%d").to_string()];
    known.extend(item.colour.map(|colour| Colour::label(colour).to_owned()));
    if quotation.is_empty() && by == Grouping::Tag {
        known.push(about(note));
    }
    if quotation.is_empty() {
        known.extend(note.remark.map(str::to_owned));
    }
    known.extend(item.all_tags().iter().map(|tag| line(&format!("#{tag}"))));
    text + &format!("\n*{}*\n", known.join(", "))
}

/// What a note is about that hangs on no passage.
fn about(note: &Cited<'_>) -> String {
    match &note.item.subject {
        Subject::Collection(paths) => format!("on the collection {}", line(&paths.join("; "))),
        Subject::Entity { entity, .. } => {
            format!("on the {} “{}”", entity.kind, line(note.item.subject.title()))
        }
        Subject::Document { .. } => format!("on {}", citation(&Cited { remark: None, ..note.clone() })),
    }
}

/// Title, source, date and place of a passage, and what has to be said of it.
fn citation(note: &Cited<'_>) -> String {
    let title = note.item.subject.title();
    let title = if title.is_empty() { line(&note.path) } else { format!("“{}”", line(title)) };
    let details = [&note.source, &note.date, &note.place].into_iter().flatten().map(|part| line(part));
    let citation = std::iter::once(title).chain(details).collect::<Vec<_>>().join(", ");
    match note.remark {
        Some(remark) => format!("{citation} ({remark})"),
        None => citation,
    }
}

/// The text as one line of Markdown that shows it as it is, within a line.
fn line(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let risky = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            '_' => !(before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
            '&' => next.is_some_and(|next| next == '#' || next.is_ascii_alphabetic()),
            // It would be taken for the end of a heading.
            '#' => next.is_none(),
            _ => false,
        };
        if risky {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// The same at the beginning of a line, where more signs mean something.
fn first_line(text: &str) -> String {
    let escaped = line(text);
    let first = escaped.chars().next();
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    match first {
        Some('#' | '>' | '+' | '-' | '=' | ':' | '|') => format!("\\{escaped}"),
        Some('0'..='9') if escaped.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')'])) => {
            let (number, rest) = escaped.split_at(digits);
            format!("{number}\\{rest}")
        }
        _ => escaped,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    use super::super::super::testing::item;
    use super::super::super::{Anchor, EntityRef, Item, ItemKind};
    use super::*;

    /// A note on these words with a source.
    fn cited(item: &Item) -> Cited<'_> {
        Cited {
            item,
            path: "documents/milk.md".into(),
            source: Some("Dairy Post".into()),
            date: Some("2019-06-12".into()),
            place: Some("p. 3".into()),
            remark: None,
            characters: None,
            start: item.anchor().map_or(0, |anchor| anchor.start),
        }
    }

    fn on(words: &str, start: u32, body: &str) -> Item {
        let mut item = item(1, 1, body);
        if let Subject::Document { anchor, .. } = &mut item.subject {
            *anchor = Some(Anchor { exact: words.into(), start, ..Anchor::default() });
        }
        item
    }

    #[test]
    fn passages_stand_in_the_order_of_the_document_with_their_source() {
        let (mut late, early) =
            (on("Two\nlines.\n\nAnd * one.", 9, "See **there** #milk"), on("First", 2, ""));
        late.colour = Some(Colour::Green);
        let early = Item { kind: ItemKind::Highlight, ..early };
        let markdown = markdown(&[cited(&late), cited(&early)], Grouping::Document);
        assert_eq!(
            markdown,
            "# Notes\n\n## A title\n\nDairy Post, 2019-06-12, documents/milk.md\n\n> First\n>\n> — “A title”, Dairy \
             Post, 2019-06-12, p. 3\n\n*highlight, 1970-01-01*\n\n> Two\n> lines.\n>\n> And \\* one.\n>\n> — “A title”, \
             Dairy Post, 2019-06-12, p. 3\n\nSee **there** #milk\n\n*note, 1970-01-01, green, #milk*\n"
        );
    }

    #[test]
    fn by_tag_a_note_stands_below_each_of_its_tags() {
        let (two, none) = (on("x", 1, "#milk #Minsk"), on("y", 2, "z"));
        let markdown = markdown(&[cited(&two), cited(&none)], Grouping::Tag);
        let headings: Vec<&str> = markdown.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(headings, ["## \\#milk", "## \\#Minsk", "## Without a tag"]);
        assert_eq!(markdown.matches("> x").count(), 2);
    }

    #[test]
    fn what_is_about_somebody_or_the_collection_stands_first_and_doubts_are_told() {
        let somebody = Subject::Entity {
            entity: EntityRef { kind: "person".into(), name: "Anna_ Kowalska".into() },
            collection: Vec::new(),
        };
        let somebody = Item { subject: somebody, ..item(1, 1, "The mayor") };
        let all = Item { subject: Subject::Collection(vec!["/a".into()]), ..item(2, 2, "Harbours") };
        let lost = on("x", 1, "");
        let lost = Cited { remark: Some("not there any more"), ..cited(&lost) };
        let markdown = markdown(&[lost, cited(&somebody), cited(&all)], Grouping::Document);
        let at = |text: &str| markdown.find(text).unwrap();
        assert!(at("## The collection\n\n/a\n") < at("## Anna\\_ Kowalska\n\nperson\n"), "{markdown}");
        assert!(
            at("Kowalska") < at("## A title") && markdown.contains("p. 3 (not there any more)\n"),
            "{markdown}"
        );
    }

    /// The text in the block quotes, and in the headings, of a Markdown file.
    fn shown(markdown: &str) -> (Vec<String>, String) {
        let (mut quoted, mut inside, mut heading) = (vec![String::new()], false, false);
        let mut headings = String::new();
        for event in Parser::new(markdown) {
            match event {
                Event::Start(Tag::BlockQuote(_)) => inside = true,
                Event::End(TagEnd::BlockQuote(_)) => inside = false,
                Event::Start(Tag::Heading { .. }) => heading = true,
                Event::End(TagEnd::Heading(_)) => heading = false,
                Event::End(TagEnd::Paragraph) if inside => quoted.push(String::new()),
                Event::Text(text) if inside => quoted.last_mut().unwrap().push_str(&text),
                Event::Text(text) if heading => headings.push_str(&text),
                Event::SoftBreak if inside => quoted.last_mut().unwrap().push(' '),
                Event::Start(Tag::Paragraph) | Event::End(_) | Event::Text(_) | Event::SoftBreak => {}
                Event::Start(Tag::Emphasis) if !inside => {}
                other => quoted.push(format!("unexpected {other:?}")),
            }
        }
        (quoted, headings)
    }

    #[test]
    fn by_tag_each_note_says_what_it_is_about() {
        let mut whole = item(1, 1, "about the whole of it #milk");
        if let Subject::Document { anchor, document } = &mut whole.subject {
            *anchor = None;
            document.title = "The milk ban".into();
        }
        let mut place = cited(&whole);
        place.place = None;
        let text = markdown(&[place], Grouping::Tag);
        assert!(text.contains("on “The milk ban”, Dairy Post, 2019-06-12"), "{text}");
        let mut of_all = item(2, 2, "about all #milk");
        of_all.subject = Subject::Collection(vec!["papers".into()]);
        assert!(markdown(&[cited(&of_all)], Grouping::Tag).contains("on the collection papers"));
        assert!(!markdown(&[cited(&of_all)], Grouping::Document).contains("on the collection"));
    }

    proptest! {
        #[test]
        fn whatever_is_quoted_is_shown_as_it_was(
            words in prop_oneof!["[ -~é“\n]{1,30}", "[-#>+*_=1.)`<&;|:~\\[\\] a\n!]{1,14}", "\\PC{1,20}"],
            title in "[-#>+*_=1.)`<&;|~\\[\\] ab]{0,9}",
        ) {
            let mut item = on(&words, 1, "");
            if let Subject::Document { document, .. } = &mut item.subject {
                document.title.clone_from(&title);
            }
            let markdown = markdown(&[cited(&item)], Grouping::Document);
            let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let (mut quoted, headings) = shown(&markdown);
            let citation = if quoted.len() > 1 { quoted.remove(quoted.len() - 2) } else { String::new() };
            let paragraphs = spaced(&quoted.join(" "));
            let words = spaced(&words);
            prop_assert_eq!(&paragraphs, &words, "{}", markdown);
            if !title.is_empty() && !words.is_empty() {
                prop_assert!(spaced(&citation).contains(&spaced(&title)), "{}", markdown);
                prop_assert!(headings.contains(&spaced(&title)), "{}", markdown);
            }
        }
    }
}
