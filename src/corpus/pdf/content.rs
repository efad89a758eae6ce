//! Interpreting the content of a page as far as text needs it: where each character stands (ISO 32000-1,
//! 8.4, 9.3, 9.4 and 14.6). Nothing is drawn.

use std::rc::Rc;

use hayro_font::kurbo::{Affine, Point, Vec2};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys::{ACTUAL_TEXT, MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::annotation;
use super::face::{Face, Faces};
use super::info;
use super::page::style;

/// How deeply forms may be drawn inside forms.
const DEPTH: usize = 16;

/// How many states may be kept at once. Pages of real files keep less than a hundred.
const STATES: usize = 1024;

/// How many instructions and characters of a page are followed. The fullest maps have a tenth of this.
const STEPS: usize = 20_000_000;
const GLYPHS: usize = 1_000_000;

/// A thousandth: fonts measure in thousandths of the size.
const MILLE: f64 = 0.001;

/// A character on a page, in points from its upper left corner.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// Its part of [`Canvas::text`]; empty where its text was said with one before it.
    pub(super) text: (u32, u32),
    /// Where the pen was before it.
    pub(super) start: Point,
    /// Where the pen was behind it.
    pub(super) end: Point,
    /// The direction of its line in whole degrees; clockwise, since down is where y grows.
    pub(super) angle: i16,
    /// The size of its letters, in points.
    pub(super) size: f64,
    /// See [`style`].
    pub(super) style: u8,
}

/// The characters of a page, in the order in which they are drawn.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    /// Whether a picture is drawn.
    pub(super) picture: bool,
    /// Characters of which the font doesn't say what they are.
    pub(super) unknown: usize,
    /// Filled fields and notes of which no letter is drawn.
    pub(super) unseen: usize,
    /// Whether there is more on the page than is followed.
    pub(super) cut: bool,
}

/// What a page may change and set back.
#[derive(Clone)]
struct State<'a> {
    ctm: Affine,
    face: Option<Rc<Face<'a>>>,
    size: f64,
    char_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

/// A marked part of the content.
enum Mark {
    Plain,
    /// Furniture of the page.
    Artifact,
    /// Characters that are to be read as these; `None` once they were.
    Actual(Option<String>),
}

/// The reader of a page.
struct Interpreter<'a, 'f> {
    faces: &'f mut Faces<'a>,
    canvas: Canvas,
    /// The page's width and height.
    bounds: (f64, f64),
    steps: usize,
    marks: Vec<Mark>,
}

/// The characters of a page.
pub(super) fn read<'a>(page: &Page<'a>, faces: &mut Faces<'a>) -> Canvas {
    let (width, height) = page.render_dimensions();
    let bounds = (f64::from(width), f64::from(height));
    let mut interpreter =
        Interpreter { faces, canvas: Canvas::default(), bounds, steps: 0, marks: Vec::new() };
    let state = State {
        ctm: Affine::new(page.initial_transform(true).as_coeffs()),
        face: None,
        size: 1.0,
        char_space: 0.0,
        word_space: 0.0,
        scale: 1.0,
        leading: 0.0,
        rise: 0.0,
    };
    interpreter.run(page.typed_operations(), page.resources(), state.clone(), 0);
    for annotation in annotation::of(page.raw()) {
        let before = interpreter.canvas.glyphs.len();
        if let Some((form, place)) = annotation.look {
            let state = State { ctm: state.ctm * place, ..state.clone() };
            interpreter.draw(&form, page.resources(), &state, 0);
        }
        let drawn = interpreter.canvas.glyphs.len() > before;
        interpreter.canvas.unseen += usize::from(annotation.has_words && !drawn);
    }
    interpreter.canvas
}

fn affine(numbers: [&Number; 6]) -> Affine {
    Affine::new(numbers.map(Number::as_f64))
}

