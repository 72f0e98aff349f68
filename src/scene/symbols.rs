//! The symbols of the notation. A drawing and its legend draw with the same functions.
//!
//! In: the rectangle that a symbol fills. Out: its marks. Holds: whole pixels; BPMN 2.0, chapter 13 for diagrams, and the
//! flow-chart symbols of the acts for handbooks.

use super::types::{Mark, Paint};
use crate::base::{Point, Px, Rect};

const TASK_RADIUS: Px = 8;
const FOLD: Px = 10;
/// The inner circle of an intermediate event lies so far inside the outer.
const RING: Px = 3;

/// Where in a process an event stands: it decides the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Start,
    Intermediate,
    End,
    /// An end that refuses the service.
    Refused,
}

/// What an event is about: it decides the marker in the circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trigger {
    None,
    /// A message that is received: a white envelope.
    Received,
    /// A message that is sent: a filled envelope.
    Sent,
    Timer,
    Error,
}

pub(super) fn task(rect: Rect, is_refusal: bool) -> Vec<Mark> {
    let paint = if is_refusal { Paint::Refusal } else { Paint::Box };
    vec![Mark::Rect { rect, radius: TASK_RADIUS, paint }]
}

/// An action of a handbook: square corners.
pub(super) fn action(rect: Rect) -> Vec<Mark> {
    vec![Mark::Rect { rect, radius: 0, paint: Paint::Box }]
}

/// Start or finish of a handbook.
pub(super) fn pill(rect: Rect) -> Vec<Mark> {
    vec![Mark::Rect { rect, radius: rect.h / 2, paint: Paint::Pill }]
}

/// The diamond of a handbook's choice.
pub(super) fn choice(rect: Rect) -> Vec<Mark> {
    let middle = rect.centre();
    let corners = [(middle.x, rect.y), (rect.right(), middle.y), (middle.x, rect.bottom()), (rect.x, middle.y)];
    vec![closed(&corners, Paint::Choice)]
}

/// An exclusive gateway: the diamond with its X.
pub(super) fn gateway(rect: Rect) -> Vec<Mark> {
    let Point { x, y } = rect.centre();
    // Half the height of the X, and half the thickness of its arms along the axes.
    let (arm, half) = (rect.w / 6, 2);
    let cross = [
        (x - arm - half, y - arm),
        (x - arm + half, y - arm),
        (x, y - half),
        (x + arm - half, y - arm),
        (x + arm + half, y - arm),
        (x + half, y),
        (x + arm + half, y + arm),
        (x + arm - half, y + arm),
        (x, y + half),
        (x - arm + half, y + arm),
        (x - arm - half, y + arm),
        (x - half, y),
    ];
    let mut marks = choice(rect);
    marks.push(closed(&cross, Paint::Solid));
    marks
}

pub(super) fn event(rect: Rect, stage: Stage, trigger: Trigger) -> Vec<Mark> {
    let centre = rect.centre();
    let radius = rect.w.min(rect.h) / 2;
    let circle = |radius: Px, paint| Mark::Circle { centre, radius, paint };
    let mut marks = match stage {
        Stage::Start => vec![circle(radius, Paint::Event)],
        Stage::Intermediate => vec![circle(radius, Paint::Event), circle(radius - RING, Paint::Event)],
        // The thick outline stays within the rectangle.
        Stage::End => vec![circle(radius - 1, Paint::End)],
        Stage::Refused => vec![circle(radius - 1, Paint::Refused)],
    };
    match trigger {
        Trigger::None => {}
        Trigger::Received => marks.extend(envelope(centre)),
        Trigger::Sent => marks.extend(filled_envelope(centre)),
        Trigger::Timer => marks.extend(dial(centre)),
        Trigger::Error => marks.push(bolt(centre)),
    }
    marks
}

