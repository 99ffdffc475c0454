"""How do assessments read as JUnit XML, for the test views of CI servers?

A description is a suite. A finding is a case that failed (errors and warnings), was skipped (questions, and what is
waived or known) or passed with a remark (infos); a rule that found nothing is a case that passed.
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding, Kind, Severity
from dataflow_assess.messages import message
from dataflow_assess.reports.details import details, waived
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.wording import SEVERITIES

_FAILING = (Severity.ERROR, Severity.WARNING)
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(assessments: Sequence[Assessment], lang: str) -> str:
    """Return one ``testsuites`` element with a suite a description; durations are 0, since none is measured."""
    root = Element("testsuites", {"name": "dataflow-assess"})
    for assessment in assessments:
        suite = SubElement(root, "testsuite", {"name": _legal(f"{assessment.path} {assessment.system.label}")})
        for case in _cases(assessment, lang):
            suite.append(case)
        suite.attrib.update(_counts([suite]))
    root.attrib.update(_counts(list(root)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _counts(suites: Sequence[Element]) -> dict[str, str]:
    found = {
        "tests": sum(len(suite) for suite in suites),
        "failures": sum(len(suite.findall("testcase/failure")) for suite in suites),
        "errors": 0,
        "skipped": sum(len(suite.findall("testcase/skipped")) for suite in suites),
        "time": 0,
    }
    return {name: str(count) for name, count in found.items()}


def _cases(assessment: Assessment, lang: str) -> Iterator[Element]:
    told = [finding for finding in assessment.findings if finding.kind is not Kind.PASS]
    for finding in told:
        yield _case(finding, assessment, lang)
    clean = assessment.rules.keys() - {finding.rule for finding in told}
    for identifier in sorted(clean):
        yield _testcase(f"{identifier} {assessment.rules[identifier].title.text(lang)}", assessment.path)


def _case(finding: Finding, assessment: Assessment, lang: str) -> Element:
    case = _testcase(f"{finding.rule} {finding.message.text(lang)}", assessment.path, finding.place.line)
    text = "\n".join(
        (str(finding.place), *(f"{label.text(lang)}: {text}" for label, text in details(finding, assessment, lang)))
    )
    skipped = _skipped(finding, lang)
    if skipped is not None:
        SubElement(case, "skipped", {"message": _legal(skipped)})
    elif finding.severity in _FAILING:
        given = {"type": finding.severity.value, "message": _legal(finding.message.text(lang))}
        SubElement(case, "failure", given).text = _legal(text)
        return case
    SubElement(case, "system-out").text = _legal(text)
    return case


def _skipped(finding: Finding, lang: str) -> str | None:
    """Return why a finding fails nothing, or None where it may."""
    if finding.waived is not None:
        return message("waived: {why}", why=waived(finding.waived)).text(lang)
    if finding.known:
        return message("known from the baseline").text(lang)
    return SEVERITIES[finding.severity].text(lang) if finding.severity is Severity.QUESTION else None


def _testcase(name: str, path: str, line: int = 0) -> Element:
    given = {"classname": _legal(path), "name": _legal(name), "file": _legal(path), "time": "0"}
    return Element("testcase", given | ({"line": str(line)} if line else {}))


def _legal(text: str) -> str:
    """Return ``text`` with what no XML file may hold, or what would act on a viewer, replaced."""
    return _ILLEGAL.sub("\ufffd", "\n".join(visible(line) for line in text.split("\n")))
