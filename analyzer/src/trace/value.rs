//! What an expression of the source stands for while it is traced: a value of the compiled program, or something that
//! exists at compile time only.

use std::rc::Rc;
use std::sync::Arc;

use rustpython_ast as ast;
use rustpython_text_size::{Ranged, TextRange};

use super::functional::Getter;
use super::limits::Limits;
use super::model::{Adapter, AdapterMethod, Handler, Info, ModelFunction};
use super::transforms::Step;
use crate::ir::Expr;
use crate::scope::Project;
use crate::scope::classes::ClassDef;
use crate::source::FileId;
use crate::types::{ClassName, ExceptionClass};

#[derive(Debug, Clone)]
pub(super) enum Value<'a> {
    /// A value of the compiled program.
    Expr(Expr),
    /// A module, by its dotted name.
    Module(Arc<str>),
    /// A class of the catalog, by its dotted name.
    Class(ClassName),
    /// An exception class of the project.
    ExceptionClass(ExceptionClass),
    /// A function of the catalog: its module and name.
    Native(Arc<str>, Arc<str>),
    /// A method of a value; the overloads are looked up in the receiver's type.
    Method(Box<Expr>, Arc<str>),
    /// A method of a catalog class, not bound to a value: `dict.fromkeys`, `str.lower` given as a function.
    Unbound(ClassName, Arc<str>),
    /// A function of the project.
    Function(Definition<'a>),
    /// A class of the project.
    ProjectClass(&'a ClassDef<'a>),
    /// The object that an `__init__` is making: its fields are variables until it is needed whole.
    Unmade(&'a ClassDef<'a>),
    /// A method found in an ancestor, bound to an object.
    BoundMethod(Box<Expr>, Definition<'a>),
    /// `P._make` of a named tuple.
    Make(&'a ClassDef<'a>),
    /// A `@classmethod`, bound to a class.
    ClassMethod(&'a ClassDef<'a>, Definition<'a>),
    /// A class method that `BaseModel` of pydantic gives a class.
    Model(&'a ClassDef<'a>, ModelFunction),
    /// What `TypeAdapter(…)` of pydantic makes.
    Adapter(Rc<Adapter>),
    /// A method of that.
    AdapterMethod(Rc<Adapter>, AdapterMethod),
    /// The `handler` of a validator of mode "wrap".
    Handler(Rc<Handler>),
    /// The `info` of a validator.
    Info(Rc<Info>),
    /// `info.data` of it.
    InfoData(Rc<Info>),
    /// `object.__init__` and the like: a call of it does nothing.
    Nothing,
    /// `super()`: an object or a class, and the class behind which its attributes are looked for.
    Super(Box<Value<'a>>, ClassName),
    /// `*items` of a length that is known only at run time: any number of arguments.
    Spread(Box<Expr>),
    /// `**options` of a dict whose keys are known only at run time.
    SpreadKeywords(Box<Expr>),
    /// What `numpy.finfo(…)` makes.
    Limits(Limits),
    /// What `operator.itemgetter(…)` makes.
    Getter(Rc<Getter>),
    /// What `torchvision.transforms` makes: calls of functions, one after the other.
    Transform(Rc<[Step<'a>]>),
    /// What `functools.cmp_to_key(…)` makes of a function.
    Comparator(Box<Value<'a>>),
    /// `functools.partial` of a function with so many arguments, some by keyword; `None` where it holds the function too.
    Partial(Option<Box<Value<'a>>>, Arc<[Option<&'a str>]>),
    /// The `**` parameter of a function: its name, and the keywords that the call gives it.
    Keywords(&'a str, Arc<[&'a str]>),
    /// Something known only to annotations and decorators: `typing.Annotated`, `hotforge.Parameter`.
    Known(Arc<str>, Arc<str>),
}

/// A function of the project that can be called.
#[derive(Debug, Clone, Copy)]
pub(super) struct Definition<'a> {
    /// The file it stands in.
    pub file: FileId,
    /// Its code.
    pub code: Code<'a>,
    /// Whether it stands within another function, whose names it may read.
    pub nested: bool,
    /// The class that it is a method of.
    pub class: Option<&'a ClassDef<'a>>,
    /// Whether it is meant without its decorators.
    pub bare: bool,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Code<'a> {
    Def(&'a ast::StmtFunctionDef),
    Lambda(&'a ast::ExprLambda),
    /// The value of a module-level name, as the body of a function.
    Value(&'a ast::Expr),
}

impl<'a> Definition<'a> {
    pub fn name(&self) -> &'a str {
        match self.code {
            Code::Def(function) => function.name.as_str(),
            Code::Lambda(_) => "<lambda>",
            Code::Value(_) => "<module>",
        }
    }

    /// `__doc__`: as it is written, since Python 3.11 does not dedent it.
    pub fn docstring(&self) -> Option<std::sync::Arc<str>> {
        let Code::Def(function) = self.code else { return None };
        match function.body.first()? {
            ast::Stmt::Expr(statement) => match &*statement.value {
                ast::Expr::StringLiteral(text) => Some(text.value.to_str().into()),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn range(&self) -> TextRange {
        match self.code {
            Code::Def(function) => function.range(),
            Code::Lambda(lambda) => lambda.range(),
            Code::Value(node) => node.range(),
        }
    }

    pub fn parameters(&self) -> Option<&'a ast::Parameters> {
        match self.code {
            Code::Def(function) => Some(&function.parameters),
            Code::Lambda(lambda) => lambda.parameters.as_deref(),
            Code::Value(_) => None,
        }
    }
}

impl Value<'_> {
    /// What tells it from other static values: a function given another function is another instance.
    pub fn identity(&self, project: &Project) -> String {
        match self {
            Value::Function(definition) => project.label(definition.file, definition.range()),
            Value::ProjectClass(class) => format!("class {}", class.name),
            Value::Unmade(class) => format!("new {}", class.name),
            Value::Getter(getter) => format!("{getter:?}"),
            Value::Transform(steps) => steps.iter().map(|step| step.identity(project)).collect(),
            Value::Limits(limits) => format!("{limits:?}"),
            Value::Comparator(function) => format!("compare {}", function.identity(project)),
            Value::Model(class, function) => format!("{} of {}", function.name(), class.name),
            Value::Adapter(adapter) => adapter.identity(),
            Value::AdapterMethod(adapter, method) => format!("{method:?} of {}", adapter.identity()),
            Value::Handler(handler) => handler.identity(),
            Value::Info(info) => info.identity(),
            Value::InfoData(info) => format!("data of {}", info.identity()),
            other => other.describe(),
        }
    }

    /// What it is, for a message.
    pub fn describe(&self) -> String {
        match self {
            Value::Expr(expr) => format!("a value of type `{}`", expr.ty),
            Value::Module(name) => format!("the module `{name}`"),
            Value::Class(name) => format!("the class `{}`", name.rsplit('.').next().unwrap_or(name)),
            Value::ExceptionClass(class) => {
                format!("the class `{}`", class.name().rsplit('.').next().unwrap_or_default())
            }
            Value::Native(module, name) if &**module == "builtins" => format!("the function `{name}`"),
            Value::Native(module, name) | Value::Known(module, name) => format!("`{module}.{name}`"),
            Value::Method(receiver, name) => format!("the method `{name}` of `{}`", receiver.ty),
            Value::Partial(..) => "a `functools.partial`".to_owned(),
            Value::Keywords(name, keywords) => format!("`**{name}` of {}", keywords.join(", ")),
            Value::Spread(items) => format!("`*` of a `{}`", items.ty),
            Value::SpreadKeywords(options) => format!("`**` of a `{}`", options.ty),
            Value::Unbound(class, name) => {
                format!("the method `{}.{name}`", class.rsplit('.').next().unwrap_or(class))
            }
            Value::Function(definition) => format!("the function `{}`", definition.name()),
            Value::ProjectClass(class) => format!("the class `{}`", class.node.name.as_str()),
            Value::Unmade(class) => format!("an unfinished `{}`", class.node.name.as_str()),
            Value::BoundMethod(_, definition) | Value::ClassMethod(_, definition) => {
                format!("the method `{}`", definition.name())
            }
            Value::Make(class) => format!("the method `_make` of `{}`", class.node.name.as_str()),
            Value::Model(_, function) => format!("the method `{}`", function.name()),
            Value::Adapter(_) => "a `TypeAdapter`".to_owned(),
            Value::AdapterMethod(..) => "a method of a `TypeAdapter`".to_owned(),
            Value::Handler(_) => "the handler of a validator".to_owned(),
            Value::Info(_) => "what a validator is told".to_owned(),
            Value::InfoData(_) => "the `data` that a validator is told".to_owned(),
            Value::Nothing => "a method that does nothing".to_owned(),
            Value::Super(..) => "`super()`".to_owned(),
            Value::Getter(_) => "a function of `operator`".into(),
            Value::Transform(_) => "a transform of `torchvision`".into(),
            Value::Limits(_) => "limits of a dtype".into(),
            Value::Comparator(_) => "a key made by `cmp_to_key`".into(),
        }
    }
}
