//! What a class that derives from `pydantic.BaseModel` says: its `model_config`, its validators, its fields.

use rustpython_ast as ast;
use rustpython_text_size::{Ranged, TextRange};

use super::members::Declared;
use super::{FieldDefault, Resolver, Unsupported};
use crate::catalog::constant;
use crate::ir::Constant;
use crate::source::FileId;

/// The options of a model, inherited ones too.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "they are the options of `ConfigDict`")]
pub struct ModelConfig {
    /// `extra="forbid"`.
    pub forbids_extra: bool,
    /// `frozen`.
    pub frozen: bool,
    /// `strict`.
    pub strict: bool,
    /// `str_strip_whitespace`.
    pub strip: bool,
    /// `str_to_lower`.
    pub lower: bool,
    /// `str_to_upper`.
    pub upper: bool,
    /// `str_min_length`.
    pub min_length: Option<u64>,
    /// `str_max_length`.
    pub max_length: Option<u64>,
    /// `allow_inf_nan`.
    pub allow_inf_nan: bool,
    /// `populate_by_name`, or `validate_by_name`.
    pub by_name: bool,
    /// `validate_by_alias`.
    pub by_alias: bool,
    /// `validate_assignment`.
    pub validates_assignment: bool,
    /// Whether it derives from `RootModel`: it has one field, `root`, which it is given as it is.
    pub is_root: bool,
}

impl Default for ModelConfig {
    fn default() -> Self {
        Self {
            forbids_extra: false,
            frozen: false,
            strict: false,
            strip: false,
            lower: false,
            upper: false,
            min_length: None,
            max_length: None,
            allow_inf_nan: true,
            by_name: false,
            by_alias: true,
            validates_assignment: false,
            is_root: false,
        }
    }
}

/// A method that validates.
#[derive(Debug, Clone)]
pub struct Validator<'a> {
    /// Its code.
    pub node: &'a ast::StmtFunctionDef,
    /// When it runs.
    pub mode: ValidatorMode,
    /// The names of the fields, `*` for all of them; `None` where it validates the whole.
    pub fields: Option<Vec<&'a str>>,
}

/// When a validator runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValidatorMode {
    /// On what is given, before it is read.
    Before,
    /// On the value that was read.
    After,
    /// In the place of what would read it.
    Plain,
    /// Around what reads it.
    Wrap,
}

impl ValidatorMode {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
            Self::Plain => "plain",
            Self::Wrap => "wrap",
        }
    }
}

/// A method that says how the object, or fields of it, are written.
#[derive(Debug, Clone)]
pub struct Serializer<'a> {
    /// Its code.
    pub node: &'a ast::StmtFunctionDef,
    /// The names of the fields, `*` for all of them; `None` where it writes the whole.
    pub fields: Option<Vec<&'a str>>,
    /// When it is used.
    pub when: WhenUsed,
}

/// When a serializer is used: `when_used`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WhenUsed {
    /// For JSON only.
    pub json_only: bool,
    /// Not for `None`.
    pub unless_none: bool,
}

/// What a field of a model says beside its type and default.
#[derive(Debug, Clone, Default)]
pub struct ModelField<'a> {
    /// The calls of `Field` for the whole of it.
    pub calls: Vec<&'a ast::ExprCall>,
    /// The name that it is given by.
    pub alias: Option<String>,
    /// The name that it is written by where names are aliases.
    pub written_as: Option<String>,
    /// Whether it is left out where the model is written.
    pub is_excluded: bool,
    /// Whether it cannot be assigned.
    pub frozen: bool,
}

/// Options that change nothing which compiled code shows.
const WITHOUT_EFFECT: &[&str] = &[
    "title_generator",
    "json_schema_extra",
    "protected_namespaces",
    "arbitrary_types_allowed",
    "use_attribute_docstrings",
    "defer_build",
    "json_schema_serialization_defaults_required",
    "cache_strings",
    "validate_return",
];

