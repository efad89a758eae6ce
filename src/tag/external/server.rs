//! The owner of the program: starts it, asks it, and ends it when it fails.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use super::answer::Answer;
use super::complaints::{Complaints, shortened};
use super::leash::Grip;
use super::parcel::{Parcel, parcels};
use super::process::{Heard, Process};
use super::request;
use crate::tag::choice::Tell;
use crate::tag::{Context, Mention};
use crate::text::Text;

/// How often the program is started at most.
const STARTS: usize = 4;

/// Questions that wait for an answer at once, so that the program can take several in one go.
const BATCH: usize = 16;

/// How long the owner looks away from whether an answer is still wanted.
const GLANCE: Duration = Duration::from_millis(20);

/// What the person can do about a program that fails.
const REMEDY: &str = "the tagger in the program is used instead";

/// A text to be tagged.
pub(super) struct Job {
    pub(super) text: Text,
    pub(super) context: Context,
    /// Whether nobody wants it any more.
    pub(super) cancelled: Arc<AtomicBool>,
    /// Gets the mentions, or `None` where the program failed.
    pub(super) reply: Sender<Option<Vec<Mention>>>,
}

/// Owns the program.
pub(super) struct Server {
    command: Vec<String>,
    timeout: Duration,
    grip: Grip,
    complaints: Complaints,
    process: Option<Process>,
    starts: usize,
    /// The number of the next question.
    next: u64,
    /// Questions that were asked for somebody who went away, and will be answered all the same.
    stale: HashSet<u64>,
}

/// Why there are no mentions.
enum Failure {
    /// Nobody wants them any more.
    Unwanted,
    /// The program can't say.
    Refused(String),
    /// The program is to be ended, for this reason and with what helps.
    Broken(String, &'static str),
}

impl Server {
    pub(super) fn new(command: &[String], timeout: Duration, grip: Grip, tell: Tell) -> Self {
        Self {
            command: command.to_vec(),
            timeout,
            grip,
            complaints: Complaints::new(command, tell),
            process: None,
            starts: 0,
            next: 0,
            stale: HashSet::new(),
        }
    }

    /// Does all jobs, until there will be no more.
    pub(super) fn serve(mut self, jobs: &Receiver<Job>) {
        for job in jobs {
            if job.cancelled.load(Ordering::Relaxed) {
                continue;
            }
            let mentions = self.names(&job);
            // Somebody who doesn't wait any more needs no answer.
            drop(job.reply.send(mentions));
        }
    }

    fn names(&mut self, job: &Job) -> Option<Vec<Mention>> {
        // Taken out, so that it is ended unless it is put back.
        let process = match self.process.take() {
            Some(process) => process,
            None => self.start()?,
        };
        match self.ask(&process, job) {
            Ok(mentions) => {
                self.process = Some(process);
                Some(mentions)
            }
            Err(Failure::Unwanted) => {
                self.process = Some(process);
                None
            }
            Err(Failure::Refused(reason)) => {
                self.process = Some(process);
                let reason = format!("couldn't tag a text: {}", shortened(&reason));
                self.complaints.tell(&reason.clone(), reason, REMEDY);
                None
            }
            Err(Failure::Broken(reason, remedy)) => {
                let (status, last_words) = process.end();
                self.stale.clear();
                let status = status.map(|status| format!(" ({status})")).unwrap_or_default();
                let said = last_words.map(|line| format!("; it said: {line}")).unwrap_or_default();
                let remedy = if remedy.is_empty() { REMEDY } else { remedy };
                self.complaints.tell(&reason.clone(), format!("{reason}{status}{said}"), remedy);
                self.give_up();
                None
            }
        }
    }

    /// Starts the program, unless it was started often enough.
    fn start(&mut self) -> Option<Process> {
        if self.starts >= STARTS {
            return None;
        }
        self.starts += 1;
        match Process::start(&self.command, &self.grip) {
            Ok(process) => Some(process),
            Err(error) => {
                self.starts = STARTS;
                let remedy = "check the command in config.toml; the tagger in the program is used instead";
                self.complaints.tell("start", format!("can't be started: {error}"), remedy);
                None
            }
        }
    }

    /// Says so where the program will not be started again.
    fn give_up(&mut self) {
        if self.starts >= STARTS {
            let reason = format!("failed {STARTS} times and isn't started again");
            self.complaints.tell("give up", reason, REMEDY);
        }
    }

    /// Asks for the names in a text, several parts of it at once.
    fn ask(&mut self, process: &Process, job: &Job) -> Result<Vec<Mention>, Failure> {
        let unwanted = || job.cancelled.load(Ordering::Relaxed);
        let mut parcels = parcels(&job.text, &unwanted);
        let mut asked: HashMap<u64, Parcel> = HashMap::new();
        let mut mentions = Vec::new();
        let mut deadline = Instant::now() + self.timeout;
        loop {
            while asked.len() < BATCH
                && let Some(parcel) = parcels.next()
            {
                let line = request::line(self.next, &parcel.text, &job.context);
                process.send(line.map_err(|error| Failure::Refused(error.to_string()))?);
                asked.insert(self.next, parcel);
                self.next += 1;
            }
            if unwanted() {
                self.stale.extend(asked.into_keys());
                return Err(Failure::Unwanted);
            }
            if asked.is_empty() {
                break;
            }
            match process.hear(deadline.min(Instant::now() + GLANCE)) {
                Heard::Line(line) if line.trim_ascii().is_empty() => {}
                Heard::Line(line) => {
                    let answer = self.read(&line)?;
                    deadline = Instant::now() + self.timeout;
                    let Some(parcel) = answer.id().and_then(|id| asked.remove(&id)) else {
                        self.check_stale(&answer)?;
                        continue;
                    };
                    if let Some(reason) = answer.error {
                        self.stale.extend(asked.into_keys());
                        return Err(Failure::Refused(reason));
                    }
                    let text = job.text.as_str();
                    mentions.extend(answer.mentions(text, &parcel, &mut self.complaints));
                }
                Heard::TooLong => {
                    return Err(Failure::Broken(
                        "printed a line that is too long for an answer".to_owned(),
                        "",
                    ));
                }
                Heard::Ended => {
                    return Err(Failure::Broken("ended before it had answered".to_owned(), ""));
                }
                Heard::Nothing if Instant::now() >= deadline => {
                    let reason =
                        format!("gave no answer within {} seconds and was ended", self.timeout.as_secs());
                    let remedy =
                        "it has to answer each line as it comes, and flush; or set timeout-seconds higher";
                    return Err(Failure::Broken(reason, remedy));
                }
                Heard::Nothing => {}
            }
        }
        // Answers may come in any order.
        mentions.sort_unstable_by_key(|mention| mention.span.start);
        Ok(mentions)
    }

    fn read(&self, line: &[u8]) -> Result<Answer, Failure> {
        Answer::read(line).map_err(|_| {
            let line = shortened(String::from_utf8_lossy(line).trim());
            let remedy = "it may print nothing else than answers; the rest belongs on standard error";
            Failure::Broken(format!("printed what isn't an answer: {line}"), remedy)
        })
    }

    /// Lets an answer pass that nobody wants any more; no other that wasn't asked for.
    fn check_stale(&mut self, answer: &Answer) -> Result<(), Failure> {
        if answer.id().is_some_and(|id| self.stale.remove(&id)) {
            return Ok(());
        }
        let remedy = "each line has one answer, with the id of the question";
        Err(Failure::Broken("answered what it wasn't asked".to_owned(), remedy))
    }
}
