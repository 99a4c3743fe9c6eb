"""Write the tables of `rules/cldr/` from the Unicode Common Locale Data Repository, once per release of it.

    pip install babel && python benchmarks/cldr.py

What the checker needs of it (names of months, weekdays, countries, cities, currencies and units in the languages of
`rules/languages/`) is data, so that nobody who runs the checker needs babel. babel carries the data under the
Unicode licence.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

RULES = Path(__file__).parent.parent / "rules"
LOCALES = {"zh": ("zh", "zh_Hant"), "pt": ("pt", "pt_PT"), "es": ("es", "es_MX"), "ar": ("ar", "ar_SY")}
WIDTHS = ("wide", "abbreviated")
CONTEXTS = ("format", "stand-alone")
# Continents and regions that news names.
REGIONS = ("001", "002", "003", "005", "009", "013", "019", "030", "034", "035", "039", "142", "143", "145", "150")
CURRENCIES = (
    "AED",
    "AUD",
    "BRL",
    "CAD",
    "CHF",
    "CNY",
    "CZK",
    "DKK",
    "EGP",
    "EUR",
    "GBP",
    "HKD",
    "HUF",
    "IDR",
    "ILS",
    "INR",
    "JPY",
    "KRW",
    "KZT",
    "MXN",
    "NOK",
    "NZD",
    "PHP",
    "PKR",
    "PLN",
    "RON",
    "RUB",
    "SAR",
    "SEK",
    "SGD",
    "THB",
    "TRY",
    "TWD",
    "UAH",
    "USD",
    "VND",
    "ZAR",
)
UNITS = {
    "length-kilometer": "kilometre",
    "length-meter": "metre",
    "length-centimeter": "centimetre",
    "length-millimeter": "millimetre",
    "length-mile": "mile",
    "length-foot": "foot",
    "length-inch": "inch",
    "length-yard": "yard",
    "mass-kilogram": "kilogram",
    "mass-gram": "gram",
    "mass-tonne": "tonne",
    "mass-pound": "pound",
    "mass-ounce": "ounce",
    "area-square-kilometer": "square kilometre",
    "area-square-mile": "square mile",
    "area-hectare": "hectare",
    "area-acre": "acre",
    "area-square-meter": "square metre",
    "area-square-foot": "square foot",
    "volume-liter": "litre",
    "volume-gallon": "gallon",
    "temperature-celsius": "degree Celsius",
    "temperature-fahrenheit": "degree Fahrenheit",
    "speed-kilometer-per-hour": "kilometre per hour",
    "speed-mile-per-hour": "mile per hour",
}


def main() -> None:
    """Write one file per language of `rules/languages/`."""
    babel = import_module("babel")
    folder = RULES / "cldr"
    folder.mkdir(exist_ok=True)
    english = babel.Locale("en")
    for path in sorted((RULES / "languages").glob("*.toml")):
        locales = [babel.Locale.parse(code) for code in LOCALES.get(path.stem, (path.stem,))]
        text = "\n".join(_file(path.stem, locales, english, babel.__version__))
        (folder / path.name).write_text(text + "\n", encoding="utf-8")


def _file(code: str, locales: list[Any], english: Any, version: str) -> Iterator[str]:
    yield f"# Written by benchmarks/cldr.py (babel {version}): do not edit. Own words: ../languages/{code}.toml."
    yield f"months = {_list([_forms(locales, 'months', month) for month in range(1, 13)])}"
    yield f"weekdays = {_list([_forms(locales, 'days', day) for day in range(7)])}"
    codes = [code for code in english.territories if code.isalpha() or code in REGIONS]
    yield from _table(
        "territories", {code: [one.territories.get(code, "") for one in locales] for code in sorted(codes)}
    )
    yield from _table("cities", _cities(locales, english))
    yield from _table("languages", _languages(locales, english))
    yield from _table("currencies", {code: _currency(locales, code) for code in CURRENCIES})
    yield from _table("units", {name: _unit(locales, unit) for unit, name in UNITS.items()})


def _forms(locales: list[Any], kind: str, key: int) -> list[str]:
    names = (getattr(one, kind)[context][width][key] for one in locales for context in CONTEXTS for width in WIDTHS)
    return _distinct(name.strip(". ॰") for name in names)


def _cities(locales: list[Any], english: Any) -> dict[str, list[str]]:
    """The cities after which time zones are named, by their English names."""
    zones = sorted({zone for one in locales for zone in one.time_zones if "/" in zone and not zone.startswith("Etc")})
    found: dict[str, list[str]] = {}
    for zone in zones:
        home = (english.time_zones.get(zone) or {}).get("city") or zone.split("/")[-1].replace("_", " ")
        names = _distinct((one.time_zones.get(zone) or {}).get("city", "") for one in locales)
        if [name for name in names if name != home]:
            found[home] = names
    return found


def _languages(locales: list[Any], english: Any) -> dict[str, list[str]]:
    """The languages that are called like a people in English, by that name: what is German is `deutsch`."""
    countries = tomllib.loads((RULES / "places.toml").read_text(encoding="utf-8"))["country"].values()
    peoples = {name for country in countries for name in country.get("demonym", ())}
    return {
        name: [one.languages.get(code, "") for one in locales]
        for code, name in sorted(english.languages.items())
        if name in peoples
    }


def _currency(locales: list[Any], code: str) -> list[str]:
    plurals = (name for one in locales for name in dict(one._data["currency_names_plural"].get(code) or {}).values())  # noqa: SLF001 - no public way
    return _distinct([*(one.currencies.get(code, "") for one in locales), *plurals])


def _unit(locales: list[Any], unit: str) -> list[str]:
    found: list[str] = []
    for one in locales:
        patterns = one._data["unit_patterns"].get(unit) or {}  # noqa: SLF001 - no public way
        for width in ("long", "short"):
            found += [text.replace("{0}", "").strip(" .\u00a0\u202f") for text in _texts(patterns.get(width) or {})]
    return _distinct(found)


def _texts(patterns: Any) -> Iterator[str]:
    for key, value in dict(patterns).items():
        if key == "per":
            continue
        if isinstance(value, str):
            yield value
        elif hasattr(value, "items"):
            yield from _texts(value)


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name and name != "per"))


def _list(lists: list[list[str]]) -> str:
    return json.dumps(lists, ensure_ascii=False)


def _table(name: str, values: Mapping[str, list[str]]) -> Iterator[str]:
    yield f"\n[{name}]"
    for key, names in values.items():
        if kept := _distinct(names):
            yield f"{json.dumps(key, ensure_ascii=False)} = {json.dumps(kept, ensure_ascii=False)}"


if __name__ == "__main__":
    main()
