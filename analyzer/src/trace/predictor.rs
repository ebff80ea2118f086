//! Predictors: the functions marked `@compile()`, and what their signatures say.

use rustpython_ast as ast;

use super::Tracer;
use super::environment::Environment;
use super::function::{CallFrame, FunctionTracer, bound_part};
use super::tables::{Signature, Tables};
use super::value::{Code as FunctionCode, Definition, Value};
use crate::catalog::docstring;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, Parameter, ParameterKind, Predictor};
use crate::source::FileId;
use crate::syntax;
use crate::types::{ClassName, Type, is_subtype};

impl<'a> Tracer<'a> {
    /// Traces those of the given functions of the first file that are predictors.
    pub fn predictors(&mut self, roots: &[usize]) {
        let file = FileId(0);
        for root in roots {
            let function = self.scope(file).functions[*root];
            if self.is_predictor(file, function) {
                self.output.has_predictor = true;
                self.predictor(file, function);
            }
        }
    }

    /// Whether a function is marked by `@compile()`, or by the cell that it stands in.
    fn is_predictor(&mut self, file: FileId, function: &'a ast::StmtFunctionDef) -> bool {
        if self.project.syntax(file).is_marked(function) {
            return true;
        }
        let reported = self.output.diagnostics.len();
        let found = function.decorator_list.iter().map(|decorator| &decorator.expression).any(|node| {
            let name = match node {
                ast::Expr::Call(call) => &*call.func,
                other => other,
            };
            matches!(self.decorator_value(file, name), Some(Value::Known(module, name)) if matches!(&*module, "hotforge" | "muna") && &*name == "compile")
        });
        self.output.diagnostics.truncate(reported);
        found
    }

