//! Programs that are asked, good ones and bad ones, each a few lines of shell.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Mutex;
use std::time::Instant;

use super::*;
use crate::corpus::Problem;
use crate::tag::Kind;
use crate::tag::tests::text_of;
use crate::text::{BlockKind, Span};

/// Answers each question with a name of four letters at its beginning.
const GOOD: &str = r#"
while read -r line; do
  id=${line#*\"id\":}; id=${id%%,*}
  printf '{"id":%s,"spans":[{"start":0,"end":4,"label":"PERSON","score":0.5}]}\n' "$id"
done"#;

/// How long a program may take in these tests.
const SHORT: Duration = Duration::from_millis(700);

/// Finds the first five bytes of a text, whatever they are.
struct Usual;

impl Learner for Usual {}

impl Namer for Usual {
    fn names(&self, _: &Text, _: &Context, _: &[Mention], _: &dyn Fn() -> bool) -> Vec<Mention> {
        vec![Mention::new(Span::new(0, 5), Kind::Place, 1)]
    }
}

/// A program that is asked, and what was told of it.
struct Asked {
    external: External,
    leash: Option<Leash>,
    told: Arc<Mutex<Vec<Problem>>>,
}

impl Asked {
    fn new(script: &str, timeout: Duration) -> Self {
        Self::command(&["sh", "-c", script], timeout)
    }

    fn command(words: &[&str], timeout: Duration) -> Self {
        let command: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let told = Arc::new(Mutex::new(Vec::new()));
        let to = told.clone();
        let tell: Tell = Arc::new(move |problem| to.lock().unwrap().push(problem));
        let (external, leash) = External::new(&command, timeout, Arc::new(Usual), tell);
        Self { external, leash: Some(leash), told }
    }

    /// The names that are found, as kind and words.
    fn names(&self, text: &Text) -> Vec<(Kind, String)> {
        let mentions = self.external.names(text, &Context::default(), &[], &|| false);
        mentions.iter().map(|mention| (mention.kind, mention.span.of(text.as_str()).to_owned())).collect()
    }

    /// What was told, without the command before it.
    fn told(&self) -> Vec<String> {
        let told = self.told.lock().unwrap();
        let told = told.iter().map(|problem| format!("{}; {}", problem.reason, problem.remedy));
        told.collect()
    }
}

/// A text of one paragraph a line.
fn text(lines: &str) -> Text {
    text_of(BlockKind::Paragraph, lines)
}

fn person(name: &str) -> (Kind, String) {
    (Kind::Person, name.to_owned())
}

/// What the usual namer finds.
fn usual() -> Vec<(Kind, String)> {
    vec![(Kind::Place, "Anna ".to_owned())]
}

/// Whether a process runs.
fn runs(process: &str) -> bool {
    let ran = std::process::Command::new("ps").args(["-o", "stat=", "-p", process.trim()]).output();
    let state = ran.unwrap().stdout;
    // A process that has ended and that nobody has asked about yet is a zombie.
    state.trim_ascii().first().is_some_and(|state| *state != b'Z')
}

/// Waits a while for something to be so.
fn comes_to_be(wanted: impl Fn() -> bool) -> bool {
    let deadline = Instant::now() + Duration::from_secs(10);
    while Instant::now() < deadline {
        if wanted() {
            return true;
        }
        thread::sleep(Duration::from_millis(10));
    }
    false
}

#[test]
fn a_good_program_is_started_once_and_its_spans_are_names() {
    let folder = tempfile::tempdir().unwrap();
    let starts = folder.path().join("starts");
    let asked = Asked::new(&format!("echo $$ >> {}\n{GOOD}", starts.display()), Duration::from_secs(20));
    for name in ["Anna", "Žofi", "Bert"] {
        assert_eq!(asked.names(&text(&format!("{name} left.\n"))), [person(name)]);
    }
    assert_eq!(asked.told(), [""; 0]);
    assert_eq!(std::fs::read_to_string(&starts).unwrap().lines().count(), 1);
    let mentions = asked.external.names(&text("Anna left.\n"), &Context::default(), &[], &|| false);
    assert_eq!(mentions[0].confidence, 50);
}

#[test]
fn a_long_text_goes_out_in_parts_and_its_names_come_back_in_order() {
    let line = |number: usize| format!("N{number:03} {}\n", "word ".repeat(1500));
    let lines: String = (0..100).map(line).collect();
    let asked = Asked::new(GOOD, Duration::from_secs(20));
    let names = asked.names(&text(&lines));
    assert_eq!(names, (0..100).map(|number| person(&format!("N{number:03}"))).collect::<Vec<_>>());
    assert_eq!(asked.told(), [""; 0]);
}

#[test]
fn answers_may_come_in_any_order() {
    let script = r#"
id() { id=${1#*\"id\":}; id=${id%%,*}; }
while read -r one && read -r two; do
  for line in "$two" "$one"; do
    id "$line"; printf '\n{"id":"%s","ents":[{"start":0,"end":4,"label":"PERSON"}]}\n' "$id"
  done
done"#;
    let asked = Asked::new(script, Duration::from_secs(20));
    let lines = format!("Anna {0}\nBert {0}\n", "word ".repeat(1600));
    assert_eq!(asked.names(&text(&lines)), [person("Anna"), person("Bert")]);
}

#[test]
fn the_language_and_the_date_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let heard = folder.path().join("heard");
    let script =
        format!("read -r line; printf '%s' \"$line\" > {}; printf '{{\"id\":0}}\\n'", heard.display());
    let asked = Asked::new(&script, Duration::from_secs(20));
    let context =
        Context { date: crate::corpus::PartialDate::new(2020, 9, 0), language: Some("de".to_owned()) };
    assert_eq!(asked.external.names(&text("Anna\n"), &context, &[], &|| false), []);
    let heard = std::fs::read_to_string(heard).unwrap();
    assert_eq!(heard, r#"{"id":0,"text":"Anna","language":"de","date":"2020-09"}"#);
}

#[test]
fn a_program_that_hangs_is_ended_and_the_usual_namer_serves() {
    let folder = tempfile::tempdir().unwrap();
    let number = folder.path().join("number");
    let script = format!("echo $$ > {}; echo thinking >&2; sleep 1000", number.display());
    let asked = Asked::new(&script, SHORT);
    assert_eq!(asked.names(&text("Anna left.\n")), usual());
    let told = asked.told();
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with(
            "gave no answer within 0 seconds and was ended; it said: thinking; it has to answer"
        ),
        "{told:?}"
    );
    let number = std::fs::read_to_string(number).unwrap();
    assert!(comes_to_be(|| !runs(&number)), "{number} still runs");
}

#[test]
fn a_program_that_reads_nothing_holds_nobody_up() {
    let asked = Asked::new("exec <&-; sleep 1000", SHORT);
    let lines = format!("Anna {}\n", "word ".repeat(200_000));
    assert_eq!(asked.names(&text(&lines)), usual());
}

#[test]
fn rubbish_is_told_and_the_usual_namer_serves() {
    let asked = Asked::new("while read -r line; do echo 'I think \u{1b}[31m'; done", Duration::from_secs(20));
    assert_eq!(asked.names(&text("Anna left.\n")), usual());
    let told = asked.told();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("printed what isn't an answer: I think"), "{told:?}");
    assert!(!asked.told.lock().unwrap()[0].to_string().contains('\u{1b}'));
}

#[test]
fn a_program_that_dies_is_started_again_but_not_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let starts = folder.path().join("starts");
    let script = format!(
        "echo x >> {}; read -r line; echo first >&2; echo 'out of memory' >&2; exit 3",
        starts.display()
    );
    let asked = Asked::new(&script, Duration::from_secs(20));
    for _ in 0..7 {
        assert_eq!(asked.names(&text("Anna left.\n")), usual());
    }
    assert_eq!(
        asked.told(),
        [
            "ended before it had answered (exit status: 3); it said: out of memory; the tagger in the program is used instead",
            "failed 4 times and isn't started again; the tagger in the program is used instead",
        ]
    );
    assert_eq!(std::fs::read_to_string(starts).unwrap().lines().count(), 4);
}

