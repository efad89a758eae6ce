//! Mojibake: what goes back, and what only looks like it.

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use super::super::testing::{mended, shown};

/// The text as somebody sees it who takes its UTF-8 for another encoding, that many times.
fn garbled(text: &str, encoding: &'static Encoding, times: usize) -> String {
    (0..times)
        .fold(text.to_owned(), |text, _| encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned())
}

const TEXTS: &[&str] = &[
    "It’s Russia’s “closest ally”, he said – or not… €5 and a café in Kraków.",
    "Президент России Владимир Путин заявил: «Мы — союзники» № 5.",
    "Аляксандр Лукашэнка прыбыў у Сочы. І ён не адзін: пяць “саюзнікаў”.",
    "Đorđe, Šefčovič und Götz aßen Brötchen in Łódź.",
    "日本語の文章です。中文也行。한국어도.",
    "مرحبا بكم في مينسك and שלום 👋🏽 😀",
];

#[test]
fn what_was_decoded_wrongly_goes_back() {
    for text in TEXTS {
        for encoding in [WINDOWS_1252, WINDOWS_1251] {
            // Windows-1251 is a mistake of people who read Cyrillic.
            if encoding == WINDOWS_1251 && !text.contains('о') {
                continue;
            }
            for times in 1..3 {
                assert_eq!(mended(&garbled(text, encoding, times)), *text, "{} {times}", encoding.name());
            }
        }
    }
}

#[test]
fn what_was_taken_for_latin_1_goes_back() {
    for text in TEXTS {
        let garbled: String = text.bytes().map(char::from).collect();
        assert_eq!(mended(&garbled), *text);
    }
}

#[test]
fn the_characters_are_counted() {
    assert_eq!(
        shown("Itâ€™s РџСѓС‚РёРЅ"),
        ("It’s Путин".into(), vec!["repaired: 6 wrongly decoded characters".into()])
    );
}

#[test]
fn one_letter_inside_a_word_is_enough_and_one_sign_isnt() {
    assert_eq!(mended("the cafÃ©s of Minsk"), "the cafés of Minsk");
    assert_eq!(mended("a loan of Â£5 million"), "a loan of Â£5 million");
    assert_eq!(mended("a loan of Â£5 million, then Â£6"), "a loan of £5 million, then £6");
    assert_eq!(mended("itâ€™s a loan of Â£5 million"), "it’s a loan of £5 million");
}

#[test]
fn a_lost_byte_of_a_closing_quotation_mark_is_understood() {
    assert_eq!(mended("an â€œelder brotherâ€ in Moscow"), "an “elder brother” in Moscow");
    assert_eq!(mended("an â€œelder brotherâ€\u{fffd} in Moscow"), "an “elder brother” in Moscow");
    assert_eq!(mended("a brotherâ€ in Moscow"), "a brotherâ€ in Moscow");
}

#[test]
fn a_grave_that_lost_its_no_break_space_is_understood() {
    assert_eq!(
        mended("Il est allÃ© Ã  Minsk, prÃ¨s de la frontiÃ¨re"),
        "Il est allé à  Minsk, près de la frontière"
    );
}

#[test]
fn a_no_break_space_beside_it_does_no_harm() {
    assert_eq!(mended("Russiaâ€™s\u{a0}â€œallyâ€\u{9d}\u{a0}said"), "Russia’s “ally” said");
}

#[test]
fn what_is_right_stays() {
    for text in [
        "le café…” dit-il, le CAFÉ”, MANHÃ”, MANHÃ – É…",
        "jusqu’à\u{a0}«là», l’été…”, naïve—“oui”, Gruß“, Ü“, Ö–Ä",
        "ESPAÑA… SÃO PAULO À… Â! Ê…”",
        "СІРІ коні, Рік, РІШЕННЯ, Рё, Сё… Ёлка—“Рёв”, ЄС",
        "「日本」…”、한국—“가”",
        "Œuvre, Šiauliai, Łódź, ß…”, Þór, ðŸ",
    ] {
        assert_eq!(mended(text), text);
    }
}

#[test]
fn a_text_about_mojibake_keeps_its_examples() {
    for text in [
        "Where “it’s” has become “itâ€™s”, the bytes were taken for windows-1252.",
        "Instead of ‘é’ you see ‘Ã©’ then.",
        "Вместо слова «Путин» видно «РџСѓС‚РёРЅ».",
    ] {
        assert_eq!(mended(text), text);
    }
}

#[test]
fn a_replacement_character_that_was_garbled_is_one_again() {
    assert_eq!(mended("donï¿½t"), "don’t");
}
