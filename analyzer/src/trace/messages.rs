//! Messages to standard error: `logger.warning(…)`, `warnings.warn(…)`, `sys.stderr.write(…)`.

use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Conversion, Expr, ExprKind, NativeArgument};
use crate::source::Span;
use crate::types::Type;

/// The class of loggers.
pub(super) const LOGGER: &str = "logging.Logger";

/// The level of the messages that a method takes; `None` where the call says it.
fn level_of(method: &str) -> Option<Option<i64>> {
    Some(match method {
        "debug" => Some(10),
        "info" => Some(20),
        "warning" | "warn" => Some(30),
        "error" | "exception" => Some(40),
        "critical" | "fatal" => Some(50),
        "log" => None,
        _ => return None,
    })
}

/// Whether a type has the method by the tracer alone.
pub(super) fn is_log_method(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Instance(class) if &**class == LOGGER) && level_of(name).is_some()
}

impl<'a> FunctionTracer<'_, 'a> {
    /// `logger.info(message, *values)`: the message is put together where it is written.
    pub(super) fn log_call(
        &mut self,
        logger: &Expr,
        method: &str,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        if !is_log_method(&logger.ty, method) {
            return None;
        }
        let level = level_of(method)?;
        let logger = logger.clone();
        Some(self.with_setup(|tracer| {
            let logger = tracer.keep("logger", logger);
            let mut values = Vec::new();
            for argument in arguments {
                let Value::Expr(value) = argument.value.clone() else {
                    let message = format!("a message does not show {}", argument.value.describe());
                    return tracer.refuse(Diagnostic::new(Code::ArgumentType, argument.span, message));
                };
                if poisoned(&value.ty) {
                    return Expr::invalid(span);
                }
                match argument.keyword {
                    None => {
                        let is_plain = matches!(value.kind, ExprKind::Constant(_) | ExprKind::Dict(_));
                        values.push(if is_plain { value } else { tracer.keep("logged", value) });
                    }
                    // What they add to a record is not written.
                    Some("exc_info" | "stack_info" | "stacklevel" | "extra") => {
                        tracer.keep("logged", value);
                    }
                    Some(name) => {
                        let message = format!("{method}() got an unexpected keyword argument '{name}'");
                        return tracer.refuse(Diagnostic::new(Code::CallArguments, argument.span, message));
                    }
                }
            }
            let mut values = values.into_iter();
            let level = match level {
                Some(level) => Some(Expr::constant(Constant::Int(level), span)),
                None => values.next().filter(|level| level.ty == Type::Int),
            };
            let (Some(level), Some(message)) = (level, values.next()) else {
                let message = format!("{method}() takes a message, and the values that it shows");
                return tracer.refuse(Diagnostic::new(Code::CallArguments, span, message));
            };
            tracer.logged(logger, level, message, values.collect(), span)
        }))
    }

    fn logged(&mut self, logger: Expr, level: Expr, message: Expr, values: Vec<Expr>, span: Span) -> Expr {
        let operands =
            |level: &Expr| vec![NativeArgument::Reference(logger.clone()), NativeArgument::Value(level.clone())];
        let test = self.native_call("logging::logger::writes", operands(&level), Type::Bool, span);
        let then = self.with_setup(|tracer| {
            let template = tracer.text_of_value(message, Conversion::Str, span);
            let text = match <[Expr; 1]>::try_from(values) {
                Ok([mapping]) if matches!(mapping.kind, ExprKind::Dict(_)) => {
                    tracer.str_percent(template, mapping, span)
                }
                Ok(values) => tracer.percent_of(template, values.into(), span),
                Err(values) if values.is_empty() => template,
                Err(values) => tracer.percent_of(template, values, span),
            };
            if poisoned(&text.ty) {
                return Expr::invalid(span);
            }
            let mut arguments = operands(&level);
            arguments.push(NativeArgument::Reference(text));
            tracer.native_call("logging::logger::write", arguments, Type::None, span)
        });
        if poisoned(&then.ty) {
            return Expr::invalid(span);
        }
        let orelse = Expr::constant(Constant::None, span);
        let kind = ExprKind::If { test: Box::new(test), then: Box::new(then), orelse: Box::new(orelse) };
        Expr { kind, ty: Type::None, span }
    }

    fn percent_of(&mut self, template: Expr, values: Vec<Expr>, span: Span) -> Expr {
        let ty = Type::tuple(values.iter().map(|value| value.ty.clone()));
        self.str_percent(template, Expr { kind: ExprKind::Tuple(values), ty, span }, span)
    }

    /// `warnings.warn(message, category)`, and `sys.stderr.write(text)`.
    pub(super) fn message_call(
        &mut self,
        module: &str,
        name: &str,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        match (module, name, arguments) {
            ("warnings", "warn", [message, rest @ ..]) => {
                let category = rest.iter().find(|argument| matches!(argument.keyword, None | Some("category")));
                Some(self.warn(message, category, span))
            }
            ("sys", "stderr.write", [Argument { value: Value::Expr(text), .. }]) if text.ty.widened() == Type::Str => {
                let length = self.dunder_value(text.clone(), "len", "__len__", span);
                let text = text.clone();
                Some(self.with_setup(|tracer| {
                    let length = tracer.keep("length", length);
                    let call = tracer.print_error(text, span);
                    tracer.emit_call(call);
                    length
                }))
            }
            ("sys", "stderr.flush" | "stdout.flush", []) => Some(Expr::constant(Constant::None, span)),
            _ => None,
        }
    }

    /// Writes a text to standard error.
    pub(super) fn print_error(&mut self, text: Expr, span: Span) -> Expr {
        self.raising_native("builtins::print_error", vec![NativeArgument::Reference(text)], Type::None, span)
    }

    fn warn(&mut self, message: &Argument<'a>, category: Option<&Argument<'a>>, span: Span) -> Expr {
        let class = match category.map(|category| &category.value) {
            None => "UserWarning".to_owned(),
            Some(Value::Class(class)) => crate::types::short(class).to_owned(),
            Some(Value::ExceptionClass(class)) => crate::types::short(class.name()).to_owned(),
            Some(other) => {
                let message = format!("the category of a warning is a class, not {}", other.describe());
                return self.refuse(Diagnostic::new(Code::ArgumentType, span, message));
            }
        };
        let Value::Expr(text) = message.value.clone() else {
            let refused = format!("a warning does not show {}", message.value.describe());
            return self.refuse(Diagnostic::new(Code::ArgumentType, span, refused));
        };
        if poisoned(&text.ty) {
            return Expr::invalid(span);
        }
        let text = self.text_of_value(text, Conversion::Str, span);
        // CPython's default filters leave these out.
        const SILENT: [&str; 4] =
            ["DeprecationWarning", "PendingDeprecationWarning", "ImportWarning", "ResourceWarning"];
        if SILENT.contains(&class.as_str()) {
            return self.with_setup(|tracer| {
                tracer.keep("warning", text);
                Expr::constant(Constant::None, span)
            });
        }
        let file = self.tracer.project.file(span.file);
        let (path, line) = (file.path_at(span.start).to_owned(), file.line(span.start));
        let (class, path) = (self.string(&class, span), self.string(&path, span));
        let line = Expr::constant(Constant::Int(i64::from(line)), span);
        let arguments = vec![
            NativeArgument::Reference(text),
            NativeArgument::Reference(class),
            NativeArgument::Reference(path),
            NativeArgument::Value(line),
        ];
        self.native_call("warnings::write", arguments, Type::None, span)
    }
}
