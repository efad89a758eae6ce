//! What stands on a page beside its own content: the filled fields of a form, and notes with a look of their own (ISO
//! 32000-1, 12.5). Each of them is a form that is drawn into a place of the page.

use hayro_font::kurbo::{self, Affine};
use hayro_syntax::object::dict::keys::{ANNOTS, AP, BBOX, MATRIX, PARENT, RECT, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Object, Rect, Stream, String};

/// The most of them on a page that are looked at.
const MOST: usize = 10_000;

/// How far up a field is asked for its value, which it may have from the one that it is a part of.
const PARENTS: usize = 8;

/// The flags of what isn't to be seen: it is hidden, or is seen in print only.
const UNSEEN: i32 = 1 << 1 | 1 << 5;

/// A field or a note.
pub(super) struct Annotation<'a> {
    /// How it looks, and where on the page.
    pub(super) look: Option<(Stream<'a>, Affine)>,
    /// Whether there are words that it should show.
    pub(super) has_words: bool,
}

/// Those of a page that can be seen.
pub(super) fn of<'a>(page: &Dict<'a>) -> Vec<Annotation<'a>> {
    let Some(all) = page.get::<Array<'_>>(ANNOTS) else { return Vec::new() };
    let dicts = all.iter::<Object<'a>>().take(MOST).filter_map(|one| match one {
        Object::Dict(dict) => Some(dict),
        _ => None,
    });
    dicts
        .filter(|dict| dict.get::<i32>(b"F").unwrap_or(0) & UNSEEN == 0)
        .map(|dict| Annotation { look: look(&dict), has_words: has_words(&dict) })
        .collect()
}

/// The form that is drawn for it as it is now, and what moves that to where it stands.
fn look<'a>(dict: &Dict<'a>) -> Option<(Stream<'a>, Affine)> {
    let form = match dict.get::<Dict<'_>>(AP)?.get::<Object<'_>>(b"N")? {
        Object::Stream(form) => form,
        // One for each state, such as ticked or not.
        Object::Dict(states) => states.get::<Stream<'_>>(dict.get::<Name<'_>>(b"AS")?.as_ref())?,
        _ => return None,
    };
    let rect = |rect: Rect| kurbo::Rect::new(rect.x0, rect.y0, rect.x1, rect.y1);
    let place = rect(dict.get::<Rect>(RECT)?);
    let own = Affine::new(form.dict().get::<[f64; 6]>(MATRIX).unwrap_or(Affine::IDENTITY.as_coeffs()));
    let drawn = own.transform_rect_bbox(rect(form.dict().get::<Rect>(BBOX)?));
    let scale = |wanted: f64, known: f64| Some(wanted / known).filter(|scale| scale.is_finite());
    let (x, y) = (scale(place.width(), drawn.width())?, scale(place.height(), drawn.height())?);
    let to = Affine::translate((place.x0, place.y0)) * Affine::scale_non_uniform(x, y);
    Some((form, to * Affine::translate((-drawn.x0, -drawn.y0))))
}

/// Whether it is a field with a value or a note with words. Notes behind a sign, which a reader opens, aren't on the page.
fn has_words(dict: &Dict<'_>) -> bool {
    let says = |dict: &Dict<'_>, key: &[u8]| {
        dict.get::<String<'_>>(key).is_some_and(|words| !words.as_bytes().is_empty())
    };
    match dict.get::<Name<'_>>(SUBTYPE).as_ref().map(|kind| kind.as_ref()) {
        Some(b"FreeText") => says(dict, b"Contents"),
        Some(b"Widget") => {
            let mut field = Some(dict.clone());
            for _ in 0..PARENTS {
                match &field {
                    Some(known) if says(known, b"V") => return true,
                    Some(known) => field = known.get::<Dict<'_>>(PARENT),
                    None => break,
                }
            }
            false
        }
        _ => false,
    }
}
