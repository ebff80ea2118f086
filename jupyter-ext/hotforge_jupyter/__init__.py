"""Hotforge in notebooks: `%load_ext hotforge`, then `%%compile` on top of a cell makes its functions native."""

from __future__ import annotations

from typing import Any

from hotforge_jupyter.magic import CompileMagics

__version__ = "0.1.0"


def load_ipython_extension(shell: Any) -> None:
    """Makes `%%compile` and `%compile` known to a shell."""
    shell.register_magics(CompileMagics)


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Where JupyterLab finds the extension that comes with this package."""
    return [{"src": "labextension", "dest": "hotforge-jupyter"}]
