"""Times native calls beside the same Python functions, in one process and taking turns.

Usage: call.py HOTFORGE
"""

import importlib.util
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
import timeit
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "python"))

import hotforge  # noqa: E402
import numpy as np  # noqa: E402

SENTENCE = "Native code embeds this sentence, which has a usual length, some commas and a full stop. "
TEXT = SENTENCE * 200


def main() -> None:
    print(f"{'call':<36}{'Python ms':>20}{'native ms':>20}{'ratio':>8}\n{'':<36}{'min / median':>20}{'min / median':>20}")
    vectors = np.random.default_rng(7).standard_normal((1000, 384)).astype(np.float32)
    with tempfile.TemporaryDirectory() as folder:
        for count in (1, 8, 32):
            measure(folder, "embed", f"embed, {count} sentences", ([SENTENCE] * count,), rounds=20)
        measure(folder, "text_statistics", "text_statistics, 18 kB", (TEXT,), rounds=50)
        measure(folder, "chunk", "chunk, 18 kB", (TEXT,), rounds=50)
        measure(folder, "kalman", "kalman, 500 measurements", ([float(i % 7) for i in range(500)],), rounds=20)
        measure_overhead(folder)
        measure(folder, "nearest", "nearest, 1000 vectors of 384", (vectors[0], vectors), rounds=50)


ADD = """
from hotforge import compile

@compile()
def add(a: float, b: float) -> float:
    return a + b
"""

EMPTY = """
#include <Python.h>

static PyObject *add(PyObject *self, PyObject *const *given, Py_ssize_t count) {
    return PyFloat_FromDouble(PyFloat_AsDouble(given[0]) + PyFloat_AsDouble(given[1]));
}
static PyMethodDef functions[] = {{"add", (PyCFunction)(void (*)(void))add, METH_FASTCALL, ""}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "empty", NULL, -1, functions};
PyMODINIT_FUNC PyInit_empty(void) { return PyModule_Create(&module); }
"""


def measure_overhead(folder: str) -> None:
    """Prints what a call itself costs: of a predictor that adds two numbers, beside the same in a C extension."""
    source, extension = Path(folder) / "add.py", Path(folder) / f"empty{sysconfig.get_config_var('EXT_SUFFIX')}"
    source.write_text(ADD)
    subprocess.run([sys.argv[1], "compile", str(source), "-o", folder], check=True, capture_output=True)
    (Path(folder) / "empty.c").write_text(EMPTY)
    include = f"-I{sysconfig.get_path('include')}"
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", include, "-o", str(extension), f"{folder}/empty.c"], check=True)
    functions = {
        "a function of Python": eval("lambda a, b: a + b"),
        "a C extension": import_file(extension).add,
        "a predictor": hotforge.load(Path(folder) / "add"),
    }
    for title, function in functions.items():
        times = timeit.repeat("function(1.0, 2.0)", globals={"function": function}, number=20_000, repeat=15)
        print(f"{'one call of ' + title:<36}{min(times) / 20_000 * 1e9:10.0f} ns", flush=True)


def measure(folder: str, name: str, title: str, arguments: tuple, rounds: int) -> None:
    """Prints both times and Python's median over the native one: above 1, native is faster."""
    example = REPOSITORY / "examples" / f"{name}.py"
    if not (Path(folder) / name).exists():
        subprocess.run([sys.argv[1], "compile", str(example), "-o", folder], check=True, capture_output=True)
    python, native = getattr(import_file(example), name), hotforge.load(Path(folder) / name)
    python(*arguments), native(*arguments)
    times = {python: [], native: []}
    for _ in range(rounds):
        for function, taken in times.items():
            started = time.perf_counter()
            function(*arguments)
            taken.append((time.perf_counter() - started) * 1000)
    summary = [(min(taken), statistics.median(taken)) for taken in times.values()]
    columns = "".join(f"{f'{low:.3f} / {median:.3f}':>20}" for low, median in summary)
    print(f"{title:<36}{columns}{summary[0][1] / summary[1][1]:8.2f}", flush=True)


def import_file(path: Path):
    specification = importlib.util.spec_from_file_location(path.name.partition(".")[0], path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