#[test]
fn a_program_that_dies_in_the_middle_of_a_text_costs_only_that_one() {
    let folder = tempfile::tempdir().unwrap();
    let died = folder.path().join("died");
    let dying = format!("[ -e {0} ] || {{ : > {0}; read -r line; exit 1; }}", died.display());
    let asked = Asked::new(&format!("{dying}\n{GOOD}"), Duration::from_secs(20));
    assert_eq!(asked.names(&text("Anna left.\n")), usual());
    assert_eq!(asked.names(&text("Anna left.\n")), [person("Anna")]);
    assert_eq!(asked.told().len(), 1);
}

#[test]
fn floods_are_dammed() {
    for (script, wanted) in [
        ("yes", "printed what isn't an answer: y"),
        ("yes '{\"id\":99}'", "answered what it wasn't asked"),
        ("tr '\\000' x < /dev/zero", "printed a line that is too long for an answer"),
    ] {
        let asked = Asked::new(script, Duration::from_secs(20));
        assert_eq!(asked.names(&text("Anna left.\n")), usual());
        assert!(asked.told()[0].starts_with(wanted), "{:?}", asked.told());
    }
    let asked = Asked::new(&format!("yes error >&2 &\n{GOOD}"), Duration::from_secs(20));
    assert_eq!(asked.names(&text("Anna left.\n")), [person("Anna")]);
}

