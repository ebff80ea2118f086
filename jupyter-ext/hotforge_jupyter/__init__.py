"""Hotforge in notebooks: `%load_ext hotforge`, then `%%compile` on top of a cell makes its functions native."""

from __future__ import annotations

from typing import Any

from IPython import get_ipython

from hotforge_jupyter.magic import CompileMagics, switch

__version__ = "0.1.0"


def load_ipython_extension(shell: Any) -> None:
    """Makes `%%compile` and `%compile` known to a shell."""
    shell.register_magics(CompileMagics)


def use(form: str, names: list[str]) -> None:
    """Binds names of the notebook to the `native` functions or to the `python` ones they were compiled from."""
    switch(get_ipython(), form, names)


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Where JupyterLab finds the extension that comes with this package."""
    return [{"src": "labextension", "dest": "hotforge-jupyter"}]
