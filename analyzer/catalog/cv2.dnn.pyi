"""What is done with the boxes that a network finds."""

@raises(cv2.error)
def NMSBoxes(bboxes: ArrayLike, scores: ArrayLike, score_threshold: float, nms_threshold: float, eta: float = 1.0, top_k: int = 0) -> ndarray[int32, tuple[int]]:
    """The places of the boxes that are kept, the best first; a box is left, top, width and height."""
