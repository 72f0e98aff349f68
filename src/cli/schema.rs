//! `schema`: the JSON Schema of the source format.

use super::Verdict;
use super::console::Console;
use super::failure::Failure;
use crate::source;
use clap::ValueEnum;

/// Prints the JSON Schema of a definition, so that an editor completes and checks while typing.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reglament schema > regulation.schema.json
  reglament schema decree > decree.schema.json

With the YAML extension of an editor, write as the first line of a definition:
  # yaml-language-server: $schema=regulation.schema.json")]
pub(super) struct Schema {
    /// Which definition.
    #[arg(value_enum, default_value = "regulation")]
    kind: Kind,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Decree,
    Regulation,
}

impl Schema {
    pub fn run(&self, console: &Console) -> Result<Verdict, Failure> {
        let kind = match self.kind {
            Kind::Decree => source::Kind::Decree,
            Kind::Regulation => source::Kind::Regulation,
        };
        console.hand_over(format!("{:#}\n", source::schema(kind)).as_bytes())?;
        Ok(Verdict::Clean)
    }
}
