"""How is a sentence for people kept until its language is known?

A `Message` holds an English template (the gettext msgid) and its parameters, and is rendered at the very
end, in Japanese or English. Facts and findings therefore do not depend on the reader's language.
"""

import gettext
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Protocol, runtime_checkable

import attrs

LANGUAGES = ("ja", "en")


@runtime_checkable
class Labelled(Protocol):
    """Anything with a name in each language, such as a word of the vocabulary."""

    def label(self, lang: str) -> str:
        """Return the name shown to readers of ``lang``."""


@attrs.frozen
class Catalogue:
    """A gettext domain and the folder of its translations.

    Attributes:
        domain: the gettext domain, which is also the name of the ``.mo`` files.
        folder: the folder that holds ``ja/LC_MESSAGES/<domain>.mo``.
    """

    domain: str
    folder: Path

    def message(self, template: str, /, **params: object) -> "Message":
        """Return a message of this catalogue; ``template`` is English with ``{named}`` parameters."""
        return Message(template, tuple(params.items()), self)

    def translate(self, template: str, lang: str) -> str:
        """Return the template in ``lang``, or as it is where the catalogue has no translation."""
        return _translations(self.domain, self.folder, lang)(template) if template else ""


@attrs.frozen
class Message:
    """A sentence for people: a template and what fills it, in no language yet."""

    template: str
    params: tuple[tuple[str, object], ...]
    catalogue: Catalogue

    def text(self, lang: str) -> str:
        """Return the sentence in ``lang`` ("ja" or "en")."""
        template = self.catalogue.translate(self.template, lang)
        return template.format_map({name: said(value, lang) for name, value in self.params})

    def label(self, lang: str) -> str:
        """Return the same as `text`, so that messages can fill messages."""
        return self.text(lang)


def said(value: object, lang: str) -> str:
    """Return how ``value`` is written inside a sentence of ``lang``; sequences become lists."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple | list):
        return ("、" if lang == "ja" else ", ").join(said(item, lang) for item in value)
    if isinstance(value, Labelled):
        return value.label(lang)
    return str(value)


@cache
def _translations(domain: str, folder: Path, lang: str) -> Callable[[str], str]:
    return gettext.translation(domain, folder, [lang], fallback=True).gettext


CORE = Catalogue("dataflow_assess", Path(__file__).parent / "locale")
message = CORE.message


def language(wanted: str | None, described: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """Return the language to write in: "ja" or "en".

    An explicit wish (``--lang``) decides, then the description's own language, then the locale; where the locale
    names no language either it is Japanese, as the papers are.
    """
    for choice in (wanted, described):
        if choice in LANGUAGES:
            return str(choice)
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    word = named.split(".")[0].split("_")[0].lower()
    return "ja" if word in ("", "c", "posix", "ja", "japanese") else "en"
