from datetime import date, timedelta

from hotforge import compile


@compile()
def later(days: int = 90) -> str:
    return (date(2026, 1, 1) + timedelta(days=days)).isoformat()
