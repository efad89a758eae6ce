//! In which language a document is written: what it states, brought to one form, and what its words tell.

use std::collections::HashMap;
use std::sync::LazyLock;

use whatlang::{Lang, Script};

use super::{Found, Origin};
use crate::text::{Block, BlockKind};

/// The bytes of the sample whose language is told, from several paragraphs. Measured on 19 languages: from
/// 260 characters on no sample was taken for another language.
const SAMPLE: usize = 1200;

/// The bytes that a single paragraph gives to the sample at most, so that a long quotation doesn't decide.
const OF_ONE: usize = 400;

/// The fewest bytes that tell anything.
const LEAST: usize = 40;

/// How many blocks are asked for the sample.
const BLOCKS: usize = 60;

/// `stated` as a language code of two letters (ISO 639-1), or of three where there is none (ISO 639-3):
/// `en` for `en-GB`, `eng`, `English`. `None` for what is no language.
pub(super) fn normalised(stated: &str) -> Option<String> {
    let stated = stated.trim().to_lowercase();
    let code = stated.split(['-', '_', ';', ',', ' ', '(']).next().unwrap_or("");
    if code.len() == 2 && TWO.split_whitespace().any(|known| known == code) {
        return Some(code.to_owned());
    }
    if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_lowercase()) {
        let named = short(code);
        let unknown =
            matches!(code, "und" | "mul" | "zxx" | "mis" | "utf") || ("qaa"..="qtz").contains(&code);
        return (!unknown).then_some(named).map(|short| short.unwrap_or(code).to_owned());
    }
    let named =
        |lang: &&Lang| lang.eng_name().to_lowercase() == stated || lang.name().to_lowercase() == stated;
    Lang::all().iter().find(named).map(|lang| code_of(*lang).to_owned())
}

/// The language that the text is written in, where its words leave no doubt.
pub(super) fn told(text: &str, blocks: &[Block]) -> Option<Found<String>> {
    let sample = sample(text, blocks);
    if sample.len() < LEAST {
        return None;
    }
    if let Some(code) = by_small_words(&sample) {
        return Some(Found::new(code.to_owned(), Origin::Text));
    }
    let info = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
    Some(Found::new(code_of(info.lang()).to_owned(), Origin::Text))
}

/// Whether a text that was told to be in one language can't be in the one that its file states, since that
/// is written in another script. Templates of pages state languages that nobody looked at.
pub(super) fn contradicts(told: &str, stated: &str) -> bool {
    let scripts = |code: &str| -> Vec<Script> {
        let langs = Lang::all().iter().filter(|lang| code_of(**lang) == code);
        let of = |lang: &Lang| {
            Script::all().iter().filter(|script| script.langs().contains(lang)).copied().collect()
        };
        langs.flat_map(|lang| -> Vec<Script> { of(lang) }).collect()
    };
    let (told, stated) = (scripts(told), scripts(stated));
    !told.is_empty() && !stated.is_empty() && !told.iter().any(|script| stated.contains(script))
}

/// The beginnings of the first paragraphs.
fn sample(text: &str, blocks: &[Block]) -> String {
    let mut sample = String::with_capacity(SAMPLE + OF_ONE);
    let prose = |block: &&Block| {
        matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item | BlockKind::Heading(_)
        )
    };
    for block in blocks.iter().filter(prose).take(BLOCKS) {
        let part = block.span.of(text);
        let mut end = part.len().min(OF_ONE);
        while !part.is_char_boundary(end) {
            end -= 1;
        }
        sample.push_str(&part[..end]);
        sample.push('\n');
        if sample.len() >= SAMPLE {
            break;
        }
    }
    sample
}

/// The language whose small words make up as much of the sample as they do in that language alone. For the
/// languages of most collections this is a hundred times as quick as comparing with every language.
fn by_small_words(sample: &str) -> Option<&'static str> {
    let mut counts = [0usize; SMALL_WORDS.len()];
    let mut words = 0;
    for word in sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(MANY_WORDS) {
        words += 1;
        if let Some(count) = LANGUAGE_OF.get(word).and_then(|at| counts.get_mut(*at)) {
            *count += 1;
        }
    }
    let (best, count) = counts.iter().copied().enumerate().max_by_key(|(_, count)| *count)?;
    let others: usize = counts.iter().sum::<usize>() - count;
    let sure = words >= 30 && count * 100 >= words * 10 && others * 4 <= count;
    SMALL_WORDS.get(best).filter(|_| sure).map(|(code, _)| *code)
}

/// The most words whose small ones are counted.
const MANY_WORDS: usize = 200;

/// Frequent small words that are written so in one of these languages only, and in none akin to it.
const SMALL_WORDS: [(&str, &str); 8] = [
    (
        "en",
        "the The of and that with for was by from said has have are not his they this which its will had been at",
    ),
    ("de", "der und den von das mit sich auf für ist nicht wird auch eine dem Die Der"),
    ("fr", "les des et une dans qui pour est sur pas du au avec Les"),
    ("es", "los las y para por más pero como está El Los"),
    ("it", "che il della non sono nel gli alla è dei più Il"),
    ("pt", "não uma com em são foi pelo ao dos pela os"),
    ("nl", "het een van niet zijn voor naar ook wordt bij aan Het"),
    ("pl", "się nie jest przez oraz który są ale dla jak był tym że w z"),
];

