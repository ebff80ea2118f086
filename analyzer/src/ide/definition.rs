//! Go to definition: into the files of the project and the stubs of the catalog.

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_parser::parse_module;
use rustpython_text_size::{Ranged, TextRange};

use super::names::Role;
use super::resolve::{Imported, Resolver, imported};
use super::{Position, nodes, resolve};
use crate::analysis::{Analysis, Meaning};
use crate::catalog::{catalog, stub_text};
use crate::scope::absolute_module;
use crate::source::Span;
use crate::syntax::span;

/// Where something is defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// In a file of the analysis.
    File {
        /// The whole definition.
        full: Span,
        /// The name in it.
        name: Span,
    },
    /// In a stub of the catalog.
    Stub {
        /// The module: `numpy.linalg`.
        module: &'static str,
        /// The bytes of the whole definition in the stub's text.
        full: (u32, u32),
        /// The bytes of the name in it.
        name: (u32, u32),
    },
}

/// The definitions of what stands at a position.
pub fn definitions(analysis: &Analysis, position: Position) -> Vec<Target> {
    let resolver = Resolver::new(analysis, position.file);
    let path = nodes::path_at(analysis.body(position.file), position.offset);
    for node in path.iter().rev() {
        match node {
            AnyNodeRef::Alias(alias) => return of_alias(&resolver, &path, alias).into_iter().collect(),
            AnyNodeRef::StmtImportFrom(import) => {
                let module = import.module.as_ref().map(|module| module.as_str());
                let module = absolute_module(analysis.file(position.file), module, import.level);
                return of_meaning(analysis, &Meaning::Module(module.into())).into_iter().collect();
            }
            AnyNodeRef::Keyword(keyword)
                if keyword.arg.as_ref().is_some_and(|name| nodes::touches(name.range(), position.offset)) =>
            {
                return of_keyword(&resolver, keyword, position.offset).into_iter().collect();
            }
            AnyNodeRef::ExprAttribute(attribute) if nodes::touches(attribute.attr.range(), position.offset) => {
                return of_attribute(&resolver, attribute).into_iter().collect();
            }
            _ => {}
        }
    }
    of_name(&resolver, position.offset).into_iter().collect()
}

fn of_name(resolver: &Resolver, offset: u32) -> Option<Target> {
    let occurrence = resolver.names.at(offset)?;
    let Some(owner) = occurrence.owner else {
        return of_meaning(resolver.analysis, &resolve::builtin(&occurrence.name)?);
    };
    let bindings: Vec<_> =
        resolver.names.mentions(owner, &occurrence.name).filter(|other| other.role != Role::Read).collect();
    let before = bindings.iter().rev().find(|other| other.range.start().to_u32() <= offset);
    let binding = before.or(bindings.first())?;
    if binding.role == Role::Import {
        return of_imported(resolver.analysis, imported(resolver.analysis, resolver.file, binding)?);
    }
    Some(of_binding(resolver.analysis, span(resolver.file, binding.range)))
}

/// The definition around a name that a `def`, a `class` or a statement binds.
fn of_binding(analysis: &Analysis, name: Span) -> Target {
    let path = nodes::path_at(analysis.body(name.file), name.start);
    let named = |range: TextRange| span(name.file, range) == name;
    let full = path.iter().rev().find_map(|node| match node {
        AnyNodeRef::StmtFunctionDef(function) if named(function.name.range()) => Some(function.range()),
        AnyNodeRef::StmtClassDef(class) if named(class.name.range()) => Some(class.range()),
        AnyNodeRef::StmtAssign(assign) => Some(assign.range()),
        AnyNodeRef::StmtAnnAssign(assign) => Some(assign.range()),
        _ => None,
    });
    Target::File { full: full.map_or(name, |range| span(name.file, range)), name }
}

fn of_alias(resolver: &Resolver, path: &[AnyNodeRef], alias: &ast::Alias) -> Option<Target> {
    let analysis = resolver.analysis;
    let from = path.iter().find_map(|node| match node {
        AnyNodeRef::StmtImportFrom(import) => Some(import),
        _ => None,
    });
    let name = alias.name.as_str();
    match from {
        Some(import) => {
            let module = import.module.as_ref().map(|module| module.as_str());
            of_member(analysis, &absolute_module(analysis.file(resolver.file), module, import.level), name)
        }
        None => of_meaning(analysis, &Meaning::Module(name.into())),
    }
}

fn of_imported(analysis: &Analysis, imported: Imported) -> Option<Target> {
    match imported {
        Imported::Module(module) => of_meaning(analysis, &Meaning::Module(module.into())),
        Imported::Member(module, member) => of_member(analysis, &module, member),
    }
}

fn of_member(analysis: &Analysis, module: &str, member: &str) -> Option<Target> {
    if let Some(file) = analysis.module_file(module)
        && let Some(origin) = resolve::origin(analysis, file, member, 0)
    {
        return Some(of_binding(analysis, origin.span));
    }
    match resolve::member_meaning(analysis, module, member, 0) {
        Some(meaning) => of_meaning(analysis, &meaning),
        None => of_constant(module, member),
    }
}

fn of_attribute(resolver: &Resolver, attribute: &ast::ExprAttribute) -> Option<Target> {
    let name = attribute.attr.as_str();
    if let Some(Meaning::Module(module)) = resolver.meaning(&attribute.value) {
        return of_member(resolver.analysis, &module, name);
    }
    let node = AnyNodeRef::ExprAttribute(attribute);
    let known = resolver.analysis.meanings.get(&span(resolver.file, node.range())).cloned();
    let meaning = known.or_else(|| resolver.meaning(&ast::Expr::Attribute(attribute.clone())))?;
    of_meaning(resolver.analysis, &meaning)
}

