import random
from hotforge import compile


@compile()
def dice(seed: int) -> list[int]:
    generator = random.Random(seed)
    return [generator.randint(1, 6) for _ in range(6)]
