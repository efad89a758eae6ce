//! Who and what a collection speaks of: people with several spellings, bodies with acronyms, places, sources.
//! The first of each are those of the project's own corpus.

use super::lexicon::{roots, syllables};
use super::random::Random;

const PEOPLE: usize = 4_000;
const BODIES: usize = 900;
const PLACES: usize = 1_500;
const SOURCES: usize = 120;

/// Somebody: the ways in which the name is written, in full and the surname alone.
pub struct Person {
    pub spellings: Vec<(String, String)>,
}

/// A body: its name and its acronym.
pub struct Body {
    pub name: String,
    pub acronym: String,
}

/// All that have names. The first of each are the most frequent.
pub struct Names {
    pub people: Vec<Person>,
    pub bodies: Vec<Body>,
    pub places: Vec<String>,
    pub sources: Vec<String>,
}

/// Those whom the corpus knows; `/` stands between the spellings of one.
const KNOWN_PEOPLE: &[&str] = &[
    "Alexander Lukashenko/Alyaksandr Lukashenka/Alexander Lukashenka/Aleksandr Lukashenko",
    "Vladimir Putin",
    "Uladzimir Makey/Vladimir Makei",
    "Svetlana Tikhanovskaya/Sviatlana Tsikhanouskaya",
    "Syarhei Rumas/Sergei Rumas",
    "Dmitry Medvedev/Dmitri Medvedev",
    "Sergei Markov",
    "Igor Sechin",
    "Igor Petrishenko",
    "Mikhail Mishustin",
    "Georgy Bovt",
    "Andrei Belov",
    "Andrei Nikitin",
    "Dmitry Peskov",
    "Uladzimir Syamashka/Vladimir Semashko",
    "Gennady Onishchenko",
];

const KNOWN_BODIES: &[(&str, &str)] = &[
    ("European Union", "EU"),
    ("Collective Security Treaty Organization", "CSTO"),
    ("International Monetary Fund", "IMF"),
    ("United Nations", "UN"),
    ("Institute for the Study of War", "ISW"),
    ("Union State", "Union State"),
    ("State Duma", "State Duma"),
    ("National Strategy Institute", "NSI"),
];

const KNOWN_PLACES: &str = "\
    Belarus, Russia, Minsk, Moscow, Sochi, Brest, Georgia, Kazakhstan, Armenia, Lithuania, Krasnodar, \
    Veliky Novgorod, Pskov, Poland, Ukraine, Warsaw, Vilnius, Kyiv, Uzbekistan, Riga";

/// Given names; `/` stands between those that are one in two languages.
const GIVEN: &str = "\
    Anna/Hanna Sergei/Syarhei Maria/Maryja Andrei/Andrey Elena/Alena Igor/Ihar Olga/Volha Peter \
    Paul/Pavel Ann Martin Laura Thomas Irina/Iryna Nikolai/Mikalai Viktor/Viktar John Helen George \
    Julia/Yulia Yuri/Yury Oleg/Aleh Natalia/Nataliya Marta Jan Robert Alice Henry Clara Boris/Barys \
    Tatiana/Tatsiana Dmitry/Dzmitry Karl/Carl Lucas/Lukas Sofia/Sophia Michael/Mikhail Eva Daniel Vera \
    Oskar/Oscar Nina Konstantin Ruth Samuel Ilya/Illia Larisa Roman Edith Hugo Magda Philip Zoya \
    Arthur/Artur Lidia/Lydia Stefan Grace";

/// Ends of surnames; `/` stands between those that are one in two languages.
const SURNAMES: &[&str] = &[
    "enko/enka",
    "ov/au",
    "sky/ski",
    "ich",
    "in",
    "er",
    "son",
    "ton",
    "ley",
    "man",
    "ova/ava",
    "uk",
    "ez",
    "ard",
];

const PLACE_ENDS: &[&str] =
    &["sk", "ow", "ville", "burg", "grad", "ford", "stan", "ia", "mouth", "havn", "ton", "by"];

/// What bodies are: `*` stands for a field, `@` for a place.
const BODY_FORMS: &str = "\
    Ministry of *, Institute for * Studies, * Workers Union, National * Agency, * and * Commission, \
    @ * Bank, Federal * Service, @ State University, * Research Centre, Committee on * and *, @ * Party, \
    International * Council, @ Chamber of *, United * Company, * News Agency, Association of * Owners";

impl Names {
    pub fn new() -> Self {
        let mut random = Random::of(0x1b1d, 1);
        let random = &mut random;
        let (roots, given) = (roots(), GIVEN.split(' ').collect::<Vec<_>>());
        let forms: Vec<&str> = BODY_FORMS.split(", ").collect();
        let places: Vec<String> = KNOWN_PLACES.split(", ").map(str::to_owned).collect();
        let places = filled(places, PLACES, |number| {
            let count = 1 + number % 2;
            capital(&(syllables(random, count) + random.one_of(PLACE_ENDS)))
        });
        let bodies =
            KNOWN_BODIES.iter().map(|&(name, acronym)| Body { name: name.into(), acronym: acronym.into() });
        let bodies = filled(bodies.collect(), BODIES, |_| body(random, &forms, &roots, &places));
        let people = KNOWN_PEOPLE.iter().map(|spellings| known_person(spellings)).collect();
        let people = filled(people, PEOPLE, |number| person(random, &given, number));
        let sources = filled(vec!["kayhan.ir".to_owned(), "belsat.eu".to_owned()], SOURCES, |number| {
            format!("{}{}.example", random.one_of(&roots), ["", "news", "post", "-daily"][number % 4])
        });
        Self { people, bodies, places, sources }
    }
}

/// More of the same, up to so many.
fn filled<T>(mut some: Vec<T>, count: usize, mut more: impl FnMut(usize) -> T) -> Vec<T> {
    for number in some.len()..count {
        some.push(more(number));
    }
    some
}

fn known_person(spellings: &str) -> Person {
    let surname = |full: &str| full.rsplit(' ').next().unwrap_or(full).to_owned();
    Person { spellings: spellings.split('/').map(|full| (full.to_owned(), surname(full))).collect() }
}

fn person(random: &mut Random, given: &[&str], number: usize) -> Person {
    let (given, end) = (random.one_of(given), random.one_of(SURNAMES));
    let stem = capital(&syllables(random, 1 + number % 2));
    let middle = if random.percent(20) {
        format!(" {}.", (b'A' + random.below(26) as u8) as char)
    } else {
        String::new()
    };
    // Every third is known by all the ways to write both names, the others by one.
    let all = if number.is_multiple_of(3) { 2 } else { 1 };
    let mut spellings = Vec::new();
    for end in end.split('/').take(all) {
        for given in given.split('/').take(all) {
            spellings.push((format!("{given}{middle} {stem}{end}"), format!("{stem}{end}")));
        }
    }
    Person { spellings }
}

fn body(random: &mut Random, forms: &[&str], roots: &[&str], places: &[String]) -> Body {
    let mut name = String::new();
    for c in random.one_of(forms).chars() {
        match c {
            '*' => name.push_str(&capital(random.one_of(roots))),
            '@' => name.push_str(&places[random.rank(places.len())]),
            c => name.push(c),
        }
    }
    let acronym = name.chars().filter(char::is_ascii_uppercase).collect();
    Body { name, acronym }
}

/// With a capital at the beginning.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
