"""finally runs on every way out, and what it does wins."""

from hotforge import compile


@compile()
def order(text: str) -> list[str]:
    log = []
    try:
        log.append("body")
        int(text)
        log.append("parsed")
    except ValueError:
        log.append("handler")
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("after")
    return log


def logged(log: list[str], text: str) -> int:
    try:
        return int(text)
    finally:
        log.append("finally")


@compile()
def return_through(text: str) -> str:
    log = ["start"]
    try:
        n = logged(log, text)
        log.append(str(n))
    except ValueError as e:
        log.append(str(e))
    return ",".join(log)


@compile()
def uncaught(text: str) -> int:
    n = 0
    try:
        n = int(text)
    finally:
        n += 1
    return n


@compile()
def value_is_kept(n: int) -> int:
    x = n
    try:
        return x
    finally:
        x = x + 100


@compile()
def list_is_shared(n: int) -> list[int]:
    items = [n]
    try:
        return items
    finally:
        items.append(99)


@compile()
def finally_returns(n: int) -> str:
    try:
        if n == 0:
            raise ValueError("lost")
        if n == 1:
            return "try"
    finally:
        return "finally"


@compile()
def finally_raises(n: int) -> str:
    try:
        try:
            if n == 0:
                raise ValueError("first")
            return "fine"
        finally:
            if n < 2:
                raise KeyError("second")
    except KeyError as e:
        return f"caught {e}"


@compile()
def breaks(items: list[int]) -> list[int]:
    seen = []
    for item in items:
        try:
            if item == 0:
                break
            if item < 0:
                continue
            seen.append(10 // item)
        finally:
            seen.append(item)
    else:
        seen.append(1000)
    return seen


@compile()
def finally_breaks(items: list[int]) -> list[int]:
    seen = []
    for item in items:
        try:
            seen.append(10 // item)
        finally:
            if item < 5:
                break
            seen.append(-1)
    return seen


@compile()
def finally_continues(items: list[int]) -> list[int]:
    seen = []
    for item in items:
        try:
            for other in [1, 2, 3]:
                if other == item:
                    seen.append(100 * item)
                    break
                if item > 10:
                    return [item]
                seen.append(10 // (item - 5))
        finally:
            seen.append(item)
            continue
        seen.append(-1)
    return seen


@compile()
def nested(n: int) -> list[str]:
    log = []
    try:
        try:
            try:
                if n == 1:
                    raise ValueError("one")
                if n == 2:
                    raise KeyError("two")
                if n == 3:
                    return log
                log.append("body")
            except ValueError as e:
                log.append(f"value {e}")
                if n == 1:
                    raise TypeError("from handler")
            finally:
                log.append("inner")
        except KeyError as e:
            log.append(f"key {e}")
        finally:
            log.append("middle")
    except TypeError as e:
        log.append(f"type {e}")
    finally:
        log.append("outer")
    log.append("end")
    return log


@compile()
def while_loop(n: int) -> str:
    rounds = 0
    while True:
        try:
            rounds += 1
            if rounds > n:
                return f"returned {rounds}"
            if rounds == 5:
                break
            if rounds % 2:
                raise ValueError
        except ValueError:
            continue
        finally:
            rounds += 1
    return f"broken {rounds}"


@compile()
def types_on_each_way(n: int) -> str:
    state = 0
    try:
        if n == 0:
            raise ValueError
        state = "text"
        if n == 1:
            return "early"
        state = 2.5
    finally:
        if n > 1:
            return f"{state!r}"
    return f"end {state!r}"


@compile()
def raise_in_finally_of_loop(items: list[int]) -> str:
    try:
        for item in items:
            try:
                if item == 1:
                    break
                if item == 2:
                    return "returned"
            finally:
                if item == 3:
                    raise KeyError(item)
                if item == 1:
                    raise ValueError("at break")
                if item == 2:
                    raise IndexError("at return")
    except LookupError as e:
        return f"lookup {e}"
    except ValueError as e:
        return f"value {e}"
    return "end"


CASES = {
    "order": [("1",), ("x",)],
    "return_through": [("1",), ("x",)],
    "uncaught": [("1",), ("x",)],
    "value_is_kept": [(1,)],
    "list_is_shared": [(1,)],
    "finally_returns": [(0,), (1,), (2,)],
    "finally_raises": [(0,), (1,), (2,)],
    "breaks": [([1, 2, 0, 3],), ([1, -1, 2],), ([],), ([0],)],
    "finally_breaks": [([5, 10, 1, 2],), ([0, 1],), ([10, 5],), ([],)],
    "finally_continues": [([1, 2, 3, 4],), ([5, 1],), ([11, 2],), ([],)],
    "nested": [(0,), (1,), (2,), (3,)],
    "while_loop": [(0,), (3,), (4,), (10,)],
    "types_on_each_way": [(0,), (1,), (2,), (3,)],
    "raise_in_finally_of_loop": [([0],), ([1],), ([2],), ([3],), ([0, 0, 3],), ([],)],
}
