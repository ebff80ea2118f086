//! Completion: what can be written at the cursor and compiles.

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::Ranged;

use super::classes::{MemberKind, ProjectClass};
use super::names::Role;
use super::resolve::{Resolver, documentation, signatures};
use super::signature::open_keywords;
use super::{Position, nodes, resolve};
use crate::analysis::{Analysis, Meaning};
use crate::catalog::{catalog, module_names};
use crate::source::Span;
use crate::syntax::span;
use crate::trace::{INTRINSICS, class_of};
use crate::types::Type;

/// Something that can be written at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What is written.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// Its type or signature.
    pub detail: Option<String>,
    /// Its documentation.
    pub doc: Option<String>,
    /// What it replaces: the word at the cursor.
    pub replace: Span,
}

/// What a completion is; the nearest to the cursor first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompletionKind {
    /// `name=` of a call.
    KeywordArgument,
    /// A parameter or variable of a function.
    Variable,
    /// A method.
    Method,
    /// An attribute that is no method.
    Property,
    /// A function.
    Function,
    /// A captured global.
    Global,
    /// A class.
    Class,
    /// A module.
    Module,
    /// A constant of a module.
    Constant,
    /// A keyword of the language.
    Keyword,
}

/// Keywords of what compiles.
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "assert", "break", "continue", "def", "del", "elif", "else", "except", "finally",
    "for", "from", "if", "import", "in", "is", "lambda", "not", "or", "pass", "raise", "return", "try", "while",
    "with",
];

