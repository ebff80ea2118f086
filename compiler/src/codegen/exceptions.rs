//! Exceptions: how they are made, raised and caught.
//!
//! The body of a `try` is a labelled block whose value is the exception that ends it. A step that raises breaks out of it
//! with the exception; the normal end breaks out of the block around both, so that the way without exceptions does
//! nothing more than it would without the `try`:
//!
//! ```text
//! 'tried: {
//!     let caught = 'attempt: { body; break 'tried; };
//!     handler
//! }
//! ```

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Block, Constant, Expr, ExprKind, LocalId};
use hotforge_analyzer::types::{ClassName, Type, native_name};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::frames::{Frame, label};
use super::function::Writer;
use super::regions::Region;
use super::statement::diverges;

impl Writer<'_> {
    pub fn try_statement(&self, body: &Block, orelse: &Block, caught: LocalId, handler: &Block) -> TokenStream {
        let depth = self.frames.borrow().len();
        let (attempt, tried) = (label("attempt", depth), label("tried", depth));
        let body_ends = diverges(body);
        let ends = body_ends || diverges(orelse);
        self.frames.borrow_mut().push(Frame::Attempt { label: attempt.clone(), is_named: false });
        let body = self.statements(body, Region::of(body), false);
        let may_raise = matches!(self.frames.borrow_mut().pop(), Some(Frame::Attempt { is_named: true, .. }));
        self.frames.borrow_mut().push(Frame::Block);
        let orelse = match orelse.as_slice() {
            [] => TokenStream::new(),
            // It is never come to, and may read what has no value.
            _ if body_ends => TokenStream::new(),
            _ => {
                let orelse = self.statements(orelse, Region::of(orelse), false);
                quote!({ #orelse })
            }
        };
        let region = Region::of(handler);
        let pattern = self.target(caught, region);
        let handler = self.statements(handler, region, false);
        self.frames.borrow_mut().pop();
        if !may_raise {
            return quote!({ #body } #orelse);
        }
        if ends {
            return quote!({ let #pattern: rt::Raised = #attempt: { #body #orelse }; #handler });
        }
        quote!(#tried: { let #pattern: rt::Raised = #attempt: { #body #orelse break #tried; }; #handler })
    }

    /// Statements that run as if they stood further out.
    pub fn outside(&self, attempts: usize, loops: usize, body: &Block) -> TokenStream {
        self.frames.borrow_mut().push(Frame::Outside { attempts, loops });
        let body = self.statements(body, Region::of(body), false);
        self.frames.borrow_mut().pop();
        quote!({ #body })
    }

    /// Raises a caught exception on.
    pub fn reraise(&self, caught: LocalId) -> TokenStream {
        let exception = self.owned_local(caught);
        match self.attempt_label() {
            None => quote!(return Err(#exception);),
            Some(attempt) => quote!(break #attempt #exception;),
        }
    }

    /// What raises an exception here.
    pub fn raise_now(&self, exception: TokenStream, span: Span) -> TokenStream {
        match self.attempt_label() {
            None => {
                let raised = self.at(quote!(Err(#exception)), span);
                quote!(return #raised)
            }
            Some(attempt) => {
                self.uses_frame.set(true);
                let line = Literal::u32_unsuffixed(self.context.line(span));
                quote!(break #attempt rt::exception::at(#exception, HERE, #line))
            }
        }
    }

    /// The value of an operator that raises.
    pub fn fallible(&self, call: TokenStream, span: Span) -> TokenStream {
        let call = self.at(call, span);
        match self.attempt_label() {
            None => quote!(#call?),
            Some(attempt) => {
                let (value, raised) = (&self.helpers.value, &self.helpers.raised);
                quote!(match #call { Ok(#value) => #value, Err(#raised) => break #attempt #raised })
            }
        }
    }

    /// A new exception.
    pub fn exception(&self, arguments: &[Expr], ty: &Type) -> TokenStream {
        let Type::Exception(class) = ty else {
            return self.context.refuse(None, format!("{ty} is no exception"));
        };
        if let Some(class) = self.context.project_exception(class) {
            let arguments = self.exception_arguments(arguments);
            return quote!(rt::exception::of_project(&#class, #arguments));
        }
        let name = class.native_name();
        match arguments {
            [] => quote!(rt::Exception::new(#name, "")),
            // The message of a `KeyError` is the repr of its argument.
            [Expr { kind: ExprKind::Constant(Constant::Str(text)), .. }] if name != "KeyError" && !text.is_empty() => {
                let text: &str = text;
                quote!(rt::Exception::new(#name, #text))
            }
            _ => {
                let arguments = self.exception_arguments(arguments);
                quote!(rt::Exception::with(#name, #arguments))
            }
        }
    }

    fn exception_arguments(&self, arguments: &[Expr]) -> TokenStream {
        let arguments = arguments.iter().map(|argument| {
            let argument = self.reference(argument);
            quote!(rt::exception::argument(#argument))
        });
        super::expression::vector(arguments)
    }

    /// Whether an exception is of one of the classes.
    pub fn is_exception(&self, subject: &Expr, classes: &[ClassName]) -> TokenStream {
        let subject = self.reference(subject);
        let classes = classes.iter().map(|class| native_name(class));
        quote!(rt::exception::is_one_of(#subject, &[#(#classes),*]))
    }
}
