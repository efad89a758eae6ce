//! Sentences with the sums that are found in them and what they stand for, each beside wrong neighbours.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::tests::figures_of;
use super::super::{Context, Kind, Wanted};

/// The sums of a sentence as "words = value".
fn sums(text: &str, language: &str) -> Vec<String> {
    let context = Context { language: Some(language.to_owned()), ..Context::default() };
    let found = figures_of(text, &context, Wanted::default());
    found
        .into_iter()
        .filter(|found| found.0 == Kind::Money)
        .map(|(_, words, value)| format!("{words} = {value}"))
        .collect()
}

#[track_caller]
fn each(language: &str, table: &[(&str, &[&str])]) {
    for (text, wanted) in table {
        assert_eq!(sums(text, language), *wanted, "{text}");
    }
}

#[test]
fn a_sign_before_or_behind_the_number_names_the_currency() {
    each(
        "en",
        &[
            ("It cost $1.5 billion.", &["$1.5 billion = 1500000000 USD"]),
            ("It cost $700,000.", &["$700,000 = 700000 USD"]),
            ("It cost £3.50 or £3.5bn.", &["£3.50 = 3.5 GBP", "£3.5bn = 3500000000 GBP"]),
            ("It cost €20, 20€ or 1.000,50 €.", &["€20 = 20 EUR", "20€ = 20 EUR", "1.000,50 € = 1000.5 EUR"]),
            ("It cost ¥5,000 and ₽300.", &["¥5,000 = 5000 JPY", "₽300 = 300 RUB"]),
            ("It cost US$5, A$20m and HK$7.", &["US$5 = 5 USD", "A$20m = 20000000 AUD", "HK$7 = 7 HKD"]),
            ("It cost R$3 and CN¥8.", &["R$3 = 3 BRL", "CN¥8 = 8 CNY"]),
            ("It lost -$5 there.", &["-$5 = -5 USD"]),
            ("It cost $5 a barrel.", &["$5 = 5 USD"]),
            ("A $500-million loan.", &["$500-million = 500000000 USD"]),
            ("A $1.5 billion-a-year trade.", &["$1.5 billion = 1500000000 USD"]),
            ("They paid 5 $10 notes and $20.", &["$10 = 10 USD", "$20 = 20 USD"]),
            (
                "It cost Rs 500 crore, Rs. 20 lakh and Rs500.",
                &["Rs 500 crore = 5000000000 INR", "Rs. 20 lakh = 2000000 INR", "Rs500 = 500 INR"],
            ),
            (
                "About $3 m, $8 K and £2 bn, or $11.5 M.",
                &[
                    "$3 m = 3000000 USD",
                    "$8 K = 8000 USD",
                    "£2 bn = 2000000000 GBP",
                    "$11.5 M = 11500000 USD",
                ],
            ),
            ("The $ sign, $PATH, 5 $ and $.", &[]),
        ],
    );
}

#[test]
fn a_code_names_the_currency_in_capitals_only() {
    each(
        "en",
        &[
            ("EUR 1,000 or 1,000 EUR.", &["EUR 1,000 = 1000 EUR", "1,000 EUR = 1000 EUR"]),
            ("CHF 1'000'000 and 1’500 CHF and USD 2'500 in groups that aren't read.", &[]),
            (
                "CHF 200, USD5m and 10k USD.",
                &["CHF 200 = 200 CHF", "USD5m = 5000000 USD", "10k USD = 10000 USD"],
            ),
            ("TRY 5 million.", &["TRY 5 million = 5000000 TRY"]),
            ("TRY 5 of ALL 12 at COP 27 and COP27, and try 5.", &[]),
            ("The F16 and the G20.", &[]),
        ],
    );
}

