//! The program as its users meet it: every kind of bad input, what is said about it, and what stays as it was.
//!
//! Each case is a row: how the folder is made, what is asked, which exit code comes, which words the message has. Every
//! case runs in a folder that holds an output of an earlier build, and the whole folder must be the same after it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The program, with nothing of the tester's own language or colours.
fn reglament(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reglament"));
    command.current_dir(folder).env_clear().env("REGLAMENT_LANG", "en");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    reglament(folder).args(arguments).output().expect("the program can be started")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn put(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let full = folder.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, bytes).unwrap();
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

/// Changes a text of the definition that `new` wrote.
fn change(folder: &Path, file: &str, from: &str, to: &str) {
    let path = format!("regulations/act-1/{file}");
    let text = read(folder, &path);
    assert!(text.contains(from), "{path} has no `{from}`");
    put(folder, &path, text.replacen(from, to, 1));
}

/// A folder with one sound definition and its output.
fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let made = run(folder.path(), &["new", "act-1", "--lang", "kk"]);
    assert!(made.status.success(), "{}", said(&made));
    let built = run(folder.path(), &["build"]);
    assert!(built.status.success(), "{}", said(&built));
    folder
}

/// Every file of the output folder but the lock, with its bytes; links by their targets.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.join("output")];
    while let Some(next) = folders.pop() {
        if next.is_file() {
            all.insert(next.clone(), fs::read(&next).unwrap());
            continue;
        }
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name != "lock") {
                all.insert(path.clone(), fs::read(&path).unwrap());
            }
        }
    }
    all
}

/// One kind of bad input.
struct Case {
    name: &'static str,
    spoil: fn(&Path),
    arguments: &'static [&'static str],
    exit: i32,
    /// Where and what: each must stand in what is said.
    says: &'static [&'static str],
}

const BUILD: &[&str] = &["build"];

