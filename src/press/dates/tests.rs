//! Every form of date that 3,691 real posts have, and what Jekyll makes of it.

use super::*;

fn new_york() -> TimeZone {
    TimeZone::get("America/New_York").expect("a zone of the database")
}

fn read_as(text: &str, quoting: Quoting, zone: &TimeZone) -> (String, String) {
    let date = read(text, quoting, zone).unwrap_or_else(|error| unreachable!("{text}: {error:?}"));
    (date.timestamp.as_str().to_owned(), date.instant.to_string())
}

#[test]
fn reads_what_authors_write() {
    for (text, expected) in [
        ("2004-12-16 15:17:59.000000000 +00:00", "2004-12-16T15:17:59+00:00"),
        ("2024-09-15", "2024-09-15T00:00:00+00:00"),
        ("2013-10-21 7:15 UTC", "2013-10-21T07:15:00+00:00"),
        ("2016-03-21 12:00 EDT", "2016-03-21T12:00:00-04:00"),
        ("2016-03-21 12:00:01 utc", "2016-03-21T12:00:01+00:00"),
        ("2024-09-15 15:51:07 -07:00", "2024-09-15T15:51:07-07:00"),
        ("2024-09-15T15:51:07+02:00", "2024-09-15T15:51:07+02:00"),
        ("2024-09-15 15:51:07 -0700", "2024-09-15T15:51:07-07:00"),
        ("2024-09-15 15:51:07 +0530", "2024-09-15T15:51:07+05:30"),
        ("2024-09-15 15:51:07", "2024-09-15T15:51:07+00:00"),
        ("2024-09-15 15:51", "2024-09-15T15:51:00+00:00"),
        ("2025-07-08T07:45:00.123Z", "2025-07-08T07:45:00+00:00"),
        ("June 23, 2020", "2020-06-23T00:00:00+00:00"),
        ("September 8, 2014", "2014-09-08T00:00:00+00:00"),
        ("23rd of Sept. 2014 3:04 pm", "2014-09-23T15:04:00+00:00"),
        ("2023-07-02T12:45Z", "2023-07-02T12:45:00+00:00"),
        ("2016-07-19 (optional)", "2016-07-19T00:00:00+00:00"),
        ("2016-07-19 7:19:01 -05:00", "2016-07-19T07:19:01-05:00"),
        ("2017-11-8", "2017-11-08T00:00:00+00:00"),
        ("2017-11-8 10:20 CEST", "2017-11-08T10:20:00+00:00"),
        ("2017-11-8 10:20 GMT+2", "2017-11-08T10:20:00+00:00"),
        ("2016-07-19 7:19:01 -5:00", "2016-07-19T07:19:01-05:00"),
        ("2016-07-19 7:19:01 -5", "2016-07-19T07:19:01-05:00"),
        ("2016-07-19 07:19 -5:00", "2016-07-19T07:19:00+00:00"),
        ("2023-01-29 18:30:22 2023 -0800", "2023-01-29T18:30:22+00:00"),
        ("2017-02-10 00:10::00 -03:00", "2017-02-10T00:10:00+00:00"),
        ("Fri Sep  3 11:21:31 CEST 2021", "2021-09-03T11:21:31+00:00"),
        ("Fri Sep  3 11:21:31 PDT 2021", "2021-09-03T11:21:31-07:00"),
        ("2016-06-17 12:00-400", "2016-06-17T12:00:00+00:00"),
        ("2013-04-29 12.04 UTC", "2013-04-29T00:00:00+00:00"),
        ("2018-7-9 7:03 UtC", "2018-07-09T07:03:00+00:00"),
        ("2020-04-30T11:57:36+01:00k", "2020-04-30T11:57:36+01:00"),
        ("Sun, 15 Sep 2024 15:51:07 -0700", "2024-09-15T15:51:07-07:00"),
        ("2020-Jun-23", "2020-06-23T00:00:00+00:00"),
        ("2024/9/5", "2024-09-05T00:00:00+00:00"),
        ("15.09.2024", "2024-09-15T00:00:00+00:00"),
        ("20240915", "2024-09-15T00:00:00+00:00"),
        ("2016-12-31 23:59:60 +0000", "2017-01-01T00:00:00+00:00"),
        ("2024-09-15 24:00", "2024-09-16T00:00:00+00:00"),
        ("2024-09-15 15h30", "2024-09-15T15:30:00+00:00"),
        ("2024-09-15 3pm", "2024-09-15T15:00:00+00:00"),
        ("2024-09-15 12 am", "2024-09-15T00:00:00+00:00"),
        ("10:20 2024-09-15", "2024-09-15T10:20:00+00:00"),
        ("2024-09-15 10 hours", "2024-09-15T00:00:00+00:00"),
        ("May 2024", "2024-05-01T00:00:00+00:00"),
        ("2024-02-30", "2024-03-01T00:00:00+00:00"),
        ("2023-04-31 10:00", "2023-05-01T10:00:00+00:00"),
    ] {
        assert_eq!(read_as(text, Quoting::Plain, &TimeZone::UTC).0, expected, "{text}");
    }
}

