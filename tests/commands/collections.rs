//! `ibid search`, `list`, `who`, `show` and `cache`: a collection asked from the shell.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::harness::{Folder, objects};

const MILK: &str = "---\ntitle: The milk ban\ndate: 2019-06-12\nsource: Dairy Post\n---\n\nPresident Alexander \
    Lukashenko spoke of milk in Minsk. Lukashenko said that the ban would end.\n";

const TIMBER: &str = "---\ntitle: Timber on the move\ndate: 2020-09\nsource: River Times\n---\n\nPresident Alyaksandr \
    Lukashenka closed the border to timber. Lukashenka gave no reason.\n";

const FERRY: &str = "The ferry sails again\n\nNobody knows why the ferry sails again.\n";

/// Three documents; the president of two of them is written in two ways.
fn folder() -> Folder {
    let folder = Folder::with(&[]);
    let documents = folder.path().join("documents");
    std::fs::create_dir(&documents).unwrap();
    for (name, text) in [("milk.md", MILK), ("timber.md", TIMBER), ("ferry.txt", FERRY)] {
        std::fs::write(documents.join(name), text).unwrap();
    }
    folder
}

fn titles(out: &str) -> Vec<String> {
    objects(out).iter().map(|object| object["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_search_prints_an_object_for_each_passage_with_the_fields_that_are_told() {
    let folder = folder();
    let found = objects(&folder.run(&["search", "--json", "milk ban", "documents"]).fine());
    assert_eq!(found.len(), 1);
    for field in
        ["path", "title", "date", "date_from", "source", "score", "start", "end", "snippet", "origin"]
    {
        assert!(found[0].get(field).is_some(), "no {field} in {}", found[0]);
    }
    assert!(found[0]["path"].as_str().unwrap().ends_with("documents/milk.md"));
    assert_eq!((&found[0]["title"], &found[0]["date"]), (&"The milk ban".into(), &"2019-06-12".into()));
    assert_eq!((&found[0]["date_from"], &found[0]["source"]), (&"front matter".into(), &"Dairy Post".into()));
    let shown = objects(&folder.run(&["show", "--json", "documents/milk.md"]).fine());
    let bytes = |field: &str| found[0][field].as_u64().unwrap() as usize;
    let words = &shown[0]["text"].as_str().unwrap()[bytes("start")..bytes("end")];
    assert!(["milk", "ban"].contains(&words), "{words:?}");
    assert_eq!(found[0]["origin"], "text");
}

#[test]
fn what_a_search_finds_in_a_note_says_that_it_is_one() {
    let folder = folder();
    folder.run(&["note", "add", "documents/ferry.txt", "--text", "a word of aardvarks"]).fine();
    let found = objects(&folder.run(&["search", "--json", "aardvarks", "documents"]).fine());
    assert_eq!((&found[0]["origin"], &found[0]["snippet"]), (&"note".into(), &"a word of aardvarks".into()));
    assert!(found[0]["start"].is_null() && found[0]["end"].is_null(), "{}", found[0]);
}

#[test]
fn a_name_is_found_in_its_other_spelling_unless_exactly_these_letters_are_asked_for() {
    let folder = folder();
    assert_eq!(folder.run(&["index", "documents"]).code, Some(0));
    let search = |arguments: &[&str]| -> Vec<String> {
        let mut all = vec!["search", "--json"];
        all.extend(arguments);
        all.push("documents");
        let mut titles = titles(&folder.run(&all).out);
        titles.sort();
        titles
    };
    assert_eq!(search(&["lukashenka"]), ["The milk ban", "Timber on the move"]);
    assert_eq!(search(&["--exact", "lukashenka"]), ["Timber on the move"]);
    assert_eq!(search(&["=lukashenka"]), ["Timber on the move"]);
    assert_eq!(search(&["date:>=2020 lukashenko"]), ["Timber on the move"]);
    assert_eq!(search(&["person:lukashenka -timber"]), ["The milk ban"]);
}

#[test]
fn exit_codes_are_those_of_grep_and_what_wasnt_understood_is_said() {
    let folder = folder();
    assert_eq!(folder.run(&["search", "ferry", "documents"]).code, Some(0));
    let nothing = folder.run(&["search", "zeppelin", "documents"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (Some(1), ""));
    folder.run(&["search", "ferry", "nowhere"]).trouble(&["nowhere", "there is no such file or folder"]);
    folder.run(&["search", "ferry", "nowhere"]).trouble(&["several words stand in quotes: 'ferry nowhere'"]);
    let wrong = folder.run(&["search", "ferry date:20x0", "documents"]);
    assert_eq!(wrong.code, Some(0));
    assert!(wrong.said.contains("20x0"), "{}", wrong.said);
    let wrong = folder.run(&["search", "ferry colour:red", "documents"]);
    assert!(wrong.said.contains("there is no field “colour:”"), "{}", wrong.said);
    assert_eq!(folder.run(&["who", "Zeppelin", "documents"]).code, Some(1));
    folder.run(&["show", "zzz", "documents"]).trouble(&["no title matches"]);
}

#[test]
fn what_is_printed_to_a_pipe_has_no_colour_and_a_closed_pipe_ends_quietly() {
    let folder = folder();
    for arguments in [["search", "lukashenko", "documents"], ["who", "lukashenko", "documents"]] {
        assert!(!folder.run(&arguments).out.contains('\u{1b}'));
    }
    let mut command = folder.command(&["list", "--json", "documents"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success() && ended.stderr.is_empty(), "{ended:?}");
}

#[test]
fn a_document_is_shown_by_its_path_or_by_words_of_its_title() {
    let folder = folder();
    let by_title = folder.run(&["show", "milk ban", "documents"]).fine();
    assert!(by_title.contains("the ban would end"));
    assert_eq!(folder.run(&["show", "documents/milk.md"]).fine(), by_title);
    assert_eq!(folder.run(&["show", "milk.md", "documents"]).fine(), by_title);
    // The whole name of a file goes before a part of one, and what is a part of one is no title.
    for name in ["salt.txt", "copy-of-salt.txt", "more-of-salt.txt"] {
        let text = format!("Of {name}\n\nIt was said.\n");
        std::fs::write(
            folder.path().join("documents").join(name),
            text.replace(".txt", "").replace("salt", "it"),
        )
        .unwrap();
    }
    assert!(folder.run(&["show", "salt", "documents"]).fine().starts_with("Of it"));
    let parts = folder.run(&["show", "sal", "documents"]);
    assert!(parts.said.contains("3 file names match; this is documents/"), "{parts:?}");
    assert!(
        folder.run(&["show", "--raw", "documents/milk.md"]).fine().starts_with("---\ntitle: The milk ban")
    );
}

#[test]
fn a_list_has_all_documents_in_the_order_that_is_asked_for() {
    let folder = folder();
    let sorted = ["The ferry sails again", "The milk ban", "Timber on the move"];
    assert_eq!(titles(&folder.run(&["list", "--json", "--sort", "title", "documents"]).fine()), sorted);
    assert_eq!(titles(&folder.run(&["list", "--json", "documents"]).fine())[0], "Timber on the move");
}

#[test]
fn the_cache_is_shown_and_cleared_and_the_collection_opened_last_is_the_one_meant() {
    let folder = folder();
    folder.run(&["index", "--no-names", "documents"]).fine();
    let cached = objects(&folder.run(&["cache", "--json"]).fine());
    assert!(cached[0]["bytes"].as_u64().unwrap() > 0);
    assert!(cached[0]["paths"][0].as_str().unwrap().ends_with("documents"));
    assert_eq!(objects(&folder.run(&["search", "--json", "ferry"]).fine()).len(), 1);
    assert!(folder.run(&["cache", "--clear", "documents"]).fine().contains("cleared"));
    assert_eq!(folder.run(&["cache", "--json"]).fine(), "");
    assert_eq!(folder.run(&["cache", "--clear", "documents"]).code, Some(1), "nothing is left to clear");
}

/// An archive whose last part has a wrong byte in the middle.
fn damaged_archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in parts {
        archive.start_file(*name, stored).unwrap();
        std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
    }
    let mut bytes = archive.finish().unwrap().into_inner();
    let text = parts.last().unwrap().1;
    let at = bytes.windows(text.len()).position(|part| part == text.as_bytes()).unwrap();
    bytes[at + text.find("nobody").unwrap()] = b'N';
    bytes
}

#[test]
fn a_book_or_a_report_with_a_damaged_part_is_a_document_and_said() {
    let folder = Folder::with(&[]);
    let report = "<w:document><w:p><w:r><w:t>The ferry, nobody knew why</w:t></w:r></w:p></w:document>";
    let types = "<Types><Override PartName='/word/document.xml'/></Types>";
    let report = damaged_archive(&[("[Content_Types].xml", types), ("word/document.xml", report)]);
    let package = "<package><manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/>\
                   </spine></package>";
    let chapter = "<html><body><p>The ferry sails again, and nobody knew why.</p></body></html>";
    let book = [("mimetype", "application/epub+zip"), ("a.opf", package), ("a.xhtml", chapter)];
    std::fs::create_dir(folder.path().join("cut")).unwrap();
    std::fs::write(folder.path().join("cut/report.docx"), report).unwrap();
    std::fs::write(folder.path().join("cut/book.epub"), damaged_archive(&book)).unwrap();
    // Told each time, and not only while the files are read.
    for arguments in [&["index", "cut"][..], &["list", "cut"], &["search", "ferry", "cut"]] {
        let ran = folder.run(arguments);
        assert!(ran.said.contains("report.docx, word/document.xml: is damaged; get a whole copy"), "{ran:?}");
        assert!(ran.said.contains("book.epub, a.xhtml: is damaged; get a whole copy"), "{ran:?}");
    }
    assert_eq!(titles(&folder.run(&["list", "--json", "cut"]).out).len(), 2);
    assert!(folder.run(&["show", "cut/book.epub"]).said.contains("a.xhtml: is damaged"));
}

#[test]
fn a_file_that_is_cut_off_is_a_document_and_said() {
    let folder = Folder::with(&[]);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
    let text = "A title\n\nThe ferry sails again, and nobody knew why.\n".repeat(40);
    std::io::Write::write_all(&mut packed, text.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    std::fs::write(folder.path().join("cut.txt.gz"), &packed[..packed.len() - 20]).unwrap();
    for arguments in [&["list", "cut.txt.gz"][..], &["show", "cut.txt.gz"], &["list", "cut.txt.gz"]] {
        let ran = folder.run(arguments);
        assert!(!ran.out.is_empty() && ran.said.contains("the rest is damaged"), "{ran:?}");
        assert!(ran.said.contains("cut.txt.gz") && ran.said.contains("get a whole copy"), "{ran:?}");
    }
}
