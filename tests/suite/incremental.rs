//! A build that makes only what changed gives what a whole build gives, byte for byte, whatever was changed.

use proptest::prelude::*;
use reglament::base::{Serial, Severity, Source, Sources};
use reglament::edge::{self, Replacement, Threads};
use reglament::pipeline::{self, Definitions, Listing, Loaded, Press, Published, Recall, Stamp, Workbook};
use reglament::theme::Theme;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

type Files = BTreeMap<String, String>;

/// What a run keeps of its definitions.
const RECORD: &str = ".reglament/definitions";

fn decree(id: &str, number: u32, more: &str) -> String {
    format!(
        "decree: {id}\nregion: {{id: region, name: Облыс}}\ntitle: {id} туралы\nbody: Облыс әкімдігі\n\
         date: 2016-01-{number:02}\nnumber: '{number}/03'\nkind: approving\n\
         registered: {{by: Әділет департаменті, date: 2016-02-01, number: '{}'}}\n{more}",
        1000 + number
    )
}

const REGULATION: &str = "\
regulation: {id}
title: {id} анықтама беру
provider: білім бөлімі
units:
  office: кеңсе қызметкері
  head: бөлім басшысы
procedures:
  - id: provider
    steps:
      - unit: office
        text: кеңсе қызметкері өтінішті тіркейді – 20 (жиырма) минут;
        within: 20 min
      - unit: head
        text: бөлім басшысы қол қояды.
appendices:
  - number: 1
    kind: handbook
    shows: provider
";

const PROSE: &str = "# 1. Жалпы ережелер\n\n1. Анықтаманы білім бөлімі береді.\n\n{units}\n\n{steps}\n";

/// Three decrees, one of which amends and one of which repeals another, with regulations.
fn sound() -> Files {
    let mut files = Files::new();
    let amends = "amends:\n  - act: Облыс әкімдігінің 2016-01-01 № 1/03 қаулысы\n    registry: '1001'\n";
    let repealed = "repealed: {by: Облыс әкімдігінің қаулысы, date: 2016-01-04, number: '4/03'}\n";
    for (id, number, more) in [("one", 1, ""), ("two", 4, amends), ("three", 3, repealed)] {
        files.insert(format!("{id}/decree.yaml"), decree(id, number, more));
        files.insert(format!("{id}/decree.kk.md"), "Облыс әкімдігі қаулы етеді:\n".to_owned());
        for service in ["first", "second"] {
            put_regulation(&mut files, id, service);
        }
    }
    files
}

fn put_regulation(files: &mut Files, folder: &str, service: &str) {
    files.insert(format!("{folder}/{service}.yaml"), REGULATION.replace("{id}", service));
    files.insert(format!("{folder}/{service}.kk.md"), PROSE.to_owned());
}

