//! Reading a keymap file: its rows, and a remark for each line that isn't right.
//!
//! The file is TOML, and each line of it stands for itself: a table's name or a binding. So it is parsed
//! line by line. That way a bad line spoils no other, the first of two that contradict each other is
//! known, and the rows keep the order in which the person wrote them.

use std::collections::BTreeMap;
use std::ops::Bound;

use toml::de::{DeTable, DeValue};

use crate::app::key::{Key, KeyCode, parse_keys, spell_keys};
use crate::app::{Command, Context};
use crate::text::nearest::{did_you_mean, quoted};

/// The longest file that is read, in bytes: some fifteen times the default one.
const BYTES_MAX: usize = 64 * 1024;

/// One binding of a file, or keys taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Its line, from 1.
    pub(super) line: usize,
    /// The table it stands in.
    pub(super) context: Context,
    /// The keys; never empty.
    pub(super) keys: Vec<Key>,
    /// The command; `None` where the keys are taken away.
    pub(super) command: Option<Command>,
}

/// A line, what is wrong with it and what helps.
pub(super) type Remark = (usize, String, String);

/// What a file says.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Its rows in order; no two of one context are at odds.
    pub(super) rows: Vec<Row>,
    /// What couldn't be understood or should be known, in no order.
    pub(super) remarks: Vec<Remark>,
}

/// Where the rows after a line belong.
#[derive(Clone, Copy)]
enum Place {
    /// No table has begun.
    Outside,
    /// In the table of this context.
    In(Context),
    /// In a table that isn't understood: what is wrong was said at its head, so its rows pass in silence.
    Lost,
}

/// Reads a keymap file.
pub(super) fn read(toml: &str) -> Reading {
    let mut reader = Reader::default();
    if toml.len() > BYTES_MAX {
        let reason = format!("the file is longer than {} KiB, so nothing of it is used", BYTES_MAX / 1024);
        reader.reading.remarks.push((1, reason, "a keymap has one line for each key".to_owned()));
        return reader.reading;
    }
    let mut place = Place::Outside;
    for (at, line) in toml.lines().enumerate() {
        reader.line = at + 1;
        place = reader.read_line(line, place);
    }
    reader.reading
}

#[derive(Default)]
struct Reader {
    reading: Reading,
    line: usize,
    /// The line at which each table began.
    tables: BTreeMap<Context, usize>,
    /// The line and the spelling of all keys so far.
    seen: BTreeMap<Context, BTreeMap<Vec<Key>, Seen>>,
}

struct Seen {
    line: usize,
    binds: bool,
}

impl Reader {
    fn remark(&mut self, reason: String, remedy: impl Into<String>) {
        self.reading.remarks.push((self.line, reason, remedy.into()));
    }

