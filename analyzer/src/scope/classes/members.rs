//! What the body of a class binds.

use std::collections::BTreeMap;

use rustpython_ast as ast;
use rustpython_text_size::{Ranged, TextRange};

use super::model::{self, ModelField, Serializer, Validator};
use super::{ClassKind, Resolver, Unsupported};
use crate::catalog::constant;
use crate::ir::Constant;
use crate::source::FileId;

/// Something that a class body binds.
#[derive(Debug, Clone)]
pub enum Member<'a> {
    /// A `def` that is called on an object, on the class, or on neither.
    Method {
        /// Its code.
        node: &'a ast::StmtFunctionDef,
        /// How it is called.
        kind: MethodKind,
        /// Whether it is marked by `abc.abstractmethod`.
        is_abstract: bool,
    },
    /// A `@property`.
    Property {
        /// What reads it.
        getter: &'a ast::StmtFunctionDef,
        /// What sets it.
        setter: Option<&'a ast::StmtFunctionDef>,
        /// Whether it is a `functools.cached_property`, which an object keeps.
        is_cached: bool,
        /// Whether it is marked by `abc.abstractmethod`.
        is_abstract: bool,
    },
    /// A value that all objects share.
    Value(&'a ast::Expr),
}

/// How a method is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MethodKind {
    /// On an object.
    Object,
    /// `@classmethod`.
    Class,
    /// `@staticmethod`.
    Static,
}

/// A field declared with an annotation: `x: int = 0`.
#[derive(Debug)]
pub struct Declared<'a> {
    /// Its name.
    pub name: &'a str,
    /// Where it stands.
    pub range: TextRange,
    /// Its annotation; `collections.namedtuple` has none.
    pub annotation: Option<&'a ast::Expr>,
    /// What it is where nothing is given for it.
    pub default: Option<FieldDefault<'a>>,
    /// Whether `__init__` takes it.
    pub init: bool,
    /// Whether `repr` shows it.
    pub repr: bool,
    /// Whether `==` and `<` compare it.
    pub compare: bool,
    /// Whether the hash takes it in; `None` where `compare` says.
    pub hash: Option<bool>,
    /// Whether it is passed by name only.
    pub kw_only: bool,
    /// Whether it is a `ClassVar`.
    pub is_class_variable: bool,
    /// What it says beside, where it is a field of a model of pydantic.
    pub model: ModelField<'a>,
    /// Whether it is an `InitVar`: given to `__post_init__`, and no field.
    pub is_init_var: bool,
}

impl<'a> Declared<'a> {
    /// A field that says nothing but its name and type.
    pub fn new(name: &'a str, range: TextRange, annotation: Option<&'a ast::Expr>) -> Self {
        Self {
            name,
            range,
            annotation,
            default: None,
            init: true,
            repr: true,
            compare: true,
            hash: None,
            kw_only: false,
            is_class_variable: false,
            model: ModelField::default(),
            is_init_var: false,
        }
    }
}

/// The default of a field.
#[derive(Debug, Clone, Copy)]
pub enum FieldDefault<'a> {
    /// A value.
    Value(&'a ast::Expr),
    /// What is called for each object.
    Factory(&'a ast::Expr),
}

impl Member<'_> {
    /// Whether a class that leaves it so has no objects.
    pub fn is_abstract(&self) -> bool {
        matches!(self, Member::Method { is_abstract: true, .. } | Member::Property { is_abstract: true, .. })
    }
}

/// All that the body of a class says.
pub(super) struct Body<'a> {
    pub members: BTreeMap<&'a str, Member<'a>>,
    pub declared: Vec<Declared<'a>>,
    pub private: Vec<Declared<'a>>,
    pub validators: Vec<Validator<'a>>,
    pub serializers: Vec<Serializer<'a>>,
    pub computed: Vec<&'a str>,
    pub unsupported: Option<Unsupported>,
}

/// Dunder methods that change what classes, objects and attributes are.
const REFUSED: &[&str] = &[
    "__new__",
    "__getattr__",
    "__getattribute__",
    "__setattr__",
    "__delattr__",
    "__del__",
    "__init_subclass__",
    "__class_getitem__",
    "__get__",
    "__set__",
    "__set_name__",
    "__instancecheck__",
    "__subclasshook__",
    "__prepare__",
];

