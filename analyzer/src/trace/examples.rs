//! What a file shows of a parameter that is declared too loosely: the examples in the function's docstring, its default and
//! the calls in the file. They decide no type, since a caller may pass something else; they make the fix that a refusal
//! proposes.

mod values;

use std::collections::HashMap;

use rustpython_ast as ast;
use rustpython_ast::visitor::{Visitor, walk_expr};
use rustpython_parser::{Mode, ParseOptions, parse_unchecked};
use rustpython_text_size::{Ranged, TextRange};

use crate::catalog::docstring;
use crate::diagnostics::{Code, Diagnostic};
use crate::scope::Project;
use crate::source::FileId;
use crate::types::{Type, annotation, union};

use values::{Names, item_of, type_of, wider};

/// Adds to the refusals of parameters without a type, or with one that says too little, the type that the file shows.
pub(super) fn propose_types(project: &Project, diagnostics: &mut [Diagnostic]) {
    let file = FileId(0);
    for diagnostic in diagnostics {
        let is_loose = matches!(diagnostic.code, Code::MissingAnnotation | Code::UnsupportedAnnotation);
        if is_loose && diagnostic.fix.is_none() && diagnostic.span.file == file {
            propose_type(project, file, diagnostic);
        }
    }
}

fn propose_type(project: &Project, file: FileId, diagnostic: &mut Diagnostic) -> Option<()> {
    let body = &project.syntax(file).body;
    let range = TextRange::new(diagnostic.span.start.into(), diagnostic.span.end.into());
    let functions = body.iter().filter_map(|statement| statement.as_function_def_stmt());
    let function = functions.into_iter().find(|function| function.parameters.range().contains_range(range))?;
    let index = function.parameters.iter_non_variadic_params().position(|one| one.range().contains_range(range))?;
    let parameter = function.parameters.iter_non_variadic_params().nth(index)?;
    let shown = Shown::of(body, function).types(function, index)?;
    let text = project.file(file).slice(diagnostic.span);
    let name = parameter.name().as_str();
    let written = match &parameter.parameter.annotation {
        None => format!("{name}: {}", annotation(&shown, &|| None)?),
        Some(node) => written_as(text, &within(node, &shown, range)?)?,
    };
    diagnostic.help = Some(format!("write `{written}`: that is what the examples and calls in this file give"));
    let span = match &parameter.parameter.annotation {
        None => crate::source::Span { end: parameter.name().end().to_u32(), ..diagnostic.span },
        Some(_) => diagnostic.span,
    };
    let title = format!("Write `{written}`, as the examples and calls in this file have it");
    *diagnostic = diagnostic.clone().fix(title, span, written);
    Some(())
}

/// The part of a type that stands where a part of its annotation does.
fn within(node: &ast::Expr, ty: &Type, range: TextRange) -> Option<Type> {
    if node.range() == range {
        return Some(ty.clone());
    }
    let some = || union(ty.members().iter().filter(|member| **member != Type::None).cloned());
    match node {
        ast::Expr::BinOp(either) => {
            let part = if either.left.range().contains_range(range) { &either.left } else { &either.right };
            within(part, &some(), range)
        }
        ast::Expr::Subscript(generic) => {
            let arguments = super::annotation::arguments_of(generic);
            let at = arguments.iter().position(|argument| argument.range().contains_range(range))?;
            let name = crate::catalog::dotted(&generic.value);
            if name.ends_with("Optional") || name.ends_with("Annotated") {
                return within(&arguments[at], &some(), range);
            }
            let of = some();
            let parts = of.parts();
            let part = if matches!(of, Type::Sequence(_)) { parts.first() } else { parts.get(at) };
            within(&arguments[at], part?, range)
        }
        _ => None,
    }
}

