//! Currencies: their codes, signs and names. Codes as in ISO 4217; names and signs from common knowledge.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::Unit;

/// The codes in use (ISO 4217), with some that older documents have.
const CODES: &[Unit] = &[
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD",
    "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BYR", "BZD", "CAD", "CDF", "CHF", "CLP",
    "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DEM", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR",
    "FJD", "FKP", "FRF", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG",
    "HUF", "IDR", "IEP", "ILS", "INR", "IQD", "IRR", "ISK", "ITL", "JMD", "JOD", "JPY", "KES", "KGS", "KHR",
    "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LTL", "LVL", "LYD", "MAD",
    "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN",
    "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD",
    "RUB", "RUR", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SLE", "SOS", "SRD", "SSP", "SYP", "SZL",
    "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES",
    "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW",
];

/// Codes that are words, names or abbreviations of something else, so that a small round number beside them says little.
const DOUBTFUL: &[&str] = &[
    "ALL", "ANG", "BAM", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "RON", "SOS", "TOP", "TRY", "YER",
];

/// Signs, each with the currency that it stands for where nothing else is said: `$` is the dollar of the United States,
/// `£` the British pound, `¥` the yen.
const SIGNS: &[(char, Unit)] = &[
    ('$', "USD"),
    ('€', "EUR"),
    ('£', "GBP"),
    ('¥', "JPY"),
    ('₽', "RUB"),
    ('₴', "UAH"),
    ('₹', "INR"),
    ('₨', "INR"),
    ('₺', "TRY"),
    ('₪', "ILS"),
    ('₩', "KRW"),
    ('₸', "KZT"),
    ('₾', "GEL"),
    ('₼', "AZN"),
    ('֏', "AMD"),
    ('₫', "VND"),
    ('₦', "NGN"),
    ('₱', "PHP"),
    ('฿', "THB"),
    ('₡', "CRC"),
    ('₲', "PYG"),
    ('₵', "GHS"),
    ('₮', "MNT"),
    ('₭', "LAK"),
    ('＄', "USD"),
    ('￥', "JPY"),
    ('￡', "GBP"),
];

