//! A folder of hostile and broken files of every format: each ends as a document or as a problem, the rest goes
//! on, and nothing but text reaches the terminal.

use std::ffi::OsStr;
use std::io::{Cursor, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::harness::{Home, Terminal};
use super::stream::assert_clean;

/// Characters that would steer a terminal, as they are and as references of HTML and XML.
const STEERS: &str = "\u{1b}]52;c;aGFja2Vk\u{7}\u{1b}[2J\u{9b}31m\u{202e}rtl\u{2066}\u{e0041}\u{200b}";
const REFERENCES: &str = "&#27;]52;c;aGFja2Vk&#7;&#x9b;31m&#x202e;&#x2066;&#8203;&#xe0041;&#0;";

/// An archive of these parts; `level` as the names say.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn docx(document: &str) -> Vec<u8> {
    let types = "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let rels = "<Relationships><Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>";
    zipped(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", rels.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ])
}

fn epub(spine: &str, chapter: &[u8]) -> Vec<u8> {
    let container = "<container><rootfiles><rootfile full-path='book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
    let package = format!(
        "<package xmlns:dc='d'><metadata><dc:title>Book {REFERENCES}</dc:title></metadata><manifest>\
         <item id='c' href='{spine}' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='c'/></spine></package>"
    );
    zipped(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.as_bytes()),
        ("book.opf", package.as_bytes()),
        (spine, chapter),
    ])
}

/// Files that are read, or partly read.
fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let words = "Words of a sentence about Vladimir Putin in Minsk, and of some more. ";
    let mail = format!(
        "From: Ann {STEERS} <ann@example.org>\r\nTo: =?utf-8?B?G10wO3gH?= <b@example.org>\r\n\
         Subject: =?utf-8?Q?Mail_=1B]0;x=07_=E2=80=AE?=\r\nDate: Mon, 14 Sep 2020 21:43:00 +0300\r\n\
         Message-ID: <1@example.org>\r\n\r\n{words}{STEERS}\r\n"
    );
    let nested: String = (0..5000)
        .map(|at| format!("--b{at}\r\nContent-Type: multipart/mixed; boundary=b{}\r\n\r\n", at + 1))
        .collect();
    let nested = format!(
        "From: a@example.org\r\nMessage-ID: <2@example.org>\r\nDate: Mon, 14 Sep 2020 21:43:00 +0300\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b0\r\n\r\n{nested}"
    );
    let page =
        |body: &str| format!("<!doctype html><title>Page {REFERENCES}</title><body>{body}").into_bytes();
    let paragraph = format!("<w:p><w:r><w:t>{words}{REFERENCES}</w:t></w:r></w:p>");
    let billion = format!(
        "<!DOCTYPE d [<!ENTITY a 'ha'>{}]><w:document><w:body><w:p><w:r><w:t>&z; {words}</w:t></w:r></w:p></w:body></w:document>",
        (1..26)
            .map(|at| {
                let (name, before) = ((b'a' + at) as char, (b'a' + at - 1) as char);
                format!("<!ENTITY {name} '{}'>", format!("&{before};").repeat(10))
            })
            .collect::<String>()
    );
    let json = serde_json::json!({ "title": format!("Record {STEERS}"), "text": format!("{words}{STEERS}") });
    vec![
        ("steering.txt", format!("Title {STEERS}\n\n{words}{STEERS}\n").into_bytes()),
        (
            "steering.md",
            format!("---\ntitle: {STEERS}\n---\n\n# One {STEERS}\n\n{words}{STEERS}\n").into_bytes(),
        ),
        ("steering.html", page(&format!("<h1>One {REFERENCES}</h1><p>{words}{REFERENCES}{STEERS}"))),
        ("steering.eml", mail.into_bytes()),
        ("steering.jsonl", format!("{json}\n{json}\nnot a record\n").into_bytes()),
        ("steering.docx", docx(&format!("<w:document><w:body>{paragraph}</w:body></w:document>"))),
        ("steering.epub", epub("chapter.xhtml", &page(&format!("<h1>One</h1><p>{words}{REFERENCES}")))),
        ("billion-laughs.docx", docx(&billion)),
        ("deep.html", page(&format!("{}{words}", "<div><b><ul><li><table><tr><td>".repeat(20_000)))),
        ("deep.eml", nested.into_bytes()),
        ("one-line.txt", words.repeat(200_000).into_bytes()),
        ("stack.txt", format!("Zalgo a{} b\n\n{words}", "\u{301}".repeat(100_000)).into_bytes()),
        ("invalid.txt", [b"caf\xe9 \xff\xfe\xc3\x28 ".as_slice(), words.as_bytes()].concat()),
        ("empty.txt", Vec::new()),
        ("empty.html", Vec::new()),
        ("bomb.txt.gz", gzipped(&b"bomb ".repeat(4 << 20))),
        ("cut.txt.gz", gzipped(words.repeat(5000).as_bytes())[..400].to_vec()),
    ]
}

/// Files that can't be read.
fn problems() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("cut.docx", docx("<w:document/>")[..200].to_vec()),
        ("cut.epub", b"PK\x03\x04mimetypeapplication/epub+zip".to_vec()),
        ("nothing.pdf", b"%PDF-1.7\nnothing\n".to_vec()),
        ("names-that-lead-out.epub", epub("../../../escaped.xhtml", b"<p>Words.</p>")),
    ]
}

