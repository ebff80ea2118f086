"""`str.format` and `format_map`: fields, numbering, conversions, nested specs, and what is malformed."""

from hotforge import compile

TEMPLATE = "Hello {name}, you are {age:>4}!"


@compile()
def named(name: str, age: int) -> list[str]:
    return [
        TEMPLATE.format(name=name, age=age),
        "{n!r:>10}|{n!s}|{n!a}".format(n=name),
        "{0} {1} {0}".format(name, age),
        "{} {}".format(name, age),
        "{{}} {{{}}}".format(age),
        "{a} {0}".format(name, a=age),
        "{x}-{y}".format_map({"x": name, "y": age}),
    ]


@compile()
def nested(value: float, width: int, digits: int) -> list[str]:
    return [
        "{:{}.{}f}".format(value, width, digits),
        "{0:{1}.{2}e}".format(value, width, digits),
        "{v:{w}}".format(v=value, w=width),
        "{:*^{w}}".format("ab", w=width),
    ]


@compile()
def dynamic(template: str, a: int, b: str, c: float) -> str:
    return template.format(a, b, c, key=b, other=[a, 2])


@compile()
def of_unions(value: int | str | None, flag: bool) -> str:
    return "{} {!r} {}".format(value, value, (flag, value))


@compile()
def ordered(items: list[int]) -> str:
    return "{} {} {}".format(items, items.pop(), items)


CASES = {
    "named": [("Ada", 36), ("", -1), ("é'\n", 0)],
    "nested": [(3.14159, 10, 2), (-1e10, 3, 0), (float("nan"), 6, 1)],
    "dynamic": [
        (template, 7, "x€", 2.5)
        for template in [
            "{}", "{} {} {}", "{0}{0}", "{key}", "{other}", "{:>5}|{:<5}|{:^7.1f}", "{1:.1}", "{2:e}", "{0:#x}", "{0:c}", "{0:,}", "", "plain", "}", "{", "{{", "}}",
            "a}b", "{}{1}", "{0}{}", "{3}", "{4}", "{missing}", "{!r}", "{!x}", "{!}", "{!r:>9}", "{!rr}", "{:{}}", "{:{:{}}}", "{0!s:.{0}}", "{1:d}", "{0:s}",
            "{0:5", "{0", "{a{b}", "{ 0}", "{:", "{0:{", "{1!a}", "{0:>{0}}", "{2:%}", "{key!r:*^{0}}", "{0:.3}", "{00}", "{-1}", "{: }", "{:+}", "{2:.0f}", "{!é}",
        ]
    ],
    "of_unions": [(1, True), ("a'", False), (None, True)],
    "ordered": [([1, 2, 3],), ([],)],
}  # fmt: skip
