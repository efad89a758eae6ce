//! The dates that texts name, read from the heads of the records: they take no memory until somebody asks for them.

use std::io;

use super::decode::{DatesNamed, damaged, dates_of};
use super::segment::Document;
use super::table::Names;
use crate::corpus::{DocId, PartialDate};
use crate::index::DocumentSet;
use crate::index::packed::read_at;

/// Bytes of a record in which its dates mostly end.
const HEAD: usize = 384;

/// Documents between two questions whether to stop.
const OFTEN: usize = 256;

impl Names {
    /// Tells the dates that each document's text names, in any order; of these documents, of all where there are none
    /// given. `false` when `stop` said so before the end.
    ///
    /// # Errors
    /// As [`Self::record`].
    pub fn each_dates(
        &self,
        documents: Option<&DocumentSet>,
        stop: &dyn Fn() -> bool,
        tell: &mut dyn FnMut(DocId, DatesNamed),
    ) -> io::Result<bool> {
        let wanted = |document: &Document| documents.is_none_or(|set| set.contains(document.id));
        let mut all: Vec<Document> = self.filed.iter().map(|(document, _)| document).filter(wanted).collect();
        // As they lie in the file, so that it is read from its beginning to its end.
        all.sort_unstable_by_key(|document| document.at);
        let mut bytes = Vec::new();
        for (number, document) in all.iter().enumerate() {
            if number % OFTEN == 0 && stop() {
                return Ok(false);
            }
            tell(document.id, self.dates_at(document, &mut bytes)?);
        }
        Ok(true)
    }

    fn dates_at(&self, document: &Document, bytes: &mut Vec<u8>) -> io::Result<DatesNamed> {
        let Some(file) = &self.file else { return Ok(DatesNamed::default()) };
        let whole = document.length as usize;
        bytes.resize(whole.min(HEAD), 0);
        read_at(file, bytes, document.at)?;
        if let Some(dates) = dates_of(bytes) {
            return Ok(dates);
        }
        bytes.resize(whole, 0);
        read_at(file, bytes, document.at)?;
        dates_of(bytes).ok_or_else(damaged)
    }

    /// The documents whose text names a date of which `lies` says that it is wanted.
    ///
    /// # Errors
    /// As [`Self::record`].
    pub fn naming(&self, lies: &dyn Fn(PartialDate) -> bool) -> io::Result<DocumentSet> {
        let mut found = DocumentSet::default();
        self.each_dates(None, &|| false, &mut |id, named| {
            if named.dates.iter().any(|(date, _)| lies(*date)) {
                found.insert(id);
            }
        })?;
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use super::super::testing::people;
    use super::super::{NameLog, Record};
    use super::*;
    use crate::tag::{Cast, Date, Kind, Mention, Value, When};
    use crate::text::{Span, Text};

    fn date(year: i16, month: u8, day: u8) -> PartialDate {
        PartialDate::new(year, month, day).unwrap()
    }

    #[test]
    fn dates_are_read_from_the_heads_of_records_however_long_those_are() {
        let many: Vec<(PartialDate, u32)> = (1..=999).map(|year| (date(year, 12, 31), 70_000)).collect();
        let of = |id, dates: &[(PartialDate, u32)], undated| Record {
            dates: dates.to_vec(),
            undated,
            ..people(id, &[&["Ada Lovelace"]])
        };
        let records =
            [of(4, &many, 0), of(2, &[(date(2019, 0, 0), 1), (date(2019, 7, 3), 2)], 3), of(9, &[], 0)];
        let folder = tempfile::tempdir().unwrap();
        let mut log = NameLog::open(folder.path()).0;
        let names = Names::default().with(log.append(&records).unwrap());
        let told = |documents: Option<&DocumentSet>| {
            let mut told = Vec::new();
            assert!(
                names.each_dates(documents, &|| false, &mut |id, named| told.push((id.0, named))).unwrap()
            );
            told
        };
        let all = told(None);
        assert_eq!(all.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [4, 2, 9]);
        assert_eq!((all[0].1.dates.len(), all[1].1.undated, all[2].1.dates.len()), (999, 3, 0));
        assert_eq!(all[1].1.dates, records[1].dates);
        assert_eq!(told(Some(&[DocId(2)].into_iter().collect())).len(), 1);
        assert!(!names.each_dates(None, &|| true, &mut |_, _| {}).unwrap(), "stopped");
        let found = names.naming(&|date| date.year() == 2019 && date.month().is_some()).unwrap();
        assert_eq!(found.iter().collect::<Vec<_>>(), [DocId(2)]);
        assert_eq!(names.record(DocId(4)).unwrap().unwrap().dates.len(), 999);
    }

    #[test]
    fn of_a_text_every_date_counts_that_has_a_place_in_time() {
        let words = "3 July 2019, 2019, summer 2019, 1994 to 2020, 9 August, 08:44";
        let text = Text::new(Arc::from(words), Vec::new());
        let known = |year, month, day| Some(Date::Known(date(year, month, day)));
        let when = |date, last| When { date, last, time: None, inferred: false };
        let at = |words_of: &str, when: When| {
            let start = words.rfind(words_of).unwrap();
            let span = Span::new(start, start + words_of.len());
            Mention { value: Some(Value::When(when)), ..Mention::new(span, Kind::Date, 90) }
        };
        let clock = crate::tag::Time { hour: 8, minute: Some(44) };
        let mentions = vec![
            at("3 July 2019", when(known(2019, 7, 3), None)),
            at(" 2019, s", when(known(2019, 0, 0), None)),
            at("summer 2019", when(known(2019, 6, 0), known(2019, 8, 0))),
            at("1994 to 2020", when(known(1994, 0, 0), known(2020, 0, 0))),
            at("9 August", when(Some(Date::Yearless { month: 8, day: 9 }), None)),
            at("08:44", When { time: Some(clock), ..when(None, None) }),
        ];
        let record = Record::of(DocId(1), 2, &text, &Cast::new(&text, mentions));
        assert_eq!(record.dates, [(date(2019, 0, 0), 2), (date(2019, 7, 3), 1)]);
        assert_eq!(record.undated, 2, "what goes from year to year, and what has none");
    }
}
