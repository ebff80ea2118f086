"""How jupyter-lsp starts Hotforge's language server."""

from __future__ import annotations

from typing import Any

from hotforge.report import CompileError
from hotforge.session import find_program


def spec(app: Any) -> dict[str, Any]:
    """The server by its name, for jupyter-lsp; nothing where the program is not installed."""
    try:
        program = find_program()
    except CompileError:
        return {}
    return {
        "hotforge": {
            "version": 2,
            "argv": [program, "lsp"],
            "languages": ["python"],
            "mime_types": ["text/x-python", "text/x-ipython"],
            "display_name": "Hotforge",
            "requires_documents_on_disk": False,
            "urls": {"home": "https://github.com/hotforge/hotforge"},
        }
    }
