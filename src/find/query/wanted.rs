//! What others need to know of a query: what to light up, and whether it asks for names.

use super::{How, Node, Query, Scope, Sought, Words};

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

    /// Whether it asks for what is known only of texts whose names were found: who, what or which dates they mention.
    pub fn asks_for_names(&self) -> bool {
        let by_name = |scope| matches!(scope, Scope::Person | Scope::Organisation | Scope::Place);
        self.any(&|node| match node {
            Node::Sought(sought) => by_name(sought.scope),
            node => matches!(node, Node::Mentions(_)),
        })
    }

    /// Whether it has words that find the other spellings of a name.
    pub fn has_spellings(&self) -> bool {
        self.any(&|node| match node {
            Node::Sought(sought) => !matches!(&sought.words, Words::Word(_, how) if *how != How::Meant),
            _ => false,
        })
    }

    /// Whether any part of it is so.
    fn any(&self, is: &dyn Fn(&Node) -> bool) -> bool {
        let mut rest: Vec<&Node> = self.root.iter().collect();
        while let Some(node) = rest.pop() {
            match node {
                Node::All(nodes) | Node::Any(nodes) => rest.extend(nodes),
                Node::Not(node) => rest.push(node),
                node if is(node) => return true,
                _ => {}
            }
        }
        false
    }
}
