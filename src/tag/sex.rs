//! Whether somebody is addressed as a woman or as a man, and whom a given name is of: "Mrs Smith" isn't John Smith.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::key::key;
use super::kin::Name;
use super::lexicon::{LEXICON, flag};
use super::{Kind, Mention};
use crate::text::Text;

/// Of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sex {
    Woman,
    Man,
}

/// Forms of address, in small letters and without stops. "Sir" and "Lady" are none: they stand before given names.
const WOMEN: [&str; 14] = [
    "mrs",
    "miss",
    "ms",
    "madame",
    "mme",
    "mlle",
    "frau",
    "signora",
    "señora",
    "senhora",
    "pani",
    "madam",
    "госпожа",
    "пани",
];
const MEN: [&str; 9] = ["mr", "monsieur", "herr", "signor", "señor", "senhor", "pan", "господин", "пан"];

/// Given names of women among those of the lexicon.
///
/// Written for ibid from general knowledge.
const OF_WOMEN: &str = "
abigail ada adriana agnes aisha aleksandra alena alexandra alice alicia alina alisa alison alyona amanda amelia amy
ana anastasia anastasiya angela angelina anita anja ann anna annabel anne annette annie antonia astrid audrey barbara
barbora beata beatrice beth betty brenda bridget camilla carla carmen carolina caroline carolyn carrie catherine
cathy cecilia celine chantal charlene charlotte chelsea cheryl chloe christiane christina christine cindy claire
clara claudia cristina cynthia dagmar daisy dana daniela danielle daria darya deborah debra denise diana diane dilma
dina dinara donna doris dorothy edith eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen elsa elvira
emilia emily emine emma emmanuelle erica erika erin esther eugenia eva eve evelyn evgenia fatima fiona frances
francesca françoise gabriela gina giorgia gisele giulia gladys gloria greta gudrun gwen hanna hannah harriet heather
heidi helen helena helene helga hillary hiroko holly ida indira ines inga ingrid ingrida inna ira irena irene irina
iris irma isabel isabella isabelle ivana jacqueline jana jane janet janice jen jennifer jenny jessica jill joan
joanna joanne johanna josephine joyce juanita judith judy julia juliana julie juliet justine kaja kamala karen karin
karla karolina katarzyna kate katerina kathleen kathryn kathy katie katja katrin kimberly kirsten kristen kristina
ksenia lara larisa laura lauren layla leila lena lidia lila lilia lillian lily lina linda lindsay lisa liudmila liz
lois loretta louisa louise lucia lucie lucy ludmila luisa lydia lynn lyudmila madeleine madeline magdalena mamata
manuela marcia margaret margarita maria mariana marianne marie marija marilyn marina marine maris marissa mariya
marjorie marlene martha martina martine mary maryam maryna maría masha maureen maya megan meghan melania melanie
melinda melissa mercedes meryl mia michaela michelle milena mina minna miranda miriam moira molly mona monica monika
muriel nadezhda nadia nadine nafisa nancy naomi natalia natalie nataliya natalya natasha ngozi nicola nicole nina
nora norma oksana oleksandra olena olga olivia oprah palina pamela patricia paula paulina pauline peggy penelope
penny petra phoebe phyllis polina priya rachel raisa rania raquel rebecca regina renata rita roberta rosa rosalind
rosemary ruth sabine sabrina sally samantha sandra sanna sara sarah serena sharon sheila shelley sherry shirley
silvia simona simone sofia sofya sonia sonja sophia sophie stefania stella stephanie sue susan susana susanna susanne
sushma suzanne svetlana sviatlana svitlana sybil sylvia sylvie tamara tammy tanya tatiana tatsiana tatyana teresa
tessa thea thelma theresa therese tina tracy tricia trish ulrike ursula vaira valentina valeria valerie vanessa vera
veronica veronika victoria viktoria viola violeta virginia volha wanda wendy wilma yana yanina yelena yevgenia yoko
yolanda yulia yuliya yvette yvonne zainab zelda zhanna zinaida zoe zoya zuzana";

/// Given names that both have, and those that are men's in one language and women's in another.
const OF_EITHER: &str = "
adel ales alex alexi alexis ali andrea andy angel asha ashley cameron carol charlie chris christian claude dale dan
daniele danila denis dian dominique elif elon evan fadi florian frankie gabriele gene hilary jackie jade jaime jamie
jan jay jean jesse jules karol kay kelly ken kim kyle laurence laurent lavon lee lesley leslie lindsey lou luca lyn
marian marin marion max mel merkel michal michele minh morgan nikita nikol nikola noel noor paddy pat rene rené robin
sam sandy sasha shannon sidney stacy taylor terry toni tony valery vicky vivian";

static GIVEN_OF_WOMEN: LazyLock<HashSet<&str>> = LazyLock::new(|| OF_WOMEN.split_whitespace().collect());
static GIVEN_OF_EITHER: LazyLock<HashSet<&str>> = LazyLock::new(|| OF_EITHER.split_whitespace().collect());

/// Whose a given name in small letters is, where the lexicon knows it as one's.
fn of_given(name: &str) -> Option<Sex> {
    if GIVEN_OF_EITHER.contains(name) {
        None
    } else if GIVEN_OF_WOMEN.contains(name) {
        Some(Sex::Woman)
    } else {
        (LEXICON.flags(key(name)) & flag::GIVEN != 0).then_some(Sex::Man)
    }
}

