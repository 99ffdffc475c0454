"""Can every page of every system of the gallery be read: nothing small, covered, cut off, or at the wrong arrow?"""

import pytest

from dataflow_assess.drawing.assessed import pages_of
from dataflow_assess.drawing.scene import View
from tests.cases.gallery import CASES, assessed
from tests.unit.drawing.legible import A4, faults, paper
from tests.unit.drawing.seen import Seen


@pytest.mark.parametrize("case", CASES)
def test_every_page_of_a_real_system_is_a_legible_a4_page(case: str) -> None:
    """With all findings at their places; no description of the gallery says a word about how it is drawn."""
    for written in pages_of(assessed(case), "svg", View("ja")):
        page = Seen(written.decode())
        assert not faults(page)
        assert paper(page) == pytest.approx(A4, abs=1.5)
