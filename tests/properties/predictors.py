"""The operators that the property test drives: compiled once, called thousands of times."""

from hotforge import compile


@compile()
def int_arithmetic(a: int, b: int) -> list[int]:
    return [a + b, a - b, a * b]


@compile()
def int_division(a: int, b: int) -> tuple[int, int, float, tuple[int, int]]:
    return a // b, a % b, a / b, divmod(a, b)


@compile()
def int_bits(a: int, b: int) -> tuple[int, int, int, int, int, int]:
    return a & b, a | b, a ^ b, ~a, a.bit_length(), a.bit_count()


@compile()
def int_shifts(a: int, b: int) -> tuple[int, int]:
    return a >> b, a << b


@compile()
def int_text(a: int) -> list[str]:
    return [str(a), hex(a), bin(a), oct(a), f"{a:,}", f"{a:#_x}", f"{a:+010d}", f"{a:e}", f"{a:.3%}"]


@compile()
def int_power(a: int, b: int, modulus: int) -> tuple[int, int]:
    return pow(a, b, modulus), round(a, -(b % 20))


@compile()
def int_parsed(text: str, base: int) -> int:
    return int(text, base)


@compile()
def float_parsed(text: str) -> float:
    return float(text)


@compile()
def format_int(value: int, spec: str) -> str:
    return format(value, spec)


@compile()
def format_float(value: float, spec: str) -> str:
    return format(value, spec)


@compile()
def format_text(value: str, spec: str) -> str:
    return format(value, spec)


@compile()
def float_text(value: float, digits: int) -> tuple[str, str, float, bool]:
    return repr(value), value.hex(), round(value, digits), value.is_integer()


@compile()
def float_arithmetic(a: float, b: float) -> tuple[float, float, float, bool, bool]:
    return a + b, a - b, a * b, a < b, a == b


@compile()
def float_division(a: float, b: float) -> tuple[float, float, float]:
    return a / b, a // b, a % b


@compile()
def text_cases(text: str) -> list[str]:
    return [text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold(), text.strip(), text.expandtabs(), repr(text), ascii(text)]


@compile()
def text_kinds(text: str) -> list[bool]:
    return [
        text.isalpha(), text.isdigit(), text.isalnum(), text.isspace(), text.isupper(), text.islower(), text.istitle(), text.isdecimal(), text.isnumeric(), text.isascii(), text.isprintable(),
        text.isidentifier(),
    ]  # fmt: skip


@compile()
def text_search(text: str, part: str, start: int, end: int) -> tuple[int, int, int, bool, bool, bool, tuple[str, str, str] | None]:
    pieces = text.partition(part) if part else None
    return text.find(part, start, end), text.rfind(part, start, end), text.count(part, start, end), part in text, text.startswith(part, start, end), text.endswith(part, start, end), pieces


@compile()
def text_split(text: str, sep: str | None, most: int) -> list[list[str]]:
    return [text.split(sep, most), text.rsplit(sep, most), text.splitlines(), text.split()]


@compile()
def text_replace(text: str, old: str, new: str, count: int) -> list[str]:
    return [text.replace(old, new, count), text.removeprefix(old), text.removesuffix(old), text.strip(old), text.center(count, "*"), text.zfill(count)]


@compile()
def text_slice(text: str, start: int | None, stop: int | None, step: int | None) -> str:
    return text[start:stop:step]


@compile()
def text_encoded(text: str, encoding: str, errors: str) -> bytes:
    return text.encode(encoding, errors)


@compile()
def bytes_decoded(data: bytes, encoding: str, errors: str) -> str:
    return data.decode(encoding, errors)


@compile()
def list_slices(items: list[int], start: int | None, stop: int | None, step: int | None, new: list[int]) -> list[list[int]]:
    taken = items[start:stop:step]
    copy = items[:]
    copy[start:stop] = new
    return [taken, copy, sorted(items), sorted(items, reverse=True), list(reversed(items)), items * 2]


@compile()
def list_delete(items: list[int], start: int | None, stop: int | None, step: int | None) -> list[int]:
    del items[start:stop:step]
    return items


@compile()
def list_change(items: list[int], index: int, value: int) -> list[int]:
    items.insert(index, value)
    items.append(items.pop(index))
    items.remove(value)
    return items


@compile()
def dict_change(data: dict[str, int], keys: list[str], value: int) -> tuple[dict[str, int], list[tuple[str, int]], int]:
    for key in keys:
        data[key] = data.get(key, 0) + value
        if value % 2:
            data.pop(key)
    return data, sorted(data.items()), sum(data.values())


@compile()
def set_algebra(a: set[int], b: set[int]) -> list[list[int] | bool]:
    return [sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= b, a < b, a == b, a.isdisjoint(b)]


@compile()
def percent(template: str, number: int, text: str, share: float) -> str:
    return template % (number, text, share)
