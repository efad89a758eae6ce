//! The workers: one for each kind of question, so that none waits for another.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::completing::Completer;
use super::crashes;
use super::keeper::{Keeper, write_elsewhere};
use super::knowing;
use super::looking;
use super::newest::Newest;
use super::noticing;
use super::perform;
use super::searching;
use super::slot::Slot;
use crate::app::{
    CastOf, Change, Draft, DraftId, Effect, Event, HalfTyped, MatrixWanted, PassagesWanted, Reviewed,
    SearchChange, Session, Sifting, TaggedBy, Ticket, TimelineWanted,
};
use crate::corpus::{Loader, Problem, panic_message};
use crate::index::Asked;
use crate::index::names::Wanted;
use crate::library::{Arranger, Catalogue, Copies, DocId, Holdings, Question, Sought};
use crate::note::{Anchor, ItemId, Mark, Place};
use crate::tag::Tagger;
use crate::text::Text;

/// The notes of a document and what they hang on.
type Anchors = Vec<(Option<ItemId>, Anchor)>;

/// How long the end of the program waits for the journal.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long the person's own editor waits until what was to be kept is on disk.
const SHORT_PATIENCE: Duration = Duration::from_secs(1);

/// The documents that may still be read although nobody wants them any more: a reader of a format doesn't stop half-way, and
/// the next document isn't to wait for it.
const ABANDONED: usize = 1;

/// What the keeper is asked to do, in order.
enum Keep {
    Save(Ticket, Box<Change>),
    Place(Place),
    Mark(Box<Mark>),
    Session(Box<Session>),
    Search(Ticket, SearchChange),
    /// Keep what stands in the editor, which lies in a place of its own: of a paste only the end is written.
    Draft,
    LeaveDraft,
    DropDraft(DraftId),
    /// A file has what came back from the person's own editor.
    Lent(PathBuf),
    Write(PathBuf, String),
    /// See what others wrote.
    Look,
    /// Tell that all that came before is done.
    Reached(Sender<()>),
    /// Do what was asked for so far and end.
    End,
}

/// All workers. They end with the program; the keeper is waited for.
pub(super) struct Workers {
    group: Slot<(Ticket, Catalogue, bool)>,
    arrange: Slot<(Ticket, Box<Question>)>,
    open: Slot<(Ticket, DocId, Arc<Path>)>,
    preview: Slot<(DocId, Arc<Path>)>,
    tag: Slot<(Ticket, DocId, Text, Box<TaggedBy>)>,
    matches: Slot<(Ticket, Text, String, bool)>,
    anchors: Slot<(Ticket, Text, Anchors)>,
    complete: Slot<(Ticket, Box<HalfTyped>)>,
    review: Slot<(Ticket, Vec<Reviewed>)>,
    search: Slot<(Ticket, Box<Asked>)>,
    more: Slot<(Ticket, Box<Asked>)>,
    light: Slot<(Ticket, Text, Box<Asked>)>,
    entity: Slot<(Ticket, Box<(Wanted, Catalogue)>)>,
    meant: Slot<(Ticket, Box<(Wanted, Catalogue)>)>,
    passages: Slot<(Ticket, Box<PassagesWanted>)>,
    people: Slot<(Ticket, Box<(CastOf, Catalogue)>)>,
    names: Slot<(Ticket, Catalogue)>,
    sift: Slot<(Ticket, Box<Sifting>)>,
    lines: Slot<(Ticket, Box<(Sought, Catalogue)>)>,
    timeline: Slot<(Ticket, Box<TimelineWanted>)>,
    matrix: Slot<(Ticket, Box<MatrixWanted>)>,
    keep: Sender<Keep>,
    draft: Newest<Option<Box<Draft>>>,
    /// Never sends; it is disconnected once the keeper has ended.
    kept: Receiver<()>,
}

