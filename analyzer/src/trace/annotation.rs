//! Annotations: the types that a program declares.

use std::sync::Arc;

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use super::function::FunctionTracer;
use super::native::dtype_of_value;
use super::value::Value;
use crate::catalog::constant;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Annotation, Constant};
use crate::scope::Symbol;
use crate::scope::classes::ClassDef;
use crate::types::{ArrayType, Dim, Element, RecordKind, Type, union};

/// Why an annotation says nothing.
pub(super) struct Unclear {
    node: rustpython_text_size::TextRange,
    message: String,
    help: Option<String>,
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The type that an annotation declares; one that cannot be compiled is reported.
    pub(super) fn annotation(&mut self, node: &'a ast::Expr) -> Option<Type> {
        match self.read_annotation(node) {
            Ok(ty) => Some(ty),
            Err(unclear) => {
                let span = crate::syntax::span(self.file, unclear.node);
                let mut diagnostic = Diagnostic::new(Code::UnsupportedAnnotation, span, unclear.message);
                diagnostic.help = unclear.help;
                self.report(diagnostic);
                None
            }
        }
    }

    /// The type that an annotation declares, if it is understood.
    pub(super) fn quiet_annotation(&mut self, node: &'a ast::Expr) -> Option<Type> {
        let reported = self.tracer.output.diagnostics.len();
        let ty = self.read_annotation(node).ok();
        self.tracer.output.diagnostics.truncate(reported);
        ty
    }

    fn annotated_class(&mut self, class: &'a ClassDef<'a>) -> Type {
        let is_own = class.record.kind == RecordKind::TypedDict || super::record::is_enum(class);
        if is_own && class.unsupported.is_none() && !self.arrives {
            return self.tracer.make_class(class);
        }
        if self.arrives {
            return self.arriving_class(class);
        }
        if self.validates {
            let own = self.make_model(class);
            return union([own, self.tracer.annotated_class(class)]);
        }
        self.tracer.annotated_class(class)
    }

    fn read_annotation(&mut self, node: &'a ast::Expr) -> Result<Type, Unclear> {
        match node {
            ast::Expr::NoneLiteral(_) => Ok(Type::None),
            ast::Expr::StringLiteral(text) => match self.tracer.quoted(self.file, text) {
                Some(inner) => self.read_annotation(inner),
                None => Err(unclear(node, "the text in quotes is no type").help("write the type without quotes")),
            },
            ast::Expr::BinOp(operation) if operation.op == ast::Operator::BitOr => {
                Ok(union([self.read_annotation(&operation.left)?, self.read_annotation(&operation.right)?]))
            }
            ast::Expr::Subscript(subscript) => self.read_generic(subscript),
            ast::Expr::Name(_) | ast::Expr::Attribute(_) => self.read_named(node),
            _ => Err(unclear(node, "this is no type")),
        }
    }

