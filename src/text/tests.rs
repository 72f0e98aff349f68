//! What holds for every text, and the habits of typesetting by example.

use super::*;
use proptest::prelude::*;

const STYLE: Style = Style { size: 12, weight: Weight::Regular };
const BOLD: Style = Style { size: 12, weight: Weight::Bold };

const STEP: &str = "көрсетілетін қызметті берушінің кеңсе маманы көрсетілетін қызметті алушы Стандарттың \
    9-тармағында көрсетілген қажетті құжаттарды тапсырған сәттен бастап 15 (он бес) минут ішінде қабылдап, тіркейді;";

fn lines(words: &str, max_width: Px) -> Vec<String> {
    wrap(words, STYLE, max_width).lines.into_iter().map(|line| line.words).collect()
}

#[test]
fn widths_are_those_of_the_face() {
    // Advances of the face for «н» and «о», in thousandths of an em, at a thousand pixels to the em.
    let em = Style { size: 1000, weight: Weight::Regular };
    assert_eq!(width("о", em), 605);
    assert_eq!(width("оо", em), 1210);
    assert_eq!(width(" о \n\t о ", em), 605 + 260 + 605);
    assert!(width("Ту", em) < width("Т", em) + width("у", em), "Т and у are kerned");
    assert!(width(STEP, BOLD) > width(STEP, STYLE));
    assert_eq!(width("", STYLE), 0);
}

#[test]
fn unknown_letters_keep_an_em() {
    let em = Style { size: 1000, weight: Weight::Regular };
    assert_eq!(width("漢字", em), 2000);
}

#[test]
fn every_letter_of_the_three_alphabets_is_bundled() {
    let mut letters: String = ('а'..='я').chain('А'..='Я').chain(' '..='~').collect();
    letters += "ЁёӘәҒғҚқҢңӨөҰұҮүҺһІі№₸«»„“”‘’–—…•·§°×";
    for weight in [Weight::Regular, Weight::Bold] {
        let em = Style { size: 1000, weight };
        for letter in letters.chars().filter(|letter| *letter != ' ') {
            let lone = Measure::new(weight).units(&letter.to_string()) as Px;
            assert!(lone > 0 && lone == width(&letter.to_string(), em), "{letter}");
            assert!(lone != 1000 || "ЮЖШЩ—…№".contains(letter), "{letter} is measured as an unknown letter");
        }
    }
}

#[test]
fn a_short_text_is_shared_out_evenly() {
    assert_eq!(lines("құжаттарды қабылдау және тіркеу", 130), ["құжаттарды", "қабылдау және тіркеу"]);
    let wrapped = wrap(STEP, STYLE, 180);
    let narrowest = wrapped.lines.iter().map(|line| line.width).min().unwrap_or(0);
    assert!(narrowest * 2 > wrapped.size.w, "{wrapped:?}");
    assert_eq!(wrapped.size.h, wrapped.lines.len() as Px * line_height(STYLE));
}

#[test]
fn what_belongs_together_stays_together() {
    for bound in [
        "№ 5",
        "20 (жиырма)",
        "25 күнтізбелік",
        "2016 жылғы",
        "Н. Әбдібеков",
        "Н.Ә. Әбдібеков",
        "Әбдібеков Н.",
        "5-тармақ",
        "5–тармағында",
        "ЭЦҚ-ның",
        "ЭЦҚ–мен",
        "МДҚ–да",
        "№ 518-IV",
        "беруі –",
        "5 %",
        "в пункте",
        "бес) минут",
        "\"АХАЖ\" АЖ",
        "«Е-лицензиялау» МДҚ-да",
    ] {
        // The end of a number in words needs its beginning.
        let before = if bound.starts_with("бес)") { "15 (он " } else { "" };
        let text = format!("құжаттар {before}{bound} құжаттар");
        for max_width in width(bound, STYLE).max(width("құжаттар", STYLE))..300 {
            let all = lines(&text, max_width);
            assert!(all.iter().any(|line| line.contains(bound)), "{bound} at {max_width}: {all:?}");
        }
    }
}

#[test]
fn hyphens_break_only_where_a_word_is_too_wide() {
    let word = "тұрмыстық-экономикалық";
    let wide = width(word, STYLE);
    assert_eq!(lines(&format!("және {word}"), wide), ["және", word]);
    assert_eq!(lines(word, wide - 1), ["тұрмыстық-", "экономикалық"]);
}

