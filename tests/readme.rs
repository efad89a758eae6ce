//! The README and the manual say what is so: the screen, the keys, the query language and the settings come from the
//! program, the paths and the command from the same places as the program's own.
//!
//! `UPDATE_README=1 cargo test --test readme` writes what comes from the program anew, in README.md and docs/.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use ibid::app::{
    App, Characters, Command, Context, Depth, Event, Keymap, Settings, heading, markdown_table, parse_keys,
};
use ibid::library::{Collection, Holdings, Upkeep};
use ibid::note::ItemId;
use ibid::run::{Inline, Keeper};
use ibid::tag::Layers;
use ibid::text::glyph;
use ibid::ui::{Look, draw};

/// What is pressed for the picture: the brief on the milk ban, its first paragraph highlighted, and on to the
/// next mention.
const KEYS: &str = "/ m i l k enter } v p m n";

fn readme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The README, and what people are told beside it.
fn texts() -> Vec<(PathBuf, String)> {
    let docs = readme().with_file_name("docs").read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        docs.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    paths.sort();
    paths.insert(0, readme());
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// The file that has `<!-- name -->` on a line, and what stands in it.
#[track_caller]
fn holder(name: &str) -> (PathBuf, String) {
    let mark = format!("<!-- {name} -->\n");
    texts().into_iter().find(|(_, text)| text.contains(&mark)).unwrap_or_else(|| panic!("nothing has {mark}"))
}

fn text() -> String {
    std::fs::read_to_string(readme()).unwrap()
}

/// Tests run at the same time, and two of them may write.
static WRITING: Mutex<()> = Mutex::new(());

/// Fails where what stands between `<!-- name -->` and the next `<!-- end -->` isn't `wanted`; writes it
/// there instead where UPDATE_README is set.
#[track_caller]
fn holds(name: &str, wanted: &str) {
    let _writing = WRITING.lock();
    let (path, held_text) = holder(name);
    let mark = format!("<!-- {name} -->\n");
    let (before, rest) = held_text.split_once(&mark).unwrap();
    let (held, after) = rest.split_once("<!-- end -->").unwrap_or_else(|| panic!("{name} has no end"));
    let wanted = format!("\n{}\n\n", wanted.trim_end());
    if held == wanted {
        return;
    }
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, format!("{before}{mark}{wanted}<!-- end -->{after}")).unwrap();
        return;
    }
    panic!(
        "{} isn't up to date; `UPDATE_README=1 cargo test --test readme` writes it anew.\n\
         It has:\n{held}\nand should have:\n{wanted}",
        path.display()
    );
}

/// The program without a terminal, on the bundled collection at 80x24.
struct Desk {
    app: App,
    inline: Inline,
}

impl Desk {
    fn new(config: &Path) -> Self {
        let mut number = 0;
        let numbers = move || {
            number += 1;
            Ok(ItemId::from_bits(number))
        };
        let clock = || jiff::Timestamp::UNIX_EPOCH;
        let keeper = Keeper::with(config, "here", Box::new(clock), Box::new(numbers));
        let (keymap, problems) = Keymap::bundled();
        let app = App::new("bundled collection", keymap, problems, None);
        let mut desk = Self { app, inline: Inline::new(Arc::default(), Arc::new(Layers::default()), keeper) };
        desk.send(Event::Resize(80, 24));
        let replay = desk.inline.replay();
        desk.send(replay);
        let events = RefCell::new(Vec::new());
        Upkeep::in_memory(Arc::default(), Collection::Bundled)
            .once(&Holdings::default(), &|news| events.borrow_mut().push(Event::Collected(Box::new(news))));
        events.into_inner().into_iter().for_each(|event| desk.send(event));
        desk
    }

    /// Gives the model an event, and the answers to all that it asks for.
    fn send(&mut self, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for effect in self.app.update(event) {
                let answer =
                    self.inline.perform(effect).unwrap_or_else(|other| panic!("nobody does {other:?}"));
                events.extend(answer);
            }
        }
    }

    fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace().flat_map(|key| parse_keys(key).unwrap()) {
            self.send(Event::Key(key));
        }
    }

    /// The rows of the screen, without blanks at their ends.
    fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let look = Look::new(Depth::None, Characters::Unicode, None);
        terminal.draw(|frame| drop(draw(frame, &self.app, &look))).unwrap();
        let mut screen = String::new();
        for row in terminal.backend().buffer().content.chunks(80) {
            let mut line = String::new();
            let mut column = 0;
            while let Some(cell) = row.get(column) {
                line.push_str(cell.symbol());
                // A wide glyph leaves the cell behind it empty.
                column += glyph::width(cell.symbol()).max(1);
            }
            screen.push_str(line.trim_end());
            screen.push('\n');
        }
        screen
    }
}

