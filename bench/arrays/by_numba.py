"""Loops for what numba cannot compile as it is written in the workloads: what a user of numba would write instead.

`prange` is `range` but where numba is asked to use all cores.
"""

import math

import numpy as np
from numba import prange


def softmax(scores):
    result = np.empty_like(scores)
    for row in prange(scores.shape[0]):
        largest = scores[row].max()
        total = np.float32(0.0)
        for column in range(scores.shape[1]):
            result[row, column] = math.exp(scores[row, column] - largest)
            total += result[row, column]
        result[row] /= total
    return result


def layer_norm(x, gain):
    result = np.empty_like(x)
    for row in prange(x.shape[0]):
        mean = x[row].mean()
        variance = np.float32(0.0)
        for column in range(x.shape[1]):
            variance += (x[row, column] - mean) ** 2
        scale = np.float32(1.0) / np.sqrt(variance / np.float32(x.shape[1]) + np.float32(1e-5))
        for column in range(x.shape[1]):
            result[row, column] = (x[row, column] - mean) * scale * gain[column]
    return result


def normalise_pixels(pixels):
    height, width, channels = pixels.shape
    result = np.empty((channels, height, width), dtype=np.float32)
    for row in prange(height):
        for column in range(width):
            for channel in range(channels):
                scaled = np.float32(pixels[row, column, channel]) / np.float32(255.0)
                result[channel, row, column] = (scaled - np.float32(0.449)) / np.float32(0.226)
    return result


def ctc(logits):
    decoded = []
    previous = 0
    for step in range(logits.shape[0]):
        label = np.argmax(logits[step])
        if label != previous and label != 0:
            decoded.append(label)
        previous = label
    return decoded


def equalise(levels):
    counts = np.zeros(256, dtype=np.int64)
    for level in levels:
        counts[level] += 1
    share = np.cumsum(counts) / levels.shape[0]
    return share[levels]


def sort_rows(rows):
    result = np.empty_like(rows)
    for row in prange(rows.shape[0]):
        result[row] = np.sort(rows[row])
    return result
