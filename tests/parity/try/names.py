"""What names hold in handlers and behind a try: every assignment in the body may or may not have happened."""

from hotforge import compile


@compile()
def progress(texts: list[str]) -> str:
    step = 0
    try:
        a = int(texts[0])
        step = 1
        b = int(texts[1])
        step = 2
        c = int(texts[2])
        step = 3
        return f"{a + b + c}"
    except (ValueError, IndexError) as e:
        return f"failed at {step}: {type(e).__name__}"


@compile()
def changing_type(text: str) -> str:
    value = "none"
    try:
        value = 1
        value = int(text)
        value = float(value) / 0.0
    except ValueError:
        return f"value {value!r}"
    except ZeroDivisionError:
        return f"zero {value!r}"
    return f"end {value!r}"


@compile()
def unbound(n: int) -> int:
    try:
        if n > 1:
            x = 10
        if n > 2:
            raise ValueError("after")
        if n == 0:
            raise ValueError("before")
    except ValueError:
        return x
    return x


@compile()
def unbound_behind(text: str) -> int:
    try:
        n = int(text)
    except ValueError:
        pass
    return n


@compile()
def same_after(text: str) -> list[str]:
    out = []
    name = "start"
    try:
        name = "before"
        out.append(name)
        int(text)
        name = "after"
        out.append(name)
    except ValueError:
        out.append("handler " + name)
        name = "handled"
    out.append(name)
    return out


@compile()
def name_is_unbound(text: str) -> str:
    e = "outer"
    try:
        int(text)
    except ValueError as e:
        print_ = str(e)
    return e


@compile()
def kept(text: str) -> str:
    last = None
    try:
        int(text)
    except ValueError as e:
        last = e
    if last is None:
        return "fine"
    return f"{type(last).__name__}: {last}"


@compile()
def strings_are_not_moved(text: str, other: str) -> str:
    try:
        joined = text + other
        if joined.startswith("x"):
            raise ValueError(joined)
        return joined
    except ValueError as e:
        return text + "|" + other + "|" + str(e)


@compile()
def returned_operand(items: list[str], index: int) -> str:
    try:
        return items[index] + items[0]
    except IndexError:
        return ",".join(items)


@compile()
def in_branches(a: int, b: int) -> str:
    try:
        if a > 0:
            label = "positive"
            q = b // (a - 1)
        else:
            label = f"other {a}"
            q = b // a
    except ZeroDivisionError:
        return f"{label} zero"
    return f"{label} {q}"


@compile()
def in_loop_body(items: list[int]) -> str:
    total = 0
    count = 0
    try:
        for item in items:
            total += 100 // item
            count += 1
    except ZeroDivisionError:
        return f"stopped at {count} ({item}) with {total}"
    return f"all {count}, {total}"


@compile()
def deleted(n: int) -> str:
    x = "there"
    try:
        del x
        if n:
            raise ValueError
        x = "again"
    except ValueError:
        return x
    return x


@compile()
def tuple_targets(text: str) -> str:
    a, b = 0, ""
    try:
        a, b = 1, "one"
        a, *rest = [int(part) for part in text.split(",")]
        b = f"{rest}"
    except ValueError as e:
        return f"{a} {b} {e}"
    return f"{a} {b}"


CASES = {
    "progress": [(["1", "2", "3"],), (["1", "x"],), (["1"],), ([],), (["1", "2", "z"],)],
    "changing_type": [("3",), ("x",)],
    "unbound": [(0,), (1,), (2,), (3,)],
    "unbound_behind": [("1",), ("x",)],
    "same_after": [("1",), ("x",)],
    "name_is_unbound": [("1",), ("x",)],
    "kept": [("1",), ("x",)],
    "strings_are_not_moved": [("a", "b"), ("x", "y")],
    "returned_operand": [(["a", "b"], 1), (["a", "b"], 2), (["a"], -1)],
    "in_branches": [(1, 5), (2, 5), (0, 5), (-2, 5)],
    "in_loop_body": [([1, 2, 5],), ([1, 0, 5],), ([0],), ([],)],
    "deleted": [(0,), (1,)],
    "tuple_targets": [("1,2,3",), ("x",), ("7",)],
}