    /// Reads one line and says where the lines after it belong.
    fn read_line(&mut self, line: &str, place: Place) -> Place {
        let written = line.trim_start_matches('\u{feff}').trim_start();
        if written.is_empty() {
            return place;
        }
        let head = written.starts_with('[');
        let table = match DeTable::parse(line) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                let reason = format!("this isn't TOML: {}", error.message());
                if head {
                    self.remark(reason, "a table begins with its name in brackets, as in [reader]");
                    return Place::Lost;
                }
                if !matches!(place, Place::Lost) {
                    self.remark(reason, "a line has the form \"key\" = \"command\", both in quotes");
                }
                return place;
            }
        };
        if head {
            return self.read_head(&table);
        }
        match place {
            Place::Outside => self.read_outside(&table),
            Place::In(context) => self.read_bindings(context, &table),
            Place::Lost => {}
        }
        place
    }

    /// Reads the head of a table, which parses as nested tables of which the innermost is empty.
    fn read_head(&mut self, table: &DeTable<'_>) -> Place {
        let mut path = Vec::new();
        let mut inner = Some(table);
        while let Some((name, value)) = inner.and_then(|table| table.iter().next()) {
            path.push(name.get_ref().as_ref());
            inner = value.get_ref().as_table();
            if inner.is_none() {
                let name = quoted(&path.join("."));
                self.remark(
                    format!("{name} is a list of tables"),
                    "write one pair of brackets, as in [reader]",
                );
                return Place::Lost;
            }
        }
        let name = path.join(".");
        let Some(context) = self.context(&name) else { return Place::Lost };
        let began = *self.tables.entry(context).or_insert(self.line);
        if began != self.line {
            let reason = format!("the table [{name}] began at line {began} already");
            self.remark(reason, "both are used; put them together");
        }
        Place::In(context)
    }

    /// The context of that name; a remark where there is none.
    fn context(&mut self, name: &str) -> Option<Context> {
        let found = Context::ALL.iter().copied().find(|context| context.name() == name);
        if found.is_none() {
            let names: Vec<&str> = Context::ALL.iter().map(|context| context.name()).collect();
            let all = format!("the tables are {}", names.join(", "));
            let reason = format!("no table is called {}, so what stands in it isn't used", quoted(name));
            self.remark(reason, did_you_mean(name, names, &all));
        }
        found
    }

    /// Reads what stands before the first table: `reader.m = "bookmark"` and `reader = {…}` are TOML too.
    fn read_outside(&mut self, table: &DeTable<'_>) {
        for (name, value) in table.iter() {
            let name = name.get_ref();
            if let Some(table) = value.get_ref().as_table() {
                if let Some(context) = self.context(name) {
                    self.read_bindings(context, table);
                }
            } else {
                self.remark(
                    format!("{} stands before the first table", quoted(name)),
                    "put it into one, as [global]",
                );
            }
        }
    }

    fn read_bindings(&mut self, context: Context, table: &DeTable<'_>) {
        for (name, value) in table.iter() {
            self.read_binding(context, name.get_ref(), value.get_ref());
        }
    }

    fn read_binding(&mut self, context: Context, name: &str, value: &DeValue<'_>) {
        let keys = match parse_keys(name) {
            Ok(keys) => keys,
            Err(error) => return self.remark(error.reason, error.remedy),
        };
        let letter = keys.iter().position(|key| key.code == KeyCode::Letter);
        if letter.is_some_and(|at| at == 0 || at + 1 < keys.len()) {
            let reason = format!("{} has any letter at a place where it can't stand", quoted(name));
            return self.remark(reason, "it is the last of several keys, as in \"m letter\"");
        }
        let command = match value {
            DeValue::String(command) if command.is_empty() => None,
            DeValue::String(command) => match Command::named(command) {
                Some(command) => Some(command),
                None => return self.no_command(command),
            },
            other => {
                let reason = format!("the command of {} is {}", quoted(name), kind(other));
                return self.remark(reason, "a command is a name in quotes, as in \"down\"");
            }
        };
        if self.is_free(context, name, &keys, command.is_some()) {
            self.warn_of_typing(context, &keys, command);
            self.reading.rows.push(Row { line: self.line, context, keys, command });
        }
    }

    fn no_command(&mut self, name: &str) {
        let names = Command::ALL.iter().map(|command| command.name());
        let remedy = did_you_mean(name, names, "the palette lists all commands");
        self.remark(format!("no command is called {}", quoted(name)), remedy);
    }

    /// Whether an earlier line leaves these keys free; a remark where it doesn't. Keys that are taken away
    /// are at odds only with the same keys: `"g" = ""` may stand beside `"g x" = "top"`.
    fn is_free(&mut self, context: Context, name: &str, keys: &[Key], binds: bool) -> bool {
        let seen = self.seen.entry(context).or_default();
        let beginning = |length: usize| {
            let earlier = seen.get(&keys[..length]).filter(|earlier| earlier.binds && binds)?;
            Some((earlier.line, spell_keys(&keys[..length]), "begins these keys"))
        };
        let same = seen.get(keys).map(|earlier| (earlier.line, spell_keys(keys), "is the same"));
        let longer = || {
            seen.range::<[Key], _>((Bound::Excluded(keys), Bound::Unbounded))
                .take_while(|(longer, _)| longer.starts_with(keys))
                .find(|(_, earlier)| earlier.binds && binds)
                .map(|(longer, earlier)| (earlier.line, spell_keys(longer), "begins with these keys"))
        };
        if let Some((line, other, how)) = same.or_else(|| (1..keys.len()).find_map(beginning)).or_else(longer)
        {
            let reason =
                format!("{} is at odds with line {line}: {} there {how}", quoted(name), quoted(&other));
            self.remark(reason, format!("line {line} is used, this one isn't; keep one of the two"));
            return false;
        }
        seen.insert(keys.to_vec(), Seen { line: self.line, binds });
        true
    }

    /// Where text is typed, a key that types a character would be lost to the text.
    fn warn_of_typing(&mut self, context: Context, keys: &[Key], command: Option<Command>) {
        let types = keys.first().is_some_and(|key| key.typed().is_some());
        if types && command.is_some() && context.types() {
            let key = quoted(&spell_keys(&keys[..1]));
            let reason = format!("with this, {key} can't be typed in the {}", context.name());
            self.remark(reason, "keys with ctrl- or alt- leave the text alone");
        }
    }
}

/// What a value is that isn't a text.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
