//! The page on templates names what pages really give.

use crate::corpus::{read, root};
use reglament::pipeline;
use std::fs;

#[test]
fn template_guide_is_that_of_the_program() {
    let path = root().join("docs/templates.md");
    let guide = pipeline::template_guide();
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(root().join("docs")).expect("the folder");
        fs::write(&path, &guide).expect("the page");
    }
    assert!(read(&path).replace("\r\n", "\n") == guide, "UPDATE=1 writes docs/templates.md anew");
    assert!(guide.contains("| `it.facts[].values[].text.words` | word |"));
}