/// The annotation for a type, in the place of one that says the same class without what it holds.
fn written_as(text: &str, ty: &Type) -> Option<String> {
    let (module, class) = text.rsplit_once('.').map_or((None, text), |(module, class)| (Some(module), class));
    let whole = || annotation(ty, &|| module);
    let inner = |text: &str| text.split_once('[').map(|(_, inner)| inner.to_owned());
    let is_of_class = match (class.to_lowercase().as_str(), ty) {
        ("list", Type::List(_)) | ("set", Type::Set(_)) | ("dict", Type::Dict(..)) => true,
        ("tuple", Type::Tuple(_) | Type::Sequence(_)) | ("mapping" | "mutablemapping", Type::Dict(..)) => true,
        ("sequence" | "iterable" | "collection", _) => {
            let items: Option<Vec<Type>> = ty.members().iter().map(item_of).collect();
            let item = items?.into_iter().reduce(|a, b| wider(&a, &b))?;
            return Some(format!("{text}[{}]", annotation(&item, &|| None)?));
        }
        ("ndarray", Type::Array(_)) => return whole(),
        ("list" | "set" | "dict" | "tuple" | "mapping" | "mutablemapping" | "ndarray", _) => false,
        _ => return whole(),
    };
    is_of_class.then(|| Some(format!("{text}[{}", inner(&annotation(ty, &|| None)?)?)))?
}

/// The calls of a function that are shown.
struct Shown<'s> {
    name: &'s str,
    types: Vec<HashMap<Argument, Type>>,
}

/// How an argument is given.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Argument {
    At(usize),
    Named(String),
}

impl<'s> Shown<'s> {
    fn of(body: &[ast::Stmt], function: &'s ast::StmtFunctionDef) -> Self {
        let mut shown = Self { name: function.name.as_str(), types: Vec::new() };
        shown.calls_in(body, &Names::of(body));
        if let Some(text) = docstring(&function.body) {
            let parsed = parse_unchecked(&examples(&text), ParseOptions::from(Mode::Module));
            if let ast::Mod::Module(module) = parsed.into_syntax() {
                shown.calls_in(&module.body, &Names::of(body).with(&module.body));
            }
        }
        shown
    }

    fn calls_in(&mut self, body: &[ast::Stmt], names: &Names) {
        let mut calls = Calls { name: self.name, found: Vec::new() };
        body.iter().for_each(|statement| calls.visit_stmt(statement));
        for call in calls.found {
            let by_place = call.arguments.args.iter().enumerate().map(|(place, node)| (Argument::At(place), node));
            let by_name = call
                .arguments
                .keywords
                .iter()
                .filter_map(|keyword| Some((Argument::Named(keyword.arg.as_ref()?.to_string()), &keyword.value)));
            let types = by_place.chain(by_name).filter_map(|(argument, node)| Some((argument, type_of(node, names)?)));
            self.types.push(types.collect());
        }
    }

    /// The type of all that is shown to be given for a parameter. `None` where nothing is, or nothing in a container.
    fn types(&self, function: &ast::StmtFunctionDef, index: usize) -> Option<Type> {
        let parameter = function.parameters.iter_non_variadic_params().nth(index)?;
        let is_keyword_only = index >= function.parameters.posonlyargs.len() + function.parameters.args.len();
        let (at, named) = (Argument::At(index), Argument::Named(parameter.name().to_string()));
        let given = self
            .types
            .iter()
            .filter_map(|call| call.get(&named).or_else(|| call.get(&at).filter(|_| !is_keyword_only)));
        let default = parameter.default.as_deref().and_then(|node| type_of(node, &Names::default()));
        let shown = given.cloned().chain(default).reduce(|a, b| wider(&a, &b))?;
        (!shown.any(&|part| *part == Type::Never)).then_some(shown)
    }
}

/// The lines of a docstring that an interactive session would be given.
fn examples(text: &str) -> String {
    let mut lines = Vec::new();
    let mut in_example = false;
    for line in text.lines().map(str::trim_start) {
        let code = match line.strip_prefix(">>> ") {
            Some(code) => Some(code),
            None if in_example => line.strip_prefix("... ").or((line == "...").then_some("")),
            None => None,
        };
        in_example = code.is_some();
        lines.extend(code);
    }
    lines.join("\n")
}

struct Calls<'s, 'a> {
    name: &'s str,
    found: Vec<&'a ast::ExprCall>,
}

impl<'a> Visitor<'a> for Calls<'_, 'a> {
    fn visit_expr(&mut self, expression: &'a ast::Expr) {
        if let ast::Expr::Call(call) = expression
            && matches!(&*call.func, ast::Expr::Name(name) if name.id.as_str() == self.name)
        {
            self.found.push(call);
        }
        walk_expr(self, expression);
    }
}
