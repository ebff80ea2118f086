//! Built-in functions and classes of Python that compiled code cannot have: why, and what to write instead.

/// Why a module that is known, but not compiled, is refused, and what to write instead.
pub(super) fn module(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name.split('.').next().unwrap_or(name) {
        "decimal" => (
            "its numbers have any number of digits",
            "count in the smallest unit with `int`, or write `round(value, 2)` of a float",
        ),
        "fractions" => ("its numbers have any number of digits", "keep numerator and denominator in two ints"),
        "requests" | "httpx" | "aiohttp" | "socket" | "ftplib" | "smtplib" => {
            ("a library talks to nobody", "let the caller fetch what is needed, and take it as a parameter")
        }
        "subprocess" | "multiprocessing" => ("a library starts no programs", "do it where the library is called"),
        "threading" | "asyncio" | "concurrent" | "queue" => {
            ("a call runs on one thread", "call the library from several threads")
        }
        "tempfile" | "shutil" | "glob" | "sqlite3" | "pickle" | "configparser" | "tomllib" => (
            "it works on files, and there are none in a library",
            "read them at module level: what they hold is captured into the library",
        ),
        "inspect" | "importlib" | "ast" | "gc" | "traceback" | "types" | "weakref" => {
            ("it is about Python itself, and there is no Python in the library", "leave it out of the predictor")
        }
        "argparse" => ("a library has no command line", "take the options as parameters of the predictor"),
        _ => return None,
    })
}

/// Why a member of a module is refused, and what to write instead.
pub(super) fn member(module: &str, name: &str) -> Option<(&'static str, &'static str)> {
    Some(match (module, name) {
        ("os", "environ" | "getenv" | "environb") => (
            "the environment is read when the module is run",
            "read it at module level: `KEY = os.environ[\"KEY\"]` is captured into the library",
        ),
        ("os.path", "exists" | "isfile" | "isdir" | "getsize" | "getmtime" | "islink")
        | ("os", "listdir" | "walk" | "scandir" | "stat" | "access") => (
            "it asks the system for files",
            "ask at module level, and keep the answer: it is captured into the library",
        ),
        ("os.path", "abspath" | "realpath" | "expanduser" | "expandvars") | ("os", "getcwd" | "getcwdb") => (
            "it asks the system where files are",
            "make the path at module level: `FOLDER = os.path.abspath(…)` is captured into the library",
        ),
        ("os", "remove" | "unlink" | "mkdir" | "makedirs" | "rename" | "rmdir" | "open" | "system" | "popen") => {
            ("a library changes no files and starts no programs", "do it where the library is called")
        }
        ("sys", "argv") => ("a library has no command line", "take what it says as a parameter of the predictor"),
        ("sys", "exit") => ("a library does not end the program", "raise an exception, or return"),
        ("sys", "version_info" | "version" | "hexversion" | "implementation" | "platform") => (
            "it is that of the Python that compiles",
            "decide by it at module level: `IS_NEW = sys.version_info >= (3, 12)` is captured into the library",
        ),
        ("sys", "stdin") => ("a library reads no input", "take the text as a parameter of the predictor"),
        ("sys", "modules" | "path" | "getsizeof" | "getrefcount" | "exc_info" | "_getframe") => {
            ("it is about Python itself, and there is no Python in the library", "leave it out of the predictor")
        }
        ("functools", "singledispatch" | "singledispatchmethod") => {
            ("it chooses a function by a class that is known only at run time", "write `match value:` or `isinstance`")
        }
        _ => return None,
    })
}

/// What a function or class of Python gives that belongs to the process that runs it, and that no library can hold.
pub(super) fn unfrozen(module: &str, name: &str) -> Option<&'static str> {
    Some(match (module, name) {
        ("builtins" | "io" | "codecs" | "gzip" | "bz2" | "lzma" | "tarfile", "open")
        | ("tempfile", "TemporaryFile" | "NamedTemporaryFile" | "SpooledTemporaryFile") => "an open file",
        (
            "threading" | "multiprocessing" | "asyncio",
            "Lock" | "RLock" | "Condition" | "Event" | "Semaphore" | "BoundedSemaphore" | "Barrier",
        ) => "a lock",
        ("threading", "Thread" | "Timer") => "a thread",
        ("threading", "local") => "what each thread has of its own",
        ("queue" | "multiprocessing" | "asyncio", "Queue" | "SimpleQueue" | "LifoQueue" | "PriorityQueue") => "a queue",
        ("concurrent.futures", "ThreadPoolExecutor" | "ProcessPoolExecutor") | ("multiprocessing", "Pool") => {
            "a pool of workers"
        }
        ("subprocess", "Popen") | ("multiprocessing", "Process") => "a process",
        ("socket", "socket" | "create_connection")
        | ("sqlite3", "connect")
        | ("requests", "Session" | "session")
        | ("httpx", "Client" | "AsyncClient")
        | ("aiohttp", "ClientSession") => "a connection",
        _ => return None,
    })
}

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
        "ExceptionGroup" | "BaseExceptionGroup" => (
            "it holds exceptions of several classes, and compiled code raises and handles them one by one",
            "collect the errors in a list, and raise one exception whose message tells of all",
        ),
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
