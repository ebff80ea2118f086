//! `torchvision.transforms` and `torchvision.transforms.v2`: objects that stand for a call of a function of their `functional`, and
//! `Compose`, which calls several in a row. They are known at compile time only: a call of one is the calls it stands for.

use std::rc::Rc;

use rustpython_ast as ast;

use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind};
use crate::scope::Project;
use crate::source::Span;

/// The module of the classes.
const MODULE: &str = "torchvision.transforms";

/// The module of their second form, which has more of them.
const SECOND: &str = "torchvision.transforms.v2";

/// The classes that only the second form has.
const OF_SECOND: &[&str] = &["ToImage", "ToDtype", "ToPureTensor"];

/// A class, the function that its objects call, and the parameters of the class with those of the function.
struct Transform {
    class: &'static str,
    function: &'static str,
    parameters: &'static [(&'static str, &'static str)],
}

const TRANSFORMS: &[Transform] = &[
    Transform { class: "ToTensor", function: "to_tensor", parameters: &[] },
    Transform { class: "PILToTensor", function: "pil_to_tensor", parameters: &[] },
    Transform { class: "ToPILImage", function: "to_pil_image", parameters: &[("mode", "mode")] },
    Transform { class: "ConvertImageDtype", function: "convert_image_dtype", parameters: &[("dtype", "dtype")] },
    Transform {
        class: "Normalize",
        function: "normalize",
        parameters: &[("mean", "mean"), ("std", "std"), ("inplace", "inplace")],
    },
    Transform {
        class: "Resize",
        function: "resize",
        parameters: &[
            ("size", "size"),
            ("interpolation", "interpolation"),
            ("max_size", "max_size"),
            ("antialias", "antialias"),
        ],
    },
    Transform { class: "ToImage", function: "to_image", parameters: &[] },
    Transform { class: "ToPureTensor", function: "_to_pure_tensor", parameters: &[] },
    Transform { class: "ToDtype", function: "to_dtype", parameters: &[("dtype", "dtype"), ("scale", "scale")] },
    Transform { class: "CenterCrop", function: "center_crop", parameters: &[("size", "output_size")] },
    Transform { class: "FiveCrop", function: "five_crop", parameters: &[("size", "size")] },
    Transform {
        class: "Pad",
        function: "pad",
        parameters: &[("padding", "padding"), ("fill", "fill"), ("padding_mode", "padding_mode")],
    },
    Transform {
        class: "Grayscale",
        function: "rgb_to_grayscale",
        parameters: &[("num_output_channels", "num_output_channels")],
    },
];

/// What an object of such a class does: calls a function with what it is given and with arguments of its own.
#[derive(Debug, Clone)]
pub(super) struct Step<'a> {
    function: Value<'a>,
    own: Vec<Argument<'a>>,
}

impl Step<'_> {
    /// What tells it from others, see [`Value::identity`].
    pub fn identity(&self, project: &Project) -> String {
        let own = self.own.iter().map(|argument| match &argument.value {
            Value::Expr(value) => format!(" {}={}", argument.keyword.unwrap_or_default(), text(value)),
            other => format!(" {}", other.identity(project)),
        });
        format!("{}({})", self.function.identity(project), own.collect::<String>())
    }
}

/// A value that [`is_fixed`], without its place.
fn text(value: &Expr) -> String {
    match &value.kind {
        ExprKind::Constant(constant) => format!("{constant:?}"),
        ExprKind::Global(global) => format!("global {global:?}"),
        ExprKind::Convert(inner) => text(inner),
        ExprKind::List(items) | ExprKind::Tuple(items) => {
            items.iter().map(|item| text(item) + ", ").collect::<String>()
        }
        _ => String::new(),
    }
}

