//! What only the whole collection can tell: lines that repeat, and copies.

use tempfile::TempDir;

use super::fixtures::THREE;
use super::harness::Desk;
use ibid::app::Effect;
use ibid::library::Progress;
use ibid::text::BlockKind;

/// Words of invented sentences.
const WORDS: &[&str] = &[
    "harbour",
    "ferry",
    "bridge",
    "council",
    "mayor",
    "budget",
    "storm",
    "flood",
    "school",
    "teacher",
    "orchard",
    "harvest",
    "museum",
    "painter",
    "railway",
    "tunnel",
    "engineer",
    "factory",
    "strike",
    "wages",
    "hospital",
    "nurse",
    "river",
    "fisherman",
    "market",
    "merchant",
    "theatre",
    "actor",
    "garden",
    "library",
    "printer",
    "village",
    "shepherd",
    "mountain",
    "road",
    "driver",
    "airport",
    "pilot",
    "festival",
    "singer",
    "border",
];

/// A small generator (the constants are those of Knuth's MMIX).
struct Words(u64);

impl Words {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| WORDS[self.below(WORDS.len())]).collect();
        words.join(" ")
    }

    fn title(&mut self) -> String {
        let title = self.words(5);
        title[..1].to_uppercase() + &title[1..]
    }

    fn paragraph(&mut self) -> String {
        let count = 25 + self.below(30);
        format!("The {}.", self.words(count))
    }

    fn story(&mut self) -> Vec<String> {
        (0..6).map(|_| self.paragraph()).collect()
    }
}

/// A page of a site: a slogan, a menu, the article, a line that asks for something and one about rights. No
/// list of words knows any of them.
fn page(title: &str, story: &[String], number: usize) -> String {
    let story = story.join("\n\n");
    format!(
        "Quillmoor Lantern\n\nHearth  Orchard  Tides  Almanac\n\n{title}\n\n{story}\n\n\
         Put a lamp in your window and never miss a tide\n\nSeen {number} times by lantern light\n\n\
         Quillmoor Lantern Works, {}, by the old mill",
        1990 + number
    )
}

/// A folder of files of these names and texts.
fn folder(files: impl IntoIterator<Item = (String, String)>) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// The site of thirty pages, and the titles of its articles.
fn site() -> (TempDir, Vec<String>) {
    let mut words = Words(7);
    let mut titles = Vec::new();
    let files: Vec<_> = (0..30)
        .map(|number| {
            titles.push(words.title());
            (format!("{number:02}.txt"), page(&titles[number], &words.story(), number))
        })
        .collect();
    (folder(files), titles)
}

/// The titles of all documents by the number of their file.
fn titles(desk: &Desk) -> Vec<String> {
    let mut titles: Vec<_> =
        desk.app.catalogue.iter().map(|(_, entry)| (entry.shared_path(), entry.title().to_owned())).collect();
    titles.sort();
    titles.into_iter().map(|(_, title)| title).collect()
}

/// What is set aside in the open document, each with why.
fn asides(desk: &Desk) -> Vec<(String, &'static str)> {
    let text = &desk.app.reader.as_ref().unwrap().document.text;
    let reason = |kind: BlockKind| match kind {
        BlockKind::Aside(reason) => Some(reason.label()),
        _ => None,
    };
    let blocks = text.blocks().iter();
    blocks.filter_map(|block| Some((block.span.of(text.as_str()).to_owned(), reason(block.kind)?))).collect()
}

#[test]
fn lines_that_all_pages_of_a_site_have_are_no_titles_and_are_set_aside() {
    let (folder, expected) = site();
    let mut desk = Desk::folder(folder.path(), 80, 24);
    assert_eq!(titles(&desk), expected);
    desk.press("enter").expect("line repeated elsewhere");
    let set_aside = asides(&desk);
    let lines: Vec<&str> = set_aside.iter().map(|(line, _)| &**line).collect();
    assert_eq!(lines.len(), 5, "{set_aside:?}");
    assert_eq!(lines[..2], ["Quillmoor Lantern", "Hearth  Orchard  Tides  Almanac"]);
    assert!(lines[3].starts_with("Seen "), "numbers in a line don't count");
    assert!(lines[4].starts_with("Quillmoor Lantern Works"));
    desk.press("q").expect("30 documents").expect_not("cleaning");
}

