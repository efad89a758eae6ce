//! Chinese and Korean names: a surname and one or two syllables, which each romanisation writes otherwise.
//!
//! Chinese after Hanyu Pinyin and Wade-Giles (whose apostrophes are mostly left out, so that `p` may be `b`), Korean
//! after McCune-Reischauer, the Revised Romanisation and what people write themselves.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Surnames that Chinese people have, in Hanyu Pinyin and in Wade-Giles or another spelling.
const CHINESE: &str = " an bai ban bao bi bo cai cao cen chang chao che chen cheng chi chiang ch'en chin ching chou chow chu chung cui dai deng ding dong du duan fan fang fei feng fu gao geng gong gu guan guo han hao he ho hou hsi hsiao hsieh hsu hsueh hu hua huang ji jia jiang jiao jin kang kao ke kong ku kuo lai lan lee lei li lian liang liao lin ling liu long lou lu lung luo ma mao mei meng mi mo ni nie ning ou pan pang pei peng pu qi qian qiao qin qiu qu ren ruan sha shang shao shen sheng shi song su sun sung tai tan tang tao teng tian tien tong tsai tsao ts'ai tseng tso tsui tu tung wan wang wei wen weng wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yeh yen yi yin ying you po jen juan lo shih ssu tsang nieh pai pao pi soong t'ang t'ao ts'ao k'ung p'eng p'an ch'iu jung yu yuan yue yun zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zhuge zou zuo ";
/// Surnames that Korean people have, in several spellings.
const KOREAN: &str = " kim gim lee yi li rhee ri rhie i park pak bak choe choi ch'oe ch'oi jung jeong chung chong cheong jong kang gang cho jo joh yoon yun youn jang chon cheon chang lim im rim han oh o seo suh so shin sin kwon gwon hwang ahn an song ryu yu yoo ryoo hong jeon chun jun ko go koh moon mun yang son sohn bae pae baek paek paik heo hur ho huh nam sim shim roh noh no ro ha joo ju chu koo ku gu min ban pan jin chin um eom hyun hyon ";

const INITIALS: &[&str] = &[
    "zh", "ch'", "ch", "sh", "hs", "ts'", "tz'", "ts", "tz", "sz", "ss", "ng", "b", "p'", "p", "m", "f", "d",
    "t'", "t", "n", "l", "g", "k'", "k", "h", "j", "q", "x", "z", "c", "s", "r", "y", "w", "",
];

/// The finals of Mandarin with those of Wade-Giles, the longest first.
const FINALS: &[&str] = &[
    "iang", "iong", "iung", "oong", "eou", "uang", "ueng", "ang", "eng", "ing", "ong", "ung", "iao", "ian",
    "ien", "uai", "uan", "uei", "ieh", "ueh", "uen", "ih", "eh", "ai", "ei", "ao", "ou", "an", "en", "in",
    "un", "ia", "ie", "iu", "ua", "uo", "ui", "ue", "io", "u", "i", "o", "e", "a",
];

/// One syllable: how it begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Syllable {
    initial: &'static str,
    last: &'static str,
}

fn chinese_syllables(word: &str) -> Option<Vec<Syllable>> {
    let mut found = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        let (syllable, length) = longest(rest)?;
        found.push(syllable);
        rest = rest.get(length..)?;
        rest = rest.strip_prefix('\'').unwrap_or(rest);
        if found.len() > 3 {
            return None;
        }
    }
    Some(found)
}

