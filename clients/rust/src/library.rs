//! Loading a library and calling its predictors.

use std::ffi::{CStr, CString};
use std::fmt;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::convert::{from_native, own, to_native};
use crate::ffi::{ABI_VERSION, Functions, In};
use crate::manifest::Predictor as Described;
use crate::{Error, Manifest, Raised, Result, Value};

/// A loaded library. A clone is another name for the same one. It stays loaded until the process ends: ONNX Runtime has
/// threads that may be running in it.
#[derive(Clone)]
pub struct Library {
    inner: Arc<Inner>,
    manifest: Arc<Manifest>,
    path: PathBuf,
}

/// A predictor of a loaded library.
#[derive(Clone)]
pub struct Predictor {
    library: Library,
    name: CString,
    index: usize,
}

/// What a call gave, and what it cost.
#[derive(Debug, Clone, PartialEq)]
pub struct Called {
    /// The result.
    pub value: Value,
    /// The number of tokens of each text that the predictor encoded with a tokenizer, in order.
    pub tokens: Vec<u64>,
}

pub(crate) struct Inner {
    pub functions: Functions,
    _library: ManuallyDrop<libloading::Library>,
}

impl Library {
    /// Loads what `hotforge compile` wrote: the folder of the bundle, or the library in it.
    ///
    /// # Errors
    /// Where there is none, it was made for another platform, or by a version of Hotforge that does not fit.
    pub fn load(path: impl AsRef<Path>) -> Result<Self> {
        let file = find_library(path.as_ref())?;
        let refuse = |reason: String| Error::NotABundle { path: file.clone(), reason };
        // SAFETY: The user asks for this library to be run. The version says that its functions have these types.
        let inner = unsafe {
            let library = libloading::Library::new(&file).map_err(|error| refuse(error.to_string()))?;
            let version = library
                .get::<unsafe extern "C" fn() -> u32>(b"hotforge_abi_version\0")
                .map_err(|_| refuse("it exports no hotforge_abi_version".into()))?();
            if version != ABI_VERSION {
                return Err(refuse(format!(
                    "it has version {version} of the C functions, this program knows version {ABI_VERSION}: compile it again"
                )));
            }
            let functions = Functions::of(&library).map_err(|error| {
                refuse(format!("it was made by an older version of Hotforge: {error}: compile it again"))
            })?;
            Inner { functions, _library: ManuallyDrop::new(library) }
        };
        // SAFETY: The text ends in NUL and lives as long as the library.
        let text = unsafe { CStr::from_ptr((inner.functions.manifest)()) };
        let manifest =
            Manifest::parse(text.to_bytes()).map_err(|error| refuse(format!("its manifest is not valid: {error}")))?;
        Ok(Self { inner: Arc::new(inner), manifest: Arc::new(manifest), path: file })
    }

    /// What the library says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The manifest as it stands, JSON.
    pub fn manifest_text(&self) -> &str {
        // It was read as JSON, so it is UTF-8.
        std::str::from_utf8(self.inner.manifest()).unwrap_or_default()
    }

    pub(crate) fn inner(&self) -> Arc<Inner> {
        self.inner.clone()
    }

    /// The file that was loaded.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The predictor of that name.
    ///
    /// # Errors
    /// Where there is none.
    pub fn predictor(&self, name: &str) -> Result<Predictor> {
        let described = &self.manifest.predictors;
        let unknown = || Error::NoPredictor {
            name: name.to_owned(),
            known: described.iter().map(|predictor| predictor.name.clone()).collect(),
        };
        let index = described.iter().position(|predictor| predictor.name == name).ok_or_else(unknown)?;
        Ok(Predictor { library: self.clone(), name: CString::new(name).map_err(|_| unknown())?, index })
    }

    /// All predictors, in source order.
    pub fn predictors(&self) -> Vec<Predictor> {
        self.manifest.predictors.iter().filter_map(|described| self.predictor(&described.name).ok()).collect()
    }
}

impl Predictor {
    /// What the manifest says of it.
    pub fn described(&self) -> &Described {
        &self.library.manifest.predictors[self.index]
    }

