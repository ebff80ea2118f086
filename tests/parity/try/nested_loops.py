"""try within try within a loop, left in every way."""

from hotforge import compile


@compile()
def nested_try(n: int) -> list[str]:
    log: list[str] = []
    for i in range(3):
        try:
            try:
                log.append(str(10 // (n - i)))
                if i == 1:
                    continue
            except ZeroDivisionError as e:
                raise ValueError(f"v{i}") from e
            finally:
                log.append(f"f{i}")
                if n == 99:
                    break
        except ValueError as e:
            log.append(str(e))
            if n == 1:
                return log
        else:
            log.append("else")
    else:
        log.append("done")
    return log


CASES = {
    "nested_try": [(0,), (1,), (2,), (5,), (99,)],
}
