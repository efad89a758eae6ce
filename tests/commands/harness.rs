//! A folder with files in it, and the program run there.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The program.
pub const IBID: &str = env!("CARGO_BIN_EXE_ibid");

/// A folder of its own, in which the program is run.
pub struct Folder(TempDir);

impl Folder {
    /// With these files, by name and text.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        std::fs::create_dir(folder.path().join("config")).unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// What stands in one of its files.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// The program, to be run in it.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(IBID);
        command.args(arguments).current_dir(self.path()).stdin(Stdio::null());
        command.env("IBID_CACHE_DIR", self.path().join("cache"));
        command.env("IBID_CONFIG_DIR", self.path().join("config")).env_remove("RUST_BACKTRACE");
        command
    }

    /// Runs it.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().unwrap())
    }

    /// Runs it with this on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut to = child.stdin.take().unwrap();
        let input = input.to_vec();
        // A program that has seen enough reads no further.
        let writer = std::thread::spawn(move || drop(to.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        Ran::of(output)
    }
}

/// What the program printed, what it said on standard error, and its exit code.
#[derive(Debug)]
pub struct Ran {
    pub out: String,
    pub said: String,
    pub code: Option<i32>,
}

impl Ran {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { out: text(output.stdout), said: text(output.stderr), code: output.status.code() }
    }

    /// What it printed, where all went well and nothing was said.
    #[track_caller]
    pub fn fine(self) -> String {
        assert_eq!((self.code, self.said.as_str()), (Some(0), ""), "{}", self.out);
        self.out
    }

    /// Fails where it didn't end with trouble, said in one line that holds all of `parts`. Gives what it printed.
    #[track_caller]
    pub fn trouble(self, parts: &[&str]) -> String {
        assert_eq!(self.code, Some(2), "{self:?}");
        assert_eq!(self.said.lines().count(), 1, "{}", self.said);
        assert!(self.said.starts_with("ibid: "), "{}", self.said);
        for part in parts {
            assert!(self.said.contains(part), "no {part:?} in {}", self.said);
        }
        self.out
    }
}

/// The objects on the lines of what was printed.
pub fn objects(out: &str) -> Vec<serde_json::Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
