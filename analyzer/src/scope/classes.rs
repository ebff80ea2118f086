//! The classes of a project: what their definitions say, before anything is traced.

mod decorators;
mod enumeration;
mod functional;
mod members;
mod model;
mod order;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rustpython_ast as ast;

use super::{Project, Scope, Symbol};
use crate::source::FileId;
use crate::types::{ClassName, EnumBase, RecordKind, RecordType};

pub use decorators::Dataclass;
pub use enumeration::EnumMember;
pub use functional::definition;
pub use members::{Declared, FieldDefault, Member, MethodKind};
pub use model::{ModelConfig, ModelField, Serializer, Validator, ValidatorMode, WhenUsed};

/// Every class at the top level of the project's modules.
#[derive(Debug, Default)]
pub struct Classes<'a> {
    by_name: BTreeMap<ClassName, ClassDef<'a>>,
    by_place: HashMap<(FileId, u32), ClassName>,
}

/// What a class definition says.
#[derive(Debug)]
pub struct ClassDef<'a> {
    /// Its dotted name, which no other class of the project has.
    pub name: ClassName,
    /// The file it stands in.
    pub file: FileId,
    /// Its code.
    pub node: &'a ast::StmtClassDef,
    /// What sort of class it is.
    pub kind: ClassKind,
    /// The class and its ancestors of the project, in the order in which attributes are looked up.
    pub ancestors: Vec<ClassName>,
    /// What its own body binds.
    pub members: BTreeMap<&'a str, Member<'a>>,
    /// The fields that its own body declares with an annotation, in order.
    pub declared: Vec<Declared<'a>>,
    /// The members of an enum.
    pub values: Vec<EnumMember<'a>>,
    /// Whether `functools.total_ordering` completes its comparisons.
    pub total_ordering: bool,
    /// The private attributes of a model, in order.
    pub private: Vec<Declared<'a>>,
    /// The methods of a model that validate, in order.
    pub validators: Vec<Validator<'a>>,
    /// The methods of a model that say how it is written, in order.
    pub serializers: Vec<Serializer<'a>>,
    /// The properties that a model shows and writes as fields, in order.
    pub computed: Vec<&'a str>,
    /// What keeps it from being compiled.
    pub unsupported: Option<Unsupported>,
    /// The type of its instances.
    pub record: Arc<RecordType>,
}

/// What sort of class a definition makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClassKind {
    /// With an `__init__` of its own, or none.
    Plain,
    /// `@dataclass`.
    Dataclass(Dataclass),
    /// A named tuple.
    NamedTuple,
    /// A typed dict.
    TypedDict,
    /// A model of pydantic.
    Model(ModelConfig),
    /// An enum.
    Enum(EnumBase),
    /// An exception.
    Exception,
    /// Something that cannot be compiled yet.
    Other(&'static str),
}

impl ClassKind {
    /// Whether the class makes an `__init__` of its declared fields.
    pub fn declares_fields(&self) -> bool {
        matches!(self, ClassKind::Dataclass(_) | ClassKind::NamedTuple | ClassKind::TypedDict | ClassKind::Model(_))
    }

    /// Whether a call can make such a class: `namedtuple("P", "x y")`.
    fn is_made_by_calls(&self) -> bool {
        matches!(self, ClassKind::NamedTuple | ClassKind::TypedDict)
    }

    /// Whether the class gets a dunder method that its body does not define.
    pub fn generates(&self, method: &str) -> bool {
        match (self, method) {
            (ClassKind::Dataclass(options), "__init__") => options.init,
            (ClassKind::Dataclass(options), "__repr__") => options.repr,
            (ClassKind::Dataclass(options), "__eq__") => options.eq,
            (ClassKind::Dataclass(options), "__lt__" | "__le__" | "__gt__" | "__ge__") => options.order,
            (ClassKind::Dataclass(options), "__hash__") => options.unsafe_hash || options.eq && options.frozen,
            (ClassKind::NamedTuple, "__repr__" | "__eq__" | "__lt__" | "__le__" | "__gt__" | "__ge__" | "__hash__") => {
                true
            }
            (ClassKind::Model(_), "__repr__" | "__eq__") => true,
            (ClassKind::Model(config), "__hash__") => config.frozen,
            _ => false,
        }
    }
}

/// What keeps a class from being compiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsupported {
    /// Where it stands.
    pub range: rustpython_text_size::TextRange,
    /// What it is.
    pub message: String,
    /// What to write instead.
    pub help: &'static str,
}

