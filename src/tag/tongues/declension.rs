//! Declension: the case forms of names in Slavic languages, and the nominatives that a form may belong to.
//!
//! The paradigms are those of school grammars, written for ibid. Russian, Ukrainian and Belarusian are declined by one
//! table that allows the endings of all three: a form too many is never met, and names cross these borders.

use std::sync::LazyLock;

use super::tongue::Cases;

/// The gender of the names that a paradigm declines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gender {
    Masculine,
    Feminine,
    /// Either, or a plural.
    Any,
}

impl Gender {
    /// Whether one word can have both.
    pub(super) fn agrees(self, other: Self) -> bool {
        self == other || self == Self::Any || other == Self::Any
    }
}

/// The nominative's slot; the others are genitive, dative, accusative, instrumental and locative.
pub(super) const NOMINATIVE: usize = 0;

/// The number of slots.
pub(super) const SLOTS: usize = 6;

/// How the names with one ending are declined.
struct Paradigm {
    /// The nominative's ending; of all that fit a word the longest counts.
    ending: &'static str,
    gender: Gender,
    /// The endings of each slot.
    slots: [Vec<&'static str>; SLOTS],
}

/// A way to read a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reading {
    /// The nominative, in lower case.
    pub(super) nominative: String,
    pub(super) gender: Gender,
    /// Which case it is.
    pub(super) slot: usize,
}

/// Each line: gender, nominative's ending, then the endings of the oblique cases; `/` parts variants, `-` is no ending.
const CYRILLIC: &str = "
m -     а у/ові/еві а ом/ем/ам/ым е/і/у/ові
m й     я ю/єві/еві я ем/єм/ём е/ї/і
m ь     я ю/еві/єві я ем/єм/ём/ом е/і/ю
f ь     и/і и/і ь ью/ю/ьлю и/і
f а     ы/и/ої е/і/ій у ой/ою/ай/ей/ею е/і/ій
f я     и/і/ы е/і ю ей/ею/ёй/яй е/і
m а     ы/и е/і у ой/ою/ом/ам е/і
m я     и/і е/і ю ей/ею/ёй/єю е/і
f ка    ки/кі ке/ці/цы ку кой/кою/кай ке/ці/цы
f га    ги/гі ге/зі/зе гу гой/гою/гай ге/зі/зе
f ха    хи/хі хе/сі ху хой/хою/хай хе/сі
f ия    ии ии ию ией ии
f ія    ії/іі ії/іі ію ією/іяй ії/іі
f ея    еи еи/ее ею еей еи/ее
m ия    ии ии ию ией ии
m ий    ия ию ия ием ии
m ій    ія ію/ієві ія ієм/іем ії/ієві/іі
m ый    ого ому ого/ый ым ом
m кий   кого кому кого/кий ким ком
m ний   него нему него/ний ним нем
m ский  ского скому ского/ский ским ском
m цкий  цкого цкому цкого/цкий цким цком
m ський ського ському ського/ський ським ському/ськім
m цький цького цькому цького/цький цьким цькому
m зький зького зькому зького/зький зьким зькому
m скі   скага скаму скага/скі скім скім
m цкі   цкага цкаму цкага/цкі цкім цкім
m ы     ага аму ага/ы ым ым
f ая    ой/ай/ае ой/ай ую ой/ою/ай/аю ой/ай
f ская  ской/скай/скае ской/скай скую ской/скою/скай ской/скай
f яя    ей ей юю ей ей
f ська  ської ській ську ською ській
f цька  цької цькій цьку цькою цькій
f зька  зької зькій зьку зькою зькій
a ое    ого ому ое ым ом
a ее    его ему ее им ем
a ые    ых ым ые/ых ыми ых
a ие    их им ие/их ими их
a ы     ов/- ам ы/ов ами ах
a и     ов/ів/-/ей ам/ям и/ів ами/ями ах/ях
m ов    ова ову/ові ова овым/овом/овим/овам ове/ові
m ев    ева еву/еві ева евым/евом/евим еве/еві
m ёв    ёва ёву ёва ёвым/ёвом ёве
m єв    єва єву/єві єва євим/євом єві/єву
m аў    ава аву ава авым аве
m оў    ова ову ова овым ове
m еў    ева еву ева евым еве
m ёў    ёва ёву ёва ёвым ёве
m ин    ина ину/инові ина иным/ином/иним ине/ині
m ын    ына ыну ына ыным/ыном ыне
m ін    іна іну/інові іна іним/іном/інам/іным іні/іне/іну
f ова   овой/ової/овай/овы/ови овой/овій/овай/ове/ові ову овой/овою/овай овой/овій/овай/ове/ові
f ева   евой/евої/евай/евы/еви евой/евій/евай/еве/еві еву евой/евою/евай евой/евій/евай/еве/еві
f ёва   ёвой/ёвай ёвой/ёвай ёву ёвой/ёвай ёвой/ёвай
f єва   євої євій єву євою євій
f ава   авой/авай/авы/ави авой/авай/аве/аві аву авой/авай/авою авой/авай/аве/аві
f ина   иной/иної/ины/ини иной/иній/ине/ині ину иной/иною/инай иной/иній/ине/ині
f ына   ыной/ынай/ыны ыной/ынай/ыне ыну ыной/ынай ыной/ынай/ыне
f іна   іної/інай/іни/іны іній/інай/іні/іне іну іною/інай іній/інай/іні/іне
m ко    ко/ка ко/ку/кові ко/ка ко/ком ко/ку/кові
a о     о/а о/у/ові о/а о/ом о/і/у
m ец    ца цу ца цом/цем це
f ла    лы/ли ле/лі лу лой/лою/лай ле/лі
";

