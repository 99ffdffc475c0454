"""How is a sheet written in the DOT language, with every place given?"""

import re

import graphviz

from dataflow_assess.drawing.fonts import FONT
from dataflow_assess.drawing.labels import DROP
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.sheet import Area, Lettered, Shape, Sheet, Stroke
from dataflow_assess.drawing.theme import LINES, Theme

_DROP = re.compile(re.escape(DROP) + "(?=<FONT [^>]*>(<B>)?)")
_SMALL_DROP = DROP.replace('"3"', '"2"')
_ONCE = re.compile(r"title|titleblock|footer|(?:table|findings|notes|contents)(?:-\d+)?")


def dot(sheet: Sheet, network: Network, theme: Theme) -> str:
    """Return the source that ``neato -n2`` draws; ids are the same whatever drew it."""
    graph = graphviz.Digraph("dataflow")
    graph.attr(
        "graph",
        bb=f"0,0,{sheet.width:.2f},{sheet.height:.2f}",
        pad="0",
        margin="0",
        size=f"{sheet.width * sheet.scale / 72:.5f},{sheet.height * sheet.scale / 72:.5f}!",
        outputorder="edgesfirst",
        bgcolor="white",
        fontname=FONT,
    )
    graph.attr("node", shape="plain", margin="0", fontname=FONT)
    graph.attr("edge", fontname=FONT, arrowhead="none")
    # An invisible node as large as the paper keeps Graphviz from cropping the drawing.
    graph.node(
        "page",
        "",
        shape="box",
        style="invis",
        fixedsize="true",
        width=f"{sheet.width / 72:.5f}",
        height=f"{sheet.height / 72:.5f}",
        pos=_position(sheet, sheet.width / 2, sheet.height / 2),
    )
    drawn = _Drawn(sheet, network, theme)
    for area in sheet.areas:
        if network.picture.zones[area.zone].parent is None:
            drawn.zone(graph, area)
    for card in network.residents.get(None, ()):
        if card in drawn.cards:
            drawn.card(graph, card)
    for index, item in enumerate(sheet.items):
        if isinstance(item, Stroke):
            drawn.stroke(graph, item, index)
        elif isinstance(item, Shape):
            drawn.shape(graph, item, index)
        elif item.kind != "node":
            drawn.lettered(graph, item, index)
    return str(graph.source)


def _position(sheet: Sheet, x: float, y: float) -> str:
    return f"{_point(sheet, (x, y))}!"


def _point(sheet: Sheet, place: tuple[float, float]) -> str:
    return f"{place[0]:.2f},{sheet.height - place[1]:.2f}"


class _Drawn:
    """Writes the items of one sheet."""

    def __init__(self, sheet: Sheet, network: Network, theme: Theme) -> None:
        self.sheet, self.network, self.theme = sheet, network, theme
        self.zones = {area.zone: area for area in sheet.areas}
        self.cards = {item.of: item for item in sheet.items if isinstance(item, Lettered) and item.kind == "node"}

    def _html(self, text: str) -> str:
        """Return a label; where lines are set apart, only bold text sits too high in them, and by less."""
        return f"<{text if self.sheet.lowered else _DROP.sub(lambda found: (found[1] and _SMALL_DROP) or '', text)}>"

    def zone(self, graph: graphviz.Digraph, area: Area) -> None:
        """Write a zone with the cards and zones inside it."""
        left, top, right, bottom = area.box
        with graph.subgraph(name=f"cluster_{area.zone}") as inner:
            inner.attr(
                id=f"zone-{area.zone}",
                tooltip=" ",  # the SVG writer says it in full
                bb=f"{_point(self.sheet, (left, bottom))},{_point(self.sheet, (right, top))}",
                style=area.style,
                fillcolor=area.fill,
                color=area.colour,
                penwidth=f"{area.pen}",
            )
            for card in self.network.residents.get(area.zone, ()):
                self.card(inner, card)
            for child in self.network.children.get(area.zone, ()):
                self.zone(inner, self.zones[child])

    def card(self, graph: graphviz.Digraph, card: int) -> None:
        """Write a card."""
        item = self.cards[card]
        graph.node(
            f"n{card}",
            self._html(item.label.html),
            id=f"node-{card}",
            tooltip=" ",
            pos=_position(self.sheet, item.x, item.y),
        )

    def lettered(self, graph: graphviz.Digraph, item: Lettered, index: int) -> None:
        """Write a label."""
        graph.node(
            f"t{index}",
            self._html(item.label.html),
            id=_identity(item.kind, item.of, index),
            tooltip=" ",
            pos=_position(self.sheet, item.x, item.y),
        )

    def shape(self, graph: graphviz.Digraph, item: Shape, index: int) -> None:
        """Write a primitive."""
        graph.node(
            f"s{index}",
            f"<{item.text}>" if item.text else "",
            id=_identity(item.kind, item.of, index),
            tooltip=" ",
            pos=_position(self.sheet, item.x, item.y),
            shape=item.form,
            fixedsize="true",
            width=f"{item.width / 72:.4f}",
            height=f"{item.height / 72:.4f}",
            style=item.style,
            fillcolor=item.fill,
            color=item.colour,
            penwidth=f"{item.pen}",
        )

    def stroke(self, graph: graphviz.Digraph, item: Stroke, index: int) -> None:
        """Write a line as one edge for each of its strokes, and a short one with the head."""
        if item.of is None:
            tail, head = f"a{index}", f"b{index}"
            for name, place in ((tail, item.points[0]), (head, item.tip)):
                graph.node(name, "", shape="point", style="invis", width="0.01", pos=_position(self.sheet, *place))
        else:
            tail, head = (f"n{card}" for card in self.network.ends[item.of])
        colour = self.theme.states[item.state]
        points = " ".join(_point(self.sheet, place) for place in item.points)
        identity = _identity("flow", item.of, index)
        for layer, (style, pen, on_white) in enumerate(LINES[item.state]):
            graph.edge(
                tail,
                head,
                id=f"{identity}.{layer}",
                tooltip=" ",
                color=self.theme.white if on_white else colour,
                style=style,
                penwidth=f"{pen}",
                pos=points,
            )
        end, before = item.points[-1], item.points[-2]
        near = end[0] * 0.98 + before[0] * 0.02, end[1] * 0.98 + before[1] * 0.02
        places = (item.tip, near, near, end, end)
        graph.edge(
            tail,
            head,
            id=f"{identity}.head",
            tooltip=" ",
            color=colour,
            penwidth="1",
            arrowsize="0.78",
            arrowhead="normal",
            pos="e," + " ".join(_point(self.sheet, place) for place in places),
        )


def _identity(kind: str, of: int | None, index: int) -> str:
    """Return an id from which the SVG writer reads what a group is: kind, number or -, running number."""
    return kind if _ONCE.fullmatch(kind) else f"{kind}.{'-' if of is None else of}.{index}"
