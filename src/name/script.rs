//! A word of any script that is handled, in small Latin letters.
//!
//! Russian, Ukrainian, Belarusian, Bulgarian and Serbian letters after BGN/PCGN, Greek ones after ELOT 743, Georgian
//! ones after its national system, Armenian ones after BGN/PCGN, Hangul after the Revised Romanisation of Korean, kana
//! after Hepburn. Arabic and Hebrew are written without most vowels, and stay so. Letters with a caron and the like
//! become the capitals that stand for one sound in [`super::sound`].

use super::fold;
use super::table::HAN;

/// Whether a letter is Latin, with whatever signs.
pub(super) fn is_latin(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether a letter is Cyrillic.
pub(super) fn is_cyrillic(c: char) -> bool {
    matches!(c, 'Ѐ'..='ӿ')
}

/// Whether it is of a script that leaves out vowels.
pub(super) fn is_unvowelled(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{5ff}' | '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
}

/// Whether it is a Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Whether it is a syllable of Hangul.
pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣')
}

/// Whether it is kana.
pub(super) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}')
}

/// How letters are spelled: those of `from` one by one as the words of `to`; `-` for nothing.
struct Alphabet {
    from: &'static str,
    to: &'static str,
}

const CYRILLIC: Alphabet = Alphabet {
    from: "абвгґдеэєжзиіїйыјклмнопрстуўфхцчћшщюяљњђџъьёѓќѕ",
    to: "a b v g g d e e ie zh z i i i i i i k l m n o p r s t u U f kh ts ch ch sh shch iu ia li ni dj J - - io g k z",
};
const GREEK: Alphabet = Alphabet {
    from: "αβγδεζηθικλμνξοπρσςτυφχψω",
    to: "a v g d e z i th i k l m n x o p r s s t y f ch ps o",
};
const GEORGIAN: Alphabet = Alphabet {
    from: "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    to: "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
};
const ARMENIAN: Alphabet = Alphabet {
    from: "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    to: "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev",
};
const ARABIC: Alphabet = Alphabet {
    from: "اأإآبتثجحخدذرزسشصضطظعغفقكلمنهويىةپچژگکیءئؤ",
    to: "a a i a b t th j h kh d dh r z s sh s d t z - gh f q k l m n h w y a a p ch zh g k y - - -",
};
const HEBREW: Alphabet = Alphabet {
    from: "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    to: "a b g d h w z h t y k k l m m n n s - p p ts ts k r sh t",
};
const KANA: Alphabet = Alphabet {
    from: "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ",
    to: "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po",
};
/// Latin letters that stand for one sound of a Slavic, Baltic or Turkic language or of German, and how they are spelled
/// here; what is left is folded to its plain letter.
const LATIN: Alphabet = Alphabet {
    from: "čšžćđşżśźłßěщäöüøåæñ",
    to: "C S Z C D S Z Ś Ź l ss ie W Ä Ö Ü Ö Å Ä n",
};

impl Alphabet {
    fn spelled(&self, letter: char) -> Option<&'static str> {
        let at = self.from.chars().position(|own| own == letter)?;
        self.to.split(' ').nth(at).map(|to| if to == "-" { "" } else { to })
    }
}

/// The romanised parts of Hangul syllables, in the order of Unicode.
const FIRST: &str = "g kk n d tt r m b pp s ss - j jj ch k t p h";
const VOWEL: &str = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i";
const LAST: &str = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t";

/// A syllable of Hangul in Latin letters.
fn hangul(c: char) -> String {
    let at = (c as u32).saturating_sub('가' as u32) as usize;
    let part = |parts: &str, at: usize| {
        parts.split(' ').nth(at).filter(|part| *part != "-").unwrap_or("").to_owned()
    };
    part(FIRST, at / 588) + &part(VOWEL, at / 28 % 21) + &part(LAST, at % 28)
}

