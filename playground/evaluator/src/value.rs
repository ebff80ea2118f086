//! Values as JSON: arguments by the types of their parameters, results as the command line shows them, and results so
//! that nothing of them is lost.

use hotforge_analyzer::types::{RecordKind, Type, layout};
use hotforge_runtime as rt;
use rt::object::{Iter, Object};
use rt::pydantic::Input;
use rt::{Fallible, Raised};
use serde_json::{Map, Value as Json, json};

use crate::array::AnyArray;
use crate::cell::Cell;
use crate::class::{Class, Instance, held};
use crate::convert::{IntoCell, tuple};
use crate::flag::Flag;
use crate::machine::refused;
use crate::run::Program;
use crate::shape::Conversion;

type Read<T> = Result<T, String>;

/// The value of a type that JSON stands for.
pub fn read(json: &Json, ty: &Type, program: &Program) -> Read<Cell> {
    let misfit = || format!("{json} is no {ty}");
    let items = |json: &Json, ty: &Type| -> Read<Vec<Cell>> {
        json.as_array().ok_or_else(misfit)?.iter().map(|item| read(item, ty, program)).collect()
    };
    Ok(match ty {
        Type::None => json.is_null().then_some(Cell::None).ok_or_else(misfit)?,
        Type::Bool => Cell::Bool(json.as_bool().ok_or_else(misfit)?),
        Type::Int => Cell::Int(json.as_i64().or(json.as_bool().map(i64::from)).ok_or_else(misfit)?),
        Type::Float => Cell::Float(float(json).ok_or_else(misfit)?),
        Type::Complex => match json["complex"].as_array().map(Vec::as_slice) {
            Some([real, imag]) => {
                let (real, imag) = (float(real).ok_or_else(misfit)?, float(imag).ok_or_else(misfit)?);
                Cell::Complex(rt::complex::of(real, imag))
            }
            _ => Cell::Complex(rt::complex::of(float(json).ok_or_else(misfit)?, 0.0)),
        },
        Type::Str => Cell::Str(rt::Str::from(json.as_str().ok_or_else(misfit)?.to_owned())),
        Type::Bytes => Cell::Bytes(rt::Bytes::from(bytes(&json["bytes"]).ok_or_else(misfit)?)),
        Type::Literal(values) => {
            let value = read(json, &values[0].ty(), program)?;
            let known = values.iter().any(|known| rt::Equal::equal(&crate::prepare::constant(known), &value));
            known.then_some(value).ok_or_else(misfit)?
        }
        Type::List(item) => Cell::List(rt::list::from_vec(items(part(json, "list"), &item.ty)?)),
        Type::Set(item) => Cell::Set(rt::set::from_vec(items(part(json, "set"), &item.ty)?)),
        Type::FrozenSet(item) => Cell::FrozenSet(rt::frozenset::from_vec(items(part(json, "frozenset"), &item.ty)?)),
        Type::Sequence(item) => tuple(items(part(json, "tuple"), item)?),
        Type::Tuple(members) => {
            let given: Vec<&Json> = match (part(json, "tuple"), &json["fields"]) {
                (Json::Array(given), _) => given.iter().collect(),
                // An object of a named tuple.
                (_, Json::Object(fields)) => fields.values().collect(),
                _ => return Err(misfit()),
            };
            if given.len() != members.len() {
                return Err(misfit());
            }
            let given = given.into_iter().zip(members.iter()).map(|(item, ty)| read(item, ty, program));
            tuple(given.collect::<Read<_>>()?)
        }
        Type::Dict(key, value) => Cell::Dict(rt::dict::from_pairs(pairs(json, &key.ty, &value.ty, program)?)),
        Type::Union(members) => {
            // A bool is an int where there is no place for bools.
            let is_other = |member: &Type| json.is_boolean() && *member == Type::Int && members.contains(&Type::Bool);
            let found = members.iter().filter(|member| !is_other(member)).find_map(|member| {
                let value = read(json, member, program).ok()?;
                Conversion::between(member, ty).ok()?.apply(value).ok()
            });
            found.ok_or_else(misfit)?
        }
        Type::Record(record) => return read_record(json, ty, record.kind, program).ok_or_else(misfit)?,
        Type::Tensor(tensor) => match read(json, &Type::Array(tensor.clone()), program)? {
            Cell::Array(array) => Cell::Tensor(array),
            other => other,
        },
        Type::Array(array) => {
            let given = &json["array"];
            let (Some(shape), Some(data)) = (given["shape"].as_array(), bytes(&given["data"])) else {
                return crate::value::nested(json, array.dtype);
            };
            if given["dtype"] != array.dtype.name() {
                return Err(misfit());
            }
            let shape: Vec<usize> = shape.iter().filter_map(Json::as_u64).map(|length| length as usize).collect();
            Cell::Array(AnyArray::from_bytes(array.dtype, &data, &shape))
        }
        Type::Scalar(dtype) => {
            let data = bytes(&json["scalar"]["data"]).ok_or_else(misfit)?;
            let only = AnyArray::from_bytes(*dtype, &data, &[]).only().map_err(|raised| raised.message)?;
            Cell::Scalar(only)
        }
        Type::Image(_) => match &json["image"] {
            Json::String(_) => return picture(&json["image"]),
            described => return image(described).ok_or_else(misfit),
        },
        Type::Instance(class) if let Some(read) = crate::objects::read(class, json) => return read,
        _ => return Err(format!("values of {ty} cannot be given as JSON")),
    })
}

