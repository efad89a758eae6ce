//! What is read as a date, and for which day it is taken, in sentences made for the purpose. Each rule stands beside wrong
//! neighbours, which it leaves alone.

use crate::corpus::PartialDate;
use crate::tag::figures::figures;
use crate::tag::tests::text_of;
use crate::tag::{Context, Kind, Mention, Value, Wanted, When};
use crate::text::{BlockKind, Text};

/// What is known of a document: its date as `2019-07-03`, `2019-07`, `2019` or nothing, and its language.
pub(super) fn context(date: &str, language: &str) -> Context {
    let mut parts = date.split('-').map(|part| part.parse().unwrap_or(0));
    let (year, month, day) =
        (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    Context { date: PartialDate::new(year, month as u8, day as u8), language: Some(language.to_owned()) }
}

pub(super) fn dates(text: &Text, context: &Context) -> Vec<(Mention, When)> {
    let when = |mention: Mention| match mention.value {
        Some(Value::When(when)) if mention.kind == Kind::Date => Some((mention, when)),
        _ => None,
    };
    figures(text, context, Wanted::default(), &|| false).into_iter().filter_map(when).collect()
}

/// The dates of paragraphs as `words=value`, `~` before a value of which a part was worked out.
pub(super) fn read_in(language: &str, date: &str, text: &str) -> String {
    let text = text_of(BlockKind::Paragraph, text);
    let said = |(mention, when): &(Mention, When)| {
        let sign = if when.inferred { "~" } else { "" };
        format!("{}={sign}{when}", mention.span.of(text.as_str()))
    };
    dates(&text, &context(date, language)).iter().map(said).collect::<Vec<_>>().join("; ")
}

/// Compares the dates of each sentence with what is expected, all at once, so that a table is mended in one go.
#[track_caller]
pub(super) fn table(language: &str, date: &str, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, wanted)| (text, wanted, read_in(language, date, text)))
        .filter(|(_, wanted, read)| *wanted != read)
        .map(|(text, wanted, read)| format!("{text}\n    wanted {wanted}\n    read   {read}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// A Wednesday.
pub(super) const DAY: &str = "2019-07-03";

#[test]
fn days_with_their_year_are_read_in_every_common_form() {
    table(
        "en",
        "",
        &[
            ("It rained on 9 June 2020.", "9 June 2020=2020-06-09"),
            ("It rained on June 9, 2020, all day.", "June 9, 2020=2020-06-09"),
            ("It rained on June 9th, 2020.", "June 9th, 2020=2020-06-09"),
            ("It rained on the 9th of June 2020.", "9th of June 2020=2020-06-09"),
            ("It rained on the ninth of June, 2020.", "ninth of June, 2020=2020-06-09"),
            ("It rained on 14-Sep-2020.", "14-Sep-2020=2020-09-14"),
            ("It rained on 28 May 621.", "28 May 621=0621-05-28"),
            ("It rained on Sept. 14, 2020.", "Sept. 14, 2020=2020-09-14"),
            ("It rained on Monday, September 14, 2020.", "Monday, September 14, 2020=2020-09-14"),
            ("It rained on Monday, 14 September 2020.", "Monday, 14 September 2020=2020-09-14"),
            ("Mon, 14 Sep 2020: rain.", "Mon, 14 Sep 2020=2020-09-14"),
            ("It rained on 2019-07-03 and later.", "2019-07-03=2019-07-03"),
            ("It rained (2019.07.03 08:44).", "2019.07.03 08:44=2019-07-03T08:44"),
            ("Published 14 September 2020 - 21:43", "14 September 2020 - 21:43=2020-09-14T21:43"),
            ("At 2019-07-03T08:44:10Z it rained.", "2019-07-03T08:44:10Z=2019-07-03T08:44"),
            ("It rained on 07/27/2016.", "07/27/2016=2016-07-27"),
            ("It rained on 27/07/2016.", "27/07/2016=2016-07-27"),
            ("It rained on 27.7.2016.", "27.7.2016=2016-07-27"),
            ("It rained on 03/07/2019.", "03/07/2019=2019"),
            ("First 07/27/2016, then 03/07/2019.", "07/27/2016=2016-07-27; 03/07/2019=~2019-03-07"),
            ("Posted at 3/9/2005 11:16:00 PM", "3/9/2005 11:16:00 PM=~2005-03-09T23:16"),
            ("After the September 11 attacks.", "September 11=~2001-09-11"),
            ("On the 31 June 2020 of no calendar.", ""),
        ],
    );
}

#[test]
fn numbers_that_are_no_dates_are_left_alone() {
    table(
        "en",
        DAY,
        &[
            ("Version 2.10.3 came, and 10.0.0.1 went.", ""),
            ("Take 1/2 cup of 2019-grade oil.", ""),
            ("There were 2,019 people, 2019 people and 1500 soldiers.", ""),
            ("See pages 1200-1350 and pp. 1900-1950.", ""),
            ("Call 555-2019 or +44 20 7946 0958.", ""),
            ("Take Route 1984 or a Boeing 737 at Section 9.", ""),
            ("They won 3-2, then 2:1 and 10-12.", ""),
            ("It costs $1984 or 2019 dollars.", ""),
            ("She wrote in 1000 words.", ""),
            ("It is 20 May-flies or 5 Mayors.", ""),
            ("He sat in the sun and the second sat down.", ""),
            ("The Second World War and the First Minister.", ""),
            ("One may say that they march on.", ""),
            ("May said no, and April smiled. March on!", ""),
            ("June Carter, August Strindberg and April Jones sang.", ""),
            ("The Sunday Times and Ruby Tuesday wrote of Good Friday.", ""),
            ("Russia Today and USA Today wrote.", ""),
            ("It was the last one, the next thing, this man.", ""),
            ("The 20th anniversary and the 6th Forum.", ""),
            ("A man in his 90s met one aged 18.", ""),
            ("For two weeks they walked three days.", ""),
            ("It was the first time in two years and the worst in a decade.", ""),
            ("In fall of 1500 points they lost.", ""),
            ("Spring came, and fall followed.", ""),
            ("John 3:16 is read there.", ""),
            ("A Christmas tree from Christmas Island.", ""),
            ("It may apply, and this may too.", ""),
            ("It took 1600 hours of work.", ""),
            ("He saw Friday the 13th.", ""),
            ("The last five months of her life.", ""),
            ("It was built in the 5th century BC, by 15 March, 44 BC.", ""),
            ("A 1500 metre run, a 2000 word text.", ""),
            ("It was on 31 February, or on 45 May 2020.", ""),
            ("They met on 29 February 2021.", "29 February 2021="),
        ],
    );
}

#[test]
fn a_day_without_its_year_is_the_nearest_that_the_tense_allows() {
    table(
        "en",
        DAY,
        &[
            ("On December 25, they agreed.", "December 25=~2018-12-25"),
            ("They met on 9 June.", "9 June=~2019-06-09"),
            ("They met on Aug. 9.", "Aug. 9=~2018-08-09"),
            ("They will meet on Aug. 9.", "Aug. 9=~2019-08-09"),
            ("Talks are scheduled to take place on July 18.", "July 18=~2019-07-18"),
            ("The paper needs to be ready by 21 June.", "21 June=~2019-06-21"),
            ("They agreed to meet on 1 October.", "1 October=~2019-10-01"),
            ("On December 25 they agreed to talk.", "December 25=~2018-12-25"),
            ("On Friday he was to leave.", "Friday=~2019-07-05"),
            ("The vote is on July 21.", "July 21=~2019-07-21"),
            ("It opened on 3 July.", "3 July=~2019-07-03"),
            ("On Tuesday, July 2, it rained.", "Tuesday, July 2=~2019-07-02"),
            ("They left on the fifth of May.", "fifth of May=~2019-05-05"),
            ("They left on June 9 last year.", "June 9 last year=~2018-06-09"),
            ("On 29 February they met.", "29 February=~2016-02-29"),
        ],
    );
}

#[test]
fn over_a_new_year_both_sides_are_found() {
    table(
        "en",
        "2019-01-10",
        &[
            ("They met on December 28.", "December 28=~2018-12-28"),
            ("They met on January 3.", "January 3=~2019-01-03"),
            ("They will meet on December 28.", "December 28=~2018-12-28"),
            ("They met from December 28 to January 3.", "December 28 to January 3=~2018-12-28/2019-01-03"),
        ],
    );
    table("en", "2018-12-20", &[("They will meet on January 3.", "January 3=~2019-01-03")]);
}

#[test]
fn where_the_documents_date_is_unknown_no_year_is_guessed() {
    table(
        "en",
        "",
        &[
            ("They met on 9 June.", "9 June=XXXX-06-09"),
            ("They met on Aug. 9.", "Aug. 9=XXXX-08-09"),
            ("They met on Monday.", "Monday=XXXX-WXX-1"),
            ("They met last summer.", "last summer="),
            ("They met last June.", "last June=XXXX-06"),
            ("They met in late December.", "late December=XXXX-12-21/XXXX-12-31"),
            ("They met two weeks ago, yesterday and last year.", "two weeks ago=; yesterday=; last year="),
            ("They met in 2019. Then on 9 June.", "2019=2019; 9 June=XXXX-06-09"),
            ("They met on 3 July 2019 and on 5 July.", "3 July 2019=2019-07-03; 5 July=~2019-07-05"),
            (
                "On 28 December 2018 they met. On January 3 they parted.",
                "28 December 2018=2018-12-28; January 3=~2019-01-03",
            ),
            (
                "On 3 July 2019 they met.\nIt rained.\nIt froze on 5 July.",
                "3 July 2019=2019-07-03; 5 July=XXXX-07-05",
            ),
            ("They met from June 5 to July 7.", "June 5 to July 7=XXXX-06-05/XXXX-07-07"),
        ],
    );
}

#[test]
fn a_document_of_which_only_the_month_or_year_is_known_says_what_is_certain() {
    table(
        "en",
        "2019-07",
        &[
            ("They met on 9 June.", "9 June=~2019-06-09"),
            ("They met on Monday.", "Monday=XXXX-WXX-1"),
            ("They met last year and yesterday.", "last year=~2018; yesterday="),
            ("They met last summer.", "last summer=~2018-06/2018-08"),
        ],
    );
    table(
        "en",
        "2019",
        &[
            ("They met on 9 June.", "9 June=XXXX-06-09"),
            ("They met last year, last summer and last month.", "last year=~2018; last summer=; last month="),
        ],
    );
}

#[test]
fn a_story_of_long_ago_keeps_its_year() {
    table(
        "en",
        DAY,
        &[
            (
                "On 25 June 1950 war began. On June 28 the city fell.",
                "25 June 1950=1950-06-25; June 28=~1950-06-28",
            ),
            ("On 25 May 2019 it began. On June 28 it ended.", "25 May 2019=2019-05-25; June 28=~2019-06-28"),
        ],
    );
}

#[test]
fn weekdays_are_the_last_ones_or_the_next_ones_by_tense() {
    table(
        "en",
        DAY,
        &[
            ("He backed him on Monday.", "Monday=~2019-07-01"),
            ("On Wednesday he backed him.", "Wednesday=~2019-07-03"),
            ("He will back him on Monday.", "Monday=~2019-07-08"),
            ("The talks are to be held on Friday.", "Friday=~2019-07-05"),
            ("He left last Friday.", "last Friday=~2019-06-28"),
            ("He left last Wednesday.", "last Wednesday=~2019-06-26"),
            ("He leaves next Tuesday.", "next Tuesday=~2019-07-09"),
            ("The show runs until Friday.", "Friday=~2019-07-05"),
            ("He stayed until Friday.", "Friday=~2019-06-28"),
            ("The trial opens on Monday.", "Monday=~2019-07-08"),
            ("He is away since Friday.", "Friday=~2019-06-28"),
            ("He arrived Monday night.", "Monday night=~2019-07-01"),
            ("He comes this Friday.", "this Friday=~2019-07-05"),
            ("He came this Monday.", "this Monday=~2019-07-01"),
            ("He reads on Mondays.", "Mondays=XXXX-WXX-1"),
            ("He reads every Monday and met her on a Monday.", "Monday=XXXX-WXX-1; Monday=XXXX-WXX-1"),
            (
                "Open Mon-Fri and Saturday-Sunday.",
                "Mon-Fri=XXXX-WXX-1/XXXX-WXX-5; Saturday-Sunday=XXXX-WXX-6/XXXX-WXX-7",
            ),
            ("He worked from Monday to Friday.", "Monday to Friday=~2019-07-01/2019-07-05"),
        ],
    );
}

#[test]
fn days_weeks_months_and_years_are_counted_from_the_document() {
    table(
        "en",
        DAY,
        &[
            (
                "They met today, yesterday and will tomorrow.",
                "today=~2019-07-03; yesterday=~2019-07-02; tomorrow=~2019-07-04",
            ),
            ("They met the day before yesterday.", "day before yesterday=~2019-07-01"),
            ("They met two days ago.", "two days ago=~2019-07-01"),
            ("They met two weeks ago.", "two weeks ago=~2019-06-17/2019-06-23"),
            ("They met three months ago.", "three months ago=~2019-04"),
            ("They met 10 years ago.", "10 years ago=~2009"),
            ("They met a year ago.", "a year ago=~2018"),
            ("They met a few days ago.", "a few days ago="),
            (
                "They met last week, last month, last year.",
                "last week=~2019-06-24/2019-06-30; last month=~2019-06; last year=~2018",
            ),
            ("They met this year.", "this year=~2019"),
            ("They meet next week.", "next week=~2019-07-08/2019-07-14"),
            ("They met last night.", "last night=~2019-07-02"),
            ("They met this morning.", "this morning=~2019-07-03"),
            ("It will open in two years.", "two years=~2021"),
            ("It grew over the past year.", "past year=~2018/2019"),
            ("It grew over the last two weeks.", "last two weeks=~2019-06-19/2019-07-03"),
            ("It grew over the next 15 years.", "next 15 years=~2019/2034"),
            ("It grew over the last year.", "last year=~2018/2019"),
            ("It stood there 5,000 years ago.", "5,000 years ago="),
            (
                "They met last weekend and meet this weekend.",
                "last weekend=~2019-06-29/2019-06-30; this weekend=~2019-07-06/2019-07-07",
            ),
            ("It was late last year.", "late last year=~2018-09/2018-12"),
            ("It was the end of last month.", "end of last month=~2019-06-21/2019-06-30"),
        ],
    );
}

#[test]
fn some_dates_are_counted_from_the_one_named_last() {
    table(
        "en",
        DAY,
        &[
            (
                "On 5 May 2014 they met; three days later they left.",
                "5 May 2014=2014-05-05; three days later=~2014-05-08",
            ),
            (
                "On 5 May 2014 they met. The next day they left.",
                "5 May 2014=2014-05-05; next day=~2014-05-06",
            ),
            ("In 2014 they met. Two years later they left.", "2014=2014; Two years later=~2016"),
            ("In 2014 they met. Two days later they left.", "2014=2014; Two days later="),
            (
                "In May 2014 they met. The following month they left.",
                "May 2014=2014-05; following month=~2014-06",
            ),
            ("In 2014 they met. They left the same year.", "2014=2014; same year=~2014"),
            (
                "On 5 May 2014 they met.\nThe next day they left.",
                "5 May 2014=2014-05-05; next day=~2014-05-06",
            ),
            ("On 5 May 2014 they met.\nA day earlier he left.", "5 May 2014=2014-05-05; A day earlier="),
            ("A day earlier he left.", "A day earlier="),
        ],
    );
}

#[test]
fn months_are_read_with_their_parts() {
    table(
        "en",
        DAY,
        &[
            ("They met in June.", "June=~2019-06"),
            ("They met in July.", "July=~2019-07"),
            ("They met in August.", "August=~2018-08"),
            ("They will meet in August.", "August=~2019-08"),
            ("They met last June.", "last June=~2019-06"),
            ("They met in late December.", "late December=~2018-12-21/2018-12-31"),
            ("They met in mid-June.", "mid-June=~2019-06-11/2019-06-20"),
            ("They met in December of 384.", "December of 384=0384-12"),
            ("They met in June 2018.", "June 2018=2018-06"),
            ("They met in May-June 2018.", "May-June 2018=2018-05/2018-06"),
            ("They met between May and June 2018.", "May and June 2018=2018-05/2018-06"),
            ("They work between May and June.", "May and June=~2019-05/2019-06"),
            ("They work from May to September.", "May to September=~2019-05/2019-09"),
            ("They work from July till mid-August.", "July till mid-August=~2019-07/2019-08-20"),
            ("They met in November 2018–February 2019.", "November 2018–February 2019=2018-11/2019-02"),
            ("They met at the beginning of July.", "beginning of July=~2019-07-01/2019-07-10"),
            ("The first half of June 2018.", "first half of June 2018=2018-06-01/2018-06-15"),
            ("They met in May, and May said so.", "May=~2019-05"),
        ],
    );
    table("en", "2019-06-20", &[("They met last June.", "last June=~2018-06")]);
}

#[test]
fn seasons_quarters_and_halves_are_runs_of_months() {
    table(
        "en",
        "2009-06-14",
        &[
            ("The conflict of last summer.", "last summer=~2008-06/2008-08"),
            ("They met this spring.", "this spring=~2009-03/2009-05"),
            ("They met last winter.", "last winter=~2008-12/2009-02"),
            ("They met in summer 2008.", "summer 2008=2008-06/2008-08"),
            ("They met in the winter of 2007-08.", "winter of 2007-08=2007-12/2008-02"),
            ("Sales in Q3 2008 rose.", "Q3 2008=2008-07/2008-09"),
            ("Sales in the third quarter of 2008 rose.", "third quarter of 2008=2008-07/2008-09"),
            ("In the third quarter he scored.", ""),
            ("In the first half of 2008 it rained.", "first half of 2008=2008-01/2008-06"),
            ("In the first half he scored.", ""),
        ],
    );
}

#[test]
fn years_need_a_word_that_shows_them() {
    table(
        "en",
        DAY,
        &[
            ("They met in 2018.", "2018=2018"),
            (
                "In early 2018 and at the end of 2018 they met.",
                "early 2018=2018-01/2018-04; end of 2018=2018-10/2018-12",
            ),
            ("They met in 2014, 2016 and 2018.", "2014=2014; 2016=2016; 2018=2018"),
            ("From 2014 to 2016 it rained.", "2014 to 2016=2014/2016"),
            ("Between 2014 and 2016 it rained.", "2014 and 2016=2014/2016"),
            ("In 2014-2016 and 2014–16 it rained.", "2014-2016=2014/2016; 2014–16=2014/2016"),
            ("The 2018 election and the 2018 World Cup.", "2018=2018; 2018=2018"),
            ("Ada Byron (1815–1852) wrote.", "1815–1852=1815/1852"),
            ("The years 1910 to 1940 and the year 2003.", "1910 to 1940=1910/1940; 2003=2003"),
            ("The 1955 and 1959 elections, a 2006 interview.", "1955=1955; 1959=1959; 2006=2006"),
            ("It flew 1943 -- 1945 (Minsk, 2003).", "1943 -- 1945=1943/1945; 2003=2003"),
            ("The plan for 2018.", "2018=2018"),
            ("From 2016 onward it rained.", "2016=2016"),
            ("Since 1500 points were lost by 2000 men.", ""),
        ],
    );
}

#[test]
fn decades_and_centuries_are_runs_of_years() {
    table(
        "en",
        DAY,
        &[
            ("In the 1990s it rained.", "1990s=1990/1999"),
            ("In the 90s it rained.", "90s=~1990/1999"),
            ("In the nineties it rained.", "nineties=~1990/1999"),
            ("In the early 1990s it rained.", "early 1990s=1990/1993"),
            ("In the mid-1990s it rained.", "mid-1990s=1994/1996"),
            (
                "A 17th-century house, a nineteenth-century one.",
                "17th-century=1601/1700; nineteenth-century=1801/1900",
            ),
            ("His 2010 season (Byron, 2004; Keats, 2005).", "2010=2010; 2004=2004; 2005=2005"),
            ("In the nineteenth century it rained.", "nineteenth century=1801/1900"),
            ("In the late 19th century it rained.", "late 19th century=1871/1900"),
        ],
    );
}

#[test]
fn ranges_share_their_month_and_year() {
    table(
        "en",
        DAY,
        &[
            ("From 5 to 9 June it rained.", "5 to 9 June=~2019-06-05/2019-06-09"),
            ("On June 5–9 it rained.", "June 5–9=~2019-06-05/2019-06-09"),
            ("On June 5-9, 2018, it rained.", "June 5-9, 2018=2018-06-05/2018-06-09"),
            ("On 5-9 June 2018 it rained.", "5-9 June 2018=2018-06-05/2018-06-09"),
            (
                "From December 28 – January 3, 2019 it rained.",
                "December 28 – January 3, 2019=2018-12-28/2019-01-03",
            ),
            (
                "From 28 December 2018 to 3 January 2019 it rained.",
                "28 December 2018 to 3 January 2019=2018-12-28/2019-01-03",
            ),
            ("From June 5 to July 7, 2018 it rained.", "June 5 to July 7, 2018=2018-06-05/2018-07-07"),
            (
                "From the 1st of January until the 15th of March.",
                "1st of January until the 15th of March=~2019-01-01/2019-03-15",
            ),
            ("They met on 3 and 4 July 2018.", "3 and 4 July 2018=2018-07-03/2018-07-04"),
            ("They met on 3 and 8 July 2018.", "8 July 2018=2018-07-08"),
            ("On Monday to Sochi they flew.", "Monday=~2019-07-01"),
        ],
    );
}

#[test]
fn times_of_day_are_read_with_and_without_their_date() {
    table(
        "en",
        DAY,
        &[
            ("He came at 9 p.m. on Monday.", "9 p.m. on Monday=~2019-07-01T21"),
            ("He came on Monday at 9:30 a.m. and left.", "Monday at 9:30 a.m.=~2019-07-01T09:30"),
            ("He came at 9pm.", "9pm=T21"),
            ("He came at 21:43.", "21:43=T21:43"),
            ("It was 08:44 GMT.", "08:44 GMT=T08:44"),
            ("He came at noon and left at midnight.", "noon=T12:00; midnight=T00:00"),
            ("He came at a quarter past nine.", "quarter past nine=T09:15"),
            ("He came at half past nine.", "half past nine=T09:30"),
            ("He came at nine o'clock.", "nine o'clock=T09"),
            ("He came at 12 a.m. yesterday.", "12 a.m. yesterday=~2019-07-02T00"),
            ("It was 0830 GMT.", "0830 GMT=T08:30"),
            ("The odds were 21:43 and the ratio 3:2.", ""),
            ("I am 9 and he is 10.", ""),
        ],
    );
}

#[test]
fn feasts_with_a_fixed_date_are_dates() {
    table(
        "en",
        DAY,
        &[
            ("They met on New Year's Eve.", "New Year's Eve=~2018-12-31"),
            ("They met on Christmas Day 2018.", "Christmas Day 2018=2018-12-25"),
            ("They met before Christmas.", "Christmas=~2018-12-25"),
            ("A New Year's resolution.", ""),
        ],
    );
}
