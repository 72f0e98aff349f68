//! The catalogue of findings is whole: every code once, every sentence in three languages, every code made by a case.

use reglament::base::{CATALOGUE, Voice, entry};

const VOICES: [Voice; 3] = [Voice::Kk, Voice::Ru, Voice::En];

#[test]
fn codes_and_names_are_unique_and_ordered() {
    let codes: Vec<&str> = CATALOGUE.iter().map(|entry| entry.code).collect();
    let order = |code: &str| ("SMLGT".find(&code[..1]), code[1..].parse::<u32>().expect("a number"));
    assert!(codes.windows(2).all(|pair| order(pair[0]) < order(pair[1])), "{codes:?}");
    let mut names: Vec<&str> = CATALOGUE.iter().map(|entry| entry.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), CATALOGUE.len());
}

#[test]
fn every_sentence_stands_in_three_languages() {
    for entry in CATALOGUE {
        for said in [&entry.message, &entry.help, &entry.why] {
            let places = |voice| {
                let words = said.say(voice);
                assert!(!words.trim().is_empty(), "{}", entry.code);
                (0..3).filter(|at| words.contains(&format!("{{{at}}}"))).collect::<Vec<_>>()
            };
            let all = VOICES.map(places);
            assert!(all[0] == all[1] && all[1] == all[2], "{}: a word is missing in a language", entry.code);
        }
        for voice in VOICES {
            let message = entry.message.say(voice);
            let first = message.chars().next().expect("a letter");
            assert!(!first.is_uppercase() && !message.ends_with('.'), "{}: {message}", entry.code);
        }
    }
}

#[test]
fn an_entry_is_found_by_code_and_by_name() {
    for known in CATALOGUE {
        assert_eq!(entry(known.code).map(|found| found.code), Some(known.code));
        assert_eq!(entry(&known.code.to_lowercase()).map(|found| found.code), Some(known.code));
        assert_eq!(entry(known.name).map(|found| found.code), Some(known.code));
    }
    assert!(entry("X999").is_none());
}
