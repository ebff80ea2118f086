"""The embedding example: the library agrees with the Python function, whatever is thrown at it."""

import threading

import hotforge
import numpy as np
import pytest
from sentences import varied_sentences

TOLERANCE = 1e-5


@pytest.fixture(scope="module")
def native(compiled):
    return hotforge.load(compiled("embed"))


@pytest.fixture(scope="module")
def python(example):
    return example("embed").embed


@pytest.fixture(scope="module")
def batches():
    """Padding depends on the longest text of a batch, so a library that pads otherwise would differ here."""
    texts = varied_sentences(200)
    return [texts[start : start + 10] for start in range(0, 200, 10)]


@pytest.fixture(scope="module")
def expected(python, batches):
    return [python(batch) for batch in batches]


def test_agrees_with_python(native, batches, expected):
    for batch, vectors in zip(batches, expected):
        actual = native(batch)
        assert actual.dtype == vectors.dtype and actual.shape == vectors.shape
        np.testing.assert_allclose(actual, vectors, rtol=0, atol=TOLERANCE)


def test_eight_threads_agree_with_one(native, batches, expected):
    failures = []

    def work(offset: int) -> None:
        for step in range(len(batches)):
            index = (step + offset) % len(batches)
            if not np.allclose(native(batches[index]), expected[index], rtol=0, atol=TOLERANCE):
                failures.append(index)

    threads = [threading.Thread(target=work, args=(3 * number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_task_adds_the_prefix(native, python):
    texts = ["how tall is it"]
    np.testing.assert_allclose(native(texts, task="query"), python(texts, task="query"), rtol=0, atol=TOLERANCE)
    assert not np.allclose(native(texts, "query"), native(texts))


@pytest.mark.parametrize(
    ("arguments", "keywords", "error"),
    [
        (("not a list",), {}, TypeError),
        (([1, 2],), {}, TypeError),
        ((), {}, TypeError),
        ((["a"], "query", "more"), {}, TypeError),
        ((["a"],), {"tusk": "query"}, TypeError),
        ((["a"],), {"task": "summary"}, ValueError),
        ((["a"],), {"task": None}, (TypeError, ValueError)),
    ],
)
def test_a_wrong_call_raises_and_the_next_one_works(native, arguments, keywords, error):
    with pytest.raises(error) as raised:
        native(*arguments, **keywords)
    assert str(raised.value)
    assert native(["fine"]).shape == (1, 384)


def test_missing_argument_is_named(native):
    with pytest.raises(TypeError, match="texts"):
        native()


def test_empty_list_raises_as_in_python(native, python):
    with pytest.raises(Exception) as expected:
        python([])
    with pytest.raises(Exception) as actual:
        native([])
    assert str(actual.value)
    if type(expected.value).__module__ == "builtins":
        assert type(actual.value) is type(expected.value)
    assert native(["fine"]).shape == (1, 384)


def test_ten_megabytes(native, python):
    text = "many words make a long text " * (10_000_000 // 28)
    np.testing.assert_allclose(native([text, "short"]), python([text, "short"]), rtol=0, atol=TOLERANCE)


def test_signature_and_documentation(native):
    import inspect

    parameters = inspect.signature(native).parameters
    assert list(parameters) == ["texts", "task"]
    assert parameters["task"].default == "document"
    assert native.__doc__ == "Embed texts as unit vectors."
