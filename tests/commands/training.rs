//! `ibid train`: a model of one's own, and its use.

use super::harness::{Folder, objects};

/// Texts of a small world, in which the words around names tell what they are.
fn world() -> String {
    let people = ["Alba", "Berta", "Carlo", "Dora", "Emil", "Fritz", "Greta", "Hugo"];
    let towns = ["Xanten", "Yverdon", "Zwickau", "Uelzen", "Varel", "Wismar", "Trier", "Soest"];
    let mut text = String::new();
    for round in 0..24 {
        let (name, town) = (people[round % 8], towns[(round * 3) % 8]);
        text.push_str("-DOCSTART-\tO\n\n");
        text.push_str(&format!("Mr.\tO\n{name}\tB-PER\nsaid\tO\nit\tO\nin\tO\n{town}\tB-LOC\n.\tO\n\n"));
        text.push_str(&format!("The\tO\nBank\tB-ORG\nof\tI-ORG\n{town}\tI-ORG\nfell\tO\n.\tO\n\n"));
    }
    text
}

/// What is printed of the model: its bytes and their sum.
fn printed(out: &str) -> (&str, &str) {
    let line = out.lines().next().unwrap();
    let (bytes, sum) = line.strip_prefix("own.ibidmodel: ").unwrap().split_once(" bytes, SHA-256 ").unwrap();
    assert_eq!(sum.len(), 64);
    (bytes, sum)
}

#[test]
fn the_same_files_and_seed_give_the_same_model() {
    let folder = Folder::with(&[("world.conll", &world()), ("places.txt", "Trier\nSoest\nBad Ems\n")]);
    let train = |more: &[&str]| {
        let mut arguments =
            vec!["train", "world.conll:1.5", "--output", "own.ibidmodel", "--list", "places.txt"];
        arguments.extend(more);
        let ran = folder.run(&arguments);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(
            ran.said
                .starts_with("world.conll: 24 documents, 312 tokens, weight 1.5\ntraining on 24 documents\n"),
            "{}",
            ran.said
        );
        let (bytes, sum) = printed(&ran.out);
        assert_eq!(bytes, std::fs::metadata(folder.path().join("own.ibidmodel")).unwrap().len().to_string());
        sum.to_owned()
    };
    let first = train(&[]);
    assert_eq!(train(&[]), first);
    assert_ne!(train(&["--seed", "2", "--names", "places.txt"]), first);
    // Nothing else is left lying about.
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["config", "own.ibidmodel", "places.txt", "world.conll"]);
}

#[test]
fn a_model_is_measured_and_used() {
    let folder = Folder::with(&[
        ("world.conll", &world()),
        ("text.txt", "Mr. Berta said it in Wismar.\n\nThe Bank of Soest fell.\n"),
        ("config/config.toml", ""),
    ]);
    let output = "config/own.ibidmodel";
    let ran =
        folder.run(&["train", "world.conll", "--rounds", "8", "--dev", "world.conll", "--output", output]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("\n\nworld.conll: 24 documents, 48 sentences, 312 tokens\n"), "{}", ran.out);
    let measured = folder.run(&["eval", output, "world.conll"]).fine();
    assert!(ran.out.ends_with(&measured), "{}\n{measured}", ran.out);
    let made = std::fs::read(folder.path().join(output)).unwrap();
    folder
        .run(&["eval", output, "world.conll", "--errors", output])
        .trouble(&[output, "nothing is written over it"]);
    assert!(std::fs::read(folder.path().join(output)).unwrap() == made, "the model is as it was");

    let person = |arguments: &[&str]| {
        let out = folder.run(arguments).fine();
        objects(&out).iter().any(|object| object["kind"] == "person" && object["text"] == "Berta")
    };
    assert!(person(&["tag", "--json", "--model", output, "text.txt"]));
    // Named in the settings it is looked for beside them, and serves both ways of tagging.
    std::fs::write(folder.path().join("config/config.toml"), "[tagger]\nmodel = \"own.ibidmodel\"\n")
        .unwrap();
    assert!(person(&["tag", "--json", "text.txt"]));
    let tokens = folder.run_with(&["tag", "--conll", "-"], b"Mr.\nBerta\nsaid\nit\n").fine();
    assert_eq!(tokens, "Mr.\tO\nBerta\tB-PER\nsaid\tO\nit\tO\n");
}

#[test]
fn a_bad_model_in_the_settings_is_told_and_the_one_in_the_program_serves() {
    let folder = Folder::with(&[
        ("config/config.toml", "[tagger]\nmodel = \"own.ibidmodel\"\n"),
        ("config/own.ibidmodel", "no model"),
        ("text.txt", "Anna Kowalska lives in Geneva.\n"),
        ("tokens.conll", "Anna\nKowalska\n"),
    ]);
    let ran = folder.run(&["tag", "--json", "text.txt"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("Anna Kowalska"), "{}", ran.out);
    assert!(
        ran.said.contains("own.ibidmodel: not a tagger's model; the tagger in the program is used instead"),
        "{}",
        ran.said
    );
    let ran = folder.run(&["tag", "--conll", "tokens.conll"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "Anna\tB-PER\nKowalska\tI-PER\n"));
    assert!(ran.said.contains("is used instead"), "{}", ran.said);
}

#[test]
fn what_cannot_be_trained_on_is_named_and_nothing_is_written() {
    let folder = Folder::with(&[("world.conll", &world()), ("bad.conll", "a\tB-FISH\n")]);
    let train = |arguments: &[&str]| {
        let ran = folder.run(&[&["train"], arguments].concat());
        assert_eq!(ran.code, Some(2), "{ran:?}");
        ran.said.lines().last().unwrap().to_owned()
    };
    for (arguments, parts) in [
        (&["bad.conll", "--output", "m"][..], &["bad.conll, line 1", "B-FISH"][..]),
        (&["nowhere:2", "--output", "m"], &["nowhere", "no such file"]),
        (&["world.conll:0", "--output", "m"], &["world.conll", "the weight 0 isn't from 0.01 to 100"]),
        (&["world.conll", "--output", "world.conll"], &["world.conll", "nothing is written over it"]),
        (&["world.conll", "--output", "nowhere/m"], &["nowhere/m", "can't be written"]),
        (&["world.conll", "--output", "/dev/null"], &["/dev/null", "no file that can be replaced"]),
        (&["world.conll", "--output", "config"], &["config", "can't be written: it is a folder"]),
        (&["world.conll", "--output", "m", "--dev", "bad.conll"], &["bad.conll, line 1"]),
        (&["world.conll", "--output", "m", "--list", "nowhere"], &["nowhere", "no such file"]),
    ] {
        let said = train(arguments);
        assert!(parts.iter().all(|part| said.contains(part)), "{said}");
    }
    let names = ["--names", "bad.conll"].repeat(4);
    assert!(
        train(&[&["world.conll", "--output", "m"], &names[..]].concat()).contains("too many: there may be 3")
    );
    assert!(train(&["world.conll"]).contains("--help"));
    assert!(
        folder
            .run(&["train", "world.conll", "--output", "m", "--rounds", "0"])
            .said
            .contains("from 1 to 100")
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    assert_eq!(folder.read("world.conll"), world());
}
