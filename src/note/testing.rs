//! Records for the tests of this module: a few made by hand, and any.

use jiff::Timestamp;
use proptest::prelude::*;

use super::{
    Anchor, Colour, DocumentRef, EntityRef, Item, ItemId, ItemKind, Mark, Op, Place, Record, Rule, Ruling,
    Subject, Way,
};
use crate::corpus::ContentHash;

pub(super) fn time(second: i64) -> Timestamp {
    Timestamp::constant(second, 0)
}

pub(super) fn document(path: u8, content: u8) -> DocumentRef {
    DocumentRef { path: path.to_string(), hash: ContentHash([content; 32]), title: "A title".into() }
}

pub(super) fn item(id: u128, second: i64, body: &str) -> Item {
    Item {
        id: ItemId::from_bits(id),
        kind: ItemKind::Note,
        subject: Subject::Document { document: document(1, 1), anchor: None },
        colour: None,
        body: body.into(),
        tags: Vec::new(),
        created: time(second),
        changed: time(second),
    }
}

pub(super) fn ruling(id: u128, second: i64) -> Ruling {
    Ruling {
        id: ItemId::from_bits(id),
        rule: Rule::Same { kind: "person".into(), names: ["Anna Kowalska".into(), "A. Kowalska".into()] },
        collection: vec!["/documents".into()],
        document: None,
        anchor: None,
        created: time(second),
    }
}

pub(super) fn put(second: i64, id: u128, body: &str) -> Record {
    Record { at: time(second), op: Op::Put { item: item(id, second, body) }, way: None }
}

pub(super) fn delete(second: i64, id: u128) -> Record {
    Record { at: time(second), op: Op::Delete { id: ItemId::from_bits(id) }, way: None }
}

pub(super) fn place(second: i64, path: u8, content: u8, offset: u64) -> Record {
    let place = Place { document: document(path, content), offset, read: false };
    Record { at: time(second), op: Op::Place(place), way: None }
}

/// Any record on few enough items, documents and times for them to meet.
pub(super) fn any_record() -> impl Strategy<Value = Record> {
    let item = (
        0u128..4,
        0usize..3,
        (0u8..3, 0u8..3),
        prop::option::of("\\PC{0,9}"),
        "[a\n\"é\u{0}\u{2028}]{0,4}",
        0i64..4,
    );
    let put = item.prop_map(|(id, kind, (path, content), exact, body, second)| {
        let mut item = self::item(id, second, &body);
        item.kind = [ItemKind::Bookmark, ItemKind::Highlight, ItemKind::Note][kind];
        item.tags = exact.iter().cloned().collect();
        let anchor = exact.map(|exact| Anchor { exact, ..Anchor::default() });
        item.colour = (content == 2).then_some(Colour::Blue);
        let folder = || vec![path.to_string()];
        item.subject = match (path, content) {
            (2, 1) => Subject::Collection(folder()),
            (2, 2) => Subject::Entity {
                entity: EntityRef { kind: "place".into(), name: "Gdynia".into() },
                collection: folder(),
            },
            _ => Subject::Document { document: document(path, content), anchor },
        };
        Op::Put { item }
    });
    let rule = (0u128..4, 0i64..4, prop::option::of((0u8..3, 0u8..3)), "\\PC{0,9}").prop_map(
        |(id, second, document, name)| {
            let rule = Rule::Reject { kind: "place".into(), name };
            let document = document.map(|(path, content)| self::document(path, content));
            Op::Rule { ruling: Ruling { rule, document, ..ruling(id, second) } }
        },
    );
    let delete = (0u128..4).prop_map(|id| Op::Delete { id: ItemId::from_bits(id) });
    let place = (0u8..3, 0u8..3, 0u64..9, any::<bool>()).prop_map(|(path, content, offset, read)| {
        Op::Place(Place { document: document(path, content), offset, read })
    });
    let way = prop_oneof![8 => Just(None), 1 => Just(Some(Way::Undo)), 1 => Just(Some(Way::Redo))];
    let mark = ("[aB]", 0u8..3, 0u8..3, "\\PC{0,9}").prop_map(|(letter, path, content, exact)| {
        let (letter, anchor) = (letter.chars().next().unwrap_or('a'), Anchor { exact, ..Anchor::default() });
        let collection = vec![content.to_string()];
        Op::Mark(Mark { letter, collection, document: document(path, content), anchor })
    });
    (0i64..5, 0i32..2, prop_oneof![3 => put, 1 => rule, 1 => delete, 1 => place, 1 => mark], way)
        .prop_map(|(second, nano, op, way)| Record { at: Timestamp::constant(second, nano), op, way })
}
