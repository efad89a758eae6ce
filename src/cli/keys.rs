//! `ibid keys`: the keymap in force, and where each line of it comes from.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::arguments::Keys;
use super::columns::pad;
use super::row::print_object;
use super::tools::{Ending, Found, Tools};
use crate::app::{Binding, BindingOrigin, Context, Keymap, Preset, spell_keys};
use crate::corpus::{Problem, own_text};
use crate::text::glyph::width;
use crate::text::nearest::{did_you_mean, quoted};
use crate::text::safe;

/// The person's own keymap, in the config directory.
const OWN: &str = "keymap.toml";

/// A binding as it is printed. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Row<'a> {
    context: &'a str,
    keys: String,
    command: &'a str,
    help: &'a str,
    from: &'a str,
    file: Option<String>,
    line: usize,
}

/// The keymap in force: the bundled one, over it the preset, over that the person's own from the config directory.
/// What is wrong with that is told by line; all other lines hold.
pub fn keymap(config: Option<&Path>, preset: Option<Preset>) -> (Keymap, Vec<Problem>) {
    let (mut keymap, mut problems) = Keymap::bundled();
    problems.extend(preset.into_iter().flat_map(|preset| keymap.lay_preset(preset)));
    if let Some(path) = own(config) {
        match own_text(&path) {
            Ok(Some(own)) => problems.extend(keymap.lay_over(&path.display().to_string(), &own)),
            Ok(None) => {}
            Err(problem) => problems.push(problem),
        }
    }
    (keymap, problems)
}

fn own(config: Option<&Path>) -> Option<PathBuf> {
    config.map(|config| config.join(OWN))
}

/// Prints the keymap.
pub(super) fn keys(arguments: &Keys, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let preset = arguments.preset.as_deref().and_then(Preset::named).or(tools.settings.preset);
    let (keymap, problems) = keymap(tools.config.as_deref(), preset);
    for problem in problems {
        (tools.tell)(problem);
    }
    let bindings = match arguments.context.as_deref() {
        Some(name) => keymap.bindings(context(name)?),
        // Each binding once, in its own place.
        None => Context::ALL
            .iter()
            .flat_map(|&context| {
                keymap.bindings(context).into_iter().filter(move |binding| binding.context == context)
            })
            .collect(),
    };
    let file = own(tools.config.as_deref()).map(|path| path.display().to_string());
    let widest = |of: &dyn Fn(&Binding) -> usize| bindings.iter().map(of).max().unwrap_or(0);
    let keys_wide = widest(&|binding| width(&spell_keys(&binding.keys)));
    let command_wide = widest(&|binding| binding.command.name().len());
    let context_wide = widest(&|binding| binding.context.name().len());
    for binding in &bindings {
        let keys = spell_keys(&binding.keys);
        let (context, command) = (binding.context.name(), binding.command.name());
        let line = binding.origin.line();
        let (from, file) = match binding.origin {
            BindingOrigin::Bundled(_) => ("default", None),
            BindingOrigin::Preset(preset, _) => (preset.name(), None),
            BindingOrigin::Own(_) => ("own", file.clone()),
        };
        if arguments.json {
            let help = binding.command.help();
            print_object(&Row { context, keys, command, help, from, file, line }, out)?;
            continue;
        }
        let from =
            file.as_deref().map_or_else(|| format!("{from} keymap"), |file| safe::line(file).into_owned());
        let keys = safe::line(&keys);
        let (after_context, after_keys) = (pad(context, context_wide), pad(&keys, keys_wide));
        let after_command = pad(command, command_wide);
        writeln!(
            out,
            "{context}{after_context}  {keys}{after_keys}  {command}{after_command}  {from}, line {line}"
        )?;
    }
    Ok(Found::any(!bindings.is_empty()))
}

/// The place of that name.
///
/// # Errors
///
/// Where there is none.
fn context(name: &str) -> Result<Context, Problem> {
    let names = || Context::ALL.iter().map(|context| context.name());
    Context::ALL.iter().copied().find(|context| context.name() == name).ok_or_else(|| {
        let all = format!("the places are {}", names().collect::<Vec<_>>().join(", "));
        Problem::new(quoted(name), "is no place of the keymap", did_you_mean(name, names(), &all))
    })
}
