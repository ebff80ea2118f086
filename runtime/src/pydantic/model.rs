//! Models: from what is given for their fields to an object.

use std::marker::PhantomData;

use super::failure;
use super::maker::{self, Maker, checked};
use super::{Input, Place, Rule, Smart, State, Validate, steps};
use crate::abi::Value;
use crate::bytes::Bytes;
use crate::exception::Fallible;
use crate::record::{self, Class, Record};
use crate::set::Set;
use crate::str::Str;

/// What a model does with what is no field of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extra {
    /// It is passed over.
    Ignore,
    /// It is an error.
    Forbid,
}

/// The options of a model.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// What it does with what is no field of it.
    pub extra: Extra,
    /// Whether a field with an alias may be given by its name, too.
    pub by_name: bool,
    /// Whether a field with an alias may be given by that.
    pub by_alias: bool,
    /// Whether nothing but an object of the class is taken for one.
    pub strict: bool,
    /// Whether what is given is the value of its one field, and not a dict of fields.
    pub is_root: bool,
}

/// A field of a model.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// The name that it is given by, where that is another.
    pub alias: Option<&'static str>,
    /// What its declaration says beside its type.
    pub rule: Rule,
    /// Whether it has a default.
    pub has_default: bool,
}

/// A class that derives from `BaseModel`.
pub trait Model: Class {
    /// Its options.
    const OPTIONS: Options;

    /// The fields from what is given for them; `None` where something does not fit.
    ///
    /// # Errors
    /// What a validator or a default raises.
    fn fields(given: &mut Given<'_, '_>) -> Fallible<Option<Self>>;

    /// What the validators that come before the fields make of what is given.
    ///
    /// # Errors
    /// What they raise.
    fn before(input: Input) -> Fallible<Input> {
        Ok(input)
    }

    /// Runs the validators of the whole.
    ///
    /// # Errors
    /// What they raise.
    fn check(record: Record<Self>) -> Fallible<Record<Self>> {
        Ok(record)
    }
}

/// What is given for the fields of a model.
#[derive(Debug)]
pub struct Given<'v, 's> {
    input: &'v Input,
    pairs: &'v [(Input, Input)],
    options: Options,
    state: &'s mut State,
    /// The names that fields were looked for by.
    known: Vec<&'static str>,
    /// The fields that were given.
    set: Vec<&'static str>,
}

impl<'v, 's> Given<'v, 's> {
    pub(super) fn of(input: &'v Input, pairs: &'v [(Input, Input)], options: Options, state: &'s mut State) -> Self {
        Self { input, pairs, options, state, known: Vec::new(), set: Vec::new() }
    }

    /// How many fields were given.
    pub(super) fn count(&self) -> usize {
        self.set.len()
    }

    /// The names of the fields that were given: `model_fields_set`.
    pub fn fields_set(&self) -> Set<Str> {
        crate::set::from_vec(self.set.iter().map(|name| Str::literal(name)).collect())
    }

    /// A field that must be given; `check` runs its validators and makes of it what the object holds.
    ///
    /// # Errors
    /// What a validator raises that is no `ValueError` or `AssertionError`.
    pub fn required<T: Validate, R>(
        &mut self,
        field: &'static Field,
        check: impl FnOnce(T) -> Fallible<R>,
    ) -> Fallible<Option<R>> {
        self.required_by(field, steps::by_type(&field.rule), check)
    }

    /// The same, where `read` makes a valid value of what is given.
    ///
    /// # Errors
    /// As [`Given::required`].
    pub fn required_by<T, R>(
        &mut self,
        field: &'static Field,
        read: impl FnOnce(&Input, &mut State) -> Fallible<Option<T>>,
        check: impl FnOnce(T) -> Fallible<R>,
    ) -> Fallible<Option<R>> {
        if let Some((name, value)) = self.find(field) {
            return self.validated(name, value, read, check);
        }
        let name = field.alias.filter(|_| self.options.by_alias).unwrap_or(field.name);
        let input = self.input;
        Ok(self.state.within(place(name), |state| state.fail("missing", "Field required", input)))
    }

    /// A field that has a default.
    ///
    /// # Errors
    /// As [`Given::required`], and what the default raises.
    pub fn optional<T: Validate, R>(
        &mut self,
        field: &'static Field,
        check: impl FnOnce(T) -> Fallible<R>,
        default: impl FnOnce() -> Fallible<R>,
    ) -> Fallible<Option<R>> {
        self.optional_by(field, steps::by_type(&field.rule), check, default)
    }

    /// The same, where `read` makes a valid value of what is given.
    ///
    /// # Errors
    /// As [`Given::optional`].
    pub fn optional_by<T, R>(
        &mut self,
        field: &'static Field,
        read: impl FnOnce(&Input, &mut State) -> Fallible<Option<T>>,
        check: impl FnOnce(T) -> Fallible<R>,
        default: impl FnOnce() -> Fallible<R>,
    ) -> Fallible<Option<R>> {
        match self.find(field) {
            Some((name, value)) => self.validated(name, value, read, check),
            None => default().map(Some),
        }
    }

