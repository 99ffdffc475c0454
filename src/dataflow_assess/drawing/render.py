"""How is a picture carried from its values to the bytes of a file?"""

from collections.abc import Iterator
from typing import Literal

import attrs

from dataflow_assess.drawing import engine, pdf, spoken, svg
from dataflow_assess.drawing.dot import dot
from dataflow_assess.drawing.lettering import clean
from dataflow_assess.drawing.metrics import measure
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.page import Paper, sheet
from dataflow_assess.drawing.picture import Picture
from dataflow_assess.drawing.screen import screen
from dataflow_assess.drawing.signs import Lettering
from dataflow_assess.drawing.tables import circled
from dataflow_assess.drawing.theme import THEMES, ThemeName
from dataflow_assess.drawing.words import all_words

_DPI = "200"


def render(
    picture: Picture, theme: ThemeName, form: Literal["svg", "png", "pdf", "dot"], paper: Paper | Literal["screen"]
) -> bytes:
    """Return the page of a picture in a format; see `dataflow_assess.drawing.draw`."""
    network = Network(picture)
    lettering = Lettering(network, THEMES[theme], measure(_texts(picture)))
    page = screen(lettering) if paper == "screen" else sheet(lettering, paper)
    source = dot(page, network, lettering.theme)
    if form == "dot":
        return source.encode()
    if form == "png":
        return engine.run("neato", "png:cairo", source, "-n2", f"-Gdpi={_DPI}")
    if form == "pdf":
        return pdf.finished(engine.run("neato", "pdf:cairo", source, "-n2"), spoken.title(network), picture.language)
    return svg.finished(engine.run("neato", "svg", source, "-n2").decode(), page, network).encode()


def _texts(picture: Picture) -> Iterator[str]:
    yield from all_words(picture.language)
    yield from (circled(arrow.number) for arrow in picture.arrows)
    yield "→／－,:()\u00a0"
    yield from _strings(attrs.asdict(picture))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield clean(value)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)
