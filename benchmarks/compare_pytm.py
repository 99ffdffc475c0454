"""How long does pytm take for the same system, and how many of its findings, and of ours, are false?

Usage: python -m benchmarks.compare_pytm [--sizes 100 1000 10000] [--timeout SECONDS] [--json FILE]

Both are asked for all that they find and for their JSON file, each in a process of its own, start-up included. pytm
comes from PyPI (pip install pytm==1.4.0) and is used here alone.
"""

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
from rich.console import Console
from rich.table import Table

from benchmarks.tools import OURS, PYTM, TOOLS

ROOT = Path(__file__).resolve().parents[1]
LIMITS = {100: 0.8, 1_000: 1.2, 10_000: 8.0}
"""Elements → most CPU seconds with all rules."""
FLOWS_AN_ELEMENT = 2.5
SIZES = (100, 1_000, 10_000)
TARGETS = {1_000: 10.0, 10_000: 15.0}
"""Elements → how many times faster than pytm, at least: all facts, the ENC rules and the JSON, start-up included."""


@attrs.frozen
class Run:
    """What one tool took and found.

    Attributes:
        seconds: CPU seconds of the process; start: those before it began to work; memory: its peak in MiB.
        findings: how many in all; size: bytes of the JSON file.
        false: encrypted flows said to be unencrypted; missed: unencrypted flows of which that is not said.
    """

    seconds: float
    start: float
    memory: float
    findings: int
    size: int
    false: int
    missed: int


def main(arguments: Sequence[str]) -> int:
    """Run both tools on each size, print the table, and return 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of elements")
    parser.add_argument("--timeout", type=float, default=400.0, help="seconds after which a tool is stopped")
    parser.add_argument("--json", metavar="FILE", help="write all figures to this file")
    wanted = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        found = {size: _both(size, Path(folder), wanted.timeout) for size in wanted.sizes}
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(_table(found))
    if wanted.json:
        rows = {size: {tool: run and attrs.asdict(run) for tool, run in runs.items()} for size, runs in found.items()}
        Path(wanted.json).write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8", newline="\n")
    missed = list(_misses(found))
    for miss in missed:
        console.print(miss)
    return 1 if missed else 0


Runs = dict[str, Run | None]
System = dict[str, Any]


def system(elements: int) -> System:
    """Return a system as both tools are told it: nodes in sites, data, and flows, two in three of them encrypted."""
    flows = []
    for number in range(int(elements * FLOWS_AN_ELEMENT)):
        source, turn = number % elements, number // elements
        target = (source + 1 + 7 * turn + number % 5) % elements
        flows.append(
            {
                "name": f"送付{number}",
                "source": f"機器{source}",
                "target": f"機器{target if target != source else (source + 1) % elements}",
                "data": f"記録{number % max(1, elements // 10)}",
                "encrypted": number % 3 != 0,
            }
        )
    return {
        "sites": [f"拠点{number}" for number in range(max(1, elements // 10))],
        "nodes": [f"機器{number}" for number in range(elements)],
        "data": [f"記録{number}" for number in range(max(1, elements // 10))],
        "flows": flows,
    }


def described(given: System) -> str:
    """Return the system in our format."""
    sites = given["sites"]
    nodes = (f"  {node}: {{kind: server, in: {sites[i % len(sites)]}}}\n" for i, node in enumerate(given["nodes"]))
    flows = (
        f"  {flow['name']}: {{data: {flow['data']}, hops: [{flow['source']} -> {flow['target']}: "
        f"{{encryption: {'TLS' if flow['encrypted'] else 'none'}}}]}}\n"
        for flow in given["flows"]
    )
    parts = [
        "format: 1\nsystem: {title: 比較する記述, controller: 市}\nparties:\n  市: {kind: municipality}\nzones:\n",
        *(f"  {site}: {{kind: data-centre, operator: 市}}\n" for site in sites),
        "nodes:\n",
        *nodes,
        "data:\n",
        *(f"  {item}: {{subjects: 住民}}\n" for item in given["data"]),
        "flows:\n",
        *flows,
    ]
    return "".join(parts)


def _both(elements: int, folder: Path, timeout: float) -> Runs:
    given = system(elements)
    spec, description = folder / "system.json", folder / "system.yaml"
    spec.write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8", newline="\n")
    description.write_text(described(given), encoding="utf-8", newline="\n")
    return {tool: _run(tool, folder, timeout) for tool in TOOLS}


def _run(tool: str, folder: Path, timeout: float) -> Run | None:
    """Return what a tool took and found, or None where it was stopped."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "benchmarks.tools", tool, str(folder)]
    try:
        subprocess.run(command, cwd=ROOT, timeout=timeout, check=True, stdout=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    written = json.loads((folder / "answer.json").read_text(encoding="utf-8"))
    flows = json.loads((folder / "system.json").read_text(encoding="utf-8"))["flows"]
    accused = set(written["accused"])
    false = sum(flow["encrypted"] and flow["name"] in accused for flow in flows)
    missed = sum(not flow["encrypted"] and flow["name"] not in accused for flow in flows)
    report = folder / "report.json"
    size = report.stat().st_size
    report.unlink()
    return Run(seconds, written["started"], written["memory"], written["findings"], size, false, missed)


def _ratio(runs: Runs, tool: str) -> float | None:
    """Return how many times as long as ``tool`` pytm takes, or None where either was stopped."""
    ours, theirs = runs[tool], runs[PYTM]
    return None if ours is None or theirs is None else theirs.seconds / ours.seconds


def _table(found: dict[int, Runs]) -> Table:
    table = Table(title="The same system, 2.5 flows an element", title_justify="left")
    heads = ("CPU s", "start-up", "pytm ÷ it", "peak MiB", "findings", "JSON MB", "false", "missed")
    for index, head in enumerate(("elements", "tool", *heads)):
        table.add_column(head, justify="left" if index == 1 else "right")
    for size, runs in found.items():
        for tool, run in runs.items():
            table.add_row(f"{size:,}", tool, *(["stopped"] if run is None else _cells(run, _ratio(runs, tool))))
        table.add_section()
    return table


def _cells(run: Run, ratio: float | None) -> Iterator[str]:
    yield from (f"{run.seconds:.2f}", f"{run.start:.2f}", "" if ratio is None else f"{ratio:.1f}", f"{run.memory:.0f}")
    yield from (f"{run.findings:,}", f"{run.size / 1e6:.1f}", f"{run.false:,}", f"{run.missed:,}")


def _misses(found: dict[int, Runs]) -> Iterator[str]:
    for size, runs in found.items():
        for tool in OURS:
            run = runs[tool]
            if run is None or run.false or run.missed:
                yield f"{size:,} elements, {tool}: not every finding is true"
        whole = runs[OURS[1]]
        if whole is not None and whole.seconds >= LIMITS.get(size, float("inf")):
            yield f"{size:,} elements: {whole.seconds:.1f} s with all rules, not under {LIMITS[size]:.1f} s"
        ratio = _ratio(runs, OURS[0])
        if ratio is not None and ratio < TARGETS.get(size, 0.0):
            yield f"{size:,} elements: {ratio:.1f} times faster with the ENC rules, not {TARGETS[size]:.0f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
