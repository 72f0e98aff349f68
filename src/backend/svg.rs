//! SVG: a scene, transcribed.
//!
//! In: a [`Scene`], the theme's colours, [`SvgOptions`]. Out: text, one element a line, in reading order.
//! Holds: everything is escaped; no style attributes and no scripts, so a strict content security policy may stand; every
//! line of text says how wide it is, so that another font cannot make it leave its box.
//! Absent on purpose: what a drawing means; where anything lies.

mod escape;
mod signed;
mod style;
#[cfg(test)]
mod tests;
mod write;

pub use signed::{SignedFile, size as size_of_file, stacked};
pub use style::{page_stylesheet, sign_stylesheet, stylesheet};

use crate::base::Rect;
use crate::scene::{Mark, Part, PartRole, Scene, SceneSheet, Sign};
use crate::theme::Drawing;
pub use escape::escape;
use std::collections::BTreeMap;
use write::{USUAL_TEXT_SIZE, Writer};

/// How a drawing is written.
#[derive(Debug, Clone, Default)]
pub struct SvgOptions {
    /// What stands before the id of an element of the text to make a link to it: `#`, `page.html#`. `None`: no links.
    pub links: Option<String>,
    /// What stands before every id, so that several drawings can share a page.
    pub ids: Option<String>,
    /// A file of its own, with its style in it; otherwise a fragment for a page that has [`stylesheet`].
    pub standalone: bool,
    /// Only this sheet, from 0. `None`: all, under one another.
    pub sheet: Option<usize>,
    /// Id of the drawing in the same page that has the name and the description of this one: its first sheet.
    pub named_by: Option<String>,
    /// Parts that bear a sign of what changed, by id.
    pub signs: BTreeMap<String, Sign>,
}

/// Writes a drawing.
pub fn render(scene: &Scene, theme: &Drawing, options: &SvgOptions) -> String {
    let mut writer = Writer::new(options.ids.as_deref().unwrap_or(""), options.links.as_deref(), options.standalone);
    let sheets: Vec<(usize, &SceneSheet)> = scene.sheets.iter().enumerate().collect();
    match options.sheet {
        None => {
            // A notice stands above the origin.
            let top = scene.sheets.iter().map(|sheet| sheet.rect.y).min().unwrap_or(0);
            let frame = Rect::new(0, top, scene.size.w, scene.size.h);
            svg(&mut writer, scene, theme, options, frame, &sheets);
        }
        Some(at) => {
            let only: Vec<_> = sheets.into_iter().filter(|&(number, _)| number == at).collect();
            let frame = only.first().map_or(Rect::default(), |(_, sheet)| sheet.rect);
            svg(&mut writer, scene, theme, options, frame, &only);
        }
    }
    writer.finish()
}

/// The outermost element: names, style, sheets.
fn svg(
    writer: &mut Writer<'_>,
    scene: &Scene,
    theme: &Drawing,
    options: &SvgOptions,
    frame: Rect,
    sheets: &[(usize, &SceneSheet)],
) {
    let Rect { x, y, w, h } = frame;
    let language = scene.language.tag();
    // The language of an XML file and that of a page's element are told by different attributes.
    let tongue = if options.standalone {
        format!(" xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{language}\"")
    } else {
        format!(" lang=\"{language}\"")
    };
    // Within an image nothing can be reached: a drawing with links is a group of them, with a name.
    let role = if options.links.is_some() { "role=\"group\" " } else { "role=\"img\" " };
    let (title, description) = match &options.named_by {
        Some(first) => {
            (escape(&format!("{first}_title")).into_owned(), escape(&format!("{first}_description")).into_owned())
        }
        None => (writer.id("_title"), writer.id("_description")),
    };
    writer.open(&[&format!(
        "<svg{tongue} class=\"drawing\" width=\"{w}\" height=\"{h}\" \
         viewBox=\"{x} {y} {w} {h}\" font-size=\"{USUAL_TEXT_SIZE}\" {role}aria-labelledby=\"{title}\" aria-describedby=\"{description}\">"
    )]);
    if options.named_by.is_none() {
        writer.line(&["<title id=\"", &title, "\">", &escape(&scene.title), "</title>"]);
        writer.line(&["<desc id=\"", &description, "\">", &escape(&scene.description), "</desc>"]);
    }
    if options.standalone {
        writer.open(&["<style>"]);
        stylesheet(theme, false).lines().for_each(|rule| writer.line(&[rule]));
        if !options.signs.is_empty() {
            sign_stylesheet(theme, false).lines().for_each(|rule| writer.line(&[rule]));
        }
        writer.close("</style>");
    }
    for (at, sheet) in sheets {
        self::sheet(writer, sheet, *at, &options.signs);
    }
    writer.close("</svg>");
}

/// A sheet as a group of its own, moved to its place.
fn sheet(writer: &mut Writer<'_>, sheet: &SceneSheet, at: usize, signs: &BTreeMap<String, Sign>) {
    let Rect { x, y, w, h } = sheet.rect;
    let id = writer.id(&format!("_sheet-{}", at + 1));
    let place = if (x, y) == (0, 0) { String::new() } else { format!(" transform=\"translate({x} {y})\"") };
    writer.open(&["<g id=\"", &id, "\" class=\"sheet\"", &place, ">"]);
    writer.line(&[&format!("<rect class=\"paint-sheet\" width=\"{w}\" height=\"{h}\"/>")]);
    for part in &sheet.parts {
        self::part(writer, part, signs.get(&part.id).copied());
    }
    writer.close("</g>");
}

/// A part as a named group; its contents are a link where it has a place in the text.
fn part(writer: &mut Writer<'_>, part: &Part, sign: Option<Sign>) {
    // Nothing leads to a row of a legend in a page.
    if part.role == PartRole::Legend && !writer.is_file() {
        writer.open(&["<g>"]);
    } else {
        let (id, role) = (writer.id(&part.id), style::role(part.role));
        let (space, sign) = sign.map_or(("", ""), |sign| (" sign-", style::sign(sign)));
        writer.open(&["<g id=\"", &id, "\" class=\"part-", role, space, sign, "\">"]);
    }
    let href = part.link.as_ref().and_then(|link| writer.href(link));
    if let Some(href) = &href {
        writer.open(&["<a href=\"", href, "\">"]);
    }
    // In a page the whole sentence stands in the text, one step away; what has words of its own needs no more. What a
    // line leads from and to stands in the table below the drawing.
    let has_words = part.shapes.iter().any(|mark| matches!(mark, Mark::Words(_)));
    let is_line = matches!(part.role, PartRole::Flow | PartRole::Message | PartRole::Association);
    if let Some(title) = part.title.as_ref().filter(|_| writer.is_file() || !has_words && !is_line) {
        writer.line(&["<title>", &escape(title), "</title>"]);
    }
    for mark in &part.shapes {
        writer.mark(mark);
    }
    if href.is_some() {
        writer.close("</a>");
    }
    writer.close("</g>");
}
