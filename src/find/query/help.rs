//! The query language on one page, as the help of the screen, the README and the tests have it.

/// A line of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How it is written.
    pub sign: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// A query that has it.
    pub example: &'static str,
}

/// Every rule of the query language.
pub const RULES: &[Rule] = &[
    rule("a b", "all of these words, in any form; names in any spelling", "timber transit"),
    rule("\"a b\"", "exactly these words, in this order", "\"elder brother\""),
    rule("\"a b\"~5", "these words, five others between at most, or three turned round", "\"timber duty\"~5"),
    rule("=a", "these letters, but for case and accents: no other form, no other spelling", "=Lukashenka"),
    rule("a*", "words that begin so", "sanction*"),
    rule("a~", "also with a slip or two in it", "Tsikhanouskaya~"),
    rule("a OR b", "one of these, or both; written in capitals", "gas OR oil"),
    rule("a AND b", "both, as without AND", "gas AND transit"),
    rule("-a, NOT a", "not this", "minsk -football"),
    rule("( )", "brackets, as in sums", "(gas OR oil) -(price NOT tariff)"),
    rule("title:", "in titles; so too text: source: author: path:", "title:summit source:kayhan"),
    rule("field:( )", "several things in one field", "title:(gas OR oil)"),
    rule("person:", "somebody of that name is mentioned; so too org: and place:", "person:Makey place:Sochi"),
    rule("note:", "in what you wrote", "note:embassy"),
    rule("tag:", "a #tag in what you wrote", "tag:minsk"),
    rule("date:", "of a year, a month or a day; mentions: naming it in the text", "date:2019-07"),
    rule("date: ..", "from one to another; one end may be left open", "date:2019..2020-06"),
    rule("date: > <", "after or before; >= and <= with it", "date:>2020-06"),
    rule("format:", "documents of a format", "format:pdf"),
    rule("is:", "unread, read, bookmarked or noted", "is:unread -is:noted"),
];

const fn rule(sign: &'static str, meaning: &'static str, example: &'static str) -> Rule {
    Rule { sign, meaning, example }
}
