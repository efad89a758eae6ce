//! Decoding: marks, widths, stray bytes, and older encodings by their look.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use encoding_rs::*;
use proptest::prelude::*;

use super::*;

fn shown(bytes: &[u8]) -> (String, String) {
    let decoded = decode(bytes);
    (decoded.text.into_owned(), decoded.done.unwrap_or_default())
}

fn utf16(text: &str) -> [Vec<u8>; 2] {
    [
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ]
}

fn utf32(text: &str) -> [Vec<u8>; 2] {
    [
        text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect(),
        text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect(),
    ]
}

#[test]
fn utf8_is_borrowed_and_nothing_was_done() {
    let decoded = decode("Łukaszenka".as_bytes());
    assert!(matches!(decoded.text, Cow::Borrowed("Łukaszenka")));
    assert_eq!(decoded.done, None);
}

#[test]
fn a_byte_order_mark_is_left_out() {
    assert_eq!(shown("\u{feff}abc".as_bytes()), ("abc".into(), String::new()));
}

#[test]
fn utf16_and_utf32_are_known_by_their_marks_in_both_orders() {
    for (name, bytes) in
        ["UTF-16", "UTF-32"].into_iter().zip([utf16("\u{feff}Мінск 🚜"), utf32("\u{feff}Мінск 🚜")])
    {
        for (order, bytes) in ["LE", "BE"].iter().zip(bytes) {
            assert!(is_wide(&bytes));
            assert_eq!(shown(&bytes), ("Мінск 🚜".into(), format!("decoded as {name}{order}")));
        }
    }
    assert!(!is_wide(b"abc"));
}

#[test]
fn utf32_with_what_is_no_character_says_so() {
    let mut bytes = utf32("\u{feff}ab")[0].clone();
    bytes.extend([0; 8 << 10].map(|_: u8| b' ').chunks(4).flat_map(|_| [b' ', 0, 0, 0]));
    bytes.extend([0, 0, 0xff, 0xff, 1]);
    let (text, done) = shown(&bytes);
    assert!(text.starts_with("ab  ") && text.ends_with(" \u{fffd}\u{fffd}"));
    assert_eq!(done, "decoded as UTF-32LE, damaged bytes shown as U+FFFD");
}

#[test]
fn utf16_without_a_mark_is_known_by_its_noughts() {
    for text in [
        "Putin",
        "A summit of five states in Moscow.\r\nNo word of the sixth.",
        "Президент Беларуси прибыл в Сочи.\nОн не один.",
        "Прэзідэнт Беларусі прыбыў у Сочы — ён не адзін.",
        "白俄罗斯总统抵达索契。\n他不是一个人来的。一天之后，\n他又飞回明斯克，继续处理国内事务。",
        "ベラルーシの大統領はソチに到着した。\n彼は一人ではなかった。",
        "הנשיא הגיע לסוצ׳י ביום שני.",
    ] {
        for (name, bytes) in ["UTF-16LE", "UTF-16BE"].iter().zip(utf16(text)) {
            assert_eq!(shown(&bytes), (text.to_owned(), format!("decoded as {name}")));
        }
    }
}

#[test]
fn noughts_alone_make_no_utf16() {
    let stray = "a long line of text\0 and another one behind it, as scrapers leave them\0";
    assert_eq!(shown(stray.as_bytes()), (stray.into(), String::new()));
    for bytes in
        [&b"abc\0def"[..], b"\0\x01\0\x02\0\x03", b"\x10\0\x20\0\x30\0\x01\0", b"\0\0\0\0\0\0", b"a\0"]
    {
        assert!(wide::unmarked_utf16(bytes).is_none(), "{bytes:?}");
    }
}

#[test]
fn stray_punctuation_of_windows_in_utf8_is_decoded() {
    assert_eq!(
        shown(b"Russia\x92s \x93ally\x94 \x97 Minsk, Krak\xc3\xb3w\x85"),
        ("Russia’s “ally” — Minsk, Kraków…".into(), "5 stray bytes of windows-1252 decoded".into())
    );
    assert_eq!(
        shown(
            "Путин\u{20}\x20\x20"
                .as_bytes()
                .iter()
                .copied()
                .chain(*b"said \x92no")
                .collect::<Vec<_>>()
                .as_slice()
        )
        .1,
        "1 stray byte of windows-1252 decoded"
    );
}

#[test]
fn stray_bytes_between_other_characters_stay_damaged() {
    let (text, done) = shown(
        "Пу\u{20}тин, Лукашенко"
            .as_bytes()
            .iter()
            .copied()
            .chain(*b" a\x92 \xe9t\xe9")
            .collect::<Vec<_>>()
            .as_slice(),
    );
    assert_eq!(text, "Пу тин, Лукашенко a’ \u{fffd}t\u{fffd}");
    assert_eq!(done, "1 stray byte of windows-1252 decoded, damaged bytes shown as U+FFFD");
    let mut bytes = "Путин".as_bytes().to_vec();
    bytes.push(0x92);
    assert_eq!(shown(&bytes).0, "Путин\u{fffd}");
}

#[test]
fn one_quotation_mark_of_windows_in_ascii_is_no_damaged_utf8() {
    assert_eq!(shown(b"the president\x92s plane, the country\x92s debt").1, "decoded as windows-1252");
}

