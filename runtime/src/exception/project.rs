//! Exceptions of the project's own classes: with bases, attributes and an `__init__` of theirs.

use std::any::Any;
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use super::{Argument, Exception, Fallible, Raised, attribute_error, message_of};
use crate::str::Str;

/// An exception class of the project.
#[derive(Debug, Clone, Copy)]
pub struct Class {
    /// Its dotted name: `predict.AppError`.
    pub name: &'static str,
    /// The names of the classes that it derives from, nearest first.
    pub bases: &'static [&'static str],
}

/// What an exception of a class of the project carries; all names of one exception share it.
pub struct Own {
    class: &'static Class,
    arguments: RefCell<Vec<Argument>>,
    attributes: RefCell<Vec<(Str, Box<dyn Any>)>>,
    /// What the `__repr__` of the class gave.
    repr: RefCell<Option<Str>>,
}

impl fmt::Debug for Own {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.class.name)
    }
}

/// A new exception of the class, which `__init__` may still change.
#[cold]
pub fn of_project(class: &'static Class, arguments: Vec<Argument>) -> Raised {
    let own =
        Own { class, arguments: RefCell::new(arguments), attributes: RefCell::default(), repr: RefCell::default() };
    finish(Box::new(Exception {
        class: Cow::Borrowed(class.name),
        message: String::new(),
        arguments: None,
        own: Some(Rc::new(own)),
        validation: None,
        chain: None,
        traceback: Vec::new(),
    }))
}

/// `super().__init__(…)` of the exception class that is no class of the project: the arguments are those of `given`.
pub fn take_arguments(raised: &Raised, given: &Raised) {
    if let (Some(own), Some(given)) = (&raised.own, &given.own) {
        own.arguments.replace(given.arguments.borrow().clone());
    }
}

/// What `str()` gives of an exception without a `__str__` of its own.
pub fn text_of_arguments(raised: &Raised) -> Str {
    Str::from(finish(raised.clone()).message)
}

/// `self.name = value`.
pub fn set_attribute<T: Clone + 'static>(raised: &Raised, name: &Str, value: T) {
    let Some(own) = &raised.own else { return };
    let mut attributes = own.attributes.borrow_mut();
    attributes.retain(|(other, _)| other != name);
    attributes.push((name.clone(), Box::new(value)));
}

/// `exception.name`.
///
/// # Errors
/// `AttributeError` where nothing has set it.
pub fn attribute<T: Clone + 'static>(raised: &Raised, name: &Str) -> Fallible<T> {
    let found = raised.own.as_ref().and_then(|own| {
        let attributes = own.attributes.borrow();
        let value = attributes.iter().find(|(other, _)| other == name);
        value.and_then(|(_, value)| value.downcast_ref::<T>().cloned())
    });
    let (class, name) = (raised.short_name(), name.as_str());
    found.ok_or_else(|| attribute_error(format!("'{class}' object has no attribute '{name}'")))
}

/// `exception.name`, or what the class holds where nothing has set it on the exception.
pub fn attribute_or<T: Clone + 'static>(raised: &Raised, name: &Str, default: T) -> T {
    attribute(raised, name).unwrap_or(default)
}

/// The exception of a class whose `__repr__` gives that text.
pub fn finish_with_repr(raised: Raised, text: &Str) -> Raised {
    if let Some(own) = &raised.own {
        own.repr.replace(Some(text.clone()));
    }
    raised
}

/// The exception after its `__init__`: `args` and `str()` are settled.
pub fn finish(mut raised: Raised) -> Raised {
    if let Some(own) = raised.own.clone() {
        let arguments = own.arguments.borrow().clone();
        raised.message = message_of(&arguments, own.class.bases.contains(&"KeyError"));
        raised.arguments = Some(arguments);
    }
    raised
}

/// The exception after its `__init__`, of a class whose `__str__` gives that text.
pub fn finish_with_text(raised: Raised, text: &Str) -> Raised {
    let mut raised = finish(raised);
    raised.message = text.as_str().to_owned();
    raised
}

impl Exception {
    /// What the `__repr__` of its class gave, where it has one.
    pub(super) fn own_repr(&self) -> Option<Str> {
        self.own.as_ref().and_then(|own| own.repr.borrow().clone())
    }

    /// The names of the classes that the exception's class derives from, where it is one of the project's.
    pub fn bases(&self) -> &'static [&'static str] {
        self.own.as_ref().map_or(&[], |own| own.class.bases)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exception::argument;

    const CLASS: Class = Class { name: "predict.AppError", bases: &["ValueError", "Exception", "BaseException"] };

    #[test]
    fn init_may_change_the_arguments() {
        let raised = of_project(&CLASS, vec![argument(&1_i64)]);
        take_arguments(&raised.clone(), &of_project(&CLASS, vec![argument(&Str::literal("text"))]));
        set_attribute(&raised.clone(), &Str::literal("code"), 7_i64);
        let raised = finish(raised);
        assert_eq!(raised.message, "text");
        assert_eq!(attribute::<i64>(&raised, &Str::literal("code")).expect("set above"), 7);
        assert_eq!(
            attribute::<i64>(&raised, &Str::literal("other")).expect_err("never set").message,
            "'AppError' object has no attribute 'other'"
        );
        assert_eq!(finish_with_text(raised, &Str::literal("shown")).message, "shown");
    }
}
