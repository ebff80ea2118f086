//! `TypeAdapter`: a type that validates and is written as a field of a model would be. It is known at compile time only.

use std::rc::Rc;

use rustpython_ast as ast;

use super::super::Tracer;
use super::super::arguments::Argument;
use super::super::function::{FunctionTracer, poisoned};
use super::super::value::Value;
use super::dump::Options;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, NativeArgument, Rule};
use crate::scope::classes::ModelConfig;
use crate::source::{FileId, Span};
use crate::types::{Type, short};

/// What `TypeAdapter(…)` makes.
#[derive(Debug, PartialEq)]
pub(in super::super) struct Adapter {
    ty: Type,
    rule: Rule,
}

impl Adapter {
    /// What tells it from others.
    pub fn identity(&self) -> String {
        format!("adapter {} {:?}", self.ty, self.rule)
    }

    /// How its errors call it.
    fn title(&self) -> &str {
        match &self.ty {
            Type::Record(record) if !self.rule.nullable => short(&record.name),
            _ => &self.rule.label,
        }
    }
}

/// A method of a [`Adapter`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum AdapterMethod {
    /// `validate_python(value)`.
    ValidatePython,
    /// `validate_json(text)`.
    ValidateJson,
    /// `dump_python(value, …)`.
    DumpPython,
    /// `dump_json(value, …)`.
    DumpJson,
}

impl AdapterMethod {
    /// The method of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "validate_python" => Some(Self::ValidatePython),
            "validate_json" => Some(Self::ValidateJson),
            "dump_python" => Some(Self::DumpPython),
            "dump_json" => Some(Self::DumpJson),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::ValidatePython => "validate_python",
            Self::ValidateJson => "validate_json",
            Self::DumpPython => "dump_python",
            Self::DumpJson => "dump_json",
        }
    }
}

/// Whether a value is the class `TypeAdapter`.
fn is_adapter_class(value: &Value) -> bool {
    let value = match value {
        Value::Known(module, name) => (&**module, &**name),
        _ => return false,
    };
    value == ("pydantic", "TypeAdapter")
}

impl<'a> Tracer<'a> {
    /// Whether a module-level expression makes a `TypeAdapter`, which is made again wherever it is used.
    pub(in super::super) fn is_adapter(&mut self, file: FileId, call: &'a ast::ExprCall) -> bool {
        let callee = match &*call.func {
            ast::Expr::Subscript(subscript) => &*subscript.value,
            other => other,
        };
        is_adapter_class(&self.quiet_value_of_module(file, callee))
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// `TypeAdapter(…)`; `None` where the callee is another.
    pub(in super::super) fn adapter(&mut self, node: &'a ast::ExprCall) -> Option<Value<'a>> {
        let callee = match &*node.func {
            ast::Expr::Subscript(subscript) => &*subscript.value,
            other => other,
        };
        let is_named = match callee {
            ast::Expr::Name(_) => true,
            ast::Expr::Attribute(attribute) => attribute.attr.as_str() == "TypeAdapter",
            _ => false,
        };
        if !is_named || !is_adapter_class(&self.value(callee, None)) {
            return None;
        }
        let span = self.span(node);
        let [declared] = &*node.arguments.args else {
            let message = "`TypeAdapter` takes one type in compiled code";
            return Some(Value::Expr(self.refuse(Diagnostic::new(Code::CallArguments, span, message))));
        };
        if let Some(keyword) = node.arguments.keywords.first() {
            let at = self.span(keyword);
            let message = "this option of `TypeAdapter` cannot be compiled";
            return Some(Value::Expr(self.refuse(Diagnostic::new(Code::CallArguments, at, message))));
        }
        let file = self.file;
        let ruled = self.reading_annotations(file, |tracer| tracer.ruled(declared, &ModelConfig::default()));
        Some(match ruled {
            Some((ty, rule)) => Value::Adapter(Rc::new(Adapter { ty, rule })),
            None => Value::Expr(Expr::invalid(span)),
        })
    }

    /// A call of a method of a `TypeAdapter`.
    pub(in super::super) fn call_adapter(
        &mut self,
        adapter: &Adapter,
        method: AdapterMethod,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Expr {
        let name = method.name();
        let refused = |tracer: &mut Self| {
            let message = format!("`{name}` takes one value by its place in compiled code");
            tracer.refuse(Diagnostic::new(Code::CallArguments, span, message))
        };
        let Some((Argument { keyword: None, value: Value::Expr(value), .. }, options)) = arguments.split_first() else {
            return refused(self);
        };
        if poisoned(&value.ty) {
            return Expr { kind: ExprKind::Invalid, ty: value.ty.clone(), span };
        }
        let value = value.clone();
        match method {
            AdapterMethod::ValidatePython | AdapterMethod::ValidateJson if !options.is_empty() => refused(self),
            AdapterMethod::ValidatePython => self.with_setup(|tracer| {
                let value = tracer.keep("given", value);
                let input = tracer.model_input(value);
                tracer.adapted("adapted", input, adapter, span)
            }),
            AdapterMethod::ValidateJson => {
                let base = value.ty.widened();
                let path = match base {
                    Type::Str => "adapted_json",
                    Type::Bytes => "adapted_json_bytes",
                    other => {
                        let message = format!("`validate_json` takes `str` or `bytes`, not `{other}`");
                        return self.refuse(Diagnostic::new(Code::ArgumentType, value.span, message));
                    }
                };
                self.with_setup(|tracer| {
                    let text = tracer.convert(value, &base);
                    tracer.adapted(path, text, adapter, span)
                })
            }
            AdapterMethod::DumpPython => match self.dump_options("model_dump", options) {
                Some(options) => self.dumped_value(value, &options, span),
                None => Expr::invalid(span),
            },
            AdapterMethod::DumpJson => match self.dump_options("model_dump_json", options) {
                Some(options) => {
                    let text = self.written_json(value, &options, span);
                    self.call_method(text, "encode", Vec::new(), span)
                }
                None => Expr::invalid(span),
            },
        }
    }

    fn adapted(&mut self, function: &str, given: Expr, adapter: &Adapter, span: Span) -> Expr {
        let title = self.string(adapter.title(), span);
        let arguments = vec![
            NativeArgument::Reference(given),
            NativeArgument::Rule(Box::new((adapter.ty.clone(), adapter.rule.clone()))),
            NativeArgument::Reference(title),
        ];
        let made = self.raising_native(&format!("pydantic::{function}"), arguments, adapter.ty.clone(), span);
        self.keep("adapted", made)
    }

    /// A value as the JSON that pydantic writes.
    fn written_json(&mut self, value: Expr, options: &Options, span: Span) -> Expr {
        let base = value.ty.widened();
        let value = self.convert(value, &base);
        self.dump_json_call(value, options, None, span)
    }
}
