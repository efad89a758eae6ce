//! The help and the palette: commands with their keys and what they do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{behind, below, fill, frame, put, put_right, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Command, Commands, Context, heading, layout};

/// Columns for the keys.
const KEYS: u16 = 25;

/// Columns for the names of commands in the palette.
const NAMES: u16 = 20;

pub(super) fn draw(buffer: &mut Buffer, app: &App, commands: &Commands, theme: &Theme) -> CursorAt {
    let (wide, high) = crate::app::COMMANDS;
    let area = layout::overlay(app.room(), wide, high);
    let title = if commands.palette {
        "Commands".to_owned()
    } else {
        format!("Keys: {}", heading(commands.over).to_lowercase())
    };
    let inside = frame(buffer, area, &title, theme);
    let line = behind(row(inside, 0), 1);
    let mut cursor = None;
    if commands.typing || !commands.prompt.text().is_empty() {
        cursor = bar::typed(buffer, line, "find", &commands.prompt, theme).filter(|_| commands.typing);
    } else {
        let key = |command| app.key_for(command);
        let (find, back) = (key(Command::Find), key(Command::Back));
        put(
            buffer,
            line,
            &format!("{find} finds, {} does it, {back} closes", key(Command::Open)),
            theme.faint,
        );
    }
    let list = below(inside, 1);
    let rows = list.height.saturating_sub(commands.below(area.width));
    let (list, foot) = (Rect { height: rows, ..list }, below(list, rows));
    if let Some(chosen) = commands.rows.get(commands.cursor.at) {
        put(buffer, behind(foot, 1), chosen.command.help(), theme.plain);
    }
    if commands.rows.is_empty() {
        let says = match commands.line() {
            Some(line) => format!(
                "{} goes to line {line}",
                app.keymap.keys_of(Context::Prompt, Command::Accept).join(", ")
            ),
            None => commands.in_shell().unwrap_or("No command matches").to_owned(),
        };
        put(buffer, behind(list, 1), &says, theme.faint);
    }
    let help = app.keymap.help_rows(commands.over);
    for at in 0..usize::from(list.height) {
        let Some(listed) = commands.rows.get(commands.cursor.top + at) else { break };
        let line = row(list, at);
        let chosen = commands.cursor.top + at == commands.cursor.at;
        let base = if chosen { theme.chosen } else { theme.plain };
        if chosen {
            fill(buffer, line, base);
        }
        let here = |row: &&crate::app::HelpRow| {
            row.command == listed.command && (commands.palette || row.context == listed.context)
        };
        let mut keys = help.iter().find(here).map_or(String::new(), |row| row.keys.clone());
        if keys.is_empty() {
            keys = elsewhere(app, listed.command);
        }
        let column = Rect { width: KEYS.min(line.width), ..behind(line, 1) };
        put(buffer, Rect { width: column.width.saturating_sub(2), ..column }, &keys, base.patch(theme.key));
        let text = behind(line, KEYS);
        if commands.palette {
            put(buffer, Rect { width: NAMES.min(text.width), ..text }, listed.command.name(), base);
            put(buffer, behind(text, NAMES), listed.command.help(), base.patch(theme.faint));
        } else {
            let taken = put(buffer, text, listed.command.help(), base);
            // The first line of each place says which it is.
            let number = commands.cursor.top + at;
            let before = number.checked_sub(1).and_then(|before| commands.rows.get(before));
            if before.is_none_or(|before| before.context != listed.context) {
                put_right(
                    buffer,
                    behind(text, taken + 2),
                    &heading(listed.context).to_lowercase(),
                    base.patch(theme.faint),
                );
            }
        }
    }
    cursor
}

/// The key of a command that has none here, with the place where it has one.
fn elsewhere(app: &App, command: Command) -> String {
    let keys = |context: &Context| {
        app.keymap.keys_of(*context, command).into_iter().next().map(|key| (*context, key))
    };
    let found = Context::ALL.iter().find_map(keys);
    found.map_or(String::new(), |(context, key)| format!("{key} ({})", context.name()))
}