/// As above, for Polish.
const POLISH: &str = "
m -     a/u owi a/- em ie/u
m k     ka/ku kowi ka/k kiem ku
m g     ga/gu gowi ga/g giem gu
m ek    ka/ku kowi ka/ek kiem ku
m ec    ca/cu cowi ca/ec cem cu
m el    la/lu lowi la/el lem lu
m t     ta/tu towi ta/t tem cie
m d     da/du dowi da/d dem dzie
m r     ra/ru rowi ra/r rem rze
m ł     ła/łu łowi ła/ł łem le
m ń     nia/niu niowi nia/ń niem niu
m ś     sia/siu siowi sia/ś siem siu
m l     la/lu lowi la/l lem lu
m j     ja/ju jowi ja/j jem ju
m ski   skiego skiemu skiego skim skim
m cki   ckiego ckiemu ckiego ckim ckim
m dzki  dzkiego dzkiemu dzkiego dzkim dzkim
f ska   skiej skiej ską ską skiej
f cka   ckiej ckiej cką cką ckiej
f dzka  dzkiej dzkiej dzką dzką dzkiej
m y     ego emu ego/y ym ym
m i     iego iemu iego/i im im
f na    ny/nej nie/nej nę/ną ną nie/nej
f a     y/i ie/y/i ę/ą ą ie/y/i
f ka    ki/kiej ce/kiej kę/ką ką ce/kiej
f ga    gi dze gę gą dze
f ra    ry rze rę rą rze
f ta    ty cie tę tą cie
f da    dy dzie dę dą dzie
f ła    ły le łę łą le
f ja    ji ji ję ją ji
f ia    ii/i ii/i ię ią ii/i
f wa    wy wie wę wą wie
m o     y/a ie/owi ę/a ą/em ie/u
a ko    ki/ka ce/ku kę/ko ką/kiem ce/ku
a cy    iec/ców com cy cami czech/cach
a ce    c com ce cami cach
a y     -/ów om y ami ach
";

/// As above, for German, where names have an ending in the genitive alone.
const GERMAN: &str = "
a -     s
a a     as
a e     es
a i     is
a o     os
a u     us
a y     ys
";

static TABLES: LazyLock<[Vec<Paradigm>; 3]> = LazyLock::new(|| [CYRILLIC, POLISH, GERMAN].map(table));

fn table(lines: &'static str) -> Vec<Paradigm> {
    lines.lines().filter_map(paradigm).collect()
}

fn paradigm(line: &'static str) -> Option<Paradigm> {
    let mut parts = line.split_whitespace();
    let gender = match parts.next()? {
        "m" => Gender::Masculine,
        "f" => Gender::Feminine,
        _ => Gender::Any,
    };
    let bare = |ending: &'static str| if ending == "-" { "" } else { ending };
    let ending = bare(parts.next()?);
    let mut slots: [Vec<&'static str>; SLOTS] = [const { Vec::new() }; SLOTS];
    slots[NOMINATIVE].push(ending);
    for (slot, variants) in slots[1..].iter_mut().zip(parts) {
        slot.extend(variants.split('/').map(bare));
    }
    Some(Paradigm { ending, gender, slots })
}

fn paradigms(cases: Cases) -> &'static [Paradigm] {
    match cases {
        Cases::None => &[],
        Cases::Cyrillic => &TABLES[0],
        Cases::Polish => &TABLES[1],
        Cases::German => &TABLES[2],
    }
}

fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'а' | 'е'
            | 'ё'
            | 'є'
            | 'и'
            | 'і'
            | 'ї'
            | 'о'
            | 'у'
            | 'ы'
            | 'э'
            | 'ю'
            | 'я'
            | 'a'
            | 'ą'
            | 'e'
            | 'ę'
            | 'i'
            | 'o'
            | 'ó'
            | 'u'
            | 'y'
    )
}

/// Whether a word may have that ending by its letter before.
fn fits(word: &str, ending: &str) -> bool {
    let Some(stem) = word.strip_suffix(ending) else { return false };
    let last = stem.chars().next_back();
    match ending {
        // Behind a consonant nothing.
        "" => last.is_some_and(|c| c.is_alphabetic() && !is_vowel(c) && !matches!(c, 'ь' | 'ъ' | 'й')),
        "й" => last.is_some_and(is_vowel),
        "ь" => last.is_some_and(|c| c.is_alphabetic() && !is_vowel(c)),
        _ => stem.chars().count() >= 2,
    }
}

