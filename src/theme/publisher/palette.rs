//! Colours of the pages, and whether words can be read in them.

use super::super::ThemeFault;
use super::super::drawing::{CONTRAST_MIN, Colour};
use super::fault_at;
use crate::base::themes;
use serde::Deserialize;
use serde_yaml::Spanned;
use std::collections::BTreeMap;

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shade {
    Paper,
    Sheet,
    Ink,
    Quiet,
    Link,
    Visited,
    Mark,
    OnMark,
    Warn,
    WarnPaper,
    Target,
}

/// Each shade, with its key and its custom property.
const SHADES: [(Shade, &str, &str); 11] = [
    (Shade::Paper, "paper", "--paper"),
    (Shade::Sheet, "sheet", "--sheet"),
    (Shade::Ink, "ink", "--ink"),
    (Shade::Quiet, "quiet", "--quiet"),
    (Shade::Link, "link", "--link"),
    (Shade::Visited, "visited", "--visited"),
    (Shade::Mark, "mark", "--mark"),
    (Shade::OnMark, "on_mark", "--on-mark"),
    (Shade::Warn, "warn", "--warn"),
    (Shade::WarnPaper, "warn_paper", "--warn-paper"),
    (Shade::Target, "target", "--target"),
];

/// Words, and the grounds that they may stand on.
const READ_ON: [(Shade, &[Shade]); 6] = [
    (Shade::Ink, &[Shade::Paper, Shade::Sheet, Shade::WarnPaper, Shade::Target]),
    (Shade::Quiet, &[Shade::Paper, Shade::Sheet, Shade::Target]),
    (Shade::Link, &[Shade::Paper, Shade::Sheet, Shade::WarnPaper, Shade::Target]),
    (Shade::Visited, &[Shade::Paper, Shade::Sheet, Shade::WarnPaper, Shade::Target]),
    (Shade::Warn, &[Shade::Paper, Shade::Sheet, Shade::WarnPaper]),
    (Shade::OnMark, &[Shade::Mark]),
];

type RawScheme = BTreeMap<Shade, Spanned<Colour>>;

/// The colours as they are written: any of them may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawPalette {
    light: RawScheme,
    dark: RawScheme,
}

/// Every colour, light and dark, in the order of [`SHADES`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Palette([Vec<Colour>; 2]);

impl Palette {
    pub fn of(own: &RawPalette, default: &RawPalette, faults: &mut Vec<ThemeFault>) -> Palette {
        let schemes = [("light", &own.light, &default.light), ("dark", &own.dark, &default.dark)];
        Palette(schemes.map(|(name, own, default)| {
            let before = faults.len();
            for written in own.values().filter(|written| written.value.is_none()) {
                faults.push(fault_at(&written.referenced, &themes::THEME_NO_COLOUR));
            }
            let colour = |shade: &Shade| own.get(shade).or(default.get(shade)).map(|found| found.value);
            if faults.len() == before {
                check(name, own, colour, faults);
            }
            SHADES.iter().filter_map(|(shade, ..)| colour(shade)).collect()
        }))
    }

    pub fn css(&self) -> String {
        let [light, dark] = self.0.each_ref().map(|colours| {
            let named = SHADES.iter().zip(colours);
            named.map(|((_, _, property), colour)| format!("  {property}: {colour};\n")).collect::<String>()
        });
        format!(
            ":root {{\n{light}}}\n\
             @media screen and (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
        )
    }
}

/// Tells of words that could not be read, on the worst of their grounds, at the colour that the file itself gives.
fn check(scheme: &str, own: &RawScheme, colour: impl Fn(&Shade) -> Option<Colour>, faults: &mut Vec<ThemeFault>) {
    for (words, grounds) in READ_ON {
        let pairs = grounds.iter().filter_map(|ground| {
            let (ink, behind) = colour(&words).zip(colour(ground))?;
            let written = own.get(&words).or(own.get(ground))?;
            Some((ink.contrast(&behind), ground, ink, behind, written))
        });
        let worst = pairs.min_by(|one, other| one.0.total_cmp(&other.0));
        let Some((contrast, ground, ink, behind, written)) = worst.filter(|worst| worst.0 < CONTRAST_MIN) else {
            continue;
        };
        let colours = format!("`{}` {ink} → `{}` {behind}, {scheme}", name(words), name(*ground));
        let fault = fault_at(&written.referenced, &themes::THEME_LOW_CONTRAST);
        faults.push(fault.word(colours).word(format!("{contrast:.1}")));
    }
}

fn name(shade: Shade) -> &'static str {
    SHADES[shade as usize].1
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULT: &str = include_str!("../../../themes/default/site.yaml");

    fn of(colours: &str) -> (Palette, Vec<ThemeFault>) {
        let parse = |text: &str| super::super::parse(text).unwrap().colours;
        let mut faults = Vec::new();
        (Palette::of(&parse(&format!("colours: {colours}")), &parse(DEFAULT), &mut faults), faults)
    }

    #[test]
    fn shades_stand_in_their_order() {
        for (at, (shade, ..)) in SHADES.iter().enumerate() {
            assert_eq!(*shade as usize, at);
        }
        let (palette, faults) = of("{}");
        assert!(faults.is_empty() && palette.0.iter().all(|scheme| scheme.len() == SHADES.len()));
    }

    #[test]
    fn the_default_can_be_read() {
        let raw = super::super::parse(DEFAULT).unwrap().colours;
        let mut faults = Vec::new();
        Palette::of(&raw, &RawPalette::default(), &mut faults);
        assert_eq!(faults, []);
    }

    #[test]
    fn one_colour_may_change_alone() {
        let (palette, faults) = of("{light: {mark: '#7A1F1F'}}");
        assert_eq!(faults, []);
        let css = palette.css();
        assert!(css.contains("--mark: #7a1f1f") && css.contains("--mark: #0e3d55") && css.contains("--link: #0b4f8a"));
    }

    #[test]
    fn what_cannot_be_read_is_told_where_it_is_written() {
        let (_, faults) = of("{light: {\n mark: '#d0d0d0'}}");
        assert_eq!(faults.len(), 1);
        assert_eq!((faults[0].line, faults[0].column), (2, 8));
        assert!(faults[0].to_string().contains("`on_mark` #ffffff → `mark` #d0d0d0, light"), "{}", faults[0]);
    }
}
