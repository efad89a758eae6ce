//! Given names that are one name in several languages and spellings.
//!
//! Written for ibid after how public people of Belarus, Russia, Ukraine and the Arab world are spelled in English
//! texts, and after the romanisation systems named in [`super::transliterate`]. A diminutive isn't in it: "Sasha"
//! may be many. Men's and women's names are never one.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::transliterate;

/// Families of East Slavic names, one a line, the first spelling the one that explanations use. A `*` marks spellings
/// that other languages have too, so that they don't tell of what language a surname is.
const SLAVIC: &str = "
alexander* alexandr* aleksandr aleksander* alyaksandr aliaksandr alaksandr oleksandr olexander oleksander
alexandra* aleksandra* alyaksandra aliaksandra oleksandra
alexei aleksei aleksey alexey alexej aleksej alyaksei aliaksei aliaksiej oleksiy oleksii oleksij olexiy
anatoly anatoli anatoliy anatolii anatol anatolij
andrei andrey andriy andrii andrej* andrij
anton*
arkady arkadi arkadiy arkadii arkadz
artem artyom artsiom artiom
boris* borys barys
daniil danila danil danylo danilo*
denis* denys dzianis dzyanis
dmitry dmitri dmitriy dmitrii dimitri* dmitrij dmytro dzmitry dzmitryj dmitro
evgeny yevgeny evgeni yevgeni evgeniy yevgeniy evgenii yevgenii evgenij yevhen yevhenii yevheniy yauhen yauheni jauhien
evgenia evgeniya yevgenia yevgeniya yevheniia yevheniya yauheniya
ekaterina yekaterina katerina* kateryna katsiaryna katsyaryna
elena* yelena olena alena* alyona
fyodor fedor fiodor fedir
gennady gennadi gennadiy gennadii hennadiy hennadii henadz hienadz
grigory grigori grigoriy grigorii hryhoriy hryhorii ryhor hryhory
igor* ihor ihar
ilya* ilia illia ilja*
irina* iryna
ivan*
kirill kiril kyrylo kiryl kyryl
konstantin* constantin* kostyantyn kostiantyn kanstantsin kanstancin
leonid leanid
lyudmila ludmila* liudmila lyudmyla liudmyla
maria* mariya mariia maryia marya
maxim* maksim maksym maxym
mikhail mikhael mykhailo mykhaylo mikhailo mikhal* mihail
natalia* natalya nataliya nataliia natallia natalja
nikita mikita mykyta
nikolai nikolay nikolaj mykola mikola mikalai mikalay
oksana aksana
oleg* aleh oleh aleg
olga* olha volha
pavel* pavlo pavil
pyotr petr* petro pyatro piotra
roman* raman
sergei sergey serguei sergej serhiy serhii serhij siarhei syarhei siarhey syarhey
stanislav* stanislau stanislaw*
stepan* styapan stsiapan
svetlana* svitlana sviatlana svyatlana
tatiana* tatyana tetyana tetiana tatsiana tatsyana
valentin* valyantsin valiantsin valentyn
valery* valeri* valeriy valerii valerij
vasily vasili vasiliy vasilii vasyl vasil
viktor* victor* viktar
viktoria* viktoriya victoria* viktoriia viktoryia
vitaly vitali vitaliy vitalii vital
vladimir volodymyr uladzimir wladimir* vladymyr vladzimir
vladislav* vladyslav uladzislau uladzislav
vyacheslav viacheslav viachaslau vyachaslau
yaroslav* iaroslav yaraslau
yulia* yuliya iuliia yuliia julia*
yuri* yury iurii yuriy yurii iuri jurij jury yuryi
zinaida zinayida
";

