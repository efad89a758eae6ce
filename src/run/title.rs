//! The title of the terminal's window: kept by the terminal while ibid has its own there, and given back.

/// Has the terminal keep its title (XTWINOPS of xterm, 22 with 2: the window's).
pub(super) const KEEP: &str = "\x1b[22;2t";

/// Has it take that title again.
pub(super) const GIVE_BACK: &str = "\x1b[23;2t";

/// Knows what the window is called, and how it gets another name.
#[derive(Default)]
pub(super) struct Title {
    shown: Option<String>,
}

impl Title {
    /// The bytes that call the window so (OSC 2); none where it is called so already. What is given is one safe line.
    pub(super) fn call(&mut self, title: &str) -> Option<String> {
        if self.shown.as_deref() == Some(title) {
            return None;
        }
        self.shown = Some(title.to_owned());
        Some(format!("\x1b]2;{title}\x1b\\"))
    }

    /// Forgets what the window is called: another program had it.
    pub(super) fn forget(&mut self) {
        self.shown = None;
    }
}
