//! `docs/operators.md` says of each operator on arrays how many forms it has and what it is held against numpy by. It is made
//! of the catalog and of the tests; `HOTFORGE_UPDATE=1 cargo nextest run -p hotforge-compiler --test operators_page` writes it anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use hotforge_analyzer::catalog::{Module, Signature, catalog};

/// A library, and what its operators are held by.
struct Library {
    /// Its modules, and what programs call them.
    modules: &'static [(&'static str, &'static str)],
    /// The tables of generated cases.
    tables: &'static [&'static str],
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
            ("numpy.lib.stride_tricks", "np.lib.stride_tricks"),
        ],
        tables: &["arrays.py", "scalars.py", "numpy_calls.py"],
        parity: Some("tests/parity/numpy"),
    },
    Library { modules: &[("torch", "torch"), ("torch.nn.functional", "F")], tables: &["tensors.py"], parity: None },
    Library {
        modules: &[
            ("torchvision.transforms.functional", "F"),
            ("torchvision.transforms.v2.functional", "F2"),
            ("torchvision.ops", "ops"),
        ],
        tables: &["torchvision_calls.py"],
        parity: None,
    },
    Library { modules: &[("cv2", "cv2"), ("cv2.dnn", "cv2.dnn")], tables: &["opencv_calls.py"], parity: None },
    Library { modules: &[("scipy.signal", "signal")], tables: &["scipy_calls.py"], parity: None },
    Library {
        modules: &[("scipy.io.wavfile", "wavfile")],
        tables: &["scipy_calls.py"],
        parity: Some("tests/parity/scipy"),
    },
    Library {
        modules: &[
            ("librosa", "librosa"),
            ("librosa.feature", "librosa.feature"),
            ("librosa.filters", "librosa.filters"),
            ("librosa.util", "librosa.util"),
            ("librosa.effects", "librosa.effects"),
        ],
        tables: &["librosa_calls.py"],
        parity: None,
    },
    Library {
        modules: &[
            ("PIL.Image", "Image"),
            ("PIL.ImageOps", "ImageOps"),
            ("PIL.ImageDraw", "ImageDraw"),
            ("PIL.ImageFont", "ImageFont"),
            ("PIL.ImageFilter", "ImageFilter"),
            ("PIL.ImageEnhance", "ImageEnhance"),
            ("PIL.ImageChops", "ImageChops"),
            ("PIL.ImageStat", "ImageStat"),
        ],
        tables: &["pil_calls.py"],
        parity: Some("tests/parity/pil"),
    },
];

/// How many generated cases an operator has at least.
const LEAST_CASES: usize = 40;

/// The operators that have fewer, and why.
const EXCEPTIONS: &[(&str, &str)] = &[];

const INTRODUCTION: &str = "\
# The operators on arrays, tensors and images

What compiled code can do with arrays of numpy, tensors of torch and torchvision, and images of Pillow and OpenCV, and what holds it against those libraries. Made from the catalog and the tests by
`HOTFORGE_UPDATE=1 cargo nextest run -p hotforge-compiler --test operators_page`; a test keeps it true.

- *Forms* are the overloads that a call is matched against.
- *Generated cases* are calls with arrays of random dtypes, lengths, strides and elements (`tests/properties/arrays.py`), with
  scalars (`scalars.py`), numbers, lists and bytes (`numpy_calls.py`), and with images of random modes, sizes and pixels
  (`pil_calls.py`); each operator has at least 40. Those of a function count for the method of arrays that is the same. What
  torch gives for its cases (`tensors.py`) is recorded, since it is too large to be installed with the tests; so is what
  torchvision, OpenCV and librosa give (`torchvision_calls.py`, `opencv_calls.py`, `librosa_calls.py`).
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

