//! Models of scikit-learn: calls of their methods, which run the ONNX model that capture made of them.

use rustpython_ast as ast;

use super::function::{FunctionTracer, poisoned};
use super::session::OUTPUTS;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, NativeArgument};
use crate::types::{ArrayType, DType, Dim, SessionType, Type};

/// Whether the type is that of an estimator that has the method.
pub(super) fn has_method(ty: &Type, name: &str) -> bool {
    let Type::Session(session) = ty else { return false };
    session.estimator.as_ref().is_some_and(|estimator| estimator.methods.iter().any(|method| method == name))
}

impl<'a> FunctionTracer<'_, 'a> {
    /// `model.predict(X)`, `predict_proba(X)` or `transform(X)`.
    pub(super) fn estimator_call(&mut self, model: Expr, method: &str, node: &'a ast::ExprCall) -> Expr {
        let span = self.span(node);
        let Type::Session(signature) = model.ty.clone() else { return Expr::invalid(span) };
        let Some(samples) = self.samples(method, node) else { return Expr::invalid(span) };
        let Some(feed) = self.checked_samples(samples, &signature) else { return Expr::invalid(span) };
        let Some(index) = output_of(&signature, method) else {
            let message = format!("the model that was made of this `{}` gives nothing for `{method}`", model.ty);
            return self.refuse(Diagnostic::new(Code::ModelInputs, span, message));
        };
        let output = &signature.outputs[index];
        let text = |text: &str| Expr::constant(Constant::Str(text.into()), span);
        let run = vec![
            NativeArgument::Reference(model),
            NativeArgument::Feed(vec![(text(&signature.inputs[0].name), feed)]),
            NativeArgument::Variadic(vec![text(&output.name)]),
        ];
        self.with_setup(|tracer| {
            let ran = tracer.raising_native("onnxruntime::run", run, Type::Instance(OUTPUTS.into()), span);
            let ran = tracer.keep("outputs", ran);
            let result = tracer.output(&ran, 0, output, span);
            let Some(array) = output.tensor.array().filter(|array| method == "predict" && array.rank() == Some(2))
            else {
                return result;
            };
            // A regressor gives one number for each sample, its model a column of them.
            let flat = Type::Array(ArrayType::new(array.dtype, [Dim::Any]));
            let lengths = NativeArgument::Variadic(vec![Expr::constant(Constant::Int(-1), span)]);
            let arguments = vec![NativeArgument::Reference(result), lengths];
            tracer.raising_native("numpy::ndarray::reshape", arguments, flat, span)
        })
    }

    /// The one argument.
    fn samples(&mut self, method: &str, node: &'a ast::ExprCall) -> Option<Expr> {
        let arguments = &node.arguments;
        let value = match (&*arguments.args, &*arguments.keywords) {
            ([samples], []) => samples,
            ([], [keyword]) if keyword.arg.as_ref().is_some_and(|name| name.as_str() == "X") => &keyword.value,
            _ => {
                let message = format!("{method}() takes the samples alone in compiled code");
                self.report(Diagnostic::new(Code::CallArguments, self.span(node), message));
                return None;
            }
        };
        let samples = self.expression(value, None);
        (!poisoned(&samples.ty)).then_some(samples)
    }

    /// The samples as the model takes them: checked as scikit-learn does, in the model's dtype.
    fn checked_samples(&mut self, samples: Expr, signature: &SessionType) -> Option<Expr> {
        let estimator = signature.estimator.as_ref()?;
        let span = samples.span;
        let Type::Array(_) = &samples.ty else {
            let message = format!("a model takes an array of samples, not `{}`", samples.ty);
            self.report(Diagnostic::new(Code::ModelInputs, span, message).help("make it one: `np.array(…)`"));
            return None;
        };
        let text = |text: &str| NativeArgument::Reference(Expr::constant(Constant::Str(text.into()), span));
        let arguments = vec![
            NativeArgument::Reference(samples),
            NativeArgument::Value(Expr::constant(Constant::Int(estimator.features as i64), span)),
            text(&estimator.name),
            text(estimator.refuses_nan.as_deref().unwrap_or_default()),
        ];
        let checked = Type::Array(ArrayType::new(DType::Float64, [Dim::Any, Dim::Known(estimator.features)]));
        Some(self.raising_native("onnxruntime::samples", arguments, checked, span))
    }
}

/// The output that a method gives.
fn output_of(signature: &SessionType, method: &str) -> Option<usize> {
    let named = |name: &str| signature.outputs.iter().position(|output| output.name == name);
    match method {
        "predict_proba" => named("probabilities"),
        _ => (!signature.outputs.is_empty()).then_some(0),
    }
}
