//! The commands: one table, from which the keymap, the help, the palette and the README's keys come.

/// Makes the enum and its tables out of one list, so that no command can lack a name or a help line.
macro_rules! commands {
    ($($(#[$group:meta])* $variant:ident = $name:literal, $help:literal;)*) => {
        /// Something that a person can tell ibid to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command { $(#[doc = $help] $variant,)* }

        impl Command {
            /// Every command, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in `keymap.toml` and in the palette.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it does, as the help says it.
            pub fn help(self) -> &'static str {
                match self { $(Self::$variant => $help,)* }
            }
        }
    };
}

commands! {
    Back = "back", "Go back; from the library, quit";
    Quit = "quit", "Quit, keeping the place";
    Help = "help", "Show the keys of where you are";
    Manual = "manual", "Open the manual, a document to read and search";
    Palette = "palette", "Find a command by name";
    Library = "library", "Go to the library";
    Notes = "notes", "List notes, highlights, bookmarks";
    Drafts = "drafts", "Go on with a note left unsaved";
    Problems = "problems", "List what couldn't be read, and why";
    Search = "search", "Search all documents";
    SearchThis = "search-this", "Search for the selection or the name here";
    Entity = "entity", "A name's page: who, when and with whom";
    People = "people", "List people, organisations, places";
    Timeline = "timeline", "Show documents or a name over time";
    Matrix = "matrix", "Show who appears with whom";
    Concordance = "concordance", "List every mention, line by line";
    Together = "together", "Search for this one and the chosen one together";
    Kind = "kind", "Only people, organisations or places, or all";
    Months = "months", "Timeline by month or by year";
    Finer = "finer", "By shorter periods: years, months, days";
    Coarser = "coarser", "By longer periods";
    Compare = "compare", "Lay another name over this one, on one scale";
    Dates = "dates", "Count dates named in texts too, or no more";
    Numbers = "numbers", "Show the numbers, or the picture again";
    Right = "right", "To the right";
    Left = "left", "To the left";
    Fold = "fold", "Fold this section, or unfold it";
    Merge = "merge", "This one and another name are one";
    Split = "split-off", "The chosen name is somebody else's";
    Rename = "rename", "Show this one under another name";
    SetKind = "change-kind", "To the next kind: person, organisation, place";
    Reject = "not-a-name", "This is no name";
    OnlyMention = "only-mention", "Correct only this mention";
    OnlyDocument = "only-document", "Correct the name in this document";
    Everywhere = "everywhere", "Correct the name in the whole collection";
    Searches = "searches", "List searches made and saved";
    SearchExact = "search-exact", "Search exactly these letters, or all forms again";
    SearchSave = "save-search", "Save this search under a name";
    Widen = "widen", "Take the last narrowing away";
    HistoryBack = "history-back", "Go back to the place before";
    HistoryForward = "history-forward", "Go forward again";
    Undo = "undo", "Undo the last change to notes or names";
    Redo = "redo", "Redo what was undone";
    Rescan = "rescan", "Look at all files again";
    Redraw = "redraw", "Draw the screen anew";
    Suspend = "suspend", "Suspend ibid; fg brings it back";
    Down = "down", "Down one line";
    Up = "up", "Up one line";
    HalfDown = "half-page-down", "Down half a page";
    HalfUp = "half-page-up", "Up half a page";
    PageDown = "page-down", "Down one page";
    PageUp = "page-up", "Up one page";
    Top = "top", "To the beginning";
    Bottom = "bottom", "To the end";
    Open = "open", "Open what is chosen";
    Find = "find", "Find titles, words in a document, or notes";
    SortNext = "sort", "Sort by the next of the orders";
    SortReverse = "sort-reverse", "Turn the order round";
    SortDate = "sort-date", "Sort by date, newest first";
    SortTitle = "sort-title", "Sort by title";
    SortSource = "sort-source", "Sort by source";
    SortLength = "sort-length", "Sort by length, longest first";
    TogglePreview = "toggle-preview", "Show or fold the preview";
    Wider = "side-wider", "Make the pane at the side wider";
    Narrower = "side-narrower", "Make the pane at the side narrower";
    ToggleCopies = "toggle-copies", "Show or fold copies of the same document";
    ToggleRead = "toggle-read", "Mark as read or unread";
    NextDocument = "next-document", "Open the next document of the list";
    PreviousDocument = "previous-document", "Open the previous document of the list";
    GoOn = "go-on", "Go on where you stopped last time";
    Repeat = "repeat", "Do the last command again";
    ToMiddle = "to-middle", "Put the match here in the middle";
    ToTop = "to-top", "Put the match here at the top";
    Percent = "go-to-percent", "Go to a percentage: 50% or % and a number";
    Next = "next", "Next match, result or mention";
    Previous = "previous", "Previous match, result or mention";
    NextMention = "next-mention", "Next mention of anyone or anything";
    PreviousMention = "previous-mention", "Previous mention of anyone or anything";
    Who = "who", "Show who or what this is";
    FocusNext = "focus-next", "Go to the other pane, or the next section";
    FocusPrevious = "focus-previous", "To the section before";
    ToggleCast = "toggle-cast", "Show or fold the cast";
    ToggleNotes = "toggle-notes", "Show notes beside the text, or the cast again";
    ToggleAside = "toggle-set-aside", "Show or fold what was set aside";
    About = "about", "Show what is known of this document";
    Outline = "outline", "List the headings of the document";
    GoToPage = "go-to-page", "Go to a page: 12# or # and a number";
    ToggleRaw = "toggle-raw", "Show the raw text or the reading text, here";
    Bookmark = "bookmark", "Bookmark this passage, or take it away";
    SetMark = "set-mark", "Mark this place; a capital letter is for all texts";
    GoToMark = "go-to-mark", "Go to the place marked with a letter";
    BeforeJump = "before-jump", "To the place before the last jump, and back";
    LastChange = "last-change", "To the note that was changed last";
    Note = "note", "Write a note on this passage, or what is here";
    NoteDocument = "note-on-document", "Write a note on the whole document";
    NoteExternal = "note-in-editor", "Write a note on this passage in $EDITOR";
    Select = "select", "Select a passage";
    SelectStart = "select-start", "Begin the selection here";
    SelectSwap = "select-other-end", "Go to the other end of the selection";
    SelectSentence = "select-sentence", "Select the sentence; again, one more";
    SelectParagraph = "select-paragraph", "Select the paragraph; again, one more";
    WordRight = "word-right", "One word on";
    WordLeft = "word-left", "One word back";
    CharRight = "char-right", "One letter on";
    CharLeft = "char-left", "One letter back";
    LineStart = "line-start", "To the beginning of the line";
    LineEnd = "line-end", "To the end of the line";
    ParagraphDown = "paragraph-down", "To the next paragraph";
    ParagraphUp = "paragraph-up", "To the previous paragraph";
    Highlight = "highlight", "Highlight the selection";
    Colour = "colour", "Highlight in a colour, or change the colour";
    Tag = "tag", "Tag what is here";
    NextNote = "next-note", "Next note, highlight or bookmark";
    PreviousNote = "previous-note", "Previous note, highlight or bookmark";
    Copy = "copy", "Copy what is here; a passage with its source";
    CopyAddress = "copy-address", "Copy the document's web address";
    CopyLink = "copy-path", "Copy the path of the document";
    FollowLink = "follow-link", "Go where the note's link leads";
    Attach = "attach", "Attach the note to other words of its document";
    Group = "group", "Group by document, tag, colour, day or name";
    ToggleElsewhere = "toggle-elsewhere", "Show or hide notes on documents that aren't here";
    Edit = "edit", "Edit the note";
    EditExternal = "edit-in-editor", "Edit the note in $EDITOR";
    Delete = "delete", "Delete what is chosen";
    Save = "save", "Save the note";
    SaveElsewhere = "write-elsewhere", "Write the text to a file, if it can't be saved";
    Accept = "accept", "Take what is chosen";
    Cancel = "cancel", "Leave without a change";
}

impl Command {
    /// The command of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.name() == name)
    }
}