#[test]
fn every_operator_has_generated_cases() {
    let counts: BTreeMap<String, usize> = LIBRARIES
        .iter()
        .flat_map(|library| {
            let generated = Generated::read(library.tables);
            let counted = |(name, called): &(&str, &str)| -> Vec<(String, usize)> {
                let module = catalog().module(name).expect("the module has a stub");
                let names = operators(module, called).into_keys();
                names.map(|operator| (operator.clone(), generated.of(called, &operator).0)).collect()
            };
            library.modules.iter().flat_map(counted).collect::<Vec<_>>()
        })
        .collect();
    let is_exception = |operator: &String| EXCEPTIONS.iter().any(|(name, _)| name == operator);
    let few: Vec<_> = counts
        .iter()
        .filter(|(name, count)| **count < LEAST_CASES && !is_exception(name))
        .map(|(name, _)| name)
        .collect();
    assert!(few.is_empty(), "these need rows in a table of tests/properties: {few:?}");
    let stale: Vec<_> = EXCEPTIONS
        .iter()
        .filter(|(name, _)| counts.get(*name).is_none_or(|count| *count >= LEAST_CASES))
        .map(|(name, _)| name)
        .collect();
    assert!(stale.is_empty(), "these are no exceptions any more: {stale:?}");
}

#[test]
fn rows_use_the_operators_that_they_name() {
    let tables: BTreeSet<_> = LIBRARIES.iter().flat_map(|library| library.tables).collect();
    let modules = LIBRARIES.iter().flat_map(|library| library.modules);
    // Some rows are of what is usual together, and name no operator.
    let known: BTreeSet<String> = modules
        .flat_map(|(name, called)| {
            operators(catalog().module(name).expect("the module has a stub"), called).into_keys()
        })
        .flat_map(|operator| [operator.rsplit('.').next().unwrap_or_default().to_owned(), operator])
        .collect();
    for table in tables {
        let text = table_text(table);
        // What is above the rows are functions that they call.
        let above = text.split("\nrow(\"").next().unwrap_or_default();
        for row in rows(&text) {
            for name in row.operators.iter().filter(|name| known.contains(**name)) {
                let last = name.rsplit('.').next().unwrap_or_default();
                let written =
                    if last == "__new__" { name.split('.').next().unwrap_or_default() } else { written(last) };
                let is_used = row.text.contains(written) || above.contains(&format!(".{last}("));
                assert!(is_used, "{table}: the row {:?} has no {written:?}: {}", row.operators.join(", "), row.text);
            }
        }
    }
}

