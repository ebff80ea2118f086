//! Values of the runtime's boundary at a type of the program: what `json.loads` reads.

use hotforge_analyzer::types::{RecordKind, Type, layout};
use hotforge_runtime as rt;
use rt::abi::{FromValue, Members, Mismatch, Value};
use rt::{Bytes, Fallible, Str};

use crate::cell::Cell;
use crate::convert::IntoCell;
use crate::machine;
use crate::native::Args;
use crate::run::Program;
use crate::shape::{Conversion, Union};

type Arrived = Result<Cell, Box<Mismatch>>;

/// `json.loads(text)` at the type of the expression.
pub fn loads(args: &mut Args) -> Fallible<Cell> {
    let text = args.take::<Str>()?;
    loaded(&text, args)
}

/// `json.loads(data)` at the type of the expression.
pub fn loads_bytes(args: &mut Args) -> Fallible<Cell> {
    let data = args.take::<Bytes>()?;
    loaded(&rt::json::decoded(&data)?, args)
}

fn loaded(text: &Str, args: &mut Args) -> Fallible<Cell> {
    let declared = args.take::<Str>()?;
    let program = machine::program()?;
    let ty = layout(args.result());
    let value = rt::json::loads_by(text, &declared, |value| arrived(value, &ty, &program))?;
    machine::settle()?;
    Ok(value)
}

/// The value at a type, which is a layout.
fn arrived(value: &Value, ty: &Type, program: &Program) -> Arrived {
    match ty {
        Type::None => by::<()>(value),
        Type::Bool => by::<bool>(value),
        Type::Int => by::<i64>(value),
        Type::Float => by::<f64>(value),
        Type::Str => by::<Str>(value),
        Type::List(item) => {
            let Value::List(items) = value else { return Err(Mismatch::of(value)) };
            let items = items.iter().enumerate().map(|(place, value)| {
                arrived(value, &item.ty, program).map_err(|mismatch| mismatch.within(format!("element {place}")))
            });
            Ok(Cell::List(rt::list::from_vec(items.collect::<Result<_, _>>()?)))
        }
        Type::Dict(key, item) => {
            let Value::Dict(pairs) = value else { return Err(Mismatch::of(value)) };
            let pairs = pairs.iter().map(|(name, value)| {
                let name_at = arrived(name, &key.ty, program).map_err(|mismatch| mismatch.within("a key"))?;
                let value =
                    arrived(value, &item.ty, program).map_err(|mismatch| mismatch.within(rt::abi::value_of(name)))?;
                Ok((name_at, value))
            });
            Ok(Cell::Dict(rt::dict::from_pairs(pairs.collect::<Result<_, Box<Mismatch>>>()?)))
        }
        Type::Record(record) if record.kind == RecordKind::TypedDict => typed_dict(value, ty, program),
        Type::Union(members) => {
            let union = Union::of(ty).map_err(unheld)?;
            let takes_bool = members.contains(&Type::Bool) || members.contains(&Type::Int);
            let found = if takes_bool { Members::of(value) } else { Members::without_bool(value) };
            let members = union.members.iter().enumerate();
            let found = members.fold(found, |found, (place, member)| {
                found.or_by(|value| Ok(union.wrap(place, arrived(value, member, program)?)))
            });
            found.finish()
        }
        other => Err(unheld(format!("a {other} from JSON"))),
    }
}

fn by<T: FromValue + IntoCell>(value: &Value) -> Arrived {
    T::from_value(value).map(IntoCell::into_cell)
}

/// What is not evaluated is no mismatch: it pends.
fn unheld(what: String) -> Box<Mismatch> {
    machine::pend(machine::refused(what.clone()));
    Mismatch::new(what)
}

/// A typed dict: each key has a type of its own.
fn typed_dict(value: &Value, ty: &Type, program: &Program) -> Arrived {
    let Value::Dict(pairs) = value else { return Err(Mismatch::of(value)) };
    let class = program.class_of(ty).map_err(|raised| unheld(raised.message))?;
    let values = class.values();
    let pairs = pairs.iter().map(|(key, value)| {
        let key = Str::from_value(key).map_err(|mismatch| mismatch.within("a key"))?;
        let within = || format!("key '{}'", key.as_str());
        let Some(field) = class.fields.iter().find(|field| field.name == key.as_str()) else {
            return Err(Mismatch::new("not declared").within(within()));
        };
        let held = layout(&crate::class::held(field));
        let value = arrived(value, &held, program).map_err(|mismatch| mismatch.within(within()))?;
        let way = Conversion::between(&held, &values).map_err(unheld)?;
        let value = way.apply(value).map_err(|raised| unheld(raised.message))?;
        Ok((Cell::Str(key), value))
    });
    Ok(Cell::Dict(rt::dict::from_pairs(pairs.collect::<Result<_, _>>()?)))
}
