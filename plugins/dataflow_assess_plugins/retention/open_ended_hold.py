"""RET-07: may a retention be extended without limit?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Severity, rule
from dataflow_assess_plugins.left_open import in_words, kind_of, severity_of
from dataflow_assess_plugins.retention.keeping import data_names, node_name
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "RET-07",
    title=message("Extension without a limit"),
    severity=Severity.WARNING,
    sources=sources("act-61-2"),
)
def open_ended_hold(facts: Facts) -> Iterator[Hit]:
    """Data may be kept beyond its period, when it is asked for, and there is no limit to that.

    What:
        The description speaks of an extension, and its limit is endless or vague, not stated, undecided, withheld, or
        still to be confirmed; the latter is an open question.
    Why:
        An exception without an end becomes the rule, and nobody decides again.
    Quiet:
        When the limit is a number or a named event, and when no extension is spoken of.
    Ask:
        If the police ask for the recording and it is held back, until when is it kept, and who decides that again?
    Bad:
        - SDカード: {data: 映像, keep: {value: 1週間, extension: 必要に応じて}}
    Good:
        - SDカード: {data: 映像, keep: {value: 1週間, extension: 照会への回答まで}}
    Remedy:
        Write how long an extension may last at most, and who decides again when it ends.
    """
    for storage in facts.system.storage:
        extension = storage.keep.extension
        if extension.place is None or not facts.graph.holds_personal_data(storage):
            continue
        given = {"data": data_names(facts, (storage,)), "node": node_name(facts, storage)}
        if not extension.is_stated and not extension.alternatives:
            matter = message("How long the retention of {data} at {node} may be extended", **given)
            yield Hit(
                in_words(matter, extension),
                storage,
                kind=kind_of(extension),
                severity=severity_of(extension),
                place=extension.place,
                statement=extension,
            )
        for index, said in enumerate(extension.possible()):
            if said.value is not None and said.value.kind in ("indefinite", "vague"):
                yield Hit(
                    message(
                        "The retention of {data} at {node} may be extended without limit (“{period}”)",
                        period=said.value,
                        **given,
                    ),
                    storage,
                    place=said.place,
                    statement=said,
                    when=(((extension.choice, index),),) if extension.alternatives else (),
                )
