"""What do reading, facts and rules cost for descriptions of growing size, and for the shapes that hurt?

Usage: python -m benchmarks.run [--large] [--shapes] [--choices] [--json FILE]
"""

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from statistics import linear_regression
from tempfile import TemporaryDirectory

import attrs
from rich.console import Console
from rich.table import Table

from benchmarks.generate import realistic
from benchmarks.measure import (
    ALL_FACTS,
    ALL_RULES,
    FACTS,
    FLOOR,
    GRAPH,
    READING,
    REPORT,
    WHOLE,
    Cost,
    measured,
)
from benchmarks.shapes import SHAPES, choices

SIZES = (100, 1_000, 10_000)
LARGE = 100_000
CHOICES = (0, 1, 2, 5, 10, 20)
DEAREST = 10
"""How many rules are shown, the dearest first."""
TARGETS = {10_000: (4.0, 400.0), 100_000: (45.0, 3072.0)}
"""Hops → most CPU seconds and MiB for reading, all facts and the ENC rules together."""


def main(arguments: Sequence[str]) -> int:
    """Measure, print the tables, and return 1 where a target is missed."""
    wanted = _options().parse_args(arguments)
    console = Console(width=None if sys.stdout.isatty() else 120)
    sizes = (*SIZES, LARGE) if wanted.large else SIZES
    found = {"realistic": costs(realistic, sizes)}
    console.print(by_stage(found["realistic"]))
    for shape in SHAPES if wanted.shapes else ():
        found[shape] = costs(SHAPES[shape], SIZES[1:])
    if wanted.shapes:
        console.print(by_shape(found))
    if wanted.choices:
        several = {count: costs(partial(choices, count=count), SIZES[1:2])[0] for count in CHOICES}
        console.print(by_choices(several))
        found["choices by number"] = list(several.values())
    if wanted.json:
        rows = {name: [attrs.asdict(cost) for cost in several] for name, several in found.items()}
        Path(wanted.json).write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8", newline="\n")
    missed = list(misses(found["realistic"]))
    for miss in missed:
        console.print(miss)
    return 1 if missed else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="also 100,000 hops (about two minutes)")
    parser.add_argument("--shapes", action="store_true", help="also the shapes that hurt, at 1,000 and 10,000 hops")
    parser.add_argument("--choices", action="store_true", help="also none to twenty independent choices")
    parser.add_argument("--json", metavar="FILE", help="write all figures to this file")
    return parser


def costs(description: Callable[[int], str], sizes: Iterable[int]) -> list[Cost]:
    """Return the cost of a description of each size, each in processes of its own."""
    with TemporaryDirectory() as folder:
        found = []
        for size in sizes:
            path = Path(folder) / f"{size}.yaml"
            path.write_text(description(size), encoding="utf-8", newline="\n")
            found.append(measured(path))
    return found


def exponent(several: Sequence[Cost], stage: str) -> float:
    """Return the power of the number of hops with which a stage grows: the slope of the logarithms, least squares.

    Start-up hides growth in the smallest descriptions, so that they are left out where there are three sizes.
    """
    kept = several[1:] if len(several) > 2 else several
    hops = [math.log(cost.hops) for cost in kept]
    return linear_regression(hops, [math.log(cost.seconds[stage]) for cost in kept]).slope


def by_stage(several: Sequence[Cost]) -> Table:
    """Return the table of stages: CPU seconds for each size, and the exponent."""
    table = _table("Realistic descriptions: CPU seconds", "stage", *(f"{cost.hops:,} hops" for cost in several))
    table.add_column("exponent", justify="right")
    last = several[-1].seconds
    rules = sorted((stage for stage in last if "-" in stage), key=lambda stage: -last[stage])[:DEAREST]
    for stage in (FLOOR, READING, GRAPH, *FACTS, ALL_FACTS, *rules, ALL_RULES, WHOLE, REPORT):
        seconds = (f"{cost.seconds[stage]:.3f}" for cost in several)
        table.add_row(
            stage, *seconds, f"{exponent(several, stage):.2f}", end_section=stage in (GRAPH, ALL_FACTS, ALL_RULES)
        )
    table.add_section()
    table.add_row("reading ÷ events", *(f"{cost.ratio:.1f}" for cost in several), "")
    table.add_row("peak MiB", *(f"{cost.memory:.0f}" for cost in several), "")
    table.add_row("file MB", *(f"{cost.size / 1e6:.2f}" for cost in several), "")
    table.add_row("findings", *(f"{cost.findings:,}" for cost in several), "")
    return table


def by_shape(found: dict[str, list[Cost]]) -> Table:
    """Return the table of shapes at the largest size that all have."""
    heads = ("hops", READING, WHOLE, REPORT, "exponent", "dearest stage", "peak MiB", "findings")
    table = _table("Shapes: CPU seconds", "shape", *heads)
    for name, several in found.items():
        kept = several[:3] if name == "realistic" else several
        cost = kept[-1]
        parts = {stage: value for stage, value in cost.seconds.items() if stage not in _SUMS}
        dearest = max(parts, key=lambda stage: parts[stage])
        seconds = (f"{cost.seconds[stage]:.2f}" for stage in (READING, WHOLE, REPORT))
        dear = f"{dearest} {parts[dearest]:.2f}"
        grown = f"{exponent(kept, WHOLE):.2f}"
        table.add_row(name, f"{cost.hops:,}", *seconds, grown, dear, f"{cost.memory:.0f}", f"{cost.findings:,}")
    return table


_SUMS = (WHOLE, REPORT, FLOOR, ALL_FACTS, ALL_RULES)


def by_choices(several: dict[int, Cost]) -> Table:
    """Return the table of a thousand hops that depend on more and more independent two-way choices."""
    table = _table("Independent two-way choices: CPU seconds at 1,000 hops", "choices", WHOLE, REPORT, "findings")
    for count, cost in several.items():
        table.add_row(str(count), f"{cost.seconds[WHOLE]:.3f}", f"{cost.seconds[REPORT]:.3f}", f"{cost.findings:,}")
    return table


def _table(title: str, *heads: str) -> Table:
    table = Table(title=title, title_justify="left")
    for index, head in enumerate(heads):
        table.add_column(head, justify="right" if index else "left")
    return table


def misses(several: Iterable[Cost]) -> Iterable[str]:
    """Yield a line for each target that is missed."""
    for cost in several:
        seconds, memory = TARGETS.get(cost.hops, (math.inf, math.inf))
        if cost.seconds[WHOLE] >= seconds:
            yield f"{cost.hops:,} hops: {cost.seconds[WHOLE]:.1f} s, not under {seconds:.0f} s"
        if cost.memory >= memory:
            yield f"{cost.hops:,} hops: {cost.memory:.0f} MiB, not under {memory:.0f} MiB"
        if cost.hops >= min(TARGETS) and cost.seconds[ALL_RULES] >= cost.seconds[ALL_FACTS]:
            told = f"{cost.seconds[ALL_RULES]:.1f} s, not under the facts' {cost.seconds[ALL_FACTS]:.1f} s"
            yield f"{cost.hops:,} hops: all rules take {told}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