#[test]
fn a_name_behind_the_number_names_the_currency_and_a_country_before_it_tells_more() {
    each(
        "en",
        &[
            (
                "5,000 rubles and 3 million euros.",
                &["5,000 rubles = 5000 RUB", "3 million euros = 3000000 EUR"],
            ),
            ("500 Belarusian rubles.", &["500 Belarusian rubles = 500 BYN"]),
            (
                "5 Canadian dollars and 7 Hong Kong dollars.",
                &["5 Canadian dollars = 5 CAD", "7 Hong Kong dollars = 7 HKD"],
            ),
            (
                "10 million U.S. dollars and 3 US dollars.",
                &["10 million U.S. dollars = 10000000 USD", "3 US dollars = 3 USD"],
            ),
            (
                "9 Egyptian pounds, 5 pounds sterling and 2 million pounds.",
                &["9 Egyptian pounds = 9 EGP", "5 pounds sterling = 5 GBP", "2 million pounds = 2000000 GBP"],
            ),
            (
                "7 Swedish crowns, 8 Swiss francs and 9 francs.",
                &["7 Swedish crowns = 7 SEK", "8 Swiss francs = 8 CHF", "9 francs = 9 franc"],
            ),
            (
                "20 cents, 50 kopecks, 20 euro cents and 50 pence.",
                &[
                    "20 cents = 0.2 USD",
                    "50 kopecks = 0.5 RUB",
                    "20 euro cents = 0.2 EUR",
                    "50 pence = 0.5 GBP",
                ],
            ),
            (
                "A 500-ruble note, a 5 million-dollar house and a 5-million-ruble one.",
                &["500-ruble = 500 RUB", "5 million-dollar = 5000000 USD", "5-million-ruble = 5000000 RUB"],
            ),
            (
                "They ate 10 pounds of dollars, 2 million pounds of beef, 5 real crowns, 3 marks, 50 ft, 007 euros and 12 soles.",
                &[],
            ),
            ("It took 5 million people, 20 percent, 3 try outs and 5 Swiss people.", &[]),
            ("In 2019 dollars fell.", &[]),
        ],
    );
}

#[test]
fn won_is_money_only_where_the_number_or_korea_says_so() {
    each(
        "en",
        &[
            ("Of 20 candidates 15 won seats; two won and three lost. In all 110 won re-election.", &[]),
            ("In Seoul 15 won medals and two won in Korea.", &[]),
            (
                "It cost 500 South Korean won, 5 million won or 1,500 won.",
                &["500 South Korean won = 500 KRW", "5 million won = 5000000 KRW", "1,500 won = 1500 KRW"],
            ),
            ("A sweet cost 500 won in Korea.", &["500 won = 500 KRW"]),
        ],
    );
}

#[test]
fn a_scale_is_read_glued_and_abbreviated_and_unknown_letters_leave_no_value() {
    each(
        "en",
        &[
            (
                "It cost $5mil, then $13bil, then $14 bil, then $1.5tr, then $8t.",
                &[
                    "$5mil = 5000000 USD",
                    "$13bil = 13000000000 USD",
                    "$14 bil = 14000000000 USD",
                    "$1.5tr = 1500000000000 USD",
                    "$8t = 8000000000000 USD",
                ],
            ),
            (
                "It cost $8T, $2tril or 3 mil euros.",
                &["$8T = 8000000000000 USD", "$2tril = 2000000000000 USD", "3 mil euros = 3000000 EUR"],
            ),
            (
                "It cost 500 mln. rubles, 3 bn. dollars or $5 mn.",
                &["500 mln. rubles = 500000000 RUB", "3 bn. dollars = 3000000000 USD", "$5 mn = 5000000 USD"],
            ),
            ("It made $5 bn. The dollar rose.", &["$5 bn = 5000000000 USD"]),
            ("It cost $5xyz, €20pp, US$3kg and $5亿.", &[]),
            ("It cost $5USD, $20s and $5.", &["$5USD = 5 USD", "$5 = 5 USD"]),
            ("花了$500买书。", &["$500 = 500 USD"]),
        ],
    );
    each("es", &[("Cuesta 5 mil euros.", &["5 mil euros = 5000 EUR"])]);
}

#[test]
fn three_zeros_behind_a_stop_are_thousands() {
    each(
        "en",
        &[
            (
                "It cost 5.000 euros, €5.000 or $10.000-20.000.",
                &["5.000 euros = 5000 EUR", "€5.000 = 5000 EUR", "$10.000-20.000 = 10000..20000 USD"],
            ),
            ("From 5.000 to 6.000 euros.", &["5.000 to 6.000 euros = 5000..6000 EUR"]),
            (
                "It cost $5.00, $5.125, $0.000, $1.000 billion, 5.000 Kuwaiti dinars or €5,000.",
                &[
                    "$5.00 = 5 USD",
                    "$5.125 = 5.125 USD",
                    "$0.000 = 0 USD",
                    "$1.000 billion = 1000000000 USD",
                    "5.000 Kuwaiti dinars = 5 KWD",
                    "€5,000 = 5000 EUR",
                ],
            ),
        ],
    );
    each("de", &[("Es kostet 5.000 Euro.", &["5.000 Euro = 5000 EUR"])]);
}

#[test]
fn a_sum_is_read_in_words() {
    each(
        "en",
        &[
            ("Two million dollars.", &["Two million dollars = 2000000 USD"]),
            ("It cost a billion euros.", &["a billion euros = 1000000000 EUR"]),
            ("Half a million dollars.", &["Half a million dollars = 500000 USD"]),
            ("Two and a half million dollars.", &["Two and a half million dollars = 2500000 USD"]),
            ("Two hundred and fifty rubles.", &["Two hundred and fifty rubles = 250 RUB"]),
            ("Twenty-five thousand euros.", &["Twenty-five thousand euros = 25000 EUR"]),
            ("A hundred dollars.", &["A hundred dollars = 100 USD"]),
            ("Several billion dollars, a dollar and many millions of euros.", &[]),
            ("Two men paid in dollars.", &[]),
        ],
    );
}