#[test]
fn a_text_that_the_program_cannot_tag_is_left_to_the_usual_namer() {
    let script = r#"read -r line; printf '{"id":0,"error":"too many words"}\n'; read -r line
        printf '{"id":1,"spans":[]}\n'"#;
    let asked = Asked::new(script, Duration::from_secs(20));
    assert_eq!(asked.names(&text("Anna left.\n")), usual());
    assert_eq!(asked.names(&text("Anna left.\n")), []);
    assert_eq!(
        asked.told(),
        ["couldn't tag a text: too many words; the tagger in the program is used instead"]
    );
}

#[test]
fn a_program_that_is_not_there_is_told_once() {
    let asked = Asked::command(&["no-such-program", "--fast"], Duration::from_secs(20));
    for _ in 0..3 {
        assert_eq!(asked.names(&text("Anna left.\n")), usual());
    }
    assert_eq!(asked.told().len(), 1);
    let problem = asked.told.lock().unwrap()[0].to_string();
    assert!(problem.starts_with("no-such-program --fast: can't be started: "), "{problem}");
}

#[test]
fn whoever_wants_something_newer_does_not_wait() {
    let asked = Asked::new(
        &format!("read -r line; sleep 1; printf '{{\"id\":0}}\\n'\n{GOOD}"),
        Duration::from_secs(20),
    );
    let begun = Instant::now();
    let names = asked.external.names(&text("Anna left.\n"), &Context::default(), &[], &|| true);
    assert!(names.is_empty() && begun.elapsed() < Duration::from_millis(800));
    // The answer to what was given up comes in between, and is let pass.
    assert_eq!(asked.names(&text("Bert left.\n")), [person("Bert")]);
    assert_eq!(asked.told(), [""; 0]);
}

#[test]
fn the_program_and_what_it_started_end_with_the_leash() {
    let folder = tempfile::tempdir().unwrap();
    let numbers = folder.path().join("numbers");
    let script = format!("sleep 1000 & echo $$ $! > {}\n{GOOD}", numbers.display());
    let mut asked = Asked::new(&script, Duration::from_secs(20));
    assert_eq!(asked.names(&text("Anna left.\n")), [person("Anna")]);
    let numbers = std::fs::read_to_string(numbers).unwrap();
    assert!(numbers.split_whitespace().all(runs));
    drop(asked.leash.take());
    assert!(comes_to_be(|| !numbers.split_whitespace().any(runs)), "{numbers}");
    assert_eq!(asked.names(&text("Anna left.\n")), usual());
}
