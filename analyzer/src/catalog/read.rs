//! Reads stub files. They are part of the program: one that is malformed is a bug of ours, found by the tests.

use std::sync::Arc;

use rustpython_ast as ast;
use rustpython_parser::parse_module;

use super::stub::{Bound, Class, Module, Protocol, Signature, StubParameter, StubType};
use crate::ir::Constant;
use crate::types::{DType, ImageMode, Type};

/// Reads the stub file of a module.
///
/// # Panics
/// Where the stub is malformed.
pub fn read(name: &str, text: &str) -> Module {
    let parsed = parse_module(text).unwrap_or_else(|error| panic!("stub of {name}: {error}"));
    let reader = Reader { module: name };
    let mut module = Module { doc: docstring(&parsed.syntax().body), ..Module::default() };
    for statement in &parsed.syntax().body {
        reader.statement(statement, &mut module);
    }
    reader.borrow_methods(&parsed.syntax().body, &mut module);
    module
}

struct Reader<'a> {
    module: &'a str,
}

/// What surrounds a function: the type variables in sight, and the class it is a method of.
#[derive(Clone, Copy)]
struct Surroundings<'a> {
    class: Option<&'a str>,
    variables: &'a [(Arc<str>, Option<Bound>)],
}

impl Reader<'_> {
    fn statement(&self, statement: &ast::Stmt, module: &mut Module) {
        match statement {
            ast::Stmt::FunctionDef(function) => {
                let signature = self.signature(function, Surroundings { class: None, variables: &[] });
                module.functions.entry(signature.name.clone()).or_default().push(signature);
            }
            ast::Stmt::ClassDef(class) => {
                module.classes.insert(class.name.as_str().into(), self.class(class));
            }
            ast::Stmt::AnnAssign(assign) => {
                let value = assign.value.as_deref().and_then(constant).expect("a constant with a value");
                module.constants.insert(name_of(&assign.target).into(), value);
            }
            ast::Stmt::Assign(assign) => {
                let target = self.qualified(&dotted(&assign.value));
                module.aliases.insert(name_of(&assign.targets[0]).into(), target);
            }
            ast::Stmt::Expr(_) | ast::Stmt::Import(_) | ast::Stmt::ImportFrom(_) | ast::Stmt::Pass(_) => {}
            other => panic!("a stub of {} holds {other:?}", self.module),
        }
    }

    /// Adds the methods that are functions of the module, the receiver their first argument: `exp = torch.exp`.
    fn borrow_methods(&self, statements: &[ast::Stmt], module: &mut Module) {
        for class in statements.iter().filter_map(|statement| statement.as_class_def_stmt()) {
            for assign in class.body.iter().filter_map(|statement| statement.as_assign_stmt()) {
                let (name, function) = (name_of(&assign.targets[0]), dotted(&assign.value));
                let methods = &mut module.classes.get_mut(class.name.as_str()).expect("it was read").methods;
                for of in statements.iter().filter_map(|statement| statement.as_function_def_stmt()) {
                    if function.rsplit('.').next() == Some(of.name.as_str()) {
                        let mut signature = self.signature(of, Surroundings { class: None, variables: &[] });
                        signature.name = name.into();
                        methods.entry(name.into()).or_default().push(signature);
                    }
                }
            }
        }
    }

    fn class(&self, class: &ast::StmtClassDef) -> Class {
        let variables = type_variables(class.type_params.as_deref());
        let bases = class.arguments.iter().flat_map(|arguments| arguments.args.iter());
        let mut read = Class {
            name: self.qualified(class.name.as_str()),
            doc: docstring(&class.body),
            variables: variables.iter().map(|(name, _)| name.clone()).collect(),
            bases: bases.clone().map(|base| self.qualified(&dotted(generic(base)))).collect(),
            base_types: bases
                .filter(|base| matches!(base, ast::Expr::Subscript(_)))
                .map(|base| self.stub_type(base, &variables))
                .collect(),
            methods: Default::default(),
        };
        for statement in &class.body {
            match statement {
                ast::Stmt::FunctionDef(function) => {
                    let surroundings = Surroundings { class: Some(class.name.as_str()), variables: &variables };
                    let signature = self.signature(function, surroundings);
                    read.methods.entry(signature.name.clone()).or_default().push(signature);
                }
                ast::Stmt::Expr(_) | ast::Stmt::Pass(_) | ast::Stmt::Assign(_) => {}
                other => panic!("stub class {} holds {other:?}", read.name),
            }
        }
        read
    }

    /// A dotted name: names without a dot are of this module, unless `builtins` is meant.
    fn qualified(&self, name: &str) -> Arc<str> {
        const BUILTIN: &[&str] =
            &["object", "int", "float", "str", "list", "dict", "tuple", "Exception", "BaseException", "ValueError"];
        match name {
            dotted if dotted.contains('.') => dotted.into(),
            builtin if BUILTIN.contains(&builtin) => format!("builtins.{builtin}").into(),
            own => format!("{}.{own}", self.module).into(),
        }
    }

    fn signature(&self, function: &ast::StmtFunctionDef, around: Surroundings) -> Signature {
        let name = function.name.as_str();
        let own = type_variables(function.type_params.as_deref());
        let variables: Vec<_> = around.variables.iter().cloned().chain(own).collect();
        let mut signature = Signature {
            name: name.into(),
            doc: docstring(&function.body),
            native: self.native_path(around.class, name),
            raises: Vec::new(),
            mutates: false,
            widens: false,
            property: false,
            refused: None,
            parameters: Vec::new(),
            returns: StubType::Plain(Type::None),
            computes: None,
            variables,
        };
        for decorator in &function.decorator_list {
            match &decorator.expression {
                ast::Expr::Call(call) if dotted(&call.func) == "computes" => {
                    signature.computes = Some(self.stub_type(&call.arguments.args[0], &signature.variables));
                }
                other => apply_decorator(other, &mut signature),
            }
        }
        signature.parameters = self.parameters(function, around, &signature.variables);
        if let Some(returns) = &function.returns {
            signature.returns = self.stub_type(returns, &signature.variables);
        }
        signature
    }

    fn native_path(&self, class: Option<&str>, name: &str) -> Arc<str> {
        let module = self.module.to_lowercase().replace('.', "::");
        let name = name.strip_prefix("__").and_then(|name| name.strip_suffix("__")).unwrap_or(name);
        match class {
            Some(class) if self.module == "builtins" => format!("{}::{name}", snake_case(class)),
            Some(class) => format!("{module}::{}::{name}", snake_case(class)),
            None => format!("{module}::{name}"),
        }
        .into()
    }

    fn parameters(
        &self,
        function: &ast::StmtFunctionDef,
        around: Surroundings,
        variables: &[(Arc<str>, Option<Bound>)],
    ) -> Vec<StubParameter> {
        let parameters = &function.parameters;
        let groups = [(&parameters.posonlyargs, true, false), (&parameters.args, true, true)];
        let mut read = Vec::new();
        for (group, positional, keyword) in groups {
            for parameter in group {
                let receiver_of = Some(around).filter(|around| around.class.is_some() && read.is_empty());
                read.push(self.parameter(parameter, receiver_of, variables, positional, keyword));
            }
        }
        if let Some(variadic) = &parameters.vararg {
            let declared = variadic.annotation.as_deref().expect("a type for *args");
            read.push(StubParameter {
                name: variadic.name.as_str().into(),
                declared: self.stub_type(declared, variables),
                default: None,
                variadic: true,
                positional: true,
                keyword: false,
            });
        }
        for parameter in &parameters.kwonlyargs {
            read.push(self.parameter(parameter, None, variables, false, true));
        }
        read
    }

    fn parameter(
        &self,
        parameter: &ast::ParameterWithDefault,
        receiver_of: Option<Surroundings>,
        variables: &[(Arc<str>, Option<Bound>)],
        positional: bool,
        keyword: bool,
    ) -> StubParameter {
        let declared = match (&parameter.parameter.annotation, receiver_of) {
            (Some(annotation), _) => self.stub_type(annotation, variables),
            (None, Some(Surroundings { class: Some(class), variables })) => self.receiver(class, variables),
            (None, _) => panic!("{}: parameter {} has no type", self.module, parameter.name().as_str()),
        };
        StubParameter {
            name: parameter.name().as_str().into(),
            declared,
            default: parameter.default.as_deref().map(|default| constant(default).expect("a constant default")),
            variadic: false,
            positional,
            keyword,
        }
    }

    /// The type of `self`: the class with its own variables.
    fn receiver(&self, class: &str, variables: &[(Arc<str>, Option<Bound>)]) -> StubType {
        let arguments = variables.iter().map(|(name, _)| StubType::Name(name.clone())).collect::<Vec<_>>();
        if let ("tuple", Some(item)) = (class, arguments.first()) {
            return StubType::Sequence(Box::new(item.clone()));
        }
        match self.module {
            "torch" if class == "dtype" => self.named(class, arguments),
            "builtins" | "numpy" => self.named(class, arguments.into_iter().take(class_arity(class)).collect()),
            // A bare name in lower case would be that of a parameter.
            _ if class.starts_with(|first: char| first.is_lowercase()) => self.named(&self.qualified(class), arguments),
            _ => self.named(class, arguments),
        }
    }

    fn stub_type(&self, node: &ast::Expr, variables: &[(Arc<str>, Option<Bound>)]) -> StubType {
        match node {
            ast::Expr::NoneLiteral(_) => StubType::Plain(Type::None),
            ast::Expr::Name(name) if variables.iter().any(|(variable, _)| **variable == *name.id.as_str()) => {
                StubType::Name(name.id.as_str().into())
            }
            ast::Expr::Name(_) | ast::Expr::Attribute(_) => self.named(&dotted(node), Vec::new()),
            ast::Expr::BinOp(union) => {
                let left = Box::new(self.stub_type(&union.left, variables));
                match self.stub_type(&union.right, variables) {
                    StubType::Plain(Type::None) => StubType::Optional(left),
                    right => StubType::Either(left, Box::new(right)),
                }
            }
            ast::Expr::Subscript(subscript) => {
                let name = dotted(&subscript.value);
                let arguments = match &*subscript.slice {
                    ast::Expr::Tuple(tuple) => &tuple.elts[..],
                    single => std::slice::from_ref(single),
                };
                if name == "Literal" {
                    return StubType::Literal(
                        arguments.iter().map(|value| constant(value).expect("a literal")).collect(),
                    );
                }
                if name == "Image" {
                    return self.image(arguments);
                }
                if name == "tuple" && matches!(arguments.last(), Some(ast::Expr::EllipsisLiteral(_))) {
                    return StubType::Sequence(Box::new(self.stub_type(&arguments[0], variables)));
                }
                if name == "Callable" {
                    return self.callable(arguments, variables);
                }
                let is_function = crate::types::functions::is_function(&name);
                let read = |argument: &ast::Expr| match argument {
                    // A parameter may be called what a type is called: `DimsOf[object]`.
                    ast::Expr::Name(parameter) if is_function && parameter.id.as_str() == "object" => {
                        StubType::Name("object".into())
                    }
                    other => self.stub_type(other, variables),
                };
                self.named(&name, arguments.iter().map(read).collect())
            }
            ast::Expr::StringLiteral(text) => self.named(text.value.to_str(), Vec::new()),
            other => panic!("{}: no stub type: {other:?}", self.module),
        }
    }

    /// `Image["L", "P"]`: an image of one of these modes.
    fn image(&self, modes: &[ast::Expr]) -> StubType {
        let image = |mode: &ast::Expr| match constant(mode) {
            Some(Constant::Str(name)) => {
                let mode = ImageMode::from_name(&name);
                StubType::Plain(Type::Image(Some(mode.unwrap_or_else(|| panic!("no image has the mode {name}")))))
            }
            other => panic!("{}: a mode is a text, not {other:?}", self.module),
        };
        let images = modes.iter().map(image);
        images.reduce(|left, right| StubType::Either(Box::new(left), Box::new(right))).expect("an image has a mode")
    }

    /// `Callable[[A, B], R]`.
    fn callable(&self, arguments: &[ast::Expr], variables: &[(Arc<str>, Option<Bound>)]) -> StubType {
        let [ast::Expr::List(parameters), returns] = arguments else {
            panic!("{}: a callable takes its parameters and its result", self.module)
        };
        let parameter = |node: &ast::Expr| match node {
            ast::Expr::Starred(starred) => StubType::Spread(Box::new(self.stub_type(&starred.value, variables))),
            plain => self.stub_type(plain, variables),
        };
        let parameters = parameters.elts.iter().map(parameter).collect();
        StubType::Callable(parameters, Box::new(self.stub_type(returns, variables)))
    }

    fn named(&self, name: &str, mut arguments: Vec<StubType>) -> StubType {
        let has_arguments = !arguments.is_empty();
        let mut next =
            || Box::new(if arguments.is_empty() { StubType::Plain(Type::Never) } else { arguments.remove(0) });
        let plain = |ty| StubType::Plain(ty);
        match name {
            "bool" => plain(Type::Bool),
            "int" => plain(Type::Int),
            "float" => plain(Type::Float),
            "str" => plain(Type::Str),
            "bytes" => plain(Type::Bytes),
            "complex" => plain(Type::Complex),
            "bytearray" => plain(Type::instance("builtins.bytearray")),
            "range" => plain(Type::Range),
            "slice" => plain(Type::Slice),
            "NoneType" => plain(Type::None),
            "EllipsisType" => plain(Type::Ellipsis),
            "Never" => plain(Type::Never),
            "list" => StubType::List(next()),
            "set" => StubType::Set(next()),
            "frozenset" => StubType::FrozenSet(next()),
            "dict" => {
                let key = next();
                StubType::Dict(key, next())
            }
            "tuple" => StubType::Tuple(arguments),
            "Iterator" => StubType::Iterator(next()),
            "Iterable" => StubType::Iterable(next()),
            "ndarray" => {
                let dtype = next();
                StubType::Array(dtype, next())
            }
            "Scalar" => StubType::Scalar(next()),
            "type" => StubType::DType(next()),
            "Tensor" => {
                let dtype = next();
                StubType::Tensor(dtype, next())
            }
            "dtype" if has_arguments => StubType::TensorDType(next()),
            "TensorOperand" => StubType::Protocol(Protocol::TensorOperand),
            "Tensors" => StubType::Protocol(Protocol::Tensors),
            "TensorLike" => StubType::Protocol(Protocol::TensorLike),
            "object" => StubType::Protocol(Protocol::Object),
            "ArrayLike" => StubType::Protocol(Protocol::ArrayLike),
            "Shape" => StubType::Protocol(Protocol::Shape),
            "Axes" if self.module.starts_with("torch") => StubType::Protocol(Protocol::Dims),
            "Axes" => StubType::Protocol(Protocol::Axes),
            "Mixed" => StubType::Protocol(Protocol::Mixed),
            "Operand" => StubType::Protocol(Protocol::Operand),
            "Buffer" => StubType::Protocol(Protocol::Buffer),
            "Index" => StubType::Protocol(Protocol::Index),
            "Natural" => StubType::Protocol(Protocol::Natural),
            "Negative" => StubType::Protocol(Protocol::Negative),
            "SupportsIndex" => StubType::Protocol(Protocol::SupportsIndex),
            "SupportsFloat" => StubType::Protocol(Protocol::SupportsFloat),
            "Struct" => plain(Type::Struct(None)),
            "Image"
                if self.module == "numpy"
                    || self.module.starts_with("torchvision.transforms")
                    || self.module.starts_with("PIL.") =>
            {
                plain(Type::Image(None))
            }
            "Color" => StubType::Protocol(Protocol::Color),
            "Coordinates" => StubType::Protocol(Protocol::Coordinates),
            "Strategy" => StubType::Protocol(Protocol::Strategy),
            "Pattern" if self.module == "re" => plain(Type::Pattern(Arc::default())),
            "Match" if self.module == "re" => plain(Type::Match(Arc::default())),
            "InferenceSession" => plain(Type::Instance("onnxruntime.InferenceSession".into())),
            _ if DType::from_name(name).is_some() => {
                plain(Type::DType(DType::from_name(name).expect("just seen to be one")))
            }
            function if !arguments.is_empty() && crate::types::functions::is_function(function) => {
                StubType::Apply(function.into(), arguments)
            }
            class if !arguments.is_empty() => StubType::Generic(self.qualified(class), arguments),
            // A lower-case bare name in a type function's arguments is a parameter.
            parameter if parameter.starts_with(|first: char| first.is_lowercase()) && !parameter.contains('.') => {
                StubType::Name(parameter.into())
            }
            // Some parameters are called so: `tile(A, reps)` and `eye(N, M)` of numpy, `istft(Zxx)` of scipy.
            parameter if parameter.len() == 1 || parameter == "Zxx" => StubType::Name(parameter.into()),
            class => plain(Type::Instance(self.qualified(class))),
        }
    }
}

