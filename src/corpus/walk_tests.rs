//! Walking folders with everything in them that can go wrong.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::fs;

use super::*;

struct Walked {
    files: Vec<String>,
    problems: Vec<String>,
    left_out: LeftOut,
}

/// Walks `paths` below `folder`, with the paths shown relative to it.
fn walked(folder: &Path, paths: &[&str]) -> Walked {
    let paths: Vec<PathBuf> = paths.iter().map(|path| folder.join(path)).collect();
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let left_out = walk(
        &paths,
        &mut |step| match step {
            Step::File(file) => {
                files.push(file.path.strip_prefix(folder).unwrap().to_string_lossy().into_owned())
            }
            Step::Problem(_, problem) => problems.push(problem.reason),
        },
        &|| false,
    );
    Walked { files, problems, left_out }
}

/// A folder with the given files in it.
fn folder(files: &[&str]) -> tempfile::TempDir {
    // The name of a temporary folder begins with a point; what the person names is walked all the same.
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "abc").unwrap();
    }
    folder
}

#[test]
fn files_come_in_the_order_of_their_names() {
    let folder = folder(&["b.txt", "a/z.txt", "a/y.txt", "c.txt"]);
    let walked = walked(folder.path(), &["."]);
    assert_eq!(walked.files, ["a/y.txt", "a/z.txt", "b.txt", "c.txt"]);
    assert_eq!((walked.left_out.total(), walked.problems.len()), (0, 0));
}

#[test]
fn a_file_has_its_size_and_time() {
    let folder = folder(&["a.txt"]);
    let mut found = Vec::new();
    walk(&[folder.path().to_owned()], &mut |step| found.push(step), &|| false);
    assert!(matches!(&found[..], [Step::File(file)] if file.size == 3 && file.modified.is_some()));
}

#[test]
fn what_is_hidden_is_left_out_and_counted_but_where_it_is_named() {
    let folder = folder(&[".a.txt", ".git/b.txt", ".git/c.txt", "d.txt"]);
    let all = walked(folder.path(), &["."]);
    assert_eq!((all.files, all.left_out.hidden), (vec!["d.txt".to_owned()], 2));
    assert_eq!(all.left_out.summary().as_deref(), Some("2 hidden left out"));
    assert_eq!(walked(folder.path(), &[".a.txt", ".git"]).files, [".a.txt", ".git/b.txt", ".git/c.txt"]);
}

#[test]
fn nothing_is_reported_twice_that_was_named_twice() {
    let folder = folder(&["a/b.txt", "a/c/d.txt"]);
    let walked = walked(folder.path(), &["a/b.txt", "a/c", "a", "a", "a/b.txt"]);
    assert_eq!(walked.files, ["a/b.txt", "a/c/d.txt"]);
}

#[test]
fn a_path_that_isnt_there_is_a_problem_and_the_rest_goes_on() {
    let folder = folder(&["a.txt"]);
    let walked = walked(folder.path(), &["none", "a.txt"]);
    assert_eq!((walked.files.len(), walked.problems.len()), (1, 1));
    let problem = check(&[folder.path().join("a.txt"), folder.path().join("none")]).unwrap_err();
    assert!(
        problem.to_string().ends_with("none: there is no such file or folder; check the name"),
        "{problem}"
    );
    assert_eq!(check(&[folder.path().to_owned(), folder.path().join("a.txt")]), Ok(()));
}

