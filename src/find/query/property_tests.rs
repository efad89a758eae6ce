//! What holds for every query, whatever is typed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::text::Span;

/// The pieces that queries are made of, wrong ones too.
const PIECES: &[&str] = &[
    "a",
    "bé",
    "слово",
    "AND",
    "OR",
    "NOT",
    "-",
    "--",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "«",
    " ",
    " ",
    " ",
    "\u{a0}",
    "~",
    "~5",
    "*",
    "=",
    "==",
    ":",
    "title:",
    "date:",
    "is:",
    "format:",
    "tag:",
    "#",
    "author:",
    "autor:",
    "foo:",
    "2019",
    "2019-07",
    "..",
    ">",
    ">=",
    "unread",
    "pdf",
    "plain text",
    "x*y",
    "don’t",
    "state-owned",
    "\u{1b}",
    "😀",
    "\n",
];

fn pieces() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// A tree without where it stood.
fn unplaced(node: &mut Node) {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter_mut().for_each(unplaced),
        Node::Not(node) => unplaced(node),
        Node::Sought(sought) => sought.span = Span::default(),
        Node::Date(_) | Node::Mentions(_) | Node::Format(_) | Node::Is(_) => {}
    }
}

/// Every place of the tree, in its order.
fn spans(node: &Node, found: &mut Vec<Span>) {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|node| spans(node, found)),
        Node::Not(node) => spans(node, found),
        Node::Sought(sought) => found.push(sought.span),
        Node::Date(_) | Node::Mentions(_) | Node::Format(_) | Node::Is(_) => {}
    }
}

/// No group of fewer than two, none in its own kind, nothing denied twice.
fn is_simple(node: &Node) -> bool {
    match node {
        Node::All(nodes) => {
            nodes.len() > 1 && nodes.iter().all(|node| !matches!(node, Node::All(_)) && is_simple(node))
        }
        Node::Any(nodes) => {
            nodes.len() > 1 && nodes.iter().all(|node| !matches!(node, Node::Any(_)) && is_simple(node))
        }
        Node::Not(node) => !matches!(**node, Node::Not(_)) && is_simple(node),
        _ => true,
    }
}

fn holds(typed: &str) {
    let query = Query::read(typed);
    for complaint in &query.complaints {
        assert!(typed.get(complaint.span.range()).is_some(), "{typed:?}: {complaint:?}");
    }
    assert!(query.complaints.is_sorted_by_key(|complaint| complaint.span.start), "{typed:?}");
    let Some(mut root) = query.root else { return };
    let mut found = Vec::new();
    spans(&root, &mut found);
    assert!(
        found.iter().all(|span| typed.get(span.range()).is_some_and(|text| !text.is_empty())),
        "{typed:?}"
    );
    assert!(found.is_sorted_by(|one, next| one.end <= next.start), "{typed:?}: {found:?}");
    assert!(is_simple(&root), "{typed:?}: {root:?}");
    let printed = root.to_string();
    let again = Query::read(&printed);
    assert_eq!(
        again
            .complaints
            .iter()
            .filter(|complaint| {
                !complaint.text.contains("is looked for as it is") && !complaint.text.contains("star")
            })
            .count(),
        0,
        "{typed:?}: {printed:?}"
    );
    let mut again = again.root;
    again.iter_mut().for_each(unplaced);
    unplaced(&mut root);
    assert_eq!(Some(root), again, "{typed:?}: {printed:?}");
}

proptest! {
    #[test]
    fn any_text_is_read_and_reads_the_same_again(typed in "\\PC*") {
        holds(&typed);
    }

    #[test]
    fn any_order_of_pieces_is_read_and_reads_the_same_again(typed in pieces()) {
        holds(&typed);
    }

    #[test]
    fn every_beginning_of_a_query_is_read(rule in proptest::sample::select(RULES), at in 0..40usize) {
        holds(&rule.example.chars().take(at).collect::<String>());
    }
}
