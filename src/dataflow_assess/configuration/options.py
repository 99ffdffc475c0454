"""Which options are there, whatever way they are set: command line, environment, configuration file?"""

import attrs

from dataflow_assess.findings import Severity
from dataflow_assess.messages import LANGUAGES, Message, message
from dataflow_assess.parameters import Parameter, Value

PREFIX = "DATAFLOW_ASSESS_"
"""How the name of an environment variable for this tool begins."""
THRESHOLDS = (*(severity.value for severity in Severity), "never")
"""What ``fail-on`` takes, the gravest first."""


@attrs.frozen
class Option(Parameter):
    """An option of the tool.

    Attributes:
        flag: the option of the command line.
        in_file: whether a configuration file may set it.
    """

    flag: str = ""
    in_file: bool = True

    @property
    def in_command_line(self) -> bool:
        """Whether the command line sets it."""
        return bool(self.flag)

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.name.upper().replace("-", "_")


def _option(
    name: str,
    default: Value,
    text: Message,
    *,
    flag: str | None = None,
    in_file: bool = True,
    minimum: float | None = None,
    choices: tuple[str, ...] = (),
) -> Option:
    return Option(name, default, text, minimum, None, choices, "", f"--{name}" if flag is None else flag, in_file)


OPTIONS: dict[str, Option] = {
    each.name: each
    for each in (
        _option(
            "lang",
            "",
            message("Language of the output: ja or en. Unless set, the description's, then the locale's."),
            choices=LANGUAGES,
        ),
        _option(
            "select",
            (),
            message("Rules to apply: identifiers, their beginnings, or names of groups. Unless set, all."),
        ),
        _option(
            "ignore",
            (),
            message("Rules to leave out, written as for select; in the file each may stand with a reason."),
        ),
        _option(
            "mandatory",
            (),
            message("Rules that nothing leaves out or weakens without a reason, written as for select."),
            flag="",
        ),
        _option(
            "reason",
            "",
            message("Why mandatory rules are left out with --ignore."),
            in_file=False,
        ),
        _option(
            "fail-on",
            "error",
            message("End with status 1 when there is a finding of this severity or above."),
            choices=THRESHOLDS,
        ),
        _option(
            "format",
            (),
            message("Formats of the findings, each FORMAT or FORMAT=FILE. Unless set, text; in GitHub Actions github."),
        ),
        _option(
            "waivers",
            "",
            message("File of waivers; relative to this file. Unless set, the nearest dataflow-assess-waivers.yaml."),
        ),
        _option(
            "baseline",
            "",
            message("Baseline of known findings; relative to this file. Only what it does not know fails."),
        ),
        _option(
            "today",
            "",
            message("The day by which waivers end, so that a run can be repeated. Unless set, today."),
            in_file=False,
        ),
        _option("plugins", (), message("Python files to load as plugins; relative to the file."), flag="--plugin"),
        _option("jobs", 1, message("How many processes assess at once; 0 is one for each processor."), minimum=0),
        _option(
            "color",
            "auto",
            message("Colours on a terminal: auto, always, never."),
            choices=("auto", "always", "never"),
        ),
        _option("quiet", False, message("Print findings alone: no progress, notes, passes or closing summary.")),
        _option("statistics", False, message("Print how many findings each rule has.")),
    )
}
