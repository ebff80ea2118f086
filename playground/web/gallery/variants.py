"""One name, several types: unions become variants, and `isinstance` and `match` narrow them."""

from hotforge import compile


@compile()
def describe(texts: list[str]) -> list[str]:
    """Say what each text holds."""
    return [_describe(_read(text)) for text in texts]


def _read(text: str) -> int | float | str | None:
    if not text or text.isspace():
        return None
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


def _describe(value: int | float | str | None) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"{len(value)} letters"
    match value:
        case 0:
            return "zero"
        case int():
            return f"the whole number {value:,}"
        case _:
            return f"about {value:.2f}"
