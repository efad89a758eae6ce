//! Sentences, learnt from the briefs of the bundled collection: chains of words in which names, places, bodies,
//! numbers and sums are slots.

use std::collections::HashMap;

use ibid::corpus::BUNDLED;

use super::lexicon::Ending;
use super::random::Random;

/// What stands in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Token {
    /// A word as it is.
    Word(String),
    /// A word that another with the same ending may take the place of.
    Any(String, Ending),
    Person,
    Body,
    Place,
    Number,
    Year,
    Month,
    /// Of a month.
    Day,
    Money,
    /// A comma, a semicolon or a colon.
    Mark(char),
    /// Before and behind a sentence.
    End,
}

/// The names in the corpus.
const PEOPLE: &str = "\
    Alexander Grigoryevich Lukashenko, Alexander Lukashenko, Alexander Lukashenka, Alyaksandr Lukashenka, \
    Lukashenko, Lukashenka, Vladimir Putin, Putin, Dmitry Medvedev, Medvedev, Mikhail Mishustin, \
    Andrei Nikitin, Andrei Belov, Igor Petrishenko, Igor Sechin, Sergei Markov, Stanislav Belkovsky, \
    Gennady Onishchenko, Georgy Bovt, Michelle Bachelet, Svetlana Tikhanovskaya, Uladzimir Syamashka, \
    Uladzimir Makey, Dmitry Peskov, Syarhei Rumas, Grigory Rapota, Alena Anisim, Hanna Kanapatskaya";

const BODIES: &str = "\
    Collective Security Treaty Organization, Organization of the Collective Security Treaty, \
    Federal Consumer Protection Service, International Monetary Fund, National Strategy Institute, \
    Institute for the Study of War, Belarusian Armed Forces, Ministry of Forestry, Belarusian Embassy, \
    European Union, United Nations, United Russia, Foreign Ministry, Union State, State Duma, \
    RIA news agency, Business FM, Interfax, CSTO, NATO, ISW, EU";

const PLACES: &str = "\
    Russian Federation, United States, Veliky Novgorod, South Ossetia, St Petersburg, Novgorod, \
    Black Sea, Nur-Sultan, Kazakhstan, Kyrgyzstan, Tajikistan, Uzbekistan, Lithuania, Krasnodar, \
    Tashkent, Abkhazia, Belarus, Armenia, Georgia, Ukraine, Russia, Moscow, Kremlin, Europe, Minsk, \
    Pskov, Sochi";

pub const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words shorter than this are the grammar of a sentence, and stay.
const SHORTEST: usize = 5;

/// What follows what, after one token and after two.
pub struct Chain {
    tokens: Vec<Token>,
    after_one: Vec<Vec<u16>>,
    after_two: HashMap<(u16, u16), Vec<u16>>,
}

impl Chain {
    /// What the briefs teach.
    pub fn new() -> Self {
        let mut chain =
            Self { tokens: vec![Token::End], after_one: vec![Vec::new()], after_two: HashMap::new() };
        let mut numbers: HashMap<Token, u16> = HashMap::from([(Token::End, 0)]);
        let slots = slots();
        for (_, brief) in BUNDLED.iter().filter(|(name, _)| *name != "start-here.md") {
            for sentence in sentences(&prose(brief), &slots) {
                let mut before = (0, 0);
                for token in sentence.into_iter().chain([Token::End]) {
                    let next = *numbers.entry(token).or_insert_with_key(|token| {
                        chain.tokens.push(token.clone());
                        chain.after_one.push(Vec::new());
                        (chain.tokens.len() - 1) as u16
                    });
                    chain.after_one[before.1 as usize].push(next);
                    chain.after_two.entry(before).or_default().push(next);
                    before = (before.1, next);
                }
            }
        }
        chain
    }

    /// A sentence of at most so many tokens.
    pub fn sentence(&self, most: usize, random: &mut Random) -> impl Iterator<Item = &Token> {
        let mut before = (0, 0);
        (0..most).map_while(move |_| {
            // After two words there is often but one that follows in so small a corpus; a look at one word
            // alone leads to another sentence.
            let two = self.after_two.get(&before).filter(|next| next.len() > 1 || !random.percent(45));
            let next = random.one_of(two.unwrap_or(&self.after_one[before.1 as usize]));
            before = (before.1, next);
            (next != 0).then(|| &self.tokens[next as usize])
        })
    }
}

