//! What is read as a date in other languages than English.

use super::tests::{DAY, table};

#[test]
fn german_dates_are_read() {
    table(
        "de",
        "2020-09-14",
        &[
            ("Am 9. August 2020 regnete es.", "9. August 2020=2020-08-09"),
            ("Am 9. August regnete es.", "9. August=~2020-08-09"),
            ("Am Montag, dem 14. September 2020, regnete es.", "Montag, dem 14. September 2020=2020-09-14"),
            ("Am Montag regnete es.", "Montag=~2020-09-14"),
            ("Im August 2020 und im Jahr 2019.", "August 2020=2020-08; 2019=2019"),
            ("Am 09.08.2020 um 21:43 Uhr.", "09.08.2020 um 21:43 Uhr=2020-08-09T21:43"),
            ("Seit gestern, Ende Juli.", "gestern=~2020-09-13; Ende Juli=~2020-07-21/2020-07-31"),
            ("Im Sommer 2019 regnete es.", "Sommer 2019=2019-06/2019-08"),
            ("Die 9. Armee im Juni.", "Juni=~2020-06"),
            ("Es gab 2019 Gäste.", ""),
            ("Vom 5. bis 9. August 2020.", "5. bis 9. August 2020=2020-08-05/2020-08-09"),
        ],
    );
}

#[test]
fn romance_dates_are_read() {
    table(
        "fr",
        "2020-09-14",
        &[
            ("Le 9 août 2020, il pleut.", "9 août 2020=2020-08-09"),
            ("Le 1er août, il pleut.", "1er août=~2020-08-01"),
            ("Lundi, il pleut.", "Lundi=~2020-09-14"),
            ("Il pleut en août 2020 et en 2019.", "août 2020=2020-08; 2019=2019"),
            ("Il est venu à 21h43.", "21h43=T21:43"),
            ("Il a mis 9 mars bars.", "9 mars=~2020-03-09"),
        ],
    );
    table(
        "es",
        "2020-09-14",
        &[
            ("El 9 de agosto de 2020 llueve.", "9 de agosto de 2020=2020-08-09"),
            ("El lunes, en agosto de 2020.", "lunes=~2020-09-14; agosto de 2020=2020-08"),
            ("En 2019 había 2019 casas.", "2019=2019"),
        ],
    );
    table(
        "it",
        "2020-09-14",
        &[("Il 9 agosto 2020, lunedì.", "9 agosto 2020=2020-08-09; lunedì=~2020-09-14")],
    );
    table(
        "pt",
        "2020-09-14",
        &[(
            "Em 9 de agosto de 2020, na segunda-feira.",
            "9 de agosto de 2020=2020-08-09; segunda-feira=~2020-09-14",
        )],
    );
}

#[test]
fn slavic_dates_are_read() {
    table(
        "ru",
        "2020-09-14",
        &[
            ("9 августа 2020 года шёл дождь.", "9 августа 2020 года=2020-08-09"),
            ("9 августа шёл дождь.", "9 августа=~2020-08-09"),
            ("В понедельник и в среду шёл дождь.", "понедельник=~2020-09-14; среду=~2020-09-09"),
            ("В августе 2020 г. и в 2019 году.", "августе 2020 г.=2020-08; 2019 году=2019"),
            (
                "Летом 2019 года, вчера, 09.08.2020 в 21:43.",
                "Летом 2019 года=2019-06/2019-08; вчера=~2020-09-13; 09.08.2020 в 21:43=2020-08-09T21:43",
            ),
            ("Было 2019 человек.", ""),
        ],
    );
    table(
        "uk",
        "2020-09-14",
        &[("9 серпня 2020 року, у понеділок.", "9 серпня 2020 року=2020-08-09; понеділок=~2020-09-14")],
    );
    table(
        "be",
        "2020-09-14",
        &[("9 жніўня 2020 года, у панядзелак.", "9 жніўня 2020 года=2020-08-09; панядзелак=~2020-09-14")],
    );
    table(
        "pl",
        "2020-09-14",
        &[(
            "9 sierpnia 2020 r. padało, w poniedziałek też.",
            "9 sierpnia 2020 r.=2020-08-09; poniedziałek=~2020-09-14",
        )],
    );
}

#[test]
fn in_a_language_that_is_not_known_only_digits_are_read() {
    table("fi", DAY, &[("9 June 2020, Monday, 2020-06-09.", "2020-06-09=2020-06-09")]);
}
