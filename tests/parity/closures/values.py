"""Functions as values: kept in variables and containers, returned, passed on."""

from hotforge import compile


def double(x: int) -> int:
    return x * 2


def negate(x: int) -> int:
    return -x


def make_adder(n: int):
    def add(x: int) -> int:
        return x + n

    return add


def compose(f, g):
    return lambda x: f(g(x))


def apply_twice(function, x):
    return function(function(x))


def apply_all(functions, x: int) -> list[int]:
    return [function(x) for function in functions]


def make_counter(start: int):
    count = start

    def step() -> int:
        nonlocal count
        count += 1
        return count

    return step


def pick(name: str):
    if name == "double":
        return double
    if name == "negate":
        return negate
    return lambda x: x


def maybe(flag: bool):
    if flag:
        return double
    return None


@compile()
def factory(n: int, x: int) -> tuple[int, int]:
    add = make_adder(n)
    other = make_adder(100)
    return add(x), other(x)


@compile()
def chosen(name: str, x: int) -> int:
    return pick(name)(x)


@compile()
def branches(flag: bool, x: int) -> int:
    if flag:
        operation = double
    else:
        operation = negate
    return operation(x)


@compile()
def conditional(flag: bool, x: int) -> int:
    operation = double if flag else negate
    return operation(x) + (negate if flag else double)(x)


@compile()
def dispatched(name: str, a: int, b: int) -> int:
    operations = {
        "add": lambda a, b: a + b,
        "sub": lambda a, b: a - b,
        "mul": lambda a, b: a * b,
        "div": lambda a, b: a // b,
        "max": max,
    }
    return operations[name](a, b)


@compile()
def looked_up(name: str, x: int) -> int:
    table = {"double": double, "negate": negate}
    function = table.get(name)
    if function is None:
        return 0
    return function(x)


@compile()
def listed(x: int) -> list[int]:
    steps = [double, negate, lambda y: y + 1, make_adder(10), abs]
    found = []
    for step in steps:
        x = step(x)
        found.append(x)
    return found


@compile()
def pairs(x: int) -> list[str]:
    rules = [(3, "Fizz", lambda n: n % 3 == 0), (5, "Buzz", lambda n: n % 5 == 0)]
    return [word for _, word, test in rules if test(x)]


@compile()
def composed(x: int) -> int:
    return compose(double, compose(negate, make_adder(1)))(x)


@compile()
def passed(items: list[int], shift: int) -> list[int]:
    def shifted(x: int) -> int:
        return x + shift

    return [apply_twice(shifted, item) for item in items] + [apply_twice(lambda y: y * shift, 3)]


@compile()
def passed_loop(items: list[int]) -> list[int]:
    found = []
    for k in range(2):
        found.extend(apply_all([lambda x: x * k, double, make_adder(k)], len(items)))
    return found


@compile()
def late_lambdas(n: int) -> list[int]:
    functions = []
    for i in range(n):
        functions.append(lambda x: x + i)
    return [function(10) for function in functions]


@compile()
def early_lambdas(n: int) -> list[int]:
    functions = []
    for i in range(n):
        functions.append(lambda x, i=i: x + i)
    return [function(10) for function in functions]


@compile()
def comprehended(n: int) -> list[int]:
    functions = [lambda: i for i in range(n)]
    held = [lambda i=i: i for i in range(n)]
    return [function() for function in functions] + [function() for function in held]


@compile()
def counters() -> list[int]:
    a, b = make_counter(0), make_counter(10)
    return [a(), a(), b(), a(), b()]


@compile()
def optional(flag: bool, x: int) -> int:
    function = maybe(flag)
    if function is None:
        return -1
    return function(x)


@compile()
def rebound_in_loop(items: list[int]) -> list[int]:
    function = double
    found = []
    for item in items:
        found.append(function(item))
        if item > 2:
            function = negate
        if item > 4:
            function = make_adder(item)
    found.append(function(1))
    return found


@compile()
def accumulated(x: int, n: int) -> int:
    function = double
    for k in range(n):
        if k % 2:
            function = negate
            break
    return function(x)


@compile()
def methods(text: str, items: list[int]) -> list[str]:
    add = items.append
    for k in range(2):
        add(k)
    changes = [str.upper, str.title, str.strip]
    found = [changes[0](text), changes[2](text)]
    found.append(text.replace("a", "b"))
    found.append(str(items))
    return found


@compile()
def method_keys(words: list[str], weights: dict[str, int]) -> list[str]:
    by_lower = sorted(words, key=str.lower)
    by_weight = sorted(words, key=lambda word: weights.get(word, 0))
    known = [word for word in words if word in weights]
    heaviest = max(weights, key=weights.get) if weights else "none"
    upper = list(map(str.upper, words))
    return by_lower + by_weight + known + [heaviest] + upper


@compile()
def method_passed(words: list[str]) -> list[str]:
    seen: list[str] = []
    for_each(seen.append, words)
    return seen


def for_each(function, items) -> None:
    for item in items:
        function(item)


@compile()
def kept_generators(items: list[int]) -> list[list[int]]:
    made = [(item * k for item in items) for k in range(3)]
    return [list(one) for one in made]


@compile()
def returned_pair(x: int) -> list[int]:
    get, put = cell(x)
    before = get()
    put(before * 10)
    return [before, get()]


def cell(value: int):
    def get() -> int:
        return value

    def put(new: int) -> None:
        nonlocal value
        value = new

    return get, put


CASES = {
    "factory": [(1, 2)],
    "chosen": [("double", 4), ("negate", 4), ("other", 4)],
    "branches": [(True, 3), (False, 3)],
    "conditional": [(True, 3), (False, 3)],
    "dispatched": [("add", 7, 2), ("sub", 7, 2), ("mul", 7, 2), ("div", 7, 2), ("div", 7, 0), ("max", 7, 2), ("no", 1, 1)],
    "looked_up": [("double", 2), ("negate", 2), ("none", 2)],
    "listed": [(3,), (-20,)],
    "pairs": [(15,), (3,), (7,)],
    "composed": [(5,)],
    "passed": [([1, 2], 5), ([], 0)],
    "passed_loop": [([1, 2, 3],)],
    "late_lambdas": [(3,), (0,)],
    "early_lambdas": [(3,), (0,)],
    "comprehended": [(3,), (0,)],
    "counters": [()],
    "optional": [(True, 4), (False, 4)],
    "rebound_in_loop": [([1, 3, 2, 5, 1],), ([],)],
    "accumulated": [(3, 0), (3, 1), (3, 5)],
    "methods": [(" ab c ", [5]), ("", [])],
    "method_keys": [(["b", "A", "c"], {"b": 2, "c": 5}), ([], {})],
    "method_passed": [(["a", "b"],), ([],)],
    "kept_generators": [([1, 2],), ([],)],
    "returned_pair": [(4,)],
}
