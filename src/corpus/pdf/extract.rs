//! Reading the pages of a PDF: opening the file, and making lines of what stands on each page.

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::content;
use super::face::Faces;
use super::info::{self, Labels};
use super::page::{Failure, Message, Page};
use super::{order, piece, row};

/// Tells `tell` of the file's head and pages until it says that that's enough. What isn't a PDF, or a damaged
/// one, may panic, overflow the stack, or take any time and memory.
pub(super) fn extract(bytes: Vec<u8>, tell: &mut dyn FnMut(Message) -> bool) {
    let pdf = match Pdf::new(bytes) {
        Ok(pdf) => pdf,
        Err(error) => {
            tell(Message::Failed(match error {
                LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Failure::Password,
                LoadPdfError::Decryption(_) => Failure::Locked,
                LoadPdfError::Invalid => Failure::Damaged,
            }));
            return;
        }
    };
    let mut go_on = tell(Message::Head(info::head(&pdf)));
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
            lines,
        }));
    }
    tell(Message::End);
}
