"""How does what Graphviz writes become an SVG with stable ids that can be read aloud?"""

import json
import re
import xml.etree.ElementTree as ET
from typing import Final

from dataflow_assess.drawing import spoken
from dataflow_assess.drawing.fonts import FALLBACKS
from dataflow_assess.drawing.lettering import legal
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.picture import Arrow, Keys
from dataflow_assess.drawing.sheet import Sheet, Stroke

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_LAYERS: Final = ("page", "zones", "flows", "nodes", "badges")
_BADGE: Final = ("number", "state", "badge", "flag")
_HIT: Final = "14"
ET.register_namespace("", _SVG)
ET.register_namespace("xlink", _XLINK)


def finished(written: str, sheet: Sheet, network: Network) -> str:
    """Return the SVG without Graphviz's banner, in layers, with ids, titles and a description.

    Ids: ``flow-5`` (number and words of arrow 5), ``flowline-5`` (its line), ``node-0`` (the first card; its own
    id is in ``data-node``), ``zone-0`` (``data-zone``), ``title``, ``table-1`` and so on.
    Both groups of an arrow carry ``data-flow`` (its number), ``data-state`` and ``data-hop``; arrows and cards carry
    ``data-items``, ``data-parties`` and ``data-findings`` (letters), each a JSON list, left out when empty. An arrow
    that an overview draws for several has the other numbers in ``data-also``. The letters and badges of a card have
    its id in ``data-card``.
    """
    plain = re.sub(r"<!DOCTYPE[^>]*>|<!--.*?-->", "", written, flags=re.DOTALL)
    root = ET.fromstring(plain)  # noqa: S314 - Graphviz wrote it just now
    graph = next(each for each in root if each.tag == _name("g"))
    _unwrap(graph)
    _Sorter(graph, sheet, network).sort()
    _describe(root, graph, network)
    for each in root.iter():
        _settle(each)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _name(tag: str) -> str:
    return f"{{{_SVG}}}{tag}"


def _unwrap(element: ET.Element) -> None:
    """Drop the links that Graphviz puts round whatever has a tooltip, and texts that say nothing."""
    for child in list(element):
        _unwrap(child)
        if child.tag == _name("text") and not (child.text or "").strip():
            element.remove(child)
        elif child.tag == _name("g") and (child.get("id") or "").startswith("a_"):
            place = list(element).index(child)
            element.remove(child)
            inner = [each for link in child for each in link]
            for offset, each in enumerate(inner):
                element.insert(place + offset, each)


