//! The upkeep of a collection: files are found, read where they have changed, and put into the cache; whoever
//! shows the collection hears of it as it goes.
//!
//! A round goes over all files once. First the files that look other than they did are read, and what is in them
//! is shown and searched at once; then the lines that repeat are known, and the documents that have some are
//! read again without them. What comes out of it depends on the files alone, and not on the rounds before; but for the names,
//! of which the tagger learns from the collection now and then only (see [`study`]), so that one or the other may be taken
//! for a name in a document that came before this was learnt, and not in one that came after, or the other way round.

mod again;
mod cache;
mod follow;
mod holdings;
mod intake;
mod news;
mod roots;
mod round;
mod snapshot;
mod states;
mod stock;
mod study;
mod tagging;
mod walking;
mod watch;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::time::{Duration, Instant};

pub use holdings::Holdings;
pub use news::{News, Progress};

use crate::corpus::{DocId, Loader, Problem};
use crate::index::Place;
use crate::tag::Tagger;
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

/// What the upkeep is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// To look at all files again.
    Rescan,
    /// To see to this document before all others.
    Prefer(DocId),
    /// To look again because something has changed.
    Changed,
    /// To take what the person rules of who is who from the [`Holdings`].
    Ruled,
}

/// So long no file has to change before all are looked at, but not longer than the other.
const QUIET: Duration = Duration::from_millis(150);
const LONGEST: Duration = Duration::from_millis(1000);

/// Once so long nothing has changed, what isn't written down is.
const REST: Duration = Duration::from_secs(20);

/// After so long without work the tagger lets go of its model, which takes a while to unpack: whoever opens a document while the
/// collection is looked over needs it twice.
const PAUSE: Duration = Duration::from_millis(500);

/// The upkeep of a collection.
pub struct Upkeep {
    /// Reads the documents, and learns the lines that repeat.
    pub loader: Arc<Loader>,
    /// What is to be read.
    pub collection: Collection,
    /// Where the cache is; without one all is kept in memory.
    pub cache: Option<PathBuf>,
    /// Who finds the names. Without one, only those names are known that were found before.
    pub tagger: Option<Arc<dyn Tagger>>,
    /// A number for who finds the names: what another one found is found anew.
    pub tagged_by: u64,
    /// The threads that read and index.
    pub jobs: usize,
}

impl Upkeep {
    /// The upkeep of a collection of which nothing is kept.
    pub fn in_memory(loader: Arc<Loader>, collection: Collection) -> Self {
        Self { loader, collection, cache: None, tagger: None, tagged_by: 0, jobs: 2 }
    }

    /// Goes over the collection once, and tells `tell` of it as it goes, at last with [`Progress::done`]. Where
    /// another program keeps the collection up to date, this tells what that has put down so far.
    pub fn once(&self, holdings: &Holdings, tell: &dyn Fn(News)) {
        // Nobody gives orders: what another program keeps is looked at once.
        let taken = mpsc::channel().1;
        self.work(&taken, holdings, tell, &mut |keeping| {
            // Who only asks what is known needs no tagger that has learnt.
            if keeping.has_to_tag() {
                keeping.study();
            }
            while keeping.tag_some() {}
            true
        });
    }

    /// Keeps the collection up to date as long as somebody may give orders, and tells `tell` of it: goes over it once,
    /// then whenever something changes. Where another program does that already, this one follows it, and takes its
    /// place when it ends.
    pub fn run(&self, orders: (Sender<Order>, &Receiver<Order>), holdings: &Holdings, tell: &dyn Fn(News)) {
        let (sender, taken) = orders;
        self.work(taken, holdings, tell, &mut |keeping| {
            keeping.study();
            let sound = keeping.is_sound();
            if sound {
                self.stay(keeping, &sender, taken);
            }
            sound
        });
    }

    /// Opens the cache or follows who has it, goes over the collection once and then does what `then` does; begins anew
    /// with an empty cache where that says that it isn't sound.
    fn work(
        &self,
        orders: &Receiver<Order>,
        holdings: &Holdings,
        tell: &dyn Fn(News),
        then: &mut dyn FnMut(&mut Keeping<'_>) -> bool,
    ) {
        let trouble = |error: &io::Error| {
            let problem = Problem::new("reading the collection", error.to_string(), "");
            let progress = Progress { done: true, ..Progress::default() };
            tell(News { trouble: Some(problem), progress, ..News::default() });
        };
        // A pool of its own: what the person asks for must not stand behind a batch of files.
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.jobs)
            .thread_name(|number| format!("read-{number}"));
        let pool = match pool.build() {
            Ok(pool) => Arc::new(pool),
            Err(error) => return trouble(&io::Error::other(error)),
        };
        loop {
            match self.open() {
                Ok(Opened::Ours(cache, stock, said)) => {
                    let mut keeping =
                        Keeping::new(self, holdings, pool.clone(), (*cache, *stock, said), tell);
                    keeping.round();
                    if then(&mut keeping) {
                        return;
                    }
                    keeping.forsake();
                }
                Ok(Opened::Theirs(place)) => {
                    if !follow::follow(
                        (&place, &self.loader, &self.collection),
                        self.tagger.is_some(),
                        orders,
                        holdings,
                        tell,
                    ) {
                        return;
                    }
                }
                Err(error) => return trouble(&error),
            }
        }
    }