/// Tried with Jekyll 4.3.1 and `timezone: America/New_York`.
#[test]
fn what_has_no_offset_is_of_the_sites_zone_but_for_yaml_timestamps() {
    use Quoting::{Plain, Quoted};
    for (text, quoting, instant) in [
        ("2015-01-02 02:00:00", Plain, "2015-01-02T02:00:00Z"),
        ("2015-01-02T02:00:00.5", Plain, "2015-01-02T02:00:00.5Z"),
        ("2015-01-02 02:00:00", Quoted, "2015-01-02T07:00:00Z"),
        ("2015-01-02 02:00", Plain, "2015-01-02T07:00:00Z"),
        ("2015-01-02", Plain, "2015-01-02T05:00:00Z"),
        ("2015-07-02", Plain, "2015-07-02T04:00:00Z"),
        ("2015-01-02 02:00:00 -0700", Plain, "2015-01-02T09:00:00Z"),
        ("2015-01-02 02:00:00 EST", Plain, "2015-01-02T07:00:00Z"),
        // Two in the night did not happen: clocks went from two to three.
        ("2015-03-08 02:30", Plain, "2015-03-08T07:30:00Z"),
    ] {
        assert_eq!(read_as(text, quoting, &new_york()).1, instant, "{text}");
    }
}

/// Other names of zones than a dozen American ones count where the site's own zone is called so.
#[test]
fn the_sites_zone_has_its_own_names() {
    let berlin = TimeZone::get("Europe/Berlin").expect("a zone of the database");
    for (text, instant) in [
        ("2017-07-08 10:20 CEST", "2017-07-08T08:20:00Z"),
        ("2017-07-08 10:20 cet", "2017-07-08T09:20:00Z"),
        ("2017-01-08 10:20 CEST", "2017-01-08T08:20:00Z"),
        ("2017-07-08 10:20 JST", "2017-07-08T08:20:00Z"),
        ("2017-07-08 10:20 CEST+1", "2017-07-08T08:20:00Z"),
        ("2017-07-08 10:20 EST", "2017-07-08T15:20:00Z"),
    ] {
        assert_eq!(read_as(text, Quoting::Plain, &berlin).1, instant, "{text}");
    }
}

#[test]
fn the_day_shown_is_the_written_one_and_the_sites_clock_may_have_another() {
    let date = read("2015-01-02 02:00:00", Quoting::Plain, &new_york()).expect("a date");
    assert_eq!(date.timestamp.day().in_words(), "2 January 2015");
    assert_eq!(date.clock_in(&new_york()).to_string(), "2015-01-01T21:00:00");
    assert_eq!(date.clock().to_string(), "2015-01-02T02:00:00");
}

#[test]
fn names_what_does_not_exist() {
    for (text, part) in [
        ("2024-02-32", "the day 2024-02-32"),
        ("2024-13-01 10:00", "the day 2024-13-01"),
        ("2024-02-01 25:61", "the time 25:61"),
        ("2024-02-01 10:00:99 +0200", "the time 10:00:99"),
        ("2024-02-01 99999:00", "the time 99999:00"),
    ] {
        assert_eq!(read(text, Quoting::Plain, &TimeZone::UTC), Err(DateError::Impossible(part.to_owned())), "{text}");
    }
    for text in ["", "soon", "12:30", "June", "2024", "2024-09", "99999999999999-1-1", "٢٠٢٤-٠٩-١٥"] {
        assert_eq!(read(text, Quoting::Plain, &TimeZone::UTC), Err(DateError::NotADate), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*", digits in "[0-9TZ:./ +-]{0,40}") {
        let zone = new_york();
        let _ = read(&text, Quoting::Plain, &zone);
        let _ = read(&digits, Quoting::Quoted, &zone);
    }
}
