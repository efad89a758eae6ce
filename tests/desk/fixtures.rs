//! Documents for the tests, and desks opened on them.

use tempfile::TempDir;

use super::harness::Desk;

/// A document with names of every kind, a word with an accent, and three paragraphs.
pub const MEETING: &str = "\
---
title: Lukashenko meets Putin
source: Example Post
date: 2020-09-14
---

Alexander Lukashenko flew to Sochi on Monday. There he met Vladimir Putin, who spoke of a loan. The \
loan is of $1.5 billion.

Lukashenko thanked Putin. An élder brother helps, he said. The Collective Security Treaty Organization \
(CSTO) sent nobody.

The CSTO kept silent. Lukashenko went home.
";

/// A document that names one of the meeting in another spelling, and somebody else.
pub const VISIT: &str = "\
---
title: A visit to Minsk
source: Other Mail
date: 2019-03-02
---

Uladzimir Makey came to Minsk for a visit. President Alyaksandr Lukashenka, president of Belarus, received him, and \
Lukashenka spoke of Vladimir Putin.
";

/// A report with a form for replies at its end.
pub const REPLIED: &str = "\
A report from the border

The first paragraph says what happened at the border at some length, and whom the guards let through.

The second paragraph says what the ministry made of it, which was little, as it turned out a day later.

The third paragraph says what may come next, and that nobody at the border knows when that will be.

Leave a Reply

Your email address will not be published.
";

/// Three documents that come in another order by each key.
pub const THREE: &[(&str, &str)] = &[
    (
        "a.md",
        "---\ntitle: Alpha trade\nsource: Zeta Post\ndate: 2019-01-01\n---\n\nOne two three four five six seven.\n",
    ),
    ("b.md", "---\ntitle: Beta talks\nsource: Middle Mail\ndate: 2021-01-01\n---\n\nOne two.\n"),
    ("c.md", "---\ntitle: Gamma notes\nsource: Acme News\ndate: 2020-01-01\n---\n\nOne two three four.\n"),
];

/// The titles of [`THREE`] and of what else is in the list, from the top, by their first words.
pub fn order(desk: &mut Desk) -> String {
    let word =
        |row: &String| ["Alpha", "Beta", "Gamma", "Lukashenko"].into_iter().find(|title| row.contains(title));
    desk.list().iter().filter_map(word).collect::<Vec<_>>().join(" ")
}

/// A document of one paragraph of numbered words, many screens long.
pub fn words() -> String {
    let words: Vec<String> = (0..1200).map(|number| format!("w{number:04}")).collect();
    format!("---\ntitle: Numbers\n---\n\n{}\n", words.join(" "))
}

/// The reader on the meeting.
pub fn meeting() -> (Desk, TempDir) {
    let (mut desk, folder) = Desk::of(&[("meeting.md", MEETING)]);
    desk.press("enter");
    (desk, folder)
}

/// The reader on the numbered words.
pub fn numbers() -> (Desk, TempDir) {
    let (mut desk, folder) = Desk::of(&[("numbers.md", &words())]);
    desk.press("enter");
    (desk, folder)
}

/// The numbers of the first word in each row of the text, from the top row on.
pub fn rows(desk: &mut Desk) -> Vec<usize> {
    let first =
        |row: &String| row.split_whitespace().next().and_then(|word| word.strip_prefix('w')?.parse().ok());
    desk.text().iter().filter_map(first).collect()
}

/// The number of the first word in sight.
pub fn top(desk: &mut Desk) -> usize {
    rows(desk)[0]
}

/// The list of notes with three: a bookmark and two notes, the last one first.
pub fn noted() -> (Desk, TempDir) {
    let (mut desk, folder) = meeting();
    desk.press("v 9 l l v a").type_text("who paid for it").press("ctrl-s");
    desk.press("v } } } v s a").type_text("ask the embassy").press("ctrl-s");
    desk.press("m m").press("g n g g");
    (desk, folder)
}

/// Puts the cursor of a page on a row.
pub fn choose<'a>(desk: &'a mut Desk, row: &str) -> &'a mut Desk {
    for _ in 0..60 {
        if desk.styled(|theme| theme.chosen).iter().any(|chosen| chosen.starts_with(&format!("▸ {row}"))) {
            return desk;
        }
        desk.press("j");
    }
    panic!("no {row} in:\n{}", desk.screen());
}
