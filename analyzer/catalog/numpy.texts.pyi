"""Arrays of texts, as models take and give them: `np.array(texts, dtype=object)`."""

class TextArray:
    """An array of texts with one axis, as models give them: of dtype `object`."""

    @native("numpy::texts::tolist")
    def tolist(self) -> list[str]:
        """The texts."""

    @native("numpy::texts::len")
    def __len__(self) -> int:
        """How many there are along the first axis."""

    @refused("numpy has no truth for an array of several texts", "ask for what it holds: `len(texts) > 0`")
    def __bool__(self) -> bool:
        """Whether there is something."""

    @property
    @native("numpy::texts::shape")
    def shape(self) -> tuple[int]:
        """The length of each axis."""

    @property
    @native("numpy::texts::size")
    def size(self) -> int:
        """How many texts there are."""

    @native("numpy::texts::flat")
    def flatten(self) -> TextArray:
        """All texts along one axis."""

    @native("numpy::texts::flat")
    def ravel(self) -> TextArray:
        """All texts along one axis."""

    @overload
    @native("numpy::texts::reshape")
    @raises(ValueError)
    def reshape(self, length: int) -> TextArray:
        """All texts along one axis."""

    @overload
    @native("numpy::texts::reshape_to_matrix")
    @raises(ValueError)
    def reshape(self, rows: int, columns: int) -> TextMatrix:
        """All texts in rows."""

    @native("numpy::texts::getitem")
    @raises(IndexError)
    def __getitem__(self, index: int) -> str:
        """The text at a place."""

    @native("numpy::texts::iter")
    def __iter__(self) -> Iterator[str]:
        """The texts."""

    @native("numpy::texts::contains")
    def __contains__(self, text: str) -> bool:
        """Whether the text is one of them."""

class TextMatrix:
    """An array of texts with two axes: of dtype `object`."""

    @native("numpy::texts::rows")
    def tolist(self) -> list[list[str]]:
        """The texts."""

    @native("numpy::texts::len")
    def __len__(self) -> int:
        """How many there are along the first axis."""

    @refused("numpy has no truth for an array of several texts", "ask for what it holds: `len(texts) > 0`")
    def __bool__(self) -> bool:
        """Whether there is something."""

    @property
    @native("numpy::texts::shape_of_matrix")
    def shape(self) -> tuple[int, int]:
        """The length of each axis."""

    @property
    @native("numpy::texts::size")
    def size(self) -> int:
        """How many texts there are."""

    @native("numpy::texts::flat")
    def flatten(self) -> TextArray:
        """All texts along one axis."""

    @native("numpy::texts::flat")
    def ravel(self) -> TextArray:
        """All texts along one axis."""

    @overload
    @native("numpy::texts::reshape")
    @raises(ValueError)
    def reshape(self, length: int) -> TextArray:
        """All texts along one axis."""

    @overload
    @native("numpy::texts::reshape_to_matrix")
    @raises(ValueError)
    def reshape(self, rows: int, columns: int) -> TextMatrix:
        """All texts in rows."""

    @overload
    @native("numpy::texts::row")
    @raises(IndexError)
    def __getitem__(self, index: int) -> TextArray:
        """A row."""

    @overload
    @native("numpy::texts::item_of_matrix")
    @raises(IndexError)
    def __getitem__(self, index: tuple[int, int]) -> str:
        """The text at a place."""

    @native("numpy::texts::contains")
    def __contains__(self, text: str) -> bool:
        """Whether the text is one of them."""

class StrArray:
    """An array of texts of one width with one axis, as `np.array(["a", "b"])` makes it."""

    @native("numpy::texts::tolist")
    def tolist(self) -> list[str]:
        """The texts."""

    @native("numpy::texts::len")
    def __len__(self) -> int:
        """How many there are along the first axis."""

    @refused("numpy has no truth for an array of several texts", "ask for what it holds: `len(texts) > 0`")
    def __bool__(self) -> bool:
        """Whether there is something."""

    @property
    @native("numpy::texts::shape")
    def shape(self) -> tuple[int]:
        """The length of each axis."""

    @property
    @native("numpy::texts::size")
    def size(self) -> int:
        """How many texts there are."""

    @native("numpy::texts::flat")
    def flatten(self) -> StrArray:
        """All texts along one axis."""

    @native("numpy::texts::flat")
    def ravel(self) -> StrArray:
        """All texts along one axis."""

    @overload
    @native("numpy::texts::reshape")
    @raises(ValueError)
    def reshape(self, length: int) -> StrArray:
        """All texts along one axis."""

    @overload
    @native("numpy::texts::reshape_to_matrix")
    @raises(ValueError)
    def reshape(self, rows: int, columns: int) -> StrMatrix:
        """All texts in rows."""

    @refused("numpy gives a `np.str_` there, which is no plain text", "take it of `.tolist()`, or make the array with `dtype=object`")
    def __getitem__(self, index: int) -> str:
        """The text at a place."""

    @native("numpy::texts::as_objects")
    def astype(self, dtype: Literal["object", "O"]) -> TextArray:
        """The texts, each of its own."""

class StrMatrix:
    """An array of texts of one width with two axes."""

    @native("numpy::texts::rows")
    def tolist(self) -> list[list[str]]:
        """The texts."""

    @native("numpy::texts::len")
    def __len__(self) -> int:
        """How many there are along the first axis."""

    @refused("numpy has no truth for an array of several texts", "ask for what it holds: `len(texts) > 0`")
    def __bool__(self) -> bool:
        """Whether there is something."""

    @property
    @native("numpy::texts::shape_of_matrix")
    def shape(self) -> tuple[int, int]:
        """The length of each axis."""

    @property
    @native("numpy::texts::size")
    def size(self) -> int:
        """How many texts there are."""

    @native("numpy::texts::flat")
    def flatten(self) -> StrArray:
        """All texts along one axis."""

    @native("numpy::texts::flat")
    def ravel(self) -> StrArray:
        """All texts along one axis."""

    @overload
    @native("numpy::texts::reshape")
    @raises(ValueError)
    def reshape(self, length: int) -> StrArray:
        """All texts along one axis."""

    @overload
    @native("numpy::texts::reshape_to_matrix")
    @raises(ValueError)
    def reshape(self, rows: int, columns: int) -> StrMatrix:
        """All texts in rows."""

    @refused("numpy gives a `np.str_` there, which is no plain text", "take it of `.tolist()`, or make the array with `dtype=object`")
    def __getitem__(self, index: tuple[int, int]) -> str:
        """The text at a place."""

    @native("numpy::texts::as_objects")
    def astype(self, dtype: Literal["object", "O"]) -> TextMatrix:
        """The texts, each of its own."""
