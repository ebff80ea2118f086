"""Boxes, each a row of `x1, y1, x2, y2`."""

@raises(RuntimeError)
def box_area[D, S](boxes: Tensor[D, S]) -> Tensor[InOrder[Negated[boxes]], ReducedAxis[D, boxes, Literal[-1]]]:
    """The area of each box."""

@raises(RuntimeError)
def box_iou[D, S, R](boxes1: Tensor[D, S], boxes2: Tensor[D, R]) -> Tensor[FloatOnly[boxes1], Distances[boxes1, boxes2]]:
    """How much of their union each two share."""

@raises(RuntimeError, ValueError)
def box_convert[D, S](boxes: Tensor[D, S], in_fmt: str, out_fmt: str) -> Tensor[FloatOnly[boxes], S]:
    """Boxes written otherwise: `xyxy`, `xywh` or `cxcywh`."""

@raises(RuntimeError)
def nms[D, S, R](boxes: Tensor[D, S], scores: Tensor[D, R], iou_threshold: float) -> Tensor[int64, AnyLength[boxes]]:
    """The boxes that no better one covers too much of, by falling score."""

@raises(RuntimeError)
def batched_nms[D, S, R, Q](boxes: Tensor[D, S], scores: Tensor[D, R], idxs: Tensor[int64, Q], iou_threshold: float) -> Tensor[int64, AnyLength[boxes]]:
    """The same, each class by itself."""

@raises(RuntimeError)
def clip_boxes_to_image[D, S](boxes: Tensor[D, S], size: tuple[int, int]) -> Tensor[InOrder[Negated[boxes]], S]:
    """Boxes cut at the edges of an image of that height and width."""
