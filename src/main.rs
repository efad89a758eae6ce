//! The program: reads the command line and puts the parts together.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Instant;

use ibid::app::{
    App, Besides, Characters, Depth, Edit, Event, Ground, Preset, Settings, TerminalSettings,
    answers_questions, makes_links, takes_titles,
};
use ibid::cli::{
    Arguments, Command, Found, Surroundings, Tools, keymap, named_as_results, perform, print_list,
};
use ibid::corpus::{Limits, Loader, Problem, own_text, pdf_child};
use ibid::index::names::Rules;
use ibid::index::{Kept, Place};
use ibid::library::{Catalogue, Collection, Holdings, News, Sort, Upkeep};
use ibid::log;
use ibid::memory;
use ibid::note::{Compacted, Record, Store};
use ibid::run::{
    Keeper, Manners, cache_folder, clipboard_way, config_folder, crash_reports, event_loop, is_untouched,
    last_session, listed, state_folder,
};
use ibid::tag::{Layers, Leash, Tagger};
use ibid::text::nearest::{did_you_mean, quoted};
use ibid::text::safe;
use ibid::ui::{Look, Theme, draw};

/// Names the file of the log, where the command line doesn't.
const LOG_VARIABLE: &str = "IBID_LOG";

/// What a person set, in the config directory.
const SETTINGS_FILE: &str = "config.toml";

/// Nothing was found, as grep says it.
const NOTHING: u8 = 1;

/// Trouble with what was asked for, as grep counts it.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    if let Some(code) = pdf_child(std::env::args_os()) {
        return code;
    }
    let arguments = Arguments::said();
    if reads_much(&arguments) {
        memory::give_back();
    }
    let begun = Instant::now();
    if let Err(problem) = begin_log(&arguments) {
        complain(&problem);
        return ExitCode::from(TROUBLE);
    }
    let code = match &arguments.command {
        Some(command) => run(command, &arguments.color),
        None => start(&arguments).unwrap_or_else(|problem| {
            complain(&problem);
            ExitCode::from(TROUBLE)
        }),
    };
    log::took("program", "ends", begun, &[("failed", u64::from(code != ExitCode::SUCCESS))]);
    code
}

/// Whether a collection or a large text is to be read, and not only what is kept of it.
fn reads_much(arguments: &Arguments) -> bool {
    match &arguments.command {
        Some(command) => matches!(command, Command::Index(_)),
        None => arguments.paths.iter().any(|path| memory::is_much(path)),
    }
}

/// Begins the log, where one is asked for.
fn begin_log(arguments: &Arguments) -> Result<(), Problem> {
    let named = || std::env::var_os(LOG_VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from);
    let path = arguments.log.clone().or_else(named);
    // What is said aloud in the terminal of the desk would be written over it.
    let aloud = arguments.verbose && (arguments.command.is_some() || !io::stderr().is_terminal());
    log::begin(path.as_deref(), aloud)
        .map_err(|error| Problem::written(path.as_deref().unwrap_or(Path::new("the log")), &error))?;
    log::note("program", "begins", &[("desk", u64::from(arguments.command.is_none()))]);
    Ok(())
}

/// One clear line on standard error. If even that is closed there is nobody to tell.
fn complain(problem: &Problem) {
    let _ = writeln!(io::stderr(), "ibid: {problem}");
}

