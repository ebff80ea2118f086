import hashlib
from hotforge import compile


@compile()
def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
