//! The keymap: which keys mean which command, and where. The bundled one with a person's own over it.

mod preset;
mod read;
mod table;

use std::collections::BTreeMap;
use std::ops::Bound;

use self::read::{Reading, Remark, Row};
use super::key::{Key, label_keys, spell_keys};
use super::{Command, Context};
use crate::corpus::Problem;
use crate::text::nearest::quoted;

pub use preset::Preset;
pub use table::{HelpRow, heading, markdown_table};

/// The default keymap, as a person would write it.
const BUNDLED: &str = include_str!("../../keymap.toml");

/// What one row of a keymap file says of its keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    /// The file it comes from, as a number in [`Keymap::layers`]: those laid over it later have higher ones.
    layer: usize,
    /// Its line in the file, from 1.
    line: usize,
    /// The command; `None` where the keys are taken away.
    command: Option<Command>,
}

/// The rows of one context. Sorted by keys, so that a sequence stands right behind its beginnings.
type Table = BTreeMap<Vec<Key>, Entry>;

/// Which keys mean which command, in every context.
#[derive(Clone, Debug, Default)]
pub struct Keymap {
    tables: BTreeMap<Context, Table>,
    /// What was laid over one another, the lowest first.
    layers: Vec<Layer>,
}

/// Whose a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layer {
    Bundled,
    Preset(Preset),
    Own,
}

/// What some keys mean in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// This command.
    Command(Command),
    /// Nothing yet: a longer sequence begins with them.
    Prefix,
    /// Nothing.
    None,
}

/// Where a binding comes from: a file and its line, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BindingOrigin {
    /// The keymap that is built in.
    Bundled(usize),
    /// One of those that are built in to be laid over it.
    Preset(Preset, usize),
    /// The person's own file.
    Own(usize),
}

impl BindingOrigin {
    /// The line in the file.
    pub fn line(self) -> usize {
        match self {
            Self::Bundled(line) | Self::Preset(_, line) | Self::Own(line) => line,
        }
    }

    /// How near it is to the person: hints name the nearest first.
    fn distance(self) -> u8 {
        match self {
            Self::Own(_) => 0,
            Self::Preset(..) => 1,
            Self::Bundled(_) => 2,
        }
    }
}

/// Keys that mean a command in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The context in whose table it stands.
    pub context: Context,
    /// The keys, one after another; never empty.
    pub keys: Vec<Key>,
    /// What they mean.
    pub command: Command,
    /// Where it comes from.
    pub origin: BindingOrigin,
}

/// What looking keys up along a chain of contexts comes to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    Command(Context, Command),
    Prefix,
    Nothing,
}

impl Keymap {
    /// The keymap that is built in. A test says that it has no problems.
    pub fn bundled() -> (Self, Vec<Problem>) {
        let mut keymap = Self::default();
        let problems = keymap.lay(Layer::Bundled, "keymap.toml", BUNDLED);
        (keymap, problems)
    }

    /// Lays one of the other keymaps that are built in over this one. A test says that none has problems.
    pub fn lay_preset(&mut self, preset: Preset) -> Vec<Problem> {
        self.lay(Layer::Preset(preset), &format!("the preset {}", preset.name()), preset.toml())
    }

    /// Lays a person's own file over the keymap: what it binds takes the place of what was bound to the
    /// same keys, and `""` takes keys away. Answers with what couldn't be understood and what the person
    /// should know, by line; all other lines hold. `path` only names the file in these problems.
    pub fn lay_over(&mut self, path: &str, toml: &str) -> Vec<Problem> {
        self.lay(Layer::Own, path, toml)
    }

    fn lay(&mut self, whose: Layer, path: &str, toml: &str) -> Vec<Problem> {
        let Reading { rows, mut remarks } = read::read(toml);
        let layer = self.layers.len();
        self.layers.push(whose);
        for row in &rows {
            let entry = Entry { layer, line: row.line, command: row.command };
            self.tables.entry(row.context).or_default().insert(row.keys.clone(), entry);
        }
        // Nothing lies below the first.
        for row in rows.iter().filter(|_| layer > 0) {
            let mut hidden = self.take_hidden(row, layer);
            hidden.extend(self.out_of_reach(row, layer));
            if !hidden.is_empty() {
                let keys = quoted(&spell_keys(&row.keys));
                let below = if layer > 1 { "the preset or the default keymap" } else { "the default keymap" };
                let reason = format!("{keys} hides {} of {below}", hidden.join(", "));
                let remedy = "if that is meant, bind what is hidden to \"\" or to other keys";
                remarks.push((row.line, reason, remedy.to_owned()));
            }
        }
        for row in &rows {
            remarks.extend(self.cut_short(row, layer));
        }
        remarks.sort_by_key(|(line, ..)| *line);
        let problem = |(line, reason, remedy)| Problem {
            path: path.to_owned(),
            place: format!("line {line}"),
            reason,
            remedy,
        };
        remarks.into_iter().map(problem).collect()
    }

