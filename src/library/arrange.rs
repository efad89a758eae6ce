//! The order of the list: sorted, or best match first.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::catalogue::CHUNK;
use super::{Catalogue, DocId, Families, Groups, Sort};
use crate::find::titles::{Match, Query, Titles, best_first};
use crate::name::fold;

/// What is asked of the list.
#[derive(Clone, Debug)]
pub struct Question {
    /// The documents.
    pub catalogue: Catalogue,
    /// What was typed to find some of them.
    pub typed: String,
    /// How they are sorted where nothing was typed.
    pub sort: Sort,
    /// Which of them are copies.
    pub groups: Arc<Groups>,
    /// Whether copies are left out where nothing was typed.
    pub folded: bool,
}

/// Puts the list in order, remembering the last search so that a growing query looks only at what is left.
#[derive(Debug, Default)]
pub struct Arranger {
    last: Option<Last>,
    /// The last order, and how far the numbers went.
    sorted: Option<(Sort, usize, Vec<DocId>)>,
    /// The epoch of the catalogue that these are of.
    epoch: u32,
}

/// The last search: what was asked, how far the numbers of the documents went, and who matched, by number.
#[derive(Debug)]
struct Last {
    query: Query,
    span: usize,
    matched: Vec<u32>,
}

/// The numbers of documents from this one on.
fn numbers(catalogue: &Catalogue, from: usize) -> impl Iterator<Item = DocId> {
    (from as u32..catalogue.span() as u32).map(DocId).filter(|id| catalogue.get(*id).is_some())
}

/// The documents whose files have all these words in their names, whatever their case, the shortest name first. It is
/// asked for each letter where no title matches, so it isn't fuzzy. `None` if `stop` said so meanwhile.
fn called(catalogue: &Catalogue, typed: &str, stop: &(dyn Fn() -> bool + Sync)) -> Option<Vec<DocId>> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let in_chunk = |first: u32| {
        let ids = (first..first + CHUNK as u32).map(DocId).take_while(|_| !stop());
        let length = |id: DocId| {
            let entry = catalogue.get(id)?;
            let name = entry.path_text().rsplit('/').next()?.to_lowercase();
            words.iter().all(|word| name.contains(word)).then_some(name.len())
        };
        ids.filter_map(|id| Some((length(id)?, id))).collect::<Vec<_>>()
    };
    let firsts: Vec<u32> = (0..catalogue.span() as u32).step_by(CHUNK).collect();
    let mut found: Vec<(usize, DocId)> = firsts.into_par_iter().flat_map_iter(in_chunk).collect();
    found.par_sort_unstable();
    (!stop()).then(|| found.into_iter().map(|(_, id)| id).collect())
}

/// As many titles say it better than the name of a file does.
const MANY: usize = 100;

