"""Which pictures are refused?"""

import pytest

from dataflow_assess.drawing import Arrow, Card, Finding, Picture, Zone

CARD = Card("a", "a")


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"cards": ()}, "at least one card"),
        ({"cards": (CARD, CARD)}, "two cards"),
        ({"arrows": (Arrow(1, "a", "b", "x"),)}, "no card 'b'"),
        ({"arrows": (Arrow(1, "a", "a", "x"), Arrow(1, "a", "a", "y"))}, "two arrows"),
        ({"arrows": (Arrow(0, "a", "a", "x"),)}, "start at 1"),
        ({"cards": (Card("a", "a", zone="z"),)}, "no zone 'z'"),
        ({"zones": (Zone("y", "y", parent="z"), Zone("z", "z", parent="y"))}, "inside itself"),
        ({"findings": (Finding("A", "x", "x", "x", (9,)),)}, "no arrow 9"),
        ({"language": "fr"}, "language"),
    ],
)
def test_a_picture_that_contradicts_itself_is_refused(parts: dict[str, object], words: str) -> None:
    """The caller learns what is wrong at once, before anything is drawn."""
    with pytest.raises(ValueError, match=words):
        Picture(**{"title": "図", "cards": (CARD,), **parts})  # type: ignore[arg-type]
