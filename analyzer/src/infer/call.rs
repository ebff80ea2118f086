//! Calls: of functions of the project, and of everything else that can be called.

use std::sync::Arc;

use rustpython_ast as ast;

use super::BindingKind;
use super::heap::{Items, Kind, Object, join_ways};
use super::machine::{Activation, Machine, Origin};
use super::value::{Arguments, Atom, ClosureId, Code, ObjectId, Value, Wrapper};
use crate::ir::Constant;
use crate::source::Span;
use crate::syntax;
use crate::types::Type;

impl<'p: 'q, 'q> Machine<'p, 'q> {
    pub fn call_expression(&mut self, call: &'p ast::ExprCall) -> Value {
        let callee = self.eval(&call.func);
        let arguments = self.arguments(&call.arguments);
        let at = self.span(call);
        if let [Atom::NativeClass(class)] = callee.atoms()
            && &**class == "builtins.super"
        {
            return self.super_value(&arguments);
        }
        if let [Atom::Native(module, name)] = callee.atoms()
            && &**module == "builtins"
        {
            match &**name {
                "super" => return self.super_value(&arguments),
                "eval" => return self.evaluated(&arguments),
                _ => {}
            }
        }
        let value = self.call(&callee, &arguments, at);
        self.may_raise();
        value
    }

    fn arguments(&mut self, node: &'p ast::Arguments) -> Arguments {
        let mut arguments = Arguments::default();
        for argument in &node.args {
            match argument {
                ast::Expr::Starred(starred) => {
                    let iterable = self.eval(&starred.value);
                    match self.each_item(&iterable) {
                        Some(items) => arguments.positional.extend(items),
                        None => {
                            let item = self.iterate(&iterable, self.span(argument));
                            arguments.rest = Some(arguments.rest.unwrap_or_default().join(&item));
                        }
                    }
                }
                _ => arguments.positional.push(self.eval(argument)),
            }
        }
        for keyword in &node.keywords {
            let value = self.eval(&keyword.value);
            match &keyword.arg {
                Some(name) => arguments.keywords.push((name.as_str().into(), value)),
                None => self.spread_keywords(&value, &mut arguments),
            }
        }
        arguments
    }

    fn spread_keywords(&self, value: &Value, arguments: &mut Arguments) {
        for atom in value.atoms() {
            let Atom::Object(id) = atom else { continue };
            let Some(Items::Entries { known, values, .. }) = self.object(*id).map(|object| &object.items) else {
                continue;
            };
            for (key, value) in known {
                if let Constant::Str(name) = key {
                    arguments.keywords.push((name.clone(), value.clone()));
                }
            }
            if !values.is_unknown() {
                arguments.rest = Some(arguments.rest.take().unwrap_or_default().join(values));
            }
        }
    }

    /// What a call gives: each thing that the callee may be is called from here.
    pub fn call(&mut self, callee: &Value, arguments: &Arguments, at: Span) -> Value {
        let before = self.heap.clone();
        let (mut after, mut results) = (None, Value::unknown());
        for atom in callee.atoms() {
            self.heap = before.clone();
            let result = self.call_atom(atom, arguments, at);
            results = results.join(&result);
            after = join_ways(after, self.heap.take());
        }
        self.heap = if callee.is_unknown() { before } else { after };
        results
    }

    fn call_atom(&mut self, callee: &Atom, arguments: &Arguments, at: Span) -> Value {
        match callee {
            Atom::Closure(id) => self.call_closure(*id, arguments, at),
            Atom::Bound(receiver, function) => {
                let arguments = arguments.after((**receiver).clone().into());
                self.call(&(**function).clone().into(), &arguments, at)
            }
            Atom::Wrapped(_, function) => self.call(&(**function).clone().into(), arguments, at),
            Atom::Class(_) => self.construct(callee, arguments, at),
            Atom::Native(module, name) => self.call_native(module, name, arguments, at),
            Atom::NativeClass(class) => self.construct_native(class, arguments, at),
            Atom::NativeMethod(receiver, name) => self.call_native_method(receiver, name, arguments, at),
            Atom::Object(id) => self.follow(|machine| machine.call_object(*id, arguments, at)),
            Atom::External(name) => self.call_external(name, arguments, at),
            Atom::Plain(_) | Atom::Constant(_) | Atom::Module(_) | Atom::Super(..) => Value::unknown(),
        }
    }

    fn call_object(&mut self, id: ObjectId, arguments: &Arguments, at: Span) -> Value {
        let Some(object) = self.object(id).cloned() else { return Value::unknown() };
        match object.kind {
            Kind::Partial => {
                let callee = object.names.get("callee").cloned().unwrap_or_default();
                let first = if let Items::Each(items) = &object.items { items.clone() } else { Vec::new() };
                let keywords = object.names.iter().filter(|(name, _)| &***name != "callee");
                let keywords = keywords.map(|(name, value)| (name.clone(), value.clone()));
                let arguments = Arguments {
                    positional: first.into_iter().chain(arguments.positional.iter().cloned()).collect(),
                    keywords: keywords.chain(arguments.keywords.iter().cloned()).collect(),
                    rest: arguments.rest.clone(),
                };
                self.call(&callee, &arguments, at)
            }
            _ => match self.special_method(&Atom::Object(id), "__call__") {
                Some(method) => self.call(&method.into(), arguments, at),
                None => Value::unknown(),
            },
        }
    }

    fn call_closure(&mut self, id: ClosureId, arguments: &Arguments, at: Span) -> Value {
        let span = self.closure_span(id);
        let closure = self.closure(id).clone();
        let parameters = match closure.code {
            Code::Def(function) => Some(&*function.parameters),
            Code::Lambda(lambda) => lambda.parameters.as_deref(),
        };
        if !self.may_run(id) {
            // What the parameters take is still to be noted.
            if let Some(parameters) = parameters {
                self.bind_parameters(id, parameters, arguments, at, false);
            }
            return self.results.get(&span).cloned().unwrap_or_default();
        }
        let context = self.context(at);
        let outer = self.stack.len();
        let before = self.heap.clone();
        self.activate(closure.around, closure.file, Some(closure.name.clone()));
        let activation = self.here();
        activation.closure = Some(id);
        activation.context = context;
        let scope = self.open_scope(Origin::Call(id), Some(closure.around));
        self.here().scope = scope;
        if let Some(parameters) = parameters {
            self.bind_parameters(id, parameters, arguments, at, true);
        }
        match closure.code {
            Code::Def(function) => self.statements(&function.body),
            Code::Lambda(lambda) => {
                let value = self.eval(&lambda.body);
                let activation = self.here();
                activation.returned = value;
            }
        }
        let ended = self.heap.take();
        let Activation { mut returned, exit, yielded, .. } = self.stack.pop().expect("the call was begun");
        self.stack.truncate(outer);
        if let (Code::Def(_), Some(_)) = (closure.code, &ended) {
            returned = returned.join(&Value::plain(Type::None));
        }
        self.heap = join_ways(ended, exit);
        let result = match closure.code {
            Code::Def(function) if crate::trace::yields(&function.body) => {
                // The call itself runs nothing: whether the generator ever ends does not matter.
                self.heap = join_ways(before, self.heap.take());
                self.make(span, 9, Object::with_items(Kind::Generator, Items::Any(yielded)))
            }
            _ => returned,
        };
        if let Code::Def(function) = closure.code {
            let name = syntax::span(closure.file, &function.name);
            // What a function returns before it is known to call itself says too little.
            self.note_of(name, BindingKind::Return, Some(closure.name.clone()), function.name.as_str(), &result);
        }
        let joined = self.results.get(&span).cloned().unwrap_or_default().join(&result);
        self.results.insert(span, joined);
        result
    }

    /// Calls a function that nothing calls, with what its parameters say of themselves.
    pub fn call_uncalled(&mut self, id: ClosureId) {
        let closure = self.closure(id).clone();
        let at = self.closure_span(id);
        self.activate(closure.around, closure.file, None);
        let mut arguments = Arguments::default();
        if let (Some(class), Code::Def(function)) = (closure.class, closure.code)
            && !function
                .decorator_list
                .iter()
                .any(|decorator| crate::catalog::dotted(&decorator.expression) == "staticmethod")
        {
            let is_class_method =
                |decorator: &ast::Decorator| crate::catalog::dotted(&decorator.expression) == "classmethod";
            let receiver = match function.decorator_list.iter().any(is_class_method) {
                true => Atom::Class(class).into(),
                false => self.instance_of(&Atom::Class(class)),
            };
            arguments.positional.push(receiver);
        }
        let before = self.heap.clone();
        self.call_closure(id, &arguments, at);
        if self.heap.is_none() {
            self.heap = before;
        }
        self.stack.pop();
    }

    /// Binds the parameters of a function to the arguments of a call. `runs`: the function is run now, so that they
    /// become its variables.
    fn bind_parameters(
        &mut self,
        id: ClosureId,
        parameters: &'p ast::Parameters,
        arguments: &Arguments,
        at: Span,
        runs: bool,
    ) {
        let closure = self.closure(id).clone();
        let mut positional = arguments.positional.iter();
        let mut bound: Vec<(&'p ast::Identifier, Value)> = Vec::new();
        let plain = parameters.posonlyargs.iter().chain(&parameters.args).map(|parameter| (parameter, true));
        let keyword_only = parameters.kwonlyargs.iter().map(|parameter| (parameter, false));
        for (parameter, takes_position) in plain.chain(keyword_only) {
            let name = parameter.name().as_str();
            let given = if takes_position { positional.next().cloned() } else { None };
            let given = given.or_else(|| arguments.keyword(name).cloned());
            let default = || closure.defaults.iter().find(|(other, _)| *other == name).map(|(_, value)| value.clone());
            let value = match given
                .or_else(|| {
                    arguments.rest.clone().map(|rest| match default() {
                        Some(default) => rest.join(&default),
                        None => rest,
                    })
                })
                .or_else(default)
            {
                Some(value) if !value.is_unknown() => value,
                other => {
                    let declared = parameter.parameter.annotation.as_deref();
                    let declared = declared.map(|node| self.annotation_in(closure.file, node)).unwrap_or_default();
                    if declared.is_unknown() { other.unwrap_or_default() } else { declared }
                }
            };
            bound.push((&parameter.parameter.name, value));
        }
        if let Some(parameter) = &parameters.vararg {
            let mut each: Vec<Value> = positional.cloned().collect();
            let items = match &arguments.rest {
                Some(rest) => {
                    each.push(rest.clone());
                    Items::Any(each.into_iter().collect())
                }
                None => Items::Each(each),
            };
            let tuple = self.make(at, 7, Object::with_items(Kind::Tuple, items));
            bound.push((&parameter.name, tuple));
        }
        if let Some(parameter) = &parameters.kwarg {
            let names: Vec<&str> =
                parameters.iter_non_variadic_params().map(|parameter| parameter.name().as_str()).collect();
            let rest = arguments.keywords.iter().filter(|(name, _)| !names.contains(&&**name));
            let known = rest.map(|(name, value)| (Constant::Str(name.clone()), value.clone())).collect();
            let items = Items::Entries { known, keys: Value::unknown(), values: Value::unknown() };
            let dict = self.make(at, 8, Object::with_items(Kind::Dict, items));
            bound.push((&parameter.name, dict));
        }
        for (name, value) in bound {
            let span = syntax::span(closure.file, name);
            self.note_of(span, BindingKind::Parameter, Some(closure.name.clone()), name.as_str(), &value);
            if runs {
                self.set_name(name.as_str(), value);
            }
        }
    }

    fn annotation_in(&mut self, file: crate::source::FileId, node: &'p ast::Expr) -> Value {
        if self.file() == file {
            return self.annotation(node);
        }
        let scope = self.modules.get(&file).copied().unwrap_or_else(|| self.scope());
        self.activate(scope, file, None);
        let value = self.annotation(node);
        self.stack.pop();
        value
    }

    /// `super()` in a method: the classes behind its own, for its first parameter.
    fn super_value(&mut self, arguments: &Arguments) -> Value {
        if let [class, receiver] = &arguments.positional[..]
            && let ([Atom::Class(class)], [receiver]) = (class.atoms(), receiver.atoms())
        {
            return Atom::Super(*class, Box::new(receiver.clone())).into();
        }
        let Some(closure) = self.here().closure.map(|id| self.closure(id).clone()) else { return Value::unknown() };
        let (Some(class), Code::Def(function)) = (closure.class, closure.code) else { return Value::unknown() };
        let first = function.parameters.posonlyargs.iter().chain(&function.parameters.args).next();
        let Some(first) = first else { return Value::unknown() };
        let receiver = self.read_name(first.name().as_str());
        Value::of(receiver.atoms().iter().map(|atom| Atom::Super(class, Box::new(atom.clone()))))
    }

    /// `eval("…")` of a call or name that is written in the text.
    fn evaluated(&mut self, arguments: &Arguments) -> Value {
        let Some(text) = arguments.first().text() else { return Value::unknown() };
        match text.strip_suffix("()") {
            Some(name) if is_name(name) => {
                let callee = self.read_name(name);
                let at = Span { file: self.file(), start: 0, end: 0 };
                self.call(&callee, &Arguments::default(), at)
            }
            None if is_name(&text) => self.read_name(&text),
            _ => Value::unknown(),
        }
    }

    /// A call of something that is not of the project and not in the catalog.
    pub fn call_external(&mut self, name: &str, arguments: &Arguments, at: Span) -> Value {
        if let Some(function) = name.strip_prefix("itertools.") {
            return self.call_itertools(function, arguments, at);
        }
        match name.rsplit('.').next().unwrap_or(name) {
            "partial" => {
                let mut partial = Object::with_items(
                    Kind::Partial,
                    Items::Each(arguments.positional.iter().skip(1).cloned().collect()),
                );
                partial.names.insert(Arc::from("callee"), arguments.first());
                for (name, value) in &arguments.keywords {
                    partial.names.insert(name.clone(), value.clone());
                }
                self.make(at, 0, partial)
            }
            "reduce" => {
                let items = arguments.positional.get(1).map(|items| self.iterate(items, at)).unwrap_or_default();
                let mut total = arguments.positional.get(2).cloned().unwrap_or_else(|| items.clone());
                for _ in 0..2 {
                    let next =
                        self.call(&arguments.first(), &Arguments::positional([total.clone(), items.clone()]), at);
                    total = total.join(&next);
                }
                total
            }
            // Decorators that keep what a function does.
            "lru_cache" | "cache" | "wraps" | "contextmanager" | "compile" | "dataclass" | "total_ordering" => {
                let function = arguments.first();
                match function.atoms() {
                    [Atom::Closure(_) | Atom::Class(_)] => function,
                    _ => Atom::External(name.into()).into(),
                }
            }
            "namedtuple" => self.named_tuple(arguments, at),
            _ => Value::unknown(),
        }
    }

    /// A function, made callable on an instance or a class.
    pub fn bound(&self, function: &Atom, receiver: &Atom, class: &Atom) -> Atom {
        match function {
            Atom::Closure(_) => Atom::Bound(Box::new(receiver.clone()), Box::new(function.clone())),
            Atom::Wrapped(Wrapper::Static, function) => (**function).clone(),
            Atom::Wrapped(Wrapper::Class, function) => Atom::Bound(Box::new(class.clone()), function.clone()),
            other => other.clone(),
        }
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}