/// How many type arguments the class takes in our types.
fn class_arity(class: &str) -> usize {
    match class {
        "dict" | "ndarray" => 2,
        _ => 1,
    }
}

fn apply_decorator(decorator: &ast::Expr, signature: &mut Signature) {
    match decorator {
        ast::Expr::Name(name) => match name.id.as_str() {
            "mutates" => (signature.mutates, signature.widens) = (true, true),
            "removes" => signature.mutates = true,
            "property" => signature.property = true,
            "overload" | "staticmethod" | "classmethod" => {}
            other => panic!("unknown stub decorator {other}"),
        },
        ast::Expr::Call(call) => match dotted(&call.func).as_str() {
            "raises" => signature.raises = call.arguments.args.iter().map(|class| dotted(class).into()).collect(),
            "refused" => {
                let text = |node: &ast::Expr| match node {
                    ast::Expr::StringLiteral(text) => Arc::from(text.value.to_str()),
                    other => panic!("@refused takes two texts, not {other:?}"),
                };
                let [why, instead] = &call.arguments.args[..] else { panic!("@refused takes two texts") };
                signature.refused = Some((text(why), text(instead)));
            }
            "native" => match &call.arguments.args[0] {
                ast::Expr::StringLiteral(path) => signature.native = path.value.to_str().into(),
                other => panic!("@native takes a path, not {other:?}"),
            },
            other => panic!("unknown stub decorator {other}"),
        },
        other => panic!("unknown stub decorator {other:?}"),
    }
}

