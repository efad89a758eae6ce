//! Pieces of lines: characters become words, and words that follow one another become pieces, as they were
//! drawn. Text that runs in another direction than the page's has a frame of its own.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::accent;
use super::content::{Canvas, Glyph};
use super::page::style;
use super::visual::is_right_to_left;

/// The styles that are counted.
pub(super) const STYLES: [u8; 3] = [style::BOLD, style::FIXED, style::ARTIFACT];

/// A gap of so much of the size is a space. Kerning and letter-spacing stay below it.
pub(super) const SPACE: f32 = 0.13;

/// A gap of up to so much of the size stands between words of one line.
const NEAR: f32 = 0.9;

/// Raised signs of this much of the size at most are marks of notes.
const RAISED: f32 = 0.85;

/// A part of a line. Lengths are in points, seen from the upper left corner of the frame.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Its baseline.
    pub(super) base: f32,
    /// The size of its letters.
    pub(super) size: f32,
    /// How many characters it has, and how many of them in each of the [`STYLES`].
    pub(super) letters: u32,
    pub(super) styles: [u32; 3],
    /// By how many letters its baseline and size have the majority.
    votes: u32,
    /// Its number in the order of drawing.
    pub(super) order: u32,
    /// Whether a space was drawn right before it.
    pub(super) spaced: bool,
}

impl Piece {
    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }

    /// The top and the bottom of its letters, nearly.
    pub(super) fn height(&self) -> (f32, f32) {
        (self.base - 0.7 * self.size, self.base + 0.2 * self.size)
    }

    /// Whether it stands in the same line as `other`, by height: it shares half of the lower one's.
    pub(super) fn beside(&self, other: &Self) -> bool {
        let ((top, bottom), (other_top, other_bottom)) = (self.height(), other.height());
        let shared = bottom.min(other_bottom) - top.max(other_top);
        shared >= 0.5 * (bottom - top).min(other_bottom - other_top)
    }

    /// Writes small digits above the line of `main` as what they are: the marks of notes. Says whether they
    /// are that.
    pub(super) fn raise(&mut self, main: &Self) -> bool {
        let raised = self.size < RAISED * main.size
            && self.base < main.base - 0.15 * main.size
            && self.text.chars().nth(3).is_none()
            && self.text.chars().all(|c| c.is_ascii_digit() || c == ',');
        if raised {
            self.text = self.text.chars().map(superscript).collect();
        }
        raised
    }

    /// Appends a piece of the same line.
    pub(super) fn append(&mut self, next: &Self, between: &str) {
        self.text.push_str(between);
        self.text.push_str(&next.text);
        // The vote of the majority, as Boyer and Moore count it: what more than half of the letters have wins.
        if (self.base - next.base).abs() < 0.1 * self.size && (self.size - next.size).abs() < 0.1 * self.size
        {
            self.votes += next.letters;
        } else if self.votes < next.letters {
            (self.base, self.size, self.votes) = (next.base, next.size, next.letters - self.votes);
        } else {
            self.votes -= next.letters;
        }
        self.left = self.left.min(next.left);
        self.right = self.right.max(next.right);
        self.letters += next.letters;
        self.styles.iter_mut().zip(next.styles).for_each(|(count, more)| *count += more);
    }
}

/// The text of a page that runs in one direction.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// In the order of drawing.
    pub(super) pieces: Vec<Piece>,
    /// How many letters it has.
    letters: u64,
}

/// The texts of a page by their direction, the one with the most letters first.
pub(super) fn frames(canvas: &Canvas) -> Vec<Frame> {
    let mut by_angle: BTreeMap<i16, Vec<&Glyph>> = BTreeMap::new();
    for glyph in &canvas.glyphs {
        // A degree or two are a page that was scanned askew.
        let angle = if glyph.angle.abs() <= 2 { 0 } else { glyph.angle };
        by_angle.entry(angle).or_default().push(glyph);
    }
    let mut frames: Vec<Frame> = by_angle
        .into_iter()
        .map(|(angle, glyphs)| {
            let pieces = pieces(words(canvas, &glyphs, angle));
            Frame { letters: pieces.iter().map(|piece| u64::from(piece.letters)).sum(), pieces }
        })
        .collect();
    // A stable order: of two that are equal the first stays first.
    frames.sort_by_key(|frame| std::cmp::Reverse(frame.letters));
    frames
}

