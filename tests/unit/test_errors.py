"""Is what went wrong told with its place and how to mend it?"""

import errno

import pytest

from dataflow_assess.errors import DescriptionFault, Fault, Place, PluginFault, Problem, reason
from dataflow_assess.messages import message

WRONG, HINT = message("{what} is wrong", what="this"), message("mend it")


def test_a_place_is_written_as_editors_read_it() -> None:
    """A click on it opens the file at the character."""
    assert str(Place("a/d.yaml", 3, 7, 3, 9)) == "a/d.yaml:3:7"


def test_each_problem_is_one_line() -> None:
    """Place and hint are left out where there are none."""
    fault = DescriptionFault([Problem(WRONG, Place("d", 1, 2), HINT), Problem(WRONG, None, HINT), Problem(WRONG)])
    assert fault.lines("en") == ["d:1:2: this is wrong — mend it", "this is wrong — mend it", "this is wrong"]
    assert str(fault) == "; ".join(fault.lines("en"))


def test_a_fault_of_one_problem_has_no_place() -> None:
    """It is of the class that is asked for."""
    fault = PluginFault.of(WRONG, HINT)
    assert isinstance(fault, PluginFault)
    assert isinstance(fault, Fault)
    assert fault.problems == (Problem(WRONG, None, HINT),)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "you have no right to it"),
        (OSError(errno.ELOOP, "Too many levels"), "Too many levels"),
        (OSError("odd"), "OSError"),
    ],
)
def test_the_reason_of_the_operating_system_is_told(error: OSError, told: str) -> None:
    """In words of our own where we have them."""
    assert message("{reason}", reason=reason(error)).text("en") == told
