"""What `cargo xtask demo` shows: compile the embedding example, then rank sentences by similarity to a query.

Usage: demo.py HOTFORGE
"""

import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "python"))

import hotforge  # noqa: E402

QUERY = "How do I keep my tomatoes alive in summer?"
SENTENCES = [
    "Water the plants early in the morning and cover the soil with straw.",
    "The central bank left interest rates unchanged on Thursday.",
    "Vegetable beds dry out quickly in the heat.",
    "A new species of frog was found in the mountains.",
    "She scored twice in the second half of the final.",
    "Shade cloth protects seedlings from the sun.",
]


def main() -> None:
    example = REPOSITORY / "examples" / "embed.py"
    command = [sys.argv[1], "compile", str(example), "-o", str(REPOSITORY / "build")]
    timed("compile", lambda: subprocess.run(command, check=True))
    embed = timed("load", lambda: hotforge.load(REPOSITORY / "build" / "embed"))
    timed("first call, which reads the model", lambda: embed(["warm up"]))
    documents = timed(f"embed {len(SENTENCES)} sentences", lambda: embed(SENTENCES))
    [query] = timed("embed the query", lambda: embed([QUERY], task="query"))

    print(f"\n{QUERY}\n")
    for score, sentence in sorted(zip((documents @ query).tolist(), SENTENCES), reverse=True):
        print(f"  {score:.3f}  {sentence}")


def timed(stage: str, run):
    started = time.perf_counter()
    result = run()
    print(f"{stage:>36}  {(time.perf_counter() - started) * 1000:8.1f} ms", flush=True)
    return result


if __name__ == "__main__":
    main()