/// Something that an author does between two builds.
#[derive(Debug, Clone)]
enum Edit {
    /// Words of a regulation's title, of a decree's title, of a step, of a paragraph.
    Title(usize, u8),
    DecreeTitle(usize, u8),
    Step(usize, u8),
    Prose(usize, u8),
    /// The number of a decree, by which others name it.
    Number(usize, u8),
    /// A decree is repealed, or is no longer.
    Repeal(usize),
    RenameRegulation(usize, u8),
    RemoveRegulation(usize),
    AddRegulation(usize, u8),
    /// The wording in force becomes a former edition, or the former one is no longer.
    Amend(usize),
    RenameDecree(usize, u8),
    RemoveDecree(usize),
    MoveFolder(usize, u8),
    /// A key that nobody knows: an error.
    Break(usize),
    Mend,
    /// Two decrees of one id.
    Clash(usize),
    Theme(u8),
    /// What is done to the output folder itself.
    SpoilOutput(usize),
    RemoveOutput(usize),
    LoseManifest,
    /// What the last run kept is lost, or not what it wrote.
    LoseRecord,
    SpoilRecord(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = 0..12usize;
    let word = 0..3u8;
    prop_oneof![
        (at.clone(), word.clone()).prop_map(|(at, word)| Edit::Title(at, word)),
        (at.clone(), word.clone()).prop_map(|(at, word)| Edit::DecreeTitle(at, word)),
        (at.clone(), word.clone()).prop_map(|(at, word)| Edit::Step(at, word)),
        (at.clone(), word.clone()).prop_map(|(at, word)| Edit::Prose(at, word)),
        (at.clone(), word.clone()).prop_map(|(at, word)| Edit::Number(at, word)),
        at.clone().prop_map(Edit::Repeal),
        (at.clone(), word.clone()).prop_map(|(at, word)| Edit::RenameRegulation(at, word)),
        at.clone().prop_map(Edit::RemoveRegulation),
        (at.clone(), word.clone()).prop_map(|(at, word)| Edit::AddRegulation(at, word)),
        at.clone().prop_map(Edit::Amend),
        (at.clone(), word.clone()).prop_map(|(at, word)| Edit::RenameDecree(at, word)),
        at.clone().prop_map(Edit::RemoveDecree),
        (at.clone(), word.clone()).prop_map(|(at, word)| Edit::MoveFolder(at, word)),
        at.clone().prop_map(Edit::Break),
        Just(Edit::Mend),
        at.clone().prop_map(Edit::Clash),
        word.prop_map(Edit::Theme),
        at.clone().prop_map(Edit::SpoilOutput),
        at.clone().prop_map(Edit::RemoveOutput),
        Just(Edit::LoseManifest),
        Just(Edit::LoseRecord),
        at.prop_map(Edit::SpoilRecord),
    ]
}

/// Everything that a build depends on.
struct World {
    files: Files,
    theme: BTreeMap<String, Vec<u8>>,
}

impl World {
    fn apply(&mut self, edit: &Edit, output: &Path) {
        let words = ["бір", "екі", "үш"];
        match edit {
            Edit::Title(at, word) => {
                self.line(*at, is_regulation, "title:", &format!("title: {}", words[*word as usize]))
            }
            Edit::DecreeTitle(at, word) => {
                self.line(*at, is_decree, "title:", &format!("title: {}", words[*word as usize]))
            }
            Edit::Step(at, word) => {
                let text = format!("        text: бөлім басшысы {} қол қояды.", words[*word as usize]);
                self.line(*at, is_regulation, "        text: бөлім", &text);
            }
            Edit::Prose(at, word) => {
                self.change(
                    *at,
                    |path| path.ends_with(".md"),
                    |text| *text += &format!("\n{}.\n", words[*word as usize]),
                );
            }
            Edit::Number(at, word) => {
                self.line(*at, is_decree, "number:", &format!("number: '{}/03'", word + 1));
            }
            Edit::Repeal(at) => self.change(*at, is_decree, |text| match text.find("repealed:") {
                Some(start) => text.truncate(start),
                None => *text += "repealed: {by: Облыс әкімдігінің қаулысы, date: 2016-01-04, number: '4/03'}\n",
            }),
            Edit::RenameRegulation(at, word) => {
                self.line(*at, is_regulation, "regulation:", &format!("regulation: service-{word}"));
            }
            Edit::RemoveRegulation(at) => {
                if let Some(path) = self.path(*at, is_regulation) {
                    self.files.remove(&path);
                    self.files.remove(&path.replace(".yaml", ".kk.md"));
                }
            }
            Edit::AddRegulation(at, word) => {
                if let Some(path) = self.path(*at, is_decree) {
                    put_regulation(&mut self.files, path.trim_end_matches("/decree.yaml"), &format!("added-{word}"));
                }
            }
            Edit::Amend(at) => self.amend(*at),
            Edit::RenameDecree(at, word) => self.line(*at, is_decree, "decree:", &format!("decree: act-{at}-{word}")),
            Edit::RemoveDecree(at) => {
                if let Some(path) =
                    self.path(*at, is_decree).filter(|_| self.files.keys().filter(|path| is_decree(path)).count() > 1)
                {
                    let folder = path.trim_end_matches("decree.yaml").to_owned();
                    self.files.retain(|path, _| !path.starts_with(&folder));
                }
            }
            Edit::MoveFolder(at, word) => {
                if let Some(path) = self.path(*at, is_decree) {
                    let folder = path.trim_end_matches("decree.yaml").to_owned();
                    let to = format!("moved-{at}-{word}/");
                    let moved = |(path, text): (String, String)| match path.strip_prefix(&folder) {
                        Some(name) => (format!("{to}{name}"), text),
                        None => (path, text),
                    };
                    self.files = std::mem::take(&mut self.files).into_iter().map(moved).collect();
                }
            }
            Edit::Break(at) => self.change(*at, |path| path.ends_with(".yaml"), |text| *text += "zzz: 1\n"),
            Edit::Mend => self.files.values_mut().for_each(|text| *text = text.replace("zzz: 1\n", "")),
            Edit::Clash(at) => self.line(*at, is_decree, "decree:", "decree: one"),
            Edit::Theme(word) => {
                let css = format!("body {{ margin: {word}px }}\n").into_bytes();
                self.theme = BTreeMap::from([("assets/site.css".to_owned(), css)]);
            }
            Edit::SpoilOutput(at) => spoil(output, *at, |path| fs::write(path, "by hand").unwrap()),
            Edit::RemoveOutput(at) => spoil(output, *at, |path| fs::remove_file(path).unwrap()),
            Edit::LoseManifest => drop(fs::remove_file(output.join(".reglament/manifest.json"))),
            Edit::LoseRecord => drop(fs::remove_file(output.join(RECORD))),
            Edit::SpoilRecord(at) => {
                if let Ok(mut record) = fs::read(output.join(RECORD)) {
                    let at = (at * 7919) % record.len();
                    record[at] ^= 1;
                    fs::write(output.join(RECORD), record).unwrap();
                }
            }
        }
    }

