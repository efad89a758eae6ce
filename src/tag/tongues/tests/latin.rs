//! German, French, Spanish, Italian, Portuguese and Dutch.

use super::{found, shows, titles};

#[test]
fn a_german_text_has_its_cast_and_no_noun_in_it() {
    shows(
        "de",
        "Bundeskanzlerin Angela Merkel reiste am Montag nach Minsk, wo der russische Präsident Wladimir Putin und der \
         Präsident der Ukraine, Petro Poroschenko, auf sie warteten. Die Verhandlungen über den Frieden dauerten die ganze \
         Nacht. Merkel sagte am Morgen, die Gespräche seien schwer gewesen. Putins Sprecher Dmitri Peskow lobte die Geduld \
         der Gastgeber. Außenminister Frank-Walter Steinmeier flog danach nach Brüssel, um der Europäischen Union zu \
         berichten. In Weißrussland hofft die Regierung auf Hilfe aus Deutschland. Im Januar beriet die OSZE über den Krieg.",
        &[
            "Angela Merkel 2",
            "Wladimir Putin 2",
            "Petro Poroschenko 1",
            "Dmitri Peskow 1",
            "Frank-Walter Steinmeier 1",
        ],
        &["Europäischen Union 1", "OSZE 1"],
        &["Minsk 1", "Ukraine 1", "Brüssel 1", "Weißrussland 1", "Deutschland 1"],
    );
}

#[test]
fn german_nouns_works_months_and_peoples_name_nobody() {
    for text in [
        "Der Minister Verantwortung tragen lassen wollte die Opposition im Mai.",
        "Die Deutschen und die Franzosen trafen im August auf Russen.",
        "Der Roman „Effi Briest in Berlin“ und der Film „Angela Merkel“ erschienen im Herbst.",
        "Oder die Regierung handelt, Weil am Ende die Zeit fehlt. Essen ist fertig.",
        "Präsident Verhandlungen, Kanzler Freiheit, Herr der Lage.",
        "Die Straße, der Platz und die Karl-Marx-Allee waren leer.",
    ] {
        assert_eq!(found("de", text), [""; 0], "{text}");
    }
    assert_eq!(found("de", "Der Koch sprach. Herr Koch schwieg, und Koch ging."), ["Koch", "Koch"]);
    assert_eq!(titles("de", "Heute sprach Außenminister Heiko Maas."), ["Außenminister"]);
}

#[test]
fn a_german_abbreviation_behind_its_long_form_is_known_from_there_on() {
    assert_eq!(
        found("de", "Die Organisation für Zusammenarbeit und Hilfe (OZH) tagte. Danach schwieg die OZH."),
        ["Organisation für Zusammenarbeit und Hilfe", "OZH", "OZH"]
    );
    assert_eq!(found("de", "Das Bruttoinlandsprodukt (BIP) stieg, und das BIP fiel."), [""; 0]);
}

#[test]
fn a_french_text_has_its_cast_and_no_beginning_of_a_sentence_in_it() {
    shows(
        "fr",
        "Le président français Emmanuel Macron a reçu vendredi à Paris la chancelière Angela Merkel. Ensemble, ils ont parlé \
         de l'Ukraine et de la Biélorussie. Pourtant, la Russie n'était pas là. Selon Jean-Yves Le Drian, ministre des \
         Affaires étrangères, l'Union européenne doit agir. Macron a ensuite téléphoné au président Poutine. Vladimir Poutine \
         a promis de répondre. Dimanche, le ministère de la Défense a annoncé un accord avec l'Organisation du traité de \
         l'Atlantique nord (OTAN). L'OTAN et l'ONU se réuniront en mars à Genève. Les Français attendent.",
        &["Emmanuel Macron 2", "Vladimir Poutine 2", "Angela Merkel 1", "Jean-Yves Le Drian 1"],
        &[
            "Organisation du traité de l'Atlantique nord 3",
            "Union européenne 1",
            "ministère de la Défense 1",
            "ONU 1",
        ],
        &["Paris 1", "Ukraine 1", "Biélorussie 1", "Russie 1", "Genève 1"],
    );
}

