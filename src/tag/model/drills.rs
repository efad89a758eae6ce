//! Drills: sentences of our own in the manner of news agencies, with names put in at random, for what the labelled
//! texts hardly have: ministries and services without a country in their name, embassies, agencies, long forms with their
//! abbreviations, courts, parties, clubs and firms, and the names of people and places from everywhere.

use super::conll::Labelled;
use super::examples::Lesson;
use super::label::{NameKind, OUTSIDE};
use super::random::Random;

/// The sentences. A name stands in square brackets behind its kind (P, O, L, or M for the other); `$` begins a blank
/// that is filled from the table of that letter, and the same blank has the same filling all over a line.
const SENTENCES: &str = include_str!("drills.txt");

/// What a blank may be filled with.
const FILLINGS: [(&str, &str); 8] = [
    (
        "$g",
        "Amina|Oluwaseun|Thabo|Kwame|Fatoumata|Mohamed|Youssef|Leila|Reza|Nasrin|Rashid|Aigul|Nursultan|Gulnara|Oleksandr|Olena|Alyaksandr|Hanna|Pavel|Svetlana|Zoran|Milica|Ilir|Zsófia|Jiří|Agnieszka|Ruta|Kaarina|Lars|Ingrid|Femke|Jean-Luc|Chiara|Joaquim|Lucía|Diego|Gabriela|Evo|Chandrika|Rajesh|Priya|Asif|Nguyen|Siti|Bambang|Aung|Somchai|Min-jun|Haruto|Yuki|Wei|Xiaoping|Jacinda|Tevita|Mary|James|Linda|Robert|Abiy|Tesfaye|Ngozi|Salva|Denis|Paul",
    ),
    (
        "$s",
        "Adeyemi|Okonkwo|Dlamini|Mensah|Traoré|Benali|El-Sayed|Haddad|Hosseini|Karimi|Khan|Bekova|Nazarov|Mamedova|Shevchenko|Kravchuk|Lukashevich|Makarenko|Sidorov|Orlova|Jovanović|Petrović|Hoxha|Kovács|Novák|Kowalczyk|Kazlauskas|Virtanen|Nilsson|Hansen|de Vries|Moreau|Ricci|Carvalho|García|Fernández|Quispe|da Silva|Perera|Sharma|Patel|Chowdhury|Tran|Rahman|Santoso|Htun|Suwannarat|Kim|Park|Tanaka|Sato|Zhang|Li|Ardern|Fonoti|Walker|Bush|Marsh|Stone|Gebreselassie|Kiir|Mugisha|Kagame|Bello",
    ),
    (
        "$c",
        "Kenya|Nigeria|Mali|Ethiopia|Rwanda|Egypt|Algeria|Tunisia|Jordan|Lebanon|Iran|Iraq|Kazakhstan|Uzbekistan|Georgia|Armenia|Azerbaijan|Ukraine|Belarus|Russia|Moldova|Serbia|Albania|Hungary|Poland|Lithuania|Estonia|Finland|Norway|Denmark|Germany|France|Spain|Portugal|Italy|Greece|Turkey|India|Pakistan|Bangladesh|Sri Lanka|Nepal|Myanmar|Thailand|Vietnam|Indonesia|Japan|South Korea|China|Mongolia|Australia|New Zealand|Fiji|Mexico|Guatemala|Colombia|Peru|Bolivia|Chile|Argentina|Brazil|Canada|the United States",
    ),
    (
        "$t",
        "Nairobi|Kano|Bamako|Gondar|Kigali|Alexandria|Oran|Sfax|Irbid|Tripoli|Isfahan|Basra|Almaty|Samarkand|Batumi|Gyumri|Ganja|Kharkiv|Odesa|Brest|Gomel|Kazan|Novosibirsk|Chisinau|Novi Sad|Tirana|Szeged|Gdansk|Kaunas|Tartu|Turku|Bergen|Aarhus|Leipzig|Lyon|Bilbao|Porto|Turin|Thessaloniki|Izmir|Pune|Lahore|Chittagong|Kandy|Pokhara|Mandalay|Chiang Mai|Da Nang|Surabaya|Osaka|Busan|Wuhan|Ulaanbaatar|Perth|Dunedin|Suva|Monterrey|Antigua|Medellín|Cusco|La Paz|Valparaíso|Córdoba|Recife|Halifax|Denver",
    ),
    (
        "$d",
        "Kenyan|Nigerian|Malian|Ethiopian|Egyptian|Algerian|Tunisian|Lebanese|Iranian|Iraqi|Kazakh|Uzbek|Georgian|Armenian|Ukrainian|Belarusian|Russian|Moldovan|Serbian|Albanian|Hungarian|Polish|Lithuanian|Estonian|Finnish|Norwegian|Danish|German|French|Spanish|Portuguese|Italian|Greek|Turkish|Indian|Pakistani|Nepalese|Thai|Vietnamese|Indonesian|Japanese|Korean|Chinese|Mongolian|Australian|Mexican|Colombian|Peruvian|Bolivian|Chilean|Brazilian|Canadian|American|British",
    ),
    (
        "$f",
        "Foreign|Defence|Defense|Interior|Finance|Health|Education|Energy|Justice|Transport|Agriculture|Culture|Economy|Labour|Environment|Trade",
    ),
    (
        "$n",
        "Interfax|Reuters|Xinhua|TASS|Belta|Kyodo|Yonhap|Anadolu|AFP|dpa|IRNA|ANSA|RIA|Antara|Ukrinform|Tanjug",
    ),
    (
        "$w",
        "Unity|Progress|Justice|Freedom|Homeland|Solidarity|Renewal|Hope|Dawn|Civic Forum|New Era|Fair Future|Our Land|Forward|Green Path|Red Star",
    ),
];