/// Does what a command says, without the desk.
fn run(command: &Command, color: &str) -> ExitCode {
    let config = config_folder().ok();
    let (settings, problems) = settings(config.as_ref());
    // A check says what is wrong on standard output.
    if !matches!(command, Command::Config(ibid::cli::Config::Check) | Command::Doctor(_)) {
        problems.iter().for_each(complain);
    }
    let tagged_by = tagged_by(&settings);
    // A command reads the journals once, whatever it asks of them.
    let read = OnceLock::new();
    let replayed = |config: &Path| read.get_or_init(|| replayed(config));
    let tools = Tools {
        loader: &Arc::new(loader(settings.limits.clone())),
        settings: &settings,
        config: config.clone(),
        cache: cache_folder().ok(),
        tagged_by,
        kept: &|catalogue| {
            config.as_deref().map_or_else(Kept::default, |config| kept(replayed(config), catalogue))
        },
        besides: &|typed, catalogue| {
            config.as_deref().and_then(|config| Besides::of(typed, &replayed(config).0, catalogue))
        },
        journal: &|| noted(config.as_deref()),
        save: &|edits| save(config.as_deref(), edits),
        merge: &|records| merge(config.as_deref(), records),
        compact: &|| compact(config.as_deref()),
        missing_theme: &|settings| {
            let mut problems = Vec::new();
            // What is wrong within a theme's file is told of that file.
            let missing = theme(None, settings, config.as_deref(), &mut problems).is_none();
            problems.into_iter().next().filter(|_| missing)
        },
        unfinished: AtomicBool::new(false),
        surroundings: Surroundings {
            variable,
            state: state_folder().ok(),
            clipboard: clipboard_way(),
            crashes: cache_folder().map_or(0, |cache| crash_reports(&cache)),
        },
        folders: config.as_deref().map(|config| Keeper::folders(config).into()).unwrap_or_default(),
        rules: &|collection| {
            let ruled = |config| ruled(config, &replayed(config).0, collection);
            config.as_deref().map_or_else(Rules::default, ruled)
        },
        theme: |path, text| Theme::read(path, text).1,
        themes: Theme::names().collect(),
        terminal: io::stdout().is_terminal(),
        colour: depth(color, &settings.terminal) != Depth::None
            && (color == "always" || io::stdout().is_terminal()),
        tell: Arc::new(|problem| complain(&problem)),
        say: &|progress| drop(writeln!(io::stderr(), "{}", safe::line(progress))),
    };
    match perform(command, &tools, &mut io::stdout().lock()) {
        Found::Something => ExitCode::SUCCESS,
        Found::Nothing => ExitCode::from(NOTHING),
        Found::Trouble => ExitCode::from(TROUBLE),
    }
}

/// What the person keeps of the documents of a collection. What is wrong with the journal is told where it is written.
fn kept((store, problems): &(Store, Vec<Problem>), catalogue: &Catalogue) -> Kept {
    problems.iter().for_each(complain);
    ibid::library::kept(store, catalogue)
}

/// What the person rules of who is who in a collection.
fn ruled(config: &Path, store: &Store, collection: &Collection) -> Rules {
    let (list, problems) = listed(config);
    problems.iter().for_each(complain);
    ibid::library::rules(store, &list, &ibid::library::place_of(collection))
}

/// The keeper of the journals in a config directory.
fn keeper_of(config: &Path) -> Keeper {
    Keeper::new(config, state_folder().ok().as_deref())
}

/// The keeper of the journals.
fn keeper(config: Option<&Path>) -> Result<Keeper, Problem> {
    let missing = || Problem::new("the config directory", "isn't known", "set HOME or IBID_CONFIG_DIR");
    config.map(keeper_of).ok_or_else(missing)
}

/// What the person can do where a journal couldn't be written.
fn not_written(reason: impl ToString) -> Problem {
    let remedy = "nothing of it was kept; see that there is room and that the folder may be written to, or name \
                  another one in IBID_CONFIG_DIR";
    Problem::new("the journal", reason.to_string(), remedy)
}

/// Has changes on disk.
fn save(config: Option<&Path>, edits: Vec<Edit>) -> Result<Vec<Record>, Problem> {
    let mut keeper = keeper(config)?;
    // What is changed comes behind all that was.
    keeper.replay();
    match keeper.save(0, edits.into()) {
        Event::Saved(_, records) => Ok(records),
        Event::NotSaved(_, reason) => Err(not_written(reason)),
        _ => Ok(Vec::new()),
    }
}

