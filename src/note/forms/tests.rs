//! Notes that go out and come in again, in every form.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::testing::{any_record, item, put};
use super::super::{Anchor, EntityRef, ItemId, ItemKind, Op, Store, Subject};
use super::*;

fn cited(item: &Item) -> Cited<'_> {
    Cited {
        item,
        path: "a.txt".into(),
        source: Some("=Source".into()),
        date: None,
        place: None,
        remark: None,
        characters: Some((3, 9)),
        start: 0,
    }
}

fn items(records: &[Record]) -> Vec<Item> {
    Store::replay(records).items().cloned().collect()
}

/// Any items, each once.
fn any_items() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((any_record(), any_text(), any_text()), 0..8).prop_map(|records| {
        let put = records.into_iter().filter_map(|(record, text, other)| match record.op {
            Op::Put { mut item } => {
                item.body.push_str(&text);
                // A table can't hold an empty tag, for an empty cell means that there is none.
                item.tags.push(other.clone());
                item.tags.retain(|tag| !tag.is_empty());
                match &mut item.subject {
                    Subject::Document { document, anchor } => {
                        document.title.push_str(&text);
                        document.path.push_str(&other);
                        if let Some(anchor) = anchor {
                            anchor.exact.push_str(&text);
                            anchor.prefix.push_str(&other);
                            (anchor.start, anchor.end) = (text.len() as u32, u32::MAX);
                        }
                    }
                    Subject::Entity { entity, collection } => {
                        entity.name.push_str(&text);
                        collection.extend(Some(other).filter(|path| !path.is_empty()));
                    }
                    Subject::Collection(collection) => collection.retain(|path| !path.is_empty()),
                }
                Some(Record { at: record.at, op: Op::Put { item }, way: None })
            }
            _ => None,
        });
        items(&put.collect::<Vec<_>>())
    })
}

/// Texts with what the forms find hard.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,9}", "[=+@',;\"\r\n\t\\\\ %é-]{0,6}"]
}

fn exported(items: &[Item]) -> [Vec<u8>; 3] {
    let notes: Vec<Cited<'_>> = items.iter().map(cited).collect();
    let record = |item: &Item| Record { at: item.changed, op: Op::Put { item: item.clone() }, way: None };
    let lines: String = items.iter().map(|item| record(item).to_line().unwrap() + "\n").collect();
    let annotations = serde_json::to_vec_pretty(&web_annotations(&notes)).unwrap();
    [lines.into_bytes(), annotations, table(&notes).unwrap().into_bytes()]
}

proptest! {
    #[test]
    fn what_is_exported_and_imported_are_the_same_notes_in_every_form(items in any_items()) {
        for form in exported(&items) {
            let taken = read(&form);
            prop_assert_eq!(&taken.unclear, &[], "{}", String::from_utf8_lossy(&form));
            prop_assert_eq!(&self::items(&taken.records), &items, "{}", String::from_utf8_lossy(&form));
        }
    }

    #[test]
    fn any_bytes_and_any_damage_are_read_without_a_panic(
        items in any_items(), bytes in prop::collection::vec(any::<u8>(), 0..80),
        at in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>(),
    ) {
        read(&bytes);
        for mut form in exported(&items) {
            if form.is_empty() {
                continue;
            }
            let at = at.index(form.len());
            form[at] = bytes.first().copied().unwrap_or(b'"');
            read(&form);
            form.truncate(cut.index(form.len()));
            read(&form);
        }
    }
}

