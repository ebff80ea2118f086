//! The catalog: what is known of Python's world. Its content stands in `analyzer/catalog/*.pyi`, one stub file for
//! each Python module; this is the reader of those files and the tables that the tracer looks things up in.

mod read;
mod stub;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::types::ExceptionClass;

pub use read::{constant, docstring, dotted, snake_case};
pub use stub::{Bound, Class, Module, Passing, Protocol, Signature, StubParameter, StubType};

/// The stub files, by module name.
const STUBS: &[(&str, &str)] = &[
    ("base64", include_str!("../../catalog/base64.pyi")),
    ("binascii", include_str!("../../catalog/binascii.pyi")),
    ("bisect", include_str!("../../catalog/bisect.pyi")),
    ("builtins", include_str!("../../catalog/builtins.pyi")),
    ("cmath", include_str!("../../catalog/cmath.pyi")),
    ("collections", include_str!("../../catalog/collections.pyi")),
    ("calendar", include_str!("../../catalog/calendar.pyi")),
    ("copy", include_str!("../../catalog/copy.pyi")),
    ("csv", include_str!("../../catalog/csv.pyi")),
    ("datetime", include_str!("../../catalog/datetime.pyi")),
    ("difflib", include_str!("../../catalog/difflib.pyi")),
    ("fnmatch", include_str!("../../catalog/fnmatch.pyi")),
    ("functools", include_str!("../../catalog/functools.pyi")),
    ("hashlib", include_str!("../../catalog/hashlib.pyi")),
    ("heapq", include_str!("../../catalog/heapq.pyi")),
    ("hmac", include_str!("../../catalog/hmac.pyi")),
    ("html", include_str!("../../catalog/html.pyi")),
    ("io", include_str!("../../catalog/io.pyi")),
    ("itertools", include_str!("../../catalog/itertools.pyi")),
    ("json", include_str!("../../catalog/json.pyi")),
    ("dataclasses", include_str!("../../catalog/dataclasses.pyi")),
    ("logging", include_str!("../../catalog/logging.pyi")),
    ("librosa", include_str!("../../catalog/librosa.pyi")),
    ("librosa.effects", include_str!("../../catalog/librosa.effects.pyi")),
    ("librosa.feature", include_str!("../../catalog/librosa.feature.pyi")),
    ("librosa.filters", include_str!("../../catalog/librosa.filters.pyi")),
    ("librosa.util", include_str!("../../catalog/librosa.util.pyi")),
    ("math", include_str!("../../catalog/math.pyi")),
    ("numpy", include_str!("../../catalog/numpy.pyi")),
    ("numpy.exceptions", include_str!("../../catalog/numpy.exceptions.pyi")),
    ("numpy.fft", include_str!("../../catalog/numpy.fft.pyi")),
    ("numpy.lib", include_str!("../../catalog/numpy.lib.pyi")),
    ("numpy.lib.stride_tricks", include_str!("../../catalog/numpy.lib.stride_tricks.pyi")),
    ("numpy.linalg", include_str!("../../catalog/numpy.linalg.pyi")),
    ("numpy.random", include_str!("../../catalog/numpy.random.pyi")),
    ("numpy.texts", include_str!("../../catalog/numpy.texts.pyi")),
    ("pydantic", include_str!("../../catalog/pydantic.pyi")),
    ("PIL", include_str!("../../catalog/PIL.pyi")),
    ("PIL.Image", include_str!("../../catalog/PIL.Image.pyi")),
    ("PIL.Image.Dither", include_str!("../../catalog/PIL.Image.Dither.pyi")),
    ("PIL.Image.Palette", include_str!("../../catalog/PIL.Image.Palette.pyi")),
    ("PIL.Image.Quantize", include_str!("../../catalog/PIL.Image.Quantize.pyi")),
    ("PIL.Image.Resampling", include_str!("../../catalog/PIL.Image.Resampling.pyi")),
    ("PIL.Image.Transform", include_str!("../../catalog/PIL.Image.Transform.pyi")),
    ("PIL.Image.Transpose", include_str!("../../catalog/PIL.Image.Transpose.pyi")),
    ("PIL.ImageChops", include_str!("../../catalog/PIL.ImageChops.pyi")),
    ("PIL.ImageDraw", include_str!("../../catalog/PIL.ImageDraw.pyi")),
    ("PIL.ImageEnhance", include_str!("../../catalog/PIL.ImageEnhance.pyi")),
    ("PIL.ImageFilter", include_str!("../../catalog/PIL.ImageFilter.pyi")),
    ("PIL.ImageFont", include_str!("../../catalog/PIL.ImageFont.pyi")),
    ("PIL.ImageOps", include_str!("../../catalog/PIL.ImageOps.pyi")),
    ("PIL.ImageStat", include_str!("../../catalog/PIL.ImageStat.pyi")),
    ("re", include_str!("../../catalog/re.pyi")),
    ("string", include_str!("../../catalog/string.pyi")),
    ("struct", include_str!("../../catalog/struct.pyi")),
    ("textwrap", include_str!("../../catalog/textwrap.pyi")),
    ("onnxruntime", include_str!("../../catalog/onnxruntime.pyi")),
    ("os", include_str!("../../catalog/os.pyi")),
    ("os.path", include_str!("../../catalog/os.path.pyi")),
    ("pathlib", include_str!("../../catalog/pathlib.pyi")),
    ("random", include_str!("../../catalog/random.pyi")),
    ("shlex", include_str!("../../catalog/shlex.pyi")),
    ("statistics", include_str!("../../catalog/statistics.pyi")),
    ("sys", include_str!("../../catalog/sys.pyi")),
    ("sys.float_info", include_str!("../../catalog/sys.float_info.pyi")),
    ("time", include_str!("../../catalog/time.pyi")),
    ("urllib.parse", include_str!("../../catalog/urllib.parse.pyi")),
    ("tokenizers", include_str!("../../catalog/tokenizers.pyi")),
    ("scipy", include_str!("../../catalog/scipy.pyi")),
    ("scipy.io", include_str!("../../catalog/scipy.io.pyi")),
    ("scipy.io.wavfile", include_str!("../../catalog/scipy.io.wavfile.pyi")),
    ("scipy.signal", include_str!("../../catalog/scipy.signal.pyi")),
    ("cv2", include_str!("../../catalog/cv2.pyi")),
    ("cv2.dnn", include_str!("../../catalog/cv2.dnn.pyi")),
    ("torch", include_str!("../../catalog/torch.pyi")),
    ("torch.nn", include_str!("../../catalog/torch.nn.pyi")),
    ("torch.nn.functional", include_str!("../../catalog/torch.nn.functional.pyi")),
    ("torchvision", include_str!("../../catalog/torchvision.pyi")),
    ("torchvision.ops", include_str!("../../catalog/torchvision.ops.pyi")),
    ("torchvision.transforms", include_str!("../../catalog/torchvision.transforms.pyi")),
    (
        "torchvision.transforms.InterpolationMode",
        include_str!("../../catalog/torchvision.transforms.InterpolationMode.pyi"),
    ),
    ("torchvision.transforms.functional", include_str!("../../catalog/torchvision.transforms.functional.pyi")),
    ("torchvision.transforms.v2", include_str!("../../catalog/torchvision.transforms.v2.pyi")),
    (
        "torchvision.transforms.v2.InterpolationMode",
        include_str!("../../catalog/torchvision.transforms.InterpolationMode.pyi"),
    ),
    ("torchvision.transforms.v2.functional", include_str!("../../catalog/torchvision.transforms.v2.functional.pyi")),
    ("transformers", include_str!("../../catalog/transformers.pyi")),
    ("unicodedata", include_str!("../../catalog/unicodedata.pyi")),
    ("wave", include_str!("../../catalog/wave.pyi")),
    ("zlib", include_str!("../../catalog/zlib.pyi")),
];

