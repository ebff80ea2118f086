//! Exception classes: of the catalog and of the project, and tests for them.

use rustpython_ast as ast;

use super::Tracer;
use super::function::{FunctionTracer, poisoned};
use super::narrow::{ClassTest, Condition, subject_name};
use super::value::Value;
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::scope::Symbol;
use crate::source::{FileId, Span};
use crate::types::{ClassName, ExceptionClass, Type, union};

/// How many module-level names for classes may stand for one another in an `except`.
const DEEPEST_NAMES: usize = 4;

/// How deep classes of a project may derive from one another: more is a circle.
const DEEPEST_LINEAGE: usize = 32;

impl<'a> Tracer<'a> {
    /// The exception class that a class of the project is; `None` where it is none.
    pub fn exception_class(&self, file: FileId, node: &'a ast::StmtClassDef) -> Option<ExceptionClass> {
        self.derived_class(file, node, DEEPEST_LINEAGE)
    }

    fn derived_class(&self, file: FileId, node: &'a ast::StmtClassDef, depth: usize) -> Option<ExceptionClass> {
        let bases = node.bases();
        if bases.is_empty() || depth == 0 || !node.decorator_list.is_empty() || !node.keywords().is_empty() {
            return None;
        }
        let bases: Option<Vec<ExceptionClass>> =
            bases.iter().map(|base| self.base_class(file, base, depth - 1)).collect();
        let name = match self.classes.at(file, node) {
            Some(class) => class.name.clone(),
            None => format!("{}.{}", self.project.file(file).module, node.name.as_str()).into(),
        };
        Some(ExceptionClass::derived(name, &bases?))
    }

    fn base_class(&self, file: FileId, node: &'a ast::Expr, depth: usize) -> Option<ExceptionClass> {
        match node {
            ast::Expr::Name(name) => match self.scope(file).local_class(name.id.as_str(), name.range.start()) {
                Some(local) => self.derived_class(file, local, depth),
                None => self.class_named(file, name.id.as_str(), depth),
            },
            ast::Expr::Attribute(attribute) => {
                let ast::Expr::Name(module) = &*attribute.value else { return None };
                let Some(Symbol::Module(module)) = self.scope(file).symbols.get(module.id.as_str()) else {
                    return None;
                };
                self.class_of_module(module, attribute.attr.as_str(), depth)
            }
            _ => None,
        }
    }

    fn class_named(&self, file: FileId, name: &str, depth: usize) -> Option<ExceptionClass> {
        match self.scope(file).symbols.get(name) {
            Some(Symbol::Class(class)) => self.derived_class(file, class, depth),
            Some(Symbol::Member { module, member }) => self.class_of_module(module, member, depth),
            Some(_) => None,
            None => catalog().exception(&format!("builtins.{name}")),
        }
    }

    fn class_of_module(&self, module: &str, member: &str, depth: usize) -> Option<ExceptionClass> {
        match self.project.module(module) {
            Some(_) if depth == 0 => None,
            Some(file) => match self.scope(file).symbols.get(member) {
                Some(_) => self.class_named(file, member, depth - 1),
                None => None,
            },
            None => {
                let alias = catalog().module(module).and_then(|stub| stub.aliases.get(member));
                let dotted = alias.map_or_else(|| format!("{module}.{member}"), ToString::to_string);
                catalog().exception(&dotted)
            }
        }
    }

    /// The exception class of that dotted name.
    pub fn exception_named(&self, name: &str) -> Option<ExceptionClass> {
        catalog().exception(name).or_else(|| {
            self.project_exceptions().into_iter().map(|exception| exception.class).find(|class| **class.name() == *name)
        })
    }

