"""What one call costs of a predictor that adds two numbers, from C, Rust, Node and Python, beside other ways out of Python.

python bench/overhead/measure.py HOTFORGE      needs a C compiler and cargo; cffi and numba, Node with the package's native part, where there
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import timeit
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "python"))

import hotforge  # noqa: E402

ADD = "from hotforge import compile\n\n@compile()\ndef add(a: float, b: float) -> float:\n    return a + b\n"

EXTENSION = """
#include <Python.h>

static PyObject *add(PyObject *self, PyObject *const *given, Py_ssize_t count) {
    return PyFloat_FromDouble(PyFloat_AsDouble(given[0]) + PyFloat_AsDouble(given[1]));
}
static PyMethodDef functions[] = {{"add", (PyCFunction)(void (*)(void))add, METH_FASTCALL, ""}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "extension", NULL, -1, functions};
PyMODINIT_FUNC PyInit_extension(void) { return PyModule_Create(&module); }
"""

C = """
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <time.h>
#include "add.h"

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

int main(void) {
    enum { CALLS = 1000000, ROUNDS = 15 };
    double typed = 1e18, generic = 1e18, result;
    for (int round = 0; round < ROUNDS; ++round) {
        double start = now();
        for (int call = 0; call < CALLS; ++call) hotforge_predict_add(1.0, call, &result);
        double taken = (now() - start) / CALLS;
        typed = taken < typed ? taken : typed;
        start = now();
        for (int call = 0; call < CALLS; ++call) {
            hotforge_value *a = hotforge_value_new_float(1.0), *b = hotforge_value_new_float(call);
            const hotforge_value *arguments[] = {a, b};
            hotforge_value *sum = hotforge_call(NULL, arguments, NULL, 2);
            hotforge_value_get_float(sum, &result);
            hotforge_value_free(sum), hotforge_value_free(a), hotforge_value_free(b);
        }
        taken = (now() - start) / CALLS;
        generic = taken < generic ? taken : generic;
    }
    printf("[[\\"C, the typed function\\", %f], [\\"C, hotforge_call with values\\", %f]]\\n", typed, generic);
    return 0;
}
"""

RUST = """
use std::time::Instant;

fn main() {
    let library = hotforge::Library::load(std::env::args().nth(1).unwrap()).unwrap();
    let add = library.predictor("add").unwrap();
    let mut least = f64::MAX;
    for _ in 0..15 {
        let start = Instant::now();
        for call in 0..200_000 {
            std::hint::black_box(add.call([("a", 1.0.into()), ("b", f64::from(call).into())]).unwrap());
        }
        least = least.min(start.elapsed().as_nanos() as f64 / 200_000.0);
    }
    println!("[[\\"Rust, the crate\\", {least}]]");
}
"""

NODE = """
import { load } from "%s";
const add = await load(process.argv[2]);
let least = Infinity;
for (let round = 0; round < 10; round++) {
    const start = process.hrtime.bigint();
    for (let call = 0; call < 5000; call++) await add({ a: 1, b: call });
    least = Math.min(least, Number(process.hrtime.bigint() - start) / 5000);
}
console.log(JSON.stringify([["Node, awaited", least]]));
"""


PYO3 = """
use pyo3::prelude::*;

#[pyfunction]
fn add(a: f64, b: f64) -> f64 { a + b }

#[pymodule]
fn peer(module: &Bound<'_, PyModule>) -> PyResult<()> { module.add_function(wrap_pyfunction!(add, module)?) }
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "add.py").write_text(ADD)
        subprocess.run([sys.argv[1], "compile", str(folder / "add.py"), "-o", name, "--python", sys.executable], check=True, stdout=subprocess.DEVNULL)
        rows = [*from_python(folder), *from_c(folder), *from_rust(folder), *from_node(folder)]
    print("| one call from | ns |\n|---|---|")
    for title, nanoseconds in rows:
        print(f"| {title} | {nanoseconds:.0f} |")


