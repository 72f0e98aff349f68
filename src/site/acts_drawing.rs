//! A group of related acts as SVG. `layout-rs` places boxes and curves; this room collects and writes them.

use super::relations::Kind;
use crate::backend::html::{attribute, escape};
use crate::base::{Point, Px, Rect};
use layout::core::base::Orientation;
use layout::core::format::{ClipHandle, RenderBackend};
use layout::core::geometry;
use layout::core::style::StyleAttr;
use layout::std_shapes::shapes::{self, Element, ShapeKind};
use layout::topo::layout::VisualGraph;

/// Widest line of a box, in characters.
const LINE_CHARS_MAX: usize = 30;
/// Room for one character: more than the bundled font needs on average, so that a line never leaves its box.
const CHAR_PX: usize = 9;
const LINE_PX: Px = 20;
const PAD_PX: Px = 12;
/// Room round the whole drawing.
const MARGIN_PX: Px = 10;

/// A box of the drawing.
pub(super) struct Card {
    /// What it says; a new line where it has one.
    pub text: String,
    pub lang: Option<&'static str>,
    pub href: Option<String>,
    /// A last line in bold: that the act is repealed.
    pub mark: Option<String>,
}

/// An arrow between two boxes, by their indices.
pub(super) struct Arrow {
    pub from: usize,
    pub to: usize,
    pub kind: Kind,
}

/// Draws one group. The same cards and arrows give the same text.
pub(super) fn draw(cards: &[Card], arrows: &[Arrow]) -> String {
    let texts: Vec<Vec<String>> = cards.iter().map(lines).collect();
    let mut graph = VisualGraph::new(Orientation::LeftToRight);
    let handles: Vec<_> = texts
        .iter()
        .enumerate()
        .map(|(at, lines)| {
            let size = size(lines);
            let shape = ShapeKind::new_box("");
            let look = StyleAttr::simple();
            graph.add_node(Element::create_with_properties(shape, look, Orientation::LeftToRight, size, at.to_string()))
        })
        .collect();
    for (at, arrow) in arrows.iter().enumerate() {
        let line = shapes::Arrow::simple_with_properties("", at.to_string());
        graph.add_edge(line, handles[arrow.from], handles[arrow.to]);
    }
    let mut canvas = Canvas { boxes: vec![Rect::default(); cards.len()], curves: vec![None; arrows.len()] };
    graph.do_it(false, false, false, &mut canvas);
    write(cards, &texts, arrows, &canvas)
}

/// The text of a card, cut between words; a word longer than a line is cut within.
fn lines(card: &Card) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in card.text.lines().chain(card.mark.as_deref()) {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let taken = line.chars().count();
            if taken > 0 && taken + 1 + word.chars().count() > LINE_CHARS_MAX {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            while let Some((cut, _)) = line.char_indices().nth(LINE_CHARS_MAX) {
                let rest = line.split_off(cut);
                lines.push(std::mem::replace(&mut line, rest));
            }
        }
        lines.push(line);
    }
    lines
}

fn size(lines: &[String]) -> geometry::Point {
    let chars = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0).max(8);
    let width = chars * CHAR_PX + 2 * PAD_PX as usize;
    let height = lines.len() * LINE_PX as usize + 2 * PAD_PX as usize;
    geometry::Point::new(width as f64, height as f64)
}

/// What `layout-rs` draws, in whole pixels.
struct Canvas {
    boxes: Vec<Rect>,
    /// Start, then for each piece two control points and its end.
    curves: Vec<Option<Curve>>,
}

#[derive(Clone)]
struct Curve {
    points: Vec<Point>,
    /// The layout turned the arrow round to break a cycle: its head is at the start.
    is_turned: bool,
}

fn px(point: geometry::Point) -> Point {
    Point::new(point.x.round() as Px, point.y.round() as Px)
}

impl RenderBackend for Canvas {
    fn draw_rect(
        &mut self,
        xy: geometry::Point,
        size: geometry::Point,
        _look: &StyleAttr,
        properties: Option<String>,
        _clip: Option<ClipHandle>,
    ) {
        let (at, size) = (px(xy), px(size));
        if let Some(slot) = properties.and_then(|index| self.boxes.get_mut(index.parse::<usize>().ok()?)) {
            *slot = Rect::new(at.x, at.y, size.x, size.y);
        }
    }