/// An image from the file that it is kept in.
fn picture(json: &Json) -> Read<Cell> {
    let file = bytes(json).ok_or("the image is no base64")?;
    let image = rt::pil::decode(&file).map_err(|raised| format!("the file is no image: {}", raised.message))?;
    Ok(image.into_cell())
}

/// The PNG of an image, as pages show it; of a mode that PNG has not, that of its colours. There is none without pixels.
fn write_picture(image: &rt::pil::Image) -> Fallible<Json> {
    let (width, height) = rt::pil::methods::size(image);
    if width == 0 || height == 0 {
        return write_image(image);
    }
    let file = rt::io::bytes_io::new(&rt::Bytes::from(Vec::new()));
    let (png, level) = (rt::Str::literal("PNG"), 6);
    let save = |image: &rt::pil::Image| {
        rt::pil::methods::save(image, &file, &png, None, false, false, level, 4, false, 100, false, -1)
    };
    if save(image).is_err() {
        save(&rt::pil::methods::convert(image, &rt::Str::literal("RGB"))?)?;
    }
    Ok(json!({ "image": encoded(rt::io::bytes_io::getvalue(&file)?.as_slice()) }))
}

/// An image from its pixels, row by row, and of mode `P` its colours.
fn image(json: &Json) -> Option<Cell> {
    let (mode, pixels) = (json["mode"].as_str()?, bytes(&json["pixels"])?);
    let (width, height) = (json["width"].as_u64()? as usize, json["height"].as_u64()? as usize);
    let palette = bytes(&json["palette"]).unwrap_or_default();
    let picture = rt::abi::Picture::new(mode, width, height, pixels.into(), palette.into()).ok()?;
    let image: rt::pil::Image = rt::abi::FromValue::from_value(&rt::abi::Value::Image(picture)).ok()?;
    Some(image.into_cell())
}

/// The pixels of an image, as JSON.
fn write_image(image: &rt::pil::Image) -> Fallible<Json> {
    let rt::abi::Value::Image(picture) = rt::abi::ToValue::to_value(image.clone()) else {
        return Err(refused("an image as a result"));
    };
    let (width, height) = picture.size();
    let pixels = encoded(picture.pixels()?);
    let palette = encoded(picture.palette());
    let described =
        json!({ "mode": picture.mode(), "width": width, "height": height, "pixels": pixels, "palette": palette });
    Ok(json!({ "image": described }))
}

