"""What a row is called: by what is measured or counted where the stories say it, else by its kind of fact."""

from __future__ import annotations

from checker.model import Amount, Comparison
from checker.report.wording import field_name, words


def fact_name(comparison: Comparison) -> str:
    """`deaths` and `jobs` for counts, `age` for a quantity; `person` for a person.

    A name that only some of the sides bear out would mislead: then the kind of fact stands for it.
    """
    claims = [side.claim for side in comparison.sides if isinstance(side.claim.value, Amount)]
    things = {claim.about.thing for claim in claims if claim.about.canonical}
    if len(things) == 1:
        (thing,) = things
        if name := words()["things"].get(thing, thing.replace("-", " ")):
            return str(name)
    elif things:
        return field_name(comparison.field)
    return _noun({(claim.value.of, claim.text) for claim in claims if claim.value.of}) or field_name(comparison.field)


def _noun(counted: set[tuple[str, str]]) -> str:
    """The noun as the stories have it at the end of a figure, in the plural where one of them has it so."""
    if len({lemma for lemma, _ in counted}) != 1:
        return ""
    found = []
    for lemma, text in counted:
        last = text.split()[-1].lower() if text.strip() else ""
        # A plural may change the last letter: family, families.
        if last.isalpha() and len(last) < words()["speaks_for_itself"] and last.startswith(lemma[:-1]):
            found.append(last)
    return max(found, key=lambda noun: (len(noun), noun), default="")