/// Adds the options that a class sets: by `model_config`, or where it names its bases.
pub(super) fn configure(
    resolver: &Resolver<'_, '_>,
    file: FileId,
    node: &ast::StmtClassDef,
    config: &mut ModelConfig,
) -> Result<(), Unsupported> {
    for keyword in node.arguments.iter().flat_map(|arguments| &arguments.keywords) {
        set(keyword, config)?;
    }
    for statement in &node.body {
        let value = match statement {
            ast::Stmt::Assign(assign) if assign.targets.iter().any(is_config) => &*assign.value,
            ast::Stmt::AnnAssign(assign) if is_config(&assign.target) => match &assign.value {
                Some(value) => &**value,
                None => continue,
            },
            _ => continue,
        };
        match value {
            ast::Expr::Call(call)
                if matches!(resolver.dotted(file, &call.func).as_str(), "pydantic.ConfigDict" | "builtins.dict") =>
            {
                call.arguments.keywords.iter().try_for_each(|keyword| set(keyword, config))?;
            }
            ast::Expr::Dict(dict) => {
                for item in &dict.items {
                    let name = item.key.as_ref().and_then(constant);
                    let Some(Constant::Str(name)) = name else { return Err(unsupported(value, "this configuration")) };
                    option(&name, &item.value, config)?;
                }
            }
            other => return Err(unsupported(other, "this configuration")),
        }
    }
    Ok(())
}

fn is_config(target: &ast::Expr) -> bool {
    matches!(target, ast::Expr::Name(name) if name.id.as_str() == "model_config")
}

fn unsupported(node: &impl Ranged, what: &str) -> Unsupported {
    Unsupported {
        range: node.range(),
        message: format!("{what} of a pydantic model cannot be compiled"),
        help: "supported: extra=\"forbid\" or \"ignore\", frozen, strict, str_strip_whitespace, str_to_lower, str_to_upper, \
               str_min_length, str_max_length, allow_inf_nan, populate_by_name, validate_by_name, validate_by_alias \
               and validate_assignment, each a constant",
    }
}

fn set(keyword: &ast::Keyword, config: &mut ModelConfig) -> Result<(), Unsupported> {
    match &keyword.arg {
        Some(name) => option(name.as_str(), &keyword.value, config),
        None => Err(unsupported(keyword, "this configuration")),
    }
}

fn option(name: &str, node: &ast::Expr, config: &mut ModelConfig) -> Result<(), Unsupported> {
    let refused = || unsupported(node, &format!("the option `{name}`"));
    match (name, constant(node)) {
        ("extra", Some(Constant::Str(text))) if &*text == "forbid" => config.forbids_extra = true,
        ("extra", Some(Constant::Str(text))) if &*text == "ignore" => config.forbids_extra = false,
        ("frozen", Some(Constant::Bool(value))) => config.frozen = value,
        ("strict", Some(Constant::Bool(value))) => config.strict = value,
        ("str_strip_whitespace", Some(Constant::Bool(value))) => config.strip = value,
        ("str_to_lower", Some(Constant::Bool(value))) => config.lower = value,
        ("str_to_upper", Some(Constant::Bool(value))) => config.upper = value,
        ("str_min_length", Some(Constant::Int(value))) => config.min_length = u64::try_from(value).ok(),
        ("str_max_length", Some(Constant::Int(value))) => config.max_length = u64::try_from(value).ok(),
        ("str_max_length", Some(Constant::None)) => config.max_length = None,
        ("allow_inf_nan", Some(Constant::Bool(value))) => config.allow_inf_nan = value,
        ("populate_by_name" | "validate_by_name", Some(Constant::Bool(value))) => config.by_name = value,
        ("validate_by_alias", Some(Constant::Bool(value))) => config.by_alias = value,
        ("validate_assignment", Some(Constant::Bool(value))) => config.validates_assignment = value,
        (
            "validate_default"
            | "use_enum_values"
            | "from_attributes"
            | "hide_input_in_errors"
            | "coerce_numbers_to_str"
            | "serialize_by_alias",
            Some(Constant::Bool(false)),
        ) => {}
        (name, _) if WITHOUT_EFFECT.contains(&name) => {}
        _ => return Err(refused()),
    }
    Ok(())
}

