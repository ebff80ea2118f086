//! The fields of a model: their types, and the functions that give defaults and validate.

use rustpython_ast as ast;

use super::super::arguments::Argument;
use super::super::function::{FunctionTracer, poisoned};
use super::super::record::first_parameter;
use super::super::value::Value;
use super::config_of;
use super::validator::{FieldValidator, Steps};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, FunctionId, Model, ModelField};
use crate::scope::classes::{ClassDef, Declared, FieldDefault, ModelConfig, Validator, ValidatorMode};
use crate::source::{FileId, Span};
use crate::syntax;
use crate::types::Type;

/// The field that holds the names of the fields that were given: there is one where the program asks for them.
pub(in super::super) const FIELDS_SET: &str = "model_fields_set";

impl<'a> FunctionTracer<'_, 'a> {
    /// Notes that objects of a model are made, and what their fields are.
    pub(in super::super) fn make_model(&mut self, class: &'a ClassDef<'a>) -> Type {
        let ty = self.tracer.make_class(class);
        let Some(config) = config_of(class) else { return ty };
        if self.tracer.output.models.contains_key(&class.name) {
            return ty;
        }
        self.tracer.output.models.insert(class.name.clone(), Model::default());
        self.check_model(class);
        // The fields come in their order, before defaults and validators set any.
        let fields = self.tracer.classes.fields(class);
        for (_, field) in &fields {
            self.tracer.tables.join_field(&class.name, field.name, &Type::Never);
        }
        let mut read: Vec<ModelField> = Vec::new();
        for (owner, field) in fields {
            let valid = self.model_field(class, owner, field, config, &read);
            read.extend(valid);
        }
        let private = self.private_fields(class);
        let model = Model {
            is_root: config.is_root,
            private,
            fields_set: self.tracer.tables.field(&class.name, FIELDS_SET).map(|(index, _)| index),
            before: self.before_whole(class),
            serializer: self.whole_serializer(class, &ty),
            forbids_extra: config.forbids_extra,
            is_strict: config.strict,
            by_alias: config.by_alias,
            by_name: config.by_name || !config.by_alias,
            fields: read,
            computed: self.computed_fields(class, &ty),
            check: self.whole_check(class, &ty),
        };
        self.tracer.output.models.insert(class.name.clone(), model);
        ty
    }

    /// Refuses what changes how objects of a model are made, and fields of classes that are no models.
    fn check_model(&mut self, class: &'a ClassDef<'a>) {
        if let Some((owner, node)) = self.tracer.classes.method(class, "__init__") {
            let at = syntax::span(owner.file, &node.name);
            let message = "`__init__` of a pydantic model cannot be compiled";
            let diagnostic = Diagnostic::new(Code::UnsupportedClass, at, message);
            self.report(diagnostic.help("write `model_post_init`, or a class method that makes the object"));
        }
        for owner in class.ancestors.iter().filter_map(|name| self.tracer.classes.get(name)) {
            let declared = owner.declared.iter().find(|declared| !declared.is_class_variable);
            if let Some(declared) = declared.filter(|_| config_of(owner).is_none()) {
                let at = syntax::span(owner.file, declared.range);
                let message = format!("`{}` is declared in a class that is no pydantic model", declared.name);
                let diagnostic = Diagnostic::new(Code::UnsupportedClass, at, message);
                self.report(
                    diagnostic.help("let the class derive from `BaseModel`, or declare the field in the model"),
                );
            }
        }
    }

    /// A field as it is validated; `None` where it was refused.
    fn model_field(
        &mut self,
        class: &'a ClassDef<'a>,
        owner: &'a ClassDef<'a>,
        field: &'a Declared<'a>,
        config: &ModelConfig,
        before: &[ModelField],
    ) -> Option<ModelField> {
        let annotation = field.annotation?;
        let (declared, rule) = self.validating(owner, |tracer| {
            let (ty, mut rule) = tracer.ruled_field(annotation, config)?;
            for call in &field.model.calls {
                tracer.add_limits(call, &ty, &mut rule)?;
            }
            Some((ty, rule))
        })?;
        let (index, _) = self.tracer.tables.join_field(&class.name, field.name, &Type::Never);
        let mut validators = self.functional_validators(owner, annotation);
        let methods = self.validators(class, Some(field.name)).into_iter();
        validators.extend(methods.map(|(owner, validator)| FieldValidator::Method(owner, validator)));
        let ruled = (declared, rule);
        let knows_earlier = validators.iter().any(|validator| self.takes_info(validator));
        let before = if knows_earlier { before } else { &[] };
        let Steps { around, last } = self.field_steps(class, field, &ruled, validators, before)?;
        let (declared, rule) = ruled;
        let default = match field.default {
            Some(default) => Some(self.model_default(class, owner, field, default, &declared)?),
            None => None,
        };
        Some(ModelField {
            name: field.name.to_owned(),
            field: index,
            alias: field.model.alias.clone().filter(|alias| alias != field.name),
            written_as: field.model.written_as.clone().filter(|alias| alias != field.name),
            ty: declared,
            rule,
            steps: around,
            check: last,
            knows_earlier,
            default,
            is_excluded: field.model.is_excluded,
            serializer: self.field_serializer(class, field),
        })
    }

    /// The private attributes, by their indices, with what they begin with.
    fn private_fields(&mut self, class: &'a ClassDef<'a>) -> Vec<(usize, FunctionId)> {
        let mut found = Vec::new();
        for (owner, field) in self.tracer.classes.private(class) {
            let declared = self.field_annotation(owner, field).unwrap_or(Type::Never).widened();
            let (index, _) = self.tracer.tables.join_field(&class.name, field.name, &declared);
            let function = match field.default {
                Some(default) => self.model_default(class, owner, field, default, &declared),
                None => {
                    let name = format!("{}.{}", class.node.name.as_str(), field.name);
                    let span = place_of(class, field);
                    Some(self.tracer.made_function(span, "default", &name, Vec::new(), |tracer, _| {
                        let unbound = Expr { kind: ExprKind::Constant(Constant::None), ty: Type::Unbound, span };
                        tracer.held(class, field.name, unbound)
                    }))
                }
            };
            found.extend(function.map(|function| (index, function)));
        }
        found
    }

    /// Reads annotations of a class, in which models stand for what is made by validating.
    fn validating<T>(&mut self, owner: &ClassDef<'a>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.reading_annotations(owner.file, read)
    }

    /// The same of any module.
    pub(super) fn reading_annotations<T>(&mut self, file: FileId, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = (std::mem::replace(&mut self.arrives, false), std::mem::replace(&mut self.validates, true));
        let result = self.in_module(file, read);
        (self.arrives, self.validates) = outer;
        result
    }

    /// A value at the type that the field holds.
    pub(super) fn held(&mut self, class: &ClassDef<'a>, field: &str, value: Expr) -> Expr {
        if poisoned(&value.ty) {
            return value;
        }
        let ty = value.ty.widened();
        if let Some((_, known)) = self.tracer.tables.field(&class.name, field) {
            self.unify_sites(&ty, &known);
        }
        let (_, ty) = self.tracer.tables.join_field(&class.name, field, &ty);
        self.convert(value, &ty)
    }

    /// The validators of a field, or of the whole where no field is named, in the order in which they run.
    pub(super) fn validators(
        &self,
        class: &'a ClassDef<'a>,
        field: Option<&str>,
    ) -> Vec<(&'a ClassDef<'a>, Validator<'a>)> {
        let mut found: Vec<(&'a ClassDef<'a>, Validator<'a>)> = Vec::new();
        for owner in class.ancestors.iter().rev().filter_map(|name| self.tracer.classes.get(name)) {
            for validator in &owner.validators {
                let is_for = match (field, &validator.fields) {
                    (Some(field), Some(names)) => names.iter().any(|name| *name == field || *name == "*"),
                    (None, None) => true,
                    _ => false,
                };
                if !is_for {
                    continue;
                }
                // One of the same name takes the place of an inherited one.
                match found.iter_mut().find(|(_, other)| other.node.name == validator.node.name) {
                    Some(place) => *place = (owner, validator.clone()),
                    None => found.push((owner, validator.clone())),
                }
            }
        }
        found
    }

    /// The functions that give the values of properties that are shown and written as fields.
    fn computed_fields(&mut self, class: &'a ClassDef<'a>, ty: &Type) -> Vec<(String, FunctionId)> {
        let span = syntax::span(class.file, &class.node.name);
        let names = self.tracer.classes.computed(class).into_iter();
        let function = |name: &'a str| {
            let parameters = vec![("self".to_owned(), ty.clone())];
            let title = format!("{}.{name}", class.node.name.as_str());
            let function = self.tracer.made_function(span, "computed", &title, parameters, |tracer, mut values| {
                tracer.record_attribute(values.remove(0), name, span)
            });
            (name.to_owned(), function)
        };
        names.map(function).collect()
    }

    /// What runs on the object when all fields are valid.
    fn whole_check(&mut self, class: &'a ClassDef<'a>, ty: &Type) -> Option<FunctionId> {
        let mut validators = self.validators(class, None);
        validators.retain(|(_, validator)| validator.mode == ValidatorMode::After);
        let after_fields = self.tracer.classes.method(class, "model_post_init");
        if validators.is_empty() && after_fields.is_none() {
            return None;
        }
        let span = syntax::span(class.file, &class.node.name);
        let parameters = vec![("self".to_owned(), ty.clone())];
        let name = class.node.name.as_str();
        let function = self.tracer.made_function(span, "check", name, parameters, |tracer, mut values| {
            let mut object = values.remove(0);
            if let Some((owner, node)) = after_fields {
                let definition = tracer.method_definition(owner, node);
                let arguments = [object.clone(), Expr::constant(Constant::None, span)];
                let arguments = arguments.map(|value| Argument { keyword: None, span, value: Value::Expr(value) });
                let call = tracer.call_definition(definition, arguments.to_vec(), span);
                tracer.emit_discarded(call);
            }
            for (owner, validator) in validators {
                if first_parameter(validator.node).is_none() {
                    continue;
                }
                let definition =
                    super::super::value::Definition { bare: true, ..tracer.method_definition(owner, validator.node) };
                let this = Argument { keyword: None, span, value: Value::Expr(object.clone()) };
                let result = tracer.call_undecorated(definition, None, vec![this], span);
                if poisoned(&result.ty) {
                    return result;
                }
                object = tracer.keep("object", result);
            }
            object
        });
        let found = self.tracer.result_of(function);
        if found != *ty && found != Type::Never && found != Type::Unknown {
            let message = format!("a `model_validator` must return the object itself, not `{found}`");
            self.report(Diagnostic::new(Code::UnsupportedClass, span, message).help("end it with `return self`"));
            return None;
        }
        Some(function)
    }

    /// What gives the value of a field where none is given.
    fn model_default(
        &mut self,
        class: &'a ClassDef<'a>,
        owner: &'a ClassDef<'a>,
        field: &'a Declared<'a>,
        default: FieldDefault<'a>,
        declared: &Type,
    ) -> Option<FunctionId> {
        let span = place_of(class, field);
        let at = match default {
            FieldDefault::Value(node) | FieldDefault::Factory(node) => syntax::span(owner.file, node),
        };
        if let FieldDefault::Value(node) = default
            && !self.is_repeatable(owner, node)
        {
            let message = format!(
                "the default of `{}` is no constant, and Python evaluates it when the module is run",
                field.name
            );
            let diagnostic = Diagnostic::new(Code::UnsupportedClass, at, message);
            self.report(
                diagnostic.help("write a constant, a list, dict or object of constants, or a `default_factory`"),
            );
            return None;
        }
        let name = format!("{}.{}", class.node.name.as_str(), field.name);
        let function = self.tracer.made_function(span, "default", &name, Vec::new(), |tracer, _| {
            let value = match default {
                FieldDefault::Value(node) => {
                    tracer.in_module(owner.file, |tracer| tracer.expression(node, Some(declared)))
                }
                FieldDefault::Factory(_) => tracer.field_default(owner, field.name, default, Some(declared), at),
            };
            let is_shared = matches!(value.kind, ExprKind::Global(_));
            if is_shared && value.ty.any(&|part| !part.elements().is_empty() || matches!(part, Type::Record(_))) {
                let message = format!(
                    "the default of `{}` is an object of the module, which each model copies in Python",
                    field.name
                );
                let diagnostic = Diagnostic::new(Code::UnsupportedClass, at, message);
                return tracer.refuse(diagnostic.help("write a `default_factory` that makes a new one"));
            }
            tracer.held(class, field.name, value)
        });
        Some(function)
    }

    /// Whether an expression gives an equal value whenever it is evaluated.
    fn is_repeatable(&mut self, owner: &ClassDef<'a>, node: &'a ast::Expr) -> bool {
        let parts: Vec<&'a ast::Expr> = match node {
            _ if crate::catalog::constant(node).is_some() => return true,
            ast::Expr::Name(_) | ast::Expr::Attribute(_) => return true,
            ast::Expr::List(list) => list.elts.iter().collect(),
            ast::Expr::Tuple(tuple) => tuple.elts.iter().collect(),
            ast::Expr::Set(set) => set.elts.iter().collect(),
            ast::Expr::Dict(dict) => {
                let keys: Option<Vec<_>> = dict.items.iter().map(|item| item.key.as_ref()).collect();
                let Some(keys) = keys else { return false };
                keys.into_iter().chain(dict.items.iter().map(|item| &item.value)).collect()
            }
            ast::Expr::UnaryOp(unary) => vec![&*unary.operand],
            ast::Expr::BinOp(operation) => vec![&*operation.left, &*operation.right],
            ast::Expr::Call(call) => {
                let is_plain = match self.in_module(owner.file, |tracer| tracer.value(&call.func, None)) {
                    Value::ProjectClass(_) => true,
                    Value::Class(class) => CONTAINERS.contains(&&*class),
                    _ => false,
                };
                if !is_plain {
                    return false;
                }
                let keywords = call.arguments.keywords.iter().map(|keyword| &keyword.value);
                call.arguments.args.iter().chain(keywords).collect()
            }
            _ => return false,
        };
        parts.into_iter().all(|part| self.is_repeatable(owner, part))
    }
}

/// Classes whose objects are equal whenever they are made of equal things.
const CONTAINERS: &[&str] = &["builtins.list", "builtins.dict", "builtins.set", "builtins.frozenset", "builtins.tuple"];

/// The place that the functions of a field are known by: each class has its own, since each traces them anew.
pub(super) fn place_of(class: &ClassDef, field: &Declared) -> Span {
    syntax::span(class.file, field.range)
}
