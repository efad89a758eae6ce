//! Following a collection that another program keeps up to date.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant, SystemTime};

use super::cache::{extent, open_index, restore, told};
use super::snapshot::Restored;
use super::stock::Stock;
use super::{Collection, Holdings, News, Order, Progress};
use crate::corpus::{self, Loader, Problem, Step};
use crate::index::names::{self, NameLog, Names};
use crate::index::{Extent, Ledger, Place, Stamp, TextIndex};

/// How often is looked whether the other program has written something or has ended.
const OFTEN: Duration = Duration::from_millis(500);

/// How long who looks only once waits for the other program to put down something, or to take in what has changed.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is followed: the full text, the ledger, and what is known from it.
struct Followed {
    index: TextIndex,
    extent: Extent,
    ledger: Ledger,
    stock: Stock,
    log: NameLog,
    names: Names,
    /// How often the files were looked at.
    rounds: u32,
}

impl Followed {
    fn open(place: &Place, holdings: &Holdings) -> io::Result<Self> {
        let (index, extent) = open_index(&place.text())?;
        let ledger = Ledger::open(&place.ledger(extent.generation), extent.len, false)?;
        // What is wrong with it is seen to by whoever writes it.
        let (Restored { mut stock, len, .. }, _) = restore(place, extent, &ledger);
        ledger.read(len, &mut |record| stock.take(record))?;
        holdings.take_text(index.reader().map_err(told)?);
        // What is wrong with the names is seen to by whoever writes them.
        let (log, names, _) = NameLog::open_with(Some(&place.names()), holdings.rules(), false);
        holdings.take_names(Arc::new(names.clone()));
        Ok(Self { index, extent, ledger, stock, log, names, rounds: 0 })
    }

    /// Reads what was written since; whether there was anything.
    fn go_on(&mut self, place: &Place, holdings: &Holdings) -> io::Result<bool> {
        let extent = extent(&self.index)?;
        let (news, _) = self.log.refresh();
        let named = self.take_names(news, holdings);
        if extent == self.extent {
            return Ok(named);
        }
        if extent.generation != self.extent.generation {
            let gone = self.stock.take_all();
            *self = Self::open(place, holdings)?;
            self.stock.gone.extend(gone.into_iter().filter(|id| self.stock.catalogue.get(*id).is_none()));
            return Ok(true);
        }
        self.ledger.follow(extent.len);
        let stock = &mut self.stock;
        self.ledger.read(self.extent.len, &mut |record| stock.take(record))?;
        self.extent = extent;
        holdings.refresh()?;
        Ok(true)
    }
}

impl Followed {
    /// Whether all documents are known, and where `named` says so all names in them.
    fn is_whole(&self, named: bool) -> bool {
        let mut documents = self.stock.catalogue.iter();
        self.stock.is_clean() && (!named || documents.all(|(id, _)| self.log.stamp(id).is_some()))
    }

    /// How many files are new, surely changed or gone, which the other program, asleep perhaps or on a network drive where
    /// nobody tells of changes, hasn't taken in.
    fn behind(&mut self, collection: &Collection) -> usize {
        let Collection::Paths(paths) = collection else { return 0 };
        self.rounds += 1;
        let (round, stock) = (self.rounds, &mut self.stock);
        // Of what was changed just now the time is taken as it stands, since nothing is remembered of it here.
        let later = SystemTime::now() + Duration::from_secs(60);
        let (mut others, mut unseen) = (0, false);
        let mut look = |step| match step {
            Step::File(file) => {
                let now = Stamp::new(file.size, file.modified, file.changed, later);
                others += usize::from(stock.see(&file.path, round).is_none_or(|then| then.is_changed(&now)));
            }
            Step::Problem(..) => unseen = true,
        };
        corpus::walk(paths, &mut look, &|| false);
        // What couldn't be looked at isn't gone.
        let gone = || self.stock.files().filter(|(.., seen)| *seen != round).count();
        others + if unseen { 0 } else { gone() }
    }

