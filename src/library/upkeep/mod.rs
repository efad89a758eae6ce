//! The upkeep of a collection: files are found, read where they have changed, and put into the cache; whoever
//! shows the collection hears of it as it goes.
//!
//! A round goes over all files once. First the files that look other than they did are read, and what is in them
//! is shown and searched at once; then the lines that repeat are known, and the documents that have some are
//! read again without them. What comes out of it depends on the files alone, and not on the rounds before.

mod again;
mod cache;
mod intake;
mod news;
mod round;
mod stock;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

pub use news::{News, Progress};

use crate::corpus::{Loader, Problem};
use crate::index::Place;
use cache::{Cache, Opened};
use round::Keeping;

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Collection {
    /// What is built into the program.
    Bundled,
    /// Folders and files.
    Paths(Vec<PathBuf>),
}

/// The upkeep of a collection.
pub struct Upkeep {
    /// Reads the documents, and learns the lines that repeat.
    pub loader: Arc<Loader>,
    /// What is to be read.
    pub collection: Collection,
    /// Where the cache is; without one all is kept in memory.
    pub cache: Option<PathBuf>,
    /// The threads that read and index.
    pub jobs: usize,
}

impl Upkeep {
    /// The upkeep of a collection of which nothing is kept.
    pub fn in_memory(loader: Arc<Loader>, collection: Collection) -> Self {
        Self { loader, collection, cache: None, jobs: 2 }
    }

    /// Goes over the collection once, and tells `tell` of it as it goes, at last with [`Progress::done`].
    pub fn once(&self, tell: &dyn Fn(News)) {
        let trouble = |what: &str, error: &io::Error| {
            let problem = Problem::new(what, error.to_string(), "");
            let progress = Progress { done: true, ..Progress::default() };
            tell(News { trouble: Some(problem), progress, ..News::default() });
        };
        // A pool of its own: what the person asks for must not stand behind a batch of files.
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.jobs)
            .thread_name(|number| format!("read-{number}"));
        let pool = match pool.build() {
            Ok(pool) => pool,
            Err(error) => return trouble("reading the collection", &io::Error::other(error)),
        };
        let opened = match self.open() {
            Ok(opened) => opened,
            Err(error) => return trouble("reading the collection", &error),
        };
        let Opened::Ours(cache, stock, said) = opened else { return };
        let mut keeping = Keeping::new(&self.loader, pool, *cache, *stock, tell);
        keeping.begin(said);
        keeping.round(&self.collection);
    }

    /// The cache on disk, or one in memory where there can't be one on disk.
    fn open(&self) -> io::Result<Opened> {
        let Collection::Paths(paths) = &self.collection else { return self.without_place(None) };
        let Some(folder) = &self.cache else { return self.without_place(None) };
        let place = Place::new(folder, paths);
        let reading = format!("{} {}", env!("CARGO_PKG_VERSION"), self.loader.reading());
        match Cache::open(&place, &reading, paths, self.jobs) {
            Ok(opened) => Ok(opened),
            Err(error) => {
                let why = format!("Nothing can be cached in {}: {error}", place.folder().display());
                self.without_place(Some(why))
            }
        }
    }

    fn without_place(&self, said: Option<String>) -> io::Result<Opened> {
        Ok(Opened::Ours(Box::new(Cache::in_memory(self.jobs)?), Box::default(), said))
    }
}

#[cfg(test)]
mod tests;
