//! The wrapper of an operator of numpy: the runtime has it for every dtype, the wrapper calls it for the one of its arguments.
//!
//! An operator takes arguments of several dtypes and forms, and has code for each pair. Here all are made arrays of the one
//! dtype that they have in common first, as the operator would do with each element, so that there is one instance for each
//! dtype. What gives scalars of scalars is told so behind.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{GenericArgument, GenericParam, PathArguments, ReturnType, Signature, Type, TypeParamBound, WherePredicate};

use crate::wrapper::{Meanings, Scope, ident, last, mentions};

/// The dtypes that operators are there for, and the types of their elements. Each takes its share of what a page loads.
const DTYPES: &[(&str, &str)] = &[
    ("Bool", "bool"),
    ("UInt8", "u8"),
    ("Int32", "i32"),
    ("Int64", "i64"),
    ("Float32", "f32"),
    ("Float64", "f64"),
    ("Complex128", "rt::numpy::ComplexNumber<f64>"),
];

/// The other dtypes, each with the one of the table whose elements can do the same: arrays of these are made, read, converted
/// and calculated with; other operators ask for a conversion first.
const MORE_DTYPES: &[(&str, &str, &str)] = &[
    ("Int8", "i8", "Int32"),
    ("Int16", "i16", "Int32"),
    ("UInt16", "u16", "UInt8"),
    ("UInt32", "u32", "UInt8"),
    ("UInt64", "u64", "UInt8"),
    ("Float16", "rt::numpy::f16", "Float32"),
    ("Complex64", "rt::numpy::ComplexNumber<f32>", "Complex128"),
];

/// Operators of all dtypes.
const OF_ALL: &[&str] = &[
    "numpy::absolute",
    "numpy::add",
    "numpy::bitwise_and",
    "numpy::bitwise_or",
    "numpy::bitwise_xor",
    "numpy::conjugate",
    "numpy::divide",
    "numpy::equal",
    "numpy::floor_divide",
    "numpy::greater",
    "numpy::greater_equal",
    "numpy::imag",
    "numpy::invert",
    "numpy::less",
    "numpy::less_equal",
    "numpy::max",
    "numpy::max_scalar",
    "numpy::min",
    "numpy::min_scalar",
    "numpy::multiply",
    "numpy::ndarray::itself",
    "numpy::ndarray::no_imaginary_part",
    "numpy::ndarray::radd",
    "numpy::ndarray::rmul",
    "numpy::ndarray::rsub",
    "numpy::ndarray::rtruediv",
    "numpy::negative",
    "numpy::not_equal",
    "numpy::real",
    "numpy::remainder",
    "numpy::subtract",
    "numpy::sum",
    "numpy::sum_scalar",
    "numpy::array",
    "numpy::array_as",
    "numpy::asarray",
    "numpy::asarray_as",
    "numpy::copy",
    "numpy::frombuffer",
    "numpy::full_as",
    "numpy::ndarray::dtype",
    "numpy::ndarray::element",
    "numpy::ndarray::getitem",
    "numpy::ndarray::item",
    "numpy::ndarray::iter",
    "numpy::ndarray::iter_scalars",
    "numpy::ndarray::len",
    "numpy::ndarray::ndim",
    "numpy::ndarray::reshape",
    "numpy::ndarray::setitem",
    "numpy::ndarray::shape",
    "numpy::ndarray::shape_1",
    "numpy::ndarray::shape_2",
    "numpy::ndarray::shape_3",
    "numpy::ndarray::size",
    "numpy::ndarray::tolist_1",
    "numpy::ones",
    "numpy::scalar::bool",
    "numpy::scalar::dtype",
    "numpy::scalar::float",
    "numpy::scalar::index",
    "numpy::scalar::int",
    "numpy::scalar::item",
    "numpy::tobytes",
    "numpy::zeros",
];

