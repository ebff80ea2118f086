//! The generated Rust laid out by the lines of the Python source, for debuggers.
//!
//! A debugger shows the file and the line that rustc was given. So the items that come from a Python file stand in a file of their
//! own, in which the code of a Python line stands on the line of that number; rustc then notes the Python file in its place
//! (`--remap-path-prefix`). No format of debug information is touched, which differ by system. Rust lets code stand anywhere but
//! for comments, and those are left out.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use hotforge_analyzer::Analysis;

use crate::codegen::{Generated, LineMapping};

/// The files of a crate.
#[derive(Debug)]
pub struct Layout {
    /// The root, which includes the parts.
    pub root: String,
    /// The parts.
    pub parts: Vec<Part>,
}

/// Items of a Python file, none on the lines of another. Of those that share lines, such as the two forms of a function that is
/// called with two types, each is in a part of its own.
#[derive(Debug)]
pub struct Part {
    /// The name of its file.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What debuggers are told that the file is.
    pub shown_as: PathBuf,
    python: PathBuf,
    /// How many lines the text has.
    lines: u32,
}

/// An item: each line of its code, with the Python line that it stands on, which never decreases.
struct Item<'a> {
    python: PathBuf,
    code: Vec<(u32, &'a str)>,
}

impl Layout {
    /// That of a generated crate of that name.
    pub fn of(name: &str, generated: &Generated, analysis: &Analysis) -> Self {
        let mut layout = Self { root: String::new(), parts: Vec::new() };
        let mut items = Vec::new();
        let lines: Vec<(u32, &str)> = (1..).zip(generated.rust.lines()).collect();
        // Items stand apart, and have no empty lines in them.
        for lines in lines.split(|(_, text)| text.is_empty()).filter(|lines| !lines.is_empty()) {
            match Item::of(lines, &generated.line_map, analysis) {
                Some(item) => items.push(item),
                None => lines.iter().for_each(|(_, text)| layout.root.extend([text, "\n"])),
            }
        }
        items.sort_by_key(|item| item.code[0].0);
        items.into_iter().for_each(|item| layout.add(item));
        for part in &layout.parts {
            let _ = writeln!(layout.root, "include!({:?});", part.name);
        }
        layout.root.push_str(&generated.shown);
        layout.root.push_str(&script(name));
        layout
    }

    fn add(&mut self, item: Item) {
        let of_file = self.parts.iter().filter(|part| part.python == item.python).count();
        let free = self.parts.iter().position(|part| part.python == item.python && part.lines <= item.code[0].0);
        let index = free.unwrap_or_else(|| {
            let name = format!("part_{}.rs", self.parts.len());
            let shown_as = another_path(&item.python, of_file);
            self.parts.push(Part { name, text: String::new(), shown_as, python: item.python, lines: 1 });
            self.parts.len() - 1
        });
        let part = &mut self.parts[index];
        for (line, code) in item.code {
            part.text.extend(std::iter::repeat_n("\n", (line - part.lines) as usize));
            part.text.extend([code, " "]);
            part.lines = line;
        }
    }
}

impl<'a> Item<'a> {
    /// Nothing where the lines come from no Python file.
    fn of(lines: &[(u32, &'a str)], map: &[LineMapping], analysis: &Analysis) -> Option<Self> {
        let (first, last) = (lines.first()?.0, lines.last()?.0);
        let own = &map[map.partition_point(|mapping| mapping.rust_line < first)..];
        let own = &own[..own.partition_point(|mapping| mapping.rust_line <= last)];
        let start = own.first()?.span;
        let file = analysis.file(start.file);
        let mut line = file.line(start.start);
        let code = lines.iter().filter(|(_, text)| !text.trim_start().starts_with("//")).map(|(number, text)| {
            let before = own.partition_point(|mapping| mapping.rust_line <= *number);
            let span = own[before.saturating_sub(1)].span;
            // What belongs to a line before, such as the end of a loop, joins what was written last.
            if span.file == start.file {
                line = line.max(file.line(span.start));
            }
            (line, text.trim())
        });
        let code = code.collect();
        let python = PathBuf::from(file.path_at(start.start));
        Some(Self { python: std::path::absolute(&python).unwrap_or(python), code })
    }
}

/// The script by which gdb shows variables, where gdb looks for it: in the section `.debug_gdb_scripts` (gdb manual, 23.5.2), after a
/// byte that says that it is Python, and a name.
fn script(name: &str) -> String {
    let text = format!("\u{4}hotforge\n{}\0", include_str!("show.py").replace("CRATE", name));
    let (length, text) = (text.len(), text.as_bytes().escape_ascii());
    format!(
        "#[cfg(target_os = \"linux\")]\n#[used]\n#[unsafe(link_section = \".debug_gdb_scripts\")]\n\
         static GDB: [u8; {length}] = *b\"{text}\";\n"
    )
}

/// The path of a file, with a detour for each part before: rustc takes files of one path for one file.
fn another_path(path: &Path, parts_before: usize) -> PathBuf {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return path.to_owned() };
    let Some(own) = folder.file_name() else { return path.to_owned() };
    let detour = (0..parts_before).fold(folder.to_owned(), |folder, _| folder.join("..").join(own));
    detour.join(name)
}
