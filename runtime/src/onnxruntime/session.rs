//! `onnxruntime.InferenceSession`: a model that is ready to run.

use std::ffi::CString;
use std::fmt;
use std::ptr::{self, NonNull};

use ort::AsPointer;
use ort::session::Session;
use ort::value::DynValue;

use super::library;
use super::tensor::{Feed, Tensor, tensor};
use super::threads;
use crate::abi::c::cancellation;
use crate::dict::Dict;
use crate::exception::{Exception, Fallible, Raised, value_error};
use crate::object::{Identity, Object};
use crate::opaque::Opaque;
use crate::str::Str;

/// A session. Any number of threads may run it at the same time.
#[derive(Clone)]
pub struct InferenceSession(Opaque<Session>);

/// The outputs of one run.
#[derive(Clone)]
pub struct Outputs(Opaque<Vec<Output>>);

/// The name of an output, and its value.
type Output = (String, Opaque<DynValue>);

impl InferenceSession {
    /// A session of the model in the bytes of an ONNX file, with onnxruntime's own defaults for optimization, and for threads
    /// unless the process says otherwise: those that Python's has.
    ///
    /// # Errors
    /// `RuntimeError` where there is no ONNX Runtime library; onnxruntime's own exceptions where it does not take the
    /// model.
    pub fn from_bytes(model: &[u8]) -> Fallible<Self> {
        let environment = library::environment()?;
        let builder = Session::builder(&environment).map_err(|error| raised(&error))?;
        let mut builder = threads::configure(builder).map_err(|error| raised(&error.into()))?;
        let session = builder.commit_from_memory(model).map_err(|error| raised(&error))?;
        Ok(Self(Opaque::new(session)))
    }

    /// The names of the inputs, in the model's order.
    pub fn input_names(&self) -> impl Iterator<Item = &str> {
        self.0.inputs().iter().map(|input| input.name())
    }
}

/// `session.run(names, feed)`: the outputs of those names.
///
/// # Errors
/// `ValueError` where an input is missing; onnxruntime's own exceptions where the run fails.
pub fn run(session: &InferenceSession, feed: &[(&str, Tensor)], names: &[Str]) -> Fallible<Outputs> {
    check_inputs(session, feed)?;
    let names: Vec<&str> = names.iter().map(Str::as_str).collect();
    let values = feed.iter().map(|(_, tensor)| tensor.value()).collect::<ort::Result<Vec<_>>>();
    let values = values.map_err(|error| raised(&error))?;
    let inputs: Vec<*const ort::sys::OrtValue> = values.iter().map(|value| value.ptr()).collect();
    let input_names = c_strings(feed.iter().map(|(name, _)| *name))?;
    let output_names = c_strings(names.iter().copied())?;
    let (input_pointers, output_pointers) = (pointers(&input_names), pointers(&output_names));
    let mut outputs: Vec<*mut ort::sys::OrtValue> = vec![ptr::null_mut(); names.len()];
    let shared = session.0.inner();
    // SAFETY: Each array has as many valid pointers as the number beside it says. The session is not changed: onnxruntime
    // documents `Run` as safe to call from several threads at once, and its Python package does so.
    let result = cancellation::run(|options| unsafe {
        let status = (ort::api().Run)(
            shared.ptr().cast_mut(),
            options.map_or(ptr::null(), |options| options.ptr()),
            input_pointers.as_ptr(),
            inputs.as_ptr(),
            inputs.len(),
            output_pointers.as_ptr(),
            output_pointers.len(),
            outputs.as_mut_ptr(),
        );
        ort::Error::result_from_status(status)
    })?;
    result.map_err(|error| raised(&error))?;
    let values = outputs.into_iter().map(|output| {
        let output = NonNull::new(output).ok_or_else(|| value_error("the model gave no value for an output"))?;
        // SAFETY: The run succeeded, so the value is valid and ours to release.
        Ok(Opaque::new(unsafe { DynValue::from_ptr(output, Some(session.0.allocator())) }))
    });
    let values = values.collect::<Fallible<Vec<_>>>()?;
    Ok(Outputs(Opaque::new(names.into_iter().map(str::to_owned).zip(values).collect())))
}

