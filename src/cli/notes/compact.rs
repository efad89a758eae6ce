//! `ibid notes compact`: writes this machine's journals anew with only what counts.

use std::io::Write;

use super::super::collection::shown;
use super::super::columns::count;
use super::super::tools::{Ending, Found, Tools};
use crate::text::safe;

/// Compacts the journals, and says what came of it.
pub(super) fn compact(tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let compacted = (tools.compact)()?;
    for journal in &compacted {
        let (path, old) = (shown(&journal.path), shown(&journal.old));
        let lines = format!("{} of {}", journal.lines.1, count(journal.lines.0, "line"));
        let kilobytes = |bytes: u64| bytes.div_ceil(1024);
        let sizes = format!("{} of {} KiB", kilobytes(journal.bytes.1), kilobytes(journal.bytes.0));
        let line = format!("{path}: {lines} kept, {sizes}; as it was: {old}");
        writeln!(out, "{}", safe::line(&line))?;
    }
    if compacted.is_empty() {
        (tools.say)("there is nothing to leave out");
    }
    Ok(Found::any(!compacted.is_empty()))
}
