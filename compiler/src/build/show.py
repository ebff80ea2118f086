"""Shows variables of a compiled predictor in gdb as Python shows them. The library carries this, and for each type that is shown a
function `hotforge_show_N` that gives the `repr` of a value. CRATE is the name of the crate."""

import gdb


def _functions(objfile):
    """The function for each type, by its name in Rust."""
    found = {}
    number = 0
    while symbol := objfile.lookup_global_symbol(f"CRATE::hotforge_show_{number}"):
        parameter = symbol.type.fields()[0].type
        found[str(parameter.target())] = symbol
        number += 1
    return found


class _Printer:
    def __init__(self, value, function):
        self._value = value
        self._function = function

    def to_string(self):
        try:
            # What is no value yet must not end the session.
            with gdb.with_parameter("unwindonsignal", True):
                return self._function.value()(self._value.address).string()
        except (gdb.error, gdb.MemoryError):
            return "<no value>"


def _register(objfile):
    functions = None

    def look(value):
        nonlocal functions
        if functions is None:
            functions = _functions(objfile)
        function = functions.get(str(value.type.strip_typedefs()))
        return None if function is None or value.address is None else _Printer(value, function)

    objfile.pretty_printers.append(look)


_register(gdb.current_objfile())
