//! `docs/operators.md` says of each operator on arrays how many forms it has and what it is held against numpy by. It is made
//! of the catalog and of the tests; `HOTFORGE_UPDATE=1 cargo nextest run -p hotforge-compiler --test operators_page` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use hotforge_analyzer::catalog::{Module, Signature, catalog};

/// A library, and what its operators are held by.
struct Library {
    /// Its modules, and what programs call them.
    modules: &'static [(&'static str, &'static str)],
    /// The table of generated cases.
    table: Option<&'static str>,
    /// The parity files.
    parity: Option<&'static str>,
}

const LIBRARIES: &[Library] = &[
    Library {
        modules: &[
            ("numpy", "np"),
            ("numpy.linalg", "np.linalg"),
            ("numpy.fft", "np.fft"),
            ("numpy.random", "np.random"),
        ],
        table: Some("tests/properties/arrays.py"),
        parity: Some("tests/parity/numpy"),
    },
    Library {
        modules: &[("torch", "torch"), ("torch.nn.functional", "F")],
        table: Some("tests/properties/tensors.py"),
        parity: None,
    },
    Library {
        modules: &[("torchvision.transforms.functional", "F"), ("torchvision.ops", "ops")],
        table: Some("tests/properties/torchvision_calls.py"),
        parity: None,
    },
    Library { modules: &[("cv2", "cv2")], table: Some("tests/properties/opencv_calls.py"), parity: None },
    Library { modules: &[("scipy.signal", "signal")], table: Some("tests/properties/scipy_calls.py"), parity: None },
    Library {
        modules: &[
            ("librosa", "librosa"),
            ("librosa.feature", "librosa.feature"),
            ("librosa.filters", "librosa.filters"),
            ("librosa.util", "librosa.util"),
            ("librosa.effects", "librosa.effects"),
        ],
        table: Some("tests/properties/librosa_calls.py"),
        parity: None,
    },
    Library { modules: &[("scipy.io.wavfile", "wavfile")], table: None, parity: Some("tests/parity/scipy") },
    Library {
        modules: &[
            ("PIL.Image", "Image"),
            ("PIL.ImageOps", "ImageOps"),
            ("PIL.ImageDraw", "ImageDraw"),
            ("PIL.ImageFont", "ImageFont"),
        ],
        table: None,
        parity: Some("tests/parity/pil"),
    },
];

const INTRODUCTION: &str = "\
# The operators on arrays, tensors and images

What compiled code can do with arrays of numpy, tensors of torch and torchvision, and images of Pillow and OpenCV, and what holds it against those libraries. Made from the catalog and the tests by
`HOTFORGE_UPDATE=1 cargo nextest run -p hotforge-compiler --test operators_page`; a test keeps it true.

- *Forms* are the overloads that a call is matched against.
- *Generated cases* are calls with arrays of random dtypes, lengths, strides and elements (`tests/properties/arrays.py`);
  those of a function count for the method of arrays that is the same. What torch gives for its cases
  (`tests/properties/tensors.py`) is recorded, since it is too large to be installed with the tests; so is what torchvision,
  OpenCV and librosa give (`torchvision_calls.py`, `opencv_calls.py`, `librosa_calls.py`).
- *Parity files* call the operator with arguments written by hand (`tests/parity/numpy/`, `tests/parity/pil/`).
- *Tolerance* is the largest relative difference that the generated cases allow: `=` is equal to the bit.
";