/// Letters right before a dollar sign.
const DOLLARS: &[(&str, Unit)] = &[
    ("US", "USD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("Can", "CAD"),
    ("HK", "HKD"),
    ("NZ", "NZD"),
    ("S", "SGD"),
    ("SG", "SGD"),
    ("NT", "TWD"),
    ("R", "BRL"),
    ("J", "JMD"),
    ("TT", "TTD"),
    ("BZ", "BZD"),
    ("EC", "XCD"),
    ("MX", "MXN"),
    ("FJ", "FJD"),
    ("N", "NAD"),
];

/// Names in lower case, in all their forms and in several languages, and the unit that they stand for. Where the name
/// alone doesn't tell whose money it is and no country's is meant by far the most often, the unit is the name itself.
const NAMES: &[(Unit, &str)] = &[
    (
        "USD",
        "dollar dollars us-dollar us-dollars dólar dólares dollari dolarów dolary dolar buck bucks доллар доллара \
         долларов доллары долар долара доларів долари даляр даляра даляраў долараў",
    ),
    ("EUR", "euro euros eur евро євро еўра эўра"),
    ("GBP", "sterling"),
    (
        "RUB",
        "ruble rubles rouble roubles rubel rublos rubli rublo rubla рубль рубля рублей рубли руб рублів \
         рублі рублёў",
    ),
    (
        "UAH",
        "hryvnia hryvnias hryvnya hryvnyas hryvna hryvnas griwna griwnas hrywien гривен гривна гривны гривень гривні грн",
    ),
    ("INR", "rupee rupees rupien roupies рупий"),
    ("TRY", "lira liras lire лир"),
    ("JPY", "yen иен йен ієн"),
    ("CNY", "yuan yuans renminbi rmb юаней юаня юань юанів"),
    ("KRW", "won вон"),
    ("KZT", "tenge тенге"),
    ("GEL", "lari лари"),
    ("AMD", "dram drams драмов"),
    ("PLN", "zloty zlotys złoty złotych złote zł злотых злотих злоты"),
    ("CZK", "koruna korunas kč"),
    ("HUF", "forint forints форинтов"),
    ("BGN", "leva левов"),
    ("ILS", "shekel shekels шекелей"),
    ("THB", "baht"),
    ("VND", "dong"),
    ("IDR", "rupiah rupiahs"),
    ("MYR", "ringgit"),
    ("BDT", "taka"),
    ("MMK", "kyat kyats"),
    ("KHR", "riel riels"),
    ("AFN", "afghanis"),
    ("TJS", "somoni"),
    ("KGS", "soms"),
    ("UZS", "soum soums"),
    ("NGN", "naira"),
    ("GHS", "cedi cedis"),
    ("ZAR", "rand"),
    ("ETB", "birr"),
    ("AOA", "kwanza kwanzas"),
    ("MNT", "tugrik tugriks togrog"),
    ("BRL", "reais"),
    ("VES", "bolivars bolívares"),
    ("PYG", "guaranis guaraníes"),
    ("GTQ", "quetzal quetzals quetzales"),
    ("HNL", "lempira lempiras"),
    ("HTG", "gourde gourdes"),
    ("HRK", "kuna kunas"),
    ("DEM", "deutschmark deutschmarks deutschemarks"),
    ("CHF", "franken"),
    ("kr", "kr"),
    ("krone", "krone kroner kronen"),
    ("krona", "krona kronor"),
    ("franc", "franc francs франков"),
    ("peso", "peso pesos песо"),
    ("dinar", "dinar dinars динаров"),
    ("dirham", "dirham dirhams дирхамов"),
    ("riyal", "riyal riyals"),
    ("rial", "rial rials риалов"),
    ("manat", "manat manats манатов"),
    ("leu", "leu lei леев"),
    ("shilling", "shilling shillings"),
    ("kwacha", "kwacha"),
    ("real", "real reals"),
    ("crown", "crown crowns крон"),
    ("mark", "mark marks марок"),
    ("som", "som"),
    ("pound", "pound pounds pfund фунтов фунта libras sterline"),
];

/// Names that are ordinary words too, so that they count only with the word for a country before them ("pound" also
/// with a power of ten, or with "sterling" behind it).
const WEAK: &[Unit] = &["pound", "crown", "mark", "real", "som"];

/// Names of hundredths, and the unit of which they are that.
const HUNDREDTHS: &[(Unit, &str)] = &[
    ("USD", "cent cents ¢ цента центов"),
    ("GBP", "pence"),
    ("RUB", "kopeck kopecks kopek kopeks копеек копейки"),
    ("UAH", "копійок"),
];

/// Words for a country (demonyms and names used as such, in lower case; the first letters are enough where a star
/// stands at the end), and its money by the unit that the name alone gives.
const COUNTRIES: &[(&str, &[(Unit, Unit)])] = &[
    ("us u.s. american сша", &[("USD", "USD")]),
    ("canadian kanadische kanadischen канадских", &[("USD", "CAD")]),
    ("australian австралийских", &[("USD", "AUD")]),
    ("hong-kong гонконгских", &[("USD", "HKD")]),
    ("new-zealand", &[("USD", "NZD")]),
    ("singapore singaporean", &[("USD", "SGD")]),
    ("taiwan taiwanese new-taiwan", &[("USD", "TWD")]),
    ("jamaican", &[("USD", "JMD")]),
    ("bahamian", &[("USD", "BSD")]),
    ("barbados barbadian", &[("USD", "BBD")]),
    ("namibian", &[("USD", "NAD")]),
    ("liberian", &[("USD", "LRD")]),
    ("fijian fiji", &[("USD", "FJD")]),
    ("guyanese guyana", &[("USD", "GYD")]),
    ("surinamese", &[("USD", "SRD")]),
    ("zimbabwean zimbabwe", &[("USD", "ZWL")]),
    (
        "belarusian belarussian byelorussian belarusan belarussische belarussischen belarusische belarusischen белорусских белорусского \
      беларускіх білоруських białoruskich biélorusses",
        &[("RUB", "BYN")],
    ),
    ("russian russische russischen российских расійскіх російських rosyjskich russes", &[("RUB", "RUB")]),
    ("soviet", &[("RUB", "SUR")]),
    ("ukrainian", &[("UAH", "UAH"), ("RUB", "UAH")]),
    ("british english uk", &[("pound", "GBP"), ("GBP", "GBP")]),
    ("egyptian", &[("pound", "EGP")]),
    ("lebanese", &[("pound", "LBP"), ("TRY", "LBP")]),
    ("syrian", &[("pound", "SYP"), ("TRY", "SYP")]),
    ("sudanese", &[("pound", "SDG")]),
    ("south-sudanese", &[("pound", "SSP")]),
    ("irish", &[("pound", "IEP")]),
    ("turkish турецких", &[("TRY", "TRY")]),
    ("italian", &[("TRY", "ITL")]),
    ("swiss schweizer suisses швейцарских", &[("franc", "CHF"), ("CHF", "CHF")]),
    ("french", &[("franc", "FRF")]),
    ("congolese", &[("franc", "CDF")]),
    ("rwandan", &[("franc", "RWF")]),
    ("burundian burundi", &[("franc", "BIF")]),
    ("djiboutian djibouti", &[("franc", "DJF")]),
    ("guinean", &[("franc", "GNF")]),
    ("cfa", &[("franc", "CFA franc")]),
    ("indian", &[("INR", "INR")]),
    ("pakistani", &[("INR", "PKR")]),
    ("sri-lankan sri-lanka", &[("INR", "LKR")]),
    ("nepali nepalese", &[("INR", "NPR")]),
    ("mauritian", &[("INR", "MUR")]),
    ("indonesian", &[("IDR", "IDR"), ("INR", "IDR")]),
    ("swedish schwedische schwedischen шведских", &[("krona", "SEK"), ("krone", "SEK"), ("crown", "SEK")]),
    ("icelandic", &[("krona", "ISK"), ("krone", "ISK"), ("crown", "ISK")]),
    ("norwegian norwegische norwegischen норвежских", &[("krone", "NOK"), ("crown", "NOK")]),
    ("danish dänische dänischen датских", &[("krone", "DKK"), ("crown", "DKK")]),
    ("czech tschechische tschechischen чешских", &[("CZK", "CZK"), ("crown", "CZK"), ("krone", "CZK")]),
    ("slovak", &[("CZK", "SKK"), ("crown", "SKK")]),
    ("estonian", &[("crown", "EEK")]),
    ("mexican", &[("peso", "MXN")]),
    ("argentine argentinian", &[("peso", "ARS")]),
    ("chilean", &[("peso", "CLP")]),
    ("colombian", &[("peso", "COP")]),
    ("cuban", &[("peso", "CUP")]),
    ("dominican", &[("peso", "DOP")]),
    ("philippine filipino", &[("peso", "PHP")]),
    ("uruguayan", &[("peso", "UYU")]),
    ("brazilian", &[("real", "BRL"), ("BRL", "BRL")]),
    ("serbian", &[("dinar", "RSD")]),
    ("iraqi", &[("dinar", "IQD")]),
    ("jordanian", &[("dinar", "JOD")]),
    ("kuwaiti", &[("dinar", "KWD")]),
    ("bahraini", &[("dinar", "BHD")]),
    ("libyan", &[("dinar", "LYD")]),
    ("tunisian", &[("dinar", "TND")]),
    ("algerian", &[("dinar", "DZD")]),
    ("macedonian", &[("dinar", "MKD")]),
    ("emirati uae", &[("dirham", "AED")]),
    ("moroccan", &[("dirham", "MAD")]),
    ("saudi", &[("riyal", "SAR"), ("rial", "SAR")]),
    ("qatari", &[("riyal", "QAR"), ("rial", "QAR")]),
    ("yemeni", &[("riyal", "YER"), ("rial", "YER")]),
    ("iranian", &[("rial", "IRR"), ("riyal", "IRR")]),
    ("omani", &[("rial", "OMR"), ("riyal", "OMR")]),
    ("azerbaijani azeri", &[("manat", "AZN")]),
    ("turkmen turkmenistan", &[("manat", "TMT")]),
    ("romanian", &[("leu", "RON")]),
    ("moldovan", &[("leu", "MDL")]),
    ("kenyan kenya", &[("shilling", "KES")]),
    ("tanzanian tanzania", &[("shilling", "TZS")]),
    ("ugandan uganda", &[("shilling", "UGX")]),
    ("somali", &[("shilling", "SOS")]),
    ("zambian", &[("kwacha", "ZMW")]),
    ("malawian malawi", &[("kwacha", "MWK")]),
    ("german deutsche", &[("mark", "DEM")]),
    ("bosnian convertible", &[("mark", "BAM")]),
    ("kyrgyz", &[("som", "KGS"), ("KGS", "KGS")]),
    ("uzbek", &[("som", "UZS"), ("UZS", "UZS")]),
    ("north-korean", &[("KRW", "KPW")]),
    ("south-korean korean", &[("KRW", "KRW")]),
    ("chinese китайских", &[("CNY", "CNY")]),
    ("japanese", &[("JPY", "JPY")]),
    ("israeli", &[("ILS", "ILS")]),
    ("kazakh kazakhstani", &[("KZT", "KZT")]),
    ("georgian", &[("GEL", "GEL")]),
    ("armenian", &[("AMD", "AMD")]),
    ("polish", &[("PLN", "PLN")]),
    ("hungarian", &[("HUF", "HUF")]),
    ("bulgarian", &[("BGN", "BGN")]),
    ("thai", &[("THB", "THB")]),
    ("vietnamese", &[("VND", "VND")]),
    ("nigerian", &[("NGN", "NGN")]),
    ("ghanaian", &[("GHS", "GHS")]),
    ("south-african", &[("ZAR", "ZAR")]),
    ("euro", &[("USD", "EUR")]),
];

/// A currency's name as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) unit: Unit,
    /// Whether it means hundredths of the unit.
    pub(super) hundredths: bool,
    /// Whether the name is an ordinary word too.
    pub(super) weak: bool,
}