/// The words of the glyphs of one direction.
fn words(canvas: &Canvas, glyphs: &[&Glyph], angle: i16) -> Vec<Piece> {
    let (sin, cos) = f64::from(angle).to_radians().sin_cos();
    let turned = |x: f64, y: f64| ((x * cos + y * sin) as f32, (y * cos - x * sin) as f32);
    let mut words: Vec<Piece> = Vec::new();
    let mut word: Option<Piece> = None;
    let mut spaced = true;
    let mut seen = HashSet::new();
    let mut end = |word: Option<Piece>, words: &mut Vec<Piece>| {
        words.extend(word.filter(|word| !is_double(word, &mut seen)));
    };
    for glyph in glyphs {
        let text = canvas.text.get(glyph.text.0 as usize..glyph.text.1 as usize).unwrap_or("");
        let (left, base) = turned(glyph.start.x, glyph.start.y);
        let (right, _) = turned(glyph.end.x, glyph.end.y);
        let size = glyph.size as f32;
        let turned = text.chars().any(is_right_to_left);
        // Some programs draw the letters of such scripts from right to left, in the order of reading.
        let before = turned
            && word.as_ref().is_some_and(|word| {
                let gap = word.left - right;
                (base - word.base).abs() < 0.1 * size && gap > -0.4 * size && gap < SPACE * size
            });
        let goes_on = word.as_ref().is_some_and(|word: &Piece| {
            let gap = left - word.right;
            (base - word.base).abs() < 0.1 * size
                && (0.9..1.1).contains(&(size / word.size))
                && gap > -0.4 * size
                && gap < SPACE * size
        });
        if let Some(word) = &mut word
            && accented(word, text, left, base, size)
        {
            word.right = word.right.max(right);
            continue;
        }
        if text.trim().is_empty() && !text.is_empty() {
            end(word.take(), &mut words);
            spaced = true;
            continue;
        }
        if !goes_on && !before {
            end(word.take(), &mut words);
        }
        let word = word.get_or_insert_with(|| Piece {
            left,
            right,
            base,
            size,
            order: words.len() as u32,
            spaced: std::mem::take(&mut spaced),
            ..Piece::default()
        });
        spaced = false;
        match turned {
            true if before => word.text.insert_str(0, &text.chars().rev().collect::<String>()),
            true => word.text.extend(text.chars().rev()),
            false => word.text.push_str(text),
        }
        word.right = word.right.max(right);
        word.left = word.left.min(left);
        let letters = text.chars().count() as u32;
        word.letters += letters;
        word.votes += letters;
        for (count, style) in word.styles.iter_mut().zip(STYLES) {
            *count += if glyph.style & style != 0 { letters } else { 0 };
        }
    }
    end(word, &mut words);
    // A single sign of which the font doesn't say what it is stands for an ornament, a note of music, a picture.
    words.retain(|word| !word.text.is_empty() && word.text != "\u{fffd}");
    words
}

/// Puts an accent on a letter if one of them is the last of the word, and `text`, which stands at `left`, the
/// other one. Says whether it did.
fn accented(word: &mut Piece, text: &str, left: f32, base: f32, size: f32) -> bool {
    let Some((at, last)) = word.text.char_indices().next_back() else { return false };
    // They stand over one another.
    if left > word.right - 0.1 * size
        || left < word.left - 0.3 * size
        || (base - word.base).abs() > 0.4 * size
    {
        return false;
    }
    let last = last.to_string();
    let both = match (accent::is_accent(&last), accent::is_accent(text)) {
        (true, false) => accent::on(text, &last),
        (false, true) => accent::on(&last, text),
        _ => None,
    };
    if let Some(letter) = &both {
        word.text.truncate(at);
        word.text.push_str(letter);
        // A letter below a raised accent is what the line stands on.
        (word.base, word.size) = (word.base.max(base), word.size.max(size));
    }
    both.is_some()
}

/// Whether the same word was drawn at the same place before, as programs do for bold type and shadows.
fn is_double(word: &Piece, seen: &mut HashSet<(u64, i32, i32)>) -> bool {
    let mut hasher = DefaultHasher::new();
    word.text.hash(&mut hasher);
    let text = hasher.finish();
    let cell = (word.size / 3.0).max(0.5);
    let (x, y) = ((word.left / cell).round() as i32, (word.base / cell).round() as i32);
    for dx in -1..=1 {
        for dy in -1..=1 {
            if seen.contains(&(text, x + dx, y + dy)) {
                return true;
            }
        }
    }
    seen.insert((text, x, y));
    false
}

/// Words that were drawn one after the other and stand beside one another, as one. So the raised and lowered
/// signs of a line, and the large letter with which a chapter begins, come where they were drawn.
fn pieces(words: Vec<Piece>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(words.len() / 4 + 1);
    for mut word in words {
        if let Some(last) = pieces.last_mut() {
            let gap = word.left - last.right;
            let size = last.size.min(word.size);
            if gap > -0.9 * size && gap < NEAR * size && last.beside(&word) {
                if last.letters <= 3 {
                    last.raise(&word);
                }
                let near = if word.raise(last) { 2.0 * SPACE } else { SPACE };
                let between = if word.spaced || gap > near * size { " " } else { "" };
                last.append(&word, between);
                continue;
            }
        }
        pieces.push(word);
    }
    pieces
}

fn superscript(c: char) -> char {
    match c {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => char::from_u32('⁰' as u32 + (c as u32 - '0' as u32)).unwrap_or(c),
        _ => c,
    }
}
