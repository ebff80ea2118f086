"""Transforms of images and tensors. The classes are known to the tracer; the functions are in `functional`."""
