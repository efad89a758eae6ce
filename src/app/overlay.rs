//! What lies over a screen for a while: the help and the palette, who this is, a number, the editor.

use super::editing::{Editing, Target};
use super::in_shell::in_shell;
use super::notes::ranked;
use super::{
    About, App, Command, Context, Cursor, Motion, Naming, OUTLINE, Outline, Pane, Prompt, Reaching, SEARCHES,
    Screen, SearchList, layout,
};
use crate::tag::Cast;
use crate::text::Span;

/// What lies over a screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The help or the palette.
    Commands(Commands),
    /// Who or what a name is.
    Who(Who),
    /// What is known of a document.
    About(About),
    /// The headings of the open document.
    Outline(Outline),
    /// A percentage to go to.
    Percent(Prompt),
    /// A page to go to.
    Page(Prompt),
    /// The searches that were made and saved.
    Searches(SearchList),
    /// The name under which a search is saved.
    SearchName(Prompt),
    /// The name of somebody else: one with that of the page, or to be laid over those of a timeline.
    Naming(Box<Naming>),
    /// Where a correction is to hold.
    Reach(Box<Reaching>),
    /// Another name for whoever the page is of.
    Rename(Prompt),
    /// In what colour to highlight.
    Colours(Box<Target>),
    /// The tags of an item.
    Tags(Prompt, Box<Target>),
    /// The editor of a note.
    Editor(Box<Editing>),
    /// Where to write the text of the editor, which can't be saved.
    Elsewhere(Prompt, Box<Editing>),
}

impl Overlay {
    /// Whether it is a line that is typed, without a list.
    pub(super) fn is_line(&self) -> bool {
        matches!(
            self,
            Self::Percent(_)
                | Self::Page(_)
                | Self::SearchName(_)
                | Self::Rename(_)
                | Self::Tags(..)
                | Self::Elsewhere(..)
        )
    }
}

/// A line of the help or the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommandRow {
    /// The command.
    pub command: Command,
    /// Where its keys are from; in the palette, where it works.
    pub context: Context,
}

/// The help, which lists the keys of where the person is, or the palette, which finds any command.
#[derive(Clone, Debug)]
pub struct Commands {
    /// Whether it is the palette.
    pub palette: bool,
    /// The place that it was opened over.
    pub over: Context,
    /// What is searched for.
    pub prompt: Prompt,
    /// Whether it is being typed.
    pub typing: bool,
    /// The commands in the list.
    pub rows: Vec<CommandRow>,
    /// The cursor over them.
    pub cursor: Cursor,
}

impl Commands {
    /// The number of the line that was typed in the palette instead of a command.
    pub fn line(&self) -> Option<u32> {
        self.prompt.text().trim().parse().ok().filter(|_| self.palette)
    }

    /// What does it in a shell, where no command here does what is looked for.
    pub fn in_shell(&self) -> Option<&'static str> {
        in_shell(self.prompt.text()).filter(|_| self.palette && self.rows.is_empty())
    }

    /// Rows below the list in a box of that width: one for the whole of what the chosen command does, where the list has to
    /// cut it.
    pub fn below(&self, width: u16) -> u16 {
        u16::from(self.palette || width < COMMANDS.0)
    }
}

/// Whether somebody who looks for keys and types these means those with that label, or a sequence that begins so.
fn are_typed(label: &str, typed: &str) -> bool {
    let behind = label.strip_prefix(typed);
    behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(' '))
        || (typed.chars().nth(1).is_some() && label.eq_ignore_ascii_case(typed))
}

/// The command that hands which know vim or less mean by a letter or two, or that is called so in the shell.
fn abbreviated(typed: &str) -> Option<Command> {
    Some(match typed {
        "q" | "q!" | "qa" | "qa!" | "wq" | "x" => Command::Quit,
        "h" => Command::Help,
        "n" => Command::NextDocument,
        "p" => Command::PreviousDocument,
        "kwic" => Command::Concordance,
        _ => return None,
    })
}