/// Those who are addressed by their surname, where the document has full names with it.
pub(super) struct Addressed {
    /// The mentions of those who are addressed as what nobody with such a full name is, each behind the first mention of one.
    others: Vec<(usize, usize)>,
    /// The mentions of those of whom a woman and a man have such full names, each behind the first of the one who is meant.
    meant: Vec<(usize, usize)>,
}

impl Addressed {
    /// Those of a document: its mentions, its distinct names and the number of each mention's name.
    pub(super) fn new(text: &Text, mentions: &[Mention], names: &[Name], name_of: &[u32]) -> Self {
        let name = |mention: usize| names.get(*name_of.get(mention)? as usize);
        // For each surname the first mention of a woman's full name and of a man's.
        let mut full: HashMap<String, [Option<usize>; 2]> = HashMap::new();
        let people = || mentions.iter().enumerate().filter(|(_, mention)| mention.kind == Kind::Person);
        for (at, mention) in people() {
            let Some(name) = name(at).filter(|name| name.is_full()) else { continue };
            let sex = address(text, mention).or_else(|| of_given(name.given()));
            if let Some(sex) = sex {
                full.entry(name.surname()).or_default()[sex as usize].get_or_insert(at);
            }
        }
        let (mut others, mut meant) = (Vec::new(), Vec::new());
        for (at, mention) in people().filter(|_| !full.is_empty()) {
            let bare = name(at).filter(|name| !name.is_full());
            let known = bare.and_then(|name| full.get(&name.surname()));
            let Some((known, sex)) = known.zip(address(text, mention)) else { continue };
            let [of_it, of_other] = [known[sex as usize], known[1 - sex as usize]];
            match (of_it, of_other) {
                (Some(full), Some(_)) => meant.push((full, at)),
                (None, Some(full)) => others.push((full, at)),
                _ => {}
            }
        }
        Self { others, meant }
    }

    /// Whether the address says that two mentions aren't one's.
    pub(super) fn part(&self, pair: (usize, usize)) -> bool {
        let is_other =
            |mention: usize| self.others.binary_search_by_key(&mention, |&(_, mention)| mention).is_ok();
        is_other(pair.0) || is_other(pair.1)
    }

    /// Takes them out of the groups of those others, whose number each mention has: all of a surname into one of their own.
    pub(super) fn leave(&self, group_of: &mut [u32]) {
        let mut next = group_of.iter().copied().max().map_or(0, |last| last + 1);
        let mut own: HashMap<u32, u32> = HashMap::new();
        for &(full, mention) in &self.others {
            let Some(&group) = group_of.get(full) else { continue };
            let left = *own.entry(group).or_insert_with(|| {
                next += 1;
                next - 1
            });
            group_of.get_mut(mention).into_iter().for_each(|group| *group = left);
        }
        for &(full, mention) in &self.meant {
            if let Some(&group) = group_of.get(full) {
                group_of.get_mut(mention).into_iter().for_each(|own| *own = group);
            }
        }
    }

    /// The mentions as pairs of two people's.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.others.iter().copied()
    }
}

/// Whether a word is a form of address, which says nothing of what somebody is.
pub(super) fn is_address(word: &str) -> bool {
    addressed_by(word).is_some()
}

/// Who is addressed by a word, with its stop or without.
fn addressed_by(word: &str) -> Option<Sex> {
    let word = word.trim_end_matches('.').to_lowercase();
    match word.as_str() {
        word if WOMEN.contains(&word) => Some(Sex::Woman),
        word if MEN.contains(&word) => Some(Sex::Man),
        _ => None,
    }
}

/// As whom a mention is addressed: by the title before it, or by the word that it begins with.
fn address(text: &Text, mention: &Mention) -> Option<Sex> {
    let title = mention.title.map_or("", |title| title.of(text.as_str()));
    let first = mention.span.of(text.as_str()).split_whitespace().next();
    title.split_whitespace().chain(first).find_map(addressed_by)
}

#[cfg(test)]
mod tests {
    use super::super::tests::cast;
    use super::*;

    /// The people of a text as "name mentions", in order.
    fn people(text: &str) -> Vec<String> {
        let cast = cast(text);
        let people = cast.of_kind(Kind::Person);
        people.map(|(_, person)| format!("{} {}", person.name, person.mentions.len())).collect()
    }

    #[test]
    fn given_names_are_a_womans_or_a_mans_or_say_nothing() {
        let sexes = ["angela", "donald", "kim", "plexstirby"].map(of_given);
        assert_eq!(sexes, [Some(Sex::Woman), Some(Sex::Man), None, None]);
    }

    #[test]
    fn a_man_and_a_woman_of_one_surname_are_two() {
        let text = "Professor John Smith came with Mrs. Smith to London. Mrs. Smith sang. Mr. Smith danced.";
        assert_eq!(people(text), ["John Smith 2", "Smith 2"]);
        let text = "President Donald Trump spoke in Ohio. Mr. Trump smiled. Later Mrs. Trump waved.";
        assert_eq!(people(text), ["Donald Trump 2", "Trump 1"]);
    }

    #[test]
    fn a_woman_who_is_addressed_so_is_one() {
        let text = "Chancellor Angela Merkel spoke in Berlin. Mrs. Merkel smiled. Later Mrs. Merkel waved.";
        assert_eq!(people(text), ["Angela Merkel 3"]);
    }

    #[test]
    fn of_a_couple_the_one_is_meant_who_is_addressed_so() {
        let text =
            "President Hillary Clinton met President Bill Clinton. Mrs. Clinton smiled. Mr. Clinton waved.";
        assert_eq!(people(text), ["Hillary Clinton 2", "Bill Clinton 2"]);
    }
}