    fn decorator_value(&mut self, file: FileId, node: &'a ast::Expr) -> Option<Value<'a>> {
        if !matches!(node, ast::Expr::Name(_) | ast::Expr::Attribute(_)) {
            return None;
        }
        let definition = syntax::span(file, node);
        let instance = self.tables.instance(Signature { definition, parameters: Vec::new(), statics: Vec::new() });
        Some(FunctionTracer::for_file(self, file, instance).value(node, None))
    }

    /// Refuses decorators that may change what a function does.
    pub fn check_decorators(&mut self, file: FileId, function: &'a ast::StmtFunctionDef) {
        for decorator in &function.decorator_list {
            let node = match &decorator.expression {
                ast::Expr::Call(call) => &*call.func,
                other => other,
            };
            let dotted = crate::catalog::dotted(node);
            // By what it is, which an import may have given another name; by its name where that is not known.
            let reported = self.output.diagnostics.len();
            let value = self.decorator_value(file, node);
            self.output.diagnostics.truncate(reported);
            let known = match value {
                Some(Value::Known(_, name)) => name,
                _ => dotted.as_str().into(),
            };
            let name = known.rsplit('.').next().unwrap_or_default();
            if !super::decorator::is_transparent_name(name) {
                let message =
                    format!("the decorator `{dotted}` may change what the function does, and cannot be followed");
                let diagnostic = Diagnostic::new(Code::UnsupportedDecorator, syntax::span(file, decorator), message);
                self.report(diagnostic.help("remove it, or call what it does from the function"));
            }
        }
    }

    fn predictor(&mut self, file: FileId, function: &'a ast::StmtFunctionDef) {
        self.check_decorators(file, function);
        let span = syntax::span(file, &function.name);
        if function.is_async {
            let diagnostic =
                Diagnostic::new(Code::UnsupportedStatement, span, "an `async` function cannot be compiled");
            return self
                .report(diagnostic.help("write an ordinary function: a caller may run it in a thread and await that"));
        }
        let definition = Definition { file, code: FunctionCode::Def(function), nested: false, class: None, bare: true };
        let Some(parameters) = self.parameters(file, function) else { return };
        let types = parameters.iter().map(|parameter| parameter.ty.clone());
        let names = super::arguments::shapes_of(Some(&function.parameters));
        let parameters_of_frame: Vec<_> = names.iter().map(|shape| shape.name.to_owned()).zip(types).collect();
        let own = parameters_of_frame.len();
        let frame = CallFrame { parameters: parameters_of_frame, own, statics: Environment::default() };
        let (id, ty) = self.instance(definition, frame, span);
        // An iterator is a stream of its items to a caller.
        let crossing = match &ty {
            Type::Iterator(item) => item,
            other => other,
        };
        if !crosses_boundary(self.tables, crossing) {
            let message = format!("a predictor cannot return `{ty}` to other languages");
            let diagnostic = Diagnostic::new(Code::BoundaryType, span, message);
            self.report(diagnostic.help("return numbers, text, bytes, arrays, or lists, tuples and dicts of them"));
        }
        let returns = match &function.returns {
            Some(node) => self.annotation_tracer(file, node, |tracer, node| tracer.metadata(node)),
            None => Default::default(),
        };
        self.output.predictors.push(Predictor {
            name: function.name.to_string(),
            doc: docstring(&function.body).map(|doc| doc.to_string()),
            function: id,
            parameters,
            returns,
            span,
        });
    }

    /// The parameters by their annotations; `None` where one says too little.
    fn parameters(&mut self, file: FileId, function: &'a ast::StmtFunctionDef) -> Option<Vec<Parameter>> {
        let declared = &function.parameters;
        if let Some(parameter) = declared.vararg.as_deref().or(declared.kwarg.as_deref()) {
            let message = "a predictor cannot take any number of arguments";
            let diagnostic = Diagnostic::new(Code::MissingAnnotation, syntax::span(file, parameter), message);
            self.report(diagnostic.help("take a list or a dict"));
            return None;
        }
        let groups = [
            (&declared.posonlyargs, ParameterKind::PositionalOnly),
            (&declared.args, ParameterKind::PositionalOrKeyword),
            (&declared.kwonlyargs, ParameterKind::KeywordOnly),
        ];
        let all = groups.into_iter().flat_map(|(group, kind)| group.iter().map(move |parameter| (parameter, kind)));
        let read: Vec<Option<Parameter>> = all.map(|(parameter, kind)| self.parameter(file, parameter, kind)).collect();
        read.into_iter().collect()
    }

    fn parameter(
        &mut self,
        file: FileId,
        parameter: &'a ast::ParameterWithDefault,
        kind: ParameterKind,
    ) -> Option<Parameter> {
        let span = syntax::span(file, parameter);
        let name = parameter.name().as_str();
        let Some(node) = parameter.parameter.annotation.as_deref() else {
            let message = format!("the parameter `{name}` of a predictor has no type");
            let diagnostic = Diagnostic::new(Code::MissingAnnotation, span, message);
            self.report(diagnostic.help(format!("annotate it, for example `{name}: str`")));
            return None;
        };
        let (ty, annotation) = self.annotation_tracer(file, node, |tracer, node| {
            tracer.arrives = true;
            (tracer.annotation(node), tracer.metadata(node))
        });
        let ty = ty?;
        if !crosses_boundary(self.tables, &ty) {
            let message = format!("a predictor cannot take a `{ty}` from other languages");
            let diagnostic = Diagnostic::new(Code::BoundaryType, syntax::span(file, node), message);
            self.report(diagnostic.help("take numbers, text, bytes, arrays, or lists, tuples and dicts of them"));
            return None;
        }
        let default = match parameter.default.as_deref() {
            Some(node) => Some(self.parameter_default(file, name, node, &ty)?),
            None => None,
        };
        Some(Parameter { name: name.to_owned(), ty, kind, default, annotation, span })
    }

    fn parameter_default(&mut self, file: FileId, name: &str, node: &'a ast::Expr, ty: &Type) -> Option<Constant> {
        let span = syntax::span(file, node);
        if let Some(value) = self.member_default(file, node, ty) {
            return Some(value);
        }
        let Some(value) = self.constant_of(file, node) else {
            let message = format!("the default of `{name}` is no constant");
            let diagnostic = Diagnostic::new(Code::UnsupportedDefault, span, message);
            self.report(
                diagnostic
                    .help("use `None` as the default, and `Optional` in the type, and make the value in the function"),
            );
            return None;
        };
        let fits = match ty {
            Type::Literal(values) => values.contains(&value),
            _ => is_subtype(&value.ty(), ty),
        };
        if !fits {
            let message = format!("the default of `{name}` is a `{}`, not a `{ty}`", value.ty());
            let diagnostic = Diagnostic::new(Code::UnsupportedDefault, span, message);
            self.report(match value {
                Constant::None => diagnostic.help(format!("declare it `{ty} | None`")),
                _ => diagnostic,
            });
            return None;
        }
        Some(value)
    }

    /// `mode: Mode = Mode.FAST`: the value of the member, by which members are passed.
    fn member_default(&mut self, file: FileId, node: &'a ast::Expr, ty: &Type) -> Option<Constant> {
        let reported = self.output.diagnostics.len();
        let value = match node {
            ast::Expr::Attribute(_) => self.annotation_tracer(file, node, |tracer, node| tracer.value(node, None)),
            _ => return None,
        };
        self.output.diagnostics.truncate(reported);
        let Value::Expr(Expr { kind: ExprKind::Constant(Constant::Int(index)), ty: Type::Record(record), .. }) = value
        else {
            return None;
        };
        if !ty.members().contains(&Type::Record(record.clone())) {
            return None;
        }
        let class = self.class_of(&record)?;
        if Type::Record(record).is_flag() {
            return Some(Constant::Int(index));
        }
        class.values.iter().find(|member| member.index == index as usize).map(|member| member.value.clone())
    }

    fn annotation_tracer<T>(
        &mut self,
        file: FileId,
        node: &'a ast::Expr,
        read: impl FnOnce(&mut FunctionTracer<'_, 'a>, &'a ast::Expr) -> T,
    ) -> T {
        let definition = syntax::span(file, node);
        let instance = self.tables.instance(Signature { definition, parameters: Vec::new(), statics: Vec::new() });
        read(&mut FunctionTracer::for_file(self, file, instance), node)
    }
}

/// Whether values of the type can be passed from and to other languages; objects by what their fields hold.
fn crosses_boundary(tables: &Tables, ty: &Type) -> bool {
    crosses(tables, ty, &mut Vec::new())
}

/// Classes of the standard library whose objects other languages are given as records.
const RECORDS: &[&str] =
    &["builtins.bytearray", "datetime.date", "datetime.datetime", "datetime.time", "datetime.timedelta"];

fn crosses(tables: &Tables, ty: &Type, seen: &mut Vec<ClassName>) -> bool {
    match ty {
        Type::Instance(class) if RECORDS.contains(&&**class) => true,
        Type::Iterator(_)
        | Type::Range
        | Type::Slice
        | Type::Ellipsis
        | Type::Instance(_)
        | Type::Session(_)
        | Type::Pattern(_)
        | Type::Match(_)
        | Type::Struct(_)
        | Type::Exception(_)
        | Type::DType(_)
        | Type::TensorDType(_)
        | Type::Unbound
        | Type::Module(_)
        | Type::Class(_)
        | Type::Function(_)
        | Type::Method(_)
        | Type::Variable(_)
        | Type::Callable(_)
        | Type::Cell(_) => false,
        Type::Record(record) if record.kind.has_fields() && !seen.contains(&record.name) => {
            seen.push(record.name.clone());
            let fields = tables.fields(&record.name);
            fields.iter().all(|(_, ty)| *ty != Type::Never && crosses(tables, &bound_part(ty), seen))
        }
        other => other.parts().into_iter().all(|part| crosses(tables, part, seen)),
    }
}
