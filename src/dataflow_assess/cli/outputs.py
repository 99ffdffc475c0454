"""Which formats does ``check`` write, and where does each go?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.cli.output import answer
from dataflow_assess.errors import Fault, PluginFault, Problem
from dataflow_assess.extensions import Reporter
from dataflow_assess.loading import RAISED, as_raised
from dataflow_assess.messages import message


@attrs.frozen
class Output:
    """One format, and the file that it is written to; standard output when None."""

    reporter: Reporter
    file: Path | None


def outputs(
    forms: Sequence[str], output: Path | None, reporters: Mapping[str, Reporter], environment: Mapping[str, str]
) -> list[Output]:
    """Return what is to be written.

    Args:
        forms: ``FORMAT`` or ``FORMAT=FILE`` each; ``FORMAT=-`` is standard output.
        output: where the one format without a file of its own goes.
        reporters: the formats there are, by name.
        environment: GitHub Actions says there that it runs us: then annotations are the usual format.

    Raises:
        Fault: a format is not known, or two would go to one place; every such problem is told.
    """
    if not forms:
        actions = environment.get("GITHUB_ACTIONS") == "true" and output is None
        forms = ["github" if actions else "text"]
    problems: list[Problem] = []
    found: list[Output] = []
    for form in forms:
        name, _, file = form.partition("=")
        if name not in reporters:
            known = message("available: {known}", known=tuple(reporters))
            problems.append(Problem(message("there is no format “{form}”", form=name), None, known))
            continue
        found.append(Output(reporters[name], Path(file) if file not in ("", "-") else output))
    problems += _clashes(found)
    if output is not None and output not in [each.file for each in found] and not problems:
        text = message("--output {path}: every format has a file of its own", path=output.as_posix())
        problems.append(Problem(text, None, message("leave it out, or name a format without “=FILE”")))
    if problems:
        raise Fault(problems)
    return found


def write(
    chosen: Iterable[Output], assessments: Sequence[Assessment], lang: str, paint: Callable[[str], str] | None = None
) -> None:
    """Render every format, then write the files, and standard output last.

    Args:
        chosen: the formats and where they go.
        assessments: what they hold.
        lang: "ja" or "en".
        paint: gives the text its colours on standard output; None for none.

    Raises:
        Fault: a plugin's format failed, and nothing was written; or a file cannot be written.
    """
    texts = [(each, _rendered(each.reporter, assessments, lang)) for each in chosen]
    for each, text in sorted(texts, key=lambda pair: pair[0].file is None):
        if paint is not None and each.file is None and each.reporter.name == "text":
            text = paint(text)  # noqa: PLW2901 - the same text, with colours
        answer(text, each.file, as_json=each.reporter.media_type.endswith("json"))


def _clashes(found: Sequence[Output]) -> Iterable[Problem]:
    taken: dict[Path | None, str] = {}
    for each in found:
        first = taken.setdefault(each.file, each.reporter.name)
        if first is each.reporter.name:
            continue
        where = each.file.as_posix() if each.file else message("standard output")
        text = message(
            "{first} and {second} would both go to {where}", first=first, second=each.reporter.name, where=where
        )
        yield Problem(text, None, message("give each its own file: --format {form}=FILE", form=each.reporter.name))


def _rendered(reporter: Reporter, assessments: Sequence[Assessment], lang: str) -> str:
    try:
        text = reporter.render(assessments, lang)
        if not isinstance(text, str):
            raise TypeError(type(text).__name__)
    except RAISED as error:
        failed = message("the format {form} failed: {error}", form=reporter.name, error=as_raised(error))
        raise PluginFault.of(failed) from error
    return text
