"""What must be printed for each of the twenty systems of the gallery, and what is printed?"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding
from dataflow_assess.loading import Plugins, load_plugins
from dataflow_assess.reading import read_file, read_source

DIAGRAMS = Path(__file__).parents[2] / "diagrams"

CASES = {
    "meguro/ai-ocr": range(1, 11),
    "meguro/child-facilities": range(11, 21),
    "meguro/file-exchange": range(21, 23),
    "meguro/abandoned-bicycles": range(23, 27),
    "meguro/pavement-camera": range(27, 32),
    "meguro/line-road-reports": range(32, 39),
    "meguro/misdelivery": range(39, 40),
    "meguro/council-recording": range(40, 41),
    "nagaokakyo/street-cameras": range(41, 45),
    "nagaokakyo/konbini": range(45, 50),
    "nagaokakyo/dashcam": range(50, 53),
    "nagaokakyo/survey": range(53, 54),
    "nishitokyo/konbini": range(54, 62),
    "nishitokyo/dashcam": range(62, 65),
    "odawara/sewer-ledger": range(65, 66),
    "odawara/aqua-v": range(66, 68),
    "odawara/water-desk": range(68, 74),
    "odawara/lgwan-type": range(74, 75),
    "omuta/cloud-website": range(75, 81),
    "omuta/nightsoil": range(81, 82),
}
"""Every folder of the gallery, with the numbers of what its council had to ask."""


@attrs.frozen(order=True)
class Atom:
    """A finding without wording and place.

    Attributes:
        rule: its identifier.
        subject: identifier of the element it is about.
        kind: violation, not-stated, to-confirm or pass.
    """

    rule: str
    subject: str
    kind: str


@attrs.frozen
class Expected:
    """What stands in an expected.yaml.

    Attributes:
        table: what each number of the acceptance table must show, in the order of the file.
        shared: the entries of the table that are the very finding of another number.
        further: every other finding.
        reasons: why each of those is right, in the same order.
        counts: how many there are of each severity, and how many passes.
    """

    table: dict[str, tuple[Atom, ...]]
    shared: dict[str, tuple[tuple[str, Atom], ...]]
    further: tuple[Atom, ...]
    reasons: tuple[str, ...]
    counts: dict[str, int]

    def all(self) -> Counter[Atom]:
        """Return every finding that must be printed."""
        return Counter([*(atom for atoms in self.table.values() for atom in atoms), *self.further])

    def of(self, number: str) -> Counter[Atom]:
        """Return the findings of one number, those included that it shares with another."""
        return Counter([*self.table[number], *(atom for _, atom in self.shared[number])])


@cache
def plugins() -> Plugins:
    """Return the installed plugins."""
    return load_plugins()


@cache
def assessed(case: str) -> Assessment:
    """Return the assessment of a description of the gallery."""
    return assess(read_file(description(case), plugins().vocabulary), plugins())


def assessed_text(text: str) -> Assessment:
    """Return the assessment of a variant."""
    return assess(read_source(text, "variant.yaml", plugins().vocabulary), plugins())


def description(case: str) -> Path:
    """Return the file of a system."""
    return DIAGRAMS / case / "description.yaml"


@cache
def expected(case: str) -> Expected:
    """Return what must be printed for a system."""
    loaded = yaml.safe_load((DIAGRAMS / case / "expected.yaml").read_text(encoding="utf-8"))
    table: dict[str, list[dict[str, Any]]] = loaded["table"]
    further: list[dict[str, Any]] = loaded["further"] or []
    return Expected(
        {number: tuple(atom_of(line) for line in lines if "same-as" not in line) for number, lines in table.items()},
        {
            number: tuple((line["same-as"], atom_of(line)) for line in lines if "same-as" in line)
            for number, lines in table.items()
        },
        tuple(atom_of(line) for line in further),
        tuple(line["why"] for line in further),
        loaded["counts"],
    )


def atom_of(line: dict[str, Any]) -> Atom:
    """Return a line of expected.yaml as a finding."""
    return Atom(line["rule"], line["subject"], line["kind"])


def atoms(findings: Iterable[Finding]) -> Counter[Atom]:
    """Return findings without wording and place."""
    return Counter(Atom(finding.rule, finding.subject.id, finding.kind.value) for finding in findings)


def numbers(case: str) -> list[str]:
    """Return the numbers of the acceptance table that a system must show."""
    return [f"F{number}" for number in CASES[case]]
