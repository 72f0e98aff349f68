//! What is wrong in a theme folder, and where.

use std::fmt;

/// One fault of a theme file. Line and column count from 1; both are 0 where the whole file is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ThemeFault {
    /// Relative to the theme folder.
    pub file: String,
    pub line: u32,
    pub column: u32,
    /// Lower case, no full stop.
    pub message: String,
}

impl ThemeFault {
    /// A fault of a whole file.
    pub fn of_file(file: impl Into<String>, message: impl Into<String>) -> ThemeFault {
        ThemeFault { file: file.into(), line: 0, column: 0, message: message.into() }
    }

    /// A fault at a byte of a text.
    pub fn at_byte(file: &str, text: &[u8], byte: usize, message: impl Into<String>) -> ThemeFault {
        let before = String::from_utf8_lossy(&text[..byte.min(text.len())]);
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() as u32 + 1;
        let line = before.matches('\n').count() as u32 + 1;
        ThemeFault { file: file.to_owned(), line, column, message: message.into() }
    }
}

impl fmt::Display for ThemeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message),
            line => write!(f, "{}:{line}:{}: {}", self.file, self.column, self.message),
        }
    }
}