    fn draw_arrow(
        &mut self,
        path: &[(geometry::Point, geometry::Point)],
        _dashed: bool,
        head: (bool, bool),
        _look: &StyleAttr,
        properties: Option<String>,
        _text: &str,
    ) {
        let Some(slot) = properties.and_then(|index| self.curves.get_mut(index.parse::<usize>().ok()?)) else { return };
        let mut points = Vec::new();
        for (at, (first, second)) in path.iter().enumerate() {
            match at {
                0 => points.extend([px(*first), px(*second)]),
                1 => points.extend([px(*first), px(*second)]),
                // The way out of a point mirrors the way in.
                _ => {
                    let (before, end) = (points[points.len() - 2], points[points.len() - 1]);
                    points.extend([Point::new(2 * end.x - before.x, 2 * end.y - before.y), px(*first), px(*second)]);
                }
            }
        }
        *slot = Some(Curve { points, is_turned: head.0 });
    }

    fn draw_line(&mut self, _: geometry::Point, _: geometry::Point, _: &StyleAttr, _: Option<String>) {}

    fn draw_circle(&mut self, _: geometry::Point, _: geometry::Point, _: &StyleAttr, _: Option<String>) {}

    fn draw_text(&mut self, _: geometry::Point, _: &str, _: &StyleAttr) {}

    fn create_clip(&mut self, _: geometry::Point, _: geometry::Point, _: usize) -> ClipHandle {
        0
    }
}

