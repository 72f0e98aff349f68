//! Names of classes, and the style sheet that gives them colours.

use crate::scene::{Paint, PartRole, Sign};
use crate::theme::{Drawing, PaintStyle};

/// The font that words were measured in, then those that are no broader, with Kazakh letters, of the usual systems: not every
/// reader of SVG heeds `textLength`, and a broader font (DejaVu) would run over the edges of boxes.
const FONTS: &str = r#""Noto Sans", "Open Sans", "Segoe UI", "Liberation Sans", Arial, sans-serif"#;

/// The style of drawings, light or dark. Every selector begins with `.drawing`, so that it can stand in a page's own.
pub fn stylesheet(theme: &Drawing, is_dark: bool) -> String {
    let ink = if is_dark { &theme.sheet.dark } else { &theme.sheet.light };
    let mut css = String::new();
    let mut rule = |selector: &str, declarations: &str| {
        css.extend([".drawing ", selector, " { ", declarations, " }\n"]);
    };
    rule("text", &format!("fill: {}; font-family: {FONTS}; white-space: pre", ink.text));
    rule(".bold", "font-weight: 700");
    rule(".quiet", &format!("fill: {}", ink.quiet));
    rule(".paint-sheet", &format!("fill: {}", ink.fill));
    for paint in PAINTS {
        rule(&[".paint-", self::paint(paint)].concat(), &paint.style(theme).css(is_dark));
    }
    css
}

/// What drawings in a page say by a class, where those in a file say it at each line; and how they look where the system
/// chooses the colours. It comes after the other styles of drawings: the badges of signs are named as closely.
pub fn page_stylesheet() -> &'static str {
    "\
.drawing .mid { text-anchor: middle }
@media screen and (forced-colors: active) {
:root:root .drawing text { fill: CanvasText }
:root:root .drawing :is(rect, circle, path) { fill: Canvas; stroke: CanvasText }
:root:root .drawing .paint-sheet { stroke: none }
:root:root .drawing .paint-solid { fill: CanvasText; stroke: none }
:root:root .drawing :is(.paint-line, .paint-dashed, .paint-dotted, .paint-fine, .paint-badge-sign) { fill: none }
:root:root .drawing a text { fill: LinkText }
}
"
}

/// The style of signs, for drawings that show what changed: the outline's colour and stroke, and the circle of the sign.
pub fn sign_stylesheet(theme: &Drawing, is_dark: bool) -> String {
    let sheet = if is_dark { &theme.sheet.dark.fill } else { &theme.sheet.light.fill };
    let mut css = String::new();
    for sign in [Sign::Added, Sign::Removed, Sign::Changed] {
        let style = sign_style(theme, sign);
        let (name, tone) = (self::sign(sign), if is_dark { &style.dark } else { &style.light });
        let all = |parts: &[&str]| {
            parts.iter().map(|part| format!(".drawing .sign-{name} {part}")).collect::<Vec<_>>().join(", ")
        };
        let dash: Vec<String> = style.dash.iter().map(ToString::to_string).collect();
        let dash = if dash.is_empty() { "none".to_owned() } else { dash.join(" ") };
        let (fill, stroke, width) = (&tone.fill, &tone.stroke, &style.width);
        let shapes = all(&["rect", "circle", "path"]);
        css.push_str(&format!("{shapes} {{ stroke: {stroke}; stroke-width: {width}; stroke-dasharray: {dash} }}\n"));
        let filled = all(&["rect", ".paint-choice", ".paint-event", ".paint-end", ".paint-refused"]);
        css.push_str(&format!("{filled} {{ fill: {fill} }}\n"));
        css.push_str(&format!("{} {{ fill: {sheet} }}\n", all(&[".paint-band"])));
        css.push_str(&format!("{} {{ fill: {stroke}; stroke-width: 0 }}\n", all(&[".paint-solid"])));
        css.push_str(&format!(
            "{} {{ fill: {stroke}; stroke: {sheet}; stroke-width: 1.5; stroke-dasharray: none }}\n",
            all(&["circle.paint-badge"])
        ));
        css.push_str(&format!(
            "{} {{ fill: none; stroke: {sheet}; stroke-width: 2; stroke-dasharray: none }}\n",
            all(&["path.paint-badge-sign"])
        ));
    }
    css.push_str(".drawing .sign-removed text { text-decoration: line-through }\n");
    css
}

fn sign_style(theme: &Drawing, sign: Sign) -> &PaintStyle {
    match sign {
        Sign::Added => &theme.signs.added,
        Sign::Removed => &theme.signs.removed,
        Sign::Changed => &theme.signs.changed,
    }
}

/// The name of a sign in classes and in `drawing.yaml`.
pub(super) fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Added => "added",
        Sign::Removed => "removed",
        Sign::Changed => "changed",
    }
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
        Paint::Badge => "badge",
        Paint::BadgeSign => "badge-sign",
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
        PartRole::Notice => "notice",
    }
}
