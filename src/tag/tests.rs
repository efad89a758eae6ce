//! What the rules find in sentences made for the purpose, each beside a wrong neighbour that they leave alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cell::Cell;
use std::sync::Arc;

use proptest::prelude::*;

use super::figures::figures;
use super::{Cast, Context, Kind, Layers, Mention, Rules, Tagger, Wanted};
use crate::corpus::PartialDate;
use crate::text::{AsideReason, Block, BlockKind, Span, Text};

/// A text whose every line that isn't empty is a block of that kind.
pub(super) fn text_of(kind: BlockKind, text: &str) -> Text {
    let (mut blocks, mut at) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end().len();
        let start = at + (line.len() - line.trim_start().len()).min(line.trim_end().len());
        if start < end {
            blocks.push(Block { span: Span::new(start, end), kind, indent: 0, hang: 0, gap: true });
        }
        at += line.len();
    }
    Text::new(Arc::from(text), blocks)
}

fn rules() -> Layers {
    Layers::new(Arc::new(Rules))
}

fn mentions(text: &Text) -> Vec<Mention> {
    rules().tag(text, &Context::default(), &|| false)
}

/// The figures of a paragraph: kind, words and value.
pub(super) fn figures_of(text: &str, context: &Context, wanted: Wanted) -> Vec<(Kind, String, String)> {
    let text = text_of(BlockKind::Paragraph, text);
    let found = figures(&text, context, wanted, &|| false);
    let shown = found.iter().map(|mention| {
        let words = mention.span.of(text.as_str());
        (mention.kind, words.to_owned(), mention.value.map_or(String::new(), |value| value.plain(words)))
    });
    shown.collect()
}

/// The mentions of paragraphs, as kind and name.
fn found(text: &str) -> Vec<(Kind, String)> {
    let text = text_of(BlockKind::Paragraph, text);
    mentions(&text).iter().map(|m| (m.kind, m.span.of(text.as_str()).to_owned())).collect()
}

/// The names of one kind.
fn of(kind: Kind, text: &str) -> Vec<String> {
    found(text).into_iter().filter(|(other, _)| *other == kind).map(|(_, name)| name).collect()
}

fn people(text: &str) -> Vec<String> {
    of(Kind::Person, text)
}

fn bodies(text: &str) -> Vec<String> {
    of(Kind::Organisation, text)
}

fn places(text: &str) -> Vec<String> {
    of(Kind::Place, text)
}

fn titles(text: &str) -> Vec<String> {
    let text = text_of(BlockKind::Paragraph, text);
    mentions(&text).iter().filter_map(|m| m.title).map(|title| title.of(text.as_str()).to_owned()).collect()
}

pub(super) fn cast(text: &str) -> Cast {
    let text = text_of(BlockKind::Paragraph, text);
    let mentions = mentions(&text);
    Cast::new(&text, mentions)
}

fn names(cast: &Cast, kind: Kind) -> Vec<&str> {
    cast.of_kind(kind).map(|(_, entity)| entity.name.as_str()).collect()
}

#[test]
fn spellings_of_a_full_name_are_one_in_a_document() {
    let people = |text: &str| -> Vec<(String, usize)> {
        let cast = cast(text);
        cast.of_kind(Kind::Person).map(|(_, person)| (person.name.clone(), person.mentions.len())).collect()
    };
    let text = "President Alexander Lukashenko met President Vladimir Putin in Minsk. President Alyaksandr Lukashenka \
                smiled. President Wladimir Putin left.";
    assert_eq!(people(text), [("Alexander Lukashenko".to_owned(), 2), ("Vladimir Putin".to_owned(), 2)]);
    let text = "President George Bush met Minister Barbara Bush and Minister Viktor Bushe in Paris.";
    assert_eq!(people(text).len(), 3);
}

#[test]
fn a_word_that_only_begins_a_sentence_is_no_name() {
    assert_eq!(people("Oddly, the timber was late. Interestingly, no one knew. Experts agreed."), [""; 0]);
    assert_eq!(found("Timber went north. The timber was dry. Logs follow."), []);
}

#[test]
fn a_surname_is_known_again_at_the_beginning_of_a_sentence_once_the_full_name_was_said() {
    let text = "It was Uladzimir Makey. Makey said nothing. Moss grew on the moss.";
    assert_eq!(people(text), ["Uladzimir Makey", "Makey"]);
}

