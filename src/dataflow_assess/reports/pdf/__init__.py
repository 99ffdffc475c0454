"""How does an attachment become a PDF: A4, its text selectable, its fonts embedded, titled and tagged?

WeasyPrint lays out the pages and writes the file; nothing is fetched from anywhere.
"""

from typing import Any

from dataflow_assess.assessment import Assessment
from dataflow_assess.errors import Fault
from dataflow_assess.messages import message
from dataflow_assess.reports.attachment.contents import Contents
from dataflow_assess.reports.pdf.fonts import shrink
from dataflow_assess.reports.pdf.page import page


def render(contents: Contents, assessment: Assessment, lang: str) -> bytes:
    """Return the attachment as a PDF.

    Raises:
        Fault: WeasyPrint or a library that it needs is not installed.
        DrawingError: Graphviz or a Japanese font is missing, or Graphviz failed.
    """
    weasyprint = _weasyprint()
    only_inlined = weasyprint.URLFetcher(allowed_protocols=["data"], allow_redirects=False)
    document = weasyprint.HTML(string=page(contents, assessment, lang), url_fetcher=only_inlined)
    written: bytes = document.write_pdf(finisher=shrink, pdf_tags=True)
    return written


def _weasyprint() -> Any:  # noqa: ANN401 - the library is not typed
    """Return the library; a fault that says what to install where it, or what it loads, is missing."""
    try:
        import weasyprint
    except OSError as error:
        found = message("WeasyPrint cannot load the library Pango ({reason})", reason=str(error).splitlines()[0])
        hint = message("install it (Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)")
        raise Fault.of(found, hint) from None
    return weasyprint
