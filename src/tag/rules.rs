//! The rule-based tagger: gathers evidence from the whole document, then decides.

use super::evidence::Evidence;
use super::finder::{Finder, Found, Mode};
use super::lexicon::{LEXICON, flag};
use super::refine::refine;
use super::scan::{Shape, Token, scan};
use super::{Kind, Mention, Tagger};
use crate::text::{BlockKind, Span, Text};

/// A piece of text that is handled at once, at most, in bytes: so that memory stays small in a block of any
/// size, and a stop is heard soon.
const PIECE: usize = 64 * 1024;

/// A tagger of rules and tables. It knows English; in other languages it keeps to what it is sure of.
#[derive(Clone, Copy, Debug, Default)]
pub struct RuleTagger;

impl Tagger for RuleTagger {
    fn tag(&self, text: &Text, stop: &dyn Fn() -> bool) -> Vec<Mention> {
        let mut evidence = Evidence::default();
        let mut tokens = Vec::new();
        for piece in pieces(text, stop) {
            tokens.clear();
            scan(text.as_str(), piece.span, &mut tokens);
            let headline = matches!(mode(&piece, &tokens), Mode::Headline | Mode::Shouted);
            evidence.count(&tokens, headline);
        }
        let cautious = evidence.capitals_say_little();
        let (mut refined, mut found) = (Vec::new(), Vec::new());
        for piece in pieces(text, stop) {
            find(text.as_str(), &piece, &evidence, cautious, &mut tokens, &mut refined, &mut found);
            learn(text.as_str(), &refined, &found, &mut evidence);
        }
        let mut mentions = Vec::new();
        for piece in pieces(text, stop) {
            find(text.as_str(), &piece, &evidence, cautious, &mut tokens, &mut refined, &mut found);
            mentions.extend(found.iter().map(|found| Mention {
                span: refined[found.first].span.join(refined[found.end - 1].span),
                kind: found.kind,
                title: found.title,
            }));
        }
        mentions
    }
}

/// A stretch of one block.
struct Piece {
    span: Span,
    kind: BlockKind,
    /// Whether it is the whole block.
    whole: bool,
}

/// The text's body in pieces, until `stop` says so; it is asked once for every 64 KiB.
fn pieces<'a>(text: &'a Text, stop: &'a dyn Fn() -> bool) -> impl Iterator<Item = Piece> + 'a {
    let mut since = 0;
    text.body()
        .filter(|block| block.kind != BlockKind::Code)
        .flat_map(move |block| {
            let (mut from, end) = (block.span.start as usize, block.span.end as usize);
            std::iter::from_fn(move || {
                let to = cut(text.as_str(), from, end);
                let whole = from == block.span.start as usize && to == end;
                let piece = Piece { span: Span::new(from, to), kind: block.kind, whole };
                let more = from < to;
                from = to;
                more.then_some(piece)
            })
        })
        .take_while(move |piece| {
            since += piece.span.len();
            if since < PIECE {
                return true;
            }
            since = 0;
            !stop()
        })
}

/// Where the piece from `from` ends: behind the last stop, or else the last white space, or else the last whole
/// character of it.
fn cut(text: &str, from: usize, end: usize) -> usize {
    if end - from <= PIECE {
        return end;
    }
    let mut to = from + PIECE;
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let piece = text.get(from..to).unwrap_or("");
    let stop = piece.rfind(". ").or_else(|| piece.rfind('\n')).or_else(|| piece.rfind(' '));
    stop.map_or(to, |at| from + at + 1)
}

fn find(
    text: &str,
    piece: &Piece,
    evidence: &Evidence,
    cautious: bool,
    tokens: &mut Vec<Token>,
    refined: &mut Vec<Token>,
    found: &mut Vec<Found>,
) {
    tokens.clear();
    found.clear();
    scan(text, piece.span, tokens);
    refine(text, tokens, evidence, refined);
    let mode = match mode(piece, tokens) {
        Mode::Running if cautious => Mode::Cautious,
        mode => mode,
    };
    Finder { text, tokens: refined, evidence, mode }.find(found);
}

/// How far the capitals of a piece can be trusted, from the piece alone.
fn mode(piece: &Piece, tokens: &[Token]) -> Mode {
    let heading = matches!(piece.kind, BlockKind::Heading(_));
    if !piece.whole || tokens.len() > 200 {
        return Mode::Running;
    }
    let (mut words, mut capitals, mut shouted, mut first) = (0, 0, 0, true);
    for token in tokens {
        let word = matches!(token.shape, Shape::Lower | Shape::Title | Shape::Caps);
        if !word {
            continue;
        }
        let function = LEXICON.flags(token.key) & flag::FUNCTION != 0;
        shouted += usize::from(token.shape == Shape::Caps);
        if !function || token.shape == Shape::Caps {
            words += 1;
            capitals += usize::from(token.capital() && !first);
            shouted += usize::from(token.shape == Shape::Caps);
        }
        first = false;
    }
    let ends = tokens.last().is_some_and(|token| token.is('.'));
    if words >= 3 && shouted * 10 >= words * 14 {
        return Mode::Shouted;
    }
    let share = if heading { 5 } else { 8 };
    // The first word has its capital by position, so it counts for neither side.
    let rest = words.max(1) - 1;
    if rest >= 2 && capitals * 10 >= rest * share && (heading || !ends) {
        Mode::Headline
    } else {
        Mode::Running
    }
}

/// Takes what is sure for evidence.
fn learn(text: &str, tokens: &[Token], found: &[Found], evidence: &mut Evidence) {
    for name in found.iter().filter(|name| name.sure) {
        let (first, last) = (&tokens[name.first], &tokens[name.end - 1]);
        match name.kind {
            Kind::Person => {
                evidence.see(last.key, |seen| seen.person += 1);
                if name.end > name.first + 1 && !first.dotted {
                    evidence.see(first.key, |seen| seen.given += 1);
                }
            }
            Kind::Place if name.end == name.first + 1 => evidence.see(last.key, |seen| seen.place += 1),
            Kind::Organisation => {
                if name.end == name.first + 1 {
                    evidence.see(last.key, |seen| seen.body += 1);
                }
                // "(CSTO)" or ", or CSTO" right behind the long name.
                let behind = tokens.get(name.end..).unwrap_or_default();
                let short = match behind {
                    [open, short, ..] if open.is('(') => Some(short),
                    [comma, or, short, ..] if comma.is(',') && or.span.of(text) == "or" => Some(short),
                    _ => None,
                };
                if let Some(short) = short.filter(|short| short.shape == Shape::Caps) {
                    evidence.see(short.key, |seen| seen.body += 1);
                }
            }
            _ => {}
        }
    }
}
