"""What does a PDF from Graphviz lack?"""

import re
from typing import Final

# Cairo writes the time of day; a drawing must be the same whenever it is made.
_DATE: Final = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")
_TRAILER: Final = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)


def finished(written: bytes, title: str, language: str) -> bytes:
    """Return the PDF without dates and, where its structure is the plain one, with a title and a language.

    The additions are an incremental update: the drawing itself stays as it is.
    """
    dateless = _DATE.sub(lambda found: b" " * len(found[0]), written)
    trailer = _TRAILER.search(dateless)
    root = trailer and re.search(rb"/Root (\d+) 0 R", trailer[1])
    info = trailer and re.search(rb"/Info (\d+) 0 R", trailer[1])
    size = trailer and re.search(rb"/Size (\d+)", trailer[1])
    catalog = root and re.search(rb"\n%s 0 obj\s*<<(.*?)>>\s*endobj" % root[1], dateless, re.DOTALL)
    if not (trailer and root and info and size and catalog) or b"<<" in catalog[1]:
        return dateless
    objects = {
        int(root[1]): b"<<%s /Lang (%s) /ViewerPreferences << /DisplayDocTitle true >> >>"
        % (catalog[1].rstrip(), language.encode()),
        int(info[1]): b"<< /Title <FEFF%s> /Producer (Graphviz) >>" % title.encode("utf-16-be").hex().upper().encode(),
    }
    added = bytearray(dateless if dateless.endswith(b"\n") else dateless + b"\n")
    table = bytearray(b"xref\n")
    for number, content in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(added))
        added += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(added)
    added += table
    added += b"trailer\n<< /Size %s /Root %s 0 R /Info %s 0 R /Prev %s >>\n" % (size[1], root[1], info[1], trailer[2])
    return bytes(added + b"startxref\n%d\n%%%%EOF\n" % start)
