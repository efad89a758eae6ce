//! Sentences with the percentages and quantities that are found in them, each beside wrong neighbours.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::tests::figures_of;
use super::super::{Context, Kind, Wanted};

/// The quantities of a sentence as "words = value".
fn quantities(text: &str, language: &str) -> Vec<String> {
    let context = Context { language: Some(language.to_owned()), ..Context::default() };
    let found = figures_of(text, &context, Wanted { quantities: true, ..Wanted::default() });
    let found = found.into_iter().filter(|found| found.0 == Kind::Quantity);
    found.map(|(_, words, value)| format!("{words} = {value}")).collect()
}

#[track_caller]
fn each(language: &str, table: &[(&str, &[&str])]) {
    for (text, wanted) in table {
        assert_eq!(quantities(text, language), *wanted, "{text}");
    }
}

#[test]
fn shares_of_a_hundred_are_found_and_points_are_told_from_them() {
    each(
        "en",
        &[
            ("It was 42.5% and 42 percent.", &["42.5% = 42.5 %", "42 percent = 42 %"]),
            (
                "It was 42 per cent and 3 percentage points.",
                &["42 per cent = 42 %", "3 percentage points = 3 pp"],
            ),
            ("It was 5-10%, or 5 to 10 percent.", &["5-10% = 5..10 %", "5 to 10 percent = 5..10 %"]),
            ("It rose from 5% to 10%.", &["5% = 5 %", "10% = 10 %"]),
            ("It fell -0.5%.", &["-0.5% = -0.5 %"]),
            ("Forty percent.", &["Forty percent = 40 %"]),
            ("A percent sign, 42 percentages and %5.", &[]),
        ],
    );
}

#[test]
fn lengths_masses_areas_and_the_like_have_a_sign_for_their_unit() {
    each(
        "en",
        &[
            ("It is 5 km or 300 hectares.", &["5 km = 5 km", "300 hectares = 300 ha"]),
            (
                "It took 20 tonnes and 15-20 million barrels.",
                &["20 tonnes = 20 t", "15-20 million barrels = 15000000..20000000 bbl"],
            ),
            (
                "It flew at 1,200 km/h or 700 miles per hour.",
                &["1,200 km/h = 1200 km/h", "700 miles per hour = 700 mph"],
            ),
            (
                "At -5 °C, 20 degrees Celsius and 70°F.",
                &["-5 °C = -5 °C", "20 degrees Celsius = 20 °C", "70°F = 70 °F"],
            ),
            ("They sent 3 GB over 100 Mbps.", &["3 GB = 3 GB", "100 Mbps = 100 Mbit/s"]),
            (
                "On 20 sq km, 20 square miles and 5 cubic metres.",
                &["20 sq km = 20 km²", "20 square miles = 20 mi²", "5 cubic metres = 5 m³"],
            ),
            ("A 500-km road and a 10-year plan.", &["500-km = 500 km", "10-year = 10 year"]),
            ("Two million barrels a day.", &["Two million barrels a day = 2000000 bbl/d"]),
            ("It has 2,400 MW and 5 pounds of butter.", &["2,400 MW = 2400 MW", "5 pounds = 5 lb"]),
            ("Between 5 and 10 kilometres.", &["5 and 10 kilometres = 5..10 km"]),
            ("It took three weeks and 45 minutes.", &["three weeks = 3 week", "45 minutes = 45 min"]),
            ("It has 5m people, 3G, an F-16 in mm, 5 people, 5 Miller, 20-year-old men and one day.", &[]),
            ("It lies at 53° 54′ N, 27° E.", &[]),
            ("Boeing 737, A-5 km, km 5 and 3 in a row.", &[]),
        ],
    );
}

#[test]
fn quantities_of_other_languages_are_read_in_their_figures() {
    each(
        "de",
        &[(
            "Es waren 2,5 Millionen Tonnen und 3 Prozent.",
            &["2,5 Millionen Tonnen = 2500000 t", "3 Prozent = 3 %"],
        )],
    );
    each("ru", &[("Это 1,5 млн тонн и 20 процентов.", &["1,5 млн тонн = 1500000 t", "20 процентов = 20 %"])]);
}

#[test]
fn nothing_is_found_where_it_is_not_wanted() {
    assert!(figures_of("It is 5 km.", &Context::default(), Wanted::default()).is_empty());
}
