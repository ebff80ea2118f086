"""Boxes, each a row of `x1, y1, x2, y2`, and what lies in them."""

@raises(IndexError)
def box_area[D, S](boxes: Tensor[D, S]) -> Tensor[FloatOnly[boxes], ReducedAxis[D, boxes, Literal[-1]]]:
    """The area of each box."""

@raises(RuntimeError, IndexError)
def box_iou[D, S, R](boxes1: Tensor[D, S], boxes2: Tensor[D, R]) -> Tensor[FloatOnly[boxes1], Distances[boxes1, boxes2]]:
    """How much of their union each two share."""

@raises(RuntimeError, IndexError)
def generalized_box_iou[D, S, R](boxes1: Tensor[D, S], boxes2: Tensor[D, R]) -> Tensor[FloatOnly[boxes1], Distances[boxes1, boxes2]]:
    """How much of their union each two share, less what of the box around both neither covers."""

@overload
@raises(ValueError)
def box_convert[D, S](boxes: Tensor[D, S], in_fmt: Literal["xyxy", "xywh", "cxcywh"], out_fmt: Literal["xyxy", "xywh", "cxcywh"]) -> Tensor[FloatOnly[boxes], S]:
    """Boxes written otherwise: `xyxy`, `xywh` or `cxcywh`."""

@overload
@refused("the formats are known at run time only, or are of boxes that are turned", "write the formats as constants: `xyxy`, `xywh` or `cxcywh`")
def box_convert[D, S](boxes: Tensor[D, S], in_fmt: str, out_fmt: str) -> Tensor[D, S]:
    """Boxes written otherwise."""

@raises(RuntimeError)
def nms[D, S, R](boxes: Tensor[D, S], scores: Tensor[D, R], iou_threshold: float) -> Tensor[SuppressedType[boxes], AnyLength[boxes]]:
    """The places of the boxes that no better one covers too much of, by falling score."""

@raises(RuntimeError)
def batched_nms[D, S, R, Q](boxes: Tensor[D, S], scores: Tensor[D, R], idxs: Tensor[int64, Q], iou_threshold: float) -> Tensor[SuppressedType[boxes], AnyLength[boxes]]:
    """The same, each class by itself."""

@raises(RuntimeError, IndexError)
def clip_boxes_to_image[D, S](boxes: Tensor[D, S], size: tuple[int, int]) -> Tensor[FloatOnly[boxes], S]:
    """Boxes cut at the edges of an image of that height and width."""

@raises(RuntimeError, IndexError)
def remove_small_boxes[D, S](boxes: Tensor[D, S], min_size: float) -> Tensor[SuppressedType[boxes], AnyLength[boxes]]:
    """The places of the boxes that are as wide and as high as that."""

@overload
@raises(RuntimeError, AssertionError)
def roi_align[D, S, R](input: Tensor[D, S], boxes: Tensor[D, R], output_size: Shape, spatial_scale: float = 1.0, sampling_ratio: int = -1, aligned: bool = False) -> Tensor[FloatOnly[input], Regions[input, output_size]]:
    """What maps of features have in boxes, each a row of the map's number and `x1, y1, x2, y2`."""

@overload
@native("torchvision::ops::roi_align_each")
@raises(RuntimeError, AssertionError)
def roi_align[D, S, R](input: Tensor[D, S], boxes: list[Tensor[D, R]], output_size: Shape, spatial_scale: float = 1.0, sampling_ratio: int = -1, aligned: bool = False) -> Tensor[FloatOnly[input], Regions[input, output_size]]:
    """What maps of features have in boxes, for each map those in it."""