/// Where keys have their meaning. Each place looks a key up in its own context first, then in those it
/// builds on; see [`Context::chain`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere but where text is typed.
    Global,
    /// Anything with a cursor that moves over lines.
    List,
    /// The list of documents.
    Library,
    /// The text of a document.
    Reader,
    /// The cast beside the text.
    Cast,
    /// The notes beside the text.
    Beside,
    /// Selecting a passage.
    Select,
    /// The list of bookmarks and notes.
    Notes,
    /// What a search found.
    Results,
    /// What a result can be narrowed by.
    Facets,
    /// The page of somebody or something.
    Entity,
    /// A cast of many documents.
    People,
    /// A concordance.
    Concordance,
    /// A timeline.
    Timeline,
    /// A matrix of names.
    Matrix,
    /// The list of searches.
    Searches,
    /// The question where a correction holds.
    Reach,
    /// A line that is typed: find, palette, filter.
    Prompt,
    /// The line in which a search is typed.
    Query,
    /// The editor of a note.
    Editor,
}

impl Context {
    /// Every context, in the order of `keymap.toml`.
    pub const ALL: &'static [Self] = &[
        Self::Global,
        Self::List,
        Self::Library,
        Self::Reader,
        Self::Cast,
        Self::Beside,
        Self::Select,
        Self::Notes,
        Self::Results,
        Self::Facets,
        Self::Entity,
        Self::People,
        Self::Concordance,
        Self::Timeline,
        Self::Matrix,
        Self::Searches,
        Self::Reach,
        Self::Prompt,
        Self::Query,
        Self::Editor,
    ];

    /// Its table in `keymap.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::List => "list",
            Self::Library => "library",
            Self::Reader => "reader",
            Self::Cast => "cast",
            Self::Beside => "beside",
            Self::Select => "select",
            Self::Notes => "notes",
            Self::Results => "results",
            Self::Facets => "facets",
            Self::Entity => "entity",
            Self::People => "people",
            Self::Concordance => "concordance",
            Self::Timeline => "timeline",
            Self::Matrix => "matrix",
            Self::Searches => "searches",
            Self::Reach => "reach",
            Self::Prompt => "prompt",
            Self::Query => "query",
            Self::Editor => "editor",
        }
    }

    /// Whether keys type there.
    pub fn types(self) -> bool {
        matches!(self, Self::Prompt | Self::Query | Self::Editor)
    }

    /// The contexts in which a key is looked up, the nearest first.
    pub fn chain(self) -> &'static [Self] {
        match self {
            Self::Global => &[Self::Global],
            Self::List => &[Self::List, Self::Global],
            Self::Library => &[Self::Library, Self::List, Self::Global],
            Self::Reader => &[Self::Reader, Self::List, Self::Global],
            Self::Cast => &[Self::Cast, Self::Reader, Self::List, Self::Global],
            Self::Beside => &[Self::Beside, Self::Reader, Self::List, Self::Global],
            Self::Select => &[Self::Select, Self::List, Self::Global],
            Self::Notes => &[Self::Notes, Self::List, Self::Global],
            Self::Results => &[Self::Results, Self::List, Self::Global],
            Self::Facets => &[Self::Facets, Self::Results, Self::List, Self::Global],
            Self::Entity => &[Self::Entity, Self::List, Self::Global],
            Self::People => &[Self::People, Self::List, Self::Global],
            Self::Concordance => &[Self::Concordance, Self::List, Self::Global],
            Self::Timeline => &[Self::Timeline, Self::List, Self::Global],
            Self::Matrix => &[Self::Matrix, Self::List, Self::Global],
            Self::Searches => &[Self::Searches, Self::List, Self::Global],
            Self::Reach => &[Self::Reach, Self::List, Self::Global],
            Self::Prompt => &[Self::Prompt],
            Self::Query => &[Self::Query, Self::Prompt],
            Self::Editor => &[Self::Editor],
        }
    }
}
