//! `ci`: a job for a forge that tells reviewers what changed and checks what is committed; and the lines by which
//! `git diff` speaks in legal terms.
//!
//! Holds: actions are pinned by commit, tokens may only do what the job does, nothing that a change brings is run with
//! a token that may write.

use super::Verdict;
use super::console::Console;
use super::failure::Failure;
use clap::ValueEnum;

/// Prints a job that checks definitions and drawings and tells what changed, or the lines for `.gitattributes`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament ci github > .github/workflows/regulations.yml
  reglament ci gitlab > .gitlab-ci.yml
  reglament ci gitea > .gitea/workflows/regulations.yml
  reglament ci github --tool https://example.org/reglament.git --rev 0123abc
  reglament ci git >> .gitattributes

Without --tool the job builds the program from the repository that it runs in.")]
pub(super) struct Ci {
    #[arg(value_enum, value_name = "WHERE")]
    forge: Forge,
    /// Git repository of the program, where the definitions have one of their own.
    #[arg(long, value_name = "URL", value_parser = plain)]
    tool: Option<String>,
    /// Commit or tag of the program.
    #[arg(long, value_name = "REVISION", requires = "tool", value_parser = plain)]
    rev: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Forge {
    Github,
    Gitlab,
    Gitea,
    /// Lines for `.gitattributes`.
    Git,
}

/// What can stand in a command of a job without quotes.
fn plain(word: &str) -> Result<String, String> {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || ":/._-@+~".contains(sign);
    match !word.is_empty() && !word.starts_with('-') && word.chars().all(is_plain) {
        true => Ok(word.to_owned()),
        false => Err("only letters, digits and : / . _ - @ + ~".to_owned()),
    }
}

impl Ci {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        console.print(&self.text(console.voice.tag()))?;
        Ok(Verdict::Clean)
    }

    fn text(&self, language: &str) -> String {
        let toolchain = if matches!(self.forge, Forge::Github) { " +1.91" } else { "" };
        let from = match (&self.tool, &self.rev) {
            (Some(url), Some(rev)) => format!("--git {url} --rev {rev}"),
            (Some(url), None) => format!("--git {url}"),
            (None, _) => "--path .".to_owned(),
        };
        let template = match self.forge {
            Forge::Github => include_str!("github.yml"),
            Forge::Gitlab => include_str!("gitlab.yml"),
            Forge::Gitea => include_str!("gitea.yml"),
            Forge::Git => include_str!("attributes.txt"),
        };
        template.replace("@INSTALL@", &format!("cargo{toolchain} install --locked {from}")).replace("@LANG@", language)
    }
}
