"""Do the pages of a diagram in a paper count and name only what stands in that paper?"""

import re

import pytest

from dataflow_assess.assessment import Assessment
from dataflow_assess.reports.attachment.build import contents_of
from dataflow_assess.reports.attachment.contents import Figure
from dataflow_assess.reports.attachment.figures import papers
from tests.unit.reports.attachment.hostile import described
from tests.unit.reports.attachment.made import KONBINI, assessed, gallery


def crowded() -> Assessment:
    """Return a system of so many machines in so many zones that one page would not do."""
    lines = ["format: 1", "system: {title: 多い, controller: 甲市}", "parties: {甲市: {}}", "zones:"]
    lines += [f"  区域{zone}: {{kind: site, operator: 甲市}}" for zone in range(5)]
    lines += ["nodes:"]
    lines += [f"  機器{node}: {{kind: server, in: 区域{node % 5}}}" for node in range(25)]
    lines += ["data: {氏名: {items: [氏名]}}", "flows:"]
    lines += [f"  流れ{n}: {{data: 氏名, hops: [機器{n} -> 機器{(n * 7 + 1) % 25}: {{}}]}}" for n in range(24)]
    return assessed("\n".join(lines) + "\n")


def shown(assessment: Assessment, lang: str, *, items: bool = True) -> list[str]:
    """Return the pages of the diagram as they stand in the attachment."""
    figure = next(block for block in contents_of(assessment, lang).blocks() if isinstance(block, Figure))
    return [page.decode() for page in papers(figure, assessment, lang, items=items)]


def words(page: str) -> str:
    """Return what is written on a page."""
    return "".join(re.findall(r"<text[^>]*>([^<]*)</text>", page)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("items", [True, False], ids=["with items", "without items"])
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("several", [True, False], ids=["several pages", "one page"])
def test_a_page_counts_the_pages_that_are_there(lang: str, *, several: bool, items: bool) -> None:
    """Pages of tables, which the paper has itself, are neither counted nor named."""
    pages = shown(crowded() if several else assessed(described("少ない")), lang, items=items)
    assert (len(pages) > 1) is several
    for number, page in enumerate(pages, start=1):
        told = words(page)
        counted = f"{number}／{len(pages)}頁" if lang == "ja" else f"page {number} of {len(pages)}"
        assert counted in told
        named = re.findall(r"は(\d+)頁に示す" if lang == "ja" else r"see page (\d+)", told)
        assert named == []


def test_what_has_no_place_beside_a_diagram_is_told_to_stand_in_the_tables() -> None:
    """Nobody looks for it in vain."""
    assert any("別表に示す" in words(page) for page in shown(gallery(KONBINI), "ja"))
    assert any("see the tables" in words(page) for page in shown(gallery(KONBINI), "en"))