#[test]
fn two_ends_make_a_range_and_a_change_makes_two_sums() {
    each(
        "en",
        &[
            ("It cost $5-10 million.", &["$5-10 million = 5000000..10000000 USD"]),
            ("It cost $5–$10 million.", &["$5–$10 million = 5000000..10000000 USD"]),
            ("It cost $500-$1,000.", &["$500-$1,000 = 500..1000 USD"]),
            ("It cost $500,000 to $1 million.", &["$500,000 to $1 million = 500000..1000000 USD"]),
            ("Between $5 million and $10 million.", &["$5 million and $10 million = 5000000..10000000 USD"]),
            ("From 5 to 10 million euros.", &["5 to 10 million euros = 5000000..10000000 EUR"]),
            ("Between two and three million euros.", &["two and three million euros = 2000000..3000000 EUR"]),
            (
                "It rose from $5 million to $10 million.",
                &["$5 million = 5000000 USD", "$10 million = 10000000 USD"],
            ),
            ("Fines ranging from $5 to $10.", &["$5 to $10 = 5..10 USD"]),
            ("It rose 53 cents to 64.73 dollars.", &["53 cents = 0.53 USD", "64.73 dollars = 64.73 USD"]),
            ("It fell $5 to $64.", &["$5 = 5 USD", "$64 = 64 USD"]),
            ("From 500,000 to 1 million euros.", &["500,000 to 1 million euros = 500000..1000000 EUR"]),
            ("Some thirty - six billion dollars.", &["six billion dollars = 6000000000 USD"]),
            ("They gave $5 to 10 people.", &["$5 = 5 USD"]),
            ("They gave $5 and $10.", &["$5 = 5 USD", "$10 = 10 USD"]),
            ("They gave $10-5.", &[]),
        ],
    );
}

#[test]
fn other_languages_have_their_own_separators_and_words() {
    each(
        "de",
        &[
            ("Es kostete 1,5 Milliarden Euro.", &["1,5 Milliarden Euro = 1500000000 EUR"]),
            (
                "Es kostete 1.500 Euro oder 20 Mio. Dollar.",
                &["1.500 Euro = 1500 EUR", "20 Mio. Dollar = 20000000 USD"],
            ),
            (
                "Es kostete 1,5 Mio Euro, 3 US-Dollar und 5 Billionen Euro.",
                &[
                    "1,5 Mio Euro = 1500000 EUR",
                    "3 US-Dollar = 3 USD",
                    "5 Billionen Euro = 5000000000000 EUR",
                ],
            ),
            ("Es waren 1.500 Leute.", &[]),
        ],
    );
    each(
        "fr",
        &[
            (
                "Il coûte 10 millions d'euros et 2 milliards de dollars.",
                &["10 millions d'euros = 10000000 EUR", "2 milliards de dollars = 2000000000 USD"],
            ),
            ("Il coûte 1 500 € ou 3,5 €.", &["1 500 € = 1500 EUR", "3,5 € = 3.5 EUR"]),
            ("Il a lu 10 livres.", &[]),
        ],
    );
    each(
        "ru",
        &[
            ("Это стоит 1,5 млрд рублей.", &["1,5 млрд рублей = 1500000000 RUB"]),
            (
                "Это стоит 500 белорусских рублей и 20 тысяч долларов США.",
                &["500 белорусских рублей = 500 BYN", "20 тысяч долларов США = 20000 USD"],
            ),
            (
                "Это стоит 1 500 руб. и от 5 до 10 миллионов евро.",
                &["1 500 руб = 1500 RUB", "5 до 10 миллионов евро = 5000000..10000000 EUR"],
            ),
            ("Там было 500 человек.", &[]),
        ],
    );
    each("es", &[("Cuesta 3 mil millones de dólares.", &["3 mil millones de dólares = 3000000000 USD"])]);
    each("en", &[("Over 1,5 млрд рублей.", &["1,5 млрд рублей = 1500000000 RUB"])]);
}

#[test]
fn an_amount_without_end_is_no_sum() {
    assert!(sums(&format!("It cost ${}.", "9".repeat(400)), "en").is_empty());
    assert!(sums(&format!("It cost ${} euros.", "9".repeat(400)), "en").is_empty());
    assert_eq!(
        sums("It cost $1 billion billion billion billion billion billion.", "en"),
        Vec::<String>::new()
    );
    assert_eq!(sums(&"1,".repeat(10_000), "en"), Vec::<String>::new());
}
