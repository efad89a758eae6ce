//! Drawing: reads the model and changes nothing.

mod about;
mod bar;
mod beside;
mod cast;
mod characters;
mod concordance;
mod correcting;
mod depth;
mod editor;
mod entity;
mod facets;
mod fold;
mod follow;
mod guard;
mod help;
mod library;
mod look;
mod matrix;
mod notes;
mod outline;
mod paint;
mod people;
mod problems;
mod reader;
mod search;
mod searches;
mod theme;
mod timeline;
mod welcome;
mod who;

pub use look::Look;
pub use theme::Theme;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;

use crate::app::{App, Link, Overlay, Screen, begun_tag, layout};

/// Draws the whole screen; gives what on it leads to an address on the web.
pub fn draw(frame: &mut Frame<'_>, app: &App, look: &Look) -> Vec<Link> {
    let theme = look.theme(app.ground);
    let area = frame.area();
    let size = (area.width, area.height);
    let buffer = frame.buffer_mut();
    if size.0 < layout::SMALLEST.0 || size.1 < layout::SMALLEST.1 {
        if area.height > 0 {
            paint::put(buffer, area, "too small", theme.plain);
        }
        return Vec::new();
    }
    let mut links = Vec::new();
    let cursor = match app.screen() {
        Screen::Library => library::draw(buffer, app, theme),
        Screen::Reader => reader::draw(buffer, app, theme),
        Screen::Notes => notes::draw(buffer, app, theme),
        Screen::Problems => problems::draw(buffer, app, theme),
        Screen::Search => search::draw(buffer, app, theme),
        Screen::Entity => entity::draw(buffer, app, theme),
        Screen::People => people::draw(buffer, app, theme),
        Screen::Concordance => concordance::draw(buffer, app, theme),
        Screen::Timeline => timeline::draw(buffer, app, theme),
        Screen::Matrix => matrix::draw(buffer, app, theme),
    };
    let cursor = match &app.overlay {
        None => cursor,
        Some(Overlay::Commands(commands)) => help::draw(buffer, app, commands, theme),
        Some(Overlay::Who(who)) => who::draw(buffer, app, who, theme),
        Some(Overlay::About(about)) => {
            links = about::draw(buffer, app, about, theme);
            None
        }
        Some(Overlay::Outline(outline)) => outline::draw(buffer, app, outline, theme),
        Some(Overlay::Page(prompt)) => {
            bar::prompt(buffer, app, "go to page", prompt, &bar::ends(app, "go"), theme)
        }
        Some(Overlay::Searches(list)) => searches::draw(buffer, app, list, theme),
        Some(Overlay::Naming(naming)) => correcting::naming(buffer, app, naming, theme),
        Some(Overlay::Reach(reaching)) => correcting::reach(buffer, app, reaching, theme),
        Some(Overlay::Rename(prompt)) => {
            bar::prompt(buffer, app, "show as", prompt, &bar::ends(app, "keep"), theme)
        }
        Some(Overlay::SearchName(prompt)) => {
            let (label, word) = match app.search.overwrites(prompt.text().trim()) {
                true => ("that is another search: save over", "save over"),
                false => ("save as", "save"),
            };
            bar::prompt(buffer, app, label, prompt, &bar::ends(app, word), theme)
        }
        Some(Overlay::Percent(prompt)) => {
            bar::prompt(buffer, app, "go to %", prompt, &bar::ends(app, "go"), theme)
        }
        Some(Overlay::Colours(_)) => {
            bar::colours(buffer, app, theme);
            None
        }
        Some(Overlay::Tags(prompt, _)) => {
            let tags = app.tags_like(begun_tag(prompt.text()));
            // More than one for each column are never seen.
            let tags = tags.iter().take(usize::from(app.size.0));
            let more: String = tags.map(|tag| format!(" {tag}")).collect();
            let more = if more.is_empty() { bar::ends(app, "save") } else { format!("Tab{more}") };
            bar::above(buffer, app, theme);
            bar::prompt(buffer, app, "tags", prompt, &more, theme)
        }
        Some(Overlay::Elsewhere(prompt, editing)) => {
            editor::draw(buffer, app, editing, theme);
            bar::prompt(buffer, app, "write to", prompt, "a new file", theme)
        }
        Some(Overlay::Editor(editing)) => editor::draw(buffer, app, editing, theme),
    };
    follow::draw(buffer, app, theme);
    welcome::draw(buffer, app, theme);
    let buffer = frame.buffer_mut();
    let cursor = cursor.or_else(|| if look.is_plain() { attention(buffer, theme) } else { None });
    guard::guard(buffer);
    characters::reduce(buffer, look.characters);
    depth::reduce(buffer, look.depth);
    if let Some(position) = cursor.filter(|at| area.contains(*at)) {
        frame.set_cursor_position(position);
    }
    links
}

/// Where a person is who types nothing: the chosen row of a list, which is known by its looks so that no list has to
/// tell, else the lit words of a text, else the first row below the bar.
fn attention(buffer: &Buffer, theme: &Theme) -> CursorAt {
    let area = buffer.area;
    let mut chosen = ratatui::buffer::Cell::default();
    chosen.set_style(theme.plain.patch(theme.chosen));
    let is_chosen = |y: &u16| buffer.cell((area.x, *y)).is_some_and(|cell| cell.style() == chosen.style());
    let lit = || {
        let current = theme.plain.patch(theme.current);
        let is_lit = |cell: &ratatui::buffer::Cell| {
            cell.bg == current.bg.unwrap_or_default() && cell.modifier.contains(current.add_modifier)
        };
        let heard = theme.current != Style::default();
        let at = buffer.content.iter().skip(usize::from(area.width)).position(is_lit).filter(|_| heard)?;
        let at = at + usize::from(area.width);
        Some(Position::new((at % usize::from(area.width)) as u16, (at / usize::from(area.width)) as u16))
    };
    let rows = area.y + 1..area.bottom().saturating_sub(1);
    rows.clone().find(is_chosen).map(|y| Position::new(area.x, y)).or_else(lit).or_else(|| {
        let blank = |y: &u16| {
            (area.x..area.right()).all(|x| buffer.cell((x, *y)).is_none_or(|cell| cell.symbol() == " "))
        };
        rows.clone().find(|y| !blank(y)).map(|y| Position::new(area.x, y))
    })
}

/// Where the terminal's cursor belongs, if anywhere.
type CursorAt = Option<Position>;