/// What can be written at a position, the nearest first.
pub fn completions(analysis: &Analysis, position: Position) -> Vec<Completion> {
    let text = analysis.text(position.file);
    let Some(before) = text.get(..position.offset as usize) else { return Vec::new() };
    let word = before.trim_end_matches(|character: char| character == '_' || character.is_alphanumeric());
    let replace = Span { file: position.file, start: word.len() as u32, end: position.offset };
    let resolver = Resolver::new(analysis, position.file);
    let writer = Writer { resolver: &resolver, replace, found: Vec::new() };
    let line = word.rsplit('\n').next().unwrap_or_default();
    let path = nodes::path_at(analysis.body(position.file), position.offset);
    if in_text(&path, before, line) || before[word.len()..].starts_with(|first: char| first.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found = writer.at(&path, position.offset, word, line);
    found.sort_by(|a, b| (a.kind, &a.label).cmp(&(b.kind, &b.label)));
    found.dedup_by(|a, b| a.label == b.label);
    found
}

/// Whether the cursor is in a string or a comment, where nothing is completed.
fn in_text(path: &[AnyNodeRef], before: &str, line: &str) -> bool {
    let offset = before.len() as u32;
    let in_string = path.iter().any(|node| match node {
        AnyNodeRef::ExprStringLiteral(text) => text.start().to_u32() < offset && offset < text.end().to_u32(),
        AnyNodeRef::ExprBytesLiteral(text) => text.start().to_u32() < offset && offset < text.end().to_u32(),
        _ => false,
    });
    let quotes = |quote: char| line.matches(quote).count().is_multiple_of(2);
    in_string || line.find('#').is_some_and(|_| quotes('"') && quotes('\''))
}

struct Writer<'r, 'a> {
    resolver: &'r Resolver<'a>,
    replace: Span,
    found: Vec<Completion>,
}

impl Writer<'_, '_> {
    fn at(mut self, path: &[AnyNodeRef], offset: u32, word: &str, line: &str) -> Vec<Completion> {
        let statement = line.trim_start();
        if let Some(rest) = statement.strip_prefix("from ") {
            match rest.split_once(" import") {
                Some((module, _)) => self.members_of_module(&self.absolute(module.trim())),
                None => self.modules(rest.trim()),
            }
        } else if let Some(rest) = statement.strip_prefix("import ") {
            self.modules(rest.rsplit(',').next().unwrap_or_default().trim());
        } else if word.ends_with('.') {
            self.members(path, word.len() as u32);
        } else if !is_new_name(statement) {
            self.keyword_arguments(offset);
            self.names(offset);
            self.keywords();
        }
        self.found
    }

    fn absolute(&self, module: &str) -> String {
        let level = module.len() - module.trim_start_matches('.').len();
        let source = self.resolver.analysis.file(self.resolver.file);
        crate::scope::absolute_module(source, Some(module.trim_start_matches('.')), level as u32)
    }

    fn push(&mut self, label: &str, kind: CompletionKind, detail: Option<String>, doc: Option<String>) {
        let label = label.to_owned();
        self.found.push(Completion { label, kind, detail, doc, replace: self.replace });
    }

    /// Modules below what is written of a dotted name.
    fn modules(&mut self, written: &str) {
        let package = written.rsplit_once('.').map(|(package, _)| format!("{package}.")).unwrap_or_default();
        let analysis = self.resolver.analysis;
        let own = analysis.files.iter().skip(1).map(|file| file.module.clone());
        for module in module_names().map(str::to_owned).chain(own) {
            if let Some(rest) = module.strip_prefix(&package)
                && module != "builtins"
            {
                let doc = catalog().module(&module).and_then(|module| module.doc.as_ref()).map(|doc| doc.to_string());
                self.push(rest.split('.').next().unwrap_or_default(), CompletionKind::Module, None, doc);
            }
        }
    }

    /// The members of what stands before a dot.
    fn members(&mut self, path: &[AnyNodeRef], dot: u32) {
        let attribute = path.iter().rev().find_map(|node| match node {
            AnyNodeRef::ExprAttribute(attribute) if attribute.value.end().to_u32() < dot => Some(*attribute),
            _ => None,
        });
        let Some(attribute) = attribute else { return };
        if let ast::Expr::Name(name) = &*attribute.value
            && let Some(class) = ProjectClass::named(self.resolver.analysis, self.resolver.file, name.id.as_str())
            && self.resolver.names.at(name.start().to_u32()).is_some_and(|occurrence| occurrence.owner == Some(0))
        {
            return self.members_of_class(class);
        }
        match self.resolver.meaning(&attribute.value) {
            Some(Meaning::Module(module)) => return self.members_of_module(&module),
            Some(Meaning::Global(place)) => {
                let globals = &self.resolver.analysis.program.globals;
                if let Some(global) = globals.iter().find(|global| global.span == place) {
                    return self.members_of_type(&global.ty);
                }
            }
            Some(Meaning::Known(module, name)) if &*name == "Parameter" => {
                for denotation in ["Generic", "Embedding", "Audio", "BoundingBox", "DepthMap", "Numeric"] {
                    self.push(denotation, CompletionKind::Class, Some(format!("{module}.Parameter")), None);
                }
                return;
            }
            _ => {}
        }
        if let Some(ty) = self.resolver.ty(&attribute.value) {
            self.members_of_type(&ty.clone());
        } else if let ast::Expr::StringLiteral(_) | ast::Expr::FString(_) = &*attribute.value {
            self.members_of_type(&Type::Str);
        }
    }

    /// What objects of a class of the project have.
    fn members_of_class(&mut self, class: ProjectClass) {
        for member in class.members() {
            let kind = match member.kind {
                MemberKind::Field => CompletionKind::Property,
                MemberKind::Method => CompletionKind::Method,
                MemberKind::Constant => CompletionKind::Constant,
            };
            self.push(&member.name, kind, member.detail, member.doc);
        }
    }

    /// Members that every member of a union has, `None` aside.
    fn members_of_type(&mut self, ty: &Type) {
        let analysis = self.resolver.analysis;
        let objects = ty.members().iter().filter_map(|member| match member {
            Type::Record(record) => ProjectClass::of(analysis, &record.name),
            _ => None,
        });
        let objects: Vec<ProjectClass> = objects.collect();
        if let Some((first, rest)) = objects.split_first() {
            self.members_of_class(*first);
            self.found.retain(|found| rest.iter().all(|class| class.member_named(&found.label).is_some()));
            return;
        }
        let classes: Vec<_> =
            ty.members().iter().filter(|member| **member != Type::None).filter_map(class_of).collect();
        let Some((first, rest)) = classes.split_first() else { return };
        for name in catalog().members(first) {
            if name.starts_with('_') || rest.iter().any(|class| catalog().method(class, name).is_none()) {
                continue;
            }
            self.method(first, name);
        }
        if &**first == "onnxruntime.InferenceSession" {
            let detail = "run(output_names, input_feed)".to_owned();
            self.push("run", CompletionKind::Method, Some(detail), None);
        }
    }

    fn method(&mut self, class: &str, name: &str) {
        let Some(overloads) = catalog().method(class, name) else { return };
        let first = &overloads[0];
        let doc = overloads.iter().find_map(|overload| overload.doc.as_ref()).map(|doc| doc.to_string());
        if first.property {
            self.push(name, CompletionKind::Property, Some(first.returns.describe()), doc);
        } else {
            let detail = format!("{} -> {}", first.describe(), first.returns.describe());
            self.push(name, CompletionKind::Method, Some(detail), doc);
        }
    }

    fn members_of_module(&mut self, module: &str) {
        let analysis = self.resolver.analysis;
        if let Some(file) = analysis.module_file(module) {
            let other = Resolver::new(analysis, file);
            for (name, binding) in other.names.bindings(0) {
                if binding.role != Role::Import {
                    self.global(&other, name, binding);
                }
            }
        }
        for name in module_names() {
            if let Some(rest) = name.strip_prefix(&format!("{module}.")) {
                self.push(rest, CompletionKind::Module, None, None);
            }
        }
        if let Some(stub) = catalog().module(module) {
            let public = |name: &&std::sync::Arc<str>| !name.starts_with('_');
            for name in stub.functions.keys().filter(public) {
                self.known(name, &Meaning::Native(module.into(), name.clone()));
            }
            for name in stub.classes.keys().filter(public) {
                self.known(name, &Meaning::Class(format!("{module}.{name}").into()));
            }
            for name in stub.aliases.keys().filter(public) {
                if let Some(meaning) = resolve::member_meaning(analysis, module, name, 0) {
                    self.known(name, &meaning);
                }
            }
            for (name, value) in &stub.constants {
                self.push(name, CompletionKind::Constant, Some(format!("{} = {value}", value.ty())), None);
            }
        }
        if matches!(module, "hotforge" | "muna") {
            self.push("compile", CompletionKind::Function, Some("marks a predictor".into()), None);
            self.push("Parameter", CompletionKind::Class, Some("describes a parameter".into()), None);
        } else if matches!(module, "typing" | "typing_extensions") {
            for name in ["Annotated", "Literal", "Optional", "Union", "Final", "Iterator"] {
                self.push(name, CompletionKind::Class, None, None);
            }
        }
    }

    fn known(&mut self, name: &str, meaning: &Meaning) {
        let kind = match meaning {
            Meaning::Module(_) => CompletionKind::Module,
            Meaning::Class(_) => CompletionKind::Class,
            Meaning::Known(_, name) if name.starts_with(char::is_uppercase) => CompletionKind::Class,
            _ => CompletionKind::Function,
        };
        let detail = signatures(meaning).first().map(|signature| match kind {
            CompletionKind::Class => signature.describe().replacen("__new__", name, 1),
            _ => format!("{} -> {}", signature.describe(), signature.returns.describe()),
        });
        self.push(name, kind, detail, documentation(meaning));
    }

    fn keyword_arguments(&mut self, offset: u32) {
        let body = self.resolver.analysis.body(self.resolver.file);
        let Some(call) = nodes::call_at(body, offset) else { return };
        // Behind `name=` a value is written.
        let in_value = call.arguments.keywords.iter().any(|keyword| {
            let name_end = keyword.arg.as_ref().map_or(0, |name| name.end().to_u32());
            name_end < offset && offset <= keyword.end().to_u32() && keyword.arg.is_some()
        });
        if in_value {
            return;
        }
        for (name, ty) in open_keywords(self.resolver, call) {
            let detail = (!ty.is_empty()).then_some(ty);
            self.push(&format!("{name}="), CompletionKind::KeywordArgument, detail, None);
        }
    }

    /// The names that the scopes around an offset bind, and those that are built in.
    fn names(&mut self, offset: u32) {
        let resolver = self.resolver;
        let mut scope = Some(scope_at(resolver, offset));
        while let Some(index) = scope {
            for (name, binding) in resolver.names.bindings(index) {
                let at_cursor = nodes::touches(binding.range, offset);
                if at_cursor || self.found.iter().any(|completion| completion.label == name) {
                    continue;
                }
                self.global(resolver, name, binding);
            }
            scope = resolver.names.scopes[index].parent;
        }
        let builtins = catalog().module("builtins").expect("the catalog has builtins");
        let functions = builtins.functions.keys().map(AsRef::as_ref).chain(INTRINSICS.iter().copied());
        for name in functions.filter(|name| !name.starts_with('_')) {
            self.known(name, &Meaning::Native("builtins".into(), name.into()));
        }
        for name in builtins.classes.keys().filter(|name| !matches!(&***name, "NoneType" | "object" | "Iterator")) {
            self.known(name, &Meaning::Class(format!("builtins.{name}").into()));
        }
    }

    /// A name that a scope binds, if what it stands for compiles.
    fn global(&mut self, resolver: &Resolver, name: &str, binding: &super::names::Occurrence) {
        let analysis = resolver.analysis;
        let place = span(resolver.file, binding.range);
        match resolver.meaning_of_name(binding) {
            Some(Meaning::Function(whole)) => {
                let function = resolve::function(analysis, whole);
                let detail = function.map(|function| super::hover::signature_of(analysis, whole.file, function));
                let doc = function.and_then(|function| crate::catalog::docstring(&function.body));
                self.push(name, CompletionKind::Function, detail, doc.map(|doc| doc.to_string()));
            }
            Some(Meaning::Global(at)) => {
                let ty = analysis
                    .program
                    .globals
                    .iter()
                    .find(|global| global.span == at)
                    .map(|global| global.ty.to_string());
                self.push(name, CompletionKind::Global, ty, None);
            }
            Some(meaning) => self.known(name, &meaning),
            None if let Some(class) = ProjectClass::named(analysis, resolver.file, name) => {
                self.push(name, CompletionKind::Class, Some(class.code()), class.doc());
            }
            // What an import brings in that is not known does not compile.
            None if binding.role == Role::Import => {}
            None => {
                let ty = analysis.types.get(&place).map(ToString::to_string);
                self.push(name, CompletionKind::Variable, ty, None);
            }
        }
    }

    fn keywords(&mut self) {
        for keyword in KEYWORDS {
            self.push(keyword, CompletionKind::Keyword, None, None);
        }
    }
}

/// The scope that a cursor is in. Behind the last statement of a function the indentation of the line tells.
fn scope_at(resolver: &Resolver, offset: u32) -> usize {
    let text = resolver.analysis.text(resolver.file);
    let before = &text[..offset as usize];
    let written = before.trim_end();
    let column = |at: usize| at - text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let mut scope = resolver.names.scope_at(written.len() as u32);
    if before[written.len()..].contains('\n') {
        while let Some(parent) = resolver.names.scopes[scope].parent
            && column(resolver.names.scopes[scope].range.start().to_usize()) >= column(offset as usize)
        {
            scope = parent;
        }
    }
    scope
}

/// Whether the cursor is where a new name is made up.
fn is_new_name(statement: &str) -> bool {
    ["def ", "class ", "for ", "as ", "lambda "]
        .iter()
        .any(|word| statement.strip_prefix(word).is_some_and(str::is_empty) || statement.ends_with(&format!(" {word}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::at_cursor;

    const HEAD: &str = "from hotforge import compile\nimport numpy as np\nimport socket\nLIMIT = 3\n";

    fn labels(body: &str) -> Vec<String> {
        let (analysis, position) = at_cursor(&format!("{HEAD}{body}"));
        completions(&analysis, position).into_iter().map(|completion| completion.label).collect()
    }

    #[test]
    fn members_of_the_inferred_type() {
        let found = labels("@compile()\ndef f(s: str) -> int:\n    words = s.split()\n    words.$0\n    return 1\n");
        assert!(found.contains(&"append".to_owned()), "{found:?}");
        assert!(found.iter().all(|name| !name.starts_with("__")));
        let found = labels("@compile()\ndef f(s: str) -> str:\n    return s.up$0\n");
        assert!(found.contains(&"upper".to_owned()));
    }

    #[test]
    fn members_of_an_array_and_of_a_module() {
        let found = labels("@compile()\ndef f(n: int) -> int:\n    a = np.zeros(3)\n    return a.$0\n");
        assert!(found.contains(&"shape".to_owned()) && found.contains(&"reshape".to_owned()), "{found:?}");
        let found = labels("x = np.$0\n");
        assert!(
            found.contains(&"zeros".to_owned())
                && found.contains(&"linalg".to_owned())
                && found.contains(&"float32".to_owned())
        );
    }

    #[test]
    fn members_of_classes_of_the_project() {
        let class = "class Base:\n    size: int = 3\n    def grow(self) -> int:\n        return self.size\nclass Box(Base):\n    def __init__(self, x: int) -> None:\n        self.x = x\n    @property\n    def half(self) -> float:\n        return self.x / 2\n@compile()\ndef f(n: int) -> int:\n    b = Box(n)\n";
        let found = labels(&format!("{class}    b.$0\n    return b.grow()\n"));
        assert_eq!(found, ["grow", "half", "size", "x"]);
        assert!(labels(&format!("{class}    return B$0\n")).contains(&"Box".to_owned()));
        assert!(labels(&format!("{class}    return Box.$0\n")).contains(&"grow".to_owned()));
    }

    #[test]
    fn names_in_sight_that_compile() {
        let found =
            labels("def helper(x): return x\n@compile()\ndef f(size: int) -> int:\n    total = 1\n    return $0\n");
        for name in ["size", "total", "helper", "LIMIT", "np", "len", "sorted"] {
            assert!(found.contains(&name.to_owned()), "{name} is not in {found:?}");
        }
        assert!(!found.contains(&"socket".to_owned()) && !found.contains(&"x".to_owned()));
        assert_eq!(&found[..2], ["size", "total"]);
    }

    #[test]
    fn the_indentation_tells_the_function() {
        let body = "def helper(size):\n    x = 1\n";
        assert!(labels(&format!("{body}    $0\n")).contains(&"size".to_owned()));
        assert!(!labels(&format!("{body}$0\n")).contains(&"size".to_owned()));
    }

    #[test]
    fn keyword_arguments_that_are_still_open() {
        let found = labels("def helper(a, b=1, *, c=2): return a\nhelper(1, b=2, $0)\n");
        assert_eq!(found[0], "c=");
        assert!(!found.contains(&"b=".to_owned()));
        assert!(
            labels("@compile()\ndef f(v: list[int]) -> list[int]:\n    return sorted(v, $0)\n")
                .contains(&"reverse=".to_owned())
        );
    }

    #[test]
    fn imports() {
        assert!(labels("import nu$0\n").contains(&"numpy".to_owned()));
        assert!(labels("from math import sq$0\n").contains(&"sqrt".to_owned()));
        assert!(labels("from hotforge import $0\n").contains(&"Parameter".to_owned()));
    }

    #[test]
    fn nothing_in_text_comments_and_new_names() {
        assert!(labels("x = \"np.$0\"\n").is_empty());
        assert!(labels("x = 1  # np.$0\n").is_empty());
        assert!(labels("def $0\n").is_empty());
        assert!(labels("x = 1$0\n").is_empty());
    }
}
