//! Marks of a scene as paths of a canvas.

use super::palette;
use crate::base::{Point, Rect, Size};
use crate::scene::{Anchor, Mark, Paint, Part, SceneSheet, WordRun};
use crate::text::{Curve, Style, Weight, outline};
use crate::theme::{Colour, Drawing, PaintStyle};
use tiny_skia::{FillRule, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

/// How far the handles of a curve reach that is a quarter of a circle, as a part of its radius.
const QUARTER: f32 = 0.552_284_8;

/// No stroke of a theme reaches further from its line.
const STROKE_MAX: f32 = 100.0;

pub(super) struct Canvas<'t> {
    pixmap: Pixmap,
    theme: &'t Drawing,
    /// From the pixels of what is being drawn to dots.
    place: Transform,
    density: f32,
}

impl<'t> Canvas<'t> {
    /// An empty sheet; `None` where there is not so much memory to ask for.
    pub fn new(size: Size, density: u32, theme: &'t Drawing) -> Option<Canvas<'t>> {
        let side = |px: i32| u32::try_from(px.max(1)).ok()?.checked_mul(density);
        let mut pixmap = Pixmap::new(side(size.w)?, side(size.h)?)?;
        pixmap.fill(ink(theme.sheet.light.fill).unwrap_or(tiny_skia::Color::WHITE));
        let density = density as f32;
        Some(Canvas { pixmap, theme, place: Transform::from_scale(density, density), density })
    }

    pub fn encode(&self, density: u32) -> Option<Vec<u8>> {
        palette::encode(&self.pixmap, density)
    }

    pub fn sheet(&mut self, sheet: &SceneSheet, at: [f32; 2], scale: f32) {
        self.parts(sheet.parts.iter(), at, scale);
    }

    /// Parts whose own upper left corner lies at `at`.
    pub fn parts<'p>(&mut self, parts: impl Iterator<Item = &'p Part>, at: [f32; 2], scale: f32) {
        let usual = self.place;
        self.place = Transform::from_row(
            self.density * scale,
            0.0,
            0.0,
            self.density * scale,
            self.density * at[0],
            self.density * at[1],
        );
        parts.for_each(|part| self.marks(&part.shapes));
        self.place = usual;
    }

    pub fn marks(&mut self, marks: &[Mark]) {
        marks.iter().for_each(|mark| self.mark(mark));
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Rect { rect, radius, paint } => self.shape(bent(*rect, *radius), *paint),
            Mark::Circle { centre, radius, paint } => {
                let (x, y) = (centre.x as f32, centre.y as f32);
                self.shape(PathBuilder::from_circle(x, y, radius.max(&0).to_owned() as f32), *paint);
            }
            Mark::Path { points, closed, paint } => self.shape(line(points, *closed), *paint),
            Mark::Words(run) => self.words(run),
        }
    }

    /// Filled, then its outline: as the SVG of it would be. A shape without extent is nothing.
    fn shape(&mut self, path: Option<Path>, paint: Paint) {
        let Some(path) = path.filter(|path| self.meets(path.bounds())) else { return };
        let style = paint.style(self.theme);
        if let Some(paint) = paint_of(style.light.fill) {
            self.pixmap.fill_path(&path, &paint, FillRule::Winding, self.place, None);
        }
        if let Some((paint, stroke)) = paint_of(style.light.stroke).zip(stroke(style)) {
            self.pixmap.stroke_path(&path, &paint, &stroke, self.place, None);
        }
    }

    /// Whether something of these bounds may leave a dot: what runs off a card costs nothing.
    fn meets(&self, bounds: tiny_skia::Rect) -> bool {
        let Some(seen) = bounds.transform(self.place) else { return true };
        let far = STROKE_MAX * self.place.sx;
        let (width, height) = (self.pixmap.width() as f32, self.pixmap.height() as f32);
        seen.right() > -far && seen.bottom() > -far && seen.left() < width + far && seen.top() < height + far
    }

    fn words(&mut self, run: &WordRun) {
        let (x, y, reach) = (run.at.x as f32, run.at.y as f32, (run.width + run.size) as f32);
        let room = tiny_skia::Rect::from_ltrb(x - reach, y - reach, x + reach, y + reach);
        if !room.is_some_and(|room| self.meets(room)) {
            return;
        }
        let weight = if run.bold { Weight::Bold } else { Weight::Regular };
        let (curves, reach) = outline(&run.words, Style { size: run.size, weight });
        let tone = &self.theme.sheet.light;
        let Some((path, paint)) = letters(&curves).zip(paint_of(if run.quiet { tone.quiet } else { tone.text })) else {
            return;
        };
        let shift = match run.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => -reach / 2.0,
        };
        let at = self.place.pre_translate(run.at.x as f32, run.at.y as f32);
        // A quarter of a turn in whole numbers, which no machine rounds.
        let turned = if run.upright { at.pre_concat(Transform::from_row(0.0, -1.0, 1.0, 0.0, 0.0, 0.0)) } else { at };
        self.pixmap.fill_path(&path, &paint, FillRule::Winding, turned.pre_translate(shift, 0.0), None);
    }
}

fn ink(colour: Colour) -> Option<tiny_skia::Color> {
    let [red, green, blue] = colour.channels()?;
    Some(tiny_skia::Color::from_rgba8(red, green, blue, 255))
}

fn paint_of(colour: Colour) -> Option<tiny_skia::Paint<'static>> {
    let mut paint = tiny_skia::Paint::default();
    paint.set_color(ink(colour)?);
    Some(paint)
}

/// None where the style has no width.
fn stroke(style: &PaintStyle) -> Option<Stroke> {
    let width = style.width.pixels();
    let mut dash: Vec<f32> = style.dash.iter().map(|length| length.pixels()).collect();
    // As in SVG, strokes and gaps change places each time in a list of odd length.
    if dash.len() % 2 == 1 {
        dash.extend(dash.clone());
    }
    (width > 0.0).then(|| Stroke { width, dash: StrokeDash::new(dash, 0.0), ..Stroke::default() })
}

fn line(points: &[Point], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (at, point) in points.iter().enumerate() {
        let (x, y) = (point.x as f32, point.y as f32);
        if at == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if closed {
        path.close();
    }
    path.finish()
}

/// A box, with corners that are quarters of a circle.
fn bent(rect: Rect, radius: i32) -> Option<Path> {
    let Rect { x, y, w, h } = rect;
    let (left, top, right, bottom) = (x as f32, y as f32, (x + w.max(0)) as f32, (y + h.max(0)) as f32);
    let radius = radius.clamp(0, w.min(h).max(0) / 2) as f32;
    if radius == 0.0 {
        return Some(PathBuilder::from_rect(tiny_skia::Rect::from_ltrb(left, top, right, bottom)?));
    }
    let reach = radius * (1.0 - QUARTER);
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - reach, top, right, top + reach, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - reach, right - reach, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.cubic_to(left + reach, bottom, left, bottom - reach, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + reach, left + reach, top, left + radius, top);
    path.close();
    path.finish()
}

fn letters(curves: &[Curve]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for curve in curves {
        match *curve {
            Curve::Move([x, y]) => path.move_to(x, y),
            Curve::Line([x, y]) => path.line_to(x, y),
            Curve::Quad([x1, y1], [x, y]) => path.quad_to(x1, y1, x, y),
            Curve::Cubic([x1, y1], [x2, y2], [x, y]) => path.cubic_to(x1, y1, x2, y2, x, y),
            Curve::Close => path.close(),
        }
    }
    path.finish()
}