fn write(cards: &[Card], texts: &[Vec<String>], arrows: &[Arrow], canvas: &Canvas) -> String {
    let points = || canvas.curves.iter().flatten().flat_map(|curve| curve.points.iter().copied());
    let corners =
        || canvas.boxes.iter().flat_map(|rect| [Point::new(rect.x, rect.y), Point::new(rect.right(), rect.bottom())]);
    let all = || points().chain(corners());
    let low = |of: fn(Point) -> Px| all().map(of).min().unwrap_or(0) - MARGIN_PX;
    let high = |of: fn(Point) -> Px| all().map(of).max().unwrap_or(0) + MARGIN_PX;
    let (left, top) = (low(|point| point.x), low(|point| point.y));
    let (width, height) = (high(|point| point.x) - left, high(|point| point.y) - top);
    let mut out = format!(
        "<svg class=\"acts\" viewBox=\"{left} {top} {width} {height}\" width=\"{width}\" height=\"{height}\">\n"
    );
    for (arrow, curve) in arrows.iter().zip(&canvas.curves) {
        if let Some(curve) = curve {
            write_curve(arrow.kind, curve, &mut out);
        }
    }
    for ((card, lines), rect) in cards.iter().zip(texts).zip(&canvas.boxes) {
        write_card(card, lines, *rect, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

fn write_curve(kind: Kind, curve: &Curve, out: &mut String) {
    let class = if kind == Kind::Amends { "amends" } else { "repeals" };
    let Some((start, rest)) = curve.points.split_first() else { return };
    out.push_str(&format!("<path class=\"{class}\" d=\"M{} {}", start.x, start.y));
    for piece in rest.chunks_exact(3) {
        let [a, b, c] = [piece[0], piece[1], piece[2]];
        out.push_str(&format!("C{} {} {} {} {} {}", a.x, a.y, b.x, b.y, c.x, c.y));
    }
    out.push_str("\"/>\n");
    let ends = match curve.points.as_slice() {
        [tip, control, ..] if curve.is_turned => Some((*tip, *control)),
        [.., control, tip] => Some((*tip, *control)),
        _ => None,
    };
    if let Some((tip, control)) = ends {
        let [left, right] = wings(tip, control);
        out.push_str(&format!(
            "<path class=\"{class} tip\" d=\"M{} {}L{} {}L{} {}Z\"/>\n",
            tip.x, tip.y, left.x, left.y, right.x, right.y
        ));
    }
}

/// The back corners of an arrow head that lies along the end of its curve.
fn wings(tip: Point, control: Point) -> [Point; 2] {
    const LENGTH: i64 = 11;
    const HALF: i64 = 5;
    let (dx, dy) = (i64::from(control.x - tip.x), i64::from(control.y - tip.y));
    let distance = (dx * dx + dy * dy).isqrt();
    let (dx, dy, distance) = if distance == 0 { (-1, 0, 1) } else { (dx, dy, distance) };
    let corner = |side: i64| {
        let x = (dx * LENGTH - dy * HALF * side) / distance;
        let y = (dy * LENGTH + dx * HALF * side) / distance;
        Point::new(tip.x + x as Px, tip.y + y as Px)
    };
    [corner(1), corner(-1)]
}

fn write_card(card: &Card, lines: &[String], rect: Rect, out: &mut String) {
    if let Some(href) = &card.href {
        out.push_str("<a");
        attribute(out, "href", href);
        out.push_str(">\n");
    }
    let class = if card.mark.is_some() { "is-repealed" } else { "in-force" };
    out.push_str(&format!(
        "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\"/>\n",
        rect.x, rect.y, rect.w, rect.h
    ));
    let centre = rect.centre().x;
    for (at, line) in lines.iter().enumerate() {
        let y = rect.y + PAD_PX + LINE_PX * at as Px + 15;
        let is_mark = card.mark.is_some() && at + 1 == lines.len();
        out.push_str(&format!("<text x=\"{centre}\" y=\"{y}\""));
        if is_mark {
            attribute(out, "class", "mark");
        } else if let Some(lang) = card.lang {
            attribute(out, "lang", lang);
        }
        out.push('>');
        escape(out, line);
        out.push_str("</text>\n");
    }
    if card.href.is_some() {
        out.push_str("</a>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cards(count: usize) -> Vec<Card> {
        let card =
            |at: usize| Card {
                text: format!("№ {at}, {}", "сөз ".repeat(at % 9)), lang: None, href: None, mark: None
            };
        (0..count).map(card).collect()
    }

    /// Every box is drawn where nothing else stands, and every arrow is drawn.
    fn assert_drawn(count: usize, arrows: &[Arrow]) {
        let cards = cards(count);
        let svg = draw(&cards, arrows);
        assert_eq!(svg.matches("<rect ").count(), count);
        assert_eq!(svg.matches(" tip\"").count(), arrows.len());
    }

    fn arrow(from: usize, to: usize) -> Arrow {
        Arrow { from, to, kind: if (from + to).is_multiple_of(2) { Kind::Amends } else { Kind::Repeals } }
    }

    #[test]
    fn chains_fans_and_cycles_are_drawn() {
        assert_drawn(1, &[]);
        assert_drawn(12, &(1..12).map(|at| arrow(at - 1, at)).collect::<Vec<_>>());
        assert_drawn(40, &(1..40).map(|at| arrow(0, at)).collect::<Vec<_>>());
        assert_drawn(40, &(1..40).map(|at| arrow(at, 0)).collect::<Vec<_>>());
        assert_drawn(3, &[arrow(0, 1), arrow(1, 2), arrow(2, 0)]);
        assert_drawn(2, &[arrow(0, 1), arrow(1, 0)]);
    }

    #[test]
    fn any_graph_is_drawn() {
        let mut seed = 1u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        for _ in 0..120 {
            let count = 2 + random(14);
            let mut arrows: Vec<Arrow> = Vec::new();
            for _ in 0..random(2 * count) {
                let (from, to) = (random(count), random(count));
                if from != to && !arrows.iter().any(|known| (known.from, known.to) == (from, to)) {
                    arrows.push(arrow(from, to));
                }
            }
            assert_drawn(count, &arrows);
        }
    }

    #[test]
    fn a_line_never_outgrows_its_box() {
        let card =
            Card {
                text: format!("{} екі\nүш", "ұ".repeat(100)), lang: None, href: None, mark: Some("төрт".into())
            };
        let lines = lines(&card);
        assert!(lines.iter().all(|line| line.chars().count() <= LINE_CHARS_MAX));
        assert_eq!(lines.concat().replace(' ', ""), format!("{}екіүштөрт", "ұ".repeat(100)));
    }
}
