//! ZIP archives, read with bounds: what is unpacked is counted over all parts, names never lead out of the
//! archive, and nothing is ever written to disk.

use std::collections::HashMap;
use std::fmt;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::draft::Source;
use super::load::size;
use super::{Problem, meta};

/// The most parts of an archive: as many as one without the 64-bit extensions can have.
const MAX_PARTS: usize = 65_535;

/// The most bytes that are unpacked, whatever the limits say: a text that is decoded may take three times as
/// many, and a [`crate::text::Span`] points into 4 GiB.
const MOST_UNPACKED: u64 = 1 << 30;

/// The most faults that are told one by one.
const TOLD: usize = 8;

/// What helps where something is damaged.
const DAMAGED: &str = "get a whole copy";

/// DEFLATE can't do better than 1,032 bytes out of one (RFC 1951: 258 bytes from two bits).
const BEST_RATIO: u64 = 1032;

/// What is wrong with a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// There is no such part.
    Missing,
    /// It is encrypted.
    Encrypted,
    /// It doesn't fit into what may be unpacked, so many bytes.
    Full(u64),
    /// It is packed in a way that isn't known.
    Unknown,
    /// It can't be unpacked, or not to its end, or its checksum is wrong.
    Damaged,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("is missing"),
            Self::Encrypted => f.write_str("is encrypted"),
            Self::Full(limit) => write!(f, "is cut off: more than {} unpacked", size(*limit)),
            Self::Unknown => f.write_str("is packed in an unknown way"),
            Self::Damaged => f.write_str("is damaged"),
        }
    }
}

impl Fault {
    /// What helps.
    fn remedy(&self) -> &'static str {
        match self {
            Self::Missing | Self::Damaged => DAMAGED,
            Self::Encrypted => "save a copy without a password",
            Self::Full(_) => "split it into smaller files",
            Self::Unknown => "save it anew",
        }
    }
}

/// A part as far as it could be unpacked, and what was wrong with it.
pub(super) struct Part {
    pub(super) bytes: Vec<u8>,
    pub(super) fault: Option<Fault>,
}

/// Where a part is: its number in the archive, and in the list of names.
#[derive(Clone, Copy)]
struct Place {
    part: usize,
    name: usize,
}

/// An archive that is being read.
pub(super) struct Archive<'a> {
    /// The file's path or name.
    name: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The number of each part by its name, in small letters: the rules of both EPUB and Office Open XML
    /// forbid names that differ in nothing else.
    parts: HashMap<String, Place>,
    /// The names as they are, in order.
    names: Vec<String>,
    limit: u64,
    left: u64,
    /// What is wrong with parts; of more than are told one by one, the number.
    faults: Vec<Problem>,
    untold: usize,
    /// What parts were left out as no text; of more than are told one by one, the number.
    no_text: Vec<String>,
    untold_no_text: usize,
    refused: usize,
}

impl<'a> Archive<'a> {
    /// Opens the archive that the file is.
    ///
    /// # Errors
    ///
    /// Where its list of parts is missing or damaged, or has over 65,535 parts.
    pub(super) fn open(source: &Source<'a>) -> Result<Self, Problem> {
        // Each part has such a signature in the list (APPNOTE.TXT 4.3.12); some more may stand in the parts.
        let signatures = memchr::memmem::find_iter(source.bytes, b"PK\x01\x02").take(2 * MAX_PARTS).count();
        let many = || Problem::new(source.name, format!("holds more than {MAX_PARTS} parts"), "");
        if signatures == 2 * MAX_PARTS {
            return Err(many());
        }
        let zip = ZipArchive::new(Cursor::new(source.bytes)).map_err(|_| {
            Problem::new(
                source.name,
                "is damaged or cut off: its list of parts can't be read",
                "copy it again",
            )
        })?;
        if zip.len() > MAX_PARTS {
            return Err(many());
        }
        let limit = source.limits.unpacked.min(MOST_UNPACKED);
        let mut archive = Self {
            name: source.name,
            parts: HashMap::with_capacity(zip.len()),
            names: Vec::new(),
            limit,
            left: limit,
            faults: Vec::new(),
            untold: 0,
            no_text: Vec::new(),
            untold_no_text: 0,
            refused: 0,
            zip,
        };
        archive.list();
        Ok(archive)
    }

    fn list(&mut self) {
        for at in 0..self.zip.len() {
            // A name that can't be decoded is none that a document would ask for.
            let Some(Ok(name)) = self.zip.name_for_index(at) else { continue };
            if name.ends_with(['/', '\\']) {
                continue;
            }
            match within("", &name).filter(|_| !name.starts_with(['/', '\\'])) {
                Some(name) => {
                    let key = name.to_lowercase();
                    if let std::collections::hash_map::Entry::Vacant(free) = self.parts.entry(key) {
                        free.insert(Place { part: at, name: self.names.len() });
                        self.names.push(name);
                    }
                }
                None => self.refused += 1,
            }
        }
    }

