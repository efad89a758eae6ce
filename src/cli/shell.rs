//! `ibid completions` and `ibid man`: what a shell and `man` have to know, made from the arguments themselves; and the
//! manual.

use std::io::Write;

use clap::CommandFactory;

use super::arguments::{Arguments, Completions, Man, Manual};
use super::tools::{Ending, Found};
use crate::corpus::{PAGES, Problem, manual as whole, page};
use crate::text::nearest::{did_you_mean, quoted};

/// The name that the program is called by.
const NAME: &str = "ibid";

/// Prints what a shell needs to complete commands, options and their values.
pub(super) fn completions(arguments: &Completions, out: &mut dyn Write) -> Result<Found, Ending> {
    // The generator panics where it can't write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), NAME, &mut script);
    out.write_all(&script)?;
    Ok(Found::Something)
}

/// Prints the manual, a page of it, or the names of its pages.
pub(super) fn manual(arguments: &Manual, out: &mut dyn Write) -> Result<Found, Ending> {
    let names = || PAGES.iter().map(|(name, _)| *name);
    if arguments.pages {
        names().try_for_each(|name| writeln!(out, "{name}"))?;
        return Ok(Found::Something);
    }
    let Some(wanted) = &arguments.page else {
        write!(out, "{}", whole())?;
        return Ok(Found::Something);
    };
    let Some(page) = page(wanted) else {
        let otherwise = format!("there are {}", names().collect::<Vec<_>>().join(", "));
        let remedy = did_you_mean(wanted, names(), &otherwise);
        return Err(Problem::new("the manual", format!("has no page {}", quoted(wanted)), remedy).into());
    };
    write!(out, "{page}")?;
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
            return Err(Problem::new("the manual", format!("has no page on {}", quoted(name)), remedy).into());
        };
        command = sub.clone();
    }
    let page = std::iter::once(NAME).chain(arguments.command.iter().map(String::as_str));
    let command = command.name(page.collect::<Vec<_>>().join("-"));
    clap_mangen::Man::new(command).render(&mut &mut *out)?;
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
