"""Constants, properties, class methods and static methods of a class."""

from hotforge import compile


class K:
    LIMIT = 5
    NAMES = ("a", "b")
    count: int = 0
    def __init__(self, n: int):
        self.n = n
    def over(self) -> bool:
        return self.n > self.LIMIT
    @classmethod
    def make(cls, n: int) -> "K":
        return cls(n + cls.LIMIT)
    @staticmethod
    def helper(n: int) -> int:
        return n * 2
    @property
    def double(self) -> int:
        return self.n * 2
    @double.setter
    def double(self, v: int) -> None:
        self.n = v // 2


@compile()
def klass(n: int) -> str:
    k = K(n)
    k.double = 20
    k.double += 2
    k.count += 1
    return f"{k.n} {k.over()} {K.make(n).n} {k.helper(3)} {K.helper(4)} {K.LIMIT} {k.NAMES} {k.count} {K.count} {K.__name__} {type(k).__name__}"


CASES = {
    "klass": [(3,)],
}
