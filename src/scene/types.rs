//! The scene: what a drawing consists of, ready to be transcribed. Every length is in pixels.

use super::walk::Walk;
use crate::base::{Lang, Point, Px, Rect, Size, Text};
use crate::theme::{Drawing, PaintStyle};
use serde::Serialize;

/// A whole drawing: sheets under one another, each a picture of its own.
#[derive(Debug, Clone, Serialize)]
pub struct Scene {
    /// Names the drawing within its regulation: `portal`, `provider`.
    pub id: String,
    /// Language of the texts in the drawing.
    pub language: Lang,
    /// Accessible name: the heading of the appendix.
    pub title: String,
    /// Accessible description: what the drawing says, in a sentence or two.
    pub description: String,
    pub size: Size,
    pub sheets: Vec<SceneSheet>,
    /// How its reader may go through it, part by part.
    pub walk: Walk,
}

/// One sheet: its place in the drawing and its parts in reading order.
#[derive(Debug, Clone, Serialize)]
pub struct SceneSheet {
    /// Where the sheet lies. Its marks count from its upper left corner, so that one sheet does not move another.
    pub rect: Rect,
    pub parts: Vec<Part>,
}

/// A named group: one element of the text, or a piece of furniture.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// Unique within the drawing, from the source's ids.
    pub id: String,
    pub role: PartRole,
    /// The full sentence: shown on hover, read by a screen reader.
    pub title: Option<String>,
    /// The id of the step or item whose place in the text this part links to.
    pub link: Option<String>,
    pub shapes: Vec<Mark>,
}

/// What a part is. Backends and styles may tell parts apart by it, never by colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartRole {
    Lane,
    Task,
    Gateway,
    Event,
    Document,
    Terminator,
    Flow,
    Message,
    Association,
    Connector,
    Label,
    Legend,
    /// What a file says of its act before the drawing.
    Notice,
}

/// How a mark is painted. The theme gives each paint its colours, light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paint {
    /// Band of a lane.
    Band,
    /// Header of a lane.
    Header,
    /// Box of a task or an action.
    Box,
    /// Box of a refusal.
    Refusal,
    /// Diamond.
    Choice,
    /// Start or finish of a handbook.
    Pill,
    /// Thin outline, white inside: start, intermediate.
    Event,
    /// Thick outline: end.
    End,
    /// Thick outline: end of a refusal.
    Refused,
    /// Filled with the line's colour: arrow heads, filled envelopes.
    Solid,
    /// An unfilled line of normal width.
    Line,
    /// An unfilled dashed line: message flow.
    Dashed,
    /// An unfilled dotted line: association.
    Dotted,
    /// An unfilled thin line: the clock of a term.
    Fine,
    /// White inside with a thin outline: envelope, sheet of paper, open arrow head.
    Paper,
    /// The filled circle of a sign, and the sign in it, of what changed.
    Badge,
    BadgeSign,
}

impl Paint {
    /// How a theme paints it.
    pub fn style(self, theme: &Drawing) -> &PaintStyle {
        let paints = &theme.paint;
        match self {
            Paint::Band => &paints.band,
            Paint::Header => &paints.header,
            Paint::Box => &paints.task,
            Paint::Refusal => &paints.refusal,
            Paint::Choice => &paints.choice,
            Paint::Pill => &paints.pill,
            Paint::Event => &paints.event,
            Paint::End => &paints.end,
            Paint::Refused => &paints.refused,
            Paint::Solid => &paints.solid,
            Paint::Line => &paints.line,
            Paint::Dashed => &paints.dashed,
            Paint::Dotted => &paints.dotted,
            Paint::Fine => &paints.fine,
            // Only what bears a sign has a badge, and its style says the rest.
            Paint::Paper | Paint::Badge | Paint::BadgeSign => &paints.paper,
        }
    }
}

/// A primitive.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Rect {
        rect: Rect,
        radius: Px,
        paint: Paint,
    },
    Circle {
        centre: Point,
        radius: Px,
        paint: Paint,
    },
    /// Closed when `closed`.
    Path {
        points: Vec<Point>,
        closed: bool,
        paint: Paint,
    },
    Words(WordRun),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    Start,
    Middle,
}

/// One line of text.
#[derive(Debug, Clone, Serialize)]
pub struct WordRun {
    pub words: String,
    /// Base line: its start, or its middle.
    pub at: Point,
    pub anchor: Anchor,
    pub size: Px,
    pub bold: bool,
    /// Width as measured with the bundled font.
    pub width: Px,
    /// Read from bottom to top, as in the header of a row.
    pub upright: bool,
    /// A quieter colour: terms, numbers.
    pub quiet: bool,
}

/// The words of a text in a drawing's language, or in the one it exists in.
pub(crate) fn say(text: &Text, language: Lang) -> &str {
    text.best(language).1
}

impl Mark {
    /// The same mark elsewhere.
    pub(super) fn moved(self, by: Point) -> Mark {
        let point = |point: Point| Point::new(point.x + by.x, point.y + by.y);
        match self {
            Mark::Rect { rect, radius, paint } => {
                let Point { x, y } = point(Point::new(rect.x, rect.y));
                Mark::Rect { rect: Rect::new(x, y, rect.w, rect.h), radius, paint }
            }
            Mark::Circle { centre, radius, paint } => Mark::Circle { centre: point(centre), radius, paint },
            Mark::Path { points, closed, paint } => {
                Mark::Path { points: points.into_iter().map(point).collect(), closed, paint }
            }
            Mark::Words(run) => Mark::Words(WordRun { at: point(run.at), ..run }),
        }
    }
}
