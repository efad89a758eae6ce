//! An article: who and what it is about, its headline and its paragraphs.

use super::chain::{Chain, MONTHS, Token};
use super::lexicon::{Ending, Lexicon};
use super::names::{Names, capital};
use super::random::Random;

/// What all collections are made of.
pub struct Model {
    pub lexicon: Lexicon,
    pub names: Names,
    chain: Chain,
}

impl Model {
    pub fn new() -> Self {
        Self { lexicon: Lexicon::new(), names: Names::new(), chain: Chain::new() }
    }
}

/// A document before it takes the form of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    pub title: String,
    pub source: String,
    pub author: Option<String>,
    /// Year, month and day.
    pub date: (i16, u8, u8),
    pub paragraphs: Vec<String>,
}

/// What an article is about: it comes back to these again and again.
pub struct Topic<'a> {
    model: &'a Model,
    people: Vec<usize>,
    bodies: Vec<usize>,
    places: Vec<usize>,
    stems: Vec<&'a str>,
    year: usize,
    /// Who was named in full already.
    named: Vec<usize>,
}

/// Words of headlines that say what somebody does.
const DEEDS: &[&str] = &[
    "backs", "skips", "signs", "delays", "denies", "meets", "asks for", "refuses", "promises", "warns of",
    "halts", "defends", "reviews", "leaves", "rejects", "plans", "opens", "hails", "drops", "doubles",
];

/// Headlines: who, another, a body, a place, a thing or several, what is done, a number, a sum.
const HEADLINES: &[&str] = &[
    "{who} {does} {thing} {thing} in {place}",
    "{body} {does} {things} as {thing} grows",
    "{who} meets {other} in {place} over {thing} {things}",
    "{place}: {things} without a {thing}",
    "Why {place} {does} the {thing} of {things}",
    "{thing} and {thing}: {who} {does} {body}",
    "{number} {things} for {place}, says {body}",
    "{body} {does} {sum} {thing} for {place}",
    "A {thing} too far? {who} on {things}",
    "{place} {thing} {does} {place} {things}",
    "{who} to {other}: no {thing} before the {thing}",
    "Interview: {who} on {thing}, {things} and {place}",
    "After the {thing}, {place} {does} new {things}",
    "‘{thing} for all’: {who} {does} {thing} plan",
];

impl<'a> Topic<'a> {
    pub fn new(model: &'a Model, random: &mut Random) -> Self {
        let some = |most: usize, all: usize, random: &mut Random| -> Vec<usize> {
            (0..random.between(2, most)).map(|_| random.rank(all)).collect()
        };
        Self {
            model,
            people: some(6, model.names.people.len(), random),
            bodies: some(4, model.names.bodies.len(), random),
            places: some(5, model.names.places.len(), random),
            stems: (0..random.between(6, 14)).map(|_| model.lexicon.stem(random)).collect(),
            year: random.between(2000, 2025),
            named: Vec::new(),
        }
    }

    /// A headline of some fifty bytes.
    pub fn headline(&mut self, random: &mut Random) -> String {
        let mut title = String::new();
        for part in random.one_of(HEADLINES).split('{') {
            let Some((slot, behind)) = part.split_once('}') else {
                title.push_str(part);
                continue;
            };
            match slot {
                "who" | "other" => {
                    let person = &self.model.names.people[random.one_of(&self.people)];
                    let (full, surname) = &person.spellings[random.below(person.spellings.len())];
                    title.push_str(if random.percent(25) { full } else { surname });
                }
                "body" => self.body(random, &mut title),
                "place" => self.place(random, &mut title),
                "does" => title.push_str(random.one_of(DEEDS)),
                "number" => self.number(random, &mut title),
                "sum" => self.money(random, &mut title),
                _ => {
                    let ending = if slot == "things" { Ending::Plural } else { Ending::Bare };
                    self.word(ending, random, &mut title);
                }
            }
            title.push_str(behind);
        }
        capital(&title)
    }