/// The longest name, in bytes.
const LONGEST: usize = 40;

static BY_NAME: LazyLock<HashMap<&'static str, Named>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for (table, hundredths) in [(NAMES, false), (HUNDREDTHS, true)] {
        for &(unit, names) in table {
            for name in names.split_whitespace() {
                all.insert(name, Named { unit, hundredths, weak: WEAK.contains(&unit) });
            }
        }
    }
    all
});

static BY_COUNTRY: LazyLock<HashMap<&'static str, &'static [(Unit, Unit)]>> = LazyLock::new(|| {
    let all = COUNTRIES.iter();
    all.flat_map(|&(names, money)| names.split_whitespace().map(move |name| (name, money))).collect()
});

/// What a word names, whatever its case.
pub(super) fn named(word: &str) -> Option<Named> {
    if word.len() > LONGEST {
        return None;
    }
    BY_NAME.get(word).copied().or_else(|| BY_NAME.get(word.to_lowercase().as_str()).copied())
}

/// The money of a country (its words joined by hyphens), by the unit that the name alone gives.
pub(super) fn country(name: &str) -> Option<&'static [(Unit, Unit)]> {
    if name.len() > LONGEST {
        return None;
    }
    BY_COUNTRY.get(name.to_lowercase().as_str()).copied()
}

