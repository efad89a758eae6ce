//! `ibid timeline` and `matrix`: what is there at a glance, asked from the shell.

use serde_json::{Value, json};

use super::harness::{Folder, objects};

const FILES: [(&str, &str); 5] = [
    (
        "milk.md",
        "---\ntitle: The milk ban\ndate: 2019-06-12\n---\n\nPresident Alexander Lukashenko met Vladimir Putin in Minsk. \
         Lukashenko said in May 2018 that the ban would end.\n",
    ),
    (
        "timber.md",
        "---\ntitle: Timber on the move\ndate: 2020-09\n---\n\nPresident Alyaksandr Lukashenka closed the border. \
         Lukashenka met Uladzimir Makey.\n",
    ),
    (
        "loan.md",
        "---\ntitle: A loan\ndate: 2020-09-14\n---\n\nVladimir Putin lent Alexander Lukashenko money in 2018.\n",
    ),
    ("year.md", "---\ntitle: A year\ndate: 2019\n---\n\nAlexander Lukashenko spoke.\n"),
    ("ferry.md", "---\ntitle: The ferry\n---\n\nVladimir Putin asked in Minsk why the ferry was late.\n"),
];

fn folder() -> Folder {
    let folder = Folder::with(&[]);
    let documents = folder.path().join("documents");
    std::fs::create_dir(&documents).unwrap();
    for (name, text) in FILES {
        std::fs::write(documents.join(name), text).unwrap();
    }
    folder
}

/// The dates, whether they are placed, and the number of documents.
fn rows(objects: &[Value]) -> Vec<Value> {
    objects.iter().map(|row| json!([row["date"], row["placed"], row["documents"]])).collect()
}

#[test]
fn a_timeline_puts_nothing_where_nobody_knows_that_it_is() {
    let folder = folder();
    let timeline = |arguments: &[&str]| {
        let all = [&["timeline", "--json"], arguments, &["documents"]].concat();
        objects(&folder.run(&all).fine())
    };
    let months = timeline(&["--by", "month"]);
    assert_eq!(
        rows(&months),
        [
            json!(["2019", false, 1]),
            json!(["2019-06", true, 1]),
            json!(["2020-09", true, 2]),
            json!([null, false, 1])
        ]
    );
    for field in ["series", "name", "kind", "by", "date", "placed", "documents", "mentions"] {
        assert!(months[0].get(field).is_some(), "no {field} in {}", months[0]);
    }
    assert_eq!((&months[0]["series"], &months[0]["by"]), (&"documents".into(), &"month".into()));
    assert_eq!(rows(&timeline(&["--by", "year"]))[..2], [json!(["2019", true, 2]), json!(["2020", true, 2])]);
    assert_eq!(rows(&timeline(&["--by", "decade"]))[0], json!(["201X", true, 2]));
    assert_eq!(rows(&timeline(&["--of", "timber", "--by", "year"])), [json!(["2020", true, 1])]);
}

#[test]
fn names_and_dates_in_texts_are_counted_beside_each_other() {
    let folder = folder();
    let of = [
        "timeline",
        "--json",
        "--by",
        "year",
        "--name",
        "Lukashenka",
        "--name",
        "putin",
        "--dates",
        "documents",
    ];
    let found = objects(&folder.run(&of).fine());
    let named = |name: &str| -> Vec<Value> {
        let own = found.iter().filter(|row| row["name"] == name);
        own.map(|row| json!([row["date"], row["documents"], row["mentions"]])).collect()
    };
    assert_eq!(named("Alexander Lukashenko"), [json!(["2019", 2, 3]), json!(["2020", 2, 3])]);
    assert_eq!(named("Vladimir Putin"), [json!(["2019", 1, 1]), json!(["2020", 1, 1]), json!([null, 1, 1])]);
    let dates: Vec<&Value> = found.iter().filter(|row| row["series"] == "dates").collect();
    assert_eq!(dates.len(), 1, "{dates:?}");
    assert_eq!((&dates[0]["date"], &dates[0]["mentions"]), (&"2018".into(), &2.into()));
    assert_eq!(dates[0]["documents"], Value::Null);
    let search = folder.run(&["search", "--json", "mentions:2018", "documents"]).fine();
    assert_eq!(objects(&search).len(), 2, "{search}");
    let search = folder.run(&["search", "--json", "mentions:2018-05", "documents"]).fine();
    assert_eq!(objects(&search).len(), 1, "{search}");
}

