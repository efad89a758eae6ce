//! Reading the pages of a PDF: opening the file, and making lines of what stands on each page.

use std::sync::Arc;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::content;
use super::face::Faces;
use super::info::{self, Labels};
use super::page::{Failure, Head, Message, Page};
use super::{order, piece, row};

/// Tells `tell` of the file's head and pages until it says that that's enough. What isn't a PDF, or a damaged
/// one, may panic, overflow the stack, or take any time and memory.
pub(super) fn extract(bytes: Vec<u8>, tell: &mut dyn FnMut(Message) -> bool) {
    let (pdf, mended) = match open(bytes) {
        Ok(opened) => opened,
        Err(error) => {
            tell(Message::Failed(match error {
                LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Failure::Password,
                LoadPdfError::Decryption(_) => Failure::Locked,
                LoadPdfError::Invalid => Failure::Damaged,
            }));
            return;
        }
    };
    let mut go_on = tell(Message::Head(Head { mended, ..info::head(&pdf) }));
    let labels = Labels::of(&pdf);
    let mut faces = Faces::new();
    for (number, page) in pdf.pages().iter().enumerate() {
        if !go_on {
            return;
        }
        let canvas = content::read(page, &mut faces);
        let mut lines = Vec::new();
        let mut zone = 0;
        for (at, frame) in piece::frames(&canvas).into_iter().enumerate() {
            let all = if at == 0 { 0 } else { row::TURNED };
            for pieces in order::zones(frame.pieces) {
                lines.extend(row::lines(pieces, zone, all));
                zone += 1;
            }
        }
        go_on = tell(Message::Page(Page {
            label: labels.get(number),
            height: page.render_dimensions().1,
            picture: canvas.picture,
            unknown: canvas.unknown,
            unseen: canvas.unseen,
            cut: canvas.cut,
            lines,
        }));
    }
    tell(Message::End);
}

/// A catalog whose tree of pages isn't there, so that all pages are looked for.
const CATALOG: &[u8] = b"\n8388606 0 obj\n<< /Type /Catalog /Pages 8388607 0 R >>\nendobj\n";

/// Opens a file; where it has lost its catalog, as one that was cut has, with another one. Says whether it
/// needed that.
fn open(bytes: Vec<u8>) -> Result<(Pdf, bool), LoadPdfError> {
    let bytes = Arc::new(bytes);
    match Pdf::new(Arc::clone(&bytes)) {
        Ok(pdf) => Ok((pdf, false)),
        Err(LoadPdfError::Invalid) => {
            // Behind what was cut in the middle it may not be seen, and before it another one may be found later.
            let mended = [b"%PDF-1.7", CATALOG, &bytes, CATALOG].concat();
            drop(bytes);
            Pdf::new(mended).map(|pdf| (pdf, true))
        }
        Err(error) => Err(error),
    }
}
