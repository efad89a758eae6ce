//! Loading each format, beside the crate that parses it by itself.

#![allow(missing_docs, unreachable_pub, dead_code, clippy::unwrap_used)]

mod collection;

use std::hint::black_box;
use std::io::{Cursor, Write};
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ibid::corpus::{Format, Loader};

/// Megabytes of text in each sample.
const SIZE: usize = 4;

fn page(text: &str) -> String {
    let paragraphs: String = text.lines().map(|line| format!("<p>{line}</p>\n")).collect();
    format!(
        "<!doctype html><title>A page</title><nav><ul><li><a href=/>Home</a></ul></nav><main>{paragraphs}</main>"
    )
}

fn docx(text: &str) -> Vec<u8> {
    let paragraphs: String =
        text.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    part("[Content_Types].xml", "<Types/>");
    part("word/document.xml", &format!("<w:document><w:body>{paragraphs}</w:body></w:document>"));
    zip.finish().unwrap().into_inner()
}

fn loading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("formats");
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    let text = collection::text(SIZE).replace(['<', '&'], " ");
    let mail = format!(
        "From: a@example.org\r\nMessage-ID: <1@example.org>\r\nDate: Mon, 14 Sep 2020 21:43:00 +0300\r\n\
         Subject: A message\r\n\r\n{text}"
    );
    let record = serde_json::json!({ "title": "A record", "text": text }).to_string();
    let page = page(&text);
    let samples = [
        (Format::Plain, text.clone().into_bytes()),
        (Format::Markdown, text.clone().into_bytes()),
        (Format::Html, page.clone().into_bytes()),
        (Format::Docx, docx(&text)),
        (Format::Mail, mail.clone().into_bytes()),
        (Format::Record, record.clone().into_bytes()),
    ];
    let loader = Loader::default();
    for (format, bytes) in &samples {
        // By the text, not by the file: an archive is smaller.
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format.label(), |bencher| {
            bencher.iter(|| loader.parse_as(*format, "sample", black_box(bytes)).unwrap());
        });
    }
    group.bench_function("Markdown, pulldown-cmark alone", |bencher| {
        bencher.iter(|| pulldown_cmark::Parser::new(black_box(&text)).count());
    });
    group.bench_function("HTML, html5gum alone", |bencher| {
        bencher.iter(|| html5gum::Tokenizer::new(black_box(page.as_str())).count());
    });
    group.bench_function("mail, mail-parser alone", |bencher| {
        bencher.iter(|| mail_parser::MessageParser::default().parse(black_box(mail.as_bytes())).is_some());
    });
    group.bench_function("JSON record, serde_json alone", |bencher| {
        bencher.iter(|| serde_json::from_str::<serde_json::Value>(black_box(&record)).unwrap());
    });
    group.finish();
}

criterion_group!(benches, loading);
criterion_main!(benches);
