//! What is found out about pages as they are scraped, with false friends among them: each a text, and all
//! that ibid says of it.
#![allow(clippy::unwrap_used)]

use crate::corpus::{Found, Label, parse};
use crate::text::BlockKind;

const EN: &str = "The two sides met for a whole day in the house by the sea and spoke of the price of milk. Neither of them would say afterwards what had been agreed on.";
const DE: &str = "Die beiden Seiten trafen sich einen ganzen Tag lang im Haus am Meer und sprachen über den Preis der Milch. Keine von ihnen wollte danach sagen, was vereinbart worden war.";
const FR: &str = "Les deux parties se sont réunies toute une journée dans la maison au bord de la mer et ont parlé du prix du lait. Aucune n'a voulu dire ensuite ce qui avait été convenu.";
const ES: &str = "Las dos partes se reunieron un día entero en la casa junto al mar y hablaron del precio de la leche. Ninguna quiso decir después qué se había acordado.";
const PL: &str = "Obie strony spotkały się na cały dzień w domu nad morzem i rozmawiały o cenie mleka. Żadna z nich nie chciała potem powiedzieć, co uzgodniono.";
const RU: &str = "Обе стороны целый день провели в доме у моря и говорили о цене молока. Ни одна из них не захотела потом сказать, о чём договорились.";
const UK: &str = "Обидві сторони цілий день провели в будинку біля моря і говорили про ціну молока. Жодна з них не захотіла потім сказати, про що домовилися.";
const BE: &str = "Абодва бакі цэлы дзень правялі ў доме ля мора і гаварылі пра цану малака. Ніводзін з іх не захацеў потым сказаць, пра што дамовіліся.";

/// All that is said of the document, a line each: title, source, author, date, language (where it isn't
/// English), datelines, what is set aside.
fn said(name: &str, text: &str) -> String {
    let mut text = text.to_owned();
    for (sign, prose) in
        [("EN", EN), ("DE", DE), ("FR", FR), ("ES", ES), ("PL", PL), ("RU", RU), ("UK", UK), ("BE", BE)]
    {
        text = text.replace(&format!("{{{sign}}}"), prose);
    }
    let document = parse(name, text.as_bytes()).unwrap();
    let meta = &document.meta;
    let mut lines = vec![format!("title: {} ({})", meta.title.value, meta.title.origin.label())];
    let mut add = |what: &str, found: Option<(String, &str)>| {
        lines.extend(found.map(|(value, origin)| format!("{what}: {value} ({origin})")));
    };
    let of = |found: &Option<Found<Label>>| {
        found.as_ref().map(|found| (found.value.to_string(), found.origin.label()))
    };
    add("source", of(&meta.source));
    add("author", of(&meta.author));
    add("date", meta.date.as_ref().map(|date| (date.value.to_string(), date.origin.label())));
    add("language", of(&meta.language).filter(|(code, _)| code != "en"));
    let title = |block: &crate::text::Block| block.span.of(document.text.as_str()).to_owned();
    for block in document.text.blocks() {
        match block.kind {
            BlockKind::Dateline => lines.push(format!("dateline: {}", title(block))),
            BlockKind::Aside(reason) => lines.push(format!("aside: {} ({})", title(block), reason.label())),
            _ => {}
        }
    }
    lines.join("\n")
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_file("note.txt", text, expected);
}

#[track_caller]
fn check_file(name: &str, text: &str, expected: &[&str]) {
    let said = said(name, text);
    assert_eq!(said.lines().collect::<Vec<_>>(), expected, "\n{said}\n");
}

const TITLE: &str = "title: Talks End Without a Deal (heading)";

#[test]
fn a_page_with_a_menu_a_byline_and_a_date() {
    check(
        "Skip to content\nHome | World | Business | Sport\nEurope\n\nTalks End Without a Deal\n\nBy Ann Lee\nSeptember 14, 2020\n\n{EN}\n\n{EN}\n\n{EN}\n\n© 2020 Example Times. All rights reserved.",
        &[
            TITLE,
            "source: Example Times (line after the text)",
            "author: Ann Lee (byline)",
            "date: 2020-09-14 (header line)",
            "aside: Skip to content (site line)",
            "aside: Home | World | Business | Sport (site line)",
            "aside: Europe (site line)",
            "aside: By Ann Lee (metadata)",
            "aside: September 14, 2020 (metadata)",
            "aside: © 2020 Example Times. All rights reserved. (site line)",
        ],
    );
}

