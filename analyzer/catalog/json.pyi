"""JSON text: `dumps` writes values, `loads` reads text into a declared type."""

class JSONDecodeError(builtins.ValueError):
    """Text that is no JSON."""

@overload
@raises(TypeError, ValueError)
def dumps(
    obj: object,
    *,
    skipkeys: bool = False,
    ensure_ascii: bool = True,
    allow_nan: bool = True,
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    """The value as JSON."""

@overload
@raises(TypeError, ValueError)
@native("json::dumps_indented")
def dumps(
    obj: object,
    *,
    indent: str,
    skipkeys: bool = False,
    ensure_ascii: bool = True,
    allow_nan: bool = True,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    """The value as JSON, indented by that text."""

@raises(TypeError, ValueError)
def loads(s: str) -> object:
    """The value that the text says, of the type declared for it: `data: dict[str, int] = json.loads(text)`."""
