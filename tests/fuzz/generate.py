"""Random well-typed programs of the supported language.

A program is one predictor with its helpers. Every name keeps its type, loops are bounded, and whatever can raise may
raise: what an exception says is part of what is compared.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from constructs import Constructs

PLAIN = ["int", "float", "bool", "str"]
LISTS = ["list[int]", "list[str]", "list[float]", "list[tuple[int, str]]", "list[list[int]]"]
TYPES = [*PLAIN, *LISTS, "dict[str, int]", "dict[int, list[int]]", "tuple[int, str]", "set[int]"]
PARAMETER_TYPES = ["int", "int", "float", "bool", "str", "str", "list[int]", "list[int]", "list[str]", "list[float]",
                   "dict[str, int]", "list[tuple[int, str]]", "tuple[int, str]"]
RETURN_TYPES = [*PLAIN, "list[int]", "list[str]", "list[float]", "dict[str, int]", "tuple[int, str]", "str", "list[str]"]
WORDS = ["", "a", "b", "ab", "Hello", "x y", "12", "-3", "é", "ß", "Żółć", "a,b,c", "  pad ", "3.5", "日本", "\t", "İ", "ǅ", "\u2028x",
         "🙂", "a\nb", "'", "\\", "e\u0301", "ﬁ", "Ⅷ"]
ERRORS = ["ZeroDivisionError", "ValueError", "IndexError", "KeyError", "(ValueError, KeyError)", "ArithmeticError",
          "LookupError", "Exception"]


@dataclass
class Scope:
    """The names in sight with their types, and those that a loop around iterates over."""

    names: dict[str, str] = field(default_factory=dict)
    fixed: set[str] = field(default_factory=set)
    in_loop: bool = False

    def inner(self, **changes) -> Scope:
        inner = Scope(dict(self.names), set(self.fixed), self.in_loop)
        inner.__dict__.update(changes)
        return inner


class Program(Constructs):
    """One predictor, written line by line."""

    def __init__(self, name: str, seed: int):
        self.random = random.Random(f"{name}/{seed}")
        self.name = name
        self.lines: list[str] = []
        self.counter = 0
        self.helpers: list[tuple[str, list[str], str]] = []
        self.returns = "int"
        self.own_classes: tuple[str, str] | None = None
        self.own_errors: str | None = None
        self.classes_of_program()
        self.error_of_program()
        for _ in range(self.random.choice([0, 0, 1, 2])):
            self.helper()
        self.parameters = [self.pick(PARAMETER_TYPES) for _ in range(self.random.randint(1, 4))]
        self.predictor()

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n\n\n"

    def pick(self, options):
        return self.random.choice(options)

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def fresh(self, prefix: str = "v") -> str:
        self.counter += 1
        return f"{prefix}{self.counter}"

    def emit(self, depth: int, line: str) -> None:
        self.lines.append("    " * depth + line)

    # Functions

    def helper(self) -> None:
        name = f"{self.name}_h{len(self.helpers)}"
        parameters = [self.pick(["int", "str", "float", "list[int]", "bool"]) for _ in range(self.random.randint(1, 3))]
        self.returns = self.pick(["int", "str", "float", "list[int]", "bool"])
        names = [f"p{index}" for index in range(len(parameters))]
        signature = ", ".join(f"{name}: {ty}" for name, ty in zip(names, parameters))
        self.emit(0, f"def {name}({signature}) -> {self.returns}:")
        scope = Scope(dict(zip(names, parameters)))
        self.block(scope, 1, self.random.randint(1, 3), nesting=1)
        self.emit(1, f"return {self.expression(self.returns, scope, 2)}")
        self.emit(0, "")
        self.emit(0, "")
        self.helpers.append((name, parameters, self.returns))

    def predictor(self) -> None:
        names = [f"a{index}" for index in range(len(self.parameters))]
        self.returns = self.pick(RETURN_TYPES)
        signature = ", ".join(f"{name}: {ty}" for name, ty in zip(names, self.parameters))
        self.emit(0, "@compile()")
        self.emit(0, f"def {self.name}({signature}) -> {self.returns}:")
        scope = Scope(dict(zip(names, self.parameters)))
        self.block(scope, 1, self.random.randint(3, 8), nesting=0)
        self.emit(1, f"return {self.expression(self.returns, scope, 3)}")

    # Statements

    def block(self, scope: Scope, depth: int, count: int, nesting: int) -> None:
        for _ in range(count):
            self.statement(scope, depth, nesting)

    def statement(self, scope: Scope, depth: int, nesting: int) -> None:
        choices = [self.assign, self.assign, self.assign, self.augment, self.mutate, self.mutate, self.unpack]
        if nesting < 3:
            choices += [self.branch, self.branch, self.loop, self.loop, self.while_loop, self.attempt]
        if nesting == 0:
            choices += [self.closure, *self.constructs()]
        if scope.in_loop:
            choices += [self.leave_loop]
        if nesting > 0:
            choices += [self.leave]
        self.pick(choices)(scope, depth, nesting)

    def assign(self, scope: Scope, depth: int, nesting: int) -> None:
        old = [name for name, ty in scope.names.items() if name not in scope.fixed and ty in TYPES]
        if old and self.chance(0.4):
            name = self.pick(old)
            self.emit(depth, f"{name} = {self.expression(scope.names[name], scope, 3)}")
            return
        ty = self.pick(TYPES)
        name = self.fresh()
        value = self.expression(ty, scope, 3)
        annotation = f": {ty}" if self.chance(0.2) or value in ("[]", "{}", "set()") else ""
        self.emit(depth, f"{name}{annotation} = {value}")
        scope.names[name] = ty

    def unpack(self, scope: Scope, depth: int, nesting: int) -> None:
        a, b = self.fresh(), self.fresh()
        if self.chance(0.5):
            self.emit(depth, f"{a}, {b} = {self.expression('tuple[int, str]', scope, 2)}")
            scope.names |= {a: "int", b: "str"}
        else:
            self.emit(depth, f"{a}, *{b} = {self.expression('list[int]', scope, 2)}")
            scope.names |= {a: "int", b: "list[int]"}

    def augment(self, scope: Scope, depth: int, nesting: int) -> None:
        able = [(name, ty) for name, ty in scope.names.items()
                if name not in scope.fixed and ty in ("int", "float", "str", "list[int]", "dict[str, int]", "list[str]")]
        if not able:
            return self.assign(scope, depth, nesting)
        name, ty = self.pick(able)
        if ty == "dict[str, int]":
            key = self.expression("str", scope, 1)
            return self.emit(depth, f"{name}[{key}] {self.pick(['+=', '-='])} {self.expression('int', scope, 1)}")
        if ty == "list[int]" and self.chance(0.4):
            index = self.expression("int", scope, 1)
            return self.emit(depth, f"{name}[{index}] += {self.expression('int', scope, 1)}")
        operator = {"int": ["+=", "-=", "//=", "%=", "|=", "&=", "^="], "float": ["+=", "-=", "*=", "/="]}.get(ty, ["+="])
        self.emit(depth, f"{name} {self.pick(operator)} {self.expression(ty, scope, 2)}")

    def mutate(self, scope: Scope, depth: int, nesting: int) -> None:
        able = [(name, ty) for name, ty in scope.names.items()
                if name not in scope.fixed and ty.startswith(("list", "dict", "set"))]
        if not able:
            return self.assign(scope, depth, nesting)
        name, ty = self.pick(able)
        if ty.startswith("list"):
            item = self.expression(ty[5:-1], scope, 2)
            index = self.index(lambda ty: self.expression(ty, scope, 1))
            self.emit(depth, self.pick([
                f"{name}.append({item})", f"{name}.append({item})", f"{name}.insert({index}, {item})", f"{name}.reverse()",
                f"{name}.pop()", f"{name}.pop({index})", f"{name}[{index}] = {item}", f"del {name}[{index}]",
                f"{name}.extend({self.expression(ty, scope, 2)})", f"{name}.remove({item})", f"{name}.sort()",
                f"{name}[{self.slice(scope)}] = {self.expression(ty, scope, 1)}",
            ]))
        elif ty == "dict[str, int]":
            key = self.expression("str", scope, 1)
            value = self.expression("int", scope, 2)
            self.emit(depth, self.pick([
                f"{name}[{key}] = {value}", f"{name}[{key}] = {value}", f"{name}.setdefault({key}, {value})",
                f"{name}.pop({key}, 0)", f"del {name}[{key}]", f"{name}.update({self.expression(ty, scope, 1)})",
            ]))
        elif ty == "dict[int, list[int]]":
            key = self.expression("int", scope, 1)
            item = self.expression("int", scope, 1)
            self.emit(depth, self.pick([
                f"{name}[{key}] = {self.expression('list[int]', scope, 2)}", f"{name}.setdefault({key}, []).append({item})",
                f"{name}[{key}].append({item})",
            ]))
        else:
            item = self.expression("int", scope, 1)
            self.emit(depth, self.pick([f"{name}.add({item})", f"{name}.discard({item})", f"{name}.remove({item})"]))

    def branch(self, scope: Scope, depth: int, nesting: int) -> None:
        self.emit(depth, f"if {self.expression('bool', scope, 2)}:")
        self.block(scope.inner(), depth + 1, self.random.randint(1, 2), nesting + 1)
        if self.chance(0.3):
            self.emit(depth, f"elif {self.expression('bool', scope, 2)}:")
            self.block(scope.inner(), depth + 1, 1, nesting + 1)
        if self.chance(0.5):
            self.emit(depth, "else:")
            self.block(scope.inner(), depth + 1, self.random.randint(1, 2), nesting + 1)

    def loop(self, scope: Scope, depth: int, nesting: int) -> None:
        target, iterable, bound, over = self.clause(scope)
        self.emit(depth, f"for {target} in {iterable}:")
        inner = scope.inner(in_loop=True, fixed=scope.fixed | over)
        inner.names |= bound
        self.block(inner, depth + 1, self.random.randint(1, 3), nesting + 1)
        if self.chance(0.15):
            self.emit(depth, "else:")
            self.block(scope.inner(), depth + 1, 1, nesting + 1)

    def clause(self, scope: Scope) -> tuple[str, str, dict[str, str], set[str]]:
        """Target, iterable, the names bound, and the names that are iterated over."""
        a, b = self.fresh("i"), self.fresh("i")
        kind = self.pick(["range", "name", "name", "enumerate", "items", "zip", "text", "pairs", "reversed"])
        lists = [name for name, ty in scope.names.items() if ty.startswith("list")]
        dicts = [name for name, ty in scope.names.items() if ty == "dict[str, int]"]
        if kind in ("name", "enumerate", "reversed") and lists:
            name = self.pick(lists)
            item = scope.names[name][5:-1]
            if kind == "enumerate":
                return f"{a}, {b}", f"enumerate({name}[:6])", {a: "int", b: item}, {name}
            if kind == "reversed":
                return a, f"reversed({name}[:6])", {a: item}, {name}
            return a, f"{name}[:7]", {a: item}, {name}
        if kind == "items" and dicts:
            name = self.pick(dicts)
            return f"{a}, {b}", f"{name}.items()", {a: "str", b: "int"}, {name}
        if kind == "zip":
            left, right = self.expression("list[int]", scope, 1), self.expression("str", scope, 1)
            return f"{a}, {b}", f"zip({left}, {right})", {a: "int", b: "str"}, set()
        if kind == "text":
            return a, f"{self.expression('str', scope, 1)}[:6]", {a: "str"}, set()
        if kind == "pairs":
            pairs = self.expression("list[tuple[int, str]]", scope, 1)
            return f"{a}, {b}", f"{pairs}[:5]", {a: "int", b: "str"}, set()
        steps = self.pick(["{}", "1, {}", "{}, -1, -1", "0, {}, 2"]).format(self.random.randint(0, 5))
        return a, f"range({steps})", {a: "int"}, set()

    def while_loop(self, scope: Scope, depth: int, nesting: int) -> None:
        counter = self.fresh("n")
        self.emit(depth, f"{counter} = 0")
        self.emit(depth, f"while {counter} < {self.random.randint(1, 5)} and {self.expression('bool', scope, 1)}:")
        self.emit(depth + 1, f"{counter} += 1")
        scope.names[counter] = "int"
        scope.fixed.add(counter)
        self.block(scope.inner(in_loop=True), depth + 1, self.random.randint(1, 2), nesting + 1)

    def attempt(self, scope: Scope, depth: int, nesting: int) -> None:
        self.emit(depth, "try:")
        self.block(scope.inner(in_loop=False), depth + 1, self.random.randint(1, 2), nesting + 1)
        error = self.fresh("e")
        self.emit(depth, f"except {self.pick(ERRORS)} as {error}:")
        texts = [name for name, ty in scope.names.items() if ty == "str" and name not in scope.fixed]
        if texts and self.chance(0.7):
            self.emit(depth + 1, f"{self.pick(texts)} = str({error})")
        else:
            self.emit(depth + 1, "pass")
        if self.chance(0.2):
            self.emit(depth, "else:")
            self.block(scope.inner(in_loop=False), depth + 1, 1, nesting + 1)
        if self.chance(0.2):
            self.emit(depth, "finally:")
            numbers = [name for name, ty in scope.names.items() if ty == "int" and name not in scope.fixed]
            self.emit(depth + 1, f"{self.pick(numbers)} = 7" if numbers else "pass")

    def closure(self, scope: Scope, depth: int, nesting: int) -> None:
        name, parameter = self.fresh("f"), self.fresh("p")
        ty = self.pick(["int", "str", "float"])
        self.emit(depth, f"def {name}({parameter}: {ty}) -> {ty}:")
        inner = Scope({**{name: ty for name, ty in scope.names.items() if name in scope.fixed}, parameter: ty})
        self.emit(depth + 1, f"return {self.expression(ty, inner, 2)}")
        result = self.fresh()
        self.emit(depth, f"{result} = {name}({self.expression(ty, scope, 2)})")
        scope.names[result] = ty

    def leave_loop(self, scope: Scope, depth: int, nesting: int) -> None:
        self.emit(depth, f"if {self.expression('bool', scope, 1)}:")
        self.emit(depth + 1, self.pick(["break", "continue"]))

    def leave(self, scope: Scope, depth: int, nesting: int) -> None:
        self.emit(depth, f"if {self.expression('bool', scope, 1)}:")
        if self.chance(0.3):
            error = self.pick(["ValueError", "KeyError", "RuntimeError"])
            self.emit(depth + 1, f"raise {error}({self.expression('str', scope, 1)})")
        else:
            self.emit(depth + 1, f"return {self.expression(self.returns, scope, 1)}")

    # Expressions

    def expression(self, ty: str, scope: Scope, depth: int) -> str:
        names = [name for name, other in scope.names.items() if other == ty]
        if names and (depth <= 0 or self.chance(0.35)):
            return self.pick(names)
        if depth <= 0:
            return self.literal(ty, scope)
        calls = [helper for helper in self.helpers if helper[2] == ty]
        if calls and self.chance(0.15):
            name, parameters, _ = self.pick(calls)
            return f"{name}({', '.join(self.expression(parameter, scope, depth - 1) for parameter in parameters)})"
        if self.chance(0.1):
            return (f"({self.expression(ty, scope, depth - 1)} if {self.expression('bool', scope, depth - 1)} "
                    f"else {self.expression(ty, scope, depth - 1)})")
        by_type = {"int": self.integer, "float": self.number, "bool": self.truth, "str": self.string}
        if ty in by_type:
            return by_type[ty](scope, lambda other: self.expression(other, scope, depth - 1))
        return self.container(ty, scope, depth)

    def literal(self, ty: str, scope: Scope) -> str:
        match ty:
            case "int":
                return str(self.pick([0, 1, 2, 3, 5, -1, -2, 7, 10, 100, -13]))
            case "float":
                return repr(self.pick([0.0, 1.0, 0.5, -2.5, 3.25, 0.1, 1e10, -0.0]))
            case "bool":
                return self.pick(["True", "False"])
            case "str":
                return repr(self.pick(WORDS))
            case "dict[str, int]":
                return "{" + ", ".join(f"{word!r}: {number}" for number, word in enumerate(self.random.sample(WORDS, 2))) + "}"
            case "dict[int, list[int]]":
                return "{1: [1, 2], 3: [4]}"
            case "tuple[int, str]":
                return f"({self.literal('int', scope)}, {self.literal('str', scope)})"
            case "set[int]":
                return self.pick(["{1, 2, 3}", "{0}", "{-1, 5}"])
        item = ty[5:-1]
        return "[" + ", ".join(self.literal(item, scope) for _ in range(self.random.randint(1, 3))) + "]"

    def integer(self, scope: Scope, sub) -> str:
        small = self.random.randint(0, 5)
        return self.pick([
            lambda: f"({sub('int')} + {sub('int')})",
            lambda: f"({sub('int')} - {sub('int')})",
            lambda: f"({sub('int')} * {sub('int')} % 10007)",
            lambda: f"({sub('int')} // {self.pick(['3', '-7', sub('int')])})",
            lambda: f"({sub('int')} % {self.pick(['5', '-4', sub('int')])})",
            lambda: f"({sub('int')} {self.pick(['&', '|', '^'])} {sub('int')})",
            lambda: f"({sub('int')} >> {small})",
            lambda: f"({sub('int')} % 1000) ** {self.random.randint(0, 3)}",
            lambda: f"(-{sub('int')})",
            lambda: f"(~{sub('int')})",
            lambda: f"abs({sub('int')})",
            lambda: f"len({sub(self.pick(['str', 'list[int]', 'dict[str, int]', 'list[str]', 'set[int]']))})",
            lambda: f"int({self.numeric(sub)})",
            lambda: f"int({sub('bool')})",
            lambda: f"int({sub('float')})",
            lambda: f"round({sub('float')})",
            lambda: f"{sub('list[int]')}[{self.index(sub)}]",
            lambda: f"{sub('dict[str, int]')}.get({sub('str')}, {sub('int')})",
            lambda: f"{sub('dict[str, int]')}[{sub('str')}]" if self.chance(0.3) else sub("int"),
            lambda: f"{sub('dict[str, int]')}.get({sub('str')}, {sub('int')})",
            lambda: f"sum({sub('list[int]')})",
            lambda: f"max({sub('list[int]')})",
            lambda: f"min({sub('int')}, {sub('int')})",
            lambda: f"{sub('str')}.{self.pick(['count', 'find', 'rfind', 'index'])}({sub('str')})",
            lambda: f"{sub('list[int]')}.{self.pick(['count', 'index'])}({sub('int')})",
            lambda: f"{sub('tuple[int, str]')}[0]",
            lambda: f"divmod({sub('int')}, {sub('int')})[{self.random.randint(0, 1)}]",
            lambda: f"sum({self.generator('int', scope)})",
            lambda: f"ord({sub('str')}[{self.index(sub)}])",
            lambda: f"pow({sub('int')}, {small}, 97)",
            lambda: f"max({sub('list[str]')}, key=len).count('a')",
        ])()

    def number(self, scope: Scope, sub) -> str:
        return self.pick([
            lambda: f"({sub('float')} + {sub('float')})",
            lambda: f"({sub('float')} - {sub('int')})",
            lambda: f"({sub('float')} * {sub('float')})",
            lambda: f"({sub('float')} / {sub('float')})",
            lambda: f"({sub('int')} / {sub('int')})",
            lambda: f"({sub('float')} // {sub('float')})",
            lambda: f"({sub('float')} % {sub('float')})",
            lambda: f"({sub('float')} ** 2)",
            lambda: f"(-{sub('float')})",
            lambda: f"float({sub('int')})",
            lambda: f"float({self.numeric(sub)})",
            lambda: f"abs({sub('float')})",
            lambda: f"round({sub('float')}, {self.random.randint(-1, 3)})",
            lambda: f"{sub('list[float]')}[{self.index(sub)}]",
            lambda: f"sum({sub('list[float]')}, 0.0)",
            lambda: f"max({sub('float')}, {sub('float')})",
            lambda: f"min({sub('list[float]')})",
        ])()

    def truth(self, scope: Scope, sub) -> str:
        compare = self.pick(["<", "<=", ">", ">=", "==", "!="])
        ty = self.pick(["int", "float", "str", "list[int]", "tuple[int, str]"])
        return self.pick([
            lambda: f"({sub(ty)} {compare} {sub(ty)})",
            lambda: f"({sub('int')} {compare} {sub('float')})",
            lambda: f"({sub('int')} < {sub('int')} <= {sub('int')})",
            lambda: f"({sub('bool')} {self.pick(['and', 'or'])} {sub('bool')})",
            lambda: f"(not {sub('bool')})",
            lambda: f"({sub('int')} {self.pick(['in', 'not in'])} {sub(self.pick(['list[int]', 'set[int]']))})",
            lambda: f"({sub('str')} in {sub(self.pick(['str', 'list[str]', 'dict[str, int]']))})",
            lambda: f"bool({sub(self.pick(['int', 'str', 'list[int]', 'float', 'dict[str, int]']))})",
            lambda: f"{sub('str')}.{self.pick(['startswith', 'endswith'])}({sub('str')})",
            lambda: f"{sub('str')}.{self.pick(['isdigit', 'isalpha', 'isupper', 'islower', 'isspace', 'isalnum'])}()",
            lambda: f"{self.pick(['any', 'all'])}({self.generator('bool', scope)})",
        ])()

    def string(self, scope: Scope, sub) -> str:
        return self.pick([
            lambda: f"({sub('str')} + {sub('str')})",
            lambda: f"({sub('str')} * {self.random.randint(-1, 3)})",
            lambda: f"{sub('str')}.{self.pick(['upper', 'lower', 'title', 'strip', 'capitalize', 'swapcase', 'lstrip'])}()",
            lambda: f"{sub('str')}[{self.index(sub)}]",
            lambda: f"{sub('str')}[{self.slice(scope)}]",
            lambda: f"{self.pick(['str', 'repr'])}({sub(self.pick(TYPES[:-1]))})",
            lambda: f"{sub('str')}.replace({sub('str')}, {sub('str')})",
            lambda: f"{sub('str')}.join({sub('list[str]')})",
            lambda: f"{sub('list[str]')}[{self.index(sub)}]",
            lambda: f"{sub('tuple[int, str]')}[1]",
            lambda: f"{sub('str')}.{self.pick(['ljust', 'rjust', 'center', 'zfill'])}({self.random.randint(0, 8)})",
            lambda: self.format(scope),
            lambda: f"chr(abs({sub('int')}) % 500 + 32)",
            lambda: f"{sub('str')}.partition({sub('str')})[{self.random.randint(0, 2)}]",
            lambda: f"min({sub('list[str]')})",
        ])()

    def index(self, sub) -> str:
        """An index that is mostly there."""
        return self.pick(["0", "0", "-1", "1", sub("int")])

    def numeric(self, sub) -> str:
        """A text that is mostly a number."""
        return self.pick(["'12'", "' -3 '", f"str({sub('int')})", f"str({sub('int')})", sub("str")])

    def format(self, scope: Scope) -> str:
        specs = {"int": ["", ":5", ":<6", ":+", ":05", ":x", ":,", ":b", "!r"],
                 "float": ["", ":.2f", ":10.3f", ":e", ":g", ":+.1f", ":%", "!r"],
                 "str": ["", ":>8", ":^7", ":*<5", "!r", ":.2"], "bool": ["", "!r", ":d"]}
        parts = []
        # The order of a set is its own in each of the two.
        shown = [(name, ty) for name, ty in scope.names.items() if not ty.startswith("set")]
        for name, ty in self.random.sample(shown, min(2, len(shown))):
            parts.append("{" + name + self.pick(specs.get(ty, ["", "!r"])) + "}")
        return f"f'<{'|'.join(parts)}>'"

    def slice(self, scope: Scope) -> str:
        bound = lambda: self.pick(["", str(self.random.randint(-4, 4)), self.expression("int", scope, 0)])  # noqa: E731
        return f"{bound()}:{bound()}"

    def generator(self, ty: str, scope: Scope) -> str:
        target, iterable, bound, _ = self.clause(scope)
        inner = scope.inner()
        inner.names |= bound
        condition = f" if {self.expression('bool', inner, 1)}" if self.chance(0.4) else ""
        return f"{self.expression(ty, inner, 1)} for {target} in {iterable}{condition}"

    def container(self, ty: str, scope: Scope, depth: int) -> str:
        sub = lambda other: self.expression(other, scope, depth - 1)  # noqa: E731
        if ty == "tuple[int, str]":
            return f"({sub('int')}, {sub('str')})"
        if ty == "set[int]":
            return self.pick([
                lambda: "{" + f"{sub('int')}, {sub('int')}" + "}", lambda: f"set({sub('list[int]')})",
                lambda: f"({sub(ty)} {self.pick('|&-^')} {sub(ty)})", lambda: "{" + self.generator("int", scope) + "}",
            ])()
        if ty == "dict[str, int]":
            return self.pick([
                lambda: "{" + f"{sub('str')}: {sub('int')}, {sub('str')}: {sub('int')}" + "}",
                lambda: "{" + self.pair("str", "int", scope) + "}", lambda: f"dict({sub(ty)})",
                lambda: f"({sub(ty)} | {sub(ty)})", lambda: f"{sub(ty)}.copy()",
            ])()
        if ty == "dict[int, list[int]]":
            return "{" + f"{sub('int')}: {sub('list[int]')}" + "}"
        item = ty[5:-1]
        options = [
            lambda: "[" + ", ".join(sub(item) for _ in range(self.random.randint(1, 3))) + "]",
            lambda: f"({sub(ty)} + {sub(ty)})", lambda: f"{sub(ty)}[{self.slice(scope)}]", lambda: f"list({sub(ty)})",
            lambda: "[" + self.generator(item, scope) + "]", lambda: f"{sub(ty)}[::-1]",
            lambda: f"sorted({sub(ty)})", lambda: f"({sub(ty)} * {self.random.randint(0, 2)})",
        ]
        if item == "int":
            options += [lambda: f"list(range({self.random.randint(0, 6)}))", lambda: f"sorted({sub('set[int]')})",
                        lambda: f"list({sub('dict[str, int]')}.values())", lambda: f"[len(w) for w in {sub('list[str]')}]",
                        lambda: f"sorted({sub(ty)}, key=lambda k: (k % 3, -k))",
                        lambda: f"list(filter(lambda k: k % 2 == 0, {sub(ty)}))", lambda: f"list(map(abs, {sub(ty)}))"]
        if item == "str":
            options += [lambda: f"{sub('str')}.split()", lambda: f"{sub('str')}.split({self.pick([',', ' ', 'a'])!r})",
                        lambda: f"list({sub('dict[str, int]')})", lambda: f"list({sub('str')})",
                        lambda: f"sorted({sub(ty)}, key=len, reverse=True)", lambda: f"list(map(str, {sub('list[int]')}))"]
        return self.pick(options)()

    def pair(self, key: str, value: str, scope: Scope) -> str:
        target, iterable, bound, _ = self.clause(scope)
        inner = scope.inner()
        inner.names |= bound
        return f"{self.expression(key, inner, 1)}: {self.expression(value, inner, 1)} for {target} in {iterable}"


def arguments(types: list[str], generator: random.Random) -> tuple:
    """Random values of the types of a predictor's parameters."""
    return tuple(value(ty, generator) for ty in types)


def value(ty: str, generator: random.Random):
    count = generator.choice([0, 1, 2, 3, 5])
    match ty:
        case "int":
            return generator.choice([0, 1, -1, 2, 3, 7, -5, 10, 100, generator.randint(-1000, 1000)])
        case "float":
            special = generator.choice([0.0, -0.0, 1.5, -2.25, 1e300, float("inf"), float("nan"), 0.1])
            return generator.choice([special, round(generator.uniform(-50, 50), 3), float(generator.randint(-5, 5))])
        case "bool":
            return generator.random() < 0.5
        case "str":
            return generator.choice(WORDS)
        case "dict[str, int]":
            return {generator.choice(WORDS): generator.randint(-9, 9) for _ in range(count)}
        case "tuple[int, str]":
            return value("int", generator), value("str", generator)
    return [value(ty[5:-1], generator) for _ in range(count)]