    /// The dotted names of all classes that are one of these or derive from one.
    fn deriving(&self, ancestors: &[ExceptionClass]) -> Vec<ClassName> {
        let project = self.project_exceptions().into_iter().map(|exception| exception.class);
        let mut names: Vec<ClassName> = catalog()
            .exceptions()
            .chain(project)
            .filter(|class| ancestors.iter().any(|ancestor| class.derives(ancestor.name())))
            .map(|class| class.name().clone())
            .collect();
        names.sort();
        names.dedup();
        names
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The exception class that a value is, as a class.
    pub(super) fn as_exception_class(&self, value: &Value<'a>) -> Option<ExceptionClass> {
        match value {
            Value::Class(name) => catalog().exception(name),
            Value::ExceptionClass(class) => Some(class.clone()),
            _ => None,
        }
    }

    /// The classes that an `except` names: one, a tuple of them, or a module-level name for a tuple.
    pub(super) fn exception_classes(&mut self, node: &'a ast::Expr) -> Option<Vec<ExceptionClass>> {
        self.named_classes(node, DEEPEST_NAMES)
    }

    /// The same; `depth` is how many module-level names may still be followed, since one may be made of itself.
    fn named_classes(&mut self, node: &'a ast::Expr, depth: usize) -> Option<Vec<ExceptionClass>> {
        let span = self.span(node);
        if let ast::Expr::Tuple(tuple) = node {
            let classes: Option<Vec<_>> = tuple.elts.iter().map(|node| self.named_classes(node, depth)).collect();
            return Some(classes?.concat());
        }
        if depth > 0
            && let ast::Expr::Name(name) = node
            && self.lookup(name.id.as_str()).is_none()
            && let Some(Symbol::Variable(variable)) = self.tracer.scope(self.file).symbols.get(name.id.as_str())
            && let Some(value @ (ast::Expr::Tuple(_) | ast::Expr::Name(_) | ast::Expr::Attribute(_))) = variable.value
        {
            return self.named_classes(value, depth - 1);
        }
        let value = self.value(node, None);
        if let Some(class) = self.as_exception_class(&value) {
            return Some(vec![class]);
        }
        if !matches!(&value, Value::Expr(expr) if poisoned(&expr.ty)) {
            let message = format!("`except` takes exception classes, not {}", value.describe());
            let diagnostic = Diagnostic::new(Code::ArgumentType, span, message);
            self.report(diagnostic.help("name a class, or several in a tuple: `except (KeyError, ValueError):`"));
        }
        None
    }

    /// Whether an exception is of one of the classes, or of one that derives from one: a constant where its type tells.
    pub(super) fn is_exception(&mut self, subject: Expr, classes: &[ExceptionClass], span: Span) -> Expr {
        let Type::Exception(known) = &subject.ty else { return Expr::invalid(span) };
        if classes.iter().any(|class| known.derives(class.name())) {
            return Expr::constant(Constant::Bool(true), span);
        }
        let test = |subject: Expr, classes| Expr {
            kind: ExprKind::IsException { subject: Box::new(subject), classes },
            ty: Type::Bool,
            span,
        };
        // Nearly every class is an `Exception`: the few that are none make the shorter test.
        if classes.iter().any(|class| &**class.name() == "builtins.Exception") {
            let inside = self.tracer.deriving(classes);
            let base = catalog().exception("builtins.BaseException").expect("it is in the catalog");
            let mut outside = self.tracer.deriving(&[base]);
            outside.retain(|name| !inside.contains(name));
            let test = test(subject, outside);
            return Expr { kind: ExprKind::Not(Box::new(test)), ty: Type::Bool, span };
        }
        let known = known.clone();
        let mut possible = self.tracer.deriving(classes);
        let below = self.tracer.deriving(&[known]);
        possible.retain(|name| below.contains(name));
        if possible.is_empty() {
            return Expr::constant(Constant::Bool(false), span);
        }
        test(subject, possible)
    }
}

/// What decoding and encoding raise; a program cannot make one.
const UNICODE_ERROR: &str = "builtins.UnicodeError";

/// The attributes of a `UnicodeError` that are among its arguments: the place and the type of one.
fn codec_attribute(class: &ExceptionClass, name: &str) -> Option<(i64, Type)> {
    let found = match name {
        "encoding" => (0, Type::Str),
        "start" => (2, Type::Int),
        "end" => (3, Type::Int),
        "reason" => (4, Type::Str),
        _ => return None,
    };
    class.derives(UNICODE_ERROR).then_some(found)
}

/// What is known of a caught exception.
impl<'a> FunctionTracer<'_, 'a> {
    /// `isinstance(e, classes)` where the value is, or may be, an exception.
    pub(super) fn exception_condition(
        &mut self,
        subject: &'a ast::Expr,
        value: Expr,
        tests: &[ClassTest],
        span: Span,
    ) -> Condition {
        let (test, inside, outside) = self.instance_test(value, tests, span);
        let mut condition = Condition::plain(test);
        if let Some(name) = subject_name(subject) {
            self.fact(&mut condition.if_true, name, inside);
            self.fact(&mut condition.if_false, name, outside);
        }
        condition
    }

    /// Whether a value is an instance of one of the classes; its type where it is, and where it is not.
    pub(super) fn instance_test(&mut self, value: Expr, tests: &[ClassTest], span: Span) -> (Expr, Type, Type) {
        let ty = value.ty.clone();
        let classes: Vec<ExceptionClass> =
            tests.iter().filter_map(|test| self.tracer.exception_named(&test.0)).collect();
        let narrowed = classes.iter().cloned().reduce(|a, b| a.common(&b));
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        let mut is_open = false;
        for member in ty.members() {
            match (member, &narrowed) {
                _ if tests.iter().any(|test| test.accepts(member, self.tracer.classes)) => inside.push(member.clone()),
                (Type::Exception(known), Some(class)) => {
                    is_open = true;
                    outside.push(member.clone());
                    let class = if class.derives(known.name()) { class } else { known };
                    inside.push(Type::Exception(class.clone()));
                }
                _ => outside.push(member.clone()),
            }
        }
        let test = if is_open {
            let tests = tests.to_vec();
            self.for_each_member(value, &mut |tracer, member| match &member.ty {
                Type::Exception(_) if !tests.iter().any(|test| test.accepts(&member.ty, tracer.tracer.classes)) => {
                    tracer.is_exception(member, &classes, span)
                }
                ty => Expr::constant(
                    Constant::Bool(tests.iter().any(|test| test.accepts(ty, tracer.tracer.classes))),
                    span,
                ),
            })
        } else if inside.is_empty() || outside.is_empty() {
            Expr::constant(Constant::Bool(outside.is_empty()), span)
        } else {
            let kind = ExprKind::IsMember { subject: Box::new(value), members: inside.clone() };
            Expr { kind, ty: Type::Bool, span }
        };
        (test, union(inside), union(outside))
    }

