//! Words that somebody else chose, as they may be shown: in a terminal, in a list.
//!
//! Holds: nothing is left that a terminal would obey, or that would turn the order of what stands around it.

/// Signs that turn the order of others: embeddings, overrides and isolates (Unicode Standard Annex 9).
pub fn turns_order(sign: char) -> bool {
    matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Signs that no text can be meant to hold: nobody sees them, and they are no white space.
pub fn is_unfit(sign: char) -> bool {
    let is_control = sign.is_control() && !matches!(sign, '\n' | '\t');
    is_control || turns_order(sign) || is_noncharacter(sign)
}

/// Code points that Unicode will never give a character.
pub fn is_noncharacter(sign: char) -> bool {
    let code = u32::from(sign);
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// The words in one line.
pub fn in_one_line(words: &str) -> String {
    words.chars().map(|sign| if matches!(sign, '\n' | '\t') { ' ' } else { harmless(sign) }).collect()
}

/// The words in the lines that they have.
pub fn in_lines(words: &str) -> String {
    words.chars().map(|sign| if matches!(sign, '\n' | '\t') { sign } else { harmless(sign) }).collect()
}

fn harmless(sign: char) -> char {
    if sign.is_control() || turns_order(sign) { '?' } else { sign }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_obeyed_is_left() {
        let words = "a\u{1b}[2J\u{9b}1m\u{202e}b\nc\r\tә";
        assert_eq!(in_one_line(words), "a?[2J?1m?b c? ә");
        assert_eq!(in_lines(words), "a?[2J?1m?b\nc?\tә");
        assert!("\0\u{1}\r\u{7f}\u{85}\u{fdd0}\u{ffff}\u{1fffe}\u{2069}".chars().all(is_unfit));
        assert!(!"a\n\t \u{a0}\u{ad}\u{200d}\u{200e}\u{2028}\u{fffd}ә".chars().any(is_unfit));
    }
}
