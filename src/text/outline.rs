//! The outlines of words, for what cannot be given a font: pictures made of pixels.
//!
//! In: one line of words, its style. Out: [`Curve`]s in pixels, from the start of the base line, downward as on a screen.
//! Holds: letters stand where measuring counted them to stand.

use super::face::{self, EM};
use super::{Style, folded};
use rustybuzz::ttf_parser::OutlineBuilder;

/// A piece of an outline: to a point, by way of none, one or two others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Curve {
    Move([f32; 2]),
    Line([f32; 2]),
    Quad([f32; 2], [f32; 2]),
    Cubic([f32; 2], [f32; 2], [f32; 2]),
    Close,
}

/// The outlines of words on one line, and how far the line reaches.
pub fn outline(words: &str, style: Style) -> (Vec<Curve>, f32) {
    let text = folded(words);
    let scale = style.size.max(0) as f32 / EM as f32;
    let mut pen = Pen { curves: Vec::with_capacity(text.len() * 12), scale, at: [0, 0] };
    face::letters(&text, style.weight, |face, glyph, at| {
        pen.at = at;
        // A space has no outline.
        let _ = face.outline_glyph(glyph, &mut pen);
    });
    let reach = face::Measure::new(style.weight).units(&text);
    (pen.curves, reach as f32 * scale)
}

struct Pen {
    curves: Vec<Curve>,
    scale: f32,
    /// Where the letter stands, in font units.
    at: [i64; 2],
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> [f32; 2] {
        [(self.at[0] as f32 + x) * self.scale, -(self.at[1] as f32 + y) * self.scale]
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.curves.push(Curve::Move(self.point(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.curves.push(Curve::Line(self.point(x, y)));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.curves.push(Curve::Quad(self.point(x1, y1), self.point(x, y)));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.curves.push(Curve::Cubic(self.point(x1, y1), self.point(x2, y2), self.point(x, y)));
    }

    fn close(&mut self) {
        self.curves.push(Curve::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Weight, width};

    fn reach_of_ink(curves: &[Curve]) -> [f32; 2] {
        let xs = curves.iter().filter_map(|curve| match curve {
            Curve::Move([x, _]) | Curve::Line([x, _]) | Curve::Quad(_, [x, _]) | Curve::Cubic(.., [x, _]) => Some(*x),
            Curve::Close => None,
        });
        xs.fold([f32::MAX, f32::MIN], |[low, high], x| [low.min(x), high.max(x)])
    }

    #[test]
    fn the_ink_of_a_line_fills_the_width_that_was_measured() {
        for weight in [Weight::Regular, Weight::Bold] {
            let style = Style { size: 40, weight };
            let words = "Әкімдік  ғылымы, № 5 «іңұүқөһ»";
            let (curves, reach) = outline(words, style);
            let [low, high] = reach_of_ink(&curves);
            assert!(low >= -1.0 && high <= reach + 1.0 && high > reach - 8.0, "{low} {high} {reach}");
            assert_eq!(reach.ceil() as i32, width(words, style));
        }
    }

    #[test]
    fn letters_stand_above_the_base_line_and_tails_below_it() {
        let style = Style { size: 100, weight: Weight::Regular };
        let heights = |words: &str| -> Vec<f32> {
            let points = |curve: &Curve| match curve {
                Curve::Move([_, y]) | Curve::Line([_, y]) => Some(*y),
                _ => None,
            };
            outline(words, style).0.iter().filter_map(points).collect()
        };
        assert!(heights("Н").iter().all(|y| (-100.0..=0.0).contains(y)) && !heights("Н").is_empty());
        assert!(heights("Ң").iter().any(|y| *y > 5.0), "the tail of Ң");
        assert!(outline("  ", style).0.is_empty());
    }

    #[test]
    fn letters_that_the_face_lacks_keep_the_room_that_was_measured() {
        let style = Style { size: 40, weight: Weight::Regular };
        let (_, reach) = outline("漢字", style);
        assert_eq!(reach as i32, width("漢字", style));
    }
}
