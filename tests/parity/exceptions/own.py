"""Exception classes with __init__, attributes, __str__, methods and properties."""

from hotforge import compile


class HttpError(Exception):
    kind = "http"

    def __init__(self, status: int, message: str = "failed") -> None:
        super().__init__(f"{status}: {message}")
        self.status = status
        self.message = message
        self.details = [status, 1]
        self.hint = None if status < 500 else "retry"

    def is_client(self) -> bool:
        return 400 <= self.status < 500

    @property
    def family(self) -> int:
        return self.status // 100

    def describe(self) -> str:
        return f"{self.kind} {self.status}"


class NotFound(HttpError):
    kind = "missing"

    def __init__(self, path: str) -> None:
        super().__init__(404, message=f"{path} not found")
        self.path = path

    def describe(self) -> str:
        return "not found: " + self.path


class Gone(NotFound):
    pass


class Coded(ValueError):
    def __init__(self, code: int, *, reason: str = "none"):
        self.code = code
        self.reason = reason

    def __str__(self) -> str:
        return f"code {self.code} ({self.reason})"


class Wrapped(RuntimeError):
    def __str__(self) -> str:
        return "<" + super().__str__() + ">"


def fetch(n: int) -> int:
    if n == 0:
        raise HttpError(503)
    if n == 1:
        raise NotFound("/a")
    if n == 2:
        raise HttpError(400, "bad")
    if n == 3:
        raise Gone("/b")
    return n


@compile()
def caught(n: int) -> list[str]:
    out = []
    try:
        out.append(str(fetch(n)))
    except NotFound as e:
        out.append(f"{e} {e.path} {e.status} {e.message} {e.family}")
        out.append(e.describe())
    except HttpError as e:
        out.append(f"{e!r} {e.status} {e.is_client()} {e.hint} {e.details}")
        out.append(e.describe())
    return out


@compile()
def virtual(n: int) -> str:
    try:
        return str(fetch(n))
    except HttpError as e:
        return f"{e.describe()} {e.kind} {e.args} {e.family} {type(e).__name__}"


@compile()
def uncaught(n: int) -> int:
    return fetch(n)


@compile()
def coded(n: int) -> str:
    try:
        if n > 0:
            raise Coded(n, reason="positive")
        raise Coded(n)
    except ValueError as e:
        if isinstance(e, Coded):
            return f"{e} {e.code} {e.reason} {e!r}"
        return "other"


@compile()
def uncaught_coded(n: int) -> int:
    if n:
        raise Coded(n, reason="uncaught")
    raise Wrapped("inner", n)


@compile()
def wrapped(text: str) -> str:
    try:
        raise Wrapped(text)
    except RuntimeError as e:
        return f"{e} | {e!r}"


@compile()
def shared(n: int) -> list[int]:
    try:
        raise HttpError(n)
    except HttpError as e:
        other = e
        e.details.append(7)
        e.status = n + 1
        return other.details + [other.status]


@compile()
def missing_attribute(n: int) -> str:
    try:
        fetch(n)
        return "fine"
    except HttpError as e:
        return e.path


CASES = {
    "caught": [(n,) for n in range(5)],
    "virtual": [(n,) for n in range(5)],
    "uncaught": [(n,) for n in range(5)],
    "coded": [(1,), (0,)],
    "uncaught_coded": [(1,), (0,)],
    "wrapped": [("a",), ("",)],
    "shared": [(5,)],
    "missing_attribute": [(0,), (1,), (4,)],
}
