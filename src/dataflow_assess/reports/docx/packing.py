"""How does a document become bytes that are the same whenever it is written?"""

import datetime as dt
import io
import zipfile

from docx.document import Document

_BEGINNING = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - python-docx takes times without a zone
"""The earliest time that a ZIP archive knows; a document does not say when it was written."""


def packed(document: Document) -> bytes:
    """Return the document without the time at which it was written."""
    properties = document.core_properties
    properties.created = properties.modified = _BEGINNING
    properties.last_modified_by, properties.revision = "", 1
    written = io.BytesIO()
    document.save(written)
    timeless = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(timeless, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, _BEGINNING.timetuple()[:6]), before.read(name), zipfile.ZIP_DEFLATED)
    return timeless.getvalue()
