//! The metadata of the file, without what programs write that know nothing.

use super::item::is_words;
use super::page::Head;
use crate::corpus::Origin;
use crate::corpus::draft::Given;

/// What the file says of itself.
pub(super) fn given(head: &Head) -> Given {
    let mut given = Given::default();
    if let Some(title) = head.title.as_deref().filter(|title| is_title(title)) {
        given.title(title, Origin::PdfMeta);
    }
    if let Some(author) = &head.author {
        given.author(author, Origin::PdfMeta);
    }
    if let Some(created) = &head.created {
        given.date(created, Origin::PdfMeta);
    }
    if let Some(language) = &head.language {
        given.language(language, Origin::PdfMeta);
    }
    given
}

/// Whether a title says something, and isn't the name of a file or of a program.
fn is_title(title: &str) -> bool {
    let title = title.trim();
    let lower = title.to_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    let file = matches!(
        ending,
        "doc"
            | "docx"
            | "odt"
            | "rtf"
            | "txt"
            | "pdf"
            | "indd"
            | "qxd"
            | "tex"
            | "dvi"
            | "ps"
            | "eps"
            | "ppt"
            | "pptx"
            | "xls"
            | "xlsx"
            | "html"
            | "htm"
            | "pub"
            | "cdr"
            | "ai"
            | "pmd"
            | "p65"
            | "fm"
            | "wpd"
    );
    let program = [
        "microsoft word",
        "microsoft powerpoint",
        "powerpoint presentation",
        "untitled",
        "layout 1",
        "print",
        "slide 1",
    ];
    !file
        && is_words(title)
        && !program.iter().any(|program| lower.starts_with(program))
        && !lower.starts_with("file:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_that_a_program_made_up_is_none() {
        for title in [
            "Microsoft Word - letter.doc",
            "untitled",
            "report-final.indd",
            "PowerPoint Presentation",
            "12",
            "",
        ] {
            assert!(!is_title(title), "{title}");
        }
        for title in ["The Mill at Norby", "U.S. policy", "Доклад"] {
            assert!(is_title(title), "{title}");
        }
    }

    #[test]
    fn the_day_on_which_the_file_was_made_is_its_date() {
        let head = Head { created: Some("2020-09-14".into()), ..Head::default() };
        let date = given(&head).date.map(|date| (date.value.to_string(), date.origin));
        assert_eq!(date, Some(("2020-09-14".into(), Origin::PdfMeta)));
    }
}
