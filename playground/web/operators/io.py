import io
from hotforge import compile


@compile()
def numbered(lines: list[str]) -> str:
    out = io.StringIO()
    for number, line in enumerate(lines, 1):
        out.write(f"{number:>3} {line}\n")
    return out.getvalue()
