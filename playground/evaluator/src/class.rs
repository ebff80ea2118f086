//! Classes of the program: what their objects can do, by the protocols that the IR gives them.

use std::cmp::Ordering;
use std::hash::Hasher;
use std::rc::Rc;

use hotforge_analyzer::ir::{Field, FunctionId, Protocol};
use hotforge_analyzer::types::{EnumBase, RecordKind, Type, join_all, union};
use hotforge_runtime as rt;
use rt::object::{Equal, Key, Object};
use rt::{Fallible, Record, Str};

use crate::cell::Cell;
use crate::convert::tuple;
use crate::machine::{self, must};
use crate::model::Model;

/// A class.
pub struct Class {
    /// Its dotted name.
    pub name: String,
    /// Its name.
    pub short: &'static str,
    /// `__qualname__`.
    pub qualname: String,
    pub kind: RecordKind,
    pub fields: Vec<Field>,
    pub members: Vec<Member>,
    /// The values of the members as validations compare them.
    pub choices: Vec<rt::pydantic::Choice>,
    /// Of a class of flags: its names and bits.
    pub flags: Option<rt::flag::Definition>,
    /// Of a model of pydantic: how its objects are made and written.
    pub model: Option<Model>,
    pub repr: Protocol,
    pub str: Option<FunctionId>,
    pub format: Option<FunctionId>,
    pub equality: Protocol,
    pub order: Option<Protocol>,
    pub hash: Option<Protocol>,
    /// Whether a field may hold an object, so that comparisons may go deep.
    pub nests: bool,
}

/// A member of an enum.
pub struct Member {
    pub name: String,
    pub value: Cell,
}

impl Class {
    /// Whether its members are their values, too.
    pub fn is_mixed(&self) -> bool {
        matches!(self.kind, RecordKind::Enum(base) if base.value_type().is_some())
    }

    /// The type of the values of a typed dict.
    pub fn values(&self) -> Type {
        join_all(self.fields.iter().map(|field| &field.ty))
    }

    fn shows_value(&self) -> bool {
        matches!(self.kind, RecordKind::Enum(EnumBase::Int | EnumBase::Str))
    }
}

/// What an object holds.
pub struct Instance {
    pub class: Rc<Class>,
    pub fields: Vec<Cell>,
}

/// The runtime knows objects of a class by this one type; what differs between classes is in [`Instance::class`].
impl rt::record::Class for Instance {
    const NAME: &'static str = "object";

    fn freeze(&self) {
        self.fields.iter().for_each(Object::freeze);
    }

    fn copied(&self) -> Self {
        Self { class: self.class.clone(), fields: self.fields.clone() }
    }

    fn deepen(record: &Record<Self>, memo: &mut rt::copy::Memo) -> Fallible<()> {
        for place in 0..record.get(|instance| instance.fields.len()) {
            let copy = record.get(|instance| instance.fields[place].clone()).deepcopy(memo)?;
            record.set(|instance| std::mem::replace(&mut instance.fields[place], copy))?;
        }
        Ok(())
    }

    fn repr(record: &Record<Self>, out: &mut String) {
        let class = record.get(|instance| instance.class.clone());
        match class.repr {
            Protocol::Fields => shown(record, &class, Shown::Repr, out),
            Protocol::Method(function) | Protocol::Reflected(function) => text_by(function, record, out),
            Protocol::Identity => {
                use std::fmt::Write;
                let module = class.name.rsplit_once('.').map_or("__main__", |(module, _)| module);
                let _ = write!(out, "<{module}.{} object at {:#x}>", class.short, record.address());
            }
        }
    }

    fn str(record: &Record<Self>, out: &mut String) {
        match record.get(|instance| instance.class.str) {
            Some(function) => text_by(function, record, out),
            None => match record.get(|instance| instance.class.clone()) {
                class if class.model.is_some() => shown(record, &class, Shown::Text, out),
                _ => Self::repr(record, out),
            },
        }
    }

    fn dump(record: &Record<Self>, dumper: &mut rt::pydantic::Dumper) -> Fallible<()> {
        crate::model::dump(record, dumper)
    }
}

impl rt::record::Equality for Instance {}

/// How the fields of an object are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// `Name(a=1, b=2)`
    Repr,
    /// `a=1 b=2`, as `str` of a model is.
    Text,
}

fn shown(record: &Record<Instance>, class: &Class, how: Shown, out: &mut String) {
    if machine::enter_or_pend().is_none() {
        return;
    }
    rt::record::shown(record, out, |out| {
        let values = fields(record);
        if how == Shown::Repr {
            // As compiled code: a dataclass is shown by where it is defined.
            let by_place = class.model.is_none() && class.kind != RecordKind::NamedTuple;
            out.push_str(if by_place { &class.qualname } else { class.short });
            out.push('(');
        }
        let separator = if how == Shown::Repr { ", " } else { " " };
        let mut is_first = true;
        let mut show = |name: &str, value: &Cell| {
            if !std::mem::take(&mut is_first) {
                out.push_str(separator);
            }
            out.push_str(name);
            out.push('=');
            value.repr(out);
        };
        let of_fields = class.fields.iter().zip(&values).filter(|(field, _)| field.shown);
        of_fields.for_each(|(field, value)| show(&field.name, value));
        for (name, function) in class.model.iter().flat_map(|model| &model.computed) {
            if let Some(value) = must(machine::call(*function, vec![Cell::Record(record.clone())])) {
                show(name, &value);
            }
        }
        if how == Shown::Repr {
            out.push(')');
        }
    });
}

