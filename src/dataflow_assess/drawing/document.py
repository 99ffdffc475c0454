"""Which pages does a picture fill, and what stands on each?"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import attrs

from dataflow_assess.drawing import appendix
from dataflow_assess.drawing.grouping import CARDS, Group, groups, halved
from dataflow_assess.drawing.lettering import clean
from dataflow_assess.drawing.lists import Entry
from dataflow_assess.drawing.metrics import Metrics, measure
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.page import LEAST_SCALE, PAPERS, SMALLEST, Fit, Paper, fitted, free, quickly
from dataflow_assess.drawing.picture import Picture
from dataflow_assess.drawing.sheet import Sheet
from dataflow_assess.drawing.signs import Lettering
from dataflow_assess.drawing.splitting import ARROWS, by_style, collapsed, of_item, overview, part
from dataflow_assess.drawing.tables import circled
from dataflow_assess.drawing.theme import Theme
from dataflow_assess.drawing.words import all_words, say

Views = Callable[[], Sequence[Picture]]
"""The pictures of single data items, made when they are wanted."""

_LATER: Final = 999  # stands for the number of a page that is not known yet
_THOROUGH: Final = 20  # pages of which each is sought for as if it were the only one, where that is needed
_DIVIDED: Final = 60  # pages up to which crowded ones are divided, for then all are laid out anew
_LARGER: Final = {"A4": 1, "A3": 2}  # how many times as much is legible on a paper


@attrs.frozen
class Leaf:
    """One page of a document: what stands on it, and what it was made from."""

    sheet: Sheet
    network: Network


def document(picture: Picture, theme: Theme, paper: Paper, items: Views, *, tables: bool = True) -> list[Leaf]:
    """Return the pages of a picture: its diagram, or several where one would not be legible, and what is left over.

    Args:
        picture: everything.
        theme: the colours.
        paper: the smallest paper.
        items: the pictures of single data items, for a document of several diagrams.
        tables: whether what is left over follows; else a paper is taken to have these tables itself.
    """
    whole = Lettering(Network(picture), theme, measured(picture))
    single = _single(whole, paper)
    fits = [single] if single else list(_several(whole, paper, items()))
    contents = [_entry(fit, number, picture.language) for number, fit in enumerate(fits, 1)] if len(fits) > 1 else []
    flows = any(not fit.share.flows for fit in fits) or len(fits) > 1
    rest = [] if not tables or (single and single.complete) else appendix.appendix(whole, contents, flows=flows)
    total = len(fits) + len(rest)
    sizes = [*(fit.paper for fit in fits), *(PAPERS["A4"] for _ in rest)]
    feet = [_foot(picture, number, total, size) for number, size in enumerate(sizes, 1)]
    leaves = [
        Leaf(fit.referring(len(fits) + 1 if tables else 0).sheet(foot), fit.lettering.network)
        for fit, foot in zip(fits, feet, strict=False)
    ]
    later = zip(rest, feet[len(fits) :], strict=True)
    return leaves + [Leaf(appendix.sheet(whole, page, foot), whole.network) for page, foot in later]


def measured(picture: Picture, more: Iterable[str] = ()) -> Metrics:
    """Return the metrics of everything that a picture, or a part of it, and further texts may print."""
    return measure([*_texts(picture), *more])


def _single(whole: Lettering, paper: Paper) -> Fit | None:
    """Return the one diagram of a picture that is not too large for it, if it is legible."""
    picture, times = whole.network.picture, _LARGER[paper]
    if len(picture.cards) > CARDS * times or len(picture.arrows) > ARROWS * times:
        return None
    return fitted(whole, paper, _LATER)


@attrs.frozen
class _Pages:
    """How the pages of a document of several diagrams are laid out.

    Attributes:
        whole: everything.
        metrics: of all that they print.
        paper: the smallest paper.
        many: whether there are so many pages that each is sought less thoroughly.
    """

    whole: Lettering
    metrics: Metrics
    paper: Paper
    many: bool

    def placed(self, picture: Picture, *, first: bool = False) -> Fit | None:
        """Return a picture on the paper, or None where it is not legible there."""
        lettering = Lettering(Network(picture), self.whole.theme, self.metrics)
        quick = None if first else quickly(lettering, self.paper, _LATER)
        return quick or (None if self.many and not first else fitted(lettering, self.paper, _LATER))

    def legible(self, picture: Picture) -> Fit:
        """Return a picture on the paper, or on a larger one where need be."""
        lettering = Lettering(Network(picture), self.whole.theme, self.metrics)
        return self.placed(picture) or quickly(lettering, "A3", _LATER) or free(lettering, _LATER)

    def zones(self, found: list[Group]) -> tuple[list[Group], list[Fit]]:
        """Return what has a page of its own, with the pages; what is too crowded for one is divided among two."""
        while True:
            numbers = _numbers(found)
            fits = [self.legible(part(self.whole.network, found, index, numbers)) for index in numbers]
            crowded = [group for group, fit in zip(found, fits, strict=True) if self._is_crowded(group, fit)]
            if not crowded or len(found) + len(crowded) > _DIVIDED:
                return found, fits
            found = [each for group in found for each in (halved(group) if group in crowded else (group,))]

    def _is_crowded(self, group: Group, fit: Fit) -> bool:
        return fit.paper[0] > PAPERS[self.paper][0] + 1 and len(group.cards) > 1


def _several(whole: Lettering, paper: Paper, items: Sequence[Picture]) -> Iterator[Fit]:
    """Yield an overview, a diagram for each zone unless the overview shows all of them, and one for each data item."""
    network = whole.network
    metrics = measured(network.picture, (clean(item.subtitle) for item in items))
    found = groups(network)
    pages = _Pages(whole, metrics, paper, len(found) + len(items) > _THOROUGH)
    first = pages.placed(overview(network.picture), first=True) if network.count <= CARDS * _LARGER[paper] else None
    if first is None and len(found) > 1:
        found, fits = pages.zones(found)
        few = len(found) <= CARDS * _LARGER[paper]
        first = pages.placed(collapsed(network, found, _numbers(found)), first=True) if few else None
        yield first or pages.legible(by_style(network, found, _numbers(found)))
        yield from fits
    else:
        yield first or pages.legible(overview(network.picture))
    for item in items:
        small = len(item.cards) <= CARDS and len(item.arrows) <= ARROWS
        yield (pages.placed(item) if small else None) or pages.legible(
            of_item(network, item, found, _numbers(found)) if len(item.cards) > CARDS else overview(item)
        )


def _numbers(found: Sequence[Group]) -> dict[int, int]:
    """Return the number of the page of each group: they follow the overview."""
    return {index: index + 2 for index in range(len(found))}


def _entry(fit: Fit, number: int, language: str) -> Entry:
    about = say("page-number", language).format(number)
    return Entry("", "", about, (clean(fit.lettering.network.picture.subtitle),))


def _foot(picture: Picture, number: int, total: int, size: tuple[float, float]) -> str:
    """Return the words at the foot of a page; a page that A4 would make too small says so."""
    words = [clean(picture.footer)] if picture.footer else []
    words.append(say("page", picture.language).format(number=number, total=total))
    if size[0] > PAPERS["A4"][0] + 1 or size[1] > PAPERS["A4"][1] + 1:
        shrunk = min(PAPERS["A4"][0] / size[0], PAPERS["A4"][1] / size[1])
        least = f"{SMALLEST * LEAST_SCALE * shrunk:.1f}"
        paper = "A3" if size[0] <= PAPERS["A3"][0] + 1 and size[1] <= PAPERS["A3"][1] + 1 else "A3+"
        words.append(say("larger-paper", picture.language).format(paper=paper, points=least))
    return "　".join(words)


def _texts(picture: Picture) -> Iterator[str]:
    yield from all_words(picture.language)
    yield from (circled(number) for arrow in picture.arrows for number in arrow.numbers)
    yield "→／－-,:()（）・、…\u00a0"
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
