//! References: every mention of what a name stands for, over all files of an analysis.

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::{Ranged, TextRange};

use super::names::{Occurrence, Role};
use super::resolve::{Imported, Resolver, imported, origin};
use super::{Position, nodes, resolve};
use crate::analysis::{Analysis, Meaning};
use crate::source::{FileId, Span};
use crate::syntax::span;

/// What a name stands for, said so that it can be looked for in another analysis that holds the same files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Referent {
    /// A name that a function, lambda or comprehension binds.
    Local {
        /// The path of the file.
        path: String,
        /// Where the construct begins that binds it.
        scope: u32,
        /// The name.
        name: String,
    },
    /// A module-level name of the project.
    Global {
        /// The path of the file that binds it.
        path: String,
        /// The name there.
        name: String,
    },
    /// Something from the catalog.
    Catalog(Meaning),
}

/// A mention of a referent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// Where it stands.
    pub span: Span,
    /// Whether it binds the name.
    pub is_declaration: bool,
}

/// What the name at a position stands for.
pub fn referent_at(analysis: &Analysis, position: Position) -> Option<Referent> {
    let resolver = Resolver::new(analysis, position.file);
    for node in nodes::path_at(analysis.body(position.file), position.offset).iter().rev() {
        match node {
            AnyNodeRef::ExprAttribute(attribute) if nodes::touches(attribute.attr.range(), position.offset) => {
                return of_attribute(&resolver, attribute);
            }
            AnyNodeRef::Keyword(keyword)
                if keyword.arg.as_ref().is_some_and(|name| nodes::touches(name.range(), position.offset)) =>
            {
                let call = nodes::call_at(analysis.body(position.file), position.offset)?;
                return of_keyword(&resolver, call, keyword);
            }
            AnyNodeRef::Alias(alias) if nodes::touches(alias.name.range(), position.offset) => {
                return of_alias(&resolver, alias, position.offset);
            }
            _ => {}
        }
    }
    of_occurrence(&resolver, resolver.names.at(position.offset)?)
}

/// Every mention of a referent, in source order, file by file.
pub fn references(analysis: &Analysis, referent: &Referent) -> Vec<Reference> {
    let mut found = Vec::new();
    for file in analysis.ids() {
        in_file(&Resolver::new(analysis, file), referent, &mut found);
    }
    found.sort();
    found.dedup_by_key(|reference| reference.span);
    found
}

fn in_file(resolver: &Resolver, referent: &Referent, found: &mut Vec<Reference>) {
    let file = resolver.file;
    for occurrence in &resolver.names.occurrences {
        if !may_be(referent, &occurrence.name) {
            continue;
        }
        if of_occurrence(resolver, occurrence).as_ref() == Some(referent) {
            let is_declaration = occurrence.role != Role::Read;
            found.push(Reference { span: span(file, occurrence.range), is_declaration });
        }
    }
    let mut note = |range: TextRange| found.push(Reference { span: span(file, range), is_declaration: false });
    let wanted = last_name(referent);
    nodes::each(resolver.analysis.body(file), |node| match node {
        AnyNodeRef::ExprAttribute(attribute)
            if attribute.attr.as_str() == wanted && of_attribute(resolver, attribute).as_ref() == Some(referent) =>
        {
            note(attribute.attr.range());
        }
        AnyNodeRef::ExprCall(call) => {
            for keyword in &call.arguments.keywords {
                if let Some(name) = &keyword.arg
                    && name.as_str() == wanted
                    && of_keyword(resolver, call, keyword).as_ref() == Some(referent)
                {
                    note(name.range());
                }
            }
        }
        AnyNodeRef::Alias(alias)
            if alias.name.as_str() == wanted
                && alias.asname.is_some()
                && of_alias(resolver, alias, alias.name.start().to_u32()).as_ref() == Some(referent) =>
        {
            note(alias.name.range());
        }
        _ => {}
    });
}

/// Whether a mention of a name may be of the referent at all: an import may rename it.
fn may_be(referent: &Referent, name: &str) -> bool {
    match referent {
        Referent::Local { name: wanted, .. } => name == wanted,
        Referent::Global { .. } | Referent::Catalog(_) => true,
    }
}

fn last_name(referent: &Referent) -> &str {
    match referent {
        Referent::Local { name, .. } | Referent::Global { name, .. } => name,
        Referent::Catalog(meaning) => match meaning {
            Meaning::Native(_, name) | Meaning::Method(_, name) | Meaning::Known(_, name) => name,
            Meaning::Module(name) | Meaning::Class(name) => name.rsplit('.').next().unwrap_or(name),
            Meaning::Function(_) | Meaning::Global(_) => "",
        },
    }
}

