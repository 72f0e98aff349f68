//! What every SVG promises, whatever the texts.

use super::{SvgOptions, render, stylesheet};
use crate::base::{Lang, Point, Rect, Size};
use crate::scene::{Anchor, Mark, Paint, Part, PartRole, Scene, SceneSheet, Walk, WordRun};
use crate::theme::Drawing;

const NASTY: &str = "<script>alert('1')</script> ]]> \"x\" & \u{0}\u{1b}\n\t<!-- --> ұ";

fn run(words: &str, width: i32) -> Mark {
    let at = Point::new(10, 20);
    let (size, anchor) = (12, Anchor::Middle);
    Mark::Words(WordRun { words: words.to_owned(), at, anchor, size, bold: true, width, upright: true, quiet: true })
}

fn scene(words: &str) -> Scene {
    let shapes = vec![
        Mark::Rect { rect: Rect::new(1, 2, 30, 40), radius: 8, paint: Paint::Box },
        Mark::Circle { centre: Point::new(5, 6), radius: 7, paint: Paint::End },
        Mark::Path {
            points: vec![Point::new(0, 0), Point::new(5, 0), Point::new(5, 9), Point::new(1, 2)],
            closed: true,
            paint: Paint::Solid,
        },
        run(words, 40),
        run(words, 0),
    ];
    let part = Part {
        id: "p1".to_owned(),
        role: PartRole::Task,
        title: Some(words.to_owned()),
        link: Some("p1".to_owned()),
        shapes,
    };
    Scene {
        id: "portal".to_owned(),
        language: Lang::Kk,
        title: words.to_owned(),
        description: words.to_owned(),
        size: Size::new(100, 216),
        walk: Walk::default(),
        sheets: vec![
            SceneSheet { rect: Rect::new(0, 0, 100, 100), parts: vec![part.clone()] },
            SceneSheet { rect: Rect::new(0, 116, 100, 100), parts: vec![Part { id: "p2".to_owned(), ..part }] },
        ],
    }
}

fn file(words: &str) -> String {
    render(&scene(words), &Drawing::embedded(), &SvgOptions { standalone: true, ..SvgOptions::default() })
}

fn fragment(words: &str, links: &str, ids: &str) -> String {
    let options = SvgOptions { links: Some(links.to_owned()), ids: Some(ids.to_owned()), ..SvgOptions::default() };
    render(&scene(words), &Drawing::embedded(), &options)
}

/// Names of the elements that are opened and closed, line by line; panics where they do not nest.
fn check_nesting(svg: &str) {
    let mut open = Vec::new();
    for line in svg.lines().map(str::trim) {
        let name = |line: &str| line.split(['<', '/', ' ', '>']).find(|word| !word.is_empty()).map(str::to_owned);
        if line.starts_with("</") {
            assert_eq!(open.pop(), name(line), "{line}");
        } else if line.starts_with('<') && !line.ends_with("/>") && !line.contains("</") {
            open.extend(name(line));
        }
    }
    assert!(open.is_empty(), "{open:?} is not closed");
}

#[test]
fn no_text_becomes_markup() {
    for svg in [file(NASTY), fragment(NASTY, "\"><script>#", "\"><script>")] {
        assert!(!svg.contains("<script") && !svg.contains("]]>") && !svg.contains("<!--"));
        assert!(svg.chars().all(|c| c == '\n' || !c.is_control()), "control characters are replaced");
        assert!(svg.contains("&lt;script&gt;") && svg.contains('\u{FFFD}'));
        check_nesting(&svg);
    }
}

#[test]
fn every_element_has_a_line_of_its_own() {
    for line in file("сөз").lines() {
        assert!(line.trim_start().matches("<").count() <= 2, "{line}");
        assert_eq!(line.trim_end(), line);
    }
}

#[test]
fn a_changed_word_changes_only_the_lines_that_bear_it() {
    let (before, after) = (file("бір"), file("екі"));
    assert_eq!(before.lines().count(), after.lines().count());
    let changed: Vec<&str> = before.lines().zip(after.lines()).filter(|(a, b)| a != b).map(|(a, _)| a).collect();
    assert!(changed.iter().all(|line| line.contains("бір")));
    assert_eq!(changed.len(), 2 + 2 * 3);
}

#[test]
fn text_says_how_wide_it_is_and_shapes_are_short() {
    let svg = file("сөз");
    let text = "<text class=\"bold quiet\" x=\"10\" y=\"20\" text-anchor=\"middle\" \
                transform=\"rotate(-90 10 20)\" textLength=\"40\" lengthAdjust=\"spacingAndGlyphs\">сөз</text>";
    assert!(svg.contains(text), "{svg}");
    assert!(svg.contains("viewBox=\"0 0 100 216\" font-size=\"12\""), "the usual size is said once");
    assert!(!fragment("сөз", "#", "").contains("lengthAdjust"), "a page has the font");
    assert!(!svg.contains("textLength=\"0\""));
    assert!(svg.contains("<path class=\"paint-solid\" d=\"M0 0H5V9L1 2Z\"/>"));
    assert!(svg.contains("<rect class=\"paint-box\" x=\"1\" y=\"2\" width=\"30\" height=\"40\" rx=\"8\"/>"));
}

#[test]
fn a_file_is_an_image_with_its_style_and_a_fragment_a_document_of_links() {
    let (file, fragment) = (file("сөз"), fragment("сөз", "#", "portal_"));
    assert!(file.starts_with("<svg xmlns=") && file.contains("role=\"img\"") && file.contains("<style>"));
    assert!(!file.contains("<a "));
    assert!(fragment.starts_with("<svg lang=\"kk\"") && !fragment.contains("<style>") && !fragment.contains(" style="));
    assert!(fragment.contains("<a href=\"#p1\">") && fragment.contains("<g id=\"portal_p1\""));
    assert!(
        fragment.contains("aria-labelledby=\"portal__title\"") && fragment.contains("<title id=\"portal__title\">")
    );
    for svg in [file, fragment] {
        assert!(svg.contains("aria-describedby"));
        check_nesting(&svg);
    }
}

#[test]
fn a_sheet_can_be_had_alone() {
    let options = SvgOptions { standalone: true, sheet: Some(1), ..SvgOptions::default() };
    let svg = render(&scene("сөз"), &Drawing::embedded(), &options);
    assert!(svg.contains("viewBox=\"0 116 100 100\"") && svg.contains("id=\"p2\"") && !svg.contains("id=\"p1\""));
    let none = render(&scene("сөз"), &Drawing::embedded(), &SvgOptions { sheet: Some(9), ..options });
    check_nesting(&none);
}

#[test]
fn both_schemes_style_every_paint() {
    let theme = Drawing::embedded();
    let (light, dark) = (stylesheet(&theme, false), stylesheet(&theme, true));
    assert_ne!(light, dark);
    for css in [&light, &dark] {
        assert!(css.lines().all(|line| line.starts_with(".drawing ")));
        for name in ["band", "header", "box", "refusal", "pill", "refused", "dashed", "fine", "paper"] {
            assert!(css.contains(&format!(".paint-{name} {{")), "{name}");
        }
    }
}
