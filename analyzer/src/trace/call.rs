//! Calls: of the program's functions, of catalog functions, methods and classes.

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use super::arguments::{Argument, Matched, default_of, match_arguments, out_of_order, shapes_of};
use super::closure::{Around, default_name};
use super::decorator::{cache_name, is_cache_name};
use super::entries::asked_entry;
use super::environment::Binding;
use super::function::{CallFrame, FunctionTracer, poison_of, poisoned};
use super::value::{Code as FunctionCode, Definition, Value};
use crate::catalog::{Signature, catalog};
use crate::diagnostics::{Code, Diagnostic, Label};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::scope::loaded_names;
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn call(&mut self, node: &'a ast::ExprCall, expected: Option<&Type>) -> Value<'a> {
        let span = self.span(node);
        let takes_any = std::mem::take(&mut self.takes_any);
        if let Some(value) = self.exception_super_call(node) {
            return Value::Expr(value);
        }
        if let Some(found) = self.info_get(node) {
            return Value::Expr(found);
        }
        let callee = self.value(&node.func, None);
        self.takes_any = takes_any;
        if let Some(value) = self.intrinsic(&callee, node, expected) {
            return value;
        }
        if let Some(made) = self.transform(&callee, node) {
            return made;
        }
        if let Some(made) = self.adapter(node) {
            return made;
        }
        if let Some(made) = self.model_of_any(&callee, node) {
            return Value::Expr(made);
        }
        self.mark_immediate(&callee, node);
        let spreads = node.arguments.args.iter().any(ast::Expr::is_starred_expr)
            || node.arguments.keywords.iter().any(|keyword| keyword.arg.is_none());
        if spreads {
            // What is spread out is kept in variables, in its place among the other arguments.
            return Value::Expr(self.with_setup(|tracer| {
                let Some(arguments) = tracer.arguments_for(&callee, &node.arguments) else {
                    return Expr::invalid(span);
                };
                match tracer.spread_call(&callee, &arguments, span) {
                    Some(value) => value,
                    None => tracer.call_traced(callee, arguments, false, span),
                }
            }));
        }
        let Some(arguments) = self.arguments_for(&callee, &node.arguments) else {
            return Value::Expr(Expr::invalid(span));
        };
        if let Some(made) = self.made_function(&callee, &arguments, span) {
            return made;
        }
        if matches!(&callee, Value::Known(module, name) if (&**module, &**name) == ("functools", "partial")) {
            return Value::Expr(self.with_setup(|tracer| tracer.partial(arguments, span)));
        }
        let at_once = self.immediate.contains(&node.range());
        if !arguments.iter().any(|argument| is_made_here(&argument.value)) {
            return Value::Expr(self.call_traced(callee, arguments, at_once, span));
        }
        // A function that is called for each item is made once.
        Value::Expr(self.with_setup(|tracer| {
            let keep = |argument: Argument<'a>| match is_made_here(&argument.value) {
                true => tracer.keep_argument(argument),
                false => argument,
            };
            let arguments = arguments.into_iter().map(keep).collect();
            tracer.call_traced(callee, arguments, at_once, span)
        }))
    }

    fn call_traced(&mut self, callee: Value<'a>, arguments: Vec<Argument<'a>>, at_once: bool, span: Span) -> Expr {
        let outer = std::mem::replace(&mut self.at_once, at_once);
        let runs_code = arguments.iter().any(|argument| match &argument.value {
            Value::Expr(value) => value.ty.any(&|part| matches!(part, Type::Iterator(_) | Type::Callable(_))),
            Value::Function(_) | Value::Method(..) | Value::BoundMethod(..) => true,
            _ => false,
        });
        let value = match self.special_call(&callee, &arguments, span) {
            Some(value) => value,
            None => self.call_value(callee, arguments, span),
        };
        self.at_once = outer;
        if runs_code {
            self.forget_shared();
        }
        value
    }

    /// Calls that call functions given to them, and forms that the stubs know under names of their own.
    pub(super) fn special_call(&mut self, callee: &Value<'a>, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        match callee {
            Value::Native(module, name) if &**module == "re" => self.regex_call(name, arguments, span),
            Value::Native(module, name) if &**module == "struct" => self.struct_call(name, arguments, span),
            Value::Class(class) if &**class == "struct.Struct" => self.struct_call("Struct", arguments, span),
            Value::Method(receiver, name) if matches!(receiver.ty, Type::Struct(_)) => {
                self.struct_method(receiver, name, arguments, span)
            }
            Value::Native(_, name) if &**name == "object.__setattr__" => self.set_by_object(arguments, span),
            Value::Native(_, name) if &**name == "object.__init__" => Some(Expr::constant(Constant::None, span)),
            Value::Native(module, name) if &**module == "builtins" && &**name == "print" => {
                Some(self.print(arguments.to_vec(), span))
            }
            Value::Native(module, name) if &**module == "builtins" => {
                if let Some(value) = self.iteration_call(name, arguments, span) {
                    return Some(value);
                }
                let strict = arguments.iter().position(|argument| argument.keyword == Some("strict"))?;
                let (Value::Expr(value), "zip") = (&arguments[strict].value, &**name) else { return None };
                let mut rest = arguments.to_vec();
                rest.remove(strict);
                let name = match super::arguments::constant_of(value)? {
                    Constant::Bool(true) => "_zip_strict",
                    _ => "zip",
                };
                Some(self.call_value(Value::Native(module.clone(), name.into()), rest, span))
            }
            Value::Native(module, name) if &**module == "urllib.parse" => self.url_call(name, arguments, span),
            Value::Native(module, _) if matches!(&**module, "os" | "os.path") => {
                let texts = self.paths_as_text(arguments, span)?;
                Some(self.call_value(callee.clone(), texts, span))
            }
            Value::Native(module, name) if &**module == "copy" => self.copy_call(name, arguments, span),
            Value::Native(module, name) if &**module == "itertools" => self.itertools_call(name, arguments, span),
            Value::Known(module, name) => self.message_call(module, name, arguments, span),
            Value::Method(receiver, name) if super::messages::is_log_method(&receiver.ty, name) => {
                self.log_call(receiver, name, arguments, span)
            }
            Value::Method(receiver, name) if &**name == "sort" && matches!(receiver.ty, Type::List(_)) => {
                self.sort_by_key((**receiver).clone(), arguments, span)
            }
            Value::Method(receiver, name) if receiver.ty == Type::Str && &**name == "format" => {
                Some(self.str_format((**receiver).clone(), arguments.to_vec(), span))
            }
            Value::Method(receiver, name) if receiver.ty == Type::Str && &**name == "format_map" => match arguments {
                [Argument { keyword: None, value: Value::Expr(mapping), .. }] => {
                    Some(self.str_format_map((**receiver).clone(), mapping.clone(), span))
                }
                _ => None,
            },
            Value::Method(receiver, _) if matches!(receiver.ty, Type::Pattern(_) | Type::Match(_)) => None,
            Value::Method(receiver, name) => self.variadic_method(receiver, name, arguments, span),
            _ => None,
        }
    }

    /// Methods of sets and dicts that take any number of arguments: one call after the other.
    fn variadic_method(&mut self, receiver: &Expr, name: &str, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let keywords = arguments.iter().any(|argument| argument.keyword.is_some());
        match (&receiver.ty, name) {
            (Type::Set(_) | Type::FrozenSet(_), "union" | "intersection" | "difference")
                if arguments.len() != 1 && !keywords =>
            {
                let set = receiver.clone();
                Some(self.with_setup(|tracer| {
                    let arguments: Vec<_> =
                        arguments.iter().map(|argument| tracer.keep_argument(argument.clone())).collect();
                    let copy = tracer.call_method(set, "copy", Vec::new(), span);
                    arguments
                        .into_iter()
                        .fold(copy, |set, argument| tracer.call_method(set, name, vec![argument], span))
                }))
            }
            (Type::Set(_), "update" | "intersection_update" | "difference_update")
                if arguments.len() != 1 && !keywords =>
            {
                let set = receiver.clone();
                Some(self.with_setup(|tracer| {
                    let set = tracer.keep("set", set);
                    let arguments: Vec<_> =
                        arguments.iter().map(|argument| tracer.keep_argument(argument.clone())).collect();
                    for argument in arguments {
                        let call = tracer.call_method(set.clone(), name, vec![argument], span);
                        tracer.emit_call(call);
                    }
                    Expr::constant(Constant::None, span)
                }))
            }
            (Type::Dict(..), "update") if keywords => {
                let dict = receiver.clone();
                Some(self.with_setup(|tracer| {
                    let dict = tracer.keep("dict", dict);
                    let arguments: Vec<_> =
                        arguments.iter().map(|argument| tracer.keep_argument(argument.clone())).collect();
                    for argument in arguments {
                        let call = match argument.keyword {
                            None => tracer.call_method(dict.clone(), name, vec![argument], span),
                            Some(key) => {
                                let key = tracer.string(key, argument.span);
                                let key = Argument { keyword: None, span: argument.span, value: Value::Expr(key) };
                                let value = Argument { keyword: None, ..argument };
                                tracer.call_method(dict.clone(), "__setitem__", vec![key, value], span)
                            }
                        };
                        tracer.emit_call(call);
                    }
                    Expr::constant(Constant::None, span)
                }))
            }
            _ => None,
        }
    }

    pub(super) fn call_value(&mut self, callee: Value<'a>, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        match callee {
            Value::Function(definition) => self.call_function(definition, None, arguments, span),
            Value::Unbound(class, name) => self.call_unbound(&class, &name, arguments, span),
            Value::Native(module, name) if &*module == "operator" => {
                match self.operator_call(&name, &arguments, span) {
                    Some(value) => value,
                    None => {
                        let message = format!("`operator.{name}` does not take these arguments");
                        self.refuse(Diagnostic::new(Code::CallArguments, span, message))
                    }
                }
            }
            Value::Getter(getter) => self.call_getter(&getter, arguments, span),
            Value::Transform(steps) => self.call_transform(&steps, arguments, span),
            Value::Native(module, name) => {
                let overloads = catalog().module(&module).and_then(|module| module.functions.get(&name));
                match overloads {
                    Some(overloads) => self.call_native(&name, overloads, arguments, span),
                    None => match self.intrinsic_of_value(&name, &arguments, span) {
                        Some(value) => value,
                        None => self.not_callable(&Value::Native(module, name), span),
                    },
                }
            }
            Value::Method(receiver, name) => self.call_method(*receiver, &name, arguments, span),
            Value::ProjectClass(class) => self.construct_record(class, arguments, span),
            Value::BoundMethod(object, definition) => {
                let this = Argument { keyword: None, span: object.span, value: Value::Expr(*object) };
                self.call_definition(definition, std::iter::once(this).chain(arguments).collect(), span)
            }
            Value::ClassMethod(class, definition) => self.call_class_method(class, definition, arguments, span),
            Value::Make(class) => self.named_tuple_of(class, arguments, span),
            Value::Model(class, function) => self.model_function(class, function, arguments, span),
            Value::AdapterMethod(adapter, method) => self.call_adapter(&adapter, method, &arguments, span),
            Value::Handler(handler) => self.call_handler(&handler, arguments, span),
            Value::Nothing => Expr::constant(Constant::None, span),
            Value::Known(module, name) if &*module == "dataclasses" => self.dataclasses_call(&name, arguments, span),
            Value::Class(class) => match self.intrinsic_of_value(&class, &arguments, span) {
                Some(value) => value,
                None => self.construct(&class, arguments, span),
            },
            Value::ExceptionClass(class) => self.construct_exception(class, arguments, span),
            Value::Expr(expr) if let Some(poison) = poison_of([&expr], span) => poison,
            Value::Expr(Expr { ty: Type::Callable(callable), kind, span: at }) => {
                let function = Expr { kind, ty: Type::Callable(callable.clone()), span: at };
                self.call_callable(function, &callable, arguments, span)
            }
            Value::Expr(expr)
                if expr.ty.is_union() && expr.ty.members().iter().all(|ty| matches!(ty, Type::Callable(_))) =>
            {
                self.with_setup(|tracer| {
                    let function = tracer.keep("function", expr);
                    let arguments: Vec<Argument> =
                        arguments.into_iter().map(|argument| tracer.keep_argument(argument)).collect();
                    tracer.for_each_member(function, &mut |tracer, member| {
                        tracer.call_value(Value::Expr(member), arguments.clone(), span)
                    })
                })
            }
            Value::Expr(expr) if self.is_record_method(&expr.ty, "__call__") || is_called(&expr.ty) => {
                self.call_method(expr, "__call__", arguments, span)
            }
            other => self.not_callable(&other, span),
        }
    }

    fn not_callable(&mut self, value: &Value<'a>, span: Span) -> Expr {
        let message = format!("{} cannot be called in compiled code", value.describe());
        self.refuse(Diagnostic::new(Code::NotCallable, span, message))
    }

    /// The arguments of a method that seeks an item among elements of several types: it is sought as one of them.
    fn sought_among(
        &mut self,
        receiver: &Type,
        name: &str,
        mut arguments: Vec<Argument<'a>>,
    ) -> Result<Vec<Argument<'a>>, Box<Diagnostic>> {
        let is_sequence = matches!(receiver, Type::List(_) | Type::Sequence(_) | Type::Container(..));
        if !is_sequence || !matches!(name, "index" | "count" | "remove") {
            return Ok(arguments);
        }
        let held = self.item_type(receiver).filter(Type::is_union);
        if let (Some(held), Some(Argument { value: Value::Expr(item), span, .. })) = (held, arguments.first_mut())
            && item.ty != held
            && !poisoned(&item.ty)
        {
            if !crate::types::is_subtype(&item.ty, &held) {
                let message = format!("a `{}` is sought among elements that are `{held}`", item.ty);
                let diagnostic = Diagnostic::new(Code::ElementType, *span, message);
                return Err(Box::new(diagnostic.help("convert it to the type of one of them, or write a loop")));
            }
            *item = self.convert(item.clone(), &held);
        }
        Ok(arguments)
    }

    pub(super) fn call_method(&mut self, receiver: Expr, name: &str, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        if receiver.ty.is_union() {
            return self.with_setup(|tracer| {
                let receiver = tracer.keep("receiver", receiver);
                let arguments: Vec<Argument> =
                    arguments.into_iter().map(|argument| tracer.keep_argument(argument)).collect();
                tracer.for_each_member(receiver, &mut |tracer, member| {
                    tracer.call_method(member, name, arguments.clone(), span)
                })
            });
        }
        if matches!(receiver.ty, Type::Record(_)) {
            let ty = receiver.ty.clone();
            return self.call_record_method(receiver, name, arguments, span).unwrap_or_else(|| {
                let diagnostic = self.unknown_attribute(&ty, name, span);
                self.refuse(diagnostic)
            });
        }
        if let Some(value) = self.regex_method(&receiver, name, &arguments, span) {
            return value;
        }
        if let Type::Exception(class) = &receiver.ty
            && self.has_exception_method(class, name)
        {
            return self.call_exception_method(receiver, name, arguments, span);
        }
        if let (Type::Iterator(_), "close", []) = (&receiver.ty, name, &arguments[..]) {
            return self.raising_native(
                "generator::close",
                vec![NativeArgument::Reference(receiver)],
                Type::None,
                span,
            );
        }
        if matches!(name, "substitute" | "safe_substitute")
            && receiver.ty == Type::instance("string.Template")
            && !matches!(&arguments[..], [Argument { keyword: None, value: Value::Expr(_), .. }])
        {
            return self.substitute_named(receiver, name, arguments, span);
        }
        let class = super::native::class_of(&receiver.ty);
        let Some(overloads) = class.as_deref().and_then(|class| catalog().method(class, name)) else {
            let diagnostic = self.unknown_attribute(&receiver.ty, name, span);
            return self.refuse(diagnostic);
        };
        let arguments = match self.sought_among(&receiver.ty, name, arguments) {
            Ok(arguments) => arguments,
            Err(diagnostic) => return self.refuse(*diagnostic),
        };
        let groups = match &receiver.ty {
            Type::Pattern(groups) | Type::Match(groups) => Some(groups.clone()),
            _ => None,
        };
        let asked = asked_entry(&receiver.ty, &arguments);
        let receiver = Argument { keyword: None, span: receiver.span, value: Value::Expr(receiver) };
        let arguments = std::iter::once(receiver).chain(arguments).collect();
        let value = self.call_native(name, overloads, arguments, span);
        let value = match asked {
            Some((dict, given)) => self.at_entry(&dict, name, &given, value),
            None => value,
        };
        match groups {
            Some(groups) => Expr { ty: super::regex::with_groups(&value.ty, &groups), ..value },
            None => value,
        }
    }

    /// A call of a catalog class.
    fn construct(&mut self, class: &str, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        if catalog().derives(class, "builtins.BaseException") {
            return self.new_exception(class, arguments, span);
        }
        let short = class.rsplit('.').next().unwrap_or(class);
        if arguments.is_empty()
            && let Some(empty) = self.empty_of(class, span)
        {
            return empty;
        }
        let arguments = self.keywords_as_items(class, arguments, span);
        match catalog().method(class, "__new__") {
            Some(overloads) => {
                let made = self.call_native(short, overloads, arguments.clone(), span);
                let made = self.container_at_site(made, overloads, &arguments, span);
                match &arguments[..] {
                    [Argument { keyword: None, value: Value::Expr(copied), .. }] => {
                        self.with_copied_entries(made, &[&copied.ty], span)
                    }
                    _ => made,
                }
            }
            None => {
                let message = format!("`{short}` cannot be made in compiled code");
                let diagnostic = Diagnostic::new(Code::UnknownAttribute, span, message);
                self.refuse(
                    diagnostic.help(format!("make the `{short}` at module level: it is captured into the library")),
                )
            }
        }
    }

    /// `Counter(a=1)`: the keywords are items, as those of `dict` are.
    fn keywords_as_items(&mut self, class: &str, mut arguments: Vec<Argument<'a>>, span: Span) -> Vec<Argument<'a>> {
        let before = match class {
            "collections.Counter" | "collections.OrderedDict" => 0,
            "collections.defaultdict" => 1,
            _ => return arguments,
        };
        if arguments.len() == before
            || arguments.iter().take_while(|argument| argument.keyword.is_none()).count() != before
        {
            return arguments;
        }
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for argument in arguments.drain(before..) {
            let value = match argument.value {
                Value::Expr(value) => value,
                other => self.function_value(other, argument.span),
            };
            keys.push(self.string(argument.keyword.unwrap_or_default(), argument.span));
            values.push(value);
        }
        let (keys, values) = (self.elements(keys, None, 0, span), self.elements(values, None, 1, span));
        let items = match (keys, values) {
            (Some((key, keys)), Some((value, values))) => {
                let pairs = keys.into_iter().zip(values).collect();
                Expr { kind: ExprKind::Dict(pairs), ty: Type::Dict(key, value), span }
            }
            _ => Expr::invalid(span),
        };
        arguments.push(Argument { keyword: None, span, value: Value::Expr(items) });
        arguments
    }

    /// A call of a function of the project: traced for the types of the arguments.
    /// `around`: what it sees of the functions around it, where it is not called by its name in one of them.
    pub(super) fn call_function(
        &mut self,
        definition: Definition<'a>,
        around: Option<Around<'a>>,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        if let FunctionCode::Def(function) = definition.code
            && !definition.nested
            && !definition.bare
        {
            if let Some(decorated) = self.decorated(definition, span) {
                return self.call_value(decorated, arguments, span);
            }
            self.tracer.check_decorators(definition.file, function);
        }
        self.call_undecorated(definition, around, arguments, span)
    }

    /// The same for a function whose decorators are known.
    pub(super) fn call_undecorated(
        &mut self,
        definition: Definition<'a>,
        around: Option<Around<'a>>,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let shapes = shapes_of(definition.parameters());
        if self.makes_context_manager(&definition) && !self.is_entered(&definition, span) {
            let name = definition.name();
            let message = format!("the context manager that `{name}` makes can only be entered where it is made");
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
            return self.refuse(diagnostic.help(format!("write `with {name}(…):`")));
        }
        if let Some(unsupported) = self.unsupported_parameters(&definition) {
            return self.refuse(unsupported);
        }
        let arguments = self.with_items_filled(&definition, &shapes, arguments, span);
        let matched = match match_arguments(&shapes, &arguments) {
            Ok(matched) => matched,
            Err(mismatch) => {
                let message = format!("{}() {}", definition.name(), mismatch.message);
                let place = crate::syntax::span(definition.file, definition.range());
                let place = Span { end: place.start + 3, ..place };
                let diagnostic = Diagnostic::new(Code::CallArguments, mismatch.span.unwrap_or(span), message);
                return self.refuse(diagnostic.label(place, "the function is defined here"));
            }
        };
        self.with_setup(|tracer| {
            let called = tracer.call_matched(definition, around, &shapes, matched, span);
            tracer.forget_shared();
            called
        })
    }

    /// The arguments, `*items` taken apart where the function has no `*` parameter.
    fn with_items_filled(
        &mut self,
        definition: &Definition<'a>,
        shapes: &[super::arguments::ParameterShape<'a>],
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Vec<Argument<'a>> {
        let is_spread = |value: &Value| matches!(value, Value::Spread(_) | Value::SpreadKeywords(_));
        if !arguments.iter().any(|argument| is_spread(&argument.value)) {
            return arguments;
        }
        let Some(name) = self.qualified_name(definition) else { return arguments };
        let target = super::spread::Target { name, receivers: 0, shapes };
        let mut default =
            |tracer: &mut Self, place: usize| match tracer.default_value_of(definition, shapes[place].name, span) {
                Value::Expr(value) => Some(value),
                _ => None,
            };
        let arguments = self.fill_fixed(&target, arguments, &mut default, span);
        let names: Vec<&'a str> = shapes.iter().map(|shape| shape.name).collect();
        self.fill_keywords(&target, &names, arguments, &mut default, span)
    }

    fn call_matched(
        &mut self,
        definition: Definition<'a>,
        around: Option<Around<'a>>,
        shapes: &[super::arguments::ParameterShape<'a>],
        matched: Vec<Matched<'a>>,
        span: Span,
    ) -> Expr {
        let keep = out_of_order(&matched);
        let mut values: Vec<(String, Expr)> = Vec::new();
        let around = around.unwrap_or_else(|| {
            let escapes = self.late.is_some() || super::generator::is_generator(&definition);
            self.around(&definition, escapes, span)
        });
        let Around { mut statics, mut captured } = around;
        if let Some(returned) = self.awaited(&definition, span) {
            captured.push(returned);
        }
        if !captured.is_empty() {
            self.share_escaping(&definition, &captured);
        }
        let mut ordered: Vec<(u32, usize, Matched<'a>)> = matched
            .into_iter()
            .enumerate()
            .map(|(index, matched)| match &matched {
                Matched::One(argument) => (argument.span.start, index, matched),
                _ => (u32::MAX, index, matched),
            })
            .collect();
        if keep {
            ordered.sort_by_key(|(start, ..)| *start);
        }
        let mut by_parameter: Vec<Option<Expr>> = vec![None; shapes.len()];
        let mut keywords: Vec<(String, Expr)> = Vec::new();
        for (_, index, matched) in ordered {
            let name = shapes[index].name;
            let value = match matched {
                Matched::Many(arguments) if shapes[index].keywords => {
                    let names: Vec<&'a str> = arguments.iter().filter_map(|argument| argument.keyword).collect();
                    for argument in arguments {
                        let held = super::arguments::keyword_name(name, argument.keyword.unwrap_or_default());
                        match argument.value {
                            Value::Expr(value) => keywords.push((held, self.plain_argument(value))),
                            other => keywords.push((held, self.function_value(other, argument.span))),
                        }
                    }
                    Value::Keywords(name, names.into())
                }
                Matched::Many(arguments) => Value::Expr(self.tuple_of(arguments, span)),
                Matched::One(argument) => argument.value,
                _ => {
                    let held = default_name(name);
                    match captured.iter().find(|(name, _)| *name == held) {
                        Some((_, value)) => Value::Expr(value.clone()),
                        None => self.default_value_of(&definition, name, span),
                    }
                }
            };
            match value {
                Value::Expr(value) => {
                    let value = self.plain_argument(value);
                    by_parameter[index] = Some(if keep { self.keep(name, value) } else { value });
                }
                Value::Function(function) if !self.reads_around(&function) => {
                    // It is called where the names around it are others.
                    let function = Definition { nested: false, ..function };
                    statics.set(name, Binding::Static(Value::Function(function)));
                }
                value @ (Value::Function(_) | Value::Method(..) | Value::BoundMethod(..)) => {
                    let value = self.function_value(value, span);
                    by_parameter[index] = Some(if keep { self.keep(name, value) } else { value });
                }
                other => statics.set(name, Binding::Static(other)),
            }
        }
        let names: Vec<&'a str> = shapes_of(definition.parameters()).iter().map(|shape| shape.name).collect();
        for (name, value) in names.into_iter().zip(by_parameter) {
            values.extend(value.map(|value| (name.to_owned(), value)));
        }
        values.extend(keywords);
        let own = values.len();
        let cache = captured.iter().find(|(name, _)| is_cache_name(name)).map(|(_, cache)| cache.clone());
        let is_cached = cache.is_some()
            && cache_name(&definition).is_some_and(|name| captured.iter().any(|(other, _)| *other == name));
        if is_cached {
            // They are also what the result is looked up by.
            for (name, value) in &mut values {
                let kept = self.keep(name, value.clone());
                *value = kept;
            }
        }
        let is_own = |name: &str| shapes.iter().any(|shape| shape.name == name);
        values.extend(captured.into_iter().filter(|(name, _)| !is_own(name)));
        if let Some(poison) = poison_of(values.iter().map(|(_, value)| value), span) {
            return poison;
        }
        let parameter = |(name, value): &(String, Expr)| {
            let ty = if is_cache_name(name) { value.ty.clone() } else { closed_sites(&value.ty) };
            (name.clone(), ty)
        };
        let parameters = values.iter().map(parameter).collect();
        let reported = self.tracer.output.diagnostics.len();
        let (function, ty) = self.tracer.instance(definition, CallFrame { parameters, own, statics }, span);
        self.label_call(reported, &definition, span);
        let arguments: Vec<Expr> = values.into_iter().map(|(_, value)| value).collect();
        let key = arguments[..own].to_vec();
        let call = Expr { kind: ExprKind::Call { function, arguments }, ty, span };
        match cache.filter(|_| is_cached) {
            Some(cache) => self.remembered(cache, key, call, span),
            None => call,
        }
    }

    /// Errors within a function say from where it was called with these types.
    fn label_call(&mut self, reported: usize, definition: &Definition, span: Span) {
        for diagnostic in &mut self.tracer.output.diagnostics[reported..] {
            if diagnostic.labels.len() < 3 {
                let message = format!("`{}` is called from here", definition.name());
                diagnostic.labels.push(Label { span, message });
            }
        }
    }

    fn unsupported_parameters(&self, definition: &Definition<'a>) -> Option<Diagnostic> {
        if let FunctionCode::Def(function) = definition.code
            && function.is_async
        {
            let span = crate::syntax::span(definition.file, &function.name);
            let diagnostic =
                Diagnostic::new(Code::UnsupportedStatement, span, "an `async` function cannot be compiled");
            return Some(diagnostic.help("write an ordinary function"));
        }
        None
    }

    /// The default of a parameter: evaluated once in Python, so it must be a constant here.
    fn default_value_of(&mut self, definition: &Definition<'a>, name: &str, call: Span) -> Value<'a> {
        let Some(node) = default_of(definition.parameters(), name) else { return Value::Expr(Expr::invalid(call)) };
        let span = crate::syntax::span(definition.file, node);
        if let Some(constant) = self.tracer.constant_of(definition.file, node) {
            return Value::Expr(Expr::constant(constant, span));
        }
        let value = match node {
            ast::Expr::Name(name) => self.tracer.global_value(definition.file, name.id.as_str(), span),
            // A member of an enum, or another constant of a class.
            ast::Expr::Attribute(_) => match self.in_module(definition.file, |tracer| tracer.value(node, None)) {
                value @ Value::Expr(Expr { kind: ExprKind::Constant(_) | ExprKind::Global(_), .. }) => value,
                _ => Value::Expr(Expr::invalid(span)),
            },
            _ => Value::Expr(Expr::invalid(span)),
        };
        if let Value::Expr(expr) = &value
            && poisoned(&expr.ty)
        {
            let message = "this default is no constant, and Python evaluates it when the module is run";
            let diagnostic = Diagnostic::new(Code::UnsupportedDefault, span, message);
            self.report(
                diagnostic.help("use `None` as the default and make the value in the function, or a module-level name"),
            );
        }
        value
    }

    /// An argument without the constants that a literal type tells.
    fn plain_argument(&mut self, value: Expr) -> Expr {
        if !matches!(value.ty, Type::Literal(_)) {
            return value;
        }
        let base = value.ty.widened();
        self.convert(value, &base)
    }

    /// What a `*` parameter holds.
    fn tuple_of(&mut self, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        if arguments.iter().any(|argument| matches!(argument.value, Value::Spread(_))) {
            let list = self.list_of(arguments, span);
            let list = Argument { keyword: None, span, value: Value::Expr(list) };
            return self.call_value(Value::Class("builtins.tuple".into()), vec![list], span);
        }
        let items: Vec<Expr> = arguments
            .into_iter()
            .map(|argument| match argument.value {
                Value::Expr(value) => self.plain_argument(value),
                other => self.function_value(other, argument.span),
            })
            .collect();
        if let Some(poison) = poison_of(&items, span) {
            return poison;
        }
        let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
        Expr { kind: ExprKind::Tuple(items), ty, span }
    }

    /// A call of a method through its class: the first argument is the receiver, unless it is a static method.
    fn call_unbound(&mut self, class: &str, name: &str, mut arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        if let Some(overloads) = catalog().method(class, name).filter(|overloads| !takes_receiver(&overloads[0])) {
            let made = self.call_native(name, overloads, arguments, span);
            return self.at_site(made, span);
        }
        let short = class.rsplit('.').next().unwrap_or(class);
        if arguments.first().is_none_or(|first| first.keyword.is_some()) {
            let message = format!("unbound method {short}.{name}() needs an argument");
            return self.refuse(Diagnostic::new(Code::CallArguments, span, message));
        }
        let receiver = arguments.remove(0);
        let value = match receiver.value {
            Value::Expr(value) => value,
            other => self.function_value(other, receiver.span),
        };
        let fits = value.ty.members().iter().all(|member| {
            poisoned(member) || super::native::class_of(member).is_some_and(|of| catalog().derives(&of, class))
        });
        if !fits {
            let message = format!("descriptor '{name}' for '{short}' objects doesn't apply to a `{}` object", value.ty);
            return self.refuse(Diagnostic::new(Code::ArgumentType, receiver.span, message));
        }
        self.call_method(value, name, arguments, span)
    }

    /// Whether a function reads anything of the functions around it.
    fn reads_around(&self, function: &Definition<'a>) -> bool {
        let around = self.environment.as_ref();
        function.nested
            && self
                .free_names(function)
                .into_iter()
                .any(|name| around.is_some_and(|names| names.get(name).is_some()) || self.bound.contains(name))
    }

    /// What a function hands on to code that runs later is shared, as if it were handed on here.
    fn share_escaping(&mut self, definition: &Definition<'a>, captured: &[(String, Expr)]) {
        let place = crate::syntax::span(definition.file, definition.range());
        for (name, value) in captured {
            if !matches!(value.ty, Type::Cell(_)) && self.tracer.tables.escapes(place, name) {
                self.share(name);
            }
        }
    }

    /// Notes which arguments are iterated over by the call itself, so that nothing changes meanwhile.
    fn mark_immediate(&mut self, callee: &Value<'a>, node: &'a ast::ExprCall) {
        const LAZY: [&str; 7] = ["zip", "map", "filter", "enumerate", "reversed", "iter", "next"];
        let at_once = match callee {
            Value::Native(module, name) if &**module == "builtins" && LAZY.contains(&&**name) => {
                self.immediate.contains(&node.range())
            }
            Value::Native(module, _) if &**module == "itertools" => self.immediate.contains(&node.range()),
            Value::Class(class) if class.starts_with("itertools.") => self.immediate.contains(&node.range()),
            Value::Native(..) | Value::Class(_) | Value::Method(..) => true,
            _ => false,
        };
        if at_once {
            let keywords = node.arguments.keywords.iter().map(|keyword| &keyword.value);
            self.immediate.extend(node.arguments.args.iter().chain(keywords).map(Ranged::range));
        }
    }

    /// The names that a nested function, and the nested functions it may call, read from around them.
    pub(super) fn free_names(&self, definition: &Definition<'a>) -> Vec<&'a str> {
        let mut names: std::collections::BTreeSet<&'a str> = Default::default();
        let mut work = vec![*definition];
        let mut seen = vec![definition.range()];
        while let Some(definition) = work.pop() {
            let (mut read, mut bound) = match definition.code {
                FunctionCode::Def(function) => {
                    (loaded_names(&function.body, &[]), crate::scope::assigned_names(&function.body))
                }
                FunctionCode::Lambda(lambda) => (loaded_names([], &[&lambda.body]), Default::default()),
                FunctionCode::Value(node) => (loaded_names([], &[node]), Default::default()),
            };
            for name in super::closure::nonlocal_names(&definition) {
                bound.remove(name);
                read.insert(name);
            }
            let own: Vec<&str> = shapes_of(definition.parameters()).iter().map(|shape| shape.name).collect();
            for name in read {
                if bound.contains(name) || own.contains(&name) {
                    continue;
                }
                let binding = self.lookup(name);
                if let Some(Binding::Static(Value::Function(inner))) = binding
                    && inner.nested
                    && !seen.contains(&inner.range())
                {
                    seen.push(inner.range());
                    work.push(*inner);
                }
                names.insert(name);
            }
        }
        names.into_iter().collect()
    }
}

/// Whether an argument is a function that the call itself makes, or a method of something that it makes.
fn is_made_here(value: &Value) -> bool {
    let is_made = |expr: &Expr| !matches!(expr.kind, ExprKind::Local(_) | ExprKind::Constant(_) | ExprKind::Global(_));
    match value {
        Value::Expr(expr) => {
            expr.ty.members().iter().any(|ty| matches!(ty, Type::Callable(_)))
                && is_made(expr)
                && !matches!(&expr.kind, ExprKind::Tuple(held) if held.is_empty())
        }
        Value::Method(receiver, _) | Value::BoundMethod(receiver, _) => is_made(receiver) && !poisoned(&receiver.ty),
        _ => false,
    }
}

/// The type without sites, but for containers that nothing was put in yet: what a function puts in those decides
/// what they hold.
fn closed_sites(ty: &Type) -> Type {
    // What is assigned to a shared name anywhere decides what its cell holds.
    if let Type::Cell(_) = ty {
        return ty.clone();
    }
    let closed = ty.map_elements(&mut |element, _| match element.ty {
        Type::Never => element.clone(),
        _ => element.closed(closed_sites(&element.ty)),
    });
    closed.unwrap_or_else(|| ty.map_parts(&mut closed_sites))
}

/// Whether a method is called on a value, unlike `dict.fromkeys`.
fn takes_receiver(signature: &Signature) -> bool {
    signature.parameters.first().is_some_and(|first| &*first.name == "self")
}

/// Whether objects of a class of the catalog are called like functions.
fn is_called(ty: &Type) -> bool {
    matches!(ty, Type::Instance(class) if catalog().method(class, "__call__").is_some())
}
