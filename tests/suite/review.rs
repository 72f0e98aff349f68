//! What reviewers are shown: the page with its drawings, pictures of drawings that differ, jobs, and `git diff`.

use crate::corpus::{root, seen};
use crate::diff::{edit, git, load, replaced, repository};
use crate::eight::EDITS;
use reglament::base::{Serial, Voice, base64};
use reglament::bundle;
use reglament::diff;
use reglament::pipeline::{self, Redrawn, Told};
use reglament::scene::{PartRole, Sign};
use reglament::theme::Theme;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn told(voice: Voice) -> Told {
    let sides = ["<old>".to_owned(), "new".to_owned()];
    Told { voice, sides, unread: Default::default(), redrawn: Vec::new(), digest: bundle::digest }
}

fn page(edit: impl Fn(&str) -> String, voice: Voice) -> String {
    let loaded = [load(str::to_owned), load(edit)];
    let changes = diff::compare(&loaded[0].corpus, &loaded[1].corpus);
    pipeline::review(&loaded, &changes, &told(voice), &Theme::embedded(), &Serial)
}

fn drawings(edit: impl Fn(&str) -> String) -> Vec<Redrawn> {
    let loaded = [load(str::to_owned), load(edit)];
    let changes = diff::compare(&loaded[0].corpus, &loaded[1].corpus);
    pipeline::compared([&loaded[0].corpus, &loaded[1].corpus], &changes, &Theme::embedded(), &Serial)
}

/// «+ attach» of shapes and bands, in the order of signs and ids; lines are left out.
fn signs(drawing: &Redrawn) -> Vec<String> {
    let parts = drawing.marked.sheets.iter().flat_map(|sheet| &sheet.parts);
    let is_line = |role| matches!(role, PartRole::Flow | PartRole::Message | PartRole::Association | PartRole::Label);
    let mut all: Vec<(Sign, &str)> = parts
        .filter(|part| !is_line(part.role))
        .filter_map(|part| Some((*drawing.signs.get(&part.id)?, part.id.as_str())))
        .collect();
    all.sort_unstable();
    let letter = |sign| match sign {
        Sign::Added => "+",
        Sign::Removed => "-",
        Sign::Changed => "~",
    };
    all.into_iter().map(|(sign, id)| format!("{} {id}", letter(sign))).collect()
}

#[test]
fn each_edit_bears_its_own_signs_and_what_stays_stands_still() {
    let expected: [&[&str]; 8] = [
        &["~ register-request"],
        &["~ refuse-request"],
        &["+ attach"],
        &["- register-request"],
        &["+ complete", "+ refuse-incomplete", "+ refuse-incomplete-end"],
        &["~ register-request", "~ sign-request"],
        &["~ lane_portal"],
        &["+ lane_gateway", "+ register-request", "- register-request-before"],
    ];
    for ((name, edit), expected) in EDITS.into_iter().zip(expected) {
        let all = drawings(edit);
        let [drawing] = all.as_slice() else { panic!("{name}: {} drawings", all.len()) };
        assert_eq!(drawing.path, "portal", "{name}");
        assert_eq!(signs(drawing), expected, "{name}");
        let (before, after) = (drawing.before.as_ref().unwrap(), drawing.after.as_ref().unwrap());
        assert_eq!(before.size, after.size, "{name}");
        let mut steady = 0;
        for part in before.sheets.iter().flat_map(|sheet| &sheet.parts) {
            let Some(other) = after.sheets.iter().flat_map(|sheet| &sheet.parts).find(|other| other.id == part.id)
            else {
                assert_eq!(drawing.signs.get(&part.id), Some(&Sign::Removed), "{name}: {}", part.id);
                continue;
            };
            let first = |part: &reglament::scene::Part| format!("{:?}", part.shapes.first());
            assert_eq!(first(part), first(other), "{name}: {} moved", part.id);
            steady += 1;
        }
        assert!(steady > 20, "{name}: {steady}");
    }
}

#[test]
fn the_page_marks_words_and_asks_nothing_of_anybody() {
    let one_word = page(EDITS[0].1, Voice::Ru);
    assert!(seen(&one_word).contains("<del>сұрауын</del><ins>өтінішін</ins>"), "{one_word}");
    assert!(one_word.contains("<del><span class=\"unseen\" lang=\"ru\">исключено: </span>сұрауын</del>"), "{one_word}");
    assert!(one_word.contains("пункт 8, «7 әрекет»: текст изложен иначе"));
    assert!(one_word.contains("<html lang=\"ru\">") && one_word.contains("Затронуто: 1 регламент"));
    assert!(one_word.contains("class=\"part-task sign-changed\""));
    assert!(page(EDITS[0].1, Voice::Kk).contains("<h1>Не өзгерді</h1>"));
    for (name, edit) in EDITS {
        let page = page(edit, Voice::En);
        for foreign in ["http://", "https://", " style=\"", "onclick", "@import"] {
            assert!(!page.contains(foreign), "{name}: {foreign}");
        }
        for (tag, policy) in [("style", "style-src"), ("script", "script-src")] {
            let text = page.split(&format!("<{tag}>")).nth(1).unwrap().split(&format!("</{tag}>")).next().unwrap();
            let digest = base64(&bundle::digest(text.as_bytes()));
            assert!(page.contains(&format!("{policy} 'sha256-{digest}'")), "{name}: {tag}");
        }
        let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: an id twice");
    }
}

