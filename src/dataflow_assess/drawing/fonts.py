"""Which font does the drawing need, and is it there?"""

from typing import Final

from dataflow_assess.drawing.faults import DrawingError

FONT: Final = "Noto Sans CJK JP"
# What an SVG falls back to on machines that lack the font it was laid out with.
FALLBACKS: Final = "'Noto Sans CJK JP','Noto Sans JP','BIZ UDPGothic','Yu Gothic','Hiragino Sans',Meiryo,sans-serif"


def require_japanese(probe: float) -> None:
    """Raise unless 漢字漢字 measures four em, as it does in every font that has the characters.

    Graphviz substitutes a missing font without a word; the substitute measures 3.6 em.

    Raises:
        DrawingError: when the measure says that another font was used.
    """
    if abs(probe - 4.0) > 0.02:
        raise DrawingError(
            f"日本語フォント「{FONT}」が見つかりません。パッケージ fonts-noto-cjk を入れてください"
            "（Debian・Ubuntu: apt install fonts-noto-cjk、その他: Noto Sans CJK JP を配布元から導入）。",
            f"The Japanese font {FONT!r} was not found. Install the package fonts-noto-cjk"
            " (Debian, Ubuntu: apt install fonts-noto-cjk; elsewhere: the font Noto Sans CJK JP).",
        )