fn envelope(centre: Point) -> [Mark; 2] {
    let rect = Rect::new(centre.x - 9, centre.y - 6, 18, 12);
    let flap = [(rect.x, rect.y), (centre.x, centre.y + 1), (rect.right(), rect.y)];
    [Mark::Rect { rect, radius: 0, paint: Paint::Paper }, open(&flap, Paint::Paper)]
}

/// Flap and body, with a gap that shows the fold.
fn filled_envelope(centre: Point) -> [Mark; 2] {
    let Point { x, y } = centre;
    let flap = [(x - 8, y - 7), (x + 8, y - 7), (x, y)];
    let body = [(x - 10, y - 6), (x, y + 3), (x + 10, y - 6), (x + 10, y + 7), (x - 10, y + 7)];
    [closed(&flap, Paint::Solid), closed(&body, Paint::Solid)]
}

fn dial(centre: Point) -> Vec<Mark> {
    let Point { x, y } = centre;
    let hour = |dx: Px, dy: Px| open(&[(x + dx * 8, y + dy * 8), (x + dx * 10, y + dy * 10)], Paint::Line);
    let mut marks = vec![Mark::Circle { centre, radius: 10, paint: Paint::Paper }];
    marks.extend([hour(0, -1), hour(1, 0), hour(0, 1), hour(-1, 0)]);
    marks.push(open(&[(x + 2, y - 7), (x, y), (x + 5, y + 1)], Paint::Line));
    marks
}

fn bolt(centre: Point) -> Mark {
    let Point { x, y } = centre;
    closed(
        &[(x - 9, y + 9), (x - 4, y - 8), (x + 3, y + 1), (x + 9, y - 9), (x + 4, y + 8), (x - 3, y - 1)],
        Paint::Solid,
    )
}

/// A sheet of paper with its upper right corner folded.
pub(super) fn document(rect: Rect) -> Vec<Mark> {
    let (fold_x, fold_y) = (rect.right() - FOLD, rect.y + FOLD);
    let sheet = [
        (rect.x, rect.y),
        (fold_x, rect.y),
        (rect.right(), fold_y),
        (rect.right(), rect.bottom()),
        (rect.x, rect.bottom()),
    ];
    let corner = [(fold_x, rect.y), (fold_x, fold_y), (rect.right(), fold_y)];
    vec![closed(&sheet, Paint::Paper), open(&corner, Paint::Paper)]
}

/// The band of a lane, and the strip with its name.
pub(super) fn lane(rect: Rect, header: Rect) -> Vec<Mark> {
    vec![
        Mark::Rect { rect, radius: 0, paint: Paint::Band },
        Mark::Rect { rect: header, radius: 0, paint: Paint::Header },
    ]
}

/// A small circle that bears a letter, where a line goes on elsewhere.
pub(super) fn connector(rect: Rect) -> Vec<Mark> {
    vec![Mark::Circle { centre: rect.centre(), radius: rect.w.min(rect.h) / 2, paint: Paint::Event }]
}

/// The clock before a term, in the middle of a line of capitals that stands on `baseline`.
pub(super) fn clock(left: Px, baseline: Px) -> [Mark; 2] {
    clock_at(Point::new(left + 6, baseline - 4))
}

/// The same around a point.
pub(super) fn clock_at(centre: Point) -> [Mark; 2] {
    let hands = [(centre.x, centre.y - 3), (centre.x, centre.y), (centre.x + 3, centre.y)];
    [Mark::Circle { centre, radius: 5, paint: Paint::Fine }, open(&hands, Paint::Fine)]
}

pub(super) fn open(points: &[(Px, Px)], paint: Paint) -> Mark {
    Mark::Path { points: to_points(points), closed: false, paint }
}

pub(super) fn closed(points: &[(Px, Px)], paint: Paint) -> Mark {
    Mark::Path { points: to_points(points), closed: true, paint }
}

fn to_points(points: &[(Px, Px)]) -> Vec<Point> {
    points.iter().map(|&(x, y)| Point::new(x, y)).collect()
}
