"""Plain classes: `__init__`, methods, properties, class values, static and class methods."""

from __future__ import annotations

from hotforge import compile


class Counter:
    """Counts."""

    step = 1
    names: list[str]

    def __init__(self, start: int = 0) -> None:
        self.value = start
        self.history: list[int] = []

    def tick(self, times: int = 1) -> int:
        for _ in range(times):
            self.history.append(self.value)
            self.value += self.step
        return self.value

    @property
    def double(self) -> int:
        return self.value * 2

    @double.setter
    def double(self, value: int) -> None:
        self.value = value // 2

    @staticmethod
    def clamp(value: int, low: int, high: int) -> int:
        return max(low, min(value, high))

    @classmethod
    def parse(cls, text: str) -> Counter:
        return cls(int(text))


class Account:
    RATE = 0.5
    LIMITS = (0, 1000)

    def __init__(self, owner: str, balance: float) -> None:
        if balance < 0:
            raise ValueError(f"negative balance: {balance}")
        self.owner = owner
        self.balance = balance
        self.log = [("open", balance)]

    def deposit(self, amount: float) -> None:
        if amount <= 0:
            raise ValueError("Deposit amount must be positive")
        self.balance += amount
        self.log.append(("deposit", amount))

    def withdraw(self, amount: float) -> float:
        if amount > self.balance:
            raise ValueError(f"{self.owner} has only {self.balance}")
        self.balance -= amount
        self.log.append(("withdraw", amount))
        return self.balance

    def interest(self) -> float:
        return self.balance * Account.RATE + self.RATE


class Late:
    def __init__(self, ready: bool) -> None:
        self.kind = "late"
        if ready:
            self.prepare(3)

    def prepare(self, count: int) -> None:
        self.items = list(range(count))
        self.total = sum(self.items)

    def report(self) -> str:
        return f"{self.kind}: {self.total} of {self.items}"


class Empty:
    pass


class Node:
    def __init__(self, value: int, next: Node | None = None) -> None:
        self.value = value
        self.next = next


class Stack:
    def __init__(self):
        self.head = None
        self.size = 0

    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from an empty stack")
        node = self.head
        self.head = node.next
        self.size -= 1
        return node.value

    def items(self):
        found = []
        node = self.head
        while node is not None:
            found.append(node.value)
            node = node.next
        return found


@compile()
def count(start: int, times: int) -> tuple[int, list[int], int]:
    counter = Counter(start)
    first = counter.tick()
    counter.tick(times)
    return first, counter.history, counter.double


@compile()
def counting(text: str) -> list[int]:
    counter = Counter.parse(text)
    counter.double = 41
    other = counter
    other.tick(2)
    return [counter.value, counter.double, Counter.clamp(counter.value, 0, 10), counter.clamp(50, 0, 7), Counter.step]


@compile()
def banking(owner: str, balance: float, deposit: float, withdraw: float) -> tuple[float, list[tuple[str, float]], float]:
    account = Account(owner, balance)
    account.deposit(deposit)
    left = account.withdraw(withdraw)
    return left, account.log, account.interest()


@compile()
def late(ready: bool) -> str:
    thing = Late(ready)
    return thing.report()


@compile()
def aliases(n: int) -> list[bool]:
    a, b = Empty(), Empty()
    c = a
    stack = Stack()
    stack.push(n)
    first = stack.head
    stack.push(n + 1)
    return [a is b, a is c, a == b, a == c, a != b, stack.head is first, stack.head is not None]


@compile()
def stacking(values: list[int], pops: int) -> tuple[list[int], list[int], int]:
    stack = Stack()
    for value in values:
        stack.push(value)
    popped = []
    for _ in range(pops):
        popped.append(stack.pop())
    return stack.items(), popped, stack.size


@compile()
def long_chain(n: int) -> int:
    stack = Stack()
    for i in range(n):
        stack.push(i)
    return stack.size


@compile()
def reversed_chain(values: list[int]) -> list[int]:
    head = None
    for value in values:
        head = Node(value, head)
    previous = None
    while head:
        following = head.next
        head.next = previous
        previous = head
        head = following
    found = []
    while previous is not None:
        found.append(previous.value)
        previous = previous.next
    return found


CASES = {
    "count": [(0, 0), (5, 3), (-2, 10), (2**63 - 2, 1), (2**62, 0)],
    "counting": [("12",), ("-3",), ("x",), ("",), (" 7 ",)],
    "banking": [
        ("Ann", 10.0, 5.0, 3.0),
        ("Bob", 0.0, 0.5, 7.0),
        ("Cy", -1.0, 1.0, 1.0),
        ("Dee", 1.0, 0.0, 1.0),
        ("", 1e308, 1e308, 0.0),
        ("Nan", float("nan"), 1.0, 1.0),
    ],
    "late": [(True,), (False,)],
    "aliases": [(1,)],
    "stacking": [([], 0), ([1, 2, 3], 2), ([1], 1), ([1], 2), ([5, 6], 0)],
    "long_chain": [(10,), (0,), (200_000,)],
    "reversed_chain": [([],), ([1],), ([1, 2, 3],)],
}