const CASES: &[Case] = &[
    Case {
        name: "a missing folder",
        spoil: |_| {},
        arguments: &["build", "--source", "nowhere"],
        exit: 2,
        says: &["nowhere does not exist", "--source"],
    },
    Case {
        name: "a file instead of a folder",
        spoil: |folder| put(folder, "file", ""),
        arguments: &["check", "--source", "file"],
        exit: 2,
        says: &["file is a file, not a folder"],
    },
    Case {
        name: "a folder without definitions",
        spoil: |folder| put(folder, "empty/readme.md", "# nothing\n"),
        arguments: &["build", "--source", "empty"],
        exit: 2,
        says: &["no definitions in empty", "reglament new"],
    },
    Case {
        name: "a missing text beside a definition",
        spoil: |folder| fs::remove_file(folder.join("regulations/act-1/decree.yaml")).unwrap(),
        arguments: BUILD,
        exit: 1,
        says: &["regulations/act-1/service.yaml", "decree.yaml", "nothing was written"],
    },
    Case {
        name: "an empty file",
        spoil: |folder| put(folder, "regulations/act-1/service.yaml", ""),
        arguments: BUILD,
        exit: 1,
        says: &["regulations/act-1/service.yaml", "the file is empty"],
    },
    Case {
        name: "broken UTF-8",
        spoil: |folder| put(folder, "regulations/act-1/service.yaml", b"regulation: service\ntitle: \xd0\n"),
        arguments: BUILD,
        exit: 2,
        says: &["regulations/act-1/service.yaml:2: the text is not UTF-8 (byte 27)", "save it with the encoding UTF-8"],
    },
    Case {
        name: "a text saved as UTF-16",
        spoil: |folder| put(folder, "regulations/act-1/service.kk.md", b"\xff\xfe#\0 \0"),
        arguments: BUILD,
        exit: 2,
        says: &["service.kk.md:1: the text is saved as UTF-16"],
    },
    Case {
        name: "broken YAML",
        spoil: |folder| change(folder, "service.yaml", "title: ", "title: \"not closed "),
        arguments: BUILD,
        exit: 1,
        says: &["error[S001]", "regulations/act-1/service.yaml:"],
    },
    Case {
        name: "an unknown key",
        spoil: |folder| change(folder, "service.yaml", "provider: ", "provuder: "),
        arguments: BUILD,
        exit: 1,
        says: &["unknown key `provuder`", "did you mean `provider`?", "service.yaml:"],
    },
    Case {
        name: "a wrong type",
        spoil: |folder| change(folder, "decree.yaml", "date: 2026-01-15", "date: [2026]"),
        arguments: BUILD,
        exit: 1,
        says: &["error[S", "decree.yaml:"],
    },
    Case {
        name: "a duplicate id",
        spoil: |folder| change(folder, "service.yaml", "  - id: portal", "  - id: provider"),
        arguments: BUILD,
        exit: 1,
        says: &["error[", "provider", "service.yaml:"],
    },
    Case {
        name: "a duplicate key",
        spoil: |folder| change(folder, "service.yaml", "language: kk", "language: kk\nlanguage: kk"),
        arguments: BUILD,
        exit: 1,
        says: &["`language` stands here twice", "see also"],
    },
    Case {
        name: "a dangling reference",
        spoil: |folder| change(folder, "service.yaml", "unit: office", "unit: offise"),
        arguments: BUILD,
        exit: 1,
        says: &["offise", "service.yaml:"],
    },
    Case {
        name: "an alias bomb",
        spoil: |folder| put(folder, "regulations/act-1/service.yaml", alias_bomb()),
        arguments: BUILD,
        exit: 1,
        says: &["error[S00", "service.yaml"],
    },
    Case {
        name: "nesting 100,000 deep",
        spoil: |folder| {
            put(
                folder,
                "regulations/act-1/service.yaml",
                format!("regulation: service\ntitle: {}", "[".repeat(100_000)),
            );
        },
        arguments: BUILD,
        exit: 1,
        says: &["error[S00", "service.yaml"],
    },
    Case {
        name: "a file of 17 megabytes",
        spoil: |folder| put(folder, "regulations/act-1/service.yaml", "#".repeat(17 << 20)),
        arguments: BUILD,
        exit: 2,
        says: &["service.yaml is too large: the limit is 16 MiB"],
    },
    Case {
        name: "a way out of the folder in an id",
        spoil: |folder| change(folder, "service.yaml", "regulation: service", "regulation: ../../service"),
        arguments: BUILD,
        exit: 1,
        says: &["../../service", "service.yaml:"],
    },
    Case {
        name: "a way out of the folder in the id of a path",
        spoil: |folder| change(folder, "service.yaml", "  - id: provider", "  - id: ../provider"),
        arguments: BUILD,
        exit: 1,
        says: &["../provider", "service.yaml:"],
    },
    Case {
        name: "a theme with a broken template",
        spoil: |folder| put(folder, "theme/templates/front.html", "{% if x %}\n"),
        arguments: &["build", "--theme", "theme"],
        exit: 1,
        says: &["error[T012]", "theme/templates/front.html", "= help: ", "nothing was written"],
    },
    Case {
        name: "a theme with broken UTF-8",
        spoil: |folder| put(folder, "theme/templates/front.html", b"\xff"),
        arguments: &["build", "--theme", "theme"],
        exit: 1,
        says: &["theme/templates/front.html:1:1", "the text is not UTF-8"],
    },
    Case {
        name: "a theme that is not there",
        spoil: |_| {},
        arguments: &["build", "--theme", "nowhere"],
        exit: 2,
        says: &["nowhere does not exist"],
    },
    Case {
        name: "an output that is a file",
        spoil: |folder| put(folder, "page", "a file"),
        arguments: &["build", "--output", "page"],
        exit: 2,
        says: &["page is a file, not a folder"],
    },
    Case {
        name: "an output inside a file",
        spoil: |folder| put(folder, "page", "a file"),
        arguments: &["build", "--output", "page/output"],
        exit: 2,
        says: &["page is a file, not a folder"],
    },
    Case {
        name: "something in the way",
        spoil: |folder| {
            fs::remove_dir_all(folder.join("output/site")).unwrap();
            put(folder, "output/site", "a file");
        },
        arguments: BUILD,
        exit: 2,
        says: &["output/site stands where the program has to write"],
    },
    Case {
        name: "an unknown drawing",
        spoil: |_| {},
        arguments: &["render", "act-1/service/portol"],
        exit: 2,
        says: &["`act-1/service/portol`", "perhaps `act-1/service/portal`", "act-1/service/provider"],
    },
    Case {
        name: "a name that fits two drawings",
        spoil: |_| {},
        arguments: &["render", "service"],
        exit: 2,
        says: &["fits more than one name", "act-1/service/portal", "act-1/service/provider"],
    },
    Case {
        name: "a graph that is none",
        spoil: |folder| put(folder, "graph.json", "{\"lanes\": 1}"),
        arguments: &["render", "graph.json"],
        exit: 2,
        says: &["graph.json", "neutral form"],
    },
    Case {
        name: "an unknown finding",
        spoil: |_| {},
        arguments: &["explain", "S04"],
        exit: 2,
        says: &["`S04`", "S004"],
    },
    Case {
        name: "a definition that is there already",
        spoil: |_| {},
        arguments: &["new", "act-1"],
        exit: 2,
        says: &["act-1 is there already"],
    },
    Case {
        name: "an id that is none",
        spoil: |_| {},
        arguments: &["new", "../act"],
        exit: 2,
        says: &["`../act` cannot be an id", "Latin letters"],
    },
    Case { name: "an unknown verb", spoil: |_| {}, arguments: &["bild"], exit: 2, says: &["bild", "build"] },
];

