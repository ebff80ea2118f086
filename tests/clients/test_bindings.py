"""Typed wrappers that `hotforge bindings` writes: each is compiled, or checked, with a program that uses it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import HOTFORGE, REPOSITORY


def write(bundle: Path, language: str, path: Path) -> Path:
    subprocess.run([HOTFORGE, "bindings", language, str(bundle), "-o", str(path)], check=True)
    return path


def run(*command: str, ok: bool = True, **options) -> str:
    result = subprocess.run(command, capture_output=True, text=True, timeout=600, **options)
    assert (result.returncode == 0) == ok, result.stdout + result.stderr
    return result.stdout + result.stderr


TS = """
import { load, type Point } from "./predictors.js";

const predictors = await load("build/predictors");
const ratio: number = await predictors.divide({ a: 1, b: 2n });
for await (const word of await predictors.echo({ messages: [{ role: "user", content: "hi" }] })) word.toUpperCase();
const doubled: Float64Array = (await predictors.double({ values: [[1, 2]] })).data;
const given = { flag: true, number: 1, real: 1, text: "", data: new Uint8Array(), point: { x: 1, y: 2 }, table: {} };
const point: Point = (await predictors.everything(given))[5];
// @ts-expect-error there is no such voice
await predictors.speak({ text: "a", voice: "middle" });
// @ts-expect-error `b` is missing
await predictors.divide({ a: 1 });
void [ratio, doubled, point];
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node")
def test_typescript(predictors, tmp_path):
    node = REPOSITORY / "clients" / "node"
    write(predictors, "ts", tmp_path / "predictors.ts")
    (tmp_path / "use.ts").write_text(TS)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    options = {
        "module": "nodenext", "target": "es2022", "strict": True, "noEmit": True, "skipLibCheck": True, "types": [],
        "paths": {"hotforge": [str(node / "index.d.ts")]},
    }  # fmt: skip
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "include": ["*.ts"]}))
    run(str(node / "node_modules" / ".bin" / "tsc"), "--project", str(tmp_path))


PY = """
import numpy as np
from bound import load

predictors = load("build/predictors")
ratio: float = predictors.divide(1, b=2)
words: list[str] = list(predictors.echo([{"role": "user", "content": "hi"}], max_tokens=3))
doubled = predictors.double(np.zeros((2, 2)))
reveal_type(doubled)
predictors.speak("a", voice="middle")
predictors.divide(1)
"""


def test_python(predictors, tmp_path):
    write(predictors, "py", tmp_path / "bound.py")
    (tmp_path / "use.py").write_text(PY)
    environment = {**os.environ, "MYPYPATH": str(REPOSITORY / "python")}
    text = run(sys.executable, "-m", "mypy", "--strict", "use.py", "bound.py", ok=False, cwd=tmp_path, env=environment)
    lines = [line for line in text.splitlines() if "error:" in line]
    assert len(lines) == 2, text
    assert lines[0].startswith("use.py:10:") and 'Literal[\'low\', \'high\']' in lines[0]
    assert lines[1].startswith("use.py:11:") and '"b"' in lines[1]
    assert "float64" in text
    code = f"import bound; print(bound.load({str(predictors)!r}).divide(1, b=2))"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "python")}
    assert run(sys.executable, "-c", code, cwd=tmp_path, env=environment) == "0.5\n"


RUST = """
mod predictors;

fn main() -> hotforge::Result<()> {
    let predictors = predictors::Predictors::load(std::env::args().nth(1).unwrap())?;
    println!("{}", predictors.divide(1, 2)?);
    println!("{}", predictors.divide(1, 0).unwrap_err());
    let sized = predictors.lengths(vec!["abc".into()], Some(2))?;
    println!("{:?}", sized.as_slice::<f32>().unwrap());
    let message = hotforge::Value::Dict(vec![("role".into(), "user".into()), ("content".into(), "one two".into())]);
    let words: Result<Vec<_>, _> = predictors.echo(vec![message].into(), None, Some(1))?.collect();
    println!("{:?}", words?);
    Ok(())
}
"""


def test_rust(predictors, tmp_path):
    source = tmp_path / "src"
    source.mkdir()
    write(predictors, "rust", source / "predictors.rs")
    (source / "main.rs").write_text(RUST)
    client = REPOSITORY / "clients" / "rust"
    package = f'[package]\nname = "bound"\nedition = "2024"\n[dependencies]\nhotforge = {{ path = "{client}" }}\n[workspace]\n'
    (tmp_path / "Cargo.toml").write_text(package)
    shutil.copy(REPOSITORY / "Cargo.lock", tmp_path / "Cargo.lock")
    environment = {**os.environ, "CARGO_TARGET_DIR": str(REPOSITORY / "target" / "bindings")}
    text = run("cargo", "run", "--quiet", "--", str(predictors), cwd=tmp_path, env=environment)
    assert text.splitlines() == ["0.5", "ZeroDivisionError: division by zero", "[3.0, 1.0]", '[Str("one")]']


CPP = """
#include <iostream>
#include "predictors.hpp"

int main() {
    std::cout << predictors::divide(1, 2) << "\\n";
    try {
        predictors::divide(1, 0);
    } catch (const hotforge::Error &error) {
        std::cout << error.type << ": " << error.what() << "\\n";
    }
    hotforge::Array sized = predictors::lengths({"abc", ""}, 2);
    std::cout << sized.shape()[0] << "x" << sized.shape()[1] << " " << sized.data<float>()[0] << "\\n";
    const double values[] = {1, 2, 3, 4};
    hotforge::Array doubled = predictors::double_(hotforge::make_array(HOTFORGE_FLOAT64, {2, 2}, values));
    std::cout << doubled.data<double>()[3] << "\\n";
    std::string spoken = predictors::whole([] {
        hotforge::Value messages(hotforge_value_new_list()), message(hotforge_value_new_dict());
        hotforge_value *list = messages.release(), *dict = message.release();
        hotforge::check(hotforge_value_insert(dict, hotforge::make(std::string("role")).release(), hotforge::make(std::string("user")).release()));
        hotforge::check(hotforge_value_append(list, dict));
        return hotforge::Value(list);
    }());
    std::cout << spoken << "\\n";
    auto endless = predictors::endless(hotforge::Value(hotforge_value_new_list()));
    std::cout << hotforge::read<std::string>(endless.next()->get()) << "\\n";
}
"""


@pytest.mark.skipif(shutil.which("c++") is None, reason="no C++ compiler")
def test_cpp(predictors, tmp_path):
    write(predictors, "cpp", tmp_path / "predictors.hpp")
    (tmp_path / "use.cpp").write_text(CPP)
    library = predictors / json.loads((predictors / "manifest.json").read_text())["library"]
    program = tmp_path / "use"
    flags = ["-std=c++17", "-Wall", "-Wextra", "-Werror", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover"]
    run("c++", *flags, "-o", str(program), str(tmp_path / "use.cpp"), f"-I{predictors}", str(library), f"-Wl,-rpath,{predictors}")
    expected = ["0.5", "ZeroDivisionError: division by zero", "2x2 3", "8", "1 messages, the first from user", "0 "]
    assert run(str(program)).splitlines() == expected


def test_what_is_no_bundle_is_told(tmp_path):
    text = run(HOTFORGE, "bindings", "ts", str(tmp_path), ok=False)
    assert "is not a compiled predictor: it has no manifest.json" in text
