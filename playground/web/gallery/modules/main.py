"""Several files: functions are followed through the modules of a project."""

from hotforge import compile
from scoring import score, stem


@compile()
def rank(query: str, documents: list[str]) -> list[tuple[str, float]]:
    """Documents by how well they fit a query, best first."""
    words = {stem(word) for word in query.lower().split()}
    ranked = [(document, round(score(words, document), 3)) for document in documents]
    return sorted(ranked, key=lambda pair: -pair[1])
