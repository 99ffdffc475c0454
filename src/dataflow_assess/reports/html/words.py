"""Which words stand on the controls of a page?"""

from dataflow_assess.messages import Message, message

WORDS: dict[str, Message] = {
    "skip": message("Skip to the text"),
    "contents": message("Table of contents"),
    "author": message("Made by"),
    "version": message("Version"),
    "date": message("Council of"),
    "narrow": message("Show only"),
    "data": message("item of data"),
    "party": message("party involved"),
    "all": message("all"),
    "state": message("state"),
    "seer": message("What is seen by"),
    "nobody": message("(nobody chosen)"),
    "seen": message("What is seen"),
    "whole": message("Whole diagram"),
    "grey": message("Black and white"),
    "reset": message("Show everything"),
    "print": message("Print"),
    "findings": message("points raised"),
    "canvas": message("Diagram; scrolls sideways where it is wider than the window"),
    "hint": message(
        "Choose an arrow, a card, a number or a letter to mark what belongs together: Tab to go on, Enter to choose, "
        "Esc to release."
    ),
    "rings": message(
        "Thick ring: in plaintext. Broken ring: undecided or unknown. Pale: only encrypted. Faint: not at all."
    ),
    "chosen": message("Chosen"),
    "figure": message("Show on the diagram"),
    "row": message("Show in the table"),
    "release": message("Release (Esc)"),
    "released": message("Nothing is chosen any more"),
    "count": message("{count} of {total} segments shown", count="{count}", total="{total}"),
}


def words(lang: str) -> dict[str, str]:
    """Return all of them in "ja" or "en"; the script fills ``{count}`` and ``{total}``."""
    return {key: word.text(lang) for key, word in WORDS.items()}
