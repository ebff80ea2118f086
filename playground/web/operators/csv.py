import csv
import io

from hotforge import compile


@compile()
def cells(text: str = 'name,born\n"Lovelace, Ada",1815\n') -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))
