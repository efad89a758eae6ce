//! What is found in texts of each language, made for the purpose: the whole cast, so that what must stay out does.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cell::Cell;

use proptest::prelude::*;

use super::super::tests::text_of;
use super::super::{Cast, Context, Kind, Layers, Mention, Namer, Tagger, Tongues};
use crate::text::{BlockKind, Text};

mod latin;
mod slavic;

fn mentions(language: Option<&str>, text: &Text) -> Vec<Mention> {
    let context = Context { language: language.map(str::to_owned), date: None };
    Tongues.names(text, &context, &[], &|| false)
}

/// The cast of a text, its names as "name count", of people, organisations and places.
fn cast(language: &str, text: &str) -> [Vec<String>; 3] {
    let text = text_of(BlockKind::Paragraph, text);
    let cast = Cast::in_language(&text, mentions(Some(language), &text), Some(language));
    [Kind::Person, Kind::Organisation, Kind::Place].map(|kind| {
        cast.of_kind(kind).map(|(_, entity)| format!("{} {}", entity.name, entity.mentions.len())).collect()
    })
}

/// Says what of the cast is wanted and isn't there, and what is there and isn't wanted.
#[track_caller]
fn shows(language: &str, text: &str, people: &[&str], bodies: &[&str], places: &[&str]) {
    let [found_people, found_bodies, found_places] = cast(language, text);
    assert_eq!(found_people, people);
    assert_eq!(found_bodies, bodies);
    assert_eq!(found_places, places);
}

/// The words that are found, of every kind.
fn found(language: &str, text: &str) -> Vec<String> {
    let text = text_of(BlockKind::Paragraph, text);
    mentions(Some(language), &text).iter().map(|m| m.span.of(text.as_str()).to_owned()).collect()
}

/// The titles that are found.
fn titles(language: &str, text: &str) -> Vec<String> {
    let text = text_of(BlockKind::Paragraph, text);
    let found = mentions(Some(language), &text);
    found.iter().filter_map(|m| m.title).map(|title| title.of(text.as_str()).to_owned()).collect()
}

#[test]
fn an_unknown_language_gets_known_names_and_abbreviations_and_nothing_else() {
    // Swedish, Turkish, Finnish.
    assert_eq!(
        found("sv", "I går reste Angela Merkel till Berlin för ett möte om NATO. Mötet hölls i Stora Salen."),
        ["Angela Merkel", "Berlin", "NATO"]
    );
    assert_eq!(
        found("tr", "Dün Yeni Cami önünde büyük bir kalabalık toplandı. Herkes Bayram için geldi."),
        [""; 0]
    );
    assert_eq!(
        found("fi", "Eilen Suuri Valiokunta kokoontui Helsingissä. Puheenjohtaja avasi kokouksen."),
        [""; 0]
    );
}

#[test]
fn other_scripts_get_abbreviations_in_latin_letters_only() {
    assert_eq!(found("el", "Χθες ο πρόεδρος μίλησε στο NATO για την ειρήνη."), ["NATO"]);
    assert_eq!(found("ar", "قال الرئيس أمس إن NATO ستجتمع قريبا."), ["NATO"]);
    assert_eq!(found("zh", "昨天总统在会议上谈到了 NATO 的未来。"), ["NATO"]);
    assert_eq!(found("ja", "昨日、大統領は会議で演説した。"), [""; 0]);
}

#[test]
fn a_text_of_unknown_language_is_read_by_its_letters() {
    let russian = "Вчера президент Александр Лукашенко вылетел в Сочи, где он был и в этом году.";
    let text = text_of(BlockKind::Paragraph, russian);
    let names: Vec<_> = mentions(None, &text).iter().map(|m| m.span.of(russian).to_owned()).collect();
    assert_eq!(names, ["Александр Лукашенко", "Сочи"]);
}

#[test]
fn a_document_known_to_be_german_is_not_read_by_english_rules() {
    let text =
        text_of(BlockKind::Paragraph, "Die Bank of Nowhere und das Haus Baker Street standen im Regen.");
    let context = |language: &str| Context { language: Some(language.to_owned()), date: None };
    let tagged = |language| Layers::default().tag(&text, &context(language), &|| false).len();
    assert_eq!(tagged("de"), 0);
    assert!(tagged("en") > 0);
}

