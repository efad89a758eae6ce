//! Reading order: which pieces of a page stand in columns, and in what order these are read.
//!
//! A gutter is a strip of the page that few pieces cross. The pieces that cross it (titles, wide tables) part
//! the page into bands; in each band what stands left of the gutter is read before what stands right of it,
//! if it reads like columns of text. Rows of a table don't: their cells are drawn row by row.

use super::piece::Piece;

/// How often a part of a page is parted again.
const DEPTH: usize = 6;

/// The most strips into which a page is cut when gutters are looked for.
const STRIPS: usize = 1000;

/// How many gutters are tried at each step.
const TRIES: usize = 4;

/// The parts of a page in reading order: columns, and what stands between them.
pub(super) fn zones(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut zones = Vec::new();
    part(pieces, DEPTH, &mut zones);
    zones
}

/// Parts `pieces` at most `depth` times, a number that is bounded by [`DEPTH`].
fn part(pieces: Vec<Piece>, depth: usize, zones: &mut Vec<Vec<Piece>>) {
    if depth > 0 {
        for gutter in gutters(&pieces) {
            if let Some(bands) = bands(&pieces, gutter) {
                for (number, pieces) in split(pieces, &bands) {
                    // What isn't in columns was looked at with this gutter and may have another one.
                    let deeper = if bands.columns[number] { depth - 1 } else { depth.saturating_sub(2) };
                    part(pieces, deeper, zones);
                }
                return;
            }
        }
    }
    if !pieces.is_empty() {
        zones.push(pieces);
    }
}

/// The places of the strips that part the pieces best, the best first.
fn gutters(pieces: &[Piece]) -> Vec<f32> {
    if pieces.len() < 6 {
        return Vec::new();
    }
    let left = pieces.iter().map(|piece| piece.left).fold(f32::INFINITY, f32::min);
    let right = pieces.iter().map(|piece| piece.right).fold(f32::NEG_INFINITY, f32::max);
    let strip = ((right - left) / STRIPS as f32).max(1.0);
    let count = ((right - left) / strip) as usize + 2;
    if count > STRIPS + 2 || !strip.is_finite() {
        return Vec::new();
    }
    // How many pieces begin in each strip, and how many end there.
    let mut begin = vec![0_usize; count];
    let mut end = vec![0_usize; count];
    let mut sizes: Vec<f32> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        begin[(((piece.left - left) / strip) as usize).min(count - 1)] += 1;
        end[(((piece.right - left) / strip) as usize).min(count - 1)] += 1;
        sizes.push(piece.size);
    }
    sizes.sort_by(f32::total_cmp);
    let size = sizes[sizes.len() / 2];
    let widest = ((0.7 * size).max(5.0) / strip).ceil() as usize;

    // Strips that fewer pieces cross than half of what stands on either side.
    let mut found: Vec<(usize, f32)> = Vec::new();
    let (mut begun, mut ended) = (0, 0);
    let mut run: Option<(usize, usize, usize, usize)> = None;
    for at in 0..count {
        begun += begin[at];
        let crossing = begun - ended;
        let beside = ended.min(pieces.len() - begun);
        ended += end[at];
        if beside >= 3 && crossing * 2 <= beside {
            let (from, _, least, best) = run.unwrap_or((at, at, crossing, beside));
            run = Some((from, at, least.min(crossing), best.max(beside)));
        }
        if (beside < 3 || crossing * 2 > beside || at + 1 == count)
            && let Some((from, to, least, best)) = run.take()
            && to - from + 1 >= widest
        {
            let middle = left + strip * (from + to + 1) as f32 / 2.0;
            found.push((best.saturating_sub(2 * least), middle));
        }
    }
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.truncate(TRIES);
    found.into_iter().map(|(_, middle)| middle).collect()
}

/// How a gutter parts the pieces.
struct Bands {
    gutter: f32,
    /// Where each band begins, from the top; the first at the very top.
    tops: Vec<f32>,
    /// Whether what stands in the band stands in columns.
    columns: Vec<bool>,
}

