"""partition and rpartition give three parts, always."""

from hotforge import compile


@compile()
def partition(text: str, sep: str) -> tuple[str, str, str]:
    return text.partition(sep)


@compile()
def rpartition(text: str, sep: str) -> tuple[str, str, str]:
    return text.rpartition(sep)


@compile()
def key_value(line: str) -> dict[str, str]:
    result: dict[str, str] = {}
    for field in line.split(";"):
        key, found, value = field.partition("=")
        if found:
            result[key.strip()] = value.strip()
    return result


CASES = {
    "partition": [("a=b=c", "="), ("abc", "="), ("", "="), ("abc", "")],
    "rpartition": [("a=b=c", "="), ("abc", "="), ("=", "=")],
    "key_value": [("a=1; b = 2;c;=;d==",), ("",)],
}
