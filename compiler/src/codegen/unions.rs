//! Unions: an enum for each union of the program that is more than `X | None`, with what its members can do.

use std::collections::BTreeSet;

use hotforge_analyzer::catalog::catalog;
use hotforge_analyzer::types::{Type, short};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::context::Context;
use super::types::{is_copy, is_unit};

/// The variant that holds a member.
pub fn variant(member: &Type) -> Ident {
    format_ident!("{}", variant_name(member))
}

/// The name of a member in the names of enums and variants: `Int`, `ListOfStr`.
pub fn variant_name(member: &Type) -> String {
    match member {
        Type::None => "None".to_owned(),
        Type::Unbound => "Unbound".to_owned(),
        Type::Bool => "Bool".to_owned(),
        Type::Int => "Int".to_owned(),
        Type::Float => "Float".to_owned(),
        Type::Complex => "Complex".to_owned(),
        Type::Str => "Str".to_owned(),
        Type::Bytes => "Bytes".to_owned(),
        Type::Ellipsis => "Ellipsis".to_owned(),
        Type::Range => "Range".to_owned(),
        Type::Slice => "Slice".to_owned(),
        Type::Never => "Never".to_owned(),
        Type::List(item) => format!("ListOf{}", variant_name(&item.ty)),
        Type::Set(item) => format!("SetOf{}", variant_name(&item.ty)),
        Type::FrozenSet(item) => format!("FrozenSetOf{}", variant_name(&item.ty)),
        Type::Dict(key, value) => format!("DictOf{}To{}", variant_name(&key.ty), variant_name(&value.ty)),
        Type::Container(class, elements) => {
            let class = hotforge_analyzer::types::short(class);
            let elements: Vec<String> = elements.iter().map(|element| variant_name(&element.ty)).collect();
            format!("{class}Of{}", elements.join("To"))
        }
        Type::Tuple(members) if members.is_empty() => "EmptyTuple".to_owned(),
        Type::Tuple(members) => format!("TupleOf{}", members.iter().map(variant_name).collect::<Vec<_>>().join("And")),
        Type::Sequence(item) => format!("SequenceOf{}", variant_name(item)),
        Type::Iterator(item) => format!("IteratorOf{}", variant_name(item)),
        // Named after the place it is defined at, since many functions have one name.
        Type::Callable(function) => {
            let held = function.captures.iter().map(|(_, ty)| variant_name(ty));
            let text = format!("{} {} {}", function.name, function.key, held.collect::<Vec<_>>().join(" "));
            format!("Function{}", upper_camel(&text))
        }
        Type::Cell(content) => format!("CellOf{}", variant_name(&content.ty)),
        Type::Union(members) => members.iter().map(variant_name).collect::<Vec<_>>().join("Or"),
        Type::Scalar(dtype) => capitalised(dtype.name()),
        Type::Array(array) => format!("ArrayOf{}", capitalised(array.dtype.name())),
        Type::DType(dtype) => format!("DTypeOf{}", capitalised(dtype.name())),
        Type::Tensor(tensor) => format!("TensorOf{}", capitalised(tensor.dtype.name())),
        Type::TensorDType(dtype) => format!("TensorDTypeOf{}", capitalised(dtype.name())),
        Type::Exception(_) => "Exception".to_owned(),
        Type::Instance(class) => class.rsplit('.').next().unwrap_or(class).to_owned(),
        Type::Record(record) => record_name(short(&record.name)),
        Type::Pattern(_) => "Pattern".to_owned(),
        Type::Match(_) => "Match".to_owned(),
        Type::Struct(_) => "Struct".to_owned(),
        Type::Image(_) => "Image".to_owned(),
        Type::Session(_) => "Session".to_owned(),
        Type::Literal(values) => variant_name(&values[0].ty()),
        Type::Module(_) | Type::Class(_) | Type::Function(_) | Type::Method(_) => "Static".to_owned(),
        Type::Unknown | Type::Variable(_) => "Unknown".to_owned(),
    }
}

