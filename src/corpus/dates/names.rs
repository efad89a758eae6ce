//! The names of months and weekdays, and the other words that stand in a date line, in the languages whose
//! dates are read: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Ukrainian
//! and Belarusian. All in lower case, without the full stop of an abbreviation.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word is in a date line. Some are two things: `do` is a Thursday and a preposition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Word {
    /// The number of the month that it names, in full, in the genitive or abbreviated.
    pub(in super::super) month: Option<u8>,
    /// Whether it is a weekday or its abbreviation.
    pub(in super::super) weekday: bool,
    /// Whether it says nothing about the day: a preposition, a time zone.
    pub(in super::super) filler: bool,
}

/// What `word` is, in capitals or not.
pub(in super::super) fn word(word: &str) -> Word {
    // Longer than the longest name.
    if word.len() > 30 {
        return Word::default();
    }
    let known = |word: &str| WORDS.get(word).copied();
    known(word).or_else(|| known(&word.to_lowercase())).unwrap_or_default()
}

static WORDS: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut words: HashMap<_, Word> = HashMap::new();
    for (names, month) in MONTHS.iter().zip(1..) {
        for name in names.split_whitespace() {
            words.entry(name).or_default().month = Some(month);
        }
    }
    for name in WEEKDAYS.split_whitespace() {
        words.entry(name).or_default().weekday = true;
    }
    for filler in FILLERS.split_whitespace() {
        words.entry(filler).or_default().filler = true;
    }
    words
});

const MONTHS: [&str; 12] = [
    "january jan januar jänner jän janvier janv enero ene gennaio gen januari janeiro styczeń stycznia sty \
     январь января янв січень січня січ студзень студзеня сту студз",
    "february feb februar feber février fevrier févr fév febrero febbraio februari fevereiro fev luty lutego \
     lut февраль февраля фев февр лютий лютого лют люты лютага",
    "march mar märz maerz mär mrz mars marzo março maart mrt marzec marca март марта мар березень березня бер \
     сакавік сакавіка сак",
    "april apr avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр квітень квітня квіт кві \
     красавік красавіка крас кра",
    "may mai mayo maggio mag maio mei maj maja май мая травень травня трав тра траўня",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн червень червня черв чер \
     чэрвень чэрвеня чэр",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca lip июль июля июл липень липня лип ліпень \
     ліпеня ліп",
    "august aug août aout agosto ago augustus sierpień sierpnia sie август августа авг серпень серпня серп \
     сер жнівень жніўня жні",
    "september sep sept septembre septiembre setiembre settembre set sett setembro wrzesień września wrz \
     сентябрь сентября сен сент вересень вересня вер верасень верасня",
    "october oct oktober okt octobre octubre ottobre ott outubro out październik października paź октябрь \
     октября окт жовтень жовтня жов кастрычнік кастрычніка кас",
    "november nov novembre noviembre novembro listopad listopada lis ноябрь ноября ноя нояб листопада \
     лістапад лістапада ліс",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia gru \
     декабрь декабря дек грудень грудня гру снежань снежня сне",
];

const WEEKDAYS: &str = "
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
    lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb
    lunedì martedì mercoledì giovedì venerdì sabato domenica gio dom
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob nd
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    понеділок вівторок середа четвер п'ятниця п’ятниця субота неділя нд
    панядзелак аўторак серада чацвер пятніца субота нядзеля аў чц
    月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 星期日";

const FILLERS: &str = "
    - – — / at on of the am pm a.m p.m h hrs hours local time
    utc gmt msk cet cest est edt et pst pdt pt cst cdt ct mst mdt bst ist eet eest jst z
    den der am um uhr le la les à el de del las los a il lo alle ore do em às op om uur dnia r roku o godz
    в у г год года о об г.в ч час р рік року";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_months() {
        let mut names: Vec<&str> = MONTHS.iter().flat_map(|names| names.split_whitespace()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn a_month_is_known_in_eleven_languages() {
        for name in [
            "September",
            "sept",
            "septembre",
            "septiembre",
            "settembre",
            "setembro",
            "września",
            "сентября",
            "вересня",
            "верасня",
            "SEP",
        ] {
            assert_eq!(word(name).month, Some(9), "{name}");
        }
        for name in ["maja", "мая", "mei", "MAI"] {
            assert_eq!(word(name).month, Some(5), "{name}");
        }
        assert_eq!(word("may be"), Word::default());
        assert!(word("Montag").weekday && word("среда").weekday);
        assert!(word("Uhr").filler && !word("years").filler);
    }
}
