//! Models: the signature of an `InferenceSession`, and calls of its `run`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use rustpython_ast as ast;

use super::Tracer;
use super::arguments::{Argument, Matched, ParameterShape, constant_of, match_arguments};
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::scope::{folder, join, path_of};
use crate::source::Span;
use crate::types::{ArrayType, Dim, SessionType, TensorSignature, TensorType, Type};

/// The class of what a run gives before its tensors are taken out.
pub(super) const OUTPUTS: &str = "onnxruntime.Outputs";

/// The models that were looked for, by path: what they take and give.
pub(crate) type Models = RefCell<HashMap<String, Option<Arc<SessionType>>>>;

impl Tracer<'_> {
    fn model(&mut self, path: &str) -> Option<Arc<SessionType>> {
        self.output.dependencies.insert(path.to_owned());
        let mut known = self.models.borrow_mut();
        if let Some(model) = known.get(path) {
            return model.clone();
        }
        let model = self.files.open(path).and_then(crate::onnx::signature).map(Arc::new);
        known.insert(path.to_owned(), model.clone());
        model
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The type of `InferenceSession(path, …)` at module level: read from the model where it is at hand.
    pub(super) fn session_type(&mut self, call: &'a ast::ExprCall) -> Type {
        let unread = Type::Instance("onnxruntime.InferenceSession".into());
        let Some(node) = call.arguments.args.first() else { return unread };
        let scope = self.tracer.scope(self.file);
        let Some(path) = path_of(self.tracer.project, scope, node) else { return unread };
        if let Some(known) = self.tracer.sessions.get(&path) {
            return (**known).clone();
        }
        // A path that is written as it is counts from where Python runs: that is where the command runs, too, or in an
        // editor most probably the file's own folder.
        let beside = join(folder(&self.tracer.project.file(self.file).path), &path);
        let mut ty = unread;
        for place in [&path, &beside] {
            if let Some(signature) = self.tracer.model(place) {
                ty = Type::Session(signature);
                break;
            }
        }
        self.tracer.sessions.insert(path, Rc::new(ty.clone()));
        ty
    }

    /// `session.run(output_names, input_feed)`: the feed is checked against the model, and the tensors come out with
    /// the types that the model declares.
    pub(super) fn session_run(&mut self, session: Expr, node: &'a ast::ExprCall) -> Expr {
        let span = self.span(node);
        let Some(arguments) = self.run_arguments(node) else { return Expr::invalid(span) };
        let Type::Session(signature) = session.ty.clone() else {
            let message = "the outputs of this model are known only when the module is run";
            let diagnostic = Diagnostic::new(Code::GlobalNeedsCapture, span, message);
            return self.refuse(diagnostic.help("`hotforge compile` captures the model; a path the editor can follow, such as `Path(__file__).parent / \"model.onnx\"`, shows it at once"));
        };
        let Some(outputs) = self.wanted_outputs(&arguments[0], &signature) else { return Expr::invalid(span) };
        let Some(feed) = self.feed(&arguments[1], &signature, span) else { return Expr::invalid(span) };
        let path = match feed {
            NativeArgument::Feed(_) => "onnxruntime::run",
            _ => "onnxruntime::run_dict",
        };
        self.tracer.output.lowering.insert(span, path.into());
        let (outputs, names): (Vec<usize>, Vec<Expr>) = outputs.into_iter().unzip();
        let run = vec![NativeArgument::Reference(session), feed, NativeArgument::Variadic(names)];
        self.with_setup(|tracer| {
            let ran = tracer.raising_native(path, run, Type::Instance(OUTPUTS.into()), span);
            let ran = tracer.keep("outputs", ran);
            let tensors: Vec<Expr> = outputs
                .iter()
                .enumerate()
                .map(|(position, index)| tracer.output(&ran, position, &signature.outputs[*index], span))
                .collect();
            let ty = Type::tuple(tensors.iter().map(|tensor| tensor.ty.clone()));
            Expr { kind: ExprKind::Tuple(tensors), ty, span }
        })
    }

    fn run_arguments(&mut self, node: &'a ast::ExprCall) -> Option<Vec<RunArgument<'a>>> {
        let span = self.span(node);
        let parameter = |name, has_default| ParameterShape {
            name,
            positional: true,
            keyword: true,
            variadic: false,
            keywords: false,
            has_default,
        };
        let shapes = [parameter("output_names", false), parameter("input_feed", false), parameter("run_options", true)];
        // Displays are read as they are written: what stands in them decides.
        let given: Vec<(Option<&'a str>, &'a ast::Expr)> = node
            .arguments
            .args
            .iter()
            .map(|argument| (None, argument))
            .chain(
                node.arguments
                    .keywords
                    .iter()
                    .map(|keyword| (keyword.arg.as_ref().map(|name| name.as_str()), &keyword.value)),
            )
            .collect();
        let placeholder = |(keyword, node): &(Option<&'a str>, &'a ast::Expr)| Argument {
            keyword: *keyword,
            value: Value::Expr(Expr::constant(Constant::None, self.span(*node))),
            span: self.span(*node),
        };
        let arguments: Vec<Argument> = given.iter().map(placeholder).collect();
        let matched = match match_arguments(&shapes, &arguments) {
            Ok(matched) => matched,
            Err(mismatch) => {
                let message = format!("run() {}", mismatch.message);
                self.report(Diagnostic::new(Code::CallArguments, mismatch.span.unwrap_or(span), message));
                return None;
            }
        };
        let find = |matched: &Matched| match matched {
            Matched::One(argument) => {
                given.iter().find(|(_, node)| self.span(*node) == argument.span).map(|(_, node)| *node)
            }
            _ => None,
        };
        Some(matched.iter().take(2).filter_map(find).map(|node| RunArgument { node }).collect())
    }

    /// The indices of the outputs that are asked for, and their names.
    fn wanted_outputs(&mut self, argument: &RunArgument<'a>, signature: &SessionType) -> Option<Vec<(usize, Expr)>> {
        let names = match argument.node {
            ast::Expr::NoneLiteral(_) => {
                let span = self.span(argument.node);
                let named = |output: &TensorSignature| Expr::constant(Constant::Str(output.name.as_str().into()), span);
                return Some(signature.outputs.iter().map(named).enumerate().collect());
            }
            ast::Expr::List(list) => &list.elts,
            ast::Expr::Tuple(tuple) => &tuple.elts,
            other => {
                let diagnostic = Diagnostic::new(
                    Code::ConstantRequired,
                    self.span(other),
                    "the names of the outputs decide the result and must be constants",
                );
                self.report(diagnostic.help("write `None` for all, or a list of names: `[\"logits\"]`"));
                return None;
            }
        };
        names.iter().map(|node| self.wanted_output(node, signature)).collect()
    }

    fn wanted_output(&mut self, node: &'a ast::Expr, signature: &SessionType) -> Option<(usize, Expr)> {
        let span = self.span(node);
        let value = self.expression(node, None);
        // Of a model with one output any name means that one, or onnxruntime raises.
        if constant_of(&value).is_none() && value.ty == Type::Str && signature.outputs.len() == 1 {
            return Some((0, value));
        }
        let Some(Constant::Str(name)) = constant_of(&value) else {
            self.report(Diagnostic::new(Code::ConstantRequired, span, "the name of an output must be a constant"));
            return None;
        };
        let found = signature.outputs.iter().position(|output| *output.name == *name);
        if found.is_none() {
            let message = format!("the model has no output `{name}`");
            let diagnostic = Diagnostic::new(Code::ModelInputs, span, message);
            self.report(diagnostic.help(format!("its outputs are {}", list(&signature.outputs))));
        }
        Some((found?, value))
    }

    /// The named tensors that go in: a dict written here, or one that was made before.
    fn feed(&mut self, argument: &RunArgument<'a>, signature: &SessionType, span: Span) -> Option<NativeArgument> {
        if let ast::Expr::Dict(dict) = argument.node
            && !self.has_unknown_names(dict)
        {
            return self.written_feed(dict, signature, span).map(NativeArgument::Feed);
        }
        let feed = self.expression(argument.node, None);
        let given = match &feed.ty {
            Type::Dict(key, value) if key.ty == Type::Str => value.ty.clone(),
            ty if poisoned(ty) => return None,
            _ => Type::Never,
        };
        if given == Type::Never || !given.members().iter().all(is_tensor) {
            let message = format!("the inputs of a model are a dict of arrays, not `{}`", feed.ty);
            let diagnostic = Diagnostic::new(Code::ModelInputs, feed.span, message);
            self.report(diagnostic.help("write the arrays by the names of the inputs: `{\"x\": x, \"n\": n}`"));
            return None;
        }
        // Which name holds which array is seen when it runs, as in Python.
        let is_other = |input: &&TensorSignature| !given.members().iter().any(|ty| is_of_dtype(&input.tensor, ty));
        if let Some(input) = signature.inputs.iter().find(is_other) {
            let message = format!("the input `{}` takes `{}`, not `{given}`", input.name, input.tensor);
            let diagnostic = Diagnostic::new(Code::ModelInputs, feed.span, message);
            self.report(diagnostic.help(conversion(&input.tensor, &given)));
            return None;
        }
        Some(NativeArgument::Reference(feed))
    }

    /// Whether a name in the feed is known only when it runs, as a captured `session.get_inputs()[0].name` or what `**past`
    /// puts in: such a feed is a dict like any other.
    fn has_unknown_names(&mut self, dict: &'a ast::ExprDict) -> bool {
        let is_unknown = |tracer: &mut Self, key: &'a ast::Expr| match key {
            ast::Expr::Name(_) | ast::Expr::Attribute(_) | ast::Expr::Subscript(_) => {
                let name = tracer.with_setup(|tracer| tracer.expression(key, None));
                name.ty == Type::Str && constant_of(&name).is_none()
            }
            _ => false,
        };
        dict.items.iter().any(|item| item.key.as_ref().is_none_or(|key| is_unknown(self, key)))
    }

    fn written_feed(
        &mut self,
        dict: &'a ast::ExprDict,
        signature: &SessionType,
        span: Span,
    ) -> Option<Vec<(Expr, Expr)>> {
        let mut feed = Vec::new();
        let mut given: Vec<String> = Vec::new();
        let mut fits = true;
        for item in &dict.items {
            let Some(key) = &item.key else { continue };
            let key = self.expression(key, None);
            let value = self.expression(&item.value, None);
            let Some(Constant::Str(name)) = constant_of(&key) else {
                self.report(Diagnostic::new(
                    Code::ConstantRequired,
                    key.span,
                    "the name of an input must be a constant",
                ));
                return None;
            };
            match signature.inputs.iter().find(|input| *input.name == *name) {
                Some(input) => fits &= self.check_input(input, &value),
                None => {
                    let message = format!("the model has no input `{name}`");
                    let diagnostic = Diagnostic::new(Code::ModelInputs, key.span, message);
                    self.report(diagnostic.help(format!("its inputs are {}", list(&signature.inputs))));
                    fits = false;
                }
            }
            given.push(name.to_string());
            feed.push((key, value));
        }
        let missing: Vec<TensorSignature> =
            signature.inputs.iter().filter(|input| !given.contains(&input.name)).cloned().collect();
        if !missing.is_empty() {
            let message = format!("the model also needs {}", list(&missing));
            self.report(Diagnostic::new(Code::ModelInputs, self.span(dict), message));
            fits = false;
        }
        let _ = span;
        fits.then_some(feed)
    }

    fn check_input(&mut self, input: &TensorSignature, value: &Expr) -> bool {
        let fits = match (&input.tensor, &value.ty) {
            (TensorType::Array(declared), Type::Array(array)) => {
                array.dtype == declared.dtype && ranks_fit(array, declared)
            }
            (TensorType::Texts(declared), Type::Instance(class)) => {
                rank_of_texts(class).is_some_and(|rank| declared.is_none_or(|declared| declared == rank))
            }
            (_, ty) if poisoned(ty) => return false,
            _ => false,
        };
        if fits {
            return true;
        }
        let message = format!("the input `{}` takes `{}`, not `{}`", input.name, input.tensor, value.ty);
        let diagnostic = Diagnostic::new(Code::ModelInputs, value.span, message);
        self.report(diagnostic.help(conversion(&input.tensor, &value.ty)));
        false
    }

    pub(super) fn output(&mut self, outputs: &Expr, position: usize, signature: &TensorSignature, span: Span) -> Expr {
        let (rank, ty) = match &signature.tensor {
            TensorType::Array(array) => (array.rank(), Type::Array(array.clone())),
            TensorType::Texts(rank) => {
                let Some((class, _)) = TEXTS.iter().find(|(_, known)| Some(*known) == *rank) else {
                    let message = format!(
                        "the output `{}` is `{}`, with as many axes as compiled code has no arrays of texts of",
                        signature.name, signature.tensor
                    );
                    return self.refuse(Diagnostic::new(Code::ModelInputs, span, message));
                };
                (*rank, Type::instance(class))
            }
        };
        let rank = match rank {
            Some(rank) => Constant::Int(rank as i64),
            None => Constant::None,
        };
        let rank = self.convert(Expr::constant(rank, span), &Type::optional(Type::Int));
        let mut arguments = vec![
            NativeArgument::Reference(outputs.clone()),
            NativeArgument::Value(Expr::constant(Constant::Int(position as i64), span)),
            NativeArgument::Value(rank),
        ];
        let Some(array) = signature.tensor.array() else {
            return self.raising_native("onnxruntime::output_texts", arguments, ty, span);
        };
        arguments.push(NativeArgument::Value(Expr {
            kind: ExprKind::Constant(Constant::Str(array.dtype.name().into())),
            ty: Type::DType(array.dtype),
            span,
        }));
        self.raising_native("onnxruntime::output", arguments, ty, span)
    }
}