#[test]
fn an_annotation_has_the_form_of_the_data_model() {
    let mut note = item(0xab, 7, "See **there**");
    note.tags = vec!["milk".into()];
    note.colour = Some(super::super::Colour::Green);
    if let Subject::Document { document, anchor } = &mut note.subject {
        document.path = "/a b.txt".into();
        *anchor = Some(Anchor {
            exact: "milk".into(),
            prefix: "a ".into(),
            suffix: "é".into(),
            start: 4,
            end: 8,
            rival: None,
        });
    }
    let collection = web_annotations(&[cited(&note)]);
    assert_eq!(collection["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!((&collection["type"], &collection["total"]), (&json!("AnnotationCollection"), &json!(1)));
    let annotation = &collection["first"]["items"][0];
    assert_eq!(annotation["id"], "urn:uuid:00000000-0000-0000-0000-0000000000ab");
    assert_eq!(
        (&annotation["motivation"], &annotation["modified"]),
        (&json!("commenting"), &json!("1970-01-01T00:00:07Z"))
    );
    assert_eq!(annotation["body"][0]["purpose"], "commenting");
    assert_eq!(annotation["body"][1], json!({"type": "TextualBody", "value": "milk", "purpose": "tagging"}));
    let target = &annotation["target"];
    assert_eq!(
        (&target["source"], &target["styleClass"]),
        (&json!("file:///a%20b.txt"), &json!("ibid-green"))
    );
    assert_eq!(
        target["selector"][0],
        json!({"type": "TextQuoteSelector", "exact": "milk", "prefix": "a ", "suffix": "é"})
    );
    assert_eq!(target["selector"][1], json!({"type": "TextPositionSelector", "start": 3, "end": 9}));
    assert!(annotation["stylesheet"]["value"].as_str().unwrap().starts_with(".ibid-green {"));
}

#[test]
fn no_cell_is_a_formula_and_each_row_has_all_columns() {
    let note = item(1, 1, "=HYPERLINK(\"x\")\nmore");
    let table = table(&[cited(&note)]).unwrap();
    assert!(table.starts_with("id,kind,title,quote,text,tags,") && table.ends_with("\r\n"), "{table}");
    assert!(table.contains("\"'=HYPERLINK(\"\"x\"\")\nmore\"") && table.contains("'=Source"), "{table}");
}

fn only(taken: Taken) -> Item {
    assert_eq!((taken.unclear.as_slice(), taken.records.len()), (&[] as &[Unclear], 1));
    items(&taken.records).remove(0)
}

#[test]
fn what_hypothesis_gives_becomes_notes_that_are_the_same_each_time() {
    let rows = json!({"total": 3, "rows": [
        {
            "id": "Pq3", "created": "2024-05-01T10:00:00.000001+00:00", "updated": "2024-05-02T10:00:00+00:00",
            "uri": "https://example.org/milk.html", "user": "acct:me@hypothes.is", "text": "Who banned it?",
            "tags": ["milk", "two words"], "document": {"title": ["The milk ban"]},
            "target": [{"source": "https://example.org/milk.html", "selector": [
                {"type": "RangeSelector", "startContainer": "/p[1]"},
                {"type": "TextPositionSelector", "start": 10, "end": 18},
                {"type": "TextQuoteSelector", "exact": "the milk", "prefix": "of ", "suffix": " ban"},
            ]}],
        },
        {
            "id": "Pq4", "updated": "2024-05-02T10:00:00+00:00", "uri": "file:///a%20b.pdf", "text": "", "tags": [],
            "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "marked"}]}],
        },
        {"id": "Pq5", "updated": "yesterday", "uri": "https://example.org", "text": "x", "target": []},
    ]});
    let taken = read(&serde_json::to_vec(&rows).unwrap());
    assert_eq!(
        taken,
        read(&serde_json::to_vec_pretty(&rows["rows"]).unwrap()),
        "the rows alone are the same"
    );
    assert_eq!(taken.unclear[0].place, "annotation 3");
    assert!(taken.unclear[0].reason.contains("`modified`"), "{:?}", taken.unclear);
    let notes = items(&taken.records);
    let note = notes.iter().find(|note| note.kind == ItemKind::Note).unwrap();
    assert_eq!(
        (note.body.as_str(), note.tags.as_slice()),
        ("Who banned it?", &["milk".into(), "two words".into()][..])
    );
    assert_eq!((note.subject.quotation(), note.subject.title()), ("the milk", "The milk ban"));
    assert_eq!(note.document().unwrap().path, "https://example.org/milk.html");
    assert!(is_only_addressed(note.document().unwrap()));
    assert_eq!(note.changed, "2024-05-02T10:00:00Z".parse().unwrap());
    let marked = notes.iter().find(|note| note.kind == ItemKind::Highlight).unwrap();
    assert_eq!(
        (marked.document().unwrap().path.as_str(), marked.subject.quotation()),
        ("/a b.pdf", "marked")
    );
    let jsonld =
        json!({"id": "https://hypothes.is/a/Pq3", "type": "Annotation", "target": "https://example.org/x"});
    assert_eq!(
        only(read(jsonld.to_string().as_bytes())).id,
        note.id,
        "its own web annotation is the same one"
    );
}

#[test]
fn web_annotations_of_others_are_understood_as_far_as_they_go() {
    let read_one = |value: Value| only(read(value.to_string().as_bytes()));
    let note = read_one(json!({
        "id": "http://example.org/anno1", "type": "Annotation", "created": "2020-01-01T00:00:00Z",
        "bodyValue": "plain", "target": "http://example.org/page1",
    }));
    assert_eq!((note.kind, note.body.as_str(), note.anchor()), (ItemKind::Note, "plain", None));
    let note = read_one(json!([{
        "type": "Annotation", "motivation": ["highlighting"],
        "body": ["http://example.org/other", {"value": "said"}],
        "target": [{"source": {"id": "file:///x"}, "selector": {
            "type": "FragmentSelector", "value": "page=1",
            "refinedBy": {"type": "TextQuoteSelector", "exact": "words"},
        }}],
    }]));
    assert_eq!((note.kind, note.body.as_str()), (ItemKind::Highlight, "<http://example.org/other>\n\nsaid"));
    assert_eq!((note.subject.quotation(), note.changed), ("words", UNTIMED));
    let two = json!({"id": "x", "type": "Annotation", "target": ["http://a.example", "http://b.example"]});
    assert_eq!(items(&read(two.to_string().as_bytes()).records).len(), 2, "one for each target");
}

#[test]
fn what_cannot_be_understood_is_named_and_the_rest_is_read() {
    let line = put(1, 1, "a").to_line().unwrap();
    let place = super::super::testing::place(1, 1, 1, 1).to_line().unwrap();
    let file =
        format!("<<<<<<< HEAD\n{line}\n\n{{\"v\":9,\"op\":\"x\"}}\n{place}\n{{\"a\":1}}\n{}", &line[..30]);
    let taken = read(file.as_bytes());
    let places: Vec<&str> = taken.unclear.iter().map(|unclear| unclear.place.as_str()).collect();
    assert_eq!(
        (taken.records.len(), taken.places, places),
        (1, 1, vec!["line 1", "line 4", "line 6", "line 7"])
    );
    let taken =
        read(b"id,kind,text,path,start\n1,note,fine,/a,\n2,poem,x,/a,\n3,note,x,/a,many\n4,note,last,/a,5\n");
    assert_eq!(taken.records.len(), 2);
    assert_eq!(taken.unclear[0].place, "line 3");
    assert!(taken.unclear[0].reason.contains("neither bookmark"), "{:?}", taken.unclear);
    for nothing in ["# Notes\n\n> x\n", "{\"a\":1}", "[1", "7", "\u{0}", "[{}]"] {
        let taken = read(nothing.as_bytes());
        assert_eq!((taken.records.len(), taken.unclear.len()), (0, 1), "{nothing}: {taken:?}");
    }
    assert_eq!(read(b""), Taken::default());
}

#[test]
fn a_table_that_a_spreadsheet_wrote_anew_is_read() {
    let table =
        "\u{feff}\"text\";\"kind\";\"id\";\"tags\";\"entity\"\r\n\"'=1; \"\"x\"\"\";note;;\"a;b\";Anna\r\n";
    let note = only(read(table.as_bytes()));
    assert_eq!((note.body.as_str(), note.tags.as_slice()), ("=1; \"x\"", &["a".into(), "b".into()][..]));
    assert_eq!(note.subject.entity().unwrap(), &EntityRef { kind: String::new(), name: "Anna".into() });
    assert_eq!(note.id, only(read(table.as_bytes())).id);
    assert_ne!(note.id, ItemId::from_bits(0));
}

#[test]
fn nothing_is_made_of_deep_nesting() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert_eq!(read(deep.as_bytes()).records.len(), 0);
    let mut selector = json!({"type": "TextQuoteSelector", "exact": "x"});
    for _ in 0..100 {
        selector = json!({"type": "RangeSelector", "refinedBy": selector});
    }
    let annotation = json!({"type": "Annotation", "target": {"source": "x:y", "selector": selector}});
    assert_eq!(only(read(annotation.to_string().as_bytes())).anchor(), None);
}

#[test]
fn the_lines_and_the_fields_of_the_document_on_the_journal_are_the_programs_own() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/notes.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, rest) = text.split_once("```json\n").unwrap();
    let lines: Vec<&str> = rest.split_once("```").unwrap().0.lines().collect();
    assert_eq!(lines.len(), 5);
    for line in &lines {
        let record = Record::from_line(line.as_bytes()).unwrap();
        assert_eq!(record.to_line().unwrap(), *line);
    }
    let Value::Object(record) = serde_json::from_str(lines[0]).unwrap() else { panic!() };
    let fields = record.iter().chain(record["item"].as_object().unwrap()).map(|(name, _)| name.clone());
    for field in
        fields.chain(["way", "settled", "rename", "reject", "entity", "collection"].map(str::to_owned))
    {
        assert!(["at", "item"].contains(&field.as_str()) || text.contains(&format!("`{field}`")), "{field}");
    }
}

#[test]
fn how_like_a_passage_the_rest_of_its_text_was_goes_out_and_comes_in_with_web_annotations() {
    let Op::Put { mut item } = put(1, 1, "a").op else { panic!() };
    let rival = Some(super::super::Rival { fit: 40, words: 75 });
    if let Subject::Document { anchor, .. } = &mut item.subject {
        *anchor = Some(Anchor { exact: "milk".into(), rival, ..Default::default() });
    }
    let annotations = web_annotations(&[cited(&item)]);
    let taken = read(annotations.to_string().as_bytes());
    assert_eq!(only(taken).anchor().unwrap().rival, rival);
    let hostile = annotations.to_string().replace("\"ibid:words\":75", "\"ibid:words\":-1e99");
    assert_eq!(only(read(hostile.as_bytes())).anchor().unwrap().rival, None);
}
