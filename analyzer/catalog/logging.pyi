"""Messages for whoever runs the program."""

CRITICAL: Final = 50
FATAL: Final = 50
ERROR: Final = 40
WARNING: Final = 30
WARN: Final = 30
INFO: Final = 20
DEBUG: Final = 10
NOTSET: Final = 0

class Logger:
    """What messages are given to. It is made by the module, and captured as it is set up there."""

    def isEnabledFor(self, level: int) -> bool:
        """Whether messages of the level are taken."""

    def getEffectiveLevel(self) -> int:
        """The least level of messages that are taken."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    @native("logging::logger::getEffectiveLevel")
    def level(self) -> int:
        """The least level of messages that are taken."""

    def writes(self, level: int) -> bool:
        """Whether messages of the level are written."""

    def write(self, level: int, message: str) -> None:
        """Writes a message."""

    @refused("a logger is set up when the module is run", "set it up at module level: it is captured as it is then")
    def setLevel(self, level: object) -> None:
        """Not compiled."""

    @refused("a logger is set up when the module is run", "set it up at module level: it is captured as it is then")
    def addHandler(self, hdlr: object) -> None:
        """Not compiled."""

@refused("a logger is made when the module is run", "make it at module level: `logger = logging.getLogger(__name__)`")
def getLogger(name: object = None) -> Logger:
    """Not compiled."""

@refused("logging is set up when the module is run", "set it up at module level")
def basicConfig(*args: object) -> None:
    """Not compiled."""

@refused("how the module sets up logging is captured with a logger", "make one at module level: `logger = logging.getLogger(__name__)`")
def debug(msg: object, *args: object) -> None:
    """Not compiled."""

@refused("how the module sets up logging is captured with a logger", "make one at module level: `logger = logging.getLogger(__name__)`")
def info(msg: object, *args: object) -> None:
    """Not compiled."""

@refused("how the module sets up logging is captured with a logger", "make one at module level: `logger = logging.getLogger(__name__)`")
def warning(msg: object, *args: object) -> None:
    """Not compiled."""

@refused("how the module sets up logging is captured with a logger", "make one at module level: `logger = logging.getLogger(__name__)`")
def error(msg: object, *args: object) -> None:
    """Not compiled."""

@refused("how the module sets up logging is captured with a logger", "make one at module level: `logger = logging.getLogger(__name__)`")
def critical(msg: object, *args: object) -> None:
    """Not compiled."""

@refused("how the module sets up logging is captured with a logger", "make one at module level: `logger = logging.getLogger(__name__)`")
def exception(msg: object, *args: object) -> None:
    """Not compiled."""
