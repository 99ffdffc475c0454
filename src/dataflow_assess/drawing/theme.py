"""Which colour does each thing have, on screen and in black and white?"""

from typing import Final, Literal

import attrs

from dataflow_assess.drawing.picture import State, ZoneStyle

ThemeName = Literal["colour", "mono"]


@attrs.frozen
class Theme:
    """A palette; colour is never the only cue, so both palettes carry the same words and lines.

    Frames are darker than half, and so is every line of the black-and-white one: a fax or a bad copier keeps them.

    Attributes:
        ink, sub, rule, hair: text, lesser text, frames, table lines.
        band: tabs, table heads and icon bands; shade: grey rows; zebra: every other table row.
        states: the colour of the line and tag of each state.
        tints: the ground of each zone style.
    """

    ink: str
    sub: str
    rule: str
    hair: str
    band: str
    shade: str
    zebra: str
    states: dict[State, str]
    tints: dict[ZoneStyle, str]
    white: str = "#FFFFFF"


def _states(encrypted: str, plaintext: str, open_: str, carried: str) -> dict[State, str]:
    return {
        State.ENCRYPTED: encrypted,
        State.PLAINTEXT: plaintext,
        **dict.fromkeys((State.UNKNOWN, State.TO_CONFIRM, State.UNDECIDED, State.WITHHELD), open_),
        **dict.fromkeys((State.IN_PERSON, State.PAPER, State.MEDIA), carried),
    }


def _tints(controlled: str, contracted: str, government: str, outside: str) -> dict[ZoneStyle, str]:
    return {
        ZoneStyle.CONTROLLED: controlled,
        ZoneStyle.CONTRACTED: contracted,
        ZoneStyle.GOVERNMENT: government,
        ZoneStyle.OUTSIDE: outside,
        ZoneStyle.SEGMENT: "#FFFFFF",
    }


THEMES: Final[dict[str, Theme]] = {
    "colour": Theme(
        ink="#1A1A1A",
        sub="#3D3D3D",
        rule="#787878",
        hair="#C8C8C8",
        band="#2F3E5C",
        shade="#E9E9E9",
        zebra="#F5F5F5",
        states=_states("#0B4F9E", "#B3001B", "#7A4B00", "#4A4A4A"),
        tints=_tints("#E7F2EA", "#EAF0F9", "#FBF2DC", "#F2EEF6"),
    ),
    "mono": Theme(
        ink="#1A1A1A",
        sub="#3D3D3D",
        rule="#666666",
        hair="#777777",
        band="#3D3D3D",
        shade="#E9E9E9",
        zebra="#F5F5F5",
        states=_states("#4D4D4D", "#000000", "#4D4D4D", "#5A5A5A"),
        tints=_tints("#F2F2F2", "#F2F2F2", "#F2F2F2", "#FAFAFA"),
    ),
}

# One edge is drawn for each entry, one over the other: (Graphviz style, pen width in points, on white).
LINES: Final[dict[State, tuple[tuple[str, float, bool], ...]]] = {
    State.ENCRYPTED: (("solid", 4.2, False), ("solid", 1.9, True)),
    State.PLAINTEXT: (("solid", 3.0, False),),
    State.UNKNOWN: (("dashed", 1.5, False),),
    State.TO_CONFIRM: (("solid", 0.6, False), ("dashed", 2.4, False)),
    State.UNDECIDED: (("dashed", 1.5, False),),
    State.WITHHELD: (("dashed", 1.5, False),),
    State.IN_PERSON: (("dotted", 1.3, False),),
    State.PAPER: (("dotted", 1.3, False),),
    State.MEDIA: (("solid", 0.6, False), ("dotted", 3.0, False)),
}