/// An array from nested lists of numbers.
fn nested(json: &Json, dtype: hotforge_analyzer::types::DType) -> Read<Cell> {
    let mut shape = Vec::new();
    let mut first = json;
    while let Json::Array(items) = first {
        shape.push(items.len());
        match items.first() {
            Some(item) => first = item,
            None => break,
        }
    }
    let mut data = Vec::new();
    flatten(json, &shape, &mut |number| element(number, dtype, &mut data))?;
    Ok(Cell::Array(AnyArray::from_bytes(dtype, &data, &shape)))
}

fn flatten(json: &Json, shape: &[usize], take: &mut dyn FnMut(&Json) -> Option<()>) -> Read<()> {
    match (json, shape.split_first()) {
        (Json::Array(items), Some((length, rest))) if items.len() == *length => {
            items.iter().try_for_each(|item| flatten(item, rest, take))
        }
        (Json::Array(_), _) | (_, Some(_)) => Err("the rows of the array have different lengths".to_owned()),
        (number, None) => take(number).ok_or_else(|| format!("{number} is no element of the array")),
    }
}

fn element(json: &Json, dtype: hotforge_analyzer::types::DType, out: &mut Vec<u8>) -> Option<()> {
    use hotforge_analyzer::types::DType;
    let int = || json.as_i64();
    match dtype {
        DType::Bool => out.push(u8::from(json.as_bool()?)),
        DType::Int8 => out.extend(i8::try_from(int()?).ok()?.to_le_bytes()),
        DType::Int16 => out.extend(i16::try_from(int()?).ok()?.to_le_bytes()),
        DType::Int32 => out.extend(i32::try_from(int()?).ok()?.to_le_bytes()),
        DType::Int64 => out.extend(int()?.to_le_bytes()),
        DType::UInt8 => out.push(u8::try_from(int()?).ok()?),
        DType::UInt16 => out.extend(u16::try_from(int()?).ok()?.to_le_bytes()),
        DType::UInt32 => out.extend(u32::try_from(int()?).ok()?.to_le_bytes()),
        DType::UInt64 => out.extend(json.as_u64()?.to_le_bytes()),
        DType::Float16 => out.extend(rt::numpy::f16::from_f64(float(json)?).to_le_bytes()),
        DType::Float32 => out.extend((float(json)? as f32).to_le_bytes()),
        DType::Float64 => out.extend(float(json)?.to_le_bytes()),
        DType::Complex64 | DType::Complex128 => {
            let (real, imag) = match json["complex"].as_array().map(Vec::as_slice) {
                Some([real, imag]) => (float(real)?, float(imag)?),
                _ => (float(json)?, 0.0),
            };
            for part in [real, imag] {
                match dtype {
                    DType::Complex64 => out.extend((part as f32).to_le_bytes()),
                    _ => out.extend(part.to_le_bytes()),
                }
            }
        }
    }
    Some(())
}

/// What is in an object with one key, or the value itself.
fn part<'j>(json: &'j Json, key: &str) -> &'j Json {
    match json {
        Json::Object(fields) if fields.len() == 1 => fields.get(key).unwrap_or(json),
        // A list where a list is not wanted would be taken for one.
        _ => json,
    }
}

/// A number, or `{"float": "nan"}`.
fn float(json: &Json) -> Option<f64> {
    match json {
        Json::Number(number) => number.as_f64(),
        Json::Object(_) => match &json["bits"] {
            Json::String(bits) => u64::from_str_radix(bits, 16).ok().map(f64::from_bits),
            _ => json["float"].as_str()?.parse().ok(),
        },
        _ => None,
    }
}

/// Bytes in hexadecimal, or in Base64.
pub(crate) fn bytes(json: &Json) -> Option<Vec<u8>> {
    match json {
        Json::String(text) => {
            let decoded = rt::base64::b64decode(&rt::Str::from(text.clone()), &None, true).ok()?;
            Some(decoded.as_slice().to_vec())
        }
        _ => None,
    }
}

pub(crate) fn encoded(bytes: &[u8]) -> String {
    let bytes = rt::Bytes::from(bytes.to_vec());
    match rt::base64::b64encode(&bytes, &None) {
        Ok(text) => String::from_utf8_lossy(text.as_slice()).into_owned(),
        Err(_) => String::new(),
    }
}