class _Sorter:
    """Puts the groups of a Graphviz drawing into layers and names them."""

    def __init__(self, graph: ET.Element, sheet: Sheet, network: Network) -> None:
        self.graph, self.network = graph, network
        self.layers = {name: ET.Element(_name("g"), {"id": f"layer-{name}"}) for name in _LAYERS}
        self.strokes = {item.of: item for item in sheet.items if isinstance(item, Stroke) and item.of is not None}
        self.height = sheet.height
        self.icons: dict[int, list[ET.Element]] = {}
        self.cards: dict[int, ET.Element] = {}

    def sort(self) -> None:
        """Rearrange the graph."""
        lines, badges = self._flow_groups()
        groups = list(self.graph)
        for group in groups:
            self.graph.remove(group)
        for group in groups:
            kind, number = _identity(group)
            _silence(group)
            if kind == "flow" and number is not None:
                lines[number].extend(list(group))
            elif kind in _BADGE and number is not None:
                badges[number].extend(list(group))
            elif kind == "icon" and number is not None:
                self.icons.setdefault(number, []).extend(list(group))
            else:
                self._single(group, kind, number)
        for card, parts in self.icons.items():
            icon = ET.SubElement(self.cards[card], _name("g"), {"class": "icon", "aria-hidden": "true"})
            icon.extend(parts)
        # Flags of cards come after the cards, names of zones after all zones.
        for name in _LAYERS:
            self.graph.append(self.layers[name])

    def _flow_groups(self) -> tuple[dict[int, ET.Element], dict[int, ET.Element]]:
        lines, badges = {}, {}
        drawn = (arrow for arrow in self.network.picture.arrows if arrow.number in self.strokes)
        for arrow in sorted(drawn, key=lambda each: each.number):
            said = spoken.arrow(self.network, arrow)
            number = str(arrow.number)
            line = ET.SubElement(
                self.layers["flows"],
                _name("g"),
                {
                    "id": f"flowline-{number}",
                    "class": f"flow line {arrow.state}",
                    **self._data(arrow),
                    "aria-hidden": "true",
                },
            )
            ET.SubElement(line, _name("path"), self._hit(arrow.number))
            badge = ET.SubElement(
                self.layers["badges"],
                _name("g"),
                {
                    "id": f"flow-{number}",
                    "class": f"flow badge {arrow.state}",
                    **self._data(arrow),
                    "role": "img",
                    "aria-label": said,
                },
            )
            ET.SubElement(badge, _name("title")).text = said
            lines[arrow.number], badges[arrow.number] = line, badge
        return lines, badges

    def _data(self, arrow: Arrow) -> dict[str, str]:
        found = {"data-flow": str(arrow.number), "data-state": str(arrow.state)}
        if arrow.keys.hop:
            found["data-hop"] = legal(arrow.keys.hop)
        if arrow.also:
            found["data-also"] = json.dumps(arrow.also)
        return found | _listed(arrow.keys, self.network.letters.get(arrow.number, ()))

    def _hit(self, number: int) -> dict[str, str]:
        """Return an unseen broad path, so that a thin line can be pointed at."""
        stroke = self.strokes[number]
        points = [(x, y - self.height) for x, y in stroke.points]
        written = [f"{x:.2f},{y:.2f}" for x, y in points]
        d = f"M{written[0]}C{' '.join(written[1:])}"
        return {
            "class": "hit",
            "d": d,
            "fill": "none",
            "stroke": "none",
            "stroke-width": _HIT,
            "pointer-events": "stroke",
        }

    def _single(self, group: ET.Element, kind: str, number: int | None) -> None:
        picture = self.network.picture
        if kind == "node" and number is not None:
            card = picture.cards[number]
            _speak(group, spoken.card(self.network, number))
            group.set("class", f"node {card.icon}")
            group.set("data-node", legal(card.id))
            for name, value in _listed(card.keys, self.network.card_letters.get(number, ())).items():
                group.set(name, value)
            self.cards[number] = group
            self.layers["nodes"].append(group)
        elif kind == "zone" and number is not None:
            zone = picture.zones[number]
            _speak(group, spoken.zone(self.network, number))
            group.set("class", f"zone {zone.style}")
            group.set("data-zone", legal(zone.id))
            place = sum(1 for each in self.layers["zones"] if each.get("data-zone") is not None)
            self.layers["zones"].insert(place, group)
        elif kind == "page":
            return
        else:
            self._other(group, kind)
            if kind in ("card-flag", "card-badge") and number is not None:
                group.set("data-card", legal(picture.cards[number].id))

    def _other(self, group: ET.Element, kind: str) -> None:
        layer = {"tab": "zones", "card-flag": "badges", "card-badge": "badges"}.get(kind, "page")
        if "." in (group.get("id") or ""):
            group.attrib.pop("id")
            group.set("aria-hidden", "true")
        if group.tag == _name("g"):
            group.set("class", kind)
        self.layers[layer].append(group)


def _listed(keys: Keys, letters: tuple[str, ...]) -> dict[str, str]:
    """Return the identifiers behind a thing drawn as JSON lists, for identifiers may hold any character."""
    lists = {"data-items": keys.items, "data-parties": keys.parties, "data-findings": letters}
    return {name: legal(json.dumps(values, ensure_ascii=False)) for name, values in lists.items() if values}


def _identity(group: ET.Element) -> tuple[str, int | None]:
    """Return what a group is and the number of what it belongs to, as the DOT writer named it."""
    name = group.get("id") or ""
    if group.tag != _name("g"):
        return "ground", None
    found = re.fullmatch(r"([a-z-]+)\.(\d+|-)\..*|(node|zone)-(\d+)", name)
    if found is None:
        return ("page" if group.findtext(_name("title")) == "page" else name), None
    kind, number = found[1] or found[3], found[2] or found[4]
    return (kind, int(number)) if number != "-" else (kind if kind == "rule" else "legend", None)


def _silence(group: ET.Element) -> None:
    for title in [each for each in group if each.tag == _name("title")]:
        group.remove(title)


def _speak(group: ET.Element, text: str) -> None:
    title = ET.Element(_name("title"))
    title.text = text
    group.insert(0, title)
    group.set("role", "img")
    group.set("aria-label", text)


def _describe(root: ET.Element, graph: ET.Element, network: Network) -> None:
    graph.attrib.pop("id", None)
    graph.set("class", "dataflow")
    root.set("lang", network.picture.language)
    root.set("role", "img")
    root.set("aria-labelledby", "dataflow-title dataflow-desc")
    title = ET.Element(_name("title"), {"id": "dataflow-title"})
    title.text = spoken.title(network)
    described = ET.Element(_name("desc"), {"id": "dataflow-desc"})
    described.text = spoken.summary(network)
    root.insert(0, title)
    root.insert(1, described)


def _settle(element: ET.Element) -> None:
    """Name the fonts to fall back to and the colour of nothing in the way that every viewer knows."""
    if element.get("font-family"):
        element.set("font-family", FALLBACKS)
    size = element.get("font-size")
    if size:
        element.set("font-size", f"{float(size):g}")
    for name in ("fill", "stroke"):
        if element.get(name) == "transparent":
            element.set(name, "none")
