//! What a library says of itself. `docs/manifest.md` describes it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The manifest of a library.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Manifest {
    /// The file name of the library.
    pub library: String,
    /// The version of Hotforge that made it.
    #[serde(default)]
    pub version: String,
    /// The platform it was made for.
    #[serde(default)]
    pub target: String,
    /// The Python file it was made from.
    #[serde(default)]
    pub source: Option<String>,
    /// What can be called, in source order.
    pub predictors: Vec<Predictor>,
}

/// A predictor.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Predictor {
    /// What callers ask for.
    pub name: String,
    /// The name of the Python function.
    #[serde(default)]
    pub function: String,
    /// Its docstring.
    #[serde(default)]
    pub doc: Option<String>,
    /// In the order of the signature.
    pub parameters: Vec<Parameter>,
    /// What it gives.
    pub returns: Typed,
}

/// A parameter.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// How it is passed.
    #[serde(default)]
    pub kind: Kind,
    /// What it takes.
    #[serde(flatten)]
    pub typed: Typed,
    /// What leaving it out gives, a constant; without one the argument is required.
    #[serde(default, deserialize_with = "present")]
    pub default: Option<Value>,
}

/// `null` is a default, too.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// How a parameter is passed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// By place alone.
    PositionalOnly,
    /// By place or by name.
    #[default]
    PositionalOrKeyword,
    /// By name alone.
    KeywordOnly,
}

/// A type, and what its annotation says beside it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Typed {
    /// The type for people, as Python writes it.
    #[serde(rename = "type")]
    pub ty: String,
    /// The type for programs.
    pub schema: Schema,
    /// What it means: `Embedding`.
    #[serde(default)]
    pub denotation: Option<String>,
    /// What it is.
    #[serde(default)]
    pub description: Option<String>,
    /// The other keywords of the annotation, constants.
    #[serde(default)]
    pub fields: Map<String, Value>,
}

/// A type for programs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "docs/manifest.md describes each")]
pub enum Schema {
    None,
    Bool,
    Int,
    Float,
    Complex,
    Str,
    Bytes,
    Literal {
        choices: Vec<Value>,
    },
    List {
        item: Box<Schema>,
    },
    Set {
        item: Box<Schema>,
    },
    #[serde(rename = "frozenset")]
    FrozenSet {
        item: Box<Schema>,
    },
    Sequence {
        item: Box<Schema>,
    },
    Iterator {
        item: Box<Schema>,
    },
    Tuple {
        items: Vec<Schema>,
    },
    Dict {
        key: Box<Schema>,
        value: Box<Schema>,
    },
    Record {
        class: String,
        fields: Option<Fields>,
    },
    TypedDict {
        class: String,
        fields: Option<Fields>,
    },
    Enum {
        class: String,
        members: Map<String, Value>,
    },
    Flag {
        class: String,
        members: Map<String, Value>,
    },
    Union {
        members: Vec<Schema>,
    },
    Array {
        dtype: String,
        shape: Option<Vec<Value>>,
    },
    Scalar {
        dtype: String,
    },
    /// A type that is newer than this crate.
    #[serde(other)]
    Unknown,
}

/// The fields of a class, in order.
pub type Fields = indexed::Fields;

mod indexed {
    use serde::de::{MapAccess, Visitor};
    use serde::ser::SerializeMap;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Schema;

    /// The fields of a class, in order.
    #[derive(Debug, Clone, Default, PartialEq)]
    pub struct Fields(pub Vec<(String, Schema)>);

    impl Fields {
        /// The fields with their types.
        pub fn iter(&self) -> impl Iterator<Item = &(String, Schema)> {
            self.0.iter()
        }

        /// The type of the field of that name.
        pub fn get(&self, name: &str) -> Option<&Schema> {
            self.0.iter().find_map(|(field, schema)| (field == name).then_some(schema))
        }
    }

    impl<'de> Deserialize<'de> for Fields {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Reader;
            impl<'de> Visitor<'de> for Reader {
                type Value = Fields;

                fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    out.write_str("the fields of a class")
                }

                fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                    let mut fields = Vec::new();
                    while let Some(field) = map.next_entry()? {
                        fields.push(field);
                    }
                    Ok(Fields(fields))
                }
            }
            deserializer.deserialize_map(Reader)
        }
    }

    impl Serialize for Fields {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(Some(self.0.len()))?;
            for (name, schema) in &self.0 {
                map.serialize_entry(name, schema)?;
            }
            map.end()
        }
    }
}

impl Manifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// Where it is no JSON, or of a format that this crate does not know.
    pub fn parse(text: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(text)
    }
}

impl Parameter {
    /// Whether a call must give it.
    pub fn is_required(&self) -> bool {
        self.default.is_none()
    }
}

impl Typed {
    /// Whether its annotation says that it means this.
    pub fn denotes(&self, denotation: &str) -> bool {
        self.denotation.as_deref() == Some(denotation)
    }
}

impl Schema {
    /// Whether values of that type are among its own.
    pub fn takes(&self, is_wanted: &impl Fn(&Schema) -> bool) -> bool {
        match self {
            Schema::Union { members } => members.iter().any(|member| member.takes(is_wanted)),
            other => is_wanted(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_manifest_is_read_with_its_types() {
        let manifest = Manifest::parse(
            json!({
                "hotforge": 1, "library": "libembed.so", "new": true,
                "predictors": [{
                    "name": "embed",
                    "parameters": [
                        { "name": "texts", "type": "list[str]", "schema": { "type": "list", "item": { "type": "str" } } },
                        { "name": "k", "kind": "keyword-only", "type": "int | None", "default": null,
                          "schema": { "type": "union", "members": [{ "type": "int" }, { "type": "none" }] } },
                    ],
                    "returns": { "type": "?", "schema": { "type": "hologram" }, "denotation": "Embedding" },
                }],
            })
            .to_string()
            .as_bytes(),
        )
        .unwrap();
        let predictor = &manifest.predictors[0];
        assert!(predictor.parameters[0].is_required() && !predictor.parameters[1].is_required());
        assert_eq!(predictor.parameters[1].kind, Kind::KeywordOnly);
        assert!(predictor.parameters[1].typed.schema.takes(&|schema| *schema == Schema::Int));
        assert!(predictor.returns.denotes("Embedding") && predictor.returns.schema == Schema::Unknown);
    }

    #[test]
    fn fields_keep_their_order() {
        let text = r#"{"type":"record","class":"P","fields":{"y":{"type":"int"},"x":{"type":"float"}}}"#;
        let schema: Schema = serde_json::from_str(text).unwrap();
        let Schema::Record { fields: Some(fields), .. } = &schema else { panic!("{schema:?}") };
        assert_eq!(fields.0[0].0, "y");
        assert_eq!(fields.get("x"), Some(&Schema::Float));
        assert_eq!(serde_json::to_string(&schema).unwrap(), text);
    }
}
