//! The static types of captured values.

use std::collections::BTreeMap;
use std::path::Path;

use hotforge_analyzer::analysis::{CapturedObject, CapturedType, captured_class};
use hotforge_analyzer::ir::Constant;
use hotforge_analyzer::onnx;
use hotforge_analyzer::types::{
    ArrayType, DType, Dim, Element, Entries, Groups, ImageMode, SessionType, Type, join_all,
};

use super::result::Captured;
use super::value::{CapturedClass, CapturedValue};
use crate::error::{OnPath, Result};

/// The type of what was captured; `None` where there is no value, or a model whose signature cannot be read.
/// `paths` gives the analysis' own path of a file.
///
/// # Errors
/// Where a model's file cannot be read.
pub fn type_of(captured: &Captured, paths: &dyn Fn(&Path) -> String) -> Result<Option<CapturedType>> {
    let (value, scalar) = match captured {
        Captured::Value { value, scalar } => (value, *scalar),
        Captured::Missing | Captured::Unsupported { .. } => return Ok(None),
    };
    if let (CapturedValue::Array { dtype, .. }, true) = (value, scalar) {
        return Ok(Some(Type::Scalar(*dtype).into()));
    }
    let mut typing = Typing { paths, objects: Vec::new(), entries: Vec::new() };
    let ty = typing.value(value)?;
    let is_known = |ty: &Type| !ty.any(&|part| *part == Type::Unknown);
    let known =
        is_known(&ty) && typing.objects.iter().all(|object| object.fields.iter().all(|(_, field)| is_known(field)));
    Ok(known.then_some(CapturedType { ty, entries: typing.entries, objects: typing.objects }))
}

/// Finds types of values, and notes the objects among them.
struct Typing<'p> {
    paths: &'p dyn Fn(&Path) -> String,
    objects: Vec<CapturedObject>,
    entries: Vec<BTreeMap<String, Type>>,
}