/// Whether a name of a module is one of these classes.
pub(super) fn is_transform(module: &str, name: &str) -> bool {
    (module == SECOND || module == MODULE && !OF_SECOND.contains(&name))
        && (matches!(name, "Compose" | "Lambda") || TRANSFORMS.iter().any(|transform| transform.class == name))
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The object that a call of such a class makes; `None` where the callee is another.
    pub(super) fn transform(&mut self, callee: &Value<'a>, node: &'a ast::ExprCall) -> Option<Value<'a>> {
        let Value::Native(module, name) = callee else { return None };
        if !is_transform(module, name) {
            return None;
        }
        let span = self.span(node);
        let steps = match &**name {
            "Compose" => self.composed(node, span),
            "Lambda" => match (&node.arguments.args[..], &node.arguments.keywords[..]) {
                ([function], []) => self.step(function).map(|steps| steps.to_vec()),
                (_, [keyword]) if keyword.arg.as_ref().is_some_and(|name| name.as_str() == "lambd") => {
                    self.step(&keyword.value).map(|steps| steps.to_vec())
                }
                _ => self.refuse_transform("`Lambda` takes one function", span),
            },
            name => {
                let transform = TRANSFORMS.iter().find(|transform| transform.class == name)?;
                let functional = format!("{module}.functional");
                self.own_arguments(transform, &functional, node, span).map(|own| {
                    vec![Step { function: Value::Native(functional.into(), transform.function.into()), own }]
                })
            }
        };
        Some(steps.map_or_else(|| Value::Expr(Expr::invalid(span)), |steps| Value::Transform(steps.into())))
    }

    /// The steps of a `Compose`, one after the other.
    fn composed(&mut self, node: &'a ast::ExprCall, span: Span) -> Option<Vec<Step<'a>>> {
        let display = match (&node.arguments.args[..], &node.arguments.keywords[..]) {
            ([display], []) => Some(display),
            ([], [keyword]) if keyword.arg.as_ref().is_some_and(|name| name.as_str() == "transforms") => {
                Some(&keyword.value)
            }
            _ => None,
        };
        let items = match display {
            Some(ast::Expr::List(list)) => &list.elts,
            Some(ast::Expr::Tuple(tuple)) => &tuple.elts,
            _ => return self.refuse_transform("`Compose` takes a list that is written out", span),
        };
        let mut steps = Vec::new();
        for item in items {
            steps.extend(self.step(item)?.iter().cloned());
        }
        Some(steps)
    }

    /// What one item of a `Compose` does: an object of these classes, or any function.
    fn step(&mut self, item: &'a ast::Expr) -> Option<Rc<[Step<'a>]>> {
        let span = self.span(item);
        match self.value(item, None) {
            Value::Transform(steps) => Some(steps),
            Value::Expr(value) if poisoned(&value.ty) => None,
            function @ (Value::Function(_) | Value::Native(..) | Value::Class(_) | Value::Unbound(..)) => {
                Some([Step { function, own: Vec::new() }].into())
            }
            _ => self.refuse_transform("this is no transform whose code is known here", span),
        }
    }

    fn own_arguments(
        &mut self,
        transform: &Transform,
        functional: &str,
        node: &'a ast::ExprCall,
        span: Span,
    ) -> Option<Vec<Argument<'a>>> {
        let arguments = self.arguments(&node.arguments)?;
        let mut own: Vec<Argument<'a>> = Vec::new();
        for (place, argument) in arguments.into_iter().enumerate() {
            let parameter = match argument.keyword {
                Some(keyword) => transform.parameters.iter().find(|(name, _)| *name == keyword),
                None => transform.parameters.get(place),
            };
            let Some((_, keyword)) = parameter else {
                let message = match argument.keyword {
                    Some(keyword) => format!("`{}` has no parameter `{keyword}`", transform.class),
                    None => format!("`{}` takes at most {} arguments", transform.class, transform.parameters.len()),
                };
                self.report(Diagnostic::new(Code::CallArguments, span, message));
                return None;
            };
            if own.iter().any(|known| known.keyword == Some(*keyword)) {
                let message = format!("`{}` got multiple values for an argument", transform.class);
                self.report(Diagnostic::new(Code::CallArguments, span, message));
                return None;
            }
            if let Value::Expr(value) = &argument.value
                && !is_fixed(value)
            {
                let message = format!("the arguments of `{}` must be constants or globals", transform.class);
                let diagnostic = Diagnostic::new(Code::ConstantRequired, argument.span, message);
                let help = format!("call `{functional}.{}` with values that are computed", transform.function);
                self.report(diagnostic.help(help));
                return None;
            }
            own.push(Argument { keyword: Some(keyword), ..argument });
        }
        Some(own)
    }

    fn refuse_transform<T>(&mut self, message: &str, span: Span) -> Option<T> {
        let help = "write the transforms out, in one list, where they are composed";
        self.report(Diagnostic::new(Code::UnsupportedExpression, span, message).help(help));
        None
    }

    /// A call of such an object.
    pub(super) fn call_transform(&mut self, steps: &[Step<'a>], arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        let [given @ Argument { keyword: None, .. }] = &arguments[..] else {
            let message = "a transform is called with one image or tensor";
            return self.refuse(Diagnostic::new(Code::CallArguments, span, message));
        };
        let mut value = given.value.clone();
        for step in steps {
            let given = Argument { keyword: None, value, span };
            let arguments = std::iter::once(given).chain(step.own.iter().cloned()).collect();
            let made = self.call_value(step.function.clone(), arguments, span);
            if poisoned(&made.ty) {
                return made;
            }
            value = Value::Expr(made);
        }
        match value {
            Value::Expr(value) => value,
            _ => self.refuse(Diagnostic::new(Code::CallArguments, span, "a transform is called with a value")),
        }
    }
}

/// Whether a value is the same wherever it is computed.
fn is_fixed(value: &Expr) -> bool {
    match &value.kind {
        ExprKind::Constant(_) | ExprKind::Global(_) => true,
        ExprKind::List(items) | ExprKind::Tuple(items) => items.iter().all(is_fixed),
        ExprKind::Convert(inner) => is_fixed(inner),
        _ => false,
    }
}
