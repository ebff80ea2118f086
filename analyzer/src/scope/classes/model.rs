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
        }
    }
}

/// A method that validates.
#[derive(Debug, Clone)]
pub struct Validator<'a> {
    /// Its code.
    pub node: &'a ast::StmtFunctionDef,
    /// The names of the fields, `*` for all of them; `None` where it validates the whole.
    pub fields: Option<Vec<&'a str>>,
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
               str_min_length, str_max_length, allow_inf_nan, populate_by_name, validate_by_name and validate_by_alias, \
               each a constant",
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
        (
            "validate_assignment"
            | "validate_default"
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
        _ => {
            let message = format!("the decorator `{name}` of pydantic cannot be compiled");
            return refuse(
                message,
                "write a `field_validator`, a `model_validator(mode=\"after\")`, or an ordinary method",
            );
        }
    };
    let mut mode = if name == "field_validator" { "after".to_owned() } else { String::new() };
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
    if mode != "after" {
        let message =
            format!("a `{name}` of mode \"{mode}\" gets what was given, whose type is known only when it is given");
        return refuse(message, "write it with mode=\"after\": it gets a value of the declared type");
    }
    if name == "model_validator" {
        return Some(Ok(Validator { node, fields: None }));
    }
    let fields: Option<Vec<&'a str>> = call.arguments.args.iter().map(text_of).collect();
    match fields {
        Some(fields) => Some(Ok(Validator { node, fields: Some(fields) })),
        None => refuse("the names of the fields must be constants".to_owned(), "write them out"),
    }
}

fn text_of(node: &ast::Expr) -> Option<&str> {
    match node {
        ast::Expr::StringLiteral(text) => Some(text.value.to_str()),
        _ => None,
    }
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
            return Err(private(assign));
        }
        Some(value) => declared.default = Some(FieldDefault::Value(value)),
        None => {}
    }
    if declared.name.starts_with('_') {
        return Err(private(assign));
    }
    Ok(())
}

fn private(node: &impl Ranged) -> Unsupported {
    Unsupported {
        range: node.range(),
        message: "a private attribute of a pydantic model cannot be compiled yet".to_owned(),
        help: "make it a field with `exclude=True` and `repr=False`",
    }
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
