//! The bundled collection: the files of the folder `corpus/`, embedded in the program.

use super::manual::{MANUAL, manual};

/// What the paths of the bundled documents begin with, as in `ibid:corpus/start-here.md`.
pub const BUNDLED_ROOT: &str = "ibid:corpus/";

macro_rules! embed {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../corpus/", $name)))),+]
    };
}

/// The bundled files as (name, text), the guide first.
pub const BUNDLED: &[(&str, &str)] = embed![
    "start-here.md",
    "lukashenko-skips-csto-summit.md",
    "putin-syamashka-integration.md",
    "lukashenka-putin-regions.md",
    "lukashenko-flies-to-sochi.md",
    "putin-backs-lukashenko-loan.md",
];

/// The paths of the bundled documents.
pub fn bundled_paths() -> impl Iterator<Item = String> {
    BUNDLED.iter().map(|(name, _)| format!("{BUNDLED_ROOT}{name}"))
}

/// The text of the bundled file at `path`, which begins with [`BUNDLED_ROOT`] or is [`MANUAL`].
pub fn bundled(path: &str) -> Option<&'static str> {
    if path == MANUAL {
        return Some(manual());
    }
    let wanted = path.strip_prefix(BUNDLED_ROOT)?;
    BUNDLED.iter().find(|(name, _)| *name == wanted).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::corpus::parse;

    #[test]
    fn every_file_of_the_folder_is_bundled() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| !name.starts_with('.'))
            .collect();
        let mut listed: Vec<&str> = BUNDLED.iter().map(|(name, _)| *name).collect();
        files.sort();
        listed.sort_unstable();
        assert_eq!(files, listed);
    }

    #[test]
    fn every_bundled_document_has_a_title_and_a_text() {
        for path in bundled_paths() {
            let document = parse(&path, bundled(&path).unwrap().as_bytes()).unwrap();
            assert!(!document.meta.title.value.is_empty() && document.meta.words > 0, "{path}");
        }
        assert_eq!(bundled("ibid:corpus/none.md"), None);
        assert_eq!(bundled("start-here.md"), None);
    }
}