/// Arrays of texts, each with how many axes it has: those that models give come first.
const TEXTS: [(&str, usize); 4] = [
    ("numpy.texts.TextArray", 1),
    ("numpy.texts.TextMatrix", 2),
    ("numpy.texts.StrArray", 1),
    ("numpy.texts.StrMatrix", 2),
];

/// How many axes an array of texts has; `None` for any other class.
pub(super) fn rank_of_texts(class: &str) -> Option<usize> {
    TEXTS.iter().find(|(known, _)| *known == class).map(|(_, rank)| *rank)
}

fn is_tensor(ty: &Type) -> bool {
    matches!(ty, Type::Array(_)) || matches!(ty, Type::Instance(class) if rank_of_texts(class).is_some())
}

fn is_of_dtype(tensor: &TensorType, ty: &Type) -> bool {
    match (tensor, ty) {
        (TensorType::Array(declared), Type::Array(array)) => array.dtype == declared.dtype,
        (TensorType::Texts(_), ty) => !matches!(ty, Type::Array(_)),
        _ => false,
    }
}

/// What makes of a value the tensor that a model takes.
fn conversion(wanted: &TensorType, ty: &Type) -> String {
    match (wanted, ty) {
        (TensorType::Texts(_), _) => "make it an array of texts: `np.array([[text]], dtype=object)`".into(),
        (TensorType::Array(wanted), Type::Array(array)) if array.dtype == wanted.dtype => "reshape the array".into(),
        (TensorType::Array(wanted), Type::Array(_)) => format!("convert it: `.astype(np.{})`", wanted.dtype),
        (TensorType::Array(wanted), _) => format!("make it an array: `np.array(…, dtype=np.{})`", wanted.dtype),
    }
}

/// An argument of `run`, as it is written.
struct RunArgument<'a> {
    node: &'a ast::Expr,
}

fn list(tensors: &[TensorSignature]) -> String {
    tensors.iter().map(|tensor| format!("`{}` ({})", tensor.name, tensor.tensor)).collect::<Vec<_>>().join(", ")
}

fn ranks_fit(value: &ArrayType, declared: &ArrayType) -> bool {
    match (&value.dims, &declared.dims) {
        (Some(value), Some(declared)) => {
            value.len() == declared.len()
                && value
                    .iter()
                    .zip(declared.iter())
                    .all(|pair| !matches!(pair, (Dim::Known(a), Dim::Known(b)) if a != b))
        }
        _ => true,
    }
}
