"""Does the comment on a pull request say what matters, and only that?"""

import re

import attrs
import pytest
from markdown_it import MarkdownIt

from dataflow_assess.findings import Kind
from dataflow_assess.reports import markdown_report
from dataflow_assess.reports.marking import escaped
from tests.unit.reports.gallery import accepted, gallery, hostile, known, rendered

_TABLES = MarkdownIt("commonmark").enable("table")


def _visible(markdown: str) -> str:
    """Return what a reader of the rendered page sees."""
    return re.sub(r"<[^>]*>", "", _TABLES.render(markdown))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_finding_of_one_description_is_told_with_its_place(lang: str) -> None:
    """The heaviest first, and each with what to do."""
    assessment = gallery()[0]
    text = rendered("markdown", assessment, lang=lang)
    told = re.findall(r"^- \*\*([A-Z]{3}-\d\d)\*\*", text, re.MULTILINE)
    assert sorted(told) == sorted(finding.rule for finding in assessment.open_findings)
    assert text.startswith("## ")


def test_a_comment_stays_within_what_github_takes_and_counts_the_rest() -> None:
    """No group disappears without its number."""
    text = rendered("markdown", *gallery(), lang="en")
    assert len(text) < 65_536
    total = sum(len(assessment.findings) for assessment in gallery())
    shown = len(re.findall(r"^- \*\*", text, re.MULTILINE))
    more = sum(map(int, re.findall(r"^- … and (\d+) more", text, re.MULTILINE)))
    assert shown < total == shown + more


def test_what_does_not_count_is_folded_under_its_own_heading() -> None:
    """Known, waived and in order."""
    assessment = gallery()[0]
    one, two, three = list(dict.fromkeys(finding.rule for finding in assessment.open_findings))[:3]
    changed = known(accepted(assessment, one), two)
    passes = tuple(attrs.evolve(f, kind=Kind.PASS) if f.rule == three else f for f in changed.findings)
    text = rendered("markdown", attrs.evolve(changed, findings=passes), lang="en")
    folded = dict(re.findall(r"<details><summary>([\w ]+) \(\d+\)</summary>(.*?)</details>", text, re.DOTALL))
    assert f"**{one}**" in folded["Waived"]
    assert "approved by the head of section (until 2027-03-31)" in folded["Waived"]
    assert f"**{two}**" in folded["Known from the baseline"]
    assert f"**{three}**" in folded["Shown to be in order"]


def test_a_label_neither_marks_nor_links_nor_calls_anybody() -> None:
    """What the reader sees is what the description says."""
    text = rendered("markdown", hostile(), lang="en")
    seen = _visible(text)
    assert "a]b[c|d`e*f&lt;g&gt;&amp;h%i" in seen
    assert "@team" not in text
    assert "#12" not in text
    assert "https://evil" not in text


@pytest.mark.parametrize(
    "label", ["*a*", "_a_", "`a`", "<b>", "[x](y)", "a|b", "~~a~~", "$x$", "&amp;", "\\", "a@b", "www.x.jp"]
)
def test_escaped_text_renders_as_it_was(label: str) -> None:
    """Whatever Markdown means by it."""
    assert _visible(f"x {escaped(label)} y").strip() == f"x {label} y".replace("&", "&amp;").replace(
        "<", "&lt;"
    ).replace(">", "&gt;")


@pytest.mark.parametrize(
    "label",
    [
        "1. a",
        "12) a",
        "1.",
        "1.0",
        "- a",
        "-",
        "---",
        "+ a",
        "= a",
        "===",
        "# a",
        "###",
        "#a",
        "* a",
        "> a",
        "-5 a",
        "1.5 a",
    ],
)
def test_escaped_text_begins_neither_a_list_nor_a_heading(label: str) -> None:
    """At the beginning of a line, alone or below another."""
    for before in ("", "one line\n"):
        seen = _TABLES.render(f"{before}{escaped(label)}")
        shown = re.sub(r"<!-- -->", "", seen)
        assert shown == f"<p>{before}{label.replace('>', '&gt;')}</p>\n"


def test_a_single_entry_too_long_is_counted_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is cut in the middle."""
    monkeypatch.setattr(markdown_report, "LIMIT", 0)
    text = rendered("markdown", gallery()[0], lang="en")
    assert "- **" not in text
    assert "more; the other formats hold them all" in text