fn text_by(function: FunctionId, record: &Record<Instance>, out: &mut String) {
    if let Some(Cell::Str(text)) = must(machine::call(function, vec![Cell::Record(record.clone())])) {
        out.push_str(text.as_str());
    }
}

/// Appends `format(record, spec)`.
pub fn format(record: &Record<Instance>, spec: &str, out: &mut String) -> Fallible<()> {
    let class = record.get(|instance| instance.class.clone());
    if let Some(function) = class.format {
        let spec = Cell::Str(Str::from(spec.to_owned()));
        if let Cell::Str(text) = machine::call(function, vec![Cell::Record(record.clone()), spec])? {
            out.push_str(text.as_str());
        }
        return Ok(());
    }
    if !spec.is_empty() {
        let message = format!("unsupported format string passed to {}.__format__", class.short);
        return Err(rt::exception::type_error(message));
    }
    Object::str(record, out);
    Ok(())
}

/// Writes `json.dumps(record)`: of a named tuple a list of its fields.
pub fn json(record: &Record<Instance>, writer: &mut rt::json::Writer) -> Fallible<()> {
    let class = record.get(|instance| instance.class.clone());
    if class.kind == RecordKind::NamedTuple {
        return as_tuple(record).json(writer);
    }
    Err(rt::exception::type_error(format!("Object of type {} is not JSON serializable", class.short)))
}

/// The fields of a named tuple as a tuple.
pub fn as_tuple(record: &Record<Instance>) -> Cell {
    record.get(|instance| {
        let shown = instance.class.fields.iter().zip(&instance.fields).filter(|(field, _)| field.shown);
        tuple(shown.map(|(_, value)| value.clone()).collect())
    })
}

/// Runs a comparison or a hash of objects that may hold others of their class.
fn nested<R>(class: &Class, otherwise: R, run: impl FnOnce() -> R) -> R {
    if !class.nests {
        return run();
    }
    match machine::enter_or_pend() {
        Some(_depth) => run(),
        None => otherwise,
    }
}

fn truth(result: Fallible<Cell>) -> bool {
    matches!(must(result), Some(Cell::Bool(true)))
}

/// `a == b`.
pub fn equal(a: &Record<Instance>, b: &Record<Instance>) -> bool {
    if a.is(b) {
        return true;
    }
    let class = a.get(|instance| instance.class.clone());
    if !Rc::ptr_eq(&class, &b.get(|instance| instance.class.clone())) {
        // Of two classes only named tuples are equal.
        return class.kind == RecordKind::NamedTuple && as_tuple(a).equal(&as_tuple(b));
    }
    match class.equality {
        Protocol::Identity => false,
        Protocol::Method(function) | Protocol::Reflected(function) => {
            truth(machine::call(function, vec![Cell::Record(a.clone()), Cell::Record(b.clone())]))
        }
        Protocol::Fields => nested(&class, false, || {
            let (left, right) = (fields(a), fields(b));
            let mut compared = class.fields.iter().zip(left.iter().zip(&right)).filter(|(field, _)| field.compared);
            compared.all(|(_, (a, b))| match a {
                Cell::Array(_) => {
                    machine::pend(rt::exception::value_error(
                        "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
                    ));
                    false
                }
                _ => a.equal(b),
            })
        }),
    }
}

fn fields(record: &Record<Instance>) -> Vec<Cell> {
    record.get(|instance| instance.fields.clone())
}

/// `a < b`, and nothing else is asked.
pub fn less(a: &Record<Instance>, b: &Record<Instance>) -> bool {
    match a.get(|instance| instance.class.order) {
        Some(Protocol::Method(function)) => truth(less_by(function, a, b)),
        Some(Protocol::Reflected(function)) => truth(less_by(function, b, a)),
        _ => compare(a, b).is_some_and(Ordering::is_lt),
    }
}

fn less_by(function: FunctionId, a: &Record<Instance>, b: &Record<Instance>) -> Fallible<Cell> {
    machine::call(function, vec![Cell::Record(a.clone()), Cell::Record(b.clone())])
}

