//! What comes in and what goes out: events for the model, effects for the workers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    CastOf, Copied, Ground, HalfTyped, Key, MatrixWanted, Mouse, PassagesFound, PassagesWanted, Review,
    Reviewed, SearchChange, Searches, Session, Sifting, Target, TimelineWanted,
};
use crate::corpus::{Document, Problem};
use crate::index::names::{CastTable, Described, Matrix, PersonalName, Rules, Wanted};
use crate::index::{Answer, Asked, Facet};
use crate::library::{
    Catalogue, DocId, Entity, Families, Groups, Line, News, Order, Preview, Question, Reach, Sought, Timeline,
};
use crate::note::{
    Anchor, Colour, DocumentRef, Item, ItemId, ItemKind, Mark, Place, Record, Resolved, Rule, Subject, Thing,
    Undo, Way,
};
use crate::tag::{Cast, Context};
use crate::text::{Span, Text};

/// The number of a question. An answer that carries an older one is dropped.
pub type Ticket = u64;

/// Something that the model has to know.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something in that column and row, from 0.
    Mouse(Mouse, u16, u16),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The terminal told of its ground.
    Ground(Ground),
    /// The person turned to another window.
    Left,
    /// They came back.
    Returned,
    /// The program has to end: the place is kept, nothing is asked.
    Leave,
    /// Documents came in, are known better or are gone.
    Collected(Box<News>),
    /// Which documents are copies of one another.
    Grouped(Ticket, Arc<Groups>),
    /// The list is in this order, with these copies in it.
    Arranged(Ticket, Vec<DocId>, Families),
    /// The beginning of a large document; the whole of it follows as [`Event::Opened`].
    Begun(Ticket, DocId, Arc<Document>),
    /// A document was loaded, or couldn't be.
    Opened(Ticket, DocId, Result<Arc<Document>, Problem>),
    /// A preview is ready.
    Previewed(DocId, Arc<Preview>),
    /// The cast of the open document is known.
    Tagged(Ticket, Arc<Cast>),
    /// The places of a phrase in the open document.
    Matched(Ticket, Vec<Span>),
    /// Where the notes of the open document stand in its text, and the mark that is gone to, which has no number.
    Anchored(Ticket, Vec<(Option<ItemId>, Resolved)>),
    /// What a half typed link may mean, the best first.
    Completed(Ticket, Vec<String>),
    /// How some of the notes that are listed stand in their documents.
    Reviewed(Ticket, Vec<Review>),
    /// What a search found, or why it couldn't be answered.
    Found(Ticket, Result<Answer, Problem>),
    /// What the result of a search can be narrowed by, with the number of documents, the most first in each kind.
    Facets(Ticket, Vec<(Facet, usize)>),
    /// So many documents would match with a slip or two in the word, where none does without.
    Nearly(Ticket, usize),
    /// The places in the open document that a search is about, in order.
    Lit(Ticket, Vec<Span>),
    /// The page of somebody, or that nobody of that name is known.
    Entity(Ticket, Option<Arc<Entity>>),
    /// What somebody is called, and whether all documents were looked at for it.
    Described(Ticket, Arc<Vec<Described>>, bool),
    /// Some passages of a page.
    Passages(Ticket, Result<PassagesFound, Problem>),
    /// Everybody in some documents, or why that isn't known.
    People(Ticket, Result<Arc<CastTable>, Problem>),
    /// The lines of a cast that are wanted, in order.
    Sifted(Ticket, Vec<u32>),
    /// Some lines of a concordance, and how far it has come.
    Lines(Ticket, Result<(Vec<Line>, Reach), Problem>),
    /// How many there are over time, or why that isn't known.
    Timeline(Ticket, Result<Arc<Timeline>, Problem>),
    /// Who and what appears with whom, or why that isn't known.
    Matrix(Ticket, Result<Arc<Matrix>, Problem>),
    /// The searches that are kept, and what is wrong with the file that they are in: as they were read at the start, as somebody
    /// else has changed them, or with the change that was asked for.
    Searches(Option<Ticket>, Searches, Vec<Problem>),
    /// A change to them is not kept, and why.
    SearchNotKept(Ticket, String),
    /// The person's list of names, which somebody has changed, and what is wrong with it.
    Listed(Vec<PersonalName>, Vec<Problem>),
    /// The journals as they were read at the start, what can be undone, and what is wrong with them.
    Replayed(Vec<Record>, Undo, Vec<Problem>),
    /// What another instance or machine changed meanwhile, and what is wrong with the journals since.
    Told(Vec<Record>, Vec<Problem>),
    /// Notes that weren't saved before a run of the program died.
    Drafts(Vec<(DraftId, Draft)>),
    /// A text is in a new file of this path, or isn't, and why.
    Written(PathBuf, Result<(), String>),
    /// These changes are on disk.
    Saved(Ticket, Vec<Record>),
    /// These changes are not on disk, and why.
    NotSaved(Ticket, String),
    /// These changes are not on disk, for others have changed the same; what they wrote was told before.
    Overtaken(Ticket),
    /// A text comes back from the person's own editor, or the reason why not.
    Edited(Result<String, String>),
    /// A line for the status bar.
    Said(String),
    /// A line for the status bar that tells of trouble.
    Trouble(Problem),
}

