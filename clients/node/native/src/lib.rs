//! Bundles for Node: `index.js` and `fetch.js` are the faces of this.

mod conversation;
mod models;
mod read;
mod work;
mod write;

use hotforge::{Cancellation, Library, Predictor, Stream, Value};
use napi::bindgen_prelude::{AsyncTask, ClassInstance};
use napi::{Env, JsObject, JsUnknown, Result};
use napi_derive::napi;

use work::{failure, Outcome, Work};

/// A loaded bundle.
#[napi]
pub struct NativeLibrary {
    library: Library,
}

/// The items of a predictor that yields.
#[napi]
pub struct NativeStream {
    stream: Stream,
}

/// What ends calls of a library.
#[napi]
pub struct NativeCancellation {
    cancellation: Cancellation,
}

#[napi]
impl NativeCancellation {
    /// Ends the calls that were given this.
    #[napi]
    pub fn cancel(&self) {
        self.cancellation.cancel();
    }
}

/// Does what may be given something that ends it.
fn within<R>(cancellation: &Option<Cancellation>, work: impl FnOnce() -> R) -> R {
    match cancellation {
        Some(cancellation) => cancellation.scope(work),
        None => work(),
    }
}

/// Loads a bundle on another thread.
#[napi]
pub fn load(path: String) -> AsyncTask<Work<Library>> {
    Work::task(
        move || Library::load(path).map_err(|error| failure("Error", error.to_string())),
        |env, library| Ok(NativeLibrary { library }.into_instance(env)?.as_object(env).into_unknown()),
    )
}

#[napi]
impl NativeLibrary {
    /// The manifest, JSON.
    #[napi]
    pub fn manifest(&self) -> String {
        self.library.manifest_text().to_owned()
    }

    /// What ends calls that are given it.
    #[napi]
    pub fn cancellation(&self) -> NativeCancellation {
        NativeCancellation { cancellation: Cancellation::new(&self.library) }
    }

    /// Calls a predictor on another thread. `arguments` is a list: for each that is given a list of its name and the value, as
    /// `encode.js` writes it.
    #[napi]
    pub fn call(
        &self,
        name: String,
        arguments: JsObject,
        cancellation: Option<ClassInstance<NativeCancellation>>,
    ) -> Result<AsyncTask<Work<Value>>> {
        let predictor = self.predictor(&name)?;
        let cancellation = cancellation.map(|given| given.cancellation.clone());
        let mut given = Vec::new();
        for index in 0..arguments.get_array_length()? {
            let argument: JsObject = arguments.get_element(index)?;
            let name: JsUnknown = argument.get_element(0)?;
            given.push((name.coerce_to_string()?.into_utf8()?.into_owned()?, read::value(&argument.get_element(1)?)?));
        }
        let call = move || predictor.call(given.iter().map(|(name, value)| (name.as_str(), value.clone())));
        Ok(Work::task(move || Ok(within(&cancellation, call)?), |env, value| write::result(&env, value)))
    }

    fn predictor(&self, name: &str) -> Result<Predictor> {
        self.library.predictor(name).map_err(|error| napi::Error::from_reason(error.to_string()))
    }
}

#[napi]
impl NativeStream {
    /// The next item, in a list; an empty list at the end.
    #[napi]
    pub fn next(&self, cancellation: Option<ClassInstance<NativeCancellation>>) -> AsyncTask<Work<Option<Value>>> {
        let stream = self.stream.clone();
        let cancellation = cancellation.map(|given| given.cancellation.clone());
        Work::task(
            move || Ok(within(&cancellation, || stream.next_item())?),
            |env, item| {
                let mut list = env.create_array(0)?;
                if let Some(item) = item {
                    list.insert(write::item(&env, &item)?)?;
                }
                Ok(list.coerce_to_object()?.into_unknown())
            },
        )
    }

    /// Ends the stream.
    #[napi]
    pub fn close(&self) -> AsyncTask<Work<()>> {
        let stream = self.stream.clone();
        Work::task(move || Ok(stream.close()?), |env, ()| Ok(env.get_undefined()?.into_unknown()))
    }
}

/// What a task gives to JavaScript: `{ value }`, or `{ error }` for `index.js` to throw.
pub(crate) fn envelope(env: &Env, outcome: Outcome<JsUnknown>) -> Result<JsUnknown> {
    let mut object = env.create_object()?;
    match outcome {
        Ok(value) => object.set_named_property("value", value)?,
        Err(error) => object.set_named_property("error", env.create_string(&error.to_string())?)?,
    }
    Ok(object.into_unknown())
}
