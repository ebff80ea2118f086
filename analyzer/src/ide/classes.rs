//! Classes of the project as editors show them: what they are made of, with the types that were found.

use rustpython_ast as ast;

use super::hover::signature_of;
use super::names::Role;
use super::resolve::{Resolver, origin};
use crate::analysis::Analysis;
use crate::catalog::docstring;
use crate::source::{FileId, Span};
use crate::syntax::span;

/// How many classes may stand above one another.
const DEEPEST: usize = 32;

/// A class of the project.
#[derive(Debug, Clone, Copy)]
pub struct ProjectClass<'a> {
    analysis: &'a Analysis,
    /// The file that it stands in.
    pub file: FileId,
    /// Its code.
    pub node: &'a ast::StmtClassDef,
}

/// Something that objects of a class have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassMember {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: MemberKind,
    /// Its type, or its signature.
    pub detail: Option<String>,
    /// Its documentation.
    pub doc: Option<String>,
}

/// What a member of a class is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberKind {
    /// A field of each object, or a property.
    Field,
    /// A method.
    Method,
    /// A constant of the class, a member of an enum.
    Constant,
}

impl<'a> ProjectClass<'a> {
    /// The class that a name of a file stands for, behind all imports.
    pub fn named(analysis: &'a Analysis, file: FileId, name: &str) -> Option<Self> {
        let origin = origin(analysis, file, name, 0).filter(|origin| origin.role == Role::Class)?;
        Self::at(analysis, origin.span)
    }

    /// The class of that dotted name, as types have it.
    pub fn of(analysis: &'a Analysis, dotted: &str) -> Option<Self> {
        let (module, name) = dotted.rsplit_once('.')?;
        let file = analysis.module_file(module)?;
        Self::named(analysis, file, name)
    }

    /// The class whose name stands at a span.
    pub fn at(analysis: &'a Analysis, place: Span) -> Option<Self> {
        let classes = analysis.body(place.file).iter().filter_map(ast::Stmt::as_class_def_stmt);
        let mut here = classes.filter(|class| span(place.file, &class.name) == place);
        here.next().map(|node| Self { analysis, file: place.file, node })
    }

    /// The class with its bases, as the source has them, and the types of its fields.
    pub fn code(&self) -> String {
        let bases: Vec<&str> = self.node.bases().iter().map(|base| self.text(base)).collect();
        let bases = if bases.is_empty() { String::new() } else { format!("({})", bases.join(", ")) };
        let fields = self.members().into_iter().filter(|member| member.kind != MemberKind::Method);
        let fields = fields.map(|field| match field.detail {
            Some(detail) => format!("\n    {}: {detail}", field.name),
            None => format!("\n    {}", field.name),
        });
        format!("class {}{bases}{}", self.node.name.as_str(), fields.collect::<String>())
    }

    /// Its documentation.
    pub fn doc(&self) -> Option<String> {
        docstring(&self.node.body).map(|doc| doc.to_string())
    }

    /// Its members and those that it inherits, each once.
    pub fn members(&self) -> Vec<ClassMember> {
        let mut found: Vec<ClassMember> = Vec::new();
        let mut add = |member: ClassMember| {
            if !member.name.starts_with('_') && found.iter().all(|known| known.name != member.name) {
                found.push(member);
            }
        };
        let dotted = format!("{}.{}", self.analysis.file(self.file).module, self.node.name.as_str());
        let traced = self.analysis.program.classes.iter().find(|class| *class.name == *dotted);
        for field in traced.into_iter().flat_map(|class| &class.fields) {
            let detail = Some(field.ty.to_string());
            add(ClassMember { name: field.name.clone(), kind: MemberKind::Field, detail, doc: None });
        }
        for class in self.lineage() {
            class.node.body.iter().filter_map(|statement| class.member(statement)).for_each(&mut add);
        }
        found
    }

    /// The member of that name.
    pub fn member_named(&self, name: &str) -> Option<ClassMember> {
        self.members().into_iter().find(|member| member.name == name)
    }

    /// The class and those that it derives from, as far as they are of the project.
    fn lineage(&self) -> Vec<Self> {
        let mut lineage = vec![*self];
        let mut next = 0;
        while next < lineage.len() && lineage.len() < DEEPEST {
            let class = lineage[next];
            for base in class.node.bases() {
                let ast::Expr::Name(name) = base else { continue };
                lineage.extend(Self::named(self.analysis, class.file, name.id.as_str()));
            }
            next += 1;
        }
        lineage
    }

    fn member(&self, statement: &ast::Stmt) -> Option<ClassMember> {
        match statement {
            ast::Stmt::FunctionDef(function) => {
                let is_property = function.decorator_list.iter().any(|decorator| {
                    matches!(
                        self.text(&decorator.expression),
                        "property" | "cached_property" | "functools.cached_property"
                    )
                });
                let signature = signature_of(self.analysis, self.file, function);
                let (kind, detail) = match is_property {
                    true => (MemberKind::Field, signature.rsplit_once(" -> ").map(|(_, ty)| ty.to_owned())),
                    false => (MemberKind::Method, Some(signature)),
                };
                let doc = docstring(&function.body).map(|doc| doc.to_string());
                Some(ClassMember { name: function.name.to_string(), kind, detail, doc })
            }
            ast::Stmt::AnnAssign(node) => {
                let name = node.target.as_name_expr()?.id.to_string();
                let detail = Some(self.text(&*node.annotation).to_owned());
                Some(ClassMember { name, kind: MemberKind::Field, detail, doc: None })
            }
            ast::Stmt::Assign(node) => {
                let name = node.targets.first()?.as_name_expr()?.id.to_string();
                let resolver = Resolver::new(self.analysis, self.file);
                let detail = resolver.ty(&node.value).map(ToString::to_string);
                let detail =
                    detail.or_else(|| crate::catalog::constant(&node.value).map(|value| value.ty().to_string()));
                Some(ClassMember { name, kind: MemberKind::Constant, detail, doc: None })
            }
            _ => None,
        }
    }

    fn text(&self, node: &impl rustpython_text_size::Ranged) -> &'a str {
        self.analysis.file(self.file).slice(span(self.file, node.range()))
    }
}
