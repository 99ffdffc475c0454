"""TRN-03: which conditions and opinions of the council are not met yet?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import Condition, Facts, Hit, Kind, Message, Severity, Statement, rule
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, severity_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "TRN-03",
    title=message("Condition not met"),
    severity=Severity.WARNING,
    sources=sources("council-practice"),
)
def condition_open(facts: Facts) -> Iterator[Hit]:
    """The council attached a condition or opinion, and it is not met, or nobody says whether it is.

    What:
        Each condition is one finding. That it is not met is told from silence on whether it is, and from a promise to
        confirm, which is an open question; whose condition it is, who meets it and by when is said where it is known.
    Why:
        A condition under which a case was approved is a part of the approval, and the council may ask for a report.
    Quiet:
        When it is stated that the condition is met.
    Ask:
        What was done about the condition that the council attached?
    Bad:
        conditions:
          - {text: 外部提供の事務処理を明確に定める, from: 附帯意見, done: no}
    Good:
        conditions:
          - {text: 外部提供の事務処理を明確に定める, from: 附帯意見, done: {value: yes, evidence: 運用要領第9条}}
    Remedy:
        Name who meets the condition and by when, and report to the council when it is met.
    """
    for condition in facts.system.conditions:
        said = attrs.evolve(
            condition.done,
            by=condition.done.by or condition.by,
            due=condition.done.due or condition.due,
            evidence=condition.done.evidence or condition.evidence,
        )
        if is_open(said):
            yield Hit(
                _open(condition, said),
                condition,
                kind=kind_of(said),
                severity=severity_of(said),
                place=said.place,
                statement=said,
            )
        elif said.value is False:
            yield Hit(_unmet(condition, said), condition, kind=Kind.VIOLATION, place=said.place, statement=said)


def _open(condition: Condition, said: Statement[bool]) -> Message:
    matter = message("Whether the condition “{condition}” is met", condition=condition.text)
    if said.is_stated:
        answers = tuple(
            message("yes") if each.value else message("no") for each in (said, *said.also) if each.is_stated
        )
        return message("{matter}: the papers disagree ({values})", matter=matter, values=answers)
    return in_words(matter, said)


def _unmet(condition: Condition, said: Statement[bool]) -> Message:
    details: list[str | Message] = [each for each in (condition.source, said.by) if each]
    if said.due:
        details.append(message("due {due}", due=said.due))
    if details:
        return message("The condition “{condition}” is not met ({details})", condition=condition.text, details=details)
    return message("The condition “{condition}” is not met", condition=condition.text)
