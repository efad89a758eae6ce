//! Names that have a capital inside them, and names that credits begin with.

/// Photo agencies and wires, as they stand in credits.
const AGENCIES: &[&str] = &[
    "RIA-Novosti",
    "RIA",
    "Novosti",
    "Reuters",
    "AFP",
    "AP",
    "TASS",
    "ITAR-TASS",
    "Interfax",
    "EPA",
    "EFE",
    "DPA",
    "ANSA",
    "UPI",
    "PAP",
    "CTK",
    "Xinhua",
    "Kyodo",
    "Sputnik",
    "BelTA",
    "Belta",
    "Ukrinform",
    "UNIAN",
    "Getty",
    "Images",
    "Photolure",
    "Alamy",
    "Corbis",
    "Bloomberg",
    "Anadolu",
    "Shutterstock",
    "Flickr",
    "РИА",
    "Новости",
    "ТАСС",
    "Интерфакс",
    "БелТА",
    "БЕЛТА",
];

/// Beginnings of names with a second capital: McDonald, MacArthur, DeVito, LeBron, DiCaprio, FitzGerald.
const PREFIXES: &[&str] = &[
    "Mc", "Mac", "De", "Del", "Des", "La", "Las", "Le", "Les", "Los", "Van", "Von", "Di", "Da", "Du", "Dos",
    "El", "Al", "Ben", "Bin", "Ibn", "Abu", "Abd", "Fitz", "San", "St", "Saint", "Ter", "Ten", "Vander",
    "Ap", "Mc",
];

/// Names of firms, things and places with a second capital of which both parts are words.
const NAMES: &[&str] = &[
    "YouTube",
    "FaceBook",
    "LinkedIn",
    "PlugIn",
    "LogIn",
    "SignIn",
    "CheckIn",
    "WhatsApp",
    "WordPress",
    "PowerPoint",
    "SharePoint",
    "OneDrive",
    "OneNote",
    "OpenAI",
    "OpenOffice",
    "LibreOffice",
    "DeepMind",
    "GitHub",
    "GitLab",
    "BitCoin",
    "BitTorrent",
    "TikTok",
    "MasterCard",
    "PayPal",
    "BuzzFeed",
    "SpaceX",
    "DreamWorks",
    "PlayStation",
    "BlackBerry",
    "BlackRock",
    "WikiLeaks",
    "JavaScript",
    "TypeScript",
    "CoffeeScript",
    "PostScript",
    "AppleScript",
    "SoundCloud",
    "StackOverflow",
    "DropBox",
    "FireFox",
    "FaceTime",
    "AirPods",
    "MacBook",
    "ChromeBook",
    "iPhone",
    "NewsHour",
    "NewsWeek",
    "TechCrunch",
    "HarperCollins",
    "PricewaterhouseCoopers",
    "ExxonMobil",
    "AstraZeneca",
    "GlaxoSmithKline",
    "CinemaScope",
    "TransCanada",
    "EuroNews",
    "EuroVision",
    "PolitiFact",
    "ProPublica",
    "OpenDemocracy",
    "StopFake",
    "NetApp",
    "SalesForce",
    "ServiceNow",
    "CrowdStrike",
    "FireEye",
    "FedEx",
    "HomePod",
    "SmartThings",
    "FreeBSD",
    "OpenStreetMap",
    "MacOS",
    "ChatGPT",
    "NordStream",
    "TurkStream",
    "SouthStream",
    "ЕвроХим",
    "ЕвроНьюс",
    "МегаФон",
    "СберБанк",
    "РосНефть",
    "ГазПром",
    "БелТрансГаз",
    "ПриватБанк",
];

/// Whether what stands before a seam is the name of an agency.
pub(super) fn is_agency(word: &str) -> bool {
    AGENCIES.contains(&word)
}

/// Whether a name with these parts is written in one.
pub(super) fn is_one(left: &str, whole: &str) -> bool {
    PREFIXES.contains(&left) || NAMES.iter().any(|name| name.eq_ignore_ascii_case(whole))
}

/// Whether a word begins with an agency in capitals and goes on with a capital and a small letter, as in
/// `TASSMedvedev`: the part behind it.
pub(super) fn behind_agency(word: &str) -> Option<&str> {
    AGENCIES.iter().filter(|agency| agency.chars().all(char::is_uppercase)).find_map(|agency| {
        let rest = word.strip_prefix(agency)?;
        let mut letters = rest.chars();
        let name = letters.next()?.is_uppercase() && letters.next()?.is_lowercase();
        // `APIs` and the like.
        (name && letters.nth(1).is_some()).then_some(rest)
    })
}
