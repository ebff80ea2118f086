import torch
from hotforge import compile


@compile()
def similarity(values: list[float]) -> float:
    vector = torch.tensor(values)
    return float(torch.sum(vector * vector))