#[test]
fn french_works_streets_prizes_and_articles_name_nobody() {
    for text in [
        "Le film « Emmanuel Macron à Paris » et le roman \"Jean Moulin\" ont été primés.",
        "La rue Victor Hugo et l'avenue du Président Kennedy étaient vides. Selon Noël, rien.",
        "Les Parisiens et les Allemands fêtent Pâques. Mardi, Février et Dieu sont avec eux.",
        "Le Conseil a dit oui. La Constitution le veut. Cette République aussi.",
        "Il a joué pour les Lakers de Los Angeles et le Stade de Reims.",
    ] {
        assert_eq!(found("fr", text), [""; 0], "{text}");
    }
    assert_eq!(found("fr", "M. Durand a répondu. Durand est parti, D'Artagnan aussi."), ["Durand", "Durand"]);
    assert_eq!(
        titles("fr", "Le ministre russe des Affaires étrangères Sergueï Lavrov a menti."),
        ["ministre russe des Affaires étrangères"]
    );
}

#[test]
fn a_spanish_text_has_its_cast() {
    shows(
        "es",
        "El presidente del Gobierno, Pedro Sánchez, viajó el lunes a Moscú. Allí se reunió con Vladimir Putin y con \
         el ministro Lavrov. Según el diario «El Faro», la Unión Europea y la OTAN esperan. El Ministerio de Asuntos \
         Exteriores calló. En Navidad, los españoles vuelven de Bielorrusia a España. Sin embargo, Sánchez dijo que no.",
        &["Pedro Sánchez 2", "Vladimir Putin 1", "Lavrov 1"],
        &["El Faro 1", "Unión Europea 1", "OTAN 1", "Ministerio de Asuntos Exteriores 1"],
        &["Moscú 1", "Bielorrusia 1", "España 1"],
    );
    assert_eq!(
        found("es", "La novela «María en Madrid» habla de la calle José Martí y de la Guerra."),
        [""; 0]
    );
}

#[test]
fn an_italian_text_has_its_cast() {
    shows(
        "it",
        "Il presidente della Repubblica Sergio Mattarella è arrivato ieri a Mosca. Ha parlato con Vladimir Putin dell'Ucraina \
         e della Bielorussia. Poi Mattarella è tornato a Roma. L'Università di Bologna e la NATO tacciono. Secondo il \
         quotidiano «La Voce», l'Unione europea aspetta. A Natale gli Italiani pregano Dio.",
        &["Sergio Mattarella 2", "Vladimir Putin 1"],
        &["Università di Bologna 1", "NATO 1", "La Voce 1", "Unione europea 1"],
        &["Mosca 1", "Ucraina 1", "Bielorussia 1", "Roma 1"],
    );
    assert_eq!(
        found("it", "Il film «Marco a Roma» si vede in via Giuseppe Garibaldi, dove Marzo è freddo."),
        [""; 0]
    );
}

#[test]
fn a_portuguese_text_has_its_cast() {
    shows(
        "pt",
        "O presidente Luiz Inácio Lula da Silva chegou na segunda-feira a Moscou. Conversou com Vladimir Putin sobre a Ucrânia e \
         a Bielorrússia. Depois, o Ministério das Relações Exteriores falou com a ONU em Genebra. A União Europeia espera. \
         No Natal, os brasileiros voltam ao Brasil.",
        &["Luiz Inácio Lula da Silva 1", "Vladimir Putin 1"],
        &["Ministério das Relações Exteriores 1", "ONU 1", "União Europeia 1"],
        &["Moscou 1", "Ucrânia 1", "Bielorrússia 1", "Genebra 1", "Brasil 1"],
    );
    assert_eq!(found("pt", "O livro «João em Lisboa» está na rua João Paulo. Contudo, Deus sabe."), [""; 0]);
}

#[test]
fn a_dutch_text_has_its_cast() {
    shows(
        "nl",
        "Premier Mark Rutte reisde maandag naar Moskou. Daar sprak hij met Vladimir Poetin over Oekraïne en Wit-Rusland. \
         Volgens het Ministerie van Defensie wacht de NAVO. Rutte zei dat de Europese Unie moet kiezen. In mei keert hij \
         terug naar Den Haag. De Nederlanders zwijgen, en Jan van der Berg ook.",
        &["Mark Rutte 2", "Vladimir Poetin 1", "Jan van der Berg 1"],
        &["Ministerie van Defensie 1", "NAVO 1", "Europese Unie 1"],
        &["Moskou 1", "Oekraïne 1", "Wit-Rusland 1", "Den Haag 1"],
    );
    assert_eq!(found("nl", "De film “Jan in Parijs” draait. Het Boek ligt in de kerk van God."), [""; 0]);
}