/// The sentences of a brief in one line, without its front matter, headings and signs.
fn prose(brief: &str) -> String {
    let body = brief.splitn(3, "---").nth(2).unwrap_or(brief);
    let lines = body.lines().filter(|line| !line.starts_with(['#', '*']));
    let text = lines.map(|line| line.trim_start_matches("- ")).collect::<Vec<_>>().join(" ");
    text.replace(['“', '”', '"', '(', ')', '*'], "")
}

/// The names in the corpus, longer ones before those that are parts of them.
fn slots() -> Vec<(&'static str, Token)> {
    let all = [(PEOPLE, Token::Person), (BODIES, Token::Body), (PLACES, Token::Place)];
    let of = |(names, slot): (&'static str, Token)| names.split(", ").map(move |name| (name, slot.clone()));
    let mut slots: Vec<_> = all.into_iter().flat_map(of).collect();
    slots.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    slots
}

/// The sentences of a text, as tokens.
fn sentences(text: &str, slots: &[(&str, Token)]) -> Vec<Vec<Token>> {
    let (mut all, mut own) = (Vec::new(), Vec::new());
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let slot = slots.iter().find(|(name, _)| {
            rest.strip_prefix(name)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        });
        if let Some((name, slot)) = slot {
            own.push(slot.clone());
            rest = &rest[name.len()..];
        } else {
            let end = rest.find(|c: char| c.is_whitespace() || ",;:?".contains(c)).unwrap_or(rest.len());
            let word = &rest[..end];
            let known = |word: &str| MONTHS.iter().any(|month| word.len() > 2 && month.starts_with(word));
            let bare = word.trim_end_matches('.');
            let behind = rest[end..].trim_start();
            let ends = word.ends_with('.') && !known(bare) || rest[end..].starts_with('?');
            if !bare.is_empty() {
                let token = token(bare, behind, own.last(), known(bare));
                // The words of a sum are one slot.
                if token != Token::Money || own.last() != Some(&token) {
                    own.push(token);
                }
            }
            if ends || behind.is_empty() {
                all.push(std::mem::take(&mut own));
            }
            rest = &rest[end..];
        }
        if let Some(mark) = rest.chars().next().filter(|c| ",;:".contains(*c)) {
            own.push(Token::Mark(mark));
        }
        if rest.starts_with('.') && !own.is_empty() {
            all.push(std::mem::take(&mut own));
        }
        // What hangs on a name, as the "'s" of a genitive, is a word of its own.
        rest = rest.trim_start_matches([',', ';', ':', '?', '.']).trim_start();
    }
    all.retain(|sentence| sentence.len() > 3);
    all
}

/// What a word is.
fn token(word: &str, behind: &str, before: Option<&Token>, is_month: bool) -> Token {
    if is_month {
        return Token::Month;
    }
    let is_unit = matches!(word, "million" | "billion") && before == Some(&Token::Money);
    if is_unit || word.starts_with('$') || behind.starts_with("million") || behind.starts_with("billion") {
        return Token::Money;
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        if before == Some(&Token::Month) && word.len() < 3
            || MONTHS.iter().any(|month| behind.starts_with(month))
        {
            return Token::Day;
        }
        return if word.len() == 4 && word.parse::<u16>().is_ok() { Token::Year } else { Token::Number };
    }
    let is_plain = word.chars().all(|c| c.is_ascii_lowercase());
    if is_plain && word.len() >= SHORTEST && !GRAMMAR.split(' ').any(|fixed| fixed == word) {
        return Token::Any(word.to_owned(), Ending::of(word));
    }
    let lower = word.to_lowercase();
    // The first word of a sentence is written large for that alone, but for the names of days and the like.
    let is_small = before.is_none() && !word.chars().skip(1).any(char::is_uppercase) && lower.len() < 8;
    Token::Word(if is_small { lower } else { word.to_owned() })
}

/// Longer words that no other can take the place of.
const GRAMMAR: &str = "\
    about above after again against almost already among before besides beside between beyond could \
    during either every hardly himself instead might million billion neither nothing nobody other others \
    ought perhaps rather should since their themselves there thereby therefore these those though three \
    through towards until under whatever where whether which while whose within without would";