    /// The library that it is of.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Calls it with arguments by name; those that have defaults may be left out.
    ///
    /// # Errors
    /// The exception that Python would raise.
    pub fn call<'name>(&self, arguments: impl IntoIterator<Item = (&'name str, Value)>) -> Result<Value, Raised> {
        self.call_counted(arguments).map(|called| called.value)
    }

    /// As [`Self::call`], and tells the tokens that its tokenizers counted.
    ///
    /// # Errors
    /// As [`Self::call`].
    pub fn call_counted<'name>(
        &self,
        arguments: impl IntoIterator<Item = (&'name str, Value)>,
    ) -> Result<Called, Raised> {
        let named = arguments.into_iter().map(|(name, value)| (Some(name), value));
        self.call_with(named)
    }

    /// Calls it with arguments by place.
    ///
    /// # Errors
    /// As [`Self::call`].
    pub fn call_positional(&self, arguments: impl IntoIterator<Item = Value>) -> Result<Value, Raised> {
        self.call_with(arguments.into_iter().map(|value| (None, value))).map(|called| called.value)
    }

    fn call_with<'name>(&self, arguments: impl Iterator<Item = (Option<&'name str>, Value)>) -> Result<Called, Raised> {
        let library = &self.library.inner;
        let (mut names, mut values) = (Vec::new(), Vec::new());
        for (name, value) in arguments {
            names.push(name.map(|name| CString::new(name).map_err(|_| no_parameter(name))).transpose()?);
            values.push(to_native(library, value)?);
        }
        let names: Vec<_> =
            names.iter().map(|name| name.as_ref().map_or(std::ptr::null(), |name| name.as_ptr())).collect();
        let pointers: Vec<In> = values.iter().map(|value| value.pointer.cast_const()).collect();
        // SAFETY: There are as many names and values as is said, and all live during the call.
        let result =
            unsafe { (library.functions.call)(self.name.as_ptr(), pointers.as_ptr(), names.as_ptr(), pointers.len()) };
        let result = own(library, result)?;
        Ok(Called { tokens: library.token_counts(), value: from_native(result)? })
    }
}

fn no_parameter(name: &str) -> Raised {
    Raised {
        class: "TypeError".into(),
        message: format!("no parameter is called {name:?}"),
        bases: Vec::new(),
        traceback: Vec::new(),
    }
}

impl Inner {
    fn manifest(&self) -> &[u8] {
        // SAFETY: The text ends in NUL and lives as long as the library.
        unsafe { CStr::from_ptr((self.functions.manifest)()) }.to_bytes()
    }

    /// Of the last call in this thread.
    pub fn token_counts(&self) -> Vec<u64> {
        // SAFETY: Nothing is stored where the capacity is 0.
        let count = unsafe { (self.functions.token_counts)(std::ptr::null_mut(), 0) };
        let mut counts = vec![0; count];
        // SAFETY: There is a place for so many.
        unsafe { (self.functions.token_counts)(counts.as_mut_ptr(), count) };
        counts
    }
}

/// The last failure in this thread.
#[cold]
pub(crate) fn raised(library: &Inner) -> Raised {
    // SAFETY: The error and its texts live until the next failure in this thread.
    let json = unsafe { (library.functions.last_error)().as_ref().map(|error| CStr::from_ptr(error.json)) };
    let parsed = json.and_then(|json| serde_json::from_slice(json.to_bytes()).ok());
    parsed.unwrap_or_else(|| Raised {
        class: "SystemError".into(),
        message: "the library failed and gave no reason; please report this as a bug of Hotforge".into(),
        bases: Vec::new(),
        traceback: Vec::new(),
    })
}

/// The library file of a bundle: the one that its manifest names, or the path itself where it is a file.
///
/// # Errors
/// Where there is none.
pub fn find_library(bundle: &Path) -> Result<PathBuf> {
    let no_bundle = |reason: &str| Error::NotABundle { path: bundle.into(), reason: reason.into() };
    // Where it lies must not depend on the folder that the program was started in.
    let absolute = |path: &Path| std::path::absolute(path).map_err(|error| no_bundle(&error.to_string()));
    if bundle.is_file() {
        return absolute(bundle);
    }
    if !bundle.is_dir() {
        return Err(no_bundle("there is no such folder"));
    }
    let path = bundle.join("manifest.json");
    if !path.is_file() {
        return Err(no_bundle(&match bundles_in(bundle).as_slice() {
            [] => "it has no manifest.json".to_owned(),
            names => format!("it holds the bundles {}: name one of them", names.join(", ")),
        }));
    }
    let text = std::fs::read(&path).map_err(|error| no_bundle(&format!("manifest.json cannot be read: {error}")))?;
    let manifest =
        Manifest::parse(&text).map_err(|error| no_bundle(&format!("manifest.json is not valid: {error}")))?;
    absolute(&bundle.join(manifest.library))
}

fn bundles_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let bundles = entries.filter(|entry| entry.path().join("manifest.json").is_file());
    let mut names: Vec<_> = bundles.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

impl fmt::Debug for Library {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Library({})", self.path.display())
    }
}

impl fmt::Debug for Predictor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Predictor({})", self.described().name)
    }
}