impl<'a> Classes<'a> {
    /// Reads the classes of all modules.
    pub fn of(project: &'a Project, scopes: &[Scope<'a>]) -> Self {
        let mut classes = Self::default();
        let resolver = Resolver { project, scopes };
        for scope in scopes {
            for symbol in scope.symbols.values() {
                if let Symbol::Class(node) = symbol {
                    classes.place(&resolver, scope.file, node);
                }
            }
            for local in &scope.local_classes {
                classes.place(&resolver, scope.file, local.node);
            }
        }
        let mut reading = Vec::new();
        for scope in scopes {
            for symbol in scope.symbols.values() {
                if let Symbol::Class(node) = symbol {
                    classes.read(&resolver, scope.file, node, &mut reading);
                }
            }
            for local in &scope.local_classes {
                classes.read(&resolver, scope.file, local.node, &mut reading);
            }
        }
        classes
    }

    fn place(&mut self, resolver: &Resolver<'_, 'a>, file: FileId, node: &'a ast::StmtClassDef) {
        let name = resolver.name_of(file, node);
        self.by_place.insert((file, node.range.start().to_u32()), name);
    }

    /// The class of that dotted name.
    pub fn get(&self, name: &str) -> Option<&ClassDef<'a>> {
        self.by_name.get(name)
    }

    /// The class that a definition makes.
    pub fn at(&self, file: FileId, node: &ast::StmtClassDef) -> Option<&ClassDef<'a>> {
        self.get(self.by_place.get(&(file, node.range.start().to_u32()))?)
    }

    /// Every class, by name.
    pub fn iter(&self) -> impl Iterator<Item = &ClassDef<'a>> {
        self.by_name.values()
    }

    /// The class that holds a member, and the member: looked for in the class and then in its ancestors.
    pub fn member(&self, class: &ClassDef<'a>, member: &str) -> Option<(&ClassDef<'a>, &Member<'a>)> {
        self.member_from(&class.ancestors, member)
    }

    /// The same behind a class in the order of lookup: what `super()` finds.
    pub fn member_after(
        &self,
        class: &ClassDef<'a>,
        after: &str,
        member: &str,
    ) -> Option<(&ClassDef<'a>, &Member<'a>)> {
        let at = class.ancestors.iter().position(|name| &**name == after)?;
        self.member_from(&class.ancestors[at + 1..], member)
    }

    fn member_from(&self, names: &[ClassName], member: &str) -> Option<(&ClassDef<'a>, &Member<'a>)> {
        names.iter().filter_map(|name| self.get(name)).find_map(|class| Some((class, class.members.get(member)?)))
    }

    /// A method by its name, in the class or an ancestor.
    pub fn method(&self, class: &ClassDef<'a>, name: &str) -> Option<(&ClassDef<'a>, &'a ast::StmtFunctionDef)> {
        match self.member(class, name)? {
            (owner, Member::Method { node, .. }) => Some((owner, node)),
            _ => None,
        }
    }

    /// Whether a class is, or derives from, another.
    pub fn derives(&self, class: &str, ancestor: &str) -> bool {
        self.get(class).is_some_and(|class| class.ancestors.iter().any(|name| &**name == ancestor))
    }

    /// The fields of a dataclass or named tuple in the order of its `__init__`: a field declared again keeps its place.
    pub fn fields(&self, class: &ClassDef<'a>) -> Vec<(&ClassDef<'a>, &Declared<'a>)> {
        let mut fields = self.parameters(class);
        fields.retain(|(_, field)| !field.is_init_var);
        fields
    }

    /// The same, with what `__init__` gives to `__post_init__` alone.
    pub fn parameters(&self, class: &ClassDef<'a>) -> Vec<(&ClassDef<'a>, &Declared<'a>)> {
        let mut fields: Vec<(&ClassDef<'a>, &Declared<'a>)> = Vec::new();
        for ancestor in class.ancestors.iter().rev().filter_map(|name| self.get(name)) {
            if !ancestor.kind.declares_fields() {
                continue;
            }
            for declared in ancestor.declared.iter().filter(|declared| !declared.is_class_variable) {
                match fields.iter_mut().find(|(_, earlier)| earlier.name == declared.name) {
                    Some(place) => *place = (ancestor, declared),
                    None => fields.push((ancestor, declared)),
                }
            }
        }
        fields
    }

    /// The attributes that objects of a class can have where each class of it says so; `None` where they can have any.
    pub fn slots(&self, class: &ClassDef<'a>) -> Option<Vec<&'a str>> {
        let mut names = Vec::new();
        for ancestor in class.ancestors.iter().filter_map(|name| self.get(name)) {
            match (&ancestor.kind, ancestor.members.get("__slots__")) {
                (_, Some(Member::Value(node))) => names.extend(slot_names(node)?),
                (ClassKind::Dataclass(options), _) if options.slots => {
                    names.extend(ancestor.declared.iter().filter(|field| !field.is_init_var).map(|field| field.name));
                }
                _ => return None,
            }
        }
        (!names.contains(&"__dict__")).then_some(names)
    }

    /// The private attributes of a model, inherited ones first.
    pub fn private(&self, class: &ClassDef<'a>) -> Vec<(&ClassDef<'a>, &Declared<'a>)> {
        let mut found: Vec<(&ClassDef<'a>, &Declared<'a>)> = Vec::new();
        for owner in class.ancestors.iter().rev().filter_map(|name| self.get(name)) {
            for declared in &owner.private {
                match found.iter_mut().find(|(_, other)| other.name == declared.name) {
                    Some(place) => *place = (owner, declared),
                    None => found.push((owner, declared)),
                }
            }
        }
        found
    }

    /// The properties that a model shows and writes as fields, inherited ones first.
    pub fn computed(&self, class: &ClassDef<'a>) -> Vec<&'a str> {
        let mut names: Vec<&'a str> = Vec::new();
        for ancestor in class.ancestors.iter().rev().filter_map(|name| self.get(name)) {
            for name in &ancestor.computed {
                if !names.contains(name) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// The abstract methods that a class leaves without a body, by name.
    pub fn abstract_methods(&self, class: &ClassDef<'a>) -> Vec<&'a str> {
        let mut names: Vec<&'a str> = Vec::new();
        for ancestor in class.ancestors.iter().filter_map(|name| self.get(name)) {
            for (name, member) in &ancestor.members {
                let open =
                    |class: &ClassDef<'a>| matches!(self.member(class, name), Some((_, found)) if found.is_abstract());
                if member.is_abstract() && open(class) && !names.contains(name) {
                    names.push(name);
                }
            }
        }
        names.sort_unstable();
        names
    }

    fn read(
        &mut self,
        resolver: &Resolver<'_, 'a>,
        file: FileId,
        node: &'a ast::StmtClassDef,
        reading: &mut Vec<ClassName>,
    ) {
        let name = resolver.name_of(file, node);
        if self.by_name.contains_key(&name) || reading.contains(&name) {
            return;
        }
        reading.push(name.clone());
        let mut unsupported = None;
        let mut kind = ClassKind::Plain;
        let mut parents: Vec<ClassName> = Vec::new();
        let mut named: Vec<String> = Vec::new();
        for base in node.arguments.iter().flat_map(|arguments| &arguments.args) {
            match resolver.class(file, base) {
                Resolved::Class(file, parent) => {
                    self.read(resolver, file, parent, reading);
                    let parent = resolver.name_of(file, parent);
                    if let Some(ClassDef {
                        kind:
                            parent_kind @ (ClassKind::Exception
                            | ClassKind::Other(_)
                            | ClassKind::TypedDict
                            | ClassKind::Enum(_)
                            | ClassKind::Model(_)),
                        ..
                    }) = self.get(&parent)
                    {
                        kind = parent_kind.clone();
                    }
                    parents.push(parent);
                }
                Resolved::Named(dotted) => match base_kind(&dotted) {
                    _ if matches!(
                        dotted.as_str(),
                        "enum.Enum"
                            | "enum.IntEnum"
                            | "enum.StrEnum"
                            | "enum.Flag"
                            | "enum.IntFlag"
                            | "builtins.int"
                            | "builtins.str"
                    ) =>
                    {
                        named.push(dotted);
                    }
                    Some(ClassKind::Plain) => {}
                    Some(other) => kind = other,
                    None => {
                        unsupported.get_or_insert_with(|| Unsupported {
                            range: rustpython_text_size::Ranged::range(base),
                            message: format!("`{dotted}` cannot be the base of a compiled class"),
                            help: "derive from classes of your own, or from none",
                        });
                    }
                },
            }
        }
        let keywords = node.arguments.iter().flat_map(|arguments| &arguments.keywords);
        let is_total = |keyword: &&ast::Keyword| keyword.arg.as_ref().is_some_and(|name| name.as_str() == "total");
        if let ClassKind::Model(config) = &mut kind {
            if let Err(refused) = model::configure(resolver, file, node, config) {
                unsupported.get_or_insert(refused);
            }
        } else if let Some(keyword) =
            keywords.clone().find(|keyword| kind != ClassKind::TypedDict || !is_total(keyword))
        {
            unsupported.get_or_insert_with(|| Unsupported {
                range: rustpython_text_size::Ranged::range(keyword),
                message: "a metaclass, or another option of a class, cannot be compiled".to_owned(),
                help: "write an ordinary class; for an abstract one derive from `abc.ABC`",
            });
        }
        match enumeration::base(&named) {
            Some(base) => kind = ClassKind::Enum(base),
            None if !named.is_empty() => kind = ClassKind::Other("a number or text of its own class"),
            None => {}
        }
        let mut values = Vec::new();
        if let ClassKind::Enum(base) = kind {
            match enumeration::members(resolver, file, node, base) {
                Ok(members) => values = members,
                Err(refused) => {
                    unsupported.get_or_insert(refused);
                }
            }
        }
        let decorators = decorators::read(resolver, file, node);
        if let (Some(dataclass), ClassKind::Plain) = (&decorators.dataclass, &kind) {
            kind = ClassKind::Dataclass(dataclass.clone());
        }
        let members::Body {
            members,
            mut declared,
            private,
            validators,
            serializers,
            computed,
            unsupported: mut refused,
        } = members::read(resolver, file, node, &kind);
        if matches!(&kind, ClassKind::Model(config) if config.is_root) && declared.is_empty() {
            declared.extend(model::root_of(resolver, file, node));
        }
        if let Some(call) = functional::base_call(node)
            && kind.is_made_by_calls()
        {
            match functional::fields(call, &resolver.dotted(file, &call.func)) {
                Ok(fields) => declared = fields,
                Err(unsupported) => refused = Some(unsupported),
            }
        }
        let unsupported = unsupported.or(decorators.unsupported).or(refused);
        let linear = order::linearise(&name, &parents, |parent| self.get(parent).map(|class| class.ancestors.clone()));
        let ancestors = linear.unwrap_or_else(|| std::iter::once(name.clone()).chain(parents).collect());
        let class = ClassDef {
            values,
            record: Arc::new(RecordType {
                name: name.clone(),
                hashable: true,
                ordered: false,
                kind: RecordKind::Class,
            }),
            name: name.clone(),
            file,
            node,
            kind,
            ancestors,
            members,
            declared,
            total_ordering: decorators.total_ordering,
            private,
            validators,
            serializers,
            computed,
            unsupported,
        };
        let record = Arc::new(RecordType {
            name: name.clone(),
            hashable: self.is_hashable(&class),
            ordered: self.is_ordered(&class),
            kind: match class.kind {
                ClassKind::Enum(base) => RecordKind::Enum(base),
                ClassKind::TypedDict => RecordKind::TypedDict,
                _ if self.is_named_tuple(&class) => RecordKind::NamedTuple,
                _ => RecordKind::Class,
            },
        });
        self.by_name.insert(name.clone(), ClassDef { record, ..class });
        reading.pop();
    }

    /// Whether objects of the class are tuples: it, or a class that it derives from, is a named tuple.
    fn is_named_tuple(&self, class: &ClassDef<'a>) -> bool {
        let mut parents = class.ancestors[1..].iter().filter_map(|name| self.get(name));
        class.kind == ClassKind::NamedTuple || parents.any(|parent| parent.kind == ClassKind::NamedTuple)
    }

    /// Whether objects of the class can be keys: what sets `__eq__` and no `__hash__` has none.
    fn is_hashable(&self, class: &ClassDef<'a>) -> bool {
        let own = |name: &str| class.members.contains_key(name);
        if class.kind == ClassKind::TypedDict {
            return false;
        }
        if own("__hash__") {
            return matches!(class.members["__hash__"], Member::Method { .. });
        }
        if let ClassKind::Dataclass(options) = &class.kind
            && (options.eq || options.unsafe_hash)
        {
            return options.unsafe_hash || options.frozen;
        }
        if let ClassKind::Model(config) = &class.kind {
            return config.frozen;
        }
        if own("__eq__") {
            return false;
        }
        class.ancestors[1..].iter().find_map(|name| self.get(name)).is_none_or(|parent| parent.record.hashable)
    }

    /// Whether objects of the class have an order among each other.
    fn is_ordered(&self, class: &ClassDef<'a>) -> bool {
        if matches!(class.kind, ClassKind::Enum(base) if base.value_type().is_some()) {
            return true;
        }
        let own = class.members.contains_key("__lt__") || class.members.contains_key("__gt__");
        own || class.kind.generates("__lt__")
            || class.ancestors[1..].iter().filter_map(|name| self.get(name)).any(|parent| parent.record.ordered)
    }
}

/// The sort of class that a base from outside the project makes; `None` where it cannot be compiled.
fn base_kind(dotted: &str) -> Option<ClassKind> {
    let last = dotted.rsplit('.').next().unwrap_or(dotted);
    Some(match dotted {
        "builtins.object"
        | "object"
        | "abc.ABC"
        | "typing.Generic"
        | "typing.Protocol"
        | "typing_extensions.Protocol" => ClassKind::Plain,
        "typing.NamedTuple" | "typing_extensions.NamedTuple" | "collections.namedtuple" => ClassKind::NamedTuple,
        "typing.TypedDict" | "typing_extensions.TypedDict" => ClassKind::TypedDict,
        "pydantic.BaseModel" => ClassKind::Model(ModelConfig::default()),
        "pydantic.RootModel" => ClassKind::Model(ModelConfig { is_root: true, ..ModelConfig::default() }),
        _ if last.ends_with("Error") || last.ends_with("Exception") || last.ends_with("Warning") => {
            ClassKind::Exception
        }
        _ => return None,
    })
}

/// The names in `__slots__ = ("x", "y")`.
fn slot_names(node: &ast::Expr) -> Option<Vec<&str>> {
    let items = match node {
        ast::Expr::Tuple(tuple) => &tuple.elts,
        ast::Expr::List(list) => &list.elts,
        only => std::slice::from_ref(only),
    };
    items.iter().map(|item| Some(item.as_string_literal_expr()?.value.to_str())).collect()
}

/// What a name at the top level of a module means.
pub(super) enum Resolved<'a> {
    /// A class of the project.
    Class(FileId, &'a ast::StmtClassDef),
    /// Anything else, by its dotted name.
    Named(String),
}

/// Finds what names of modules mean, through imports.
pub(super) struct Resolver<'r, 'a> {
    project: &'a Project,
    scopes: &'r [Scope<'a>],
}

impl<'a> Resolver<'_, 'a> {
    /// What an expression names: a subscript is what it subscripts, a call what it calls.
    pub fn class(&self, file: FileId, node: &ast::Expr) -> Resolved<'a> {
        match node {
            ast::Expr::Subscript(subscript) => self.class(file, &subscript.value),
            ast::Expr::Call(call) => self.class(file, &call.func),
            ast::Expr::Name(name) => {
                match self.scopes[file.0 as usize].local_class(name.id.as_str(), name.range.start()) {
                    Some(local) => Resolved::Class(file, local),
                    None => self.name(file, name.id.as_str(), 0),
                }
            }
            ast::Expr::Attribute(attribute) => match self.class(file, &attribute.value) {
                Resolved::Named(dotted) => self.member(&dotted, attribute.attr.as_str(), 0),
                Resolved::Class(_, class) => Resolved::Named(format!("{}.{}", class.name.as_str(), attribute.attr)),
            },
            _ => Resolved::Named("this expression".to_owned()),
        }
    }

    /// The dotted name of a class, which no other has.
    fn name_of(&self, file: FileId, node: &ast::StmtClassDef) -> ClassName {
        let mut local = self.scopes[file.0 as usize].local_classes.iter();
        let qualname = match local.find(|local| std::ptr::eq(local.node, node)) {
            Some(local) => &local.qualname,
            None => node.name.as_str(),
        };
        format!("{}.{qualname}", self.project.file(file).module).into()
    }

    /// The dotted name of what an expression names.
    pub fn dotted(&self, file: FileId, node: &ast::Expr) -> String {
        match self.class(file, node) {
            Resolved::Named(dotted) => dotted,
            Resolved::Class(_, class) => class.name.to_string(),
        }
    }

    fn name(&self, file: FileId, name: &str, depth: usize) -> Resolved<'a> {
        const DEEPEST: usize = 16;
        match self.scopes[file.0 as usize].symbols.get(name) {
            _ if depth > DEEPEST => Resolved::Named(name.to_owned()),
            Some(Symbol::Class(class)) => Resolved::Class(file, class),
            Some(Symbol::Module(module)) => Resolved::Named(module.clone()),
            Some(Symbol::Member { module, member }) => self.member(module, member, depth + 1),
            Some(Symbol::Function(_) | Symbol::Variable(_)) => Resolved::Named(name.to_owned()),
            None => Resolved::Named(format!("builtins.{name}")),
        }
    }

    fn member(&self, module: &str, member: &str, depth: usize) -> Resolved<'a> {
        match self.project.module(module) {
            Some(file) if self.scopes[file.0 as usize].symbols.contains_key(member) => self.name(file, member, depth),
            _ => Resolved::Named(format!("{module}.{member}")),
        }
    }
}