/// The validator that a decorator makes of a method; `None` where the decorator is none of pydantic's.
pub(super) fn validator<'a>(
    dotted: &str,
    decorator: &'a ast::Decorator,
    node: &'a ast::StmtFunctionDef,
) -> Option<Result<Validator<'a>, Unsupported>> {
    let refuse =
        |message: String, help: &'static str| Some(Err(Unsupported { range: decorator.range(), message, help }));
    let name = dotted.strip_prefix("pydantic.")?;
    let call = match (&decorator.expression, name) {
        (ast::Expr::Call(call), "field_validator" | "model_validator") => call,
        (_, "field_serializer" | "model_serializer") => return None,
        _ => {
            let message = format!("the decorator `{name}` of pydantic cannot be compiled");
            return refuse(message, "write a `field_validator`, a `model_validator`, or an ordinary method");
        }
    };
    let of_field = name == "field_validator";
    let mut mode = if of_field { "after".to_owned() } else { String::new() };
    for keyword in &call.arguments.keywords {
        match (keyword.arg.as_ref().map(|name| name.as_str()), constant(&keyword.value)) {
            (Some("mode"), Some(Constant::Str(text))) => mode = text.to_string(),
            (Some("check_fields"), _) => {}
            _ => {
                return refuse(
                    format!("this option of `{name}` cannot be compiled"),
                    "say the fields and the mode only",
                );
            }
        }
    }
    let mode = match &*mode {
        "before" => ValidatorMode::Before,
        "after" => ValidatorMode::After,
        "plain" if of_field => ValidatorMode::Plain,
        "wrap" if of_field => ValidatorMode::Wrap,
        _ => {
            let message = format!("a `{name}` of mode \"{mode}\" cannot be compiled");
            return refuse(message, "write it with mode=\"before\" or mode=\"after\"");
        }
    };
    if !of_field {
        return Some(Ok(Validator { node, mode, fields: None }));
    }
    match call.arguments.args.iter().map(text_of).collect() {
        Some(fields) => Some(Ok(Validator { node, mode, fields: Some(fields) })),
        None => refuse("the names of the fields must be constants".to_owned(), "write them out"),
    }
}

/// The serializer that a decorator makes of a method; `None` where the decorator makes none.
pub(super) fn serializer<'a>(
    dotted: &str,
    decorator: &'a ast::Decorator,
    node: &'a ast::StmtFunctionDef,
) -> Option<Result<Serializer<'a>, Unsupported>> {
    let of_field = match dotted {
        "pydantic.field_serializer" => true,
        "pydantic.model_serializer" => false,
        _ => return None,
    };
    let refused =
        |message: &str, help| Some(Err(Unsupported { range: decorator.range(), message: message.to_owned(), help }));
    let (args, keywords): (&[ast::Expr], &[ast::Keyword]) = match &decorator.expression {
        ast::Expr::Call(call) => (&call.arguments.args, &call.arguments.keywords),
        _ => (&[], &[]),
    };
    let mut when = WhenUsed { json_only: false, unless_none: false };
    for keyword in keywords {
        match (keyword.arg.as_ref().map(|name| name.as_str()), constant(&keyword.value)) {
            (Some("mode"), Some(Constant::Str(mode))) if &*mode == "plain" => {}
            (Some("check_fields"), _) => {}
            (Some("when_used"), Some(Constant::Str(text))) => {
                when = WhenUsed { json_only: text.starts_with("json"), unless_none: text.ends_with("unless-none") };
            }
            _ => return refused("this option of a serializer cannot be compiled", "write one of mode \"plain\""),
        }
    }
    let fields = match of_field {
        true => match args.iter().map(text_of).collect() {
            Some(fields) => Some(fields),
            None => return refused("the names of the fields must be constants", "write them out"),
        },
        false => None,
    };
    Some(Ok(Serializer { node, fields, when }))
}

fn text_of(node: &ast::Expr) -> Option<&str> {
    match node {
        ast::Expr::StringLiteral(text) => Some(text.value.to_str()),
        _ => None,
    }
}

/// The field of a class that derives from `RootModel[…]`.
pub(super) fn root_of<'a>(
    resolver: &Resolver<'_, 'a>,
    file: FileId,
    node: &'a ast::StmtClassDef,
) -> Option<Declared<'a>> {
    let bases = node.arguments.iter().flat_map(|arguments| &arguments.args);
    let declared = bases.filter_map(|base| match base {
        ast::Expr::Subscript(subscript) if resolver.dotted(file, &subscript.value) == "pydantic.RootModel" => {
            Some(Declared::new("root", subscript.slice.range(), Some(&*subscript.slice)))
        }
        _ => None,
    });
    declared.last()
}

/// Reads what `Annotated[…, Field(…)]` and `= Field(…)` say of a field.
pub(super) fn read_field<'a>(
    resolver: &Resolver<'_, 'a>,
    file: FileId,
    assign: &'a ast::StmtAnnAssign,
    declared: &mut Declared<'a>,
) -> Result<(), Unsupported> {
    let is_field = |call: &ast::ExprCall| resolver.dotted(file, &call.func) == "pydantic.Field";
    if let ast::Expr::Subscript(subscript) = &*assign.annotation
        && matches!(
            resolver.dotted(file, &subscript.value).as_str(),
            "typing.Annotated" | "typing_extensions.Annotated"
        )
        && let ast::Expr::Tuple(parts) = &*subscript.slice
    {
        for part in &parts.elts[1..] {
            if let ast::Expr::Call(call) = part
                && is_field(call)
            {
                field(call, declared)?;
            }
        }
    }
    match assign.value.as_deref() {
        Some(ast::Expr::Call(call)) if is_field(call) => {
            field(call, declared)?;
            declared.model.calls.push(call);
        }
        Some(ast::Expr::EllipsisLiteral(_)) => declared.default = None,
        Some(ast::Expr::Call(call)) if resolver.dotted(file, &call.func) == "pydantic.PrivateAttr" => {
            private(call, declared)?;
        }
        Some(value) => declared.default = Some(FieldDefault::Value(value)),
        None => {}
    }
    Ok(())
}

