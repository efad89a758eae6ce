//! Names by a trained model alone.

use super::model::{Memory, Model, NameKind, Tokens};
use super::pieces::pieces;
use super::{Context, Kind, Mention, Namer};
use crate::text::Text;

/// How much text is tagged at once, in bytes, so that memory stays bounded.
const STRETCH: usize = 256 * 1024;

/// Finds names with this model and nothing else.
pub(super) struct Bare(pub(super) &'static Model);

impl Namer for Bare {
    fn names(&self, text: &Text, _: &Context, _: &[Mention], stop: &dyn Fn() -> bool) -> Vec<Mention> {
        let mut tagger = self.0.tagger();
        let mut memory = Memory::default();
        let (mut mentions, mut tokens, mut bytes) = (Vec::new(), Tokens::default(), 0);
        let mut tag = |tokens: &mut Tokens| {
            tokens.part_glued(text.as_str());
            let Tokens { spans, ends } = std::mem::take(tokens);
            let words = spans.iter().map(|span| span.of(text.as_str()));
            for name in tagger.tag(words, &ends, &mut memory) {
                let kind = match name.kind {
                    NameKind::Person => Kind::Person,
                    NameKind::Organisation => Kind::Organisation,
                    NameKind::Place => Kind::Place,
                    NameKind::Other => continue,
                };
                let (first, last) = (spans.get(name.first as usize), spans.get(name.end as usize - 1));
                if let (Some(first), Some(last)) = (first, last) {
                    let hundredths = (name.confidence.clamp(0.0, 1.0) * 100.0).round() as u8;
                    mentions.push(Mention::new(first.join(*last), kind, hundredths));
                }
            }
        };
        for piece in pieces(text, stop) {
            tokens.add(text.as_str(), piece.span);
            bytes += piece.span.len();
            if bytes >= STRETCH {
                tag(&mut tokens);
                bytes = 0;
            }
        }
        tag(&mut tokens);
        mentions
    }
}