fn alias_bomb() -> String {
    let mut text = "regulation: service\na: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, of) in ('b'..='k').zip('a'..='j') {
        text.push_str(&format!("{name}: &{name} [*{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}]\n"));
    }
    text + "title: *k\n"
}

#[test]
fn bad_input_gets_one_clear_message_and_changes_nothing() {
    for case in CASES {
        let folder = built();
        (case.spoil)(folder.path());
        let before = files(folder.path());
        let output = run(folder.path(), case.arguments);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(case.exit), "{}: {said}", case.name);
        for words in case.says {
            assert!(said.contains(words), "{}: `{words}` is not in what was said:\n{said}", case.name);
        }
        assert!(!said.contains("panicked") && !said.contains("fault of the program"), "{}: {said}", case.name);
        assert!(files(folder.path()) == before, "{}: the output changed", case.name);
        assert!(!folder.path().join("output/.reglament/next").exists(), "{}: litter stays", case.name);
    }
}

#[test]
fn a_text_of_a_megabyte_is_published_whole() {
    let folder = built();
    let long = "ұзын ".repeat(100_000);
    change(folder.path(), "service.kk.md", "анықтама.", &format!("анықтама {long}."));
    let output = run(folder.path(), BUILD);
    assert!(output.status.success(), "{}", said(&output));
    assert!(files(folder.path()).values().any(|bytes| bytes.len() > 900_000), "the text is in no page");
}

#[test]
fn script_in_a_text_stays_text() {
    let folder = built();
    let script = "<script>alert(1)</script>";
    change(folder.path(), "service.yaml", "title: ", &format!("title: {script} "));
    change(folder.path(), "service.yaml", "  head: ", &format!("  head: {script} "));
    change(folder.path(), "service.kk.md", "3. ", &format!("3. {script} "));
    change(folder.path(), "decree.yaml", "name: А.", &format!("name: {script} А."));
    let output = run(folder.path(), BUILD);
    assert!(output.status.success(), "{}", said(&output));
    // What a run keeps for the next one is shown to nobody.
    let shown = |path: &PathBuf| !path.ends_with(".reglament/definitions");
    for (path, bytes) in files(folder.path()).into_iter().filter(|(path, _)| shown(path)) {
        assert!(!String::from_utf8_lossy(&bytes).contains("<script>alert"), "{} runs a script", path.display());
    }
}

#[test]
fn what_others_put_into_the_output_stays() {
    let folder = built();
    let foreign = ["output/site/robots.txt", "output/diagrams/act-1/notes.md", "output/README"];
    foreign.iter().for_each(|path| put(folder.path(), path, *path));
    change(folder.path(), "service.yaml", "head: ", "head: жаңа ");
    let output = run(folder.path(), BUILD);
    assert!(output.status.success(), "{}", said(&output));
    foreign.iter().for_each(|path| assert_eq!(read(folder.path(), path), *path));
}