/// The documents of an order with those whose files are called so before them, where few titles match and the best of them has
/// only the letters here and there. `None` if `stop` said so meanwhile.
fn with_called(
    catalogue: &Catalogue,
    typed: &str,
    order: Vec<DocId>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<DocId>> {
    let has_words = |title: &str| {
        let title = fold::folded(title);
        fold::words(typed).iter().all(|word| title.contains(word.as_str()))
    };
    let best = order.first().and_then(|id| catalogue.get(*id));
    if order.len() > MANY || best.is_some_and(|entry| has_words(entry.title())) {
        return Some(order);
    }
    let mut called = called(catalogue, typed, stop)?;
    let known: HashSet<DocId> = called.iter().copied().collect();
    called.extend(order.into_iter().filter(|id| !known.contains(id)));
    Some(called)
}

/// Two lists in order as one; of equals those of the first come first.
fn merge<T: Copy>(one: Vec<T>, other: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut merged = Vec::with_capacity(one.len() + other.len());
    let mut rest = one.as_slice();
    for item in other {
        // Few come to many: each looks for its place.
        let (before, behind) =
            rest.split_at(rest.partition_point(|there| compare(there, item) != Ordering::Greater));
        merged.extend_from_slice(before);
        merged.push(*item);
        rest = behind;
    }
    merged.extend_from_slice(rest);
    merged
}

impl Arranger {
    /// The list that is asked for: all documents, copies below the first of them or left out; or those that
    /// were found, copies among them, by how well they match. Where no title has what was typed in one piece, those whose files
    /// are called so come first. `None` if `stop` said so meanwhile.
    pub fn answer(
        &mut self,
        question: &Question,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> Option<(Vec<DocId>, Families)> {
        let Question { catalogue, typed, sort, groups, folded } = question;
        let order = self.arrange(catalogue, typed, *sort, stop)?;
        let found = !Query::new(typed).is_empty();
        let order = if found { with_called(catalogue, typed, order, stop)? } else { order };
        let mut families = Families::new(groups.clone(), &order);
        let order = if found { order } else { families.gather(order, *folded) };
        Some((order, families))
    }

    /// The documents of the list in order: all of them sorted where `typed` is blank, else those whose
    /// titles match, the best first. `None` if `stop` said so meanwhile.
    pub fn arrange(
        &mut self,
        catalogue: &Catalogue,
        typed: &str,
        sort: Sort,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> Option<Vec<DocId>> {
        if self.epoch != catalogue.epoch() {
            *self = Self { epoch: catalogue.epoch(), ..Self::default() };
        }
        let query = Query::new(typed);
        if query.is_empty() {
            let ids = self.sorted(catalogue, sort);
            return (!stop()).then_some(ids);
        }
        let matches = self.matches(catalogue, &query, stop)?;
        let matched = matches.iter().flatten().map(|found| found.number()).collect();
        let title = |number: u32| catalogue.get(DocId(number)).map(|entry| entry.title());
        let order = best_first(&query, &matches, title);
        self.last = Some(Last { query, span: catalogue.span(), matched });
        (!stop()).then(|| order.into_iter().map(|found| DocId(found.number())).collect())
    }

    /// The titles that match, in the order of their numbers. Where the query has only grown, it looks at the
    /// matches of before and at what came since. `None` if `stop` said so meanwhile.
    fn matches(
        &self,
        catalogue: &Catalogue,
        query: &Query,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> Option<Vec<Vec<Match>>> {
        let known = self.last.as_ref().filter(|last| query.narrows(&last.query));
        let (matched, span) = known.map_or((&[][..], 0), |last| (&last.matched, last.span));
        let in_chunk = |(number, titles): (usize, &Titles)| {
            if stop() {
                return Vec::new();
            }
            let first = (number * CHUNK) as u32;
            let end = first + titles.len() as u32;
            let from = |number: u32| matched.partition_point(|matched| *matched < number);
            let before = matched.get(from(first)..from(end)).unwrap_or_default().iter().copied();
            let since = first.max(span as u32)..end;
            let title = |number: u32| catalogue.get(DocId(number)).map_or("", |entry| entry.title());
            query.matches(titles, first, before.chain(since), title)
        };
        let matches = catalogue.titles().enumerate().map(in_chunk).collect();
        (!stop()).then_some(matches)
    }

    /// All documents in order. While documents come in, only the new ones are sorted, and merged in.
    fn sorted(&mut self, catalogue: &Catalogue, sort: Sort) -> Vec<DocId> {
        let known = self.sorted.take().filter(|(by, span, _)| *by == sort && *span <= catalogue.span());
        let before = || {
            let known = catalogue.worked_out().filter(|_| sort == Sort::default())?;
            Some((sort, known.groups.span(), known.order.clone()))
        };
        let known = known.or_else(before);
        let (span, known) = known.map_or_else(Default::default, |(_, span, ids)| (span, ids));
        let new: Vec<DocId> = numbers(catalogue, span).collect();
        let new = sort.order(catalogue, &new);
        let ids = merge(known, &new, |one, other| sort.compare_ids(catalogue, *one, *other));
        self.sorted = Some((sort, catalogue.span(), ids.clone()));
        ids
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::path::Path;

    use super::*;
    use crate::corpus::{ContentHash, Fingerprint, Format, Found, Meta, Origin, PartialDate};
    use crate::library::SortKey;

    /// Title, date, source and words.
    type Row<'a> = (&'a str, Option<(i16, u8, u8)>, &'a str, u32);

    fn catalogue(rows: &[Row<'_>]) -> Catalogue {
        let mut catalogue = Catalogue::default();
        for (title, date, source, words) in rows {
            let found = |value: &str| Found::new(value.to_owned(), Origin::FrontMatter);
            let date = date.map(|(year, month, day)| PartialDate::new(year, month, day).unwrap());
            let meta = Meta {
                title: found(title),
                source: (!source.is_empty()).then(|| found(source).with(Into::into)),
                date: date.map(|value| Found::new(value, Origin::FrontMatter)),
                author: None,
                language: None,
                format: Format::Plain,
                words: *words,
                hash: ContentHash([0; 32]),
                print: Fingerprint::default(),
            };
            catalogue.push(Path::new(title), &meta);
        }
        catalogue
    }

    fn list(catalogue: &Catalogue, typed: &str, key: SortKey, reversed: bool) -> Vec<u32> {
        let mut arranger = Arranger::default();
        let ids = arranger.arrange(catalogue, typed, Sort { key, reversed }, &|| false).unwrap();
        ids.into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn sorts_by_each_key_with_the_unknown_last_both_ways() {
        let catalogue = catalogue(&[
            ("“beta”", Some((2020, 9, 14)), "b", 30),
            ("Alpha", None, "", 10),
            ("gamma", Some((2019, 7, 0)), "A", 20),
        ]);
        assert_eq!(list(&catalogue, "", SortKey::Date, false), [0, 2, 1]);
        assert_eq!(list(&catalogue, "", SortKey::Date, true), [2, 0, 1]);
        assert_eq!(list(&catalogue, " ", SortKey::Title, false), [1, 0, 2]);
        assert_eq!(list(&catalogue, "", SortKey::Source, false), [2, 0, 1]);
        assert_eq!(list(&catalogue, "", SortKey::Source, true), [0, 2, 1]);
        assert_eq!(list(&catalogue, "", SortKey::Length, false), [0, 2, 1]);
    }

    #[test]
    fn keys_decide_as_the_entries_do() {
        let titles =
            ["“beta”", "Alpha", "alphabet soup", "Alphabet Soup", "", "éclair", "Éclairs", "яблоко", "2020"];
        let sources = ["b", "", "A", "a", "belsat.eu"];
        let rows: Vec<Row<'_>> = (0..500u32)
            .map(|n| {
                let date = (n % 4 > 0).then_some((1990 + (n % 30) as i16, (n % 13) as u8, 0));
                (titles[n as usize * 7 % 9], date, sources[n as usize % 5], n * 7919 % 50)
            })
            .collect();
        let catalogue = catalogue(&rows);
        for key in [SortKey::Date, SortKey::Title, SortKey::Source, SortKey::Length] {
            for reversed in [false, true] {
                let sort = Sort { key, reversed };
                let mut plain: Vec<DocId> = catalogue.iter().map(|(id, _)| id).collect();
                plain.sort_by(|one, other| sort.compare_ids(&catalogue, *one, *other));
                let order = Arranger::default().arrange(&catalogue, "", sort, &|| false).unwrap();
                let same =
                    |(one, other): (&DocId, &DocId)| sort.compare_ids(&catalogue, *one, *other).is_eq();
                assert!(order.len() == 500 && order.iter().zip(&plain).all(same), "{sort:?}");
            }
        }
    }

    #[test]
    fn a_growing_query_over_a_growing_catalogue_finds_what_a_fresh_one_finds() {
        let titles: Vec<String> =
            (0..9000).map(|n| format!("{} document {n}", ["Milk", "Timber", "Gas"][n % 3])).collect();
        let row = |title: &'static str| (title, None, "", 1);
        let rows: Vec<_> =
            titles.iter().map(|title| row(Box::leak(title.clone().into_boxed_str()))).collect();
        let mut arranger = Arranger::default();
        let mut remembered = Vec::new();
        for (count, typed) in [(5000, "m"), (5000, "mi"), (7000, "mil"), (9000, "mil 2"), (9000, "gas")] {
            let part = catalogue(&rows[..count]);
            remembered = arranger.arrange(&part, typed, Sort::default(), &|| false).unwrap();
            assert_eq!(
                remembered,
                Arranger::default().arrange(&part, typed, Sort::default(), &|| false).unwrap()
            );
        }
        assert_eq!(remembered.len(), 3000);
    }

    #[test]
    fn documents_that_come_in_later_are_merged_into_the_order() {
        let titles: Vec<String> = (0..500u64).map(|n| format!("t{}", n * 7919 % 503)).collect();
        let rows: Vec<_> = titles.iter().map(|title| (title.as_str(), None, "", 1)).collect();
        let mut arranger = Arranger::default();
        for count in [3, 4, 100, 100, 500] {
            let part = catalogue(&rows[..count]);
            for key in [SortKey::Title, SortKey::Date] {
                let sort = Sort { key, reversed: false };
                let order = arranger.arrange(&part, "", sort, &|| false).unwrap();
                assert_eq!(order, Arranger::default().arrange(&part, "", sort, &|| false).unwrap());
                assert_eq!(order.len(), count);
            }
            let sort = Sort { key: SortKey::Date, reversed: false };
            assert!(arranger.arrange(&part, "", sort, &|| false).is_some());
        }
    }

    #[test]
    fn a_stopped_search_has_no_answer() {
        assert!(
            Arranger::default()
                .arrange(&catalogue(&[("a", None, "", 1)]), "a", Sort::default(), &|| true)
                .is_none()
        );
    }
}
