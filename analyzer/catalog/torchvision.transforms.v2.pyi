"""Transforms of images and tensors, the second form. The classes are known to the tracer; the functions are in `functional`."""