fn sample(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name)
}

/// How many documents the list of the program, as plain text, has, and what was said of the others.
fn listed(home: &Home) -> (usize, String) {
    let mut command = std::process::Command::new(super::harness::IBID);
    let config = home.path().join("config");
    let ended = command
        .arg(home.documents())
        .env("IBID_CONFIG_DIR", config)
        .env("IBID_CACHE_DIR", home.path().join("cache"))
        .output()
        .unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    assert!(assert_clean(&ended.stdout).is_empty() && assert_clean(&ended.stderr).is_empty());
    (ended.stdout.iter().filter(|byte| **byte == b'\n').count(), String::from_utf8(ended.stderr).unwrap())
}

/// Reads every document of the list, from beginning to end, in its reading text with what was set aside and in
/// its raw text, and looks at what is known of it.
fn read_all(terminal: &mut Terminal, count: usize) {
    terminal.send("\r").settle();
    // One that takes its time to load is still the same one when the next is asked for.
    for _ in 0..count * 40 {
        // Only once the palette has come and gone are all keys before it answered: where a machine is slow, what the last one
        // says would be gone behind keys that wait.
        terminal
            .send("  zGr gg Grzijji")
            .send(":")
            .wait_for("┌ Commands")
            .send("\x1b")
            .wait_for_no("┌ Commands");
        terminal.send("J").settle();
        if terminal.contents().contains("This is the last document") {
            return;
        }
    }
    panic!("not all documents were read:\n{}", terminal.contents());
}

#[test]
fn every_hostile_file_is_a_document_or_a_problem() {
    let home = Home::new();
    let folder = home.documents();
    std::fs::create_dir_all(home.path().join("config")).unwrap();
    // Limits that the bombs are over.
    std::fs::write(
        home.path().join("config/config.toml"),
        "[limits]\nunpacked-mib = 16\nfile-mib = 64\npdf-seconds = 1\npdf-memory-mib = 256\n",
    )
    .unwrap();
    let (documents, problems) = (documents(), problems());
    for (name, bytes) in documents.iter().chain(&problems) {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    for pdf in [
        "pdf/cycle.pdf",
        "pdf/broken-xref.pdf",
        "pdf/picture.pdf",
        "pdf/locked.pdf",
        "hostile/forms.pdf",
        "hostile/widths.pdf",
    ] {
        std::fs::copy(sample(pdf), folder.join(Path::new(pdf).file_name().unwrap())).unwrap();
    }
    let mbox: String = (0..12)
        .map(|at| format!("From a@example.org Mon Sep 14 21:43:00 2020\nFrom: a@example.org\nSubject: Message {at} {STEERS}\n\nWords {at}\n\n"))
        .collect();
    std::fs::write(folder.join("many.mbox"), mbox).unwrap();
    std::fs::write(folder.join(OsStr::from_bytes(b"name \xff\x1b]0;x\x07.txt")), "Words of a file.\n")
        .unwrap();
    // Text at its beginning and nothing behind it: a sparse file takes no room.
    std::fs::write(folder.join("huge.txt"), "Words of a file. ".repeat(1000)).unwrap();
    std::fs::File::options().write(true).open(folder.join("huge.txt")).unwrap().set_len(5 << 30).unwrap();
    std::os::unix::fs::symlink(&folder, folder.join("loop")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.join("dangling.txt")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(folder.join("pipe.txt")).status().unwrap().success());
    let before: Vec<_> =
        walkdir::WalkDir::new(home.path()).into_iter().map(|entry| entry.unwrap().into_path()).collect();

    let (count, said) = listed(&home);
    assert!(count > documents.len() + 12, "{count} documents; {said}");
    for (name, _) in &problems {
        assert!(said.contains(name), "{name} isn't among the problems:\n{said}");
    }
    for (name, reason) in
        [("huge.txt", "larger than 64 MiB"), ("dangling.txt", "leads nowhere"), ("steering.jsonl", "line 3")]
    {
        let line = said
            .lines()
            .find(|line| line.contains(name))
            .unwrap_or_else(|| panic!("{name} isn't in:\n{said}"));
        assert!(line.contains(reason), "{line}");
    }

    let mut terminal = home.open();
    terminal.wait_for(&format!("{count} documents")).settle();
    terminal.send("!").settle();
    for _ in 0..said.lines().count() {
        terminal.send("j");
    }
    terminal.settle().send("q").settle().send("c").settle();
    read_all(&mut terminal, count);
    terminal.quit();
    assert!(assert_clean(&terminal.raw()).is_empty());
    let own = |path: &std::path::PathBuf| {
        ["config", "cache"].iter().any(|folder| path.starts_with(home.path().join(folder)))
    };
    let after = walkdir::WalkDir::new(home.path()).into_iter().map(|entry| entry.unwrap().into_path());
    let after: Vec<_> = after.filter(|path| !own(path)).collect();
    let before: Vec<_> = before.into_iter().filter(|path| !own(path)).collect();
    assert_eq!(before, after, "nothing was written but in the config and the cache directory");
}
