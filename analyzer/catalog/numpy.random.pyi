"""Random numbers: `rng = np.random.default_rng(seed)`."""

class Generator:
    """A generator of random numbers, with numpy's own sequence for its seed."""

    @overload
    @raises(RuntimeError)
    def random(self, size: None = None) -> float:
        """A number from 0 up to, not including, 1."""

    @overload
    @native("numpy::random::generator::random_float32")
    @raises(ValueError, RuntimeError)
    def random(self, size: Shape, dtype: type[float32]) -> ndarray[float32, ShapeDims[size]]:
        """Numbers from 0 up to, not including, 1, as `float32`."""

    @overload
    @native("numpy::random::generator::random_many")
    @raises(ValueError, RuntimeError)
    def random(self, size: Shape) -> ndarray[float64, ShapeDims[size]]:
        """Numbers from 0 up to, not including, 1."""

    @overload
    @raises(RuntimeError)
    def standard_normal(self, size: None = None) -> float:
        """A number of the normal distribution around 0 with a deviation of 1."""

    @overload
    @native("numpy::random::generator::standard_normal_many")
    @raises(ValueError, RuntimeError)
    def standard_normal(self, size: Shape) -> ndarray[float64, ShapeDims[size]]:
        """Numbers of the normal distribution around 0 with a deviation of 1."""

    @overload
    @native("numpy::random::generator::normal_many")
    @raises(ValueError, RuntimeError)
    def normal(self, loc: float, scale: float, size: Shape) -> ndarray[float64, ShapeDims[size]]:
        """Numbers of the normal distribution."""

    @overload
    @native("numpy::random::generator::normal_many")
    @raises(ValueError, RuntimeError)
    def normal(self, loc: float = 0.0, scale: float = 1.0, *, size: Shape) -> ndarray[float64, ShapeDims[size]]:
        """Numbers of the normal distribution."""

    @overload
    @raises(ValueError, RuntimeError)
    def normal(self, loc: float = 0.0, scale: float = 1.0) -> float:
        """A number of the normal distribution."""

    @overload
    @native("numpy::random::generator::uniform_many")
    @raises(ValueError, OverflowError, RuntimeError)
    def uniform(self, low: float, high: float, size: Shape) -> ndarray[float64, ShapeDims[size]]:
        """Numbers between two others, each as likely."""

    @overload
    @native("numpy::random::generator::uniform_many")
    @raises(ValueError, OverflowError, RuntimeError)
    def uniform(self, low: float = 0.0, high: float = 1.0, *, size: Shape) -> ndarray[float64, ShapeDims[size]]:
        """Numbers between two others, each as likely."""

    @overload
    @raises(ValueError, OverflowError, RuntimeError)
    def uniform(self, low: float = 0.0, high: float = 1.0) -> float:
        """A number between two others, each as likely."""

    @overload
    @native("numpy::random::generator::integers_many")
    @raises(ValueError, RuntimeError)
    def integers(
        self, low: int, high: int | None, size: Shape, *, endpoint: bool = False
    ) -> ndarray[int64, ShapeDims[size]]:
        """Whole numbers from `low` up to, not including, `high`; from 0 where only one is given."""

    @overload
    @native("numpy::random::generator::integers_many")
    @raises(ValueError, RuntimeError)
    def integers(
        self, low: int, high: int | None = None, *, size: Shape, endpoint: bool = False
    ) -> ndarray[int64, ShapeDims[size]]:
        """Whole numbers from `low` up to, not including, `high`; from 0 where only one is given."""

    @overload
    @raises(ValueError, RuntimeError)
    def integers(self, low: int, high: int | None = None, *, endpoint: bool = False) -> Scalar[int64]:
        """A whole number from `low` up to, not including, `high`; from 0 where only one is given."""

    @raises(ValueError, RuntimeError)
    def shuffle[D, S](self, x: ndarray[D, S]) -> None:
        """Put the parts of the array along its first axis into another order, in place."""

    @overload
    @native("numpy::random::generator::permutation_of")
    @raises(RuntimeError)
    def permutation(self, x: int) -> ndarray[int64, SizeDims[x]]:
        """The numbers below `x` in some order."""

    @overload
    @raises(ValueError, RuntimeError, IndexError)
    def permutation(self, x: ArrayLike) -> ndarray[DTypeOf[x], DimsOf[x]]:
        """The parts of the array along its first axis in another order."""

    @overload
    @native("numpy::random::generator::choice_below")
    @raises(ValueError, RuntimeError)
    def choice(self, a: int) -> Scalar[int64]:
        """A number below `a`."""

    @overload
    @native("numpy::random::generator::choice_below_weighted")
    @raises(ValueError, RuntimeError)
    def choice(self, a: int, size: Shape, *, p: ArrayLike) -> ndarray[int64, ShapeDims[size]]:
        """Numbers below `a` with those probabilities."""

    @overload
    @native("numpy::random::generator::choice_below_many")
    @raises(ValueError, RuntimeError)
    def choice(self, a: int, size: Shape, replace: bool = True) -> ndarray[int64, ShapeDims[size]]:
        """Numbers below `a`."""

    @overload
    @raises(ValueError, RuntimeError, IndexError)
    def choice(self, a: ArrayLike) -> Scalar[DTypeOf[a]]:
        """An element of a vector."""

    @overload
    @native("numpy::random::generator::choice_many")
    @raises(ValueError, RuntimeError, IndexError)
    def choice(self, a: ArrayLike, size: Shape, replace: bool = True) -> ndarray[DTypeOf[a], ShapeDims[size]]:
        """Elements of a vector."""

@raises(ValueError)
def default_rng(seed: int | None = None) -> Generator:
    """A generator that starts from the seed."""