/// Who or what a name is, as far as the open document says.
#[derive(Clone, Debug)]
pub struct Who {
    /// The number of the entity in the cast.
    pub entity: usize,
    /// Its mentions, in order.
    pub mentions: Vec<Span>,
    /// The cursor over them.
    pub cursor: Cursor,
}

impl Who {
    /// The card of that entity of a cast, the cursor on the first mention that begins at `here` or behind it, round the end.
    fn of(entity: usize, cast: &Cast, here: u32) -> Option<Self> {
        let mentions = cast.entities.get(entity)?.mentions.iter();
        let mentions: Vec<Span> = mentions.map(|&mention| cast.mentions[mention as usize].span).collect();
        let at = mentions.partition_point(|span| span.start < here) % mentions.len().max(1);
        Some(Self { entity, mentions, cursor: Cursor { at, top: 0 } })
    }

    /// The same card where the entity has another number, and perhaps other mentions, in a new cast.
    pub(super) fn renumbered(self, entity: usize, cast: &Cast) -> Self {
        let here = self.mentions.get(self.cursor.at).map_or(0, |span| span.start);
        Self::of(entity, cast, here).unwrap_or(self)
    }
}

/// Columns and rows of the card of an entity.
pub const WHO: (u16, u16) = (76, 20);

/// Rows of the card that are not passages: its frame, what it is, names used, roles, a heading.
pub const WHO_HEAD: u16 = 6;

/// Commands that the palette remembers.
const REMEMBERED_COMMANDS: usize = 8;

/// Columns and rows of the help and the palette.
pub const COMMANDS: (u16, u16) = (80, 40);

impl App {
    /// Rows of the overlay's list in sight.
    pub(super) fn overlay_height(&self) -> usize {
        let rows = match &self.overlay {
            Some(Overlay::Commands(commands)) => {
                let area = layout::overlay(self.room(), COMMANDS.0, COMMANDS.1);
                area.height.saturating_sub(3 + commands.below(area.width))
            }
            Some(Overlay::Outline(_)) => {
                layout::overlay(self.room(), OUTLINE.0, OUTLINE.1).height.saturating_sub(3)
            }
            Some(Overlay::Searches(_)) => {
                layout::overlay(self.room(), SEARCHES.0, SEARCHES.1).height.saturating_sub(3)
            }
            Some(Overlay::Who(_)) => {
                layout::overlay(self.room(), WHO.0, WHO.1).height.saturating_sub(WHO_HEAD)
            }
            _ => 0,
        };
        usize::from(rows)
    }

    /// Opens the help for where the person is, or the palette.
    pub(super) fn show_commands(&mut self, palette: bool) {
        let over = self.place_context();
        let mut commands = Commands {
            palette,
            over,
            prompt: Prompt::default(),
            typing: palette,
            rows: Vec::new(),
            cursor: Cursor::default(),
        };
        commands.rows = self.command_rows(&commands);
        self.overlay = Some(Overlay::Commands(commands));
    }

    /// The lines of the help or the palette, those that match what was typed, the best first.
    fn command_rows(&self, commands: &Commands) -> Vec<CommandRow> {
        if commands.line().is_some() {
            return Vec::new();
        }
        let rows: Vec<CommandRow> = if commands.palette {
            Command::ALL.iter().map(|&command| CommandRow { command, context: commands.over }).collect()
        } else {
            let rows = self.keymap.help_rows(commands.over);
            rows.into_iter().map(|row| CommandRow { command: row.command, context: row.context }).collect()
        };
        let typed = commands.prompt.text().trim();
        if typed.is_empty() {
            return self.used_first(rows, commands.palette);
        }
        let help = self.keymap.help_rows(commands.over);
        let keyed = |row: &CommandRow| {
            let own = help.iter().filter(|help| help.command == row.command);
            let mut own = own.filter(|help| commands.palette || help.context == row.context);
            own.any(|help| help.keys.split(", ").any(|keys| are_typed(keys, typed)))
        };
        let meant = abbreviated(typed).filter(|_| commands.palette);
        let (mut first, rest): (Vec<CommandRow>, Vec<CommandRow>) =
            rows.into_iter().partition(|row| meant == Some(row.command) || keyed(row));
        first.sort_by_key(|row| meant != Some(row.command));
        let text = |row: &CommandRow| format!("{} {}", row.command.name(), row.command.help());
        // Letters that are strewn over a line count only where no line has the words.
        let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
        let (told, strewn): (Vec<CommandRow>, Vec<CommandRow>) = rest.into_iter().partition(|row| {
            let text = text(row).to_lowercase();
            words.iter().all(|word| text.contains(word.as_str()))
        });
        let is_elsewhere = commands.palette && in_shell(typed).is_some();
        let meant = if told.is_empty() && !is_elsewhere { strewn } else { told };
        first.extend(ranked(meant, typed, text));
        first
    }

