//! What is read of a `config.toml`, and what is said of its mistakes.

use std::path::PathBuf;
use std::time::Duration;

use proptest::prelude::*;

use super::*;

/// What is said of a file that lies in the middle of nowhere.
fn said(toml: &str) -> (Settings, Vec<String>) {
    let (settings, problems) = Settings::read("c.toml", toml);
    (settings, problems.iter().map(ToString::to_string).collect())
}

#[test]
fn limits_are_read() {
    let (settings, problems) =
        Settings::read("config.toml", "# mine\n[limits]\nfile-mib = 5\nmembers = 1_000 # few\n");
    assert_eq!(problems, []);
    assert_eq!(settings.limits, Limits { file: 5 << 20, members: 1000, ..Limits::default() });
}

#[test]
fn a_number_in_another_base_is_what_it_is_there() {
    let (settings, said) =
        said("[limits]\npdf-seconds = 0x1F\nmembers = 0b1010\nfile-mib = 0o17\nmarkup-mib = +0_5\n");
    let limits = settings.limits;
    let read = (limits.pdf_time.as_secs(), limits.members, limits.file >> 20);
    assert_eq!(read, (31, 10, 15), "{said:#?}");
    // TOML has no zero before a decimal number.
    assert_eq!(said.len(), 1, "{said:#?}");
}

#[test]
fn the_tagger_and_the_tags_are_read() {
    let (settings, problems) = said(
        "[tagger]\nmodel = \"own.ibidmodel\"\ncommand = [\"python3\", 'tag me.py'] # mine\ntimeout-seconds = 90\n\
         [tags]\nquantities = true\nidentifiers = false\n[models]\nde = \"german.ibidmodel\"\n",
    );
    assert_eq!(problems, [""; 0]);
    let tagger = Choice {
        model: Some(PathBuf::from("own.ibidmodel")),
        models: [("de".to_owned(), PathBuf::from("german.ibidmodel"))].into(),
        command: vec!["python3".to_owned(), "tag me.py".to_owned()],
        timeout: Duration::from_secs(90),
    };
    assert_eq!(settings.tagger, tagger);
    assert_eq!(settings.tags, Wanted { quantities: true, ..Wanted::default() });
}

#[test]
fn a_model_is_looked_for_beside_the_settings() {
    let model = |toml: &str| said(toml).0.within(Path::new("/config")).tagger.model;
    assert_eq!(model("[tagger]\nmodel = \"own\""), Some(PathBuf::from("/config/own")));
    assert_eq!(model("[tagger]\nmodel = \"/models/own\""), Some(PathBuf::from("/models/own")));
    assert_eq!(model(""), None);
}

#[test]
fn a_command_of_no_words_is_none() {
    for toml in ["[tagger]\ncommand = []", "[tagger]\ncommand = [\"\"]"] {
        let (settings, problems) = said(toml);
        assert_eq!((settings, problems), (Settings::default(), Vec::new()), "{toml}");
    }
}

#[test]
fn a_bad_line_is_named_and_the_rest_holds() {
    let toml =
        "a = 1\n[limits]\nfile-mb = 5\nmarkup-mib = \"x\"\nmembers = 0\npdf-seconds = 7\nx\n[limit]\ny = 1\n";
    let (settings, said) = said(toml);
    assert_eq!(settings.limits.pdf_time, Duration::from_secs(7));
    for (number, part) in [
        (0, "c.toml, line 1: 'a' stands in no table"),
        (1, "c.toml, line 3: there is no setting 'file-mb' in [limits]; did you mean 'file-mib'?"),
        (2, "line 4: markup-mib isn't a number of MiB of HTML or Markdown"),
        (3, "line 5: members isn't a number"),
        (4, "line 7: this isn't TOML"),
        (5, "line 8: there is no table 'limit'; did you mean 'limits'?"),
    ] {
        assert!(said[number].contains(part), "{said:#?}");
    }
    assert_eq!(said.len(), 6);
}

