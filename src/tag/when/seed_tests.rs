//! The dates of the seed articles, where they are there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

use super::tests::{DAY, read_in};

/// The dates of the seed whose file name begins so, for a document of that date; none, and a word about it, where the seeds
/// aren't there.
fn seed(number: &str, date: &str) -> Option<String> {
    let Ok(files) = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds")) else {
        eprintln!("left out: no seeds at hand");
        return None;
    };
    let path = files
        .map(|file| file.unwrap().path())
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number)))
        .expect("a seed of that number");
    Some(read_in("en", date, &std::fs::read_to_string(path).unwrap()))
}

#[test]
fn the_talks_of_2019_lie_on_both_sides_of_a_new_year() {
    let Some(read) = seed("001", DAY) else { return };
    let wanted = "two weeks=~2019-07-15/2019-07-21; This year=~2019; July 18=~2019-07-18; a day earlier=; \
        end of 2018=2018-10/2018-12; late December=~2018-12-21/2018-12-31; December 25=~2018-12-25; May 29=~2019-05-29; \
        end of June=~2019-06-21/2019-06-30; June 4=~2019-06-04; 21 June=~2019-06-21; 2019.07.03 08:44=2019-07-03T08:44";
    assert_eq!(read, wanted);
}

#[test]
fn the_regions_name_no_year_of_their_own() {
    let Some(read) = seed("002", "") else { return };
    let wanted = "July 23rd=XXXX-07-23; July 25th=XXXX-07-25; July 28=XXXX-07-28; July 27=XXXX-07-27; 2019=2019; \
        1990s=1990/1999; July 27th=XXXX-07-27";
    assert_eq!(read, wanted);
}

#[test]
fn the_summit_and_the_flights_are_dated_by_their_documents() {
    let Some(read) = seed("000", "2009-06-15") else { return };
    for date in [
        "Sunday=~2009-06-14",
        "last week=~2009-06-08/2009-06-14",
        "last summer=~2008-06/2008-08",
        "June 9=~2009-06-09",
        "2007=2007",
        "Thursday=~2009-06-11",
    ] {
        assert!(read.contains(date), "{date} in {read}");
    }
    let Some(read) = seed("003", "2020-09-14") else { return };
    for date in [
        "Monday=~2020-09-14",
        "last month=~2020-08",
        "Sept. 25=~2020-09-25",
        "1990s=1990/1999",
        "14 September 2020 - 21:43=2020-09-14T21:43",
    ] {
        assert!(read.contains(date), "{date} in {read}");
    }
}

#[test]
fn the_meeting_without_a_date_stays_without_one() {
    let Some(read) = seed("004", "") else { return };
    for date in ["Aug. 9=XXXX-08-09", "Monday=XXXX-WXX-1", "Sunday=XXXX-WXX-7", "last month=;"] {
        assert!(read.contains(date), "{date} in {read}");
    }
    assert!(!read.contains("20"), "{read}");
}