/// Modules that are known by name only: what they offer is read by the tracer itself (annotations, the decorator),
/// or used by module-level code alone.
const KNOWN_MODULES: &[&str] = &[
    "hotforge",
    "muna",
    "typing",
    "typing_extensions",
    "collections.abc",
    "numpy.typing",
    "operator",
    "urllib",
    "warnings",
    "__future__",
    "abc",
    "annotated_types",
    "numbers",
    "enum",
];

/// The text of a stub file, for whoever wants to read it.
pub fn stub_text(module: &str) -> Option<(&'static str, &'static str)> {
    STUBS.iter().find(|(name, _)| *name == module).copied()
}

/// Modules that the catalog knows, those without a stub too.
pub fn module_names() -> impl Iterator<Item = &'static str> {
    STUBS.iter().map(|(name, _)| *name).chain(KNOWN_MODULES.iter().copied())
}

/// All stub modules.
#[derive(Debug)]
pub struct Catalog {
    modules: BTreeMap<&'static str, Module>,
}

/// The catalog, read once.
pub fn catalog() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog {
        modules: STUBS.iter().map(|(name, text)| (*name, read::read(name, text))).collect(),
    });
    &CATALOG
}

impl Catalog {
    /// The stub module of that dotted name.
    pub fn module(&self, name: &str) -> Option<&Module> {
        self.modules.get(name)
    }

