//! Lines of SVG, indented: one element a line, attributes in one order.

use super::escape::escape;
use super::style;
use crate::base::{Point, Px};
use crate::scene::{Anchor, Mark, WordRun};
use std::fmt::Write;

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
        escape(&format!("{}{id}", self.id_prefix)).replace(char::is_whitespace, "-")
    }

    /// Where a link to an element of the text leads, escaped.
    pub fn href(&self, link: &str) -> Option<String> {
        self.link_prefix.map(|prefix| escape(&format!("{prefix}{link}")).into_owned())
    }

    fn indent(&mut self) {
        if self.is_file {
            for _ in 0..self.depth {
                self.out.push_str("  ");
            }
        }
    }

    pub fn line(&mut self, line: &str) {
        self.indent();
        self.out.push_str(line);
        self.out.push('\n');
    }

    pub fn open(&mut self, tag: &str) {
        self.line(tag);
        self.depth += 1;
    }

    pub fn close(&mut self, tag: &str) {
        self.depth -= 1;
        self.line(tag);
    }

    pub fn mark(&mut self, mark: &Mark) {
        self.indent();
        let out = &mut self.out;
        let written = match mark {
            Mark::Rect { rect, radius, paint } => {
                let (name, w, h) = (style::paint(*paint), rect.w.max(0), rect.h.max(0));
                let rounded = if *radius > 0 { format!(" rx=\"{radius}\"") } else { String::new() };
                let (x, y) = (rect.x, rect.y);
                write!(out, "<rect class=\"paint-{name}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"{rounded}/>")
            }
            Mark::Circle { centre: Point { x, y }, radius, paint } => {
                let (name, r) = (style::paint(*paint), (*radius).max(0));
                write!(out, "<circle class=\"paint-{name}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>")
            }
            Mark::Path { points, closed, paint } => {
                write!(out, "<path class=\"paint-{}\" d=\"{}\"/>", style::paint(*paint), path(points, *closed))
            }
            Mark::Words(run) => words(out, run, self.is_file),
        };
        debug_assert!(written.is_ok(), "writing to a string does not fail");
        self.out.push('\n');
    }
}

/// `M10 20H30V40`: the shortest commands that say it.
fn path(points: &[Point], closed: bool) -> String {
    let mut data = String::new();
    let mut before: Option<Point> = None;
    for &Point { x, y } in points {
        let written = match before {
            None => write!(data, "M{x} {y}"),
            Some(last) if last.y == y => write!(data, "H{x}"),
            Some(last) if last.x == x => write!(data, "V{y}"),
            Some(_) => write!(data, "L{x} {y}"),
        };
        debug_assert!(written.is_ok(), "writing to a string does not fail");
        before = Some(Point { x, y });
    }
    if closed {
        data.push('Z');
    }
    data
}

/// A line of text, with its measured width.
fn words(out: &mut String, run: &WordRun, may_meet_other_fonts: bool) -> std::fmt::Result {
    let Point { x, y } = run.at;
    let is_middle = run.anchor == Anchor::Middle;
    // A page says it once, in its stylesheet.
    let by_class = is_middle && !may_meet_other_fonts;
    let names = [(run.bold, "bold"), (run.quiet, "quiet"), (by_class, "mid")];
    let names: Vec<&str> = names.into_iter().filter_map(|(holds, name)| holds.then_some(name)).collect();
    let class = if names.is_empty() { String::new() } else { format!(" class=\"{}\"", names.join(" ")) };
    let anchor = if is_middle && !by_class { " text-anchor=\"middle\"" } else { "" };
    write!(out, "<text{class} x=\"{x}\" y=\"{y}\"{anchor}")?;
    if run.size != USUAL_TEXT_SIZE {
        write!(out, " font-size=\"{}\"", run.size)?;
    }
    if run.upright {
        write!(out, " transform=\"rotate(-90 {x} {y})\"")?;
    }
    // A width of nothing would ask a reader to squeeze the text away.
    if run.width > 0 {
        write!(out, " textLength=\"{}\"", run.width)?;
        if may_meet_other_fonts {
            out.push_str(" lengthAdjust=\"spacingAndGlyphs\"");
        }
    }
    write!(out, ">{}</text>", escape(&run.words))
}
