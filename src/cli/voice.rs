//! Which language the program speaks.

use crate::base::Voice;
use std::ffi::OsString;

/// `REGLAMENT_LANG`, else the language of the system by its usual variables, else English.
pub(super) fn of_environment() -> Voice {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let own = set("REGLAMENT_LANG").and_then(|tag| of_tag(&tag));
    let system = || set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).and_then(|tag| of_tag(&tag));
    own.or_else(system).unwrap_or_default()
}

/// The value of `--lang`, before the arguments are read: help and their own faults need a language, too.
pub(super) fn asked_for(arguments: &[OsString]) -> Option<Voice> {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => return Voice::from_tag(words.next()?),
            Some(rest) => return Voice::from_tag(rest.strip_prefix('=')?),
            None => {}
        }
    }
    None
}

/// `ru_RU.UTF-8` and `ru` alike.
fn of_tag(tag: &str) -> Option<Voice> {
    Voice::from_tag(&tag.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_systems_are_understood() {
        assert_eq!(of_tag("kk_KZ.UTF-8"), Some(Voice::Kk));
        assert_eq!(of_tag("ru-RU"), Some(Voice::Ru));
        assert_eq!(of_tag("C.UTF-8"), None);
    }

    #[test]
    fn the_language_is_found_before_arguments_are_read() {
        let asked = |line: &str| asked_for(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked("reglament build --lang ru"), Some(Voice::Ru));
        assert_eq!(asked("reglament --lang=kk"), Some(Voice::Kk));
        assert_eq!(asked("reglament build --lang"), None);
        assert_eq!(asked("reglament build --language ru"), None);
    }
}
