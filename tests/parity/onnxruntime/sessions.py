"""Sessions of onnxruntime: every dtype, several models in one predictor, names that are asked of the model."""

import numpy as np
import numpy.typing as npt
from onnx import TensorProto, helper
from onnxruntime import InferenceSession

from hotforge import compile


def session(nodes: list, inputs: list[tuple], outputs: list[tuple]) -> InferenceSession:
    """A session of a graph of these nodes."""
    values = [[helper.make_tensor_value_info(*value) for value in values] for values in (inputs, outputs)]
    graph = helper.make_graph(nodes, "graph", *values)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return InferenceSession(model.SerializeToString())


DTYPES = {
    "u8": TensorProto.UINT8, "i8": TensorProto.INT8, "u16": TensorProto.UINT16, "i16": TensorProto.INT16,
    "i32": TensorProto.INT32, "i64": TensorProto.INT64, "flags": TensorProto.BOOL, "f64": TensorProto.DOUBLE,
    "u32": TensorProto.UINT32, "u64": TensorProto.UINT64,
}  # fmt: skip
through = session(
    [helper.make_node("Identity", [name], [f"{name}_out"]) for name in DTYPES],
    [(name, kind, [None]) for name, kind in DTYPES.items()],
    [(f"{name}_out", kind, [None]) for name, kind in DTYPES.items()],
)
doubling = session([helper.make_node("Add", ["x", "x"], ["387"])], [("x", TensorProto.FLOAT, ["N", 3])], [("387", TensorProto.FLOAT, ["N", 3])])
adding = session(
    [helper.make_node("Add", ["a", "b"], ["sum"]), helper.make_node("Mul", ["a", "b"], ["product"])],
    [("a", TensorProto.FLOAT, ["N", 3]), ("b", TensorProto.FLOAT, ["N", 3])],
    [("sum", TensorProto.FLOAT, ["N", 3]), ("product", TensorProto.FLOAT, ["N", 3])],
)
halving = session(
    [helper.make_node("Identity", ["x"], ["same"]), helper.make_node("Cast", ["x"], ["wide"], to=TensorProto.FLOAT), helper.make_node("Cast", ["y"], ["narrow"], to=TensorProto.FLOAT16)],
    [("x", TensorProto.FLOAT16, ["N", 2]), ("y", TensorProto.FLOAT, [None])],
    [("same", TensorProto.FLOAT16, ["N", 2]), ("wide", TensorProto.FLOAT, ["N", 2]), ("narrow", TensorProto.FLOAT16, [None])],
)
gathering = session(
    [helper.make_node("Gather", ["table", "ids"], ["rows"]), helper.make_node("Add", ["rows", "past"], ["present"])],
    [("table", TensorProto.FLOAT, ["N", 2]), ("ids", TensorProto.INT64, ["M"]), ("past", TensorProto.FLOAT, ["M", 2])],
    [("rows", TensorProto.FLOAT, ["M", 2]), ("present", TensorProto.FLOAT, ["M", 2])],
)
input_name = doubling.get_inputs()[0].name
output_name: str = doubling.get_outputs()[0].name


Halves = np.ndarray[tuple[int, int], np.dtype[np.float16]]


@compile()
def halves(x: Halves, y: npt.NDArray[np.float32]) -> tuple[Halves, np.ndarray, np.ndarray, str]:
    same, wide, narrow = halving.run(None, {"x": x[::-1], "y": y})
    return same, wide, narrow, halving.get_inputs()[0].type


@compile()
def every_dtype(values: npt.NDArray[np.int64]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    results = through.run(
        None,
        {
            "u8": values.astype(np.uint8),
            "i8": values.astype(np.int8),
            "u16": values.astype(np.uint16),
            "i16": values.astype(np.int16),
            "i32": values.astype(np.int32),
            "i64": values,
            "flags": values > 0,
            "f64": values.astype(np.float64),
            "u32": values.astype(np.uint32),
            "u64": values.astype(np.uint64),
        },
    )
    return results[0], results[3], results[6], results[7], results[9]


@compile()
def chained(x: npt.NDArray[np.float32]) -> tuple[np.ndarray, np.ndarray]:
    doubled = doubling.run(["387"], {"x": x})[0]
    total, product = adding.run(["sum", "product"], {"a": x, "b": doubled})
    return total, product


@compile()
def asked(x: npt.NDArray[np.float32]) -> np.ndarray:
    return doubling.run([output_name], {input_name: x})[0]


@compile()
def in_any_order(x: npt.NDArray[np.float32]) -> np.ndarray:
    feed = {"b": x}
    feed["a"] = x + 1
    return adding.run(["product"], feed)[0]


@compile()
def looped(x: npt.NDArray[np.float32], steps: int) -> np.ndarray:
    state = {"x": x}
    for _ in range(steps):
        state["x"] = doubling.run(None, state)[0]
    return state["x"]


@compile()
def of_several_dtypes(table: npt.NDArray[np.float32], ids: npt.NDArray[np.int64], names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    feed = {names[0]: table, names[1]: ids}
    feed[names[2]] = np.zeros((len(ids), 2), dtype=np.float32)
    rows, present = gathering.run(None, feed)
    return rows, present


@compile()
def cached(table: npt.NDArray[np.float32], steps: int) -> np.ndarray:
    past = {"past": np.zeros((1, 2), dtype=np.float32)}
    for step in range(steps):
        outputs = gathering.run(["present"], {"table": table, "ids": np.array([step]), **past})
        past = {"past": outputs[0]}
    return past["past"]


class Doubler:
    """As people write them: with the names that the model has."""

    def __init__(self) -> None:
        self.input_names = [argument.name for argument in doubling.get_inputs()]

    def run(self, x: np.ndarray) -> np.ndarray:
        return doubling.run(None, {self.input_names[0]: x})[0]


doubler = Doubler()


@compile()
def named(x: npt.NDArray[np.float32]) -> tuple[np.ndarray, np.ndarray]:
    return doubling.run(None, {doubling.get_inputs()[0].name: x})[0], doubler.run(x)


@compile()
def described() -> list[str]:
    return [argument.name + ": " + argument.type for argument in through.get_inputs() + adding.get_outputs()]


matrix = np.arange(6, dtype=np.float32).reshape(2, 3)

CASES = {
    "halves": [
        (np.array(x, dtype=np.float16).reshape(-1, 2), np.array(y, dtype=np.float32)) for x, y in [([1.5, -0.0, np.nan, 6e4], [1e9, 0.1]), ([], []), ([1e-7, np.inf], [-3.0])]
    ],
    "every_dtype": [(np.array([0, 1, -1, 127]),), (np.array([], dtype=np.int64),), (np.array([300, -70000]),)],
    "chained": [(matrix,), (matrix[:0],), (matrix[::-1],)],
    "asked": [(matrix,), (matrix.T.reshape(2, 3),)],
    "in_any_order": [(matrix,)],
    "looped": [(matrix, 3), (matrix, 0)],
    "of_several_dtypes": [
        (matrix[:, :2], np.array(ids, dtype=np.int64), names)
        for ids in [[0, 1, 1], []]
        for names in [["table", "ids", "past"], ["table", "ids", "ids"]]
    ],
    "cached": [(matrix[:, :2], steps) for steps in [0, 1, 2]],
    "named": [(matrix,), (matrix[:0],)],
    "described": [()],
}
