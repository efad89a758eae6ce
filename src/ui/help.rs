//! The help and the palette: commands with their keys and what they do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{behind, below, fill, frame, put, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Command, Commands, Context, heading, layout};

/// Columns for the keys.
const KEYS: u16 = 22;

pub(super) fn draw(buffer: &mut Buffer, app: &App, commands: &Commands, theme: &Theme) -> CursorAt {
    let (wide, high) = crate::app::COMMANDS;
    let area = layout::overlay(app.size, wide, high);
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
        put(buffer, line, "/ finds, Enter does it, q closes", theme.faint);
    }
    let list = below(inside, 1);
    if commands.rows.is_empty() {
        put(buffer, behind(list, 1), "No command matches", theme.faint);
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
            let taken = put(buffer, text, listed.command.name(), base);
            put(buffer, behind(text, taken + 2), listed.command.help(), base.patch(theme.faint));
        } else {
            put(buffer, text, listed.command.help(), base);
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