fn of_occurrence(resolver: &Resolver, occurrence: &Occurrence) -> Option<Referent> {
    let path = || resolver.analysis.file(resolver.file).path.clone();
    match occurrence.owner {
        Some(0) => of_global(resolver.analysis, resolver.file, &occurrence.name),
        Some(owner) => {
            let scope = &resolver.names.scopes[owner];
            let imports = resolver.names.mentions(owner, &occurrence.name).find(|other| other.role == Role::Import);
            if let Some(binding) = imports {
                return of_imported(resolver.analysis, imported(resolver.analysis, resolver.file, binding)?);
            }
            let name = occurrence.name.to_string();
            Some(Referent::Local { path: path(), scope: scope.range.start().to_u32(), name })
        }
        None => resolve::builtin(&occurrence.name).map(Referent::Catalog),
    }
}

fn of_global(analysis: &Analysis, file: FileId, name: &str) -> Option<Referent> {
    match origin(analysis, file, name, 0) {
        Some(origin) => {
            let path = analysis.file(origin.file).path.clone();
            Some(Referent::Global { path, name: origin.name.to_owned() })
        }
        None => resolve::global_meaning(analysis, file, name, 0).map(Referent::Catalog),
    }
}

fn of_imported(analysis: &Analysis, imported: Imported) -> Option<Referent> {
    match imported {
        Imported::Module(module) => Some(Referent::Catalog(Meaning::Module(module.into()))),
        Imported::Member(module, member) => of_member(analysis, &module, member),
    }
}

fn of_member(analysis: &Analysis, module: &str, member: &str) -> Option<Referent> {
    match analysis.module_file(module) {
        Some(file) => of_global(analysis, file, member),
        None => resolve::member_meaning(analysis, module, member, 0).map(Referent::Catalog),
    }
}

fn of_attribute(resolver: &Resolver, attribute: &ast::ExprAttribute) -> Option<Referent> {
    if let Some(Meaning::Module(module)) = resolver.meaning(&attribute.value) {
        return of_member(resolver.analysis, &module, attribute.attr.as_str());
    }
    match resolver.meaning(&ast::Expr::Attribute(attribute.clone()))? {
        Meaning::Function(_) | Meaning::Global(_) => None,
        meaning => Some(Referent::Catalog(meaning)),
    }
}

fn of_keyword(resolver: &Resolver, call: &ast::ExprCall, keyword: &ast::Keyword) -> Option<Referent> {
    let Meaning::Function(whole) = resolver.meaning(&call.func)? else { return None };
    let path = resolver.analysis.file(whole.file).path.clone();
    Some(Referent::Local { path, scope: whole.start, name: keyword.arg.as_ref()?.to_string() })
}

fn of_alias(resolver: &Resolver, alias: &ast::Alias, offset: u32) -> Option<Referent> {
    let binding = alias.asname.as_ref().unwrap_or(&alias.name);
    let role = Role::Import;
    let occurrence = Occurrence { name: binding.id.clone(), range: binding.range(), role, within: 0, owner: None };
    match imported(resolver.analysis, resolver.file, &occurrence) {
        Some(imported) => of_imported(resolver.analysis, imported),
        None => of_occurrence(resolver, resolver.names.at(offset)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::{at_cursor, show};

    fn found(source: &str) -> Vec<String> {
        let (analysis, position) = at_cursor(source);
        let referent = referent_at(&analysis, position).expect("there is a name");
        show(&analysis, references(&analysis, &referent).into_iter().map(|reference| reference.span))
    }

    #[test]
    fn of_a_local_in_its_scope_alone() {
        let source = "def f(x: int):\n    y$0 = x\n    return y\ndef g():\n    y = 1\n";
        assert_eq!(found(source), ["2:y", "3:y"]);
    }

    #[test]
    fn of_a_function_over_files_and_aliases() {
        let source = "from helpers import twice as double\nimport helpers\ndouble(1)\nhelpers.twi$0ce(2)\n#- helpers.py\ndef twice(x): return x * 2\n";
        assert_eq!(found(source), ["1:twice", "1:double", "3:double", "4:twice", "helpers.py:1:twice"]);
    }

    #[test]
    fn of_a_parameter_with_the_keywords_of_calls() {
        let source = "def f(si$0ze: int):\n    return size\nf(size=1)\nf(2)\n";
        assert_eq!(found(source), ["1:size", "2:size", "3:size"]);
    }

    #[test]
    fn of_a_method_of_the_catalog() {
        let source =
            "from hotforge import compile\n@compile()\ndef f(s: str) -> str:\n    return s.upp$0er() + s.upper()\n";
        assert_eq!(found(source), ["4:upper", "4:upper"]);
    }
}