/// Has records of another journal on disk.
fn merge(config: Option<&Path>, records: Vec<Record>) -> Result<Vec<Record>, Problem> {
    let mut keeper = keeper(config)?;
    // What counts from now on comes behind all that was.
    keeper.replay();
    keeper.merge(records).map_err(not_written)
}

/// Writes this machine's journals anew with only what counts.
fn compact(config: Option<&Path>) -> Result<Vec<Compacted>, Problem> {
    let failed = |error: io::Error| Problem::new("the journal", error.to_string(), "it is as it was");
    keeper(config)?.compact().map_err(failed)
}

/// What the person wrote and ruled, and whether all journals could be read. What is wrong with them is told.
fn noted(config: Option<&Path>) -> (Store, bool) {
    let mut keeper = match keeper(config) {
        Ok(keeper) => keeper,
        Err(problem) => {
            complain(&problem);
            return (Store::default(), false);
        }
    };
    let Event::Replayed(records, _, problems) = keeper.replay() else { return (Store::default(), false) };
    problems.iter().for_each(complain);
    // What is wrong with a line names its place; what has none is wrong with a whole file.
    (Store::replay(&records), problems.iter().all(|problem| !problem.place.is_empty()))
}

/// What the journals amount to, with what is wrong with them.
fn replayed(config: &Path) -> (Store, Vec<Problem>) {
    match keeper_of(config).replay() {
        Event::Replayed(records, _, problems) => (Store::replay(&records), problems),
        _ => Default::default(),
    }
}

/// Whether the terminal can only print.
fn is_dumb() -> bool {
    variable("TERM").is_some_and(|term| term == "dumb")
}

/// A variable of the environment, if it is text.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// How many colours the terminal has: as was said on the command line, else as was set, else as the environment tells.
fn depth(said: &str, settings: &TerminalSettings) -> Depth {
    let told = || settings.colours.unwrap_or_else(|| Depth::told(variable));
    match said {
        "never" => Depth::None,
        "always" => told().max(Depth::Eight),
        "auto" => told(),
        number => {
            Depth::NAMES.iter().find(|(name, _)| *name == number).map_or_else(told, |(_, depth)| *depth)
        }
    }
}

/// The theme that was said on the command line, else the one that was set: one of the person's own, or one that is built
/// in.
fn theme(
    said: Option<&str>,
    settings: &TerminalSettings,
    config: Option<&Path>,
    problems: &mut Vec<Problem>,
) -> Option<Theme> {
    let name = said.or(settings.theme.as_deref())?;
    let path = config.map(|config| config.join("themes").join(format!("{name}.toml")));
    let plain = Path::new(name).components().count() == 1;
    if let Some(path) = path.filter(|_| plain) {
        match own_text(&path) {
            Ok(Some(own)) => {
                let (theme, wrong) = Theme::read(&path.display().to_string(), &own);
                problems.extend(wrong);
                return Some(theme);
            }
            Ok(None) => {}
            Err(problem) => {
                problems.push(problem);
                return None;
            }
        }
    }
    let found = Theme::bundled(name);
    if found.is_none() {
        let known = Theme::names().collect::<Vec<_>>().join(", ");
        let otherwise =
            format!("built in are {known}; others are files in the folder themes of the config directory");
        let remedy = did_you_mean(name, Theme::names(), &otherwise);
        let reason = format!("there is no theme {}", quoted(name));
        let set = config.map(|config| config.join(SETTINGS_FILE)).filter(|_| said.is_none());
        problems.push(match set {
            None => Problem::new("--theme", reason, remedy),
            Some(file) => {
                let place = format!("line {}", settings.theme_line);
                Problem { path: file.display().to_string(), place, reason, remedy }
            }
        });
    }
    found
}

/// Reads documents, with this program as the helper that reads PDFs.
fn loader(limits: Limits) -> Loader {
    let loader = Loader::new(limits);
    match std::env::current_exe() {
        Ok(program) => loader.with_helper(program),
        // A program that doesn't know where it is reads PDFs without a helper.
        Err(_) => loader,
    }
}