#[test]
fn a_walk_can_be_stopped() {
    let folder = folder(&["a.txt", "b.txt", "c.txt"]);
    let seen = std::cell::Cell::new(0);
    walk(&[folder.path().to_owned()], &mut |_| seen.set(seen.get() + 1), &|| seen.get() == 2);
    assert_eq!(seen.get(), 2);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_are_followed_but_not_in_circles() {
        let folder = folder(&["a/b.txt"]);
        symlink("..", folder.path().join("a/up")).unwrap();
        symlink(".", folder.path().join("a/here")).unwrap();
        let walked = walked(folder.path(), &["a"]);
        // Through the link upwards the walk meets the folder that it began with.
        assert_eq!((walked.files, walked.problems.len()), (vec!["a/b.txt".to_owned()], 0));
    }

    #[test]
    fn what_a_link_alone_leads_to_is_found() {
        let folder = folder(&["in/a.txt", "out/b.txt", "out/.c.txt", "out/deep/d.txt"]);
        symlink("../out/b.txt", folder.path().join("in/0.txt")).unwrap();
        symlink("../out/.c.txt", folder.path().join("in/shown.txt")).unwrap();
        symlink("../out/deep", folder.path().join("in/deep")).unwrap();
        assert_eq!(
            walked(folder.path(), &["in"]).files,
            ["in/a.txt", "in/0.txt", "in/deep/d.txt", "in/shown.txt"]
        );
    }

    #[test]
    fn a_file_is_reported_under_its_own_name_and_not_under_a_links_too() {
        let folder = folder(&["b.txt", "c/d.txt"]);
        symlink("b.txt", folder.path().join("a.txt")).unwrap();
        symlink("c", folder.path().join("a")).unwrap();
        symlink("c/d.txt", folder.path().join("e.txt")).unwrap();
        assert_eq!(walked(folder.path(), &["."]).files, ["b.txt", "c/d.txt"]);
        // Two links to one file that isn't reached otherwise.
        symlink("../b.txt", folder.path().join("c/1.txt")).unwrap();
        symlink("../b.txt", folder.path().join("c/2.txt")).unwrap();
        assert_eq!(walked(folder.path(), &["c"]).files, ["c/d.txt", "c/1.txt"]);
    }

    #[test]
    fn a_link_may_be_named_itself() {
        let folder = folder(&["b/c.txt"]);
        symlink("b", folder.path().join("a")).unwrap();
        assert_eq!(walked(folder.path(), &["a"]).files, ["a/c.txt"]);
        assert_eq!(walked(folder.path(), &["a", "b"]).files, ["a/c.txt"]);
    }

    #[test]
    fn links_to_nothing_and_to_themselves_are_problems() {
        let folder = folder(&[]);
        symlink("none", folder.path().join("a")).unwrap();
        symlink("c", folder.path().join("b")).unwrap();
        symlink("b", folder.path().join("c")).unwrap();
        let circle = "the symbolic link leads round in a circle";
        assert_eq!(
            walked(folder.path(), &["."]).problems,
            ["the symbolic link leads nowhere", circle, circle]
        );
    }

    #[test]
    fn pipes_are_left_out_and_counted() {
        let folder = folder(&["a.txt"]);
        let pipe = folder.path().join("pipe");
        if !std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
            println!("left out: there is no mkfifo");
            return;
        }
        symlink("pipe", folder.path().join("link")).unwrap();
        let walked = walked(folder.path(), &["."]);
        assert_eq!((walked.files.len(), walked.left_out.special), (1, 2));
        assert!(check(&[pipe]).unwrap_err().reason.contains("neither"));
    }

    #[test]
    fn a_folder_that_may_not_be_read_is_a_problem() {
        let folder = folder(&["a/b.txt", "c.txt"]);
        let closed = folder.path().join("a");
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read_dir(&closed).is_ok() {
            println!("left out: whoever runs this may read everything");
            return;
        }
        let walked = walked(folder.path(), &["."]);
        let checked = check(std::slice::from_ref(&closed));
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!((walked.files.len(), walked.problems), (1, vec!["may not be read".to_owned()]));
        assert_eq!(checked.unwrap_err().reason, "may not be read");
    }

    #[test]
    fn a_name_that_isnt_utf8_is_found() {
        let folder = folder(&[]);
        let name = OsStr::from_bytes(b"caf\xe9.txt");
        if fs::write(folder.path().join(name), "abc").is_err() {
            println!("left out: this file system takes only UTF-8");
            return;
        }
        let mut found = Vec::new();
        walk(&[folder.path().to_owned()], &mut |step| found.push(step), &|| false);
        assert!(matches!(&found[..], [Step::File(file)] if file.path.file_name() == Some(name)));
        let Step::File(file) = &found[0] else { return };
        assert!(crate::corpus::Loader::default().load(&file.path).is_ok());
    }
}
