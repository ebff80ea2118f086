//! Operators that a table of signatures cannot say: comparisons of any two values, text of any value, variables that
//! functions share, exceptions.

use hotforge_runtime as rt;
use rt::object::{self, Compare, Identity, Iter};
use rt::{Boxed, Dict, Fallible, Raised, Str};

use super::{Args, Native};
use crate::cell::{Cell, iterate};
use crate::convert::{FromCell, IntoCell};
#[allow(unused_imports, reason = "what a type cannot do is said by this trait")]
use crate::opaque::Cannot;
use crate::opaque::opaque;
use crate::{arrive, flag, machine, model, numpy};

/// The operator of a path.
pub fn find(path: &str) -> Option<Native> {
    Some(match path {
        "object::equal" => |args| two(args, object::equal),
        "object::not_equal" => |args| two(args, object::not_equal),
        "object::less" => |args| two(args, |a, b| a.less(b)),
        "object::less_equal" => |args| two(args, object::less_equal),
        "object::greater" => |args| two(args, object::greater),
        "object::greater_equal" => |args| two(args, object::greater_equal),
        "object::same" => |args| two(args, Identity::same),
        "object::str" => |args| Ok(object::str(&args.take::<Cell>()?).into_cell()),
        "object::repr" => |args| Ok(object::repr(&args.take::<Cell>()?).into_cell()),
        "object::ascii" => |args| Ok(object::ascii(&args.take::<Cell>()?).into_cell()),
        "object::format" => |args| {
            let (value, spec) = (args.take::<Cell>()?, args.take::<Str>()?);
            Ok(object::format(&value, &spec)?.into_cell())
        },
        "object::contains" => |args| {
            let (items, item) = (args.iterator::<Cell>()?, args.take::<Cell>()?);
            Ok(Cell::Bool(object::contains(items, &item)?))
        },
        "record::hash" => |args| Ok(Cell::Int(rt::record::hash(&args.take::<Cell>()?))),
        "copy::copy" => |args| match args.take::<Cell>()? {
            Cell::Record(record) => Ok(Cell::Record(rt::copy::copy(&record))),
            other => Err(machine::refused(format!("`copy.copy` of a {}", rt::Object::type_name(&other)))),
        },
        "none::present" => |args| match args.take::<Cell>()? {
            Cell::None => rt::none::present(None),
            value => Ok(value),
        },
        "closure::empty" => |_| Ok(Cell::Shared(rt::closure::empty())),
        "closure::of" => |args| Ok(Cell::Shared(rt::closure::of(args.take::<Cell>()?))),
        "closure::set" => |args| {
            let (shared, value) = (args.take()?, args.take::<Cell>()?);
            rt::closure::set(&shared, value);
            Ok(Cell::None)
        },
        "closure::clear" => |args| {
            rt::closure::clear(&args.take::<rt::closure::Cell<Cell>>()?);
            Ok(Cell::None)
        },
        "closure::get" => |args| rt::closure::get(&args.take::<rt::closure::Cell<Cell>>()?, &args.take()?),
        "closure::get_free" => |args| rt::closure::get_free(&args.take::<rt::closure::Cell<Cell>>()?, &args.take()?),
        "builtins::boxed" => |args| args.take(),
        "builtins::print" => |args| {
            machine::print(args.take::<Str>()?.as_str());
            Ok(Cell::None)
        },
        "builtins::print_error" => |_| Ok(Cell::None),
        "str::format" => |args| {
            let (template, fields) = (args.take::<Str>()?, args.fields()?);
            Ok(rt::str::format(&template, &shown(&fields))?.into_cell())
        },
        "str::percent" => |args| {
            let (template, fields, lenient) = (args.take::<Str>()?, args.fields()?, args.take::<bool>()?);
            Ok(rt::str::percent(&template, &shown(&fields), lenient)?.into_cell())
        },
        "struct::int" | "struct::float" | "struct::bool" => |args| args.take(),
        "exception::class_name" => |args| Ok(rt::exception::class_name(&args.take()?).into_cell()),
        "exception::text_arguments" => |args| Ok(rt::exception::text_arguments(&args.take()?)?.into_cell()),
        "exception::int_arguments" => |args| Ok(rt::exception::int_arguments(&args.take()?)?.into_cell()),
        "exception::text_argument" => |args| Ok(rt::exception::text_argument(&args.take()?, args.take()?)?.into_cell()),
        "exception::int_argument" => |args| Ok(rt::exception::int_argument(&args.take()?, args.take()?)?.into_cell()),
        "exception::attribute" => |args| rt::exception::attribute::<Cell>(&args.take()?, &args.take()?),
        "exception::attribute_or" => {
            |args| Ok(rt::exception::attribute_or::<Cell>(&args.take()?, &args.take()?, args.take()?))
        }
        "exception::set_attribute" => |args| {
            rt::exception::set_attribute::<Cell>(&args.take()?, &args.take()?, args.take()?);
            Ok(Cell::None)
        },
        "exception::take_arguments" => |args| {
            rt::exception::take_arguments(&args.take()?, &args.take()?);
            Ok(Cell::None)
        },
        "exception::text_of_arguments" => |args| Ok(rt::exception::text_of_arguments(&args.take()?).into_cell()),
        "exception::raised_from" => {
            |args| Ok(Cell::Exception(rt::exception::raised_from(&args.take::<Raised>()?, &args.take::<Raised>()?)))
        }
        "exception::raised_while" => {
            |args| Ok(Cell::Exception(rt::exception::raised_while(&args.take::<Raised>()?, &args.take::<Raised>()?)))
        }
        "exception::raised_within" => {
            |args| Ok(Cell::Exception(rt::exception::raised_within(&args.take::<Raised>()?, &args.take::<Raised>()?)))
        }
        "exception::raised_from_nothing" => {
            |args| Ok(Cell::Exception(rt::exception::raised_from_nothing(&args.take::<Raised>()?)))
        }
        "exception::cause" => |args| Ok(rt::exception::cause(&args.take::<Raised>()?).into_cell()),
        "exception::context" => |args| Ok(rt::exception::context(&args.take::<Raised>()?).into_cell()),
        "exception::suppresses_context" => {
            |args| Ok(Cell::Bool(rt::exception::suppresses_context(&args.take::<Raised>()?)))
        }
        "exception::finish" => |args| Ok(Cell::Exception(rt::exception::finish(args.take()?))),
        "exception::finish_with_text" => {
            |args| Ok(Cell::Exception(rt::exception::finish_with_text(args.take()?, &args.take()?)))
        }
        "exception::finish_with_repr" => {
            |args| Ok(Cell::Exception(rt::exception::finish_with_repr(args.take()?, &args.take()?)))
        }
        _ if path.starts_with("numpy::") && (path.ends_with("::new") || path.ends_with("::of_parts")) => numpy::scalar,
        "typed_dict::dict" | "typed_dict::of" => |args| args.take(),
        "dict::or" => |args| Ok(rt::dict::or(&entries(args)?, &entries(args)?).into_cell()),
        "dict::keys" => |args| Ok(rt::dict::keys(&entries(args)?).into_cell()),
        "dict::values" => |args| Ok(rt::dict::values(&entries(args)?).into_cell()),
        "dict::items" => |args| Ok(rt::dict::items(&entries(args)?).into_cell()),
        "csv::writer::writerows" => |args| {
            let writer = args.take::<rt::csv::Writer>()?;
            rt::csv::writer::writerows(&writer, Rows(args.iterator::<Cell>()?))?;
            Ok(Cell::None)
        },
        "json::loads" => arrive::loads,
        "json::loads_bytes" => arrive::loads_bytes,
        "pydantic::construct" => model::construct,
        "pydantic::construct_root" => model::construct_root,
        "pydantic::handled" => model::handled,
        "pydantic::given_as" => model::given_as,
        "pydantic::assigned" => model::assigned,
        "pydantic::assigned_whole" => model::assigned_whole,
        "pydantic::adapted" => model::adapted,
        "pydantic::adapted_json" => model::adapted_json,
        "pydantic::adapted_json_bytes" => model::adapted_json_bytes,
        "pydantic::of_keywords" => model::of_keywords,
        "pydantic::validate" => model::validate,
        "pydantic::validate_json" => model::validate_json,
        "pydantic::validate_json_bytes" => model::validate_json_bytes,
        "numpy::ndarray::astype" | "numpy::scalar::astype" => numpy::astype,
        "numpy::astype_copy" | "numpy::ndarray::astype_copy" => numpy::astype_copy,
        "numpy::fromiter" => numpy::fromiter,
        "torch::tensor" | "torch::tensor_of" => numpy::tensor,
        "numpy::view_as" => numpy::view_as,
        "numpy::real_view" => |args| numpy::part_view(args, false),
        "numpy::imag_view" => |args| numpy::part_view(args, true),
        "numpy::angle_complex" => numpy::angle_complex,
        "flag::by_value" => flag::by_value,
        "flag::name" => flag::name,
        "flag::value" => flag::value,
        "flag::or" => |args| flag::combined(args, |left, right| left | right),
        "flag::and" => |args| flag::combined(args, |left, right| left & right),
        "flag::xor" => |args| flag::combined(args, |left, right| left ^ right),
        "flag::invert" => flag::invert,
        "flag::contains" => flag::contains,
        "flag::members" => flag::members,
        "flag::len" => flag::len,
        _ => return None,
    })
}