#[test]
fn a_page_alone_is_taken_as_it_looks() {
    let mut words = Words(7);
    let text = page(&words.title(), &words.story(), 1);
    let (mut desk, _folder) = Desk::of(&[("a.txt", &text)]);
    desk.press("enter");
    assert!(asides(&desk).iter().all(|(line, _)| line != "Quillmoor Lantern"), "{:?}", asides(&desk));
}

#[test]
fn pages_of_several_sites_in_one_folder_are_told_apart() {
    let mut words = Words(7);
    let mut expected = Vec::new();
    let files: Vec<_> = (0..200)
        .map(|number| {
            expected.push(words.title());
            let own = page(&expected[number], &words.story(), number);
            let site = ["Quillmoor", "Saltmarsh", "Fernhollow", "Brackwater", "Owlgate"][number % 5];
            let site = format!("{site} {}", ["North", "South", "East", "West", "Centre"][number / 5 % 5]);
            (
                format!("{number:03}.txt"),
                own.replace("Quillmoor", &site).replace("lamp", &site).replace("Hearth", &site),
            )
        })
        .collect();
    let folder = folder(files);
    assert_eq!(titles(&Desk::folder(folder.path(), 80, 24)), expected);
}

#[test]
fn a_title_that_all_documents_of_a_series_have_stays() {
    let mut words = Words(3);
    let text = |words: &mut Words| {
        format!("Notes on the weather\n\nkept by the harbour master\n\n{}", words.story().join("\n\n"))
    };
    let folder = folder((0..20).map(|number| (format!("{number}.txt"), text(&mut words))));
    let mut desk = Desk::folder(folder.path(), 80, 24);
    assert!(titles(&desk).iter().all(|title| title == "Notes on the weather"));
    desk.press("enter");
    assert_eq!(asides(&desk), [("kept by the harbour master".to_owned(), "line repeated elsewhere")]);
}

#[test]
fn chapters_keep_their_numbers() {
    let mut words = Words(3);
    let folder = folder((10..30).map(|number| {
        (format!("{number}.txt"), format!("Chapter {number}\n\n{}", words.story().join("\n\n")))
    }));
    let expected: Vec<String> = (10..30).map(|number| format!("Chapter {number}")).collect();
    assert_eq!(titles(&Desk::folder(folder.path(), 80, 24)), expected);
}

#[test]
fn a_line_inside_the_prose_stays_however_often_it_stands() {
    let mut words = Words(3);
    let folder = folder((0..20).map(|number| {
        let mut story = words.story();
        story.insert(2, "What the harbour master says".to_owned());
        (format!("{number}.txt"), format!("{}\n\n{}", words.title(), story.join("\n\n")))
    }));
    let mut desk = Desk::folder(folder.path(), 80, 24);
    desk.press("enter").expect("What the harbour master says");
    assert_eq!(asides(&desk), []);
}

#[test]
fn drafts_of_one_report_dont_set_aside_one_anothers_lines() {
    let mut words = Words(3);
    let story = words.story();
    let folder = folder((0..8).map(|number| {
        let mut story = story.clone();
        story[number % 6].push_str(" This is new.");
        (
            format!("{number}.txt"),
            format!("What the storm cost\n\nA draft for the council\n\n{}\n\nAnna Kim", story.join("\n\n")),
        )
    }));
    let mut desk = Desk::folder(folder.path(), 80, 24);
    desk.expect("8 documents, 7 copies folded").press("enter");
    assert_eq!(asides(&desk), []);
}

#[test]
fn what_is_known_better_later_is_shown_and_its_preview_is_made_anew() {
    let (mut desk, _folder) = Desk::of(THREE);
    desk.press("j").expect("Gamma notes").expect("One two three four.");
    let gamma = desk.app.catalogue.iter().find(|(_, entry)| entry.title() == "Gamma notes").unwrap().1;
    let mut meta = gamma.meta();
    meta.title.value = "Delta deeds".to_owned();
    let entry = (gamma.shared_path(), meta);
    desk.slow = true;
    desk.collect(vec![(true, entry)], Progress { again: 3, reread: 1, ..desk.app.progress });
    desk.collect(Vec::new(), Progress { again: 3, reread: 2, done: false, ..desk.app.progress });
    desk.expect("cleaning 2 of 3");
    desk.slow = false;
    for _ in 0..3 {
        desk.let_through(|effect| !matches!(effect, Effect::Preview(..)));
    }
    desk.expect("Delta deeds").expect_not("Gamma notes");
    desk.collect(Vec::new(), Progress { done: true, ..desk.app.progress });
    desk.expect("One two three four.").expect_not("cleaning");
}