/// Traits of elements that an operator computes with as floats: integers are made floats before, of 64 bits, or of as many
/// as numpy makes of integers of that size.
const WIDENED: &[(&str, &str)] = &[
    ("Inexact", "Widened::BySize"),
    ("Quotient", "Widened::All"),
    ("Ranked", "Widened::All"),
    ("Solvable", "Widened::All"),
    ("Spread", "Widened::All"),
    ("Transformed", "Widened::All"),
];

/// Traits of elements, and the dtypes that do not have them.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("Element", &[]),
    ("Ring", &[]),
    ("Size", &[]),
    ("Item", &[]),
    ("Summed", &[]),
    ("Quotient", &[]),
    ("Spread", &[]),
    ("Factor", &[]),
    ("Finite", &[]),
    ("Difference", &[]),
    ("Transformed", &[]),
    ("Number", &["Bool"]),
    ("Whole", &["Complex128"]),
    ("Ranked", &["Complex128"]),
    ("Ordered", &["Bool", "Complex128"]),
    ("Interpolated", &["Bool", "Complex128"]),
    ("Averaged", &[]),
    ("Halved", &["Complex128"]),
    ("Solvable", &["Complex128"]),
    ("Truncating", &["Bool", "Complex128"]),
    ("Shifting", &["Bool", "Float32", "Float64", "Complex128"]),
    ("Bits", &["Float32", "Float64", "Complex128"]),
    ("Real", &["Bool", "UInt8", "Int32", "Int64", "Complex128"]),
    ("Inexact", &[]),
    ("Analytic", &["Bool", "UInt8", "Int32", "Int64"]),
];

/// Operators of two dtypes, which `src/numpy.rs` has, and of complex numbers of any size.
const LEFT_OUT: &[&str] = &[
    "torch::tensor",
    "torch::tensor_of",
    "numpy::angle_complex",
    "numpy::astype_copy",
    "numpy::fromiter",
    "numpy::imag_view",
    "numpy::ndarray::astype",
    "numpy::real_view",
    "numpy::scalar::astype",
    "numpy::view_as",
];

/// The dtypes of floats and complex numbers.
const FLOATS: [&str; 5] = ["Float16", "Float32", "Float64", "Complex64", "Complex128"];

/// Comparisons: a Python int that the dtype of an array has no value for is less or greater.
const COMPARISONS: &[&str] = &["equal", "not_equal", "less", "less_equal", "greater", "greater_equal"];

/// What a type parameter stands for.
#[derive(Clone, PartialEq)]
enum Role {
    /// An array, or what becomes one; of a dtype of its own where one is named.
    Like {
        is_weak: bool,
        fixed: Option<String>,
    },
    /// Several arrays.
    Arrays {
        fixed: Option<String>,
    },
    Shape,
    Axes,
    Widths,
    Index,
    Bytes,
    Element,
}

