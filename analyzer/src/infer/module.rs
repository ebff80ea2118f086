//! Modules: running them, importing from them, and the names that scopes hold.

use std::sync::Arc;

use rustpython_ast as ast;

use super::heap::{Heap, Kind};
use super::machine::{Activation, Context, Machine, Origin};
use super::value::{Atom, ObjectId, Value};
use crate::catalog::catalog;
use crate::source::FileId;
use crate::trace::query::Member;

impl<'p: 'q, 'q> Machine<'p, 'q> {
    /// The scope of a module of the project, run now if it was not before.
    pub fn import(&mut self, file: FileId) -> ObjectId {
        if let Some(scope) = self.modules.get(&file) {
            return *scope;
        }
        // A module that is being imported by what it imports is seen as far as it has come.
        let stack = std::mem::take(&mut self.stack);
        let scope = self.open_scope(Origin::Module(file), None);
        self.modules.insert(file, scope);
        let project = self.project;
        self.activate(scope, file, None);
        let before = self.heap.clone();
        self.run_body(&project.syntax(file).body);
        self.stack = stack;
        if self.heap.is_none() {
            self.heap = before;
        }
        scope
    }

    /// Begins to run code in a scope.
    pub fn activate(&mut self, scope: ObjectId, file: FileId, name: Option<Arc<str>>) {
        let context = self.stack.last().map_or(Context::default(), |activation| activation.context);
        self.stack.push(Activation {
            scope,
            file,
            context,
            closure: None,
            name,
            returned: Value::unknown(),
            exit: None,
            yielded: Value::unknown(),
            elsewhere: Default::default(),
            loops: Vec::new(),
            tries: Vec::new(),
        });
    }

    /// Module code goes on behind a statement that seems to raise always: what is known of it may be too little.
    fn run_body(&mut self, body: &'p [ast::Stmt]) {
        for statement in body {
            let before = self.heap.clone();
            self.statement(statement);
            if self.heap.is_none() {
                self.heap = before;
            }
        }
    }

    pub fn import_statement(&mut self, node: &'p ast::StmtImport) {
        for alias in &node.names {
            let module = alias.name.as_str();
            let whole = self.module_value(module);
            match &alias.asname {
                Some(name) => self.set_name(name.as_str(), whole),
                None => {
                    let first = module.split('.').next().unwrap_or(module);
                    let value = self.module_value(first);
                    self.set_name(first, value);
                }
            }
        }
    }

    pub fn import_from(&mut self, node: &'p ast::StmtImportFrom) {
        let module = node.module.as_ref().map(|name| name.as_str());
        let module = self.project.absolute_module(self.file(), module, node.level);
        for alias in &node.names {
            let member = alias.name.as_str();
            if member == "*" {
                self.import_all(&module);
                continue;
            }
            let value = self.member(&module, member);
            let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
            self.set_name(name, value);
        }
    }

    fn import_all(&mut self, module: &str) {
        let Some(file) = self.project.module(module) else { return };
        let scope = self.import(file);
        let Some(object) = self.object(scope) else { return };
        let names: Vec<(Arc<str>, Value)> =
            object.names.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        for (name, value) in names {
            if !name.starts_with('_') {
                self.set_name(&name, value);
            }
        }
    }

    /// A module by its dotted name.
    fn module_value(&mut self, module: &str) -> Value {
        // Importing a module imports the packages around it.
        for (end, _) in module.match_indices('.') {
            if let Some(file) = self.project.module(&module[..end]) {
                self.import(file);
            }
        }
        match self.project.module(module) {
            Some(file) => {
                self.import(file);
                Atom::Module(file).into()
            }
            None => Atom::External(module.into()).into(),
        }
    }

    /// `module.name`.
    pub fn member(&mut self, module: &str, name: &str) -> Value {
        let dotted = format!("{module}.{name}");
        if let Some(file) = self.project.module(module) {
            self.module_value(module);
            let scope = self.import(file);
            if let Some(value) = self.heap.as_ref().and_then(|heap| heap.name(scope, name)) {
                return value;
            }
            if self.project.module(&dotted).is_none() {
                return Value::unknown();
            }
        }
        if self.project.module(&dotted).is_some() {
            return self.module_value(&dotted);
        }
        if let Some(target) = catalog().module(module).and_then(|stub| stub.aliases.get(name)) {
            let (module, name) = target.rsplit_once('.').unwrap_or((module, target));
            return self.member(module, name);
        }
        match self.queries.member(module, name) {
            Member::Value(ty) => Value::plain(ty),
            Member::Function => Atom::Native(module.into(), name.into()).into(),
            Member::Class => Atom::NativeClass(dotted.as_str().into()).into(),
            Member::Module | Member::Unknown => Atom::External(dotted.as_str().into()).into(),
        }
    }

    /// What a name stands for here.
    pub fn read_name(&mut self, name: &str) -> Value {
        if let Some(scope) = self.stack.last().and_then(|activation| activation.elsewhere.get(name)).copied() {
            return self.heap.as_ref().and_then(|heap| heap.name(scope, name)).unwrap_or_default();
        }
        let Some(heap) = &self.heap else { return Value::unknown() };
        let mut scope = Some(self.scope());
        let mut is_own = true;
        while let Some(id) = scope {
            let is_class = matches!(heap.get(id).map(|object| &object.kind), Some(Kind::Class));
            if let Some(value) = heap.name(id, name)
                && (is_own || !is_class)
            {
                return value;
            }
            is_own = false;
            scope = self.around.get(&id).copied();
        }
        builtin(name)
    }

    /// Binds a name in the scope that is being run.
    pub fn set_name(&mut self, name: &str, value: Value) {
        let scope = self.scope();
        let scope = self.here().elsewhere.get(name).copied().unwrap_or(scope);
        if let Some(heap) = &mut self.heap {
            heap.set_name(scope, name, value);
        }
    }

    /// `global` and `nonlocal`: the scope that holds the name.
    pub fn declare(&mut self, names: &[ast::Identifier], is_global: bool) {
        for name in names {
            let mut scope = self.scope();
            while let Some(around) = self.around.get(&scope) {
                scope = *around;
                let holds = |heap: &Heap| heap.name(scope, name.as_str()).is_some();
                if !is_global && self.heap.as_ref().is_some_and(holds) {
                    break;
                }
            }
            self.here().elsewhere.insert(name.to_string(), scope);
        }
    }
}

fn builtin(name: &str) -> Value {
    let builtins = catalog().module("builtins").expect("the catalog has builtins");
    if builtins.classes.contains_key(name) {
        Atom::NativeClass(format!("builtins.{name}").into()).into()
    } else {
        Atom::Native("builtins".into(), name.into()).into()
    }
}
