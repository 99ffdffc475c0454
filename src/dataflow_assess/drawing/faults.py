"""How does a drawing fail, and how is that told?"""

from dataflow_assess.errors import Fault


class DrawingError(Fault):
    """No drawing could be made for a reason that the reader can mend.

    Attributes:
        ja, en: what is wrong and what to do, in each language.
    """

    def __init__(self, ja: str, en: str) -> None:
        self.ja = ja
        self.en = en
        super().__init__(())
        self.args = (f"{ja} / {en}",)

    def lines(self, lang: str) -> list[str]:
        """Return the one sentence that tells the failure in ``lang``."""
        return [self.ja if lang == "ja" else self.en]
