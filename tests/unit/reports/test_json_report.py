"""Does the JSON report say what an assessment holds, where no description leads to it?"""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from dataflow_assess.assessing import assess, load
from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Related, Source, Subject, Waiver
from dataflow_assess.messages import message
from dataflow_assess.reports import standard_reporters
from tests.unit.cli.running import SMALL


@pytest.fixture
def plaintext(tmp_path: Path) -> Assessment:
    """Return an assessment whose one finding is the plaintext hop."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    found = assess(load(path))
    return attrs.evolve(found, findings=tuple(each for each in found.findings if each.rule == "ENC-01"))


def _finding(assessment: Assessment, lang: str = "en", **changes: Any) -> dict[str, object]:  # noqa: ANN401 - whatever the field holds
    changed = attrs.evolve(assessment, findings=(attrs.evolve(assessment.findings[0], **changes),))
    found = json.loads(standard_reporters()["json"].render([changed], lang))
    first: dict[str, object] = found["findings"][0]
    return first | {"summary": found["summary"]}


def test_a_waiver_says_why_and_until_when(plaintext: Assessment) -> None:
    """And takes the finding out of the count."""
    found = _finding(plaintext, waived=Waiver("agreed", "2027-03-31"))
    assert found["waived"] == {"reason": "agreed", "until": "2027-03-31"}
    assert found["summary"] == {"error": 0, "warning": 0, "info": 0, "question": 0, "pass": 0, "waived": 1}


def test_a_related_place_may_have_a_subject(plaintext: Assessment) -> None:
    """Or none."""
    place = plaintext.findings[0].place
    subject = Subject("node", "Phone", "Phone")
    related = (Related(message("here"), place, subject), Related(message("there"), place))
    found = _finding(plaintext, related=related)
    at = {"path": place.path, "line": 14, "column": 9}
    assert found["related"] == [
        {"message": "here", "location": at, "subject": {"kind": "node", "id": "Phone", "name": "Phone"}},
        {"message": "there", "location": at, "subject": None},
    ]


@pytest.mark.parametrize(("lang", "title"), [("ja", "法律"), ("en", "Act")])
def test_a_source_is_named_in_the_language_asked_for(lang: str, title: str, plaintext: Assessment) -> None:
    """Its key stays."""
    found = _finding(plaintext, lang, sources=(Source("act", "Act", "法律", "66", informative=True),), remedy=None)
    assert found["sources"] == [{"key": "act", "title": title, "section": "66", "informative": True}]
    assert found["remedy"] is None
