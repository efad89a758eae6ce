//! `ibid who`, `cast`, `cooccur` and `kwic`: who is who, asked from the shell.

use super::harness::{Folder, objects};

const MILK: &str = "---\ntitle: The milk ban\ndate: 2019-06-12\nsource: Dairy Post\n---\n\nPresident Alexander \
    Lukashenko met Vladimir Putin in Minsk. Lukashenko said that the milk ban would end.\n";

const TIMBER: &str = "---\ntitle: Timber on the move\ndate: 2020-09\nsource: River Times\n---\n\nPresident Alyaksandr \
    Lukashenka closed the border to timber. Lukashenka met Uladzimir Makey, and gave no reason.\n";

const FERRY: &str =
    "---\ntitle: The ferry\n---\n\nVladimir Putin asked in Minsk why the milk of the ferry went sour.\n";

fn folder() -> Folder {
    let folder = Folder::with(&[]);
    let documents = folder.path().join("documents");
    std::fs::create_dir(&documents).unwrap();
    for (name, text) in [("milk.md", MILK), ("timber.md", TIMBER), ("ferry.md", FERRY)] {
        std::fs::write(documents.join(name), text).unwrap();
    }
    folder
}

fn column<'a>(rows: &'a [serde_json::Value], field: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[field].as_str().unwrap()).collect()
}

#[test]
fn who_tells_names_reasons_and_places_and_the_person_comes_first() {
    let folder = folder();
    let found = objects(&folder.run(&["who", "--json", "Lukashenka", "documents"]).fine());
    let first = &found[0];
    for field in ["name", "kind", "match", "aliases", "confidence", "reasons", "names", "documents"] {
        assert!(first.get(field).is_some(), "no {field} in {first}");
    }
    assert_eq!((&first["kind"], &first["match"]), (&"person".into(), &"name".into()));
    let aliases = first["aliases"].as_array().unwrap();
    assert!(aliases.contains(&"Lukashenka".into()) && !aliases.contains(&first["name"]), "{first}");
    assert!(first["reasons"].to_string().contains("surname"), "{first}");
    assert_eq!(first["documents"].as_array().unwrap().len(), 2);
    let makey = objects(&folder.run(&["who", "--json", "makey", "documents"]).fine());
    assert_eq!(column(&makey, "name"), ["Uladzimir Makey"]);
    assert_eq!(makey[0]["match"], "words");
    for command in [&["who", "Makey", "documents"] as &[&str], &["cast", "documents"], &["list", "documents"]]
    {
        let piped = folder.run(command).fine();
        assert!(
            !piped.contains("mentions") && !piped.contains("also called"),
            "heads are for people: {piped}"
        );
        assert!(!piped.starts_with("date"), "{piped}");
    }
}

#[test]
fn a_name_that_is_only_like_one_is_an_offer_and_not_found() {
    let folder = folder();
    let near = folder.run(&["who", "--json", "Lukashemko", "documents"]);
    assert_eq!(near.code, Some(1));
    assert!(near.said.contains("did you mean Al"), "{}", near.said);
    assert_eq!(objects(&near.out)[0]["match"], "near");
    for command in ["cooccur", "who"] {
        let nobody = folder.run(&[command, "Zeppelin", "documents"]);
        assert_eq!((nobody.code, nobody.out.as_str()), (Some(1), ""), "{nobody:?}");
        assert!(nobody.said.contains("“Zeppelin”"), "{}", nobody.said);
    }
}

