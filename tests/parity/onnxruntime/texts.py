"""Sessions that take and give texts: labels of classifiers, and what is counted of words."""

import numpy as np
import numpy.typing as npt
from onnx import TensorProto, helper
from onnxruntime import InferenceSession
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType, StringTensorType
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from hotforge import compile

TOLERANCE = 1e-5


def session(nodes: list, inputs: list[tuple], outputs: list[tuple]) -> InferenceSession:
    """A session of a graph of these nodes."""
    values = [[helper.make_tensor_value_info(*value) for value in values] for values in (inputs, outputs)]
    graph = helper.make_graph(nodes, "graph", *values)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return InferenceSession(model.SerializeToString())


STRING = TensorProto.STRING
through = session(
    [helper.make_node("Identity", ["line"], ["line_out"]), helper.make_node("Identity", ["table"], ["table_out"])],
    [("line", STRING, [None]), ("table", STRING, ["N", "M"])],
    [("line_out", STRING, [None]), ("table_out", STRING, ["N", "M"])],
)
points = np.random.default_rng(0).normal(size=(60, 2)).astype(np.float32)
kinds = np.array(["spam", "ham", "größe"])[(points[:, 0] > 0).astype(int) + (points[:, 1] > 0.5)]
classifier = LogisticRegression().fit(points, kinds)
labels = InferenceSession(
    to_onnx(classifier, initial_types=[("X", FloatTensorType([None, 2]))], options={id(classifier): {"zipmap": False}}).SerializeToString()
)
letters = ["buy now", "cheap pills buy", "see you at noon", "lunch at noon", "now or never", "see the pills"]
words = make_pipeline(TfidfVectorizer(lowercase=False), LogisticRegression()).fit(letters, [1, 1, 0, 0, 1, 0])
spam = InferenceSession(
    to_onnx(words, initial_types=[("text", StringTensorType([None, 1]))], options={id(words): {"zipmap": False}}).SerializeToString()
)


@compile()
def label(samples: npt.NDArray[np.float32]) -> tuple[list[str], int, list[str], bool]:
    outputs = labels.run(None, {"X": samples})
    names = outputs[0]
    return names.tolist(), len(names), [name.upper() for name in names], "ham" in names


@compile()
def first(samples: npt.NDArray[np.float32], place: int) -> str:
    (names,) = labels.run(["label"], {"X": samples})
    return f"{names[place]} of {names.shape[0]}"


@compile()
def is_spam(texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    column = np.array(texts, dtype=object).reshape(-1, 1)
    kind, probabilities = spam.run(["label", "probabilities"], {"text": column})
    return kind, probabilities


@compile()
def is_one_spam(text: str) -> int:
    return int(spam.run(None, {"text": np.array([[text]])})[0][0])


@compile()
def unchanged(line: list[str], table: list[list[str]]) -> tuple[list[str], list[list[str]], str, str, tuple[int, int], int]:
    out_line, out_table = through.run(None, {"line": np.array(line, dtype=str), "table": np.array(table, dtype=object)})
    return out_line.tolist(), out_table.tolist(), repr(out_line), str(out_table), out_table.shape, out_table.size


@compile()
def places(table: list[list[str]], row: int, column: int) -> tuple[str, list[str], list[str], str]:
    (out,) = through.run(["table_out"], {"line": np.array(["x"]), "table": np.asarray(table)})
    return out[row, column], out[row].tolist(), out.ravel().tolist(), repr(out)


@compile()
def reshaped(line: list[str], rows: int, columns: int) -> tuple[list[list[str]], str, str]:
    texts = np.array(line)
    return texts.reshape(rows, columns).tolist(), repr(texts), f"{texts.astype(object)}"


@compile()
def described() -> list[str]:
    return [argument.name + ": " + argument.type for argument in spam.get_inputs() + labels.get_outputs()]


CASES = {
    "label": [(points[:7],), (points[:1],), (points[:0],), (-points,)],
    "first": [(points[:3], 0), (points[:3], -1), (points[:3], 3), (points[:3], -4)],
    "is_spam": [(["buy cheap pills"],), (letters,), (["", "größe", "NOON noon"],)],
    "is_one_spam": [("buy",), ("at noon",), ("",)],
    "unchanged": [
        (line, table)
        for line, table in [
            (["a", "é€😀", "", " b\n", "it's", '"', "ends\0\0"], [["a", "b"], ["", "日本"]]),
            ([], [[]]),
            (["x" * 30] * 5, [["word" * 5, "q"]] * 3),
            ([f"{i}" for i in range(1200)], [[f"{i}"] for i in range(1001)]),
            (["y" * 80, "z"], [["long " * 9] * 4] * 2),
        ]
    ]
    + [(["a"], [["a"], ["b"]]), (["0123456789" * 6], [["\\"]])],
    "places": [([["a", "b", "c"], ["d", "e", "f"]], row, column) for row, column in [(0, 0), (1, 2), (-1, -3), (2, 0), (0, 3), (0, -4)]]
    + [([["a"], ["b", "c"]], 0, 0)],
    "reshaped": [(["a", "b", "c", "dd"], rows, columns) for rows, columns in [(2, 2), (-1, 1), (4, -1), (3, 1), (-1, 3), (-1, -1), (0, -1), (1, 4)]],
    "described": [()],
}
