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


GO = """
package main

import (
	"fmt"

	"use/predictors"
)

func main() {
	ratio, err := predictors.Divide(1, 2)
	fmt.Println(ratio, err)
	_, err = predictors.Divide(1, 0)
	fmt.Println(err, err.(*predictors.Error).Type)
	size := int64(2)
	sized, err := predictors.Lengths([]string{"naïve", ""}, &size)
	fmt.Println(sized.Shape, predictors.Elements[float32](sized), err)
	doubled, err := predictors.Double(predictors.ArrayOf([]float64{1, 2, 3, 4}, 2, 2))
	fmt.Println(predictors.Elements[float64](doubled), err)
	messages := []any{map[string]string{"role": "user", "content": "one two"}}
	words, err := predictors.Echo(messages, nil, nil)
	for word, more, err := words.Next(); more; word, more, err = words.Next() {
		fmt.Printf("[%v]%v", word, err)
	}
	fmt.Println()
	endless, _ := predictors.Endless([]any{})
	endless.Next()
	endless.Close()
	point := predictors.Record{Class: "Point", Names: []string{"x", "y"}, Fields: []any{1.5, 2.5}}
	table := predictors.Dict{{"a", []int64{1}}}
	everything, err := predictors.Everything(true, -1, 0.5, "é\\x00", []byte{0, 255}, point, table, nil)
	fmt.Printf("%v %v\\n", everything, err)
	_, err = predictors.Double(predictors.ArrayOf([]float32{1}, 1, 1))
	fmt.Println(err)
	failed := make(chan bool)
	for worker := 0; worker < 8; worker++ {
		go func(worker int64) {
			right := true
			for call := 0; call < 200; call++ {
				_, err := predictors.Divide(worker, 0)
				ratio, _ := predictors.Divide(worker, 2)
				right = right && err.Error() == "ZeroDivisionError: division by zero" && ratio == float64(worker)/2
			}
			failed <- !right
		}(int64(worker))
	}
	for worker := 0; worker < 8; worker++ {
		fmt.Print(<-failed, " ")
	}
}
"""


@pytest.mark.skipif(shutil.which("go") is None, reason="no Go")
def test_go(predictors, tmp_path):
    (tmp_path / "predictors").mkdir()
    write(predictors, "go", tmp_path / "predictors" / "predictors.go")
    (tmp_path / "main.go").write_text(GO)
    (tmp_path / "go.mod").write_text("module use\n\ngo 1.18\n")
    environment = {
        **os.environ, "CGO_CFLAGS": f"-I{predictors}", "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod", "GOPROXY": "off",
        "CGO_LDFLAGS": f"-L{predictors} -lpredictors -Wl,-rpath,{predictors}",
    }  # fmt: skip
    lines = run("go", "run", ".", cwd=tmp_path, env=environment).splitlines()
    assert lines.pop(6).startswith("TypeError: double() argument 'values' must be ndarray[float64")
    assert lines == [
        "0.5 <nil>",
        "ZeroDivisionError: division by zero ZeroDivisionError",
        "[2 2] [5 1 0 1] <nil>",
        "[2 4 6 8] <nil>",
        "[one]<nil>[ two]<nil>",
        "[true -1 0.5 é\x00 [0 255] {Point [x y] [1.5 2.5] false} [{a [1]}] <nil>] <nil>",
        "false " * 8,
    ]


JAVA = """
import java.util.*;
import java.nio.*;

public class Use {
    public static void main(String[] given) throws Exception {
        Predictors predictors = new Predictors(given[0]);
        System.out.println(predictors.divide(1, 2));
        try {
            predictors.divide(1, 0);
        } catch (Predictors.PredictorException error) {
            System.out.println(error.type + ": " + error.getMessage());
        }
        Predictors.NDArray sized = predictors.lengths(List.of("naïve", ""), 2L);
        System.out.println(Arrays.toString(sized.shape()) + " " + sized.data().asFloatBuffer().get(0));
        Predictors.NDArray doubled = predictors.double_(Predictors.NDArray.of(new double[] {1, 2, 3, 4}, 2, 2));
        System.out.println(doubled.data().asDoubleBuffer().get(3));
        List<Object> messages = List.of(Map.of("role", "user", "content", "one two"));
        Iterator<Object> words = predictors.echo(messages, null, null);
        while (words.hasNext()) System.out.print("[" + words.next() + "]");
        System.out.println();
        try (Predictors.Stream endless = predictors.endless(List.of())) {
            endless.next();
        }
        Predictors.Fields point = new Predictors.Fields("Point", Map.of("x", 1.5, "y", 2.5), false);
        Predictors.Tuple all = (Predictors.Tuple) predictors.everything(
            true, -1, 0.5, "é\\0", new byte[] {0, -1}, point, Map.of("a", List.of(1L)), null);
        System.out.println(all.items().get(0) + " " + all.items().get(5) + " " + all.items().get(6) + " " + all.items().get(7));
        System.out.println(((String) all.items().get(3)).length() + " " + Arrays.toString((byte[]) all.items().get(4)));
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            final int worker = number;
            threads.add(new Thread(() -> {
                for (int call = 0; call < 200; call++)
                    if (predictors.divide(worker, 2) != worker / 2.0) System.out.println("wrong");
            }));
        }
        for (Thread thread : threads) thread.start();
        for (Thread thread : threads) thread.join();
    }
}
"""