/// The letters of a word as [`super::sound`] reads them.
pub(super) fn spelled(word: &str) -> String {
    if word.is_ascii() {
        return word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        let known = match c {
            'ā' | 'ū' | 'ī' | 'ō' | 'ē' => None,
            '\0'..='\u{7f}' => None,
            _ if is_cyrillic(c) => Some(CYRILLIC.spelled(c).unwrap_or("")),
            '\u{370}'..='\u{3ff}' => GREEK.spelled(unaccented(c)),
            '\u{10d0}'..='\u{10ff}' => GEORGIAN.spelled(c),
            '\u{561}'..='\u{587}' => ARMENIAN.spelled(c),
            '\u{600}'..='\u{6ff}' => Some(ARABIC.spelled(c).unwrap_or("")),
            '\u{590}'..='\u{5ff}' => Some(HEBREW.spelled(c).unwrap_or("")),
            _ if is_han(c) => HAN.get(&c).copied(),
            _ if is_kana(c) => KANA.spelled(hiragana(c)),
            _ => LATIN.spelled(c),
        };
        match known {
            Some(known) => out.push_str(known),
            None if is_hangul(c) => out.push_str(&hangul(c)),
            None if c.is_alphanumeric() => fold::letter(c, &mut out),
            None => {}
        }
    }
    digraphs(word, out)
}

/// What letters say together: the Greek `ου`, and the article of Arabic that is written with its word.
fn digraphs(word: &str, spelled: String) -> String {
    match word.chars().next() {
        Some('\u{370}'..='\u{3ff}') => {
            let spelled = spelled.replace("oy", "ou").replace("ey", "ev").replace("ay", "av");
            spelled.strip_prefix("mp").map(|rest| format!("b{rest}")).unwrap_or(spelled)
        }
        Some('\u{600}'..='\u{6ff}') => match spelled.strip_prefix("al") {
            Some(rest) if rest.len() > 2 => rest.to_owned(),
            _ => spelled,
        },
        _ => spelled,
    }
}

/// A word of Latin letters in small ones without accents; `None` for one of another script.
pub(super) fn folded(word: &str) -> Option<String> {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().filter(|c| c.is_alphanumeric()) {
        if !matches!(c, '\0'..='\u{36f}' | '\u{1e00}'..='\u{1eff}') {
            return None;
        }
        fold::letter(c, &mut out);
    }
    Some(out)
}

/// A small Greek letter without its accent.
fn unaccented(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        _ => c,
    }
}

/// Katakana as hiragana.
fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    }
}

/// What is left of a spelled word once its capitals are plain letters again.
pub(super) fn plain(spelled: &str) -> String {
    let mut out = String::with_capacity(spelled.len());
    for c in spelled.chars() {
        match c {
            'C' => out.push_str("ch"),
            'S' => out.push_str("sh"),
            'Z' => out.push_str("zh"),
            'D' => out.push_str("dj"),
            'J' => out.push_str("dzh"),
            'W' => out.push_str("shch"),
            'U' => out.push('u'),
            'Ś' => out.push('s'),
            'Ź' => out.push('z'),
            'Ä' | 'Å' => out.push('a'),
            'Ö' => out.push('o'),
            'Ü' => out.push('u'),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_scripts_are_spelled_in_latin_letters() {
        for (word, expected) in [
            ("Путин", "putin"),
            ("Зеленський", "zelenskii"),
            ("Τσίπρας", "tsipras"),
            ("김정은", "gimjeongeun"),
            ("習近平", "xijinping"),
            ("საქართველო", "sakartvelo"),
            ("Шойгу", "shoigu"),
            ("O’Brien", "obrien"),
            ("コイズミ", "koizumi"),
        ] {
            assert_eq!(plain(&spelled(word)), expected, "{word}");
        }
    }

    #[test]
    fn alphabets_have_as_many_spellings_as_letters() {
        for alphabet in [CYRILLIC, GREEK, GEORGIAN, ARMENIAN, ARABIC, HEBREW, KANA, LATIN] {
            assert_eq!(alphabet.from.chars().count(), alphabet.to.split(' ').count(), "{}", alphabet.from);
        }
    }
}