    fn amend(&mut self, at: usize) {
        const EDITION: &str = "edition: {by: Облыс әкімдігінің қаулысы, date: 2016-03-12, number: 9/03}\n";
        let Some(path) = self.path(at, |path| is_regulation(path) && !path.contains('@')) else { return };
        let decree = path.split_once('/').and_then(|(folder, _)| self.files.get(&format!("{folder}/decree.yaml")));
        let Some((_, rest)) = decree.and_then(|decree| decree.split_once("\ndate: ")) else { return };
        let day = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let former = path.replace(".yaml", &format!("@{day}.yaml"));
        let prose = |path: &str| path.replace(".yaml", ".kk.md");
        if self.files.remove(&former).is_some() {
            self.files.remove(&prose(&former));
            self.files.entry(path).and_modify(|text| *text = text.replace(EDITION, ""));
        } else if let Some(words) = self.files.get(&prose(&path)).cloned() {
            self.files.insert(former.clone(), self.files[&path].clone());
            self.files.insert(prose(&former), words);
            self.files.entry(path).and_modify(|text| *text += EDITION);
        }
    }

    fn path(&self, at: usize, is_one: impl Fn(&str) -> bool) -> Option<String> {
        let all: Vec<&String> = self.files.keys().filter(|path| is_one(path)).collect();
        all.get(at % all.len().max(1)).map(|path| (*path).clone())
    }

    fn change(&mut self, at: usize, is_one: impl Fn(&str) -> bool, change: impl Fn(&mut String)) {
        if let Some(path) = self.path(at, is_one) {
            change(self.files.get_mut(&path).unwrap());
        }
    }

    fn line(&mut self, at: usize, is_one: impl Fn(&str) -> bool, start: &str, instead: &str) {
        self.change(at, is_one, |text| {
            let lines = text.lines().map(|line| if line.starts_with(start) { instead } else { line });
            *text = lines.collect::<Vec<_>>().join("\n") + "\n";
        });
    }

    fn sources(&self) -> Sources {
        Sources::new(self.files.iter().map(|(path, text)| Source { path: path.clone(), text: text.clone() }).collect())
    }

    /// What a system tells of the files. Some were written so short a time ago that it tells nothing.
    fn listing(&self) -> Listing {
        let mark = |text: &String| text.bytes().fold(7_u64, |all, byte| all.wrapping_mul(31) + u64::from(byte));
        let listed = |(path, text): (&String, &String)| {
            let is_sure = mark(path) % 5 > 0;
            (path.clone(), is_sure.then(|| [text.len() as u64, mark(text), 0]))
        };
        self.files.iter().map(listed).collect()
    }