/// Blanks that are filled from the table of another letter, so that a document has two different fillings of it.
const SECOND: [(&str, &str); 6] =
    [("$h", "$g"), ("$r", "$s"), ("$u", "$t"), ("$e", "$c"), ("$b", "$d"), ("$v", "$w")];

/// How many sentences a document has.
const TOGETHER: usize = 4;

/// Documents of drills, English; each sentence stands in about `times` of them, always filled anew.
pub fn drills(times: usize, weight: f32, seed: u64) -> Vec<Lesson> {
    let mut random = Random::new(seed);
    let mut sentences: Vec<&str> = SENTENCES.lines().filter(|line| !line.is_empty()).collect();
    let mut lessons = Vec::new();
    for _ in 0..times {
        random.shuffle(&mut sentences);
        for sentences in sentences.chunks(TOGETHER) {
            let document = filled(sentences, &mut random);
            lessons.push(Lesson { document, weight, others: true, counted: Vec::new() });
        }
    }
    lessons
}

/// Sentences as a document, their blanks filled.
fn filled(sentences: &[&str], random: &mut Random) -> Labelled {
    let mut fill = |letter: &'static str, table: &str| {
        let choices: Vec<&'static str> = FILLINGS
            .iter()
            .filter(|(other, _)| *other == table)
            .flat_map(|(_, fillings)| fillings.split('|'))
            .collect();
        (letter, choices.get(random.below(choices.len().max(1))).copied().unwrap_or(""))
    };
    let mut blanks: Vec<(&str, &str)> = FILLINGS.iter().map(|(letter, _)| fill(letter, letter)).collect();
    blanks.extend(SECOND.iter().map(|(letter, table)| fill(letter, table)));
    let mut document = Labelled::default();
    for sentence in sentences {
        let whole =
            blanks.iter().fold((*sentence).to_owned(), |text, (blank, filling)| text.replace(blank, filling));
        add(&mut document, &whole);
    }
    document
}

/// Adds a sentence in which names stand in square brackets.
fn add(document: &mut Labelled, sentence: &str) {
    let mut begun = None;
    for word in sentence.split_whitespace() {
        let kind = match word {
            "[P" => Some(NameKind::Person),
            "[O" => Some(NameKind::Organisation),
            "[L" => Some(NameKind::Place),
            "[M" => Some(NameKind::Other),
            _ => None,
        };
        if let Some(kind) = kind {
            begun = Some((document.words.len(), kind));
            continue;
        }
        document.words.push(word.trim_end_matches(']').to_owned());
        document.labels.push(OUTSIDE);
        if word.ends_with(']')
            && let Some((mut first, kind)) = begun.take()
        {
            // "The" of a country's name is no part of it.
            if document.words[first] == "the" {
                first += 1;
            }
            document.mark(first, document.words.len(), kind);
        }
    }
    document.ends.push(document.words.len() as u32);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_and_names_marked() {
        let lessons = drills(2, 1.0, 1);
        assert_eq!(lessons.len(), 2 * SENTENCES.lines().count().div_ceil(TOGETHER));
        for lesson in &lessons {
            let document = &lesson.document;
            assert!(document.words.iter().all(|word| !word.contains(['$', '[', ']']) && !word.is_empty()));
            assert!(document.names().count() > 0);
            assert_eq!(document.ends.last().copied(), Some(document.words.len() as u32));
        }
        assert_eq!(
            drills(1, 1.0, 3).iter().map(|lesson| lesson.document.words.clone()).collect::<Vec<_>>(),
            drills(1, 1.0, 3).iter().map(|lesson| lesson.document.words.clone()).collect::<Vec<_>>()
        );
    }
}