fn pairs(json: &Json, key: &Type, item: &Type, program: &Program) -> Read<Vec<(Cell, Cell)>> {
    let json = part(json, "dict");
    if let (Json::Object(fields), Type::Str | Type::Literal(_)) = (json, key) {
        let pair =
            |(name, value): (&String, &Json)| Ok((read(&json!(name), key, program)?, read(value, item, program)?));
        return fields.iter().map(pair).collect();
    }
    let pair = |pair: &Json| match pair.as_array().map(Vec::as_slice) {
        Some([name, value]) => Ok((read(name, key, program)?, read(value, item, program)?)),
        _ => Err("a dict is a JSON object, or a list of pairs".to_owned()),
    };
    json.as_array().ok_or("a dict is a JSON object, or a list of pairs")?.iter().map(pair).collect()
}

fn read_record(json: &Json, ty: &Type, kind: RecordKind, program: &Program) -> Option<Read<Cell>> {
    let Type::Record(record) = layout(ty) else { return None };
    let class = program.classes.iter().find(|class| *class.name == *record.name)?;
    if class.flags.is_some() {
        let flag = Flag { class: class.clone(), bits: json.as_i64()? };
        return flag.by_value(flag.bits).ok().map(Ok);
    }
    if let RecordKind::Enum(_) = kind {
        let place = class.members.iter().position(|member| write(&member.value).is_ok_and(|value| value == *json))?;
        return Some(Ok(Cell::Member(class.clone(), place)));
    }
    if kind == RecordKind::TypedDict {
        return read_typed_dict(json, class, program);
    }
    let given = match json {
        Json::Object(given) if given.contains_key("fields") => given["fields"].as_object()?,
        Json::Object(_) if class.model.is_some() => {
            let made = crate::model::arrived(ty, &input(json)?);
            return Some(made.map_err(|raised| raised.message));
        }
        Json::Object(given) => given,
        _ => return None,
    };
    if given.len() > class.fields.len() {
        return None;
    }
    let mut fields = Vec::new();
    for field in &class.fields {
        let value = given.get(&field.name)?;
        match read(value, &field.ty, program) {
            Ok(value) => fields.push(value),
            Err(why) => return Some(Err(why)),
        }
    }
    Some(Ok(Cell::Record(rt::record::new(Instance { class: class.clone(), fields }))))
}

/// A dict whose keys have types of their own. Keys may be left out.
fn read_typed_dict(json: &Json, class: &Class, program: &Program) -> Option<Read<Cell>> {
    let given: Vec<(String, &Json)> = match part(json, "dict") {
        Json::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Json::Array(pairs) => {
            let pairs = pairs.iter().map(|pair| Some((pair.get(0)?.as_str()?.to_owned(), pair.get(1)?)));
            pairs.collect::<Option<_>>()?
        }
        _ => return None,
    };
    let values = class.values();
    let mut pairs = Vec::new();
    for (name, value) in given {
        let ty = held(class.fields.iter().find(|field| field.name == name)?);
        let read = read(value, &ty, program)
            .and_then(|value| Conversion::between(&ty, &values)?.apply(value).map_err(|raised| raised.message));
        match read {
            Ok(value) => pairs.push((Cell::Str(rt::Str::from(name)), value)),
            Err(why) => return Some(Err(why)),
        }
    }
    Some(Ok(Cell::Dict(rt::dict::from_pairs(pairs))))
}

