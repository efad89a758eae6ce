//! A tagger that is a program of one's own, with the desk: what fails is in the list, and the program ends with ibid.

use std::path::Path;
use std::time::{Duration, Instant};

use super::harness::{Home, Terminal};

/// Calls the first four characters of each text an organisation, after it has left its number in a file.
const GOOD: &str = r#"echo $$ > "$1"
while read -r line; do
  id=${line#*\"id\":}; id=${id%%,*}
  printf '{"id":%s,"spans":[{"start":0,"end":4,"label":"ORG"}]}\n' "$id"
done
"#;

/// Leaves its number and does nothing, whatever becomes of its input.
const HANGING: &str = "echo $$ > \"$1\"; echo 'still \u{1b}[31mthinking' >&2; sleep 1000 & wait\n";

/// The desk with a document and this program.
fn start(home: &Home, script: &str, timeout: u32) -> Terminal {
    let config = home.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    let (program, number) = (home.path().join("tagger.sh"), number(home));
    std::fs::write(&program, script).unwrap();
    let command = format!("[\"sh\", \"{}\", \"{}\"]", program.display(), number.display());
    let settings = format!("[tagger]\ncommand = {command}\ntimeout-seconds = {timeout}\n");
    std::fs::write(config.join("config.toml"), settings).unwrap();
    let mut command = home.ibid();
    command.arg(home.documents().join("one.txt"));
    Terminal::spawn(command, (100, 24))
}

fn home() -> Home {
    Home::with("one.txt", "A visit\n\nAnna Kowalska of Poland spoke to nobody at all in Geneva.\n")
}

/// The file in which the program leaves the number of its process.
fn number(home: &Home) -> std::path::PathBuf {
    home.path().join("number")
}

/// Waits until the program runs, and gives its number.
fn process(home: &Home) -> String {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let number = std::fs::read_to_string(number(home)).unwrap_or_default();
        if number.ends_with('\n') {
            return number.trim().to_owned();
        }
        assert!(Instant::now() < deadline, "the program wasn't started");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Waits until a process doesn't run any more.
fn assert_ends(process: &str) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while Path::new(&format!("/proc/{process}")).exists() {
        assert!(Instant::now() < deadline, "{process} still runs");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn its_names_are_in_the_cast_and_it_ends_with_the_desk() {
    let home = home();
    let mut terminal = start(&home, GOOD, 20);
    terminal.wait_for("Organisations").wait_for_no("People");
    let process = process(&home);
    terminal.quit();
    assert_ends(&process);
}

#[test]
fn it_ends_when_the_desk_is_killed() {
    let home = home();
    let mut terminal = start(&home, GOOD, 20);
    terminal.wait_for("Organisations");
    let process = process(&home);
    terminal.kill();
    assert_ends(&process);
}

#[test]
fn while_it_hangs_keys_are_answered_and_then_it_is_in_the_list_of_problems() {
    let home = home();
    let mut terminal = start(&home, HANGING, 3);
    let hanging = process(&home);
    terminal.wait_for("Anna Kowalska").send("?").wait_for("Keys: in a document").send("q");
    terminal.wait_for("People").wait_for("gave no answer within 3 seconds");
    terminal.send("q!").wait_for("still ␛[31mthinking");
    assert_ends(&hanging);
    terminal.quit();
}

#[test]
fn one_that_hangs_ends_with_the_desk() {
    let home = home();
    let mut terminal = start(&home, HANGING, 600);
    terminal.wait_for("Anna Kowalska");
    let hanging = process(&home);
    terminal.quit();
    assert_ends(&hanging);
}
