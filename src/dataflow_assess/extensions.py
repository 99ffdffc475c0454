"""What may a plugin bring besides rules: readers, reporters, annotations and mappings?"""

from collections.abc import Callable, Sequence

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.messages import Message
from dataflow_assess.model import System


@attrs.frozen
class Reader:
    """A further description format.

    Attributes:
        suffix: the file suffix it reads, with the dot, for example ".otm".
        read: (contents, name of the file) → system; raises `dataflow_assess.errors.DescriptionFault`.
    """

    suffix: str
    read: Callable[[bytes, str], System]


@attrs.frozen
class Reporter:
    """A further output format of ``check``.

    Attributes:
        name: what ``--format`` takes.
        suffix: the usual file suffix, with the dot.
        media_type: for example "application/json".
        render: (assessments in order, language) → the whole text.
    """

    name: str
    suffix: str
    media_type: str
    render: Callable[[Sequence[Assessment], str], str]


@attrs.frozen
class Annotation:
    """A badge for the diagram, as data.

    Attributes:
        element: identifier of a node or hop.
        text: a word or two.
    """

    element: str
    text: Message


@attrs.frozen
class ControlMapping:
    """To which controls of another framework a rule answers; it informs, and is no source of the rule.

    Attributes:
        rule: identifier of a rule, of any plugin.
        framework: its title and edition, for example "NIST SP 800-53 Rev. 5".
        controls: identifiers within the framework, for example ("SC-8", "SC-28").
    """

    rule: str
    framework: str
    controls: tuple[str, ...]
