"""How is a picture carried from its values to the bytes of files?"""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

from dataflow_assess.drawing import engine, pdf, svg
from dataflow_assess.drawing.document import Leaf, Views, document, measured
from dataflow_assess.drawing.dot import dot
from dataflow_assess.drawing.lettering import clean
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.page import Paper
from dataflow_assess.drawing.picture import Picture
from dataflow_assess.drawing.screen import screen
from dataflow_assess.drawing.signs import Lettering
from dataflow_assess.drawing.theme import THEMES, Theme, ThemeName

Form = Literal["svg", "png", "pdf", "dot"]

_DPI = "200"


def render(
    picture: Picture,
    theme: ThemeName,
    form: Form,
    paper: Paper | Literal["screen"],
    items: Views,
    page: int | None,
    *,
    tables: bool,
) -> list[bytes]:
    """Return the pages of a picture in a format, or the one file of all pages; see `draw_pages`."""
    palette = THEMES[theme]
    if paper == "screen":
        lettering = Lettering(Network(picture), palette, measured(picture))
        leaves = [Leaf(screen(lettering), lettering.network)]
    else:
        leaves = document(picture, palette, paper, items, tables=tables)
    if page is not None:
        leaves = leaves[page - 1 : page]
    # Graphviz is a program of its own: several can work at a time.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        pages = list(pool.map(lambda leaf: _drawn(leaf, palette, form), leaves))
    return [pdf.joined(pages, clean(picture.title), picture.language)] if form == "pdf" and pages else pages


def _drawn(leaf: Leaf, theme: Theme, form: Form) -> bytes:
    source = dot(leaf.sheet, leaf.network, theme)
    if form == "dot":
        return source.encode()
    if form == "png":
        return engine.run("neato", "png:cairo", source, "-n2", f"-Gdpi={_DPI}")
    if form == "pdf":
        return engine.run("neato", "pdf:cairo", source, "-n2")
    return svg.finished(engine.run("neato", "svg", source, "-n2").decode(), leaf.sheet, leaf.network).encode()