    /// Takes out of the row's own context what lies below `layer` and can't be pressed any more: longer
    /// sequences, and, where the row binds its keys, beginnings of it. Answers with their names.
    fn take_hidden(&mut self, row: &Row, layer: usize) -> Vec<String> {
        let Some(table) = self.tables.get_mut(&row.context) else { return Vec::new() };
        let beginnings = if row.command.is_some() { 1..row.keys.len() } else { 1..1 };
        let beginnings = beginnings.map(|length| row.keys[..length].to_vec());
        let longer = longer(table, &row.keys).map(|(keys, _)| keys.clone());
        let around: Vec<Vec<Key>> = beginnings.chain(longer).collect();
        let mut hidden = Vec::new();
        for keys in around {
            let below = table.get(&keys).filter(|entry| entry.layer < layer);
            if let Some(command) = below.and_then(|entry| entry.command) {
                hidden.push(format!("{} ({})", quoted(&spell_keys(&keys)), command.name()));
                table.remove(&keys);
            }
        }
        hidden
    }

    /// What lies below `layer` in the contexts that the row's own builds on, and can't be pressed there any
    /// more because the row's keys end a sequence too early.
    fn out_of_reach(&self, row: &Row, layer: usize) -> Vec<String> {
        let farther = row.context.chain().iter().skip(1).filter(|_| row.command.is_some());
        let tables = farther.filter_map(|context| Some((context, self.tables.get(context)?)));
        let entries = tables.flat_map(|(context, table)| {
            longer(table, &row.keys).map(move |(keys, entry)| (context, keys, entry))
        });
        // A row of the nearer context for the same keys says that it is meant.
        let nearer =
            |keys: &Vec<Key>| self.tables.get(&row.context).is_some_and(|table| table.contains_key(keys));
        let below = entries.filter(|(_, keys, entry)| entry.layer < layer && !nearer(keys));
        let named = below.filter_map(|(context, keys, entry)| Some((context, keys, entry.command?)));
        named
            .map(|(context, keys, command)| {
                format!("{} ({}, of [{}])", quoted(&spell_keys(keys)), command.name(), context.name())
            })
            .collect()
    }

    /// What is to be said of a row whose keys can't be pressed where a nearer context takes their beginning as a key of its
    /// own: `"space x"` of all places in a list, whose `space` turns the page. What the same file says of the nearer
    /// context is meant.
    fn cut_short(&self, row: &Row, layer: usize) -> Option<Remark> {
        row.command?;
        let within = |context: &&Context| **context != row.context && context.chain().contains(&row.context);
        let cut = Context::ALL.iter().filter(within).filter_map(|context| {
            let table = self.tables.get(context)?;
            let beginnings = (1..row.keys.len()).map(|length| &row.keys[..length]);
            let below = |keys| meaning(table, keys).filter(|entry| entry.layer < layer);
            let (keys, command) = beginnings.filter_map(|keys| Some((keys, below(keys)?.command?))).next()?;
            Some(format!("[{}], where {} is {}", context.name(), quoted(&spell_keys(keys)), command.name()))
        });
        let cut: Vec<String> = cut.collect();
        (!cut.is_empty()).then(|| {
            let keys = quoted(&spell_keys(&row.keys));
            let reason = format!("{keys} can't be pressed in {}", cut.join(", nor in "));
            (row.line, reason, "begin it with a key that means nothing there".to_owned())
        })
    }

    /// What the keys pressed so far mean in a place. The nearest context that knows them decides; there
    /// the keys themselves come before a longer sequence that begins with them, and keys that were taken
    /// away mean nothing, here and farther on.
    pub fn lookup(&self, context: Context, keys: &[Key]) -> Lookup {
        if keys.is_empty() {
            return Lookup::None;
        }
        let keys: Vec<Key> = keys.iter().map(|key| key.normal()).collect();
        match self.find(context.chain(), &keys) {
            Found::Command(_, command) => Lookup::Command(command),
            Found::Prefix => Lookup::Prefix,
            Found::Nothing => Lookup::None,
        }
    }

