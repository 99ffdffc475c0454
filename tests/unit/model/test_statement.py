"""What does a statement know, whatever way it is said in?"""

import pytest

from dataflow_assess.errors import Place
from dataflow_assess.model import NOT_STATED, Standing, Statement

HERE = Place("d.yaml", 1, 1)


def stated(value: str, *also: str) -> Statement[str]:
    """Return a stated value and what the papers say elsewhere."""
    return Statement(Standing.STATED, value, also=tuple(stated(other) for other in also), place=HERE)


def test_silence_is_one_statement_without_a_place() -> None:
    """It is neither a value nor an absence of the thing."""
    assert (NOT_STATED.is_silent, NOT_STATED.is_stated, NOT_STATED.known(), NOT_STATED.place) == (
        True,
        False,
        None,
        None,
    )
    assert list(NOT_STATED.possible()) == [NOT_STATED]


def test_a_stated_value_is_known_until_the_papers_disagree() -> None:
    """The same value said again is no disagreement."""
    assert stated("tls").known() == "tls"
    assert stated("tls", "tls").known() == "tls"
    assert stated("tls", "tls", "none").known() is None
    assert stated("tls", "none").disagrees


@pytest.mark.parametrize("standing", [Standing.NOT_STATED, Standing.TO_CONFIRM, Standing.UNDECIDED, Standing.WITHHELD])
def test_what_is_not_stated_neither_is_known_nor_disagrees(standing: Standing) -> None:
    """Also where something is said elsewhere."""
    said: Statement[str] = Statement(standing, also=(stated("none"),))
    assert (said.known(), said.disagrees) == (None, False)
    assert list(said.possible()) == [said]
    unsaid: Statement[str] = Statement(Standing.STATED, "a", also=(Statement(standing),))
    assert unsaid.known() == "a"


def test_an_undecided_statement_may_turn_out_as_each_alternative() -> None:
    """Without candidates it is itself what is possible."""
    options = (stated("tls"), stated("none"))
    assert list(Statement(Standing.UNDECIDED, alternatives=options).possible()) == list(options)


def test_every_way_of_being_unknown_is_a_word_of_the_format() -> None:
    """The reader takes them from the vocabulary by these values."""
    assert {standing.value for standing in Standing} == {"stated", "not-stated", "to-confirm", "undecided", "withheld"}
