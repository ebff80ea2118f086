"""Views that go over an array in other steps."""

@raises(ValueError)
def sliding_window_view(
    x: ArrayLike, window_shape: Shape, axis: Axes = None
) -> ndarray[DTypeOf[x], Windows[x, window_shape, axis]]:
    """Every window of the array, as a view that cannot be written to: the axes of the windows come last."""