    /// An attribute of an exception.
    pub(super) fn exception_attribute(&mut self, value: Expr, class: &ExceptionClass, name: &str, span: Span) -> Expr {
        match name {
            _ if let Some((place, ty)) = codec_attribute(class, name) => {
                let path = if ty == Type::Int { "exception::int_argument" } else { "exception::text_argument" };
                let place = Expr::constant(Constant::Int(place), span);
                let arguments = vec![NativeArgument::Reference(value), NativeArgument::Value(place)];
                self.raising_native(path, arguments, ty, span)
            }
            "args" if class.derives(UNICODE_ERROR) => {
                let message = format!("the arguments of a `{}` are of several types", value.ty);
                let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                self.refuse(diagnostic.help("use `e.encoding`, `e.start`, `e.end` and `e.reason`"))
            }
            "args" => self.exception_arguments(value, class, span),
            "__cause__" | "__context__" => {
                if name == "__context__" {
                    self.tracer.tables.ask_for_context();
                }
                let path = if name == "__cause__" { "exception::cause" } else { "exception::context" };
                let base = catalog().exception("builtins.BaseException").expect("it is in the catalog");
                self.native(path, vec![value], Type::optional(Type::Exception(base)), span)
            }
            "__suppress_context__" => self.native("exception::suppresses_context", vec![value], Type::Bool, span),
            "title" if class.derives(super::model::VALIDATION_ERROR) => self.validation_title(&value, span),
            _ => {
                if let Some(attribute) = self.project_exception_attribute(value.clone(), class, name, span) {
                    return attribute;
                }
                let diagnostic = self.unknown_attribute(&value.ty, name, span);
                let help = match name {
                    "__traceback__" | "__notes__" | "add_note" | "with_traceback" => {
                        "compiled exceptions keep their class, their arguments, what they were raised from, and their traceback's lines"
                    }
                    _ => "use `str(e)`, `e.args` or `type(e).__name__`",
                };
                self.refuse(diagnostic.help(help))
            }
        }
    }

    /// `e.args`: a tuple of what the exceptions of the class are made with anywhere in the program.
    fn exception_arguments(&mut self, value: Expr, class: &ExceptionClass, span: Span) -> Expr {
        let classes = self.tracer.deriving(std::slice::from_ref(class));
        let item = self.tracer.tables.arguments_of(&classes);
        let path = match &item {
            Type::Str => "exception::text_arguments",
            Type::Int => "exception::int_arguments",
            _ => {
                let message = format!("the arguments of a `{}` are of several types here: `{item}`", value.ty);
                let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                return self.refuse(diagnostic.help("use `str(e)`, or catch a class that is always made with a text"));
            }
        };
        let arguments = vec![NativeArgument::Reference(value)];
        self.raising_native(path, arguments, Type::Sequence(item.into()), span)
    }

    /// `type(value).__name__`.
    pub(super) fn class_name(&mut self, value: Expr, span: Span) -> Expr {
        if poisoned(&value.ty) {
            return Expr::invalid(span);
        }
        self.for_each_member(value, &mut |tracer, member| match &member.ty {
            Type::Exception(_) => tracer.native("exception::class_name", vec![member], Type::Str, span),
            Type::Record(record) => {
                let class = if member.ty.is_typed_dict() { "dict" } else { crate::types::short(&record.name) };
                let name = tracer.string(class, span);
                tracer.with_setup(|tracer| {
                    tracer.keep("value", member);
                    name
                })
            }
            ty => match super::native::class_of(ty) {
                Some(class) => {
                    let name = tracer.string(class.rsplit('.').next().unwrap_or(&class), span);
                    tracer.with_setup(|tracer| {
                        tracer.keep("value", member);
                        name
                    })
                }
                None => {
                    let message = format!("the class of `{ty}` has no name in compiled code");
                    tracer.refuse(Diagnostic::new(Code::UnsupportedExpression, span, message))
                }
            },
        })
    }

    /// The operand of `type(x)` or `x.__class__`, whose `__name__` is asked for.
    pub(super) fn operand_of_type(&mut self, node: &'a ast::Expr) -> Option<Expr> {
        match node {
            ast::Expr::Call(call) if self.is_builtin(&call.func, "type") => match &*call.arguments.args {
                [operand] if call.arguments.keywords.is_empty() => Some(self.expression(operand, None)),
                _ => None,
            },
            ast::Expr::Attribute(attribute) if attribute.attr.as_str() == "__class__" => {
                Some(self.expression(&attribute.value, None))
            }
            _ => None,
        }
    }
}