#[test]
fn a_report_of_an_agency() {
    check(
        "Talks End Without a Deal\n\nBy ANN LEE, Reuters\n\nMINSK, Sept 14 (Reuters) - {EN}\n\n{EN}\n\n(Reporting by Ann Lee; Editing by Bob Ray)",
        &[
            TITLE,
            "source: Reuters (byline)",
            "author: ANN LEE (byline)",
            "aside: By ANN LEE, Reuters (metadata)",
            "dateline: MINSK, Sept 14 (Reuters) -",
            "aside: (Reporting by Ann Lee; Editing by Bob Ray) (credit)",
        ],
    );
}

#[test]
fn a_dateline_with_a_year_has_the_date_and_a_credit_the_author() {
    check(
        "Talks End Without a Deal\n\nMINSK, Belarus, Sept. 14, 2020 (AP) — {EN}\n\n{EN}\n\nReporting by Ann Lee in Minsk; Editing by Bob Ray",
        &[
            TITLE,
            "source: AP (dateline)",
            "author: Ann Lee (line after the text)",
            "date: 2020-09-14 (dateline)",
            "dateline: MINSK, Belarus, Sept. 14, 2020 (AP) —",
            "aside: Reporting by Ann Lee in Minsk; Editing by Bob Ray (credit)",
        ],
    );
}

#[test]
fn names_and_an_agency_without_by() {
    check(
        "Talks End Without a Deal\nAnn Lee and Bob Ray | AFP\nMon, 14 Sep 2020 21:43:00 +0300\n\n{EN}\n\n{EN}",
        &[
            TITLE,
            "source: AFP (byline)",
            "author: Ann Lee, Bob Ray (byline)",
            "date: 2020-09-14 (header line)",
            "aside: Ann Lee and Bob Ray | AFP (metadata)",
            "aside: Mon, 14 Sep 2020 21:43:00 +0300 (metadata)",
        ],
    );
}

#[test]
fn by_in_a_line_of_its_own() {
    check(
        "Talks End Without a Deal\n\nBy\n\nAnn Lee\n\nPublished\n\n14 September 2020\n\nUpdated\n\n15 September 2020\n\n{EN}\n\n{EN}",
        &[
            TITLE,
            "author: Ann Lee (byline)",
            "date: 2020-09-14 (header line)",
            "aside: By (metadata)",
            "aside: Ann Lee (metadata)",
            "aside: Published (metadata)",
            "aside: 14 September 2020 (metadata)",
            "aside: Updated (metadata)",
            "aside: 15 September 2020 (metadata)",
        ],
    );
}

#[test]
fn a_byline_behind_the_summary() {
    check(
        "Talks End Without a Deal\n\nMilk stays dear, both sides said after a long day.\n\nBy Ann Lee in Minsk\n14 September 2020\n\n{EN}\n\n{EN}",
        &[
            TITLE,
            "author: Ann Lee (byline)",
            "date: 2020-09-14 (header line)",
            "aside: By Ann Lee in Minsk (metadata)",
            "aside: 14 September 2020 (metadata)",
        ],
    );
}

#[test]
fn a_sentence_that_begins_with_by_is_a_sentence() {
    check(
        "By Monday the talks had failed. {EN}\n\n{EN}",
        &["title: By Monday the talks had failed. (first sentence)"],
    );
    check("By Land and Sea\n\n{EN}\n\n{EN}", &["title: By Land and Sea (heading)"]);
    check("By Land and Sea\n\nA Journey\n\n{EN}\n\n{EN}", &["title: By Land and Sea (heading)"]);
}

#[test]
fn a_section_that_is_all_the_title_there_is_stays() {
    check("World\n\n{EN}\n\n{EN}", &["title: World (heading)"]);
    check("World\n\nTalks End Without a Deal\n\n{EN}\n\n{EN}", &[TITLE, "aside: World (site line)"]);
}

#[test]
fn a_long_menu_one_name_a_line() {
    let menu = [
        "Skip to main content",
        "Home",
        "World",
        "Business",
        "Politics",
        "Sports",
        "Opinion",
        "Culture",
        "Science",
        "Health",
        "Travel",
        "Search",
        "Sign in",
        "Subscribe",
        "Advertisement",
    ];
    let text = format!("{}\n\nTalks End Without a Deal\n\n{{EN}}\n\n{{EN}}\n\n{{EN}}", menu.join("\n"));
    let asides: Vec<String> = menu.iter().map(|line| format!("aside: {line} (site line)")).collect();
    let mut expected = vec![TITLE];
    expected.extend(asides.iter().map(String::as_str));
    check(&text, &expected);
}

