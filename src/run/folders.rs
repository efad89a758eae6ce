//! Where a person's own files are.

use std::path::PathBuf;

use directories::ProjectDirs;

use crate::corpus::Problem;

/// Names another config directory.
const CONFIG_VARIABLE: &str = "IBID_CONFIG_DIR";

/// The config directory, which holds what the person wrote and their settings: the one that the variable
/// names, else the one that is usual on this system.
///
/// # Errors
///
/// A problem where there is neither, as for a user without a home directory.
pub fn config_folder() -> Result<PathBuf, Problem> {
    let named = std::env::var_os(CONFIG_VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from);
    let usual = || ProjectDirs::from("", "", "ibid").map(|dirs| dirs.config_dir().to_owned());
    named.or_else(usual).ok_or_else(|| {
        let reason = "there is no home directory to keep it in";
        Problem::new("the config directory", reason, format!("set HOME or {CONFIG_VARIABLE}"))
    })
}