/// Opens the collection in the terminal, or prints it where there is none.
fn start(arguments: &Arguments) -> Result<ExitCode, Problem> {
    let paths = &arguments.paths;
    let config = config_folder();
    let (mut settings, mut problems) = settings(config.as_ref().ok());
    settings.preset = arguments.keys.as_deref().and_then(Preset::named).or(settings.preset);
    let loader = Arc::new(loader(settings.limits.clone()));
    let (collection, name) = if paths.is_empty() {
        (Collection::Bundled, "bundled collection".to_owned())
    } else {
        ibid::run::check(&loader, paths).map_err(|problem| behind_command(problem, paths))?;
        let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        let paths = paths.iter().map(|path| path.canonicalize().map_err(|error| Problem::io(path, &error)));
        (Collection::Paths(paths.collect::<Result<_, _>>()?), names.join(" "))
    };
    if io::stdout().is_terminal() {
        let look = look(arguments, &settings.terminal, config.as_deref().ok(), &mut problems);
        return desk(upkeep(loader, collection), &name, config, settings, look, problems);
    }
    problems.iter().for_each(complain);
    list(&upkeep(loader, collection))
}

/// The problem of a path that isn't there, saying so where it was meant for a command or for standard input.
fn behind_command(problem: Problem, paths: &[PathBuf]) -> Problem {
    let Some(word) = paths.first().and_then(|path| path.to_str()).filter(|word| problem.path == **word)
    else {
        return problem;
    };
    let remedy = match Arguments::nearest_command(word) {
        _ if word == "-" => {
            "ibid show - reads standard input; what is to be opened has to be a file".to_owned()
        }
        Some(command) if command == word => {
            format!("it is a command, and options stand after it: ibid {word} …")
        }
        Some(command) => format!("did you mean the command {command}? `ibid --help` lists all"),
        None => return problem,
    };
    Problem { remedy, ..problem }
}

/// How the desk looks in this terminal.
fn look(
    arguments: &Arguments,
    settings: &TerminalSettings,
    config: Option<&Path>,
    problems: &mut Vec<Problem>,
) -> Look {
    let plain = arguments.plain || settings.plain || is_dumb();
    // Signs have long names where they are read aloud, and ASCII has short ones.
    let told = || match Characters::told(variable) {
        Characters::Unicode if plain => Characters::Letters,
        told => told,
    };
    let characters = settings.characters.unwrap_or_else(told);
    let chosen = theme(arguments.theme.as_deref(), settings, config, problems);
    let look = Look::new(depth(&arguments.color, settings), characters, chosen);
    if plain { look.plain() } else { look }
}

/// The upkeep of a collection, with its cache where that is usual. Where there is no cache directory all is kept in memory.
fn upkeep(loader: Arc<Loader>, collection: Collection) -> Upkeep {
    let jobs = std::thread::available_parallelism().map_or(1, usize::from);
    Upkeep { cache: cache_folder().ok(), jobs, ..Upkeep::in_memory(loader, collection) }
}

/// What the person set, with what is wrong with it.
fn settings(config: Option<&PathBuf>) -> (Settings, Vec<Problem>) {
    let Some(path) = config.map(|config| config.join(SETTINGS_FILE)) else { return Default::default() };
    match own_text(&path) {
        Ok(Some(own)) => {
            let (settings, problems) = Settings::read(&path.display().to_string(), &own);
            (path.parent().map(|folder| settings.clone().within(folder)).unwrap_or(settings), problems)
        }
        Ok(None) => Default::default(),
        Err(problem) => (Settings::default(), vec![problem]),
    }
}

/// A number for what finds the names: another version, model or program may find others.
fn tagged_by(settings: &Settings) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{} {:?} {:?}", env!("CARGO_PKG_VERSION"), settings.tagger, settings.tags).hash(&mut hasher);
    hasher.finish()
}