#[test]
fn nothing_in_a_definition_is_markup() {
    let hostile = "</style><script>alert(1)</script><img src=x onerror=y>\" '";
    let text = format!("      portal: '{}'\n", hostile.replace('\'', "''"));
    let page = page(replaced("      portal: портал\n", &text), Voice::En);
    assert!(!page.contains("<script>alert") && !page.contains("<img"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)"), "it is told all the same");
    assert!(page.contains("&lt;old&gt; → new"));
}

#[test]
fn a_drawing_that_came_or_went_is_shown_whole() {
    let renamed = drawings(replaced("  - id: portal\n", "  - id: online\n"));
    let only: Vec<(&str, Option<Sign>)> = renamed.iter().map(|one| (one.path.as_str(), one.only)).collect();
    assert_eq!(only, [("online", Some(Sign::Added)), ("portal", Some(Sign::Removed))]);
    assert!(renamed.iter().all(|one| one.signs.is_empty() && one.before.is_none() && one.after.is_none()));
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_reglament"))
        .current_dir(folder)
        .env("REGLAMENT_LANG", "en")
        .args(arguments)
        .output()
        .expect("the program can be started");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (status.code().unwrap_or(-1), text(&stdout), text(&stderr))
}

#[test]
fn the_page_is_written_to_a_file() {
    let folder = repository();
    assert_eq!(run(folder.path(), &["diff", "--format", "html", "-o", "same.html"]).0, 0);
    edit(folder.path(), EDITS[2].1);
    let (code, out, _) = run(folder.path(), &["diff", "--format", "html", "-o", "diff.html"]);
    assert_eq!((code, out.as_str()), (1, ""));
    let page = fs::read_to_string(folder.path().join("diff.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("sign-added") && page.ends_with("</html>\n"));
    let (_, markdown, _) = run(folder.path(), &["diff", "--format", "markdown", "-o", "diff.md"]);
    assert_eq!(markdown, "");
    assert!(fs::read_to_string(folder.path().join("diff.md")).unwrap().contains("process added"));
}

#[test]
fn a_drawing_that_is_only_drawn_anew_is_shown_before_and_after() {
    let folder = repository();
    let path = folder.path().join("output/diagrams/karagandy-2016-01-03/foster-care/portal.svg");
    let old = fs::read_to_string(&path).unwrap();
    let new = old.replacen("<svg ", "<svg onload=\"alert(1)\" ", 1);
    fs::write(&path, &new).unwrap();
    let page = |name: &str| {
        let (code, _, _) = run(folder.path(), &["diff", "--format", "html", "-o", name]);
        (code, fs::read_to_string(folder.path().join(name)).unwrap())
    };
    let (code, shown) = page("anew.html");
    assert_eq!(code, 1);
    for svg in [&old, &new] {
        assert!(shown.contains(&format!("src=\"data:image/svg+xml;base64,{}\"", base64(svg.as_bytes()))));
    }
    assert!(!shown.contains("onload"), "a file is a picture and no part of the page");
    assert!(
        shown.contains(" img-src data:;") && shown.contains("class=\"as-over\"") && shown.contains("type=\"range\"")
    );
    assert!(shown.contains("<h3 id=\"d1\">Drawing: portal (only drawn anew)</h3>"), "{shown}");
    assert!(shown.contains("Баланы (балаларды) патронаттық тәрбиелеуге беру (karagandy"), "by its title: {shown}");
    fs::write(&path, "no drawing").unwrap();
    let (_, shown) = page("none.html");
    assert!(shown.contains("one of the two files is no SVG") && !shown.contains("<img"), "{shown}");
}

#[test]
fn drawings_that_differ_are_shown_where_asked() {
    let folder = repository();
    edit(folder.path(), EDITS[0].1);
    let (code, out, _) = run(folder.path(), &["build", "--check", "--pictures", "review"]);
    assert_eq!((code, out.lines().count()), (1, 1), "{out}");
    let picture = folder.path().join("review/diagrams/karagandy-2016-01-03/foster-care/portal.svg");
    let picture = fs::read_to_string(picture).unwrap();
    assert!(picture.contains("<g id=\"s1-register-request\" class=\"sign-changed part-task\">"), "{picture}");
    assert!(picture.contains("As it is committed") && picture.contains("paint-badge-sign"));
    assert!(!folder.path().join("output/site").exists(), "nothing else is written");
}

#[test]
fn two_drawings_are_compared_by_their_parts() {
    let folder = repository();
    let path = "output/diagrams/karagandy-2016-01-03/foster-care/portal.svg";
    let svg = fs::read_to_string(folder.path().join(path)).unwrap();
    fs::write(folder.path().join("same.svg"), &svg).unwrap();
    fs::write(folder.path().join("moved.svg"), svg.replacen("x=\"", "x=\"1", 1)).unwrap();
    let other =
        svg.replace("сұрауын порталда тіркеу", "өтінішін порталда тіркеу").replace("id=\"start\"", "id=\"begin\"");
    fs::write(folder.path().join("other.svg"), other).unwrap();
    let told = |file: &str| run(folder.path(), &["diff", path, file]);
    assert_eq!(told("same.svg"), (0, "the drawings are the same\n".to_owned(), String::new()));
    assert_eq!(told("moved.svg").1, "both say the same: it is only drawn in another way\n");
    let (code, said, _) = told("other.svg");
    assert_eq!(code, 1);
    assert!(said.contains("  ~ register-request: ") && said.contains("[-сұрауын-]{+өтінішін+}"), "{said}");
    assert!(said.contains("  + begin: ") && said.contains("  − start: "), "{said}");
    assert!(said.ends_with("Parts of the drawing: 1 added, 1 removed, 1 changed.\n"), "{said}");
    fs::write(folder.path().join("broken.svg"), "<svg><g id='a'><title>x &bad; <").unwrap();
    assert_eq!(told("broken.svg").0, 1);
}

#[test]
fn git_shows_legal_terms() {
    let folder = repository();
    let program = env!("CARGO_BIN_EXE_reglament");
    let attributes = run(folder.path(), &["ci", "git"]).1;
    fs::write(folder.path().join(".gitattributes"), attributes).unwrap();
    git(folder.path(), &["config", "diff.reglament.textconv", &format!("{program} textconv")]);
    edit(folder.path(), |text| EDITS[0].1(text) + "# a comment\n");
    let shown = Command::new("git").current_dir(folder.path()).args(["diff", "-U0"]).output().unwrap().stdout;
    let shown = String::from_utf8_lossy(&shown).into_owned();
    let lines: Vec<&str> = shown
        .lines()
        .filter(|line| (line.starts_with('+') || line.starts_with('-')) && !line[1..].starts_with(['+', '-']))
        .collect();
    assert_eq!(lines.len(), 2, "{shown}");
    assert!(lines[0].contains("[портал] қызмет алушының электрондық сұрауын порталда тіркеу;"), "{shown}");
    fs::write(folder.path().join("broken.yaml"), "regulation: [").unwrap();
    assert_eq!(run(folder.path(), &["textconv", "broken.yaml"]), (0, "regulation: [".to_owned(), String::new()));
    fs::write(folder.path().join("broken.yaml"), "regulation: [\u{1b}[2J").unwrap();
    assert_eq!(
        run(folder.path(), &["textconv", "broken.yaml"]).1,
        "regulation: [?[2J",
        "a terminal obeys nothing of it"
    );
    edit(folder.path(), |text| text.replacen("title: ", "title: \"\\e[2J\" # ", 1));
    let definition = run(folder.path(), &["textconv", "regulations/karagandy-2016-01-03/foster-care.yaml"]).1;
    assert!(definition.starts_with("?[2J"), "{definition}");
    let svg = "output/diagrams/karagandy-2016-01-03/foster-care/portal.svg";
    assert!(run(folder.path(), &["textconv", svg]).1.contains("task register-request: "));
}

#[test]
fn jobs_are_yaml_with_few_rights_and_pinned_actions() {
    for forge in ["github", "gitlab", "gitea"] {
        let (code, job, _) = run(root(), &["ci", forge, "--lang", "kk"]);
        assert_eq!(code, 0);
        let parsed: serde_json::Value = serde_yaml::from_str(&job).unwrap_or_else(|error| panic!("{forge}: {error}"));
        assert!(parsed.is_object(), "{forge}");
        assert!(!job.contains("@INSTALL@") && !job.contains("@LANG@"), "{job}");
        assert!(!job.contains("_REF") && !job.contains("head.ref") && !job.contains(".title"), "{forge}: {job}");
        for words in ["reglament check", "reglament build --check", "--locked --path .", "REGLAMENT_LANG: kk"] {
            assert!(job.contains(words), "{forge}: {words}");
        }
        for line in job.lines().filter(|line| line.contains("uses:")) {
            let pin = line.split('@').nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
            assert!(pin.len() == 40 && pin.bytes().all(|byte| byte.is_ascii_hexdigit()), "{line}");
        }
    }
    let tool = ["ci", "github", "--tool", "https://example.org/r.git", "--rev", "v1"];
    assert!(run(root(), &tool).1.contains("cargo +1.91 install --locked --git https://example.org/r.git --rev v1"));
    assert_eq!(run(root(), &["ci", "github", "--tool", "x; rm -rf /"]).0, 2);
}
