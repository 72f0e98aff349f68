//! Two files of one drawing as one picture: the old one above the new one, with signs at the parts that differ.
//!
//! In: the texts of two files as [`render`](super::render) writes them, and the signs of their parts. Out: SVG.
//! Holds: for where only the file of a drawing is left and not its definition. Nothing is added to the files but signs;
//! a file of another origin is shown as it is, as far as it is SVG.

use super::escape::escape;
use super::style::{sign, sign_stylesheet};
use crate::base::Px;
use crate::scene::{Sign, Signs};
use crate::theme::Drawing;
use std::fmt::Write;

const HEADING: Px = 32;
const RADIUS: Px = 8;

/// A file, its signs, and what stands above it.
pub struct SignedFile<'a> {
    pub svg: &'a str,
    pub signs: Signs,
    pub heading: &'a str,
}

/// Both under one another; `None` where one of them is no SVG with a size.
pub fn stacked(files: &[SignedFile<'_>; 2], theme: &Drawing) -> Option<String> {
    let sizes = [size(files[0].svg)?, size(files[1].svg)?];
    let width = sizes[0].0.max(sizes[1].0);
    let height = sizes[0].1 + sizes[1].1 + 2 * HEADING;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-size=\"16\">\n<style>\n{}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        sign_stylesheet(theme, false),
        theme.sheet.light.fill,
    );
    let mut top = 0;
    for (at, (file, (_, own_height))) in files.iter().zip(sizes).enumerate() {
        let baseline = top + 22;
        let _ = writeln!(out, "<text x=\"8\" y=\"{baseline}\" font-weight=\"700\">{}</text>", escape(file.heading));
        top += HEADING;
        out.push_str(&nested(file, at, top)?);
        top += own_height;
    }
    out.push_str("</svg>\n");
    Some(out)
}

/// The file within the picture, at its height, its ids its own.
fn nested(file: &SignedFile<'_>, at: usize, top: Px) -> Option<String> {
    let start = file.svg.find("<svg")?;
    let mut out = String::new();
    let mut open: Option<Sign> = None;
    for (number, line) in file.svg[start..].lines().enumerate() {
        let plain = line.trim_start();
        let own = match number {
            0 => line.replacen("<svg", &format!("<svg y=\"{top}\""), 1),
            _ => line.to_owned(),
        };
        let id = plain.strip_prefix("<g id=\"").and_then(|rest| rest.split('"').next());
        let found = id.and_then(|id| file.signs.get(id).copied());
        let signed = match found {
            Some(found) => own.replacen("class=\"", &format!("class=\"sign-{} ", sign(found)), 1),
            None => own,
        };
        let aria = signed.replace("labelledby=\"", &format!("labelledby=\"s{at}-"));
        let aria = aria.replace("describedby=\"", &format!("describedby=\"s{at}-"));
        out.push_str(&aria.replace(" id=\"", &format!(" id=\"s{at}-")));
        out.push('\n');
        if found.is_some() {
            open = found;
        } else if let Some((sign, (x, y))) = open.zip(corner(plain)) {
            out.push_str(&badge(sign, x, y));
            open = None;
        }
    }
    Some(out)
}

fn badge(sign: Sign, x: Px, y: Px) -> String {
    let path = match sign {
        Sign::Added => format!("M{} {y}H{}M{x} {}V{}", x - 4, x + 4, y - 4, y + 4),
        Sign::Removed => format!("M{} {y}H{}", x - 4, x + 4),
        Sign::Changed => format!("M{} {}L{} {}L{} {}L{} {}", x - 5, y + 1, x - 2, y - 2, x + 2, y + 2, x + 5, y - 1),
    };
    format!(
        "<circle class=\"paint-badge\" cx=\"{x}\" cy=\"{y}\" r=\"{RADIUS}\"/>\n<path class=\"paint-badge-sign\" d=\"{path}\"/>\n"
    )
}

/// Where a shape begins: the corner of a box, the side of a circle, the first point of a line.
fn corner(line: &str) -> Option<(Px, Px)> {
    let number = |name: &str| attribute(line, name)?.parse::<Px>().ok();
    if line.starts_with("<rect") {
        return Some((number("x")?, number("y")?));
    }
    if line.starts_with("<circle") {
        return Some((number("cx")? - number("r")?, number("cy")?));
    }
    let data = attribute(line, "d").filter(|_| line.starts_with("<path"))?.strip_prefix('M')?;
    let (x, rest) = data.split_once(' ')?;
    let y: String = rest.chars().take_while(|sign| sign.is_ascii_digit() || *sign == '-').collect();
    Some((x.parse().ok()?, y.parse().ok()?))
}

/// Width and height of a file; `None` where it is no drawing.
pub fn size(svg: &str) -> Option<(Px, Px)> {
    let tag = svg[svg.find("<svg")?..].split('>').next()?;
    let length = |name: &str| attribute(tag, name)?.parse::<Px>().ok().filter(|length| (0..=1 << 20).contains(length));
    Some((length("width")?, length("height")?))
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_differ_bear_their_sign() {
        let svg = "<svg class=\"drawing\" width=\"90\" height=\"40\">\n<g id=\"a\" class=\"part-task\">\n<title>x</title>\n<rect x=\"5\" y=\"6\" width=\"9\" height=\"9\"/>\n</g>\n</svg>\n";
        let file = |sign| SignedFile { svg, signs: Signs::from([("a".to_owned(), sign)]), heading: "<1>" };
        let both = stacked(&[file(Sign::Removed), file(Sign::Added)], &Drawing::embedded()).unwrap();
        assert!(both.contains("<g id=\"s0-a\" class=\"sign-removed part-task\">"), "{both}");
        assert!(both.contains("<path class=\"paint-badge-sign\" d=\"M1 6H9M5 2V10\"/>"), "{both}");
        assert!(both.contains("height=\"144\"") && both.contains("&lt;1&gt;"), "{both}");
        assert_eq!(
            stacked(&[file(Sign::Added), SignedFile { svg: "x", ..file(Sign::Added) }], &Drawing::embedded()),
            None
        );
    }
}
