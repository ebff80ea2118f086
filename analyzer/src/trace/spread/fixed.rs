//! `f(*items)` into parameters that are no `*args`: how many items there are is checked where the call runs.

use rustpython_ast as ast;
use rustpython_ast::visitor::{Visitor, walk_expr, walk_stmt};
use rustpython_text_size::{Ranged, TextRange};

use super::super::arguments::{Argument, ParameterShape};
use super::super::function::{FunctionTracer, poisoned};
use super::super::value::{Code as FunctionCode, Definition, Value};
use crate::ir::{Constant, Expr, NativeArgument, StmtKind};
use crate::source::Span;
use crate::types::Type;

/// What is called, for the check of its arguments.
pub(in super::super) struct Target<'p> {
    /// As a `TypeError` names it: `Point.__init__`.
    pub name: String,
    /// How many arguments the call gives that are no parameters here: `self` of a generated `__init__`.
    pub receivers: usize,
    /// The parameters.
    pub shapes: &'p [ParameterShape<'p>],
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The arguments with `*items` taken apart into one for each parameter that it fills. As they are where this cannot be:
    /// where the function has a `*` parameter for them, or positional arguments follow.
    ///
    /// `default` gives the value of a parameter that has one.
    pub(in super::super) fn fill_fixed(
        &mut self,
        target: &Target<'_>,
        arguments: Vec<Argument<'a>>,
        default: &mut dyn FnMut(&mut Self, usize) -> Option<Expr>,
        span: Span,
    ) -> Vec<Argument<'a>> {
        let positional = || arguments.iter().filter(|argument| argument.keyword.is_none());
        let is_spread = |argument: &&Argument<'a>| matches!(argument.value, Value::Spread(_));
        let before = positional().take_while(|argument| !is_spread(argument)).count();
        if target.shapes.iter().any(|shape| shape.variadic) || positional().count() != before + 1 {
            return arguments;
        }
        let Some(Argument { value: Value::Spread(items), span: at, .. }) = positional().nth(before).cloned() else {
            return arguments;
        };
        let by_keyword = |name: &str| arguments.iter().any(|argument| argument.keyword == Some(name));
        let places: Vec<usize> = (0..target.shapes.len()).filter(|place| target.shapes[*place].positional).collect();
        let open = places.get(before..).unwrap_or_default();
        let filled: Vec<usize> =
            open.iter().copied().take_while(|place| !by_keyword(target.shapes[*place].name)).collect();
        let mut defaults = Vec::new();
        for place in &filled {
            match (target.shapes[*place].has_default, default(self, *place)) {
                (false, _) => defaults.push(None),
                (true, Some(value)) => defaults.push(Some(value)),
                (true, None) => return arguments,
            }
        }
        // All arguments are evaluated before they are counted.
        let mut made: Vec<Argument<'a>> =
            arguments.iter().map(|argument| self.keep_argument(argument.clone())).collect();
        let list = self.list_of(vec![Argument { keyword: None, span: at, value: Value::Spread(items) }], at);
        if poisoned(&list.ty) {
            return arguments;
        }
        let list = self.keep("arguments", list);
        let is_only = |shape: &&ParameterShape| !shape.positional && !shape.keywords && by_keyword(shape.name);
        let keyword_only = target.shapes.iter().filter(is_only).count();
        let keyworded = open.get(filled.len()).copied();
        self.check_fixed(target, &filled, keyworded, (before, keyword_only), &list, span);
        let spread = made.iter().position(|argument| matches!(argument.value, Value::Spread(_))).unwrap_or_default();
        let values = filled.iter().zip(defaults).enumerate().map(|(index, (_, default))| {
            let index = Expr::constant(Constant::Int(index as i64), at);
            let value = match default {
                None => self.item(list.clone(), index, at),
                Some(default) => {
                    let length = self.native("list::len", vec![list.clone()], Type::Int, at);
                    let test = self.native("object::less", vec![index.clone(), length], Type::Bool, at);
                    let item = self.item(list.clone(), index, at);
                    self.choice(test, item, default, at)
                }
            };
            Argument { keyword: None, span: at, value: Value::Expr(self.keep("argument", value)) }
        });
        let values: Vec<Argument<'a>> = values.collect();
        made.splice(spread..=spread, values);
        made
    }

    /// Raises where there are too many items, or too few.
    fn check_fixed(
        &mut self,
        target: &Target<'_>,
        filled: &[usize],
        keyworded: Option<usize>,
        (before, keyword_only): (usize, usize),
        list: &Expr,
        span: Span,
    ) {
        let shapes = target.shapes;
        let text = |text: String| NativeArgument::Reference(Expr::constant(Constant::Str(text.into()), span));
        let number = |number: usize| NativeArgument::Value(Expr::constant(Constant::Int(number as i64), span));
        let required = filled.iter().filter(|place| !shapes[**place].has_default);
        let required: Vec<&str> = required.map(|place| shapes[*place].name).collect();
        let positional = shapes.iter().filter(|shape| shape.positional);
        let with_default = positional.clone().filter(|shape| shape.has_default).count();
        let length = self.native("list::len", vec![list.clone()], Type::Int, span);
        let arguments = vec![
            NativeArgument::Value(length),
            text(target.name.clone()),
            text(required.join(" ")),
            text(keyworded.map_or(String::new(), |place| shapes[place].name.to_owned())),
            number(filled.len()),
            number(before + target.receivers),
            number(positional.count() + target.receivers),
            number(with_default),
            number(keyword_only),
        ];
        let check = self.raising_native("builtins::expect_arguments", arguments, Type::None, span);
        self.emit(StmtKind::Evaluate(check), span);
    }

    /// `__qualname__` of a function that is no lambda.
    pub(in super::super) fn qualified_name(&self, definition: &Definition<'a>) -> Option<String> {
        let FunctionCode::Def(function) = definition.code else { return None };
        let body = &self.tracer.project.syntax(definition.file).body;
        let mut search = Around { range: function.range(), path: Vec::new() };
        body.iter().for_each(|statement| search.visit_stmt(statement));
        search.path.push(function.name.to_string());
        Some(search.path.concat())
    }
}

/// The names of what stands around a function.
struct Around {
    range: TextRange,
    path: Vec<String>,
}

impl<'a> Visitor<'a> for Around {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        if !statement.range().contains_range(self.range) || statement.range() == self.range {
            return;
        }
        match statement {
            ast::Stmt::FunctionDef(node) => self.path.push(format!("{}.<locals>.", node.name.as_str())),
            ast::Stmt::ClassDef(node) => self.path.push(format!("{}.", node.name.as_str())),
            _ => {}
        }
        walk_stmt(self, statement);
    }

    fn visit_expr(&mut self, expression: &'a ast::Expr) {
        if expression.range().contains_range(self.range) {
            walk_expr(self, expression);
        }
    }
}