/// The order of two objects.
pub fn compare(a: &Record<Instance>, b: &Record<Instance>) -> Option<Ordering> {
    let class = a.get(|instance| instance.class.clone());
    let by = |first: bool| {
        if first { Some(Ordering::Less) } else { None }
    };
    match class.order {
        Some(Protocol::Method(function)) => by(truth(less_by(function, a, b)))
            .or_else(|| Some(if truth(less_by(function, b, a)) { Ordering::Greater } else { Ordering::Equal })),
        Some(Protocol::Reflected(function)) => by(truth(less_by(function, b, a)))
            .or_else(|| Some(if truth(less_by(function, a, b)) { Ordering::Greater } else { Ordering::Equal })),
        None if class.kind != RecordKind::NamedTuple => {
            machine::pend(rt::exception::type_error(format!(
                "'<' not supported between instances of '{0}' and '{0}'",
                class.short
            )));
            None
        }
        _ => nested(&class, None, || {
            let (left, right) = (fields(a), fields(b));
            let compared = class.fields.iter().zip(left.iter().zip(&right)).filter(|(field, _)| field.compared);
            for (_, (a, b)) in compared {
                match rt::object::step(a, b) {
                    Some(Ordering::Equal) => {}
                    different => return different,
                }
            }
            Some(Ordering::Equal)
        }),
    }
}

/// Feeds the hasher.
pub fn hash<H: Hasher>(record: &Record<Instance>, state: &mut H) {
    let class = record.get(|instance| instance.class.clone());
    match class.hash {
        Some(Protocol::Method(function) | Protocol::Reflected(function)) => {
            if let Some(Cell::Int(hash)) = must(machine::call(function, vec![Cell::Record(record.clone())])) {
                state.write_i64(hash);
            }
        }
        Some(Protocol::Fields) => nested(&class, (), || {
            let fields = fields(record);
            let hashed = class.fields.iter().zip(&fields).filter(|(field, _)| field.hashed);
            hashed.for_each(|(_, value)| Key::hash(value, state));
        }),
        _ => state.write_usize(record.address()),
    }
}

/// `repr` of a member of an enum.
pub fn member_repr(class: &Rc<Class>, place: usize, out: &mut String) {
    if let Protocol::Method(function) = class.repr {
        return member_text(function, class, place, out);
    }
    let member = &class.members[place];
    out.push('<');
    out.push_str(class.short);
    out.push('.');
    out.push_str(&member.name);
    out.push_str(": ");
    member.value.repr(out);
    out.push('>');
}

fn member_text(function: FunctionId, class: &Rc<Class>, place: usize, out: &mut String) {
    if let Some(Cell::Str(text)) = must(machine::call(function, vec![Cell::Member(class.clone(), place)])) {
        out.push_str(text.as_str());
    }
}

/// `str` of a member of an enum.
pub fn member_str(class: &Rc<Class>, place: usize, out: &mut String) {
    match class.str {
        Some(function) => member_text(function, class, place, out),
        None if class.shows_value() => class.members[place].value.str(out),
        None => {
            out.push_str(class.short);
            out.push('.');
            out.push_str(&class.members[place].name);
        }
    }
}

/// `format` of a member of an enum.
pub fn member_format(class: &Rc<Class>, place: usize, spec: &str, out: &mut String) -> Fallible<()> {
    if let Some(function) = class.format {
        let spec = Cell::Str(Str::from(spec.to_owned()));
        if let Cell::Str(text) = machine::call(function, vec![Cell::Member(class.clone(), place), spec])? {
            out.push_str(text.as_str());
        }
        return Ok(());
    }
    if class.str.is_none() && class.shows_value() {
        return class.members[place].value.format(spec, out);
    }
    let mut text = String::new();
    member_str(class, place, &mut text);
    Str::from(text).format(spec, out)
}

/// JSON of a member of an enum: of what it is beside a member.
pub fn member_json(class: &Rc<Class>, place: usize, writer: &mut rt::json::Writer) -> Fallible<()> {
    if class.is_mixed() {
        return class.members[place].value.json(writer);
    }
    Err(rt::exception::type_error(format!("Object of type {} is not JSON serializable", class.short)))
}

/// `==` of two members.
pub fn members_equal(a: &Rc<Class>, left: usize, b: &Rc<Class>, right: usize) -> bool {
    if !Rc::ptr_eq(a, b) {
        return a.is_mixed() && b.is_mixed() && a.members[left].value.equal(&b.members[right].value);
    }
    match a.equality {
        Protocol::Method(function) => {
            truth(machine::call(function, vec![Cell::Member(a.clone(), left), Cell::Member(b.clone(), right)]))
        }
        _ => left == right,
    }
}

/// Feeds the hasher with a member.
pub fn member_hash<H: Hasher>(class: &Rc<Class>, place: usize, state: &mut H) {
    match class.hash {
        Some(Protocol::Method(function)) => {
            if let Some(Cell::Int(hash)) = must(machine::call(function, vec![Cell::Member(class.clone(), place)])) {
                state.write_i64(hash);
            }
        }
        _ if class.is_mixed() => Key::hash(&class.members[place].value, state),
        _ => state.write_usize(place),
    }
}

/// Whether objects of the type may hold objects.
pub fn nests(fields: &[Field]) -> bool {
    let is_object = |part: &Type| matches!(part, Type::Record(record) if record.kind.has_fields());
    fields.iter().any(|field| field.ty.any(&is_object))
}

/// What a field holds where it is set.
pub fn held(field: &Field) -> Type {
    union(field.ty.members().iter().filter(|member| **member != Type::Unbound).cloned())
}