static LANGUAGE_OF: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    let words = SMALL_WORDS.iter().enumerate();
    words.flat_map(|(at, (_, words))| words.split(' ').map(move |word| (word, at))).collect()
});

fn code_of(lang: Lang) -> &'static str {
    short(lang.code()).unwrap_or(lang.code())
}

/// The code of two letters for one of three, terminological or bibliographic (ISO 639-2).
fn short(code: &str) -> Option<&'static str> {
    PAIRS
        .split_whitespace()
        .find_map(|pair| pair.split_once('=').filter(|(long, _)| *long == code))
        .map(|(_, short)| short)
}

/// The codes of ISO 639-1.
const TWO: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie \
    ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi \
    mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc \
    sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi \
    vo wa wo xh yi yo za zh zu sh";

/// Codes of three letters and the two for the same language: those that are stated or told most.
const PAIRS: &str = "afr=af aka=ak sqi=sq alb=sq amh=am ara=ar hye=hy arm=hy aze=az eus=eu baq=eu bel=be ben=bn \
    bos=bs bul=bg mya=my bur=my cat=ca zho=zh chi=zh cmn=zh hrv=hr ces=cs cze=cs dan=da nld=nl dut=nl eng=en \
    epo=eo est=et fin=fi fra=fr fre=fr kat=ka geo=ka deu=de ger=de ell=el gre=el guj=gu heb=he hin=hi hun=hu \
    isl=is ice=is ind=id gle=ga ita=it jpn=ja jav=jv kan=kn kaz=kk khm=km kor=ko kur=ku kir=ky lao=lo lat=la \
    lav=lv lit=lt ltz=lb mkd=mk mac=mk msa=ms may=ms mal=ml mlt=mt mar=mr mon=mn nep=ne nor=no nob=nb nno=nn \
    ori=or pan=pa fas=fa per=fa pes=fa pol=pl por=pt ron=ro rum=ro rus=ru srp=sr sna=sn sin=si slk=sk slo=sk \
    slv=sl som=so spa=es swa=sw swe=sv tgl=tl tgk=tg tam=ta tat=tt tel=te tha=th tur=tr tuk=tk ukr=uk urd=ur \
    uig=ug uzb=uz vie=vi cym=cy wel=cy yid=yi ydd=yi zul=zu";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::plain_testing::document;

    #[test]
    fn what_is_stated_comes_in_one_form() {
        let of = |stated| normalised(stated).unwrap_or_default();
        for stated in ["en", "en-GB", "EN_us", "eng", "English", " english "] {
            assert_eq!(of(stated), "en", "{stated}");
        }
        assert_eq!(
            (of("be-tarask"), of("Русский"), of("ger"), of("Deutsch")),
            ("be".into(), "ru".into(), "de".into(), "de".into())
        );
        assert_eq!((of("haw"), of("zh-Hans"), of("uk")), ("haw".into(), "zh".into(), "uk".into()));
        for stated in ["", "und", "xx", "zxx", "qaa", "none", "1", "Klingonese", "utf-8"] {
            assert_eq!(of(stated), "", "{stated}");
        }
    }

    #[test]
    fn every_language_that_can_be_told_has_a_code() {
        for lang in Lang::all() {
            let code = code_of(*lang);
            assert_eq!(normalised(code).as_deref(), Some(code), "{lang:?}");
            assert_eq!(code.len(), 2, "{lang:?}");
        }
    }

    #[test]
    fn a_language_is_told_from_a_few_sentences() {
        let of = |text: &str| document(text).meta.language.map(|found| found.value).unwrap_or_default();
        let english =
            "The two sides met for a whole day in the house by the sea and spoke of the price of milk.";
        assert_eq!(of(english), "en");
        assert_eq!(of(&english.repeat(9)), "en");
        assert_eq!(
            of("Обе стороны встретились в доме у моря и целый день говорили о цене молока для соседей."),
            "ru"
        );
        assert_eq!(
            of("Абодва бакі сустрэліся ў доме ля мора і цэлы дзень гаварылі пра цану малака для суседзяў."),
            "be"
        );
        assert_eq!(
            of("Обидві сторони зустрілися в будинку біля моря і цілий день говорили про ціну молока."),
            "uk"
        );
        assert_eq!(
            of("Obie strony spotkały się w domu nad morzem i przez cały dzień rozmawiały o cenie mleka."),
            "pl"
        );
        assert_eq!(
            of(
                "Die beiden Seiten trafen sich im Haus am Meer und sprachen einen ganzen Tag über den Preis der Milch."
            ),
            "de"
        );
        for unsure in ["", "Minsk", "12 13 14", "Lukashenko Putin Makey Sochi"] {
            assert_eq!(of(unsure), "", "{unsure}");
        }
    }

    #[test]
    fn no_small_word_stands_for_two_languages() {
        assert_eq!(
            LANGUAGE_OF.len(),
            SMALL_WORDS.iter().map(|(_, words)| words.split(' ').count()).sum::<usize>()
        );
    }

    #[test]
    fn a_statement_in_another_script_is_nonsense() {
        assert!(contradicts("ru", "en") && contradicts("en", "uk"));
        assert!(!contradicts("be", "ru") && !contradicts("de", "en") && !contradicts("ru", "haw"));
    }
}