#[test]
fn front_lines_of_an_english_newspaper() {
    check(
        "Skip to site index\n\nWorld  Business  Sports\n\nAdvertisement\n\nSupported by\n\nTalks End Without a Deal\n\nShare full article\n\n{EN}\n\n{EN}\n\n{EN}\n\nContinue reading the main story\n\nSite Index",
        &[
            TITLE,
            "aside: Skip to site index (site line)",
            "aside: World  Business  Sports (site line)",
            "aside: Advertisement (site line)",
            "aside: Supported by (site line)",
            "aside: Share full article (share bar)",
            "aside: Continue reading the main story (site line)",
            "aside: Site Index (site line)",
        ],
    );
}

#[test]
fn the_date_of_the_last_change_is_not_the_documents() {
    check(
        "Last Updated: 07/27/2016\n\nTalks End Without a Deal\n\nUpdated on May 3, 2019 at 10:00\n\n{EN}\n\n{EN}",
        &[
            TITLE,
            "aside: Last Updated: 07/27/2016 (metadata)",
            "aside: Updated on May 3, 2019 at 10:00 (metadata)",
        ],
    );
    check(
        "Talks End Without a Deal\n\nLast updated\n07/27/2016\n\n{EN}\n\n{EN}",
        &[TITLE, "aside: Last updated (metadata)", "aside: 07/27/2016 (metadata)"],
    );
    check(
        "Talks End Without a Deal\n\nPublished 14 September 2020 | Updated 15 September 2020\n\n{EN}\n\n{EN}",
        &[
            TITLE,
            "date: 2020-09-14 (header line)",
            "aside: Published 14 September 2020 | Updated 15 September 2020 (metadata)",
        ],
    );
}

#[test]
fn a_german_page() {
    check(
        "Zum Inhalt springen\n\nGespräche enden ohne Einigung\n\nVon Anna Kühn, Berlin\nVeröffentlicht am 14. September 2020, 21:43 Uhr\n\nMoskau (dpa) - {DE}\n\n{DE}\n\nLesen Sie auch: Milch wird teurer\n\nKommentar schreiben\n\nIhre E-Mail-Adresse wird nicht veröffentlicht.",
        &[
            "title: Gespräche enden ohne Einigung (heading)",
            "source: dpa (dateline)",
            "author: Anna Kühn (byline)",
            "date: 2020-09-14 (header line)",
            "language: de (words of the text)",
            "aside: Zum Inhalt springen (site line)",
            "aside: Von Anna Kühn, Berlin (metadata)",
            "aside: Veröffentlicht am 14. September 2020, 21:43 Uhr (metadata)",
            "dateline: Moskau (dpa) -",
            "aside: Lesen Sie auch: Milch wird teurer (related link)",
            "aside: Kommentar schreiben (reply form)",
            "aside: Ihre E-Mail-Adresse wird nicht veröffentlicht. (reply form)",
        ],
    );
}

#[test]
fn a_french_page() {
    check(
        "Les discussions se terminent sans accord\n\nPar Anne Lefèvre avec AFP\nPublié le 14 septembre 2020 à 21h43, mis à jour le 15 septembre 2020\n\n{FR}\n\n{FR}\n\nA lire aussi : le lait plus cher\n\nPartager sur Facebook\n\nTous droits réservés",
        &[
            "title: Les discussions se terminent sans accord (heading)",
            "source: AFP (byline)",
            "author: Anne Lefèvre (byline)",
            "date: 2020-09-14 (header line)",
            "language: fr (words of the text)",
            "aside: Par Anne Lefèvre avec AFP (metadata)",
            "aside: Publié le 14 septembre 2020 à 21h43, mis à jour le 15 septembre 2020 (metadata)",
            "aside: A lire aussi : le lait plus cher (related link)",
            "aside: Partager sur Facebook (share bar)",
            "aside: Tous droits réservés (site line)",
        ],
    );
}