/// A desk on two copies of a story, one nearly the same from another site, and two others on the same topic.
fn copies() -> (Desk, TempDir, String) {
    let mut words = Words(11);
    let (title, story) = (words.title(), words.story());
    let mut changed = story.clone();
    for paragraph in [1, 3, 4] {
        changed[paragraph] = changed[paragraph].replacen("The ", "Yesterday ", 1);
    }
    let page =
        format!("{title}\n\n{}\n\nPut a lamp in your window and never miss a tide", story.join("\n\n"));
    let other = format!("{title}\n\n{}\n\nA courier knocks twice\n\nPigeons welcome", changed.join("\n\n"));
    let files = [
        ("a/first.txt", page.clone()),
        ("b/same.txt", page),
        ("c/near.txt", other),
        ("d/one.txt", format!("{}\n\n{}", words.title(), words.story().join("\n\n"))),
        ("d/two.txt", format!("{}\n\n{}", words.title(), words.story().join("\n\n"))),
    ];
    let folder = folder(files.map(|(name, text)| (name.to_owned(), text)));
    let mut desk = Desk::folder(folder.path(), 120, 30);
    desk.press("o t");
    (desk, folder, title)
}

fn rows(desk: &mut Desk) -> Vec<String> {
    desk.list().into_iter().filter(|row| !row.is_empty()).collect()
}

#[test]
fn copies_are_folded_into_the_first_and_counted() {
    let (mut desk, _folder, _) = copies();
    desk.expect("5 documents, 2 copies folded (c)");
    let rows = rows(&mut desk);
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!(rows.iter().filter(|row| row.contains(" +2")).count(), 1, "{rows:?}");
}

#[test]
fn unfolded_copies_stand_below_the_first_with_a_sign() {
    let (mut desk, _folder, _) = copies();
    desk.press("c").expect_not("folded (");
    let rows = rows(&mut desk);
    assert_eq!(rows.len(), 5);
    let first = rows.iter().position(|row| row.contains(" +2")).unwrap();
    let signs: String = rows[first + 1..first + 3]
        .iter()
        .map(|row| {
            if row.contains(" = ") {
                '='
            } else if row.contains(" ≈ ") {
                '≈'
            } else {
                '?'
            }
        })
        .collect();
    assert!(signs == "=≈" || signs == "≈=" || signs == "≈≈", "{rows:?}");
    desk.press("c").expect("2 copies folded");
}

#[test]
fn the_preview_says_of_which_document_one_is_a_copy() {
    let (mut desk, _folder, _) = copies();
    desk.press("c");
    let first = rows(&mut desk).iter().position(|row| row.contains(" +2")).unwrap();
    desk.press("g g");
    for _ in 0..first {
        desk.press("j");
    }
    let of_first = desk.screen();
    assert!(of_first.contains("the same as …/"), "{of_first}");
    desk.press("j");
    desk.expect("the same as …/");
    desk.press("j").expect("the same as …/");
}

#[test]
fn the_cursor_stays_on_its_document_or_goes_to_the_first_of_its_copies() {
    let (mut desk, _folder, title) = copies();
    desk.press("c");
    let chosen =
        |desk: &mut Desk| rows(desk).into_iter().find(|row| row.starts_with('▸')).unwrap_or_default();
    let first = rows(&mut desk).iter().position(|row| row.contains(" +2")).unwrap();
    desk.press("g g");
    for _ in 0..first + 2 {
        desk.press("j");
    }
    desk.press("c");
    assert!(
        chosen(&mut desk).contains(&title[..20]) && chosen(&mut desk).contains("+2"),
        "{}",
        desk.screen()
    );
    desk.press("c");
    assert!(chosen(&mut desk).contains("+2"), "{}", desk.screen());
}

#[test]
fn all_copies_that_match_are_found_and_marked() {
    let (mut desk, _folder, title) = copies();
    desk.press("/").type_text(&title.to_lowercase());
    desk.expect("of 5");
    let rows = rows(&mut desk);
    let marked = rows.iter().filter(|row| row.contains(" = ") || row.contains(" ≈ ")).count();
    assert!(rows.iter().filter(|row| row.contains(&title[..15])).count() == 3 && marked == 2, "{rows:?}");
}

#[test]
fn the_next_document_of_a_folded_list_is_no_copy() {
    let (mut desk, _folder, _) = copies();
    desk.press("g g enter J J").expect_not("This is the last").press("J").expect("This is the last document");
}