impl Workers {
    /// Starts them. Answers go to `send`. The journal is read first, in the background.
    ///
    /// # Errors
    ///
    /// Where the system has no threads to give.
    pub(super) fn start<S>(
        loader: Arc<Loader>,
        tagger: Arc<dyn Tagger>,
        keeper: Option<Keeper>,
        holdings: &Holdings,
        send: S,
    ) -> io::Result<Self>
    where
        S: Fn(Event) + Clone + Send + 'static,
    {
        let failed = |what: &'static str| {
            let send = send.clone();
            move |reason| {
                send(Event::Trouble(Problem::new(
                    what,
                    reason,
                    format!("the rest goes on; {}", crashes::remedy()),
                )))
            }
        };
        let answer = || {
            let send = send.clone();
            move |event: Option<Event>| event.into_iter().for_each(&send)
        };
        let searcher = || {
            let (tell, holdings) = (answer(), holdings.clone());
            move |(ticket, asked): (_, Box<Asked>), stop: perform::Stop<'_>| {
                searching::search(&holdings, ticket, &asked, stop, &tell);
            }
        };
        let (tell, lit) = (answer(), holdings.clone());
        let light = move |(ticket, text, asked): (_, _, Box<Asked>), _: perform::Stop<'_>| {
            tell(Some(searching::light(&lit, ticket, &text, &asked)));
        };
        let known_as = || {
            let (tell, known) = (answer(), holdings.clone());
            move |(ticket, wanted): (_, Box<(Wanted, Catalogue)>), stop: perform::Stop<'_>| {
                knowing::entity(&known, ticket, &wanted.0, &wanted.1, stop, &tell);
            }
        };
        let (tell, known) = (answer(), holdings.clone());
        let passages = move |(ticket, wanted): (_, Box<PassagesWanted>), stop: perform::Stop<'_>| {
            tell(knowing::passages(&known, ticket, &wanted, stop));
        };
        let (tell, known) = (answer(), holdings.clone());
        let people = move |(ticket, of): (_, Box<(CastOf, Catalogue)>), stop: perform::Stop<'_>| {
            tell(knowing::people(&known, ticket, &of.0, &of.1, stop));
        };
        let (tell, known) = (answer(), holdings.clone());
        let names = move |(ticket, catalogue): (_, Catalogue), stop: perform::Stop<'_>| {
            tell(knowing::people(&known, ticket, &CastOf::All, &catalogue, stop));
        };
        let tell = answer();
        let sift = move |(ticket, sifting): (_, Box<Sifting>), stop: perform::Stop<'_>| {
            tell(knowing::sift(ticket, &sifting, stop));
        };
        let (tell, known) = (answer(), holdings.clone());
        let lines = move |(ticket, sought): (_, Box<(Sought, Catalogue)>), stop: perform::Stop<'_>| {
            knowing::lines(&known, ticket, &sought.0, &sought.1, stop, &tell);
        };
        let (tell, known) = (answer(), holdings.clone());
        let timeline = move |(ticket, wanted): (_, Box<TimelineWanted>), stop: perform::Stop<'_>| {
            tell(looking::timeline(&known, ticket, &wanted, stop));
        };
        let (tell, known) = (answer(), holdings.clone());
        let matrix = move |(ticket, wanted): (_, Box<MatrixWanted>), stop: perform::Stop<'_>| {
            tell(looking::matrix(&known, ticket, &wanted, stop));
        };
        let mut arranger = Arranger::default();
        let tell = answer();
        let arrange = move |(ticket, question): (_, Box<Question>), stop: perform::Stop<'_>| {
            tell(perform::arrange(ticket, &mut arranger, &question, stop));
        };
        let mut copies = Copies::default();
        let tell = answer();
        let group = move |(ticket, catalogue, rests): (_, Catalogue, _), stop: perform::Stop<'_>| {
            tell(perform::group(ticket, &mut copies, &catalogue, rests, stop));
        };
        let reviewer = loader.clone();
        let (tell, opener) = (answer(), loader.clone());
        let open = move |(ticket, id, path): (_, _, Arc<Path>), stop: perform::Stop<'_>| {
            tell(perform::begin(&opener, ticket, id, &path));
            if stop() {
                return;
            }
            tell(Some(perform::open(&opener, ticket, id, &path)));
        };
        let (tell, previewer) = (answer(), tagger.clone());
        let known = holdings.clone();
        let preview = move |(id, path): (_, Arc<Path>), stop: perform::Stop<'_>| {
            tell(perform::preview(&loader, id, &path, (&*previewer, &known), stop));
        };
        let (tell, known) = (answer(), holdings.clone());
        let tag = move |(ticket, id, text, by): (_, _, _, Box<TaggedBy>), stop: perform::Stop<'_>| {
            tell(perform::tag(ticket, id, &text, &by, (&*tagger, &known), stop))
        };
        let tell = answer();
        let matches = move |(ticket, text, query, asides): (_, _, String, _), stop: perform::Stop<'_>| {
            tell(perform::matches(ticket, &text, &query, asides, stop));
        };
        let tell = answer();
        let anchors = move |(ticket, text, list), stop: perform::Stop<'_>| {
            tell(perform::anchors(ticket, &text, list, stop));
        };
        let (tell, known) = (answer(), holdings.clone());
        let review = move |(ticket, wanted): (_, Vec<Reviewed>), stop: perform::Stop<'_>| {
            perform::review(&reviewer, &known.names(), ticket, wanted, stop, &tell);
        };
        let (mut completer, known, tell) = (Completer::default(), holdings.clone(), answer());
        let complete = move |(ticket, asked): (_, Box<HalfTyped>), stop: perform::Stop<'_>| {
            tell(completer.complete(ticket, &asked, &known, stop));
        };
        let (keep, queue) = mpsc::channel();
        let draft = Newest::default();
        let (ending, kept) = mpsc::channel::<()>();
        let tell = answer();
        let (look, standing) = (keep.clone(), draft.clone());
        thread::Builder::new().name("keeper".to_owned()).spawn(move || {
            keep_all(keeper, &queue, &standing, look, tell);
            drop(ending);
        })?;
        Ok(Self {
            group: Slot::new("group", group, failed("finding copies")),
            arrange: Slot::new("arrange", arrange, failed("sorting the list")),
            open: Slot::with_threads(ABANDONED + 1, "open", open, failed("opening the document")),
            preview: Slot::with_threads(ABANDONED + 1, "preview", preview, failed("the preview")),
            tag: Slot::new("tag", tag, failed("tagging the document")),
            matches: Slot::new("find", matches, failed("finding in the document")),
            anchors: Slot::new("anchor", anchors, failed("finding the notes' places")),
            complete: Slot::new("complete", complete, failed("completing")),
            review: Slot::new("review", review, failed("finding the notes' places")),
            search: Slot::new("search", searcher(), failed("searching")),
            more: Slot::new("more", searcher(), failed("searching")),
            light: Slot::new("light", light, failed("finding what was searched for")),
            entity: Slot::new("entity", known_as(), failed("finding out who that is")),
            meant: Slot::new("meant", known_as(), failed("finding out who that is")),
            passages: Slot::new("passages", passages, failed("reading passages")),
            people: Slot::new("people", people, failed("listing the cast")),
            names: Slot::new("names", names, failed("listing the names")),
            sift: Slot::new("sift", sift, failed("sorting the cast")),
            lines: Slot::new("lines", lines, failed("looking for all places")),
            timeline: Slot::new("timeline", timeline, failed("counting over time")),
            matrix: Slot::new("matrix", matrix, failed("counting who appears with whom")),
            keep,
            draft,
            kept,
        })
    }

    /// Hands an effect to its worker; gives it back where it is none of theirs.
    pub(super) fn take(&self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::Group(ticket, catalogue, rests) => self.group.put((ticket, catalogue, rests)),
            Effect::Arrange(ticket, question) => self.arrange.put((ticket, question)),
            Effect::Open(ticket, id, path) => self.open.put((ticket, id, path)),
            Effect::Preview(id, path) => self.preview.put((id, path)),
            Effect::Tag(ticket, id, text, by) => self.tag.put((ticket, id, text, by)),
            Effect::Match(ticket, text, query, asides) => self.matches.put((ticket, text, query, asides)),
            Effect::Complete(ticket, asked) => self.complete.put((ticket, asked)),
            Effect::Review(ticket, wanted) => self.review.put((ticket, wanted)),
            Effect::Anchor(ticket, text, list) => self.anchors.put((ticket, text, list)),
            // The keeper ends only when it is told to at the end, so these always arrive.
            Effect::Save(ticket, change) => drop(self.keep.send(Keep::Save(ticket, change))),
            Effect::Search(ticket, asked) if asked.skip > 0 => self.more.put((ticket, asked)),
            Effect::Search(ticket, asked) => self.search.put((ticket, asked)),
            Effect::Light(ticket, _, text, asked) => self.light.put((ticket, text, asked)),
            Effect::Entity(ticket, wanted) => self.entity.put((ticket, wanted)),
            Effect::Meant(ticket, wanted) => self.meant.put((ticket, wanted)),
            Effect::Names(ticket, catalogue) => self.names.put((ticket, catalogue)),
            Effect::Passages(ticket, wanted) => self.passages.put((ticket, wanted)),
            Effect::People(ticket, of) => self.people.put((ticket, of)),
            Effect::Sift(ticket, sifting) => self.sift.put((ticket, sifting)),
            Effect::Concordance(ticket, sought) => self.lines.put((ticket, sought)),
            Effect::Timeline(ticket, wanted) => self.timeline.put((ticket, wanted)),
            Effect::Matrix(ticket, wanted) => self.matrix.put((ticket, wanted)),
            Effect::KeepSearch(ticket, change) => drop(self.keep.send(Keep::Search(ticket, change))),
            Effect::Place(place) => drop(self.keep.send(Keep::Place(place))),
            Effect::Mark(mark) => drop(self.keep.send(Keep::Mark(mark))),
            Effect::Session(session) => drop(self.keep.send(Keep::Session(session))),
            Effect::Draft(draft) => {
                if self.draft.put(draft) {
                    drop(self.keep.send(Keep::Draft));
                }
            }
            Effect::LeaveDraft => drop(self.keep.send(Keep::LeaveDraft)),
            Effect::DropDraft(id) => drop(self.keep.send(Keep::DropDraft(id))),
            Effect::Write(path, text) => drop(self.keep.send(Keep::Write(path, text))),
            Effect::Look => drop(self.keep.send(Keep::Look)),
            other => return Some(other),
        }
        None
    }

    /// A file has what came back from the person's own editor: it goes once nothing of that stands in the editor here any more.
    pub(super) fn lent(&self, file: PathBuf) {
        drop(self.keep.send(Keep::Lent(file)));
    }

    /// Waits until all that was to be kept so far is on disk, or for [`SHORT_PATIENCE`].
    pub(super) fn settle(&self) {
        let (reached, wait) = mpsc::channel::<()>();
        // What can't be written is told by the keeper; where that has ended, there is nothing to wait for.
        let _ = self.keep.send(Keep::Reached(reached)).map(|()| wait.recv_timeout(SHORT_PATIENCE));
    }

    /// Waits until all that was to be kept is on disk.
    ///
    /// # Errors
    ///
    /// Where that takes longer than [`PATIENCE`], as when another process holds the journal's lock and was
    /// suspended.
    pub(super) fn finish(self) -> io::Result<()> {
        // It has ended already where it panicked; there is nothing to wait for then.
        let _ = self.keep.send(Keep::End);
        match self.kept.recv_timeout(PATIENCE) {
            Err(RecvTimeoutError::Timeout) => Err(io::Error::other(
                "the journal couldn't be written in time (is another ibid suspended?); the last change may be lost",
            )),
            // The sender has gone with the keeper: all is done.
            Ok(()) | Err(RecvTimeoutError::Disconnected) => Ok(()),
        }
    }
}