/// A value as what is given to a model of pydantic.
fn input(json: &Json) -> Option<Input> {
    let all = |items: &Json| items.as_array()?.iter().map(input).collect::<Option<Vec<_>>>();
    Some(match json {
        Json::Null => Input::None,
        Json::Bool(value) => Input::Bool(*value),
        Json::Number(number) => match number.as_i64() {
            Some(value) => Input::Int(value),
            None => Input::Float(number.as_f64()?),
        },
        Json::String(text) => Input::Str(rt::Str::from(text.clone())),
        Json::Array(_) => Input::List(all(json)?.into()),
        Json::Object(fields) => match fields.iter().next().filter(|_| fields.len() == 1) {
            Some((key, _)) if key == "bits" || key == "float" => Input::Float(float(json)?),
            Some((key, value)) if key == "bytes" => Input::Bytes(rt::Bytes::from(bytes(value)?)),
            Some((key, items)) if key == "tuple" => Input::Tuple(all(items)?.into()),
            Some((key, items)) if key == "set" => Input::Set(all(items)?.into()),
            Some((key, items)) if key == "frozenset" => Input::FrozenSet(all(items)?.into()),
            Some((key, Json::Array(pairs))) if key == "dict" => {
                let pairs = pairs.iter().map(|pair| Some((input(pair.get(0)?)?, input(pair.get(1)?)?)));
                Input::Dict(pairs.collect::<Option<Vec<_>>>()?.into())
            }
            _ => {
                let pairs = fields.iter();
                let pairs = pairs.map(|(name, value)| Some((Input::Str(rt::Str::from(name.clone())), input(value)?)));
                Input::Dict(pairs.collect::<Option<Vec<_>>>()?.into())
            }
        },
    })
}

/// A value as the command line shows it.
pub fn write(cell: &Cell) -> Fallible<Json> {
    let all = |items: Vec<Cell>| items.iter().map(write).collect::<Fallible<Vec<_>>>().map(Json::from);
    Ok(match cell {
        Cell::None => Json::Null,
        Cell::Bool(value) => json!(value),
        Cell::Int(value) => json!(value),
        Cell::Float(value) => write_float(*value),
        Cell::Complex(value) => json!({ "complex": [write_float(value.re), write_float(value.im)] }),
        Cell::Str(text) => json!(text.as_str()),
        Cell::Bytes(bytes) => json!({ "bytes": encoded(bytes.as_slice()) }),
        Cell::List(items) => all(items.to_vec())?,
        Cell::Tuple(items) => all(items.as_slice().to_vec())?,
        Cell::Set(items) => all(items.to_vec())?,
        Cell::FrozenSet(items) => all(items.to_vec())?,
        Cell::Dict(dict) => {
            let pairs = dict.to_pairs();
            if pairs.iter().all(|(key, _)| matches!(key, Cell::Str(_))) {
                let fields = pairs.iter().map(|(key, value)| match key {
                    Cell::Str(key) => Ok((key.as_str().to_owned(), write(value)?)),
                    _ => Err(refused("a key")),
                });
                fields.collect::<Fallible<Map<_, _>>>()?.into()
            } else {
                let pairs = pairs.iter().map(|(key, value)| Ok(json!([write(key)?, write(value)?])));
                pairs.collect::<Fallible<Vec<_>>>()?.into()
            }
        }
        Cell::Record(record) => {
            let (class, fields) = record.get(|instance| (instance.class.clone(), instance.fields.clone()));
            let fields = class.fields.iter().zip(&fields).map(|(field, value)| Ok((field.name.clone(), write(value)?)));
            fields.collect::<Fallible<Map<_, _>>>()?.into()
        }
        Cell::Member(class, place) => write(&class.members[*place].value)?,
        Cell::Flag(flag) => json!(flag.bits),
        Cell::Array(array) | Cell::Tensor(array) => write_array(array)?,
        Cell::Scalar(scalar) => write_array(&scalar.to_array())?,
        Cell::Tagged(_, value) => write(value)?,
        Cell::Opaque(value) if let Some(image) = value.as_any().downcast_ref() => write_picture(image)?,
        Cell::Opaque(_) if let Some((_, fields)) = crate::objects::write(cell)? => fields,
        Cell::Opaque(value) => match (value.as_dict(), value.iterate_value()) {
            (Some(dict), _) => write(&Cell::Dict(dict))?,
            (None, Some(items)) => all(rt::object::collect(items)?)?,
            (None, None) => return Err(unwritten(cell)),
        },
        _ => return Err(unwritten(cell)),
    })
}

