import hashlib
import hmac

from hotforge import compile


@compile()
def signature(message: str, key: str = "secret") -> str:
    return hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest()
