//! What pixels show of small scenes.

use super::{card, render};
use crate::base::{Lang, Point, Rect, Size};
use crate::scene::{self, Anchor, CARD_SIZE, CardWords, Mark, Paint, Part, PartRole, Scene, SceneSheet, Walk, WordRun};
use crate::theme::Drawing;
use xxhash_rust::xxh3::xxh3_64;

const SIZE: Size = Size::new(200, 120);

fn scene(role: PartRole, shapes: Vec<Mark>) -> Scene {
    let part = Part { id: "part".to_owned(), role, title: None, link: None, shapes };
    let sheet = SceneSheet { rect: Rect::new(0, 0, SIZE.w, SIZE.h), parts: vec![part] };
    Scene {
        id: "portal".to_owned(),
        language: Lang::Kk,
        title: "Сызба".to_owned(),
        description: String::new(),
        size: SIZE,
        sheets: vec![sheet],
        walk: Walk::default(),
    }
}

fn words(words: &str, upright: bool) -> Mark {
    let (anchor, at) = (Anchor::Middle, Point::new(100, 60));
    Mark::Words(WordRun {
        words: words.to_owned(),
        at,
        anchor,
        size: 12,
        bold: false,
        width: 60,
        upright,
        quiet: false,
    })
}

fn path(points: &[(i32, i32)], paint: Paint) -> Mark {
    Mark::Path { points: points.iter().map(|(x, y)| Point::new(*x, *y)).collect(), closed: false, paint }
}

/// The picture, as whoever shows it reads it.
struct Shown {
    size: [u32; 2],
    dots: Vec<[u8; 3]>,
}

impl Shown {
    fn of(file: &[u8]) -> Shown {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a picture");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut bytes).expect("a whole picture");
        let dots = bytes.chunks_exact(3).map(|dot| [dot[0], dot[1], dot[2]]).collect();
        Shown { size: [info.width, info.height], dots }
    }

    fn at(&self, x: u32, y: u32) -> [u8; 3] {
        self.dots[(y * self.size[0] + x) as usize]
    }

    /// The box of all dots that are not of the colour of the ground.
    fn ink(&self) -> [u32; 4] {
        let [mut left, mut top, mut right, mut bottom] = [u32::MAX, u32::MAX, 0, 0];
        for (at, dot) in (0..).zip(&self.dots) {
            let (x, y) = (at % self.size[0], at / self.size[0]);
            if *dot != self.dots[0] {
                [left, top, right, bottom] = [left.min(x), top.min(y), right.max(x), bottom.max(y)];
            }
        }
        [left, top, right, bottom]
    }
}

fn shown(mark: Mark) -> Shown {
    Shown::of(&render(&scene(PartRole::Task, vec![mark]), &Drawing::embedded()).expect("room"))
}

#[test]
fn a_box_has_its_colours_and_its_size() {
    let theme = Drawing::embedded();
    let rect = Rect::new(20, 30, 100, 50);
    let picture = shown(Mark::Rect { rect, radius: 8, paint: Paint::Box });
    assert_eq!(picture.size, [400, 240], "two dots a pixel");
    let style = Paint::Box.style(&theme);
    assert_eq!(Some(picture.at(140, 110)), style.light.fill.channels());
    assert_eq!(Some(picture.at(40, 110)), style.light.stroke.channels());
    assert_eq!(Some(picture.at(41, 61)), theme.sheet.light.fill.channels(), "a corner is round");
    let [left, top, right, bottom] = picture.ink();
    assert!(left.abs_diff(40) <= 3 && top.abs_diff(60) <= 3 && right.abs_diff(240) <= 3 && bottom.abs_diff(160) <= 3);
}

#[test]
fn a_dashed_line_has_gaps_and_an_unbroken_one_has_none() {
    let runs = |paint| {
        let picture = shown(path(&[(10, 60), (190, 60)], paint));
        let row: Vec<bool> = (20..380).map(|x| picture.at(x, 120) != picture.at(0, 0)).collect();
        row.chunk_by(|a, b| a == b).filter(|run| run[0]).count()
    };
    assert_eq!(runs(Paint::Line), 1);
    assert!(runs(Paint::Dashed) > 10);
}

