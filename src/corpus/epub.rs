//! Electronic books.
use super::Problem;
use super::draft::{Draft, Source};
pub(super) fn read(source: &Source<'_>) -> Result<Draft, Problem> {
    Err(Problem::new(source.name, "isn't read yet", ""))
}
