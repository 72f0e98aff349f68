//! Colours and widths of a theme: checked words that are safe to put into a style sheet.

use serde::Deserialize;
use std::fmt;

/// The least contrast of text, by WCAG 2.2 at level AA.
pub const CONTRAST_MIN: f64 = 4.5;

/// `#rrggbb`, or `none`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Colour(Option<[u8; 3]>);

impl Colour {
    pub const fn is_none(&self) -> bool {
        self.0.is_none()
    }

    /// Red, green, blue; nothing of `none`.
    pub const fn channels(&self) -> Option<[u8; 3]> {
        self.0
    }

    /// How well one colour stands out from another, from 1 to 21. `none` counts as black.
    pub fn contrast(&self, other: &Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(&self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.unwrap_or_default().map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(words: String) -> Result<Colour, String> {
        let channel = |at: usize| words.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        let is_hex = words.len() == 7 && words.starts_with('#') && words[1..].bytes().all(|b| b.is_ascii_hexdigit());
        match (words.as_str(), is_hex) {
            ("none", _) => Ok(Colour(None)),
            (_, true) => Ok(Colour(channel(1).zip(channel(3)).zip(channel(5)).map(|((r, g), b)| [r, g, b]))),
            _ => Err(format!("`{words}` is not a colour: #rrggbb or none")),
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some([red, green, blue]) => write!(f, "#{red:02x}{green:02x}{blue:02x}"),
            None => f.write_str("none"),
        }
    }
}

/// A width in pixels, in tenths: strokes may be finer than the whole pixels of geometry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "f64")]
pub struct Measure(u16);

impl Measure {
    pub fn pixels(self) -> f32 {
        f32::from(self.0) / 10.0
    }
}

impl TryFrom<f64> for Measure {
    type Error = String;

    fn try_from(pixels: f64) -> Result<Measure, String> {
        match (pixels * 10.0).round() {
            tenths if (0.0..=1000.0).contains(&tenths) => Ok(Measure(tenths as u16)),
            _ => Err(format!("`{pixels}` is not a width in pixels from 0 to 100")),
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 10, self.0 % 10) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, tenth) => write!(f, "{whole}.{tenth}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(words: &str) -> Result<Colour, String> {
        Colour::try_from(words.to_owned())
    }

    #[test]
    fn contrast_is_that_of_the_guideline() {
        let ratio = |a, b| colour(a).unwrap().contrast(&colour(b).unwrap());
        assert_eq!(ratio("#000000", "#ffffff").round(), 21.0);
        assert!((ratio("#777777", "#ffffff") - 4.48).abs() < 0.01);
    }

    #[test]
    fn only_plain_colours_pass() {
        assert_eq!(colour("#A0b1C2").unwrap().to_string(), "#a0b1c2");
        for word in ["", "#fff", "#12345g", "#12345ж", "red", "#123456;", "url(x)"] {
            assert!(colour(word).is_err(), "{word}");
        }
    }

    #[test]
    fn widths_are_short() {
        let written = [0.0, 1.5, 2.0].map(|pixels| Measure::try_from(pixels).unwrap().to_string());
        assert_eq!(written, ["0", "1.5", "2"]);
        assert!(Measure::try_from(f64::NAN).is_err());
        assert!(Measure::try_from(-1.0).is_err());
    }
}
