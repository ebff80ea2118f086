//! Models of `pydantic`: how their objects are made of what is given for the fields.

use serde::Serialize;

use super::{Constant, FunctionId};
use crate::types::Type;

/// What a class that derives from `pydantic.BaseModel` does when an object of it is made.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Model {
    /// Whether what is no field is an error.
    pub forbids_extra: bool,
    /// Whether nothing but an object of the class is taken for one.
    pub is_strict: bool,
    /// Whether a field with an alias is given by that.
    pub by_alias: bool,
    /// Whether a field with an alias is given by its name.
    pub by_name: bool,
    /// The fields, in the order in which they are validated.
    pub fields: Vec<ModelField>,
    /// Whether what is given is the value of its one field, and not a dict of fields.
    pub is_root: bool,
    /// The properties that are shown and written as fields, and what gives their values.
    pub computed: Vec<(String, FunctionId)>,
    /// Fields that are not validated, by their indices in the class, and what gives the value that they begin with.
    pub private: Vec<(usize, FunctionId)>,
    /// The field that holds the names of those that were given, where the program asks for that.
    pub fields_set: Option<usize>,
    /// What the validators that come before the fields make of what is given.
    pub before: Option<FunctionId>,
    /// What runs on the object when all fields are valid.
    pub check: Option<FunctionId>,
    /// What is written as JSON in the place of the object.
    pub serializer: Option<FunctionId>,
}

/// A validator of the program around what reads a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Step {
    /// From what is given to what is read: a function of `pydantic.Input` that returns one.
    Before(FunctionId),
    /// Of the value that was read.
    After(FunctionId),
    /// Reads what is given itself: a function of `pydantic.Input`.
    Plain(FunctionId),
}

/// A field of a model.
#[derive(Debug, Clone, Serialize)]
pub struct ModelField {
    /// Its name.
    pub name: String,
    /// Its index in the class.
    pub field: usize,
    /// The name that it is given by, where that is another than its own.
    pub alias: Option<String>,
    /// The name that it is written by where names are aliases.
    pub written_as: Option<String>,
    /// What it is validated as.
    pub ty: Type,
    /// What its declaration says beside the type.
    pub rule: Rule,
    /// Validators around the type, the innermost first.
    pub steps: Vec<Step>,
    /// What makes of a valid value what the object holds.
    pub check: FunctionId,
    /// Whether its steps and its check are also given what each field before it holds, as a tuple that is empty where that was
    /// not valid.
    pub knows_earlier: bool,
    /// What gives the value where none is given.
    pub default: Option<FunctionId>,
    /// Whether it is left out where the model is written.
    pub is_excluded: bool,
    /// What is written as JSON in the place of its value: a function of the object.
    pub serializer: Option<FunctionId>,
}

/// What the declaration of a field, or of a part of its type, says beside the type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rule {
    /// Whether nothing is converted.
    pub strict: bool,
    /// Whether `None` is let through.
    pub nullable: bool,
    /// `multiple_of`.
    pub multiple_of: Option<Constant>,
    /// `le`.
    pub le: Option<Constant>,
    /// `lt`.
    pub lt: Option<Constant>,
    /// `ge`.
    pub ge: Option<Constant>,
    /// `gt`.
    pub gt: Option<Constant>,
    /// Whether a float may be infinite or no number.
    pub allow_inf_nan: bool,
    /// `min_length`.
    pub min_length: Option<u64>,
    /// `max_length`.
    pub max_length: Option<u64>,
    /// `pattern`.
    pub pattern: Option<String>,
    /// Whether white space around a text falls away.
    pub strip: bool,
    /// Whether a text is put in lower case.
    pub lower: bool,
    /// Whether a text is put in upper case.
    pub upper: bool,
    /// Whether nothing but an object of the class itself is taken: of a class that derives from the declared one.
    pub instance_only: bool,
    /// The values of a `Literal`.
    pub choices: Vec<Constant>,
    /// Elements, keys and values, or the members of a union in the order in which they are declared; with their types.
    pub parts: Vec<(Type, Rule)>,
    /// How the errors of a union call the type.
    pub label: String,
}

impl Default for Rule {
    fn default() -> Self {
        Self {
            strict: false,
            nullable: false,
            multiple_of: None,
            le: None,
            lt: None,
            ge: None,
            gt: None,
            allow_inf_nan: true,
            min_length: None,
            max_length: None,
            pattern: None,
            strip: false,
            lower: false,
            upper: false,
            instance_only: false,
            choices: Vec::new(),
            parts: Vec::new(),
            label: String::new(),
        }
    }
}