/// What a draft is known by.
pub type DraftId = String;

/// What stands in the editor, as it is kept for a crash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// What is written on.
    #[serde(flatten)]
    pub target: Target,
    /// The text.
    pub text: String,
    /// Whether the person's own editor has it meanwhile, and may know better.
    #[serde(default)]
    pub outside: bool,
}

/// An item as it is to be made; whoever saves it gives it its number and time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewItem {
    /// What it is.
    pub kind: ItemKind,
    /// What it is about.
    #[serde(flatten)]
    pub subject: Subject,
    /// The colour of its passage.
    pub colour: Option<Colour>,
    /// What the person wrote.
    pub body: String,
    /// Its tags.
    pub tags: Vec<String>,
}

impl NewItem {
    /// One with nothing written yet, without colour or tags.
    pub fn new(kind: ItemKind, subject: Subject) -> Self {
        Self { kind, subject, colour: None, body: String::new(), tags: Vec::new() }
    }
}

/// A ruling as it is to be made; whoever saves it gives it its number and time.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRuling {
    /// What is ruled.
    pub rule: Rule,
    /// The collection that it holds in.
    pub collection: Vec<String>,
    /// The only document that it holds in.
    pub document: Option<DocumentRef>,
    /// The only mention that it holds for.
    pub anchor: Option<Anchor>,
}

/// A change to what the person keeps.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A new item.
    New(NewItem),
    /// An item in a new form.
    Put(Item),
    /// A new ruling.
    Rule(NewRuling),
    /// A thing as it was, its time of change too: undoing and redoing.
    Restore(Thing),
    /// An item or ruling to be deleted.
    Delete(ItemId),
}

impl Edit {
    /// The thing that it is about, where that is there already.
    pub fn about(&self) -> Option<&ItemId> {
        match self {
            Self::New(_) | Self::Rule(_) => None,
            Self::Put(item) => Some(&item.id),
            Self::Restore(thing) => Some(thing.id()),
            Self::Delete(id) => Some(id),
        }
    }
}

/// Changes that are made together.
#[derive(Debug, Default)]
pub struct Change {
    /// What is changed.
    pub edits: Vec<Edit>,
    /// Whether that takes others back or makes them again.
    pub way: Option<Way>,
    /// The reading text that is open. An anchor made in it is completed with what is like its passage there, which takes too
    /// long for the model.
    pub text: Option<Text>,
    /// How often the model had been told of what others wrote when it decided on it: what they wrote since it didn't know.
    pub told: u64,
}

impl From<Vec<Edit>> for Change {
    fn from(edits: Vec<Edit>) -> Self {
        Self { edits, ..Self::default() }
    }
}

/// What is known of a document that is tagged.
#[derive(Clone, Debug)]
pub struct TaggedBy {
    /// Its language, its date and the like.
    pub context: Context,
    /// What the person ruled of it.
    pub rules: Rules,
}

