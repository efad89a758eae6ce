//! The table that was written down, with what the log has behind it, is that of the whole log; and whatever becomes of
//! the file, nothing else is.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::corpus::DocId;
use crate::index::names::testing::mentioned_in;
use crate::index::names::{Named, PersonalName, Record};
use crate::tag::Kind;

/// A change of the log: what a document names, or that it is gone.
type Change = (u32, Option<Vec<usize>>);

/// Names, some of which are one's.
const NAMES: [(Kind, &str); 7] = [
    (Kind::Person, "Alexander Lukashenko"),
    (Kind::Person, "Alyaksandr Lukashenka"),
    (Kind::Person, "Vladimir Putin"),
    (Kind::Person, "Putin"),
    (Kind::Organisation, "Collective Security Treaty Organization"),
    (Kind::Organisation, "CSTO"),
    (Kind::Place, "Minsk"),
];

fn record(id: u32, names: &[usize]) -> Record {
    let named = |at: &usize| {
        let (kind, name) = NAMES[*at];
        Named { kind, name: name.into(), forms: vec![name.into()], roles: Vec::new() }
    };
    Record {
        id: DocId(id),
        stamp: u64::from(id),
        named: names.iter().map(named).collect(),
        ..Record::default()
    }
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let names =
        prop::collection::btree_set(0..NAMES.len(), 0..4).prop_map(|names| names.into_iter().collect());
    prop::collection::vec((0..20u32, prop::option::weighted(0.8, names)), 0..20)
}

fn apply(log: &mut NameLog, names: Names, changes: &[Change]) -> Names {
    changes.iter().fold(names, |names, (id, change)| {
        let news = match change {
            Some(named) => log.append(&[record(*id, named)]),
            None => log.remove(&[DocId(*id)]),
        };
        names.with(news.unwrap())
    })
}

/// Whom each document mentions, who is meant by each name, how many documents there are, and their records.
type Asked = (Vec<Vec<(String, u32)>>, Vec<Vec<String>>, usize, Vec<Option<Record>>);

fn known(names: &Names) -> Asked {
    let names = names.settled();
    let ids = || (0..20).map(DocId);
    let forms = |name: &str| {
        let forms = |known: crate::index::names::Known| {
            let mut forms: Vec<String> = known.forms.into_iter().map(|form| form.text).collect();
            forms.sort();
            format!("{} {forms:?} {:?}", known.name, known.documents)
        };
        names.who(name).into_iter().map(forms).collect()
    };
    let records = ids().map(|id| names.record(id).unwrap()).collect();
    let asked = NAMES.iter().map(|(_, name)| forms(name)).collect();
    (ids().map(|id| mentioned_in(&names, id)).collect(), asked, names.documents(), records)
}

fn rules(ruled: bool) -> Arc<Rules> {
    let not = vec!["Alyaksandr Lukashenka".to_owned()];
    let name = PersonalName {
        name: "Alexander Lukashenko".into(),
        kind: Kind::Person,
        aliases: vec!["Batka".into()],
        not,
        description: String::new(),
    };
    Arc::new(if ruled { Rules::new([], &[name]) } else { Rules::default() })
}

/// A log with changes that are in the table that was written down, and others behind them.
fn kept(before: &[Change], behind: &[Change], rules: &Arc<Rules>) -> TempDir {
    let folder = TempDir::new().unwrap();
    let (mut log, names, _) = NameLog::open_with(Some(folder.path()), rules.clone(), true);
    let names = apply(&mut log, names, before).settled();
    log.write_down(&names, true).unwrap();
    apply(&mut log, names, behind);
    folder
}

/// The table of the whole log.
fn whole(folder: &TempDir, rules: &Arc<Rules>) -> Names {
    let (_, news, _) = NameLog::read(folder.path());
    Names::ruled(rules.clone()).with(News { anew: false, ..news })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_was_written_down_and_the_rest_of_the_log_are_the_whole_of_it(
        before in changes(),
        behind in changes(),
        ruled in any::<bool>(),
        writes in any::<bool>(),
        other in any::<bool>(),
    ) {
        let folder = kept(&before, &behind, &rules(ruled));
        // Other rules make another table.
        let rules = rules(ruled != other);
        let (mut log, names, problems) = NameLog::open_with(Some(folder.path()), rules.clone(), writes);
        prop_assert!(problems.is_empty());
        prop_assert_eq!(known(&names), known(&whole(&folder, &rules)));
        if writes {
            let more = [(3, Some(vec![0, 2])), (4, None)];
            let names = apply(&mut log, names, &more);
            prop_assert_eq!(known(&names), known(&whole(&folder, &rules)));
        }
    }

    #[test]
    fn a_damaged_table_is_put_together_anew(
        before in changes(),
        at in any::<prop::sample::Index>(),
        flip in 1u8..,
        cut in any::<bool>(),
    ) {
        let rules = rules(false);
        let folder = kept(&before, &[(1, Some(vec![1]))], &rules);
        let path = folder.path().join(NAME);
        if let Ok(mut bytes) = std::fs::read(&path) {
            let at = at.index(bytes.len());
            if cut { bytes.truncate(at) } else { bytes[at] ^= flip }
            std::fs::write(&path, bytes).unwrap();
        }
        let (_, names, problems) = NameLog::open_with(Some(folder.path()), rules.clone(), true);
        prop_assert!(problems.is_empty());
        prop_assert_eq!(known(&names), known(&whole(&folder, &rules)));
    }
}
