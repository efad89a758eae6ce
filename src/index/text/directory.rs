//! The folder of an index, of which not all is mapped into memory: what is mapped and was looked at stays in the program's
//! memory as long as the system doesn't need it for something else.
//!
//! Whoever finds names asks for the text of every document, so readers read the stored texts from their files piece by
//! piece; the rest is looked at in small pieces again and again, and mapped. The writer goes over all of it once when it
//! joins segments: for it only the list of words is mapped, which is asked for as a whole.

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::HasLen;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, OwnedBytes, WatchCallback, WatchHandle,
    WritePtr,
};

use crate::index::packed::read_at;

/// How the names of the files of stored texts end.
const STORE: &[&str] = &["store"];

/// The same of all that is as large as the texts: stored texts, postings, positions, and the values of fields.
const LARGE: &[&str] = &["store", "idx", "pos", "fast"];

/// A folder of which some files are read piece by piece.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    folder: PathBuf,
    mapped: MmapDirectory,
    in_pieces: &'static [&'static str],
}

impl Reading {
    /// That folder, for readers.
    pub(super) fn open(folder: &Path) -> tantivy::Result<Self> {
        Ok(Self { folder: folder.to_owned(), mapped: MmapDirectory::open(folder)?, in_pieces: STORE })
    }

    /// That folder, for who writes.
    pub(super) fn to_write(folder: &Path) -> tantivy::Result<Self> {
        Ok(Self { in_pieces: LARGE, ..Self::open(folder)? })
    }
}

/// A file that is read where it is.
#[derive(Debug)]
struct Pieces {
    file: File,
    len: usize,
}

impl HasLen for Pieces {
    fn len(&self) -> usize {
        self.len
    }
}

impl FileHandle for Pieces {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.start > range.end || range.end > self.len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let mut bytes = vec![0; range.len()];
        read_at(&self.file, &mut bytes, range.start as u64)?;
        Ok(OwnedBytes::new(bytes))
    }
}

impl Directory for Reading {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let in_pieces = |end: &OsStr| self.in_pieces.iter().any(|other| end == *other);
        if !path.extension().is_some_and(in_pieces) {
            return self.mapped.get_file_handle(path);
        }
        let open = || {
            let file = File::open(self.folder.join(path))?;
            let len = usize::try_from(file.metadata()?.len()).map_err(io::Error::other)?;
            Ok(Pieces { file, len })
        };
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => OpenReadError::FileDoesNotExist(path.to_owned()),
            _ => OpenReadError::wrap_io_error(error, path.to_owned()),
        };
        Ok(Arc::new(open().map_err(failed)?))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.mapped.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.mapped.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        match self.mapped.open_write(path) {
            // A program that was killed before its commit leaves what it had written, and the marks of what is taken out
            // are called after the number of the change, which is counted on from the last commit: whoever does
            // the same anew comes to the same name. Nothing that was committed is ever written again.
            Err(OpenWriteError::FileAlreadyExists(_)) => {
                let failed = |error: DeleteError| {
                    OpenWriteError::wrap_io_error(io::Error::other(error.to_string()), path.to_owned())
                };
                self.mapped.delete(path).map_err(failed)?;
                self.mapped.open_write(path)
            }
            opened => opened,
        }
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.mapped.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.mapped.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.mapped.sync_directory()
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        self.mapped.acquire_lock(lock)
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.mapped.watch(callback)
    }
}
