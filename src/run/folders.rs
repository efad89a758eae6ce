//! Where a person's own files are.

use std::ffi::OsString;
use std::path::PathBuf;

use directories::ProjectDirs;

use crate::corpus::Problem;

/// Names another config directory.
const CONFIG_VARIABLE: &str = "IBID_CONFIG_DIR";

/// Names another cache directory.
const CACHE_VARIABLE: &str = "IBID_CACHE_DIR";

/// The folders in which ibid keeps files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// What the person wrote, and their settings.
    pub config: PathBuf,
    /// What ibid worked out and can work out again.
    pub cache: PathBuf,
}

impl Folders {
    /// Those that the variables name, else those that are usual on this system.
    ///
    /// # Errors
    ///
    /// A problem where there is neither, as for a user without a home directory.
    pub fn of_system() -> Result<Self, Problem> {
        let named = |variable: &str| std::env::var_os(variable).filter(|value| *value != OsString::new());
        let usual = ProjectDirs::from("", "", "ibid");
        let config = named(CONFIG_VARIABLE).map(PathBuf::from);
        let cache = named(CACHE_VARIABLE).map(PathBuf::from);
        let config = config.or_else(|| usual.as_ref().map(|dirs| dirs.config_dir().to_owned()));
        let cache = cache.or_else(|| usual.as_ref().map(|dirs| dirs.cache_dir().to_owned()));
        match (config, cache) {
            (Some(config), Some(cache)) => Ok(Self { config, cache }),
            _ => Err(Problem::new(
                "the config directory",
                "there is no home directory to keep it in",
                format!("set HOME, or {CONFIG_VARIABLE} and {CACHE_VARIABLE}"),
            )),
        }
    }
}
