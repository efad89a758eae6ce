//! The ways of the cursor from one cell to another.

use super::pen::control;

/// Where the cursor is: its row, and its column where that is certain; `None` where it may be anywhere.
pub(super) type At = Option<(u16, Option<u16>)>;

/// One way to a cell.
#[derive(Clone, Copy)]
enum Way {
    /// By the numbers of row and column.
    Address,
    /// By the number of the column, in its row.
    Column,
    /// So many columns on or back, in its row.
    Along(i32),
    /// To the beginning of the row, so many rows down, and on from there.
    Lines(u16),
    /// So many rows down in its column.
    Down(u16),
}

/// What is to be heeded on the way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rules {
    /// The last row between margins, if these are set: a line feed there would move rows.
    pub(super) floor: Option<u16>,
    /// Whether the terminal knows no more than a VT100 did: no column can be gone to by its number alone.
    pub(super) old: bool,
}

/// Writes the shortest way from where the cursor is.
pub(super) fn go(from: At, to: (u16, u16), rules: Rules, out: &mut Vec<u8>) {
    if let Some(way) = shortest(from, to, rules) {
        way.write(to, out);
    }
}

/// What that costs, in bytes.
pub(super) fn costs(from: At, to: (u16, u16), rules: Rules) -> usize {
    shortest(from, to, rules).map_or(0, |way| way.costs(to))
}

fn shortest(from: At, to: (u16, u16), rules: Rules) -> Option<Way> {
    let (column, row) = to;
    let ways = match from {
        Some((own, Some(from))) if (own, from) == (row, column) => return None,
        Some((own, from)) if own == row => {
            let along = from.map(|from| Way::Along(i32::from(column) - i32::from(from)));
            [Some(Way::Lines(0)), along, (!rules.old).then_some(Way::Column)]
        }
        Some((own, from)) if own < row && !rules.floor.is_some_and(|floor| own <= floor && floor < row) => {
            let down = (from == Some(column)).then_some(Way::Down(row - own));
            [Some(Way::Lines(row - own)), down, None]
        }
        _ => [None; 3],
    };
    ways.into_iter().flatten().chain([Way::Address]).min_by_key(|way| way.costs(to))
}

impl Way {
    fn write(self, (column, row): (u16, u16), out: &mut Vec<u8>) {
        match self {
            Self::Column => control(out, column + 1, 'G'),
            Self::Along(columns) if columns < 0 => control(out, columns.unsigned_abs() as u16, 'D'),
            Self::Along(columns) => control(out, columns as u16, 'C'),
            Self::Down(rows) => control(out, rows, 'B'),
            Self::Lines(rows) => {
                out.push(b'\r');
                out.resize(out.len() + usize::from(rows), b'\n');
                if column > 0 {
                    control(out, column, 'C');
                }
            }
            Self::Address if column == 0 => control(out, row + 1, 'H'),
            Self::Address => {
                out.extend_from_slice(b"\x1b[");
                if row > 0 {
                    out.extend_from_slice((row + 1).to_string().as_bytes());
                }
                out.extend_from_slice(format!(";{}H", column + 1).as_bytes());
            }
        }
    }

    fn costs(self, (column, row): (u16, u16)) -> usize {
        match self {
            Self::Column => control_costs(column + 1),
            Self::Along(columns) => control_costs(columns.unsigned_abs() as u16),
            Self::Down(rows) => control_costs(rows),
            Self::Lines(rows) => 1 + usize::from(rows) + if column > 0 { control_costs(column) } else { 0 },
            Self::Address if column == 0 => control_costs(row + 1),
            Self::Address => 4 + if row > 0 { digits(row + 1) } else { 0 } + digits(column + 1),
        }
    }
}

/// What [`control`] writes for that number, in bytes.
fn control_costs(number: u16) -> usize {
    3 + if number == 1 { 0 } else { digits(number) }
}

fn digits(number: u16) -> usize {
    number.checked_ilog10().unwrap_or(0) as usize + 1
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_way_costs_what_it_writes(
            from in prop::option::of((0..130_u16, prop::option::of(0..130_u16))),
            to in (0..130_u16, 0..130_u16),
            floor in prop::option::of(0..130_u16),
            old: bool,
        ) {
            let (mut out, rules) = (Vec::new(), Rules { floor, old });
            go(from, to, rules, &mut out);
            prop_assert_eq!(out.len(), costs(from, to, rules));
            prop_assert!(!old || !out.ends_with(b"G"));
        }
    }
}
