//! Which tables are tables, and which only lay out a page.

use super::attr::Attr;
use super::content::Role;
use super::tag::Tag;
use super::tree::Tree;

/// The most characters of a cell of a table. What is longer is running text.
const LONGEST_CELL: usize = 400;

/// Whether the element `at` is a table whose rows and cells say something together.
pub(super) fn is_table(tree: &Tree<'_>, roles: &[Role], at: usize) -> bool {
    if matches!(tree.attr(at, Attr::Role), Some("presentation" | "none")) {
        return false;
    }
    let (mut rows, mut cells, mut most_cells) = (0, 0, 0);
    let (mut paragraphs, mut characters) = (0, 0);
    let end = tree.end(at);
    let mut inside = at + 1;
    while inside < end {
        if let Some((text, _)) = tree.text(inside) {
            characters += text.trim().len();
        }
        match roles.get(inside) {
            Some(Role::Hidden) => {
                inside = tree.end(inside);
                continue;
            }
            Some(Role::Inherited) => {}
            _ => return false,
        }
        match tree.tag(inside) {
            Tag::Tr => {
                rows += 1;
                cells = 0;
            }
            Tag::Td | Tag::Th => {
                cells += 1;
                most_cells = most_cells.max(cells);
                (paragraphs, characters) = (0, 0);
            }
            Tag::P => paragraphs += 1,
            Tag::Table
            | Tag::Pre
            | Tag::Form
            | Tag::Article
            | Tag::Section
            | Tag::Blockquote
            | Tag::Figure => {
                return false;
            }
            tag if tag.level().is_some() => return false,
            _ => {}
        }
        if paragraphs > 1 || characters > LONGEST_CELL {
            return false;
        }
        inside += 1;
    }
    rows > 0 && most_cells > 1
}