/// The keeper's work: reads the journals, then writes what comes, and reads what others wrote, until it is told to end.
fn keep_all(
    keeper: Option<Keeper>,
    queue: &Receiver<Keep>,
    standing: &Newest<Option<Box<Draft>>>,
    look: Sender<Keep>,
    tell: impl Fn(Option<Event>),
) {
    let Some(mut keeper) = keeper else {
        let reason = "there is no config directory to keep it in; set IBID_CONFIG_DIR".to_owned();
        for keep in queue {
            tell(match keep {
                Keep::Save(ticket, ..) => Some(Event::NotSaved(ticket, reason.clone())),
                Keep::Search(ticket, _) => Some(Event::SearchNotKept(ticket, reason.clone())),
                Keep::Write(path, text) => Some(write_elsewhere(path, &text)),
                Keep::Mark(_) => Some(Event::NotSaved(0, reason.clone())),
                Keep::Place(_)
                | Keep::Session(_)
                | Keep::Look
                | Keep::Draft
                | Keep::LeaveDraft
                | Keep::DropDraft(_)
                | Keep::Lent(_)
                | Keep::Reached(_) => None,
                Keep::End => return,
            });
        }
        return;
    };
    // Before the first reading, so that nothing falls between that and the first look.
    let _noticing = noticing::notice(&keeper.dirs(), move || drop(look.send(Keep::Look)));
    tell(Some(keeper.replay()));
    tell(Some(keeper.searches()));
    keeper.look_at_files().into_iter().for_each(|event| tell(Some(event)));
    keeper.drafts_left().into_iter().for_each(|event| tell(Some(event)));
    for keep in queue {
        let ticket = match &keep {
            Keep::Save(ticket, ..) => *ticket,
            Keep::End => break,
            _ => 0,
        };
        let kept = catch_unwind(AssertUnwindSafe(|| match keep {
            Keep::Save(ticket, change) => {
                // What another instance wrote comes first, so that the change is one of what there is.
                tell(keeper.look());
                Some(keeper.save(ticket, *change))
            }
            Keep::Place(place) => Some(keeper.place(place)),
            Keep::Mark(mark) => Some(keeper.mark(*mark)),
            Keep::Session(session) => keeper.keep_session(&session),
            Keep::Search(ticket, change) => Some(keeper.keep_search(ticket, &change)),
            Keep::Draft => standing.take().and_then(|draft| keeper.keep_draft(draft.as_deref())),
            Keep::LeaveDraft => keeper.leave_draft(),
            Keep::DropDraft(id) => keeper.drop_draft(&id),
            Keep::Lent(file) => keeper.lent(file),
            Keep::Write(path, text) => Some(write_elsewhere(path, &text)),
            Keep::Look => {
                keeper.look_at_files().into_iter().for_each(|event| tell(Some(event)));
                keeper.look()
            }
            Keep::Reached(waiting) => reached(&waiting),
            Keep::End => None,
        }));
        tell(kept.unwrap_or_else(|panic| Some(Event::NotSaved(ticket, panic_message(&*panic)))));
    }
    keeper.end();
}

/// Tells whoever waits for it; perhaps nobody does any more.
fn reached(waiting: &Sender<()>) -> Option<Event> {
    let _ = waiting.send(());
    None
}
