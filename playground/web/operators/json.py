import json
from hotforge import compile


@compile()
def listed(names: list[str]) -> str:
    return json.dumps({"names": names, "count": len(names)}, indent=2)