#[test]
fn the_screen_is_the_programs_own() {
    let config = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(config.path());
    desk.press(KEYS);
    holds("screen", &format!("```text\n{}\n```", desk.screen().trim_end()));
}

#[test]
fn the_key_table_is_the_keymaps_own() {
    let (keymap, problems) = Keymap::bundled();
    assert_eq!(problems, []);
    holds("keys", &markdown_table(&keymap));
}

/// The commands that somebody needs on the first day, each where it is meant.
const MAIN: &[(Context, &[Command])] = &[
    (Context::Library, &[Command::Open, Command::Find, Command::Search, Command::People, Command::Notes]),
    (
        Context::Reader,
        &[
            Command::PageDown,
            Command::Find,
            Command::Next,
            Command::FocusNext,
            Command::Entity,
            Command::Select,
            Command::Note,
            Command::Bookmark,
            Command::Outline,
            Command::ToggleRaw,
            Command::ToggleAside,
        ],
    ),
    (Context::Select, &[Command::Highlight, Command::Note, Command::Copy]),
    (
        Context::Global,
        &[Command::HistoryBack, Command::Undo, Command::Help, Command::Manual, Command::Back, Command::Quit],
    ),
];

#[test]
fn the_main_keys_are_the_keymaps_own() {
    let (keymap, _) = Keymap::bundled();
    let mut table = "| | Keys | What they do |\n| --- | --- | --- |\n".to_owned();
    for (context, commands) in MAIN {
        for (at, command) in commands.iter().enumerate() {
            let place = if at == 0 { heading(*context) } else { "" };
            let keys = keymap.keys_of(*context, *command);
            assert!(!keys.is_empty(), "no key means {}", command.name());
            let keys: Vec<String> = keys.iter().take(2).map(|keys| format!("`{keys}`")).collect();
            table.push_str(&format!("| {place} | {} | {} |\n", keys.join(" "), command.help()));
        }
    }
    holds("main keys", &table);
}

#[test]
fn the_settings_are_those_of_the_program() {
    holds("commented default", &format!("```toml\n{}\n```", Settings::commented().trim_end()));
}

#[test]
fn a_stranger_reads_it_in_three_minutes() {
    assert!(text().lines().count() < 200, "{} lines", text().lines().count());
}

#[test]
fn the_query_language_is_the_programs_own() {
    let mut table = "| Type | to find | as in |\n| --- | --- | --- |\n".to_owned();
    for rule in ibid::find::query::RULES {
        table.push_str(&format!("| `{}` | {} | `{}` |\n", rule.sign, rule.meaning, rule.example));
    }
    holds("query language", &table);
}

