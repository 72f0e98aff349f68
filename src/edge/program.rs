//! The program itself, as a file.

use std::time::UNIX_EPOCH;
use xxhash_rust::xxh3::xxh3_128;

/// A number of the running program, so that what another one made is not taken for its own; nothing where the system
/// does not show it. Its place, size and time stand for its bytes, which are many: to read them took as long as
/// building twenty regulations.
pub fn number_of_program() -> Option<u128> {
    let path = std::env::current_exe().ok()?;
    let data = std::fs::metadata(&path).ok()?;
    let changed = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    let place = xxh3_128(path.as_os_str().as_encoded_bytes());
    let facts = [place.to_le_bytes(), u128::from(data.len()).to_le_bytes(), changed.to_le_bytes()].concat();
    Some(xxh3_128(&facts))
}
