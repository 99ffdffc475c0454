"""How does the way of a data item stand in JSON? Words and identifiers are the same in every language."""

from typing import Any

from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Case, Rest
from dataflow_assess.model import Hop, Statement
from dataflow_assess.reports.tracing import Tracing, onlookers


def as_json(assessment: Assessment, way: Tracing) -> dict[str, Any]:
    """Return the way as JSON values."""
    because = way.residence.because
    return {
        "format": 1,
        "path": assessment.path,
        "data": {"id": way.data, "name": assessment.graph.item(way.data).label},
        "hops": [_hop(assessment, way, hop) for hop in way.hops],
        "rests": [_rest(rest) for rest in way.residence.rests],
        "staying_not_stated": [node.id for node in way.residence.unsaid],
        "ending": {
            "kind": way.residence.ending.value,
            "days": way.residence.days,
            "because": {"node": because.node.id, "data": because.item} if because else None,
        },
    }


def _hop(assessment: Assessment, way: Tracing, hop: Hop) -> dict[str, Any]:
    exposure = assessment.facts.exposure[hop.id, way.data]
    places = (("network", way.on_hop.get(hop.id, ())), (hop.target, way.at_node.get(hop.target, ())))
    return {
        "number": assessment.graph.numbers[hop.id],
        "hop": hop.id,
        "flow": hop.flow,
        "from": hop.source,
        "to": hop.target,
        "protection": exposure.protection.value,
        "outcomes": [
            {"protection": outcome.protection.value, "when": assumed(assessment, outcome.when)}
            for outcome in exposure.outcomes
        ],
        "evidence": list(exposure.statement.evidence),
        "seers": [
            {
                "kind": each.seer.kind,
                "id": each.seer.id,
                "roles": [role.value for role in each.roles],
                "level": each.level.value,
                "at": place,
            }
            for place, sights in places
            for each in onlookers(assessment, sights)
        ],
    }


def _rest(rest: Rest) -> dict[str, Any]:
    storage = rest.storage
    delete = storage.delete if storage else None
    return {
        "data": rest.item,
        "node": rest.node.id,
        "form": str(storage.form.value) if storage and storage.form.value else None,
        "keep": _plain(storage.keep.period) if storage else None,
        "delete": {key: _plain(getattr(delete, key)) for key in ("by", "when", "how", "verify")} if delete else None,
        "contradicts": rest.contradicts,
    }


def assumed(assessment: Assessment, when: Case) -> list[dict[str, str]]:
    """Return the options assumed, in the author's words."""
    choices = assessment.system.choices
    return [{"choice": choice, "option": choices[choice].options[option]} for choice, option in when]


def _plain(statement: Statement[Any]) -> dict[str, Any]:
    value = statement.value
    return {"standing": statement.standing.value, "value": None if value is None else str(value)}