    /// A sentence with the space behind it.
    pub fn sentence(&mut self, random: &mut Random, text: &mut String) {
        let from = text.len();
        let chain = &self.model.chain;
        let mut own = Random::of(random.next(), 0);
        for token in chain.sentence(45, &mut own) {
            if let Token::Mark(mark) = token {
                text.push(*mark);
                continue;
            }
            if text.len() > from && token != &Token::Word("'s".to_owned()) {
                text.push(' ');
            }
            match token {
                Token::Word(word) => text.push_str(word),
                Token::Any(word, _) if random.percent(55) => text.push_str(word),
                Token::Any(_, ending) => self.word(*ending, random, text),
                Token::Person => self.person(random, text),
                Token::Body => self.body(random, text),
                Token::Place => self.place(random, text),
                Token::Number => self.number(random, text),
                Token::Year => text.push_str(&(self.year - random.rank(40)).to_string()),
                Token::Day => text.push_str(&random.between(1, 28).to_string()),
                Token::Month => text.push_str(random.one_of(MONTHS)),
                Token::Money => self.money(random, text),
                Token::Mark(_) | Token::End => {}
            }
        }
        while text.len() > from && text.ends_with([',', ';', ':', ' ']) {
            text.pop();
        }
        if let Some(first) = text.get(from..from + 1).map(str::to_ascii_uppercase) {
            text.replace_range(from..from + 1, &first);
        }
        text.push_str(". ");
    }

    /// A paragraph of two to six sentences.
    pub fn paragraph(&mut self, random: &mut Random) -> String {
        let mut text = String::with_capacity(600);
        for _ in 0..random.between(2, 6) {
            self.sentence(random, &mut text);
        }
        text.truncate(text.trim_end().len());
        text
    }

    fn word(&self, ending: Ending, random: &mut Random, text: &mut String) {
        let lexicon = &self.model.lexicon;
        let stem = if random.percent(30) { random.one_of(&self.stems) } else { lexicon.stem(random) };
        lexicon.push(stem, ending, text);
    }

    /// In full the first time, then mostly by surname; now and then somebody from elsewhere.
    fn person(&mut self, random: &mut Random, text: &mut String) {
        let all = &self.model.names.people;
        let who = if random.percent(10) { random.rank(all.len()) } else { random.one_of(&self.people) };
        let (full, surname) = &all[who].spellings[random.rank(all[who].spellings.len())];
        let is_new = !self.named.contains(&who);
        text.push_str(if is_new || random.percent(10) { full } else { surname });
        if is_new {
            self.named.push(who);
        }
    }

    fn body(&self, random: &mut Random, text: &mut String) {
        let all = &self.model.names.bodies;
        let which = if random.percent(10) { random.rank(all.len()) } else { random.one_of(&self.bodies) };
        text.push_str(if random.percent(40) { &all[which].acronym } else { &all[which].name });
    }

    fn place(&self, random: &mut Random, text: &mut String) {
        let all = &self.model.names.places;
        let which = if random.percent(15) { random.rank(all.len()) } else { random.one_of(&self.places) };
        text.push_str(&all[which]);
    }

    fn number(&self, random: &mut Random, text: &mut String) {
        text.push_str(&(random.rank(90_000) + 1).to_string());
    }

    fn money(&self, random: &mut Random, text: &mut String) {
        let sign = ["$", "€", "£"][random.rank(3)];
        let amount = random.rank(900) + 1;
        let (tenth, unit) = (random.below(10), ["million", "billion"][random.rank(2)]);
        text.push_str(&format!("{sign}{amount}.{tenth} {unit}"));
    }
}

impl Article {
    /// An article of some 4 kB.
    pub fn new(model: &Model, random: &mut Random) -> Self {
        let mut topic = Topic::new(model, random);
        let title = topic.headline(random);
        let names = &model.names;
        let writer = &names.people[random.below(names.people.len())].spellings[0].0;
        let author = random.percent(40).then(|| writer.clone());
        let source = names.sources[random.rank(names.sources.len())].clone();
        let date = (topic.year as i16, random.between(1, 12) as u8, random.between(1, 28) as u8);
        // Most are short, a few long.
        let length = 700 + random.below(2_800) + random.below(2_000) * random.below(4);
        let (mut paragraphs, mut bytes) = (Vec::new(), 0);
        while bytes < length {
            let paragraph = topic.paragraph(random);
            bytes += paragraph.len();
            paragraphs.push(paragraph);
        }
        Self { title, source, author, date, paragraphs }
    }
}