    /// The names of the parts, in the order of the archive.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&name.to_lowercase())
    }

    /// The name of the part as the archive writes it.
    pub(super) fn written(&self, name: &str) -> Option<&str> {
        let place = self.parts.get(&name.to_lowercase())?;
        self.names.get(place.name).map(String::as_str)
    }

    /// Unpacks a part, or what can be had of it.
    pub(super) fn read(&mut self, name: &str) -> Part {
        let mut bytes = Vec::new();
        let fault = self.unpack(name, &mut bytes).err();
        Part { bytes, fault }
    }

    /// As [`Archive::read`], and remembers what was wrong, for [`Archive::lost`].
    pub(super) fn read_telling(&mut self, name: &str) -> Vec<u8> {
        let part = self.read(name);
        if let Some(fault) = part.fault {
            self.tell(name, &fault);
        }
        part.bytes
    }

    /// Remembers what is wrong with a part, for [`Archive::lost`].
    pub(super) fn tell(&mut self, name: &str, fault: &Fault) {
        self.fault(name, fault.to_string(), fault.remedy());
    }

    /// Remembers that the text of a part ends in the middle, or makes no sense from some place on.
    pub(super) fn tell_broken(&mut self, name: &str) {
        self.fault(name, "is damaged, and is read only as far as that".to_owned(), DAMAGED);
    }

    fn fault(&mut self, name: &str, reason: String, remedy: &str) {
        let place = meta::shortened(name, 80);
        // What was cut is broken too: that goes without saying.
        if self.faults.iter().any(|fault| fault.place == place) {
            return;
        }
        if self.faults.len() < TOLD {
            self.faults.push(Problem { place, ..Problem::new(self.name, reason, remedy) });
        } else {
            self.untold += 1;
        }
    }

    /// Remembers that a part was left out, since it is no text, for [`Archive::done`].
    pub(super) fn leave_out(&mut self, name: &str, what: &str) {
        if self.no_text.len() < TOLD {
            self.no_text.push(format!("{} {what}", meta::shortened(name, 80)));
        } else {
            self.untold_no_text += 1;
        }
    }

    /// What couldn't be read so far.
    pub(super) fn lost(&self) -> Vec<Problem> {
        let mut lost = self.faults.clone();
        if self.untold > 0 {
            let reason = format!("{} more parts are damaged or missing", self.untold);
            lost.push(Problem::new(self.name, reason, DAMAGED));
        }
        lost
    }

    /// What was left out so far for good reasons, in words.
    pub(super) fn done(&self) -> Vec<String> {
        let mut done = self.no_text.clone();
        if self.untold_no_text > 0 {
            done.push(format!("{} more parts are no text", self.untold_no_text));
        }
        if self.refused > 0 {
            done.push(format!("parts left out whose names lead out of the archive: {}", self.refused));
        }
        if self.zip.has_duplicate_names() {
            done.push("parts with the same name: only the last is read".into());
        }
        done
    }

    fn unpack(&mut self, name: &str, bytes: &mut Vec<u8>) -> Result<(), Fault> {
        let at = self.parts.get(&name.to_lowercase()).ok_or(Fault::Missing)?.part;
        let entry = self.zip.by_index_data(at).map_err(|_| Fault::Damaged)?;
        if entry.encrypted() {
            return Err(Fault::Encrypted);
        }
        let (said, packed) = (entry.size(), entry.compressed_size());
        let part = self.zip.by_index(at).map_err(|error| match error {
            zip::result::ZipError::CompressionMethodNotSupported(_)
            | zip::result::ZipError::UnsupportedArchive(_) => Fault::Unknown,
            _ => Fault::Damaged,
        })?;
        let most = said.min(self.left).min(packed.saturating_mul(BEST_RATIO)).min(self.limit);
        bytes.reserve_exact(usize::try_from(most).unwrap_or(0));
        let read = part.take(self.left.saturating_add(1)).read_to_end(bytes);
        let full = bytes.len() as u64 > self.left;
        if full {
            bytes.truncate(usize::try_from(self.left).unwrap_or(usize::MAX));
        }
        self.left -= bytes.len() as u64;
        match read {
            _ if full => Err(Fault::Full(self.limit)),
            Ok(_) => Ok(()),
            Err(_) => Err(Fault::Damaged),
        }
    }
}

/// The name of the part to which `reference` leads from a part in the folder `base`: without `.` and `..`,
/// with slashes only. `None` where it leads out of the archive, or nowhere.
pub(super) fn within(base: &str, reference: &str) -> Option<String> {
    let reference = reference.replace('\\', "/");
    let base = if reference.starts_with('/') { "" } else { base };
    let mut steps: Vec<&str> = Vec::new();
    for step in base.split('/').chain(reference.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            // A drive letter, as in `C:`, or the scheme of an address.
            step if steps.is_empty() && step.ends_with(':') => return None,
            step => steps.push(step),
        }
    }
    (!steps.is_empty()).then(|| steps.join("/"))
}

/// The folder in which a part lies, `""` for the top.
pub(super) fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
#[path = "archive_tests.rs"]
mod tests;
