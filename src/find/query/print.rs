//! A query as it would be typed: what is read from it again is the same tree.

use std::fmt;

use super::field::{self, Field};
use super::{How, Node, Sought, Words};

/// A piece that is still to be written.
enum Piece<'a> {
    Sign(&'static str),
    /// A node, and how tightly what is around it binds.
    Node(&'a Node, Around),
}

/// What is around a node. Each needs brackets around what binds less than itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Around {
    Nothing,
    Any,
    All,
    Not,
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A stack of our own: a tree may be deeper than the program's.
        let mut rest = vec![Piece::Node(self, Around::Nothing)];
        while let Some(piece) = rest.pop() {
            let (node, around) = match piece {
                Piece::Sign(sign) => {
                    f.write_str(sign)?;
                    continue;
                }
                Piece::Node(node, around) => (node, around),
            };
            let (nodes, sign, own) = match node {
                Self::All(nodes) => (nodes, " ", Around::All),
                Self::Any(nodes) => (nodes, " OR ", Around::Any),
                Self::Not(denied) => {
                    rest.push(Piece::Node(denied, Around::Not));
                    rest.push(Piece::Sign("-"));
                    continue;
                }
                Self::Sought(sought) => {
                    write!(f, "{sought}")?;
                    continue;
                }
                Self::Date(dates) => {
                    write!(f, "date:{dates}")?;
                    continue;
                }
                Self::Mentions(dates) => {
                    write!(f, "mentions:{dates}")?;
                    continue;
                }
                Self::Format(label) if label.contains(' ') => {
                    write!(f, "format:\"{label}\"")?;
                    continue;
                }
                Self::Format(label) => {
                    write!(f, "format:{label}")?;
                    continue;
                }
                Self::Is(mark) => {
                    write!(f, "is:{}", field::mark_name(*mark))?;
                    continue;
                }
            };
            let brackets = around >= own;
            if brackets {
                rest.push(Piece::Sign(")"));
            }
            for (at, node) in nodes.iter().enumerate().rev() {
                rest.push(Piece::Node(node, own));
                if at > 0 {
                    rest.push(Piece::Sign(sign));
                }
            }
            if brackets {
                rest.push(Piece::Sign("("));
            }
        }
        Ok(())
    }
}

impl fmt::Display for Sought {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = Field::Scope(self.scope).name();
        if !field.is_empty() {
            write!(f, "{field}:")?;
        }
        match &self.words {
            Words::Word(word, How::Meant) => f.write_str(word),
            Words::Word(word, How::Exact) => write!(f, "={word}"),
            Words::Word(word, How::Prefix) => write!(f, "{word}*"),
            Words::Word(word, How::Typo) => write!(f, "{word}~"),
            Words::Phrase(words, near) => {
                write!(f, "\"{}\"", words.join(" "))?;
                near.map_or(Ok(()), |near| write!(f, "~{near}"))
            }
        }
    }
}
