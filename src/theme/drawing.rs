//! How drawings look: colours of every paint, light and dark, and the words that a drawing adds to those of the text.
//!
//! In: `drawing.yaml` of the default theme, or one that is laid over it key by key. Out: [`Drawing`].
//! Holds: text on every fill that can bear it has a contrast of 4.5 to 1; a colour is `#rrggbb` or `none` and a width a
//! plain number, so that nothing else can get into a style sheet.
//! Absent on purpose: sizes of text and boxes, which decide the layout and do not vary with the look.

mod colour;

use super::ThemeFault;
use crate::base::{Lang, Size, Text, themes};
use serde::Deserialize;
use serde_json::Value;

pub(super) use colour::CONTRAST_MIN;
pub use colour::{Colour, Measure};

/// The file that holds it, in the theme folder.
const FILE: &str = "drawing.yaml";

/// The drawing's part of the default theme.
const DEFAULT: &str = include_str!("../../themes/default/drawing.yaml");

/// The look and the words of drawings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawing {
    pub paper: PaperFormat,
    pub crossings: Crossings,
    pub sheet: SheetStyle,
    pub paint: Paints,
    pub signs: SignStyles,
    pub words: DrawingWords,
    pub legend: LegendWords,
}

/// What a drawing is cut for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PaperFormat {
    A4,
    A3,
}

impl PaperFormat {
    /// The sheet less a margin of 15 mm on every side, upright, in CSS pixels.
    pub fn room(self) -> Size {
        match self {
            PaperFormat::A4 => Size::new(680, 1009),
            PaperFormat::A3 => Size::new(1009, 1474),
        }
    }
}

/// How two lines that cross are told from two that touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Crossings {
    Plain,
    /// The level line makes a bridge.
    Jump,
}

/// What lies behind everything, and the ink of words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetStyle {
    pub light: Ink,
    pub dark: Ink,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ink {
    pub fill: Colour,
    pub text: Colour,
    /// Terms and other quieter words.
    pub quiet: Colour,
}

/// One style for each paint of a scene.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paints {
    pub band: PaintStyle,
    pub header: PaintStyle,
    #[serde(rename = "box")]
    pub task: PaintStyle,
    pub refusal: PaintStyle,
    pub choice: PaintStyle,
    pub pill: PaintStyle,
    pub event: PaintStyle,
    pub end: PaintStyle,
    pub refused: PaintStyle,
    pub solid: PaintStyle,
    pub line: PaintStyle,
    pub dashed: PaintStyle,
    pub dotted: PaintStyle,
    pub fine: PaintStyle,
    pub paper: PaintStyle,
}

/// How a drawing that shows what changed paints what came, went and changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignStyles {
    pub added: PaintStyle,
    pub removed: PaintStyle,
    pub changed: PaintStyle,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaintStyle {
    pub light: Tone,
    pub dark: Tone,
    /// Of the stroke, in pixels.
    pub width: Measure,
    /// Lengths of strokes and gaps in turn; empty for an unbroken line.
    #[serde(default)]
    pub dash: Vec<Measure>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tone {
    pub fill: Colour,
    pub stroke: Colour,
}

impl PaintStyle {
    /// Declarations for a style sheet.
    pub fn css(&self, is_dark: bool) -> String {
        let tone = if is_dark { &self.dark } else { &self.light };
        let mut css = format!("fill: {}; stroke: {}", tone.fill, tone.stroke);
        if !tone.stroke.is_none() {
            css.push_str(&format!("; stroke-width: {}", self.width));
        }
        if !self.dash.is_empty() {
            let dash: Vec<String> = self.dash.iter().map(Measure::to_string).collect();
            css.push_str(&format!("; stroke-dasharray: {}", dash.join(" ")));
        }
        css
    }
}

/// Words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    pub kk: String,
    pub ru: String,
}

impl Both {
    pub fn get(&self, language: Lang) -> &str {
        match language {
            Lang::Kk => &self.kk,
            Lang::Ru => &self.ru,
        }
    }

    pub fn to_text(&self) -> Text {
        let mut text = Text::of(Lang::Kk, self.kk.clone());
        text.set(Lang::Ru, self.ru.clone());
        text
    }
}

/// Words that stand in a drawing and not in the text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawingWords {
    pub yes: Both,
    pub no: Both,
    pub start: Both,
    pub finish: Both,
    /// Names a connector, before its letter.
    pub continued: Both,
    /// Name what bears a sign.
    pub added: Both,
    pub removed: Both,
    pub changed: Both,
}

/// The heading of a legend and the words of every symbol, where the act has none of its own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LegendWords {
    pub heading: Both,
    pub start_message: Both,
    pub end_message: Both,
    pub intermediate_message: Both,
    pub end_none: Both,
    pub end_error: Both,
    pub intermediate_timer: Both,
    pub participant: Both,
    pub task: Both,
    pub exclusive_gateway: Both,
    pub message_flow: Both,
    pub sequence_flow: Both,
    pub data_object_output: Both,
    pub terminator: Both,
    pub action: Both,
    pub choice: Both,
    pub arrow: Both,
    pub term: Both,
    pub connector: Both,
}

impl Drawing {
    /// Reads a `drawing.yaml`. The message of an error says where and what.
    pub fn parse(text: &str) -> Result<Drawing, String> {
        Drawing::read(text).map_err(|fault| fault.to_string())
    }