#[test]
fn a_spanish_page() {
    check(
        "Las conversaciones terminan sin acuerdo\n\nPor Ana López y Juan Pérez\n14 de septiembre de 2020\n\nMoscú, 14 sep (EFE).- {ES}\n\n{ES}\n\nLeer más: la leche sube",
        &[
            "title: Las conversaciones terminan sin acuerdo (heading)",
            "source: EFE (dateline)",
            "author: Ana López, Juan Pérez (byline)",
            "date: 2020-09-14 (header line)",
            "language: es (words of the text)",
            "aside: Por Ana López y Juan Pérez (metadata)",
            "aside: 14 de septiembre de 2020 (metadata)",
            "dateline: Moscú, 14 sep (EFE).-",
            "aside: Leer más: la leche sube (related link)",
        ],
    );
}

#[test]
fn a_polish_page() {
    check(
        "Rozmowy kończą się bez porozumienia\n\nAutor: Anna Nowak\nData publikacji: 14 września 2020, 21:43\n\n{PL}\n\n{PL}\n\nPrzeczytaj także: mleko drożeje\n\nUdostępnij na Facebooku",
        &[
            "title: Rozmowy kończą się bez porozumienia (heading)",
            "author: Anna Nowak (byline)",
            "date: 2020-09-14 (header line)",
            "language: pl (words of the text)",
            "aside: Autor: Anna Nowak (metadata)",
            "aside: Data publikacji: 14 września 2020, 21:43 (metadata)",
            "aside: Przeczytaj także: mleko drożeje (related link)",
            "aside: Udostępnij na Facebooku (share bar)",
        ],
    );
}

#[test]
fn a_russian_page() {
    check(
        "Главная | Новости | Политика\n\nПереговоры закончились без соглашения\n\nАвтор: Анна Ким\n14 сентября 2020 г., 21:43\n\nМИНСК, 14 сентября. /ТАСС/. {RU}\n\n{RU}\n\nЧитайте также: молоко дорожает\n\nПодпишитесь на наш канал\n\nИсточник: example.ru\n\nВсе права защищены",
        &[
            "title: Переговоры закончились без соглашения (heading)",
            "source: example.ru (line after the text)",
            "author: Анна Ким (byline)",
            "date: 2020-09-14 (header line)",
            "language: ru (words of the text)",
            "aside: Главная | Новости | Политика (site line)",
            "aside: Автор: Анна Ким (metadata)",
            "aside: 14 сентября 2020 г., 21:43 (metadata)",
            "dateline: МИНСК, 14 сентября. /ТАСС/.",
            "aside: Читайте также: молоко дорожает (related link)",
            "aside: Подпишитесь на наш канал (site line)",
            "aside: Источник: example.ru (metadata)",
            "aside: Все права защищены (site line)",
        ],
    );
}

#[test]
fn an_ukrainian_and_a_belarusian_page() {
    check(
        "Переговори завершилися без угоди\n\nОпубліковано: 14 вересня 2020\n\n{UK}\n\n{UK}\n\nЧитайте також: молоко дорожчає",
        &[
            "title: Переговори завершилися без угоди (heading)",
            "date: 2020-09-14 (header line)",
            "language: uk (words of the text)",
            "aside: Опубліковано: 14 вересня 2020 (metadata)",
            "aside: Читайте також: молоко дорожчає (related link)",
        ],
    );
    check(
        "Перамовы скончыліся без пагаднення\n\nАўтар: Ганна Кім\nАпублікавана 14 верасня 2020\n\n{BE}\n\n{BE}\n\nЧытайце таксама: малако даражэе",
        &[
            "title: Перамовы скончыліся без пагаднення (heading)",
            "author: Ганна Кім (byline)",
            "date: 2020-09-14 (header line)",
            "language: be (words of the text)",
            "aside: Аўтар: Ганна Кім (metadata)",
            "aside: Апублікавана 14 верасня 2020 (metadata)",
            "aside: Чытайце таксама: малако даражэе (related link)",
        ],
    );
}

#[test]
fn a_message_kept_as_text() {
    check(
        "From: Ann Lee\nTo: Bob Ray\nSubject: The price of milk\nSent: Monday, 14 September 2020 21:43\n\nDear Bob,\n\n{EN}\n\nAnn",
        &[
            "title: The price of milk (header line)",
            "author: Ann Lee (header line)",
            "date: 2020-09-14 (header line)",
        ],
    );
    check(
        "Von: Anna Kühn\nAn: Jan Nowak\nBetreff: Milch\nGesendet: Montag, 14. September 2020 21:43\n\n{DE}",
        &[
            "title: Milch (header line)",
            "author: Anna Kühn (header line)",
            "date: 2020-09-14 (header line)",
            "language: de (words of the text)",
        ],
    );
    check("To: the reader\n\n{EN}\n\n{EN}", &["title: To: the reader (heading)"]);
}

