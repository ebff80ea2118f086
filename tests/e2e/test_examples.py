"""The examples without a model: library and Python function give the same."""

import hotforge
import numpy as np
import pytest

TEXT = "The cat sat. The dog sat too! Did the cat see it? Ümläute und 日本語 count as well."

CALLS = [
    ("text_statistics", "text_statistics", (TEXT,)),
    ("text_statistics", "text_statistics", ("", 0)),
    ("chunk", "chunk", (TEXT, 40, 1)),
    ("chunk", "chunk", ("", 40, 1)),
    ("kalman", "kalman", ([1.1, 1.9, 3.2, 3.9, 5.1],)),
    ("kalman", "kalman", ([],)),
]


@pytest.mark.parametrize(("file", "function", "arguments"), CALLS)
def test_example(compiled, example, file, function, arguments):
    expected = getattr(example(file), function)(*arguments)
    actual = hotforge.load(compiled(file))(*arguments)
    assert type(actual) is type(expected)
    if file == "kalman":
        assert actual == pytest.approx(expected, rel=1e-12)
    else:
        assert actual == expected


def test_nearest(compiled, example):
    vectors = np.random.default_rng(7).standard_normal((50, 16)).astype(np.float32)
    expected = example("nearest").nearest(vectors[3], vectors, k=5)
    actual = hotforge.load(compiled("nearest"))(vectors[3], vectors, k=5)
    assert [index for index, _ in actual] == [index for index, _ in expected]
    assert [score for _, score in actual] == pytest.approx([score for _, score in expected], rel=1e-5)


def test_exception(compiled):
    with pytest.raises(ValueError) as raised:
        hotforge.load(compiled("chunk"))("text", size=0)
    assert str(raised.value) == "size must be positive, got 0"
    assert "chunk.py" in raised.value.__notes__[0]
