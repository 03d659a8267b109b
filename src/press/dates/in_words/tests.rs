//! Days in twelve languages, as `Intl.DateTimeFormat` of Node 20 with ICU 78 writes them. Hindi alone differs, by the comma
//! before the year: a browser has patterns of its own for whole days, and ICU4X puts them together from their parts.

use super::*;

const DAYS: [&str; 4] = ["2024-01-01", "2024-02-29", "2024-09-15", "2023-12-31"];

/// A language, and [`DAYS`] in its words: with `{ dateStyle: "long" }`, and with `{ month: "long", calendar: "gregory" }`.
type Row = (&'static str, [&'static str; 4], [&'static str; 4]);

const TABLE: [Row; 12] = [
    (
        "en",
        ["January 1, 2024", "February 29, 2024", "September 15, 2024", "December 31, 2023"],
        ["January", "February", "September", "December"],
    ),
    (
        "de",
        ["1. Januar 2024", "29. Februar 2024", "15. September 2024", "31. Dezember 2023"],
        ["Januar", "Februar", "September", "Dezember"],
    ),
    (
        "fr",
        ["1 janvier 2024", "29 février 2024", "15 septembre 2024", "31 décembre 2023"],
        ["janvier", "février", "septembre", "décembre"],
    ),
    (
        "es",
        ["1 de enero de 2024", "29 de febrero de 2024", "15 de septiembre de 2024", "31 de diciembre de 2023"],
        ["enero", "febrero", "septiembre", "diciembre"],
    ),
    (
        "pt",
        ["1 de janeiro de 2024", "29 de fevereiro de 2024", "15 de setembro de 2024", "31 de dezembro de 2023"],
        ["janeiro", "fevereiro", "setembro", "dezembro"],
    ),
    ("zh", ["2024年1月1日", "2024年2月29日", "2024年9月15日", "2023年12月31日"], ["一月", "二月", "九月", "十二月"]),
    ("ja", ["2024年1月1日", "2024年2月29日", "2024年9月15日", "2023年12月31日"], ["1月", "2月", "9月", "12月"]),
    ("ko", ["2024년 1월 1일", "2024년 2월 29일", "2024년 9월 15일", "2023년 12월 31일"], ["1월", "2월", "9월", "12월"]),
    (
        "ar",
        ["1 يناير 2024", "29 فبراير 2024", "15 سبتمبر 2024", "31 ديسمبر 2023"],
        ["يناير", "فبراير", "سبتمبر", "ديسمبر"],
    ),
    ("fa", ["۱۱ دی ۱۴۰۲", "۱۰ اسفند ۱۴۰۲", "۲۵ شهریور ۱۴۰۳", "۱۰ دی ۱۴۰۲"], ["ژانویه", "فوریه", "سپتامبر", "دسامبر"]),
    (
        "he",
        ["1 בינואר 2024", "29 בפברואר 2024", "15 בספטמבר 2024", "31 בדצמבר 2023"],
        ["ינואר", "פברואר", "ספטמבר", "דצמבר"],
    ),
    (
        "hi",
        ["1 जनवरी, 2024", "29 फ़रवरी, 2024", "15 सितंबर, 2024", "31 दिसंबर, 2023"],
        ["जनवरी", "फ़रवरी", "सितंबर", "दिसंबर"],
    ),
];

fn days() -> impl Iterator<Item = Day> {
    DAYS.into_iter().map(|day| Day::parse(day).expect(day))
}

#[test]
fn writes_what_browsers_write() {
    for (lang, in_words, months) in TABLE {
        let words = DateWords::of(lang);
        assert_eq!(days().map(|day| words.day(day)).collect::<Vec<_>>(), in_words, "{lang}");
        assert_eq!(days().map(|day| words.month(day)).collect::<Vec<_>>(), months, "{lang}");
    }
}

#[test]
fn follows_the_region() {
    let day = Day::parse("2024-09-15").expect("a day");
    for (lang, in_words) in [
        ("en-GB", "15 September 2024"),
        ("pt-BR", "15 de setembro de 2024"),
        ("zh-Hant-TW", "2024年9月15日"),
        ("ar-EG", "١٥ سبتمبر ٢٠٢٤"),
        ("th", "15 กันยายน 2567"),
        ("sr-Latn", "15. septembar 2024."),
    ] {
        assert_eq!(DateWords::of(lang).day(day), in_words, "{lang}");
    }
}

#[test]
fn falls_back_to_english() {
    let day = Day::parse("2024-09-15").expect("a day");
    for lang in ["xx", "", "no language at all", "tlh", "de--"] {
        let words = DateWords::of(lang);
        assert_eq!((words.day(day).as_str(), words.month(day).as_str()), ("September 15, 2024", "September"), "{lang}");
    }
}

#[test]
fn a_day_that_no_calendar_has_is_written_in_figures() {
    let words = DateWords::of("de");
    let day = Day { year: 2023, month: 2, day: 31 };
    assert_eq!((words.day(day).as_str(), words.month(day).as_str()), ("2023-02-31", "02"));
}
