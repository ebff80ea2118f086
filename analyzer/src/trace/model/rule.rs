//! What the annotation of a field says beside its type: limits, choices, the order of the members of a union.

use rustpython_ast as ast;

use super::super::annotation::arguments_of;
use super::super::function::FunctionTracer;
use super::super::value::Value;
use super::validator::FieldValidator;
use crate::catalog::constant;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Rule};
use crate::scope::classes::{ClassDef, ModelConfig, ValidatorMode};
use crate::syntax;
use crate::types::{EnumBase, RecordKind, Type, short};

/// A type with what is said beside it.
pub(super) type Ruled = (Type, Rule);

/// A name for a type with limits.
type Named = (&'static str, Type, &'static [(&'static str, Constant)]);

/// Names of `pydantic` for types with limits.
const NAMED: &[Named] = &[
    ("PositiveInt", Type::Int, &[("gt", Constant::Int(0))]),
    ("NegativeInt", Type::Int, &[("lt", Constant::Int(0))]),
    ("NonNegativeInt", Type::Int, &[("ge", Constant::Int(0))]),
    ("NonPositiveInt", Type::Int, &[("le", Constant::Int(0))]),
    ("StrictInt", Type::Int, &[("strict", Constant::Bool(true))]),
    ("PositiveFloat", Type::Float, &[("gt", Constant::Int(0))]),
    ("NegativeFloat", Type::Float, &[("lt", Constant::Int(0))]),
    ("NonNegativeFloat", Type::Float, &[("ge", Constant::Int(0))]),
    ("NonPositiveFloat", Type::Float, &[("le", Constant::Int(0))]),
    ("FiniteFloat", Type::Float, &[("allow_inf_nan", Constant::Bool(false))]),
    ("StrictFloat", Type::Float, &[("strict", Constant::Bool(true))]),
    ("StrictStr", Type::Str, &[("strict", Constant::Bool(true))]),
    ("StrictBool", Type::Bool, &[("strict", Constant::Bool(true))]),
    ("StrictBytes", Type::Bytes, &[("strict", Constant::Bool(true))]),
];

/// The type that a name of `pydantic` stands for in an annotation.
pub(in super::super) fn named_type(name: &str) -> Option<Type> {
    NAMED.iter().find(|(known, ..)| *known == name).map(|(_, ty, _)| ty.clone())
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The type and the rule of an annotation; `None` where it was refused.
    pub(super) fn ruled(&mut self, node: &'a ast::Expr, config: &ModelConfig) -> Option<Ruled> {
        let ty = self.annotation(node)?.widened();
        let rule = self.rule(node, &ty, config)?;
        Some((ty, rule))
    }

    /// The same of a field, whose validators in `Annotated` are no part of the rule.
    pub(super) fn ruled_field(&mut self, node: &'a ast::Expr, config: &ModelConfig) -> Option<Ruled> {
        let ast::Expr::Subscript(subscript) = node else { return self.ruled(node, config) };
        let is_annotated =
            matches!(self.annotation_value(&subscript.value), Value::Known(_, name) if &*name == "Annotated");
        let [inner, metadata @ ..] = arguments_of(subscript) else { return self.ruled(node, config) };
        if !is_annotated {
            return self.ruled(node, config);
        }
        let ty = self.annotation(node)?.widened();
        let mut rule = self.rule(inner, &ty, config)?;
        for metadata in metadata {
            let is_validator = match metadata {
                ast::Expr::Call(call) => self.validator_mode(call).is_some(),
                _ => false,
            };
            if !is_validator {
                self.add_metadata(metadata, &ty, &mut rule)?;
            }
        }
        Some((ty, rule))
    }

    /// The mode of the validator that a call in `Annotated` makes of a function.
    fn validator_mode(&mut self, call: &'a ast::ExprCall) -> Option<ValidatorMode> {
        let Value::Known(module, name) = self.annotation_value(&call.func) else { return None };
        match (&*module, &*name) {
            ("pydantic", "BeforeValidator") => Some(ValidatorMode::Before),
            ("pydantic", "AfterValidator") => Some(ValidatorMode::After),
            ("pydantic", "PlainValidator") => Some(ValidatorMode::Plain),
            ("pydantic", "WrapValidator") => Some(ValidatorMode::Wrap),
            _ => None,
        }
    }

    fn refuse_rule(&mut self, node: &ast::Expr, message: impl Into<String>, help: &str) -> Option<Rule> {
        let span = syntax::span(self.file, node);
        self.report(Diagnostic::new(Code::UnsupportedClass, span, message).help(help));
        None
    }

    fn rule(&mut self, node: &'a ast::Expr, ty: &Type, config: &ModelConfig) -> Option<Rule> {
        if let Some((members, has_none)) = self.union_members(node) {
            let mut rule = self.union_rule(node, members, config)?;
            if has_none {
                rule.nullable = true;
                rule.label = format!("nullable[{}]", rule.label);
            }
            return Some(rule);
        }
        match node {
            ast::Expr::StringLiteral(text) => {
                let quoted = self.tracer.quoted(self.file, text)?;
                self.rule(quoted, ty, config)
            }
            ast::Expr::Subscript(subscript) => self.generic_rule(subscript, ty, config),
            _ => {
                if let Some(alias) = self.alias(node) {
                    return self.rule(alias, ty, config);
                }
                let named = match self.annotation_value(node) {
                    Value::Known(module, name) if &*module == "pydantic" => {
                        NAMED.iter().find(|(known, ..)| **known == *name)
                    }
                    _ => None,
                };
                let mut rule = self.plain_rule(node, ty, config)?;
                for (name, value) in named.into_iter().flat_map(|(.., options)| options.iter()) {
                    limit(&mut rule, ty, name, value.clone()).ok()?;
                }
                label(&mut rule, ty);
                if let Some(class) = self.model_of(ty) {
                    rule.label = self.label_of_model(class);
                }
                Some(rule)
            }
        }
    }

    /// The rule of a type by its name alone.
    fn plain_rule(&mut self, node: &ast::Expr, ty: &Type, config: &ModelConfig) -> Option<Rule> {
        let mut rule = Rule { strict: config.strict, ..Rule::default() };
        match ty {
            Type::Str => {
                (rule.strip, rule.lower, rule.upper) = (config.strip, config.lower, config.upper);
                (rule.min_length, rule.max_length) = (config.min_length, config.max_length);
            }
            Type::Float => rule.allow_inf_nan = config.allow_inf_nan,
            Type::Int | Type::Bool | Type::Bytes | Type::None => {}
            Type::Union(members) => return self.class_rule(node, members, config),
            Type::Record(record) => {
                let class = self.tracer.class_of(record);
                let is_model = class.is_some_and(|class| super::config_of(class).is_some());
                if !is_model && !matches!(record.kind, RecordKind::Enum(base) if !base.is_flag()) {
                    let message = format!("`{ty}` is no pydantic model, and cannot be validated in compiled code");
                    return self.refuse_rule(node, message, "let the class derive from `BaseModel`");
                }
            }
            _ => {
                let message = format!("a field of type `{ty}` cannot be validated in compiled code");
                let help = "supported: numbers, text, bytes, `None`, literals, enums, models, and unions, lists, sets, tuples \
                            and dicts of them";
                return self.refuse_rule(node, message, help);
            }
        }
        label(&mut rule, ty);
        Some(rule)
    }

    /// How the errors of a union call a model: by its name, within the validators of the whole.
    fn label_of_model(&self, class: &'a ClassDef<'a>) -> String {
        let validators = self.validators(class, None).into_iter();
        let name = class.node.name.to_string();
        validators.fold(name, |inner, (_, validator)| {
            format!("function-{}[{}(), {inner}]", validator.mode.name(), validator.node.name.as_str())
        })
    }

    /// The validators of `Annotated[…, AfterValidator(function)]`.
    pub(super) fn functional_validators(
        &mut self,
        owner: &ClassDef<'a>,
        annotation: &'a ast::Expr,
    ) -> Vec<FieldValidator<'a>> {
        let ast::Expr::Subscript(subscript) = annotation else { return Vec::new() };
        let mut found = Vec::new();
        for metadata in arguments_of(subscript).iter().skip(1) {
            let ast::Expr::Call(call) = metadata else { continue };
            let mode = self.in_module(owner.file, |tracer| tracer.validator_mode(call));
            if let (Some(mode), [function]) = (mode, &*call.arguments.args) {
                found.push(FieldValidator::Function(mode, owner.file, function));
            }
        }
        found
    }

    /// The rule of a class from which other classes derive: it, or an object of one of them.
    fn class_rule(&mut self, node: &ast::Expr, members: &[Type], config: &ModelConfig) -> Option<Rule> {
        let is_base = |ty: &&Type| {
            members.iter().all(|other| match (ty, other) {
                (Type::Record(base), Type::Record(other)) => self.tracer.classes.derives(&other.name, &base.name),
                _ => false,
            })
        };
        let Some(base) = members.iter().find(is_base).cloned() else {
            return self.refuse_rule(node, "this union cannot be validated in compiled code", "write its members out");
        };
        let mut parts = vec![(base.clone(), Rule { label: String::new(), ..self.plain_rule(node, &base, config)? })];
        let derived = members.iter().filter(|member| **member != base);
        parts.extend(derived.map(|ty| (ty.clone(), Rule { instance_only: true, ..Rule::default() })));
        let label = match self.model_of(&base) {
            Some(class) => self.label_of_model(class),
            None => base.to_string(),
        };
        Some(Rule { parts, label, ..Rule::default() })
    }

    fn generic_rule(&mut self, node: &'a ast::ExprSubscript, ty: &Type, config: &ModelConfig) -> Option<Rule> {
        let arguments = arguments_of(node);
        let name = match self.annotation_value(&node.value) {
            Value::Class(name) | Value::Known(_, name) => name,
            _ => {
                return self.refuse_rule(
                    &node.value,
                    "a generic class cannot be validated in compiled code",
                    "use a model",
                );
            }
        };
        let whole = &*node.value;
        let mut rule = Rule { strict: config.strict, ..Rule::default() };
        match (name.strip_prefix("builtins.").unwrap_or(&name), ty) {
            ("Annotated", _) => {
                let mut rule = self.rule(&arguments[0], ty, config)?;
                for metadata in &arguments[1..] {
                    self.add_metadata(metadata, ty, &mut rule)?;
                }
                return Some(rule);
            }
            ("Literal", _) => {
                rule.choices = arguments.iter().filter_map(constant).collect();
            }
            ("Final", _) => return self.rule(arguments.first()?, ty, config),
            (
                _,
                Type::List(_) | Type::Set(_) | Type::FrozenSet(_) | Type::Dict(..) | Type::Sequence(_) | Type::Tuple(_),
            ) => {
                let items = arguments.iter().filter(|item| !matches!(item, ast::Expr::EllipsisLiteral(_)));
                for item in items {
                    rule.parts.push(self.ruled(item, config)?);
                }
            }
            _ => {
                let message = format!("a field of type `{ty}` cannot be validated in compiled code");
                return self.refuse_rule(whole, message, "use a list, set, tuple or dict");
            }
        }
        label(&mut rule, ty);
        Some(rule)
    }

    /// The members of a union as they are declared, and whether `None` is one; nothing where the annotation is no union.
    fn union_members(&mut self, node: &'a ast::Expr) -> Option<(Vec<&'a ast::Expr>, bool)> {
        let mut has_none = false;
        let parts: Vec<&'a ast::Expr> = match node {
            ast::Expr::BinOp(operation) if operation.op == ast::Operator::BitOr => {
                vec![&*operation.left, &*operation.right]
            }
            ast::Expr::StringLiteral(text) => {
                let quoted = self.tracer.quoted(self.file, text)?;
                return self.union_members(quoted);
            }
            ast::Expr::Name(_) => {
                let alias = self.alias(node)?;
                return self.union_members(alias);
            }
            ast::Expr::Subscript(subscript) => match self.annotation_value(&subscript.value) {
                Value::Class(name) | Value::Known(_, name) if matches!(&*name, "Optional" | "Union") => {
                    has_none = &*name == "Optional";
                    arguments_of(subscript).iter().collect()
                }
                _ => return None,
            },
            _ => return None,
        };
        let mut members = Vec::new();
        for part in parts {
            match self.union_members(part) {
                Some((inner, none)) => {
                    members.extend(inner);
                    has_none |= none;
                }
                None if part.is_none_literal_expr() => has_none = true,
                None => members.push(part),
            }
        }
        Some((members, has_none))
    }

    fn union_rule(&mut self, node: &'a ast::Expr, members: Vec<&'a ast::Expr>, config: &ModelConfig) -> Option<Rule> {
        if let [only] = members[..] {
            return self.ruled(only, config).map(|(_, rule)| rule);
        }
        let mut parts: Vec<Ruled> = Vec::new();
        for member in members {
            let (ty, rule) = self.ruled(member, config)?;
            let is_class = rule.parts.iter().any(|(_, part)| part.instance_only);
            let ruled = match is_class {
                // The class itself has its name in errors, those that derive from it have none.
                true => rule
                    .parts
                    .into_iter()
                    .map(|(ty, part)| match part.instance_only {
                        true => (ty, part),
                        false => (ty, Rule { label: rule.label.clone(), ..part }),
                    })
                    .collect(),
                false => vec![(ty, rule)],
            };
            for ruled in ruled {
                if !parts.contains(&ruled) {
                    parts.push(ruled);
                }
            }
        }
        match parts.len() {
            0 => self.refuse_rule(node, "a union of nothing but `None` cannot be validated", "write `None`"),
            1 => Some(parts.remove(0).1),
            _ => {
                let named = parts.iter().filter(|(_, rule)| !rule.instance_only);
                let labels: Vec<&str> = named.map(|(_, rule)| rule.label.as_str()).collect();
                let label = format!("union[{}]", labels.join(","));
                Some(Rule { parts, label, ..Rule::default() })
            }
        }
    }

    /// What an item of `Annotated` behind the type says.
    fn add_metadata(&mut self, node: &'a ast::Expr, ty: &Type, rule: &mut Rule) -> Option<()> {
        let ast::Expr::Call(call) = node else {
            if matches!(node, ast::Expr::StringLiteral(_)) {
                return Some(());
            }
            self.refuse_rule(node, "this in `Annotated` cannot be compiled", "write `Field(…)`");
            return None;
        };
        let name = match self.annotation_value(&call.func) {
            Value::Known(module, name) if matches!(&*module, "pydantic" | "annotated_types") => name,
            _ => {
                self.refuse_rule(node, "this in `Annotated` cannot be compiled", "write `Field(…)`");
                return None;
            }
        };
        let first = call.arguments.args.first().and_then(constant);
        let option = match &*name {
            "Field" | "StringConstraints" | "Interval" => {
                self.add_limits(call, ty, rule)?;
                return Some(());
            }
            "Strict" => ("strict", first.or(Some(Constant::Bool(true)))),
            "Gt" => ("gt", first),
            "Ge" => ("ge", first),
            "Lt" => ("lt", first),
            "Le" => ("le", first),
            "MultipleOf" => ("multiple_of", first),
            "MinLen" => ("min_length", first),
            "MaxLen" => ("max_length", first),
            _ => {
                let message = format!("`{name}` cannot be compiled");
                self.refuse_rule(node, message, "use `Field(…)`, or a `field_validator` of mode \"after\"");
                return None;
            }
        };
        match option {
            (name, Some(value)) => self.add_limit(node, rule, ty, name, value),
            (name, None) => {
                self.refuse_rule(node, format!("`{name}` takes a constant here"), "write a number");
                None
            }
        }
    }

    /// The limits that `Field(…)` sets.
    pub(super) fn add_limits(&mut self, call: &'a ast::ExprCall, ty: &Type, rule: &mut Rule) -> Option<()> {
        const LIMITS: &[&str] = &[
            "gt",
            "ge",
            "lt",
            "le",
            "multiple_of",
            "min_length",
            "max_length",
            "pattern",
            "strict",
            "allow_inf_nan",
            "strip_whitespace",
            "to_lower",
            "to_upper",
        ];
        for keyword in &call.arguments.keywords {
            let Some(name) = keyword.arg.as_ref().map(|name| name.as_str()).filter(|name| LIMITS.contains(name)) else {
                continue;
            };
            match constant(&keyword.value) {
                Some(Constant::None) => {}
                Some(value) => self.add_limit(&keyword.value, rule, ty, name, value)?,
                None => {
                    self.refuse_rule(&keyword.value, format!("`{name}` must be a constant"), "write the value itself");
                    return None;
                }
            }
        }
        Some(())
    }

    fn add_limit(&mut self, node: &ast::Expr, rule: &mut Rule, ty: &Type, name: &str, value: Constant) -> Option<()> {
        let limited = match ty {
            Type::Union(members) if rule.nullable => {
                let others: Vec<&Type> = members.iter().filter(|member| **member != Type::None).collect();
                match others[..] {
                    [only] => only.clone(),
                    _ => ty.clone(),
                }
            }
            other => other.clone(),
        };
        match limit(rule, &limited, name, value) {
            Ok(()) => {
                label(rule, &limited);
                if rule.nullable {
                    rule.label = format!("nullable[{}]", rule.label);
                }
                Some(())
            }
            Err(()) => {
                let message = format!("`{name}` of a `{limited}` cannot be compiled");
                self.refuse_rule(
                    node,
                    message,
                    "limit the type that it is meant for: `list[Annotated[int, Field(gt=0)]]`",
                );
                None
            }
        }
    }
}

/// Adds a limit, if values of the type can have it.
fn limit(rule: &mut Rule, ty: &Type, name: &str, value: Constant) -> Result<(), ()> {
    let is_number = matches!(ty, Type::Int | Type::Float);
    let has_length = matches!(
        ty,
        Type::Str
            | Type::Bytes
            | Type::List(_)
            | Type::Set(_)
            | Type::FrozenSet(_)
            | Type::Dict(..)
            | Type::Sequence(_)
    );
    let place = match name {
        "gt" => Some(&mut rule.gt),
        "ge" => Some(&mut rule.ge),
        "lt" => Some(&mut rule.lt),
        "le" => Some(&mut rule.le),
        "multiple_of" => Some(&mut rule.multiple_of),
        _ => None,
    };
    match (place, &value) {
        (Some(place), Constant::Int(_)) if is_number => *place = Some(value),
        (Some(place), Constant::Float(_)) if *ty == Type::Float => *place = Some(value),
        (None, Constant::Int(count)) if has_length && *count >= 0 && name == "min_length" => {
            rule.min_length = Some(*count as u64);
        }
        (None, Constant::Int(count)) if has_length && *count >= 0 && name == "max_length" => {
            rule.max_length = Some(*count as u64);
        }
        (None, Constant::Str(pattern)) if *ty == Type::Str && name == "pattern" => {
            rule.pattern = Some(pattern.to_string())
        }
        (None, Constant::Bool(value)) if name == "strict" => rule.strict = *value,
        (None, Constant::Bool(value)) if *ty == Type::Float && name == "allow_inf_nan" => rule.allow_inf_nan = *value,
        (None, Constant::Bool(value)) if *ty == Type::Str => match name {
            "strip_whitespace" => rule.strip = *value,
            "to_lower" => rule.lower = *value,
            "to_upper" => rule.upper = *value,
            _ => return Err(()),
        },
        _ => return Err(()),
    }
    Ok(())
}

/// How the errors of a union call the type: the name of the validator in pydantic-core.
fn label(rule: &mut Rule, ty: &Type) {
    let part = |index: usize| rule.parts.get(index).map_or("any", |(_, rule)| rule.label.as_str());
    let has_limit = [&rule.gt, &rule.ge, &rule.lt, &rule.le, &rule.multiple_of].into_iter().any(Option::is_some);
    let has_length = rule.min_length.is_some() || rule.max_length.is_some();
    let changes = rule.strip || rule.lower || rule.upper || rule.pattern.is_some();
    let constrained = |is: bool, name: &str| if is { format!("constrained-{name}") } else { name.to_owned() };
    rule.label = match ty {
        _ if !rule.choices.is_empty() => {
            let choices: Vec<String> = rule.choices.iter().map(shown).collect();
            format!("literal[{}]", choices.join(","))
        }
        Type::None => "none".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Int => constrained(has_limit, "int"),
        Type::Float => constrained(has_limit || !rule.allow_inf_nan, "float"),
        Type::Str => constrained(has_length || changes, "str"),
        Type::Bytes => constrained(has_length, "bytes"),
        Type::List(_) => format!("list[{}]", part(0)),
        Type::Set(_) => format!("set[{}]", part(0)),
        Type::FrozenSet(_) => format!("frozenset[{}]", part(0)),
        Type::Sequence(_) => format!("tuple[{}, ...]", part(0)),
        Type::Dict(..) => format!("dict[{},{}]", part(0), part(1)),
        Type::Tuple(members) => format!("tuple[{}]", (0..members.len()).map(part).collect::<Vec<_>>().join(", ")),
        Type::Record(record) => match record.kind {
            RecordKind::Enum(EnumBase::Int | EnumBase::MixedInt) => format!("int-enum[{}]", short(&record.name)),
            RecordKind::Enum(EnumBase::Str | EnumBase::MixedStr) => format!("str-enum[{}]", short(&record.name)),
            RecordKind::Enum(EnumBase::Plain) => format!("enum[{}]", short(&record.name)),
            _ => short(&record.name).to_owned(),
        },
        _ => std::mem::take(&mut rule.label),
    };
}

/// A choice of a `Literal` as Python shows it.
fn shown(constant: &Constant) -> String {
    let Constant::Str(text) = constant else { return constant.to_string() };
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            _ if c == quote => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out.push(quote);
    out
}
