"""Assess where personal data flows in a municipality's information system.

One description in; findings and the diagram that a council is given out:

    >>> import dataflow_assess
    >>> system = dataflow_assess.load("diagrams/nishitokyo/konbini/description.yaml")
    >>> assessment = dataflow_assess.assess(system)
    >>> assessment.summary()["error"]
    6

Names are imported when they are first used, so that ``import dataflow_assess`` costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from dataflow_assess.assessing import assess, load
    from dataflow_assess.assessment import Assessment
    from dataflow_assess.drawing.saving import draw
    from dataflow_assess.errors import DescriptionFault, Fault, PluginFault
    from dataflow_assess.findings import Finding
    from dataflow_assess.model import System
    from dataflow_assess.reports.attachment.saving import report

__all__ = [
    "Assessment",
    "DescriptionFault",
    "Fault",
    "Finding",
    "PluginFault",
    "System",
    "assess",
    "draw",
    "load",
    "report",
]

_HOMES = {
    "Assessment": "assessment",
    "DescriptionFault": "errors",
    "Fault": "errors",
    "Finding": "findings",
    "PluginFault": "errors",
    "System": "model",
    "assess": "assessing",
    "draw": "drawing.saving",
    "load": "assessing",
    "report": "reports.attachment.saving",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Import a public name from the module that holds it; ``__version__`` is what is installed."""
    if name == "__version__":
        from importlib.metadata import version

        return version("dataflow-assess")
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
