//! What the documents of a result have in common.

use std::collections::HashMap;

use super::plan::Plan;
use super::run::run;
use super::snapshot::Snapshot;
use crate::index::{DocumentSet, Facet, FacetKind, WhoIsWho};
use crate::tag::Kind;

/// The values of each kind at most: nobody goes through more of them.
const MOST: usize = 200;

/// The values that most of the documents have, those of each kind together, with the number of documents.
/// `None` when `stop` said so before the end.
pub(super) fn facets(
    snapshot: &Snapshot,
    plan: &Plan,
    who: &dyn WhoIsWho,
    stop: &dyn Fn() -> bool,
) -> tantivy::Result<Option<Vec<(Facet, usize)>>> {
    let mut documents = DocumentSet::default();
    let mut years: HashMap<u32, usize> = HashMap::new();
    let mut sources: Vec<HashMap<u64, usize>> = vec![HashMap::new(); snapshot.views.len()];
    let done = run(snapshot, plan, false, stop, |found| {
        let ords = found.columns.publisher().map(|publisher| publisher.ords());
        let own = sources.get_mut(found.segment);
        let mut own = own.zip(ords);
        for at in found.mask.iter() {
            let doc = found.base + at as u32;
            if let Some(id) = found.columns.id(doc) {
                documents.insert(id);
            }
            let (first, last) = found.columns.dates(doc);
            if first > 0 && first / 10_000 == last / 10_000 {
                *years.entry(first / 10_000).or_default() += 1;
            }
            if let Some((own, ords)) = &mut own
                && let Some(ord) = ords.first(doc)
            {
                *own.entry(ord).or_default() += 1;
            }
        }
        Ok(())
    })?;
    if done.is_none() || stop() {
        return Ok(None);
    }
    let mut named: HashMap<String, usize> = HashMap::new();
    for (view, counts) in snapshot.views.iter().zip(sources) {
        let Some(publisher) = view.columns.publisher() else { continue };
        for (ord, count) in counts {
            let mut name = String::new();
            if publisher.ord_to_str(ord, &mut name)? {
                *named.entry(name).or_default() += count;
            }
        }
    }
    let years = years.into_iter().map(|(year, count)| (format!("{year:04}"), count)).collect();
    let mut facets = most(FacetKind::Source, named);
    facets.extend(most(FacetKind::Year, years));
    for (kind, tagged) in [
        (FacetKind::Person, Kind::Person),
        (FacetKind::Organisation, Kind::Organisation),
        (FacetKind::Place, Kind::Place),
    ] {
        if stop() {
            return Ok(None);
        }
        let tally = who.tally(tagged, &documents, MOST).into_iter();
        facets.extend(tally.map(|tally| (Facet { kind, value: tally.name }, tally.documents)));
    }
    Ok(Some(facets))
}

/// The most frequent values, of equally frequent ones the first in order of their letters.
fn most(kind: FacetKind, counts: HashMap<String, usize>) -> Vec<(Facet, usize)> {
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.truncate(MOST);
    counts.into_iter().map(|(value, count)| (Facet { kind, value }, count)).collect()
}