    /// The texts of some folders.
    fn texts(&self, is_wanted: impl Fn(&str) -> bool) -> Sources {
        let mut all = self.sources();
        all.renew(Vec::new(), |path| !is_wanted(path));
        all
    }

    fn theme(&self) -> Theme {
        Theme::with_overrides(self.theme.clone()).expect("a sound theme")
    }

    fn stamp(&self) -> Stamp {
        Stamp::of(self.theme.values().map(Vec::as_slice))
    }
}

fn is_decree(path: &str) -> bool {
    path.ends_with("decree.yaml")
}

fn is_regulation(path: &str) -> bool {
    path.ends_with(".yaml") && !is_decree(path)
}

/// Does something to one of the files that a build wrote.
fn spoil(output: &Path, at: usize, what: impl Fn(&Path)) {
    let all: Vec<_> = built(output).into_keys().collect();
    if let Some(path) = all.get((at * 7919) % all.len().max(1)) {
        what(&output.join(path));
    }
}

/// What stands in the trees of the output.
fn built(output: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for tree in ["diagrams", "site"] {
        if !output.join(tree).exists() {
            continue;
        }
        for path in crate::corpus::files(&output.join(tree)) {
            let name = path.strip_prefix(output).unwrap().to_string_lossy().replace('\\', "/");
            all.insert(name, fs::read(&path).unwrap());
        }
    }
    all
}

fn assert_same(is: &BTreeMap<String, Vec<u8>>, expected: &BTreeMap<String, Vec<u8>>, after: &Edit) {
    let names = |all: &BTreeMap<String, Vec<u8>>| all.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(is), names(expected), "after {after:?}");
    for (path, bytes) in expected {
        assert!(is[path] == *bytes, "{path} differs after {after:?}");
    }
}

/// Builds into the folder as the program does: by what the last run kept, where that is enough.
fn build(world: &World, output: &Path, loaded: &Loaded, recalls: &mut usize) -> Published {
    let (theme, rest) = (world.theme(), world.stamp());
    let recalled = edge::kept_record(output).and_then(|record| {
        let recall = Recall::open(&record, rest, world.listing())?;
        let texts = world.texts(|path| recall.is_stale(path));
        recall.renew(texts, &Threads)
    });
    *recalls += usize::from(recalled.is_some());
    let replacement = Replacement::open(output).unwrap();
    let read = |folders: &BTreeSet<String>| {
        Some(world.texts(|path| folders.contains(path.rsplit_once('/').map_or("", |(folder, _)| folder))))
    };
    let mut definitions = recalled.unwrap_or_else(|| Definitions::of(loaded.clone(), world.listing()));
    let made = pipeline::publish_changed(&mut definitions, &theme, rest, &Threads, &replacement, &read).unwrap();
    let made = made.expect("nobody writes to the texts meanwhile");
    let found = definitions.found();
    assert_eq!((found.warnings + found.infos) as usize, loaded.findings.len());
    assert_eq!(found.of_texts as usize, world.files.len());
    match definitions.is_new() {
        true => replacement.finish_keeping(|| definitions.record(rest)).unwrap(),
        false => replacement.finish().unwrap(),
    };
    made
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_built_again_is_what_is_built_anew(edits in prop::collection::vec(edit(), 1..8)) {
        let output = tempfile::tempdir().unwrap();
        let output = output.path();
        let mut world = World { files: sound(), theme: BTreeMap::new() };
        for edit in std::iter::once(&Edit::Mend).chain(&edits) {
            world.apply(edit, output);
            let (loaded, theme) = (pipeline::load(world.sources(), &Threads), world.theme());
            if loaded.findings.iter().any(|finding| finding.severity() == Severity::Error) {
                continue;
            }
            let made = build(&world, output, &loaded, &mut 0);
            assert_eq!(made.broken, [], "after {edit:?}");
            let whole = pipeline::assemble(&loaded.corpus, &theme, &Threads).unwrap();
            let whole: BTreeMap<String, Vec<u8>> = whole.into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect();
            // A file that somebody wrote stays where nothing of ours has to stand: after its page has gone.
            let foreign = |path: &String, bytes: &Vec<u8>| bytes == b"by hand" && !whole.contains_key(path);
            let is = built(output).into_iter().filter(|(path, bytes)| !foreign(path, bytes)).collect();
            assert_same(&only_known(is, &whole, &edits), &whole, edit);
        }
    }

    #[test]
    fn what_is_read_again_is_what_is_read_anew(edits in prop::collection::vec(edit(), 1..10)) {
        let nowhere = tempfile::tempdir().unwrap();
        let mut world = World { files: sound(), theme: BTreeMap::new() };
        let (mut book, mut press) = (Workbook::default(), Press::default());
        let mut before = Files::new();
        for edit in std::iter::once(&Edit::Mend).chain(&edits) {
            world.apply(edit, nowhere.path());
            let is_other = |(path, text): &(&String, &String)| before.get(*path) != Some(*text);
            let texts = world.files.iter().filter(is_other);
            let texts = texts.map(|(path, text)| Source { path: path.clone(), text: text.clone() }).collect();
            let gone = before.keys().filter(|path| !world.files.contains_key(*path)).cloned().collect();
            book.update(texts, &gone, &Serial);
            before = world.files.clone();
            let (loaded, theme) = (pipeline::load(world.sources(), &Serial), world.theme());
            assert_eq!(book.findings(), loaded.findings, "after {edit:?}");
            if loaded.findings.iter().any(|finding| finding.severity() == Severity::Error) {
                continue;
            }
            press.renew(&book, &theme, world.stamp());
            for (path, bytes) in pipeline::assemble(&loaded.corpus, &theme, &Serial).unwrap() {
                let Some(path) = path.as_str().strip_prefix("site/") else { continue };
                let file = reglament::base::RelPath::new(path).unwrap();
                let shown = press.file(&file, &book, &theme).unwrap();
                assert!(shown.as_ref() == Some(&bytes), "{path} after {edit:?}");
            }
        }
    }
}