/// A name of Rust made of the letters and digits of a text.
fn upper_camel(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::chars);
    words.flat_map(|mut word| word.next().into_iter().flat_map(char::to_uppercase).chain(word)).collect()
}

/// The name of a class, so that it differs from the names of types.
fn record_name(name: &str) -> String {
    const TYPES: &[&str] = &[
        "None", "Unbound", "Bool", "Int", "Float", "Complex", "Str", "Bytes", "Ellipsis", "Range", "Slice", "Never",
        "Self",
    ];
    if TYPES.contains(&name) { format!("{name}Object") } else { name.to_owned() }
}

/// numpy's names, so that they differ from Python's own: `float32` → `NpFloat32`.
fn capitalised(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    format!("Np{}{rest}", first.to_uppercase())
}

/// What `==` between two members is.
enum Equality {
    /// The runtime compares them.
    Compared,
    /// They are never equal.
    Never,
    /// They are equal where both are empty.
    Empty,
    /// The runtime cannot compare them.
    Unknown,
}

fn equality(left: &Type, right: &Type) -> Equality {
    let is_number = |ty: &Type| matches!(ty, Type::Bool | Type::Int | Type::Float | Type::Complex);
    let is_array = |ty: &Type| matches!(ty, Type::Array(_) | Type::Scalar(_) | Type::Tensor(_));
    if left == right {
        return if has_equality(left) { Equality::Compared } else { Equality::Unknown };
    }
    if is_number(left) && is_number(right) {
        return Equality::Compared;
    }
    if let (Type::Tuple(a), Type::Tuple(b)) = (left, right) {
        return if a.len() == b.len() { equality_of_parts(a.iter().zip(b.iter())) } else { Equality::Never };
    }
    let by_elements = match (left, right) {
        (Type::List(a), Type::List(b)) => Some(equality(&a.ty, &b.ty)),
        (Type::Dict(k, v), Type::Dict(l, w)) => Some(equality_of_parts([(&k.ty, &l.ty), (&v.ty, &w.ty)])),
        _ => None,
    };
    match by_elements {
        Some(Equality::Never) => return Equality::Empty,
        Some(Equality::Compared) if matches!(left, Type::List(_)) => return Equality::Compared,
        _ => {}
    }
    let is_alike = std::mem::discriminant(left) == std::mem::discriminant(right) || is_array(left) || is_array(right);
    let are_sets = [left, right].iter().all(|ty| matches!(ty, Type::Set(_) | Type::FrozenSet(_)));
    let is_tuple = |ty: &Type| ty.is_named_tuple() || matches!(ty, Type::Tuple(_) | Type::Sequence(_));
    let are_tuples = is_tuple(left) && is_tuple(right);
    let are_bytes = [left, right].iter().all(|ty| **ty == Type::Bytes || has_equality(ty) && is_instance(ty));
    if is_alike || are_sets || are_tuples || are_bytes { Equality::Unknown } else { Equality::Never }
}

fn is_instance(ty: &Type) -> bool {
    matches!(ty, Type::Instance(_))
}

/// What `==` is of values that are equal where all their parts are.
fn equality_of_parts<'t>(parts: impl IntoIterator<Item = (&'t Type, &'t Type)>) -> Equality {
    let mut whole = Equality::Compared;
    for (left, right) in parts {
        match equality(left, right) {
            Equality::Never => return Equality::Never,
            Equality::Compared => {}
            Equality::Empty | Equality::Unknown => whole = Equality::Unknown,
        }
    }
    whole
}

/// Whether two values of the type can be compared for equality.
pub fn has_equality(ty: &Type) -> bool {
    match ty {
        Type::Instance(class) => catalog().method(class, "__eq__").is_some(),
        Type::Array(_)
        | Type::Tensor(_)
        | Type::Match(_)
        | Type::Struct(_)
        | Type::Session(_)
        | Type::Image(_)
        | Type::Exception(_)
        | Type::Iterator(_) => false,
        Type::Callable(_) | Type::Cell(_) => false,
        Type::Union(members) => has_equality_among(members),
        other => other.parts().into_iter().all(has_equality),
    }
}