    /// The lines with those commands first that were taken from the palette last.
    fn used_first(&self, mut rows: Vec<CommandRow>, palette: bool) -> Vec<CommandRow> {
        if palette {
            let used = |row: &CommandRow| self.chosen_before.iter().position(|used| *used == row.command);
            rows.sort_by_key(|row| used(row).unwrap_or(usize::MAX));
        }
        rows
    }

    /// The command that was chosen in the palette is done, and remembered.
    fn choose_command(&mut self, command: Command) {
        self.chosen_before.retain(|used| *used != command);
        self.chosen_before.insert(0, command);
        self.chosen_before.truncate(REMEMBERED_COMMANDS);
        self.run(command, None);
    }

    /// What is typed in the help or the palette has changed.
    pub(super) fn commands_typed(&mut self) {
        let Some(Overlay::Commands(commands)) = &self.overlay else { return };
        let rows = self.command_rows(commands);
        if let Some(Overlay::Commands(commands)) = &mut self.overlay {
            commands.rows = rows;
            commands.cursor = Cursor::default();
        }
    }

    /// Shows who or what the chosen entity, or the mention that the person is at, is.
    pub(super) fn who(&mut self) {
        let Some(reader) = &self.reader else { return };
        let from_cast = (reader.pane == Pane::Cast).then(|| reader.chosen_entity()).flatten();
        let from_text = || reader.mention_here().zip(reader.cast.as_ref());
        let entity = from_cast.or_else(|| {
            from_text().and_then(|(mention, cast)| {
                cast.entity_of.get(mention).copied().map(|entity| entity as usize)
            })
        });
        let (Some(number), Some(cast)) = (entity, reader.cast.clone()) else {
            self.say("No name is in sight");
            return;
        };
        // The cursor starts on the mention that the person is at.
        let here = reader.current.map_or(0, |span| span.start);
        self.overlay = Who::of(number, &cast, here).map(Overlay::Who);
        self.keep_cursors();
    }