/// `session.run(names, feed)` of a dict that was made before the call.
///
/// # Errors
/// As [`run`].
pub fn run_dict<T: Feed + Object>(session: &InferenceSession, feed: &Dict<Str, T>, names: &[Str]) -> Fallible<Outputs> {
    let arrays = feed.to_pairs();
    let tensors: Vec<(&str, Tensor)> = arrays.iter().map(|(name, array)| (name.as_str(), tensor(array))).collect();
    run(session, &tensors, names)
}

/// Methods of `onnxruntime.InferenceSession`.
pub mod inference_session {
    use super::super::node_arg::NodeArg;
    use super::InferenceSession;
    use crate::list::{self, List};

    /// `session.get_inputs()`.
    #[must_use]
    pub fn get_inputs(session: &InferenceSession) -> List<NodeArg> {
        list::from_vec(session.0.inputs().iter().map(NodeArg::of).collect())
    }

    /// `session.get_outputs()`.
    #[must_use]
    pub fn get_outputs(session: &InferenceSession) -> List<NodeArg> {
        list::from_vec(session.0.outputs().iter().map(NodeArg::of).collect())
    }
}

impl Outputs {
    /// The output of that number and its name.
    pub(super) fn get(&self, index: usize) -> Option<&Output> {
        self.0.get(index)
    }
}

/// As Python's `InferenceSession` checks before it runs.
fn check_inputs(session: &InferenceSession, feed: &[(&str, Tensor)]) -> Fallible<()> {
    let missing: Vec<&str> =
        session.input_names().filter(|name| !feed.iter().any(|(given, _)| given == name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = |names: Vec<&str>| {
        let names: Vec<String> = names.into_iter().map(|name| crate::object::repr_text(&Str::from(name))).collect();
        format!("[{}]", names.join(", "))
    };
    Err(value_error(format!(
        "Required inputs ({}) are missing from input feed ({}).",
        list(missing),
        list(feed.iter().map(|(name, _)| *name).collect())
    )))
}

fn c_strings<'a>(names: impl Iterator<Item = &'a str>) -> Fallible<Vec<CString>> {
    names.map(|name| CString::new(name).map_err(|_| value_error("embedded null character"))).collect()
}

fn pointers(names: &[CString]) -> Vec<*const std::ffi::c_char> {
    names.iter().map(|name| name.as_ptr()).collect()
}

/// The exception that onnxruntime's Python package raises.
#[cold]
pub(super) fn raised(error: &ort::Error) -> Raised {
    use ort::ErrorCode;
    let (number, name, class) = match error.code() {
        ErrorCode::InvalidArgument => (2, "INVALID_ARGUMENT", "InvalidArgument"),
        ErrorCode::NoSuchFile => (3, "NO_SUCHFILE", "NoSuchFile"),
        ErrorCode::NoModel => (4, "NO_MODEL", "NoModel"),
        ErrorCode::EngineError => (5, "ENGINE_ERROR", "EngineError"),
        ErrorCode::RuntimeException => (6, "RUNTIME_EXCEPTION", "RuntimeException"),
        ErrorCode::InvalidProtobuf => (7, "INVALID_PROTOBUF", "InvalidProtobuf"),
        ErrorCode::ModelLoaded => (8, "MODEL_LOADED", "ModelLoaded"),
        ErrorCode::NotImplemented => (9, "NOT_IMPLEMENTED", "NotImplemented"),
        ErrorCode::InvalidGraph => (10, "INVALID_GRAPH", "InvalidGraph"),
        ErrorCode::ExecutionProviderFailure => (11, "EP_FAIL", "EPFail"),
        _ => (1, "FAIL", "Fail"),
    };
    Exception::new(class, format!("[ONNXRuntimeError] : {number} : {name} : {}", error.message()))
}

impl fmt::Debug for InferenceSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InferenceSession")
    }
}

impl fmt::Debug for Outputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

impl Object for InferenceSession {
    fn type_name(&self) -> &'static str {
        "InferenceSession"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("<onnxruntime.InferenceSession object>");
    }
}

impl Object for Outputs {
    fn type_name(&self) -> &'static str {
        "Outputs"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("<outputs of a model>");
    }
}

impl Identity for InferenceSession {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}