#[test]
fn utf8_cut_inside_a_character_stays_utf8() {
    let text = "Лукашенко и Путин".as_bytes();
    let (shown, done) = shown(&text[..text.len() - 1]);
    assert_eq!(shown, "Лукашенко и Пути\u{fffd}");
    assert_eq!(done, "decoded as UTF-8, damaged bytes shown as U+FFFD");
}

/// Encodings with a short and a long sample each, which the guess has to know. Written for this test.
const SAMPLES: &[(&Encoding, &[&str])] = &[
    (
        WINDOWS_1251,
        &[
            "Встреча в Сочи",
            "Президент Республики Беларусь и президент России встретились вчера в Сочи. Разговор был долгим, \
             говорили о ценах на газ, о кредите и о границе.",
            "Прэзідэнт Беларусі ўчора прыбыў у Сочы. Гаварылі пра газ, пра крэдыт і пра мяжу.",
            "Президент України вчора прибув до Києва. Говорили про газ, про кредит і про кордон.",
        ],
    ),
    (
        KOI8_R,
        &[
            "Встреча в Сочи",
            "Президент Республики Беларусь и президент России встретились вчера в Сочи. Разговор был долгим.",
        ],
    ),
    (
        WINDOWS_1250,
        &[
            "Prezydent Łukaszenka przybył w poniedziałek do Soczi, żeby rozmawiać o cenach gazu. Później mówił o życiu.",
            "Prezident přijel v pondělí do Soči a žádal půjčku. Šéf vlády řekl, že to není možné.",
            "„Nem tudjuk” – mondta az elnök, aki hétfőn érkezett Szocsiba, hogy a gáz áráról tárgyaljon.",
        ],
    ),
    (
        ISO_8859_2,
        &[
            "Prezydent Łukaszenka przybył w poniedziałek do Soczi, żeby rozmawiać o cenach gazu. Później mówił o śniegu.",
            "Prezident přijel v pondělí do Soči a žádal o ťuknutí. Šéf vlády řekl, že to není možné.",
        ],
    ),
    (
        WINDOWS_1252,
        &[
            "le café",
            "Der Präsident sagte: „Wir prüfen das für größere Städte.“",
            "El presidente llegó a Sochi el lunes. ¿Qué pasó después? Nadie lo sabía en España.",
        ],
    ),
    (
        SHIFT_JIS,
        &[
            "大統領はソチに到着した",
            "ベラルーシの大統領は月曜日にソチに到着した。会談ではガスの価格と国境の問題について話し合った。",
        ],
    ),
    (
        GB18030,
        &[
            "白俄罗斯总统抵达索契",
            "白俄罗斯总统星期一抵达索契。双方讨论了天然气价格、贷款和边境问题，谈话持续了很长时间。",
        ],
    ),
    (
        BIG5,
        &[
            "白俄羅斯總統抵達索契",
            "白俄羅斯總統星期一抵達索契。雙方討論了天然氣價格、貸款和邊境問題，談話持續了很長時間。",
        ],
    ),
    (
        EUC_KR,
        &[
            "대통령은 소치에 도착했다",
            "벨라루스 대통령은 월요일에 소치에 도착했다. 두 사람은 가스 가격과 국경 문제를 오래 이야기했다.",
        ],
    ),
    (
        WINDOWS_1253,
        &[
            "Ο πρόεδρος έφτασε",
            "Ο πρόεδρος της Λευκορωσίας έφτασε τη Δευτέρα στο Σότσι. Μίλησαν για την τιμή του φυσικού αερίου.",
        ],
    ),
    (
        WINDOWS_1255,
        &["הנשיא הגיע", "נשיא בלארוס הגיע ביום שני לסוצ'י. הם דיברו על מחיר הגז ועל הגבול במשך שעות ארוכות."],
    ),
    (
        WINDOWS_1256,
        &[
            "وصل الرئيس",
            "وصل رئيس بيلاروسيا يوم الاثنين إلى سوتشي. تحدثا عن سعر الغاز وعن الحدود لساعات طويلة.",
        ],
    ),
];

#[test]
fn older_encodings_are_known_by_their_look() {
    let mut wrong = Vec::new();
    for (encoding, texts) in SAMPLES {
        for text in *texts {
            let (bytes, _, unmappable) = encoding.encode(text);
            assert!(!unmappable, "{text}");
            let long = [&bytes, &b"\n"[..]].concat().repeat(40);
            for (bytes, text) in [(&*bytes, (*text).to_owned()), (&long, format!("{text}\n").repeat(40))] {
                let (shown, done) = shown(bytes);
                if shown != text {
                    wrong.push(format!("{} ({} bytes): {done}", encoding.name(), bytes.len()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

proptest! {
    #[test]
    fn any_bytes_become_text(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let decoded = decode(&bytes);
        prop_assert!(decoded.done.is_some() || std::str::from_utf8(&bytes).is_ok());
        is_wide(&bytes);
    }

    #[test]
    fn any_utf8_with_stray_signs_keeps_its_words(words in prop::collection::vec("[a-zа-яé]{1,8}", 1..20)) {
        let mut bytes = b"\xd0\x9f ".to_vec();
        for word in &words {
            bytes.extend(word.as_bytes());
            bytes.extend(b" \x96 ");
        }
        // Signs in UTF-8 that holds more of its own.
        bytes.extend("Ж ".repeat(words.len()).as_bytes());
        let (text, done) = shown(&bytes);
        prop_assert!(words.iter().all(|word| text.contains(word.as_str())));
        prop_assert!(done.contains("stray byte") && !done.contains("U+FFFD"), "{}", done);
    }
}