#[test]
fn an_arrow_head_is_filled() {
    let head = Mark::Path {
        points: [(100, 50), (110, 60), (100, 70)].map(|(x, y)| Point::new(x, y)).to_vec(),
        closed: true,
        paint: Paint::Solid,
    };
    assert_eq!(Some(shown(head).at(206, 120)), Paint::Solid.style(&Drawing::embedded()).light.fill.channels());
}

#[test]
fn words_stand_in_the_middle_and_turn_to_the_left() {
    let [left, top, right, bottom] = shown(words("Қабылдау", false)).ink();
    assert!((left + right).abs_diff(400) <= 8 && right - left > 80, "{left} {right}");
    assert!(top > 95 && bottom < 128, "above the base line, but for tails: {top} {bottom}");
    let turned = shown(words("Қабылдау", true)).ink();
    assert!((turned[1] + turned[3]).abs_diff(240) <= 8 && turned[3] - turned[1] > 80, "{turned:?}");
    assert!(turned[0] > 175 && turned[2] < 208, "{turned:?}");
    assert_ne!(shown(words("Қ", false)).dots, shown(words("К", false)).dots, "a Kazakh letter has its tail");
}

#[test]
fn every_machine_makes_the_same_bytes() {
    let marks = vec![
        Mark::Rect { rect: Rect::new(20, 30, 100, 50), radius: 8, paint: Paint::Refusal },
        Mark::Circle { centre: Point::new(150, 60), radius: 18, paint: Paint::End },
        path(&[(10, 10), (37, 91), (190, 100)], Paint::Dashed),
        words("Әкімдік № 5 «иә»", false),
    ];
    let file = render(&scene(PartRole::Task, marks), &Drawing::embedded()).expect("room");
    assert_eq!(xxh3_64(&file), SAME, "another program writes other bytes, another machine the same");
}

const SAME: u64 = 13_990_778_937_328_294_038;

#[test]
fn a_picture_that_no_machine_has_room_for_is_none() {
    let endless = Scene { size: Size::new(100_000, 100_000), ..scene(PartRole::Task, Vec::new()) };
    assert!(render(&endless, &Drawing::embedded()).is_none());
    let empty = Scene { size: Size::default(), sheets: Vec::new(), ..endless };
    assert!(render(&empty, &Drawing::embedded()).is_some());
}

#[test]
fn no_word_leaves_a_card_and_a_legend_is_left_out() {
    let theme = Drawing::embedded();
    let long = "Баланы (балаларды) патронаттық тәрбиелеуге беру туралы мемлекеттік қызмет көрсету ".repeat(9);
    for (title, mark) in [(long.as_str(), Some("Күші жойылған")), ("Қысқа", None), ("", None), (&"ұ".repeat(400), None)]
    {
        let words = CardWords { kicker: &long, mark, title };
        let legend = scene(PartRole::Legend, vec![path(&[(0, 0), (9000, 9000)], Paint::Line)]);
        let made = scene::card(&words, &legend);
        assert!(made.picture.is_none(), "a drawing that is nothing but a legend");
        let lines = made.marks.iter().filter_map(|mark| match mark {
            Mark::Words(run) => Some((run.at, run.width)),
            _ => None,
        });
        for (at, width) in lines {
            assert!(at.x >= 40 && at.x + width <= CARD_SIZE.w - 40 && at.y < 330, "{at:?} {width}");
        }
        let picture = Shown::of(&card(&made, &theme).expect("room"));
        assert_eq!(picture.size, [1200, 630]);
    }
}

#[test]
fn a_small_drawing_is_shown_whole_and_a_large_one_from_its_beginning() {
    let words = CardWords { kicker: "Жамбыл облысы", mark: None, title: "Қызмет" };
    let drawn =
        |w, h| scene(PartRole::Task, vec![Mark::Rect { rect: Rect::new(8, 8, w, h), radius: 0, paint: Paint::Box }]);
    let small = drawn(300, 200);
    let card = scene::card(&words, &small);
    let picture = card.picture.expect("a drawing");
    assert!(picture.place.right() <= CARD_SIZE.w && picture.place.bottom() <= CARD_SIZE.h, "{:?}", picture.place);
    let large = drawn(9000, 3000);
    let picture = scene::card(&words, &large).picture.expect("a drawing");
    assert_eq!((picture.view.x, picture.view.y), (8, 8));
    assert!(picture.place.w > picture.view.w / 2, "what is too small to be made out is no picture");
}
