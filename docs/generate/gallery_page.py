"""The page diagrams/README.md: what each council wanted to know, and what is printed before its meeting."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import yaml
from docs.generate.markdown import anchor, cell, page, table

from dataflow_assess import Assessment, Finding, assess, load
from dataflow_assess.findings import Kind, Severity
from dataflow_assess.loading import Plugins, load_plugins
from dataflow_assess.rules import Rule
from dataflow_assess.wording import KINDS, SEVERITIES

DIAGRAMS = Path(__file__).parents[2] / "diagrams"
PICTURE = "diagram.svg"

_INTRO = """\
# 事例集 / Gallery

{municipalities}つの市区の審議会が実際に審議した{systems}件です。公開された会議録を読み、
資料と当日の答弁にあったことだけを記述にしました。会議録の文は写していません。
「審議会の問い」は、当日の質疑の要点を言い直したものです。
その下の表は、記述からこの道具が審議の前に出す指摘です。番号は `expected.yaml` の番号です。

{systems} systems on which the councils of {municipalities} municipalities deliberated. The descriptions hold what
papers and answers said, retold from the published minutes; no sentence is copied. “The council asked” is the gist of
its questions. The table under it is what is printed before the meeting, by the numbers of `expected.yaml`.

```console
$ dataflow-assess check diagrams
```
"""


@attrs.frozen
class Case:
    """One system of the gallery.

    Attributes:
        folder: its folder.
        asked: what the council wanted to know, by language.
        shown: the findings of the acceptance table, each with its number; those that two numbers share stand once.
        assessment: everything that is printed.
    """

    folder: Path
    asked: dict[str, str]
    shown: tuple[tuple[str, Finding], ...]
    assessment: Assessment

    @property
    def name(self) -> str:
        """The folder below ``diagrams``."""
        return self.folder.relative_to(DIAGRAMS).as_posix()

    @property
    def heading(self) -> str:
        """Municipality and title."""
        overview = self.assessment.system.overview
        return f"{self.assessment.graph.party(overview.controller).label} {overview.title}"


def gallery_page() -> str:
    """Return the page."""
    found, rules = cases(), {rule.id: rule for rule in load_plugins().rules}
    return page(list(_intro(found)), *(list(_case(case, rules)) for case in found))


@cache
def cases() -> list[Case]:
    """Return the systems of the gallery in the order of their numbers."""
    plugins = load_plugins()
    return sorted((_read(path.parent, plugins) for path in DIAGRAMS.glob("*/*/expected.yaml")), key=_first_number)


def pages(folder: Path) -> list[Path]:
    """Return the pages of a system's picture in their order."""
    return sorted(folder.glob("diagram*.svg"), key=lambda path: int(path.stem.partition("-")[2] or 1))


def _read(folder: Path, plugins: Plugins) -> Case:
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    assessment = assess(load(folder / "description.yaml", plugins), plugins)
    return Case(folder, expected["asked"], tuple(_shown(expected["table"], assessment)), assessment)


def _shown(table: dict[str, list[dict[str, Any]]], assessment: Assessment) -> Iterator[tuple[str, Finding]]:
    waiting = list(assessment.findings)
    for number, lines in table.items():
        for line in lines:
            wanted = (line["rule"], line["subject"], line["kind"])
            found = next((each for each in waiting if (each.rule, each.subject.id, each.kind.value) == wanted), None)
            if found is not None:
                waiting.remove(found)
                yield number, found


def _first_number(case: Case) -> int:
    return int(case.shown[0][0].removeprefix("F"))


def _intro(found: list[Case]) -> Iterator[str]:
    given = {"systems": len(found), "municipalities": len({case.folder.parent for case in found})}
    yield from _INTRO.format(**given).split("\n")
    yield from table(("番号", "市区 / municipality", "案件 / case", "審議 / meeting", *_counted()), map(_row, found))


def _counted() -> tuple[str, ...]:
    words = (*(SEVERITIES[each] for each in Severity), KINDS[Kind.PASS])
    return tuple(f"{word.text('ja')}<br>{word.text('en')}" for word in words)


def _row(case: Case) -> tuple[str, ...]:
    system, summary = case.assessment.system, case.assessment.summary()
    return (
        _range(case),
        cell(case.assessment.graph.party(system.overview.controller).label),
        f"[{cell(system.overview.title)}](#{anchor(case.heading)})",
        _meeting(case),
        *(str(summary[each]) for each in (*(each.value for each in Severity), Kind.PASS.value)),
    )


def _range(case: Case) -> str:
    numbers = list(dict.fromkeys(number for number, _ in case.shown))
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def _meeting(case: Case) -> str:
    day = case.assessment.system.overview.council.date.value
    return "" if day is None else f"{day.label('ja')}<br>{day.label('en')}"


def _case(case: Case, rules: dict[str, Rule]) -> Iterator[str]:
    overview = case.assessment.system.overview
    council, day = overview.council, overview.council.date.value
    kind = "" if council.kind is None else f"{council.kind.ja} / {council.kind.en}"
    yield from (
        f"## {case.heading}",
        "",
        f"{cell(council.name)}、{'' if day is None else f'{day.wareki}（{day.iso}）'}、{kind}。{overview.summary}",
        "",
        *_picture(case),
        "",
        f"**審議会の問い** {case.asked['ja']}",
        "",
        f"**The council asked** {case.asked['en']}",
        "",
    )
    head = ("番号", "規則", "審議の前に出る指摘 / printed before the meeting")
    yield from table(head, (_line(number, finding, rules) for number, finding in case.shown))
    rest = len(case.assessment.findings) - len(case.shown)
    reasons, described = (f"[{name}]({case.name}/{name})" for name in ("expected.yaml", "description.yaml"))
    yield ""
    yield f"ほかに{rest}件。理由は {reasons} に、システムの内容は {described} にあります。"
    yield f"{rest} more; the reasons are in {reasons}, the system is in {described}."


def _picture(case: Case) -> Iterator[str]:
    first, *others = (f"{case.name}/{path.name}" for path in pages(case.folder))
    yield f"[![{cell(case.assessment.system.overview.title)}の図]({first})]({first})"
    if others:
        links = " ".join(f"[{number}]({name})" for number, name in enumerate(others, start=2))
        yield from ("", f"図の続き / further pages: {links}")


def _line(number: str, finding: Finding, rules: dict[str, Rule]) -> tuple[str, ...]:
    rule = rules[finding.rule]
    title = anchor(f"{rule.id} {rule.title.text('ja')} / {rule.title.text('en')}")
    return (
        number,
        f"[{rule.id}](../docs/reference/rules.md#{title})",
        _said(finding, "ja") + "<br>" + _said(finding, "en"),
    )


def _said(finding: Finding, lang: str) -> str:
    word = KINDS[finding.kind] if finding.kind is Kind.PASS else SEVERITIES[finding.severity]
    text = f"{word.text(lang)}: {cell(finding.message.text(lang))}"
    return f"*{text}*" if lang == "en" else text