/// The longest syllable that leaves the rest of the word to begin with a consonant.
fn longest(word: &str) -> Option<(Syllable, usize)> {
    let mut best: Option<(Syllable, usize)> = None;
    for initial in INITIALS.iter().filter(|initial| word.starts_with(**initial)) {
        let behind = word.get(initial.len()..)?;
        for last in FINALS.iter().filter(|last| behind.starts_with(**last)) {
            let length = initial.len() + last.len();
            let rest = word.get(length..)?;
            let parts = rest.is_empty()
                || rest.starts_with('\'')
                || !rest.starts_with(['a', 'e', 'i', 'o', 'u'])
                    && INITIALS.iter().any(|next| {
                        !next.is_empty()
                            && rest
                                .strip_prefix(next)
                                .is_some_and(|rest| rest.starts_with(['a', 'e', 'i', 'o', 'u']))
                    });
            if parts && best.is_none_or(|(_, known)| length > known) {
                best = Some((Syllable { initial, last }, length));
            }
        }
        // The initial that is written stands before shorter ones and none.
        if best.is_some() {
            break;
        }
    }
    best
}

/// Whether a syllable is spelled in a way that Hanyu Pinyin doesn't have.
fn is_wade(syllable: Syllable) -> bool {
    let Syllable { initial, last } = syllable;
    initial.contains('\'')
        || matches!(initial, "hs" | "ts" | "tz" | "sz" | "ss")
        || matches!(last, "ung" | "iung" | "ien" | "ieh" | "ueh" | "uei" | "uen" | "ih" | "eh")
        || matches!(
            (initial, last),
            ("ch", "iang" | "in" | "ing" | "ia" | "iao" | "ie" | "iu" | "ieh" | "ien") | ("k" | "h", "o")
        )
        || matches!((initial, last), ("y", "en"))
        || initial.is_empty() && last.starts_with('i')
}

/// What the ways of writing a syllable have in common; coarse, so that both of a name have to agree.
fn chinese_key(syllable: Syllable, wade: bool) -> (&'static str, &'static str) {
    let Syllable { initial, last } = syllable;
    let front = last.starts_with('i') && last != "ih" || matches!(last, "ueh" | "ue" | "u");
    let begins = match initial {
        "b" | "p" | "p'" => "p",
        "d" | "t" | "t'" => "t",
        "g" | "k" | "k'" => "k",
        "j" if wade => "r",
        "zh" | "ch" | "ch'" | "j" | "q" => "ch",
        "z" | "c" | "ts" | "ts'" | "tz" | "tz'" => "ts",
        "hs" | "x" => "x",
        "s" | "sz" | "ss" => "s",
        "j'" => "r",
        "y" if front => "",
        "" => "",
        other => other,
    };
    let ends = match last {
        "ong" | "ung" | "oong" | "iong" | "iung" | "ueng" => "ong",
        "ian" | "ien" => "ian",
        "ie" | "ieh" => "ie",
        "ue" | "ueh" => "ue",
        "ui" | "uei" => "ui",
        "un" | "uen" => "un",
        "uo" | "o" | "e" | "eh" => "e",
        "an" | "en" if initial == "y" => "ian",
        "ih" => "i",
        "u" if matches!(initial, "tz" | "tz'" | "sz" | "ss") => "i",
        "iu" | "eou" => "u",
        other => other,
    };
    (begins, ends)
}

/// A name of one surname and some syllables.
fn split(words: &[String]) -> Option<(&String, &[String])> {
    let (surname, given) = words.split_first()?;
    (!given.is_empty() && given.len() <= 2).then_some((surname, given))
}

fn is_of(list: &HashSet<&str>, word: &str) -> bool {
    list.contains(word)
}

static CHINESE_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| CHINESE.split_whitespace().collect());
static KOREAN_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| KOREAN.split_whitespace().collect());

/// Whether a word is a surname that Chinese or Korean people have.
pub(super) fn may_be_surname(word: &str) -> bool {
    is_of(&CHINESE_NAMES, word)
        || is_of(&KOREAN_NAMES, word)
        || word.contains('\'') && is_of(&CHINESE_NAMES, &word.replace('\'', ""))
}

/// A Chinese name, as its syllables.
struct Chinese {
    surname: Vec<Syllable>,
    given: Vec<Syllable>,
}

