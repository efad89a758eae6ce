//! The five seed articles, where they are there: title, cast, what is set aside.

use super::harness::{Desk, seeds};

/// What a seed shows. Names are as the cast shows them, under their headings.
struct Seed {
    file: &'static str,
    /// How its title begins.
    title: &'static str,
    date: Option<&'static str>,
    people: &'static [&'static str],
    bodies: &'static [&'static str],
    places: &'static [&'static str],
    /// Words of the text that are neither in the reading text nor in the cast, but in what is set aside.
    aside: &'static [&'static str],
}

const SEEDS: [Seed; 5] = [
    Seed {
        file: "000_",
        title: "Lukashenko Skips Moscow Summit",
        date: None,
        people: &[
            "Alexander Grigoryevich Lukashenko|Alexander Lukashenko",
            "Dmitry Medvedev",
            "Vladimir Putin",
            "Andrei Belov",
            "Igor Sechin",
            "Sergei Markov",
            "Stanislav Belkovsky",
            "Gennady Onishchenko",
        ],
        bodies: &[
            "Collective Security Treaty",
            "International Monetary Fund",
            "Interfax",
            "State Duma",
            "United Russia",
        ],
        places: &["Belarus", "Russia", "Moscow", "Uzbekistan", "Georgia", "Abkhazia", "Minsk"],
        aside: &["latest updates", "Last Updated", "Iosebashvili"],
    },
    Seed {
        file: "001_",
        title: "Putin set to discuss ‘close integration’",
        date: Some("2019-07-03"),
        people: &[
            "Vladimir Putin",
            "Alyaksandr Lukashenka",
            "Uladzimir Syamashka",
            "Uladzimir Makey",
            "Syarhei Rumas",
        ],
        bodies: &["Union State", "NATO"],
        places: &["Belarus", "Russia", "Minsk", "Nur-Sultan"],
        aside: &["TWITTER", "belsat.eu", "Iskander"],
    },
    Seed {
        file: "002_",
        title: "Lukashenka and Putin discussed",
        date: None,
        people: &["Alexander Lukashenka", "Igor Petrishenko", "Andrei Nikitin", "Mikhail Mishustin"],
        bodies: &["Union State", "Institute for the Study of War", "European Union", "Ministry of Forestry"],
        places: &["Belarus", "Russia", "Ukraine", "Minsk", "Krasnodar", "Veliky Novgorod"],
        aside: &["Situation in Belarus"],
    },
    Seed {
        file: "003_",
        title: "Lukashenko Flies to Russia",
        date: Some("2020-09-14"),
        people: &["Alexander Lukashenko", "Vladimir Putin", "Georgy Bovt"],
        bodies: &["Kremlin", "NATO", "European Union", "RIA", "Business FM"],
        places: &["Belarus", "Russia", "Sochi", "Moscow", "United States"],
        aside: &["News ID", "Publish Date"],
    },
    Seed {
        file: "004_",
        title: "Putin Backs Lukashenko as",
        date: None,
        people: &["Alexander Lukashenko", "Vladimir Putin", "Svetlana Tikhanovskaya", "Michelle Bachelet"],
        bodies: &["NATO", "United Nations", "EU|European Union"],
        places: &["Belarus", "Russia", "Sochi", "Minsk", "Lithuania", "Moscow"],
        aside: &["Leave a Reply", "email address"],
    },
];

/// Each seed in the reader at 80x24, opened by its file's place in the list.
fn each(mut check: impl FnMut(&Seed, &mut Desk)) {
    let Some(folder) = seeds() else { return };
    let folder_files = |seed: &Seed| {
        let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
        files
            .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(seed.file))
            .collect::<Vec<_>>()
    };
    for seed in &SEEDS {
        let [file] = &folder_files(seed)[..] else { panic!("no single file begins with {}", seed.file) };
        let mut desk = Desk::folder(file, 80, 24);
        desk.press("enter");
        check(seed, &mut desk);
    }
}

/// The names in the cast under that heading, as a person sees them when they scroll through it on a wide
/// screen, where they aren't cut off.
fn under(desk: &mut Desk, heading: &str) -> Vec<String> {
    let size = desk.app.size;
    desk.resize(200, 200);
    let mut names = Vec::new();
    let mut inside = false;
    for row in desk.cast() {
        let row = row.trim();
        match row.rsplit_once(' ') {
            Some((name, count)) if count.parse::<usize>().is_ok() => {
                if inside {
                    names.push(name.trim().to_owned());
                }
            }
            _ => inside = row == heading,
        }
    }
    desk.resize(size.0, size.1);
    names
}

