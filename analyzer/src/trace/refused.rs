//! Built-in functions and classes of Python that compiled code cannot have: why, and what to write instead.

/// Why a built-in name is refused, and what to write instead; `None` where there is no such name.
pub(super) fn builtin(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "id" => (
            "it is an address, which differs in every run",
            "compare with `is`, or give the objects numbers of your own",
        ),
        "input" => ("a library has no console to ask at", "take the text as a parameter of the predictor"),
        "eval" | "exec" | "compile" | "__import__" => (
            "it runs Python that is known only at run time, and there is no Python in the library",
            "write the code out, or choose between functions by name with `if` or `match`",
        ),
        "open" => (
            "files are read when the module is run, at compile time",
            "read the file at module level: what it held is captured into the library",
        ),
        "globals" | "locals" | "vars" | "dir" => {
            ("names exist at compile time only", "keep what you look up by name in a dict")
        }
        "getattr" | "setattr" | "delattr" | "hasattr" => {
            ("attributes are known by name at compile time only", "write `value.name`, or keep the values in a dict")
        }
        "memoryview" => {
            ("a view would see every change of what it was made of", "take slices of the `bytes` or `bytearray` itself")
        }
        "breakpoint" | "help" | "exit" | "quit" | "copyright" | "credits" | "license" => {
            ("it is for work at the console", "leave it out of the predictor")
        }
        "aiter" | "anext" => ("predictors are ordinary functions", "write an ordinary loop"),
        "issubclass" => ("classes exist at compile time only", "test the value with `isinstance`"),
        _ => return None,
    })
}