pub(super) fn read<'a>(
    resolver: &Resolver<'_, 'a>,
    file: FileId,
    node: &'a ast::StmtClassDef,
    kind: &ClassKind,
) -> Body<'a> {
    let mut reader = Reader {
        resolver,
        file,
        options: match kind {
            ClassKind::Dataclass(options) => Some(options),
            _ => None,
        },
        is_model: matches!(kind, ClassKind::Model(_)),
        members: BTreeMap::new(),
        declared: Vec::new(),
        private: Vec::new(),
        validators: Vec::new(),
        serializers: Vec::new(),
        computed: Vec::new(),
        unsupported: None,
        kw_only: false,
        is_enum: matches!(kind, ClassKind::Enum(_)),
    };
    node.body.iter().for_each(|statement| reader.statement(statement));
    let Reader { members, declared, private, validators, serializers, computed, unsupported, .. } = reader;
    Body { members, declared, private, validators, serializers, computed, unsupported }
}

struct Reader<'r, 'a> {
    resolver: &'r Resolver<'r, 'a>,
    file: FileId,
    options: Option<&'r super::Dataclass>,
    is_model: bool,
    members: BTreeMap<&'a str, Member<'a>>,
    declared: Vec<Declared<'a>>,
    private: Vec<Declared<'a>>,
    validators: Vec<Validator<'a>>,
    serializers: Vec<Serializer<'a>>,
    computed: Vec<&'a str>,
    unsupported: Option<Unsupported>,
    /// Whether `_: KW_ONLY` came before.
    kw_only: bool,
    is_enum: bool,
}

