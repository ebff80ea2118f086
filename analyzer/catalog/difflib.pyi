"""What two sequences have in common."""

class Match(tuple[int, int, int]):
    """Equal elements of two sequences."""

    @property
    def a(self) -> int:
        """Where they begin in the first."""

    @property
    def b(self) -> int:
        """Where they begin in the second."""

    @property
    def size(self) -> int:
        """How many there are."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether they are equal."""

    @native("object::less")
    def __lt__(self, other: object) -> bool:
        """The order of the two."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By the members."""

class SequenceMatcher:
    """Compares two sequences."""

    @overload
    @raises(Exception)
    def __new__[T: Hashable](isjunk: None, a: Iterable[T], b: Iterable[T], autojunk: bool = True) -> SequenceMatcher:
        """Of two sequences."""

    @overload
    @raises(Exception)
    @native("difflib::sequence_matcher::new_junk")
    def __new__[T: Hashable](isjunk: Callable[[T], bool], a: Iterable[T], b: Iterable[T], autojunk: bool = True) -> SequenceMatcher:
        """Of two sequences, with what begins no match."""

    @overload
    @raises(Exception)
    @native("difflib::sequence_matcher::new_plain")
    def __new__[T: Hashable](*, a: Iterable[T], b: Iterable[T], autojunk: bool = True) -> SequenceMatcher:
        """Of two sequences."""

    def ratio(self) -> float:
        """How much of both is in the matches, from 0 to 1."""

    def quick_ratio(self) -> float:
        """The same if the order did not count: never less."""

    def real_quick_ratio(self) -> float:
        """The same if only the lengths counted: never less."""

    @raises(IndexError)
    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        """The longest match within two ranges."""

    def get_matching_blocks(self) -> list[Match]:
        """All matches in order, and at the end one of nothing."""

    def get_opcodes(self) -> list[tuple[str, int, int, int, int]]:
        """The operations that make the second sequence of the first."""

    @refused("the two sequences of a matcher stay as they are", "make another one: `SequenceMatcher(None, a, b)`")
    def set_seqs(self, a: object, b: object) -> None:
        """Not compiled."""

    @refused("the two sequences of a matcher stay as they are", "make another one: `SequenceMatcher(None, a, b)`")
    def set_seq1(self, a: object) -> None:
        """Not compiled."""

    @refused("the two sequences of a matcher stay as they are", "make another one: `SequenceMatcher(None, a, b)`")
    def set_seq2(self, b: object) -> None:
        """Not compiled."""

@raises(Exception)
def get_close_matches(word: str, possibilities: Iterable[str], n: int = 3, cutoff: float = 0.6) -> list[str]:
    """Those that are most like the word."""

@raises(Exception)
def unified_diff(
    a: list[str],
    b: list[str],
    fromfile: str = "",
    tofile: str = "",
    fromfiledate: str = "",
    tofiledate: str = "",
    n: int = 3,
    lineterm: str = "\n",
) -> Iterator[str]:
    """The differences, with a few lines around each."""

@raises(Exception)
def context_diff(
    a: list[str],
    b: list[str],
    fromfile: str = "",
    tofile: str = "",
    fromfiledate: str = "",
    tofiledate: str = "",
    n: int = 3,
    lineterm: str = "\n",
) -> Iterator[str]:
    """The differences, the lines before and after apart."""

@raises(Exception)
def ndiff(a: list[str], b: list[str]) -> Iterator[str]:
    """The differences, and below lines that are alike where they differ."""

@native("difflib::is_line_junk")
def IS_LINE_JUNK(line: str) -> bool:
    """Whether there is nothing, or one `#`, between white space."""

@native("difflib::is_character_junk")
def IS_CHARACTER_JUNK(ch: str) -> bool:
    """Whether it is a blank or a tab."""