    /// Every stub module, by name.
    pub fn modules(&self) -> impl Iterator<Item = (&'static str, &Module)> {
        self.modules.iter().map(|(name, module)| (*name, module))
    }

    /// Whether a module of that name, or a package that holds it, is known in any way.
    pub fn knows_module(&self, name: &str) -> bool {
        self.modules.contains_key(name) || KNOWN_MODULES.contains(&name)
    }

    /// The class of that dotted name: `builtins.list`.
    pub fn class(&self, name: &str) -> Option<&Class> {
        let (module, class) = name.rsplit_once('.')?;
        self.module(module)?.classes.get(class)
    }

    /// The overloads of a method, looked for in the class and then in its bases.
    pub fn method(&self, class: &str, method: &str) -> Option<&[Signature]> {
        let class = self.class(class)?;
        match class.methods.get(method) {
            Some(overloads) => Some(overloads),
            None => class.bases.iter().find_map(|base| self.method(base, method)),
        }
    }

    /// An attribute that the class itself has, as `timezone.utc`: a property without a receiver.
    pub fn class_constant(&self, class: &str, name: &str) -> Option<&[Signature]> {
        self.method(class, name).filter(|overloads| overloads[0].property && overloads[0].parameters.is_empty())
    }

    /// Whether the class is `ancestor` or derives from it.
    pub fn derives(&self, class: &str, ancestor: &str) -> bool {
        class == ancestor
            || self.class(class).is_some_and(|class| class.bases.iter().any(|base| self.derives(base, ancestor)))
    }

    /// The exception class of that dotted name, with all that it derives from.
    pub fn exception(&self, name: &str) -> Option<ExceptionClass> {
        let class = self.class(name)?;
        if name == "builtins.BaseException" {
            return Some(ExceptionClass::new([name.into()]));
        }
        let bases: Vec<ExceptionClass> = class.bases.iter().filter_map(|base| self.exception(base)).collect();
        (!bases.is_empty()).then(|| ExceptionClass::derived(name.into(), &bases))
    }

    /// All exception classes.
    pub fn exceptions(&self) -> impl Iterator<Item = ExceptionClass> {
        let classes =
            self.modules.iter().flat_map(|(module, stub)| stub.classes.keys().map(move |name| (module, name)));
        classes.filter_map(|(module, name)| self.exception(&format!("{module}.{name}")))
    }

    /// The names a class or module offers, for suggestions.
    pub fn members(&self, class: &str) -> Vec<&str> {
        let Some(class) = self.class(class) else { return Vec::new() };
        let inherited = class.bases.iter().flat_map(|base| self.members(base));
        class.methods.keys().map(Arc::as_ref).chain(inherited).collect()
    }
}