#[test]
fn a_timeline_for_people_has_bars_and_gaps() {
    let folder = folder();
    std::fs::write(
        folder.path().join("documents/old.md"),
        "---\ntitle: Old\ndate: 2009-06-14\n---\n\nA summit in Moscow.\n",
    )
    .unwrap();
    let shown = folder.run(&["timeline", "documents"]).fine();
    let lines: Vec<&str> = shown.lines().map(str::trim_end).collect();
    assert!(lines[0].trim_start().starts_with("documents"), "{shown}");
    assert!(lines[1].starts_with("2009") && lines[2].trim() == "9 years with none", "{shown}");
    assert!(lines[3].starts_with("2019") && lines[3].ends_with(['▇', '#']), "{shown}");
    assert!(lines.last().unwrap().starts_with("no date"), "{shown}");
    assert!(lines.iter().all(|line| line.chars().count() <= 80), "{shown}");
    let compared =
        folder.run(&["timeline", "--name", "Makey", "--name", "Putin", "--by", "day", "documents"]).fine();
    assert!(compared.contains("2020-09, day unknown") && compared.contains("Uladzimir Makey"), "{compared}");
    assert!(compared.lines().all(|line| line.chars().count() <= 80), "{compared}");
}

#[test]
fn a_matrix_has_each_two_once_and_those_that_share_most_first() {
    let folder = folder();
    let matrix = |arguments: &[&str]| {
        objects(&folder.run(&[&["matrix", "--json"], arguments, &["documents"]].concat()).fine())
    };
    let people = matrix(&["--kind", "person"]);
    for field in
        ["a", "a_kind", "b", "b_kind", "both", "a_documents", "b_documents", "documents", "measure", "score"]
    {
        assert!(people[0].get(field).is_some(), "no {field} in {}", people[0]);
    }
    assert_eq!(
        (&people[0]["a"], &people[0]["b"]),
        (&"Alexander Lukashenko".into(), &"Vladimir Putin".into())
    );
    assert_eq!((&people[0]["both"], &people[0]["documents"]), (&2.into(), &5.into()));
    assert_eq!(people.len(), 2, "{people:?}");
    let makey = matrix(&["--name", "Makey"]);
    assert!(makey.iter().all(|pair| pair["a"] == "Uladzimir Makey"), "{makey:?}");
    let shown = folder.run(&["matrix", "documents"]).fine();
    assert!(shown.lines().next().unwrap().trim_start().starts_with("all"), "{shown}");
    assert!(shown.contains(" 1  Alexander Lukashenko"), "{shown}");
    assert!(matrix(&["--limit", "2"]).len() < 2);
}