JNA = Path(os.environ.get("JNA", "/usr/share/java/jna.jar"))


@pytest.mark.skipif(shutil.which("javac") is None or not JNA.exists(), reason="no Java compiler with JNA")
def test_java(predictors, tmp_path):
    write(predictors, "java", tmp_path / "Predictors.java")
    (tmp_path / "Use.java").write_text(JAVA)
    library = predictors / json.loads((predictors / "manifest.json").read_text())["library"]
    sources = [str(tmp_path / "Predictors.java"), str(tmp_path / "Use.java")]
    run("javac", "-Xlint:all,-preview", "-encoding", "UTF-8", "-cp", str(JNA), "-d", str(tmp_path), *sources)
    environment = {**os.environ, "JAVA_TOOL_OPTIONS": "-Dfile.encoding=UTF-8"}
    text = run("java", "-cp", f"{JNA}:{tmp_path}", "Use", str(library), env=environment)
    lines = [line for line in text.splitlines() if not line.startswith(("Picked up", "WARNING", "Warning"))]
    assert lines == [
        "0.5",
        "ZeroDivisionError: division by zero",
        "[2, 2] 5.0",
        "8.0",
        "[one][ two]",
        "true Fields[type=Point, fields={x=1.5, y=2.5}, isTuple=false] {a=[1]} null",
        "2 [0, -1]",
    ]


C = """
#include <stdio.h>
#include "predictors.h"

int main(void) {
    double ratio = 0;
    bool ok;
    ok = hotforge_predict_divide(1, 2, &ratio);
    printf("%d %g\\n", ok, ratio);
    ok = hotforge_predict_divide(1, 0, &ratio);
    printf("%d %s\\n", ok, hotforge_last_error()->type);
    ok = hotforge_predict_divide(1, 2, NULL);
    printf("%d %s\\n", ok, hotforge_last_error()->message);
    hotforge_value *picture = NULL;
    hotforge_array pixels;
    printf("%d\\n", hotforge_predict_draw((hotforge_text){"abc", 3}, &picture) && hotforge_value_get_array(picture, &pixels));
    printf("%d %d\\n", (int)pixels.shape[1], ((unsigned char *)pixels.data)[0]);
    hotforge_value_free(picture);
    ok = hotforge_predict_draw((hotforge_text){"\\xff", 1}, &picture);
    printf("%d %s\\n", ok, hotforge_last_error()->type);
    hotforge_cancellation *cancellation = hotforge_cancellation_new();
    hotforge_cancellation_use(cancellation);
    printf("%d\\n", hotforge_predict_divide(1, 2, &ratio));
    hotforge_cancel(cancellation);
    ok = hotforge_predict_divide(1, 2, &ratio);
    printf("%d %s\\n", ok, hotforge_last_error()->type);
    hotforge_cancellation_use(NULL);
    hotforge_cancellation_free(cancellation);
    printf("%d\\n", hotforge_predict_divide(1, 2, &ratio));
    return 0;
}
"""


@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")
def test_typed_functions_of_c(predictors, tmp_path):
    (tmp_path / "use.c").write_text(C)
    library = predictors / json.loads((predictors / "manifest.json").read_text())["library"]
    program = tmp_path / "use"
    flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover"]
    run("cc", *flags, "-o", str(program), str(tmp_path / "use.c"), f"-I{predictors}", str(library), f"-Wl,-rpath,{predictors}")
    assert run(str(program)).splitlines() == [
        "1 0.5",
        "0 ZeroDivisionError",
        "0 the place for the result is NULL or not aligned",
        "1",
        "3 200",
        "0 ValueError",
        "1",
        "0 asyncio.CancelledError",
        "1",
    ]


def test_what_is_no_bundle_is_told(tmp_path):
    text = run(HOTFORGE, "bindings", "ts", str(tmp_path), ok=False)
    assert "is not a compiled predictor: it has no manifest.json" in text
