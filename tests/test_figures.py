"""The number, money, unit, date and time grammar."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from checker.figures import figures
from checker.model import Amount, Clock, Interval
from checker.parsed import Figure
from checker.rules import Ruleset

SATURDAY = date(2026, 1, 17)


class Reader:
    def __init__(self, ruleset: Ruleset) -> None:
        self._words = ruleset.words("figures")

    def __call__(self, text: str, published: date | None = SATURDAY) -> tuple[Figure, ...]:
        return figures(text, published, self._words)

    def one(self, text: str, published: date | None = SATURDAY) -> Figure:
        found = self(text, published)
        assert len(found) == 1, found
        return found[0]

    def amount(self, text: str) -> Amount:
        value = self.one(text).value
        assert isinstance(value, Amount)
        return value

    def interval(self, text: str, published: date | None = SATURDAY) -> Interval:
        value = self.one(text, published).value
        assert isinstance(value, Interval)
        return value


@pytest.fixture(scope="session")
def read(ruleset: Ruleset) -> Reader:
    return Reader(ruleset)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,000", "1000"),
        ("816 000", "816000"),
        ("1 234 567.89", "1234567.89"),
        ("1.111,11", "1111.11"),
        ("1,22 billion", "1220000000"),
        ("1.22bn", "1220000000"),
        ("3 lakh", "300000"),
        ("5 crore 20 lakh in all", "52000000"),
        ("3k", "3000"),
        ("1e5", "100000"),
        ("minus 5", "-5"),
        ("-5", "-5"),
        ("sixty-five", "65"),
        ("twenty-seven thousand", "27000"),
        ("hundred and one", "101"),
        ("seven thousand four hundred and five", "7405"),
        ("two and a half million", "2500000"),
        ("half a million", "500000"),
        ("one million and a half", "1500000"),
        ("nine point nought four", "9.04"),
        ("a dozen", "12"),
        ("three dozens", "36"),
        ("a quarter of all", "0.25"),
        ("three quarters", "0.75"),
        ("2½", "2.5"),
        ("10 1/2", "10.5"),
        ("one in five", "0.2"),
        ("three out of four", "0.75"),
    ],
)
def test_a_number_is_read_exactly(read: Reader, text: str, value: str) -> None:
    figure = read.one(text)
    assert figure.kind == "count"
    assert isinstance(figure.value, Amount)
    assert figure.value.amount == Decimal(value)


@pytest.mark.parametrize(
    ("text", "precision"),
    [("1,000", "1000"), ("85.70", "0.01"), ("9 trillion", "1000000000000"), ("1.0 million", "100000"), ("612", "1")],
)
def test_precision_is_the_last_stated_place(read: Reader, text: str, precision: str) -> None:
    assert read.amount(text).precision == Decimal(precision)


def test_two_numbers_are_not_run_together(read: Reader) -> None:
    found = read("five and six, ten thousand and twenty thousand")
    assert [f.value.amount for f in found if isinstance(f.value, Amount)] == [5, 6, 10000, 20000]


@pytest.mark.parametrize("text", ["dozens", "hundreds", "tens of thousands", "several hundred", "a few dozen"])
def test_an_unnumbered_plural_is_vague(read: Reader, text: str) -> None:
    assert read.amount(text).about
    assert read.amount(text).at_least


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("at least 10", ["at_least"]),
        ("more than 54,000", ["at_least"]),
        ("300-plus", ["at_least"]),
        ("10 or more", ["at_least"]),
        ("as many as 80", ["at_most"]),
        ("up to 80", ["at_most"]),
        ("fewer than five", ["at_most"]),
        ("nearly 87", ["about"]),
        ("some 200,000", ["about"]),
        ("10 or so", ["about"]),
        ("42", []),
    ],
)
def test_bounds_stand_before_or_behind(read: Reader, text: str, flags: list[str]) -> None:
    figure = read.one(text)
    assert [flag for flag in ("at_least", "at_most", "about") if getattr(figure.value, flag)] == flags
    assert (figure.start, figure.end) == (0, len(text))


def test_a_bound_between_two_figures_is_that_of_the_second(read: Reader) -> None:
    first, second = read("half a century and over seventy films")
    assert [str(getattr(figure.value, "at_least", None)) for figure in (first, second)] == ["False", "True"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 3,000 and 5,000", "3000", "5000"),
        ("3.6 to 4.3", "3.6", "4.3"),
        ("10-15 percent", "10", "15"),
        ("40 percent to 70 percent", "40", "70"),
        ("£3m-£5m", "3000000", "5000000"),
        ("3 to 5 million", "3000000", "5000000"),
        ("two or three", "2", "3"),
        ("10-15 people came", "10", "15"),
        ("in her 40s", "40", "49"),
        ("in their late fifties", "50", "59"),
        ("30-60 range", "30", "60"),
    ],
)
def test_a_range_has_two_ends(read: Reader, text: str, low: str, high: str) -> None:
    value = read.amount(text)
    assert (value.amount, value.amount_to) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    ["from 0.25% to 0.5%", "rose 0.3% to 4.5%", "5 men and 6 women", "1,000 km (600 miles)", "either 10 or 12"],
)
def test_two_figures_side_by_side_are_no_range(read: Reader, text: str) -> None:
    found = read(text)
    assert len(found) == 2
    assert all(isinstance(f.value, Amount) and f.value.amount_to is None for f in found)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$5 million", "5000000", "USD"),
        ("US$57 billion", "57000000000", "USD"),
        ("¥9 trillion", "9000000000000", "JPY"),
        ("9 trillion yen", "9000000000000", "JPY"),
        ("A$3.2m", "3200000", "AUD"),
        ("£4bn", "4000000000", "GBP"),
        ("€1.2bn", "1200000000", "EUR"),
        ("Rs500 crore", "5000000000", "INR"),
        ("HK$5", "5", "HKD"),
        ("300 euros", "300", "EUR"),
        ("five bucks", "5", "USD"),
        ("USD 22.5 million", "22500000", "USD"),
        ("361 million pounds", "361000000", "GBP"),
        ("5 pounds 20 pence", "5.2", "GBP"),
        ("70 rmb", "70", "CNY"),
    ],
)
def test_money(read: Reader, text: str, value: str, currency: str) -> None:
    figure = read.one(text)
    assert figure.kind == "money"
    assert isinstance(figure.value, Amount)
    assert (figure.value.amount, figure.value.currency) == (Decimal(value), currency)
    assert (figure.start, figure.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("2%", "percent"),
        ("2 per cent", "percent"),
        ("0.5 percentage points", "percentage point"),
        ("25 basis points", "basis point"),
    ],
)
def test_shares(read: Reader, text: str, unit: str) -> None:
    figure = read.one(text)
    assert figure.kind == "percent"
    assert isinstance(figure.value, Amount)
    assert figure.value.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("58km", "58", "kilometre"),
        ("36 miles", "36", "mile"),
        ("48m", "48", "metre"),
        ("100 mph", "100", "mile per hour"),
        ("190 km2", "190", "square kilometre"),
        ("28 degrees Celsius", "28", "degree Celsius"),
        ("-5°C", "-5", "degree Celsius"),
        ("82F", "82", "degree Fahrenheit"),
        ("50-minute", "50", "minute"),
        ("two-day", "2", "day"),
        ("61-year-old", "61", "year"),
        ("aged 77", "77", "year"),
        ("Ana Ruiz, 38, said", "38", "year"),
        ("She was 85.", "85", "year"),
        ("Cordier, who is 53, said", "53", "year"),
        ("The former nurse, 46, said", "46", "year"),
        ("He was 31 when the war began", "31", "year"),
        ("he died at 91", "91", "year"),
        ("6.1-magnitude", "6.1", "magnitude"),
        ("magnitude of about 6.0", "6", "magnitude"),
        ("5.9 on the Richter scale", "5.9", "magnitude"),
        ("200 pounds", "200", "pound"),
        ("dozens of kilometres", "24", "kilometre"),
        ("6 feet 6 inches", "6.5", "foot"),
        ("6-foot-6", "6.5", "foot"),
        ("six-foot-six-inch", "6.5", "foot"),
        ("half an hour", "0.5", "hour"),
        ("an hour and a half", "1.5", "hour"),
        ("three days and a half", "3.5", "day"),
        ("a quarter of a mile", "0.25", "mile"),
        ("1.2m tonnes", "1200000", "tonne"),
        ("1.2m tall", "1.2", "metre"),
        ("18-to-24-year-olds", "18", "year"),
    ],
)
def test_quantities(read: Reader, text: str, value: str, unit: str) -> None:
    figure = read.one(text)
    assert figure.kind == "quantity"
    assert isinstance(figure.value, Amount)
    assert (figure.value.amount, figure.value.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "F-16",
        "SM-6",
        "Covid-19",
        "G7",
        "9/11",
        "5G",
        "call 555-123-4567",
        "192.168.1.20",
        "Boeing 777F",
        "No. 10",
        "Flight 370",
        "24703L202",
        "the first half",
        "8-1",
        "a 9-14 start",
        "24 Harbour Street",
        "call 0845 125 2222",
        "the 2,292nd point",
        "the second man",
        "in the 20s",
        "the nineties",
        "a third man",
    ],
)
def test_what_names_a_thing_states_no_amount(read: Reader, text: str) -> None:
    assert not [f for f in read(text) if f.kind in ("count", "money", "percent", "quantity", "date", "time")]


@pytest.mark.parametrize(
    "text",
    [
        "He may, May said.",
        "the sun will march on",
        "a man",
        "www.a1.com/2024/99",
        "Jan said so",
        "last resort",
        "and so on",
    ],
)
def test_words_are_no_figures(read: Reader, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("17 January 2026", (2026, 1, 17), (2026, 1, 18)),
        ("Jan. 17, 2026", (2026, 1, 17), (2026, 1, 18)),
        ("2026-01-17", (2026, 1, 17), (2026, 1, 18)),
        ("11/28/05", (2005, 11, 28), (2005, 11, 29)),
        ("March 3rd", (2026, 3, 3), (2026, 3, 4)),
        ("December 31", (2025, 12, 31), (2026, 1, 1)),
        ("3-5 March 2026", (2026, 3, 3), (2026, 3, 6)),
        ("July 2024", (2024, 7, 1), (2024, 8, 1)),
        ("November", (2025, 11, 1), (2025, 12, 1)),
        ("in 2003", (2003, 1, 1), (2004, 1, 1)),
        ("2019-2021", (2019, 1, 1), (2022, 1, 1)),
        ("the 1980s", (1980, 1, 1), (1990, 1, 1)),
        ("25/12/2013", (2013, 12, 25), (2013, 12, 26)),
        ("the 20th century", (1900, 1, 1), (2000, 1, 1)),
        ("fiscal 2026", (2026, 1, 1), (2027, 1, 1)),
        ("yesterday", (2026, 1, 16), (2026, 1, 17)),
        ("Friday", (2026, 1, 16), (2026, 1, 17)),
        ("last Friday", (2026, 1, 16), (2026, 1, 17)),
        ("Thursday last week", (2026, 1, 8), (2026, 1, 9)),
        ("last month", (2025, 12, 1), (2026, 1, 1)),
        ("last year", (2025, 1, 1), (2026, 1, 1)),
        ("later this year", (2026, 1, 1), (2027, 1, 1)),
        ("next March", (2026, 3, 1), (2026, 4, 1)),
        ("two days ago", (2026, 1, 15), (2026, 1, 16)),
    ],
)
def test_dates(read: Reader, text: str, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    value = read.interval(text)
    assert (value.start, value.end) == (date(*start), date(*end))


def test_late_in_a_year_is_its_second_half(read: Reader) -> None:
    assert read.interval("late 2028").start == date(2028, 7, 1)


def test_without_the_day_of_the_story_only_what_is_stated_is_kept(read: Reader) -> None:
    assert read.interval("March 30th", None) == Interval(None, None, month=3, day=30, stated="day")
    assert read.interval("Friday", None) == Interval(None, None, weekday=4, stated="weekday")
    assert read.interval("yesterday", None) == Interval(None, None, stated="relative")


def test_a_weekday_with_its_date_is_one_date(read: Reader) -> None:
    value = read.interval("Friday, Jan. 16, 2026")
    assert (value.start, value.weekday) == (date(2026, 1, 16), 4)


@pytest.mark.parametrize("text", ["2000 people", "30 February 2024", "2,003", "13/13/2024"])
def test_what_only_looks_like_a_date_is_none(read: Reader, text: str) -> None:
    assert not [f for f in read(text) if f.kind == "date" and isinstance(f.value, Interval) and f.value.stated == "day"]
    assert not [f for f in read(text) if f.kind == "date" and text.startswith("2")]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("4pm", Clock(960, 1020)),
        ("10:00 am", Clock(600, 601)),
        ("12.30 a.m.", Clock(30, 31)),
        ("1:53 p.m. local time", Clock(833, 834)),
        ("0440 GMT", Clock(280, 281, 0)),
        ("17:06 hours local time", Clock(1026, 1027)),
        ("9 a.m. EST", Clock(540, 600, -300)),
        ("noon", Clock(720, 721)),
        ("four o'clock", Clock(240, 300, half_open=True)),
        ("four o'clock in the morning", Clock(240, 300)),
        ("quarter past four in the morning", Clock(255, 256)),
        ("twenty past three", Clock(200, 201, half_open=True)),
        ("20 minutes to five in the evening", Clock(1000, 1001)),
        ("twenty-five past seven", Clock(445, 446, half_open=True)),
        ("quarter past twelve at night", Clock(15, 16)),
        ("5:40 in the morning", Clock(340, 341)),
        ("12:30 at night", Clock(30, 31)),
        ("8.15 p.m.", Clock(1215, 1216)),
        ("6-8pm", Clock(1080, 1260)),
        ("11 to 2pm", Clock(660, 900)),
        ("6am-8am", Clock(360, 540)),
        ("between 07:28 and 08:06 UTC", Clock(448, 487, 0)),
    ],
)
def test_times(read: Reader, text: str, clock: Clock) -> None:
    assert read.one(text).value == clock


@pytest.mark.parametrize("text", ["It began at five to six.", "It ends at a quarter to six, they say."])
def test_what_stands_before_an_hour_tells_the_time(text: str, read: Reader) -> None:
    assert [f.kind for f in read(text)] == ["time"]


@pytest.mark.parametrize(
    "text",
    [
        "Five to six people came.",
        "They won five to two on Sunday.",
        "It sank at ten to twelve million sites.",
        "It rose by a quarter to five million.",
        "It was cut from five to six.",
        "It lasted for ten minutes to five players' delight.",
        "Ten past winners came.",
        "He lived ten minutes after five of them.",
    ],
)
def test_numbers_of_things_are_no_times(text: str, read: Reader) -> None:
    assert not [f for f in read(text) if f.kind == "time"]


def test_four_digits_with_a_nought_are_a_time_where_one_is_told(read: Reader) -> None:
    assert [f.value for f in read("at 0600")] == [Clock(360, 361)]
    assert not [f for f in read("unit 0600 of the 0600 made") if f.kind == "time"]


def test_a_weekday_tells_the_year_of_its_date(read: Reader) -> None:
    assert read.interval("Thursday 5 March").start == date(2026, 3, 5)
    assert read.interval("Sunday 5 May").start == date(2024, 5, 5)
    assert read.interval("Sunday 5 May 2026").start == date(2026, 5, 5)


def test_two_dates_with_a_dash_between_are_two(read: Reader) -> None:
    assert [f.start for f in read("Nov 12-Dec 3")] == [0, 7]


def test_a_bare_hour_is_a_time_beside_its_conversion(read: Reader) -> None:
    assert [f.value for f in read("at 1353 (1023 GMT)")] == [Clock(833, 834), Clock(623, 624, 0)]


@pytest.mark.parametrize("year", [1, 1200, 9999])
def test_a_story_of_no_age_leaves_dates_unplaced(read: Reader, year: int) -> None:
    assert read.interval("last Friday", date(year, 1, 1)).start is None


@pytest.mark.parametrize(
    "text", ["1" * 500, "9^999", "1e999", "1,000," * 200, "twenty-" * 200, "May 1 to " * 200, "$" * 500]
)
def test_hostile_text_is_survived(read: Reader, text: str) -> None:
    ends = [0]
    for figure in read(text):
        assert ends[-1] <= figure.start < figure.end
        ends.append(figure.end)


def test_a_date_that_two_countries_read_differently_is_not_placed(read: Reader) -> None:
    assert read.interval("03/04/2024").start is None


def test_two_decades_of_life_are_two_ages(read: Reader) -> None:
    found = [f.value for f in read("two men in their 50s and sixties, and the 70s")]
    assert [(int(v.amount), v.unit) for v in found if isinstance(v, Amount) and v.amount] == [
        (2, None),
        (50, "year"),
        (60, "year"),
    ]


def test_over_some_years_is_no_bound(read: Reader) -> None:
    assert [getattr(f.value, "at_least", None) for f in read("$8 million over seven years")] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "It is no zero-sum game",
        "a one-way street",
        "Two-way trade is free",
        "call +44 20 7946 0958 now",
        "the delegates of COP29 and of COP30",
        "a 401(k) plan and a form 10-K",
        "the fans of the Six Nations were happy after a long afternoon",
        "the workers of the Three Gorges Dam went home early",
        "he lives in Apartment 12",
        "a World War Two bomb",
        "the Formula One race and the Group of Seven summit",
        "she hit a 9-iron",
        "the FTSE 100 and the S&P 500 rose",
        "the lawyers of both sides cite Article 5(2) here",
    ],
)
def test_numbers_in_names_and_idioms_are_no_figures(read: Reader, text: str) -> None:
    assert [figure.kind for figure in read(text) if figure.kind != "other"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Six Villages Flooded in Five Days", "6"),
        ("a group of seven tourists", "7"),
        ("after the war two people came", "2"),
        ("Ten People were in the boat", "10"),
        ("It sank with ten people on board", "10"),
        ("a town with a population of 5.3m", "5300000"),
        ("3 hundred and 21", "321"),
        ("it cost thirteen dollars forty five.", "13.45"),
        ("they paid two dollars twenty times.", "2"),
        ("it fell to - 20 degrees Celsius", "-20"),
        ("the winter - 20 degrees Celsius - was mild", "20"),
        ("he weighs 12st 13lb", "12.92857142857142857142857143"),
        ("it was 3 degrees below zero", "-3"),
        ("it was 3 degrees below average", "3"),
        ("it pumps 300,000 bpd", "300000"),
        ("COP30,000", "30000"),
        ("5ft 11in tall", "5.916666666666666666666666667"),
    ],
)
def test_what_only_looks_like_a_name_counts(read: Reader, text: str, value: str) -> None:
    first = next(figure.value for figure in read(text))
    assert isinstance(first, Amount)
    assert first.amount == Decimal(value)


def test_twelve_noon_is_one_time(read: Reader) -> None:
    assert read.one("at 12 noon").value == Clock(720, 721)
    assert read.one("at 12 midnight GMT").value == Clock(0, 1, 0)
