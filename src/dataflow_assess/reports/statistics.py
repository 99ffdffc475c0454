"""How many findings does each rule have?"""

from collections import Counter
from collections.abc import Sequence

from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Severity
from dataflow_assess.messages import message
from dataflow_assess.wording import SEVERITIES

_RANKS = tuple(Severity)


def render_statistics(assessments: Sequence[Assessment], lang: str) -> str:
    """Return a line for each rule with findings that count, the most frequent first, under a heading."""
    counts: Counter[str] = Counter()
    weights: dict[str, Severity] = {}
    titles: dict[str, str] = {}
    for assessment in assessments:
        for finding in assessment.open_findings:
            counts[finding.rule] += 1
            weights[finding.rule] = min(weights.get(finding.rule, finding.severity), finding.severity, key=_RANKS.index)
            known = assessment.rules.get(finding.rule)
            titles[finding.rule] = "" if known is None else known.title.text(lang)
    lines = [message("Findings by rule:").text(lang)]
    width = len(str(max(counts.values(), default=0)))
    for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        lines.append(f"  {count:>{width}}  {rule}  {SEVERITIES[weights[rule]].text(lang)}  {titles[rule]}".rstrip())
    if not counts:
        nothing = message("no findings").text(lang)
        lines.append(f"  {nothing}")
    return "\n".join(lines) + "\n"
