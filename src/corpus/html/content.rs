//! The main content of a page: which parts are the document, and which are set aside and why.
//!
//! In the spirit of the measures that Readability and its descendants made known: paragraphs count by their
//! commas and their length, links count against them, and what is around a paragraph shares in what it
//! counts. Here all that is around shares in full, and the main content is the innermost element that keeps
//! nearly all of what its page counts once menus, comments and the like are out of the way.

mod trim;

use super::attr::Attr;
use super::signs::{Sign, sign};
use super::tag::Tag;
use super::tree::Tree;
use crate::text::AsideReason;

/// What becomes of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// What becomes of the one around it.
    #[default]
    Inherited,
    /// It is the document.
    Body,
    /// It is set aside.
    Aside(AsideReason),
    /// It can't be seen.
    Hidden,
}

/// What was counted of an element and all that is inside it.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    /// Characters that aren't white space.
    characters: u32,
    /// Those of them that stand in links.
    linked: u32,
    /// The points of its paragraphs.
    prose: f32,
    /// Headings, and those of them that are links.
    headings: u32,
    linked_headings: u32,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.characters = self.characters.saturating_add(other.characters);
        self.linked = self.linked.saturating_add(other.linked);
        self.prose += other.prose;
        self.headings += other.headings;
        self.linked_headings += other.linked_headings;
    }

    /// The part of the characters that stand in links, 0 to 1.
    fn links(&self) -> f32 {
        if self.characters == 0 { 0.0 } else { self.linked as f32 / self.characters as f32 }
    }
}

/// The fewest characters of a paragraph that counts.
const SHORTEST: u32 = 25;

/// The points of a page without which it has no main content: some three paragraphs, or one long one.
const ENOUGH: f32 = 5.0;

/// The part of the points that may be set aside for a sign that can be wrong.
const HALF: f32 = 0.5;

/// The points that the announcement of an article has at most, one paragraph, and the fewest that are a list.
const ANNOUNCED: f32 = 8.0;
const FEW: u32 = 3;

/// The part of the points that an element has to keep to be the main content in the place of the one around.
const NEARLY_ALL: f32 = 0.9;

/// The part of the points from which an element that calls itself the main content is believed.
const BELIEVED: f32 = 0.6;

/// The same where it has the title of the page in it.
const TITLED: f32 = 0.2;

/// The role of each node of a page of which the main content is looked for.
pub(super) fn roles(tree: &Tree<'_>, title: Option<usize>) -> Vec<Role> {
    let signs: Vec<Option<Sign>> = (0..tree.nodes.len()).map(|at| element_sign(tree, at)).collect();
    let mut roles = vec![Role::Inherited; tree.nodes.len()];
    for (at, sign) in signs.iter().enumerate() {
        if *sign == Some(Sign::Hidden) && tree.tag(at).is_no_text() {
            roles[at] = Role::Hidden;
        }
    }
    let own = paragraphs(tree, &roles);
    let all = sums(tree, &own, &roles);
    judge(tree, &signs, &all, title, &mut roles);
    let clean = sums(tree, &own, &roles);
    let total = clean.first().copied().unwrap_or_default();
    if total.prose < ENOUGH {
        // Without a main content all is shown but what says for certain that it isn't the document.
        for (role, sign) in roles.iter_mut().zip(&signs) {
            if matches!(role, Role::Aside(_)) && !matches!(sign, Some(Sign::Aside(_))) {
                *role = Role::Inherited;
            }
        }
        roles[0] = Role::Body;
        return roles;
    }
    roles[0] = Role::Aside(AsideReason::Site);
    let main = main(tree, &signs, &clean, title);
    roles[main] = Role::Body;
    join(tree, &clean, main, &mut roles);
    trim::links(tree, &clean, main, &mut roles);
    trim::tail(tree, &own, &clean, main, &mut roles);
    trim::headings(tree, main, &mut roles);
    roles
}

/// The roles where all that can be seen is the document.
pub(super) fn all(tree: &Tree<'_>) -> Vec<Role> {
    let hidden =
        |at| if element_sign(tree, at) == Some(Sign::Hidden) { Role::Hidden } else { Role::Inherited };
    let mut roles: Vec<Role> = (0..tree.nodes.len()).map(hidden).collect();
    roles[0] = Role::Body;
    roles
}

