//! All tests that look at the program from outside, in one binary.

mod acts;
mod architecture;
mod catalogue;
mod cli;
mod corpus;
mod definitions;
mod diff;
mod diff_fields;
mod editions;
mod edits;
mod eight;
mod findings;
mod goldens;
mod graphs;
mod incremental;
mod layout;
mod review;
mod sameness;
mod serve;
mod site_machines;
mod structure;
mod svg_lines;
mod template_guide;
mod terms;
mod themes;
mod walk;