#[test]
fn a_setting_that_is_set_twice_is_told_and_the_first_holds() {
    let (settings, said) = said(
        "[limits]\nmarkup-mib = 0\nmarkup-mib = 3\nmarkup-mib = 5\n[terminal]\nmouse = false\n[limits]\nmembers = 7\n\
         [models]\nde = \"a\"\nde = \"b\"\n",
    );
    assert_eq!((settings.limits.markup >> 20, settings.limits.members), (3, 7));
    assert_eq!(settings.tagger.models["de"], PathBuf::from("a"));
    for (at, part) in [
        (0, "line 2: markup-mib isn't a number"),
        (
            1,
            "line 4: markup-mib is set at line 3 already; line 3 is used, this one isn't; keep one of the two",
        ),
        (2, "line 7: the table [limits] began at line 1 already; both are used"),
        (3, "line 11: de is set at line 10 already"),
    ] {
        assert!(said[at].contains(part), "{said:#?}");
    }
    assert_eq!(said.len(), 4, "{said:#?}");
}

#[test]
fn what_the_remedy_says_mends_the_mistake() {
    for toml in ["terminal.mouse = false", "terminal = { mouse = false }", "[limits]\nterminal.mouse = false"]
    {
        let (settings, said) = said(toml);
        assert!(
            said[0].contains("write [terminal] on a line of its own, and mouse on the line below it"),
            "{said:#?}"
        );
        assert_eq!((settings, said.len()), (Settings::default(), 1), "{toml}");
    }
    let (settings, said) =
        said("[tagger]\ncommand = [ # mine\n\n  \"python3\",\n  \"x\",\n]\ntimeout-seconds = 7\nx\n");
    assert!(
        said[0].contains("line 2: this isn't TOML")
            && said[0].contains("write all of the setting on one line")
    );
    assert!(said[1].contains("line 8: this isn't TOML: "), "{said:#?}");
    assert_eq!((settings.tagger.timeout, said.len()), (Duration::from_secs(7), 2), "{said:#?}");
}

#[test]
fn each_form_says_what_is_to_be_written() {
    for (toml, wanted) in [
        (
            "[tagger]\nmodel = 5",
            "line 2: model isn't the name of a model's file; write it in quotation marks: model = \"…\"",
        ),
        ("[tagger]\nmodel = \"\"", "model isn't the name of a model's file"),
        (
            "[tagger]\ncommand = \"python3 x\"",
            "command isn't a list of words, which is a program and its arguments; write all on one line: command = [",
        ),
        ("[tagger]\ncommand = [1]", "command isn't a list of words"),
        ("[tagger]\ncommand = [\n\"python3\"]", "line 2: this isn't TOML"),
        (
            "[tagger]\ntimeout-seconds = 0",
            "timeout-seconds isn't a number of seconds that the command may take for an answer; write a whole number from 1 to 3600",
        ),
        (
            "[tags]\nquantities = 1",
            "quantities isn't true or false; write true for percentages and quantities to be found, or false",
        ),
        ("[tags]\nmodel = \"x\"", "there is no setting 'model' in [tags]; it belongs into [tagger]"),
        (
            "[tags]\nzzz = 1",
            "there is no setting 'zzz' in [tags]; there are quantities, contacts, identifiers",
        ),
        ("[nonsense]\nzzz = 1", "there is no table 'nonsense'; there are [limits], [tagger], [tags]"),
        ("command = []", "'command' stands in no table; put [tagger] on a line before it"),
    ] {
        let (settings, said) = said(toml);
        assert!(said[0].contains(wanted), "{said:#?}");
        assert_eq!(settings, Settings::default(), "{toml}");
    }
}

#[test]
fn names_are_told_apart_and_tables_stand_together() {
    let mut tables: Vec<&str> = SETTINGS.iter().map(|setting| setting.table).collect();
    tables.dedup();
    let count = tables.len();
    tables.sort_unstable();
    tables.dedup();
    assert_eq!(tables.len(), count);
    let mut names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), SETTINGS.len());
}

proptest! {
    #[test]
    fn any_file_is_read_without_a_panic(
        toml in "(\\[tagger\\]\n|\\[tags\\]\n|command = |model = |quantities = |\\[|\\]|\"|true|5|\n|=|,|\\PC|\t){0,60}"
    ) {
        let (_, problems) = Settings::read("c.toml", &toml);
        prop_assert!(problems.len() <= toml.lines().count());
    }
}

#[test]
fn a_model_needs_the_code_of_a_language_and_a_file() {
    let (settings, problems) = said("[models]\nGerman = \"a\"\nfr = 5\nru = \"r.ibidmodel\"\n");
    assert_eq!(settings.tagger.models.len(), 1);
    assert!(problems[0].contains("line 2: 'German' is no language's code"), "{problems:#?}");
    assert!(problems[1].contains("line 3: fr isn't the name of a model's file"), "{problems:#?}");
}
