//! The person's own files: settings, journals and taggers. What is wrong with them is counted, not quoted.

use std::env;
use std::path::Path;

use super::{Finding, Tools};
use crate::cli::columns::count;
use crate::cli::config::{journal_files, settings_files};
use crate::tag::{has_english, open_model};

/// Looks at the settings, the journals and the taggers.
pub(super) fn look(tools: &Tools<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(config) = &tools.config {
        let looked = settings_files(config, tools);
        if looked.is_empty() {
            findings.push(Finding::fine("settings", "files", "none: all is as it comes"));
        }
        for file in looked {
            let wrong = file.problems.len();
            findings.push(match wrong {
                0 => Finding::fine("settings", file.what, "no mistake"),
                _ => Finding::fine("settings", file.what, count(wrong, "mistake"))
                    .mend("ibid config check names them, by line"),
            });
        }
    }
    let own = tools.settings.own();
    if !own.is_empty() {
        findings.push(Finding::fine("settings", "set", own.join(", ")));
    }
    for folder in &tools.folders {
        let (files, records) = journal_files(folder);
        let wrong: usize = files.iter().map(|file| file.problems.len()).sum();
        let journals = files.iter().filter(|file| file.problems.is_empty()).count();
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let told = format!("{} in {}", count(records, "record"), count(journals, "file"));
        findings.push(match wrong {
            0 => Finding::fine("journals", name, told),
            _ => Finding::fine(
                "journals",
                name,
                format!("{told}; {} couldn't be read", count(wrong, "line or file")),
            )
            .mend("ibid config check names them; a damaged line is skipped, and the others hold"),
        });
    }
    findings.extend(taggers(tools));
    findings
}

/// Who finds the names.
fn taggers(tools: &Tools<'_>) -> Vec<Finding> {
    let part = "taggers";
    let chosen = &tools.settings.tagger;
    let mut findings = vec![match has_english() {
        true => Finding::fine(part, "english", "in the program"),
        false => Finding::fine(part, "english", "damaged in the program").trouble("install ibid anew"),
    }];
    let own = chosen.model.iter().map(|path| ("en", path));
    let own = own.chain(chosen.models.iter().map(|(language, path)| (language.as_str(), path)));
    for (language, path) in own {
        let name = format!("own model ({language})");
        findings.push(match open_model(path) {
            Ok(_) => Finding::fine(part, name, "can be used"),
            Err(_) => Finding::fine(part, name, "can't be used; the one in the program is used instead")
                .mend("ibid tag FILE says why; ibid train makes a new one"),
        });
    }
    if let Some(program) = chosen.command.first() {
        findings.push(match is_there(program) {
            true => Finding::fine(part, "own program", "set; ibid tag FILE says whether it answers"),
            false => Finding::fine(
                part,
                "own program",
                "can't be started; the tagger in the program is used instead",
            )
            .mend("check [tagger] command in config.toml: there is no such program"),
        });
    }
    findings
}

/// Whether there is such a program, sought as the system does: a name alone in the folders of `PATH`.
fn is_there(program: &str) -> bool {
    if Path::new(program).components().count() > 1 {
        return is_program(Path::new(program));
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| is_program(&folder.join(program)))
}

/// Whether it is a file that may be run.
fn is_program(path: &Path) -> bool {
    let Ok(known) = path.metadata() else { return false };
    #[cfg(unix)]
    let may_run = std::os::unix::fs::PermissionsExt::mode(&known.permissions()) & 0o111 != 0;
    #[cfg(not(unix))]
    let may_run = true;
    known.is_file() && may_run
}