fn type_variables(parameters: Option<&ast::TypeParams>) -> Vec<(Arc<str>, Option<Bound>)> {
    let Some(parameters) = parameters else { return Vec::new() };
    parameters
        .iter()
        .map(|parameter| match parameter {
            ast::TypeParam::TypeVar(variable) => {
                let bound = variable.bound.as_deref().map(|bound| match dotted(bound).as_str() {
                    "Comparable" => Bound::Comparable,
                    "Hashable" => Bound::Hashable,
                    "Number" => Bound::Number,
                    other => panic!("unknown bound {other}"),
                });
                (variable.name.as_str().into(), bound)
            }
            other => panic!("a stub has {other:?}"),
        })
        .collect()
}

/// The constant that a literal expression (or its negation, or a tuple of constants) stands for.
pub fn constant(node: &ast::Expr) -> Option<Constant> {
    Some(match node {
        ast::Expr::NoneLiteral(_) | ast::Expr::EllipsisLiteral(_) => Constant::None,
        ast::Expr::BooleanLiteral(literal) => Constant::Bool(literal.value),
        ast::Expr::StringLiteral(literal) => Constant::Str(literal.value.to_str().into()),
        ast::Expr::BytesLiteral(literal) => Constant::Bytes(literal.value.bytes().collect()),
        ast::Expr::NumberLiteral(literal) => match &literal.value {
            ast::Number::Int(value) => Constant::Int(value.as_i64()?),
            ast::Number::Float(value) => Constant::Float(*value),
            ast::Number::Complex { .. } => return None,
        },
        ast::Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::USub => match constant(&unary.operand)? {
            Constant::Int(value) => Constant::Int(value.checked_neg()?),
            Constant::Float(value) => Constant::Float(-value),
            _ => return None,
        },
        ast::Expr::Tuple(tuple) => Constant::Tuple(tuple.elts.iter().map(constant).collect::<Option<_>>()?),
        ast::Expr::Name(name) if DType::from_name(name.id.as_str()).is_some() => Constant::Str(name.id.as_str().into()),
        ast::Expr::Call(call) if dotted(&call.func) == "float" => match constant(call.arguments.args.first()?)? {
            Constant::Str(text) => Constant::Float(text.parse().ok()?),
            _ => return None,
        },
        _ => return None,
    })
}