#[test]
fn a_word_too_wide_is_hyphenated_then_cut() {
    assert_eq!(lines("көрсетілетін", 60), ["көрсе-", "тілетін"]);
    assert_eq!(lines("көрсетілетін", 30), ["көр-", "сеті-", "ле-", "тін"]);
    let cut = wrap("www.egov.kz", STYLE, 30);
    assert!(cut.lines.len() > 1 && cut.size.w <= 30 && cut.text() == "www.egov.kz", "{cut:?}");
    assert_eq!(wrap("аб", STYLE, 0).lines.len(), 2);
}

#[test]
fn letters_are_kerned_over_signs_that_are_not_drawn() {
    // A line may end after the zero-width space, but what follows it is not drawn either.
    let wrapped = wrap("еV\u{200B}\u{AD}«", STYLE, 26);
    assert_eq!(wrapped.lines.iter().map(|line| line.width).collect::<Vec<_>>(), [width("еV«", STYLE)]);
}

#[test]
fn nothing_makes_nothing() {
    for empty in ["", " ", "\n\u{7}\t"] {
        assert_eq!(wrap(empty, STYLE, 100), Lines { lines: Vec::new(), size: Size::new(0, 0) });
    }
    assert_eq!(wrap("а б", Style { size: 0, weight: Weight::Bold }, -5).size.w, 0);
}

#[test]
fn a_long_text_takes_lines_in_its_stride() {
    let long = STEP.repeat(500);
    let wrapped = wrap(&long, STYLE, 300);
    assert!(wrapped.size.w <= 300 && wrapped.text() == folded(&long));
    let unbroken = "құжаттар".repeat(2000);
    let wrapped = wrap(&unbroken, STYLE, 300);
    assert!(wrapped.size.w <= 300 && wrapped.text() == unbroken);
}

/// Texts as they come: words of acts, numbers, marks, odd spaces, letters that no face has.
fn any_text() -> impl Strategy<Value = String> {
    let parts = prop_oneof![
        4 => "[а-яәғқңөұүһі]{1,14}",
        2 => "[А-ЯӘҒҚҢӨҰҮҺІ]{1,5}[-–][а-я]{1,5}",
        1 => "[0-9]{1,4}",
        1 => "[№«»\\-–—.,;:()/ 　\u{A0}\u{AD}\u{200B}ТАVTУГ\u{306}\u{301}ıі\u{7}\n漢🙂a-z]{1,5}",
        1 => "\\PC{1,4}",
        2 => Just(" ".to_owned()),
    ];
    proptest::collection::vec(parts, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_nothing_sticks_out(text in any_text(), max_width in 20..400i32, size in 7..20i32) {
        for weight in [Weight::Regular, Weight::Bold] {
            let style = Style { size, weight };
            let wrapped = wrap(&text, style, max_width);
            prop_assert_eq!(wrapped.text(), folded(&text));
            for line in &wrapped.lines {
                prop_assert_eq!(line.width, width(&line.words, style), "{:?}", line);
                prop_assert!(line.width <= max_width || breaks::first_letter(&line.words) == line.words, "{:?}", line);
            }
        }
    }

    #[test]
    fn a_wider_line_never_asks_for_more_lines(text in "[а-яәі]{1,9}( [а-яәі]{1,9}){0,12}", max_width in 120..300i32) {
        let narrow = wrap(&text, STYLE, max_width);
        let wide = wrap(&text, STYLE, max_width + 40);
        prop_assert!(wide.lines.len() <= narrow.lines.len());
        prop_assert!(narrow.lines.iter().all(|line| line.seam == Seam::Space || line.seam == Seam::End));
    }
}

#[test]
fn a_word_is_as_wide_as_its_pairs() {
    for weight in [Weight::Regular, Weight::Bold] {
        let mut measure = Measure::new(weight);
        let mut same = |word: &'static str| assert_eq!(measure.units(word), measure.shape(word), "{word}");
        // Each letter of the table stands between every two of the letters that such a face may join.
        for letter in pairs::letters() {
            for (before, after) in [('f', 'f'), ('f', 'i'), ('ғ', 'а'), ('А', 'У'), ('«', '»'), ('1', '/'), ('.', 'Т')]
            {
                same(String::from_iter([before, letter, after]).leak());
                same(String::from_iter([letter, before, after]).leak());
                same(String::from_iter([before, after, letter]).leak());
            }
        }
        STEP.split(' ').for_each(&mut same);
        ["office", "ffi", "fjord", "1/2", "ГОСТ", "«Т.А.»", "№15-қ", "й", "ЁЛКА", "Ұзақтығы"]
            .into_iter()
            .for_each(same);
    }
}
