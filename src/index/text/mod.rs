//! Stand-in until the full text is merged.
#![allow(missing_docs)]
use crate::corpus::{DocId, Document};
use std::io;
use std::path::{Path, PathBuf};

pub struct TextIndex(Option<PathBuf>);
pub struct TextWriter(Option<PathBuf>);
#[derive(Clone)]
pub struct TextReader;

impl TextIndex {
    pub fn open(folder: &Path) -> io::Result<Self> {
        Ok(Self(Some(folder.join("payload"))))
    }
    pub fn create(folder: &Path) -> io::Result<Self> {
        Ok(Self(Some(folder.join("payload"))))
    }
    pub fn in_memory() -> io::Result<Self> {
        Ok(Self(None))
    }
    pub fn writer(&self, _: usize, _: usize) -> io::Result<TextWriter> {
        Ok(TextWriter(self.0.clone()))
    }
    pub fn reader(&self) -> io::Result<TextReader> {
        Ok(TextReader)
    }
    pub fn payload(&self) -> io::Result<Option<String>> {
        match &self.0 {
            Some(path) => Ok(std::fs::read_to_string(path).ok()),
            None => Ok(None),
        }
    }
}
impl TextWriter {
    pub fn put(&mut self, _: DocId, _: &Path, _: &Document) -> io::Result<()> {
        Ok(())
    }
    pub fn remove(&mut self, _: DocId) -> io::Result<()> {
        Ok(())
    }
    pub fn commit(&mut self, payload: &str) -> io::Result<()> {
        match &self.0 {
            Some(path) => std::fs::write(path, payload),
            None => Ok(()),
        }
    }
}
impl TextReader {
    pub fn refresh(&self) -> io::Result<()> {
        Ok(())
    }
}
