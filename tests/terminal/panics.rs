//! A panic gives the terminal back and is reported; a panic of a worker is told, and the program goes on.
//!
//! The program itself has no way to panic that a test could use. So this test binary starts itself again,
//! in a pseudo-terminal, as a program made of the same library with a part in it that panics.

use std::sync::Arc;

use ibid::app::{App, Keymap};
use ibid::library::{Collection, Upkeep};
use ibid::run::{Manners, event_loop};
use ibid::tag::{Context, Layers, Learner, Mention, Tagger};
use ibid::text::Text;
use ibid::ui::{Look, draw};

use super::harness::{Home, Terminal};

/// Says which part of the program is to panic.
const PART: &str = "IBID_TEST_PANICKING_PART";

/// A tagger that panics.
struct Broken;

impl Learner for Broken {}

impl Tagger for Broken {
    fn tag(&self, _: &Text, _: &Context, _: &dyn Fn() -> bool) -> Vec<Mention> {
        panic!("the tagger is broken");
    }
}

/// Not a test of its own: the program that the tests below start. Does nothing where they don't.
#[test]
fn program() {
    let Ok(part) = std::env::var(PART) else { return };
    let app = App::new("panics", Keymap::bundled().0, Vec::new(), None);
    let tagger: Arc<dyn Tagger> =
        if part == "tagger" { Arc::new(Broken) } else { Arc::new(Layers::default()) };
    let look = Look::default();
    let in_memory = Upkeep::in_memory(Arc::default(), Collection::Bundled);
    let ended = event_loop(
        app,
        Upkeep { cache: std::env::var_os("IBID_CACHE_DIR").map(Into::into), ..in_memory },
        |_| tagger,
        None,
        None,
        Manners { mouse: false, title: false, links: false, ask_ground: false, lines: false },
        |frame, app| {
            assert!(part != "drawing" || app.overlay.is_none(), "drawing is broken");
            draw(frame, app, &look)
        },
    );
    assert_eq!(ended.unwrap(), 0);
}

fn start(part: &str) -> (Home, Terminal) {
    let home = Home::new();
    let mut command = home.command(std::env::current_exe().unwrap().to_str().unwrap());
    command.args(["--exact", "panics::program", "--nocapture", "--test-threads=1"]);
    command.env(PART, part);
    command.env("RUST_BACKTRACE", "0");
    let mut terminal = Terminal::spawn(command, (80, 24));
    terminal.wait_for("Start here");
    (home, terminal)
}

#[test]
fn a_panic_while_drawing_gives_the_terminal_back_and_is_reported() {
    let (_home, mut terminal) = start("drawing");
    terminal.send("?");
    assert_eq!(terminal.exit_code(), 101);
    terminal.assert_given_back();
    let contents = terminal.contents();
    assert!(contents.contains("drawing is broken"), "not on the screen that is left:\n{contents}");
    // Reported after the terminal was given back: each line begins at the left.
    let lines: Vec<&str> = contents.lines().collect();
    assert!(lines.iter().any(|line| line.starts_with("drawing is broken")), "a staircase:\n{contents}");
}

#[test]
fn nothing_is_written_after_the_report_of_a_panic() {
    let (_home, mut terminal) = start("drawing");
    terminal.send("?");
    terminal.exit_code();
    let raw = String::from_utf8(terminal.raw()).unwrap();
    let (_, after) = raw.split_once("drawing is broken").unwrap();
    assert!(!after.contains('\x1b'), "{after:?}");
}

#[test]
fn a_panic_of_a_worker_is_told_and_the_program_goes_on() {
    let (home, mut terminal) = start("tagger");
    // The collection is tagged by one worker, the open document by another, and either may be the later to tell of it.
    terminal.send("\r").wait_for("tagging").wait_for("the tagger is broken");
    terminal.send("?").wait_for("Keys: in a document").send("q").wait_for_no("Keys:").send("Q");
    assert_eq!(terminal.exit_code(), 0, "{}", terminal.contents());
    terminal.assert_given_back();
    let reports = std::fs::read_dir(home.path().join("cache/crashes")).unwrap();
    let report = std::fs::read_to_string(reports.flatten().next().unwrap().path()).unwrap();
    assert!(report.starts_with("ibid ") && report.contains("the tagger is broken"), "{report}");
}