/// What stands in the code block between `<!-- name -->` and the next `<!-- end -->`.
fn code(name: &str) -> String {
    let (_, text) = holder(name);
    let (_, rest) = text.split_once(&format!("<!-- {name} -->\n")).unwrap();
    let (block, _) = rest.split_once("<!-- end -->").unwrap();
    let lines = block.lines().filter(|line| !line.is_empty() && !line.starts_with("```"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_example_of_own_keys_has_no_mistake() {
    let (mut keymap, _) = Keymap::bundled();
    assert_eq!(keymap.lay_over("keymap.toml", &code("own keys")), []);
    assert!(!keymap.keys_of(Context::Reader, Command::ToggleAside).contains(&"z".to_owned()));
}

#[test]
fn the_preset_is_one_of_the_program() {
    let (settings, problems) = Settings::read("config.toml", &code("preset"));
    assert_eq!(problems, []);
    assert!(settings.preset.is_some());
}

#[test]
fn the_limits_are_those_of_the_program() {
    let limits = code("limits");
    assert_eq!(Settings::read("config.toml", &limits), (Settings::default(), Vec::new()));
    for line in limits.lines().skip(1) {
        // Each is one that could be set: with another number it would no longer be the same.
        let (name, rest) = line.split_once(" = ").unwrap();
        let number: u64 = rest.split_whitespace().next().unwrap().parse().unwrap();
        let other = Settings::read("config.toml", &format!("[limits]\n{name} = {}\n", number - 1));
        assert_ne!(other, (Settings::default(), Vec::new()), "{name}");
    }
}

#[test]
fn the_settings_of_the_tagger_are_those_of_the_program() {
    let (settings, problems) = Settings::read("config.toml", &code("tagger"));
    assert_eq!(problems, []);
    assert!(settings.tagger.model.is_some() && settings.tagger.command.len() == 2);
    // The time is the usual one, and all that can be switched on is on.
    assert_eq!(settings.tagger.timeout, ibid::tag::Choice::default().timeout);
    assert_eq!(settings.tags, ibid::tag::Wanted::ALL);
}

#[test]
fn the_test_command_is_one_line_that_runs_all_tests() {
    let command = code("test command");
    assert_eq!(command.lines().count(), 1);
    assert!(command.starts_with("cargo test"), "{command}");
}

#[test]
fn every_file_that_is_linked_is_there() {
    let text = text();
    let links: Vec<&str> = text.split("](").skip(1).map(|rest| rest.split_once(')').unwrap().0).collect();
    assert!(links.len() > 3);
    for link in links {
        assert!(readme().with_file_name(link).is_file(), "{link}");
    }
}

#[test]
fn the_version_of_rust_is_that_of_the_manifest() {
    let manifest = std::fs::read_to_string(readme().with_file_name("Cargo.toml")).unwrap();
    let wanted = manifest.lines().find_map(|line| line.strip_prefix("rust-version = ")).unwrap();
    assert!(text().contains(&format!("{} or later", wanted.trim_matches('"'))), "{wanted}");
}

#[test]
fn the_first_five_minutes_go_as_told() {
    let config = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(config.path());
    for (keys, shown) in [
        ("/ s t a r t enter", "ibid  Start here"),
        ("q", "1 of 6"),
        ("esc", "6 documents"),
        ("/ m i l k enter", "ibid  A milk ban"),
        ("space b / m i l k enter", "“milk” 1 of"),
        ("n", "“milk” 2 of"),
        ("tab g g enter n", "Alexander Lukashenko 5 of 6"),
        ("w", "Passages"),
        ("q tab v w s p m", "▌1"),
        ("v s a", "save"),
        ("M i n e ctrl-s", "✎1"),
        ("g n", "Mine"),
        ("enter", "ibid  A milk ban"),
        ("u", "▌1"),
        ("?", "Bookmark this passage"),
        ("esc :", "┌ Commands"),
    ] {
        desk.press(keys);
        let screen = desk.screen();
        assert!(screen.contains(shown), "no “{shown}” after {keys} in:\n{screen}");
    }
    assert!(!desk.screen().contains("✎1"), "the note is still there");
}

#[test]
fn what_is_kept_is_kept_where_the_readme_says() {
    let config = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(config.path());
    desk.press(KEYS);
    desk.press("q");
    for folder in ["notes", "places"] {
        let written = std::fs::read_to_string(config.path().join(folder).join("here.jsonl")).unwrap();
        assert!(written.lines().all(|line| line.starts_with('{')), "{written}");
        assert!(text().contains(&format!("`{folder}/<machine>.jsonl`")));
    }
    let mut names: Vec<_> =
        std::fs::read_dir(config.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["notes", "places"]);
}

#[test]
fn the_files_that_the_docs_name_are_there() {
    let root = readme().parent().unwrap().to_owned();
    let docs = std::fs::read_dir(root.join("docs")).unwrap().flatten().map(|entry| entry.path());
    let mut named = 0;
    for doc in docs.filter(|path| path.extension().is_some_and(|ending| ending == "md")) {
        let text = std::fs::read_to_string(&doc).unwrap();
        let quoted = text.split('`').skip(1).step_by(2);
        for path in quoted
            .filter(|path| (path.starts_with("src/") || path.starts_with("tests/")) && !path.contains('*'))
        {
            named += 1;
            assert!(root.join(path).exists(), "{}: {path}", doc.display());
        }
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')) {
            let file = link.0.split('#').next().unwrap_or_default();
            let elsewhere = file.is_empty() || file.contains("://") || file.contains(' ');
            assert!(elsewhere || root.join("docs").join(file).exists(), "{}: {file}", doc.display());
        }
    }
    assert!(named > 20, "{named}");
}
