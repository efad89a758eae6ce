//! Which names are one and which aren't.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::testing::{named, record};
use super::*;
use crate::tag::Kind::{self, Organisation, Person, Place};

/// Names that have to be joined, each in a document of its own.
const SAME: &[(Kind, &str, &str)] = &[
    (Person, "Alexander Lukashenko", "Alyaksandr Lukashenka"),
    (Person, "Alexander Lukashenko", "Aliaksandr Lukashenka"),
    (Person, "Alexander Lukashenko", "Aleksandr Lukashenko"),
    (Person, "Alexander Lukashenko", "Alexander Grigoryevich Lukashenko"),
    (Person, "Alexander Lukashenko", "LUKASHENKO, Alexander"),
    (Person, "Alexander Lukashenko", "Александр Лукашенко"),
    (Person, "Alyaksandr Lukashenka", "Аляксандр Лукашэнка"),
    (Person, "Alexander Grigoryevich Lukashenko", "Aliaksandr Ryhoravich Lukashenka"),
    (Person, "Alexander Lukashenko", "Lukashenko"),
    (Person, "Alexander Lukashenko", "Lukashenka"),
    (Person, "Alexander Lukashenko", "A. Lukashenko"),
    (Person, "Alexander Lukashenko", "A.G. Lukashenko"),
    (Person, "Vladimir Makei", "Uladzimir Makey"),
    (Person, "Vladimir Putin", "Uladzimir Putsin"),
    (Person, "Vladimir Putin", "Volodymyr Putin"),
    (Person, "Vladimir Putin", "Владимир Путин"),
    (Person, "Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    (Person, "Volodymyr Zelensky", "Vladimir Zelenskiy"),
    (Person, "Volodymyr Zelenskyi", "Володимир Зеленський"),
    (Person, "Sergei Rumas", "Syarhei Rumas"),
    (Person, "Svetlana Tikhanovskaya", "Sviatlana Tsikhanouskaya"),
    (Person, "Sergei Tikhanovsky", "Siarhei Tsikhanouski"),
    (Person, "Viktor Yanukovych", "Viktor Yanukovich"),
    (Person, "Yuri Gagarin", "Yury Gagarin"),
    (Person, "Mikhail Gorbachev", "Mikhail Gorbachov"),
    (Person, "Sergei Shoigu", "Sergey Shoygu"),
    (Person, "Dmitry Medvedev", "Dmitri Medvedev"),
    (Person, "Vladimir Smirnov", "Wladimir Smirnoff"),
    (Person, "Petro Poroshenko", "Pyotr Poroshenko"),
    (Person, "Oleksandr Herashchenko", "Aleksandr Gerashchenko"),
    (Person, "Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    (Person, "Lech Wałęsa", "Lech Walesa"),
    (Person, "Kim Jong-un", "Kim Jong Un"),
    (Person, "Bashar al-Assad", "Bashar Assad"),
    (Person, "Hassan Rouhani", "Hasan Rouhani"),
    (Person, "Mohammed ElBaradei", "Mohamed ElBaradei"),
    (Person, "John F. Kennedy", "John Fitzgerald Kennedy"),
    (
        Organisation,
        "Collective Security Treaty Organization",
        "Organization of the Collective Security Treaty",
    ),
    (Organisation, "Collective Security Treaty Organisation", "CSTO"),
    (Organisation, "Institute for the Study of War", "ISW"),
    (Organisation, "RIA", "RIA-Novosti"),
    (Organisation, "RIA-Novosti", "RIA news agency"),
    (Organisation, "European Union", "the European Union"),
    (Organisation, "Union State", "union state"),
    (Organisation, "Ministry of Defence", "Ministry of Defense"),
    (Organisation, "O’Reilly Media", "O'Reilly Media"),
    (Place, "United States", "U.S."),
    (Place, "Hrodna", "Grodno"),
    (Place, "Kyiv", "Kiev"),
    (Place, "São Paulo", "Sao Paulo"),
];

/// Names that mustn't be joined, each in a document of its own.
const OTHER: &[(Kind, &str, &str)] = &[
    (Person, "Uladzimir Makey", "Uladzimir Syamashka"),
    (Person, "Uladzimir Makey", "Vladimir Putin"),
    (Person, "Sergei Markov", "Syarhei Rumas"),
    (Person, "Igor Sechin", "Igor Petrishenko"),
    (Person, "Andrei Belov", "Andrei Nikitin"),
    (Person, "Alexander Lukashenko", "Viktor Lukashenko"),
    (Person, "Alexander Lukashenko", "V. Lukashenko"),
    (Person, "Alexander Lukashenko", "Alexandra Lukashenko"),
    (Person, "Alexander Grigoryevich Lukashenko", "Alexander Viktorovich Lukashenko"),
    (Person, "Alexander Lukashenko", "Alexander Lukashevich"),
    (Person, "Alexander Lukashenko", "Alexander Lukyanenko"),
    (Person, "Alexander Petrov", "Alexander Petrovsky"),
    (Person, "Yevgeny Petrov", "Yevgenia Petrova"),
    (Person, "Sergei Ivanov", "Sergei Ivanenko"),
    (Person, "Sergei Lavrov", "Sergei Larov"),
    (Person, "John Smith", "John Smyth"),
    (Person, "John Meyer", "John Meier"),
    (Person, "Mark Philips", "Mark Phillips"),
    (Person, "Alexander Smith", "Alexander Smyth"),
    (Person, "Hillary Clinton", "Bill Clinton"),
    (Person, "George Bush", "Jeb Bush"),
    (Person, "George W. Bush", "George H. W. Bush"),
    (Person, "Kim Jong Un", "Kim Jong Il"),
    (Person, "Martin Luther King", "Martin Luther King Jr."),
    (Person, "Mohammed bin Salman Al Saud", "Mohammed bin Rashid Al Saud"),
    (Person, "Hassan Nasrallah", "Hussein Nasrallah"),
    (Person, "Georgy Bovt", "Georgia"),
    (Person, "Alexander Lukashenko", "Alexander"),
    (Person, "Vladimir Putin", "Vladimir"),
    (Person, "Dmitry Medvedev", "Dmitry Medvedchuk"),
    (Person, "Volodymyr Zelensky", "Volodymyr Zelinsky"),
    (Organisation, "Foreign Ministry of Belarus", "Embassy of Belarus"),
    (Organisation, "Belarusian Foreign Ministry", "Russian Foreign Ministry"),
    (Organisation, "Bank of Georgia", "Georgia Bank"),
    (Organisation, "European Union", "European Commission"),
    (Organisation, "Union State", "Union of States"),
    (Organisation, "Moscow State University", "Belarusian State University"),
    (Place, "Novgorod region", "Veliky Novgorod"),
    (Place, "Niger", "Nigeria"),
    (Place, "Austria", "Australia"),
    (Place, "Iran", "Iraq"),
    (Place, "Georgia", "South Georgia"),
];

/// Whether two names, each in a document of its own, are one.
fn joined(kind: Kind, one: &str, other: &str) -> bool {
    let documents = [one, other].map(|name| vec![named(kind, &[name])]);
    let records: Vec<Record> = documents.into_iter().zip(0..).map(|(named, id)| record(id, named)).collect();
    Names::of(&records).len() == 1
}

#[test]
fn names_of_one_are_joined() {
    let missed: Vec<_> = SAME.iter().filter(|(kind, one, other)| !joined(*kind, one, other)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn names_of_two_are_not_joined() {
    let wrong: Vec<_> = OTHER.iter().filter(|(kind, one, other)| joined(*kind, one, other)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_name_of_one_kind_is_never_one_of_another() {
    let records = [Person, Place].map(|kind| vec![named(kind, &["Georgia"])]);
    let records: Vec<Record> = records.into_iter().zip(0..).map(|(named, id)| record(id, named)).collect();
    assert_eq!(Names::of(&records).len(), 2);
}
