//! Reads a theme's file: a line for each role, over another theme.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::{ROLES, Theme, style};
use crate::corpus::Problem;
use crate::text::nearest::{did_you_mean, quoted};

/// The longest file that is read, in bytes.
const BYTES_MAX: usize = 64 * 1024;

/// What is wrong with a line, and what helps.
type Wrong = (String, String);

/// Reads a theme. What it doesn't name is as in the theme that it says it is `over`.
pub(super) fn read(path: &str, toml: &str) -> (Theme, Vec<Problem>) {
    let mut theme = Theme { colour: true, ..Theme::default() };
    let mut problems = Vec::new();
    let mut problem = |line: usize, (reason, remedy): Wrong| {
        problems.push(Problem { path: path.to_owned(), place: format!("line {line}"), reason, remedy });
    };
    if toml.len() > BYTES_MAX {
        let reason = format!("the file is longer than {} KiB, so nothing of it is used", BYTES_MAX / 1024);
        problem(1, (reason, "a theme has one line for each role".to_owned()));
        return (Theme::terminal(), problems);
    }
    let mut begun = false;
    let mut set = BTreeMap::new();
    for (at, text) in toml.lines().enumerate() {
        match line(&mut theme, text.trim_start_matches('\u{feff}'), &mut begun, &set) {
            Ok(name) => set.extend(name.map(|name| (name, at + 1))),
            Err(wrong) => problem(at + 1, wrong),
        }
    }
    (theme, problems)
}

/// Takes one line, `set` being the lines at which names were set before it, and answers with the name that it sets. As
/// in a keymap the first of two lines for one name holds.
fn line(
    theme: &mut Theme,
    line: &str,
    begun: &mut bool,
    set: &BTreeMap<String, usize>,
) -> Result<Option<String>, Wrong> {
    let form = "a line has the form person = \"cyan underlined\"";
    let table = DeTable::parse(line)
        .map_err(|error| (format!("this isn't TOML: {}", error.message()), form.to_owned()))?;
    let Some((name, value)) = table.get_ref().iter().next() else { return Ok(None) };
    let name = name.get_ref().as_ref();
    if let Some(first) = set.get(name) {
        let remedy = format!("line {first} is used, this one isn't; keep one of the two");
        return Err((format!("{name} is set at line {first} already"), remedy));
    }
    let said = value.get_ref().as_str();
    match name {
        "over" => {
            let known = || Theme::names().collect::<Vec<_>>().join(", ");
            let below = said.and_then(Theme::bundled).ok_or_else(|| {
                let remedy =
                    did_you_mean(said.unwrap_or_default(), Theme::names(), &format!("there are {}", known()));
                ("over names no theme that is built in".to_owned(), remedy)
            })?;
            if *begun {
                let remedy = "put it above all others, or it would take their place".to_owned();
                return Err(("over stands below a role".to_owned(), remedy));
            }
            *theme = below;
        }
        "colour" => {
            theme.colour = value
                .get_ref()
                .as_bool()
                .ok_or_else(|| ("colour isn't true or false".to_owned(), "write true or false".to_owned()))?;
        }
        _ => {
            let (_, slot) = ROLES.iter().find(|(role, _)| *role == name).ok_or_else(|| {
                let roles = ROLES.iter().map(|(role, _)| *role);
                let otherwise = format!("there are {}", roles.clone().collect::<Vec<_>>().join(", "));
                (format!("there is no role {}", quoted(name)), did_you_mean(name, roles, &otherwise))
            })?;
            *begun = true;
            let said =
                said.ok_or_else(|| (format!("{name} isn't a style in quotation marks"), form.to_owned()))?;
            *slot(theme) = style::read(said)?;
        }
    }
    Ok(Some(name.to_owned()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::tag::Kind;
    use crate::ui::theme::BUNDLED;

    #[test]
    fn the_bundled_themes_have_no_mistake_and_name_every_role() {
        for (name, text) in BUNDLED {
            let (_, problems) = read(name, text);
            assert!(problems.is_empty(), "{name}: {problems:?}");
            for (role, _) in ROLES {
                assert!(text.lines().any(|line| line.starts_with(&format!("{role} = "))), "{name}: {role}");
            }
        }
    }

    #[test]
    fn what_a_theme_doesnt_name_is_as_in_the_one_below() {
        let (theme, problems) = read("my.toml", "over = \"dark\"\nperson = \"#ff8800 bold\"\n");
        assert!(problems.is_empty(), "{problems:?}");
        let dark = Theme::bundled("dark").unwrap();
        assert_eq!(theme.mention(Kind::Place), dark.mention(Kind::Place));
        assert_eq!(theme.mention(Kind::Person), style::read("#ff8800 bold").unwrap());
    }

    #[test]
    fn a_bad_line_is_told_with_its_number_and_all_others_hold() {
        let own = "over = \"darc\"\npersn = \"cyan\"\nplace = 5\ndate = \"cyan\nmoney = \"yelow\"\nkey = \"bold\"\nover = \"dark\"\n";
        let (theme, problems) = read("my.toml", own);
        let told: Vec<_> = problems.iter().map(|problem| problem.place.as_str()).collect();
        assert_eq!(told, ["line 1", "line 2", "line 3", "line 4", "line 5", "line 7"], "{problems:?}");
        assert!(problems[0].remedy.contains("dark") && problems[1].remedy.contains("person"), "{problems:?}");
        assert_eq!(theme.key, style::read("bold").unwrap());
    }

    #[test]
    fn a_role_that_is_set_twice_is_told_and_the_first_holds() {
        let own = "over = \"dark\"\nover = \"light\"\nkey = 5\nkey = \"bold\"\nkey = \"cyan\"\ncolour = false\ncolour = true\n";
        let (theme, problems) = read("my.toml", own);
        let told: Vec<_> = problems.iter().map(|problem| problem.place.as_str()).collect();
        assert_eq!(told, ["line 2", "line 3", "line 5", "line 7"], "{problems:?}");
        assert_eq!(problems[2].reason, "key is set at line 4 already");
        assert_eq!((theme.key, theme.colour), (style::read("bold").unwrap(), false));
        assert_eq!(theme.mention(Kind::Place), Theme::bundled("dark").unwrap().mention(Kind::Place));
    }

    proptest! {
        #[test]
        fn no_file_panics(text in "(over|person|[a-z]{1,6})? ?=? ?\"?(on|cyan|#[0-9a-f]{0,7}|[0-9]{1,4}|.)*\"?\n.*") {
            read("any.toml", &text);
        }
    }
}