fn element_sign(tree: &Tree<'_>, at: usize) -> Option<Sign> {
    if at == 0 || tree.text(at).is_some() { None } else { sign(tree, at) }
}

/// What the text right inside each block counts, links and other elements of a line included.
fn paragraphs(tree: &Tree<'_>, roles: &[Role]) -> Vec<Count> {
    let mut own = vec![Count::default(); tree.nodes.len()];
    // For each node the block that it is in, and whether it is in a link.
    let mut around: Vec<(u32, bool)> = Vec::with_capacity(tree.nodes.len());
    let mut commas = vec![0_u32; tree.nodes.len()];
    let mut at = 0;
    while at < tree.nodes.len() {
        let (block, linked) = around.get(tree.parent(at)).copied().unwrap_or_default();
        let inside = match tree.text(at) {
            Some((text, _)) => {
                let count = &mut own[block as usize];
                let characters = characters(text);
                count.characters = count.characters.saturating_add(characters);
                count.linked = count.linked.saturating_add(if linked { characters } else { 0 });
                commas[block as usize] += self::commas(text);
                (block, linked)
            }
            None if tree.tag(at).is_block() || tree.tag(at) == Tag::Own => (at as u32, linked),
            None => (block, linked || leads_elsewhere(tree, at)),
        };
        around.push(inside);
        at += 1;
        if roles[at - 1] == Role::Hidden {
            let end = tree.end(at - 1);
            around.resize(end, inside);
            at = end;
        }
    }
    for (at, (count, commas)) in own.iter_mut().zip(commas).enumerate() {
        if tree.tag(at).level().is_some() && count.characters > 0 {
            count.headings = 1;
            count.linked_headings = u32::from(count.links() > 0.9);
        }
        let free = count.characters - count.linked.min(count.characters);
        if free >= SHORTEST {
            let points = 1.0 + commas.min(20) as f32 + (free as f32 / 100.0).min(3.0);
            count.prose = points * (1.0 - count.links());
        }
    }
    own
}

/// Whether an element is a link, and not one within the page.
fn leads_elsewhere(tree: &Tree<'_>, at: usize) -> bool {
    tree.tag(at) == Tag::A && tree.attr(at, Attr::Href).is_some_and(|href| !href.starts_with('#'))
}

/// Characters that aren't white space, an ideograph as two.
fn characters(text: &str) -> u32 {
    let count = |c: char| match c {
        _ if c.is_whitespace() => 0,
        _ if crate::corpus::words::is_ideograph(c) => 2,
        _ => 1,
    };
    text.chars().map(count).sum()
}

fn commas(text: &str) -> u32 {
    text.chars().filter(|c| matches!(c, ',' | ';' | '،' | '؛' | '、' | '，' | '；')).count() as u32
}

/// What each node counts with all that is inside it but what is set aside or hidden.
fn sums(tree: &Tree<'_>, own: &[Count], roles: &[Role]) -> Vec<Count> {
    let mut sums = own.to_vec();
    for at in (1..sums.len()).rev() {
        if matches!(roles[at], Role::Inherited | Role::Body) {
            let inside = sums[at];
            sums[tree.parent(at)].add(inside);
        }
    }
    sums
}

