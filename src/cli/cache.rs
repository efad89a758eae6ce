//! `ibid cache`: how much is kept of which collections, and clearing it.

use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;

use super::arguments::Cache;
use super::collection::shown;
use super::row::print_object;
use super::tools::{Ending, Found, Tools};
use crate::corpus::Problem;
use crate::index::Place;
use crate::text::safe;

/// A collection in the cache. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Row {
    folder: String,
    paths: Vec<String>,
    bytes: u64,
}

/// Shows what is cached, or clears it.
pub(super) fn cache(arguments: &Cache, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let missing = || Problem::new("the cache directory", "isn't known", "set HOME or IBID_CACHE_DIR");
    let folder = tools.cache.as_deref().ok_or_else(missing)?;
    let io = |error: std::io::Error| Problem::new(folder.to_string_lossy(), error.to_string(), "");
    let mut places = Place::all(folder).map_err(io)?;
    if !arguments.paths.is_empty() {
        // A folder that is gone may still have something in the cache.
        let absolute =
            |path: &PathBuf| path.canonicalize().or_else(|_| std::path::absolute(path)).map_err(io);
        let paths = arguments.paths.iter().map(absolute).collect::<Result<Vec<_>, _>>()?;
        let wanted = Place::new(folder, &paths);
        places.retain(|(place, _)| *place == wanted);
    }
    let (mut total, mut well, mut cached) = (0, true, 0);
    for (place, paths) in &places {
        let bytes = place.size().map_err(io)?;
        if paths.is_none() && bytes == 0 {
            continue;
        }
        cached += 1;
        let paths: Vec<String> = paths.iter().flatten().map(|path| path.display().to_string()).collect();
        let named = if paths.is_empty() { place.folder().display().to_string() } else { paths.join(" ") };
        if arguments.clear {
            // Whoever has it open goes on with it, so it stays.
            match place.lock().map_err(io)? {
                Some(_lock) => place.clear().map_err(io)?,
                None => {
                    well = false;
                    (tools.tell)(Problem::new(named, "is open in another ibid", "close it there first"));
                    continue;
                }
            }
        }
        total += bytes;
        if arguments.json {
            print_object(&Row { folder: place.folder().display().to_string(), paths, bytes }, out)?;
        } else {
            writeln!(out, "{:>10}  {}", megabytes(bytes), safe::line(&named))?;
        }
    }
    // Of a collection that was named and isn't cached there is nothing to show or clear.
    let found = cached > 0 || arguments.paths.is_empty();
    if !arguments.json && found {
        let done = if arguments.clear { "cleared" } else { "in all" };
        writeln!(out, "{:>10}  {done}, in {}", megabytes(total), safe::line(&folder.to_string_lossy()))?;
    }
    if !found {
        let named: Vec<String> = arguments.paths.iter().map(|path| shown(path)).collect();
        (tools.say)(&format!("nothing is cached of {}; ibid cache names what is", named.join(" ")));
    }
    Ok(if well { Found::any(found) } else { Found::Trouble })
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