/// The desk in the terminal.
fn desk(
    mut upkeep: Upkeep,
    name: &str,
    config: Result<PathBuf, Problem>,
    settings: Settings,
    look: Look,
    mut problems: Vec<Problem>,
) -> Result<ExitCode, Problem> {
    if !io::stdin().is_terminal() {
        return Err(Problem::new("standard input", "isn't a terminal", "ibid reads its keys from there"));
    }
    let config = config.map_err(|problem| problems.push(problem)).ok();
    let (keymap, wrong) = keymap(config.as_deref(), settings.preset);
    problems.extend(wrong);
    let first = match &upkeep.collection {
        Collection::Paths(paths) => match paths.as_slice() {
            [path] if path.is_file() && !upkeep.loader.holds_many(path) => Some(Arc::from(path.as_path())),
            _ => None,
        },
        Collection::Bundled => None,
    };
    let list = config.as_deref().map(listed).unwrap_or_default();
    problems.extend(list.1);
    let place = ibid::library::place_of(&upkeep.collection);
    let mut app = App::new(name, keymap, problems, first).ruled(place.clone(), list.0);
    if let Some(config) = &config {
        if let Some(session) = last_session(config, &place) {
            app = app.resuming(session);
        }
        if is_untouched(config) {
            app = app.welcoming(config);
        }
    }
    // After the panes of the last session, of which a slow line leaves some out.
    app = app.sparing(settings.terminal.low_bandwidth);
    app.plain = look.is_plain();
    app.ground = settings.terminal.background.or_else(|| Ground::told(variable));
    let keeper = config.as_deref().map(keeper_of);
    upkeep.tagged_by = tagged_by(&settings);
    if let (Some(cache), Collection::Paths(paths)) = (&upkeep.cache, &upkeep.collection) {
        // Without it the commands of the shell need the paths.
        let _ = Place::remember(cache, paths);
    }
    // A tagger that is a program of the person's own is ended when this is dropped.
    let mut leash = Leash::default();
    let ask_ground = app.ground.is_none() && look.heeds_ground() && answers_questions(variable);
    // A title only adorns: a slow line does without, as does a terminal that may not know titles or show their letters.
    let title = settings.terminal.title
        && !settings.terminal.low_bandwidth
        && look.characters == Characters::Unicode
        && takes_titles(variable);
    let links = settings.terminal.links.unwrap_or_else(|| makes_links(variable));
    let manners = Manners { mouse: settings.terminal.mouse, title, links, ask_ground, lines: is_dumb() };
    let tagger = |tell| -> Arc<dyn Tagger> {
        let namer;
        (namer, leash) = settings.tagger.namer(tell);
        Arc::new(Layers::new(namer).wanting(settings.tags))
    };
    let code = event_loop(app, upkeep, tagger, keeper, config, manners, |frame, app| draw(frame, app, &look));
    drop(leash);
    let code = code.map_err(|error| Problem::new("the terminal", error.to_string(), ""))?;
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(TROUBLE)))
}

/// The list as plain text.
fn list(upkeep: &Upkeep) -> Result<ExitCode, Problem> {
    let last = Mutex::new((Catalogue::default(), Vec::new()));
    upkeep.once(&Holdings::default(), &|news: News| {
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        last.0 = news.catalogue;
        last.1 = news.unread.unwrap_or_else(|| std::mem::take(&mut last.1));
        news.trouble.iter().for_each(complain);
    });
    let (catalogue, problems) = last.into_inner().unwrap_or_else(PoisonError::into_inner);
    problems.into_iter().map(named_as_results).for_each(|problem| complain(&problem));
    match print_list(&catalogue, Sort::default(), &mut io::stdout().lock()) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        // Somebody who reads only the beginning of a list has what they wanted.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Problem::new("standard output", error.to_string(), "")),
    }
}
