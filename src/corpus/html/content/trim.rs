//! Setting aside what stands inside the main content and isn't part of it: lists of links, what follows the
//! last paragraph, and headings under which nothing is left.

use super::{Count, Role};
use crate::corpus::classify;
use crate::corpus::html::tag::Tag;
use crate::corpus::html::tree::Tree;
use crate::text::AsideReason;

/// The part of the characters in links from which an element is a list of links.
const LINKS: f32 = 0.75;

/// The same behind the last paragraph.
const LINKS_BEHIND: f32 = 0.35;

/// The points that a list of links may have at most.
const LITTLE: f32 = 2.0;

/// The most characters of a line that is known by its words.
const SHORT: u32 = 100;

/// Sets aside the lists of links inside the main content, and lines that say that they lead elsewhere.
pub(super) fn links(tree: &Tree<'_>, clean: &[Count], main: usize, roles: &mut [Role]) {
    let mut at = main + 1;
    while at < tree.end(main) {
        let reason = if roles[at] == Role::Inherited { reason(tree, clean[at], at, roles) } else { None };
        if let Some(reason) = reason {
            roles[at] = Role::Aside(reason);
        }
        at = if roles[at] == Role::Inherited { at + 1 } else { tree.end(at) };
    }
}

fn reason(tree: &Tree<'_>, count: Count, at: usize, roles: &[Role]) -> Option<AsideReason> {
    if count.links() < LINKS || count.prose >= LITTLE {
        return None;
    }
    let several_links = || (at..tree.end(at)).filter(|at| tree.tag(*at) == Tag::A).nth(2).is_some();
    match tree.tag(at) {
        // A list in an item belongs to what the item says.
        Tag::Ul | Tag::Ol if tree.tag(tree.parent(at)) == Tag::Li => None,
        Tag::Ul | Tag::Ol | Tag::Div | Tag::Section | Tag::Table if several_links() => {
            Some(AsideReason::Related)
        }
        Tag::P | Tag::Div | Tag::Li if count.characters <= SHORT => {
            classify::classify(&tree.shown_text(at, roles, 4 * SHORT as usize)).map(|class| class.reason)
        }
        _ => None,
    }
}

/// Sets aside the groups behind the last paragraph that have many links or something to fill in.
pub(super) fn tail(tree: &Tree<'_>, own: &[Count], clean: &[Count], main: usize, roles: &mut [Role]) {
    let mut last = main;
    let mut at = main + 1;
    while at < tree.end(main) {
        if matches!(roles[at], Role::Inherited | Role::Body) {
            if own[at].prose >= LITTLE {
                last = at;
            }
            at += 1;
        } else {
            at = tree.end(at);
        }
    }
    let asked = asked(tree);
    at = tree.end(last).max(main + 1);
    while at < tree.end(main) {
        let group = matches!(
            tree.tag(at),
            Tag::Div | Tag::Section | Tag::Ul | Tag::Ol | Tag::Table | Tag::Header | Tag::Footer | Tag::Own
        );
        let asks = || asked.get(tree.end(at)) > asked.get(at);
        let open = roles[at] == Role::Inherited;
        let elsewhere = clean[at].characters > 0 && (clean[at].links() >= LINKS_BEHIND || asks());
        let line = tree.tag(at) == Tag::P || tree.tag(at).level().is_some();
        if open && (group && elsewhere || line && clean[at].links() >= LINKS) {
            roles[at] = Role::Aside(AsideReason::Related);
        }
        at = if roles[at] == Role::Inherited { at + 1 } else { tree.end(at) };
    }
}

/// For each node how many elements that can be filled in or pressed stand before it, and how many in all.
fn asked(tree: &Tree<'_>) -> Vec<u32> {
    let mut asked = vec![0];
    for at in 0..tree.nodes.len() {
        let asks = matches!(tree.tag(at), Tag::Input | Tag::Textarea | Tag::Button | Tag::Select);
        asked.push(asked[at] + u32::from(asks));
    }
    asked
}

/// A heading of which the text hasn't been seen so far.
struct Waiting {
    at: usize,
    level: u8,
    /// Whether something below it was set aside.
    aside: bool,
}

/// Sets aside the headings below which there was something and nothing is left.
pub(super) fn headings(tree: &Tree<'_>, main: usize, roles: &mut [Role]) {
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut at = main + 1;
    while at < tree.end(main) {
        let end = tree.end(at);
        if matches!(roles[at], Role::Aside(_) | Role::Hidden) {
            let aside = roles[at] != Role::Hidden;
            waiting.iter_mut().for_each(|heading| heading.aside |= aside);
            at = end;
        } else if let Some(level) = tree.tag(at).level() {
            while let Some(above) = waiting.pop_if(|above| above.level >= level) {
                set_aside(&above, roles);
            }
            waiting.push(Waiting { at, level, aside: false });
            at = end;
        } else {
            let shows = matches!(tree.tag(at), Tag::Img | Tag::Video | Tag::Audio | Tag::Iframe)
                || tree.text(at).is_some_and(|(text, _)| !text.trim().is_empty());
            if shows {
                waiting.clear();
            }
            at += 1;
        }
    }
    waiting.iter().for_each(|heading| set_aside(heading, roles));
}

fn set_aside(heading: &Waiting, roles: &mut [Role]) {
    if heading.aside && heading.level > 1 && roles[heading.at] == Role::Inherited {
        roles[heading.at] = Role::Aside(AsideReason::Related);
    }
}
