//! `json.loads`: the type that is declared for its result is the type that it reads.

use rustpython_ast as ast;

use super::function::{FunctionTracer, bound_part, poisoned};
use super::model::INPUT;
use super::record::records_in;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, NativeArgument};
use crate::types::{RecordKind, Type};

impl<'a> FunctionTracer<'_, 'a> {
    /// `json.loads(text)`, where a type is declared for the result.
    pub(super) fn json_loads(&mut self, node: &'a ast::ExprCall, expected: Option<&Type>) -> Expr {
        let span = self.span(node);
        let ([text], true) = (&*node.arguments.args, node.arguments.keywords.is_empty()) else {
            let diagnostic = Diagnostic::new(Code::CallArguments, span, "`json.loads` takes one text here");
            return self.refuse(diagnostic.help("hooks and other classes of decoders cannot be compiled"));
        };
        let text = self.expression(text, None);
        if poisoned(&text.ty) {
            return Expr::invalid(span);
        }
        let path = match text.ty.widened() {
            Type::Str => "json::loads",
            Type::Bytes => "json::loads_bytes",
            other => {
                let message = format!("`json.loads` takes `str` or `bytes`, not `{other}`");
                return self.refuse(Diagnostic::new(Code::ArgumentType, text.span, message));
            }
        };
        if std::mem::take(&mut self.takes_any) && expected.is_none() {
            let base = text.ty.widened();
            let text = self.convert(text, &base);
            let path = format!("{path}_any");
            return self.raising_native(&path, vec![NativeArgument::Reference(text)], Type::instance(INPUT), span);
        }
        let Some(expected) = expected.filter(|expected| !poisoned(expected)) else {
            let message = "what the JSON holds is known only when it is read";
            let diagnostic = Diagnostic::new(Code::UnknownElement, span, message);
            return self.refuse(diagnostic.help("declare it: `data: dict[str, int] = json.loads(text)`"));
        };
        let ty = expected.widened();
        self.dicts_arrive(&ty);
        if !self.is_json(&ty) {
            let message = format!("JSON never holds a `{ty}`");
            let diagnostic = Diagnostic::new(Code::UnsupportedAnnotation, span, message);
            return self.refuse(diagnostic.help(
                "declare `None`, `bool`, `int`, `float`, `str`, `list[…]`, `dict[str, …]`, a `TypedDict`, or a union of these of \
                 which each value is of one member",
            ));
        }
        self.tracer.output.loaded.push(ty.clone());
        self.with_setup(|tracer| {
            let base = text.ty.widened();
            let text = tracer.convert(text, &base);
            let declared = Expr::constant(Constant::Str(format!("{ty}").into()), span);
            let arguments = vec![NativeArgument::Reference(text), NativeArgument::Reference(declared)];
            let read = tracer.raising_native(path, arguments, ty.clone(), span);
            let read = tracer.keep("loaded", read);
            tracer.at_site(read, span)
        })
    }

    /// Typed dicts come from the text with the keys that they declare.
    fn dicts_arrive(&mut self, ty: &Type) {
        let outer = std::mem::replace(&mut self.arrives, true);
        for name in records_in(ty) {
            if let Some(class) =
                self.tracer.classes.get(&name).filter(|class| class.record.kind == RecordKind::TypedDict)
            {
                self.arriving_class(class);
            }
        }
        self.arrives = outer;
    }

    /// Whether JSON can say every value of the type, and tells which member of a union it is of.
    fn is_json(&self, ty: &Type) -> bool {
        match ty {
            Type::None | Type::Bool | Type::Int | Type::Float | Type::Str => true,
            Type::List(item) => self.is_json(&item.ty),
            Type::Dict(key, value) => key.ty == Type::Str && self.is_json(&value.ty),
            Type::Record(record) if ty.is_typed_dict() => {
                let fields = self.tracer.tables.fields(&record.name);
                fields.iter().all(|(_, ty)| bound_part(ty).members().iter().all(|member| self.is_json(member)))
            }
            Type::Union(members) => {
                let is_dict = |ty: &&Type| matches!(ty, Type::Dict(..) | Type::Record(_));
                let count = |is: &dyn Fn(&&Type) -> bool| members.iter().filter(is).count();
                members.iter().all(|member| self.is_json(member))
                    && count(&|ty| matches!(ty, Type::List(_))) < 2
                    && count(&is_dict) < 2
            }
            _ => false,
        }
    }
}
