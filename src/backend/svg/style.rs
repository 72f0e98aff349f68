//! Names of classes, and the style sheet that gives them colours.

use crate::scene::{Paint, PartRole};
use crate::theme::Drawing;

/// The style of drawings, light or dark. Every selector begins with `.drawing`, so that it can stand in a page's own.
pub fn stylesheet(theme: &Drawing, is_dark: bool) -> String {
    let ink = if is_dark { &theme.sheet.dark } else { &theme.sheet.light };
    let mut css = String::new();
    let mut rule = |selector: &str, declarations: &str| {
        css.push_str(&format!(".drawing {selector} {{ {declarations} }}\n"));
    };
    rule("text", &format!("fill: {}; font-family: \"Noto Sans\", sans-serif; white-space: pre", ink.text));
    rule(".bold", "font-weight: 700");
    rule(".quiet", &format!("fill: {}", ink.quiet));
    rule(".paint-sheet", &format!("fill: {}", ink.fill));
    for paint in PAINTS {
        rule(&format!(".paint-{}", self::paint(paint)), &declarations(theme, paint, is_dark));
    }
    css
}

/// What drawings in a page say by a class, where those in a file say it at each line.
pub fn page_stylesheet() -> &'static str {
    ".drawing .mid { text-anchor: middle }\n"
}

const PAINTS: [Paint; 15] = [
    Paint::Band,
    Paint::Header,
    Paint::Box,
    Paint::Refusal,
    Paint::Choice,
    Paint::Pill,
    Paint::Event,
    Paint::End,
    Paint::Refused,
    Paint::Solid,
    Paint::Line,
    Paint::Dashed,
    Paint::Dotted,
    Paint::Fine,
    Paint::Paper,
];

fn declarations(theme: &Drawing, paint: Paint, is_dark: bool) -> String {
    let paints = &theme.paint;
    let style = match paint {
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
        Paint::Paper => &paints.paper,
    };
    style.css(is_dark)
}

/// The name of a paint in classes and in `drawing.yaml`.
pub(super) fn paint(paint: Paint) -> &'static str {
    match paint {
        Paint::Band => "band",
        Paint::Header => "header",
        Paint::Box => "box",
        Paint::Refusal => "refusal",
        Paint::Choice => "choice",
        Paint::Pill => "pill",
        Paint::Event => "event",
        Paint::End => "end",
        Paint::Refused => "refused",
        Paint::Solid => "solid",
        Paint::Line => "line",
        Paint::Dashed => "dashed",
        Paint::Dotted => "dotted",
        Paint::Fine => "fine",
        Paint::Paper => "paper",
    }
}

/// The name of a role in classes.
pub(super) fn role(role: PartRole) -> &'static str {
    match role {
        PartRole::Lane => "lane",
        PartRole::Task => "task",
        PartRole::Gateway => "gateway",
        PartRole::Event => "event",
        PartRole::Document => "document",
        PartRole::Terminator => "terminator",
        PartRole::Flow => "flow",
        PartRole::Message => "message",
        PartRole::Association => "association",
        PartRole::Connector => "connector",
        PartRole::Label => "label",
        PartRole::Legend => "legend",
    }
}
