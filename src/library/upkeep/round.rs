//! A round over the files of a collection.

use std::collections::{HashMap, HashSet, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::TryRecvError;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use rayon::ThreadPool;
use rayon::prelude::*;

use super::cache::Cache;
use super::intake::{self, BATCH, Piece};
use super::news::remaining;
use super::roots::Roots;
use super::stock::{FileState, Stock};
use super::tagging::Tagging;
use super::walking::{self, Walked};
use super::{Collection, Holdings, News, Progress, Upkeep, again, study};
use crate::corpus::{
    self, Candidate, ContentHash, DocId, Document, Edges, LeftOut, Loaded, Loader, Problem, Repeats, Step,
};
use crate::index::{DocumentRecord, FirstReading, Record, Stamp};
use crate::log;
use crate::note::path_to_text;
use crate::tag::Tagger;

/// How often others hear of what was read. Oftener costs bytes on the wire and shows nothing more.
const OFTEN: Duration = Duration::from_millis(60);

/// A collection in the keeping of this program.
pub(super) struct Keeping<'a> {
    collection: &'a Collection,
    loader: &'a Loader,
    /// Who finds the names, and the number for that.
    tagger: Option<(&'a dyn Tagger, u64)>,
    tagging: Tagging,
    holdings: &'a Holdings,
    /// Reads as if no line repeated.
    fresh: Loader,
    pool: Arc<ThreadPool>,
    cache: Cache,
    stock: Stock,
    progress: Progress,
    round: u32,
    tell: &'a dyn Fn(News),
    /// When somebody heard of something.
    told: Option<Instant>,
    /// What waits to be told besides.
    news: News,
    /// Whether the cache can't be written: then all goes on without it.
    broken: bool,
    /// What could not be looked at in this round, and where that is.
    unseen: Vec<Problem>,
    /// The same of the round before.
    unseen_before: Vec<Problem>,
    hidden: HashSet<PathBuf>,
    /// The folders and files that the person named.
    pub(super) roots: Roots,
    /// When what is being done was begun.
    begun: Instant,
    walked: Arc<Walked>,
}

impl<'a> Keeping<'a> {
    /// Takes a collection over, and tells what is known of it from before: that first, so that it is shown at once.
    pub(super) fn new(
        upkeep: &'a Upkeep,
        holdings: &'a Holdings,
        pool: Arc<ThreadPool>,
        (cache, mut stock, said): (Cache, Stock, Option<String>),
        tell: &'a dyn Fn(News),
    ) -> Self {
        let loader = &*upkeep.loader;
        loader.learn(stock.repeats.clone());
        holdings.take_text(cache.reader.clone());
        if !stock.is_empty() || said.is_some() {
            tell(stock.news().saying(said));
        }
        let (tagging, mut problems) = Tagging::open(cache.names().as_deref(), holdings.rules());
        let trouble = problems.pop();
        Self {
            collection: &upkeep.collection,
            loader,
            tagger: upkeep.tagger.as_deref().map(|tagger| (tagger, upkeep.tagged_by)),
            tagging,
            holdings,
            fresh: loader.unlearned(),
            pool,
            cache,
            stock,
            progress: Progress::default(),
            round: 0,
            tell,
            told: None,
            news: News { trouble, ..News::default() },
            broken: false,
            unseen: Vec::new(),
            unseen_before: Vec::new(),
            hidden: HashSet::new(),
            roots: Roots::default(),
            begun: Instant::now(),
            walked: Arc::default(),
        }
    }

    /// Goes over all files once.
    pub(super) fn round(&mut self) {
        self.round += 1;
        // Who has seen a whole list isn't told that it is being read again.
        self.progress = Progress { done: self.round > 1, ..Progress::default() };
        self.unseen_before = std::mem::take(&mut self.unseen);
        self.hidden.clear();
        self.begun = Instant::now();
        match self.collection {
            Collection::Bundled => {
                let mut files = intake::bundled().collect();
                self.read(&mut HashMap::new(), &mut |_, _| intake::batch(&mut files));
            }
            Collection::Paths(paths) => self.survey(paths),
        }
        self.commit();
        if !self.stock.clean {
            self.clean();
            self.commit();
        }
        self.write_down(false);
        let numbers = [
            ("files", self.walked.files.load(Ordering::Relaxed) as u64),
            ("changed", self.stock.changed.len() as u64),
            ("gone", self.stock.gone.len() as u64),
            ("unseen", self.unseen.len() as u64),
        ];
        log::took("collection", "looked over", self.begun, &numbers);
        self.progress.done = true;
        self.queue();
        self.news.said = self.roots.look(self.collection).or(self.news.said.take());
        let nothing = self.stock.changed.is_empty() && self.stock.gone.is_empty() && self.news.said.is_none();
        if self.round == 1 || !nothing || self.stock.troubled || self.news.trouble.is_some() {
            self.tell();
        }
    }

    /// Writes down what is known, so that the next start reads it in one go. Where that fails, it reads the ledger.
    pub(super) fn write_down(&mut self, quiet: bool) {
        if self.broken {
            return;
        }
        let written = self.cache.write_down(&self.stock, quiet);
        let written = written.and_then(|()| self.tagging.write_down(quiet));
        if let Err(error) = written {
            self.give_up(&error);
        }
    }

    /// All is quiet: puts right and writes down whatever isn't.
    pub(super) fn settle(&mut self) {
        self.write_down(true);
        self.publish();
        if self.news.searchable {
            self.tell();
        }
    }

    /// Groups the names by what the person rules now.
    pub(super) fn rule(&mut self) {
        if let Err(error) = self.tagging.rule(self.holdings.rules()) {
            self.give_up(&error);
        }
        // Rules that hold in one document only are heeded where its names are found.
        self.queue();
        self.tell();
    }

    /// Lets the tagger learn from the collection.
    pub(super) fn study(&mut self) {
        let Some(tagger) = self.tagger.filter(|_| self.stock.catalogue.len() > 1) else { return };
        let folder = self.cache.names();
        if !folder.as_ref().is_some_and(|folder| study::recall(folder, &self.stock, tagger)) {
            study::study(&self.stock, &self.cache.reader, tagger.0, &self.pool);
            if let Some(Err(error)) = folder.map(|folder| study::keep(&folder, &self.stock, tagger)) {
                self.give_up(&error);
            }
        }
        self.news.studied = true;
        self.tell();
    }

    /// Whether names are still to be found.
    pub(super) fn has_to_tag(&self) -> bool {
        self.tagger.is_some() && self.tagging.left() > 0
    }

    /// Sees what is to be tagged.
    fn queue(&mut self) {
        if let Some((_, key)) = self.tagger
            && let Err(error) = self.tagging.survey(&self.stock, key)
        {
            self.give_up(&error);
        }
        self.publish();
    }

    /// Tags some documents; whether there is more to do.
    pub(super) fn tag_some(&mut self) -> bool {
        let Some(tagger) = self.tagger.filter(|_| self.tagging.left() > 0 && !self.broken) else {
            return false;
        };
        let tagged = self.tagging.tag_some(&self.stock, &self.cache.reader, tagger, &self.pool);
        match tagged {
            Ok(true) => {
                self.publish();
                self.tell();
            }
            Ok(false) => {}
            Err(error) => {
                self.give_up(&error);
                self.tell();
            }
        }
        true
    }

    /// Whether what was cached can be trusted.
    pub(super) fn is_sound(&mut self) -> bool {
        self.cache.is_sound()
    }

    /// Gives up a cache that can't be trusted: the next one to open it makes it anew.
    pub(super) fn forsake(mut self) {
        if let Err(error) = self.cache.forsake() {
            self.give_up(&error);
        }
        self.stock.gone = self.stock.take_all();
        self.stock.changed.clear();
        self.say("The cache was damaged and is made anew".to_owned());
    }

    /// Tags a document before all others.
    pub(super) fn prefer(&mut self, id: DocId) {
        self.tagging.prefer(id);
    }

    /// Lets searches see the names that are known now.
    fn publish(&mut self) {
        if self.tagging.take_fresh() {
            self.holdings.take_names(self.tagging.names());
            self.news.searchable = true;
        }
        self.stock.troubled |= self.tagging.take_fresh_cut();
        let (tagged, left) = (self.tagging.tagged, self.tagging.left());
        (self.progress.tagged, self.progress.to_tag) = (tagged, tagged + left);
        self.progress.left = remaining(self.tagging.begun, tagged as u64, (tagged + left) as u64);
    }

    /// Walks over the paths, reads what has changed and forgets what is gone.
    fn survey(&mut self, paths: &[PathBuf]) {
        let now = SystemTime::now();
        // Nothing can have moved where nothing was known: then files are read as they are found.
        let streams = self.stock.is_empty();
        let mut later: VecDeque<Candidate> = VecDeque::new();
        let (steps, queue) = walking::queue();
        self.walked = Arc::default();
        let walked = self.walked.clone();
        thread::scope(|scope| {
            let walker = scope.spawn(move || walking::walk(paths, &steps, &walked));
            if streams {
                self.read(&mut HashMap::new(), &mut |keeping, may_wait| {
                    while later.is_empty() {
                        let lot = match queue.try_recv() {
                            Err(TryRecvError::Empty) if may_wait => queue.recv().ok()?,
                            Err(TryRecvError::Empty) => return Some(Vec::new()),
                            lot => lot.ok()?,
                        };
                        keeping.look_at(lot, now, &mut later);
                    }
                    intake::batch(&mut later)
                });
            } else {
                while let Ok(lot) = queue.recv() {
                    self.look_at(lot, now, &mut later);
                }
            }
            match walker.join() {
                Ok(left_out) => self.progress.left_out = left_out,
                Err(panic) => {
                    let reason = corpus::panic_message(&*panic);
                    self.unseen.push(Problem::new("the walk over the folders", reason, ""));
                    // Nobody knows how far it came.
                    self.hidden.extend(paths.iter().cloned());
                }
            }
        });
        let gone = self.stock.gone_since(self.round, &self.hidden);
        let mut moved = self.stock.by_content(&gone);
        self.read(&mut moved, &mut |_, _| intake::batch(&mut later));
        for path in gone {
            for id in self.stock.remove_file(&path) {
                self.cache.remove(id);
            }
            self.keep(|cache| cache.record(Record::Gone(path_to_text(&path))));
            self.stock.clean = false;
        }
        self.progress.left_out = LeftOut { binary: self.stock.binary(), ..self.progress.left_out };
        // What can be looked at again is no problem any more, and what still can't be has been told.
        self.stock.troubled |= self.unseen != self.unseen_before;
    }

    /// Looks at what was found on the way; what has to be read goes behind `later`.
    fn look_at(&mut self, lot: Vec<Step>, now: SystemTime, later: &mut VecDeque<Candidate>) {
        for step in lot {
            match step {
                Step::Problem(path, problem) => {
                    self.unseen.push(problem);
                    self.hidden.insert(path);
                }
                Step::File(file) => later.extend(self.look(file, now)),
            }
        }
        self.tell_in_time();
    }

    /// Looks at a file from outside; gives it where it has to be read.
    fn look(&mut self, mut file: Candidate, now: SystemTime) -> Option<Candidate> {
        let stamp = Stamp::new(file.size, file.modified, file.changed, now);
        let known = self.stock.see(&file.path, self.round);
        if known.is_some_and(|known| known.is_unchanged(&stamp)) {
            self.progress.read += 1;
            self.progress.bytes_read += file.size;
            return None;
        }
        if stamp.modified.is_none() {
            // What is remembered of it must not make it look unchanged.
            file.modified = None;
        }
        Some(file)
    }

    /// Reads the files that `next` gives, batch by batch: while one is read, what was read of the one before is taken. `next` is
    /// told whether it may wait for files, and gives `None` where no more are to come. Documents that were in files which are
    /// gone keep their numbers in their new places.
    fn read(
        &mut self,
        moved: &mut HashMap<ContentHash, Vec<DocId>>,
        next: &mut dyn FnMut(&mut Self, bool) -> Option<Vec<Candidate>>,
    ) {
        let (fresh, pool) = (self.fresh.clone(), self.pool.clone());
        let (mut before, mut more) = (Vec::new(), true);
        while more || !before.is_empty() {
            let batch = if more { next(self, before.is_empty()) } else { None };
            more = batch.is_some();
            let batch = batch.unwrap_or_default();
            let mut read = Vec::new();
            pool.in_place_scope(|scope| {
                if !batch.is_empty() {
                    scope.spawn(|_| read = intake::read(&fresh, batch));
                }
                let mut state = FileState::default();
                intake::hand_over(&fresh, &pool, before, &mut |file, path, piece| {
                    self.take(&mut state, file, path, piece, moved);
                });
            });
            before = read;
            self.tell_in_time();
            if self.cache.is_due() {
                self.commit();
            }
        }
    }

    /// Takes a piece of a file.
    fn take(
        &mut self,
        state: &mut FileState,
        file: &Candidate,
        path: &Arc<Path>,
        piece: Piece,
        moved: &mut HashMap<ContentHash, Vec<DocId>>,
    ) {
        match piece {
            Piece::Document(path, loaded) => {
                let id = self.take_document(path, *loaded, moved);
                state.documents.push(id);
                self.tell_in_time();
                if self.cache.is_due() {
                    self.commit();
                }
            }
            Piece::Problem(problem) => state.problems.push(problem),
            Piece::Binary => state.binary = true,
            Piece::End => {
                let mut state = std::mem::take(state);
                // What can't be opened may be opened tomorrow without a change of the file.
                let opened = state.problems.is_empty() || std::fs::File::open(&file.path).is_ok();
                let modified = file.modified.filter(|_| opened);
                state.stamp = Stamp::new(file.size, modified, file.changed, SystemTime::now());
                state.round = self.round;
                self.keep(|cache| cache.record(Record::File(state.record(path))));
                self.stock.clean = false;
                for id in self.stock.put_file(path.clone(), state) {
                    self.cache.remove(id);
                }
                self.progress.read += 1;
                self.progress.bytes_read += file.size;
            }
        }
    }

    /// Takes a document and gives its number: the one that its path has, or that its content had in a file that is
    /// gone. What is at its path with the same content already stays as it is.
    fn take_document(
        &mut self,
        path: Arc<Path>,
        loaded: Loaded,
        moved: &mut HashMap<ContentHash, Vec<DocId>>,
    ) -> DocId {
        let document = loaded.document;
        let there = self.stock.catalogue.at(&path_to_text(&path));
        let hash = document.meta.hash;
        if let Some(id) = there
            && self.stock.catalogue.get(id).is_some_and(|entry| *entry.hash() == hash)
        {
            return id;
        }
        let id = there.or_else(|| moved.get_mut(&hash)?.pop());
        let id = id.unwrap_or_else(|| self.stock.new_id());
        let first = FirstReading { edges: Edges::of(&path, &document), print: None };
        self.put(id, path, document, first, 0);
        id
    }

    /// Puts a document into the cache and the list.
    fn put(&mut self, id: DocId, path: Arc<Path>, document: Document, first: FirstReading, mark: u64) {
        self.keep(|cache| cache.put(id, &path, &document));
        let (text, meta) = (path_to_text(&path), document.meta.clone());
        let record = DocumentRecord { id, path: text, meta, first, mark };
        self.keep(|cache| cache.record(Record::Document(Box::new(record))));
        self.stock.put(id, &path, &document.meta, mark);
        self.stock.clean = false;
    }

    /// Learns the lines that repeat, and reads the documents again that have some.
    fn clean(&mut self) {
        let mut firsts = match again::firsts(&self.cache.ledger, &self.stock) {
            Ok(firsts) => firsts,
            Err(error) => {
                // What was written there can't be read: the next one to open it makes it anew.
                drop(self.cache.forsake());
                return self.give_up(&error);
            }
        };
        let repeats = Arc::new(again::repeats(&self.stock, &firsts));
        let (files, marks) = again::concerned(&self.stock, &repeats, &firsts);
        if *repeats != *self.stock.repeats {
            self.learn(repeats);
        }
        self.progress.again = marks.len();
        self.begun = Instant::now();
        for batch in files.chunks(BATCH) {
            let wanted: Vec<_> =
                batch.iter().map(|(file, ids)| (file, self.places(ids.iter().copied()))).collect();
            let loader = self.loader;
            let read = self.pool.install(|| {
                let read = wanted.par_iter().map(|(file, places)| again::read_again(loader, file, places));
                read.collect::<Vec<_>>()
            });
            for (id, path, loaded) in read.into_iter().flatten() {
                let (Some(mark), Some(mut first)) = (marks.get(&id), firsts.remove(&id)) else { continue };
                first.print = first.print.or_else(|| self.stock.catalogue.get(id).map(|entry| entry.print()));
                self.put(id, path, loaded.document, first, *mark);
            }
            // The file's own record comes again behind its documents, so that it holds them.
            for (file, _) in batch {
                if let Some(record) = self.stock.file(file).map(|state| state.record(file)) {
                    self.keep(|cache| cache.record(Record::File(record)));
                }
            }
            self.progress.reread += batch.iter().map(|(_, ids)| ids.len()).sum::<usize>();
            // Each time the list is put in order and grouped anew: the longer it takes, the seldomer.
            if self.told.is_none_or(|told| told.elapsed() >= OFTEN.max(self.begun.elapsed() / 4)) {
                self.tell();
            }
            if self.cache.is_due() {
                self.commit();
            }
        }
        self.keep(|cache| cache.record(Record::Cleaned));
        self.stock.clean = true;
    }

    /// Where documents are and what is in them.
    fn places(&self, ids: impl Iterator<Item = DocId>) -> HashMap<Arc<Path>, (DocId, ContentHash)> {
        let place = |id: DocId| {
            let entry = self.stock.catalogue.get(id)?;
            Some((entry.shared_path(), (id, *entry.hash())))
        };
        ids.filter_map(place).collect()
    }

    fn learn(&mut self, repeats: Arc<Repeats>) {
        self.loader.learn(repeats.clone());
        self.keep(|cache| cache.record(Record::Repeats((*repeats).clone())));
        self.stock.repeats = repeats;
    }

    /// Gives back what is only needed for writing, and much of what is for tagging.
    pub(super) fn rest(&mut self) {
        self.tagger.into_iter().for_each(|(tagger, _)| tagger.rest());
        self.keep(Cache::rest);
    }

    /// There was nothing to tag for a while.
    pub(super) fn sleep(&self) {
        self.tagger.into_iter().for_each(|(tagger, _)| tagger.sleep());
    }

    /// Does something with the cache. Where it can't be written the list goes on without it.
    fn keep(&mut self, work: impl FnOnce(&mut Cache) -> io::Result<()>) {
        if self.broken {
            return;
        }
        if let Err(error) = work(&mut self.cache) {
            self.give_up(&error);
        }
    }

    fn give_up(&mut self, error: &io::Error) {
        self.broken = true;
        let remedy =
            "see that there is room, and start ibid again; until then search finds what it found before";
        self.news.trouble = Some(Problem::new("the cache", format!("couldn't be written: {error}"), remedy));
    }

    fn commit(&mut self) {
        if self.broken {
            return;
        }
        match self.cache.commit() {
            Ok(committed) => self.news.searchable |= committed,
            Err(error) => self.give_up(&error),
        }
    }

    /// Says something in a line.
    pub(super) fn say(&mut self, said: String) {
        self.news.said = Some(said);
        self.tell();
    }

    fn tell_in_time(&mut self) {
        let nothing = self.stock.changed.is_empty() && self.stock.gone.is_empty();
        if self.round > 1 && nothing {
            return;
        }
        if self.told.is_none_or(|told| told.elapsed() >= OFTEN) {
            self.tell();
        }
    }

    /// Tells what has changed. The first documents are shown at once.
    fn tell(&mut self) {
        self.progress.found = self.progress.read.max(self.walked.files.load(Ordering::Relaxed));
        self.progress.bytes_found = self.walked.bytes.load(Ordering::Relaxed).max(self.progress.bytes_read);
        let Progress { again, reread, bytes_read, bytes_found, .. } = self.progress;
        // As long as the walk goes on nobody knows how much there is.
        if !self.progress.done && self.walked.done.load(Ordering::Relaxed) {
            let (done, all) =
                if again > 0 { (reread as u64, again as u64) } else { (bytes_read, bytes_found) };
            self.progress.left = remaining(self.begun, done, all);
        }
        let mut news = std::mem::take(&mut self.news);
        news.catalogue = self.stock.catalogue.clone();
        news.changed = std::mem::take(&mut self.stock.changed);
        news.gone = std::mem::take(&mut self.stock.gone);
        if std::mem::take(&mut self.stock.troubled) {
            let problems = self.unseen.iter().chain(self.tagging.cut()).cloned();
            news.unread = Some(problems.chain(self.stock.problems()).collect());
            news.not_text = Some(self.stock.not_text());
        }
        news.progress = self.progress;
        (self.tell)(news);
        self.told = Some(Instant::now());
    }
}