fn chinese(words: &[String]) -> Option<Chinese> {
    let (surname, given) = split(words)?;
    if !is_of(&CHINESE_NAMES, surname) && !is_of(&CHINESE_NAMES, &surname.replace('\'', "")) {
        return None;
    }
    let mut syllables = Vec::new();
    for word in given {
        syllables.append(&mut chinese_syllables(word)?);
    }
    let given = Some(syllables).filter(|given| given.len() <= 2)?;
    Some(Chinese { surname: chinese_syllables(surname)?, given })
}

/// How two names are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Eastern {
    /// One, but for the romanisation.
    Same,
    /// One only if the one romanisation was written without its signs.
    Perhaps,
    /// Two.
    Other,
}

/// Compares the words of two names, surname first, if both can be Chinese or both can be Korean. The words keep their
/// apostrophes. `hyphen` says that one of them has a hyphen, as Wade-Giles does and Hanyu Pinyin doesn't.
pub(super) fn compare(one: &[String], other: &[String], hyphen: bool) -> Option<Eastern> {
    if let (Some(a), Some(b)) = (chinese(one), chinese(other)) {
        return Some(compare_chinese(&a, &b, hyphen));
    }
    let (a, b) = (korean(one)?, korean(other)?);
    let same = a.0 == b.0 && (a.1 == b.1);
    Some(if same { Eastern::Same } else { Eastern::Other })
}

/// A key that the romanisations of a name share, surname first; `None` where it is neither Chinese nor Korean.
pub(super) fn key(words: &[String]) -> Option<String> {
    if let Some(name) = chinese(words) {
        let keys = name.surname.iter().chain(&name.given).map(|&syllable| chinese_key(syllable, false));
        return Some(
            keys.map(|(begins, ends)| format!("{}{ends} ", if begins == "r" { "ch" } else { begins }))
                .collect(),
        );
    }
    korean(words).map(|(surname, given)| format!("{surname} {given}"))
}

fn compare_chinese(one: &Chinese, other: &Chinese, hyphen: bool) -> Eastern {
    let all = |name: &Chinese| name.surname.iter().chain(&name.given).copied().collect::<Vec<_>>();
    let (a, b) = (all(one), all(other));
    if a == b {
        return Eastern::Same;
    }
    let wade = |all: &[Syllable]| all.iter().any(|&syllable| is_wade(syllable));
    let keys = |all: &[Syllable], wade: bool| {
        all.iter().map(|&syllable| chinese_key(syllable, wade)).collect::<Vec<_>>()
    };
    // `j` is that of Hanyu Pinyin, or the `r` that Wade-Giles writes so.
    let alike = |one: bool, other: bool| keys(&a, one) == keys(&b, other);
    let same = alike(false, false) || wade(&a) && alike(true, false) || wade(&b) && alike(false, true);
    if !same {
        return Eastern::Other;
    }
    let given = one.given.len() > 1 && one.given == other.given;
    if wade(&a) != wade(&b) || hyphen || given { Eastern::Same } else { Eastern::Perhaps }
}

/// The surname and the syllables of a Korean name, each so far as its spellings have it in common.
fn korean(words: &[String]) -> Option<(String, String)> {
    let (surname, given) = split(words)?;
    if !is_of(&KOREAN_NAMES, surname) {
        return None;
    }
    let surname = match surname.as_str() {
        "lee" | "yi" | "li" | "rhee" | "ri" | "rhie" | "i" => "i".to_owned(),
        "park" | "pak" | "bak" => "pak".to_owned(),
        "choe" | "choi" | "ch'oe" | "ch'oi" => "choe".to_owned(),
        "roh" | "noh" | "no" | "ro" => "no".to_owned(),
        "lim" | "im" | "rim" => "im".to_owned(),
        other => korean_key(other)?,
    };
    Some((surname, korean_key(&given.concat())?))
}

