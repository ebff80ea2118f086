"""Constructs that random programs are woven of: classes, generators, closures, `match`, `try`, variants.

Each is a few lines with random holes, filled by expressions of the right type: what is between the holes would seldom come
of chance alone. A construct leaves names behind that the rest of the program reads.
"""

from __future__ import annotations

PATTERNS = ["int(x) if x > 2", "int()", "str(x)", "None", "[]", "[x]", "[x, *rest]", "(x, y)", "_", "float()", "bool()"]
SPECS = ["", ">8", "<6", "^9", "+", " ", "08.2f", "x", "#b", ",", "_", ".3", "e", ".1%", "*^12", "=+7", "s", "d", "c"]


class Constructs:
    """What a program may hold beside plain statements; mixed into `Program`."""

    def constructs(self) -> list:
        """Statements of several lines."""
        return [self.objects, self.made_by_generator, self.counters, self.matched, self.cleaned_up, self.variant, self.mixed_list,
                self.optional, self.formatted, self.sets, self.merged_dicts, self.sliced, self.starred, self.walrus, self.texts,
                self.loop_else, self.own_error, self.keyed, self.lambdas, self.chained, self.deleted, self.nested_augment,
                self.recursive, self.unpacked_loop, self.records, self.declared]

    # Definitions before the predictor

    def classes_of_program(self) -> None:
        """Classes of the program: a plain one with methods, and a dataclass with an order."""
        if not self.chance(0.4):
            return
        name = f"{self.name.upper()}A"
        self.emit(0, f"class {name}:")
        limit = self.random.randint(-2, 4)
        self.emit(1, f"LIMIT = {limit}")
        self.emit(0, "")
        self.emit(1, "def __init__(self, n: int, s: str):")
        self.emit(2, "self.n = n")
        self.emit(2, f"self.s = s{self.pick(['', '.upper()', '[:3]', ' * 2'])}")
        self.emit(0, "")
        self.emit(1, "def __repr__(self) -> str:")
        self.emit(2, self.pick(["return f'A({self.n}, {self.s!r})'", "return 'A' + str(self.n)"]))
        self.emit(0, "")
        self.emit(1, "def __eq__(self, other: object) -> bool:")
        self.emit(2, f"return isinstance(other, {name}) and self.n == other.n")
        self.emit(0, "")
        self.emit(1, "def __hash__(self) -> int:")
        self.emit(2, "return hash(self.n)")
        self.emit(0, "")
        self.emit(1, f"def __lt__(self, other: '{name}') -> bool:")
        if self.chance(0.3):
            self.emit(2, f"if self.n == {self.random.randint(-1, 3)}:")
            self.emit(3, "raise ValueError(f'no order of {self.n}')")
        self.emit(2, self.pick(["return self.n < other.n", "return (self.n, self.s) < (other.n, other.s)",
                                "return self.s < other.s"]))
        self.emit(0, "")
        self.emit(1, f"def __add__(self, other: '{name}') -> '{name}':")
        self.emit(2, f"return {name}(self.n + other.n, self.s + other.s)")
        self.emit(0, "")
        self.emit(1, "@property")
        self.emit(1, "def size(self) -> int:")
        self.emit(2, f"return {self.pick(['len(self.s)', 'self.n * 2', 'self.n + self.LIMIT'])}")
        self.emit(0, "")
        self.emit(1, "@classmethod")
        self.emit(1, f"def of(cls, text: str) -> '{name}':")
        self.emit(2, "return cls(len(text), text)")
        self.emit(0, "")
        self.emit(1, "def grow(self, by: int = 1) -> int:")
        self.emit(2, f"self.n {self.pick(['+=', '-=', '*='])} by")
        self.emit(2, "return self.n")
        self.emit(0, "")
        self.emit(0, "")
        pair = f"{self.name.upper()}B"
        self.emit(0, f"@dataclass(order=True{', frozen=True' if self.chance(0.4) else ''})")
        self.emit(0, f"class {pair}:")
        self.emit(1, "a: int")
        self.emit(1, f"b: {self.pick(['str', 'float'])} = {self.pick(['0.5', '1.5'])}" if self.chance(0.4) else "b: str = 'z'")
        self.emit(0, "")
        self.emit(0, "")
        self.own_classes = (name, pair)

    def error_of_program(self) -> None:
        """An exception class of the program."""
        if not self.chance(0.3):
            return
        self.own_errors = f"{self.name.upper()}E"
        self.emit(0, f"class {self.own_errors}({self.pick(['ValueError', 'KeyError', 'Exception', 'RuntimeError'])}):")
        self.emit(1, "pass")
        self.emit(0, "")
        self.emit(0, "")

    # Statements

    def objects(self, scope, depth, nesting) -> None:
        if not self.own_classes:
            return self.sets(scope, depth, nesting)
        name, pair = self.own_classes
        objects, result = self.fresh("o"), self.fresh()
        texts, numbers = self.expression("list[str]", scope, 1), self.expression("list[int]", scope, 1)
        made = self.pick([f"[{name}(n, s) for n, s in zip({numbers}, {texts})]", f"[{name}.of(s) for s in {texts}]",
                          f"[{name}(n, {self.expression('str', scope, 1)}) for n in {numbers}[:4]]"])
        self.emit(depth, f"{objects} = {made}")
        self.emit(depth, f"{result} = ''")
        self.emit(depth, "try:")
        number = self.expression("int", scope, 1)
        self.emit(depth + 1, self.pick([
            f"{objects}.sort()", f"{objects} = sorted({objects}, reverse=True)", f"{objects}.remove({name}({number}, ''))",
            f"{result} += str({objects}.index({name}({number}, 'a')))", f"{result} += repr(max({objects}))",
            f"{result} += str({name}({number}, '') in {objects})", f"{result} += repr({objects}[0] + {objects}[-1])",
            f"{result} += str(len(set({objects})))", f"{objects}[0].grow({number})", f"{objects}[0].n += {number}",
            f"{result} += str(sorted({{o: o.size for o in {objects}}}.values()))",
            f"{result} += repr(sorted([(o, o.n) for o in {objects}])[:1])", f"{result} += f'{{{objects}[0]!r:>9}}'",
            f"{result} += repr([{pair}(o.n) for o in {objects}])", f"{result} += str({objects}[0] < {objects}[-1])",
        ]))
        error = self.fresh("e")
        self.emit(depth, f"except {self.pick(['ValueError', 'IndexError', '(ValueError, IndexError)', 'Exception'])} as {error}:")
        self.emit(depth + 1, f"{result} = type({error}).__name__ + str({error})")
        self.emit(depth, f"{result} += repr({objects})")
        scope.names[result] = "str"

    def made_by_generator(self, scope, depth, nesting) -> None:
        name, item, result = self.fresh("g"), self.fresh("i"), self.fresh()
        # Only what is never assigned again: a generator sees the names around it as they are when it runs.
        inner = self.frozen(scope, {"k": "int"})
        self.emit(depth, f"def {name}(k: int):")
        kind = self.random.randint(0, 3)
        if kind == 0:
            self.emit(depth + 1, f"for {item} in range(min(k, 5)):")
            self.emit(depth + 2, f"yield {self.expression('int', self.frozen(inner, {item: 'int'}), 2)}")
        elif kind == 1:
            self.emit(depth + 1, "while k > 0:")
            self.emit(depth + 2, "yield k")
            self.emit(depth + 2, f"k -= {self.random.randint(1, 4)}")
        elif kind == 2:
            self.emit(depth + 1, f"yield from {self.expression('list[int]', inner, 1)}")
            self.emit(depth + 1, f"if k > {self.random.randint(0, 3)}:")
            self.emit(depth + 2, "return")
            self.emit(depth + 1, f"yield {self.expression('int', inner, 1)}")
        else:
            self.emit(depth + 1, "try:")
            self.emit(depth + 2, f"yield {self.expression('int', inner, 2)}")
            self.emit(depth + 1, f"except {self.pick(['ZeroDivisionError', 'ValueError', 'IndexError', 'Exception'])}:")
            self.emit(depth + 2, "yield -1")
        start = self.expression("int", scope, 1)
        self.emit(depth, self.pick([
            f"{result} = list({name}({start} % 7))", f"{result} = [v + 1 for v in {name}({start} % 5)]",
            f"{result} = sorted({name}({start} % 6))", f"{result} = [next({name}({start}), 0), sum({name}(3))]",
            f"{result} = [v for v in {name}({start} % 9) if v % 2]", f"{result} = [*{name}(2), *{name}({start} % 4)]",
        ]))
        scope.names[result] = "list[int]"

    def counters(self, scope, depth, nesting) -> None:
        count, step, result = self.fresh(), self.fresh("f"), self.fresh()
        self.emit(depth, f"{count} = {self.expression('int', scope, 1)}")
        self.emit(depth, f"def {step}(by: int = {self.random.randint(-2, 3)}) -> int:")
        self.emit(depth + 1, f"nonlocal {count}")
        self.emit(depth + 1, f"{count} {self.pick(['+=', '-=', '^='])} by")
        self.emit(depth + 1, f"return {count}")
        argument = self.expression("int", scope, 1)
        self.emit(depth, f"{result} = [{step}(), {step}({argument}), {count}, {step}(by={self.random.randint(0, 9)})]")
        scope.names[result] = "list[int]"
        scope.names[count] = "int"
        scope.fixed.add(count)

    def matched(self, scope, depth, nesting) -> None:
        result = self.fresh()
        ty = self.pick(["int", "str", "list[int]", "tuple[int, str]", "bool"])
        self.emit(depth, f"match {self.expression(ty, scope, 2)}:")
        cases = {
            "int": ["0 | 1:", "2:", "x if x > 50:", "-1 as x:", "int(x):"],
            "bool": ["True:", "False:"],
            "str": ["'':", "'a' | 'ab':", "str(x) if len(x) > 3:", "x if x.isdigit():"],
            "list[int]": ["[]:", "[0, *_]:", "[x]:", "[x, y]:", "[x, *rest] if x > 0:", "[*start, x]:"],
            "tuple[int, str]": ["(0, _):", "(x, '' as y):", "(x, y) if x < 3:"],
        }[ty]
        for case in self.random.sample(cases, self.random.randint(1, len(cases))):
            self.emit(depth + 1, f"case {case}")
            bound = [name for name in ("x", "y", "rest", "start") if f"{name}" in case.replace("str", "").replace("isdigit", "")]
            shown = "".join(f"{{{name}!r}}" for name in bound)
            self.emit(depth + 2, f"{result} = f'{self.random.randint(0, 9)}{shown}'")
        self.emit(depth + 1, "case _:")
        self.emit(depth + 2, f"{result} = {self.expression('str', scope, 1)}")
        scope.names[result] = "str"

    def cleaned_up(self, scope, depth, nesting) -> None:
        name, log, value = self.fresh("f"), self.fresh(), self.fresh()
        self.emit(depth, f"{log}: list[str] = []")
        self.emit(depth, f"def {name}(k: int) -> int:")
        inner = self.frozen(scope, {"k": "int"})
        body = depth + 1
        if self.chance(0.5):
            self.emit(body, f"for i in range({self.random.randint(1, 3)}):")
            body += 1
            inner.names["i"] = "int"
        leaves = ["return i", "break", "continue"] if body > depth + 1 else ["return k", "return -k", "pass"]
        self.emit(body, "try:")
        self.emit(body + 1, f"if {self.expression('bool', inner, 2)}:")
        self.emit(body + 2, self.pick([*leaves, "raise ValueError(str(k))", "raise KeyError(k)"]))
        self.emit(body + 1, f"{log}.append(str({self.expression('int', inner, 2)}))")
        error = self.pick(["ValueError", "KeyError", "(ZeroDivisionError, IndexError)", "LookupError", "Exception"])
        self.emit(body, f"except {error} as e:")
        self.emit(body + 1, f"{log}.append(repr(e))")
        self.emit(body + 1, self.pick([*leaves, "pass", "raise", "raise RuntimeError('on') from e"]))
        if self.chance(0.5):
            self.emit(body, "else:")
            self.emit(body + 1, f"{log}.append('else')")
        self.emit(body, "finally:")
        self.emit(body + 1, f"{log}.append('finally')")
        if self.chance(0.2):
            self.emit(body + 1, self.pick(leaves))
        self.emit(depth + 1, "return 99")
        self.emit(depth, "try:")
        self.emit(depth + 1, f"{value} = {name}({self.expression('int', scope, 1)})")
        self.emit(depth, "except RuntimeError:")
        self.emit(depth + 1, f"{value} = -99")
        scope.names |= {log: "list[str]", value: "int"}

    def variant(self, scope, depth, nesting) -> None:
        name, result = self.fresh("u"), self.fresh()
        types = self.random.sample(["int", "str", "float", "list[int]", "None", "tuple[int, str]", "bool"], self.random.randint(2, 3))
        value = lambda ty: "None" if ty == "None" else self.expression(ty, scope, 2)  # noqa: E731
        self.emit(depth, f"if {self.expression('bool', scope, 1)}:")
        self.emit(depth + 1, f"{name} = {value(types[0])}")
        for ty in types[1:-1]:
            self.emit(depth, f"elif {self.expression('bool', scope, 1)}:")
            self.emit(depth + 1, f"{name} = {value(ty)}")
        self.emit(depth, "else:")
        self.emit(depth + 1, f"{name} = {value(types[-1])}")
        uses = {"int": f"{name} + 1", "str": f"{name}.upper()", "float": f"{name} / 2", "list[int]": f"len({name})",
                "None": f"{name}", "tuple[int, str]": f"{name}[1]", "bool": f"not {name}"}
        test = {"list[int]": "list", "tuple[int, str]": "tuple"}
        self.emit(depth, f"{result} = f'{{{name}!r}}'")
        word = "if"
        for ty in sorted(types, key=lambda ty: ty != "bool"):
            condition = f"{name} is None" if ty == "None" else f"isinstance({name}, {test.get(ty, ty)})"
            if ty not in ("None", "bool") and self.chance(0.3):
                condition = f"type({name}) is {test.get(ty, ty)}"
            self.emit(depth, f"{word} {condition}:")
            self.emit(depth + 1, f"{result} += f'{{{uses[ty]}}}'")
            word = "elif" if self.chance(0.7) else "if"
        self.emit(depth, f"if {name}:")
        self.emit(depth + 1, f"{result} += type({name}).__name__")
        scope.names[result] = "str"

    def mixed_list(self, scope, depth, nesting) -> None:
        items, item, result = self.fresh(), self.fresh("i"), self.fresh()
        types = self.random.sample(["int", "str", "float", "None", "list[int]"], self.random.randint(2, 4))
        values = ["None" if ty == "None" else self.expression(ty, scope, 1) for ty in types]
        self.emit(depth, f"{items} = [{', '.join(values)}]")
        self.emit(depth, f"{result} = str(len({items})) + repr({items}[{self.pick(['0', '-1', '1:', '::-1'])}])")
        self.emit(depth, f"for {item} in {items}:")
        self.emit(depth + 1, f"if {item} is None or isinstance({item}, (str, list)):")
        self.emit(depth + 2, f"{result} += repr({item})")
        self.emit(depth + 1, "else:")
        self.emit(depth + 2, f"{result} += str({item}{self.pick([' * 2', ' - 1', ''])})" if {"int", "float"} & set(types)
                  else f"{result} += '?'")
        self.emit(depth, f"{result} += str({self.expression('int', scope, 1)} in {items})")
        scope.names[result] = "str"

    def optional(self, scope, depth, nesting) -> None:
        name, result = self.fresh("u"), self.fresh()
        self.emit(depth, f"{name} = {self.expression('dict[str, int]', scope, 1)}.get({self.expression('str', scope, 1)})")
        self.emit(depth, self.pick([
            f"{result} = {name} or {self.expression('int', scope, 1)}",
            f"{result} = {name} if {name} is not None else {self.expression('int', scope, 1)}",
            f"{result} = {name} + 1 if {name} is not None and {name} > 0 else -1",
            f"{result} = 0 if not {name} else {name} * 2",
        ]))
        scope.names[result] = "int"

    def formatted(self, scope, depth, nesting) -> None:
        result, value = self.fresh(), self.fresh()
        ty = self.pick(["int", "float", "str"])
        # In a variable, since the f-strings of Python 3.11 hold no quotes of their own.
        self.emit(depth, f"{value} = {self.expression(ty, scope, 2)}")
        spec = self.pick(SPECS)
        width = self.pick(["9", *(name for name, other in scope.names.items() if other == "int")])
        self.emit(depth, "try:")
        self.emit(depth + 1, f"{result} = " + self.pick([
            f"format({value}, {spec!r})", f"'{{:{spec}}}|{{!r}}'.format({value}, {self.expression('str', scope, 1)})",
            f"f'{{{value}:{spec}}}'", f"f'{{{value}!r:{{{width}}}}}'", f"f'{{{value}=}} {{{value} = !s}}'",
            f"'%s %r' % ({value}, {self.expression('str', scope, 1)})", f"'%5.2f' % {self.expression('float', scope, 1)}",
            f"'%+d' % {self.expression('int', scope, 1)}",
        ]))
        self.emit(depth, "except (ValueError, OverflowError) as e:")
        self.emit(depth + 1, f"{result} = str(e)")
        scope.names[result] = "str"

    def sets(self, scope, depth, nesting) -> None:
        result = self.fresh()
        a, b = self.expression("set[int]", scope, 1), self.expression("set[int]", scope, 1)
        operator = self.pick(["|", "&", "-", "^"])
        self.emit(depth, f"{result} = sorted({a} {operator} {b})" if self.chance(0.7)
                  else f"{result} = [len({a}), int({a} <= {b}), int({a}.isdisjoint({b})), int({a} == {b})]")
        scope.names[result] = "list[int]"

    def merged_dicts(self, scope, depth, nesting) -> None:
        result, key = self.fresh(), self.fresh("k")
        a, b = self.expression("dict[str, int]", scope, 1), self.expression("dict[str, int]", scope, 1)
        self.emit(depth, f"{result} = " + self.pick([
            f"{{**{a}, **{b}}}", f"{a} | {b}", f"dict(sorted({a}.items()))", f"{{{key}: -v for {key}, v in {a}.items() if v}}",
            f"dict(zip({self.expression('list[str]', scope, 1)}, {self.expression('list[int]', scope, 1)}))",
            f"{{v: len(v) for v in {self.expression('list[str]', scope, 1)}}}", f"dict.fromkeys({self.expression('str', scope, 1)}, 3)",
        ]))
        scope.names[result] = "dict[str, int]"

    def sliced(self, scope, depth, nesting) -> None:
        result = self.fresh()
        self.emit(depth, f"{result} = list({self.expression('list[int]', scope, 1)})")
        self.emit(depth, self.pick([
            f"{result}[{self.slice(scope)}] = {self.expression('list[int]', scope, 1)}", f"del {result}[{self.slice(scope)}]",
            f"{result}[::2] = [0] * len({result}[::2])", f"{result}[1:1] = {self.expression('list[int]', scope, 1)}",
            f"{result}[{self.slice(scope)}] += [7]", f"{result}[{self.slice(scope)}] *= 2",
            f"{result}[::{self.pick(['2', '-1', '3'])}] = {self.expression('list[int]', scope, 1)}",
        ]))
        scope.names[result] = "list[int]"

    def starred(self, scope, depth, nesting) -> None:
        a, b, c = self.fresh(), self.fresh(), self.fresh()
        self.emit(depth, f"{a}, *{b}, {c} = {self.expression('list[int]', scope, 1)} + [{self.random.randint(0, 9)}, 4]")
        self.emit(depth, f"{b} = [*{b}, {a}, *range({self.random.randint(0, 3)})]")
        scope.names |= {a: "int", b: "list[int]", c: "int"}

    def walrus(self, scope, depth, nesting) -> None:
        name, result = self.fresh(), self.fresh()
        self.emit(depth, f"{name} = {self.expression('int', scope, 1)}")
        self.emit(depth, self.pick([
            f"{result} = {name} + ({name} := {self.expression('int', scope, 1)}) * 2 + {name}",
            f"{result} = len([{name} := v for v in {self.expression('list[int]', scope, 1)}]) + {name}",
            f"{result} = ({name} := {name} + 1) if ({name} := {self.expression('int', scope, 1)}) > 0 else {name}",
            f"{result} = max({name}, ({name} := 3), {name} - 1)",
        ]))
        scope.names |= {name: "int", result: "int"}

    def texts(self, scope, depth, nesting) -> None:
        result = self.fresh()
        text, other = self.expression("str", scope, 1), self.expression("str", scope, 1)
        self.emit(depth, f"{result} = " + self.pick([
            f"{text}.casefold()", f"{text}.expandtabs({self.random.randint(0, 8)})", f"'|'.join({text}.splitlines())",
            f"str({text}.encode('utf-8'))", f"{text}.encode('utf-8')[:5].decode('utf-8', 'replace')",
            f"','.join({text}.rsplit({self.pick([',', ' ', 'a'])!r}, 1))", f"repr({text}.rpartition('a'))", f"ascii({text})",
            f"{text}.removeprefix({other})", f"{text}.translate({{97: 'x', 32: None}})", f"str(sorted({text}))",
            f"repr([ord(c) for c in {text}])", f"'-'.join(reversed({text}))", f"str({text} < {other})",
            f"repr({text}.encode('ascii', 'ignore'))", f"{text}.center(9, '*')", f"''.join(sorted(set({text})))",
        ]))
        scope.names[result] = "str"

    def loop_else(self, scope, depth, nesting) -> None:
        item, result = self.fresh("i"), self.fresh()
        self.emit(depth, f"{result} = 0")
        self.emit(depth, f"for {item} in {self.expression('list[int]', scope, 1)}:")
        inner = scope.inner()
        inner.names[item] = "int"
        self.emit(depth + 1, f"if {self.expression('bool', inner, 2)}:")
        self.emit(depth + 2, f"{result} = {item}")
        self.emit(depth + 2, self.pick(["break", "continue"]))
        self.emit(depth, "else:")
        self.emit(depth + 1, f"{result} -= 1")
        scope.names[result] = "int"

    def own_error(self, scope, depth, nesting) -> None:
        if not self.own_errors:
            return self.cleaned_up(scope, depth, nesting)
        result = self.fresh()
        self.emit(depth, "try:")
        self.emit(depth + 1, f"if {self.expression('bool', scope, 1)}:")
        self.emit(depth + 2, f"raise {self.own_errors}({self.expression('str', scope, 1)})")
        self.emit(depth + 1, f"{result} = str({self.expression('int', scope, 2)})")
        self.emit(depth, f"except {self.pick([self.own_errors, 'Exception'])} as e:")
        self.emit(depth + 1, f"{result} = repr(e) + type(e).__name__")
        scope.names[result] = "str"

    def keyed(self, scope, depth, nesting) -> None:
        result = self.fresh()
        words = self.expression("list[str]", scope, 1)
        self.emit(depth, f"{result} = " + self.pick([
            f"sorted({words}, key=lambda w: (len(w), w))", f"sorted({words}, key=str.lower, reverse=True)",
            f"[a + b for a, b in zip({words}, {words}[1:])]", f"[w for i, w in enumerate({words}) if i % 2 == 0]",
            f"[max({words} or ['q'], key=len)]", f"list(map(lambda w: w[::-1], {words}))",
            f"[w for w in {words} if w not in ('a', '')]", f"list(dict.fromkeys({words}))", f"[*filter(None, {words})]",
        ]))
        scope.names[result] = "list[str]"

    def lambdas(self, scope, depth, nesting) -> None:
        functions, result = self.fresh("f"), self.fresh()
        self.emit(depth, f"{functions} = [lambda x: x + {self.random.randint(0, 5)}, lambda x: x * {self.random.randint(-2, 3)}, abs]"
                  if self.chance(0.2) else f"{functions} = [lambda x, k=k: x + k for k in range({self.random.randint(1, 4)})]")
        self.emit(depth, f"{result} = [f({self.expression('int', scope, 1)}) for f in {functions}]")
        scope.names[result] = "list[int]"

    def chained(self, scope, depth, nesting) -> None:
        name, log, result = self.fresh("f"), self.fresh(), self.fresh()
        self.emit(depth, f"{log}: list[int] = []")
        self.emit(depth, f"def {name}(x: int) -> int:")
        self.emit(depth + 1, f"{log}.append(x)")
        self.emit(depth + 1, "return x")
        calls = [f"{name}({self.expression('int', scope, 1)})" for _ in range(3)]
        a, b = self.pick(["<", "<=", "==", "!=", ">"]), self.pick(["<", ">=", "in", "!="])
        last = f"[{calls[2]}, 1]" if b == "in" else calls[2]
        self.emit(depth, f"{result} = {calls[0]} {a} {calls[1]} {b} {last}" if self.chance(0.6)
                  else f"{result} = bool({calls[0]} {self.pick(['and', 'or'])} {calls[1]} {self.pick(['and', 'or'])} {calls[2]})")
        scope.names |= {log: "list[int]", result: "bool"}

    def deleted(self, scope, depth, nesting) -> None:
        result = self.fresh()
        self.emit(depth, f"{result} = dict({self.expression('dict[str, int]', scope, 1)})")
        self.emit(depth, "try:")
        self.emit(depth + 1, f"del {result}[{self.expression('str', scope, 1)}]")
        self.emit(depth, "except KeyError as e:")
        self.emit(depth + 1, f"{result}[str(e)] = {self.expression('int', scope, 1)}")
        scope.names[result] = "dict[str, int]"

    def nested_augment(self, scope, depth, nesting) -> None:
        result = self.fresh()
        self.emit(depth, f"{result} = [list(r) for r in [{self.expression('list[int]', scope, 1)}, [1, 2], []]]")
        row = self.pick(["0", "-1", "1", f"{self.expression('int', scope, 1)} % 3"])
        self.emit(depth, self.pick([
            f"{result}[{row}] += [{self.expression('int', scope, 1)}]", f"{result}[1][{self.pick(['0', '-1'])}] *= 3",
            f"{result}[{row}], {result}[1] = {result}[1], {result}[{row}]", f"{result}[{row}][:0] = [5]",
            f"{result}[1][0], {result}[1][1] = {result}[1][1], {self.expression('int', scope, 1)}",
        ]))
        scope.names[result] = "list[list[int]]"

    def recursive(self, scope, depth, nesting) -> None:
        name, result = self.fresh("f"), self.fresh()
        self.emit(depth, f"def {name}(k: int, acc: str = '') -> str:")
        self.emit(depth + 1, f"if k <= 0 or len(acc) > {self.random.randint(3, 12)}:")
        self.emit(depth + 2, "return acc")
        self.emit(depth + 1, f"return {name}(k {self.pick(['- 1', '// 2', '- 3'])}, acc + str(k % {self.random.randint(2, 9)}))")
        self.emit(depth, f"{result} = {name}({self.expression('int', scope, 1)})")
        scope.names[result] = "str"

    def unpacked_loop(self, scope, depth, nesting) -> None:
        a, b, c, result = self.fresh("i"), self.fresh("i"), self.fresh("i"), self.fresh()
        pairs = self.expression("list[tuple[int, str]]", scope, 1)
        self.emit(depth, f"{result} = [f'{{{a}}}{{{b}}}{{{c}}}' for {a}, ({b}, {c}) in enumerate({pairs}, {self.random.randint(-1, 2)})]")
        scope.names[result] = "list[str]"

    def records(self, scope, depth, nesting) -> None:
        """Dicts whose keys hold values of several types, behind more than one name."""
        row, other, rows, result, index = (self.fresh() for _ in range(5))
        number, text, real = (self.expression(ty, scope, 1) for ty in ("int", "str", "float"))
        self.emit(depth, f"{row} = {{'n': {number}, 's': {text}, 'x': {real}}}")
        self.emit(depth, f"{other} = " + self.pick([
            row, f"dict({row})", f"{row}.copy()", f"{{**{row}, 'n': {self.expression('int', scope, 1)}}}",
            f"{row} | {{'s': {self.expression('str', scope, 1)}}}",
            f"{{'s': {self.expression('str', scope, 1)}, 'x': 0.5, 'n': {self.expression('int', scope, 1)}}}",
            f"{row} if {self.expression('bool', scope, 1)} else {{'n': 1, 's': 'q', 'x': 2.5}}",
        ]))
        # What is put in under a key that is computed, or is of another type, may be found anywhere from then on.
        is_exact = self.chance(0.6)
        self.emit(depth, f"{rows} = " + self.pick([
            f"[{row}, {other}]", f"[{other}, {{'n': 0, 's': 'z', 'x': -0.0}}, {row}]", f"[{row}] * 2 + [{other}]", f"[*[{row}], {other}]",
            f"sorted([{other}, {row}], key=lambda r: (r['n'], r['s']))" if is_exact else f"list(reversed([{row}, {other}]))",
        ]))
        for _ in range(self.random.randint(0, 3)):
            target = self.pick([row, other, f"{rows}[0]", f"{rows}[-1]"])
            changes = [
                f"{target}['s'] = {self.expression('str', scope, 1)}", f"{target}.update({{'x': {self.expression('float', scope, 1)}}})",
                f"{target}.setdefault('n', {self.expression('int', scope, 1)})", f"{target}['more'] = {self.expression('str', scope, 1)}",
                f"{target}.pop('more', None)",
            ]
            changes += [f"{target}['n'] += {self.expression('int', scope, 1)}", f"{target}['x'] *= 2"] if is_exact else [
                f"{target}[{self.expression('str', scope, 1)}] = {self.expression('int', scope, 1)}",
                f"{target}['n'] = {self.expression('str', scope, 1)}", f"{target}['s'] = {self.expression('float', scope, 1)}",
            ]
            self.emit(depth, self.pick(changes))
        if is_exact and self.chance(0.5):
            self.emit(depth, f"{result} = [{index}['n'] - len({index}['s']) for {index} in {rows} if {index}['x'] < 9.5]")
            scope.names[result] = "list[int]"
        else:
            reads = [f"{{{index}['n']!r}}", f"{{{index}.get('s')!r}}", f"{{{index}.get('no', 1)}}", f"{{{index}['x']!r}}", f"{{{index}!r}}"]
            self.emit(depth, f"{result} = [f\"{' '.join(self.random.sample(reads, 3))}\" for {index} in {rows}]")
            scope.names[result] = "list[str]"

    def declared(self, scope, depth, nesting) -> None:
        """Containers declared as of floats that take whole numbers, and tuples that grow."""
        name, result, index = self.fresh(), self.fresh(), self.fresh("i")
        real, number = self.expression("float", scope, 1), self.expression("int", scope, 1)
        if self.chance(0.5):
            self.emit(depth, f"{name}: list[float] = [{self.pick(['', real, number])}]")
            self.emit(depth, f"{name}.append({number})")
            self.emit(depth, self.pick([f"{name}.extend([{real}, {number}])", f"{name}.insert(0, {real})", f"{name} += [{number}]"]))
            self.emit(depth, f"{result} = [repr({index}) for {index} in {name}]")
            scope.names[result] = "list[str]"
            return
        self.emit(depth, f"{name}: tuple[int, ...] = ()")
        self.emit(depth, f"for {index} in {self.expression('list[int]', scope, 1)}:")
        self.emit(depth + 1, self.pick([f"{name} = (*{name}, {index})", f"{name} += ({index},)", f"{name} = ({index},) + {name}[:3]"]))
        self.emit(depth, f"{result} = list({name})")
        scope.names[result] = "list[int]"

    def frozen(self, scope, bound: dict[str, str]):
        """The names in sight that nothing assigns again, with others: what a function may read whenever it runs."""
        inner = scope.inner()
        inner.names = {**{name: ty for name, ty in scope.names.items() if name in scope.fixed}, **bound}
        return inner
