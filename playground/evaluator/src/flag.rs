//! `enum.Flag` and `enum.IntFlag`: the operators of the runtime, which knows a class by its definition.

use std::rc::Rc;

use hotforge_analyzer::ir::Protocol;
use hotforge_analyzer::types::EnumBase;
use hotforge_runtime as rt;
use rt::flag::Definition;
use rt::object::Object;
use rt::{Fallible, Str};

use crate::cell::Cell;
use crate::class::{Class, Member};
use crate::convert::{FromCell, IntoCell, mismatch};
use crate::machine::{self, must};
use crate::native::Args;
use crate::prepare::leak;

/// Some flags of a class.
#[derive(Clone)]
pub struct Flag {
    pub class: Rc<Class>,
    pub bits: i64,
}

/// What the runtime is told of a class of flags.
pub fn definition(name: &'static str, members: &[Member], base: EnumBase) -> Definition {
    let bits = |member: &Member| match member.value {
        Cell::Int(bits) => bits,
        _ => 0,
    };
    let members: Vec<_> = members.iter().map(|member| (leak(&member.name), bits(member))).collect();
    Definition { name, members: members.leak(), is_int: base == EnumBase::IntFlag }
}

impl Flag {
    fn definition(&self) -> Fallible<&Definition> {
        self.class.flags.as_ref().ok_or_else(|| machine::refused(format!("flags of {}", self.class.short)))
    }

    /// Flags of the same class.
    fn with(&self, bits: i64) -> Cell {
        Cell::Flag(Self { class: self.class.clone(), bits })
    }

    /// `Class(value)`.
    pub fn by_value(&self, value: i64) -> Fallible<Cell> {
        Ok(self.with(self.definition()?.by_value(value)?))
    }

    /// Whether flags are numbers.
    pub fn is_int(&self) -> bool {
        self.class.flags.as_ref().is_some_and(|flags| flags.is_int)
    }

    /// Appends `repr(flag)`.
    pub fn repr(&self, out: &mut String) {
        match (self.class.repr, &self.class.flags) {
            (Protocol::Method(function), _) => self.text(function, out),
            (_, Some(flags)) => flags.repr(self.bits, out),
            _ => {}
        }
    }

    /// Appends `str(flag)`.
    pub fn str(&self, out: &mut String) {
        match (self.class.str, &self.class.flags) {
            (Some(function), _) => self.text(function, out),
            (None, Some(flags)) => flags.str(self.bits, out),
            _ => {}
        }
    }

    fn text(&self, function: hotforge_analyzer::ir::FunctionId, out: &mut String) {
        if let Some(Cell::Str(text)) = must(machine::call(function, vec![self.with(self.bits)])) {
            out.push_str(text.as_str());
        }
    }

    /// Appends `format(flag, spec)`.
    pub fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        if self.is_int() {
            return self.bits.format(spec, out);
        }
        let mut text = String::new();
        self.str(&mut text);
        Str::from(text).format(spec, out)
    }

    /// Writes `json.dumps(flag)`.
    pub fn json(&self, writer: &mut rt::json::Writer) -> Fallible<()> {
        if self.is_int() {
            return self.bits.json(writer);
        }
        Err(rt::exception::type_error(format!("Object of type {} is not JSON serializable", self.class.short)))
    }
}

impl FromCell for Flag {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        match cell {
            Cell::Flag(flag) => Ok(flag),
            Cell::Tagged(_, value) => Self::from_cell((*value).clone()),
            other => Err(mismatch::<Self>(&other)),
        }
    }
    fn fits(cell: &Cell) -> bool {
        matches!(cell, Cell::Flag(_))
    }
}

/// `Class(value)`, where the first argument is any flag of the class.
pub fn by_value(args: &mut Args) -> Fallible<Cell> {
    let (of, value) = (args.take::<Flag>()?, args.take::<i64>()?);
    of.by_value(value)
}

/// `flag.name`.
pub fn name(args: &mut Args) -> Fallible<Cell> {
    let flag = args.take::<Flag>()?;
    Ok(flag.definition()?.composed_name(flag.bits).map(Str::from).into_cell())
}

/// `flag.value`.
pub fn value(args: &mut Args) -> Fallible<Cell> {
    Ok(Cell::Int(args.take::<Flag>()?.bits))
}

/// `left | right` and the like.
pub fn combined(args: &mut Args, operator: fn(i64, i64) -> i64) -> Fallible<Cell> {
    let (left, right) = (args.take::<Flag>()?, args.take::<Flag>()?);
    left.by_value(operator(left.bits, right.bits))
}

/// `~flag`.
pub fn invert(args: &mut Args) -> Fallible<Cell> {
    let flag = args.take::<Flag>()?;
    Ok(flag.with(flag.definition()?.invert(flag.bits)?))
}

/// `part in flag`.
pub fn contains(args: &mut Args) -> Fallible<Cell> {
    let (flag, part) = (args.take::<Flag>()?, args.take::<Flag>()?);
    Ok(Cell::Bool(part.bits & flag.bits == part.bits))
}

/// `list(flag)`.
pub fn members(args: &mut Args) -> Fallible<Cell> {
    let flag = args.take::<Flag>()?;
    let members = flag.definition()?.held(flag.bits).map(|bits| flag.with(bits)).collect();
    Ok(Cell::List(rt::list::from_vec(members)))
}

/// `len(flag)`.
pub fn len(args: &mut Args) -> Fallible<Cell> {
    Ok(Cell::Int(args.take::<Flag>()?.bits.unsigned_abs().count_ones().into()))
}
