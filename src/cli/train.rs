//! `ibid train`: a model of one's own from labelled files.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use super::arguments::Train;
use super::columns::count;
use super::eval::{labelled, print_scores};
use super::lessons::{Source, gathered, lessons, make};
use super::names::Names;
use super::tools::{Ending, Tools, bytes, name, spare};
use crate::corpus::Problem;
use crate::tag::model::{Model, drills};

/// The most lists that become a part of a model, and the sorts of names from which letters are learnt.
const LISTS: usize = 7;
const NAMES: usize = 3;

/// How often each drill is learnt, and with which weight: as for the model in the program.
const DRILLS: (usize, f32) = (6, 0.6);

/// How often somebody who waits hears that the training goes on.
const OFTEN: Duration = Duration::from_secs(10);

/// Trains a model, writes it, and measures it where that is asked for.
pub(super) fn train(arguments: &Train, tools: &Tools<'_>, out: &mut dyn Write) -> Result<(), Ending> {
    let sources = sources(arguments)?;
    let mut read = Vec::new();
    for source in &sources {
        let documents = labelled(&source.path)?;
        let tokens: usize = documents.iter().map(|document| document.words.len()).sum();
        let (file, weight) = (name(&source.path), source.weight);
        let told = format!("{}, {}", count(documents.len(), "document"), count(tokens, "token"));
        (tools.say)(&format!("{file}: {told}, weight {weight}"));
        read.extend(lessons(source, documents));
    }
    if arguments.drills {
        read.extend(drills(DRILLS.0, DRILLS.1, 1));
    }
    let lists = arguments.lists.iter().map(|path| list(path)).collect::<Result<Vec<_>, _>>()?;
    let names = arguments.names.iter().map(|path| list(path)).collect::<Result<Vec<_>, _>>()?;
    let clusters = arguments.clusters.as_deref().map(list).transpose()?.unwrap_or_default();
    let own = match lists.is_empty() && names.is_empty() && clusters.is_empty() {
        true => Names::called(&arguments.like)?.model().map(|model| model.lore()),
        false => None,
    };
    let dev = arguments.dev.iter().map(|path| labelled(path)).collect::<Result<Vec<_>, _>>()?;
    // Before the work is done it is known that there is room for what comes of it.
    let draft = Draft::new(&arguments.output)?;
    (tools.say)(&format!("training on {}", count(read.len(), "document")));
    let begun = Instant::now();
    let made = waiting(tools, begun, || {
        let lore = own.unwrap_or_else(|| gathered(&lists, &names, &clusters, &read));
        make(arguments, &read, &lore)
    });
    (tools.say)(&format!("trained in {:.0} seconds", begun.elapsed().as_secs_f64()));
    draft.keep(&made)?;
    let sum = Sha256::digest(&made);
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    let output = name(&arguments.output);
    writeln!(out, "{output}: {} bytes, SHA-256 {sum}", made.len())?;
    if dev.is_empty() {
        return Ok(());
    }
    let model =
        Model::open(&made).map_err(|error| Problem::new(output, error.to_string(), "please report this"))?;
    let files: Vec<_> = arguments.dev.iter().map(PathBuf::as_path).zip(dev).collect();
    writeln!(out)?;
    print_scores(&Names::own(model), &files, None, out)
}

/// The files to train on, each with its weight. None may be the one that is to be written.
fn sources(arguments: &Train) -> Result<Vec<Source>, Problem> {
    for (option, files, most) in [("--list", &arguments.lists, LISTS), ("--names", &arguments.names, NAMES)] {
        if let Some(surplus) = files.get(most) {
            let reason = format!("is one {option} too many: there may be {most}");
            return Err(Problem::new(name(surplus), reason, "put several lists into one file"));
        }
    }
    let whole = arguments.files.iter().map(|file| Source::read(file, false));
    let sources: Vec<Source> = whole
        .chain(arguments.partial.iter().map(|file| Source::read(file, true)))
        .collect::<Result<_, _>>()?;
    let inputs = sources.iter().map(|source| &source.path);
    let lists = arguments.lists.iter().chain(&arguments.names).chain(&arguments.clusters);
    let like = PathBuf::from(&arguments.like);
    spare(&arguments.output, inputs.chain(lists).chain(&arguments.dev).chain([&like]))?;
    Ok(sources)
}

/// A list of names, one a line.
fn list(path: &Path) -> Result<String, Problem> {
    String::from_utf8(bytes(path)?)
        .map_err(|_| Problem::new(name(path), "isn't UTF-8", "convert it to UTF-8"))
}

/// Does something that takes long, and says now and then that it goes on.
fn waiting<T>(tools: &Tools<'_>, begun: Instant, work: impl FnOnce() -> T + Send) -> T
where
    T: Send,
{
    let (done, waits) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            while waits.recv_timeout(OFTEN) == Err(RecvTimeoutError::Timeout) {
                (tools.say)(&format!("… {:.0} seconds", begun.elapsed().as_secs_f64()));
            }
        });
        let made = work();
        drop(done);
        made
    })
}

/// A file that takes its name once it is whole, so that nobody ever sees half a model.
struct Draft {
    output: PathBuf,
    draft: PathBuf,
    file: File,
}

impl Draft {
    fn new(output: &Path) -> Result<Self, Problem> {
        let problem = |error: &dyn std::fmt::Display| {
            Problem::new(
                name(output),
                format!("can't be written: {error}"),
                "name another file after --output",
            )
        };
        // Where a link leads is where the model belongs.
        let target = output.canonicalize().unwrap_or_else(|_| output.to_owned());
        if target.is_dir() {
            return Err(problem(&"it is a folder"));
        }
        if target.exists() && !target.is_file() {
            return Err(problem(&"it is no file that can be replaced"));
        }
        let file_name = target.file_name().ok_or_else(|| problem(&"it is no file's name"))?;
        let draft = target.with_file_name(format!(".{}.part", file_name.to_string_lossy()));
        let file = File::create(&draft).map_err(|error| Problem::written(output, &error))?;
        Ok(Self { output: target, draft, file })
    }

    fn keep(mut self, bytes: &[u8]) -> Result<(), Problem> {
        let written = self.file.write_all(bytes).and_then(|()| self.file.sync_all());
        let kept = written.and_then(|()| std::fs::rename(&self.draft, &self.output));
        kept.map_err(|error| Problem::written(&self.output, &error))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Where it took its name there is nothing left to remove.
        drop(std::fs::remove_file(&self.draft));
    }
}
