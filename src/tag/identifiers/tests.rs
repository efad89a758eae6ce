//! Sentences with the identifiers that are found in them, each beside wrong neighbours.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::tests::figures_of;
use super::super::{Context, Kind, Wanted};

/// The identifiers of a sentence as their values.
fn identifiers(text: &str) -> Vec<String> {
    let found = figures_of(text, &Context::default(), Wanted { identifiers: true, ..Wanted::default() });
    found.into_iter().filter(|found| found.0 == Kind::Identifier).map(|found| found.2).collect()
}

#[track_caller]
fn each(table: &[(&str, &[&str])]) {
    for (text, wanted) in table {
        assert_eq!(identifiers(text), *wanted, "{text}");
    }
}

#[test]
fn ships_need_their_word_and_the_right_digit() {
    each(&[
        ("The tanker (IMO 9074729) sank.", &["9074729"]),
        ("The tanker, IMO number: 9074729.", &["9074729"]),
        ("The tanker, MMSI 273456780, sank.", &["273456780"]),
        ("IMO 9074728, 9074729 and MMSI 973456780.", &[]),
    ]);
}

#[test]
fn accounts_securities_and_firms_have_check_digits() {
    each(&[
        ("Pay to DE89 3704 0044 0532 0130 00 now.", &["DE89370400440532013000"]),
        ("Pay to IBAN: GB82WEST12345698765432.", &["GB82WEST12345698765432"]),
        ("Pay to DE89 3704 0044 0532 0130 01 or XX89370400440532013000.", &[]),
        ("BIC DEUTDEFF500, SWIFT code: UNCRITMM.", &["DEUTDEFF500", "UNCRITMM"]),
        ("DEUTDEFF500 and the BIC and the swift PASSAGES.", &[]),
        (
            "LEI 5493001KJTIIGC8Y1R12, 5493001KJTIIGC8Y1R12.",
            &["5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12"],
        ),
        ("LEI 5493001KJTIIGC8Y1R13.", &[]),
        ("Shares (US0378331005) and US0378331004.", &["US0378331005"]),
        ("The card 4111 1111 1111 1111 was lost.", &[]),
    ]);
}

#[test]
fn books_series_and_articles_have_numbers() {
    each(&[
        ("ISBN 978-0-306-40615-7, ISBN 0-306-40615-2.", &["9780306406157", "0306406152"]),
        ("ISBN: 080442957X and 978-0-306-40615-7.", &["080442957X", "9780306406157"]),
        ("ISSN 0378-5955.", &["03785955"]),
        (
            "doi:10.1000/182, 10.1038/Nphys1170 and https://doi.org/10.1000/182.",
            &["10.1000/182", "10.1038/nphys1170", "10.1000/182"],
        ),
        ("ISBN 978-0-306-40615-8, 0-306-40615-2, ISSN 1234-5678, 1999-2003, 10.5/20 and 10.1234.", &[]),
    ]);
}

#[test]
fn vehicles_have_a_check_digit_or_a_word() {
    each(&[
        ("The car 1M8GDM9AXKP042788 burnt.", &["1M8GDM9AXKP042788"]),
        ("VIN WVWZZZ1JZXW000001.", &["WVWZZZ1JZXW000001"]),
        ("The plane, registration EW-001PA, landed.", &["EW-001PA"]),
        ("A car with the number plate 1234 AB-7.", &["1234 AB-7"]),
        ("VIN 1M8GDM9A1KP042788, WVWZZZ1JZXW000001, an F-16 and the registration 2020.", &[]),
    ]);
}

#[test]
fn registrations_need_a_word_that_says_so() {
    each(&[
        ("The firm (registration number 123456) closed.", &["123456"]),
        ("Reg. no. HRB 12345, company number 01234567.", &["HRB 12345", "01234567"]),
        (
            "VAT no. GB123456789, passport no. MP1234567, passport MP 1234567.",
            &["GB123456789", "MP1234567", "MP 1234567"],
        ),
        ("UNP 200988541, INN 7707083893, УНП 200988541.", &["200988541", "7707083893", "200988541"]),
        (
            "Case No. 1:20-cv-123, Case C-311/18 and application no. 12345/06.",
            &["1:20-cv-123", "C-311/18", "12345/06"],
        ),
        ("UNP 200988542, INN 7707083894, an inn 7707083893, case 5, in Case 2020 and company 01234567.", &[]),
        ("The registration of 123456 voters, number 123456, room no. 12345.", &[]),
    ]);
}

#[test]
fn documents_of_the_nations_and_the_union_have_symbols() {
    each(&[
        ("By S/RES/2231 and A/HRC/28/51, S/2014/136.", &["S/RES/2231", "A/HRC/28/51", "S/2014/136"]),
        (
            "Regulation (EU) 2016/679, Regulation (EU) No 833/2014, Directive 95/46/EC.",
            &["2016/679", "833/2014", "95/46/EC"],
        ),
        ("Decision 2014/145/CFSP.", &["2014/145/CFSP"]),
        ("AC/DC, A/B, S/he, 24/7, in 2016/679 and on 9/11.", &[]),
    ]);
}
