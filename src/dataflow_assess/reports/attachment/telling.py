"""How is a statement told in a paper: what is stated with its evidence, else in which way it is open?"""

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from dataflow_assess.messages import Message, message, said
from dataflow_assess.model import Day, Standing, Statement
from dataflow_assess.reports.attachment.contents import Line, Ref
from dataflow_assess.wording import STANDINGS

Show = Callable[[Any], object]
"""Turns a stated value into what is shown, for example an identifier into a name."""


def dated(day: Day) -> Message:
    """Return a date in the Japanese era and in ISO 8601."""
    if day.fiscal:
        return message("{day} (Gregorian {year})", day=day.wareki, year=str(day.year))
    return message("{era} ({iso})", era=day.wareki, iso=day.iso)


def _shown(value: object) -> object:
    if isinstance(value, bool):
        return message("yes") if value else message("no")
    if isinstance(value, tuple):
        return tuple(_shown(each) for each in value)
    return dated(value) if isinstance(value, Day) else value


def lines(
    statement: Statement[Any],
    lang: str,
    *,
    label: Message | None = None,
    show: Show = _shown,
    silent: bool = True,
    refs: tuple[Ref, ...] = (),
) -> tuple[Line, ...]:
    """Return what a statement says, what the papers say elsewhere, and what was corrected; each a line.

    Args:
        statement: the statement.
        lang: "ja" or "en".
        label: what the statement is about, set before it where several stand in one place.
        show: how a stated value is shown.
        silent: whether to say so where the papers are silent; else nothing is returned then.
        refs: what the lines are about.
    """
    if statement.is_silent and not silent:
        return ()
    found = [_line(statement, lang, label, show)]
    found += [_line(other, lang, message("stated elsewhere"), show) for other in statement.also]
    found += [_line(before, lang, message("before correction"), show) for before in statement.corrects]
    return tuple(attrs.evolve(line, refs=refs) for line in found)


def _line(statement: Statement[Any], lang: str, label: Message | None, show: Show) -> Line:
    told = _told(statement, lang, show)
    if statement.note:
        told = message("{told} (note: {note})", told=told, note=statement.note)
    if label is not None:
        told = message("{what}: {told}", what=label, told=told)
    return Line(said(told, lang), _evidence(statement), statement.standing)


def _evidence(statement: Statement[Any]) -> tuple[str, ...]:
    """Return the evidence of a statement and of its alternatives, each once."""
    parts = (*statement.evidence, *(text for each in statement.alternatives for text in each.evidence))
    return tuple(dict.fromkeys(parts))


def _told(statement: Statement[Any], lang: str, show: Show) -> object:
    if statement.value is not None:
        return show(statement.value)
    standing, details = STANDINGS[statement.standing], open_details(statement, lang, show)
    return message("{standing} ({parts})", standing=standing, parts=details) if details is not None else standing


def open_details(statement: Statement[Any], lang: str, show: Show = _shown) -> object:
    """Return between what is to be chosen, why it is withheld, or what is asked of whom until when; or None."""
    if statement.standing is Standing.UNDECIDED and statement.alternatives:
        options = tuple(_told(each, lang, show) for each in statement.alternatives)
        return message("one of: {options}", options=options)
    if statement.standing is Standing.WITHHELD and statement.text:
        return message("reason: {reason}", reason=statement.text)
    return tuple(_whose(statement.text, statement.by, statement.due)) or None


def _whose(text: str, by: str, due: Day | None) -> Iterator[object]:
    """Yield what is asked, who is to answer, and by when."""
    if text:
        yield text
    if by:
        yield message("to answer: {by}", by=by)
    if due is not None:
        yield message("by: {due}", due=dated(due))


def silence(lang: str, text: Message | None = None) -> Line:
    """Return the line that stands where the papers say nothing."""
    return Line((text or STANDINGS[Standing.NOT_STATED]).text(lang), standing=Standing.NOT_STATED)


def evidence_of(line: Line, lang: str) -> str:
    """Return the evidence of a line in brackets; "" where it has none."""
    return message(" 〔{evidence}〕", evidence=line.evidence).text(lang) if line.evidence else ""


def with_evidence(line: Line, lang: str) -> str:
    """Return a line followed by its evidence in brackets."""
    return line.text + evidence_of(line, lang)