/// Finds out what isn't the document wherever it stands: what says so, and lists of other articles, unless too
/// much of the page is in it.
fn judge(tree: &Tree<'_>, signs: &[Option<Sign>], all: &[Count], title: Option<usize>, roles: &mut [Role]) {
    let total = all.first().copied().unwrap_or_default();
    let mut at = 1;
    while at < signs.len() {
        let count = all[at];
        let part = count.prose / total.prose.max(f32::MIN_POSITIVE);
        let rest = total.prose - count.prose;
        // Beside a whole article there may be far more that belongs to others.
        let has_title = || title.is_some_and(|title| (at..tree.end(at)).contains(&title));
        let beside = |enough: f32| part <= HALF || rest >= enough && !has_title();
        let role = match signs[at] {
            Some(Sign::Hidden) if tree.tag(at).is_no_text() || part <= NEARLY_ALL => Some(Role::Hidden),
            Some(Sign::Aside(reason)) if part <= NEARLY_ALL => Some(Role::Aside(reason)),
            Some(Sign::Perhaps(AsideReason::Metadata)) if count.characters > 200 => None,
            Some(Sign::Perhaps(AsideReason::Share)) if count.prose > ENOUGH => None,
            Some(Sign::Perhaps(AsideReason::Reply)) if beside(ENOUGH) => {
                Some(Role::Aside(AsideReason::Reply))
            }
            Some(Sign::Perhaps(AsideReason::Related)) if beside(2.0 * ENOUGH) => {
                Some(Role::Aside(AsideReason::Related))
            }
            Some(Sign::Perhaps(reason)) if part <= HALF => Some(Role::Aside(reason)),
            None if announces(tree, all, at) && beside(2.0 * ENOUGH) && !has_title() => {
                Some(Role::Aside(AsideReason::Related))
            }
            _ => None,
        };
        at = match role {
            Some(role) => {
                roles[at] = role;
                tree.end(at).max(at + 1)
            }
            None => at + 1,
        };
    }
}

/// Whether an element is a list of other articles: several parts, each with a heading that is a link, and hardly
/// anything else.
fn announces(tree: &Tree<'_>, all: &[Count], at: usize) -> bool {
    let group = matches!(tree.tag(at), Tag::Ul | Tag::Ol | Tag::Div | Tag::Section);
    if !group || all[at].linked_headings < FEW {
        return false;
    }
    let (mut parts, mut prose) = (0, 0.0);
    for part in tree.children(at).map(|part| all[part]) {
        let linked = part.linked_headings * 5 >= part.headings * 4 && part.linked_headings > 0;
        if linked && part.prose <= ANNOUNCED * part.linked_headings as f32 {
            parts += 1;
            prose += part.prose;
        }
    }
    parts >= FEW && prose >= all[at].prose * NEARLY_ALL
}

/// The element that is the main content.
fn main(tree: &Tree<'_>, signs: &[Option<Sign>], clean: &[Count], title: Option<usize>) -> usize {
    let total = clean[0].prose;
    // What calls itself an article and has the page's title in it may have much beside it.
    let titled = |at: usize| title.is_some_and(|title| (at..tree.end(at)).contains(&title));
    let needed = |at: usize| if titled(at) { ENOUGH.max(total * TITLED) } else { total * BELIEVED };
    let mut main = 0;
    let mut certain = 0;
    for (at, sign) in signs.iter().enumerate() {
        if let Some(Sign::Main(certainty)) = sign
            && *certainty >= certain
            && clean[at].prose >= needed(at)
        {
            (main, certain) = (at, *certainty);
        }
    }
    if certain >= 2 {
        return main;
    }
    let contains = |tag: Tag| {
        tag.is_block() && tag != Tag::P && tag != Tag::Blockquote && tag != Tag::Li || tag == Tag::Own
    };
    while let Some(child) = tree
        .children(main)
        .find(|child| clean[*child].prose >= clean[main].prose * NEARLY_ALL && contains(tree.tag(*child)))
    {
        main = child;
    }
    main
}

/// Joins to the main content what stands beside it, or beside what is right around it, and reads like it.
fn join(tree: &Tree<'_>, clean: &[Count], main: usize, roles: &mut [Role]) {
    let mut inner = main;
    for _ in 0..2 {
        let outer = tree.parent(inner);
        if matches!(tree.tag(inner), Tag::Body | Tag::Main | Tag::Article) || outer == inner {
            return;
        }
        for at in tree.children(outer).filter(|at| *at != inner) {
            let count = clean[at];
            let reads = match tree.tag(at) {
                Tag::P | Tag::Blockquote | Tag::Pre | Tag::Figure => count.links() < 0.5,
                Tag::Div | Tag::Section | Tag::Header => count.prose >= 1.5 && count.links() < 0.2,
                Tag::Ul | Tag::Ol | Tag::Dl | Tag::Table => count.prose >= 1.5 && count.links() < 0.3,
                tag => tag.level().is_some(),
            };
            if reads && roles[at] == Role::Inherited {
                roles[at] = Role::Body;
            }
        }
        inner = outer;
    }
}
