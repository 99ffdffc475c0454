"""Who sees which data item? The table of parties and items."""

import csv
import io
from typing import Any

from rich.cells import cell_len

from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Level, Seer
from dataflow_assess.messages import message
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.reports.trace_json import assumed
from dataflow_assess.reports.tracing import seer_name
from dataflow_assess.wording import LEVELS, ROLES


def axes(assessment: Assessment) -> tuple[list[Seer], list[str]]:
    """Return who sees anything, and the items that are seen, in the order of the description."""
    seen = assessment.facts.visibility
    parties = {party.id: index for index, party in enumerate(assessment.system.parties)}
    seers = list(dict.fromkeys(seer for seer, _ in seen))
    seers.sort(key=lambda seer: (seer.kind != "party", parties.get(seer.id, 0)))
    watched = {data for _, data in seen}
    items = [item.id for item in assessment.system.data if item.id in watched]
    return seers, items


def level(assessment: Assessment, seer: Seer, item: str) -> Level:
    """Return the most that a seer sees of an item."""
    found = assessment.facts.visibility.get((seer, item))
    return found.level if found else Level.NOTHING


def rows(assessment: Assessment, lang: str) -> list[list[str]]:
    """Return the table with its heading: one row a seer, one column an item, what is seen in words."""
    seers, items = axes(assessment)
    heading = [message("Who").text(lang), *(assessment.graph.item(item).label for item in items)]
    body = [
        [seer_name(assessment, seer).text(lang), *(LEVELS[level(assessment, seer, item)].text(lang) for item in items)]
        for seer in seers
    ]
    return [heading, *body]


WIDTH = 100
"""Cells of a terminal that the table may take; a wider one is written as a list, seer by seer."""


def render_text(assessment: Assessment, lang: str) -> str:
    """Return the table in columns as wide as their widest cell, or as a list where that would be too wide."""
    table = [[visible(cell) for cell in row] for row in rows(assessment, lang)]
    widths = [max(cell_len(cell) for cell in column) for column in zip(*table, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) > WIDTH:
        return _listed(assessment, lang)
    lines = [
        "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines) + "\n"


def _listed(assessment: Assessment, lang: str) -> str:
    """Return what each seer sees, grouped by what is seen; what is not seen at all is left out."""
    seers, items = axes(assessment)
    lines = []
    for seer in seers:
        lines.append(seer_name(assessment, seer).text(lang))
        seen: dict[Level, list[str]] = {}
        for item in items:
            seen.setdefault(level(assessment, seer, item), []).append(assessment.graph.item(item).label)
        for each in Level:
            if each in seen and each is not Level.NOTHING:
                text = message("{level} — {items}", level=LEVELS[each], items=tuple(seen[each]))
                lines.append("  " + text.text(lang))
    return "\n".join(map(visible, lines)) + "\n"


def render_csv(assessment: Assessment, lang: str) -> str:
    """Return the table for a spreadsheet: no cell can be taken for a formula, and a BOM tells Excel it is UTF-8."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(
        [_cell(visible(cell)) for cell in row] for row in rows(assessment, lang)
    )
    return "\ufeff" + out.getvalue()


def _cell(text: str) -> str:
    return "'" + text if text.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) else text


def as_json(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return everything that is seen, with roles and places, as JSON values."""
    seers, items = axes(assessment)
    return {
        "format": 1,
        "path": assessment.path,
        "data": [{"id": item, "name": assessment.graph.item(item).label} for item in items],
        "seers": [
            {
                "kind": seer.kind,
                "id": seer.id,
                "name": seer_name(assessment, seer).text(lang),
                "sees": [_seen(assessment, seer, item, lang) for item in items],
            }
            for seer in seers
        ],
    }


def _seen(assessment: Assessment, seer: Seer, item: str, lang: str) -> dict[str, Any]:
    found = assessment.facts.visibility.get((seer, item))
    return {
        "data": item,
        "level": level(assessment, seer, item).value,
        "ways": [
            {
                "role": sight.role.value,
                "role_name": ROLES[sight.role].text(lang),
                "level": sight.level.value,
                "at": sight.element.id,
                "zone": sight.zone.id if sight.zone else None,
                "when": assumed(assessment, sight.when),
            }
            for sight in (found.sights if found else ())
        ],
    }