impl<'a> Interpreter<'a, '_> {
    /// Follows a page's or a form's content. `depth` is bounded by [`DEPTH`].
    fn run(&mut self, mut content: TypedIter<'_>, resources: &Resources<'a>, first: State<'a>, depth: usize) {
        let mut state = first;
        let mut kept: Vec<State<'a>> = Vec::new();
        let mut line = Affine::IDENTITY;
        let mut pen = Affine::IDENTITY;
        let marks = self.marks.len();
        while let Some(instruction) = content.next() {
            self.steps += 1;
            if self.steps > STEPS || self.canvas.glyphs.len() > GLYPHS {
                self.canvas.cut = true;
                break;
            }
            let mut next_line = |x: f64, y: f64, pen: &mut Affine| {
                line *= Affine::translate((x, y));
                *pen = line;
            };
            match instruction {
                TypedInstruction::SaveState(_) if kept.len() < STATES => kept.push(state.clone()),
                TypedInstruction::RestoreState(_) => {
                    if let Some(last) = kept.pop() {
                        state = last;
                    }
                }
                TypedInstruction::Transform(m) => {
                    state.ctm *= affine([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]);
                }
                TypedInstruction::BeginText(_) => {
                    line = Affine::IDENTITY;
                    pen = line;
                }
                TypedInstruction::CharacterSpacing(space) => state.char_space = space.0.as_f64(),
                TypedInstruction::WordSpacing(space) => state.word_space = space.0.as_f64(),
                TypedInstruction::HorizontalScaling(scale) => state.scale = scale.0.as_f64() / 100.0,
                TypedInstruction::TextLeading(leading) => state.leading = leading.0.as_f64(),
                TypedInstruction::TextRise(rise) => state.rise = rise.0.as_f64(),
                TypedInstruction::TextFont(font) => {
                    state.face = self.faces.get(resources, font.0);
                    state.size = font.1.as_f64();
                }
                TypedInstruction::NextLine(by) => next_line(by.0.as_f64(), by.1.as_f64(), &mut pen),
                TypedInstruction::NextLineAndSetLeading(by) => {
                    state.leading = -by.1.as_f64();
                    next_line(by.0.as_f64(), by.1.as_f64(), &mut pen);
                }
                TypedInstruction::SetTextMatrix(m) => {
                    line = affine([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]);
                    pen = line;
                }
                TypedInstruction::NextLineUsingLeading(_) => next_line(0.0, -state.leading, &mut pen),
                TypedInstruction::ShowText(text) => self.show(&state, &mut pen, text.0),
                TypedInstruction::NextLineAndShowText(text) => {
                    next_line(0.0, -state.leading, &mut pen);
                    self.show(&state, &mut pen, text.0);
                }
                TypedInstruction::ShowTextWithParameters(show) => {
                    state.word_space = show.0.as_f64();
                    state.char_space = show.1.as_f64();
                    next_line(0.0, -state.leading, &mut pen);
                    self.show(&state, &mut pen, show.2);
                }
                TypedInstruction::ShowTexts(parts) => {
                    for part in parts.0.iter::<Object<'_>>() {
                        match part {
                            Object::String(text) => self.show(&state, &mut pen, &text),
                            Object::Number(by) => adjust(&state, &mut pen, by.as_f64()),
                            _ => {}
                        }
                    }
                }
                TypedInstruction::XObject(name) => {
                    if let Some(object) = resources.get_x_object(name.0) {
                        self.draw(&object, resources, &state, depth);
                    }
                }
                TypedInstruction::InlineImage(_) => self.canvas.picture = true,
                TypedInstruction::BeginMarkedContent(mark) => self.mark(mark.0, None),
                TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                    let properties = match mark.1 {
                        Object::Dict(dict) => actual(dict),
                        Object::Name(name) => {
                            resources.properties.get::<Dict<'_>>(name).and_then(|dict| actual(&dict))
                        }
                        _ => None,
                    };
                    self.mark(mark.0, properties);
                }
                TypedInstruction::EndMarkedContent(_) if self.marks.len() > marks => {
                    self.marks.pop();
                }
                _ => {}
            }
        }
        self.marks.truncate(marks);
    }

    fn mark(&mut self, tag: &Name<'_>, actual: Option<String>) {
        // What is too deep is read as if it were not marked, and may close a mark too early.
        if self.marks.len() < STATES {
            self.marks.push(match actual {
                Some(text) => Mark::Actual(Some(text)),
                None if tag.as_ref() == b"Artifact" => Mark::Artifact,
                None => Mark::Plain,
            });
        }
    }

    /// Draws a form; of a picture it only notes that there is one.
    fn draw(&mut self, object: &Stream<'a>, resources: &Resources<'a>, state: &State<'a>, depth: usize) {
        let dict = object.dict();
        if dict.get::<Name<'_>>(SUBTYPE).is_none_or(|kind| kind.as_ref() != b"Form") {
            self.canvas.picture = true;
            return;
        }
        if depth >= DEPTH {
            return;
        }
        let Ok(content) = object.decoded_data() else { return };
        // Counted as if each byte were half an instruction: to unpack takes time too.
        self.steps += content.len() / 2;
        let mut state = state.clone();
        state.ctm *= Affine::new(dict.get::<[f64; 6]>(MATRIX).unwrap_or(Affine::IDENTITY.as_coeffs()));
        let own = dict.get::<Dict<'_>>(RESOURCES).map(Resources::new);
        self.run(TypedIter::new(&content), own.as_ref().unwrap_or(resources), state, depth + 1);
    }

    /// Shows a string, and moves the pen behind it.
    fn show(&mut self, state: &State<'a>, pen: &mut Affine, bytes: &[u8]) {
        let Some(face) = &state.face else { return };
        let across = face.is_horizontal();
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = face.code(bytes, at);
            at += length;
            let advance = face.advance(code) * MILLE * state.size;
            let mut space = state.char_space;
            if code == 32 && length == 1 {
                space += state.word_space;
            }
            let by = if across {
                Vec2::new((advance.x + space) * state.scale, 0.0)
            } else {
                Vec2::new(0.0, advance.y + space)
            };
            self.put(state, face, *pen, code, by);
            *pen *= Affine::translate(by);
        }
    }

    /// Puts a character on the canvas.
    fn put(&mut self, state: &State<'a>, face: &Face<'a>, pen: Affine, code: u32, by: Vec2) {
        let place = state.ctm * pen * Affine::translate((0.0, state.rise));
        let across = face.is_horizontal();
        let start = place * Point::ZERO;
        let end = place * by.to_point();
        let unit = |x: f64, y: f64| place * Point::new(x, y) - place * Point::ZERO;
        let direction =
            if across { unit(state.size.signum() * state.scale.signum(), 0.0) } else { unit(0.0, -1.0) };
        let size = (unit(0.0, state.size).hypot() * face.em).clamp(0.1, 10_000.0);
        let (width, height) = self.bounds;
        let inside = start.is_finite()
            && end.is_finite()
            && start.x > -size
            && start.x < width + size
            && start.y > -size
            && start.y < height + size;
        if !inside {
            return;
        }
        let from = self.canvas.text.len();
        let mut set = face.style;
        let mut said = false;
        for mark in self.marks.iter_mut().rev() {
            match mark {
                Mark::Actual(text) if !said => {
                    if let Some(text) = text.take() {
                        push_clean(&mut self.canvas.text, &text);
                    }
                    said = true;
                }
                Mark::Artifact => set |= style::ARTIFACT,
                _ => {}
            }
        }
        if !said {
            match face.text(code) {
                Some(text) => push_clean(&mut self.canvas.text, &text),
                None => {
                    self.canvas.unknown += 1;
                    self.canvas.text.push(char::REPLACEMENT_CHARACTER);
                }
            }
        }
        self.canvas.glyphs.push(Glyph {
            text: (from as u32, self.canvas.text.len() as u32),
            start,
            end,
            angle: direction.atan2().to_degrees().round() as i16,
            size,
            style: set,
        });
    }
}

/// Moves the pen by thousandths of the size, against the direction of the line.
fn adjust(state: &State<'_>, pen: &mut Affine, by: f64) {
    let by = -by * MILLE * state.size;
    let across = state.face.as_ref().is_none_or(|face| face.is_horizontal());
    *pen *= Affine::translate(if across { (by * state.scale, 0.0) } else { (0.0, by) });
}

/// What a marked part of the content is to be read as.
fn actual(properties: &Dict<'_>) -> Option<String> {
    properties.get::<hayro_syntax::object::String<'_>>(ACTUAL_TEXT).map(|text| info::decode(text.as_bytes()))
}

/// Appends `text` without control characters, each white space as a space, and the bullets of symbol fonts as
/// what they look like.
fn push_clean(out: &mut String, text: &str) {
    out.extend(text.chars().filter_map(|c| match c {
        _ if c.is_whitespace() => Some(' '),
        _ if c.is_control() || c == '\u{feff}' => None,
        // Symbol and Wingdings, which are given places for private use.
        '\u{f0b7}' | '\u{f06c}' | '\u{f06e}' | '\u{f0a7}' | '\u{f0a8}' | '\u{f076}' | '\u{f0d8}' => Some('•'),
        _ => Some(c),
    }));
}
