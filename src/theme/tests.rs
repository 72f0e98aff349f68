//! Theme folders, sound and broken.

use super::Theme;
use crate::base::{Lang, Voice, themes};
use serde::Serialize;
use std::collections::BTreeMap;

fn folder(files: &[(&str, &[u8])]) -> BTreeMap<String, Vec<u8>> {
    files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect()
}

#[derive(Serialize)]
struct Empty {}

#[test]
fn the_embedded_theme_is_sound_and_complete() {
    let theme = Theme::with_overrides(BTreeMap::new()).expect("no faults");
    assert!(theme.assets.keys().any(|path| path.as_str() == "fonts/NotoSans-Bold.woff2"));
    assert_eq!(theme.words(Lang::Kk).get("language"), "Қазақша");
    assert_eq!(theme.words(Lang::Ru).forms("count_steps"), ["процедура", "процедуры", "процедур"]);
    assert_eq!(theme.words(Lang::Kk).forms("count_steps"), ["рәсім"; 3]);
}

#[test]
fn every_file_of_the_default_theme_is_embedded() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    for folder in ["templates", "assets", "fonts"] {
        for entry in std::fs::read_dir(root.join(folder)).expect("a folder of the theme") {
            let name = format!("{folder}/{}", entry.expect("an entry").file_name().to_string_lossy());
            // A licence travels with the sources, not with every site.
            let is_published = !name.ends_with(".txt");
            assert!(!is_published || super::embedded::FILES.iter().any(|(path, _)| *path == name), "{name}");
        }
    }
}

#[test]
fn a_file_overrides_its_embedded_namesake_and_no_other() {
    let theme = Theme::with_overrides(folder(&[
        ("templates/home.html", b"{{ w.language }}!"),
        ("assets/site.css", b"body {}"),
        ("assets/emblem.svg", b"<svg/>"),
    ]))
    .expect("no faults");
    assert_eq!(theme.page("home.html", Lang::Ru, &Empty {}).expect("a page"), "Русский!".as_bytes());
    let asset = |name: &str| theme.assets.iter().find(|(path, _)| path.as_str() == name).map(|(_, bytes)| bytes.len());
    assert_eq!((asset("site.css"), asset("emblem.svg")), (Some(7), Some(6)));
    assert!(asset("icon.svg").is_some());
}

#[test]
fn faults_name_file_and_line_and_all_are_told() {
    let faults = Theme::with_overrides(folder(&[
        ("templates/home.html", b"one\ntwo {% if %}\n"),
        ("templates/acts.html", b"{{ unclosed"),
        ("templates/decree.html", b"\n\xff"),
        ("words.ru.yaml", "site: a\nsitte: b\n".as_bytes()),
        ("drawing.yaml", b"sheet: [\n"),
    ]))
    .expect_err("all of them are broken");
    let line_of = |file: &str| faults.iter().find(|fault| fault.file == file).map(|fault| fault.line);
    assert_eq!(line_of("templates/decree.html"), Some(2));
    assert_eq!(line_of("words.ru.yaml"), Some(2), "{faults:?}");
    assert!(line_of("drawing.yaml").is_some_and(|line| line > 0), "{faults:?}");
    assert!(faults.iter().any(|fault| fault.message(Voice::En) == "key `skip` is missing"));

    let faults = Theme::with_overrides(folder(&[
        ("templates/home.html", b"one\ntwo {% if %}\n"),
        ("templates/acts.html", b"{{ unclosed"),
    ]))
    .expect_err("both are broken");
    let places: Vec<(&str, u32)> = faults.iter().map(|fault| (fault.file.as_str(), fault.line)).collect();
    assert_eq!(places, [("templates/acts.html", 1), ("templates/home.html", 2)]);
}

#[test]
fn a_fault_says_whether_a_template_cannot_be_read_or_not_be_filled() {
    let told = |fault: &super::ThemeFault| (fault.to_string(), fault.entry.code);
    let unread =
        Theme::with_overrides(folder(&[("templates/home.html", b"one\n{{ w.site | uppper }}{{ w.site | lowwer }}")]));
    let unread: Vec<_> = unread.expect_err("no such filters").iter().map(told).collect();
    let at = |column: u32, filter: &str| {
        format!("templates/home.html:2:{column}: the template cannot be read: Unknown filter `{filter}`")
    };
    assert_eq!(unread, [(at(13, "uppper"), "T012"), (at(34, "lowwer"), "T012")]);
    let theme = Theme::with_overrides(folder(&[("templates/home.html", b"{{ w.site + 1 }}")])).expect("it reads");
    let unfilled = told(&theme.page("home.html", Lang::Kk, &Empty {}).expect_err("words are no number"));
    assert!(unfilled.0.starts_with("templates/home.html:1:") && unfilled.1 == "T014", "{unfilled:?}");
}

#[test]
fn no_theme_folder_makes_a_panic() {
    for text in [
        "{% extends \"home.html\" %}",
        "{% extends \"nowhere.html\" %}",
        "{% include \"home.html\" %}",
        "{% block a %}",
        "{{ <nothing /> }}",
        "{% component x(a) %}{% endcomponent y %}",
        &"{% if a %}".repeat(5_000),
        &"(".repeat(100_000),
        &format!("{{{{ {}1{} }}}}", "(".repeat(50_000), ")".repeat(50_000)),
        "{{ 1 / 0 }}{{ \"a\" * 2 }}",
    ] {
        let made = Theme::with_overrides(folder(&[("templates/home.html", text.as_bytes())]));
        if let Ok(theme) = made {
            let _ = theme.page("home.html", Lang::Kk, &Empty {});
        }
    }
    for yaml in ["", "[]", "a", "a: &a [*a]", "site: {a: b}", "\t", "- - - -"] {
        assert!(Theme::with_overrides(folder(&[("words.kk.yaml", yaml.as_bytes())])).is_err(), "{yaml}");
    }
    assert!(Theme::with_overrides(folder(&[("assets/../x", b"")])).is_err());
}

#[test]
fn a_fault_reads_as_a_place_and_a_message() {
    let fault =
        super::ThemeFault::at_byte("words.kk.yaml", "a: б\nв: г".as_bytes(), 8, &themes::THEME_UNKNOWN_KEY).word("odd");
    assert_eq!(fault.to_string(), "words.kk.yaml:2:2: unknown key `odd`");
    assert_eq!(super::ThemeFault::of_file("a", &themes::THEME_NOT_TEXT).to_string(), "a: the text is not UTF-8");
}