#[test]
fn a_title_is_kept_beside_the_name_and_out_of_it() {
    let text = "They saw Deputy Prime Minister Igor Sechin and press secretary Dmitry Peskov.";
    assert_eq!(people(text), ["Igor Sechin", "Dmitry Peskov"]);
    assert_eq!(titles(text), ["Deputy Prime Minister", "press secretary"]);
    assert_eq!(titles("The Belarusian President Alexander Lukashenko slept."), ["President"]);
    assert_eq!(titles("The president slept, and Igor Sechin too."), [""; 0]);
}

#[test]
fn a_role_of_something_and_a_role_before_a_comma_belong_to_the_name() {
    assert_eq!(
        titles(
            "There the Governor of the Pskov Region, Andrei Orlov, spoke with State Secretary of the Union State Grigory Rapota."
        ),
        ["Governor of the Pskov Region", "State Secretary of the Union State"]
    );
    assert_eq!(titles("He told the governor, and Andrei Orlov, who came late, left."), [""; 0]);
}

#[test]
fn particles_and_initials_stay_inside_a_name_and_other_small_words_do_not() {
    assert_eq!(
        people("There Ursula von der Leyen met Mohammed bin Salman, Bashar al-Assad and George W. Bush."),
        ["Ursula von der Leyen", "Mohammed bin Salman", "Bashar al-Assad", "George W. Bush"]
    );
    assert_eq!(people("There Ursula of Anna saw Igor with Boris Petrov."), ["Boris Petrov"]);
}

#[test]
fn a_month_is_a_surname_after_a_given_name_and_a_date_elsewhere() {
    let text = "It was Theresa May who came in May 2019. Later May said no.";
    assert_eq!(people(text), ["Theresa May", "May"]);
    assert_eq!(of(Kind::Date, text), ["May 2019"]);
}

#[test]
fn an_unknown_pair_of_words_is_a_person_only_where_the_context_says_so() {
    assert_eq!(people("According to Thabiso Mokoena, who farms there, it rains."), ["Thabiso Mokoena"]);
    assert_eq!(people("She opened Acrobat Nimbus on her desk."), [""; 0]);
    assert_eq!(people("He liked the Koninklijke Zaal best."), [""; 0]);
}

#[test]
fn a_word_for_a_body_makes_a_name_and_alone_makes_none() {
    assert_eq!(
        bodies(
            "It was the Ministry of Forestry, the Federal Consumer Protection Service and the Institute for the Study of War."
        ),
        ["Ministry of Forestry", "Federal Consumer Protection Service", "Institute for the Study of War"]
    );
    assert_eq!(
        bodies("The Ministry said so. Great service was had. The ministry of forests slept."),
        [""; 0]
    );
}

#[test]
fn a_body_ends_before_a_person_or_a_demonym() {
    assert_eq!(bodies("There Forum of Regions chairman Igor Orlov spoke."), ["Forum of Regions"]);
    assert_eq!(
        bodies("A show with the Belarusian Armed Forces on the Ukrainian border."),
        ["Belarusian Armed Forces"]
    );
    assert_eq!(
        bodies("He left the Department of Housing and Urban Development."),
        ["Department of Housing and Urban Development"]
    );
    assert_eq!(bodies("He left the Bank of England and Igor Orlov."), ["Bank of England"]);
}

#[test]
fn an_abbreviation_shows_where_the_long_name_begins() {
    let text = "At the American Institute for the Study of War (ISW) they work. Later ISW wrote.";
    assert_eq!(bodies(text), ["Institute for the Study of War", "ISW", "ISW"]);
    assert_eq!(bodies("He read the PDF on TV with two MPs and a CEO."), [""; 0]);
}

#[test]
fn an_abbreviation_in_brackets_is_tied_to_the_name_before_it() {
    let cast = cast(
        "The National Security Bureau (BBN) met. Then BBN and the Securities and Exchange Commission (SEC) spoke of Radio Zet.",
    );
    assert_eq!(
        names(&cast, Kind::Organisation),
        ["National Security Bureau", "Securities and Exchange Commission", "Radio Zet"]
    );
}

#[test]
fn who_acts_without_a_full_name_is_a_body_unless_only_people_do_that() {
    let text = "Rates of Wubbel rose. Wubbel said so. So Zorn wrote to Anna Orlova, and Zorn smiled.";
    assert_eq!(bodies(text), ["Wubbel", "Wubbel"]);
    assert_eq!(people(text), ["Zorn", "Anna Orlova", "Zorn"]);
}

#[test]
fn a_quoted_name_after_a_word_for_a_body_is_a_body() {
    assert_eq!(bodies("They spoke of PMC “Wagner” there."), ["Wagner"]);
    assert_eq!(bodies("They spoke of “Faust” there."), [""; 0]);
    assert_eq!(bodies("They spoke of a \"union state” and of a union state."), ["union state"]);
}