impl Typing<'_> {
    fn value(&mut self, value: &CapturedValue) -> Result<Type> {
        Ok(match value {
            CapturedValue::Constant(constant) => constant.ty(),
            CapturedValue::List(items) => Type::list(self.join(items)?),
            CapturedValue::Tuple(items) => {
                Type::tuple(items.iter().map(|item| self.value(item)).collect::<Result<Vec<_>>>()?)
            }
            CapturedValue::Set(items) => Type::set(self.join(items)?),
            CapturedValue::FrozenSet(items) => Type::FrozenSet(Element::of(self.join(items)?)),
            CapturedValue::Dict(pairs) => {
                let key = self.join(pairs.iter().map(|(key, _)| key))?;
                let types = pairs.iter().map(|(_, item)| self.value(item)).collect::<Result<Vec<_>>>()?;
                let keys = pairs.iter().zip(&types).map(|((key, _), ty)| match key {
                    CapturedValue::Constant(Constant::Str(key)) => Some((key.to_string(), ty.clone())),
                    _ => None,
                });
                let entries = keys.collect::<Option<_>>().map(|keys| self.known(keys));
                Type::Dict(Element::of(key), Element::of(self.joined(&types)).keyed(entries))
            }
            CapturedValue::Array { dtype, shape, .. } => array(*dtype, shape),
            CapturedValue::DType(dtype) => Type::DType(*dtype),
            CapturedValue::Tensor { dtype, shape, .. } => {
                Type::Tensor(ArrayType::new(*dtype, shape.iter().map(|length| Dim::Known(*length as u64))))
            }
            CapturedValue::TensorDType(dtype) => Type::TensorDType(*dtype),
            CapturedValue::Image { mode, .. } => Type::Image(ImageMode::from_name(mode)),
            CapturedValue::Pattern { text, flags } => Type::Pattern(Groups::of(text, *flags).into()),
            CapturedValue::Made { class, .. } | CapturedValue::Loaded { class, .. } => Type::Instance(class.clone()),
            CapturedValue::Session { file, estimator } => {
                let model = std::fs::File::open(file).reading(file)?;
                onnx::signature(model).map_or(Type::Unknown, |signature| {
                    Type::Session(SessionType { estimator: estimator.clone(), ..signature }.into())
                })
            }
            CapturedValue::Enum { class, .. } | CapturedValue::Flag { class, .. } => self.object(class, &[], &[])?,
            CapturedValue::Object { class, fields, shared } => self.object(class, fields, shared)?,
        })
    }

    fn object(
        &mut self,
        class: &CapturedClass,
        fields: &[(String, CapturedValue)],
        shared: &[(String, CapturedValue)],
    ) -> Result<Type> {
        let ty = captured_class(&(self.paths)(&class.file), &class.name);
        let fields = self.fields(fields)?;
        let shared = self.fields(shared)?;
        self.objects.push(CapturedObject { class: ty.clone(), fields, shared });
        Ok(ty)
    }

    fn fields(&mut self, fields: &[(String, CapturedValue)]) -> Result<Vec<(String, Type)>> {
        // Other objects of the class may hold other dicts.
        fields.iter().map(|(name, value)| Ok((name.clone(), self.value(value)?.bare()))).collect()
    }

    fn join<'v>(&mut self, items: impl IntoIterator<Item = &'v CapturedValue>) -> Result<Type> {
        let types = items.into_iter().map(|item| self.value(item)).collect::<Result<Vec<_>>>()?;
        Ok(self.joined(&types))
    }

    fn known(&mut self, keys: BTreeMap<String, Type>) -> Entries {
        self.entries.push(keys);
        Entries(self.entries.len() as u32 - 1)
    }

    /// The join of types. Dicts that it makes one hold under a key what any of them does.
    fn joined(&mut self, types: &[Type]) -> Type {
        let mut groups: Vec<Vec<Type>> = Vec::new();
        for ty in types {
            match groups.iter_mut().find(|group| group[0] == *ty) {
                Some(group) => group.push(ty.clone()),
                None => groups.push(vec![ty.clone()]),
            }
        }
        let distinct: Vec<Type> = groups.iter().map(|group| self.one_of(group)).collect();
        let joined = join_all(&distinct);
        if joined.members().len() == distinct.len() { joined } else { joined.bare() }
    }

    /// The type of values that are all of one type.
    fn one_of(&mut self, types: &[Type]) -> Type {
        match &types[0] {
            only if types.len() < 2 => only.clone(),
            Type::Dict(key, values) => {
                let dicts: Option<Vec<Entries>> = types.iter().map(Type::entries).collect();
                let entries = dicts.map(|dicts| self.merged(&dicts));
                Type::Dict(key.clone(), Element::of(values.ty.bare()).keyed(entries))
            }
            Type::List(_) => {
                let held: Vec<Type> = types.iter().flat_map(Type::elements).map(|element| element.ty.clone()).collect();
                Type::list(self.joined(&held))
            }
            other => other.bare(),
        }
    }

    fn merged(&mut self, dicts: &[Entries]) -> Entries {
        let mut keys: BTreeMap<String, Vec<Type>> = BTreeMap::new();
        for entries in dicts {
            for (key, ty) in &self.entries[entries.0 as usize] {
                keys.entry(key.clone()).or_default().push(ty.clone());
            }
        }
        let keys = keys.into_iter().map(|(key, types)| (key, self.joined(&types))).collect();
        self.known(keys)
    }
}

fn array(dtype: DType, shape: &[usize]) -> Type {
    Type::Array(ArrayType::new(dtype, shape.iter().map(|length| Dim::Known(*length as u64))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn type_alone(value: CapturedValue) -> Type {
        let captured = Captured::Value { value, scalar: false };
        type_of(&captured, &|path| path.display().to_string()).unwrap().unwrap().ty
    }

    #[test]
    fn containers_join_their_elements() {
        let text = |text: &str| CapturedValue::Constant(Constant::Str(text.into()));
        let dict = CapturedValue::Dict(vec![(text("query"), text("…")), (text("document"), text(""))]);
        assert_eq!(type_alone(dict), Type::dict(Type::Str, Type::Str));
    }

    #[test]
    fn arrays_have_the_shape_they_have() {
        let value = CapturedValue::Array { dtype: DType::Float32, shape: vec![2, 3], data: [0; 24].as_slice().into() };
        let expected = ArrayType::new(DType::Float32, [Dim::Known(2), Dim::Known(3)]);
        assert_eq!(type_alone(value), Type::Array(expected));
    }

    #[test]
    fn a_numpy_scalar_is_no_array() {
        let value = CapturedValue::Array { dtype: DType::Int64, shape: vec![], data: [0; 8].as_slice().into() };
        let scalar = Captured::Value { value, scalar: true };
        let found = type_of(&scalar, &|path| path.display().to_string()).unwrap();
        assert_eq!(found.map(|found| found.ty), Some(Type::Scalar(DType::Int64)));
    }
}
