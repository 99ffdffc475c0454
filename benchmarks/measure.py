"""What does one description cost, stage by stage, in a process of its own?"""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from time import process_time
from typing import Any, TypeVar

import attrs
import yaml

from benchmarks.tools import peak_memory
from dataflow_assess import Assessment, assess
from dataflow_assess.collecting import uncollected
from dataflow_assess.facts import Facts
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_bytes
from dataflow_assess.reports import json_report
from dataflow_assess.rules import Rule

T = TypeVar("T")

FLOOR = "events"
READING = "reading"
GRAPH = "graph"
FACTS = {name.strip("_"): name for name, value in vars(Facts).items() if isinstance(value, cached_property)}
"""What is concluded once a system, by the name of the stage."""
ALL_FACTS, ALL_RULES = "all facts", "all rules"
WHOLE = "whole"
REPORT = "json"

_SMALL = 2**23
ROOT = Path(__file__).resolve().parents[1]


@attrs.frozen
class Cost:
    """What one description costs.

    Attributes:
        hops, size, findings: how many hops it has, how many bytes, and how many findings of ENC rules.
        seconds: CPU seconds of each stage; the whole is reading, all facts and the ENC rules together. "all facts"
            and "all rules" are sums.
        memory: peak resident memory of that whole in MiB, Python and its libraries included.
    """

    hops: int
    size: int
    findings: int
    seconds: dict[str, float]
    memory: float

    @property
    def ratio(self) -> float:
        """How many times the floor reading takes."""
        return self.seconds[READING] / self.seconds[FLOOR]


def measured(path: Path) -> Cost:
    """Return the cost of the description ``path``: stages and the whole each in a fresh process, none at once."""
    parts, together = _child("stages", path), _child("whole", path)
    seconds = {**parts["seconds"], **together["seconds"]}
    return Cost(together["hops"], path.stat().st_size, together["findings"], seconds, together["memory"])


def _child(what: str, path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.measure", what, str(path)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def stages(raw: bytes) -> dict[str, Any]:
    """Return the CPU seconds of each stage for the description ``raw``: the least of several runs.

    The garbage collector is kept out, as reading, facts and rules do: else it would be counted where it happens to run.
    """
    rules = list(load_plugins().rules)
    with uncollected():
        runs = [_stages(raw, rules) for _ in range(5 if len(raw) < _SMALL else 1)]
    seconds = {stage: min(run[stage] for run in runs) for stage in runs[0]}
    return {"seconds": seconds}


def _stages(raw: bytes, rules: list[Rule]) -> dict[str, float]:
    watch = Stopwatch()
    text = raw.decode("utf-8")
    watch.time(FLOOR, lambda: sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader)))
    system = watch.time(READING, lambda: read_bytes(raw, "description.yaml"))
    facts = Facts(watch.time(GRAPH, lambda: DataFlowGraph(system)))
    for stage, fact in FACTS.items():
        watch.time(stage, partial(getattr, facts, fact))
    for rule in rules:
        watch.time(rule.id, partial(_all_hits, rule, facts))
    sums = {
        ALL_FACTS: sum(watch.seconds[fact] for fact in FACTS),
        ALL_RULES: sum(watch.seconds[rule.id] for rule in rules),
    }
    return watch.seconds | sums


def _all_hits(rule: Rule, facts: Facts) -> int:
    return sum(1 for _ in rule.hits(facts))


def whole(raw: bytes) -> dict[str, Any]:
    """Return what reading, all facts and the ENC rules cost together, and then the JSON report."""
    rules = enc_rules()
    watch = Stopwatch()
    assessment = watch.time(WHOLE, lambda: _assessed(raw, rules))
    memory = peak_memory()
    watch.time(REPORT, lambda: json_report.render([assessment], "ja"))
    hops = sum(len(flow.hops) for flow in assessment.system.flows)
    return {"seconds": watch.seconds, "memory": memory, "findings": len(assessment.findings), "hops": hops}


def _assessed(raw: bytes, rules: list[Rule]) -> Assessment:
    assessment = assess(read_bytes(raw, "description.yaml"), rules=rules)
    for fact in FACTS.values():
        getattr(assessment.facts, fact)
    return assessment


def enc_rules() -> list[Rule]:
    """Return the rules on encryption, whatever others are installed."""
    return [rule for rule in load_plugins().rules if rule.id.startswith("ENC-")]


@attrs.define
class Stopwatch:
    """Adds up CPU seconds: nothing here waits, so on an idle machine they are the seconds that pass."""

    seconds: dict[str, float] = attrs.field(factory=dict)

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """Return the result of ``work`` and note what it took."""
        start = process_time()
        result = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + process_time() - start
        return result


if __name__ == "__main__":
    what, path = sys.argv[1:]
    answer = {"stages": stages, "whole": whole}[what](Path(path).read_bytes())
    sys.stdout.write(json.dumps(answer))
