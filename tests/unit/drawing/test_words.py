"""Do the words on a diagram and those of the tables lead from one to the other?"""

import pytest

from dataflow_assess.drawing.picture import State
from dataflow_assess.drawing.words import meaning, tag
from dataflow_assess.facts import Protection
from dataflow_assess.wording import PROTECTIONS

PAIRS = {
    State.ENCRYPTED: Protection.ENCRYPTED,
    State.PLAINTEXT: Protection.PLAINTEXT,
    State.UNKNOWN: Protection.NOT_STATED,
    State.TO_CONFIRM: Protection.TO_CONFIRM,
    State.UNDECIDED: Protection.UNDECIDED,
    State.WITHHELD: Protection.WITHHELD,
}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_legend_explains_a_tag_by_the_word_of_the_tables(lang: str) -> None:
    """Whoever reads 不明 on an arrow finds 未記載 beside it, and in the table of segments."""
    for state, protection in PAIRS.items():
        assert PROTECTIONS[protection].text(lang) in meaning(state, lang).lower(), state


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_each_tag_stands_for_one_state(lang: str) -> None:
    """In black and white the tag is what tells states apart."""
    assert len({tag(state, lang) for state in State}) == len(State)
