//! What the rules need to know of a language.

/// A language: small tables of its words. Words are in lower case and parted by white space, names as they are written
/// and parted by bars.
///
/// The tables are written for ibid from common knowledge of the languages; names of countries follow ISO 3166 and the
/// usual names in each language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tongue {
    /// The code of ISO 639-1; empty for all languages without tables.
    pub(super) code: &'static str,
    /// Whether the given names, cities and surnames of the Latin script that the rules for English know are known here.
    pub(super) latin: bool,
    /// Whether common nouns have capitals.
    pub(super) nouns_capital: bool,
    /// How its nouns and names are declined.
    pub(super) cases: Cases,
    /// Surnames that follow a full one, at most: two in Spanish.
    pub(super) surnames_after: usize,
    /// Words that lose their vowel before a vowel and are written together with the next, as in "l'Ukraine".
    pub(super) elided: &'static str,
    /// Words of grammar and others that begin sentences and are no part of a name.
    pub(super) small: &'static str,
    /// Articles and pronouns, behind which a capitalised noun is a common one.
    pub(super) articles: &'static str,
    /// Capitalised words that name nobody: months, feasts, peoples, forms of address.
    pub(super) common: &'static str,
    /// Titles and roles that stand before people.
    pub(super) titles: &'static str,
    /// Endings of titles that are compounds.
    pub(super) title_endings: &'static str,
    /// Words that stand before a surname and nowhere else.
    pub(super) addresses: &'static str,
    /// Words that may stand between a role and a name beside linking words and places: fields and adjectives.
    pub(super) fields: &'static str,
    /// Small words inside people's names.
    pub(super) particles: &'static str,
    /// Verbs of speaking and doing that have people for subjects.
    pub(super) speech: &'static str,
    /// Endings that surnames have and words of the language hardly ever.
    pub(super) surname_endings: &'static str,
    /// Prepositions before places.
    pub(super) in_place: &'static str,
    /// Endings of places' names, which count behind such a preposition.
    pub(super) place_endings: &'static str,
    /// Words for kinds of places, right before their names.
    pub(super) place_nouns: &'static str,
    /// Words for kinds of bodies with which the names of bodies begin.
    pub(super) bodies: &'static str,
    /// Of these, the ones that begin such a name in small letters too.
    pub(super) low_bodies: &'static str,
    /// Small words that link the parts of a body's name.
    pub(super) links: &'static str,
    /// Words right before the name of a body in quotation marks.
    pub(super) before_body: &'static str,
    /// Words for works, whose titles in quotation marks hold no names.
    pub(super) works: &'static str,
    /// Words for what is named after people: streets, prizes, schools.
    pub(super) named_after: &'static str,
    /// Words for saints, in names of churches and places.
    pub(super) saints: &'static str,
    /// Given names beside the common ones.
    pub(super) given: &'static str,
    /// Common given names of the Latin script that are words of the language.
    pub(super) not_given: &'static str,
    /// Surnames that everybody knows.
    pub(super) surnames: &'static str,
    /// Countries, cities and regions.
    pub(super) places: &'static [&'static str],
    /// Names of the Latin script that are words of the language.
    pub(super) not_places: &'static str,
    /// Bodies.
    pub(super) known_bodies: &'static str,
    /// Abbreviations of bodies, in capitals.
    pub(super) acronyms: &'static str,
    /// Abbreviations of places, in capitals.
    pub(super) place_acronyms: &'static str,
    /// Abbreviations whose stop ends no sentence.
    pub(super) abbreviations: &'static str,
}

/// How the names of a language are declined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cases {
    /// Not at all, or too little to matter.
    None,
    /// As in Russian, Ukrainian and Belarusian.
    Cyrillic,
    /// As in Polish.
    Polish,
    /// As in German: names by a genitive.
    German,
}

impl Tongue {
    /// A language of which nothing is known.
    pub(super) const UNKNOWN: Self = Self {
        code: "",
        latin: true,
        nouns_capital: false,
        cases: Cases::None,
        surnames_after: 0,
        elided: "",
        small: "",
        articles: "",
        common: "",
        titles: "",
        title_endings: "",
        addresses: "",
        fields: "",
        particles: "",
        speech: "",
        surname_endings: "",
        in_place: "",
        place_endings: "",
        place_nouns: "",
        bodies: "",
        low_bodies: "",
        links: "",
        before_body: "",
        works: "",
        named_after: "",
        saints: "",
        given: "",
        not_given: "",
        surnames: "",
        places: &[],
        not_places: "",
        known_bodies: "",
        acronyms: "",
        place_acronyms: "",
        abbreviations: "",
    };
}
