//! Any text and any query: nothing panics, what stands in a text is found, and snippets are sound.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::testing::{asked, index, kept, text};
use super::*;
use crate::corpus::PartialDate;
use crate::find::query::{Dates, How, Mark, Node, Query, Scope, Sought, Words as Looked};
use crate::index::{Answer, Asked, Nobody, Origin};
use crate::text::Span;

fn sought(scope: Scope, words: Looked) -> Node {
    Node::Sought(Sought { scope, words, span: Span::new(0, 1) })
}

fn leaf() -> impl Strategy<Value = Node> {
    let scopes = prop::sample::select(vec![
        Scope::Anywhere,
        Scope::Title,
        Scope::Text,
        Scope::Person,
        Scope::Note,
        Scope::Tag,
        Scope::Path,
    ]);
    let how = prop::sample::select(vec![How::Meant, How::Exact, How::Prefix, How::Typo]);
    let word = "[a-cé’'1.,-]{0,4}|.{0,6}";
    prop_oneof![
        (scopes.clone(), word, how).prop_map(|(scope, word, how)| sought(scope, Looked::Word(word, how))),
        (scopes, prop::collection::vec(word, 0..5), prop::option::of(0u32..9))
            .prop_map(|(scope, words, slop)| sought(scope, Looked::Phrase(words, slop))),
        (1i16..9999).prop_map(|year| Node::Date(Dates { first: PartialDate::new(year, 0, 0), last: None })),
        Just(Node::Is(Mark::Noted)),
        ".{0,3}".prop_map(Node::Format),
    ]
}

fn node() -> impl Strategy<Value = Node> {
    leaf().prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Node::All),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Node::Any),
            inner.prop_map(|node| Node::Not(Box::new(node))),
        ]
    })
}

/// Whether all snippets are what they say.
fn check(answer: &Answer, texts: &[String]) {
    for hit in &answer.hits {
        for snippet in &hit.snippets {
            assert!(!snippet.lit.is_empty(), "{snippet:?}");
            assert!(!snippet.text.contains('\n'));
            let mut before = 0;
            for span in &snippet.lit {
                assert!(before <= span.start && span.start < span.end, "{snippet:?}");
                assert!(snippet.text.get(span.range()).is_some(), "{snippet:?}");
                before = span.end;
            }
            if snippet.origin == Origin::Text {
                let text = &texts[hit.id.0 as usize];
                assert!(
                    !snippet.place.is_empty() && text.get(snippet.place.range()).is_some(),
                    "{snippet:?}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_query_has_an_answer(
        nodes in prop::collection::vec(node(), 1..6),
        texts in prop::collection::vec("[a-cé ’'1.,\n-]{0,80}|.{0,40}", 1..4),
        typing: bool,
        exact: bool,
    ) {
        let reader = index(&texts.iter().map(|own| text(own)).collect::<Vec<_>>());
        let kept = kept(&[0], &[1], &[(0, &texts[0]), (9, "#tag ab")]);
        for root in nodes {
            let query = Query { root: Some(root), complaints: Vec::new() };
            let asked = Asked { typing, exact, snippets: 3, kept: kept.clone(), ..asked(query) };
            let answer = reader.answer(&asked, &Nobody, &|| false).unwrap().unwrap();
            prop_assert_eq!(answer.total, answer.hits.len());
            check(&answer, &texts);
            reader.facets(&asked, &Nobody, &|| false).unwrap().unwrap();
            reader.explain(&asked, &Nobody).unwrap();
        }
    }

    #[test]
    fn every_word_of_a_text_finds_it_and_is_lit(own in ".{1,80}|[\\w’'., \n]{1,120}") {
        let reader = index(&[text("other words"), text(&own)]);
        let mut walk = Words::new(&own);
        let (mut word, mut spans) = (String::new(), Vec::new());
        while let Some((start, end)) = walk.next_into(&mut word) {
            spans.push((start, end, word.clone()));
        }
        for (start, end, folded) in spans {
            // A part of a number or of an elision may be another word where it stands alone.
            if words(&own[start..end]) != [folded] {
                continue;
            }
            for how in [How::Exact, How::Meant, How::Prefix] {
                let root = Some(sought(Scope::Text, Looked::Word(own[start..end].to_owned(), how)));
                let asked = asked(Query { root, complaints: Vec::new() });
                let answer = reader.answer(&asked, &Nobody, &|| false).unwrap().unwrap();
                let hit = answer.hits.iter().find(|hit| hit.id.0 == 1);
                prop_assert!(hit.is_some_and(|hit| !hit.snippets.is_empty()), "{:?}", &own[start..end]);
                check(&answer, &["other words".to_owned(), own.clone()]);
            }
        }
    }
}
