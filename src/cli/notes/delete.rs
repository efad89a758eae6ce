//! `ibid notes delete`: deletes notes, all together or none.

use std::io::Write;

use super::super::columns::count;
use super::super::tools::{Ending, Found, Tools, answer};
use super::arguments::Delete;
use super::seek::one;
use crate::app::Edit;
use crate::corpus::Problem;

/// Deletes the notes of these ids.
pub(super) fn delete(arguments: &Delete, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let (store, whole) = (tools.journal)();
    let ids = arguments.ids.iter().map(|id| Ok(one(&store, id)?.id.clone()));
    let mut ids = ids.collect::<Result<Vec<_>, Problem>>()?;
    ids.sort();
    ids.dedup();
    let deleted = ids.len();
    (tools.save)(ids.into_iter().map(Edit::Delete).collect())?;
    answer(out, "they are deleted", |out| writeln!(out, "{} deleted", count(deleted, "note")))?;
    Ok(Found::Something.of_all(whole))
}
