//! Doing effects: workers, the journal, the terminal, signals, and the loop that joins them to the model.

mod answers;
mod check;
mod clipboard;
mod completing;
mod crashes;
mod drafts;
mod external;
mod folders;
mod frame;
mod inline;
mod input;
mod installation;
mod keeper;
mod knowing;
mod looping;
mod noticing;
mod orphan;
mod perform;
mod screen;
mod search_book;
mod searching;
mod sessions;
mod signals;
mod slot;
mod telling;
mod title;
mod wire;
mod workers;

pub use check::check;
pub use clipboard::clipboard_way;
pub use crashes::crash_reports;
pub use folders::{cache_folder, config_folder, state_folder};
pub use inline::Inline;
pub use keeper::{Clock, Keeper, Numbers};
pub use looping::{Manners, event_loop};
pub use sessions::{is_untouched, last_session};
