"""In which order does Graphviz put the cards of each column?"""

import json
from collections import defaultdict
from collections.abc import Sequence

from dataflow_assess.drawing import engine
from dataflow_assess.drawing.columns import Columns
from dataflow_assess.drawing.faults import DrawingError
from dataflow_assess.drawing.network import Network

Size = tuple[float, float]


def heights(network: Network, choices: Sequence[Columns], sizes: Sequence[Size]) -> list[tuple[float, ...] | None]:
    """Return, for each choice of columns, how far down `dot` puts every card, in points.

    All choices go through one run of dot. When it fails on one of them (it does on some clusters), each is
    tried alone, and the place of a choice that fails is None.
    """
    sources = [_source(network, columns, sizes) for columns in choices]
    try:
        written = engine.run("dot", "json", "\n".join(sources)).decode()
    except DrawingError:
        return [_alone(network, source) for source in sources]
    return [_read(network, graph) for graph in _graphs(written)]


def _alone(network: Network, source: str) -> tuple[float, ...] | None:
    try:
        return _read(network, next(iter(_graphs(engine.run("dot", "json", source, timeout=10).decode()))))
    except DrawingError:
        return None


def _graphs(written: str) -> list[dict[str, list[dict[str, str]]]]:
    decoder, graphs, start = json.JSONDecoder(), [], 0
    while written[start:].strip():
        start += len(written[start:]) - len(written[start:].lstrip())
        graph, start = decoder.raw_decode(written, start)
        graphs.append(graph)
    return graphs


def _read(network: Network, graph: dict[str, list[dict[str, str]]]) -> tuple[float, ...]:
    found = {each["name"]: -float(each["pos"].split(",")[1]) for each in graph["objects"] if "pos" in each}
    return tuple(found[f"n{card}"] for card in range(network.count))


def _source(network: Network, columns: Columns, sizes: Sequence[Size]) -> str:
    """One edge a pair, columns fixed by ranks and an invisible chain; the drawing itself comes later."""
    last = max(columns)
    lines = [
        "digraph{graph[rankdir=LR,newrank=true,nodesep=.3,ranksep=.8,margin=0,pad=0,splines=line]",
        'node[shape=box,fixedsize=true,label=""]',
    ]
    _zone(network, None, sizes, lines)
    lines += [f"c{column}[width=.01,height=.01,style=invis]" for column in range(last + 1)]
    lines += [f"c{column}->c{column + 1}[style=invis,weight=0]" for column in range(last)]
    ranks: dict[int, list[int]] = defaultdict(list)
    for card, column in enumerate(columns):
        ranks[column].append(card)
    for column, cards in sorted(ranks.items()):
        lines.append(f"{{rank=same;c{column};{';'.join(f'n{card}' for card in cards)}}}")
    for (tail, head), arrows in network.bundles.items():
        left, right = (tail, head) if columns[tail] <= columns[head] else (head, tail)
        lines.append(f"n{left}->n{right}[weight={4 * len(arrows)},dir=none]")
    return "\n".join(lines) + "\n}"


def _zone(network: Network, zone: int | None, sizes: Sequence[Size], lines: list[str]) -> None:
    for child in network.children.get(zone, ()):
        lines.append(f"subgraph cluster_{child}{{margin=14")
        _zone(network, child, sizes, lines)
        lines.append("}")
    for card in network.residents.get(zone, ()):
        width, height = sizes[card]
        lines.append(f"n{card}[width={width / 72:.4f},height={height / 72:.4f}]")