/// How a program writes an operator.
fn written(name: &str) -> &str {
    match name {
        "__add__" | "__radd__" | "__pos__" => "+",
        "__sub__" | "__rsub__" | "__neg__" => "-",
        "__mul__" | "__rmul__" => "*",
        "__truediv__" | "__rtruediv__" => "/",
        "__floordiv__" | "__rfloordiv__" => "//",
        "__mod__" | "__rmod__" => "%",
        "__pow__" | "__rpow__" => "**",
        "__matmul__" => "@",
        "__and__" | "__rand__" => "&",
        "__or__" | "__ror__" => "|",
        "__xor__" | "__rxor__" => "^",
        "__lshift__" => "<<",
        "__rshift__" => ">>",
        "__invert__" => "~",
        "__iadd__" => "+=",
        "__isub__" => "-=",
        "__imul__" => "*=",
        "__itruediv__" => "/=",
        "__ifloordiv__" => "//=",
        "__imod__" => "%=",
        "__ipow__" => "**=",
        "__iand__" => "&=",
        "__ior__" => "|=",
        "__ixor__" => "^=",
        "__eq__" => "==",
        "__ne__" => "!=",
        "__lt__" => "<",
        "__le__" => "<=",
        "__gt__" => ">",
        "__ge__" => ">=",
        "__getitem__" | "__index__" => "[",
        "__setitem__" => "] =",
        "__contains__" => " in ",
        "__iter__" => " for ",
        "__enter__" | "__exit__" => "with ",
        "__abs__" => "abs(",
        "__len__" => "len(",
        "__bool__" => "bool(",
        "__int__" => "int(",
        "__float__" => "float(",
        "__round__" => "round(",
        other => other,
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    for library in LIBRARIES {
        let (generated, parity) = (Generated::read(library.tables), Parity::read(library.parity));
        for (name, called) in library.modules {
            let module = catalog().module(name).expect("the module has a stub");
            let _ = write!(page, "\n## `{name}`\n\n");
            page.push_str("| operator | forms | generated cases | parity files | tolerance |\n|---|---|---|---|---|\n");
            for (operator, signatures) in operators(module, called) {
                let short = operator.rsplit('.').next().unwrap_or_default();
                let (cases, tolerance) = generated.of(called, &operator);
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

/// The text of a table of generated cases.
fn table_text(table: &str) -> String {
    std::fs::read_to_string(repository().join("tests/properties").join(table)).expect("the table is there")
}

/// A row of a table.
struct Row<'t> {
    /// What its name lists: the first word of each part.
    operators: Vec<&'t str>,
    /// All of it behind the name.
    text: &'t str,
}

/// The rows that a table writes out.
fn rows(table: &str) -> Vec<Row<'_>> {
    table.lines().filter_map(|line| line.strip_prefix("row(\"")).map(row).collect()
}

fn row(line: &str) -> Row<'_> {
    let (name, text) = line.split_once("\", \"").expect("a row has a name and an expression");
    // `__setitem__ of a view` is a row of `__setitem__`.
    let operators = name.split(", ").map(|part| part.split(' ').next().unwrap_or(part)).collect();
    Row { operators, text }
}

/// The tables of generated cases of a library: for each operator how many it has, and their tolerances.
#[derive(Default)]
struct Generated {
    rows: BTreeMap<String, (usize, Vec<String>)>,
}

impl Generated {
    fn read(tables: &[&str]) -> Self {
        let mut generated = Self::default();
        for table in tables {
            generated.add(&table_text(table));
        }
        generated
    }

    fn add(&mut self, table: &str) {
        let constant = |name: &str| table.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
        let cases: usize = constant("CASES").expect("the table has a number of cases").parse().expect("a number");
        for row in rows(table) {
            let (_, options) = row.text.split_once('"').expect("the expression ends");
            let words = options.split([' ', ',', '(', ')', '=']);
            let named = words.filter_map(constant).find(|value| value.parse::<f64>().is_ok()).map(str::to_owned);
            let tolerance = named.or_else(|| number_in(options)).unwrap_or_else(|| "=".into());
            for operator in row.operators {
                let (count, tolerances) = self.rows.entry(operator.to_owned()).or_default();
                *count += cases;
                tolerances.push(tolerance.clone());
            }
        }
    }

    /// At least how many cases an operator has, and the widest of its tolerances. A row names an operator as the page does, or
    /// by its last name only: a method of arrays is the function of its name, but what is given for scalars is another.
    fn of(&self, called: &str, operator: &str) -> (usize, String) {
        let is_method = !operator.starts_with(&format!("{called}."));
        let short = operator.rsplit('.').next().unwrap_or_default();
        let inner = called
            .strip_prefix("np.")
            .or(called.strip_prefix("cv2."))
            .map_or(String::new(), |inner| format!("{inner}."));
        let by_last_name = match is_method {
            true if operator.starts_with("Scalar.") || short == "__new__" => None,
            true => Some(short.to_owned()),
            false => Some(format!("{inner}{short}")),
        };
        let found =
            [Some(operator.to_owned()), by_last_name].into_iter().flatten().filter_map(|name| self.rows.get(&name));
        let found: Vec<_> = found.collect();
        let size = |tolerance: &&String| tolerance.parse::<f64>().unwrap_or(0.0);
        let widest = found.iter().flat_map(|(_, tolerances)| tolerances).max_by(|a, b| size(a).total_cmp(&size(b)));
        (found.iter().map(|(count, _)| count).sum(), widest.cloned().unwrap_or_default())
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
