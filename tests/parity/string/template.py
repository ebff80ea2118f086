"""`string.Template`."""

from string import Template

from hotforge import compile


@compile()
def greeting(text: str, name: str, count: int) -> str:
    return Template(text).substitute(name=name, count=count)


@compile()
def of_mapping(text: str, values: dict[str, str]) -> str:
    return Template(text).substitute(values)


@compile()
def of_both(text: str, values: dict[str, int]) -> str:
    template = Template(text)
    return template.substitute(values, name="by name", half=0.5, nothing=None)


@compile()
def safely(text: str, values: dict[str, float]) -> list[str]:
    template = Template(text)
    return [template.safe_substitute(values), template.safe_substitute(values, name="x"), template.safe_substitute()]


@compile()
def looked_at(text: str) -> tuple[str, list[str], bool]:
    template = Template(text)
    return template.template, template.get_identifiers(), template.is_valid()


TEXTS = ["", "plain", "$name", "${name}s: $count", "$$name $$", "$missing", "a\n$", "$1 $name", "${name", "${}", "$ name", "é$naïve $name.x", "$NAME $Name", "$_a1$name", "x\r\ny\n $", "${na me}", "$name$name$count"]
CASES = {
    "greeting": [(text, "Ada", -3) for text in TEXTS],
    "of_mapping": [(text, {"name": "É", "count": "$", "na": "?", "_a1": ""}) for text in TEXTS] + [("$x", {})],
    "of_both": [(text, {"name": 1, "count": 2, "missing": 3, "NAME": 4}) for text in TEXTS] + [("$half $nothing $name", {})],
    "safely": [(text, {"count": 1.0, "na": float("nan")}) for text in TEXTS] + [("$x", {})],
    "looked_at": [(text,) for text in TEXTS],
}  # fmt: skip
