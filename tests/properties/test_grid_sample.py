"""`torch.nn.functional.grid_sample` against ONNX's `GridSample`, which is defined by it: torch itself is too large for the tests."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from onnx import TensorProto, helper

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(REPOSITORY / "python")]

import hotforge  # noqa: E402
from native import failure_to_compile  # noqa: E402

MODES = {"bilinear": "linear", "nearest": "nearest", "bicubic": "cubic"}
PADDINGS = ("zeros", "border", "reflection")
FORMS = list(itertools.product(MODES, PADDINGS, (False, True)))

SOURCE = """\
from typing import Annotated

import torch
import torch.nn.functional as F

from hotforge import compile

Images = Annotated[torch.Tensor, torch.float32, (None, None, None, None)]


@compile()
def sampled(images: Images, grid: Images, mode: str, padding: str, aligned: bool) -> Images:
    return F.grid_sample(images, grid, mode, padding, aligned)
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("grid_sample")
    path = folder / "sampling.py"
    path.write_text(SOURCE, encoding="utf-8")
    assert not (failure := failure_to_compile(path, folder / "sampling")), failure
    return hotforge.load(folder / "sampling" / "sampling")


def reference(images: np.ndarray, grid: np.ndarray, mode: str, padding: str, aligned: bool) -> np.ndarray:
    node = helper.make_node("GridSample", ["x", "grid"], ["y"], mode=MODES[mode], padding_mode=padding, align_corners=int(aligned))
    value = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, [None] * 4)  # noqa: E731
    graph = helper.make_graph([node], "graph", [value("x"), value("grid")], [value("y")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    return onnxruntime.InferenceSession(model.SerializeToString()).run(None, {"x": images, "grid": grid})[0]


@pytest.mark.parametrize(("mode", "padding", "aligned"), FORMS)
def test_agrees_with_onnx(library, mode, padding, aligned):
    rng = np.random.default_rng(len(mode) * 100 + len(padding) * 10 + aligned)
    for shape, places in [((1, 1, 3, 4), (5, 6)), ((2, 3, 7, 2), (4, 1)), ((1, 2, 1, 5), (3, 3)), ((3, 1, 2, 2), (0, 4))]:
        images = rng.normal(size=shape).astype(np.float32)
        grid = rng.uniform(-2.5, 2.5, (shape[0], *places, 2)).astype(np.float32)
        found = np.asarray(library(images, grid, mode, padding, aligned))
        np.testing.assert_allclose(found, reference(images, grid, mode, padding, aligned), rtol=2e-4, atol=2e-5)


def test_what_does_not_fit_raises(library):
    images, grid = np.zeros((1, 1, 2, 2), np.float32), np.zeros((1, 2, 2, 2), np.float32)
    with pytest.raises(ValueError, match="expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: 'area'"):
        library(images, grid, "area", "zeros", False)
    with pytest.raises(ValueError, match="expected padding_mode to be"):
        library(images, grid, "nearest", "wrap", False)
    with pytest.raises(RuntimeError, match="to have same batch size"):
        library(images, np.zeros((2, 2, 2, 2), np.float32), "nearest", "zeros", False)
    with pytest.raises(RuntimeError, match="to have size 2 in last dimension"):
        library(images, np.zeros((1, 2, 2, 3), np.float32), "nearest", "zeros", False)
    with pytest.raises(RuntimeError, match="with dimension 3 being empty"):
        library(np.zeros((1, 1, 2, 0), np.float32), grid, "nearest", "zeros", False)