    /// Takes what is new of names; whether there is anything.
    fn take_names(&mut self, news: names::News, holdings: &Holdings) -> bool {
        let new = !news.is_empty();
        if new {
            self.names = self.names.with(news).settled();
            holdings.take_names(Arc::new(self.names.clone()));
        }
        new
    }
}

/// Follows what another program writes, until that ends; whether to go on in its place. Who looks only once needs all
/// documents, and where `named` says so all names in them too.
pub(super) fn follow(
    (place, loader, collection): (&Place, &Loader, &Collection),
    named: bool,
    orders: &Receiver<Order>,
    holdings: &Holdings,
    tell: &dyn Fn(News),
) -> bool {
    let mut followed: Option<Followed> = None;
    let begun = Instant::now();
    loop {
        let news = match &mut followed {
            Some(known) => known.go_on(place, holdings),
            None => Followed::open(place, holdings).map(|known| followed = Some(known)).map(|()| true),
        };
        match news {
            Ok(true) => {
                if let Some(known) = &mut followed {
                    loader.learn(known.stock.repeats.clone());
                    tell(news_of(&mut known.stock));
                }
            }
            Ok(false) => {}
            // It is being made, or made anew: the next look finds it whole.
            Err(_) => followed = None,
        }
        match orders.recv_timeout(OFTEN) {
            Ok(Order::Rescan) => {
                let said = Some("Another ibid keeps this collection up to date".to_owned());
                tell(
                    followed
                        .as_mut()
                        .map_or_else(News::default, |known| news_of(&mut known.stock))
                        .saying(said),
                );
            }
            Ok(Order::Ruled) => {
                if let Some(known) = &mut followed {
                    // What can't be read now is taken in by the next look, or seen to by whoever writes it.
                    if let Ok(news) = known.log.again() {
                        known.names = Names::ruled(holdings.rules());
                        known.take_names(news, holdings);
                        tell(news_of(&mut known.stock));
                    }
                }
            }
            Ok(Order::Changed | Order::Prefer(_)) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                let whole = followed.as_ref().is_some_and(|known| known.is_whole(named));
                let behind = followed.as_mut().filter(|_| whole).map_or(0, |known| known.behind(collection));
                // Who looks only once waits for the other one to have gone over all, but not for long.
                if (!whole || behind > 0) && begun.elapsed() < PATIENCE {
                    std::thread::sleep(OFTEN / 5);
                } else {
                    let news = followed.as_mut().map(|known| news_of(&mut known.stock)).unwrap_or_default();
                    let asleep = (behind > 0).then(|| asleep(behind));
                    tell(News { trouble: asleep.or((!whole).then(unfinished)), ..news });
                    return false;
                }
            }
        }
        // Whoever gets the lock is the one that writes from now on.
        if place.lock().is_ok_and(|lock| lock.is_some()) {
            return true;
        }
    }
}

/// Says that another program hasn't gone over the whole collection yet.
fn unfinished() -> Problem {
    let reason = "another ibid is still reading this collection, so that something may be missing here";
    Problem::new("the cache", reason, "try again in a moment")
}

/// Says that another program keeps the collection and doesn't see what has changed in it.
fn asleep(files: usize) -> Problem {
    let what = if files == 1 {
        "a file that is new, changed or gone"
    } else {
        "files that are new, changed or gone"
    };
    let count = if files == 1 { String::new() } else { format!("{files} ") };
    let reason = format!("another ibid keeps this collection and hasn't taken in {count}{what}");
    Problem::new("the cache", reason, "wake it (fg), have it look again (g r), or end it")
}

/// What is known now, as news.
fn news_of(stock: &mut Stock) -> News {
    let files = stock.count_files();
    let progress = Progress { found: files, read: files, done: true, ..Progress::default() };
    News { progress, ..stock.news() }
}
