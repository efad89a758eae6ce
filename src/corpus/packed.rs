//! Unpacking what is compressed, as far as the limit and as it goes.

use std::io::{self, BufRead, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::format::Packing;
use super::load::size;

/// What is unpacked, as it is read. Where the file is damaged or the limit is reached it ends, and
/// [`Unpacked::cut`] says so.
pub(super) struct Unpacked<R> {
    source: Packed<R>,
    limit: u64,
    left: u64,
    cut: Option<String>,
}

enum Packed<R> {
    Gzip(Box<MultiGzDecoder<R>>),
    Zstd(Box<Frames<R>>),
}

impl<R: BufRead> Unpacked<R> {
    /// Unpacks what `reader` has, up to `limit` bytes.
    pub(super) fn new(reader: R, packing: Packing, limit: u64) -> Self {
        let source = match packing {
            Packing::Gzip => Packed::Gzip(Box::new(MultiGzDecoder::new(reader))),
            Packing::Zstd => Packed::Zstd(Box::new(Frames { reader, decoder: FrameDecoder::new() })),
        };
        Self { source, limit, left: limit, cut: None }
    }

    /// Why not all of it was unpacked, in words, once its end was reached.
    pub(super) fn cut(&self) -> Option<&str> {
        self.cut.as_deref()
    }
}

impl<R: BufRead> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.cut.is_some() || buffer.is_empty() {
            return Ok(0);
        }
        // One byte more than the limit tells whether there is more.
        let room = buffer.len().min(usize::try_from(self.left).unwrap_or(usize::MAX).max(1));
        let buffer = buffer.get_mut(..room).unwrap_or_default();
        let read = match &mut self.source {
            Packed::Gzip(decoder) => decoder.read(buffer),
            Packed::Zstd(frames) => frames.read(buffer),
        };
        match read {
            Ok(0) => Ok(0),
            Ok(_) if self.left == 0 => {
                self.cut = Some(format!("only the first {} of what is unpacked are read", size(self.limit)));
                Ok(0)
            }
            Ok(read) => {
                self.left -= read as u64;
                Ok(read)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(error) => {
                self.cut = Some(format!("the rest is damaged and can't be unpacked ({error})"));
                Ok(0)
            }
        }
    }
}

/// The frames of a zstd file (RFC 8878, 3), one behind the other.
struct Frames<R> {
    reader: R,
    decoder: FrameDecoder,
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.decoder.can_collect() == 0 {
            if !self.decoder.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.reader, one).map_err(io::Error::other)?;
                continue;
            }
            if self.reader.fill_buf()?.is_empty() {
                return Ok(0);
            }
            match self.decoder.init(&mut self.reader) {
                Ok(()) => {}
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    let skipped =
                        io::copy(&mut self.reader.by_ref().take(u64::from(length)), &mut io::sink())?;
                    if skipped < u64::from(length) {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        self.decoder.read(buffer)
    }
}

/// The name of what is in a compressed file: without `.gz` or `.zst`.
pub(super) fn inner_name(name: &str) -> &str {
    let endings = [".gz", ".zst", ".zstd", ".GZ"];
    endings
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .filter(|inner| !inner.is_empty())
        .unwrap_or(name)
}

#[cfg(test)]
#[path = "packed_tests.rs"]
mod tests;
