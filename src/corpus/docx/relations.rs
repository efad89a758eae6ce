//! The relationships of a package (Open Packaging Conventions): which part belongs to which, and as what.

use super::super::archive::{Archive, folder, within};
use super::super::xml::{self, Part, Xml};

/// The most relationships of one part.
const MOST: usize = 10_000;

/// A relationship to a part of the same package.
pub(super) struct Relation {
    /// Its name within the part from which it leads.
    pub(super) id: String,
    /// What the target is: the last step of the type's address, such as `styles`.
    pub(super) role: String,
    /// The name of the target.
    pub(super) target: String,
}

/// The relationships of a part; those of the package itself for `""`.
pub(super) fn of(archive: &mut Archive<'_>, part: &str) -> Vec<Relation> {
    let folder = folder(part);
    let file = part.rsplit('/').next().unwrap_or(part);
    let Some(name) = within(folder, &format!("_rels/{file}.rels")) else { return Vec::new() };
    if !archive.has(&name) {
        return Vec::new();
    }
    let bytes = archive.read_telling(&name);
    let text = xml::decode(&bytes);
    let mut xml = Xml::new(&text);
    let mut relations = Vec::new();
    while let Some(part) = xml.next() {
        let Part::Start(tag) = part else { continue };
        let outside =
            || tag.attribute("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
        if tag.local() != "Relationship" || outside() {
            continue;
        }
        let (Some(id), Some(kind), Some(target)) =
            (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"))
        else {
            continue;
        };
        let role = kind.rsplit('/').next().unwrap_or("").to_owned();
        if let Some(target) = within(folder, &target).filter(|_| relations.len() < MOST) {
            relations.push(Relation { id, role, target });
        }
    }
    relations
}

/// The target of the first relationship with this role that is there.
pub(super) fn target(archive: &Archive<'_>, relations: &[Relation], role: &str) -> Option<String> {
    let fits = |relation: &&Relation| relation.role == role && archive.has(&relation.target);
    relations.iter().find(fits).map(|relation| relation.target.clone())
}
