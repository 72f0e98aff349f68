//! The texts that a site gives away as files, read back from the file.

use crate::corpus::{real, root};
use reglament::base::{Artifacts, Lang, RelPath, Serial};
use reglament::manuscript::{self, Block, Manuscript};
use reglament::pipeline;
use reglament::theme::Theme;
use std::io::{Cursor, Read};

fn site() -> Artifacts {
    pipeline::assemble(&real().loaded.corpus, &Theme::embedded(), &Serial).expect("the templates fit")
}

fn file<'a>(site: &'a Artifacts, path: &str) -> &'a [u8] {
    site.get(&RelPath::new(path).expect("a path")).unwrap_or_else(|| panic!("no file {path}"))
}

/// The words of a text file, without white space.
fn words(docx: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip");
    let mut xml = String::new();
    zip.by_name("word/document.xml").expect("the body").read_to_string(&mut xml).expect("text");
    let text: String = xml.split('<').filter_map(|tag| tag.split_once('>').map(|(_, words)| words)).collect();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    bare(&text)
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

fn assert_holds(words: &str, manuscript: &Manuscript, name: &str) {
    let mut at = 0;
    for block in &manuscript.blocks {
        let phrases = match block {
            Block::Heading(heading) => vec![&heading.phrase],
            Block::Paragraph(paragraph) => vec![&paragraph.phrase],
            Block::Appendix(slot) => slot.header.iter().chain(&slot.label).chain(&slot.heading).collect(),
        };
        for phrase in phrases {
            let said = bare(&phrase.plain);
            at += words[at..].find(&said).unwrap_or_else(|| panic!("{name}: «{}» in its order", phrase.plain));
        }
    }
}

#[test]
fn every_text_stands_whole_in_its_file_with_the_requisites_of_its_act() {
    let site = site();
    for decree in &real().loaded.corpus.decrees {
        let own = words(file(&site, &format!("site/data/{}.kk.docx", decree.id)));
        assert_holds(&own, &manuscript::compose_decree_words(decree, Lang::Kk), decree.id.as_str());
        let requisites = [decree.number.clone(), decree.adopting_body.best(Lang::Kk).1.to_owned()];
        let registered = decree.registered.as_ref().map(|entry| entry.number.clone());
        let signed = decree.signatory.as_ref().map(|signatory| signatory.name.best(Lang::Kk).1.to_owned());
        let requisites: Vec<String> = requisites.into_iter().chain(registered).chain(signed).collect();
        for regulation in &decree.regulations {
            let name = format!("{}/{}", decree.id, regulation.id);
            let text = words(file(&site, &format!("site/data/{name}.kk.docx")));
            assert_holds(&text, &manuscript::compose_words(regulation, Lang::Kk), &name);
            for words in [&own, &text] {
                requisites.iter().for_each(|one| assert!(words.contains(&bare(one)), "{name}: {one}"));
                assert_eq!(decree.repealed.is_some(), words.contains("Бұлқұжаттыңкүшінжойғанакт"), "{name}");
            }
        }
    }
}

#[test]
fn pages_of_both_languages_lead_to_the_texts_that_there_are() {
    let site = site();
    for decree in &real().loaded.corpus.decrees {
        for lang in ["kk", "ru"] {
            let page = str::from_utf8(file(&site, &format!("site/{lang}/{}/index.html", decree.id))).expect("UTF-8");
            assert!(page.contains(&format!("href=\"../../data/{}.kk.docx\"", decree.id)));
            assert!(!page.contains(".ru.docx"), "there is no Russian text");
        }
    }
}

#[test]
fn a_former_edition_has_a_file_of_its_own_that_says_so_first() {
    let out = tempfile::tempdir().expect("a folder");
    let source = root().join("tests/editions");
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_reglament"))
        .args(["build", "--color", "never", "--source"])
        .args([source.as_os_str(), "--output".as_ref(), out.path().as_os_str()])
        .output()
        .expect("the program");
    assert!(done.status.success() || done.status.code() == Some(1), "{}", String::from_utf8_lossy(&done.stderr));
    let data = out.path().join("site/data/in-force");
    let names: Vec<String> = std::fs::read_dir(&data)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let former: Vec<&String> =
        names.iter().filter(|name| name.starts_with("service.2") && name.ends_with(".kk.docx")).collect();
    assert!(former.len() > 1, "{names:?}");
    for name in former {
        let text = words(&std::fs::read(data.join(name)).expect("the file"));
        assert!(text.contains("Бұрынғыредакция"), "{name}");
    }
    assert!(!words(&std::fs::read(data.join("service.kk.docx")).expect("the file")).contains("Бұрынғыредакция"));
}