/// The code that the word is, and whether the word is more often something else.
pub(super) fn code(word: &str) -> Option<(Unit, bool)> {
    if word.len() != 3 || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let at = CODES.binary_search(&word).ok()?;
    CODES.get(at).map(|code| (*code, DOUBTFUL.contains(code)))
}

/// Whether the letters can stand right before the digits of a sum: a code that is nothing else, or the rupee's "Rs".
pub(in crate::tag) fn before_digits(word: &str) -> bool {
    word == "Rs" || code(word).is_some_and(|(_, doubtful)| !doubtful)
}

/// The currency whose sign the character is.
pub(super) fn sign(mark: char) -> Option<Unit> {
    // Nearly every mark of a text is ASCII, and one of those alone is a sign.
    if mark.is_ascii() && mark != '$' {
        return None;
    }
    SIGNS.iter().find(|(sign, _)| *sign == mark).map(|(_, unit)| *unit)
}

/// The currency that letters right before a dollar sign name.
pub(super) fn dollar(letters: &str) -> Option<Unit> {
    DOLLARS.iter().find(|(name, _)| *name == letters).map(|(_, unit)| *unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_in_order_and_each_is_three_capitals() {
        assert!(CODES.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(CODES.iter().all(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())));
        assert!(DOUBTFUL.iter().all(|code| CODES.contains(code)));
    }

    #[test]
    fn no_name_stands_twice() {
        let of = |table: &'static [(Unit, &'static str)]| {
            table.iter().flat_map(|(_, names)| names.split_whitespace())
        };
        let mut names: Vec<&str> = of(NAMES).chain(of(HUNDREDTHS)).collect();
        names.sort_unstable();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn each_country_has_money_whose_name_is_known() {
        let units: Vec<Unit> = NAMES.iter().map(|(unit, _)| *unit).collect();
        for (names, money) in COUNTRIES {
            assert!(money.iter().all(|(name, _)| units.contains(name)), "{names}");
        }
    }
}