#[test]
fn a_signed_letter_has_the_date_of_its_signature() {
    check(
        "Talks End Without a Deal\n\n{EN}\n\n{EN}\n\n{EN}\n\nAnna Kim\nMinsk, 5 May 1986",
        &[TITLE, "date: 1986-05-05 (line after the text)"],
    );
    check(
        "Minsk, 5 May 1986\n\nDear all,\n\n{EN}\n\n{EN}",
        &[
            "title: The two sides met for a whole day in the house by the sea and spoke of the price of milk. (first sentence)",
            "date: 1986-05-05 (header line)",
        ],
    );
}

#[test]
fn a_place_alone_may_be_a_dateline() {
    check(
        "Talks End Without a Deal\n\nMinsk, Belarus — {EN}\n\n{EN}",
        &[TITLE, "dateline: Minsk, Belarus —"],
    );
    check(
        "MOSCOW (Dispatches) -- {EN}\n\n{EN}",
        &[
            "title: The two sides met for a whole day in the house by the sea and spoke of the price of milk. (first sentence)",
            "dateline: MOSCOW (Dispatches) --",
        ],
    );
}

#[test]
fn a_transcript_and_a_glossary_have_no_datelines() {
    check("Talks\n\nKIM: {EN}\n\nNOWAK: {EN}\n\nKIM: {EN}", &["title: Talks (heading)"]);
    check("Words\n\nNATO — {EN}\n\nCSTO — {EN}", &["title: Words (heading)"]);
    check("Talks\n\nLukashenko — in power for long — went there. {EN}\n\n{EN}", &["title: Talks (heading)"]);
}

#[test]
fn a_date_in_the_text_of_a_report_is_inferred() {
    check(
        "Talks End Without a Deal\n\nMINSK (Reuters) - On September 14, 2020 the talks ended. {EN}\n\nThey had begun on 1 May 2019. {EN}",
        &[
            TITLE,
            "source: Reuters (dateline)",
            "date: 2020-09-14 (words of the text)",
            "dateline: MINSK (Reuters) -",
        ],
    );
    check(
        "Talks End Without a Deal\n\nThe talks ended on Monday, 14 September 2020. {EN}\n\n{EN}",
        &[TITLE, "date: 2020-09-14 (words of the text)"],
    );
}

#[test]
fn a_date_in_the_text_is_not_inferred_without_evidence() {
    for text in [
        // No report.
        "The treaty was made on 8 December 1999. {EN}\n\n{EN}",
        // A later year is named.
        "MINSK (Reuters) - On September 14, 2020 the talks ended. {EN}\n\nSince 2022 all is new. {EN}",
        // A later date is named far below.
        "MINSK (Reuters) - On September 14, 2020 the talks ended. {EN}\n\n{EN}\n\n{EN}\n\nOn 1 May 2021 they met. {EN}",
        // What is to come, and what goes on since then.
        "MINSK (Reuters) - The two will meet on September 14, 2020. {EN}\n\n{EN}",
        "MINSK (Reuters) - Milk has been dear since September 14, 2020. {EN}\n\n{EN}",
        // A year alone, and a day alone.
        "MINSK (Reuters) - They agreed on it in 2019 already. {EN}\n\n{EN}",
        "MINSK (Reuters) - They agreed on it on July 27. {EN}\n\n{EN}",
    ] {
        assert!(!said("note.txt", text).contains("date: "), "{text}\n{}", said("note.txt", text));
    }
}

#[test]
fn a_name_of_a_file_and_an_address_hold_dates() {
    check_file(
        "a/20200914T2143.txt",
        "Talks End Without a Deal\n\n{EN}\n\n{EN}",
        &[TITLE, "date: 2020-09-14 (file name)"],
    );
    check(
        "---\ntitle: Milk\nurl: https://www.example.org/2020/09/14/milk.html\nauthors:\n  - Ann Lee\n  - Bob Ray\nlang: en-GB\n---\n{EN}",
        &[
            "title: Milk (front matter)",
            "source: example.org (page's address)",
            "author: Ann Lee, Bob Ray (front matter)",
            "date: 2020-09-14 (page's address)",
            "aside: --- (metadata)",
            "aside: title: Milk (metadata)",
            "aside: url: https://www.example.org/2020/09/14/milk.html (metadata)",
            "aside: authors: (metadata)",
            "aside:   - Ann Lee (metadata)",
            "aside:   - Bob Ray (metadata)",
            "aside: lang: en-GB (metadata)",
            "aside: --- (metadata)",
        ],
    );
}

