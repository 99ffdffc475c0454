"""Are dates and periods of Japanese papers read and compared as people mean them?"""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dataflow_assess.model import Day, read_day, read_period

dates = st.dates(dt.date(1600, 1, 1), dt.date(2200, 12, 31))


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Return a day of any precision, as the reader makes them."""
    date = draw(dates)
    return draw(
        st.sampled_from(
            [
                Day(date.year),
                Day(date.year, date.month),
                Day(date.year, date.month, date.day),
                Day(date.year, fiscal=True),
            ]
        )
    )


@pytest.mark.parametrize(
    ("text", "iso", "wareki"),
    [
        ("2016-06-27", "2016-06-27", "平成28年6月27日"),
        ("2016-6", "2016-06", "平成28年6月"),
        ("2016", "2016", "平成28年"),
        ("2016年6月27日", "2016-06-27", "平成28年6月27日"),
        ("2016/6/27", "2016-06-27", "平成28年6月27日"),
        ("平成28年6月27日", "2016-06-27", "平成28年6月27日"),
        ("平成 28 年 6 月 27 日（月）", "2016-06-27", "平成28年6月27日"),
        ("平成２８年６月", "2016-06", "平成28年6月"),
        ("H28.6.27", "2016-06-27", "平成28年6月27日"),
        ("R6", "2024", "令和6年"),
        ("令和元年5月1日", "2019-05-01", "令和元年5月1日"),
        ("2019-04-30", "2019-04-30", "平成31年4月30日"),
        ("2019年", "2019", "令和元年"),
        ("平成元年", "1989", "平成元年"),
        ("1989-01-07", "1989-01-07", "昭和64年1月7日"),
        ("昭和64年1月", "1989-01", "平成元年1月"),
        ("大正15年12月25日", "1926-12-25", "昭和元年12月25日"),
        ("大正15年12月24日", "1926-12-24", "1926年12月24日"),
        ("平成28年度", "2016", "平成28年度"),
        ("2018年度", "2018", "平成30年度"),
        ("令和元年度", "2019", "令和元年度"),
        ("昭和63年度", "1988", "昭和63年度"),
        ("2024-02-29", "2024-02-29", "令和6年2月29日"),
        ("2000-02-29", "2000-02-29", "平成12年2月29日"),
    ],
)
def test_a_date_is_read_in_every_usual_form(text: str, iso: str, wareki: str) -> None:
    """Both calendars, any precision."""
    day = read_day(text)
    assert day is not None
    assert (day.iso, day.wareki, day.text) == (iso, wareki, text)
    assert day.label("ja") == wareki
    assert day.label("en") == (f"fiscal year {iso}" if day.fiscal else iso)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "来年",
        "2016-02-30",
        "2023-02-29",
        "1900-02-29",
        "2016-13",
        "2016-00",
        "2016-06-00",
        "2016-06-31",
        "0000",
        "令和0年",
        "平成28年13月",
        "2016-06-27-1",
        "2016-06-",
        "20160627",
        "平成28年度6月",
        "16-06-27",
        "2016-06-27 10:00",
        "明治45年",
        "2016年6月27日(祝)",
    ],
)
def test_what_is_no_date_of_the_calendar_is_none(text: str) -> None:
    """Neither other words nor days that never come."""
    assert read_day(text) is None


@given(dates)
@settings(max_examples=200, deadline=None)
def test_a_date_is_read_back_from_either_calendar(date: dt.date) -> None:
    """What is shown can be written."""
    day = Day(date.year, date.month, date.day)
    assert day.iso == date.isoformat()
    assert read_day(day.iso) == day
    if date.year >= 1000:
        assert read_day(day.wareki) == day


@given(days())
@settings(max_examples=200, deadline=None)
def test_a_date_of_any_precision_is_read_back(day: Day) -> None:
    """Its first day is not after its last, and both exist."""
    assert read_day(day.wareki) == day
    assert dt.date(*day.first) <= dt.date(*day.last)


@given(days(), days(), days())
@settings(max_examples=300, deadline=None)
def test_dates_are_in_one_order(one: Day, two: Day, three: Day) -> None:
    """Exactly one of before, same and after holds, and before is transitive."""
    assert [one < two, one == two, one > two].count(True) == 1
    assert (one <= two) == (one < two or one == two)
    assert (one >= two) == (two <= one)
    if one <= two <= three:
        assert one <= three
    assert sorted([one, two, three]) == sorted([three, two, one])
    if one == two:
        assert hash(one) == hash(two)


@given(days(), days())
@settings(max_examples=200, deadline=None)
def test_certainly_before_is_before_whatever_day_was_meant(one: Day, two: Day) -> None:
    """It holds in one direction at most, and never where the two overlap."""
    certain = dt.date(*one.last) < dt.date(*two.first)
    assert one.certainly_before(two) == certain
    if certain:
        assert one < two
        assert not two.certainly_before(one)


def test_a_fiscal_year_begins_in_april() -> None:
    """平成28年度 ends with March of 2017."""
    year = read_day("平成28年度")
    assert year is not None
    assert (year.first, year.last) == ((2016, 4, 1), (2017, 3, 31))


@pytest.mark.parametrize(
    ("text", "days_meant"),
    [
        ("5年", 1825),
        ("５年間", 1825),
        ("1年6か月", 545),
        ("1年6月", 545),
        ("1年半", 547.5),
        ("半年", 182.5),
        ("6ヶ月", 180),
        ("6ヵ月間", 180),
        ("6箇月", 180),
        ("2週間", 14),
        ("30日以内", 30),
        ("約10日", 10),
        ("最長1年", 365),
        ("0日", 0),
        ("4時間", 4 / 24),
        ("90分", 90 / 1440),
        ("2時間30分", 2.5 / 24),
        ("18 months", 540),
        ("1 hour 30 minutes", 1.5 / 24),
        ("2h", 2 / 24),
        ("7 d", 7),
        ("1.5年", 547.5),
        ("5年保存", 1825),
        ("3月以内", 90),
    ],
)
def test_a_number_with_a_unit_is_a_duration(text: str, days_meant: float) -> None:
    """Several add up; years count 365 days and months 30."""
    period = read_period(text)
    assert (period.kind, period.text, str(period), period.label("en")) == ("duration", text, text, text)
    assert period.days == pytest.approx(days_meant)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("無期限", "indefinite"),
        ("永年保存", "indefinite"),
        ("Forever", "indefinite"),
        ("消去しない", "indefinite"),
        ("不要になり次第", "vague"),
        ("随時消去", "vague"),
        ("As Needed", "vague"),
        ("必要に応じて", "vague"),
        ("返還まで", "event"),
        ("卒園後", "event"),
        ("翌年度末", "event"),
        ("2年度末", "event"),
        ("3月31日まで", "event"),
        ("28年3月まで", "event"),
        ("2016年3月", "event"),
        ("6月末", "event"),
        ("5 dogs", "event"),
        ("5", "event"),
        ("", "event"),
        ("平成28年3月31日", "event"),
    ],
)
def test_other_periods_are_endless_vague_or_end_with_an_event(text: str, kind: str) -> None:
    """A date is an event: it says until when, not how long."""
    period = read_period(text)
    assert (period.kind, period.days) == (kind, None)


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_period_and_perhaps_a_date(text: str) -> None:
    """Reading them never fails."""
    assert read_period(text).kind in {"duration", "indefinite", "vague", "event"}
    day = read_day(text)
    assert day is None or day.iso


@given(st.integers(1, 500), st.sampled_from(["年", "か月", "週間", "日", "時間", "分"]))
@settings(max_examples=150, deadline=None)
def test_a_longer_duration_has_more_days(number: int, unit: str) -> None:
    """Comparing periods is comparing days."""
    shorter, longer = read_period(f"{number}{unit}").days, read_period(f"{number + 1}{unit}").days
    assert shorter is not None
    assert longer is not None
    assert 0 < shorter < longer
