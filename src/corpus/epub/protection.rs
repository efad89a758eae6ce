//! Whether a book is protected: encrypted chapters, and not only fonts that are scrambled.

use std::collections::HashSet;

use super::super::archive::Archive;
use super::super::xml::{self, Part, Xml};
use super::package::locate;

/// Where a book says what is encrypted (EPUB OCF 3.3, 4.2.6.3.2).
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// How fonts are scrambled (EPUB OCF 3.3, 5; and Adobe's own way).
const FONTS: [&str; 2] = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

/// Whether one of the chapters is encrypted.
pub(super) fn covers(archive: &mut Archive<'_>, chapters: &[String]) -> bool {
    if !archive.has(ENCRYPTION) {
        return false;
    }
    let bytes = archive.read_telling(ENCRYPTION);
    let text = xml::decode(&bytes);
    let mut xml = Xml::new(&text);
    let mut encrypted = HashSet::new();
    let mut is_font = false;
    while let Some(part) = xml.next() {
        let Part::Start(tag) = part else { continue };
        match tag.local() {
            "EncryptedData" => is_font = false,
            "EncryptionMethod" => {
                is_font = tag.attribute("Algorithm").is_some_and(|way| FONTS.contains(&way.as_str()));
            }
            "CipherReference" if !is_font => {
                let name = tag.attribute("URI").and_then(|name| locate(archive, "", &name));
                encrypted.extend(name.map(|(name, _)| name.to_lowercase()));
            }
            _ => {}
        }
    }
    chapters.iter().any(|chapter| encrypted.contains(&chapter.to_lowercase()))
}
