//! `ibid completions` and `ibid man`: what a shell and `man` have to know, made from the arguments themselves; and the
//! manual.

use std::io::Write;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, CommandFactory};
use clap_complete::Shell;

use super::arguments::{Arguments, Completions, Man, Manual};
use super::tools::{Ending, Found, Tools};
use crate::corpus::{PAGES, Problem, Unit, manual as whole, page};
use crate::note::Colour;
use crate::tag::Kind;
use crate::text::nearest::{did_you_mean, quoted};

/// The name that the program is called by.
const NAME: &str = "ibid";

/// Prints what a shell needs to complete commands, options and their values.
pub(super) fn completions(
    arguments: &Completions,
    tools: &Tools<'_>,
    out: &mut dyn Write,
) -> Result<Found, Ending> {
    // The generator panics where it can't write, so it writes to memory.
    let mut script = Vec::new();
    let command = Arguments::command();
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = with_values(command, &|id| values(id, &names, tools));
    clap_complete::generate(arguments.shell, &mut command, NAME, &mut script);
    let script = String::from_utf8_lossy(&script);
    match arguments.shell {
        Shell::Bash => write!(out, "{}", with_words_first(&script))?,
        Shell::Zsh => write!(out, "{}", with_commands_first(&script))?,
        Shell::Fish => {
            write!(out, "{}{}", with_half_an_option(&script), words_for_fish(&command))?;
        }
        _ => write!(out, "{script}")?,
    }
    Ok(Found::Something)
}

/// The same command where each argument that may be anything, or is read by its beginning, has the values that are offered.
fn with_values(command: Command, values: &dyn Fn(&str) -> Vec<String>) -> Command {
    let command = command.mut_args(|argument| {
        let is_free = argument.get_action().takes_values() && argument.get_possible_values().is_empty();
        match values(argument.get_id().as_str()) {
            values if is_free && !values.is_empty() => {
                argument.value_parser(PossibleValuesParser::new(values))
            }
            _ => argument,
        }
    });
    command.mut_subcommands(|sub| with_values(sub, values))
}

/// What is offered for the argument of that name; nothing where it isn't known here. `commands` are those of the program.
fn values(id: &str, commands: &[String], tools: &Tools<'_>) -> Vec<String> {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match id {
        "theme" => owned(&tools.themes),
        "kind" => owned(&[Kind::Person, Kind::Organisation, Kind::Place].map(Kind::label)),
        "by" => owned(&Unit::ALL.map(Unit::label)),
        "colour" => owned(&Colour::ALL.map(Colour::label)),
        "command" => commands.to_vec(),
        _ => Vec::new(),
    }
}

/// The same script for bash, which offers words in the order in which they stand there: commands and values before options.
fn with_words_first(script: &str) -> String {
    let mut lines = String::with_capacity(script.len());
    for line in script.split_inclusive('\n') {
        let words =
            line.split_once("opts=\"").and_then(|(before, rest)| Some((before, rest.strip_suffix("\"\n")?)));
        match words {
            Some((before, words)) => {
                let (options, words): (Vec<&str>, Vec<&str>) =
                    words.split(' ').partition(|word| word.starts_with('-'));
                lines.push_str(&format!("{before}opts=\"{}\"\n", [words, options].concat().join(" ")));
            }
            None => lines.push_str(line),
        }
    }
    lines
}

/// The same script for fish, which knows an option also before its value is there: the generator has it fail there, so that
/// no value would be offered.
fn with_half_an_option(script: &str) -> String {
    let parse = format!("    argparse -s (__fish_{NAME}_global_optspecs) -- $cmd 2>/dev/null\n");
    let again = format!("{parse}    or begin\n        set -e cmd[-1]\n    {parse}    end\n");
    script.replacen(&parse, &again, 1)
}

/// The same script for zsh with commands and files as the first word. The generator has the files first and a command behind
/// them, so that nothing would be completed behind a command.
fn with_commands_first(script: &str) -> String {
    let Some((head, rest)) = script.split_once("\":: :_ibid_commands\"") else { return script.to_owned() };
    let head = head.lines().filter(|line| !line.starts_with("'::paths -- ")).collect::<Vec<_>>().join("\n");
    let first = "_ibid_first() {\n    _ibid_commands\n    _files\n}\n\n_ibid() {";
    let head = head.replacen("_ibid() {", first, 1);
    // The word itself, the context, and the choice among the commands.
    format!("{head}\n\":: :_ibid_first\"{}", rest.replacen("$line[2]", "$line[1]", 3))
}

/// What may stand behind a command without being an option, which the generator leaves out for fish.
fn words_for_fish(command: &Command) -> String {
    let words = |argument: &Arg| {
        let values = argument.get_possible_values();
        values.iter().map(|value| value.get_name().to_owned()).collect::<Vec<_>>().join(" ")
    };
    let line = |command: &Command| {
        let words: String = command.get_positionals().map(words).collect();
        let name = command.get_name();
        let line =
            format!("complete -c {NAME} -n \"__fish_{NAME}_using_subcommand {name}\" -f -a \"{words}\"\n");
        (!words.is_empty()).then_some(line)
    };
    command.get_subcommands().filter_map(line).collect()
}

/// Prints the manual, a page of it, or the names of its pages.
pub(super) fn manual(arguments: &Manual, out: &mut dyn Write) -> Result<Found, Ending> {
    if arguments.pages {
        PAGES.iter().try_for_each(|(name, _)| writeln!(out, "{name}"))?;
    } else if let Some(page) = arguments.page.as_deref().and_then(page) {
        write!(out, "{page}")?;
    } else {
        write!(out, "{}", whole())?;
    }
    Ok(Found::Something)
}

/// Prints a page about a command, for `man`.
pub(super) fn man(arguments: &Man, out: &mut dyn Write) -> Result<Found, Ending> {
    let mut command = Arguments::command();
    command.build();
    for name in &arguments.command {
        let known: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
        let Some(sub) = command.find_subcommand(name) else {
            let otherwise = format!("there are {}", known.join(", "));
            let remedy = did_you_mean(name, known.iter().map(String::as_str), &otherwise);
            return Err(Problem::new(quoted(name), "is no command of ibid", remedy).into());
        };
        command = sub.clone();
    }
    let page = std::iter::once(NAME).chain(arguments.command.iter().map(String::as_str));
    let command = command.name(page.collect::<Vec<_>>().join("-"));
    // A subcommand has no version of its own.
    let source = format!("{NAME} {}", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command).source(source).render(&mut &mut *out)?;
    Ok(Found::Something)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[test]
    fn the_arguments_are_well_made() {
        Arguments::command().debug_assert();
        assert!(Arguments::try_parse_from([NAME, "man", "notes", "add"]).is_ok());
        assert!(Arguments::try_parse_from([NAME, "completions", "fsh"]).is_err());
    }
}
