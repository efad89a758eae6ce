//! Where a person's own files are.

use std::path::PathBuf;

use directories::ProjectDirs;

use crate::corpus::Problem;

/// Names another config directory.
const CONFIG_VARIABLE: &str = "IBID_CONFIG_DIR";

/// Names another cache directory.
const CACHE_VARIABLE: &str = "IBID_CACHE_DIR";

/// The cache directory, which holds what is worked out of documents: the one that the variable names, else the one
/// that is usual on this system. Whatever is in it may be deleted at any time.
///
/// # Errors
///
/// A problem where there is neither, as for a user without a home directory.
pub fn cache_folder() -> Result<PathBuf, Problem> {
    let usual = |dirs: ProjectDirs| dirs.cache_dir().to_owned();
    folder("the cache directory", CACHE_VARIABLE, usual)
}

/// The config directory, which holds what the person wrote and their settings: the one that the variable
/// names, else the one that is usual on this system.
///
/// # Errors
///
/// A problem where there is neither, as for a user without a home directory.
pub fn config_folder() -> Result<PathBuf, Problem> {
    folder("the config directory", CONFIG_VARIABLE, |dirs| dirs.config_dir().to_owned())
}

/// The state directory, which holds what belongs to this machine alone and is neither written by the person nor worked out:
/// the one of the cache where the variable names that, else the one that is usual on this system.
///
/// # Errors
///
/// A problem where there is neither, as for a user without a home directory.
pub fn state_folder() -> Result<PathBuf, Problem> {
    let usual = |dirs: ProjectDirs| dirs.state_dir().unwrap_or(dirs.data_local_dir()).to_owned();
    folder("the state directory", CACHE_VARIABLE, usual)
}

/// The folder that a variable names, else the usual one.
fn folder(
    what: &str,
    variable: &str,
    usual: impl FnOnce(ProjectDirs) -> PathBuf,
) -> Result<PathBuf, Problem> {
    let named = std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    named.or_else(|| ProjectDirs::from("", "", "ibid").map(usual)).ok_or_else(|| {
        let reason = "there is no home directory to keep it in";
        Problem::new(what, reason, format!("set HOME or {variable}"))
    })
}
