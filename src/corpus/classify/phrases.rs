//! The words by which `classify` knows a line, all in lower case.

/// Labels of the date of publication.
pub(super) const PUBLISHED: &[&str] = &[
    "publish date",
    "published",
    "published on",
    "published at",
    "publication date",
    "date published",
    "date of publication",
    "posted",
    "posted on",
    "date posted",
    "date",
];

/// Labels before a date without a colon.
pub(super) const STAMPED: &[&str] =
    &["published", "posted", "last updated", "last modified", "updated", "modified"];

/// The other labels of metadata lines.
pub(super) const OTHER_LABELS: &[&str] = &[
    "last updated",
    "last update",
    "last modified",
    "updated",
    "updated on",
    "modified",
    "news id",
    "article id",
    "story id",
    "news code",
    "source",
    "category",
    "categories",
    "tags",
    "tag",
    "keywords",
    "filed under",
    "posted in",
    "reading time",
    "views",
    "short url",
    "short link",
    "permalink",
];

/// Headings of reply forms.
pub(super) const REPLY_HEADING: &[&str] = &[
    "leave a reply",
    "leave a comment",
    "post a comment",
    "add a comment",
    "write a comment",
    "leave your comment",
    "submit a comment",
    "add your comment",
    "join the discussion",
    "post a reply",
    "leave a reply cancel reply",
];

/// What reply forms say.
pub(super) const REPLY: &[&str] = &[
    "your email address will not be published",
    "required fields are marked",
    "save my name, email",
    "you must be logged in to post a comment",
    "comments are closed",
    "cancel reply",
];

/// What credits begin with; a name follows.
pub(super) const CREDITS: &[&str] = &[
    "reporting by ",
    "additional reporting by ",
    "editing by ",
    "writing by ",
    "photo by ",
    "photos by ",
    "photograph by ",
    "photographs by ",
    "photo credit:",
    "photo credits:",
    "image credit:",
    "image credits:",
    "photo:",
    "photos:",
    "image:",
    "picture:",
    "photo courtesy of ",
    "image courtesy of ",
];

/// Beginnings of slogans, calls to act and parts of a site's frame.
pub(super) const SITE: &[&str] = &[
    "get the latest updates",
    "get the latest news",
    "get our latest",
    "get the best of",
    "get breaking news",
    "subscribe to our",
    "subscribe now",
    "subscribe to the newsletter",
    "subscribe for",
    "sign up for our",
    "sign up to our",
    "sign up for the newsletter",
    "sign up for newsletters",
    "sign up now",
    "join our",
    "download our app",
    "download the app",
    "support our journalism",
    "support our work",
    "become a member of",
    "skip to content",
    "skip to main content",
    "skip to navigation",
    "follow us on",
    "follow us at",
    "find us on",
    "like us on",
    "this site uses",
    "by continuing to use",
    "click here to",
    "turn on notifications",
    "enable notifications",
    "don't miss our",
    "don’t miss our",
];

/// The same as whole lines, which could be titles too.
pub(super) const SITE_WHOLE: &[&str] = &[
    "subscribe",
    "subscribe now",
    "subscribe today",
    "sign up",
    "sign up now",
    "sign in",
    "log in",
    "login",
    "register",
    "follow us",
    "donate",
    "donate now",
    "menu",
    "toggle navigation",
    "advertisement",
    "home page",
    "back to top",
    "privacy policy",
    "terms of use",
    "terms of service",
    "contact us",
    "about us",
    "newsletter",
];

/// Beginnings of share bars.
pub(super) const SHARE: &[&str] =
    &["share this", "share on", "share with", "share via", "tweet this", "share the"];

/// Buttons of share bars.
pub(super) const SHARE_WHOLE: &[&str] =
    &["share", "tweet", "print", "send", "copy link", "email this", "print this"];

/// Beginnings of links to other articles.
pub(super) const RELATED: &[&str] = &[
    "read more:",
    "read also:",
    "see also:",
    "read next:",
    "also read:",
    "related:",
    "read more about",
    "read more on",
    "more on this",
    "related articles",
    "related stories",
    "related posts",
    "related news",
];

/// Headings of lists of other articles.
pub(super) const RELATED_WHOLE: &[&str] = &[
    "read more",
    "read also",
    "see also",
    "read next",
    "also read",
    "related",
    "related articles",
    "related stories",
    "related posts",
    "related news",
    "related topics",
    "related content",
    "recommended",
    "most read",
    "most popular",
    "more news",
    "more stories",
    "latest news",
    "you may also like",
    "trending",
    "previous article",
    "next article",
    "previous post",
    "next post",
    "continue reading",
];

/// Social networks and other ways to send a link.
pub(super) const SOCIAL: &[&str] = &[
    "twitter",
    "facebook",
    "telegram",
    "whatsapp",
    "vkontakte",
    "vk",
    "instagram",
    "youtube",
    "linkedin",
    "pinterest",
    "reddit",
    "viber",
    "odnoklassniki",
    "email",
    "e-mail",
    "rss",
    "tiktok",
    "mastodon",
    "bluesky",
    "tumblr",
    "flipboard",
    "messenger",
];

/// Endings of files, so that `notes.txt` isn't taken for a site.
pub(super) const FILE_ENDINGS: &[&str] = &[
    "txt", "pdf", "doc", "docx", "html", "htm", "rs", "py", "toml", "json", "csv", "xml", "log", "js", "ts",
    "sh", "yaml", "yml", "cfg", "conf", "exe", "zip", "jpg", "jpeg", "png", "gif", "odt", "rtf", "epub",
];