/// The wrapper, where the operator is generic over dtypes.
pub fn of(scope: &mut Scope<'_>, path: &str, signature: &Signature, called: &TokenStream) -> Option<TokenStream> {
    let is_of_tensors = path.starts_with("torch::");
    let is_of_arrays = is_of_tensors || ["numpy::", "pil::"].iter().any(|module| path.starts_with(module));
    if !is_of_arrays || LEFT_OUT.contains(&path) {
        return None;
    }
    let mut anonymous = Vec::new();
    let parameters = signature.inputs.iter().enumerate().map(|(place, input)| match input {
        syn::FnArg::Typed(input) => Some(named((*input.ty).clone(), place, &mut anonymous)),
        syn::FnArg::Receiver(_) => None,
    });
    let parameters: Vec<Type> = parameters.collect::<Option<_>>()?;
    let bounds = bounds(signature, &anonymous);
    let roles: Vec<(String, Role)> = bounds
        .iter()
        .map(|(name, bounds)| Some((name.clone(), role(bounds, signature, name)?)))
        .collect::<Option<_>>()?;
    let elements: Vec<&String> =
        roles.iter().filter(|(_, role)| *role == Role::Element).map(|(name, _)| name).collect();
    // Of a tensor several types may be converted to the one that is computed in: torch does so with each element.
    let takes_tensors = is_of_tensors && parameters.iter().any(|parameter| mentions(parameter, "Tensor"));
    if roles.is_empty() && !takes_tensors || elements.len() > 1 && !is_of_tensors {
        return None;
    }
    let is_element = |ty: &Type| elements.iter().any(|name| mentions(ty, name));
    let likes = if is_of_tensors { quote!(tensors) } else { quote!(arrays) };
    let mut sources = Vec::new();
    let mut element_at = None;
    let mut dtype_at = None;
    let mut many_at = None;
    let (mut taken, mut passed) = (Vec::new(), Vec::new());
    for (place, parameter) in parameters.iter().enumerate() {
        let variable = format_ident!("a{place}");
        let (target, is_reference) = match parameter {
            Type::Reference(reference) => (&*reference.elem, true),
            other => (other, false),
        };
        let role = last(target).and_then(|name| roles.iter().find(|(known, _)| *known == name));
        let name = argument_name(signature, place);
        let take = match (role.map(|(_, role)| role), target) {
            (Some(Role::Like { .. }), _) if name == "condition" => quote!(args.array::<bool>()?),
            (Some(Role::Like { fixed: Some(ty), .. }), _) => {
                let ty = element(ty);
                quote!(args.array::<#ty>()?)
            }
            (Some(Role::Like { is_weak, fixed: None }), _) => {
                sources.push((place, *is_weak));
                // Of tensors and Python numbers, torch takes the ones as tensors and the others as arrays.
                if is_of_tensors && *is_weak { quote!(args.tensor::<T>()?) } else { quote!(args.array::<T>()?) }
            }
            (Some(Role::Arrays { fixed: Some(ty) }), _) => {
                let ty = element(ty);
                quote!(args.arrays::<#ty>()?)
            }
            (Some(Role::Arrays { fixed: None }), _) => {
                sources.push((place, false));
                quote!(args.#likes::<T>()?)
            }
            (Some(Role::Shape), _) => quote!(args.shape()?),
            (Some(Role::Axes), _) => quote!(args.axes()?),
            (Some(Role::Widths), _) => quote!(args.array::<i64>()?),
            (Some(Role::Bytes), _) => quote!(args.take::<rt::Bytes>()?),
            (Some(Role::Index), _) => quote!(args.index()?),
            (Some(Role::Element), _) => return None,
            (None, Type::Slice(slice)) if is_element(&slice.elem) && last(&slice.elem)? == "Array" => {
                many_at = Some(place);
                quote!(args.many_arrays::<T>()?)
            }
            (None, Type::Slice(slice)) if is_element(&slice.elem) && last(&slice.elem)? == "Tensor" => {
                many_at = Some(place);
                quote!(args.many_tensors::<T>()?)
            }
            (None, Type::Path(_)) if is_of_tensors && last(target)? == "Tensor" && !is_element(target) => {
                let ty = inner(target)?;
                quote!(args.tensor::<#ty>()?)
            }
            (None, Type::Path(_)) if is_element(target) => match last(target)?.as_str() {
                "Option" if inner(target).and_then(last).is_some_and(|last| last == "Tensor") => {
                    quote!(args.optional_tensor::<T>()?)
                }
                "DType" => {
                    dtype_at = Some(place);
                    if scope.public_name(target).is_some_and(|name| name == "torch::DType") {
                        quote!(args.tensor_dtype_of::<T>()?)
                    } else {
                        quote!(args.dtype_of::<T>()?)
                    }
                }
                // Places, which are of any dtype of integers.
                "Tensor" if mentions(target, "I") => quote!(args.tensor::<i64>()?),
                "Tensor" if is_of_name(target) => {
                    element_at.get_or_insert(place);
                    quote!(args.tensor::<T>()?)
                }
                "Array" if is_of_name(target) => {
                    element_at.get_or_insert(place);
                    quote!(args.array::<T>()?)
                }
                "Scalar" if is_of_name(target) => {
                    element_at.get_or_insert(place);
                    quote!(args.scalar::<T>()?)
                }
                _ => return None,
            },
            _ => {
                let (take, pass) = scope.argument(parameter, &Meanings::new(), &[], &variable)?;
                taken.push(take);
                passed.push(pass);
                continue;
            }
        };
        taken.push(quote!(let #variable = #take;));
        passed.push(if is_reference { quote!(&#variable) } else { quote!(#variable) });
    }
    let mut text = signature.generics.to_token_stream();
    text.extend(signature.generics.where_clause.to_token_stream());
    if names(text.clone(), false).iter().any(|name| name == "ScalarForm") {
        return None;
    }
    let is_met = names(text.clone(), false).iter().any(|name| name == "Meets");
    let how = match path.rsplit("::").next() {
        Some(name) if COMPARISONS.contains(&name) => quote!(Common::Compared),
        _ if sources.iter().any(|(_, is_weak)| *is_weak) => quote!(Common::Weak),
        _ => quote!(Common::Strong),
    };
    let places: Vec<usize> = sources.iter().map(|(place, _)| *place).collect();
    let is_common = dtype_at.is_none() && element_at.is_none() && many_at.is_none();
    let dtype = match (dtype_at, element_at, many_at, places.is_empty()) {
        (Some(place), ..) => quote!(args.dtype(#place)?),
        (None, Some(place), ..) if is_met => {
            quote!(match args.unchanged(#place, &[#(#places),*])? {
                Some(dtype) => dtype,
                None => return crate::numpy::stored(args, #path),
            })
        }
        (None, Some(place), ..) => quote!(args.element(#place)?),
        (None, None, Some(place), _) => quote!(args.element_of_many(#place)?),
        (None, None, None, false) => {
            let common = quote!(args.common(&[#(#places),*], #how)?);
            match widened(text.clone()).filter(|_| !is_of_tensors) {
                Some(widened) => quote!(#widened.of(#common)),
                None => common,
            }
        }
        (None, None, None, true) if !roles.iter().any(|(_, role)| *role == Role::Element) => quote!(),
        _ => return None,
    };
    let is_fallible =
        matches!(&signature.output, ReturnType::Type(_, ty) if last(ty).is_some_and(|last| last == "Fallible"));
    let call = quote!(#called(#(#passed),*));
    let call = if is_fallible { quote!(#call?) } else { call };
    let output = names(signature.output.to_token_stream(), false);
    let is_formed =
        ["Same", "Joint", "Joined", "Chosen", "Form"].iter().any(|form| output.iter().any(|name| name == form));
    let all: Vec<usize> = (0..parameters.len()).collect();
    let form = match is_formed {
        true => quote!(let form = args.form(&[#(#all),*]);),
        false => quote!(let form = Form::AsItIs;),
    };
    let name = crate::wrapper::name(path);
    let body = quote! {
        #(#taken)*
        return args.finish(Wrap(#call).convert()?, form);
    };
    if dtype.is_empty() {
        return Some(quote! {
            fn #name(args: &mut Args) -> Fallible<Cell> { #form #body }
        });
    }
    let is_of_floats = is_common && !is_of_tensors && widened(text.clone()).is_some();
    let bounds_text = text.to_string().replace(' ', "");
    let more: &[&str] = match widened(text.clone()) {
        _ if OF_ALL.contains(&path) => &["Int8", "Int16", "UInt16", "UInt32", "UInt64", "Float16", "Complex64"],
        // What small integers are made.
        Some(_) if is_common && is_by_size(text.clone()) => &["Float16"],
        _ => &[],
    };
    let all = dtypes(text, more).into_iter();
    let all = all.filter(|(dtype, _)| !is_of_floats || FLOATS.contains(dtype));
    let own_output = is_of_tensors.then(|| of_own_output(bounds_text)).flatten();
    let all = all.filter(|(dtype, _)| own_output.is_none_or(|dtypes| dtypes.contains(dtype)));
    let all = all.filter(|(dtype, _)| !is_of_tensors || *dtype != "Complex128");
    let arms = all.map(|(dtype, ty)| {
        let (dtype, ty) = (ident(dtype), element(ty));
        quote!(DType::#dtype => { type T = #ty; #body })
    });
    Some(quote! {
        fn #name(args: &mut Args) -> Fallible<Cell> {
            let dtype = #dtype;
            #form
            match dtype {
                #(#arms)*
                other => Err(crate::numpy::without(#path, other)),
            }
        }
    })
}

/// The type of a parameter with a name in the place of `impl Trait`.
fn named(mut ty: Type, place: usize, anonymous: &mut Vec<(String, Vec<TypeParamBound>)>) -> Type {
    let target = match &mut ty {
        Type::Reference(reference) => &mut *reference.elem,
        other => other,
    };
    if let Type::ImplTrait(bounds) = target {
        let name = format!("Anonymous{place}");
        anonymous.push((name.clone(), bounds.bounds.iter().cloned().collect()));
        let name = ident(&name);
        *target = syn::parse_quote!(#name);
    }
    ty
}

/// Whether the argument of a type is a name: `Array<T>`.
fn is_of_name(ty: &Type) -> bool {
    inner(ty)
        .and_then(|inner| match inner {
            Type::Path(path) => path.path.get_ident(),
            _ => None,
        })
        .is_some()
}

/// The argument of a type.
fn inner(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    match &path.path.segments.last()?.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}

fn element(ty: &str) -> Type {
    syn::parse_str(ty).expect("the type of an element")
}

fn argument_name(signature: &Signature, place: usize) -> String {
    match signature.inputs.iter().nth(place) {
        Some(syn::FnArg::Typed(input)) => input.pat.to_token_stream().to_string(),
        _ => String::new(),
    }
}

/// The bounds of each type parameter, those of the `where` clause too.
fn bounds(signature: &Signature, anonymous: &[(String, Vec<TypeParamBound>)]) -> Vec<(String, Vec<TypeParamBound>)> {
    let mut bounds: Vec<(String, Vec<TypeParamBound>)> = anonymous.to_vec();
    for parameter in &signature.generics.params {
        if let GenericParam::Type(parameter) = parameter {
            bounds.push((parameter.ident.to_string(), parameter.bounds.iter().cloned().collect()));
        }
    }
    for predicate in signature.generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
        let WherePredicate::Type(predicate) = predicate else { continue };
        let Type::Path(path) = &predicate.bounded_ty else { continue };
        if let Some(name) = path.path.get_ident()
            && let Some((_, known)) = bounds.iter_mut().find(|(parameter, _)| name == parameter)
        {
            known.extend(predicate.bounds.iter().cloned());
        }
    }
    bounds
}

fn role(bounds: &[TypeParamBound], signature: &Signature, name: &str) -> Option<Role> {
    let traits = bounds.iter().filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last(),
        _ => None,
    });
    for segment in traits {
        let of_elements = match &segment.arguments {
            PathArguments::None => TokenStream::new(),
            other => other.to_token_stream(),
        };
        let fixed = fixed(of_elements).or_else(|| fixed(where_of(signature, name)));
        match segment.ident.to_string().as_str() {
            "ArrayLike" => return Some(Role::Like { is_weak: false, fixed }),
            "Tensors" => return Some(Role::Arrays { fixed }),
            "Sizes" => return Some(Role::Shape),
            "Operand" | "Meets" => return Some(Role::Like { is_weak: true, fixed }),
            "Arrays" => return Some(Role::Arrays { fixed }),
            "Shape" => return Some(Role::Shape),
            "Axes" => return Some(Role::Axes),
            "PadWidth" => return Some(Role::Widths),
            "Components" => return Some(Role::Index),
            "Buffer" => return Some(Role::Bytes),
            other if ELEMENTS.iter().any(|(known, _)| *known == other) => return Some(Role::Element),
            _ => {}
        }
    }
    None
}

/// What the `where` clause says of the elements of a parameter.
fn where_of(signature: &Signature, name: &str) -> TokenStream {
    let clauses = signature.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let of = clauses.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) => {
            let subject = predicate.bounded_ty.to_token_stream().to_string().replace(' ', "");
            (subject == format!("{name}::Element")).then(|| predicate.bounds.to_token_stream())
        }
        _ => None,
    });
    of.collect()
}

/// The type that elements are taken as, whatever they are: of `Cast<i64>` and `Element = bool`.
fn fixed(bound: TokenStream) -> Option<String> {
    let text = bound.to_string().replace(' ', "");
    let text = text.trim_start_matches("::").trim_start_matches('<').trim_start_matches("Element:");
    ["i64", "f64", "bool", "u8"].into_iter().find_map(|ty| {
        let is = text == format!("Cast<{ty}>") || text == format!("Cast<{ty}>>") || text == format!("Element={ty}>");
        is.then(|| ty.to_owned())
    })
}

/// The dtypes whose elements have what the bounds ask for: those of the table, and these of the others.
fn dtypes(bounds: TokenStream, more: &[&str]) -> Vec<(&'static str, &'static str)> {
    let outer = names(bounds.clone(), true);
    let inner = names(bounds, false);
    let lacks = |names: &[String], dtype: &str| {
        names.iter().any(|name| ELEMENTS.iter().any(|(known, without)| known == name && without.contains(&dtype)))
    };
    // What an operator computes in is real for every dtype but complex ones.
    let is_real = inner.iter().any(|name| ["Real", "Ordered"].contains(&name.as_str()));
    let is_left_out = |dtype: &str| lacks(&outer, dtype) || is_real && dtype == "Complex128";
    let all = DTYPES.iter().map(|(dtype, ty)| (*dtype, *ty, *dtype));
    let all = all.chain(MORE_DTYPES.iter().copied().filter(|(dtype, ..)| more.contains(dtype)));
    all.filter(|(_, _, like)| !is_left_out(like)).map(|(dtype, ty, _)| (dtype, ty)).collect()
}

/// How integers are made floats before the call.
fn widened(bounds: TokenStream) -> Option<TokenStream> {
    let names = names(bounds, true);
    if names.iter().any(|name| name == "Interpolated") {
        return None;
    }
    let (_, how) = WIDENED.iter().find(|(known, _)| names.iter().any(|name| name == known))?;
    Some(how.parse().expect("a path"))
}

/// The dtypes that an operator of torch is there for, where what it computes in must be the dtype of the result.
fn of_own_output(bounds: String) -> Option<&'static [&'static str]> {
    match bounds {
        _ if bounds.contains("Quotient<Output=") => Some(&["Float32", "Float64"]),
        _ if bounds.contains("Summed<Output=") => Some(&["Int64", "Float32", "Float64"]),
        _ => None,
    }
}

/// Whether small integers are made smaller floats than large ones.
fn is_by_size(bounds: TokenStream) -> bool {
    names(bounds, true).iter().any(|name| name == "Inexact")
}

/// The names in bounds; without those that are asked of types that belong to elements, where `is_outer`.
fn names(tokens: TokenStream, is_outer: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut depth_of_inner: Option<usize> = None;
    let mut depth = 0_usize;
    let mut before: Option<String> = None;
    for token in tokens {
        match token {
            TokenTree::Punct(punct) => match punct.as_char() {
                '<' => depth += 1,
                '>' => {
                    depth = depth.saturating_sub(1);
                    if depth_of_inner.is_some_and(|inner| depth < inner) {
                        depth_of_inner = None;
                    }
                }
                ':' => {
                    let is_inner = before.as_deref().is_some_and(|name| ["Output", "Wide"].contains(&name));
                    if is_outer && is_inner && depth_of_inner.is_none() {
                        depth_of_inner = Some(depth);
                    }
                }
                ',' if depth_of_inner == Some(depth) => depth_of_inner = None,
                _ => {}
            },
            TokenTree::Ident(name) => {
                if depth_of_inner.is_none() {
                    found.push(name.to_string());
                }
                before = Some(name.to_string());
                continue;
            }
            TokenTree::Group(group) => found.extend(names(group.stream(), is_outer)),
            TokenTree::Literal(_) => {}
        }
        before = None;
    }
    found
}