/// The next argument as a dict; of a counter a copy, since that is a dict of other values.
fn entries(args: &mut Args) -> Fallible<Dict<Cell, Cell>> {
    let cell = crate::shape::Union::unwrap(args.take::<Cell>()?);
    let dict = match &cell {
        Cell::Dict(dict) => Some(dict.clone()),
        other => crate::opaque::entries_of(other),
    };
    dict.ok_or_else(|| machine::refused(format!("a {} as a dict", rt::Object::type_name(&cell))))
}

opaque!(rt::dict::Keys<Cell, Cell>);
opaque!(rt::dict::Values<Cell, Cell>);
opaque!(rt::dict::Items<Cell, Cell>);

/// Items, each as the iterator over what it holds.
struct Rows<I>(I);

impl<I: Iter<Item = Cell>> Iter for Rows<I> {
    type Item = Boxed<Cell>;

    fn next(&mut self) -> Fallible<Option<Boxed<Cell>>> {
        self.0.next()?.map(|row| iterate(&row)).transpose()
    }
    fn size_hint(&self) -> usize {
        self.0.size_hint()
    }
}

/// What a format shows.
fn shown(fields: &[(String, Cell)]) -> Vec<(&str, &dyn rt::str::Field)> {
    fields.iter().map(|(name, value)| (name.as_str(), value as &dyn rt::str::Field)).collect()
}

fn two(args: &mut Args, compare: fn(&Cell, &Cell) -> bool) -> Fallible<Cell> {
    let (a, b) = (args.take::<Cell>()?, args.take::<Cell>()?);
    Ok(Cell::Bool(compare(&a, &b)))
}