/// What the spellings of Korean syllables have in common: `None` for what is none.
fn korean_key(word: &str) -> Option<String> {
    let mut key = String::new();
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        if c == '\'' {
            rest = rest.get(1..)?;
            continue;
        }
        const VOWELS: &[(&str, &str)] = &[
            ("yeo", "yo"),
            ("you", "yo"),
            ("yoo", "yo"),
            ("yae", "ye"),
            ("yu", "yo"),
            ("yo", "yo"),
            ("ya", "ya"),
            ("ye", "ye"),
            ("woo", "o"),
            ("wu", "o"),
            ("wae", "we"),
            ("oe", "we"),
            ("oi", "we"),
            ("wo", "wo"),
            ("wa", "wa"),
            ("we", "we"),
            ("wi", "wi"),
            ("eui", "i"),
            ("eo", "o"),
            ("eu", "o"),
            ("oo", "o"),
            ("ou", "o"),
            ("ah", "a"),
            ("oh", "o"),
            ("ae", "e"),
            ("ay", "e"),
            ("ai", "e"),
            ("ui", "i"),
            ("ee", "i"),
            ("u", "o"),
            ("o", "o"),
            ("a", "a"),
            ("e", "e"),
            ("i", "i"),
            ("y", "i"),
        ];
        const CONSONANTS: &[(&str, &str)] = &[
            ("ng", "ng"),
            ("ch", "j"),
            ("sh", "s"),
            ("kk", "k"),
            ("gg", "k"),
            ("ck", "k"),
            ("tt", "t"),
            ("dd", "t"),
            ("pp", "p"),
            ("bb", "p"),
            ("jj", "j"),
            ("ss", "s"),
            ("rl", "l"),
            ("ll", "l"),
            ("rh", "l"),
            ("g", "k"),
            ("k", "k"),
            ("d", "t"),
            ("t", "t"),
            ("b", "p"),
            ("p", "p"),
            ("j", "j"),
            ("s", "s"),
            ("r", "l"),
            ("l", "l"),
            ("m", "m"),
            ("n", "n"),
            ("h", "h"),
            ("w", ""),
        ];
        let found = VOWELS
            .iter()
            .chain(CONSONANTS)
            .find_map(|(written, kept)| Some((rest.strip_prefix(written)?, kept)));
        let (behind, kept) = found?;
        // A vowel's `u` or `o` after `y` or `w` says the same as after none: Hyun, Hyon.
        key.push_str(kept);
        rest = behind;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(one: &str, other: &str) -> Option<Eastern> {
        let words = |name: &str| name.split([' ', '-']).map(str::to_owned).collect::<Vec<_>>();
        compare(&words(one), &words(other), one.contains('-') != other.contains('-'))
    }

    #[test]
    fn romanisations_of_one_name_are_one() {
        for (one, other) in [
            ("mao zedong", "mao tse-tung"),
            ("deng xiaoping", "teng hsiao-p'ing"),
            ("zhou enlai", "chou en-lai"),
            ("liu shaoqi", "liu shao-ch'i"),
            ("hua guofeng", "hua kuo-feng"),
            ("zhao ziyang", "chao tzu-yang"),
            ("peng dehuai", "p'eng te-huai"),
            ("kim jong-un", "gim jeong-eun"),
            ("park chung-hee", "pak chung-hui"),
            ("lee myung-bak", "yi myong-bak"),
            ("roh moo-hyun", "no mu-hyon"),
            ("ban ki-moon", "pan ki-mun"),
            ("choe ryong-hae", "choi ryong-hae"),
        ] {
            assert_eq!(compared(one, other), Some(Eastern::Same), "{one}, {other}");
        }
    }

    #[test]
    fn other_names_are_others() {
        for (one, other) in [
            ("li peng", "li ping"),
            ("li keqiang", "li qiang"),
            ("deng xiaoping", "deng pufang"),
            ("kim jong-un", "kim jong-il"),
            ("kim jong-un", "kim jong-nam"),
            ("lee jae-myung", "lee jae-yong"),
            ("zhang gaoli", "zhang dejiang"),
        ] {
            assert_eq!(compared(one, other), Some(Eastern::Other), "{one}, {other}");
        }
        assert_eq!(compared("lee harvey", "li harvi"), None);
    }
}