def from_python(folder: Path) -> list[tuple[str, float]]:
    functions = {
        "Python, a function of Python": eval("lambda a, b: a + b"),
        "Python, a C extension": extension(folder),
        "Python, a predictor": hotforge.load(folder / "add"),
        "Python, pyo3": pyo3(folder),
        "Python, cffi": cffi(folder),
        "Python, numba": numba(),
    }
    return [(title, least(function)) for title, function in functions.items() if function is not None]


def least(function) -> float:
    function(1.0, 2.0)
    return min(timeit.repeat("function(1.0, 2.0)", globals={"function": function}, number=50_000, repeat=25)) / 50_000 * 1e9


def extension(folder: Path):
    path = folder / f"extension{sysconfig.get_config_var('EXT_SUFFIX')}"
    (folder / "extension.c").write_text(EXTENSION)
    include = f"-I{sysconfig.get_path('include')}"
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", include, "-o", str(path), str(folder / "extension.c")], check=True)
    return imported(path).add


def pyo3(folder: Path):
    package = folder / "peer"
    (package / "src").mkdir(parents=True)
    (package / "src" / "lib.rs").write_text(PYO3)
    manifest = '[package]\nname = "peer"\nversion = "0.1.0"\nedition = "2021"\n[lib]\ncrate-type = ["cdylib"]\n[workspace]\n'
    (package / "Cargo.toml").write_text(manifest + '[dependencies]\npyo3 = { version = "0.26", features = ["extension-module"] }\n')
    environment = {**os.environ, "PYO3_PYTHON": sys.executable, "CARGO_TARGET_DIR": str(REPOSITORY / "target" / "peers" / "pyo3")}
    built = subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=package, env=environment)
    if built.returncode != 0:
        return None
    path = folder / f"peer{sysconfig.get_config_var('EXT_SUFFIX')}"
    shutil.copy(REPOSITORY / "target" / "peers" / "pyo3" / "release" / "libpeer.so", path)
    return imported(path).add


def cffi(folder: Path):
    if importlib.util.find_spec("cffi") is None:
        return None
    from cffi import FFI

    ffi = FFI()
    ffi.cdef("double add(double a, double b);")
    ffi.set_source("by_cffi", "static double add(double a, double b) { return a + b; }")
    return imported(Path(ffi.compile(tmpdir=str(folder)))).lib.add


def numba():
    if importlib.util.find_spec("numba") is None:
        return None
    from numba import njit

    return njit(lambda a, b: a + b)


def from_c(folder: Path) -> list:
    (folder / "call.c").write_text(C)
    library = folder / "add" / json.loads((folder / "add" / "manifest.json").read_text())["library"]
    rpath = f"-Wl,-rpath,{folder / 'add'}"
    subprocess.run(["cc", "-O2", "-o", str(folder / "call"), str(folder / "call.c"), f"-I{folder / 'add'}", str(library), rpath], check=True)
    return printed([str(folder / "call")])


def from_rust(folder: Path) -> list:
    package = folder / "rust"
    (package / "src").mkdir(parents=True)
    (package / "src" / "main.rs").write_text(RUST)
    client = REPOSITORY / "clients" / "rust"
    manifest = f'[package]\nname = "overhead"\nedition = "2024"\n[dependencies]\nhotforge = {{ path = "{client}" }}\n[workspace]\n'
    (package / "Cargo.toml").write_text(manifest)
    shutil.copy(REPOSITORY / "Cargo.lock", package / "Cargo.lock")
    environment = {**os.environ, "CARGO_TARGET_DIR": str(REPOSITORY / "target" / "peers" / "rust")}
    return printed(["cargo", "run", "--release", "--quiet", "--", str(folder / "add")], cwd=package, env=environment)


def from_node(folder: Path) -> list:
    client = REPOSITORY / "clients" / "node"
    if shutil.which("node") is None or not (client / "hotforge.node").exists():
        return []
    (folder / "call.mjs").write_text(NODE % (client / "index.js"))
    return printed(["node", str(folder / "call.mjs"), str(folder / "add")])


def printed(command: list[str], **options) -> list:
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout)


def imported(path: Path):
    specification = importlib.util.spec_from_file_location(path.name.partition(".")[0], path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