/// A run whose manifest was lost leaves what it does not make any more, as it may be somebody's.
fn only_known(
    is: BTreeMap<String, Vec<u8>>,
    whole: &BTreeMap<String, Vec<u8>>,
    edits: &[Edit],
) -> BTreeMap<String, Vec<u8>> {
    let is_lost = edits.iter().any(|edit| matches!(edit, Edit::LoseManifest));
    is.into_iter().filter(|(path, _)| !is_lost || whole.contains_key(path)).collect()
}

/// More acts than one page lists, also of one region and related ones, and again fewer.
#[test]
fn pages_of_regions_come_and_go() {
    let output = tempfile::tempdir().unwrap();
    let output = output.path();
    let few = sound();
    let mut many = sound();
    for number in 0..100 {
        let amends = "amends: [{act: 2013-01-05 № 9 қаулы, registry: '1', appendix: 1}]\n";
        let text = decree(&format!("more-{number}"), number % 25 + 5, amends).replace("/03'", &format!("/{number}'"));
        let text = text.replace("number: '10", &format!("number: '{number}"));
        let text = if number % 2 == 0 { text.replace("date: 2016-01", "date: 2015-01") } else { text };
        many.insert(format!("more-{number}/decree.yaml"), text);
        many.insert(format!("more-{number}/decree.kk.md"), "Облыс әкімдігі қаулы етеді:\n".to_owned());
    }
    let mut fewer_by_one = many.clone();
    fewer_by_one.retain(|path, _| !path.starts_with("more-7/"));
    // Too many for one page, but not those of the region, nor their relations.
    let mut fewer_by_ten = many.clone();
    fewer_by_ten.retain(|path, _| !path.starts_with("more-7"));
    let (mut world, mut recalls) = (World { files: few.clone(), theme: BTreeMap::new() }, 0);
    for files in [few.clone(), many, fewer_by_one, fewer_by_ten, few] {
        world.files = files;
        let loaded = pipeline::load(world.sources(), &Threads);
        let made = build(&world, output, &loaded, &mut recalls);
        assert_eq!(made.broken, []);
        let whole = pipeline::assemble(&loaded.corpus, &world.theme(), &Threads).unwrap();
        let whole = whole.into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect();
        assert_same(&built(output), &whole, &Edit::Mend);
    }
    assert_eq!(recalls, 4);
}

