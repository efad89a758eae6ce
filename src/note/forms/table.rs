//! Notes as a table, in CSV (RFC 4180).

use std::io;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::super::{
    Anchor, Colour, DocumentRef, EntityRef, Item, ItemId, ItemKind, Op, Record, Subject, markup,
};
use super::cells::{harmless, joined, parted, restored};
use super::{Cited, Taken, UNTIMED, Unclear, Untold, addressed, uri};

/// The columns. Those from `source` on are for people, and aren't read back.
pub(super) const COLUMNS: [&str; 22] = [
    "id",
    "kind",
    "title",
    "quote",
    "text",
    "tags",
    "colour",
    "entity_kind",
    "entity",
    "collection",
    "path",
    "hash",
    "prefix",
    "suffix",
    "start",
    "end",
    "created",
    "changed",
    "source",
    "date",
    "place",
    "remark",
];

/// The notes as a table with a line of headings.
///
/// # Errors
///
/// None that is known; what the writer says is passed on.
pub fn write(notes: &[Cited<'_>]) -> io::Result<String> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for note in notes {
        let cells = COLUMNS.map(|column| harmless(&cell(note, column)));
        writer.write_record(&cells)?;
    }
    let bytes = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// What stands in a column.
fn cell(note: &Cited<'_>, column: &str) -> String {
    let item = note.item;
    let (document, anchor, entity) = (item.document(), item.anchor(), item.subject.entity());
    let of_document = |get: fn(&DocumentRef) -> String| document.map(get).unwrap_or_default();
    let of_anchor = |get: fn(&Anchor) -> String| anchor.map(get).unwrap_or_default();
    match column {
        "id" => item.id.to_string(),
        "kind" => item.kind.label().to_owned(),
        "title" => of_document(|document| document.title.clone()),
        "quote" => of_anchor(|anchor| anchor.exact.clone()),
        "text" => item.body.clone(),
        "tags" => joined(&item.all_tags()),
        "colour" => item.colour.map_or("", Colour::label).to_owned(),
        "entity_kind" => entity.map(|entity| entity.kind.clone()).unwrap_or_default(),
        "entity" => entity.map(|entity| entity.name.clone()).unwrap_or_default(),
        "collection" => joined(item.subject.collection().unwrap_or_default()),
        "path" => of_document(|document| document.path.clone()),
        "hash" => of_document(|document| document.hash.to_string()),
        "prefix" => of_anchor(|anchor| anchor.prefix.clone()),
        "suffix" => of_anchor(|anchor| anchor.suffix.clone()),
        "start" => of_anchor(|anchor| anchor.start.to_string()),
        "end" => of_anchor(|anchor| anchor.end.to_string()),
        "created" => item.created.to_string(),
        "changed" => item.changed.to_string(),
        "source" => note.source.clone().unwrap_or_default(),
        "date" => note.date.clone().unwrap_or_default(),
        "place" => note.place.clone().unwrap_or_default(),
        _ => note.remark.unwrap_or_default().to_owned(),
    }
}

/// Whether a file that begins with this line is such a table: it has the columns without which no note can be read.
pub(super) fn is_table(first_line: &str) -> bool {
    let columns: Vec<&str> =
        first_line.split([',', ';', '\t']).map(|name| name.trim().trim_matches('"')).collect();
    ["id", "kind", "text"].iter().all(|name| columns.contains(name))
}

/// Reads such a table: its columns in any order, some of them missing; with commas, semicolons or tabs.
pub(super) fn read(text: &str) -> Taken {
    let first_line = text.lines().next().unwrap_or_default();
    let count = |sign: u8| first_line.bytes().filter(|byte| *byte == sign).count();
    let delimiter =
        [b',', b';', b'\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == b',')).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let mut taken = Taken::default();
    let headings = match reader.headers() {
        Ok(headings) => headings.clone(),
        Err(error) => {
            taken.unclear.push(Unclear { place: "line 1".to_owned(), reason: error.to_string() });
            return taken;
        }
    };
    taken.untold = Untold::by(|column| headings.iter().any(|heading| heading.trim() == column));
    for row in reader.records() {
        let (place, read) = match row {
            Ok(row) => {
                let line = row.position().map_or(0, csv::Position::line);
                let cell = |column: &str| {
                    let at = headings.iter().position(|heading| heading.trim() == column);
                    restored(at.and_then(|at| row.get(at)).unwrap_or_default())
                };
                (format!("line {line}"), record(&cell))
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                (format!("line {line}"), Err(error.to_string()))
            }
        };
        match read {
            Ok(record) => taken.records.push(record),
            Err(reason) => taken.unclear.push(Unclear { place, reason }),
        }
    }
    taken
}

/// The note of a row, whose cells are given by their columns.
fn record<'a>(cell: &impl Fn(&str) -> &'a str) -> Result<Record, String> {
    let kinds = [ItemKind::Bookmark, ItemKind::Highlight, ItemKind::Note];
    let kind = kinds.into_iter().find(|kind| kind.label() == cell("kind").trim());
    let kind = kind.ok_or("its kind is neither bookmark nor highlight nor note")?;
    let time = |column: &str| -> Result<Option<Timestamp>, String> {
        match cell(column).trim() {
            "" => Ok(None),
            time => instant(time).map(Some).ok_or_else(|| format!("its `{column}` is no point of time")),
        }
    };
    let (created, changed) = (time("created")?, time("changed")?);
    let changed = changed.or(created).unwrap_or(UNTIMED);
    let colour = match cell("colour").trim() {
        "" => None,
        name => Some(Colour::named(name).ok_or_else(|| format!("there is no colour “{name}”"))?),
    };
    let subject = subject(cell)?;
    let id = match cell("id") {
        // A row that was added by hand is known by what it says.
        "" => uri::hashed(&COLUMNS.map(cell).join("\u{1f}")),
        id => ItemId::from_text(id),
    };
    let body = cell("text").to_owned();
    // The column has the tags that are typed in the text, too, and those are there already.
    let typed = markup::tags(&body);
    let tags = parted(cell("tags")).into_iter().filter(|tag| !typed.contains(tag)).collect();
    let item = Item { id, kind, subject, colour, body, tags, created: created.unwrap_or(changed), changed };
    Ok(Record { at: changed, op: Op::Put { item }, way: None })
}

/// A point of time, also as spreadsheets write it anew: with a blank for the `T`, without seconds, without the zone.
fn instant(text: &str) -> Option<Timestamp> {
    let civil = || {
        let forms = ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%d %H:%M", "%Y-%m-%d"];
        let plain = text.trim_end_matches('Z').replace('T', " ");
        let read = forms.into_iter().find_map(|form| match form {
            "%Y-%m-%d" => Some(Date::strptime(form, &plain).ok()?.to_datetime(Time::midnight())),
            _ => DateTime::strptime(form, &plain).ok(),
        });
        read?.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    };
    text.parse().ok().or_else(civil)
}

fn subject<'a>(cell: &impl Fn(&str) -> &'a str) -> Result<Subject, String> {
    let collection = parted(cell("collection"));
    if !cell("entity").is_empty() || !cell("entity_kind").is_empty() {
        let entity = EntityRef { kind: cell("entity_kind").to_owned(), name: cell("entity").to_owned() };
        return Ok(Subject::Entity { entity, collection });
    }
    let (path, hash, title) = (cell("path"), cell("hash"), cell("title"));
    if path.is_empty() && hash.is_empty() && title.is_empty() {
        return Ok(Subject::Collection(collection));
    }
    let document = addressed(path.to_owned(), title.to_owned());
    let document = match hash {
        "" => document,
        hash => {
            let hash =
                serde_json::from_value(hash.into()).map_err(|_| "its hash isn't 64 hexadecimal digits")?;
            DocumentRef { hash, ..document }
        }
    };
    let number = |column: &str| match cell(column).trim() {
        "" => Ok(None),
        digits => digits.parse::<u32>().map(Some).map_err(|_| format!("its `{column}` is no number")),
    };
    let (start, end) = (number("start")?, number("end")?);
    let exact = cell("quote");
    let anchor = (!exact.is_empty() || start.is_some()).then(|| Anchor {
        exact: exact.to_owned(),
        prefix: cell("prefix").to_owned(),
        suffix: cell("suffix").to_owned(),
        start: start.unwrap_or_default(),
        end: end.unwrap_or_default(),
        rival: None,
    });
    Ok(Subject::Document { document, anchor })
}
