//! Lines of SVG, indented: one element a line, attributes in one order.

use super::escape::escape;
use super::style;
use crate::base::{Point, Px};
use crate::scene::{Anchor, Mark, Paint, WordRun};
use std::borrow::Cow;

/// Most drawings are shorter.
const USUAL_BYTES: usize = 1 << 15;

/// Said once for the whole drawing; only lines of another size say so.
pub(super) const USUAL_TEXT_SIZE: Px = 12;

/// Collects lines.
pub(super) struct Writer<'a> {
    out: String,
    depth: usize,
    /// Files are indented for their readers, and may meet a machine without their font. Drawings within pages have
    /// the page's font, and nobody compares them line by line.
    is_file: bool,
    id_prefix: &'a str,
    link_prefix: Option<&'a str>,
}

impl<'a> Writer<'a> {
    pub fn new(id_prefix: &'a str, link_prefix: Option<&'a str>, is_file: bool) -> Writer<'a> {
        Writer { out: String::with_capacity(USUAL_BYTES), depth: 0, is_file, id_prefix, link_prefix }
    }

    pub fn is_file(&self) -> bool {
        self.is_file
    }

    pub fn finish(self) -> String {
        self.out
    }

    /// An id as the document has it, escaped. White space would make two ids of one.
    pub fn id(&self, id: &str) -> String {
        let whole = [self.id_prefix, id].concat();
        match escape(&whole) {
            Cow::Borrowed(_) if !whole.contains(char::is_whitespace) => whole,
            safe => safe.replace(char::is_whitespace, "-"),
        }
    }

    /// Where a link to an element of the text leads, escaped.
    pub fn href(&self, link: &str) -> Option<String> {
        self.link_prefix.map(|prefix| escape(&[prefix, link].concat()).into_owned())
    }

    fn indent(&mut self) {
        if self.is_file {
            for _ in 0..self.depth {
                self.out.push_str("  ");
            }
        }
    }

    pub fn line(&mut self, pieces: &[&str]) {
        self.indent();
        self.out.extend(pieces.iter().copied());
        self.out.push('\n');
    }

    pub fn open(&mut self, pieces: &[&str]) {
        self.line(pieces);
        self.depth += 1;
    }

    pub fn close(&mut self, tag: &str) {
        self.depth -= 1;
        self.line(&[tag]);
    }

    pub fn mark(&mut self, mark: &Mark) {
        self.indent();
        let out = &mut self.out;
        match mark {
            Mark::Rect { rect, radius, paint } => {
                opened(out, "<rect", *paint);
                let sides = [("x", rect.x), ("y", rect.y), ("width", rect.w.max(0)), ("height", rect.h.max(0))];
                sides.into_iter().for_each(|(name, value)| number(out, name, value));
                if *radius > 0 {
                    number(out, "rx", *radius);
                }
                out.push_str("/>");
            }
            Mark::Circle { centre, radius, paint } => {
                opened(out, "<circle", *paint);
                let sides = [("cx", centre.x), ("cy", centre.y), ("r", (*radius).max(0))];
                sides.into_iter().for_each(|(name, value)| number(out, name, value));
                out.push_str("/>");
            }
            Mark::Path { points, closed, paint } => {
                opened(out, "<path", *paint);
                out.push_str(" d=\"");
                path(out, points, *closed);
                out.push_str("\"/>");
            }
            Mark::Words(run) => words(out, run, self.is_file),
        }
        self.out.push('\n');
    }
}

/// A shape and the class of its paint.
fn opened(out: &mut String, tag: &str, paint: Paint) {
    out.extend([tag, " class=\"paint-", style::paint(paint), "\""]);
}

/// An attribute; numbers are most of a drawing, so they do not go through the formatter.
fn number(out: &mut String, name: &str, value: Px) {
    out.extend([" ", name, "=\"", itoa::Buffer::new().format(value), "\""]);
}

/// `M10 20H30V40`: the shortest commands that say it.
fn path(out: &mut String, points: &[Point], closed: bool) {
    let mut before: Option<Point> = None;
    for &Point { x, y } in points {
        let (mut across, mut down) = (itoa::Buffer::new(), itoa::Buffer::new());
        let (across, down) = (across.format(x), down.format(y));
        match before {
            None => out.extend(["M", across, " ", down]),
            Some(last) if last.y == y => out.extend(["H", across]),
            Some(last) if last.x == x => out.extend(["V", down]),
            Some(_) => out.extend(["L", across, " ", down]),
        }
        before = Some(Point { x, y });
    }
    if closed {
        out.push('Z');
    }
}

/// A line of text, with its measured width.
fn words(out: &mut String, run: &WordRun, may_meet_other_fonts: bool) {
    let Point { x, y } = run.at;
    let is_middle = run.anchor == Anchor::Middle;
    // A page says it once, in its stylesheet.
    let by_class = is_middle && !may_meet_other_fonts;
    out.push_str("<text");
    let classes = [(run.bold, "bold"), (run.quiet, "quiet"), (by_class, "mid")];
    let mut classes = classes.into_iter().filter_map(|(holds, name)| holds.then_some(name));
    if let Some(first) = classes.next() {
        out.extend([" class=\"", first]);
        classes.for_each(|class| out.extend([" ", class]));
        out.push('"');
    }
    number(out, "x", x);
    number(out, "y", y);
    if is_middle && !by_class {
        out.push_str(" text-anchor=\"middle\"");
    }
    if run.size != USUAL_TEXT_SIZE {
        number(out, "font-size", run.size);
    }
    if run.upright {
        let (mut across, mut down) = (itoa::Buffer::new(), itoa::Buffer::new());
        out.extend([" transform=\"rotate(-90 ", across.format(x), " ", down.format(y), ")\""]);
    }
    // A width of nothing would ask a reader to squeeze the text away.
    if run.width > 0 {
        number(out, "textLength", run.width);
        if may_meet_other_fonts {
            out.push_str(" lengthAdjust=\"spacingAndGlyphs\"");
        }
    }
    out.extend([">", &escape(&run.words), "</text>"]);
}