#[test]
fn an_agency_keeps_its_words_and_a_station_its_letters() {
    assert_eq!(
        bodies("So RIA news agency and Business FM radio reported."),
        ["RIA news agency", "Business FM"]
    );
    assert_eq!(bodies("So the news agency and the radio reported."), [""; 0]);
}

#[test]
fn a_demonym_is_no_place_and_a_country_is() {
    assert_eq!(
        places("In Belarus the Belarussian, Russian and Western guests of the United States met."),
        ["Belarus", "United States"]
    );
    assert_eq!(places("A Soviet-style flag and Belarusian-Russian ties in a Western-backed town."), [""; 0]);
}

#[test]
fn a_word_for_land_or_water_makes_a_place() {
    assert_eq!(
        places(
            "Between the Black Sea, the Pskov region, the Novgorod Region, South Ossetia and the Gulf of Finland."
        ),
        ["Black Sea", "Pskov region", "Novgorod Region", "South Ossetia", "Gulf of Finland"]
    );
    assert_eq!(places("The Russian region, a border region and a black sea."), [""; 0]);
}

#[test]
fn a_preposition_shows_an_unknown_place() {
    assert_eq!(places("They met in Wubbelstad. Wubbelstad is small."), ["Wubbelstad", "Wubbelstad"]);
    assert_eq!(places("It is written in Wubbel. In all it was Mr Orlov."), [""; 0]);
    assert_eq!(places("They met in Spring. They met in the Wubbel."), [""; 0]);
}

#[test]
fn a_hyphen_parts_a_place_from_an_adjective_but_not_a_name() {
    assert_eq!(places("Talks in Nur-Sultan on the Moscow-backed regions."), ["Nur-Sultan", "Moscow"]);
    assert_eq!(places("An Anti-government rally."), [""; 0]);
}

#[test]
fn possessive_endings_and_articles_are_outside_the_span() {
    assert_eq!(
        found("It is Belarus’ turn and Russia's, as the Kremlin’s guests say."),
        [
            (Kind::Place, "Belarus".into()),
            (Kind::Place, "Russia".into()),
            (Kind::Organisation, "Kremlin".into())
        ]
    );
}

#[test]
fn words_that_a_scraper_glued_are_parted_where_the_second_is_known() {
    let text = "RIA-NovostiMedvedev and others. There Dmitry Medvedev spoke at the 6thForum of Regions.";
    assert_eq!(people(text), ["Medvedev", "Dmitry Medvedev"]);
    assert_eq!(bodies(text), ["RIA-Novosti", "Forum of Regions"]);
    assert_eq!(
        people("There Ewan McGregor met Ann MacDonald and Donald Gregor."),
        ["Ewan McGregor", "Ann MacDonald", "Donald Gregor"]
    );
}

#[test]
fn dates_are_found_in_their_many_forms_and_numbers_are_none() {
    assert_eq!(
        of(
            Kind::Date,
            "On 2019-07-03, 2019.07.03, 14 September 2020, September 14, 2020, Sept. 25, Aug. 9, July 23rd and June 4, \
             on Monday, in 2019, since the 1990s, at the end of 2018, in late December and by 21 June."
        ),
        [
            "2019-07-03",
            "2019.07.03",
            "14 September 2020",
            "September 14, 2020",
            "Sept. 25",
            "Aug. 9",
            "July 23rd",
            "June 4",
            "Monday",
            "2019",
            "1990s",
            "end of 2018",
            "late December",
            "21 June"
        ]
    );
    assert_eq!(
        of(Kind::Date, "We march and may see 2000 cows, 1,200 goods, item 2019 and 9.5 million."),
        [""; 0]
    );
}

#[test]
fn sums_of_money_are_found_and_other_numbers_are_not() {
    assert_eq!(
        of(
            Kind::Money,
            "It cost $1.5 billion, $700,000, 3 million euros, €20, 5,000 rubles, £3.5bn, USD 5 million, US$7 and 20 Belarusian rubles."
        ),
        [
            "$1.5 billion",
            "$700,000",
            "3 million euros",
            "€20",
            "5,000 rubles",
            "£3.5bn",
            "USD 5 million",
            "US$7",
            "20 Belarusian rubles"
        ]
    );
    assert_eq!(
        of(Kind::Money, "It took 5 million people, 20 percent, 3 try outs and 10 pounds of dollars."),
        [""; 0]
    );
}