#[test]
fn check_of_a_build_tells_drift_and_writes_nothing() {
    let folder = built();
    assert_eq!(run(folder.path(), &["build", "--check"]).status.code(), Some(0));
    put(folder.path(), "output/diagrams/act-1/service/portal.svg", "<svg/>");
    put(folder.path(), "output/diagrams/act-1/service/gone.svg", "<svg/>");
    let before = files(folder.path());
    let output = run(folder.path(), &["build", "--check"]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(said.contains("output/diagrams/act-1/service/portal.svg: differs"), "{said}");
    assert!(said.contains("output/diagrams/act-1/service/gone.svg: no definition gives this"), "{said}");
    assert!(files(folder.path()) == before);
}

#[test]
fn two_builds_give_the_same_bytes() {
    let (here, there) = (built(), built());
    let environment = [("TZ", "Asia/Almaty"), ("LC_ALL", "ru_RU.UTF-8"), ("HOME", "/nowhere")];
    fs::remove_dir_all(there.path().join("output")).unwrap();
    let again = reglament(there.path()).args(["build"]).envs(environment).output().unwrap();
    assert!(again.status.success(), "{}", said(&again));
    let relative = |folder: &TempDir| -> BTreeMap<PathBuf, Vec<u8>> {
        // These are about this disk: when each file was written, and its number.
        let is_of_disk = |path: &PathBuf| path.ends_with("manifest.json") || path.ends_with(".reglament/definitions");
        let all = files(folder.path()).into_iter().filter(|(path, _)| !is_of_disk(path));
        all.map(|(path, bytes)| (path.strip_prefix(folder.path()).unwrap().to_owned(), bytes)).collect()
    };
    assert!(relative(&here) == relative(&there));
}

#[test]
fn a_new_definition_checks_clean_in_both_languages() {
    for language in ["kk", "ru"] {
        let folder = tempfile::tempdir().unwrap();
        assert!(run(folder.path(), &["new", "act-1", "--lang", language]).status.success());
        let checked = run(folder.path(), &["check"]);
        assert_eq!(checked.status.code(), Some(0), "{}", said(&checked));
    }
}

#[test]
fn findings_are_told_for_people_for_editors_and_for_machines() {
    let folder = built();
    change(folder.path(), "service.yaml", "provider: ", "provuder: ");
    let told = |format: &str| run(folder.path(), &["check", "--format", format]);
    let human = said(&told("human"));
    assert!(human.contains("error[S004]: unknown key `provuder`") && human.contains("^^^^^^^^"), "{human}");
    let short = said(&told("short"));
    assert!(short.contains("regulations/act-1/service.yaml:12:1: error[S004]: unknown key `provuder`"), "{short}");
    let json: serde_json::Value = serde_json::from_slice(&told("json").stdout).unwrap();
    assert!(json["findings"].as_array().unwrap().iter().any(|finding| finding["place"]["line"] == 12), "{json}");
    let russian = reglament(folder.path()).args(["check", "--lang", "ru"]).output().unwrap();
    assert!(said(&russian).contains("ошибка[S004]: неизвестный ключ `provuder`"), "{}", said(&russian));
}

#[test]
fn the_language_comes_from_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let told = |name: &str, value: &str| {
        said(&reglament(folder.path()).env_remove("REGLAMENT_LANG").env(name, value).args(["check"]).output().unwrap())
    };
    assert!(told("LANG", "kk_KZ.UTF-8").contains("regulations жоқ"));
    assert!(told("LC_ALL", "ru_RU.UTF-8").contains("regulations не существует"));
    assert!(told("REGLAMENT_LANG", "en").contains("regulations does not exist"));
}

