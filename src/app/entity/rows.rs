//! The page of somebody as rows: sections that fold, and what is in them.

use super::PageView;
use crate::corpus::DocId;
use crate::library::Part;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The names used.
    Names,
    /// Who may be the same.
    Perhaps,
    /// What it is called.
    Called,
    /// When documents mention it.
    Timeline,
    /// Who and what appears with it.
    With,
    /// Notes that name it.
    Notes,
    /// Where it is mentioned.
    Passages,
}

impl Section {
    /// All of them, from the top.
    pub const ALL: [Self; 7] =
        [Self::Names, Self::Perhaps, Self::Called, Self::Timeline, Self::With, Self::Notes, Self::Passages];

    /// Its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Names => "Names",
            Self::Perhaps => "Perhaps the same",
            Self::Called => "Called",
            Self::Timeline => "Timeline",
            Self::With => "With",
            Self::Notes => "Notes",
            Self::Passages => "Passages",
        }
    }

    /// The rows that are shown before somebody asks for all.
    fn short(self) -> usize {
        match self {
            Self::Names | Self::Called => 4,
            Self::Timeline => 12,
            Self::With => 6,
            Self::Notes | Self::Perhaps => 3,
            Self::Passages => usize::MAX,
        }
    }
}

/// A row of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageRow {
    /// The heading of a section.
    Head(Section),
    /// A name, by its number among those that are used.
    Name(usize),
    /// Who may be the same, by the number.
    Perhaps(usize),
    /// What it is called, by its number.
    Called(usize),
    /// A year, or a month of it (0 where the month isn't known), and the number of documents.
    Time(i16, Option<u8>, u32),
    /// Somebody or something that appears with it, by its number.
    With(usize),
    /// A note, by its number.
    Note(usize),
    /// The title of the document that the passages below are in. It can't be chosen.
    Document(DocId),
    /// A passage, by its number.
    Passage(usize),
    /// So many more rows of a section.
    More(Section, usize),
}

impl PageView {
    /// The rows from the top.
    pub fn rows(&self) -> Vec<PageRow> {
        let mut rows = Vec::with_capacity(self.passages.len() + 64);
        for section in Section::ALL {
            let own = self.rows_of(section);
            // What there is none of takes no room; passages may be still to come.
            if own.is_empty() && section != Section::Passages {
                continue;
            }
            rows.push(PageRow::Head(section));
            if self.folded.contains(&section) {
                continue;
            }
            let most = if self.whole.contains(&section) { usize::MAX } else { section.short() };
            // A row that says that there is one more would take the room of that one.
            let most = if own.len() <= most.saturating_add(1) { own.len() } else { most };
            let more = own.len() - most;
            if section == Section::Timeline && more > 0 {
                // Of many years the last ones matter most.
                rows.push(PageRow::More(section, more));
                rows.extend_from_slice(own.get(more..).unwrap_or(&own));
                continue;
            }
            rows.extend_from_slice(own.get(..most).unwrap_or(&own));
            if more > 0 {
                rows.push(PageRow::More(section, more));
            }
        }
        rows
    }

