"""Calls of a library from Python: values both ways, exceptions, threads."""

from __future__ import annotations

import enum
import gc
import weakref
from collections import OrderedDict, defaultdict, namedtuple
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import hotforge
from hotforge import values
from hotforge.errors import make_exception, make_project_exception


@pytest.mark.parametrize(
    "value",
    [
        None, True, False, 0, -(2**63), 2**63 - 1, -0.0, float("inf"), "", "naïve 🔥\0", b"", b"\xff\0", [], [1, 2, 3],
        [1.0, 2.5, float("-inf")], ["a", "é", "", "🔥"], [True, False, True], [1, True, 1.0], [None, [["x"]], {}], (),
        (1,), (1, "a", None), set(), {1, 2}, frozenset(), frozenset({"a"}), {}, {"a": [1], 2: {3: (4,)}, None: b""},
    ],
)  # fmt: skip
def test_round_trip(library: hotforge.Library, value: Any) -> None:
    result = library.echo(value)
    assert repr(result) == repr(value)
    assert type(result) is type(value)


def test_subclasses_that_behave_alike(library: hotforge.Library) -> None:
    assert library.echo(OrderedDict(a=1)) == {"a": 1}
    assert library.echo(namedtuple("P", "x y")(1, 2)) == (1, 2)


class Colour(enum.IntEnum):
    RED = 1


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (object(), "object"),
        (1j, "complex"),
        (Colour.RED, "test_call.Colour"),
        (defaultdict(int), "collections.defaultdict"),
    ],
)
def test_foreign_objects(library: hotforge.Library, value: Any, name: str) -> None:
    with pytest.raises(TypeError, match=rf"^add\(\) argument 'a' must be int, not {name}$"):
        library.add(value)


def test_values_that_do_not_fit(library: hotforge.Library) -> None:
    with pytest.raises(OverflowError, match="64 bits"):
        library.echo(2**63)
    with pytest.raises(OverflowError, match="64 bits"):
        library.echo([1, 2**63])
    with pytest.raises(UnicodeEncodeError, match="surrogates not allowed"):
        library.echo(["\ud800"])
    itself: list[Any] = []
    itself.append(itself)
    with pytest.raises(RecursionError):
        library.echo(itself)
    assert library.add(1) == 2


def test_binding(library: hotforge.Library) -> None:
    assert library.add(b=5, a=1) == 6
    with pytest.raises(TypeError, match=r"^add\(\) missing 1 required positional argument: 'a'$"):
        library.add()
    with pytest.raises(TypeError, match=r"^add\(\) got an unexpected keyword argument 'self'$"):
        library.add(1, self=2)
    with pytest.raises(ValueError, match=r"^greet\(\) argument 'tone' must be 'warm' or 'cold', not 'hot'$"):
        library.greet(tone="hot")
    assert library.greet() == "warm"


def test_typed_containers(library: hotforge.Library) -> None:
    assert library.count(["a", "naïve", "🔥", "a"]) == {"a": 1, "naïve": 5, "🔥": 1}
    assert library.count([]) == {}
    with pytest.raises(TypeError, match=r"^count\(\) argument 'texts' must be list\[str\], not str$"):
        library.count("hello")
    with pytest.raises(TypeError, match=r"^count\(\) argument 'texts' must be list\[str\]: element 3 is int$"):
        library.count(["a", "b", "c", 4])


def test_exception_with_its_traceback(library: hotforge.Library) -> None:
    with pytest.raises(ValueError) as caught:
        library.fail("naïve\0")
    assert str(caught.value) == "naïve\0"
    frames = '  File "predictor.py", line 7, in fail\n  File "helper.py", line 3, in inner'
    assert caught.value.__notes__ == ["In the compiled predictor (most recent call last):\n" + frames]


def test_panic_is_an_exception(library: hotforge.Library, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemError, match="internal error in compiled code at .*: on purpose"):
        library.panic()
    assert capfd.readouterr().err == ""
    assert library.add(1) == 2


@pytest.mark.parametrize(
    "raised",
    [
        ValueError("x"), ValueError(), KeyError("a"), KeyError(1), KeyError(("a", 2.5)), IndexError("list index"),
        ZeroDivisionError("division by zero"), StopIteration("x"), AssertionError(),
        UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "invalid start byte"),
        UnicodeDecodeError("utf-8", b"ab\xff\xfe", 2, 4, "unexpected end of data"),
        UnicodeEncodeError("ascii", "aé", 1, 2, "ordinal not in range(128)"),
        UnicodeEncodeError("ascii", "aéé", 1, 3, "ordinal not in range(128)"),
    ],
)  # fmt: skip
def test_exceptions_of_python(raised: Exception) -> None:
    made = make_exception(type(raised).__name__, str(raised))
    assert type(made) is type(raised)
    assert str(made) == str(raised)


