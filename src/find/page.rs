//! Find in a document: all places of a phrase, block by block, on all cores.

use memchr::memmem::Finder;
use rayon::prelude::*;

use super::sieve::Sieve;
use crate::text::fold::{Folded, Folding};
use crate::text::{Block, Span, Text};

/// Matches that are kept. Beyond that the count says "and more"; a person steps through hundreds.
pub const MOST: usize = 100_000;

/// Blocks that one task looks through before it asks whether to stop.
const CHUNK: usize = 256;

/// Tasks to a round.
const ROUND: usize = 64;

/// Every place of `query` in the body of `text` (in what was set aside too where `asides`), in order, not
/// overlapping, at most [`MOST`]. Case and accents count only where the query has some.
///
/// Asks `stop` every few hundred blocks and answers with nothing once that says true.
pub fn find(text: &Text, query: &str, asides: bool, stop: &(dyn Fn() -> bool + Sync)) -> Vec<Span> {
    let folding = Folding::for_query(query);
    let needle = folding.fold(query);
    if needle.as_str().is_empty() {
        return Vec::new();
    }
    let finder = Finder::new(needle.as_str());
    let sieve = Sieve::new(needle.as_str(), folding);
    let search = |blocks: &[Block]| {
        let mut spans = Vec::new();
        let mut folded = Folded::default();
        if stop() {
            return spans;
        }
        for block in blocks.iter().filter(|block| asides || block.is_body()) {
            let source = block.span.of(text.as_str());
            if !sieve.lets_through(source, &mut folded) {
                continue;
            }
            folding.fold_into(source, &mut folded);
            let base = block.span.start;
            for at in finder.find_iter(folded.as_str().as_bytes()) {
                let span = folded.source_span(at, at + needle.as_str().len());
                spans.push(Span { start: base + span.start, end: base + span.end });
            }
        }
        spans
    };
    // In rounds, so that a letter that is everywhere doesn't fill the memory before it is cut off.
    let mut found = Vec::new();
    for round in text.blocks().chunks(CHUNK * ROUND) {
        let spans: Vec<Vec<Span>> = round.par_chunks(CHUNK).map(search).collect();
        if stop() {
            return Vec::new();
        }
        found.extend(spans.into_iter().flatten().filter(|span| !span.is_empty()));
        if found.len() >= MOST {
            found.truncate(MOST);
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{AsideReason, BlockKind};

    fn text() -> Text {
        let all = "One elder brother\nsite elder\nÉlder\nbrother";
        let block =
            |start, end, kind| Block { span: Span::new(start, end), kind, indent: 0, hang: 0, gap: false };
        let aside = BlockKind::Aside(AsideReason::Site);
        let blocks = vec![
            block(0, 17, BlockKind::Paragraph),
            block(18, 28, aside),
            block(29, 43, BlockKind::Paragraph),
        ];
        Text::new(all.into(), blocks)
    }

    fn found(query: &str, asides: bool) -> Vec<String> {
        let text = text();
        find(&text, query, asides, &|| false)
            .into_iter()
            .map(|span| span.of(text.as_str()).to_owned())
            .collect()
    }

    #[test]
    fn all_places_across_line_ends_and_accents() {
        assert_eq!(found("elder brother", false), ["elder brother", "Élder\nbrother"]);
        assert_eq!(found("Elder", false), ["Élder"]);
    }

    #[test]
    fn what_is_set_aside_is_found_only_when_shown() {
        assert_eq!(found("elder", false).len(), 2);
        assert_eq!(found("elder", true).len(), 3);
    }

    #[test]
    fn nothing_is_found_for_nothing_or_once_stopped() {
        assert!(found("", true).is_empty());
        assert!(find(&text(), "elder", true, &|| true).is_empty());
    }
}
