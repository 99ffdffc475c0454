"""Does any input at all give either a model or a list of problems that lie within the file?"""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dataflow_assess.errors import DescriptionFault
from dataflow_assess.model import System
from dataflow_assess.reading import read_bytes, read_source
from dataflow_assess.reading.limits import MAX_PROBLEMS

GALLERY = Path(__file__).parents[3] / "diagrams"
VALID = (GALLERY / "nishitokyo/konbini/description.yaml").read_text(encoding="utf-8").split("\n")
SHAPES = ["", "x", "[x, [y]]", "{a: {b: c}}", "{undecided: [x, y]}", "{undecided: [{value: x}, [y]], choice: z}", "*a",
          "{value: x, also: [x, {value: [y]}]}", "確認する", "&a [*a]", "!t x", "'", '"', "|", "{to-confirm: [x]}", "A -> B",
          "{<<: *a}", "2016-13-40", "9" * 400]  # fmt: skip
ODD = [
    *list("：＃－\u3000［｛、\t\x00\x1b\x85\u2028\ufeff'\"[]{},:#&*!|>%@`-?\\\n\r"),
    "が",
    "が",
    "�",
    "😀",
    "- ",
    ": ",
]

texts = st.text(max_size=200) | st.text(alphabet="abA市:：-> \n[]{},'\"#&*!|<%@`?\t　\\", max_size=80)


def judged(text: str, name: str = "d.yaml") -> System | DescriptionFault:
    """Return what reading comes to, once every place is found to lie within the text."""
    try:
        return read_source(text, name)
    except DescriptionFault as fault:
        lines = text.split("\n")
        assert 0 < len(fault.problems) <= MAX_PROBLEMS + 1
        for problem in fault.problems:
            assert all(problem.message.text(lang) for lang in ("en", "ja"))
            assert problem.hint is None or all(problem.hint.text(lang) for lang in ("en", "ja"))
            place = problem.place
            if place is not None:
                assert 1 <= place.line <= len(lines)
                assert 1 <= place.column <= len(lines[place.line - 1]) + 1
                assert (place.line, place.column) <= (place.end_line, place.end_column)
        places = [(found.place.line, found.place.column) for found in fault.problems if found.place]
        assert places == sorted(places)
        return fault


@given(texts)
@settings(max_examples=300, deadline=None)
def test_any_text_is_judged(text: str) -> None:
    """As YAML and as JSON."""
    assert judged(text) is not None
    assert judged(text, "d.json") is not None


@given(st.binary(max_size=200) | st.text(max_size=60).map(lambda text: text.encode("utf-16")))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_judged(raw: bytes) -> None:
    """Whatever their encoding."""
    try:
        assert read_bytes(raw, "d.yaml") is not None
    except DescriptionFault as fault:
        assert fault.lines("ja")


@given(texts)
@settings(max_examples=150, deadline=None)
def test_any_text_below_a_beginning_is_judged(text: str) -> None:
    """Most texts fail in their first line otherwise."""
    indented = text.replace("\n", "\n  ")
    assert (
        judged(f"format: 1\nsystem: {{title: a, controller: b}}\nparties: {{b: }}\nnodes:\n  {indented}\n") is not None
    )


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """Return the description of コンビニ交付 after a few slips of its author."""
    lines = list(VALID)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(st.integers(0, 6)):
            case 0:
                del lines[at]
            case 1:
                lines.insert(draw(st.integers(0, len(lines))), line)
            case 2:
                lines[at] = draw(st.sampled_from(lines))
            case 3:
                head, colon, _ = line.partition(":")
                lines[at] = f"{head}{colon} {draw(st.sampled_from(SHAPES))}"
            case 4:
                where = draw(st.integers(0, len(line)))
                lines[at] = line[:where] + draw(st.sampled_from(ODD)) + line[where:]
            case 5:
                where = draw(st.integers(0, len(line)))
                lines[at] = line[:where] + draw(st.sampled_from(SHAPES)) + line[where + draw(st.integers(0, 8)) :]
            case _:
                lines[at] = " " * draw(st.integers(0, 8)) + line.lstrip()
        lines = lines or [""]
    return "\n".join(lines)


@given(mutations())
@settings(max_examples=300, deadline=None)
def test_any_slip_in_a_valid_description_is_judged(text: str) -> None:
    """Lines lost, doubled and shifted, values of other shapes, odd characters."""
    assert judged(text) is not None
