//! Words: a few hundred of daily English, and tens of thousands that are made of them and of syllables, so
//! that the vocabulary of a collection grows with it as that of a language does.

use super::random::Random;

/// Stems. With their endings they make some two hundred thousand words.
const STEMS: usize = 60_000;

/// Nouns and verbs of daily English that take all endings.
const ROOTS: &str = "\
    market report border water paper letter winter summer harvest transport transit timber order number \
    matter power answer offer season reason question station mission pension section action motion \
    fashion region union budget target ticket packet rocket tunnel panel channel signal record reward \
    guard board farm storm form reform alarm field yield shield build flood blood wood food cloud sound \
    ground round found pound bond fund land hand brand demand grant plant print point joint paint mount \
    count amount account discount court sport port export import support passport airport fort effort \
    comfort shop crop drop stop group troop loop ship trip strip chip clip lamp camp stamp pump dump \
    bank tank rank plank link drink think stock block clock lock dock rock track truck check deck neck \
    brick trick milk silk walk talk chalk park mark work network fork bark mask task risk desk disk room \
    broom team steam stream dream claim film arm warm term firm mail rail sail trail detail retail coal \
    goal deal meal seal appeal wheel steel fuel model label cancel travel level barrel quarrel control \
    patrol petrol school tool pool wall call hall recall bill drill mill skill toll poll roll payroll \
    cable table plan loan clan span train grain rain chain drain strain campaign design sign coin join \
    garden burden screen queen lesson prison person iron button cotton cannon turn return burn corn horn \
    town crown clown lawn dawn bar car star war seminar radar collar dollar pillar sugar year gear fear \
    spear appear chair repair affair fair chapter filter shelter quarter corner owner partner banner \
    dinner manner silver river driver cover discover recover tower flower finger anger danger ranger \
    hunger labour harbour neighbour favour colour honour door floor error mirror doctor factor sector \
    tractor actor visitor editor monitor mentor motor gas glass grass class pass press dress process \
    access address boss loss cross bus focus virus census boat coat seat heat wheat treat retreat threat \
    fleet street sheet meet sweet gate flight night light right fight sight weight height freight draft \
    craft shift gift lift belt melt salt halt vault assault result consult adult list fist mist coast \
    toast roast boast forest protest contest test guest request quest chest nest post host cost frost \
    trust dust crust text context next law saw claw view review interview crew screw show window shadow \
    arrow bow box tax fix mix index day bay ray display delay relay play key valley survey journey money";

/// What stands before a stem.
const BEFORE: &[&str] = &[
    "over", "under", "re", "un", "out", "fore", "inter", "sub", "super", "counter", "mid", "non", "pre",
    "anti",
];

/// What stands behind a stem and makes another of it.
const BEHIND: &[&str] =
    &["er", "ment", "ness", "ship", "age", "ist", "ism", "hood", "ful", "ish", "yard", "man"];

const ONSETS: &[&str] = &[
    "b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gl", "gr", "h", "j", "k", "l", "m", "n", "p",
    "pl", "pr", "r", "s", "sc", "sh", "sl", "sp", "st", "str", "t", "th", "tr", "v", "w", "z",
];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ai", "ea", "ia", "io", "ou"];
const CODAS: &[&str] = &["", "", "", "l", "m", "n", "nd", "nt", "r", "rd", "s", "st", "t", "x", "ck", "ll"];

/// How a word ends, so that one stands where another of its form stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    Bare,
    Plural,
    Past,
    Progressive,
    Adverb,
}

impl Ending {
    /// How a word in lower case ends.
    pub fn of(word: &str) -> Self {
        let endings =
            [("ing", Self::Progressive), ("ed", Self::Past), ("ly", Self::Adverb), ("s", Self::Plural)];
        endings.into_iter().find(|(ending, _)| word.ends_with(ending)).map_or(Self::Bare, |(_, which)| which)
    }

    fn letters(self) -> &'static str {
        match self {
            Self::Bare => "",
            Self::Plural => "s",
            Self::Past => "ed",
            Self::Progressive => "ing",
            Self::Adverb => "ly",
        }
    }
}

/// Those of daily English.
pub fn roots() -> Vec<&'static str> {
    ROOTS.split(' ').collect()
}

/// All stems, the most frequent first.
pub struct Lexicon {
    stems: Vec<String>,
}

impl Lexicon {
    pub fn new() -> Self {
        // Not of the seed of a collection: all collections speak one language.
        let mut random = Random::of(0x1b1d, 0);
        let roots = roots();
        Self { stems: (0..STEMS).map(|rank| stem(rank, &roots, &mut random)).collect() }
    }

    /// A stem, frequent ones more often.
    pub fn stem(&self, random: &mut Random) -> &str {
        &self.stems[random.rank(STEMS)]
    }

    /// Adds a word that ends like this.
    pub fn push(&self, stem: &str, ending: Ending, text: &mut String) {
        text.push_str(stem);
        let letters = ending.letters();
        let letters =
            if ending == Ending::Plural && stem.ends_with(['s', 'x', 'h']) { "es" } else { letters };
        text.push_str(letters);
    }
}

/// The stem of a rank: words of daily use first, then what is made of them, then what is made of syllables.
fn stem(rank: usize, roots: &[&str], random: &mut Random) -> String {
    let root = |random: &mut Random| random.one_of(roots);
    match rank {
        0..2_000 if rank < roots.len() => roots[rank].to_owned(),
        0..2_000 => format!("{}{}", random.one_of(BEFORE), root(random)),
        2_000..5_000 => format!("{}{}", root(random), random.one_of(BEHIND)),
        5_000..25_000 => format!("{}{}", root(random), root(random)),
        _ => syllables(random, 2 + rank % 3),
    }
}

/// A word that nobody has heard of.
pub fn syllables(random: &mut Random, count: usize) -> String {
    let mut word = String::new();
    for _ in 0..count {
        for part in [ONSETS, VOWELS, CODAS] {
            word.push_str(random.one_of(part));
        }
    }
    word
}
