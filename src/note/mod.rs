//! Bookmarks, highlights and notes: anchors, items, the journal.
