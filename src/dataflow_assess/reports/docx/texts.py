"""How is a statement written into a paragraph: its state marked, its evidence smaller after it?"""

from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from dataflow_assess.facts import Protection
from dataflow_assess.model import Standing
from dataflow_assess.reports.attachment.contents import Line
from dataflow_assess.reports.attachment.telling import evidence_of
from dataflow_assess.reports.docx.elements import element, shading
from dataflow_assess.reports.docx.styles import ENCRYPTED, INK, OPEN, PLAINTEXT, SUB, WHITE


def write_line(paragraph: Paragraph, line: Line, lang: str) -> None:
    """Write a line into an empty paragraph."""
    run = paragraph.add_run(line.text)
    if line.state is not None:
        _state(run, line.state)
    elif line.standing is not Standing.STATED:
        run.font.color.rgb = OPEN
    if line.evidence:
        evidence = paragraph.add_run(evidence_of(line, lang))
        evidence.font.size, evidence.font.color.rgb = Pt(8), SUB


def _state(run: Run, state: Protection) -> None:
    """Mark the state of a segment: plaintext reversed, the others framed; the word says it in any case."""
    run.bold = True
    if state is Protection.PLAINTEXT:
        run.font.color.rgb = WHITE
        run._r.get_or_add_rPr().append(shading(str(PLAINTEXT)))  # noqa: SLF001 - python-docx offers no other way
        return
    known = {Protection.ENCRYPTED: ENCRYPTED, Protection.NOT_ELECTRONIC: INK}
    colour = run.font.color.rgb = known.get(state, OPEN)
    frame = element("w:bdr", val="single", sz="4", space="0", color=str(colour))
    run._r.get_or_add_rPr().append(frame)  # noqa: SLF001
