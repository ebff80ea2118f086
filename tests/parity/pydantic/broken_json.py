"""What is no JSON, in pydantic's words."""

from pydantic import BaseModel

from hotforge import compile


class Model(BaseModel):
    h: float
    s: str = ""


@compile()
def load(text: str) -> str:
    return repr(Model.model_validate_json(text))


@compile()
def load_bytes(data: bytes) -> str:
    return repr(Model.model_validate_json(data))


TEXTS = [
    "", "{", "[", '{"h":', '{"h":1', '{"h":1,', '{"h":01}', "nan", '{"h":-}', '{"h":"\\x"}', '{"h":"\n"}', '{"h":1} x', "{'h':1}",
    '{"h":tru}', '{"h":1,}', '{"h" 1}', '{"h":1 "s":2}', "[1]", '"x"', "1", "null", '{"h":1e}', '{"h":1.}', '{"h":.5}', '{"h":"\\ud800"}',
    '{"s":"' + "é" * 100 + '"}', '{"h":[],"s":"' + "x" * 100 + '"}', '{"h": 1, "s": "a"}', '  {"h":"1"}\n', "{" * 30,
]  # fmt: skip

CASES = {
    "load": [(text,) for text in TEXTS],
    "load_bytes": [(b'{"h": 1}',), (b'{"h": "\xff"}',), (b"{",), (b"",)],
}
