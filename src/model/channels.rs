//! Where one may apply, and in which form a service is rendered.

use crate::base::Text;
use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    Office,
    Provider,
    LocalAkim,
    StateCorporation,
    /// «Халыққа қызмет көрсету орталығы», «ЦОН»: what stood where the State Corporation stands since 2016.
    ServiceCentre,
    Portal,
}

#[derive(Debug, Clone, Serialize)]
pub struct Channel {
    pub kind: ChannelKind,
    /// The words of the text that name the channel.
    pub text: Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    Electronic,
    ElectronicPartial,
    Paper,
    Composite,
}