    fn read_named(&mut self, node: &'a ast::Expr) -> Result<Type, Unclear> {
        if let Some(alias) = self.alias(node) {
            return self.read_annotation(alias);
        }
        let name = match self.annotation_value(node) {
            Value::Class(name) => name,
            Value::ProjectClass(class) => return Ok(self.annotated_class(class)),
            Value::Known(module, name) if matches!((&*module, &*name), ("typing" | "typing_extensions", "Self")) => {
                return match self.class {
                    Some(class) => Ok(self.annotated_class(class)),
                    None => Err(unclear(node, "`Self` stands for a class, and this is in none")),
                };
            }
            Value::Known(module, name) => match super::model::named_type(&name).filter(|_| &*module == "pydantic") {
                Some(ty) => return Ok(ty),
                None => name,
            },
            other => return Err(unclear(node, format!("{} is no type", other.describe()))),
        };
        if let Some(dtype) = name.strip_prefix("numpy.").and_then(crate::types::functions::dtype_named) {
            return Ok(Type::Scalar(dtype));
        }
        let class = name.strip_prefix("builtins.").unwrap_or(&name);
        Ok(match class {
            "bool" => Type::Bool,
            "int" => Type::Int,
            "float" => Type::Float,
            "complex" => Type::Complex,
            "str" => Type::Str,
            "bytes" => Type::Bytes,
            "range" => Type::Range,
            "list" | "List" | "set" | "Set" | "frozenset" | "FrozenSet" | "dict" | "Dict" | "tuple" | "Tuple"
            | "Sequence" | "Iterable" | "Collection" | "Mapping" => {
                let example = match class.to_lowercase().as_str() {
                    "dict" | "mapping" => format!("{class}[str, int]"),
                    "tuple" => format!("{class}[int, str]"),
                    _ => format!("{class}[int]"),
                };
                return Err(unclear(node, format!("`{class}` does not say what it holds"))
                    .help(format!("write for example `{example}`")));
            }
            "numpy.ndarray" => {
                return Err(unclear(node, "`np.ndarray` does not say the type of its elements")
                    .help("write `np.typing.NDArray[np.float32]`, or with the number of axes `np.ndarray[tuple[int, int], np.dtype[np.float32]]`"));
            }
            "torch.Tensor" => {
                return Err(unclear(node, "`torch.Tensor` does not say the type of its elements").help(
                    "write `Annotated[torch.Tensor, torch.float32, (None, 384)]`: the dtype and, where known, the shape",
                ));
            }
            "re.Pattern" => Type::Pattern(Arc::default()),
            "re.Match" => Type::Match(Arc::default()),
            "struct.Struct" => Type::Struct(None),
            "PIL.Image.Image" => Type::Image(None),
            // What native code holds as one value.
            _ if crate::catalog::catalog().class(&name).is_some_and(|class| class.variables.is_empty())
                && !name.starts_with("builtins.")
                && crate::catalog::catalog().exception(&name).is_none() =>
            {
                Type::Instance(name.clone())
            }
            _ if is_made_here(&name) => Type::Instance(name.clone()),
            _ => return Err(unclear(node, format!("`{class}` cannot be a type in compiled code yet"))),
        })
    }