#[test]
fn a_drawing_can_be_a_picture_of_dots() {
    let folder = built();
    let made = run(folder.path(), &["render", "portal", "-o", "p.png"]);
    assert!(made.status.success(), "{}", said(&made));
    let file = fs::read(folder.path().join("p.png")).unwrap();
    assert!(file.starts_with(b"\x89PNG\r\n\x1a\n"), "the ending of the file says what is wanted");
    assert_eq!(run(folder.path(), &["render", "portal", "--format", "png"]).stdout, file);
    let svg = run(folder.path(), &["render", "portal"]).stdout;
    let svg = String::from_utf8(svg).unwrap();
    let told = |name: &str| -> u32 {
        let (_, rest) = svg.split_once(&format!(" {name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    let side = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (2 * told("width"), 2 * told("height")), "the same drawing at twice its size");
    put(folder.path(), "graph.json", include_str!("../graphs/portal-3-lanes.json"));
    let graph = run(folder.path(), &["render", "graph.json", "--format", "png"]);
    assert!(graph.stdout.starts_with(b"\x89PNG"), "{}", said(&graph));
}

#[test]
fn one_drawing_goes_to_a_file_or_to_standard_output() {
    let folder = built();
    let printed = run(folder.path(), &["render", "portal"]);
    let committed = read(folder.path(), "output/diagrams/act-1/service/portal.svg");
    assert_eq!(String::from_utf8_lossy(&printed.stdout), committed);
    assert!(run(folder.path(), &["render", "regulations", "service/portal", "-o", "p.svg"]).status.success());
    assert_eq!(read(folder.path(), "p.svg"), committed);
    let geometry = run(folder.path(), &["render", "act-1/service/portal", "--format", "geometry"]);
    let geometry: serde_json::Value = serde_json::from_slice(&geometry.stdout).unwrap();
    assert!(geometry["nodes"].as_array().is_some_and(|nodes| !nodes.is_empty()));
}

#[test]
fn every_stage_can_be_dumped() {
    let folder = built();
    for stage in ["model", "graph", "layout", "scene", "manuscript"] {
        let dumped = run(folder.path(), &["dump", "--stage", stage]);
        let value: serde_json::Value = serde_json::from_slice(&dumped.stdout).unwrap();
        assert!(value.as_array().is_some_and(|entries| !entries.is_empty()), "{stage}: {value}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let folder = built();
    let mut child =
        reglament(folder.path()).args(["schema"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_told() {
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = reglament(Path::new(".")).args(["schema"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("the disk is full"), "{}", said(&output));
}

#[cfg(unix)]
#[test]
fn a_file_that_is_written_to_at_the_moment_is_whole() {
    // Killed at random moments, a build leaves the old trees or the new ones, and the next one mends everything.
    let folder = built();
    let portal = "output/diagrams/act-1/service/portal.svg";
    for round in 0..12 {
        let old = files(folder.path());
        let word = if round % 2 == 0 { "head: жаңа " } else { "head: " };
        let other = if round % 2 == 0 { "head: " } else { "head: жаңа " };
        change(folder.path(), "service.yaml", other, word);
        let mut child =
            reglament(folder.path()).args(BUILD).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(7 * round));
        let _ = child.kill();
        child.wait().unwrap();
        let killed = read(folder.path(), portal);
        let finished = run(folder.path(), BUILD);
        assert!(finished.status.success(), "{}", said(&finished));
        let is_old = old[&folder.path().join(portal)] == killed.as_bytes();
        assert!(is_old || killed == read(folder.path(), portal), "round {round}: a drawing is neither old nor new");
        assert!(!folder.path().join("output/.reglament/next").exists(), "round {round}");
    }
}

/// Paper is the theme's choice or the asker's; a graph of others is drawn with its own words.
#[test]
fn drawings_for_other_paper_and_graphs_of_others() {
    let folder = built();
    let size = |paper: &str| {
        let printed = run(folder.path(), &["render", "portal", "--paper", paper]);
        assert!(printed.status.success(), "{}", said(&printed));
        String::from_utf8(printed.stdout).unwrap()
    };
    let (a4, a3, endless) = (size("a4"), size("a3"), size("endless"));
    assert_eq!(a4, String::from_utf8(run(folder.path(), &["render", "portal"]).stdout).unwrap());
    assert!(a4.starts_with("<svg") && a3.starts_with("<svg") && endless.starts_with("<svg"));
    let look = include_str!("../../themes/default/drawing.yaml");
    put(folder.path(), "theme/drawing.yaml", look.replacen("paper: a4", "paper: a3", 1));
    let themed = run(folder.path(), &["render", "portal", "--theme", "theme"]);
    assert_eq!(String::from_utf8(themed.stdout).unwrap(), a3);

    put(folder.path(), "graph.json", include_str!("../graphs/portal-4-lanes.json"));
    let drawn = run(folder.path(), &["render", "graph.json", "--format", "svg"]);
    assert!(drawn.status.success(), "{}", said(&drawn));
    let svg = String::from_utf8(drawn.stdout).unwrap();
    assert!(svg.contains("1 шарт: дерек") && svg.contains("class=\"part-gateway\""), "{svg}");
    assert!(run(folder.path(), &["render", "graph.json", "-o", "graph.svg"]).status.success());
    assert_eq!(fs::read_to_string(folder.path().join("graph.svg")).unwrap(), svg, "the ending says what is wanted");
}

/// A drawing is made whatever it has to give up, and says what that is.
#[test]
fn a_graph_keeps_the_order_of_its_earlier_drawing() {
    let folder = built();
    put(folder.path(), "old.json", include_str!("../graphs/portal-3-lanes.json"));
    put(folder.path(), "new.json", include_str!("../graphs/portal-3-lanes-edited.json"));
    put(folder.path(), "drawn.json", run(folder.path(), &["render", "old.json"]).stdout);
    for format in ["geometry", "svg"] {
        let drawn = |before: &str| run(folder.path(), &["render", "new.json", "--before", before, "--format", format]);
        assert!(drawn("old.json").status.success(), "{}", said(&drawn("old.json")));
        assert!(drawn("drawn.json").stderr.is_empty() && drawn("drawn.json").status.success());
    }
    let turned = include_str!("../graphs/portal-3-lanes.json").replacen('{', "{\"axis\": \"v\",", 1);
    put(folder.path(), "down.json", turned);
    let other = run(folder.path(), &["render", "new.json", "--before", "down.json"]);
    assert_eq!(other.status.code(), Some(2));
    assert!(said(&other).contains("the flow runs another way than in the earlier drawing"), "{}", said(&other));
    put(folder.path(), "none.json", "{}");
    let none = run(folder.path(), &["render", "new.json", "--before", "none.json"]);
    assert!(none.status.code() == Some(2) && said(&none).contains("none.json: line 1"), "{}", said(&none));
    let path = run(folder.path(), &["render", "portal", "--before", "old.json"]);
    assert!(path.status.code() == Some(2) && said(&path).contains("--before goes with a file GRAPH.json"));
}

#[test]
fn what_a_drawing_could_not_keep_is_told() {
    let folder = built();
    let hub: Vec<String> = (0..14).map(|at| format!("{{\"id\": \"t{at}\", \"lane\": \"a\"}}")).collect();
    let flows: Vec<String> = (0..14).map(|at| format!("{{\"from\": \"hub\", \"to\": \"t{at}\"}}")).collect();
    let graph = format!(
        "{{\"lanes\": [{{\"id\": \"a\"}}], \"nodes\": [{{\"id\": \"hub\", \"lane\": \"a\", \"w\": 3, \"h\": 3}}, {}], \
         \"flows\": [{}]}}",
        hub.join(", "),
        flows.join(", ")
    );
    put(folder.path(), "graph.json", graph);
    let drawn = run(folder.path(), &["render", "graph.json"]);
    assert!(drawn.status.success());
    let told = String::from_utf8(drawn.stderr).unwrap();
    assert!(told.contains("warning: the line `f"), "{told}");
    assert!(told.contains("lies on another: one shape has too many lines"), "{told}");

    // So many bands, each with something in it, fit no sheet.
    let bands: String = (0..60).map(|at| format!("      band{at}: жүйе {at}\n")).collect();
    change(folder.path(), "service.yaml", "    items:\n", &format!("{bands}    items:\n"));
    let item =
        |at: usize| format!("      - plain: {}\n        at: band{at}\n        text: {at}-жүйеге жүгіну;\n", at + 1);
    let items: String = (0..60).map(item).collect();
    change(folder.path(), "service.yaml", "    items:\n", &format!("    items:\n{items}"));
    let built = run(folder.path(), &["build"]);
    assert!(built.status.success(), "{}", said(&built));
    assert!(said(&built).contains("act-1/service/portal: sheet 1 is broader than the paper"), "{}", said(&built));
}