#[test]
fn what_isnt_there_and_what_makes_no_sense_is_told() {
    let folder = folder();
    for arguments in [&["timeline", "--name", "Zeppelin"][..], &["matrix", "--name", "Zeppelin"]] {
        let nobody = folder.run(&[arguments, &["documents"]].concat());
        assert_eq!((nobody.code, nobody.out.as_str()), (Some(1), ""), "{nobody:?}");
    }
    let none = folder.run(&["timeline", "--of", "zeppelin", "documents"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    for arguments in [&["timeline", "--by", "week"][..], &["matrix", "--limit", "1"]] {
        assert_eq!(folder.run(arguments).code, Some(2), "{arguments:?}");
    }
    folder.run(&["timeline", "nowhere"]).trouble(&["nowhere"]);
    folder.run(&["matrix", "nowhere"]).trouble(&["nowhere"]);
    for command in ["timeline", "matrix"] {
        let named = ["no such file or folder", "stands behind --name: --name 'Makey'"];
        folder.run(&[command, "Makey", "documents"]).trouble(&named);
        let below = folder.run(&[command, "documents/Makey"]);
        assert!(!below.said.contains("--name"), "{below:?}");
    }
}

#[test]
fn the_first_search_of_a_collection_finds_names_in_any_spelling_and_any_letters() {
    let russian = "Встреча\n\nПрезидент Владимир Путин прибыл в Минск. Путин встретился с министром.\n";
    for query in ["putin", "person:putin", "Путин", "vladimir putin"] {
        let folder = Folder::with(&[("a.txt", russian), ("b.txt", "Pier\n\nAnna Lindqvist spoke.\n")]);
        let found = folder.run(&["search", "--json", query, "."]);
        assert_eq!((found.code, objects(&found.out).len()), (Some(0), 1), "{query}: {}", found.said);
    }
    let folder = Folder::with(&[("a.txt", russian)]);
    assert_eq!(folder.run(&["search", "--exact", "putin", "."]).code, Some(1));
}

#[test]
fn where_many_documents_names_are_not_known_a_search_says_so() {
    let folder = Folder::with(&[]);
    let documents = folder.path().join("documents");
    std::fs::create_dir(&documents).unwrap();
    for number in 0..101 {
        std::fs::write(documents.join(format!("{number}.txt")), "Pier\n\nAnna Lindqvist spoke.\n").unwrap();
    }
    let said = folder.run(&["search", "pier", "documents"]).said;
    assert!(said.contains("the names in 101 documents aren't known yet"), "{said}");
    assert_eq!(objects(&folder.run(&["search", "--json", "person:lindqvist", "documents"]).fine()).len(), 20);
    let said = folder.run(&["search", "pier", "documents"]).said;
    assert!(!said.contains("aren't known"), "{said}");
}

#[test]
fn a_search_tells_of_notes_that_are_on_no_document() {
    let folder = Folder::with(&[]);
    std::fs::create_dir(folder.path().join("documents")).unwrap();
    std::fs::write(folder.path().join("documents/a.txt"), "The quay\n\nAnna Lindqvist spoke of a loan.\n")
        .unwrap();
    folder.run(&["note", "add", "--collection", "documents", "--text", "Chancellor #de"]).fine();
    let told = "also in 1 note on a name, the collection or a document elsewhere: ibid notes search";
    for (query, words) in
        [("note:Chancellor", "Chancellor"), ("Chancellor", "Chancellor"), ("tag:de", "'#de'")]
    {
        let ran = folder.run(&["search", query, "documents"]);
        assert_eq!(
            (ran.code, ran.out.as_str(), ran.said),
            (Some(1), "", format!("{told} {words}\n")),
            "{query}"
        );
    }
    assert!(folder.run(&["notes", "search", "#de"]).fine().contains("Chancellor"));
    // A note on a document is found with it, and other questions are not about notes.
    folder.run(&["note", "add", "documents/a.txt", "--text", "Treasurer"]).fine();
    assert!(folder.run(&["search", "Treasurer", "documents"]).fine().contains("note: Treasurer"));
    assert_eq!(folder.run(&["search", "Chancellor date:2019", "documents"]).said, "");
}

#[test]
fn passages_of_copies_stand_in_a_result_once() {
    let folder = Folder::with(&[]);
    std::fs::create_dir(folder.path().join("documents")).unwrap();
    let quay = "The quay\n\nAnna Lindqvist spoke of a loan to the harbour.\n";
    for (name, text) in [("a.txt", quay), ("b.txt", quay), ("c.txt", "Boats\n\nA loan for boats.\n")] {
        std::fs::write(folder.path().join("documents").join(name), text).unwrap();
    }
    let found = folder.run(&["search", "loan", "documents"]).fine();
    assert_eq!(found.matches("a loan to the harbour").count(), 1, "{found}");
    assert_eq!(found.matches("= the same text as documents/").count(), 1, "{found}");
    assert!(["a.txt", "b.txt", "c.txt"].iter().all(|name| found.contains(name)), "{found}");
    let lines = objects(&folder.run(&["search", "--json", "loan", "documents"]).fine());
    assert_eq!(lines.len(), 3);
    let copies: Vec<&Value> = lines.iter().filter(|line| !line["same_as"].is_null()).collect();
    assert_eq!(copies.len(), 1, "{lines:?}");
    let first = lines.iter().find(|line| line["path"] == copies[0]["same_as"]).unwrap();
    assert_eq!((&first["snippet"], &first["same_as"]), (&copies[0]["snippet"], &Value::Null));
}

#[test]
fn a_search_that_finds_nothing_says_what_would_find_something() {
    let folder = Folder::with(&[]);
    std::fs::create_dir(folder.path().join("documents")).unwrap();
    let quay = "The quay\n\nIrina Khakamada spoke. Khakamada spoke of a loan to the harbour.\n";
    std::fs::write(folder.path().join("documents/a.txt"), quay).unwrap();
    let search = |query: &[&str]| folder.run(&[&["search"], query, &["documents"]].concat());
    let slip = search(&["harbuor"]);
    assert_eq!((slip.code, slip.said.as_str()), (Some(1), "nothing found; harbuor~ finds 1 document\n"));
    search(&["harbuor~"]).fine();
    let name = search(&["Kakmada"]);
    assert!(name.code == Some(1) && name.said.contains("did you mean Irina Khakamada?"), "{name:?}");
    // Where nothing else would be found a program that reads on hears nothing.
    for query in [&["zeppelin"][..], &["--exact", "harbuor"]] {
        let nothing = search(query);
        assert_eq!((nothing.code, nothing.said.as_str()), (Some(1), ""), "{query:?}");
    }
}

#[test]
fn a_slip_in_an_option_of_a_search_is_no_query() {
    let folder = Folder::with(&[("a.txt", "A quay.\n")]);
    let ran = folder.run(&["search", "--jsn", "quay", "."]);
    assert!(ran.code == Some(2) && ran.said.contains("'--jsn'"), "{ran:?}");
    assert!(ran.said.contains("no such option; what is looked for stands in quotes"), "{ran:?}");
    assert_eq!(folder.run(&["search", "\"--jsn\"", "."]).code, Some(1));
    assert!(folder.run(&["search", "quay -ship", "."]).fine().contains("a.txt"));
}

#[test]
fn what_a_file_is_called_never_steers_the_terminal() {
    let folder = folder();
    for arguments in [vec!["--\u{1b}]0;own\u{7}\u{202e}x.txt"], vec!["list", "--\u{9b}2J\rx.txt"]] {
        let wrong = folder.run(&arguments);
        assert_eq!(wrong.code, Some(2));
        let odd = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(wrong.said.contains("x.txt") && !wrong.said.contains(odd), "{:?}", wrong.said);
        assert!(wrong.said.lines().count() > 1, "{}", wrong.said);
    }
}

#[test]
fn a_wrong_option_is_told_with_the_nearest_one_and_what_is_required() {
    let folder = Folder::with(&[]);
    let wrong = |arguments: &[&str]| {
        let ran = folder.run(arguments);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        ran.said
    };
    for (arguments, near) in [
        (&["notes", "list", "--tg", "x"][..], "--tag"),
        (&["note", "add", "--qote=x"], "--quote"),
        (&["list", "--colr", "never"], "--color"),
        (&["--them", "dark"], "--theme"),
    ] {
        let said = wrong(arguments);
        assert!(said.contains(&format!("did you mean '{near}'?")) && !said.contains("as a value"), "{said}");
    }
    let said = wrong(&["list", "--nope"]);
    assert!(said.contains("Usage: ibid list [OPTIONS] [PATH]...\n"), "{said}");
}

#[test]
fn of_many_files_that_cannot_be_read_some_are_named_and_the_rest_are_counted() {
    let folder = Folder::with(&[("a.txt", "A quay.\n")]);
    for number in 0..9 {
        std::fs::write(folder.path().join(format!("{number}.pdf")), "%PDF-1.7\nnothing\n").unwrap();
    }
    let said = folder.run(&["search", "quay", "."]).said;
    assert!(said.matches(".pdf").count() == 3 && said.contains("6 more files: can't be read"), "{said}");
    let listed = folder.run(&["list", "."]).said;
    assert_eq!(listed.matches(".pdf").count(), 9, "{listed}");
    for said in [said, listed, folder.run(&["."]).said] {
        assert!(said.starts_with("ibid: 0.pdf: "), "as results are: {said}");
    }
}

#[test]
fn a_collection_that_was_opened_last_and_is_gone_is_told_of() {
    let folder = Folder::with(&[]);
    let gone = folder.path().join("gone");
    std::fs::create_dir(folder.path().join("cache")).unwrap();
    std::fs::write(folder.path().join("cache/last"), gone.to_str().unwrap()).unwrap();
    for command in [&["search", "timber"] as &[&str], &["list"], &["who", "Putin"]] {
        folder.run(command).trouble(&["gone", "was opened last", "name another collection"]);
    }
}

#[test]
fn of_a_file_that_holds_several_documents_one_is_to_be_named() {
    let folder = Folder::with(&[]);
    std::fs::create_dir(folder.path().join("docs")).unwrap();
    let records =
        "{\"title\": \"One\", \"text\": \"A quay.\"}\n{\"title\": \"Two\", \"text\": \"A ship.\"}\n";
    std::fs::write(folder.path().join("docs/posts.jsonl"), records).unwrap();
    folder.run(&["show", "posts.jsonl", "docs"]).trouble(&["holds several documents", "posts.jsonl/1"]);
}