#[test]
fn the_page_of_operators_is_true() {
    let page = page();
    let path = repository().join("docs/operators.md");
    if std::env::var_os("HOTFORGE_UPDATE").is_some() {
        std::fs::write(&path, &page).expect("the page can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == page,
        "docs/operators.md is behind: HOTFORGE_UPDATE=1 cargo nextest run -p hotforge-compiler --test operators_page"
    );
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    for library in LIBRARIES {
        let (generated, parity) = (Generated::read(library.table), Parity::read(library.parity));
        for (name, called) in library.modules {
            let module = catalog().module(name).expect("the module has a stub");
            let _ = write!(page, "\n## `{name}`\n\n");
            page.push_str("| operator | forms | generated cases | parity files | tolerance |\n|---|---|---|---|---|\n");
            for (operator, signatures) in operators(module, called) {
                let short = operator.rsplit('.').next().unwrap_or_default();
                let prefix = called.strip_prefix("np.").map_or(String::new(), |inner| format!("{inner}."));
                // A method of arrays is the function of its name; what is given for scalars is not generated.
                let is_of_scalars = operator.starts_with("Scalar.");
                let row = if is_of_scalars { String::new() } else { format!("{prefix}{}", short.trim_matches('_')) };
                let (cases, tolerance) = generated.of(&row);
                let _ = writeln!(
                    page,
                    "| `{operator}` | {} | {} | {} | {tolerance} |",
                    signatures.len(),
                    counted(cases),
                    counted(parity.files(short)),
                );
            }
        }
    }
    page
}

fn counted(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// The functions and methods of a module by the names that programs call them by.
fn operators<'a>(module: &'a Module, called: &str) -> BTreeMap<String, &'a [Signature]> {
    // What begins with an underscore is the tracer's own.
    let functions = module
        .functions
        .iter()
        .filter(|(name, _)| !name.starts_with('_'))
        .map(|(name, signatures)| (format!("{called}.{name}"), signatures));
    let methods = module.classes.iter().flat_map(|(class, of)| {
        of.methods.iter().map(move |(name, signatures)| (format!("{class}.{name}"), signatures))
    });
    let is_called = |signatures: &[Signature]| signatures.iter().any(|signature| signature.refused.is_none());
    functions.chain(methods).map(|(name, of)| (name, of.as_slice())).filter(|(_, of)| is_called(of)).collect()
}

/// The table of generated cases: for each operator the number of its rows, and their tolerances.
struct Generated {
    cases: usize,
    rows: BTreeMap<String, Vec<String>>,
}

impl Generated {
    fn read(table: Option<&str>) -> Self {
        let Some(table) = table else { return Self { cases: 0, rows: BTreeMap::new() } };
        let text = std::fs::read_to_string(repository().join(table)).expect("the table is there");
        let constant = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
            line.unwrap_or_else(|| panic!("the table has a {name}")).to_owned()
        };
        let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in text.lines().filter_map(|line| line.strip_prefix("row(\"")) {
            let (name, rest) = line.split_once("\", \"").expect("a row has a name and an expression");
            let (_, options) = rest.split_once('"').expect("the expression ends");
            let tolerance = match options {
                half if half.contains("HALF_CLOSE") => constant("HALF_CLOSE"),
                close if close.contains("CLOSE") => constant("CLOSE"),
                other => number_in(other).unwrap_or_else(|| "=".into()),
            };
            // `setitem of a view` is a row of `setitem`.
            let operator = name.split(' ').next().unwrap_or(name);
            rows.entry(operator.to_owned()).or_default().push(tolerance);
        }
        Self { cases: constant("CASES").parse().expect("a number of cases"), rows }
    }

    /// At least how many cases an operator has, and the widest of its tolerances.
    fn of(&self, operator: &str) -> (usize, String) {
        let Some(tolerances) = self.rows.get(operator) else { return (0, String::new()) };
        let size = |tolerance: &String| tolerance.parse::<f64>().unwrap_or(0.0);
        let widest = tolerances.iter().max_by(|a, b| size(a).total_cmp(&size(b)));
        (tolerances.len() * self.cases, widest.cloned().unwrap_or_default())
    }
}

/// The number with an exponent among the options of a row.
fn number_in(options: &str) -> Option<String> {
    let words = options.split([' ', ',', '(', ')', '=']);
    words.filter(|word| word.contains("e-")).find(|word| word.parse::<f64>().is_ok()).map(str::to_owned)
}

/// The parity files of a library.
struct Parity {
    texts: Vec<String>,
}

impl Parity {
    fn read(folder: Option<&str>) -> Self {
        let Some(folder) = folder else { return Self { texts: Vec::new() } };
        let folder = std::fs::read_dir(repository().join(folder)).expect("there are parity files");
        let files = folder.filter_map(Result::ok).map(|entry| entry.path());
        let python = files.filter(|path| path.extension().is_some_and(|extension| extension == "py"));
        Self { texts: python.filter_map(|path| std::fs::read_to_string(path).ok()).collect() }
    }

    /// How many files use an operator of that name.
    fn files(&self, name: &str) -> usize {
        let call = format!(".{name}(");
        self.texts.iter().filter(|text| text.contains(&call)).count()
    }
}
