"""Was an earlier opinion of the council applied to a case that it was not given on?"""

from dataflow_assess.plugin import Facts, Related, subject_of
from dataflow_assess_plugins.texts import message


def applied_precedent(facts: Facts) -> tuple[Related, ...]:
    """Return where the papers apply an earlier opinion by analogy, to be shown beside a finding."""
    said = facts.system.overview.council.precedent
    if said.value is None or said.place is None:
        return ()
    text = message("an earlier opinion is applied by analogy: {precedent}", precedent=said.value)
    return (Related(text, said.place, subject_of(facts.system), context=True),)