fn has_equality_among(members: &[Type]) -> bool {
    members.iter().all(|left| members.iter().all(|right| !matches!(equality(left, right), Equality::Unknown)))
}

/// Whether the type can be a key of a dict.
pub fn is_key(ty: &Type) -> bool {
    match ty {
        Type::None | Type::Unbound | Type::Bool | Type::Int | Type::Float | Type::Complex => true,
        Type::Str | Type::Bytes => true,
        Type::Tuple(members) | Type::Union(members) => members.iter().all(is_key) && has_equality(ty),
        Type::Sequence(item) => is_key(item),
        Type::Record(record) => record.hashable,
        Type::FrozenSet(item) => is_key(&item.ty),
        Type::Instance(class) => catalog().method(class, "__hash__").is_some(),
        _ => false,
    }
}

/// Whether all members can be ordered among one another.
fn is_ordered(members: &[Type]) -> bool {
    let is_real = |member: &Type| match member {
        Type::Bool | Type::Int | Type::Float => true,
        Type::Scalar(dtype) => !dtype.is_complex(),
        _ => false,
    };
    members.iter().all(is_real)
}

impl Context<'_> {
    /// The enums asked for, and those that their own members ask for.
    pub fn union_definitions(&self, at_boundary: &BTreeSet<String>) -> TokenStream {
        let mut written = BTreeSet::new();
        let mut tokens = TokenStream::new();
        loop {
            let next = self.union_enums().into_iter().find(|(name, _)| !written.contains(name));
            let Some((name, members)) = next else { return tokens };
            tokens.extend(self.union_definition(&format_ident!("{name}"), &members));
            if at_boundary.contains(&name) {
                tokens.extend(self.boundary_traits(&format_ident!("{name}"), &members));
            }
            written.insert(name);
        }
    }

    fn union_definition(&self, name: &Ident, members: &[Type]) -> TokenStream {
        let doc = format!(" `{}`", members.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "));
        let copy = members.iter().all(is_copy).then(|| quote!(, Copy));
        let variants = members.iter().map(|member| {
            let variant = variant(member);
            if is_unit(member) {
                return quote!(#variant);
            }
            let ty = self.rust_type(member);
            quote!(#variant(#ty))
        });
        let object = object_impl(name, members);
        let equal = has_equality_among(members).then(|| equal_impl(name, members));
        let is_key = equal.is_some() && members.iter().all(is_key);
        let key = is_key.then(|| key_impl(name, members));
        let compare = is_ordered(members).then(|| compare_impl(name, members));
        let feed = members.iter().all(is_tensor).then(|| feed_impl(name, members));
        let iterable = common_item(members).map(|item| iterable_impl(name, members, &self.rust_type(item)));
        quote! {
            #[doc = #doc]
            #[derive(Clone #copy)]
            enum #name { #(#variants),* }
            #object
            #equal
            #key
            #compare
            #iterable
            #feed
        }
    }
}

/// Whether the type is what goes into a model.
fn is_tensor(ty: &Type) -> bool {
    matches!(ty, Type::Array(_)) || matches!(ty, Type::Instance(class) if class.starts_with("numpy.texts."))
}

fn feed_impl(name: &Ident, members: &[Type]) -> TokenStream {
    let tensor = delegated(members, |value| quote!(rt::onnxruntime::Feed::tensor(#value)));
    quote! {
        impl rt::onnxruntime::Feed for #name {
            fn tensor(&self) -> rt::onnxruntime::Tensor { #tensor }
        }
    }
}

/// The type of the items where all members are collections of that one.
fn common_item(members: &[Type]) -> Option<&Type> {
    let item = |member: &'_ Type| match member {
        Type::List(item) | Type::Set(item) | Type::FrozenSet(item) | Type::Dict(item, _) => Some(item.ty.clone()),
        Type::Sequence(item) => Some((**item).clone()),
        _ => None,
    };
    let first = item(members.first()?)?;
    if !members.iter().all(|member| item(member).as_ref() == Some(&first)) {
        return None;
    }
    members.first()?.parts().into_iter().next()
}

fn iterable_impl(name: &Ident, members: &[Type], item: &TokenStream) -> TokenStream {
    let iter = delegated(members, |value| quote!(rt::builtins::boxed(rt::Iterable::iter(#value))));
    quote! {
        impl rt::Iterable for #name {
            type Item = #item;
            type Iterator = rt::Boxed<#item>;
            fn iter(&self) -> Self::Iterator { #iter }
        }
    }
}

/// One arm for each member, which calls a function of the trait on it. A variant without payload stands for `None`.
fn delegated(members: &[Type], call: impl Fn(TokenStream) -> TokenStream) -> TokenStream {
    let arms = members.iter().map(|member| {
        let variant = variant(member);
        if is_unit(member) {
            let call = call(quote!(&()));
            quote!(Self::#variant => #call,)
        } else {
            let call = call(quote!(value));
            quote!(Self::#variant(value) => #call,)
        }
    });
    quote!(match self { #(#arms)* })
}

fn object_impl(name: &Ident, members: &[Type]) -> TokenStream {
    let type_name = delegated(members, |value| quote!(rt::Object::type_name(#value)));
    let freeze = delegated(members, |value| quote!(rt::Object::freeze(#value)));
    let repr = delegated(members, |value| quote!(rt::Object::repr(#value, out)));
    let str = delegated(members, |value| quote!(rt::Object::str(#value, out)));
    let format = delegated(members, |value| quote!(rt::Object::format(#value, spec, out)));
    let number = delegated(members, |value| quote!(rt::Object::number(#value)));
    let json = delegated(members, |value| quote!(rt::Object::json(#value, writer)));
    let input = delegated(members, |value| quote!(rt::Object::input(#value)));
    let dump = delegated(members, |value| quote!(rt::Object::dump(#value, dumper)));
    let copies = members.iter().map(|member| {
        let variant = variant(member);
        if is_unit(member) {
            quote!(Self::#variant => Self::#variant,)
        } else {
            quote!(Self::#variant(value) => Self::#variant(rt::Object::deepcopy(value, memo)?),)
        }
    });
    quote! {
        impl rt::Object for #name {
            fn type_name(&self) -> &'static str { #type_name }
            fn freeze(&self) { #freeze }
            fn repr(&self, out: &mut String) { #repr }
            fn str(&self, out: &mut String) { #str }
            fn format(&self, spec: &str, out: &mut String) -> rt::Fallible<()> { #format }
            fn number(&self) -> rt::object::Number { #number }
            fn json(&self, writer: &mut rt::json::Writer) -> rt::Fallible<()> { #json }
            fn input(&self) -> rt::pydantic::Input { #input }
            fn dump(&self, dumper: &mut rt::pydantic::Dumper) -> rt::Fallible<()> { #dump }
            fn deepcopy(&self, memo: &mut rt::copy::Memo) -> rt::Fallible<Self> { Ok(match self { #(#copies)* }) }
        }
    }
}

fn equal_impl(name: &Ident, members: &[Type]) -> TokenStream {
    let mut arms = Vec::new();
    for left in members {
        for right in members {
            let (a, b) = (variant(left), variant(right));
            if is_unit(left) && left == right {
                arms.push(quote!((Self::#a, Self::#b) => true,));
                continue;
            }
            match equality(left, right) {
                Equality::Compared => arms.push(quote!((Self::#a(a), Self::#b(b)) => rt::Equal::equal(a, b),)),
                Equality::Empty => {
                    let module = if matches!(left, Type::List(_)) { quote!(list) } else { quote!(dict) };
                    let test = quote!(rt::#module::len(a) == 0 && rt::#module::len(b) == 0);
                    arms.push(quote!((Self::#a(a), Self::#b(b)) => #test,));
                }
                Equality::Never | Equality::Unknown => {}
            }
        }
    }
    let otherwise = (arms.len() < members.len() * members.len()).then(|| quote!(_ => false,));
    quote! {
        impl rt::Equal for #name {
            fn equal(&self, other: &Self) -> bool {
                match (self, other) { #(#arms)* #otherwise }
            }
        }
    }
}

fn key_impl(name: &Ident, members: &[Type]) -> TokenStream {
    let hash = delegated(members, |value| quote!(rt::Key::hash(#value, state)));
    quote! {
        impl rt::Key for #name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) { #hash }
        }
    }
}

fn compare_impl(name: &Ident, members: &[Type]) -> TokenStream {
    let arms = members.iter().flat_map(|left| {
        members.iter().map(move |right| {
            let (a, b) = (variant(left), variant(right));
            let compared = match (left, right) {
                // Numpy says which dtype a number of Python is compared in.
                (Type::Scalar(_), _) | (_, Type::Scalar(_)) => quote! {{
                    let holds = |test: rt::Fallible<rt::numpy::Scalar<bool>>| test.is_ok_and(|test| test.0);
                    if holds(rt::numpy::less(a, b)) {
                        Some(std::cmp::Ordering::Less)
                    } else if holds(rt::numpy::greater(a, b)) {
                        Some(std::cmp::Ordering::Greater)
                    } else {
                        holds(rt::numpy::equal(a, b)).then_some(std::cmp::Ordering::Equal)
                    }
                }},
                _ => quote!(rt::Compare::compare(a, b)),
            };
            quote!((Self::#a(a), Self::#b(b)) => #compared,)
        })
    });
    quote! {
        impl rt::Compare for #name {
            fn compare(&self, other: &Self) -> Option<std::cmp::Ordering> {
                match (self, other) { #(#arms)* }
            }
        }
    }
}

impl Context<'_> {
    /// How the union comes in as an argument and goes out as a result.
    fn boundary_traits(&self, name: &Ident, members: &[Type]) -> TokenStream {
        let models = self.models_among(name, members);
        boundary_traits(name, members, &models)
    }

    /// The choice among several models that a dict may be of, as pydantic makes it.
    fn models_among(&self, name: &Ident, members: &[Type]) -> TokenStream {
        let is_model = |member: &&Type| match member {
            Type::Record(record) => self.class(record).is_some_and(|(class, _)| class.model.is_some()),
            _ => false,
        };
        let models: Vec<&Type> = members.iter().filter(is_model).collect();
        let takes_dict = |member: &&Type| matches!(member, Type::Dict(..) | Type::Record(_));
        // Another member may be what a dict was meant for.
        if models.len() < 2 || members.iter().filter(takes_dict).count() > models.len() {
            return TokenStream::new();
        }
        let steps = models.iter().map(|member| {
            let (variant, label) = (variant(member), member.to_string());
            quote!(.or(&rt::pydantic::Rule { label: #label, ..rt::pydantic::Rule::ANY }, #name::#variant)?)
        });
        let title = models.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let title = format!("union[{title}]");
        quote! {
            if let rt::abi::Value::Dict(_) = value {
                return Ok(rt::pydantic::arrived_among(value, #title, |smart| Ok(smart #(#steps)*)));
            }
        }
    }
}

fn boundary_traits(name: &Ident, members: &[Type], models: &TokenStream) -> TokenStream {
    let steps = members.iter().filter(|member| **member != Type::Unbound).map(|member| {
        let variant = variant(member);
        if is_unit(member) { quote!(.or(|()| #name::#variant)) } else { quote!(.or(#name::#variant)) }
    });
    let takes_bool = members.contains(&Type::Bool) || members.contains(&Type::Int);
    let start = if takes_bool { quote!(of) } else { quote!(without_bool) };
    let arms = members.iter().map(|member| {
        let variant = variant(member);
        if is_unit(member) {
            quote!(Self::#variant => rt::abi::ToValue::to_value(()),)
        } else {
            quote!(Self::#variant(value) => rt::abi::ToValue::to_value(value),)
        }
    });
    quote! {
        impl rt::abi::FromValue for #name {
            fn from_value(value: &rt::abi::Value) -> Result<Self, Box<rt::abi::Mismatch>> {
                #models
                rt::abi::Members::#start(value) #(#steps)* .finish()
            }
        }
        impl rt::abi::ToValue for #name {
            fn to_value(self) -> rt::abi::Value {
                match self { #(#arms)* }
            }
        }
    }
}
