//! Reads cases out of Markdown: headings and fenced Python blocks.

#![allow(dead_code, reason = "each of the tests that share this module uses a part of it")]

use std::fs;
use std::path::Path;

/// A Python block under its heading.
pub struct Case {
    /// File, heading and, from the second block under one heading on, a number.
    pub name: String,
    /// The words after `python` in the fence.
    pub tag: String,
    /// The block.
    pub source: String,
    /// Blocks under the same heading whose fence names a file.
    pub files: Vec<(String, String)>,
}

/// All cases of the `.md` files in a folder, in order.
pub fn read_cases(folder: &Path) -> Vec<Case> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths.iter().flat_map(|path| read_file(path)).collect()
}

fn read_file(path: &Path) -> Vec<Case> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut cases: Vec<Case> = Vec::new();
    let mut files: Vec<(String, String)> = Vec::new();
    let mut heading = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim().to_owned();
            files.clear();
        } else if let Some(tag) = line.strip_prefix("```python") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            let (tag, source) = (tag.trim().to_owned(), block.join("\n") + "\n");
            if tag.ends_with(".py") {
                files.push((tag, source));
            } else {
                let name = unused_name(format!("{stem}: {heading}"), &cases);
                cases.push(Case { name, tag, source, files: files.clone() });
            }
        }
    }
    cases
}

fn unused_name(name: String, cases: &[Case]) -> String {
    let same = cases.iter().filter(|case| case.name == name || case.name.starts_with(&format!("{name} ("))).count();
    if same == 0 { name } else { format!("{name} ({})", same + 1) }
}