/// Something that the model wants done. Nothing of it happens inside the model.
#[derive(Debug)]
pub enum Effect {
    /// Find copies; answered by [`Event::Grouped`]. The last says whether all is read, so that hardly more will
    /// come soon.
    Group(Ticket, Catalogue, bool),
    /// Sort or search the list; answered by [`Event::Arranged`].
    Arrange(Ticket, Box<Question>),
    /// Have the names grouped by these rules.
    Rule(Box<Rules>),
    /// Load a document; answered by [`Event::Opened`], for a large one by [`Event::Begun`] before that.
    Open(Ticket, DocId, Arc<Path>),
    /// Load a document and work out its preview; answered by [`Event::Previewed`].
    Preview(DocId, Arc<Path>),
    /// Tag the text of a document; answered by [`Event::Tagged`].
    Tag(Ticket, DocId, Text, Box<TaggedBy>),
    /// Find a phrase in a text, in what was set aside too where asked; answered by [`Event::Matched`].
    Match(Ticket, Text, String, bool),
    /// Search all documents; answered by [`Event::Found`] and, a little later, by [`Event::Facets`] and perhaps
    /// [`Event::Nearly`]. A newer search makes an older one needless.
    Search(Ticket, Box<Asked>),
    /// Find what a search is about in the text of a document; answered by [`Event::Lit`].
    Light(Ticket, DocId, Text, Box<Asked>),
    /// Find out who somebody is; answered by [`Event::Entity`] and then, as it is found out, by [`Event::Described`].
    Entity(Ticket, Box<(Wanted, Catalogue)>),
    /// Find out who is meant by a name that was typed; answered by [`Event::Entity`]. No page that is asked for meanwhile takes
    /// the place of that.
    Meant(Ticket, Box<(Wanted, Catalogue)>),
    /// Read passages of a page; answered by [`Event::Passages`].
    Passages(Ticket, Box<PassagesWanted>),
    /// List everybody in some documents; answered by [`Event::People`].
    People(Ticket, Box<(CastOf, Catalogue)>),
    /// List everybody for a line in which a name is typed; answered by [`Event::People`], whatever cast is shown.
    Names(Ticket, Catalogue),
    /// Find and sort lines of a cast: those with what was typed, of that kind; answered by [`Event::Sifted`].
    Sift(Ticket, Box<Sifting>),
    /// Look for all places of something; answered by [`Event::Lines`], some at a time.
    Concordance(Ticket, Box<(Sought, Catalogue)>),
    /// Count over time; answered by [`Event::Timeline`].
    Timeline(Ticket, Box<TimelineWanted>),
    /// Count who and what appears with whom; answered by [`Event::Matrix`].
    Matrix(Ticket, Box<MatrixWanted>),
    /// Keep a search, or don't any more; answered by [`Event::Searches`] or [`Event::SearchNotKept`].
    KeepSearch(Ticket, SearchChange),
    /// Find anchors again; answered by [`Event::Anchored`].
    Anchor(Ticket, Text, Vec<(Option<ItemId>, Anchor)>),
    /// Find what a half typed link may mean; answered by [`Event::Completed`].
    Complete(Ticket, Box<HalfTyped>),
    /// Find out how notes stand in their documents, document by document; answered by [`Event::Reviewed`], some at a time.
    Review(Ticket, Vec<Reviewed>),
    /// Put changes on disk together; answered by [`Event::Saved`], [`Event::NotSaved`] or [`Event::Overtaken`].
    Save(Ticket, Box<Change>),
    /// Keep what stands in the editor, or nothing any more; not answered but for [`Event::Trouble`].
    Draft(Option<Box<Draft>>),
    /// What stands in the editor stays a draft when the program ends, for the next start.
    LeaveDraft,
    /// The draft of a run that has died is needed no more.
    DropDraft(DraftId),
    /// Write a text to a new file; answered by [`Event::Written`].
    Write(PathBuf, String),
    /// See what others wrote into the journals; answered by [`Event::Told`] where that is anything.
    Look,
    /// Keep where the person is in a document; answered by [`Event::Saved`] with ticket 0.
    Place(Place),
    /// Keep a mark; answered as [`Effect::Place`].
    Mark(Box<Mark>),
    /// Keep where this session stopped; answered only where that fails.
    Session(Box<Session>),
    /// Have a text edited in the person's own editor; answered by [`Event::Edited`].
    External(String),
    /// Have the upkeep of the collection do something; answered by [`Event::Collected`] where that changes anything.
    Order(Order),
    /// Put a text on the clipboard of the terminal.
    Copy(Copied),
    /// Draw everything anew.
    Redraw,
    /// Suspend the program.
    Suspend,
    /// End the program.
    Quit,
}
