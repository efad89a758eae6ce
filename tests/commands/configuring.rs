//! A person's own files: the keymap in force, and what is said of the config directory.

use super::harness::{Folder, objects};

#[test]
fn keys_tells_of_each_line_where_it_comes_from() {
    let own = "# mine\n[reader]\n\"ctrl-t\" = \"outline\"\n\"m m\" = \"\"\n";
    let folder =
        Folder::with(&[("config/keymap.toml", own), ("config/config.toml", "[keys]\npreset = \"vim\"\n")]);
    let out = folder.run(&["keys"]).fine();
    let line = |text: &str| out.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{out}"));
    assert!(line(" ctrl-t ").ends_with("keymap.toml, line 3"), "{out}");
    assert!(line(" z a ").contains("vim keymap, line "), "{out}");
    assert!(line(" G ").starts_with("list ") && line(" G ").contains("default keymap, line "), "{out}");
    assert!(!out.contains(" bookmark "), "{out}");
    let rows = objects(&folder.run(&["keys", "--json", "cast"]).fine());
    let own = rows.iter().find(|row| row["keys"] == "ctrl-t").unwrap();
    assert_eq!((&own["from"], &own["line"], &own["context"]), (&"own".into(), &3.into(), &"reader".into()));
    assert!(own["file"].as_str().unwrap().ends_with("keymap.toml") && own["help"].is_string());
    assert!(rows.iter().any(|row| row["context"] == "global") && rows[0]["context"] == "cast", "{rows:?}");
    let less = folder.run(&["keys", "--preset", "less", "list"]).fine();
    assert!(less.contains("less keymap"), "{less}");
}

#[test]
fn a_place_that_is_none_is_named_with_the_nearest() {
    let folder = Folder::with(&[]);
    folder
        .run(&["keys", "raeder"])
        .trouble(&["'raeder': is no place of the keymap", "did you mean 'reader'?"]);
    assert_eq!(folder.run(&["--keys", "nano"]).code, Some(2));
}

#[test]
fn a_check_names_every_mistake_with_its_line() {
    let folder = Folder::with(&[
        ("config/config.toml", "[limits]\nmembers = 0\n[keys]\npreset = \"emcas\"\n"),
        ("config/keymap.toml", "[reader]\n\"x\" = \"bookmrak\"\n"),
        ("config/searches.toml", "made = [\"a\"]\n[saved]\na = 7\nb = \n"),
    ]);
    std::fs::create_dir_all(folder.path().join("config/notes")).unwrap();
    std::fs::create_dir_all(folder.path().join("config/themes")).unwrap();
    std::fs::write(folder.path().join("config/notes/here.jsonl"), "\n<<<<<<< HEAD\n").unwrap();
    std::fs::write(folder.path().join("config/themes/mine.toml"), "a = 1\nb = \n").unwrap();
    let ran = folder.run(&["config", "check"]);
    assert_eq!((ran.code, ran.said.as_str()), (Some(2), ""), "{ran:?}");
    for part in [
        "config.toml, line 2: members isn't a number",
        "config.toml, line 4: preset isn't a keymap that is laid over the default one; did you mean 'emacs'?",
        "keymap.toml, line 2: no command is called 'bookmrak'; did you mean 'bookmark'?",
        "searches.toml, line 3: a saved search is a text",
        "searches.toml, line 4: this isn't TOML",
        "mine.toml, line 1: there is no role 'a'",
        "mine.toml, line 2: this isn't TOML",
        "here.jsonl, line 2: not JSON",
    ] {
        assert!(ran.out.contains(part), "no {part:?} in {}", ran.out);
    }
}

