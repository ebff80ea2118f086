import torch
import torch.nn.functional as F
from hotforge import compile


@compile()
def probabilities(scores: list[float]) -> list[float]:
    return F.softmax(torch.tensor(scores), dim=0).tolist()
