//! The file as a whole.

use hotforge_analyzer::Analysis;
use hotforge_analyzer::ir::{FunctionId, GlobalId};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::context::Context;
use super::function::function;
use super::names::{Names, constant_name};
use super::recursion::recursive;
use super::{Generated, Options, Refused, lines, shown};
use crate::capture::value::CapturedValue;

/// See [`super::generate`].
pub fn generate(analysis: &Analysis, values: &[CapturedValue], options: &Options) -> Result<Generated, Refused> {
    let (functions, counted, globals) = names(analysis);
    let context = Context::new(analysis, values, options, functions, counted, globals);
    let items = items(&context);
    if let Some(refused) = context.first_refused() {
        return Err(refused);
    }
    let file = syn::parse2::<syn::File>(items)
        .map_err(|error| Refused { span: None, message: format!("the generated code is no Rust: {error}") })?;
    let (rust, line_map) = lines::resolve(&prettyplease::unparse(&file), analysis, &context.markers.borrow());
    Ok(Generated { rust, line_map, blobs: context.blobs.take(), shown: shown::shown(&context) })
}

fn items(context: &Context) -> TokenStream {
    let program = &context.analysis.program;
    let globals = (0..program.globals.len()).map(|index| context.global_item(GlobalId(index as u32)));
    let globals = globals.collect::<TokenStream>();
    let functions = (0..program.functions.len()).map(|index| function(context, FunctionId(index as u32)));
    let functions = functions.collect::<TokenStream>();
    let boundary = context.boundary();
    let classes = context.class_definitions();
    let arrivals = context.boundary_classes();
    let validated = context.validated_enums();
    let unions = context.union_definitions(&context.boundary_unions());
    let exceptions = context.exception_classes();
    let items = quote!(#globals #exceptions #classes #arrivals #validated #unions #functions #boundary);
    let (head, imports) = (head(context.analysis), imports(&items));
    quote!(#head #imports #items)
}

fn head(analysis: &Analysis) -> TokenStream {
    let source = analysis.files.first().map_or("", |file| file.path.as_str());
    let doc = format!(
        " Compiled by Hotforge from `{}`. Do not edit: change the Python and compile again.",
        source.escape_debug()
    );
    quote! {
        #![doc = #doc]
        // Python's names, and what Python lets stand that Rust warns of.
        #![allow(
            non_snake_case,
            non_upper_case_globals,
            unreachable_code,
            unused_assignments,
            unused_labels,
            unused_variables,
            uncommon_codepoints,
            confusable_idents,
            mixed_script_confusables,
        )]
        use hotforge_runtime as rt;
    }
}

/// The traits whose methods are called.
fn imports(items: &TokenStream) -> TokenStream {
    let methods = [("At", "at"), ("Iter", "next"), ("Iterable", "iter")];
    let called = methods.iter().filter(|(_, method)| calls(items, method)).map(|(name, _)| format_ident!("{name}"));
    let called: Vec<Ident> = called.collect();
    match called.as_slice() {
        [] => TokenStream::new(),
        [only] => quote!(use rt::#only as _;),
        several => quote!(use rt::{#(#several as _),*};),
    }
}

/// Whether a method of that name is called anywhere.
fn calls(tokens: &TokenStream, method: &str) -> bool {
    let mut follows_dot = false;
    tokens.clone().into_iter().any(|token| {
        let called = match &token {
            TokenTree::Ident(name) => follows_dot && name == method,
            TokenTree::Group(group) => calls(&group.stream(), method),
            _ => false,
        };
        follows_dot = matches!(&token, TokenTree::Punct(point) if point.as_char() == '.');
        called
    })
}

/// The Rust names of functions, of those that are told how deep the calls are, by [`recursive`], and of globals. Statics and
/// functions may not share a name with what Rust sees everywhere.
fn names(analysis: &Analysis) -> (Vec<Ident>, Vec<Option<Ident>>, Vec<Ident>) {
    let mut taken = Names::with(["rt", "HERE", "LIBRARY", "Some", "None", "Ok", "Err", "Vec", "String", "Box"]);
    let program = &analysis.program;
    let globals = program.globals.iter().map(|global| taken.fresh(&constant_name(&global.name))).collect();
    let functions = program.functions.iter().map(|function| {
        let name = function.name.rsplit('.').next().unwrap_or(&function.name);
        taken.fresh(name)
    });
    let functions: Vec<Ident> = functions.collect();
    let counted = recursive(&program.functions).into_iter().zip(&program.functions).zip(&functions);
    let counted = counted.map(|((is_recursive, function), name)| {
        // A generator runs when it is asked for items: that is where its depth is counted.
        (is_recursive && !function.is_generator).then(|| taken.fresh(&format!("{name}_at")))
    });
    let counted = counted.collect();
    (functions, counted, globals)
}
