//! Comments that say which Python line a statement comes from, and the map from Rust lines to Python.
//!
//! `prettyplease` prints no comments. So codegen puts the statement `python_line!(7);` before each statement, a number
//! for its span, and here these lines become comments.

use hotforge_analyzer::Analysis;
use hotforge_analyzer::source::Span;

use super::LineMapping;

/// Turns the markers of a printed file into comments, and tells where each piece comes from.
pub fn resolve(printed: &str, analysis: &Analysis, markers: &[Span]) -> (String, Vec<LineMapping>) {
    let mut text = Text::default();
    let mut line_map: Vec<LineMapping> = Vec::new();
    let mut shown = None;
    for line in printed.lines() {
        let Some(span) = marked(line).and_then(|index| markers.get(index)).copied() else {
            // The next function begins anew.
            if line.starts_with('}') {
                shown = None;
            }
            text.push(line);
            continue;
        };
        let file = analysis.file(span.file);
        let place = (span.file, file.line(span.start));
        if shown != Some(place) {
            let indent = &line[..line.len() - line.trim_start().len()];
            let path = file.path_at(span.start);
            let name = path.rsplit('/').next().unwrap_or(path);
            text.push(&format!("{indent}// {}:{}", name.escape_debug(), place.1));
            shown = Some(place);
        }
        line_map.retain(|mapping| mapping.rust_line != text.next_line());
        line_map.push(LineMapping { rust_line: text.next_line(), span });
    }
    (text.text, line_map)
}

/// The file as it grows, with a blank line between items.
#[derive(Default)]
struct Text {
    text: String,
    lines: u32,
    /// Whether the line before ends an item, and its first word.
    ended: Option<String>,
}

impl Text {
    fn push(&mut self, line: &str) {
        let word = line.split(' ').next().unwrap_or_default();
        let begins = !line.starts_with([' ', '}', ']', ')']);
        let apart = self.ended.take().is_some_and(|before| before != "use" || word != "use");
        if begins && apart {
            self.line("");
        }
        self.line(line);
        // An attribute belongs to what follows.
        if !line.starts_with([' ', '#']) && line.ends_with(['}', ';', ']']) {
            self.ended = Some(word.to_owned());
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines += 1;
    }

    /// The number that the next line of an item will have.
    fn next_line(&self) -> u32 {
        self.lines + 1
    }
}

/// The number in a line that is a marker and nothing else.
fn marked(line: &str) -> Option<usize> {
    line.trim().strip_prefix("python_line!(")?.strip_suffix(");")?.parse().ok()
}
