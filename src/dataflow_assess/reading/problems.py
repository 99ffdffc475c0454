"""Which problems of a file are told, in which order, and how many?"""

import attrs

from dataflow_assess.errors import DescriptionFault, Problem
from dataflow_assess.messages import message
from dataflow_assess.reading.limits import MAX_PROBLEMS


@attrs.define
class Problems:
    """What was found wrong with one file so far, each problem once."""

    _noted: dict[Problem, None] = attrs.field(factory=dict)

    def note(self, problem: Problem) -> None:
        """Note a problem; one that an alias or a chain of hops repeats is told once.

        Raises:
            DescriptionFault: there are more problems than anybody wants to read at once.
        """
        self._noted[problem] = None
        if len(self._noted) >= MAX_PROBLEMS:
            rest = message("these are the first {limit} problems; reading stopped here", limit=MAX_PROBLEMS)
            raise DescriptionFault([*self.fault().problems, Problem(rest)])

    def __bool__(self) -> bool:
        return bool(self._noted)

    def fault(self) -> DescriptionFault:
        """Return all that was noted as a fault, in the order of the file."""
        return DescriptionFault(sorted(self._noted, key=_position))


def _position(problem: Problem) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)
