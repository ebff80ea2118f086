//! What all parts of codegen share while one file is generated.

use std::cell::RefCell;
use std::collections::BTreeMap;

use hotforge_analyzer::Analysis;
use hotforge_analyzer::ir::{FunctionId, GlobalId};
use hotforge_analyzer::source::Span;
use hotforge_analyzer::types::{ExceptionClass, Type, native_name};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::classes::ClassNames;
use super::unions::variant_name;
use super::{Blob, Options, Refused};
use crate::capture::value::CapturedValue;

/// What all parts of codegen share while one file is generated.
pub struct Context<'a> {
    /// Where the program comes from.
    pub analysis: &'a Analysis,
    /// One for each global of the program.
    pub values: &'a [CapturedValue],
    /// What the user chose.
    pub options: &'a Options,
    /// The Rust names of the functions.
    pub functions: Vec<Ident>,
    /// The Rust names of the globals.
    pub globals: Vec<Ident>,
    /// The Rust names of the classes.
    pub classes: ClassNames,
    /// The files that the generated text refers to.
    pub blobs: RefCell<Vec<Blob>>,
    /// The spans that line markers refer to, by index.
    pub markers: RefCell<Vec<Span>>,
    /// Of each function that may call itself, directly or not, the name under which it is told how deep the calls are.
    counted: Vec<Option<Ident>>,
    /// Whether it is seen when an iterator is dropped: some generator runs code then.
    pub drops_are_seen: bool,
    /// The types of which rules were generated: their parts must be able to validate themselves.
    pub validated: RefCell<Vec<Type>>,
    unions: RefCell<BTreeMap<String, Vec<Type>>>,
    exceptions: RefCell<BTreeMap<String, ExceptionClass>>,
    refused: RefCell<Vec<Refused>>,
}

impl<'a> Context<'a> {
    /// A context in which nothing is generated yet.
    pub fn new(
        analysis: &'a Analysis,
        values: &'a [CapturedValue],
        options: &'a Options,
        functions: Vec<Ident>,
        counted: Vec<Option<Ident>>,
        globals: Vec<Ident>,
    ) -> Self {
        Self {
            analysis,
            values,
            options,
            functions,
            globals,
            classes: ClassNames::of(&analysis.program.classes),
            counted,
            drops_are_seen: analysis.program.functions.iter().any(|function| function.is_guarded),
            blobs: RefCell::default(),
            markers: RefCell::default(),
            validated: RefCell::default(),
            unions: RefCell::default(),
            exceptions: RefCell::default(),
            refused: RefCell::default(),
        }
    }

    /// The Rust name of a function instance.
    pub fn function_name(&self, id: FunctionId) -> &Ident {
        &self.functions[id.0 as usize]
    }

    /// Whether a function raises on every way.
    pub fn never_returns(&self, id: FunctionId) -> bool {
        let function = &self.analysis.program.functions[id.0 as usize];
        function.returns == Type::Never && !function.is_generator
    }

    /// Of a function that may call itself, directly or not, the name under which it is told how deep the calls are.
    pub fn counted_name(&self, id: FunctionId) -> Option<&Ident> {
        self.counted[id.0 as usize].as_ref()
    }

    /// The Rust name of a global.
    pub fn global_name(&self, id: GlobalId) -> &Ident {
        &self.globals[id.0 as usize]
    }

    /// The line, from 1, on which a span begins.
    pub fn line(&self, span: Span) -> u32 {
        self.analysis.file(span.file).line(span.start)
    }

    /// A statement that becomes the comment of a Python line, see [`super::lines`].
    pub fn marker(&self, span: Span) -> TokenStream {
        let mut markers = self.markers.borrow_mut();
        let index = proc_macro2::Literal::usize_unsuffixed(markers.len());
        markers.push(span);
        quote!(python_line!(#index);)
    }

    /// The enum for these members; it is generated with the file.
    pub fn union_enum(&self, members: Vec<Type>) -> Ident {
        let name = members.iter().map(variant_name).collect::<Vec<_>>().join("Or");
        let ident = format_ident!("{name}");
        let mut unions = self.unions.borrow_mut();
        if let Some(before) = unions.get(&name)
            && *before != members
        {
            drop(unions);
            self.refuse(None, format!("two unions have the name `{name}`"));
            return ident;
        }
        unions.insert(name, members);
        ident
    }

    /// The enums asked for so far, by name.
    pub fn union_enums(&self) -> BTreeMap<String, Vec<Type>> {
        self.unions.borrow().clone()
    }

    /// The Rust name of an exception class of the project; it is generated with the file. `None` for any other class.
    pub fn project_exception(&self, class: &ExceptionClass) -> Option<Ident> {
        if hotforge_analyzer::catalog::catalog().class(class.name()).is_some() {
            return None;
        }
        let name: String = class.name().chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
        let ident = format_ident!("CLASS_{}", name);
        self.exceptions.borrow_mut().insert(ident.to_string(), class.clone());
        Some(ident)
    }

    /// The exception classes asked for.
    pub fn exception_classes(&self) -> TokenStream {
        let classes = self.exceptions.borrow();
        let classes = classes.iter().map(|(ident, class)| {
            let ident = format_ident!("{ident}");
            let name = class.native_name();
            let bases = class.lineage()[1..].iter().map(|base| native_name(base));
            quote!(static #ident: rt::exception::Class = rt::exception::Class { name: #name, bases: &[#(#bases),*] };)
        });
        classes.collect()
    }

    /// Notes that something in the IR has no Rust, and gives tokens to stand for it.
    pub fn refuse(&self, span: Option<Span>, message: impl Into<String>) -> TokenStream {
        self.refused.borrow_mut().push(Refused { span, message: message.into() });
        quote!(())
    }

    /// Notes that a type has no Rust.
    pub fn refuse_type(&self, ty: &Type) -> TokenStream {
        self.refuse(None, format!("no native value has the type {ty}"))
    }

    /// The first thing that was refused.
    pub fn first_refused(&self) -> Option<Refused> {
        self.refused.borrow().first().cloned()
    }
}
