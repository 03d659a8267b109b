use super::*;

/// As `ruby -ryaml` has it.
#[test]
fn means_what_ruby_reads() {
    for (texts, meaning) in [
        ("yes Yes YES yEs on oN tRUE True", Scalar::Truth(true)),
        ("no Off FALSE", Scalar::Truth(false)),
        ("12 +12 0xC 0b1100 014 0_14 1_2 1,2", Scalar::Integer(12)),
        ("-1_000 -1,000", Scalar::Integer(-1000)),
        ("0 00 0_ 0,", Scalar::Integer(0)),
        ("0x1F 0x1_f 037", Scalar::Integer(31)),
        ("-0x1f -037", Scalar::Integer(-31)),
        ("1.50 1.5 01.5 +1.5 1.5e+0 15.E-1", Scalar::Float(1.5)),
        (".5 +.5 0_0.5 5.0e-1", Scalar::Float(0.5)),
        ("1.0e+3 10.e+2", Scalar::Float(1000.0)),
        ("1. 1.e+0", Scalar::Float(1.0)),
        ("1,000.50 1_000.5 1__000.5", Scalar::Float(1000.5)),
        (".inf .INF .iNf +.inf", Scalar::Float(f64::INFINITY)),
        ("-.inf -.Inf", Scalar::Float(f64::NEG_INFINITY)),
        ("1:2:3 1_:02:03", Scalar::Integer(3723)),
        ("190:20:30", Scalar::Integer(685_230)),
        ("12:30:45.5", Scalar::Float(45_045.5)),
        ("0:00:00", Scalar::Integer(0)),
    ] {
        for text in texts.split(' ') {
            assert_eq!(scalar(&Value::Text(text.to_owned(), Quoting::Plain)), Some(meaning), "{text}");
            assert_eq!(scalar(&Value::Text(text.to_owned(), Quoting::Quoted)), Some(Scalar::Text(text)), "{text}");
        }
    }
    assert_eq!(scalar(&Value::Null), None);
    assert!(matches!(plain(".NaN"), Scalar::Float(number) if number.is_nan()));
}

#[test]
fn dates_are_dates_only_if_ruby_says_so() {
    for text in [
        "2024-09-15",
        "2024-9-5",
        "2024-09-15 15:51:07",
        "2024-09-15T1:51:07Z",
        "2024-9-5t15:51:07.123 -07:00",
        "2024-09-15  15:51:07 -7",
        "2024-09-15 15:51:07+0530",
    ] {
        assert_eq!(plain(text), Scalar::Date(text), "{text}");
    }
    for text in [
        "2024-13-45",
        "2024-02-30",
        "24-09-15",
        "2024-09",
        "2024-09-15 15:51",
        "2024-09-15 15:51:07 EST",
        "2024-09-15 15:51:7",
        "2024-09-15 15:51:07 -07:0",
        "2024-09-15 15:51:07 (about)",
    ] {
        assert_eq!(plain(text), Scalar::Text(text), "{text}");
    }
}

#[test]
fn all_else_is_text() {
    for text in [
        "y",
        "n",
        "08",
        "-08",
        "0888",
        "0X1f",
        "0b12",
        "0o17",
        "0x",
        "0b",
        "0x1G",
        "1e3",
        "1.0e3",
        "1E5",
        "1.5e",
        "1.e3",
        "1.2.3",
        ".",
        "..",
        "-",
        "--",
        "--1.0",
        "1__0",
        "1_",
        "1,",
        "_1",
        "1_000.5_0",
        "1:60",
        "1:2:3:4",
        "12.5:30",
        "123abc",
        "+.nan",
        "1,0:30",
        "99999999999999999999",
        "",
    ] {
        assert_eq!(plain(text), Scalar::Text(text), "{text}");
    }
}

#[test]
fn two_numbers_to_the_base_of_sixty_are_minutes_and_seconds() {
    assert_eq!(plain("12:30"), Scalar::Integer(750));
    assert_eq!(plain("-1:30"), Scalar::Integer(-90));
    assert_eq!(plain("1:2.5"), Scalar::Float(62.5));
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*", number in "[0-9.,_:eTxZ +-]{0,12}", date in "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[tT ]?[0-9:.Z +-]{0,14}") {
        plain(&text);
        plain(&number);
        plain(&date);
    }
}
