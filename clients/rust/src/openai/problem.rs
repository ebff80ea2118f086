//! Errors as OpenAI's API tells them.

use serde_json::{Value as Json, json};

use crate::Raised;

/// Why a request is not answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// The class of error: `invalid_request_error`.
    pub kind: &'static str,
    /// What is wrong, for people.
    pub message: String,
    /// The field of the request that it is about.
    pub param: Option<String>,
    /// What is wrong, for programs.
    pub code: Option<String>,
    /// The exception that the predictor raised.
    pub raised: Option<Box<Raised>>,
}

impl Problem {
    /// A request that makes no sense.
    pub fn invalid(param: &str, message: impl Into<String>) -> Self {
        Self {
            status: 400,
            kind: "invalid_request_error",
            message: message.into(),
            param: (!param.is_empty()).then(|| param.to_owned()),
            code: None,
            raised: None,
        }
    }

    /// A field that the model cannot heed.
    pub fn unsupported(param: &str, message: impl Into<String>) -> Self {
        Self { code: Some("unsupported_parameter".into()), ..Self::invalid(param, message) }
    }

    /// An error of another kind.
    pub fn new(status: u16, kind: &'static str, code: &str, message: impl Into<String>) -> Self {
        Self { status, kind, code: Some(code.to_owned()), ..Self::invalid("", message) }
    }

    /// The body of the answer.
    pub fn to_json(&self) -> Json {
        let mut error = json!({
            "message": self.message,
            "type": self.kind,
            "param": self.param,
            "code": self.code,
        });
        if let Some(raised) = &self.raised {
            error["exception"] = exception(raised);
        }
        json!({ "error": error })
    }
}

fn exception(raised: &Raised) -> Json {
    let frame = |frame: &crate::Frame| json!({ "file": frame.file, "line": frame.line, "function": frame.function });
    json!({
        "type": raised.class,
        "message": raised.message,
        "traceback": raised.traceback.iter().map(frame).collect::<Vec<_>>(),
    })
}

/// Arguments that do not fit, and exceptions that tell of bad input, are the caller's; a machine that fails is ours.
impl From<Raised> for Problem {
    fn from(raised: Raised) -> Self {
        const OURS: &[&str] = &["SystemError", "MemoryError", "OSError", "RuntimeError", "RecursionError"];
        let is_ours =
            !raised.traceback.is_empty() && OURS.iter().any(|class| raised.is_a(class)) || raised.is_a("SystemError");
        let (status, kind) = if is_ours { (500, "server_error") } else { (400, "invalid_request_error") };
        Self { raised: Some(Box::new(raised.clone())), ..Self::new(status, kind, &raised.class, raised.to_string()) }
    }
}
