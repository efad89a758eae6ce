//! The fonts of a PDF: what their codes mean and how wide they are.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_cmap::BfString;
use hayro_font::kurbo::Vec2;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::dict::keys::{BASE_FONT, FLAGS, FONT_BBOX, FONT_DESC, FONT_MATRIX};
use hayro_syntax::object::{Dict, Name};
use hayro_syntax::page::Resources;

use super::page::style;

/// The bit of a font's flags that says that all letters have one width (ISO 32000-1, table 123).
const FIXED_PITCH: u32 = 1;

/// A font as the text needs it.
pub(super) struct Face<'a> {
    font: Font<'a>,
    /// How its letters are set; see [`style`].
    pub(super) style: u8,
    /// The height of its letters where the size is 1.
    pub(super) em: f64,
    known: RefCell<HashMap<u32, Option<Rc<str>>>>,
}

impl<'a> Face<'a> {
    fn new(font: Font<'a>, dict: &Dict<'a>) -> Self {
        Self { font, style: style_of(dict), em: em(dict), known: RefCell::default() }
    }

    /// The next code of a string, and how many bytes it takes, at least one.
    pub(super) fn code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        (code, length.max(1))
    }

    /// How far a code moves the pen, in thousandths of the size.
    pub(super) fn advance(&self, code: u32) -> Vec2 {
        self.font.code_advance(code)
    }

    /// Whether lines of it run across the page.
    pub(super) fn is_horizontal(&self) -> bool {
        self.font.is_horizontal()
    }

    /// The characters that a code stands for, where the font says so.
    pub(super) fn text(&self, code: u32) -> Option<Rc<str>> {
        let mut known = self.known.borrow_mut();
        known
            .entry(code)
            .or_insert_with(|| {
                let text = match self.font.glyph(self.font.map_code(code), code) {
                    FontGlyph::Outline(glyph) => glyph.as_unicode(),
                    FontGlyph::Type3(glyph) => glyph.as_unicode(),
                };
                match text {
                    Some(BfString::Char(c)) => Some(c.encode_utf8(&mut [0; 4]).into()),
                    Some(BfString::String(text)) => Some(text.into()),
                    None if code == 32 => Some(" ".into()),
                    None => None,
                }
            })
            .clone()
    }
}

/// How letters are set, by the font's flags and name.
fn style_of(dict: &Dict<'_>) -> u8 {
    let name = dict.get::<Name<'_>>(BASE_FONT).map_or_else(String::new, |name| name.as_str().to_lowercase());
    // The six letters before a plus sign only tell parts of a font apart.
    let name = name.split_once('+').map_or(name.as_str(), |(_, name)| name);
    let flags = dict.get::<Dict<'_>>(FONT_DESC).and_then(|descriptor| descriptor.get::<u32>(FLAGS));
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let mut found = 0;
    if has(&["bold", "black", "heavy", "demi", "cmbx", "sfbx"]) {
        found |= style::BOLD;
    }
    if flags.is_some_and(|flags| flags & FIXED_PITCH != 0)
        || has(&["courier", "mono", "typewriter", "consol", "cmtt", "sftt", "lmtt"])
    {
        found |= style::FIXED;
    }
    found
}

/// The height of a font's letters where the size is 1: 1 but for fonts of drawings, which have a measure of
/// their own.
fn em(dict: &Dict<'_>) -> f64 {
    let (Some(matrix), Some(bounds)) = (dict.get::<[f64; 6]>(FONT_MATRIX), dict.get::<[f64; 4]>(FONT_BBOX))
    else {
        return 1.0;
    };
    let height = (bounds[3] - bounds[1]).abs() * matrix[3].abs();
    if height.is_finite() && height > 0.0 { height } else { 1.0 }
}

/// The place of a dictionary of fonts, and a name in it.
type Key = (usize, Box<[u8]>);

/// The fonts of a file, each read once.
pub(super) struct Faces<'a> {
    cache: FontCache<'a>,
    fonts: FontResolverFn,
    maps: CMapResolverFn,
    known: HashMap<Key, Option<Rc<Face<'a>>>>,
}

impl<'a> Faces<'a> {
    pub(super) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            fonts: Arc::new(|query| {
                Some(match query {
                    FontQuery::Standard(font) => font.get_font_data(),
                    FontQuery::Fallback(query) => query.pick_standard_font().get_font_data(),
                })
            }),
            maps: Arc::new(hayro_cmap::load_embedded),
            known: HashMap::new(),
        }
    }

    /// The font of this name.
    pub(super) fn get(&mut self, resources: &Resources<'a>, name: &Name<'_>) -> Option<Rc<Face<'a>>> {
        // A dictionary is a part of the file, and known by where it begins.
        let key = (resources.fonts.data().as_ptr() as usize, Box::from(name.as_ref()));
        if let Some(face) = self.known.get(&key) {
            return face.clone();
        }
        let face = resources.get_font(name).and_then(|dict| {
            let font = self.cache.font(&dict, &self.fonts, &self.maps)?;
            Some(Rc::new(Face::new(font, &dict)))
        });
        self.known.insert(key, face.clone());
        face
    }
}