#[test]
fn a_headline_gives_only_what_is_known_from_elsewhere() {
    let text = "Orlov Backs Petrov as Belarus Leader Vows Closer Ties\nIt was Igor Orlov who met Boris Petrov there.";
    assert_eq!(people(text), ["Orlov", "Petrov", "Igor Orlov", "Boris Petrov"]);
    assert_eq!(places(text), ["Belarus"]);
    assert_eq!(found("Strange Winds Sweep Quiet Wubbel Hills Again"), []);
    assert_eq!(people("LATE NEWS FROM US: NO ONE KNOWS WHO DID IT"), [""; 0]);
}

#[test]
fn a_language_that_gives_capitals_to_nouns_gives_only_what_is_known() {
    let german = "Gestern hat der Lehrer im Garten ein Buch über die Geschichte der Wälder gelesen, und die Kinder \
        haben im Haus mit dem Ball und der Puppe gespielt, bis der Vater aus der Stadt kam und das Essen auf den \
        Tisch stellte. In Berlin sprach Angela Merkel mit dem Minister über das Wetter.";
    assert_eq!(found(german), [(Kind::Place, "Berlin".into()), (Kind::Person, "Angela Merkel".into())]);
}

#[test]
fn code_and_what_is_set_aside_are_not_read_and_no_mention_crosses_a_block() {
    let line = "There Igor Orlov met Boris Petrov in Minsk.";
    assert!(mentions(&text_of(BlockKind::Code, line)).is_empty());
    assert!(mentions(&text_of(BlockKind::Aside(AsideReason::Site), line)).is_empty());
    assert_eq!(mentions(&text_of(BlockKind::Quote, line)).len(), 3);
    assert_eq!(people("He spoke with Igor\nOrlov was late."), [""; 0]);
}

#[test]
fn a_stop_ends_the_work() {
    let text = text_of(BlockKind::Paragraph, &"There Igor Orlov met Boris Petrov in Minsk. ".repeat(10_000));
    let asked = Cell::new(0);
    let some = rules().tag(&text, &Context::default(), &|| {
        asked.set(asked.get() + 1);
        true
    });
    assert!(asked.get() <= 4 && some.len() < 30_000, "{} {}", asked.get(), some.len());
    assert_eq!(mentions(&text).len(), 30_000);
}

#[test]
fn short_names_are_tied_to_the_full_one_and_different_people_are_not() {
    let cast = cast(
        "President Alexander Lukashenko met Uladzimir Makey, Uladzimir Syamashka and Vladimir Putin. Lukashenko spoke. \
         Then Alexander Grigoryevich Lukashenko thanked Putin, and Lukashenko's guest left.",
    );
    assert_eq!(
        names(&cast, Kind::Person),
        ["Alexander Lukashenko", "Vladimir Putin", "Uladzimir Makey", "Uladzimir Syamashka"]
    );
    let first = &cast.entities[0];
    assert_eq!(first.mentions.len(), 4);
    assert_eq!(first.forms[0], ("Lukashenko".to_owned(), 2));
    assert_eq!(first.roles, ["President"]);
    assert!(self::cast("They asked Mr Orlov.").entities[0].roles.is_empty());
}

#[test]
fn a_surname_of_two_stays_with_the_nearest_before_it() {
    let cast = cast(
        "There Boris Petrov spoke. Petrov sat down. Then Igor Petrov rose. Petrov sang. It was George W. Bush, not George H. W. Bush.",
    );
    assert_eq!(
        names(&cast, Kind::Person),
        ["Boris Petrov", "Igor Petrov", "George W. Bush", "George H. W. Bush"]
    );
    assert_eq!(cast.entity_of[..4], [0, 0, 1, 1]);
}

#[test]
fn an_abbreviation_is_tied_to_its_long_forms_in_any_order_and_to_no_other() {
    let cast = cast(
        "The Collective Security Treaty Organization, or CSTO, and the Organization of the Collective Security Treaty \
         met the European Union and the United Nations. The EU and CSTO agreed.",
    );
    assert_eq!(
        names(&cast, Kind::Organisation),
        ["Collective Security Treaty Organization", "European Union", "United Nations"]
    );
    assert_eq!(cast.entities[0].mentions.len(), 4);
}

#[test]
fn one_day_and_one_sum_are_one_entity_and_others_are_not() {
    let cast = cast(
        "On July 23rd, on 23 July and on July 24 they paid $1.5 billion, $1,500 million and €1.5 billion.",
    );
    let count = |kind| cast.of_kind(kind).map(|(_, entity)| entity.mentions.len()).collect::<Vec<_>>();
    assert_eq!(count(Kind::Date), [2, 1]);
    assert_eq!(count(Kind::Money), [2, 1]);
}

