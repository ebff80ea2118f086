"""The hard cases, in real kernels: each gives a message that says what to do, and the kernel lives."""

from __future__ import annotations

import os
import queue
import stat
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Cells
from jupyter_client.manager import KernelManager, start_new_kernel

Run = Callable[..., Cells]
FUNCTION = "%%compile\ndef f(x: int) -> int:\n    return 10 // x\n"


def test_the_output_takes_the_place_of_progress(run: Run) -> None:
    cells = run(FUNCTION, "f(5)")
    assert len(cells.cells[0].outputs) == 1
    assert cells.told(0) == {"state": "native", "names": ["f"]}
    assert cells.text(1) == "2"


def test_a_second_kernel_starts_anew(run: Run) -> None:
    run("scale = 3", "%%compile\ndef f(x: int) -> int:\n    return x * scale\n")
    cells = run("%%compile\ndef f(x: int) -> int:\n    return x * scale\n")
    assert cells.raised(0) == "Refused"
    assert "the name `scale` is not defined" in cells.text(0)


def test_an_exception_inside_native_code(run: Run) -> None:
    cells = run(FUNCTION, "f(0)", "f(1)")
    assert cells.raised(1) == "ZeroDivisionError"
    assert "return 10 // x" in cells.text(1)
    assert "session.py" not in cells.text(1)
    assert cells.text(2) == "10"


def test_a_cell_redefines_a_helper(run: Run) -> None:
    cells = run(
        "def h(x: int) -> int:\n    return x",
        "%%compile\ndef f(x: int) -> int:\n    return h(x)\n",
        "def h(x: int) -> str:\n    return 'text'",
        "f(1)",
        "%compile f",
        "f(1)",
    )
    assert cells.text(3) == "1"
    assert cells.text(5) == "'text'"


def test_globals_of_unsupported_kinds(run: Run) -> None:
    cells = run(
        "import threading\nlock = threading.Lock()\nbig = 1 << 80",
        "%%compile\ndef f(x: int) -> bool:\n    return lock.locked()\n",
        "%%compile\ndef g(x: int) -> int:\n    return big + x\n",
        "1 + 1",
    )
    assert "cannot be frozen into a library" in cells.text(1)
    assert "it does not fit 64 bits" in cells.text(2)
    assert cells.text(3) == "2"


def test_two_notebooks_at_once(run: Run) -> None:
    found: queue.Queue[Cells] = queue.Queue()

    def one(factor: int) -> None:
        found.put(run(f"k = {factor}", "%%compile\ndef f(x: int) -> int:\n    return x * k\n", "print(f(2), k * 2)"))

    threads = [threading.Thread(target=one, args=(factor,)) for factor in (3, 4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    for _ in threads:
        cells = found.get_nowait()
        left, right = cells.text(2).split()
        assert left == right


def test_a_home_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    # To root nothing is read-only: a file in the way of the cache is an obstacle to everybody.
    (home / ".cache").write_text("")
    home.chmod(stat.S_IRUSR | stat.S_IXUSR)
    environment = {"HOME": str(home), "XDG_CACHE_HOME": "", "HOTFORGE_CACHE": "", "IPYTHONDIR": str(tmp_path / "ipython")}
    cells = run("%%compile --check\ndef f(x: int) -> int:\n    return x\n", "f(3)", environment=environment)
    assert cells.told(0) == {"state": "checked", "names": ["f"]}
    assert "set HOTFORGE_CACHE to a folder to keep it" in cells.text(0)
    assert cells.text(1) == "3"


def test_no_rust_compiler(run: Run, tmp_path: Path) -> None:
    environment = {"RUSTC": str(tmp_path / "none"), "PATH": os.path.dirname(sys.executable)}
    cells = run(FUNCTION.replace("10", "20"), "f(5)", environment=environment)
    assert cells.raised(0) == "Refused"
    assert "error[HF0910]" in cells.text(0)
    assert "Install Rust from https://rustup.rs" in cells.text(0)
    assert cells.text(1) == "4"


def test_no_program(run: Run, tmp_path: Path) -> None:
    cells = run(FUNCTION, "f(5)", environment={"HOTFORGE_PROGRAM": str(tmp_path / "none")})
    assert "the hotforge program cannot be started" in cells.text(0)
    assert cells.text(1) == "2"


def test_an_interrupt_cancels(tmp_path: Path) -> None:
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(tmp_path))
    try:
        assert _ask(client, "%load_ext hotforge")["status"] == "ok"
        started = threading.Event()
        answer: queue.Queue[dict[str, object]] = queue.Queue()

        def compile_cell() -> None:
            started.set()
            text = f"%%compile\nimport re\ndef f(x: str) -> list[str]:\n    return re.findall(r'{time.time()}', x)\n"
            answer.put(_ask(client, text))

        thread = threading.Thread(target=compile_cell)
        thread.start()
        started.wait()
        time.sleep(0.15)
        _interrupt(manager)
        thread.join(60)
        reply = answer.get_nowait()
        assert reply["ename"] == "Cancelled", reply
        assert _ask(client, "assert not hasattr(f, 'python')\nassert f('a') == []")["status"] == "ok"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_an_interrupt_ends_a_loop_without_end(tmp_path: Path) -> None:
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(tmp_path))
    try:
        assert _ask(client, "%load_ext hotforge")["status"] == "ok"
        endless = "def spin(step: int) -> int:\n    total = 0\n    while total >= 0:\n        total = (total + step) % 1000003\n    return total\n"
        assert _ask(client, f"%%compile\n{endless}")["status"] == "ok"
        assert _ask(client, "kept = 7")["status"] == "ok"
        timer = threading.Timer(1.0, _interrupt, [manager])
        timer.start()
        reply = _ask(client, "spin(3)")
        timer.join()
        assert reply["ename"] == "KeyboardInterrupt", reply
        assert _ask(client, "assert kept == 7")["status"] == "ok"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _interrupt(manager: KernelManager) -> None:
    manager.interrupt_kernel()


def _ask(client: object, code: str) -> dict[str, object]:
    reply: dict[str, object] = client.execute_interactive(code, timeout=120, output_hook=lambda _: None)["content"]  # type: ignore[attr-defined]
    return reply


def test_a_terminal(tmp_path: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "IPython", "--simple-prompt", "--no-banner", "--colors=nocolor"],
        cwd=str(tmp_path),
        env={**os.environ, "IPYTHONDIR": str(tmp_path / "ipython"), "TERM": "dumb"},
        encoding="utf-8",
        timeout=120,
        echo=False,
    )
    child.expect(r"In \[1\]: ")
    child.sendline("%load_ext hotforge")
    child.expect(r"In \[2\]: ")
    for line in ("%%compile --time", "def f(x: int) -> int:", "    return 7 // x", "", ""):
        child.sendline(line)
    child.expect(r"f\(x: int\) -> int\r?\n(?:.*)native in \d+ ms")
    child.expect(r"rustc \d+ ms")
    child.expect(r"In \[3\]: ")
    child.sendline("f(0)")
    child.expect("ZeroDivisionError")
    child.expect(r"In \[4\]: ")
    child.sendline("exit")
    child.expect(pexpect.EOF)


