"""How does an attachment become a PDF: A4, its text selectable, its fonts embedded, titled and tagged?

WeasyPrint lays out the pages and writes the file; nothing is fetched from anywhere.
"""

from dataflow_assess.assessment import Assessment
from dataflow_assess.errors import Fault
from dataflow_assess.messages import message
from dataflow_assess.reports.attachment.contents import Contents
from dataflow_assess.reports.pdf.fonts import shrink
from dataflow_assess.reports.pdf.page import page

try:
    import weasyprint
except OSError as error:  # it is installed, and a library that it loads is not
    raise Fault.of(
        message("WeasyPrint cannot load the library Pango ({reason})", reason=str(error).splitlines()[0]),
        message("install it (Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)"),
    ) from None


def render(contents: Contents, assessment: Assessment, lang: str) -> bytes:
    """Return the attachment as a PDF.

    Raises:
        DrawingError: Graphviz or a Japanese font is missing, or Graphviz failed.
    """
    only_inlined = weasyprint.URLFetcher(allowed_protocols=["data"], allow_redirects=False)
    document = weasyprint.HTML(string=page(contents, assessment, lang), url_fetcher=only_inlined)
    written: bytes = document.write_pdf(finisher=shrink, pdf_tags=True)
    return written