#[test]
fn front_matter_in_toml() {
    check_file(
        "note.md",
        "+++\ntitle = \"Milk\"\ndate = 2020-09-14\nauthor = \"Ann Lee\"\nlanguage = \"English\"\n+++\n\n# Milk\n\n{EN}",
        &["title: Milk (front matter)", "author: Ann Lee (front matter)", "date: 2020-09-14 (front matter)"],
    );
}

#[test]
fn a_language_that_is_nonsense_gives_way_to_the_words() {
    check_file(
        "note.md",
        "---\ntitle: Молоко\nlanguage: en\n---\n\n{RU}\n\n{RU}",
        &["title: Молоко (front matter)", "language: ru (words of the text)"],
    );
    check_file(
        "note.md",
        "---\ntitle: Молоко\nlanguage: be-BY\n---\n\n{RU}\n\n{RU}",
        &["title: Молоко (front matter)", "language: be (front matter)"],
    );
}

#[test]
fn a_social_network_is_no_source_and_no_title() {
    check(
        "Facebook Twitter Telegram\n\nTalks End Without a Deal\n\n{EN}\n\n{EN}\n\n{EN}\n\nt.me\n\nThe post Talks End appeared first on Example Times.",
        &[
            TITLE,
            "source: Example Times (line after the text)",
            "aside: Facebook Twitter Telegram (share bar)",
            "aside: t.me (site line)",
            "aside: The post Talks End appeared first on Example Times. (site line)",
        ],
    );
}

#[test]
fn chinese_pages_have_dates() {
    check(
        "会谈结束\n\n2020年9月14日 21:43\n\n双方在海边的房子里开了一整天的会，谈论牛奶的价格，会后谁也不愿透露达成了什么协议，首都的人们也并不期待很快会有结果。\n\n双方在海边的房子里开了一整天的会，谈论牛奶的价格。",
        &[
            "title: 会谈结束 (heading)",
            "date: 2020-09-14 (header line)",
            "language: zh (words of the text)",
            "aside: 2020年9月14日 21:43 (metadata)",
        ],
    );
}

#[test]
fn headlines_that_look_like_boilerplate_stay() {
    for title in [
        "Supported by Moscow, Minsk Defies Brussels",
        "More on the Price of Milk",
        "Published Works of a Poet",
        "Date of the Talks Still Open",
        "Russia, Ukraine and the Price of Milk",
        "Photo of the Year",
        "Share Prices Fall in Moscow",
        "MOSCOW TALKS END WITHOUT DEAL",
        "Ann Lee: The Talks Will Fail",
        "Source: Minsk Is Ready to Talk About It",
    ] {
        let said = said("note.txt", &format!("{title}\n\n{{EN}}\n\n{{EN}}\n\n{{EN}}"));
        assert_eq!(said, format!("title: {title} (heading)"));
    }
}

#[test]
fn a_cookie_notice_and_a_subscription_in_other_languages() {
    check(
        "Wir verwenden Cookies, um diese Seite zu verbessern.\n\nGespräche enden ohne Einigung\n\n{DE}\n\n{DE}\n\n{DE}\n\nNewsletter abonnieren\n\nAlle Rechte vorbehalten",
        &[
            "title: Gespräche enden ohne Einigung (heading)",
            "language: de (words of the text)",
            "aside: Wir verwenden Cookies, um diese Seite zu verbessern. (site line)",
            "aside: Newsletter abonnieren (site line)",
            "aside: Alle Rechte vorbehalten (site line)",
        ],
    );
}

#[test]
fn a_future_and_an_ancient_date_are_none() {
    check(
        "Talks End Without a Deal\n\nPublished: 14 September 2220\n\n{EN}\n\n{EN}",
        &[TITLE, "aside: Published: 14 September 2220 (metadata)"],
    );
    check_file("09990914.txt", "Talks End Without a Deal\n\n{EN}\n\n{EN}", &[TITLE]);
}
