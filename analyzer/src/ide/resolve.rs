//! What an expression stands for: as the tracer found it, else as the names of the file say.

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::Ranged;

use super::names::{Names, Occurrence, Role};
use super::nodes;
use crate::analysis::{Analysis, Meaning};
use crate::catalog::{Signature, catalog};
use crate::scope::absolute_module;
use crate::source::{FileId, Span};
use crate::syntax::span;
use crate::trace::{INTRINSICS, class_of};
use crate::types::Type;

/// How many imports may stand behind one another.
const DEEPEST: usize = 16;

/// A module-level name of the project, behind all imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The file that binds it.
    pub file: FileId,
    /// Its name there.
    pub name: &'a str,
    /// The name where it is bound first.
    pub span: Span,
    /// What binds it.
    pub role: Role,
}

/// What an import brings in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Imported<'a> {
    /// `import module`.
    Module(String),
    /// `from module import member`.
    Member(String, &'a str),
}

/// Answers for one file of an analysis.
pub struct Resolver<'a> {
    pub analysis: &'a Analysis,
    pub file: FileId,
    pub names: &'a Names,
}

impl<'a> Resolver<'a> {
    pub fn new(analysis: &'a Analysis, file: FileId) -> Self {
        Self { analysis, file, names: analysis.names(file) }
    }

    /// What an expression stands for, where it is no value that compiled code makes.
    pub fn meaning(&self, node: &ast::Expr) -> Option<Meaning> {
        if let Some(meaning) = self.analysis.meanings.get(&span(self.file, node)) {
            return Some(meaning.clone());
        }
        match node {
            ast::Expr::Name(name) => self.meaning_of_name(self.names.at(name.start().to_u32())?),
            ast::Expr::Attribute(attribute) => self.meaning_of_attribute(attribute),
            _ => None,
        }
    }

    /// What a mention of a name stands for, where that can be told from the names alone.
    pub fn meaning_of_name(&self, occurrence: &Occurrence) -> Option<Meaning> {
        match occurrence.owner {
            Some(0) => global_meaning(self.analysis, self.file, &occurrence.name, 0),
            Some(owner) => {
                let binding =
                    self.names.mentions(owner, &occurrence.name).find(|other| other.role == Role::Function)?;
                function_named(self.analysis, self.file, binding.range)
            }
            None => builtin(&occurrence.name),
        }
    }

    fn meaning_of_attribute(&self, node: &ast::ExprAttribute) -> Option<Meaning> {
        let member = node.attr.as_str();
        if let Some(meaning) = self.meaning(&node.value) {
            return match meaning {
                Meaning::Module(module) => member_meaning(self.analysis, &module, member, 0),
                Meaning::Known(module, name) => Some(Meaning::Known(module, format!("{name}.{member}").into())),
                Meaning::Class(class) => {
                    catalog().method(&class, member).map(|_| Meaning::Method(class, member.into()))
                }
                _ => None,
            }
            .or_else(|| self.method(node));
        }
        self.method(node)
    }

    /// A method or property of a value whose type is known.
    fn method(&self, node: &ast::ExprAttribute) -> Option<Meaning> {
        let ty = self.analysis.types.get(&span(self.file, &*node.value))?;
        let found = |ty: &Type| {
            let class = class_of(ty)?;
            catalog().method(&class, node.attr.as_str())?;
            Some(Meaning::Method(class, node.attr.as_str().into()))
        };
        ty.members().iter().find_map(found)
    }

    /// The type of an expression, where the tracer reached it.
    pub fn ty(&self, node: &ast::Expr) -> Option<&'a Type> {
        self.analysis.types.get(&span(self.file, node))
    }
}

/// The signatures of something from the catalog that can be called or read.
pub fn signatures(meaning: &Meaning) -> &'static [Signature] {
    let found = match meaning {
        Meaning::Native(module, name) => {
            catalog().module(module).and_then(|module| module.functions.get(name)).map(Vec::as_slice)
        }
        Meaning::Method(class, name) => catalog().method(class, name),
        Meaning::Class(class) => catalog().method(class, "__new__"),
        _ => None,
    };
    found.unwrap_or_default()
}

/// The documentation of something from the catalog.
pub fn documentation(meaning: &Meaning) -> Option<String> {
    let of_signatures = || signatures(meaning).iter().find_map(|signature| signature.doc.clone());
    let doc = match meaning {
        Meaning::Module(module) => catalog().module(module)?.doc.clone(),
        Meaning::Class(class) => catalog().class(class).and_then(|class| class.doc.clone()).or_else(of_signatures),
        _ => of_signatures(),
    };
    doc.map(|doc| doc.to_string())
}

/// A built-in function or class.
pub fn builtin(name: &str) -> Option<Meaning> {
    let builtins = catalog().module("builtins")?;
    if builtins.functions.contains_key(name) || INTRINSICS.contains(&name) {
        return Some(Meaning::Native("builtins".into(), name.into()));
    }
    builtins.classes.contains_key(name).then(|| Meaning::Class(format!("builtins.{name}").into()))
}