def test_exception_of_an_unknown_class() -> None:
    made = make_exception("onnx.InvalidArgument", "bad input")
    assert isinstance(made, hotforge.PredictorError)
    assert (str(made), made.type) == ("onnx.InvalidArgument: bad input", "onnx.InvalidArgument")
    assert isinstance(make_exception("print", ""), hotforge.PredictorError)


def test_arrays_share_memory(library: hotforge.Library) -> None:
    np = pytest.importorskip("numpy")
    for array in (np.arange(12.0).reshape(3, 4), np.arange(12).reshape(3, 4)[::2, ::-1], np.array(5, "u1")):
        result = library.echo(array)
        assert np.shares_memory(result, array)
        np.testing.assert_array_equal(result, array)
        assert (result.dtype, result.flags.writeable) == (array.dtype, True)
    array = np.zeros(3)
    library.echo(array)[1] = 7
    assert array[1] == 7
    array.flags.writeable = False
    assert not library.echo(array).flags.writeable


def test_arrays_are_released(library: hotforge.Library) -> None:
    np = pytest.importorskip("numpy")
    arrays = [np.zeros(3), np.ones(3), np.ones(3, ">f8")]
    first, second, swapped = map(weakref.ref, arrays)
    result = library.echo(arrays)[1]
    del arrays
    gc.collect()
    assert (first(), swapped()) == (None, None)
    assert second() is not None
    assert result.tolist() == [1, 1, 1]
    del result
    assert second() is None


def test_array_of_the_library_outlives_the_call(library: hotforge.Library) -> None:
    np = pytest.importorskip("numpy")
    results = [library.negate(np.full((100, 100), number, "f4")) for number in range(20)]
    gc.collect()
    assert [result[99, 99] for result in results] == [-number for number in range(20)]


@pytest.mark.parametrize("dtype", ["bool", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f4", "f8"])
@pytest.mark.parametrize("shape", [(), (3,), (0,), (2, 0, 3), (2, 3)])
def test_dtypes(library: hotforge.Library, dtype: str, shape: tuple[int, ...]) -> None:
    np = pytest.importorskip("numpy")
    array = np.ones(shape, dtype)
    result = library.echo(array)
    assert (result.dtype, result.shape) == (array.dtype, shape)
    np.testing.assert_array_equal(result, array)
    scalar = np.ones((), dtype)[()]
    assert type(library.echo(scalar)) is type(scalar)


def test_arrays_that_do_not_fit(library: hotforge.Library) -> None:
    np = pytest.importorskip("numpy")
    assert library.negate(np.array([1, 2], ">f4")).tolist() == [-1, -2]
    with pytest.raises(TypeError, match=r"not an array of float64; convert it with \.astype\('float32'\)$"):
        library.negate(np.zeros(3))
    with pytest.raises(TypeError, match=r"not numpy.ndarray of datetime64\[D\]$"):
        library.negate(np.zeros(3, "datetime64[D]"))
    with pytest.raises(TypeError, match="not list$"):
        library.negate([1.0])
    assert library.half(np.float32(3)) == 1.5
    assert library.half(np.float32(3)).dtype == "float32"
    assert library.echo(np.str_("a")) == "a"


def test_many_threads(library: hotforge.Library) -> None:
    def work(number: int) -> bool:
        try:
            library.fail(str(number))
        except ValueError as error:
            return str(error) == str(number) and library.add(number, 1) == number + 1
        return False

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(2000)))


def test_an_exception_class_of_the_predictor_is_known_by_its_name_and_its_bases() -> None:
    bases = ("nowhere.AppError", "ValueError", "Exception", "BaseException")
    made = make_project_exception("nowhere.InputError", "text", bases)
    assert isinstance(made, ValueError)
    assert (type(made).__name__, type(made).__module__, str(made)) == ("InputError", "nowhere", "text")
    assert type(made) is type(make_project_exception("nowhere.InputError", "other", bases))
    missing = make_project_exception("nowhere.Missing", "'key'", ("KeyError", "LookupError", "Exception", "BaseException"))
    assert isinstance(missing, KeyError)
    assert str(missing) == "'key'"


class OwnError(Exception):
    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


def test_an_exception_class_that_is_imported_is_that_class() -> None:
    made = make_project_exception(f"{__name__}.OwnError", "reason", ("Exception", "BaseException"))
    assert type(made) is OwnError
    assert str(made) == "reason"
