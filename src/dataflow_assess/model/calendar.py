"""How are dates and periods of Japanese papers read and compared?

Dates may be Gregorian or of a Japanese era, and may lack the day or the month; fiscal years begin in April.
"""

import re
import unicodedata
from functools import total_ordering

import attrs

_ERAS = {
    "令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925, "大正": 1911, "T": 1911,
}  # fmt: skip
_ERA_STARTS = (((2019, 5, 1), "令和", 2018), ((1989, 1, 8), "平成", 1988), ((1926, 12, 25), "昭和", 1925))
_DATE = re.compile(
    r"(?:(?P<era>令和|平成|昭和|大正|[RHST])\.?(?P<era_year>\d{1,4}|元)|(?P<year>\d{4}))"
    r"(?:(?P<fiscal>年度)|年|(?:年|[./-])(?P<month>\d{1,2})(?:月|(?:月|[./-])(?P<day>\d{1,2})日?)?)?"
    r"(?:\([月火水木金土日]\))?"
)
_UNITS = (
    (365.0, ("年間", "年", "years", "year", "y")),
    (30.0, ("か月間", "か月", "ヶ月", "カ月", "ケ月", "ヵ月", "箇月", "月間", "月", "months", "month")),
    (7.0, ("週間", "週", "weeks", "week", "w")),
    (1.0, ("日間", "日", "days", "day", "d")),
    (1 / 24, ("時間", "hours", "hour", "h")),
    (1 / 1440, ("分間", "分", "minutes", "minute")),
)
_DAYS = {spelling: days for days, spellings in _UNITS for spelling in spellings}
_ABOUT = re.compile(r"^(?:約|およそ|おおむね|概ね|最長|最大)?\s*")
_LENGTH = re.compile(rf"\s*(?:(?P<number>\d+(?:\.\d+)?)|半)\s*(?P<unit>{'|'.join(_DAYS)})(?P<half>半)?(?![a-z])")
_OF_CALENDAR = re.compile(r"\s*(?:\d|まで|末|上旬|中旬|下旬|頃|ごろ)")
_INDEFINITE = (
    "無期限",
    "永年",
    "永久",
    "期限なし",
    "消去しない",
    "削除しない",
    "indefinite",
    "forever",
    "permanent",
)
_VAGUE = (
    "随時", "不要になり次第", "必要に応じて", "期限を設けて", "都度", "速やかに", "適宜", "当分の間", "一時的",
    "as needed", "when no longer needed", "vague",
)  # fmt: skip


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


@total_ordering
@attrs.frozen(order=False)
class Day:
    """A date of year, month or day precision.

    Attributes:
        year: Gregorian year.
        month, day: 1 and up, or None where the papers do not say.
        fiscal: True for a fiscal year (April to March), which has no month and day.
        text: the date as written.
    """

    year: int
    month: int | None = None
    day: int | None = None
    fiscal: bool = False
    text: str = attrs.field(default="", eq=False)

    @property
    def first(self) -> tuple[int, int, int]:
        """The earliest day that is meant, as (year, month, day)."""
        return (self.year, self.month or (4 if self.fiscal else 1), self.day or 1)

    @property
    def last(self) -> tuple[int, int, int]:
        """The latest day that is meant, as (year, month, day)."""
        if self.fiscal:
            return (self.year + 1, 3, 31)
        month = self.month or 12
        return (self.year, month, self.day or _days_in(self.year, month))

    def __lt__(self, other: "Day") -> bool:
        """Order by the earliest day meant, then by the latest."""
        return (self.first, self.last) < (other.first, other.last)

    def certainly_before(self, other: "Day") -> bool:
        """Tell whether every day meant here is before every day meant there."""
        return self.last < other.first

    @property
    def iso(self) -> str:
        """The date in ISO 8601, as precise as it is: ``2016``, ``2016-06`` or ``2016-06-27``."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def wareki(self) -> str:
        """The date in the Japanese era, for example 平成28年6月27日; Gregorian before 1926-12-25."""
        for start, era, base in _ERA_STARTS:
            number = self.year - base
            if self.last >= start and number > 0:
                year = f"{era}{'元' if number == 1 else number}年"
                break
        else:
            year = f"{self.year}年"
        if self.fiscal:
            return f"{year}度"
        return year + (f"{self.month}月" if self.month else "") + (f"{self.day}日" if self.day else "")

    def label(self, lang: str) -> str:
        """Return the date as readers of ``lang`` write it."""
        return self.wareki if lang == "ja" else ("fiscal year " if self.fiscal else "") + self.iso


def read_day(text: str) -> Day | None:
    """Return the date written in ``text`` (ISO, 2016年6月, 平成28年6月27日, H28.6.27 …), or None.

    A date that the calendar does not have is None as well.
    """
    found = _DATE.fullmatch(_plain(text).replace(" ", ""))
    if not found:
        return None
    if found["era"]:
        number = 1 if found["era_year"] == "元" else int(found["era_year"])
        year = _ERAS[found["era"]] + number if number else 0
    else:
        year = int(found["year"])
    month = int(found["month"]) if found["month"] else None
    day = int(found["day"]) if found["day"] else None
    if not year >= 1 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and month is not None and not 1 <= day <= _days_in(year, month):
        return None
    return Day(year, month, day, fiscal=bool(found["fiscal"]), text=text)


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


@attrs.frozen
class Period:
    """How long something lasts, as the papers put it.

    Attributes:
        text: the wording.
        kind: "duration" (a number and a unit), "indefinite", "vague" (no number and no event) or
            "event" (until something named happens).
        days: the length in days for a duration, else None; years count 365 and months 30 days.
    """

    text: str
    kind: str
    days: float | None = None

    def __str__(self) -> str:
        return self.text

    def label(self, lang: str) -> str:  # noqa: ARG002 - the author's words are quoted in either language
        """Return the wording."""
        return self.text


def read_period(text: str) -> Period:
    """Return the period that ``text`` names; whatever is no number, vague or endless word is an event."""
    plain = _plain(text)
    lowered = plain.lower()
    duration = _duration(lowered)
    if duration is not None:
        return Period(text, "duration", duration)
    if any(word in lowered for word in _INDEFINITE):
        return Period(text, "indefinite")
    if any(word in lowered for word in _VAGUE):
        return Period(text, "vague")
    return Period(text, "event")


def _duration(text: str) -> float | None:
    """Return the days that numbers with units add up to, or None where there are none or a date is meant."""
    text, at, days = _ABOUT.sub("", text), 0, 0.0
    while found := _LENGTH.match(text, at):
        at, unit = found.end(), found["unit"]
        days += (float(found["number"] or 0.5) + (0.5 if found["half"] else 0)) * _DAYS[unit]
        year = unit == "年" and (float(found["number"] or 0) > 999 or text.startswith("度", at))
        if year or (unit == "月" and _OF_CALENDAR.match(text, at)):
            return None
    return days if at else None