    /// The commands of an overlay; those that it doesn't know do nothing while it is open.
    pub(super) fn overlay_command(&mut self, command: Command, count: Option<u32>) {
        let motion = Motion::of(command, count);
        let height = self.overlay_height();
        match (&mut self.overlay, command) {
            (Some(Overlay::Editor(_)), _) => self.editor_command(command),
            (Some(Overlay::Tags(..)), Command::Down) => self.complete_tag(),
            (Some(Overlay::Tags(prompt, target)), Command::Accept) => {
                let (typed, target) = (prompt.text().to_owned(), (**target).clone());
                self.overlay = None;
                self.tags_typed(&typed, target);
            }
            (Some(Overlay::Elsewhere(..)), Command::Accept) => self.leave_elsewhere(true),
            (Some(Overlay::Elsewhere(..)), _) => self.leave_elsewhere(false),
            (Some(Overlay::Outline(_)), _) => self.outline_command(command, count),
            (Some(Overlay::Searches(_)), _) => self.searches_command(command, count),
            (Some(Overlay::Reach(_)), _) => self.reach_command(command, count),
            (Some(Overlay::Commands(commands)), Command::Cancel) if commands.typing && !commands.palette => {
                commands.typing = false;
                commands.prompt = Prompt::default();
                self.commands_typed();
            }
            (_, Command::Back | Command::Cancel | Command::Help) => self.overlay = None,
            (Some(Overlay::Commands(commands)), Command::Open | Command::Accept) => {
                let chosen = commands.rows.get(commands.cursor.at).map(|row| row.command);
                let (palette, line) = (commands.palette, commands.line());
                let in_shell = commands.in_shell();
                self.overlay = None;
                match (line, chosen) {
                    (Some(line), _) => self.run(Command::Bottom, Some(line)),
                    (None, Some(command)) if palette => self.choose_command(command),
                    (None, Some(command)) => self.run(command, None),
                    // What does it in a shell stays there to be read and typed.
                    (None, None) => in_shell.into_iter().for_each(|says| self.say(says)),
                }
            }
            (Some(Overlay::Commands(_)), Command::Manual) => {
                self.overlay = None;
                self.open_manual();
            }
            (Some(Overlay::Commands(commands)), Command::Find) => commands.typing = true,
            (Some(Overlay::Commands(commands)), _) => {
                if let Some(motion) = motion {
                    commands.cursor.go(motion, commands.rows.len(), height);
                }
            }
            (Some(Overlay::Who(who)), Command::Open | Command::Accept | Command::Who | Command::Entity) => {
                let (entity, chosen) = (who.entity, who.mentions.get(who.cursor.at).copied());
                self.overlay = None;
                if let (Some(span), Screen::Reader) = (chosen, self.screen()) {
                    self.remember_place();
                    if let Some(reader) = &mut self.reader {
                        reader.lit = super::Lit::Entity(entity);
                        reader.pane = Pane::Text;
                        reader.go_to(span);
                    }
                }
            }
            (Some(Overlay::Who(who)), Command::Next | Command::NextMention) => {
                who.cursor.go(Motion::Lines(1), who.mentions.len(), height);
            }
            (Some(Overlay::Who(who)), Command::Previous | Command::PreviousMention) => {
                who.cursor.go(Motion::Lines(-1), who.mentions.len(), height);
            }
            (Some(Overlay::Who(who)), Command::Note) => {
                let number = who.entity;
                self.overlay = None;
                self.begin_note_on_name(number);
            }
            (Some(Overlay::Who(who)), _) => match motion {
                Some(motion) => who.cursor.go(motion, who.mentions.len(), height),
                None => {
                    let close = self.key_for(Command::Back);
                    self.say(format!("“{}” does nothing on this card; {close} closes it", command.help()));
                }
            },
            (Some(Overlay::About(_)), Command::About | Command::Open | Command::Accept) => {
                self.overlay = None
            }
            (Some(Overlay::About(about)), _) => {
                let lines = motion.map(|motion| {
                    motion.lines(height).unwrap_or(match motion {
                        Motion::Top => isize::MIN / 2,
                        Motion::Line(number) => number.saturating_sub(1 + about.top) as isize,
                        _ => isize::MAX / 2,
                    })
                });
                let last = about.facts.len().saturating_sub(1);
                about.top = about.top.saturating_add_signed(lines.unwrap_or(0)).min(last);
            }
            (Some(Overlay::Page(prompt)), Command::Accept) => {
                let typed = prompt.text().trim().to_owned();
                self.overlay = None;
                self.go_to_page(&typed);
            }
            (Some(Overlay::Percent(prompt)), Command::Accept) => {
                let typed = prompt.text().trim().trim_end_matches('%').parse();
                self.overlay = None;
                match typed {
                    Ok(percent) => self.go_to_percent(percent),
                    Err(_) => self.warn("A percentage is a number from 0 to 100"),
                }
            }
            (Some(Overlay::SearchName(prompt)), Command::Accept) => {
                let name = prompt.text().trim().to_owned();
                self.overlay = None;
                self.save_search(&name);
            }
            (Some(Overlay::Naming(_)), _) => self.naming_command(command),
            (Some(Overlay::Rename(prompt)), Command::Accept) => {
                let typed = prompt.text().trim().to_owned();
                self.overlay = None;
                self.rename(&typed);
            }
            _ => {}
        }
    }
}