    fn read_generic(&mut self, node: &'a ast::ExprSubscript) -> Result<Type, Unclear> {
        let name = match self.annotation_value(&node.value) {
            Value::Class(name) | Value::Known(_, name) => name,
            // `Stack[int]`: what the fields hold is learned from what is put in.
            Value::ProjectClass(class) => return Ok(self.annotated_class(class)),
            other => return Err(unclear(&*node.value, format!("{} is no type", other.describe()))),
        };
        let arguments = arguments_of(node);
        let class = name.strip_prefix("builtins.").unwrap_or(&name).to_owned();
        let one = |tracer: &mut Self| match arguments {
            [single] => tracer.read_annotation(single),
            _ => Err(unclear(&*node.slice, format!("`{class}` takes one type"))),
        };
        match class.as_str() {
            "Annotated" if let Some(tensor) = self.read_tensor(arguments) => tensor,
            "Annotated" => match arguments.first() {
                Some(first) => self.read_annotation(first),
                None => Err(unclear(node, "`Annotated` takes a type first")),
            },
            "re.Pattern" => Ok(Type::Pattern(Arc::default())),
            "re.Match" => Ok(Type::Match(Arc::default())),
            "Optional" => Ok(Type::optional(one(self)?)),
            "Union" => {
                Ok(union(arguments.iter().map(|node| self.read_annotation(node)).collect::<Result<Vec<_>, _>>()?))
            }
            "Literal" => {
                let values: Option<Vec<_>> = arguments.iter().map(constant).collect();
                match values {
                    Some(values) if !values.is_empty() && values.iter().all(|value| value.ty() == values[0].ty()) => {
                        Ok(Type::Literal(values.into()))
                    }
                    _ => Err(unclear(node, "`Literal` takes constants of one type")),
                }
            }
            "Final" | "ClassVar" | "Required" | "NotRequired" | "ReadOnly" => one(self),
            "Sequence" | "collections.abc.Sequence" => {
                let item = one(self)?;
                Ok(union([Type::list(item.clone()), Type::Sequence(Arc::new(item))]))
            }
            "Collection" | "Container" | "Iterable" | "Reversible" if self.arrives || class != "Iterable" => {
                let item = one(self)?;
                let mut collections = vec![Type::list(item.clone()), Type::Sequence(Arc::new(item.clone()))];
                if super::native::is_hashable(&item) && class != "Reversible" {
                    collections.extend([Type::set(item.clone()), Type::FrozenSet(Element::of(item))]);
                }
                Ok(union(collections))
            }
            "AbstractSet" => {
                let item = one(self)?;
                Ok(union([Type::set(item.clone()), Type::FrozenSet(Element::of(item))]))
            }
            "MutableSequence" => Ok(Type::list(one(self)?)),
            "MutableSet" => Ok(Type::set(one(self)?)),
            "list" | "List" => Ok(Type::list(one(self)?)),
            "set" | "Set" => Ok(Type::set(one(self)?)),
            "frozenset" | "FrozenSet" => Ok(Type::FrozenSet(Element::of(one(self)?))),
            "Iterator" | "Iterable" | "Generator" => Ok(Type::iterator(match arguments.first() {
                Some(first) => self.read_annotation(first)?,
                None => return Err(unclear(node, "it does not say what it gives")),
            })),
            "dict" | "Dict" | "Mapping" | "MutableMapping" => match arguments {
                [key, value] => Ok(Type::dict(self.read_annotation(key)?, self.read_annotation(value)?)),
                _ => Err(unclear(&*node.slice, "`dict` takes the types of keys and values")),
            },
            "tuple" | "Tuple" => match arguments {
                [item, ast::Expr::EllipsisLiteral(_)] => Ok(Type::Sequence(Arc::new(self.read_annotation(item)?))),
                _ => {
                    Ok(Type::Tuple(arguments.iter().map(|node| self.read_annotation(node)).collect::<Result<_, _>>()?))
                }
            },
            "NDArray" => match arguments {
                [dtype] => Ok(Type::Array(ArrayType::of_any_rank(self.read_dtype(dtype)?))),
                _ => Err(unclear(&*node.slice, "`NDArray` takes a dtype")),
            },
            "numpy.ndarray" => match arguments {
                [shape, dtype] => {
                    Ok(Type::Array(ArrayType { dtype: self.read_dtype(dtype)?, dims: read_shape(shape) }))
                }
                _ => Err(unclear(&*node.slice, "`np.ndarray` takes a shape and a dtype")
                    .help("write `np.ndarray[tuple[int, int], np.dtype[np.float32]]`")),
            },
            _ if let Some(catalog_class) = crate::catalog::catalog().class(&name)
                && !name.starts_with("builtins.")
                && !catalog_class.variables.is_empty() =>
            {
                if catalog_class.variables.len() != arguments.len() {
                    let message = format!("`{class}` takes {} types", catalog_class.variables.len());
                    return Err(unclear(&*node.slice, message));
                }
                let elements = arguments.iter().map(|node| self.read_annotation(node).map(Element::of));
                Ok(Type::Container(catalog_class.name.clone(), elements.collect::<Result<_, _>>()?))
            }
            other => Err(unclear(node, format!("`{other}[…]` cannot be a type in compiled code yet"))),
        }
    }

    /// `Annotated[torch.Tensor, torch.float32, ("N", 384)]`: a tensor of that dtype, and of these lengths where they are
    /// said: a name or `None` stands for one that is known at run time. `None` for anything else.
    fn read_tensor(&mut self, arguments: &'a [ast::Expr]) -> Option<Result<Type, Unclear>> {
        let [class @ (ast::Expr::Name(_) | ast::Expr::Attribute(_)), dtype, rest @ ..] = arguments else { return None };
        if !matches!(self.annotation_value(class), Value::Class(name) if &*name == "torch.Tensor") {
            return None;
        }
        let dtype = super::native::tensor_dtype_of_value(&self.annotation_value(dtype))?;
        let dims = match rest {
            [ast::Expr::Tuple(lengths)] => Some(lengths.elts.iter().map(declared_dim).collect()),
            _ => None,
        };
        Some(Ok(Type::Tensor(ArrayType { dtype, dims })))
    }

    /// `np.float32`, or `np.dtype[np.float32]`.
    fn read_dtype(&mut self, node: &'a ast::Expr) -> Result<crate::types::DType, Unclear> {
        if let ast::Expr::Subscript(subscript) = node {
            return self.read_dtype(&subscript.slice);
        }
        let value = self.annotation_value(node);
        dtype_of_value(&value)
            .ok_or_else(|| unclear(node, "this is no supported dtype").help("write for example `np.float32`"))
    }

