"""Finds where stories about the same event disagree on the facts.

Example:
    from checker import Checker, Story

    report = Checker().check([Story(name="a", text=...), Story(name="b", text=...)])
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__all__ = ["Checker", "Report", "Story"]
__version__ = "0.1.0"

if TYPE_CHECKING:
    from checker.model import Report, Story
    from checker.pipeline import Checker
else:

    def __getattr__(name: str) -> Any:
        # Loaded when first asked for: `checker rules` need not wait for the pipeline.
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = "pipeline" if name == "Checker" else "model"
        return getattr(importlib.import_module(f"{__name__}.{home}"), name)
