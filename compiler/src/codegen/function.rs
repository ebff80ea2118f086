//! Functions: one Rust function for each function instance.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use hotforge_analyzer::ir::{Block, Function, FunctionId, LocalId};
use hotforge_analyzer::types::Type;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::bounds::Proved;
use super::context::Context;
use super::frames::Frame;
use super::fusion::Deferred;
use super::locals::Locals;
use super::names::{Names, identifier};
use super::regions::Region;
use super::statement::diverges;
use super::views::View;

/// Writes one function.
pub struct Writer<'a> {
    /// What it shares with the other functions.
    pub context: &'a Context<'a>,
    /// Where variables are declared and moved.
    pub locals: Locals,
    /// Names of helper variables that no Python variable has.
    pub helpers: Helpers,
    /// The loops and `try` bodies around what is being written.
    pub frames: RefCell<Vec<Frame>>,
    /// Whether the operand of a `return` is being written, and which variables it may therefore move.
    pub leaving: RefCell<BTreeSet<LocalId>>,
    /// What the loops around see of arrays.
    pub views: RefCell<Vec<View>>,
    /// What is known of elements that they read and set.
    pub proved: RefCell<Proved>,
    /// The proofs that what is being written asks for.
    pub wanted: RefCell<BTreeSet<Ident>>,
    /// Those that it need not ask for.
    pub granted: RefCell<BTreeSet<Ident>>,
    /// Variables whose values are made by what reads them.
    pub waiting: RefCell<BTreeMap<LocalId, Deferred>>,
    /// Whether anything refers to the function's frame.
    pub uses_frame: Cell<bool>,
    /// Whether it is told how deep the calls are.
    is_counted: bool,
    pub function: &'a Function,
    names: Vec<Ident>,
}

/// Names of helper variables that no Python variable of the function has. A block may shadow those of the block
/// around it: it never refers to them.
pub struct Helpers {
    /// The iterator of a loop.
    pub iterator: Ident,
    /// An item of an iterator.
    pub item: Ident,
    /// What a comprehension collects.
    pub items: Ident,
    /// The builder of an f-string.
    pub text: Ident,
    /// The payload of a union, the value of a step that did not raise.
    pub value: Ident,
    /// Where a generator gives its items.
    pub output: Ident,
    /// What a step has raised.
    pub raised: Ident,
    /// What a loop sees of an array; a number follows.
    pub view: Ident,
    /// Whether elements that a loop sees are known to be there; a number follows.
    pub within: Ident,
    /// What counts the rounds of loops.
    pub pace: Ident,
    /// How deep the calls are.
    pub depth: Ident,
    /// An array that a loop over elements reads; a number follows.
    pub leaf: Ident,
    /// A number that such a loop reads; a number follows.
    pub number: Ident,
    /// The shape of such a loop; a number follows.
    pub shape: Ident,
}