    /// Says what to do with what is no field.
    pub fn finish(&mut self) {
        if self.options.extra == Extra::Ignore || self.options.is_root {
            return;
        }
        for (key, value) in self.pairs {
            let Input::Str(name) = key else {
                let name = Str::from(shown(key));
                let fail = |state: &mut State| state.fail::<()>("invalid_key", "Keys should be strings", key);
                self.state.within(Place::Name(name), fail);
                continue;
            };
            if !self.known.contains(&name.as_str()) {
                let message = "Extra inputs are not permitted";
                let fail = |state: &mut State| state.fail::<()>("extra_forbidden", message, value);
                self.state.within(Place::Name(name.clone()), fail);
            }
        }
    }

    fn find(&mut self, field: &'static Field) -> Option<(&'static str, &'v Input)> {
        if self.options.is_root {
            let is_given = !self.input.is_undefined();
            self.set.extend(is_given.then_some(field.name));
            return (is_given || !field.has_default).then_some((field.name, self.input));
        }
        let names = [
            field.alias.filter(|_| self.options.by_alias),
            Some(field.name).filter(|_| field.alias.is_none() || self.options.by_name),
        ];
        self.known.extend(names.into_iter().flatten());
        let pairs = self.pairs;
        let (name, value) = names.into_iter().flatten().find_map(|name| {
            let found = pairs.iter().find(|(key, _)| matches!(key, Input::Str(key) if key.as_str() == name));
            found.map(|(_, value)| (name, value))
        })?;
        self.set.push(field.name);
        Some((name, value))
    }

    fn validated<T, R>(
        &mut self,
        name: &'static str,
        value: &Input,
        read: impl FnOnce(&Input, &mut State) -> Fallible<Option<T>>,
        check: impl FnOnce(T) -> Fallible<R>,
    ) -> Fallible<Option<R>> {
        let read = |state: &mut State| {
            let Some(validated) = read(value, state)? else { return Ok(None) };
            checked(check(validated), value, state)
        };
        // The one value of a root model stands where the model does.
        if self.options.is_root { read(self.state) } else { self.state.within(place(name), read) }
    }
}

fn place(name: &'static str) -> Place {
    Place::Name(Str::literal(name))
}

fn shown(input: &Input) -> String {
    let mut text = String::new();
    input.repr(&mut text);
    text
}

impl<T: Model> Maker for PhantomData<T> {
    type Object = Record<T>;

    fn name(&self) -> &'static str {
        T::NAME
    }

    fn options(&self) -> Options {
        T::OPTIONS
    }

    fn known(&self, input: &Input) -> Option<Record<T>> {
        input.downcast::<Record<T>>().cloned()
    }

    fn fields(&self, given: &mut Given<'_, '_>) -> Fallible<Option<Record<T>>> {
        Ok(T::fields(given)?.map(record::new))
    }

    fn before(&self, input: Input) -> Fallible<Input> {
        T::before(input)
    }

    fn check(&self, object: Record<T>) -> Fallible<Record<T>> {
        T::check(object)
    }
}

impl<T: Model> Validate for Record<T> {
    fn validate(input: &Input, rule: &Rule, state: &mut State) -> Fallible<Option<Self>> {
        maker::validated(&PhantomData::<T>, input, rule, state)
    }
}

/// `Model(name=value, …)`.
///
/// # Errors
/// `ValidationError`; what validators and defaults raise.
pub fn construct<T: Model>(given: &[(Str, Input)]) -> Fallible<Record<T>> {
    maker::construct(&PhantomData::<T>, given)
}

/// `Model(value)` of a root model; of no value it is [`undefined`](super::undefined).
///
/// # Errors
/// As [`construct`].
pub fn construct_root<T: Model>(input: &Input) -> Fallible<Record<T>> {
    maker::construct_root(&PhantomData::<T>, input)
}

/// `Model(**values)`.
///
/// # Errors
/// As [`construct`]; `TypeError` for what is no dict with texts as keys.
pub fn of_keywords<T: Model>(input: &Input) -> Fallible<Record<T>> {
    maker::of_keywords(&PhantomData::<T>, input)
}

/// The object of a dict that the caller of a predictor gave: raises by unwinding where that does not fit.
pub fn arrived<T: Model>(dict: &Value) -> Record<T> {
    record::must(maker::validate(&PhantomData::<T>, &Input::from(dict)))
}

/// The same of a dict that may be of one of several models: of the one that it fits best.
pub fn arrived_among<Union>(
    dict: &Value,
    title: &str,
    choose: impl for<'v, 's> FnOnce(Smart<'v, 's, Union>) -> Fallible<Smart<'v, 's, Union>>,
) -> Union {
    let (input, mut state) = (Input::from(dict), State::new(false));
    let chosen = choose(Smart::of(&input, &mut state)).map(Smart::finish);
    record::must(chosen.and_then(|found| found.ok_or_else(|| failure::raised(title, state))))
}

/// `Model.model_validate(value)`.
///
/// # Errors
/// As [`construct`].
pub fn validate<T: Model>(input: &Input) -> Fallible<Record<T>> {
    maker::validate(&PhantomData::<T>, input)
}

/// `Model.model_validate_json(text)`.
///
/// # Errors
/// As [`construct`].
pub fn validate_json<T: Model>(text: &Str) -> Fallible<Record<T>> {
    maker::validate_json(&PhantomData::<T>, text)
}

/// `Model.model_validate_json(data)`.
///
/// # Errors
/// As [`construct`].
pub fn validate_json_bytes<T: Model>(data: &Bytes) -> Fallible<Record<T>> {
    maker::validate_json_bytes(&PhantomData::<T>, data)
}