#[test]
fn a_folder_with_errors_is_shown_as_it_was_and_others_go_on() {
    let mut world = World { files: sound(), theme: BTreeMap::new() };
    let mut book = Workbook::default();
    let texts = |world: &World| world.sources().iter().map(|(_, source)| source.clone()).collect();
    book.update(texts(&world), &BTreeSet::new(), &Serial);
    world.line(0, is_regulation, "title:", "title: [");
    world.line(5, is_regulation, "title:", "title: Жаңа");
    book.update(texts(&world), &BTreeSet::new(), &Serial);
    let titles: Vec<String> =
        book.corpus().decrees.iter().map(|decree| format!("{:?}", decree.regulations[1].title)).collect();
    assert_eq!(book.corpus().decrees.iter().map(|decree| decree.regulations.len()).collect::<Vec<_>>(), [2, 2, 2]);
    assert!(titles.iter().any(|title| title.contains("Жаңа")), "{titles:?}");
    assert!(book.is_of_before("one") && !book.is_of_before("two"));
    let finding = &book.findings()[0];
    let spot = book.spot(finding).expect("the page is known from before");
    assert_eq!((spot.decree.as_str(), spot.regulation.as_deref()), ("one", Some("first")));
    world.files = sound();
    book.update(texts(&world), &BTreeSet::new(), &Serial);
    assert!(book.findings().is_empty() && !book.is_of_before("one"));
}

#[test]
fn a_finding_is_shown_at_its_step() {
    let mut world = World { files: sound(), theme: BTreeMap::new() };
    world.change(0, is_regulation, |text| *text = text.replace("unit: head", "unit: haed"));
    let mut book = Workbook::default();
    book.update(world.sources().iter().map(|(_, source)| source.clone()).collect(), &BTreeSet::new(), &Serial);
    let findings = book.findings();
    let spots: Vec<_> = findings.iter().filter_map(|finding| book.spot(finding)?.anchor).collect();
    assert!(spots.contains(&"provider-step2".to_owned()), "{spots:?} {findings:?}");
}

/// The address at which the wording in force is told about becomes that of its text, and the other way round.
#[test]
fn an_amended_regulation_leaves_its_text_at_its_dated_address() {
    let output = tempfile::tempdir().unwrap();
    let output = output.path();
    let mut world = World { files: sound(), theme: BTreeMap::new() };
    let dated = "site/kk/one/first/2016-01-01/index.html";
    for is_former in [false, true, false] {
        let loaded = pipeline::load(world.sources(), &Threads);
        assert!(loaded.findings.iter().all(|finding| finding.severity() != Severity::Error), "{:?}", loaded.findings);
        let made = build(&world, output, &loaded, &mut 0);
        assert_eq!(made.broken, []);
        let whole = pipeline::assemble(&loaded.corpus, &world.theme(), &Threads).unwrap();
        let whole = whole.into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect();
        let is = built(output);
        assert_same(&is, &whole, &Edit::Amend(0));
        let page = str::from_utf8(&is[dated]).unwrap();
        assert_eq!((page.contains("20 (жиырма)"), page.contains("class=\"dated\"")), (is_former, !is_former));
        world.amend(0);
    }
}

/// The same world, built twice, is not read again; one changed text makes its folder be read, and those it is related to.
#[test]
fn what_the_last_run_kept_is_enough() {
    let output = tempfile::tempdir().unwrap();
    let output = output.path();
    let mut world = World { files: sound(), theme: BTreeMap::new() };
    let mut recalls = 0;
    for (round, expected) in [(0, 0), (1, 1), (2, 2), (3, 3)] {
        world.apply(&Edit::Title(round, 1), output);
        let loaded = pipeline::load(world.sources(), &Threads);
        build(&world, output, &loaded, &mut recalls);
        assert_eq!(recalls, expected, "round {round}");
        let whole = pipeline::assemble(&loaded.corpus, &world.theme(), &Threads).unwrap();
        let whole = whole.into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect();
        assert_same(&built(output), &whole, &Edit::Title(round, 1));
    }
}