/// Reads the value of a private attribute.
pub(super) fn read_private<'a>(
    resolver: &Resolver<'_, 'a>,
    file: FileId,
    value: &'a ast::Expr,
    declared: &mut Declared<'a>,
) -> Result<(), Unsupported> {
    match value {
        ast::Expr::Call(call) if resolver.dotted(file, &call.func) == "pydantic.PrivateAttr" => private(call, declared),
        value => {
            declared.default = Some(FieldDefault::Value(value));
            Ok(())
        }
    }
}

/// `PrivateAttr(…)`.
fn private<'a>(call: &'a ast::ExprCall, declared: &mut Declared<'a>) -> Result<(), Unsupported> {
    match &*call.arguments.args {
        [] | [ast::Expr::EllipsisLiteral(_)] => {}
        [value, ..] => declared.default = Some(FieldDefault::Value(value)),
    }
    for keyword in &call.arguments.keywords {
        match keyword.arg.as_ref().map(|name| name.as_str()) {
            Some("default") => declared.default = Some(FieldDefault::Value(&keyword.value)),
            Some("default_factory") => declared.default = Some(FieldDefault::Factory(&keyword.value)),
            _ => {
                return Err(Unsupported {
                    range: keyword.range(),
                    message: "this option of `PrivateAttr` cannot be compiled".to_owned(),
                    help: "supported: default and default_factory",
                });
            }
        }
    }
    Ok(())
}

/// `Field(…)`: what it says beside the limits of the value.
fn field<'a>(call: &'a ast::ExprCall, declared: &mut Declared<'a>) -> Result<(), Unsupported> {
    let refused = |range: TextRange, name: &str| Unsupported {
        range,
        message: format!("the option `{name}` of `Field` cannot be compiled"),
        help: "supported: default, default_factory, alias, validation_alias and serialization_alias as texts, gt, ge, lt, le, \
               multiple_of, min_length, max_length, pattern, strict, allow_inf_nan, frozen, repr, exclude, title, \
               description and examples",
    };
    match &*call.arguments.args {
        [] | [ast::Expr::EllipsisLiteral(_)] => {}
        [value] => declared.default = Some(FieldDefault::Value(value)),
        [_, second, ..] => return Err(refused(second.range(), "default")),
    }
    for keyword in &call.arguments.keywords {
        let Some(name) = keyword.arg.as_ref().map(|name| name.as_str()) else {
            return Err(refused(keyword.range(), "**"));
        };
        match (name, constant(&keyword.value)) {
            ("default", _) if matches!(keyword.value, ast::Expr::EllipsisLiteral(_)) => {}
            ("default", _) => declared.default = Some(FieldDefault::Value(&keyword.value)),
            ("default_factory", Some(Constant::None)) => {}
            ("default_factory", _) => declared.default = Some(FieldDefault::Factory(&keyword.value)),
            ("alias", Some(Constant::Str(text))) => {
                declared.model.alias.get_or_insert_with(|| text.to_string());
                declared.model.written_as.get_or_insert_with(|| text.to_string());
            }
            ("validation_alias", Some(Constant::Str(text))) => declared.model.alias = Some(text.to_string()),
            ("serialization_alias", Some(Constant::Str(text))) => declared.model.written_as = Some(text.to_string()),
            ("alias" | "validation_alias" | "serialization_alias", Some(Constant::None)) => {}
            ("repr", Some(Constant::Bool(value))) => declared.repr = value,
            ("exclude", Some(Constant::Bool(value))) => declared.model.is_excluded = value,
            ("exclude", Some(Constant::None)) => {}
            ("frozen", Some(Constant::Bool(value))) => declared.model.frozen = value,
            ("frozen", Some(Constant::None)) => {}
            ("kw_only" | "init", _) => {}
            (
                "gt" | "ge" | "lt" | "le" | "multiple_of" | "min_length" | "max_length" | "pattern" | "strict"
                | "allow_inf_nan",
                _,
            ) => {}
            ("title" | "description" | "examples" | "json_schema_extra" | "deprecated" | "alias_priority", _) => {}
            _ => return Err(refused(keyword.range(), name)),
        }
    }
    Ok(())
}
