//! The groups of letters that words are read as, and the sounds that each may stand for.

use std::sync::LazyLock;

/// Sounds, a bit for each.
pub(super) type Sounds = u64;

pub(super) const P: Sounds = 1;
pub(super) const B: Sounds = 1 << 1;
pub(super) const F: Sounds = 1 << 2;
pub(super) const V: Sounds = 1 << 3;
pub(super) const T: Sounds = 1 << 4;
pub(super) const D: Sounds = 1 << 5;
pub(super) const K: Sounds = 1 << 6;
pub(super) const G: Sounds = 1 << 7;
pub(super) const X: Sounds = 1 << 8;
pub(super) const H: Sounds = 1 << 9;
pub(super) const S: Sounds = 1 << 10;
pub(super) const Z: Sounds = 1 << 11;
pub(super) const SH: Sounds = 1 << 12;
pub(super) const ZH: Sounds = 1 << 13;
pub(super) const CH: Sounds = 1 << 14;
pub(super) const TS: Sounds = 1 << 15;
pub(super) const DZH: Sounds = 1 << 16;
pub(super) const SHCH: Sounds = 1 << 17;
pub(super) const L: Sounds = 1 << 18;
pub(super) const R: Sounds = 1 << 19;
pub(super) const M: Sounds = 1 << 20;
pub(super) const N: Sounds = 1 << 21;
pub(super) const Q: Sounds = 1 << 22;
pub(super) const TH: Sounds = 1 << 23;
pub(super) const KS: Sounds = 1 << 24;
/// Letters without the sign that tells their sound: `Vucic`.
pub(super) const BARE_C: Sounds = 1 << 25;
pub(super) const BARE_S: Sounds = 1 << 26;
pub(super) const BARE_Z: Sounds = 1 << 27;
pub(super) const A: Sounds = 1 << 32;
pub(super) const E: Sounds = 1 << 33;
pub(super) const I: Sounds = 1 << 34;
pub(super) const O: Sounds = 1 << 35;
pub(super) const U: Sounds = 1 << 36;
pub(super) const OE: Sounds = 1 << 37;
pub(super) const UE: Sounds = 1 << 38;
pub(super) const AE: Sounds = 1 << 39;
pub(super) const VOWELS: Sounds = A | E | I | O | U | OE | UE | AE;

/// What a group of letters may stand for.
const GROUPS: &[(&str, Sounds)] = &[
    ("schtsch", SHCH),
    ("chtch", SHCH),
    ("shch", SHCH),
    ("szcz", SHCH),
    ("stch", SHCH),
    ("SC", SHCH),
    ("tsch", CH),
    ("dsch", DZH),
    ("sch", SH | ZH | SHCH),
    ("tch", CH),
    ("dzh", DZH),
    ("dj", DZH | D),
    ("ch", CH | X | SH | K),
    ("cz", CH),
    ("sz", SH),
    ("rz", ZH),
    ("sh", SH),
    ("zh", ZH),
    ("kh", X | K | H | Q),
    ("gh", G | H | Q),
    ("gu", G),
    ("dh", D | Z | TH),
    ("th", T | TH),
    ("ph", F),
    ("ts", TS),
    ("tz", TS),
    ("ck", K),
    ("ss", S),
    ("ks", KS),
    ("qu", K | Q),
    ("ou", U),
    ("oo", U),
    ("iy", I),
    ("ij", I),
    ("ii", I),
    ("yi", I),
    ("yy", I),
    ("yj", I),
    ("ee", I | E),
    ("oe", OE | U),
    ("ue", UE),
    ("ae", AE),
    ("aa", A),
    ("b", B),
    ("c", K | S | TS | BARE_C),
    ("d", D),
    ("f", F),
    ("g", G | DZH),
    ("h", H | G | X),
    ("j", I | ZH | DZH | X),
    ("k", K),
    ("l", L),
    ("m", M),
    ("n", N),
    ("p", P),
    ("q", Q | K | G),
    ("r", R),
    ("s", S | Z | BARE_S),
    ("t", T),
    ("v", V),
    ("w", V | U),
    ("x", KS | X | SH),
    ("y", I),
    ("z", Z | TS | BARE_Z),
    ("a", A),
    ("e", E),
    ("i", I),
    ("o", O),
    ("u", U),
    ("C", CH | BARE_C),
    ("S", SH | BARE_S),
    ("Z", ZH | BARE_Z),
    ("Ś", S),
    ("Ź", Z),
    ("D", DZH | D),
    ("J", DZH),
    ("W", SHCH),
    ("U", U | V),
    ("Ä", AE | A | E),
    ("Å", A | AE),
    ("Ö", OE | O),
    ("Ü", UE | U),
];

/// The groups by the byte that they begin with.
static BEGUN: LazyLock<Vec<Vec<(&str, Sounds)>>> = LazyLock::new(|| {
    let begun =
        |first: u8| GROUPS.iter().copied().filter(move |(letters, _)| letters.bytes().next() == Some(first));
    (0..=u8::MAX).map(|first| begun(first).collect()).collect()
});

/// The groups that begin as these letters do, and maybe go on otherwise.
pub(super) fn begun(letters: &str) -> &'static [(&'static str, Sounds)] {
    let first = letters.as_bytes().first();
    first.and_then(|&first| BEGUN.get(usize::from(first))).map_or(&[], Vec::as_slice)
}
