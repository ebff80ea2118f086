//! The modules that a file reaches by its imports.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustpython_ast as ast;
use rustpython_ast::visitor::{Visitor, walk_stmt};
use rustpython_text_size::TextRange;

use super::Statement;
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{FileId, Files, SourceFile, Span};
use crate::syntax::{Syntax, parse};

/// A file and all modules of its project that it imports, directly or not.
#[derive(Debug)]
pub struct Project {
    files: Vec<SourceFile>,
    syntax: Vec<Arc<Syntax>>,
    modules: BTreeMap<String, FileId>,
    /// The folder that absolute imports start from: the first one above the file that is no package.
    root: String,
}

impl Project {
    /// Reads the file at `path` and follows its imports. A file that cannot be read counts as empty, with an error.
    pub fn load(path: &str, files: &dyn Files) -> Self {
        Self::load_again(path, files, &Parsed::default())
    }

    /// The same, where some of the files may have been parsed before.
    pub fn load_again(path: &str, files: &dyn Files, parsed: &Parsed) -> Self {
        let root = root_of(path, files);
        let mut project = Self { files: Vec::new(), syntax: Vec::new(), modules: BTreeMap::new(), root };
        let module = project.module_name(path);
        match files.read(path) {
            Some(bytes) => project.add(path, module, &bytes, files, parsed),
            None => {
                let span = Span { file: FileId(0), start: 0, end: 0 };
                let error = Diagnostic::new(Code::Syntax, span, format!("cannot read `{path}`"));
                let file = SourceFile::new(path.to_owned(), module, "".into());
                let mut syntax = parse(FileId(0), &file);
                syntax.errors.push(error);
                project.push(file, Arc::new(syntax));
            }
        }
        let mut next = 0;
        while next < project.files.len() {
            project.follow_imports(FileId(next as u32), files, parsed);
            next += 1;
        }
        project
    }

    /// The files, the first one first.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The ids of the files, in order.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len() as u32).map(FileId)
    }

    /// A file.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The tree of a file.
    pub fn syntax(&self, id: FileId) -> &Syntax {
        &self.syntax[id.0 as usize]
    }

    /// The statements of a file.
    pub fn statements(&self, id: FileId) -> &[Statement] {
        self.syntax(id).statements(&self.file(id).text)
    }

    /// What tells a place from all others, wherever the statements around it stand. Its letters and digits alone do so, too:
    /// codegen makes names of it.
    pub fn label(&self, file: FileId, place: TextRange) -> String {
        let statements = self.statements(file);
        let at = statements.partition_point(|statement| statement.range.start() <= place.start());
        match at.checked_sub(1).map(|at| &statements[at]) {
            Some(statement) => {
                let offset = (place.start() - statement.range.start()).to_u32();
                format!("{}:{:016x}:{offset}", file.0, super::word(&statement.label))
            }
            None => format!("{}:{}", file.0, place.start().to_u32()),
        }
    }

    /// The file of a module of the project.
    pub fn module(&self, name: &str) -> Option<FileId> {
        self.modules.get(name).copied()
    }

    /// Gives the files and their trees away.
    pub fn into_parts(self) -> (Vec<SourceFile>, Vec<Arc<Syntax>>) {
        (self.files, self.syntax)
    }

    /// The dotted name that `from ..module import` means in a file; `level` counts the dots.
    pub fn absolute_module(&self, file: FileId, module: Option<&str>, level: u32) -> String {
        absolute_module(self.file(file), module, level)
    }

    fn add(&mut self, path: &str, module: String, bytes: &[u8], files: &dyn Files, parsed: &Parsed) {
        let id = FileId(self.files.len() as u32);
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let valid = std::str::from_utf8(text);
        if let Ok(text) = valid
            && let Some((file, syntax)) = parsed.get(id, path, &module, text)
        {
            return self.push(file, syntax);
        }
        let (text, invalid) = match valid {
            Ok(text) => (text.into(), None),
            Err(error) => (String::from_utf8_lossy(text).into(), Some(error.valid_up_to() as u32)),
        };
        let file = SourceFile::new(path.to_owned(), module, text).with_origins(files.origins(path));
        let mut syntax = parse(id, &file);
        if let Some(start) = invalid {
            let span = Span { file: id, start, end: start + 1 };
            syntax.errors.push(Diagnostic::new(Code::Syntax, span, "the file is not valid UTF-8"));
        }
        self.push(file, Arc::new(syntax));
    }

    fn push(&mut self, file: SourceFile, syntax: Arc<Syntax>) {
        self.modules.insert(file.module.clone(), FileId(self.files.len() as u32));
        self.files.push(file);
        self.syntax.push(syntax);
    }

    fn follow_imports(&mut self, id: FileId, files: &dyn Files, parsed: &Parsed) {
        let mut finder = ImportFinder { imports: Vec::new() };
        self.syntax(id).body.iter().for_each(|statement| finder.visit_stmt(statement));
        let mut wanted = Vec::new();
        for (module, level, members) in finder.imports {
            let module = self.absolute_module(id, Some(&module), level);
            // `from package import module` may name a module.
            wanted.extend(members.iter().map(|member| format!("{module}.{member}")));
            // Importing a module imports the packages around it.
            wanted.extend(module.match_indices('.').map(|(end, _)| module[..end].to_owned()));
            wanted.push(module);
        }
        for module in wanted {
            self.load_module(&module, files, parsed);
        }
    }

    fn load_module(&mut self, module: &str, files: &dyn Files, parsed: &Parsed) {
        if module.is_empty() || self.modules.contains_key(module) || catalog().knows_module(module) {
            return;
        }
        // As Python does: the folder of the file that is run comes first.
        let own = folder(&self.files[0].path).to_owned();
        for root in [own, self.root.clone()] {
            let base = join(&root, &module.replace('.', "/"));
            for path in [format!("{base}.py"), format!("{base}/__init__.py")] {
                if self.files.iter().any(|file| file.path == path) {
                    continue;
                }
                if let Some(bytes) = files.read(&path) {
                    self.add(&path, module.to_owned(), &bytes, files, parsed);
                    return;
                }
            }
        }
    }

    fn module_name(&self, path: &str) -> String {
        let relative = path.strip_prefix(&self.root).unwrap_or(path).trim_start_matches('/');
        let relative = relative.strip_suffix(".py").unwrap_or(relative);
        relative.strip_suffix("/__init__").unwrap_or(relative).replace('/', ".")
    }
}