    /// All rows of a section.
    fn rows_of(&self, section: Section) -> Vec<PageRow> {
        let Some(entity) = &self.entity else { return Vec::new() };
        match section {
            Section::Names => (0..entity.known.forms.len()).map(PageRow::Name).collect(),
            Section::Perhaps => (0..entity.perhaps.len()).map(PageRow::Perhaps).collect(),
            Section::Called => (0..self.described.len()).map(PageRow::Called).collect(),
            Section::Timeline if self.by_month => {
                let months = entity.months.iter();
                months.map(|((year, month), count)| PageRow::Time(*year, Some(*month), *count)).collect()
            }
            Section::Timeline => {
                entity.years().into_iter().map(|(year, count)| PageRow::Time(year, None, count)).collect()
            }
            Section::With => {
                let with = entity.with.iter().enumerate();
                let kind = |kind| self.kind.is_none_or(|wanted| wanted == kind);
                let own: Vec<PageRow> =
                    with.filter(|(_, with)| kind(with.kind)).map(|(at, _)| PageRow::With(at)).collect();
                // Narrowed to a kind that there is none of, the heading still has to say so.
                if own.is_empty() && !entity.with.is_empty() { vec![PageRow::More(section, 0)] } else { own }
            }
            Section::Notes => (0..self.notes.len()).map(PageRow::Note).collect(),
            Section::Passages => {
                let mut rows = Vec::with_capacity(self.passages.len() * 2);
                let mut before = None;
                for (at, line) in self.passages.iter().enumerate() {
                    if before.replace(line.id) != Some(line.id) {
                        rows.push(PageRow::Document(line.id));
                    }
                    rows.push(PageRow::Passage(at));
                }
                rows
            }
        }
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<PageRow> {
        self.rows().get(self.cursor.at).copied()
    }

    /// How many things a section has, whatever of it is shown.
    pub fn count(&self, section: Section) -> usize {
        let own = self.rows_of(section);
        own.iter().filter(|row| !matches!(row, PageRow::Document(_) | PageRow::More(..))).count()
    }

    /// What the passages are narrowed to, in words; empty for all.
    pub fn part_label(&self) -> String {
        match &self.part {
            Part::All => String::new(),
            Part::Name(name) => format!("as “{name}”"),
            Part::Called(text, _) => format!("called “{text}”"),
            Part::Time(year, None) => format!("of {year}"),
            Part::Time(year, Some(0)) => format!("of {year}, month unknown"),
            Part::Time(year, Some(month)) => format!("of {year}-{month:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use std::sync::Arc;

    use super::*;
    use crate::index::names::Wanted;
    use crate::index::names::{Named, Names, Record, Said};
    use crate::library::{Catalogue, Entity};
    use crate::tag::Kind;
    use crate::text::Span;

    /// The page of somebody who is in no document of the catalogue, with documents in these years.
    fn page(years: i16) -> PageView {
        let named = Named {
            kind: Kind::Person,
            name: "Ada Lovelace".to_owned(),
            forms: vec!["Ada Lovelace".to_owned()],
            roles: Vec::new(),
        };
        let said = vec![Said { span: Span::new(0, 12), title: None, named: 0, form: 0, confidence: 90 }];
        let record = Record { named: vec![named], said, ..Record::default() };
        let names = Arc::new(Names::of(&[record]));
        let known = names.known_as(Kind::Person, "Ada Lovelace").unwrap();
        let mut entity = Entity::new(names, &Catalogue::default(), known, &|| false).unwrap();
        entity.months = (0..years).map(|year| ((1900 + year, 0), 1)).collect();
        let wanted = Wanted { kind: Kind::Person, name: "Ada Lovelace".to_owned(), id: None };
        let mut page = PageView::new(wanted);
        page.entity = Some(Arc::new(entity));
        page
    }

    #[test]
    fn of_many_years_the_last_ones_are_shown_until_all_are_asked_for() {
        let mut page = page(40);
        let rows = page.rows();
        assert!(rows.contains(&PageRow::More(Section::Timeline, 28)), "{rows:?}");
        assert!(
            rows.contains(&PageRow::Time(1939, None, 1)) && !rows.contains(&PageRow::Time(1900, None, 1))
        );
        page.whole.push(Section::Timeline);
        assert!(page.rows().contains(&PageRow::Time(1900, None, 1)));
        page.folded.push(Section::Timeline);
        assert!(!page.rows().iter().any(|row| matches!(row, PageRow::Time(..))));
    }

    #[test]
    fn a_section_with_nothing_in_it_isnt_there_but_for_the_passages() {
        let page = page(0);
        let heads: Vec<PageRow> =
            page.rows().into_iter().filter(|row| matches!(row, PageRow::Head(_))).collect();
        assert_eq!(heads, [PageRow::Head(Section::Names), PageRow::Head(Section::Passages)]);
    }
}
