//! The files of a collection: text and Markdown mostly, some pages and messages, and files of many records.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::article::Article;
use super::chain::MONTHS;
use super::random::Random;
use super::{Collection, capital};

/// Documents to a folder.
const FOLDER: usize = 250;

/// In one folder of so many the last documents are records of one file.
const RECORDS_EACH: usize = 8;

/// Those records.
const RECORDS: usize = 50;

impl Collection {
    /// Writes the first `count` documents below `folder` and gives the bytes written.
    ///
    /// # Errors
    ///
    /// When a folder or file can't be written.
    pub fn write(&self, folder: &Path, count: usize) -> std::io::Result<u64> {
        let folders = (0..count.div_ceil(FOLDER)).into_par_iter();
        folders.map(|number| self.write_folder(folder, number, count)).sum()
    }

    fn write_folder(&self, folder: &Path, number: usize, count: usize) -> std::io::Result<u64> {
        let folder = folder.join(format!("{:02}", number / 32)).join(format!("{number:04}"));
        std::fs::create_dir_all(&folder)?;
        let (first, last) = (number * FOLDER, count.min((number + 1) * FOLDER));
        let alone = if number % RECORDS_EACH == 3 { last.min(first + FOLDER - RECORDS) } else { last };
        let mut bytes = 0;
        let mut write = |name: PathBuf, text: String| {
            bytes += text.len() as u64;
            std::fs::write(folder.join(name), text)
        };
        for document in first..alone {
            let (name, text) = self.file(document);
            write(name, text)?;
        }
        let records: String = (alone..last).map(|document| record(&self.article(document))).collect();
        if !records.is_empty() {
            write("records.jsonl".into(), records)?;
        }
        Ok(bytes)
    }

    /// The name and the text of the file of a document that isn't a record.
    pub fn file(&self, number: usize) -> (PathBuf, String) {
        let article = self.article(number);
        let mut random = Random::of(self.seed ^ 0xf11e, number as u64);
        let (ending, text) = match number % 50 {
            7 => ("html", page(&article)),
            19 => ("eml", message(&article, number)),
            at if at % 3 == 0 => ("md", markdown(&article, &mut random)),
            _ => ("txt", plain(&article, &mut random)),
        };
        (format!("{}-{number}.{ending}", slug(&article.title)).into(), text)
    }
}

/// The first words of a title as they stand in the name of a file.
fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(3).map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

fn body(article: &Article) -> String {
    article.paragraphs.join("\n\n") + "\n"
}

fn day((year, month, day): (i16, u8, u8)) -> String {
    format!("{year}-{month:02}-{day:02}")
}

fn month(number: u8) -> &'static str {
    MONTHS[usize::from(number) - 1]
}

fn markdown(article: &Article, random: &mut Random) -> String {
    let mut text = String::with_capacity(8_000);
    if random.percent(70) {
        let _ = writeln!(text, "---\ntitle: \"{}\"\nsource: {}", article.title, article.source);
        if let Some(author) = &article.author {
            let _ = writeln!(text, "author: {author}");
        }
        if random.percent(85) {
            let _ = writeln!(text, "date: {}", day(article.date));
        }
        text.push_str("---\n\n");
    } else {
        let _ = writeln!(text, "# {}\n", article.title);
    }
    for (number, paragraph) in article.paragraphs.iter().enumerate() {
        if number > 0 && number % 5 == 0 {
            let first: Vec<&str> = paragraph.split(' ').take(4).collect();
            let _ = writeln!(text, "## {}\n", first.join(" ").trim_end_matches(['.', ',', ':', ';']));
        }
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
    text
}

fn plain(article: &Article, random: &mut Random) -> String {
    let (year, number, date) = article.date;
    let mut text = format!("{}\n\n", article.title);
    match random.below(3) {
        0 => {
            let _ = writeln!(text, "{}\nPublish Date : {date} {} {year}\n", article.source, month(number));
        }
        1 => {
            if let Some(author) = &article.author {
                let _ = writeln!(text, "By {author}\n");
            }
            let _ = write!(text, "MINSK, {} {date} — ", month(number));
        }
        _ => {}
    }
    text + &body(article)
}

fn page(article: &Article) -> String {
    let paragraphs: String = article.paragraphs.iter().map(|text| format!("<p>{text}</p>\n")).collect();
    let (title, source, date) = (&article.title, &article.source, day(article.date));
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><title>{title}</title>\n\
         <meta property=\"og:site_name\" content=\"{source}\">\n\
         <meta property=\"article:published_time\" content=\"{date}T09:00:00Z\"></head>\n\
         <body><nav><a href=\"/\">Home</a> <a href=\"/news\">News</a></nav>\n\
         <main><h1>{title}</h1>\n{paragraphs}</main></body></html>\n"
    )
}

fn message(article: &Article, number: usize) -> String {
    let (year, of, date) = article.date;
    let month = &month(of)[..3];
    let author = article.author.as_deref().unwrap_or("The Desk");
    // A header is ASCII.
    let subject: String = article.title.chars().filter(char::is_ascii).collect();
    format!(
        "From: {author} <desk@{source}>\r\nTo: readers@{source}\r\nMessage-ID: <{number}@{source}>\r\n\
         Date: {date} {month} {year} 09:00:00 +0000\r\nSubject: {subject}\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}",
        body(article).replace('\n', "\r\n"),
        source = article.source,
    )
}

fn record(article: &Article) -> String {
    let record = serde_json::json!({
        "title": capital(&article.title),
        "date": day(article.date),
        "source": article.source,
        "author": article.author,
        "text": article.paragraphs.join("\n\n"),
    });
    record.to_string() + "\n"
}