#[test]
fn a_cast_is_of_a_collection_a_search_or_a_document() {
    let folder = folder();
    let cast = |arguments: &[&str]| objects(&folder.run(&[&["cast", "--json"], arguments].concat()).fine());
    let people = cast(&["documents", "--kind", "person"]);
    assert_eq!(people.len(), 3);
    for field in ["name", "kind", "documents", "mentions", "first", "aliases"] {
        assert!(people[0].get(field).is_some(), "no {field} in {}", people[0]);
    }
    assert_eq!((&people[0]["documents"], &people[0]["mentions"]), (&2.into(), &4.into()));
    assert_eq!(people[0]["first"], "2019-06-12");
    assert_eq!(column(&cast(&["documents/timber.md", "--kind", "person"]), "name").len(), 2);
    assert_eq!(
        column(&cast(&["documents", "--of", "ferry", "--kind", "person"]), "name"),
        ["Vladimir Putin"]
    );
    let (titled, named) = (cast(&["timber", "documents"]), cast(&["documents/timber.md"]));
    let mentions =
        |rows: &[serde_json::Value]| rows.iter().map(|row| row["mentions"].clone()).collect::<Vec<_>>();
    assert_eq!(mentions(&titled), mentions(&named));
    assert_eq!(cast(&["documents", "--like", "Lukashenka"]).len(), 1);
    assert_eq!(column(&cast(&["documents", "--sort", "name", "--limit", "2"]), "name").len(), 2);
    let none = folder.run(&["cast", "--of", "zeppelin", "documents"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    folder.run(&["cast", "nowhere"]).trouble(&["nowhere", "no file of that name, and no title matches"]);
    folder.run(&["index", "documents"]);
    let mail = "From a@b.org Mon Jun 15 10:00:00 2009\nFrom: a@b.org\nSubject: One\n\nVladimir Putin came to Minsk.\n\n\
        From a@b.org Mon Jun 15 10:00:00 2009\nFrom: a@b.org\nSubject: Two\n\nUladzimir Makey went to Sochi.\n";
    std::fs::write(folder.path().join("mail.mbox"), mail).unwrap();
    assert_eq!(column(&cast(&["mail.mbox/2", "--kind", "place"]), "name"), ["Sochi"]);
}

#[test]
fn who_appears_with_somebody_is_ranked_by_more_than_a_count() {
    let folder = folder();
    let with = objects(&folder.run(&["cooccur", "--json", "Makey", "documents"]).fine());
    assert_eq!((&with[0]["kind"], &with[0]["measure"]), (&"person".into(), &"log-likelihood".into()));
    assert_eq!((&with[0]["both"], &with[0]["documents"]), (&1.into(), &2.into()));
    assert_eq!(with[0]["of"], "Uladzimir Makey");
    let places =
        objects(&folder.run(&["cooccur", "--json", "--kind", "place", "Lukashenko", "documents"]).fine());
    assert_eq!(column(&places, "name"), ["Minsk"]);
    assert!(folder.run(&["cooccur", "Makey", "documents"]).fine().contains("G²"));
}

#[test]
fn a_concordance_has_each_place_with_its_neighbours() {
    let folder = folder();
    let kwic = |arguments: &[&str]| objects(&folder.run(&[&["kwic", "--json"], arguments].concat()).fine());
    let named = kwic(&["Lukashenka", "documents"]);
    assert_eq!(
        column(&named, "match"),
        ["Alexander Lukashenko", "Lukashenko", "Alyaksandr Lukashenka", "Lukashenka"]
    );
    for field in ["path", "title", "date", "start", "end", "left", "match", "right"] {
        assert!(named[0].get(field).is_some(), "no {field} in {}", named[0]);
    }
    let right = |arguments: &[&str]| -> Vec<String> {
        let rows = kwic(arguments);
        rows.iter().map(|row| row["right"].as_str().unwrap().split(' ').next().unwrap().to_owned()).collect()
    };
    assert_eq!(right(&["milk", "--sort", "right", "documents"]), ["ban", "ban", "of"]);
    assert_eq!(right(&["milk", "--sort", "right", "--limit", "2", "documents"]), ["ban", "ban"]);
    let cut = folder.run(&["kwic", "milk", "--sort", "right", "--limit", "2", "documents"]);
    assert!(cut.said.contains("2 of 3 places"), "{}", cut.said);
    let otherwise = folder.run(&["kwic", "Aliaksandr Lukashenko", "documents"]);
    assert!(
        otherwise.said.contains("taken for Alexander Lukashenko"),
        "{} {}",
        otherwise.out,
        otherwise.said
    );
    assert!(otherwise.out.contains("Makey"));
    assert_eq!(folder.run(&["kwic", "--words", "Aliaksandr Lukashenko", "documents"]).code, Some(1));
    let surname = folder.run(&["kwic", "Makey", "documents"]);
    assert!(surname.said.contains("taken for words; all names of Uladzimir Makey"), "{}", surname.said);
    assert_eq!(kwic(&["milk ban", "documents"]).len(), 2, "in the title and in the text");
    let lines = folder.run(&["kwic", "--width", "60", "milk", "documents"]).fine();
    let columns: Vec<usize> = lines.lines().map(|line| line.find("milk").unwrap()).collect();
    assert!(columns.windows(2).all(|pair| pair[0] == pair[1]), "{lines}");
    assert!(lines.lines().all(|line| line.chars().count() <= 60), "{lines}");
    let piped = folder.run(&["kwic", "milk", "documents"]).fine();
    assert!(
        !piped.is_empty() && piped.lines().all(|line| line.contains("documents/")),
        "whole paths: {piped}"
    );
    let none = folder.run(&["kwic", "zeppelin", "documents"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
}

#[test]
fn every_place_in_a_long_text_is_told() {
    let line = |number: usize| match number % 3 {
        0 => "The ferry of the town came late, as the pilot had said.\n\n",
        _ => "The president of the dairy spoke, and the president left.\n\n",
    };
    let text: String = (0..6000).map(line).collect();
    let folder = Folder::with(&[("long.txt", &text)]);
    for (asked, count) in
        [("\"the president\"", 8000), ("president", 8000), ("\"president dairy\"~2", 8000), ("=the", 18_000)]
    {
        let arguments = ["kwic", "--json", "--words", "--limit", "100000", asked, "long.txt"];
        assert_eq!(folder.run(&arguments).fine().lines().count(), count, "{asked}");
    }
}

#[test]
fn of_two_of_one_name_the_kind_before_it_says_which_is_meant() {
    let folder = Folder::with(&[
        (
            "a.md",
            "# The visit\n\nPresident Peter Wagner met President Vladimir Putin. Wagner said little, Wagner left.\n",
        ),
        ("b.md", "# The camp\n\nFighters of the PMC “Wagner” came by bus. The Wagner Group left.\n"),
        ("c.md", "# The town\n\nHe lives in Minsk.\n"),
    ]);
    let files = ["a.md", "b.md", "c.md"];
    let asked = |name: &str| {
        let ran = folder.run(&[&["timeline", "--name", name, "--json"], &files[..]].concat());
        let kinds: Vec<String> =
            objects(&ran.out).iter().filter_map(|row| Some(row["kind"].as_str()?.to_owned())).collect();
        (kinds, ran.said)
    };
    for (name, kind) in [("person:Wagner", "person"), ("org:Wagner", "organisation")] {
        let (kinds, said) = asked(name);
        assert!(!kinds.is_empty() && kinds.iter().all(|own| own == kind), "{name}: {kinds:?} {said}");
    }
    let (_, said) = asked("Wagner");
    let told = "taken for Peter Wagner (person); also called so: Wagner Group (organisation); org:Wagner asks for that";
    assert!(said.contains(told), "{said}");
    let places = folder.run(&[&["kwic", "org:Wagner Group"], &files[..]].concat()).fine();
    assert_eq!((places.lines().count(), places.matches("b.md").count()), (2, 2), "{places}");
}

#[test]
fn two_of_one_name_and_kind_are_told_apart_by_another_name_of_theirs() {
    let folder = folder();
    let rename = |name: &str| {
        format!("{{\"rule\":\"rename\",\"kind\":\"person\",\"name\":\"{name}\",\"to\":\"The Guest\"}}")
    };
    let lines = [rename("Vladimir Putin"), rename("Uladzimir Makey")].join("\n");
    std::fs::write(folder.path().join("corrections.jsonl"), lines).unwrap();
    folder.run(&["corrections", "--import", "corrections.jsonl", "documents"]);
    let cast = folder.run(&["cast", "documents"]).fine();
    assert!(
        cast.contains("The Guest (Vladimir Putin)  ") && cast.contains("The Guest (Uladzimir Makey)  "),
        "{cast}"
    );
    let names: Vec<_> = objects(&folder.run(&["cast", "--json", "documents"]).fine());
    assert_eq!(names.iter().filter(|row| row["name"] == "The Guest").count(), 2, "{names:?}");
}