/// The docstring that a body begins with.
pub fn docstring(body: &[ast::Stmt]) -> Option<Arc<str>> {
    match body.first()? {
        ast::Stmt::Expr(statement) => match &*statement.value {
            ast::Expr::StringLiteral(text) => Some(dedent(text.value.to_str()).into()),
            _ => None,
        },
        _ => None,
    }
}

/// The text of a docstring without its indentation, as `inspect.cleandoc` gives it.
fn dedent(text: &str) -> String {
    let mut lines = text.trim().lines();
    let first = lines.next().unwrap_or_default().trim_end();
    let rest: Vec<&str> = lines.collect();
    let indent = rest
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or(0);
    std::iter::once(first)
        .chain(rest.iter().map(|line| line.get(indent..).unwrap_or_default().trim_end()))
        .collect::<Vec<_>>()
        .join("\n")
}

/// `a.b.c` as text; empty for anything that is no dotted name.
pub fn dotted(node: &ast::Expr) -> String {
    match node {
        ast::Expr::Name(name) => name.id.to_string(),
        ast::Expr::Attribute(attribute) => match dotted(&attribute.value) {
            empty if empty.is_empty() => empty,
            value => format!("{value}.{}", attribute.attr.as_str()),
        },
        _ => String::new(),
    }
}

/// The class that a base names: `dict` of `dict[K, V]`.
fn generic(base: &ast::Expr) -> &ast::Expr {
    match base {
        ast::Expr::Subscript(subscript) => &subscript.value,
        plain => plain,
    }
}

fn name_of(node: &ast::Expr) -> &str {
    match node {
        ast::Expr::Name(name) => name.id.as_str(),
        other => panic!("a stub binds {other:?}"),
    }
}

/// `InferenceSession` → `inference_session`, `StringIO` → `string_io`.
pub fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    let mut follows_small = false;
    for character in name.chars() {
        if character.is_uppercase() && follows_small {
            snake.push('_');
        }
        follows_small = character.is_lowercase();
        snake.extend(character.to_lowercase());
    }
    snake
}
