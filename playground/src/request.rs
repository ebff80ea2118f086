//! What a page may ask, and who answers.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::lines::{Place, Range};
use crate::session::Session;
use crate::{features, outputs};

/// A request, told apart by `"ask"` among its fields.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Request {
    /// What is wrong with a file and with those that it reaches.
    Diagnostics { file: String },
    /// What is told of the thing under the mouse.
    Hover { file: String, position: Place },
    /// Types and shapes between the words.
    Hints { file: String },
    /// The colours that the analysis gives, and the legend of them.
    Tokens { file: String },
    /// What may stand at a place.
    Completions { file: String, position: Place },
    /// The parameters of the call around a place.
    Signature { file: String, position: Place },
    /// Where what stands at a place is defined.
    Definitions { file: String, position: Place },
    /// Where else it is mentioned.
    References { file: String, position: Place },
    /// The same in this file.
    Highlights { file: String, position: Place },
    /// What would be renamed.
    Renamable { file: String, position: Place },
    /// The edits that give it another name.
    Rename { file: String, position: Place, name: String },
    /// The outline of a file.
    Symbols { file: String },
    /// What can be folded.
    Folds { file: String },
    /// The ranges around a place, from small to large.
    Selections { file: String, position: Place },
    /// The predictors of a file and whether they are ready.
    Lenses { file: String },
    /// Edits that mend what is wrong in a range.
    Actions { file: String, range: Range },
    /// Edits that mend all that can be mended.
    FixAll { file: String },
    /// The generated Rust and which Python line each of its lines comes from.
    Rust { file: String },
    /// The typed IR.
    Ir { file: String },
    /// The graph of each predictor.
    Graph { file: String },
    /// The data of each function.
    Flow { file: String },
    /// The type of each expression, what it becomes and what that costs.
    Types { file: String },
    /// The manifest of the library.
    Manifest { file: String },
    /// The C header of every library.
    Header {},
    /// The text of a stub of the catalog.
    Stub { module: String },
    /// The modules of the catalog with their functions and classes.
    Operators {},
}

impl Request {
    /// Reads a request. serde's own reader of such enums keeps every field for later, which is a large piece of code.
    ///
    /// # Errors
    /// Where the text is no object, or none of the requests.
    pub fn read(text: &str) -> serde_json::Result<Self> {
        let mut fields: Map<String, Value> = serde_json::from_str(text)?;
        let ask = match fields.remove("ask") {
            Some(Value::String(ask)) => ask,
            _ => String::new(),
        };
        Self::deserialize(Value::Object(Map::from_iter([(ask, Value::Object(fields))])))
    }

    /// The answer.
    pub fn answer(self, session: &mut Session) -> Value {
        match self {
            Self::Diagnostics { file } => features::diagnostics(&session.edited(&file)),
            Self::Hover { file, position } => features::hover(session, &file, position),
            Self::Hints { file } => features::hints(session, &file),
            Self::Tokens { file } => features::tokens(&session.edited(&file)),
            Self::Completions { file, position } => features::completions(&session.edited(&file), position),
            Self::Signature { file, position } => features::signature(&session.edited(&file), position),
            Self::Definitions { file, position } => features::definitions(&session.edited(&file), position),
            Self::References { file, position } => features::references(session, &file, position),
            Self::Highlights { file, position } => features::highlights(&session.edited(&file), position),
            Self::Renamable { file, position } => features::renamable(&session.edited(&file), position),
            Self::Rename { file, position, name } => features::rename(session, &file, position, &name),
            Self::Symbols { file } => features::symbols(&session.edited(&file)),
            Self::Folds { file } => features::folds(&session.edited(&file)),
            Self::Selections { file, position } => features::selections(&session.edited(&file), position),
            Self::Lenses { file } => features::lenses(&session.edited(&file)),
            Self::Actions { file, range } => features::actions(&session.edited(&file), range),
            Self::FixAll { file } => features::fix_all(&session.edited(&file)),
            Self::Rust { file } => outputs::rust(&session.whole(&file)),
            Self::Ir { file } => outputs::ir(&session.whole(&file)),
            Self::Graph { file } => outputs::graphs(&session.edited(&file)),
            Self::Flow { file } => outputs::flows(&session.whole(&file)),
            Self::Types { file } => outputs::types(&session.edited(&file)),
            Self::Manifest { file } => outputs::manifest_of(&session.whole(&file)),
            Self::Header {} => hotforge_compiler::bundle::HEADER.into(),
            Self::Stub { module } => outputs::stub(&module),
            Self::Operators {} => outputs::operators(),
        }
    }
}
