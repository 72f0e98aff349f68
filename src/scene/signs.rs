//! Signs of what came, went and changed: a small circle with +, − or ~ at each part that bears one.
//!
//! In: a painted scene, and which parts bear which sign. Out: the same scene with a badge for each.
//! Holds: badges lie above everything else; a part and its badge bear the same sign; the sign is a drawn line, so that no
//! font can lose it. Absent on purpose: colours.

use super::types::{Mark, Paint, Part, PartRole, Scene};
use crate::base::{Point, Px, Rect};
use crate::theme::Drawing;
use std::collections::BTreeMap;

const RADIUS: Px = 8;
const ARM: Px = 4;

/// What happened to a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    Added,
    Removed,
    Changed,
}

/// Signs by the id of their part.
pub type Signs = BTreeMap<String, Sign>;

impl Scene {
    /// The scene without these parts: the rest stays where it is.
    pub fn without(mut self, is_left_out: impl Fn(&str) -> bool) -> Scene {
        for sheet in &mut self.sheets {
            sheet.parts.retain(|part| !is_left_out(&part.id));
        }
        self
    }

    /// Adds the badges. Gives the signs of the parts that are there, badges and all.
    pub fn sign(&mut self, signs: &Signs, theme: &Drawing) -> Signs {
        let mut borne = Signs::new();
        let language = self.language;
        for sheet in &mut self.sheets {
            let mut badges = Vec::new();
            for part in &mut sheet.parts {
                let Some(sign) = signs.get(&part.id).copied() else { continue };
                let words = match sign {
                    Sign::Added => &theme.words.added,
                    Sign::Removed => &theme.words.removed,
                    Sign::Changed => &theme.words.changed,
                };
                let title = part.title.as_deref().unwrap_or_default();
                let title = Some(format!("{}: {title}", words.get(language)));
                let id = format!("{}_sign", part.id);
                borne.insert(part.id.clone(), sign);
                if let Some(place) = place(part) {
                    borne.insert(id.clone(), sign);
                    badges.push(Part { id, role: PartRole::Label, title, link: None, shapes: badge(sign, place) });
                }
            }
            sheet.parts.extend(badges);
        }
        borne
    }
}

/// Where the badge of a part goes: on the corner of a box, on the side of a symbol, in the middle of a line.
fn place(part: &Part) -> Option<Point> {
    let is_line = matches!(part.role, PartRole::Flow | PartRole::Message | PartRole::Association);
    part.shapes.iter().find_map(|shape| match shape {
        Mark::Path { points, closed: false, .. } if is_line => middle(points),
        Mark::Rect { rect, .. } if part.role == PartRole::Lane => Some(inside(*rect)),
        Mark::Rect { rect, .. } => Some(Point::new(rect.x, rect.y)),
        Mark::Circle { centre, radius, .. } => Some(Point::new(centre.x - radius * 7 / 10, centre.y - radius * 7 / 10)),
        Mark::Path { points, closed: true, .. } => {
            let left = points.iter().map(|point| point.x).min()?;
            let top = points.iter().map(|point| point.y).min()?;
            let (right, bottom) = (points.iter().map(|p| p.x).max()?, points.iter().map(|p| p.y).max()?);
            Some(Point::new(left + (right - left) / 4, top + (bottom - top) / 4))
        }
        _ => None,
    })
}

/// A lane's badge lies in its corner, within the drawing.
fn inside(rect: Rect) -> Point {
    Point::new(rect.x + RADIUS + 2, rect.y + RADIUS + 2)
}

/// The middle of the longest stretch of a line.
fn middle(points: &[Point]) -> Option<Point> {
    let length = |pair: &[Point]| (pair[1].x - pair[0].x).abs() + (pair[1].y - pair[0].y).abs();
    let longest = points.windows(2).rev().max_by_key(|pair| length(pair))?;
    Some(Point::new((longest[0].x + longest[1].x) / 2, (longest[0].y + longest[1].y) / 2))
}

fn badge(sign: Sign, Point { x, y }: Point) -> Vec<Mark> {
    let line = |points: &[(Px, Px)]| Mark::Path {
        points: points.iter().map(|(dx, dy)| Point::new(x + dx, y + dy)).collect(),
        closed: false,
        paint: Paint::BadgeSign,
    };
    let level = line(&[(-ARM, 0), (ARM, 0)]);
    let mut marks = vec![Mark::Circle { centre: Point::new(x, y), radius: RADIUS, paint: Paint::Badge }];
    match sign {
        Sign::Added => marks.extend([level, line(&[(0, -ARM), (0, ARM)])]),
        Sign::Removed => marks.push(level),
        Sign::Changed => marks.push(line(&[(-5, 1), (-2, -2), (2, 2), (5, -1)])),
    }
    marks
}