fn unwritten(cell: &Cell) -> Raised {
    refused(format!("a {} as a result", cell.type_name()))
}

/// A float; what JSON cannot say is an object.
fn write_float(value: f64) -> Json {
    if value.is_finite() { json!(value) } else { json!({ "float": value.to_string().to_lowercase() }) }
}

fn write_array(array: &AnyArray) -> Fallible<Json> {
    if array.shape().is_empty() {
        let mut writer = String::new();
        array.str(&mut writer);
        return Ok(serde_json::from_str(&writer).unwrap_or(json!(writer)));
    }
    let mut items = array.iterate()?;
    let mut all = Vec::new();
    while let Some(item) = items.next()? {
        all.push(write(&item)?);
    }
    Ok(all.into())
}

/// A value so that nothing of it is lost: objects with one key say what lists and texts do not.
pub fn write_exact(cell: &Cell) -> Fallible<Json> {
    let all = |items: Vec<Cell>| items.iter().map(write_exact).collect::<Fallible<Vec<_>>>().map(Json::from);
    let bits = |value: f64| json!(format!("{:016x}", value.to_bits()));
    Ok(match cell {
        Cell::None => Json::Null,
        Cell::Bool(value) => json!(value),
        Cell::Int(value) => json!(value),
        Cell::Float(value) => json!({ "float": bits(*value) }),
        Cell::Complex(value) => json!({ "complex": [bits(value.re), bits(value.im)] }),
        Cell::Str(text) => json!(text.as_str()),
        Cell::Bytes(bytes) => json!({ "bytes": encoded(bytes.as_slice()) }),
        Cell::List(items) => all(items.to_vec())?,
        Cell::Tuple(items) => json!({ "tuple": all(items.as_slice().to_vec())? }),
        Cell::Set(items) => json!({ "set": all(items.to_vec())? }),
        Cell::FrozenSet(items) => json!({ "frozenset": all(items.to_vec())? }),
        Cell::Dict(dict) => {
            let pairs = dict.to_pairs();
            let pairs = pairs.iter().map(|(key, value)| Ok(json!([write_exact(key)?, write_exact(value)?])));
            json!({ "dict": pairs.collect::<Fallible<Vec<_>>>()? })
        }
        Cell::Record(record) => {
            let (class, fields) = record.get(|instance| (instance.class.clone(), instance.fields.clone()));
            let fields = class.fields.iter().zip(&fields);
            let fields = fields.map(|(field, value)| Ok(json!([field.name, write_exact(value)?])));
            let fields = fields.collect::<Fallible<Vec<_>>>()?;
            let key = if class.kind == RecordKind::NamedTuple { "namedtuple" } else { "record" };
            json!({ key: { "class": class.short, "fields": fields } })
        }
        Cell::Member(class, place) => write_exact(&class.members[*place].value)?,
        Cell::Flag(flag) => json!(flag.bits),
        Cell::Array(array) => json!({ "array": described(array) }),
        Cell::Tensor(array) => json!({ "tensor": described(array) }),
        Cell::Scalar(scalar) => json!({ "scalar": described(&scalar.to_array()) }),
        Cell::Tagged(_, value) => write_exact(value)?,
        Cell::Opaque(value) if let Some(image) = value.as_any().downcast_ref() => write_image(image)?,
        Cell::Opaque(_) if let Some((class, fields)) = crate::objects::write(cell)? => {
            json!({ "object": { "class": class, "fields": fields } })
        }
        Cell::Opaque(value) => match (value.as_dict(), value.iterate_value()) {
            (Some(dict), _) => write_exact(&Cell::Dict(dict))?,
            (None, Some(items)) if value.class_name() == "deque" => all(rt::object::collect(items)?)?,
            _ => return Err(unwritten(cell)),
        },
        _ => return Err(unwritten(cell)),
    })
}

fn described(array: &AnyArray) -> Json {
    use crate::array::with_array;
    let data = with_array!(array, array => rt::numpy::tobytes(array));
    json!({ "dtype": array.dtype().name(), "shape": array.shape(), "data": encoded(data.as_slice()) })
}