/// The function instance as a Rust function.
pub fn function(context: &Context, id: FunctionId) -> TokenStream {
    let function = &context.analysis.program.functions[id.0 as usize];
    let writer = Writer::new(context, function, context.counted_name(id).is_some());
    let counted = context.counted_name(id);
    let guard = counted.map(|_| writer.recursion_guard());
    let body = if function.is_generator { writer.generator_body() } else { writer.body(&function.body) };
    let body = if function.is_cached { writer.cached(&quote!(#guard #body)) } else { quote!(#guard #body) };
    let frame = writer.uses_frame.get().then(|| writer.frame());
    let name = context.function_name(id);
    let doc = format!(" `{}`", writer.signature());
    let parameters = function.parameters.iter().map(|&parameter| {
        let (name, ty) = (writer.binding(parameter), writer.local_type(parameter));
        quote!(#name: #ty)
    });
    let returns = context.rust_type(&function.returns);
    let Some(counted) = counted else {
        return quote! {
            #[doc = #doc]
            fn #name(#(#parameters),*) -> rt::Fallible<#returns> {
                #frame
                #body
            }
        };
    };
    let taken = function.parameters.iter().map(|&parameter| {
        let (name, ty) = (writer.local(parameter), writer.local_type(parameter));
        quote!(#name: #ty)
    });
    let given = function.parameters.iter().map(|&parameter| writer.local(parameter));
    let depth = &writer.helpers.depth;
    quote! {
        #[doc = #doc]
        fn #name(#(#taken),*) -> rt::Fallible<#returns> {
            #counted(rt::recursion::level(), #(#given),*)
        }

        #[doc = #doc]
        fn #counted(#depth: rt::recursion::Level, #(#parameters),*) -> rt::Fallible<#returns> {
            #frame
            #body
        }
    }
}

impl<'a> Writer<'a> {
    fn new(context: &'a Context<'a>, function: &'a Function, is_counted: bool) -> Self {
        let locals = Locals::of(function, context.drops_are_seen);
        // A variable may shadow a function that is not called here, but never a static.
        let called = locals.calls().iter();
        let called = called.flat_map(|id| context.counted_name(*id).into_iter().chain([context.function_name(*id)]));
        let seen: Vec<String> = called.chain(&context.globals).map(Ident::to_string).collect();
        let reserved = ["rt", "HERE", "Some", "None", "Ok", "Err"].into_iter().chain(seen.iter().map(String::as_str));
        let mut names = Names::with(reserved);
        // Those that nothing reads or sets need no name of their own.
        let is_used = |index: usize| locals.is_used(LocalId(index as u32));
        let python_names = function.locals.iter().enumerate();
        let python_names = python_names
            .map(|(index, local)| if is_used(index) { names.fresh(&local.name) } else { identifier(&local.name) })
            .collect();
        let helpers = Helpers {
            iterator: names.fresh("iterator"),
            item: names.fresh("item"),
            items: names.fresh("items"),
            text: names.fresh("text"),
            value: names.fresh("inner"),
            output: names.fresh("output"),
            raised: names.fresh("raised"),
            view: names.stem("seen"),
            within: names.stem("within"),
            pace: names.fresh("pace"),
            depth: names.fresh("depth"),
            leaf: names.stem("array"),
            number: names.stem("number"),
            shape: names.stem("shape"),
        };
        Self {
            context,
            locals,
            helpers,
            frames: RefCell::default(),
            leaving: RefCell::default(),
            views: RefCell::default(),
            proved: RefCell::default(),
            wanted: RefCell::default(),
            granted: RefCell::default(),
            waiting: RefCell::default(),
            uses_frame: Cell::default(),
            is_counted,
            function,
            names: python_names,
        }
    }

    /// The Rust name of a variable.
    pub fn local(&self, id: LocalId) -> &Ident {
        &self.names[id.0 as usize]
    }

    /// The name of a variable as a pattern that declares it.
    pub fn binding(&self, id: LocalId) -> TokenStream {
        let name = self.local(id);
        if self.locals.is_mutable(id) { quote!(mut #name) } else { quote!(#name) }
    }

    /// The Python type of a variable.
    pub fn python_type(&self, id: LocalId) -> &Type {
        &self.function.locals[id.0 as usize].ty
    }

    /// The Rust type of a variable.
    pub fn local_type(&self, id: LocalId) -> TokenStream {
        self.context.rust_type(self.python_type(id))
    }

    /// The type of the result.
    pub fn returns(&self) -> &Type {
        &self.function.returns
    }

    fn body(&self, body: &Block) -> TokenStream {
        let statements = self.statements(body, Region::of(body), true);
        if diverges(body) {
            return statements;
        }
        let end = self.converted(quote!(()), &Type::None, self.returns(), self.function.span);
        quote!(#statements Ok(#end))
    }

    /// A body whose result is looked up by the arguments first.
    fn cached(&self, body: &TokenStream) -> TokenStream {
        let types = self.function.parameters.iter().map(|&parameter| self.local_type(parameter));
        let returns = self.context.rust_type(self.returns());
        let arguments = self.function.parameters.iter().map(|&parameter| {
            let name = self.local(parameter);
            quote!(#name.clone())
        });
        let (types, arguments) = match self.function.parameters.len() {
            0 => (quote!(()), quote!(())),
            _ => (quote!((#(#types,)*)), quote!((#(#arguments,)*))),
        };
        quote! {
            thread_local! {
                static RESULTS: rt::cache::Results<#types, #returns> = rt::cache::Results::new();
            }
            rt::cache::remember(&RESULTS, #arguments, move || { #body })
        }
    }

    /// What keeps recursion from overflowing the stack.
    fn recursion_guard(&self) -> TokenStream {
        self.uses_frame.set(true);
        let line = self.context.analysis.file(self.function.file).line(self.function.span.start);
        let depth = &self.helpers.depth;
        quote!(let #depth = #depth.enter().at(HERE, #line)?;)
    }

    /// What calls a function instance, up to its arguments.
    pub fn callee(&self, id: FunctionId) -> (&Ident, Option<TokenStream>) {
        // What runs later does so at another depth.
        match self.context.counted_name(id).filter(|_| self.is_counted && !self.is_in_closure()) {
            Some(counted) => {
                let depth = &self.helpers.depth;
                (counted, Some(quote!(#depth.level(),)))
            }
            None => (self.context.function_name(id), None),
        }
    }

    /// The constant that operators name in tracebacks.
    fn frame(&self) -> TokenStream {
        let file = self.context.analysis.file(self.function.file).path_at(self.function.span.start);
        let function = &self.function.name;
        quote!(const HERE: rt::Frame = rt::Frame { file: #file, function: #function };)
    }

    /// The function's first line as Python writes it, with the types of this instance.
    fn signature(&self) -> String {
        let parameters: Vec<String> = self
            .function
            .parameters
            .iter()
            .map(|&id| format!("{}: {}", self.function.locals[id.0 as usize].name, self.python_type(id)))
            .collect();
        let signature = format!("def {}({}) -> {}", self.function.name, parameters.join(", "), self.returns());
        signature.chars().flat_map(printable).collect()
    }
}

/// The character as it may stand in a comment: what does not print, or changes the direction of text, is escaped.
fn printable(c: char) -> impl Iterator<Item = char> {
    let escape = c != '\'' && c != '"' && c != '\\';
    let escaped = escape.then(|| c.escape_debug()).into_iter().flatten();
    escaped.chain((!escape).then_some(c))
}
