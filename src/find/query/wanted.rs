//! What others need to know of a query: what to light up, and which complaints can wait.

use super::{Complaint, Node, Query, Sought};

impl Query {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.root.is_none()
    }

    /// What is looked for and may be lit up in what was found, in the order of the line; what is denied isn't.
    pub fn wanted(&self) -> Vec<&Sought> {
        let mut wanted = Vec::new();
        let mut rest: Vec<&Node> = self.root.iter().collect();
        while let Some(node) = rest.pop() {
            match node {
                Node::All(nodes) | Node::Any(nodes) => rest.extend(nodes.iter().rev()),
                Node::Sought(sought) => wanted.push(sought),
                Node::Not(_) | Node::Date(_) | Node::Mentions(_) | Node::Format(_) | Node::Is(_) => {}
            }
        }
        wanted
    }

    /// The complaints to tell while a line of `length` bytes is still being typed: those about what the next
    /// key won't mend. What reaches the end of the line, as an open quotation mark does, may only be half typed;
    /// a blank behind a word says that it isn't.
    pub fn complaints_while_typing(&self, length: usize) -> impl Iterator<Item = &Complaint> {
        self.complaints.iter().filter(move |complaint| (complaint.span.end as usize) < length)
    }
}