impl<'a> Reader<'_, 'a> {
    fn refuse(&mut self, node: &impl Ranged, message: impl Into<String>, help: &'static str) {
        let range = node.range();
        self.unsupported.get_or_insert_with(|| Unsupported { range, message: message.into(), help });
    }

    fn statement(&mut self, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::FunctionDef(function) => self.function(function),
            ast::Stmt::AnnAssign(assign) => self.annotated(assign),
            ast::Stmt::Assign(assign) => {
                for target in &assign.targets {
                    match target {
                        ast::Expr::Name(name) if self.is_model && name.id.as_str() == "model_config" => {}
                        // Without an annotation it is private all the same.
                        ast::Expr::Name(name)
                            if self.is_model && name.id.starts_with('_') && !name.id.starts_with("__") =>
                        {
                            let mut declared = Declared::new(name.id.as_str(), name.range(), None);
                            match model::read_private(self.resolver, self.file, &assign.value, &mut declared) {
                                Ok(()) => self.private.push(declared),
                                Err(unsupported) => {
                                    self.unsupported.get_or_insert(unsupported);
                                }
                            }
                        }
                        ast::Expr::Name(name) if name.id.as_str() == "__hash__" => {
                            self.members.insert("__hash__", Member::Value(&assign.value));
                        }
                        ast::Expr::Name(name) => {
                            self.members.insert(name.id.as_str(), Member::Value(&assign.value));
                        }
                        other => {
                            self.refuse(other, "this cannot be assigned in the body of a class", "assign to names")
                        }
                    }
                }
            }
            ast::Stmt::Expr(_) | ast::Stmt::Pass(_) => {}
            other => self.refuse(
                other,
                "this statement in the body of a class cannot be compiled",
                "write fields, values and methods only",
            ),
        }
    }

    fn function(&mut self, function: &'a ast::StmtFunctionDef) {
        let name = function.name.as_str();
        if self.is_enum && matches!(name, "_missing_" | "_generate_next_value_" | "__init__") {
            let message = format!("`{name}` changes how the members of the enum are made, and cannot be compiled");
            return self.refuse(
                &function.name,
                message,
                "give each member its value, and write methods and properties",
            );
        }
        if REFUSED.contains(&name) {
            let message = format!("`{name}` changes how the class itself works, and cannot be compiled");
            return self.refuse(&function.name, message, "use ordinary methods, properties and fields");
        }
        let mut kind = MethodKind::Object;
        let (mut is_property, mut is_cached, mut is_abstract) = (false, false, false);
        for decorator in &function.decorator_list {
            let dotted = self.resolver.dotted(self.file, &decorator.expression);
            match dotted.as_str() {
                "builtins.staticmethod" => kind = MethodKind::Static,
                "builtins.classmethod" => kind = MethodKind::Class,
                "builtins.property" => is_property = true,
                "abc.abstractmethod" => is_abstract = true,
                "typing.override" | "typing_extensions.override" | "typing.final" => {}
                "typing.overload" => return,
                _ if let Some(property) = dotted.strip_suffix(".setter") => {
                    let property = property.rsplit('.').next().unwrap_or(property).to_owned();
                    if let Some(Member::Property { setter, .. }) = self.members.get_mut(property.as_str()) {
                        *setter = Some(function);
                        return;
                    }
                }
                "functools.cached_property" if self.is_model || self.is_enum => {
                    let message = "`cached_property` of a pydantic model or an enum cannot be compiled";
                    return self.refuse(decorator, message, "write `@property`");
                }
                "functools.cached_property" => (is_property, is_cached) = (true, true),
                "pydantic.computed_field" if !decorator.expression.is_call_expr() => {
                    is_property = true;
                    self.computed.push(name);
                }
                _ if let Some(serializer) = model::serializer(&dotted, decorator, function) => match serializer {
                    Ok(serializer) => self.serializers.push(serializer),
                    Err(unsupported) => {
                        self.unsupported.get_or_insert(unsupported);
                    }
                },
                _ if let Some(validator) = model::validator(&dotted, decorator, function) => match validator {
                    Ok(validator) => self.validators.push(validator),
                    Err(unsupported) => {
                        self.unsupported.get_or_insert(unsupported);
                    }
                },
                _ => {}
            }
        }
        let member = if is_property {
            Member::Property { getter: function, setter: None, is_cached, is_abstract }
        } else {
            Member::Method { node: function, kind, is_abstract }
        };
        self.members.insert(name, member);
    }

    fn annotated(&mut self, assign: &'a ast::StmtAnnAssign) {
        let ast::Expr::Name(name) = &*assign.target else {
            return self.refuse(&*assign.target, "this cannot be assigned in the body of a class", "assign to names");
        };
        let name = name.id.as_str();
        let annotation = &*assign.annotation;
        let dotted = self.resolver.dotted(self.file, annotation);
        if dotted == "dataclasses.KW_ONLY" {
            self.kw_only = true;
            return;
        }
        let is_init_var = dotted == "dataclasses.InitVar" && self.options.is_some();
        let declared_type = match annotation {
            ast::Expr::Subscript(subscript) if is_init_var => &*subscript.slice,
            other => other,
        };
        let is_class_variable = matches!(dotted.as_str(), "typing.ClassVar" | "typing_extensions.ClassVar");
        let mut declared = Declared {
            name,
            is_class_variable,
            is_init_var,
            kw_only: self.kw_only || self.options.is_some_and(|options| options.kw_only),
            ..Declared::new(name, assign.target.range(), Some(declared_type))
        };
        if self.is_model && !is_class_variable {
            if name == "model_config" {
                return;
            }
            if let Err(unsupported) = model::read_field(self.resolver, self.file, assign, &mut declared) {
                self.unsupported.get_or_insert(unsupported);
            }
            let is_private = name.starts_with('_');
            let of_kind = if is_private { &mut self.private } else { &mut self.declared };
            of_kind.push(declared);
            return;
        }
        if let Some(value) = assign.value.as_deref() {
            let is_field = matches!(value, ast::Expr::Call(call) if self.resolver.dotted(self.file, &call.func) == "dataclasses.field");
            match value {
                ast::Expr::Call(call) if is_field && self.options.is_some() => self.field(call, &mut declared),
                _ => {
                    declared.default = Some(FieldDefault::Value(value));
                    // A default is an attribute of the class, too.
                    self.members.insert(name, Member::Value(value));
                }
            }
        }
        self.declared.push(declared);
    }

    /// `field(default=…, default_factory=…, init=…, repr=…, compare=…, hash=…, kw_only=…)`.
    fn field(&mut self, call: &'a ast::ExprCall, declared: &mut Declared<'a>) {
        for keyword in &call.arguments.keywords {
            let name = keyword.arg.as_ref().map(|name| name.as_str());
            match (name, constant(&keyword.value)) {
                (Some("default"), _) => {
                    declared.default = Some(FieldDefault::Value(&keyword.value));
                    self.members.insert(declared.name, Member::Value(&keyword.value));
                }
                (Some("default_factory"), _) => declared.default = Some(FieldDefault::Factory(&keyword.value)),
                (Some("init"), Some(Constant::Bool(value))) => declared.init = value,
                (Some("repr"), Some(Constant::Bool(value))) => declared.repr = value,
                (Some("compare"), Some(Constant::Bool(value))) => declared.compare = value,
                (Some("kw_only"), Some(Constant::Bool(value))) => declared.kw_only = value,
                (Some("hash"), Some(Constant::Bool(value))) => declared.hash = Some(value),
                (Some("hash"), Some(Constant::None)) => declared.hash = None,
                (Some("metadata"), _) => {}
                _ => self.refuse(keyword, "this option of `field` cannot be compiled", "write True or False"),
            }
        }
    }
}
