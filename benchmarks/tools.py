"""What does one tool, asked in this process, find in a system, and what does it take?

Usage: python -m benchmarks.tools TOOL FOLDER, as `benchmarks.compare_pytm` does. Nothing is imported
before it is needed, so that neither tool pays for the other.
"""

import json
import resource
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

UNENCRYPTED = ("ENC-01", "ENC-02", "ENC-03", "ENC-06")
"""Our rules that say of a segment that it is not, or not known to be, encrypted."""
PYTM_UNENCRYPTED = "CR08"
"""pytm's threat whose condition is “not isEncrypted”, or a TLS version below the sink's minimum: no minimum is set."""


def peak_memory() -> float:
    """Return the peak resident memory of this process in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def ask_us(folder: Path, prefix: str = "") -> dict[str, Any]:
    """Read, draw every conclusion, apply the rules and write the JSON; return the number of findings and the accused.

    The rules are those whose identifier begins with ``prefix``; ``accused`` are the flows said to be unencrypted, and
    ``started`` is the CPU time at which the work began.
    """
    from benchmarks.measure import FACTS
    from dataflow_assess import assess, load
    from dataflow_assess.loading import load_plugins
    from dataflow_assess.reports import json_report

    plugins = load_plugins()
    started = process_time()
    rules = [rule for rule in plugins.rules if rule.id.startswith(prefix)]
    assessment = assess(load(folder / "system.yaml", plugins), plugins, rules)
    for fact in FACTS.values():
        getattr(assessment.facts, fact)
    report = json_report.render([assessment], "ja")
    (folder / "report.json").write_text(report, encoding="utf-8", newline="\n")
    hops: set[str] = set()
    for finding in assessment.findings:
        if finding.rule in UNENCRYPTED:
            related = (each.subject for each in finding.related if each.subject is not None and not each.context)
            hops |= {subject.id for subject in (finding.subject, *related) if subject.kind == "hop"}
    accused = sorted({hop.partition(":")[0] for hop in hops})
    return {"findings": len(assessment.findings), "accused": accused, "started": started}


def ask_pytm(folder: Path) -> dict[str, Any]:
    """Build the model as pytm's manual shows, and let it check the model and write its JSON; return the same."""
    from pytm import TM, Boundary, Data, Dataflow, Server  # type: ignore[import-untyped, unused-ignore]

    started = process_time()
    given = json.loads((folder / "system.json").read_text(encoding="utf-8"))
    model = TM("比較する記述", description="the same system")
    sites = {name: Boundary(name) for name in given["sites"]}
    data = {name: Data(name, isPII=True) for name in given["data"]}
    nodes = {}
    for number, name in enumerate(given["nodes"]):
        nodes[name] = Server(name, inBoundary=sites[given["sites"][number % len(sites)]])
    for each in given["flows"]:
        flow = Dataflow(nodes[each["source"]], nodes[each["target"]], each["name"])
        flow.controls.isEncrypted = each["encrypted"]
        flow.data = data[each["data"]]
    sys.argv = ["tm.py", "--json", str(folder / "report.json")]
    model.process()
    accused = sorted({finding.target for finding in model.findings if finding.threat_id == PYTM_UNENCRYPTED})
    return {"findings": len(model.findings), "accused": accused, "started": started}


OURS, PYTM = ("ours, ENC rules", "ours, all rules"), "pytm"
TOOLS: dict[str, Callable[[Path], dict[str, Any]]] = {
    OURS[0]: partial(ask_us, prefix="ENC-"),
    OURS[1]: ask_us,
    PYTM: ask_pytm,
}

if __name__ == "__main__":
    tool, place = sys.argv[1], Path(sys.argv[2])
    answer = TOOLS[tool](place) | {"memory": peak_memory()}
    (place / "answer.json").write_text(json.dumps(answer), encoding="utf-8", newline="\n")