/// The files of an earlier project with their trees: those that did not change are not parsed again.
#[derive(Debug, Default)]
pub struct Parsed {
    files: Vec<SourceFile>,
    syntax: Vec<Arc<Syntax>>,
}

impl Parsed {
    /// The files of a project, for the next.
    pub fn of(project: &Project) -> Self {
        Self { files: project.files.clone(), syntax: project.syntax.clone() }
    }

    /// The same file, of the same number and text.
    fn get(&self, id: FileId, path: &str, module: &str, text: &str) -> Option<(SourceFile, Arc<Syntax>)> {
        let file = self.files.get(id.0 as usize)?;
        let is_same = file.path == path && file.module == module && &*file.text == text;
        // A file that was not valid UTF-8, or not there, has an error that its text does not tell.
        is_same
            .then(|| (file.clone(), self.syntax[id.0 as usize].clone()))
            .filter(|(_, syntax)| syntax.errors.is_empty())
    }
}

/// The dotted name that `from ..module import` means in a file; `level` counts the dots.
pub fn absolute_module(source: &SourceFile, module: Option<&str>, level: u32) -> String {
    let module = module.unwrap_or_default();
    if level == 0 {
        return module.to_owned();
    }
    let mut package: Vec<&str> = source.module.split('.').collect();
    let is_package = source.path.ends_with("/__init__.py");
    let drop = level as usize - usize::from(is_package);
    package.truncate(package.len().saturating_sub(drop));
    package.extend(module.split('.').filter(|part| !part.is_empty()));
    package.join(".")
}

/// The folder of a path; empty for a path without one.
pub fn folder(path: &str) -> &str {
    match path.rfind('/') {
        Some(0) => "/",
        Some(at) => &path[..at],
        None => "",
    }
}

/// A path below a folder.
pub fn join(folder: &str, path: &str) -> String {
    match folder {
        _ if path.starts_with('/') => path.to_owned(),
        "" => path.to_owned(),
        "/" => format!("/{path}"),
        _ => format!("{folder}/{path}"),
    }
}

fn root_of(path: &str, files: &dyn Files) -> String {
    let mut root = folder(path);
    while !root.is_empty() && root != "/" && files.read(&join(root, "__init__.py")).is_some() {
        root = folder(root);
    }
    root.to_owned()
}

/// Module, dots and imported members of every import in a file, at any depth.
struct ImportFinder {
    imports: Vec<(String, u32, Vec<String>)>,
}

impl<'a> Visitor<'a> for ImportFinder {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::Import(import) => {
                self.imports.extend(import.names.iter().map(|alias| (alias.name.to_string(), 0, Vec::new())));
            }
            ast::Stmt::ImportFrom(import) => {
                let module = import.module.as_ref().map(|name| name.to_string()).unwrap_or_default();
                let members = import.names.iter().map(|alias| alias.name.to_string()).collect();
                self.imports.push((module, import.level, members));
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, _: &'a ast::Expr) {}
}