#[test]
fn a_file_that_is_too_long_for_the_desk_is_no_fine_one() {
    let folder = Folder::with(&[]);
    std::fs::create_dir_all(folder.path().join("config")).unwrap();
    for name in ["config.toml", "keymap.toml", "names.toml", "searches.toml"] {
        let file = std::fs::File::create(folder.path().join("config").join(name)).unwrap();
        file.set_len((16 << 20) + 1).unwrap();
    }
    let ran = folder.run(&["config", "check"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert_eq!(ran.out.matches("is longer than 16 MiB").count(), 4, "{ran:?}");
}

#[test]
fn settings_begin_commented_and_are_never_written_over() {
    let folder = Folder::with(&[]);
    let path = folder.run(&["config", "path"]).fine();
    assert!(
        path.starts_with("config  ") && path.contains("\ncache   ") && path.contains("\nstate   "),
        "{path}"
    );
    folder.run(&["config", "check"]).fine();
    assert!(folder.run(&["config", "init"]).fine().contains("config.toml"));
    let begun = folder.read("config/config.toml");
    assert!(begun.contains("# members = 1000000") && begun.contains("[keys]"), "{begun}");
    assert!(folder.run(&["config", "check"]).fine().contains("no mistake"));
    folder.run(&["config", "init"]).trouble(&["is there already"]);
    assert_eq!(folder.read("config/config.toml"), begun);
    std::fs::write(folder.path().join("config/config.toml"), "[limits]\nmembers = 5\n").unwrap();
    let shown = folder.run(&["config", "show"]).fine();
    assert!(shown.contains("members = 5  # set\n") && shown.contains("mouse = true\n"), "{shown}");
}

#[test]
fn shells_and_man_are_told_of_every_command() {
    let folder = Folder::with(&[]);
    for shell in ["bash", "zsh", "fish"] {
        let script = folder.run(&["completions", shell]).fine();
        assert!(script.contains("concordance") || script.contains("kwic"), "{shell}");
        assert!(script.contains("plain"), "{shell}");
    }
    // In zsh the first word is a command or a file; behind a command stand its own words.
    let script = folder.run(&["completions", "zsh"]).fine();
    let (first, rest) = script.split_once("\":: :_ibid_first\"").unwrap();
    assert!(first.contains("_ibid_first() {") && !first.contains("::paths"), "{first}");
    assert!(rest.contains("case $line[1] in\n            (search)"), "{}", &rest[..400]);
    assert!(!rest.contains("$line[2]"));
    // What may be anything, or is read by its beginning, has values that are offered all the same.
    let themes: Vec<&str> = ibid::ui::Theme::names().collect();
    for shell in ["bash", "zsh", "fish"] {
        let script = folder.run(&["completions", shell]).fine();
        for value in ["organisation", "decade", "purple"].iter().chain(&themes) {
            assert!(script.contains(value), "{shell}: {value}");
        }
    }
    let bash = folder.run(&["completions", "bash"]).fine();
    assert!(bash.contains(&format!("compgen -W \"{}\"", themes.join(" "))), "{themes:?}");
    assert!(
        bash.contains("opts=\"list search ")
            && !bash.contains("opts=\"-v -h --color --verbose --log --help list")
    );
    let of_man = bash.split("subcmd__man)").last().unwrap();
    assert!(of_man.contains("opts=\"search list "), "{}", &of_man[..200]);
    let page = folder.run(&["man"]).fine();
    assert!(page.contains(".TH") && page.contains("ibid\\-search"), "{page}");
    let page = folder.run(&["man", "notes", "export"]).fine();
    assert!(page.contains("ibid\\-notes\\-export") && page.contains("w3c"), "{page}");
    assert!(page.contains(concat!("ibid ", env!("CARGO_PKG_VERSION"))), "{page}");
    folder.run(&["man", "serach"]).trouble(&["'serach': is no command of ibid", "did you mean 'search'?"]);
}

#[test]
fn pages_of_the_manual_are_completed_and_a_slip_in_one_is_told() {
    let folder = Folder::with(&[]);
    let pages = folder.run(&["manual", "--pages"]).fine();
    let help = folder.run(&["manual", "--help"]).fine();
    for shell in ["bash", "zsh", "fish"] {
        let script = folder.run(&["completions", shell]).fine();
        for page in pages.lines() {
            assert!(script.contains(page) && help.contains(page), "{shell}: {page}");
        }
    }
    let slip = folder.run(&["manual", "serching"]);
    assert!(slip.code == Some(2) && slip.said.contains("'searching'"), "{slip:?}");
    let page = folder.run(&["manual", "searching"]).fine();
    assert!(page.starts_with("# "), "{page}");
}