/// What a module-level name of a file stands for.
pub fn global_meaning(analysis: &Analysis, file: FileId, name: &str, depth: usize) -> Option<Meaning> {
    if depth > DEEPEST {
        return None;
    }
    let binding = analysis.names(file).mentions(0, name).find(|occurrence| occurrence.role != Role::Read)?;
    match binding.role {
        Role::Function => function_named(analysis, file, binding.range),
        Role::Import => match imported(analysis, file, binding)? {
            Imported::Module(module) => known_module(analysis, &module).then(|| Meaning::Module(module.into())),
            Imported::Member(module, member) => member_meaning(analysis, &module, member, depth + 1),
        },
        Role::Class => None,
        _ => Some(Meaning::Global(span(file, binding.range))),
    }
}

fn known_module(analysis: &Analysis, module: &str) -> bool {
    analysis.module_file(module).is_some() || catalog().knows_module(module)
}

/// What `module.member` stands for.
pub fn member_meaning(analysis: &Analysis, module: &str, member: &str, depth: usize) -> Option<Meaning> {
    if let Some(file) = analysis.module_file(module)
        && let Some(meaning) = global_meaning(analysis, file, member, depth)
    {
        return Some(meaning);
    }
    let dotted = format!("{module}.{member}");
    if known_module(analysis, &dotted) {
        return Some(Meaning::Module(dotted.into()));
    }
    match catalog().module(module) {
        Some(stub) => {
            if let Some(target) = stub.aliases.get(member)
                && let Some((module, member)) = target.rsplit_once('.')
                && depth < DEEPEST
            {
                return member_meaning(analysis, module, member, depth + 1);
            }
            if stub.functions.contains_key(member) {
                return Some(Meaning::Native(module.into(), member.into()));
            }
            stub.classes.contains_key(member).then(|| Meaning::Class(dotted.into()))
        }
        None => catalog().knows_module(module).then(|| Meaning::Known(module.into(), member.into())),
    }
}

/// What the import that binds a name brings in.
pub fn imported<'a>(analysis: &'a Analysis, file: FileId, binding: &Occurrence) -> Option<Imported<'a>> {
    let offset = binding.range.start().to_u32();
    nodes::path_at(analysis.body(file), offset).into_iter().find_map(|node| match node {
        AnyNodeRef::StmtImport(import) => {
            let alias = import.names.iter().find(|alias| nodes::touches(alias.range(), offset))?;
            let name = alias.name.as_str();
            Some(Imported::Module(match alias.asname {
                Some(_) => name.to_owned(),
                None => name.split('.').next().unwrap_or_default().to_owned(),
            }))
        }
        AnyNodeRef::StmtImportFrom(import) => {
            let alias = import.names.iter().find(|alias| nodes::touches(alias.range(), offset))?;
            let module = import.module.as_ref().map(|module| module.as_str());
            let module = absolute_module(analysis.file(file), module, import.level);
            Some(Imported::Member(module, alias.name.as_str()))
        }
        _ => None,
    })
}

/// Where a module-level name of the project comes from, behind all imports; `None` for what is not of the project.
pub fn origin<'a>(analysis: &'a Analysis, file: FileId, name: &str, depth: usize) -> Option<Origin<'a>> {
    let binding = analysis.names(file).mentions(0, name).find(|occurrence| occurrence.role != Role::Read)?;
    if binding.role == Role::Import {
        return match imported(analysis, file, binding)? {
            Imported::Member(module, member) if depth < DEEPEST => {
                origin(analysis, analysis.module_file(&module)?, member, depth + 1)
            }
            _ => None,
        };
    }
    let (name, role) = (binding.name.as_str(), binding.role);
    Some(Origin { file, name, span: span(file, binding.range), role })
}

/// The function whose name stands at a range.
fn function_named(analysis: &Analysis, file: FileId, name: rustpython_text_size::TextRange) -> Option<Meaning> {
    nodes::path_at(analysis.body(file), name.start().to_u32()).into_iter().rev().find_map(|node| match node {
        AnyNodeRef::StmtFunctionDef(function) if function.name.range() == name => {
            Some(Meaning::Function(span(file, function)))
        }
        _ => None,
    })
}

/// The definition at a span: a `def` or a `lambda`.
pub fn definition<'a>(analysis: &'a Analysis, whole: Span) -> Option<AnyNodeRef<'a>> {
    nodes::path_at(analysis.body(whole.file), whole.start).into_iter().find(|node| {
        matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_))
            && span(whole.file, node.range()) == whole
    })
}

/// The `def` at a span.
pub fn function(analysis: &Analysis, whole: Span) -> Option<&ast::StmtFunctionDef> {
    match definition(analysis, whole)? {
        AnyNodeRef::StmtFunctionDef(function) => Some(function),
        _ => None,
    }
}

/// Whether a function is marked by `@compile()`, or by the cell that it stands in.
pub fn is_predictor(resolver: &Resolver, function: &ast::StmtFunctionDef) -> bool {
    let syntax = &resolver.analysis.syntax[resolver.file.0 as usize];
    syntax.is_marked(function)
        || function.decorator_list.iter().any(|decorator| {
            let node = match &decorator.expression {
                ast::Expr::Call(call) => &*call.func,
                other => other,
            };
            matches!(resolver.meaning(node), Some(Meaning::Known(module, name))
            if matches!(&*module, "hotforge" | "muna") && &*name == "compile")
        })
}
