"""Who writes an attachment in which format? A module a suffix, imported when it is wanted."""

import importlib
from collections.abc import Callable

from dataflow_assess.assessment import Assessment
from dataflow_assess.errors import Fault
from dataflow_assess.messages import message
from dataflow_assess.reports.attachment.contents import Contents

Render = Callable[[Contents, Assessment, str], bytes]
"""(contents, the assessment they were built from, "ja" or "en") → the file's content."""

_HOMES = {
    "html": "dataflow_assess.reports.html",
    "docx": "dataflow_assess.reports.docx",
    "pdf": "dataflow_assess.reports.pdf",
    "md": "dataflow_assess.reports.attachment.markdown",
}
"""Each module has a function ``render`` of the type `Render`."""

_EXTRAS = {"docx": "office", "pdf": "pdf"}

FORMATS = tuple(_HOMES)
"""The formats of an attachment, which are also the suffixes of its files."""


def renderer(form: str) -> Render:
    """Return who writes the format ``form``, one of `FORMATS`.

    Raises:
        Fault: the libraries that the format needs are not installed.
    """
    try:
        render: Render = importlib.import_module(_HOMES[form]).render
    except ModuleNotFoundError as error:
        if form not in _EXTRAS or (error.name or "").startswith("dataflow_assess"):
            raise
        raise Fault.of(
            message("an attachment as .{form} needs the package {package}", form=form, package=error.name),
            message("install it: pip install 'dataflow-assess[{extra}]'", extra=_EXTRAS[form]),
        ) from None
    return render