    fn find(&self, chain: &[Context], keys: &[Key]) -> Found {
        for &context in chain {
            let Some(table) = self.tables.get(&context) else { continue };
            if let Some(command) = meaning(table, keys).and_then(|entry| entry.command) {
                return Found::Command(context, command);
            }
            if longer(table, keys).any(|(longer, entry)| {
                entry.command.is_some() && self.reached(chain, context, longer, keys.len())
            }) {
                return Found::Prefix;
            }
            let taken = |length| table.get(&keys[..length]).is_some_and(|entry| entry.command.is_none());
            if (1..=keys.len()).any(taken) {
                return Found::Nothing;
            }
        }
        Found::Nothing
    }

    /// Whether pressing `keys` one by one, the first `pressed` of them being pressed already, comes to
    /// the binding in that context. It calls back [`Self::find`] only for longer keys, so it ends.
    fn reached(&self, chain: &[Context], context: Context, keys: &[Key], pressed: usize) -> bool {
        matches!(self.find(chain, keys), Found::Command(at, _) if at == context)
            && (pressed + 1..keys.len()).all(|length| self.find(chain, &keys[..length]) == Found::Prefix)
    }

    /// The bindings in force in a place: the nearest context first, in each the bundled ones before the
    /// person's own, in the order of their file.
    pub fn bindings(&self, context: Context) -> Vec<Binding> {
        self.bindings_of(context, |_| true)
    }

    /// The same, only for the wanted commands: hints are drawn with every frame and name few of them.
    fn bindings_of(&self, context: Context, wanted: impl Fn(Command) -> bool) -> Vec<Binding> {
        let chain = context.chain();
        let mut bindings = Vec::new();
        for &context in chain {
            let Some(table) = self.tables.get(&context) else { continue };
            let mut rows: Vec<(&Vec<Key>, &Entry)> = table.iter().collect();
            rows.sort_by_key(|(_, entry)| (entry.layer, entry.line));
            for (keys, entry) in rows {
                let Some(command) = entry.command.filter(|command| wanted(*command)) else { continue };
                if self.reached(chain, context, keys, 0) {
                    let origin = match self.layers.get(entry.layer) {
                        Some(Layer::Bundled) => BindingOrigin::Bundled(entry.line),
                        Some(Layer::Preset(preset)) => BindingOrigin::Preset(*preset, entry.line),
                        Some(Layer::Own) | None => BindingOrigin::Own(entry.line),
                    };
                    bindings.push(Binding { context, keys: keys.clone(), command, origin });
                }
            }
        }
        bindings
    }

    /// How a sequence that begins with `keys` can go on in a place: the rest of the keys and the command.
    pub fn continuations(&self, context: Context, keys: &[Key]) -> Vec<(Vec<Key>, Command)> {
        let keys: Vec<Key> = keys.iter().map(|key| key.normal()).collect();
        let rest = |binding: Binding| match binding.keys.strip_prefix(keys.as_slice()) {
            Some(rest) if !rest.is_empty() => Some((rest.to_vec(), binding.command)),
            _ => None,
        };
        self.bindings(context).into_iter().filter_map(rest).collect()
    }

    /// The labels of the keys that mean a command in a place, for hints: the person's own first, then
    /// the nearest context's, in the order of the file.
    pub fn keys_of(&self, context: Context, command: Command) -> Vec<String> {
        let mut bindings = self.bindings_of(context, |bound| bound == command);
        bindings.sort_by_key(|binding| binding.origin.distance());
        bindings.iter().map(|binding| label_keys(&binding.keys)).collect()
    }
}

/// The row for these keys: their own, or else that for any letter at their end. A letter alone is never any letter.
fn meaning<'a>(table: &'a Table, keys: &[Key]) -> Option<&'a Entry> {
    table.get(keys).or_else(|| {
        let (last, before) = keys.split_last().filter(|(_, before)| !before.is_empty())?;
        let general: Vec<Key> = before.iter().copied().chain([last.general()?]).collect();
        table.get(&general)
    })
}

/// The rows whose keys begin with `keys` and go on.
fn longer<'a>(table: &'a Table, keys: &'a [Key]) -> impl Iterator<Item = (&'a Vec<Key>, &'a Entry)> {
    table
        .range::<[Key], _>((Bound::Excluded(keys), Bound::Unbounded))
        .take_while(move |(longer, _)| longer.starts_with(keys))
}

#[cfg(test)]
mod preset_tests;
#[cfg(test)]
mod read_tests;
#[cfg(test)]
mod tests;
