//! `ibid index`: brings what is cached of a collection up to date, ahead of time.

use std::io::Write;
use std::time::{Duration, Instant};

use super::arguments::Index;
use super::collection::{collection, keep_up};
use super::columns::count;
use super::tools::{Ending, Found, Tools};
use crate::corpus::Problem;
use crate::index::Place;
use crate::library::{Collection, News, Progress};

/// How often it is said how far all has come.
const OFTEN: Duration = Duration::from_secs(2);

/// Brings a collection up to date and says what it came to.
pub(super) fn index(arguments: &Index, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let collection = collection(&arguments.paths, tools)?;
    if let (Some(cache), Collection::Paths(paths)) = (&tools.cache, &collection) {
        Place::remember(cache, paths).map_err(|error| Problem::new("the cache", error.to_string(), ""))?;
    }
    let (mut upkeep, _leash) = tools.upkeep(collection, !arguments.no_names)?;
    upkeep.jobs = arguments.jobs.unwrap_or(upkeep.jobs);
    let begun = Instant::now();
    let mut told = begun;
    let mut last = Progress::default();
    let opened = keep_up(&upkeep, tools, &mut |news: &News| {
        last = news.progress;
        let nothing_left = last.done && last.to_tag == 0;
        if told.elapsed() >= OFTEN && !nothing_left {
            told = Instant::now();
            (tools.say)(&line(&news.progress));
        }
    });
    let seconds = begun.elapsed().as_secs_f64();
    let size = size(last.bytes_found);
    writeln!(out, "{}, {size}, {seconds:.1} s", count(opened.catalogue.len(), "document"))?;
    Ok(Found::any(true))
}

/// So many bytes, in a unit in which that isn't nothing.
fn size(bytes: u64) -> String {
    match bytes {
        0..100_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// How far all has come.
fn line(progress: &Progress) -> String {
    let left = progress.left.map(|left| format!(", {} s left", left.as_secs().max(1))).unwrap_or_default();
    let Progress { read, found, bytes_read, bytes_found, again, reread, tagged, to_tag, done, .. } = progress;
    match (done, again) {
        (true, _) => format!("names of {tagged} of {to_tag} documents{left}"),
        (false, 0) => {
            let (read_mb, found_mb) = (bytes_read / 1_000_000, bytes_found / 1_000_000);
            format!("{read} of {found} files, {read_mb} of {found_mb} MB{left}")
        }
        (false, _) => format!("{reread} of {again} documents cleaned of lines that repeat{left}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_collection_is_not_nothing() {
        let told = [0, 840, 34_000, 100_000, 12_345_678].map(size);
        assert_eq!(told, ["0.0 kB", "0.8 kB", "34.0 kB", "0.1 MB", "12.3 MB"]);
    }
}