#[test]
fn a_figure_says_what_it_stands_for_where_its_words_do_not() {
    let text = "They paid $1.5 billion, then $1,500 million, for the tanker IMO 9074729; see example.org.";
    let text = text_of(BlockKind::Paragraph, text);
    let mentions = Layers::default().wanting(Wanted::ALL).tag(&text, &Context::default(), &|| false);
    let cast = Cast::new(&text, mentions);
    let values = |kind| {
        let entities = cast.of_kind(kind).map(|(_, entity)| (entity.name.as_str(), entity.value.as_deref()));
        entities.collect::<Vec<_>>()
    };
    assert_eq!(values(Kind::Money), [("$1.5 billion", Some("1500000000 USD"))]);
    assert_eq!(values(Kind::Identifier), [("9074729", Some("IMO 9074729"))]);
    assert_eq!(values(Kind::Contact), [("example.org", None)]);
}

#[test]
fn a_date_says_what_it_stands_for_and_whether_that_was_inferred_or_is_unknown() {
    let text = text_of(BlockKind::Paragraph, "They met on 3 July 2019 and on 9 June, but not on Monday.");
    let values = |date| {
        let context = Context { date, language: Some("en".to_owned()) };
        let cast = Cast::new(&text, rules().tag(&text, &context, &|| false));
        cast.of_kind(Kind::Date)
            .map(|(_, entity)| entity.value.clone().unwrap_or_default())
            .collect::<Vec<_>>()
    };
    let known = values(PartialDate::new(2019, 7, 10));
    assert_eq!(
        known,
        ["2019-07-03", "2019-06-09, inferred from other dates", "2019-07-08, inferred from other dates"]
    );
    assert_eq!(values(None), ["2019-07-03", "2019-06-09, inferred from other dates", ""]);
}

#[test]
fn mentions_are_found_by_place_and_entities_by_name() {
    let cast = cast("In Minsk Igor Orlov met Boris Petrov.");
    assert_eq!(cast.mention_at(3), Some(0));
    assert_eq!(cast.mention_at(8), None);
    assert_eq!((cast.mention_from(0), cast.mention_from(4), cast.mention_from(99)), (0, 1, 3));
    assert_eq!(cast.named("igor  orlov").map(|at| cast.entities[at].kind), Some(Kind::Person));
    assert_eq!(cast.named("Orlov the Great"), None);
}

/// Bits of text that the rules look at, so that random texts meet them.
fn hostile() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        ".{0,12}",
        "[A-Za-zА-я0-9 .,'’“”()$€-]{0,20}",
        prop::sample::select(vec![
            "Igor ",
            "Bank ",
            "of ",
            "the ",
            "and ",
            "President ",
            "Mr. ",
            "July ",
            "2019 ",
            "3",
            "rd",
            "$",
            "Union State",
            " (ISW)",
            "’s ",
            "U.S.",
            "A.B",
            "al-Assad ",
            "Moscow-",
            "RIA-NovostiOrlov",
            "6thForum",
            "\u{fffd}",
            "ß",
            "İ",
            "ǅ",
            "e\u{301}",
            "\n",
            "…",
            "& ",
            "“union state”",
            "http://",
            "a@b.c",
            "von der ",
            "May ",
            "news agency",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(bit, 0..40).prop_map(|bits| bits.concat())
}

proptest! {
    #[test]
    fn any_text_gives_spans_in_order_on_boundaries_and_a_whole_cast(text in hostile(), heading: bool) {
        let kind = if heading { BlockKind::Heading(1) } else { BlockKind::Paragraph };
        let text = text_of(kind, &text);
        let mentions = mentions(&text);
        for mention in &mentions {
            prop_assert!(!mention.span.of(text.as_str()).is_empty());
            prop_assert!(text.body().any(|b| b.span.start <= mention.span.start && mention.span.end <= b.span.end));
            prop_assert!(mention.title.is_none_or(|title| !title.of(text.as_str()).is_empty() && title.end <= mention.span.start));
        }
        prop_assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        let cast = Cast::new(&text, mentions);
        prop_assert_eq!(cast.entities.iter().map(|entity| entity.mentions.len()).sum::<usize>(), cast.mentions.len());
        for (number, entity) in cast.entities.iter().enumerate() {
            prop_assert!(!entity.name.is_empty() && !entity.mentions.is_empty());
            for &mention in &entity.mentions {
                prop_assert_eq!(cast.entity_of[mention as usize] as usize, number);
                prop_assert_eq!(cast.mentions[mention as usize].kind, entity.kind);
            }
        }
    }
}
