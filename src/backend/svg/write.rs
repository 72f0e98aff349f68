//! Lines of SVG, indented: one element a line, attributes in one order.

use super::escape::escape;
use super::style;
use crate::base::{Point, Px};
use crate::scene::{Anchor, Mark, WordRun};
use std::fmt::Write;

/// Collects lines.
pub(super) struct Writer<'a> {
    out: String,
    depth: usize,
    id_prefix: &'a str,
    link_prefix: Option<&'a str>,
}

impl<'a> Writer<'a> {
    pub fn new(id_prefix: &'a str, link_prefix: Option<&'a str>) -> Writer<'a> {
        Writer { out: String::new(), depth: 0, id_prefix, link_prefix }
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

    pub fn line(&mut self, line: &str) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
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
        let line = match mark {
            Mark::Rect { rect, radius, paint } => {
                let rounded = if *radius > 0 { format!(" rx=\"{radius}\"") } else { String::new() };
                format!(
                    "<rect class=\"paint-{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{rounded}/>",
                    style::paint(*paint),
                    rect.x,
                    rect.y,
                    rect.w.max(0),
                    rect.h.max(0)
                )
            }
            Mark::Circle { centre, radius, paint } => {
                let (name, r) = (style::paint(*paint), (*radius).max(0));
                format!("<circle class=\"paint-{name}\" cx=\"{}\" cy=\"{}\" r=\"{r}\"/>", centre.x, centre.y)
            }
            Mark::Path { points, closed, paint } => {
                format!("<path class=\"paint-{}\" d=\"{}\"/>", style::paint(*paint), path(points, *closed))
            }
            Mark::Words(run) => words(run),
        };
        self.line(&line);
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
fn words(run: &WordRun) -> String {
    let Point { x, y } = run.at;
    let class = match (run.bold, run.quiet) {
        (false, false) => "",
        (true, false) => " class=\"bold\"",
        (false, true) => " class=\"quiet\"",
        (true, true) => " class=\"bold quiet\"",
    };
    let anchor = if run.anchor == Anchor::Middle { " text-anchor=\"middle\"" } else { "" };
    let turn = if run.upright { format!(" transform=\"rotate(-90 {x} {y})\"") } else { String::new() };
    format!(
        "<text{class} x=\"{x}\" y=\"{y}\" font-size=\"{}\"{anchor}{turn}{}>{}</text>",
        run.size,
        length(run.width),
        escape(&run.words)
    )
}

/// A width of nothing would ask a reader to squeeze the text away.
fn length(width: Px) -> String {
    match width {
        1.. => format!(" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\""),
        _ => String::new(),
    }
}