    /// The same with the fault's place apart from its words.
    pub(super) fn read(text: &str) -> Result<Drawing, ThemeFault> {
        let own: Value = serde_yaml::from_str(text).map_err(|error| fault(&error))?;
        let mut whole: Value = serde_yaml::from_str(DEFAULT).map_err(|error| fault(&error))?;
        lay(own, &mut whole);
        let drawing: Drawing = serde_json::from_value(whole).map_err(|error| fault_of_value(text, &error))?;
        drawing.check_contrast(text)?;
        Ok(drawing)
    }

    /// The drawing's part of the default theme.
    pub fn embedded() -> Drawing {
        Drawing::parse(DEFAULT).expect("a test reads the embedded file")
    }

    /// Refuses a look that somebody could not read.
    fn check_contrast(&self, file: &str) -> Result<(), ThemeFault> {
        for (name, fill, scheme, ink) in self.fills_under_text() {
            // What is not filled shows the sheet.
            let fill = if fill.is_none() { &ink.fill } else { fill };
            for (kind, text) in [("text", &ink.text), ("quiet", &ink.quiet)] {
                let contrast = text.contrast(fill);
                if contrast < CONTRAST_MIN {
                    let entry = &themes::THEME_LOW_CONTRAST;
                    let fault = match file.find(&format!("{name}:")) {
                        Some(byte) => ThemeFault::at_byte(FILE, file.as_bytes(), byte, entry),
                        None => ThemeFault::of_file(FILE, entry),
                    };
                    let colours = format!("`{name}`, {scheme}: `{kind}` {text} → {fill}");
                    return Err(fault.word(colours).word(format!("{contrast:.1}")));
                }
            }
        }
        Ok(())
    }

    /// Every fill that can lie under words, with the ink of its scheme.
    fn fills_under_text(&self) -> Vec<(&'static str, &Colour, &'static str, &Ink)> {
        let paint = &self.paint;
        let bearers = [
            ("band", &paint.band),
            ("header", &paint.header),
            ("box", &paint.task),
            ("refusal", &paint.refusal),
            ("choice", &paint.choice),
            ("pill", &paint.pill),
            ("event", &paint.event),
            ("paper", &paint.paper),
            ("added", &self.signs.added),
            ("removed", &self.signs.removed),
            ("changed", &self.signs.changed),
        ];
        let mut fills = vec![
            ("sheet", &self.sheet.light.fill, "light", &self.sheet.light),
            ("sheet", &self.sheet.dark.fill, "dark", &self.sheet.dark),
        ];
        for (name, style) in bearers {
            fills.push((name, &style.light.fill, "light", &self.sheet.light));
            fills.push((name, &style.dark.fill, "dark", &self.sheet.dark));
        }
        fills
    }
}

fn fault(error: &serde_yaml::Error) -> ThemeFault {
    let message = error.without_snippet().to_string().lines().next().unwrap_or("").to_owned();
    let fault = ThemeFault::of_file(FILE, &themes::THEME_NOT_YAML).word(message);
    match error.location() {
        Some(place) => fault.at(place.line() as u32, place.column() as u32),
        None => fault,
    }
}

/// A fault of a value, at the place where its words stand in the file.
fn fault_of_value(text: &str, error: &serde_json::Error) -> ThemeFault {
    let message = error.to_string();
    let word = message.split('`').nth(1).unwrap_or_default();
    let entry = &themes::THEME_NOT_YAML;
    match text.find(word).filter(|_| !word.is_empty()) {
        Some(byte) => ThemeFault::at_byte(FILE, text.as_bytes(), byte, entry),
        None => ThemeFault::of_file(FILE, entry),
    }
    .word(message)
}

/// Puts the keys of one file over those of another, however deep.
fn lay(over: Value, under: &mut Value) {
    match (over, under) {
        (Value::Object(over), Value::Object(under)) => {
            for (key, value) in over {
                match under.get_mut(&key) {
                    Some(known) => lay(value, known),
                    None => drop(under.insert(key, value)),
                }
            }
        }
        (Value::Null, _) => {}
        (over, under) => *under = over,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_file_reads() {
        let drawing = Drawing::parse(DEFAULT).unwrap();
        assert_eq!(drawing.words.yes.get(Lang::Kk), "иә");
        assert_eq!(drawing.legend.participant.get(Lang::Ru), "Информационная система");
    }

    #[test]
    fn an_unknown_key_is_an_error_that_says_where() {
        let message = Drawing::parse(&DEFAULT.replace("  heading:", "  headin:")).unwrap_err();
        assert!(message.contains("headin"), "{message}");
        assert!(message.starts_with("drawing.yaml:"), "{message}");
    }

    #[test]
    fn a_colour_cannot_bring_anything_else_along() {
        let message = Drawing::parse(&DEFAULT.replace("#f2f7fc", "red;}</style>")).unwrap_err();
        assert!(message.contains("colour"), "{message}");
    }

    #[test]
    fn unreadable_text_is_refused() {
        let message = Drawing::parse(&DEFAULT.replace("#46535f", "#9aa5b0")).unwrap_err();
        assert!(message.contains("contrast") && message.contains("quiet"), "{message}");
    }
}
