//! A card: the picture that stands beside a link to a regulation in a message or on another site.
//!
//! In: whose regulation it is, its title, a mark, the scene of its drawing. Out: a [`Card`] of the usual size.
//! Holds: no word leaves the card; the drawing is shown whole where it can be made out, else from its beginning, so that
//! it runs off the card.

use super::types::{Anchor, Mark, Part, PartRole, Scene, SceneSheet, WordRun};
use crate::base::{Point, Px, Rect, Size};
use crate::text::{Style, Weight, line_height, width, wrap};

/// What those who show previews ask for.
pub const SIZE: Size = Size::new(1200, 630);
const MARGIN: Px = 56;
const TOP: Px = 40;
const GAP: Px = 28;
const KICKER: Px = 28;
/// A long title is set smaller, and at last cut.
const TITLES: [(Px, usize); 3] = [(44, 2), (36, 3), (30, 3)];
/// A drawing is made smaller by no more than this, in hundredths, and larger by no more than that.
const SCALE_MIN: Px = 55;
const SCALE_MAX: Px = 125;
/// What runs off the card fills its width, unless that made it larger than this.
const SCALE_CUT_MAX: Px = 90;

/// What a card says beside its drawing.
#[derive(Debug, Clone, Copy)]
pub struct CardWords<'a> {
    /// Above the title: whose regulation it is.
    pub kicker: &'a str,
    /// Before that, in bold: that the act is no longer in force.
    pub mark: Option<&'a str>,
    pub title: &'a str,
}

/// A picture of words above a drawing.
#[derive(Debug, Clone)]
pub struct Card<'s> {
    pub size: Size,
    pub marks: Vec<Mark>,
    /// None where the drawing is empty.
    pub picture: Option<Picture<'s>>,
}

/// A view of a sheet, and where it lies on the card.
#[derive(Debug, Clone)]
pub struct Picture<'s> {
    pub sheet: &'s SceneSheet,
    pub view: Rect,
    pub place: Rect,
}

impl Picture<'_> {
    /// A legend explains signs to a reader, who has the page.
    pub fn shows(&self, part: &Part) -> bool {
        part.role != PartRole::Legend
    }
}

/// Puts words above the first sheet of a drawing.
pub fn card<'s>(words: &CardWords<'_>, drawing: &'s Scene) -> Card<'s> {
    let mut marks = Vec::new();
    let top = title(words.title, kicker(words, TOP, &mut marks), &mut marks);
    let picture = drawing.sheets.first().and_then(|sheet| picture(sheet, top + GAP));
    Card { size: SIZE, marks, picture }
}

/// The line above the title; gives its lower end.
fn kicker(words: &CardWords<'_>, top: Px, marks: &mut Vec<Mark>) -> Px {
    let bold = Style { size: KICKER, weight: Weight::Bold };
    let plain = Style { size: KICKER, weight: Weight::Regular };
    let baseline = top + KICKER;
    let mut x = MARGIN;
    if let Some(mark) = words.mark {
        marks.push(words_at(mark, Point::new(x, baseline), bold, false));
        x += width(mark, bold) + KICKER;
    }
    if let Some(line) = fitting(words.kicker, plain, SIZE.w - MARGIN - x, 1).into_iter().next() {
        marks.push(words_at(&line, Point::new(x, baseline), plain, true));
    }
    top + line_height(plain) + KICKER / 4
}

/// The title in the largest letters that have room for it; gives its lower end.
fn title(words: &str, top: Px, marks: &mut Vec<Mark>) -> Px {
    let room = SIZE.w - 2 * MARGIN;
    let style = |size| Style { size, weight: Weight::Bold };
    let fits = |(size, lines): &&(Px, usize)| wrap(words, style(*size), room).lines.len() <= *lines;
    let (size, most) = *TITLES.iter().find(fits).unwrap_or(&TITLES[TITLES.len() - 1]);
    let step = line_height(style(size));
    let mut baseline = top + size;
    for line in fitting(words, style(size), room, most) {
        marks.push(words_at(&line, Point::new(MARGIN, baseline), style(size), false));
        baseline += step;
    }
    baseline - size
}

/// The first lines of a text; where there is more of it, the last of them ends in dots.
fn fitting(words: &str, style: Style, room: Px, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = wrap(words, style, room).lines.into_iter().map(|line| line.words).collect();
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        let cut = |words: &str| format!("{}…", words.trim_end_matches([' ', '-', ',', ';', '(', '«']));
        while !last.is_empty() && width(&cut(last), style) > room {
            last.pop();
        }
        *last = cut(last);
    }
    lines
}

fn words_at(words: &str, at: Point, style: Style, quiet: bool) -> Mark {
    Mark::Words(WordRun {
        words: words.to_owned(),
        at,
        anchor: Anchor::Start,
        size: style.size,
        bold: style.weight == Weight::Bold,
        width: width(words, style),
        upright: false,
        quiet,
    })
}

/// The drawing below the words: as a whole, or from its upper left corner.
fn picture(sheet: &SceneSheet, top: Px) -> Option<Picture<'_>> {
    let extent = extent(sheet)?;
    let room = Size::new(SIZE.w - 2 * MARGIN, SIZE.h - MARGIN / 2 - top);
    let across = room.w * 100 / extent.w.max(1);
    let whole = across.min(room.h * 100 / extent.h.max(1));
    let scale = if whole >= SCALE_MIN { whole.min(SCALE_MAX) } else { across.clamp(SCALE_MIN, SCALE_CUT_MAX) };
    let place = Rect::new(MARGIN, top, extent.w * scale / 100, extent.h * scale / 100);
    Some(Picture { sheet, view: extent, place })
}

/// The room that everything but the legend takes.
fn extent(sheet: &SceneSheet) -> Option<Rect> {
    let shown = sheet.parts.iter().filter(|part| part.role != PartRole::Legend);
    let corners: Vec<Point> = shown.flat_map(|part| &part.shapes).flat_map(corners).collect();
    let left = corners.iter().map(|point| point.x).min()?;
    let top = corners.iter().map(|point| point.y).min()?;
    let right = corners.iter().map(|point| point.x).max()?;
    let bottom = corners.iter().map(|point| point.y).max()?;
    Some(Rect::new(left, top, right - left, bottom - top))
}

/// Where a mark begins and ends. Words that are read upward stand within a shape.
fn corners(mark: &Mark) -> Vec<Point> {
    let of_rect = |rect: &Rect| vec![Point::new(rect.x, rect.y), Point::new(rect.right(), rect.bottom())];
    match mark {
        Mark::Rect { rect, .. } => of_rect(rect),
        Mark::Circle { centre, radius, .. } => of_rect(&Rect::new(centre.x, centre.y, 0, 0).grown(*radius)),
        Mark::Path { points, .. } => points.clone(),
        Mark::Words(run) if run.upright => Vec::new(),
        Mark::Words(WordRun { at, anchor, width, size, .. }) => {
            let left = if *anchor == Anchor::Middle { at.x - width / 2 } else { at.x };
            of_rect(&Rect::new(left, at.y - size, *width, *size))
        }
    }
}