/// The bands into which the pieces that cross the gutter part the others; `None` where no band has columns.
fn bands(pieces: &[Piece], gutter: f32) -> Option<Bands> {
    let mut sorted: Vec<&Piece> = pieces.iter().collect();
    sorted.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut bands = Bands { gutter, tops: Vec::new(), columns: Vec::new() };
    let mut band: Vec<&Piece> = Vec::new();
    let push = |top: f32, columns: bool, bands: &mut Bands| {
        // Bands without columns that follow one another are one.
        if columns || bands.columns.last() != Some(&false) {
            bands.tops.push(top);
            bands.columns.push(columns);
        }
    };
    for piece in sorted {
        if piece.left < gutter && piece.right > gutter {
            if let Some(first) = band.first() {
                push(first.height().0, is_columns(&band, gutter), &mut bands);
            }
            push(piece.height().0, false, &mut bands);
            band.clear();
        } else {
            band.push(piece);
        }
    }
    if let Some(first) = band.first() {
        push(first.height().0, is_columns(&band, gutter), &mut bands);
    }
    // What stands in a row with the title above it belongs to the title's band.
    if let Some(top) = bands.tops.first_mut() {
        *top = f32::NEG_INFINITY;
    }
    bands.columns.contains(&true).then_some(bands)
}

/// The pieces of each part in reading order, with the number of the band.
fn split(pieces: Vec<Piece>, bands: &Bands) -> Vec<(usize, Vec<Piece>)> {
    let count = bands.tops.len();
    let mut sides: Vec<[Vec<Piece>; 2]> = (0..count).map(|_| [Vec::new(), Vec::new()]).collect();
    for piece in pieces {
        // By the middle of its letters, since the tops of two bands may overlap a little.
        let middle = piece.base - 0.25 * piece.size;
        let band = bands.tops.partition_point(|top| *top <= middle).saturating_sub(1);
        let right = bands.columns[band] && (piece.left + piece.right) / 2.0 > bands.gutter;
        sides[band][usize::from(right)].push(piece);
    }
    let parts = sides.into_iter().enumerate();
    parts
        .flat_map(|(band, sides)| sides.map(|side| (band, side)))
        .filter(|(_, part)| !part.is_empty())
        .collect()
}

/// Whether the pieces left and right of the gutter are columns of text.
fn is_columns(band: &[&Piece], gutter: f32) -> bool {
    let (left, right): (Vec<&Piece>, Vec<&Piece>) = band.iter().partition(|piece| piece.right <= gutter);
    let fewer = left.len().min(right.len());
    if fewer < 3 || is_numbers(&left) || is_numbers(&right) || !share_height(&left, &right) {
        return false;
    }
    // How often the drawing went from one side to the other.
    let mut drawn: Vec<(u32, bool)> = band.iter().map(|piece| (piece.order, piece.right <= gutter)).collect();
    drawn.sort_unstable();
    let changes = drawn.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
    if changes <= 1 || changes * 4 <= fewer {
        return true;
    }
    fewer >= 4 && is_running(&left) && is_running(&right)
}

/// Whether there are more digits than letters, as in a column of a table.
fn is_numbers(side: &[&Piece]) -> bool {
    let chars = || side.iter().flat_map(|piece| piece.text.chars());
    chars().filter(|c| c.is_alphabetic()).count() <= chars().filter(char::is_ascii_digit).count()
}

/// Whether at least three lines of each side stand beside the other one, not above or below it.
fn share_height(left: &[&Piece], right: &[&Piece]) -> bool {
    let extent = |side: &[&Piece]| {
        side.iter()
            .map(|piece| piece.base)
            .fold((f32::INFINITY, f32::NEG_INFINITY), |(top, bottom), base| (top.min(base), bottom.max(base)))
    };
    let beside = |side: &[&Piece], (top, bottom): (f32, f32)| {
        // Lines of both sides needn't be on the same height.
        side.iter().filter(|piece| piece.base + piece.size > top && piece.base - piece.size < bottom).count()
            >= 3
    };
    beside(left, extent(right)) && beside(right, extent(left))
}

/// Whether the lines read on: of several words, and most of them as wide as the widest.
fn is_running(side: &[&Piece]) -> bool {
    let mut widths: Vec<f32> = side.iter().map(|piece| piece.width()).collect();
    widths.sort_by(f32::total_cmp);
    let mut words: Vec<usize> = side.iter().map(|piece| piece.text.split(' ').count()).collect();
    words.sort_unstable();
    let (middle, widest) = (widths[widths.len() / 2], widths[widths.len() * 19 / 20]);
    words[words.len() / 2] >= 4 && middle >= 0.6 * widest
}