/// Families of Arabic names.
const ARABIC: &str = "
abdullah abdallah abdulla
abdulaziz abdelaziz
ahmed ahmad
ali aly
bashar bachar
faisal faysal feisal
hassan hasan
hussein husayn hussain husein hossein hosein
ibrahim ebrahim
ismail ismael ismaeel
jamal gamal
khaled khalid
mahmoud mahmud
mohammed muhammad mohamed mohammad mohamad muhammed
muammar moammar muammer
mustafa mostafa moustafa
omar umar
osama usama
rashid rasheed
said saeed sayeed
salman salmaan
tariq tarek tareq
yasser yasir yasser
yousef yusuf youssef yousuf yusef
";

/// What a given name is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Family {
    /// Its number.
    pub(super) number: u32,
    /// The spelling that explanations use, in small letters.
    pub(super) name: &'static str,
    /// Whether this spelling of it is East Slavic and of no other language.
    pub(super) slavic: bool,
    /// The letters that its spellings begin with, a bit for each from `a` on.
    pub(super) initials: u32,
}

static FAMILIES: LazyLock<HashMap<&'static str, Family>> = LazyLock::new(|| {
    let mut families = HashMap::new();
    let slavic = SLAVIC.lines().map(|line| (line, true));
    let lines = slavic.chain(ARABIC.lines().map(|line| (line, false))).filter(|(line, _)| !line.is_empty());
    for ((line, slavic), number) in lines.zip(0..) {
        let spellings = || line.split(' ').map(|spelling| (spelling.trim_end_matches('*'), spelling));
        let initials = spellings().fold(0, |bits, (plain, _)| bits | initial(plain));
        let name = spellings().next().map_or("", |(plain, _)| plain);
        for (plain, marked) in spellings() {
            let slavic = slavic && plain == marked;
            families.insert(plain, Family { number, name, slavic, initials });
        }
    }
    families
});

/// The families by the sound of their spellings; without sounds that two of them have.
static SOUNDS: LazyLock<HashMap<String, Option<Family>>> = LazyLock::new(|| {
    let mut sounds: HashMap<String, Option<Family>> = HashMap::new();
    for (name, family) in FAMILIES.iter() {
        let known = sounds.entry(transliterate::key(name)).or_insert(Some(*family));
        *known = known.filter(|known| known.number == family.number);
    }
    sounds
});

/// The family of a given name in small Latin letters without accents.
pub(super) fn family(name: &str) -> Option<Family> {
    FAMILIES.get(name).copied()
}

/// The same for one that was transliterated letter by letter: `volodimir`.
pub(super) fn sounding(name: &str) -> Option<Family> {
    family(name).or_else(|| SOUNDS.get(&transliterate::key(name)).copied().flatten())
}

/// The bit of the letter that a name in small Latin letters begins with; none for any other letter.
pub(super) fn initial(name: &str) -> u32 {
    match name.bytes().next() {
        Some(letter @ b'a'..=b'z') => 1 << (letter - b'a'),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one_family_and_no_other() {
        let number = |name: &str| family(name).map(|family| family.number);
        for same in
            [["alexander", "aliaksandr"], ["vladimir", "uladzimir"], ["sergei", "syarhei"], ["omar", "umar"]]
        {
            assert!(number(same[0]).is_some() && number(same[0]) == number(same[1]), "{same:?}");
        }
        for other in
            [["alexander", "alexandra"], ["alexander", "alexei"], ["viktor", "viktoria"], ["ivan", "igor"]]
        {
            assert_ne!(number(other[0]), number(other[1]), "{other:?}");
        }
        assert!(
            family("uladzimir")
                .is_some_and(|family| family.slavic && family.initials & initial("vladimir") != 0)
        );
        assert!(family("victor").is_some_and(|family| !family.slavic));
    }

    #[test]
    fn no_spelling_is_in_two_families() {
        let mut seen = HashMap::new();
        for (line, number) in SLAVIC.lines().chain(ARABIC.lines()).zip(0..) {
            for spelling in
                line.split(' ').map(|spelling| spelling.trim_end_matches('*')).filter(|s| !s.is_empty())
            {
                assert!(seen.insert(spelling, number).is_none_or(|before| before == number), "{spelling}");
            }
        }
    }
}