/// The paradigms of a nominative: those with the longest ending that fits.
fn of(cases: Cases, nominative: &str) -> impl Iterator<Item = &'static Paradigm> {
    paradigms(cases).iter().filter(move |paradigm| paradigm.declines(cases, nominative))
}

impl Paradigm {
    /// Whether it is a paradigm of that nominative.
    fn declines(&self, cases: Cases, nominative: &str) -> bool {
        let longer = |other: &Self| other.ending.len() > self.ending.len() && fits(nominative, other.ending);
        fits(nominative, self.ending) && !paradigms(cases).iter().any(longer)
    }
}

/// The forms of a word in lower case, by slot; each slot holds at least one. What isn't declined is the same in all. A
/// word like `павел=павл` has an irregular stem behind the sign; one of two letters or fewer is an abbreviation.
pub(super) fn forms(cases: Cases, word: &str) -> [Vec<String>; SLOTS] {
    let (nominative, stem) = word.split_once('=').unwrap_or((word, word));
    let mut forms: [Vec<String>; SLOTS] = std::array::from_fn(|_| Vec::new());
    forms[NOMINATIVE].push(nominative.to_owned());
    let short = stem.chars().count() < 3;
    for paradigm in of(cases, stem).filter(|_| !short) {
        let Some(base) = stem.strip_suffix(paradigm.ending) else { continue };
        for (forms, endings) in forms.iter_mut().zip(&paradigm.slots).skip(1) {
            forms.extend(endings.iter().map(|ending| format!("{base}{ending}")));
        }
    }
    for forms in &mut forms {
        if forms.is_empty() {
            forms.push(nominative.to_owned());
        }
        forms.sort_unstable();
        forms.dedup();
    }
    forms
}

/// The genders that a nominative may have, by its ending.
pub(super) fn genders(cases: Cases, nominative: &str) -> Vec<Gender> {
    let mut genders: Vec<_> = of(cases, nominative).map(|paradigm| paradigm.gender).collect();
    genders.dedup();
    genders
}

/// Every way to read a form in lower case as a case of some nominative, itself as nominative included.
pub(super) fn readings(cases: Cases, form: &str) -> Vec<Reading> {
    let itself = |gender| Reading { nominative: form.to_owned(), gender, slot: NOMINATIVE };
    // Surnames that don't sound like a gender's have the same form for both.
    let mut readings = vec![itself(Gender::Masculine), itself(Gender::Feminine)];
    for paradigm in paradigms(cases) {
        for (slot, endings) in paradigm.slots.iter().enumerate().skip(1) {
            for ending in endings {
                let Some(base) = form.strip_suffix(ending) else { continue };
                let nominative = format!("{base}{}", paradigm.ending);
                if base.chars().count() < 2 || nominative == form || !paradigm.declines(cases, &nominative) {
                    continue;
                }
                readings.push(Reading { nominative, gender: paradigm.gender, slot });
            }
        }
    }
    readings.sort_unstable();
    readings.dedup();
    readings
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    fn declined(word: &str) -> Vec<String> {
        forms(Cases::Cyrillic, word).concat()
    }

    fn nominatives(form: &str, gender: Gender) -> Vec<String> {
        let readings = readings(Cases::Cyrillic, form).into_iter();
        let mut nominatives: Vec<_> = readings
            .filter(|reading| reading.slot != NOMINATIVE && reading.gender == gender)
            .map(|reading| reading.nominative)
            .collect();
        nominatives.dedup();
        nominatives
    }

    #[test]
    fn names_are_declined_by_their_endings() {
        for (word, wanted) in [
            ("путин", "путина путину путиным путине"),
            ("макей", "макея макею макеем макее"),
            ("лавров", "лаврова лаврову лавровым лаврове"),
            ("тихановская", "тихановской тихановскую"),
            ("зеленський", "зеленського зеленському зеленським"),
            ("москва", "москвы москве москву москвой"),
            ("россия", "россии россию россией"),
            ("беларусь", "беларуси беларусью"),
            ("павел=павл", "павла павлу павлом павле"),
            ("петро", "петра петру петром"),
            ("лукашэнка", "лукашэнкі лукашэнку лукашэнкай"),
            ("порошенко", "порошенко порошенка порошенку"),
            ("баку", "баку"),
        ] {
            let forms = declined(word);
            for form in wanted.split(' ') {
                assert!(forms.iter().any(|known| known == form), "{form}: {forms:?}");
            }
        }
        assert!(!declined("путин").contains(&"путинов".to_owned()));
        let polish = forms(Cases::Polish, "warszawa").concat();
        assert!(
            ["warszawy", "warszawie", "warszawę"].iter().all(|form| polish.contains(&(*form).to_owned()))
        );
    }

    #[test]
    fn a_form_leads_back_to_its_nominative() {
        assert!(nominatives("путину", Gender::Masculine).contains(&"путин".to_owned()));
        assert_eq!(nominatives("макея", Gender::Masculine), ["макей"]);
        assert_eq!(nominatives("коваля", Gender::Masculine), ["коваль"]);
        assert!(nominatives("тихановской", Gender::Feminine).contains(&"тихановская".to_owned()));
        assert_eq!(nominatives("лукашенко", Gender::Feminine), [""; 0]);
    }
}
