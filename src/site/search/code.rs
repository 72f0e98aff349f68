//! Numbers and texts as a script file holds them: short, readable by a browser in one pass, and harmless in any page.

use serde::Serialize;

/// The signs of a number: the first half ends one, the second half says that more follows. None of them needs an escape
/// in a script, none is a space or the mark of a word that is written out.
pub(super) const DIGITS: &str =
    "!#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}";
/// Stands before and after a word that is written out.
pub(super) const LITERAL: char = '~';
const HALF: u32 = DIGITS.len() as u32 / 2;

/// Appends a number: one sign up to 44, two up to 2,069, three up to 93,194.
pub(super) fn push(number: u32, out: &mut String) {
    let sign = |digit: u32| char::from(DIGITS.as_bytes()[digit as usize]);
    let mut rest = number;
    while rest >= HALF {
        out.push(sign(HALF + rest % HALF));
        rest = rest / HALF - 1;
    }
    out.push(sign(rest));
}

/// A script that gives its arguments to the search: `reglamentSearch.take("name", …)`.
pub(super) fn script(name: &str, arguments: &[&dyn Argument]) -> Vec<u8> {
    let mut text = format!("reglamentSearch.take(\"{name}\"").into_bytes();
    for argument in arguments {
        text.push(b',');
        let start = text.len();
        argument.write(&mut text);
        make_harmless(&mut text, start);
    }
    text.extend(b");\n");
    text
}

/// What can stand in a script.
pub(super) trait Argument {
    /// As JSON.
    fn write(&self, out: &mut Vec<u8>);
}

impl<T: Serialize> Argument for T {
    fn write(&self, out: &mut Vec<u8>) {
        if let Err(error) = serde_json::to_writer(out, self) {
            unreachable!("texts, numbers and lists of them are JSON: {error}");
        }
    }
}

/// Signs that can end a script or a line, wherever it is put, and what JSON writes for them.
const HARMFUL: [(&str, &str); 3] = [("<", "\\u003c"), ("\u{2028}", "\\u2028"), ("\u{2029}", "\\u2029")];

/// Changes what was written from `start` on so that it can end neither a script nor a line. Nearly nothing has to change.
fn make_harmless(out: &mut Vec<u8>, start: usize) {
    for (sign, escape) in HARMFUL {
        let finder = memchr::memmem::Finder::new(sign);
        while let Some(at) = finder.find(&out[start..]) {
            out.splice(start + at..start + at + sign.len(), escape.bytes());
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// What the browser does with a row of numbers.
    pub fn read(text: &str) -> Vec<u32> {
        let (mut numbers, mut value, mut unit) = (Vec::new(), 0, 1);
        for sign in text.chars() {
            let digit = DIGITS.find(sign).expect("a sign of a number") as u32;
            if digit < HALF {
                numbers.push(value + digit * unit);
                (value, unit) = (0, 1);
            } else {
                value += digit * unit;
                unit *= HALF;
            }
        }
        numbers
    }

    #[test]
    fn numbers_are_read_back() {
        let numbers = [0, 1, 44, 45, 46, 89, 90, 2_069, 2_070, 2_071, 93_194, 93_195, 4_000_000, u32::MAX / 2];
        let mut text = String::new();
        numbers.iter().for_each(|number| push(*number, &mut text));
        assert_eq!(read(&text), numbers);
        let length = |number| {
            let mut text = String::new();
            push(number, &mut text);
            text.len()
        };
        assert_eq!([44, 45, 2_069, 2_070].map(length), [1, 2, 2, 3]);
    }

    #[test]
    fn signs_are_of_two_halves_and_need_no_escape() {
        assert_eq!(DIGITS.len() % 2, 0);
        let json = serde_json::to_string(DIGITS).expect("a text");
        assert_eq!(json.len(), DIGITS.len() + 2);
        assert!(!DIGITS.contains([LITERAL, ' ', '<', '"', '\\']));
    }

    #[test]
    fn no_text_leaves_its_script() {
        let evil = "</script><!-- \u{2028}\u{2029} \" \\ \n";
        let text = String::from_utf8(script("x", &[&evil])).expect("UTF-8");
        assert!(!text.contains('<') && !text.contains(['\u{2028}', '\u{2029}']));
        assert_eq!(text.matches('\n').count(), 1);
        let json = text.strip_prefix("reglamentSearch.take(\"x\",").and_then(|rest| rest.strip_suffix(");\n"));
        assert_eq!(serde_json::from_str::<String>(json.expect("a call")).expect("a text"), evil);
    }
}