#[test]
fn a_stop_ends_the_work() {
    let text = text_of(BlockKind::Paragraph, &"Gestern traf Angela Merkel in Minsk ein. ".repeat(10_000));
    let asked = Cell::new(0);
    let some = Tongues.names(&text, &Context { language: Some("de".into()), date: None }, &[], &|| {
        asked.set(asked.get() + 1);
        true
    });
    assert!(asked.get() <= 3 && some.len() < 20_000);
    assert_eq!(mentions(Some("de"), &text).len(), 20_000);
}

#[test]
fn code_and_what_is_set_aside_are_not_read() {
    assert!(mentions(Some("de"), &text_of(BlockKind::Code, "Angela Merkel in Minsk")).is_empty());
}

#[test]
fn no_figure_is_taken_for_a_name() {
    let line = "Am 3. Mai sprach Angela Merkel.";
    let text = text_of(BlockKind::Paragraph, line);
    let figure = Mention::new(crate::text::Span::new(3, 9), Kind::Date, 95);
    let context = Context { language: Some("de".into()), date: None };
    let names = Tongues.names(&text, &context, &[figure], &|| false);
    assert_eq!(names.len(), 1);
    assert_eq!(names[0].span.of(line), "Angela Merkel");
}

/// The languages with tables, one without, and none.
const LANGUAGES: [Option<&str>; 12] = [
    Some("de"),
    Some("fr"),
    Some("es"),
    Some("it"),
    Some("pt"),
    Some("nl"),
    Some("pl"),
    Some("ru"),
    Some("uk"),
    Some("be"),
    Some("zz"),
    None,
];

/// Bits of text that the rules look at, so that random texts meet them.
fn hostile() -> impl Strategy<Value = String> {
    let bits = "Angela |Merkel |von |der |de |La |l'|L’|d’|Ministère |ministère |des |Affaires |Herr |Dr. |V. |B.|J.-P. |III |\
        Minsk|Минск|Минская |область|г. |Министерство |обороны |Путин|Путина |Александр |Григорьевич |Лукашенко |А. Г. |А.Г.|\
        президент |заявил |«|»|„|“|\"|(|)|ЕС|EU |NATO|газета |фильм |Universität |für |Saint-|Nowy Jork|'|’|-|–|. |, |\n|\u{fffd}|ß|İ|ǅ|\
        e\u{301}|и\u{306}|Ґ|ў|États-Unis |Côte d'Ivoire|San |y |улица |rue |2 |of |Д’|ї|А|ОВ|ич|овна |ského ";
    let known: Vec<String> = bits.split('|').map(str::to_owned).collect();
    let bit = prop_oneof![".{0,8}", "[A-Za-zА-яЀ-ӿ0-9 .,'’«»„“()-]{0,16}", prop::sample::select(known)];
    prop::collection::vec(bit, 0..40).prop_map(|bits| bits.concat())
}

proptest! {
    #[test]
    fn any_text_gives_names_with_capitals_in_order_on_boundaries_and_a_whole_cast(
        text in hostile(), language in 0..LANGUAGES.len(), heading: bool,
    ) {
        let kind = if heading { BlockKind::Heading(1) } else { BlockKind::Paragraph };
        let text = text_of(kind, &text);
        let language = LANGUAGES[language];
        let mentions = mentions(language, &text);
        for mention in &mentions {
            let words = mention.span.of(text.as_str());
            prop_assert!(words.chars().any(|c| c.is_uppercase() || c.is_numeric()), "{words:?}");
            prop_assert!(text.body().any(|b| b.span.start <= mention.span.start && mention.span.end <= b.span.end));
            prop_assert!(mention.title.is_none_or(|title| !title.of(text.as_str()).is_empty() && title.end <= mention.span.start));
        }
        prop_assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        let cast = Cast::in_language(&text, mentions, language);
        prop_assert_eq!(cast.entities.iter().map(|entity| entity.mentions.len()).sum::<usize>(), cast.mentions.len());
        prop_assert!(cast.entities.iter().all(|entity| !entity.name.is_empty()));
    }
}
