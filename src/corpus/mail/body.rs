//! The plain text of a message: quotations, joined lines (RFC 3676), signatures.

use std::ops::Range;

use super::parts::Content;
use crate::corpus::builder::{Builder, Piece};
use crate::text::AsideReason;

/// The most lines of a signature. Four are good manners; companies append a page.
const SIGNATURE: usize = 30;

/// The first lines of what OpenPGP sets around a text (RFC 9580, 6.2.2), the last one, and what it is.
const ARMOUR: [(&str, &str, Armour); 3] = [
    ("-----BEGIN PGP MESSAGE-----", "-----END PGP MESSAGE-----", Armour::Encrypted),
    ("-----BEGIN PGP SIGNED MESSAGE-----", "", Armour::Around),
    ("-----BEGIN PGP SIGNATURE-----", "-----END PGP SIGNATURE-----", Armour::Around),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Armour {
    Encrypted,
    Around,
}

/// Lines one behind the other that are quoted equally deep.
#[derive(Default)]
struct Stretch<'t> {
    pieces: Vec<Piece<'t>>,
    quotes: usize,
    is_signature: bool,
    /// What it is, and its last line, where it is armour.
    armour: Option<(Armour, &'static str)>,
}

/// Sets the text of a part, which stands in `raw` at `range`. Says whether something in it is encrypted.
pub(super) fn set(raw: &str, range: Range<usize>, content: &Content, builder: &mut Builder<'_>) -> bool {
    let mut stretch = Stretch::default();
    let mut encrypted = false;
    let mut at = range.start;
    for line in raw.get(range).unwrap_or_default().split_inclusive('\n') {
        let bare = line.strip_suffix('\n').unwrap_or(line);
        let bare = bare.strip_suffix('\r').unwrap_or(bare);
        let (quotes, prefix) = quoted(bare, content.flowed);
        let text = bare.get(prefix..).unwrap_or_default();
        let armour = ARMOUR.iter().find(|(first, ..)| text.trim_end() == *first);
        let dashes = text == "-- " || text == "--" && !content.flowed;
        if quotes != stretch.quotes || dashes && stretch.armour.is_none() || armour.is_some() {
            std::mem::take(&mut stretch).set(builder);
            (stretch.quotes, stretch.is_signature) = (quotes, dashes);
        }
        if let Some((_, last, armour)) = armour {
            stretch.armour = Some((*armour, last));
            encrypted |= *armour == Armour::Encrypted;
        }
        let soft = content.flowed && !dashes && text.ends_with(' ') && stretch.armour.is_none();
        let ends = stretch.armour.is_some_and(|(_, last)| text.trim_end() == last);
        let text = if soft && content.del_sp { text.strip_suffix(' ').unwrap_or(text) } else { text };
        stretch.pieces.push(Piece { text, at: at + prefix, ends: !soft });
        if ends {
            std::mem::take(&mut stretch).set(builder);
            stretch.quotes = quotes;
        }
        at += line.len();
    }
    stretch.set(builder);
    encrypted
}

impl Stretch<'_> {
    fn set(self, builder: &mut Builder<'_>) {
        let signature = self.is_signature && self.pieces.len() <= SIGNATURE;
        let aside = match self.armour {
            Some((Armour::Encrypted, _)) => Some(AsideReason::Metadata),
            Some((Armour::Around, _)) => Some(AsideReason::Signature),
            None => signature.then_some(AsideReason::Signature),
        };
        builder.plain_lines(self.pieces, self.quotes, aside);
    }
}

/// How deep a line is quoted, and the bytes of the marks. Flowed lines have no space between their marks;
/// elsewhere there are all sorts.
fn quoted(line: &str, flowed: bool) -> (usize, usize) {
    let bytes = line.as_bytes();
    let (mut quotes, mut at) = (0, 0);
    loop {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'>'), _) => {
                quotes += 1;
                at += 1;
            }
            (Some(b' '), Some(b'>')) if quotes > 0 && !flowed => at += 1,
            // Behind the marks, and in flowed text before each line that needs it, one space is no part of
            // the line.
            (Some(b' '), _) if quotes > 0 || flowed => return (quotes, at + 1),
            _ => return (quotes, at),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::text::BlockKind;

    fn shown(raw: &str, content: &Content) -> Vec<String> {
        let mut builder = Builder::new(raw);
        set(raw, 0..raw.len(), content, &mut builder);
        let (text, blocks, _) = builder.finish();
        let kind = |kind| match kind {
            BlockKind::Paragraph => "",
            BlockKind::Quote => "quote",
            BlockKind::Aside(reason) => reason.label(),
            _ => "other",
        };
        blocks
            .iter()
            .map(|block| {
                format!("{}{}|{}", kind(block.kind), block.indent, block.span.of(&text).replace('\n', "/"))
            })
            .collect()
    }

    #[test]
    fn quotations_are_set_by_their_depth() {
        let text =
            "Yes.\n\nOn Monday Ann wrote:\n> Will you come?\n> > Ask Bob.\n>> He knows.\n>\n> Ann\n\nBob\n";
        let expected = [
            "0|Yes.",
            "0|On Monday Ann wrote:",
            "quote2|Will you come?",
            "quote4|Ask Bob.",
            "quote4|He knows.",
            "quote2|Ann",
            "0|Bob",
        ];
        assert_eq!(shown(text, &Content::default()), expected);
    }

    #[test]
    fn flowed_lines_are_joined_where_they_are_quoted_equally_deep() {
        let flowed = Content { flowed: true, ..Content::default() };
        let text = "The two sides \r\nmet.\r\n From here \r\n>and there \r\n>> went\r\n-- \r\nAnn\r\n";
        let expected = [
            "0|The two sides met.",
            "0|From here",
            "quote2|and there",
            "quote4|went",
            "signature0|--",
            "signature0|Ann",
        ];
        assert_eq!(shown(text, &flowed), expected);
        let joined = Content { del_sp: true, ..flowed };
        assert_eq!(shown("白俄 \n罗斯\n", &joined), ["0|白俄罗斯"]);
    }

    #[test]
    fn what_openpgp_sets_around_a_text_is_set_aside() {
        let text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nYes.\n-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\nMore.\n";
        let shown = shown(text, &Content::default());
        let body: Vec<_> = shown.iter().filter(|line| line.starts_with('0')).collect();
        assert_eq!(body, ["0|Yes.", "0|More."]);
        assert_eq!(shown.len(), 7);
    }

    #[test]
    fn a_signature_is_set_aside_up_to_what_is_quoted_below_it() {
        let text = "Yes.\n\n-- \nBob\nExample Ltd\n\n> Will you come?\n> -- \n> Ann\n";
        let expected = [
            "0|Yes.",
            "signature0|--",
            "signature0|Bob",
            "signature0|Example Ltd",
            "quote2|Will you come?",
            "signature2|--",
            "signature2|Ann",
        ];
        assert_eq!(shown(text, &Content::default()), expected);
        let long = format!("-- \n{}", "A line of the minutes.\n".repeat(40));
        assert!(shown(&long, &Content::default()).iter().all(|line| line.starts_with("0|")));
    }
}