    /// The value of a name in an annotation: that of the module, never of a local variable.
    pub(super) fn annotation_value(&mut self, node: &'a ast::Expr) -> Value<'a> {
        let environment = self.environment.replace(Default::default());
        let bound = std::mem::take(&mut self.bound);
        let value = self.value(node, None);
        self.environment = environment;
        self.bound = bound;
        value
    }

    /// The expression behind a module-level alias: `Texts = list[str]`.
    pub(super) fn alias(&self, node: &ast::Expr) -> Option<&'a ast::Expr> {
        let ast::Expr::Name(name) = node else { return None };
        match self.tracer.scope(self.file).symbols.get(name.id.as_str())? {
            Symbol::Variable(variable) => variable.value,
            _ => None,
        }
    }

    /// What `Annotated` says beside the type.
    pub(super) fn metadata(&mut self, node: &'a ast::Expr) -> Annotation {
        let mut annotation = Annotation::default();
        let Some(metadata) = self.annotated(node) else { return annotation };
        for item in metadata {
            match item {
                ast::Expr::StringLiteral(text) => {
                    annotation.description.get_or_insert_with(|| text.value.to_str().to_owned());
                }
                ast::Expr::Call(call) => {
                    let dotted = crate::catalog::dotted(&call.func);
                    if let Some((_, denotation)) = dotted.rsplit_once('.') {
                        annotation.denotation = Some(denotation.to_owned());
                    }
                    for keyword in &call.arguments.keywords {
                        let (Some(name), Some(value)) = (&keyword.arg, constant(&keyword.value)) else { continue };
                        match (name.as_str(), value) {
                            ("description", crate::ir::Constant::Str(text)) => {
                                annotation.description = Some(text.to_string())
                            }
                            (name, value) => {
                                annotation.fields.insert(name.to_owned(), value);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        annotation
    }

    /// The arguments of `Annotated[…]` behind its type.
    fn annotated(&mut self, node: &'a ast::Expr) -> Option<&'a [ast::Expr]> {
        let node = self.alias(node).unwrap_or(node);
        let ast::Expr::Subscript(subscript) = node else { return None };
        match self.annotation_value(&subscript.value) {
            Value::Known(_, name) if &*name == "Annotated" => arguments_of(subscript).get(1..),
            _ => None,
        }
    }
}

/// Whether compiled code makes values of a catalog class that has no type of its own.
fn is_made_here(name: &str) -> bool {
    let catalog = crate::catalog::catalog();
    let has_own_type = |name: &str| name.starts_with("builtins.") || name.starts_with("numpy.");
    catalog.class(name).is_some_and(|class| class.variables.is_empty() && !class.methods.is_empty())
        && !catalog.derives(name, "builtins.BaseException")
        && (name == "builtins.bytearray" || !has_own_type(name))
}

/// The number of axes that the first argument of `np.ndarray` says: `tuple[int, int]`, `tuple[int, ...]`, `Any`.
fn read_shape(node: &ast::Expr) -> Option<Arc<[Dim]>> {
    let ast::Expr::Subscript(subscript) = node else { return None };
    let axes = arguments_of(subscript);
    if axes.iter().any(|axis| matches!(axis, ast::Expr::EllipsisLiteral(_))) {
        return None;
    }
    let dim = |axis: &ast::Expr| match axis {
        // `tuple[Literal[3], int]`.
        ast::Expr::Subscript(literal) => match constant(&literal.slice) {
            Some(crate::ir::Constant::Int(length)) if length >= 0 => Dim::Known(length as u64),
            _ => Dim::Any,
        },
        _ => Dim::Any,
    };
    Some(axes.iter().map(dim).collect())
}

pub(super) fn arguments_of(node: &ast::ExprSubscript) -> &[ast::Expr] {
    match &*node.slice {
        ast::Expr::Tuple(tuple) => &tuple.elts,
        single => std::slice::from_ref(single),
    }
}

fn unclear(node: &impl Ranged, message: impl Into<String>) -> Unclear {
    Unclear { node: node.range(), message: message.into(), help: None }
}

impl Unclear {
    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The length that an axis of a tensor is declared with.
fn declared_dim(node: &ast::Expr) -> Dim {
    match constant(node) {
        Some(Constant::Int(length)) => u64::try_from(length).map_or(Dim::Any, Dim::Known),
        Some(Constant::Str(name)) => Dim::Named(name),
        _ => Dim::Any,
    }
}
