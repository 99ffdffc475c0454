"""Does any input at all give either a model or a list of problems that lie within the file?"""

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dataflow_assess.errors import DescriptionFault
from dataflow_assess.model import System
from dataflow_assess.reading import read_bytes, read_source
from dataflow_assess.reading.limits import MAX_PROBLEMS

GALLERY = Path(__file__).parents[3] / "diagrams"
VALID = (GALLERY / "nishitokyo/konbini/description.yaml").read_text(encoding="utf-8").split("\n")
SHAPES = [
    "",
    "x",
    "[x, [y]]",
    "{a: {b: c}}",
    "{undecided: [x, y]}",
    "{undecided: [{value: x}, [y]], choice: z}",
    "*a",
    "{value: x, also: [x, {value: [y]}]}",
    "確認する",
    "&a [*a]",
    "!t x",
    "'",
    '"',
    "|",
    "{to-confirm: [x]}",
    "A -> B",
    "{<<: *a}",
    "2016-13-40",
    "9" * 400,
]
ODD = [
    *"：＃－　［｛、\t\0\x1b\x85\u2028\ufeff'\"[]{},:#&*!|>%@`-?\\\n\r",
    "が",
    "か\u3099",
    "\ud83d",
    "\U0001f600",
    "- ",
    ": ",
]

texts = st.text(max_size=200) | st.text(alphabet="abA市:：-> \n[]{},'\"#&*!|<%@`?\t　\\", max_size=80)


def outcome(read: Callable[[], System]) -> DescriptionFault | None:
    """Return the fault of a reading, or None where it gives a system."""
    try:
        system = read()
    except DescriptionFault as fault:
        return fault
    assert system.language in {"ja", "en"}
    return None


def judge(text: str, name: str = "d.yaml") -> None:
    """Read a text; every place of what is told of it must lie within it, in order."""
    fault = outcome(lambda: read_source(text, name))
    if fault is not None:
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


@given(texts)
@settings(max_examples=300, deadline=None)
def test_any_text_is_judged(text: str) -> None:
    """As YAML and as JSON."""
    judge(text)
    judge(text, "d.json")


@given(st.binary(max_size=200) | st.text(max_size=60).map(lambda text: text.encode("utf-16")))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_judged(raw: bytes) -> None:
    """Whatever their encoding."""
    fault = outcome(lambda: read_bytes(raw, "d.yaml"))
    assert fault is None or all(fault.lines("ja"))


@given(texts)
@settings(max_examples=150, deadline=None)
def test_any_text_below_a_beginning_is_judged(text: str) -> None:
    """Most texts fail in their first line otherwise."""
    indented = text.replace("\n", "\n  ")
    judge(f"format: 1\nsystem: {{title: a, controller: b}}\nparties: {{b: }}\nnodes:\n  {indented}\n")


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
    judge(text)