#[test]
fn each_seed_has_its_title_in_the_bar() {
    each(|seed, desk| {
        let start: String = seed.title.chars().take(45).collect();
        assert!(desk.bar().contains(&start), "{}", desk.screen());
        let reader = desk.app.reader.as_ref().unwrap();
        assert!(
            reader.document.meta.title.value.starts_with(seed.title),
            "{}",
            reader.document.meta.title.value
        );
    });
}

#[test]
fn each_seed_has_the_date_that_it_tells_and_no_other() {
    each(|seed, desk| {
        let row = desk.press("q").list().remove(0);
        let date = seed.date.unwrap_or("–");
        // A month worked out of the text may be shown, but never another day.
        let day = row.split_whitespace().find(|word| word.len() == 10 && word.starts_with("20"));
        assert!(row.contains(date) || (seed.date.is_none() && day.is_none()), "{row}");
    });
}

#[test]
fn each_cast_shows_the_main_people_bodies_and_places() {
    each(|seed, desk| {
        for (heading, expected) in
            [("People", seed.people), ("Organisations", seed.bodies), ("Places", seed.places)]
        {
            let names = under(desk, heading);
            for name in expected {
                let there = name.split('|').any(|name| names.iter().any(|listed| listed.contains(name)));
                assert!(there, "{}: no {name} under {heading}: {names:?}", seed.file);
            }
        }
    });
}

#[test]
fn at_80x24_the_first_of_the_cast_are_in_sight() {
    each(|seed, desk| {
        let name = seed.people[0].rsplit('|').next().unwrap();
        let start: String = name.chars().take(12).collect();
        assert!(desk.cast().iter().any(|row| row.contains(&start)), "{}", desk.screen());
    });
}

#[test]
fn no_demonym_is_a_place_and_no_boilerplate_is_in_the_cast() {
    each(|seed, desk| {
        let places = under(desk, "Places");
        for demonym in ["Russian", "Belarusian", "Belarussian", "Belarusians", "Western", "Slavic", "Soviet"]
        {
            assert!(!places.iter().any(|place| place == demonym), "{}: {places:?}", seed.file);
        }
        let all = ["People", "Organisations", "Places", "Dates", "Money"]
            .map(|heading| under(desk, heading))
            .concat();
        for word in [
            "Iosebashvili",
            "TWITTER",
            "Twitter",
            "Leave",
            "Reply",
            "belsat",
            "News ID",
            "Publish",
            "Last Updated",
            "07/27/2016",
            "Dispatches",
            "Situation",
            "Iskander",
            "Get",
            "Opinions",
        ] {
            assert!(!all.iter().any(|name| name.contains(word)), "{}: {word} in {all:?}", seed.file);
        }
    });
}

#[test]
fn those_who_are_not_the_same_are_apart() {
    each(|seed, desk| {
        let people = under(desk, "People");
        for (one, other) in
            [("Makey", "Syamashka"), ("Markov", "Rumas"), ("Sechin", "Petrishenko"), ("Belov", "Nikitin")]
        {
            assert!(!people.iter().any(|name| name.contains(one) && name.contains(other)), "{}", seed.file);
        }
        let lukashenkos = people.iter().filter(|name| name.contains("Lukashenk")).count();
        let putins = people.iter().filter(|name| name.contains("Putin")).count();
        assert!(lukashenkos == 1 && putins <= 1, "{}: {people:?}", seed.file);
    });
}

#[test]
fn what_isnt_the_article_is_set_aside() {
    each(|seed, desk| {
        let all = |desk: &mut Desk| {
            let size = desk.app.size;
            let text = desk.resize(120, 400).text().join("\n");
            desk.resize(size.0, size.1);
            text
        };
        let folded = all(desk);
        assert!(folded.contains("set aside"), "{}", seed.file);
        desk.press("z");
        let unfolded = all(desk);
        for words in seed.aside {
            assert!(!folded.contains(words), "{}: {words} is in the reading text", seed.file);
            assert!(unfolded.contains(words), "{}: {words} is lost", seed.file);
        }
    });
}

#[test]
fn a_main_person_without_a_first_name_is_in_the_cast() {
    each(|seed, desk| {
        let people = under(desk, "People");
        assert!(people.iter().any(|name| name.contains("Putin")), "{}: {people:?}", seed.file);
    });
}
