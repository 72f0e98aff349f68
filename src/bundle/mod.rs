//! A folder to hand over, in one file: a zip with a manifest and checksums.
//!
//! In: `Artifacts`, and what the manifest says of them. Out: the bytes of a zip.
//! Holds: the same files give the same bytes, anywhere and at any time: names in order, one date for all, no mark of the
//! machine; `SHA256SUMS` is what `sha256sum --check` reads, and covers everything but itself.
//! Absent on purpose: signatures, and what the files mean.

use crate::base::{Artifacts, RelPath};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, System};

/// Names of the files that a bundle adds.
pub const MANIFEST: &str = "manifest.json";
pub const SUMS: &str = "SHA256SUMS";

/// What a bundle says of itself. `about` is the user's part of it.
#[derive(Debug, Serialize)]
struct Manifest<'a, T> {
    format: &'static str,
    generator: &'static str,
    #[serde(flatten)]
    about: &'a T,
    files: Vec<Line<'a>>,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    path: &'a str,
    bytes: usize,
    sha256: String,
}

/// The files under a folder of this name, with manifest and checksums. Fails only where a zip cannot hold so much.
pub fn pack(folder: &RelPath, files: &Artifacts, about: &impl Serialize) -> Result<Vec<u8>, String> {
    let lines: Vec<Line<'_>> = files
        .iter()
        .map(|(path, bytes)| Line { path: path.as_str(), bytes: bytes.len(), sha256: sha256(bytes) })
        .collect();
    let mut sums = String::new();
    for line in &lines {
        let written = writeln!(sums, "{}  {}", line.sha256, line.path);
        debug_assert!(written.is_ok(), "writing to a string does not fail");
    }
    let generator = concat!("reglament ", env!("CARGO_PKG_VERSION"));
    let manifest = Manifest { format: "reglament-bundle/1", generator, about, files: lines };
    let mut manifest = serde_json::to_vec_pretty(&manifest).map_err(|error| error.to_string())?;
    manifest.push(b'\n');
    let summed = writeln!(sums, "{}  {MANIFEST}", sha256(&manifest));
    debug_assert!(summed.is_ok(), "writing to a string does not fail");
    let added = [(MANIFEST, manifest.as_slice()), (SUMS, sums.as_bytes())];
    let own = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    write(folder, added.into_iter().chain(own)).map_err(|error| error.to_string())
}

fn write<'a>(
    folder: &RelPath,
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        // Fonts and pictures are packed already.
        let is_packed = [".woff2", ".png"].iter().any(|end| path.ends_with(end));
        let method = if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .system(System::Unix);
        zip.start_file(format!("{folder}/{path}"), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// SHA-256.
pub fn digest(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

fn sha256(bytes: &[u8]) -> String {
    let mut out = String::new();
    for byte in digest(bytes) {
        let written = write!(out, "{byte:02x}");
        debug_assert!(written.is_ok(), "writing to a string does not fail");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[derive(Serialize)]
    struct About {
        title: &'static str,
    }

    fn packed() -> Vec<u8> {
        let file = |path: &str, text: &str| (RelPath::new(path).expect("a path"), text.as_bytes().to_vec());
        let files = Artifacts::from([file("b/ә.html", "abc"), file("a.woff2", "")]);
        pack(&RelPath::new("hand").expect("a path"), &files, &About { title: "Қызмет" }).expect("a zip")
    }

    #[test]
    fn the_sums_are_those_of_the_standard_and_cover_the_manifest() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let mut zip = zip::ZipArchive::new(Cursor::new(packed())).expect("a zip");
        let names: Vec<String> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
        assert_eq!(names, ["hand/manifest.json", "hand/SHA256SUMS", "hand/a.woff2", "hand/b/ә.html"]);
        let mut text = |name: &str| {
            let mut text = String::new();
            zip.by_name(name).expect("a file").read_to_string(&mut text).expect("a text");
            text
        };
        let (manifest, sums) = (text("hand/manifest.json"), text("hand/SHA256SUMS"));
        assert_eq!(sums.lines().count(), 3);
        assert!(sums.contains(&format!("{}  b/ә.html\n", sha256(b"abc"))));
        assert!(sums.ends_with(&format!("{}  manifest.json\n", sha256(manifest.as_bytes()))));
        let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
        assert_eq!((&manifest["title"], &manifest["files"][1]["bytes"]), (&"Қызмет".into(), &3.into()));
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        assert!(packed() == packed());
    }
}