    /// Goes over the collection again whenever something has changed.
    fn stay(&self, keeping: &mut Keeping<'_>, sender: &Sender<Order>, orders: &Receiver<Order>) {
        let mut watched = roots::identities(&self.collection);
        let mut watcher = self.watch(keeping, sender);
        loop {
            // As long as there is something to tag, an order only comes between.
            let order = match orders.try_recv() {
                Err(TryRecvError::Empty) if keeping.tag_some() => continue,
                Err(TryRecvError::Empty) => {
                    keeping.rest();
                    self.idle(keeping, orders)
                }
                order => order.ok(),
            };
            let mut by_hand = match order {
                None => break,
                Some(Order::Prefer(id)) => {
                    keeping.prefer(id);
                    continue;
                }
                Some(Order::Ruled) => {
                    keeping.rule();
                    continue;
                }
                Some(order) => order == Order::Rescan,
            };
            // A burst of changes is seen to once it is over, or has gone on for long.
            let begun = Instant::now();
            while !by_hand && begun.elapsed() < LONGEST {
                match orders.recv_timeout(QUIET) {
                    Ok(Order::Prefer(id)) => keeping.prefer(id),
                    Ok(Order::Ruled) => keeping.rule(),
                    Ok(order) => by_hand = order == Order::Rescan,
                    Err(_) => break,
                }
            }
            let begun = Instant::now();
            keeping.round();
            // What is watched is the file or folder itself, and an editor may put another one in its place.
            let there = roots::identities(&self.collection);
            let others = there != watched;
            watched = there;
            if others && !keeping.roots.misses_some() {
                watcher = self.watch(keeping, sender);
                // What changed in it before it was watched nobody has told. The upkeep holds the other end itself.
                let _ = sender.send(Order::Changed);
            }
            if by_hand {
                let again = || "All files were looked at again".to_owned();
                keeping.say(keeping.roots.missed().unwrap_or_else(again));
            } else {
                // A collection that changes all the time doesn't keep a core busy all the time.
                std::thread::sleep(begun.elapsed());
            }
        }
        drop(watcher);
    }

    /// By what its documents are read, in words: what is cached was read by the same, or is made anew.
    pub fn reading(&self) -> String {
        format!("{} {}", env!("CARGO_PKG_VERSION"), self.loader.reading())
    }

    /// Waits for an order, and gives back and writes down meanwhile what it is time for.
    fn idle(&self, keeping: &mut Keeping<'_>, orders: &Receiver<Order>) -> Option<Order> {
        match orders.recv_timeout(PAUSE) {
            Err(RecvTimeoutError::Timeout) => keeping.sleep(),
            order => return order.ok(),
        }
        match orders.recv_timeout(REST) {
            Err(RecvTimeoutError::Timeout) => keeping.settle(),
            order => return order.ok(),
        }
        self.wait(keeping, orders)
    }

    /// Waits for an order. Whether a folder that has gone is there again the system doesn't tell, so that is looked at.
    fn wait(&self, keeping: &Keeping<'_>, orders: &Receiver<Order>) -> Option<Order> {
        while keeping.roots.misses_some() {
            match orders.recv_timeout(REST) {
                Err(RecvTimeoutError::Timeout) if keeping.roots.are_the_same(&self.collection) => {}
                Err(RecvTimeoutError::Timeout) => return Some(Order::Changed),
                order => return order.ok(),
            }
        }
        orders.recv().ok()
    }

    /// Watches the files; that they can't be watched is said.
    fn watch(&self, keeping: &mut Keeping<'_>, sender: &Sender<Order>) -> Option<impl Sized + use<>> {
        let Collection::Paths(paths) = &self.collection else { return None };
        match watch::watch(paths, sender.clone()) {
            Ok(watcher) => Some(watcher),
            Err(error) => {
                let reason = watch::reason(&error);
                keeping.say(format!("Changes aren't watched here ({reason}); look again by hand"));
                None
            }
        }
    }

    /// The cache on disk, or one in memory where there can't be one on disk.
    fn open(&self) -> io::Result<Opened> {
        let Collection::Paths(paths) = &self.collection else { return self.without_place(None) };
        let Some(folder) = &self.cache else { return self.without_place(None) };
        let place = Place::new(folder, paths);
        let reading = self.reading();
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
