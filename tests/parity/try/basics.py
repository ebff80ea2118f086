"""try, except, else: which handler runs, what it sees, what comes after."""

from hotforge import compile


@compile()
def divide(a: int, b: int) -> str:
    try:
        return str(a // b)
    except ZeroDivisionError:
        return "by zero"


@compile()
def parse(text: str) -> int:
    try:
        value = int(text)
    except ValueError:
        value = -1
    return value


@compile()
def by_class(which: int) -> str:
    try:
        if which == 0:
            raise ValueError("v")
        if which == 1:
            raise KeyError("k")
        if which == 2:
            raise IndexError("i")
        if which == 3:
            raise TypeError("t")
        if which == 4:
            raise NotImplementedError
        if which == 5:
            raise RecursionError("deep")
        if which == 6:
            raise FileNotFoundError("gone")
        if which == 7:
            raise KeyboardInterrupt
        if which == 8:
            raise Exception("plain")
    except ValueError as e:
        return f"value {e}"
    except (KeyError, IndexError) as e:
        return f"lookup {e} {e!r}"
    except TypeError:
        return "type"
    except RuntimeError as e:
        return "runtime " + repr(e)
    except OSError as e:
        return f"os {str(e)!r}"
    except Exception as e:
        return f"other {e}"
    except BaseException as e:
        return f"base {type(e).__name__}"
    return "none"


@compile()
def first_that_fits(which: int) -> str:
    try:
        if which == 0:
            raise KeyError(1)
        [1, 2][which]
    except LookupError as e:
        return f"lookup: {e}, {type(e).__name__}"
    except KeyError:
        return "never"
    else:
        return "else"


@compile()
def with_else(text: str) -> list[str]:
    log = ["start"]
    try:
        log.append("body")
        n = int(text)
    except ValueError as error:
        log.append(f"caught {error}")
    else:
        log.append(f"else {n}")
    log.append("end")
    return log


@compile()
def else_is_not_protected(a: int) -> str:
    try:
        try:
            b = a + 1
        except ZeroDivisionError:
            return "inner"
        else:
            b = 10 // a
    except ZeroDivisionError:
        return "outer"
    return str(b)


@compile()
def bare_except(items: list[int], index: int) -> int:
    try:
        return items[index]
    except:  # noqa: E722
        return -1


@compile()
def not_caught(a: int, b: int) -> int:
    try:
        return a // b
    except (ValueError, KeyError):
        return -1


@compile()
def called(text: str) -> str:
    def inner(text: str) -> float:
        return float(text) / 2

    try:
        return str(inner(text))
    except ValueError as e:
        return str(e)


def checked(n: int) -> int:
    if n < 0:
        raise ValueError(f"negative: {n}")
    if n > 100:
        raise OverflowError("large", n)
    return n


@compile()
def from_helper(n: int) -> str:
    try:
        return f"ok {checked(n)}"
    except ValueError as e:
        return "value: " + str(e)
    except ArithmeticError as e:
        return "arithmetic: " + str(e)


@compile()
def missing(d: dict[str, int], key: str) -> str:
    try:
        return str(d[key])
    except KeyError as e:
        return f"no {e}"


@compile()
def missing_int(d: dict[int, str], key: int) -> str:
    try:
        return d[key]
    except KeyError as e:
        return f"no {e} {e!r} {str(e)}"


@compile()
def only_pass(text: str) -> int:
    n = 5
    try:
        n = int(text)
    except ValueError:
        pass
    return n


CASES = {
    "divide": [(7, 2), (7, 0), (-7, 2)],
    "parse": [("12",), ("x",), ("",), (" 3 ",)],
    "by_class": [(n,) for n in range(10)],
    "first_that_fits": [(0,), (1,), (2,), (-5,)],
    "with_else": [("1",), ("one",), ("",)],
    "else_is_not_protected": [(0,), (3,)],
    "bare_except": [([1, 2], 1), ([1, 2], 2), ([], 0)],
    "not_caught": [(1, 0), (4, 2)],
    "called": [("3",), ("a",), ("1e3",)],
    "from_helper": [(-3,), (101,), (7,)],
    "missing": [({"a": 1}, "a"), ({"a": 1}, "b"), ({}, "it's")],
    "missing_int": [({1: "a"}, 1), ({1: "a"}, 2)],
    "only_pass": [("7",), ("seven",)],
}
