//! `ibid doctor`: looks over what ibid needs to do its work, and says what to do about what is wrong.
//!
//! What it prints is meant for a stranger's eyes, so it is made of words of this program, numbers and a few variables of
//! the environment that name terminals and locales.

mod folders;
mod own;
mod terminal;

use std::io::Write;

use serde::Serialize;

use super::arguments::Doctor;
use super::columns::{count, pad};
use super::row::print_object;
use super::tools::{Ending, Found, Tools};
use crate::text::safe;

/// How a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
enum State {
    /// As it should be.
    Fine,
    /// Something that ibid works without, but worse.
    Mend,
    /// Something that keeps ibid from its work, or from keeping what a person writes.
    Trouble,
}

/// A thing that was looked at. The names of the fields are told in the help, and don't change.
#[derive(Debug, Serialize)]
struct Finding {
    part: &'static str,
    name: String,
    value: String,
    state: State,
    remedy: Option<String>,
}

impl Finding {
    /// A thing that is as it should be.
    fn fine(part: &'static str, name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { part, name: name.into(), value: value.into(), state: State::Fine, remedy: None }
    }

    /// The same thing, with something that should be mended.
    fn mend(self, remedy: impl Into<String>) -> Self {
        Self { state: State::Mend, remedy: Some(remedy.into()), ..self }
    }

    /// The same thing, with something that keeps ibid from its work.
    fn trouble(self, remedy: impl Into<String>) -> Self {
        Self { state: State::Trouble, remedy: Some(remedy.into()), ..self }
    }
}

/// Looks everything over and prints it.
pub(super) fn doctor(arguments: &Doctor, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let mut findings = program();
    findings.extend(terminal::look(tools));
    findings.extend(folders::look(tools));
    findings.extend(own::look(tools));
    if arguments.json {
        findings.iter().try_for_each(|finding| print_object(finding, out))?;
    } else {
        print(&findings, out)?;
    }
    Ok(match findings.iter().map(|finding| finding.state).max() {
        None | Some(State::Fine) => Found::Something,
        Some(State::Mend) => Found::Nothing,
        Some(State::Trouble) => Found::Trouble,
    })
}

/// Which program this is.
fn program() -> Vec<Finding> {
    let library = [("musl", cfg!(target_env = "musl")), ("gnu", cfg!(target_env = "gnu"))];
    let library = library.iter().find(|(_, is)| *is).map_or("", |(name, _)| *name);
    let target = [std::env::consts::OS, std::env::consts::ARCH, library].join(" ");
    let build = if cfg!(debug_assertions) { "debug, which is slow" } else { "release" };
    vec![
        Finding::fine("program", "version", env!("CARGO_PKG_VERSION")),
        Finding::fine("program", "built for", target.trim_end()),
        Finding::fine("program", "build", build),
    ]
}

/// Prints the findings for people, by part, with what is to be done below each that isn't fine.
fn print(findings: &[Finding], out: &mut dyn Write) -> Result<(), Ending> {
    let mut part = "";
    let widest = findings.iter().map(|finding| finding.name.chars().count()).max().unwrap_or(0);
    for finding in findings {
        if finding.part != part {
            writeln!(out, "{}{}", if part.is_empty() { "" } else { "\n" }, finding.part)?;
            part = finding.part;
        }
        let sign = if finding.state == State::Fine { ' ' } else { '!' };
        let name = safe::line(&finding.name);
        writeln!(out, "{sign} {name}{}  {}", pad(&name, widest), safe::line(&finding.value))?;
        if let Some(remedy) = &finding.remedy {
            writeln!(out, "  {}  -> {}", pad("", widest), safe::line(remedy))?;
        }
    }
    let wrong = findings.iter().filter(|finding| finding.state != State::Fine).count();
    let all = if wrong == 0 { "All is well.".to_owned() } else { count(wrong, "thing") + " to mend: !" };
    writeln!(out, "\n{all}\nLeft out: paths, titles, texts, notes, names of files and of machines.")?;
    Ok(())
}