fn of_keyword(resolver: &Resolver, keyword: &ast::Keyword, offset: u32) -> Option<Target> {
    let call = nodes::call_at(resolver.analysis.body(resolver.file), offset)?;
    match resolver.meaning(&call.func)? {
        Meaning::Function(whole) => {
            let function = resolve::function(resolver.analysis, whole)?;
            let wanted = keyword.arg.as_ref()?.as_str();
            let parameter = function.parameters.iter().find(|parameter| parameter.name().as_str() == wanted)?;
            let name = span(whole.file, parameter.name().range());
            Some(Target::File { full: name, name })
        }
        meaning => of_meaning(resolver.analysis, &meaning),
    }
}

/// Where something that has a meaning of its own is defined.
pub(super) fn of_meaning(analysis: &Analysis, meaning: &Meaning) -> Option<Target> {
    match meaning {
        Meaning::Module(module) => match analysis.module_file(module) {
            Some(file) => {
                let start = Span { file, start: 0, end: 0 };
                Some(Target::File { full: start, name: start })
            }
            None => stub_text(module).map(|(module, _)| Target::Stub { module, full: (0, 0), name: (0, 0) }),
        },
        Meaning::Function(whole) => {
            let name = resolve::function(analysis, *whole).map_or(*whole, |node| span(whole.file, node.name.range()));
            Some(Target::File { full: *whole, name })
        }
        Meaning::Global(place) => Some(of_binding(analysis, *place)),
        Meaning::Native(module, name) => in_stub(module, None, name),
        Meaning::Class(class) => {
            let (module, class) = class.rsplit_once('.')?;
            in_stub(module, None, class)
        }
        Meaning::Method(class, name) => in_class(class, name),
        Meaning::Known(..) => None,
    }
}

fn in_class(class: &str, name: &str) -> Option<Target> {
    let (module, short) = class.rsplit_once('.')?;
    in_stub(module, Some(short), name)
        .or_else(|| catalog().class(class)?.bases.iter().find_map(|base| in_class(base, name)))
}

fn of_constant(module: &str, name: &str) -> Option<Target> {
    in_stub(module, None, name)
}

/// The place of a class, function, method or constant in a stub.
fn in_stub(module: &str, class: Option<&str>, name: &str) -> Option<Target> {
    let (module, text) = stub_text(module)?;
    let parsed = parse_module(text).ok()?;
    let body = &parsed.syntax().body;
    let (full, name) = match class {
        None => place_of(body, name)?,
        Some(class) => body.iter().find_map(|statement| match statement {
            ast::Stmt::ClassDef(node) if node.name.as_str() == class => place_of(&node.body, name),
            _ => None,
        })?,
    };
    let bytes = |range: TextRange| (range.start().to_u32(), range.end().to_u32());
    Some(Target::Stub { module, full: bytes(full), name: bytes(name) })
}

fn place_of(body: &[ast::Stmt], name: &str) -> Option<(TextRange, TextRange)> {
    body.iter().find_map(|statement| match statement {
        ast::Stmt::FunctionDef(node) if node.name.as_str() == name => Some((node.range(), node.name.range())),
        ast::Stmt::ClassDef(node) if node.name.as_str() == name => Some((node.range(), node.name.range())),
        ast::Stmt::AnnAssign(node) => match &*node.target {
            ast::Expr::Name(target) if target.id.as_str() == name => Some((node.range(), target.range())),
            _ => None,
        },
        ast::Stmt::Assign(node) => node.targets.iter().find_map(|target| match target {
            ast::Expr::Name(target) if target.id.as_str() == name => Some((node.range(), target.range())),
            _ => None,
        }),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::{at_cursor, show};

    fn found(source: &str) -> Vec<String> {
        let (analysis, position) = at_cursor(source);
        definitions(&analysis, position)
            .into_iter()
            .flat_map(|target| match target {
                Target::File { name, .. } => show(&analysis, [name]),
                Target::Stub { module, full, .. } => {
                    let text = stub_text(module).expect("the stub is there").1;
                    let first = text[full.0 as usize..full.1 as usize].lines().find(|line| !line.starts_with('@'));
                    vec![format!("{module}: {}", first.unwrap_or_default().trim())]
                }
            })
            .collect()
    }

    #[test]
    fn a_local_is_defined_where_it_was_assigned_last() {
        assert_eq!(found("def f(x: int):\n    y = x\n    y = 2\n    return $0y"), ["3:y"]);
    }

    #[test]
    fn a_parameter_and_a_keyword_of_a_call() {
        assert_eq!(found("def f(x: int):\n    return $0x"), ["1:x"]);
        assert_eq!(found("def f(size: int): ...\nf(si$0ze=1)"), ["1:size"]);
    }

    #[test]
    fn through_imports_into_files_of_the_project() {
        let source = "from helpers import twice\ntwi$0ce(1)\n#- helpers.py\ndef twice(x): return x * 2\n";
        assert_eq!(found(source), ["helpers.py:1:twice"]);
        let source = "import helpers\nhelpers.twi$0ce(1)\n#- helpers.py\ndef twice(x): return x * 2\n";
        assert_eq!(found(source), ["helpers.py:1:twice"]);
        assert_eq!(found("import hel$0pers\n#- helpers.py\nx = 1\n"), ["helpers.py:1:"]);
    }

    #[test]
    fn into_the_stubs_of_the_catalog() {
        assert_eq!(found("import numpy as np\nnp.linalg.no$0rm(1)").len(), 1);
        assert!(found("print(le$0n([]))").is_empty());
        let source = "from hotforge import compile\n@compile()\ndef f(s: str) -> str:\n    return s.up$0per()\n";
        assert_eq!(found(source), ["builtins: def upper(self) -> str:"]);
    }
}
