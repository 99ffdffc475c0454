"""Which words may the keys of a description take, and what do rules know about each?"""

from pathlib import Path

from dataflow_assess.vocabulary.term import Term


def _cell(cells: list[str], index: int) -> str:
    return cells[index].strip() if index < len(cells) else ""


def _read(table: str) -> tuple[Term, ...]:
    terms: list[Term] = []
    category = ""
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            category = line.strip("[]")
            continue
        cells = line.split("|")
        terms.append(
            Term(
                category,
                _cell(cells, 0),
                _cell(cells, 1),
                _cell(cells, 2).split(),
                _cell(cells, 3).split(),
                _cell(cells, 4),
            )
        )
    return tuple(terms)


TERMS: tuple[Term, ...] = _read(Path(__file__).with_name("words.txt").read_text(encoding="utf-8"))
