"""Terms of the house against its termbases: what a translation makes of them, and words that the house does not use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.fields.glossary import Field
from checker.glossary import Status, Term
from checker.judge import Judge
from checker.model import AnyClaim, Difference
from checker.pair import Row
from checker.parsed import Parsed

_FIELD = "glossary"


def renderings(
    stories: Sequence[Parsed], claims: Mapping[str, Sequence[AnyClaim]], judge: Judge, first: str | None
) -> tuple[Row, ...]:
    """The rows in which terms are not as agreed; what is as agreed makes none.

    In mode `translation` a term of the original must have one of its renderings, wherever it stands and in whatever
    form, and none that is forbidden for it; nor may there be a word that is forbidden whatever it stands for. In the
    other modes words that are forbidden in the story's own language are found, outside quotations; in mode `draft` in
    the draft alone.

    Args:
        stories: the stories of one event.
        claims: their claims, by name.
        judge: fields, rules and mode.
        first: the original, or the draft.
    """
    field = judge.fields[_FIELD]
    if not isinstance(field, Field) or not any(claim.field == _FIELD for told in claims.values() for claim in told):
        return ()
    if judge.mode != "translation":
        named = [story for story in stories if judge.mode == "cross-source" or story.story.name == first]
        return tuple(row for story in named for row in _house_words(story, _concepts(claims[story.story.name]), field))
    original = next((story for story in stories if story.story.name == first), stories[0])
    rows: list[Row] = []
    for story in stories:
        if story is not original:
            rows.extend(_rendered(original, story, claims, field))
            rows.extend(_house_words(story, _banned(_concepts(claims[story.story.name]), field), field))
    return tuple(rows)


def _concepts(claims: Sequence[AnyClaim]) -> dict[str, list[AnyClaim]]:
    found: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in claims:
        if claim.field == _FIELD:
            found[claim.value.head].append(claim)
    return found


def _banned(concepts: Mapping[str, list[AnyClaim]], field: Field) -> dict[str, list[AnyClaim]]:
    """Those that stand for nothing in particular: their words are forbidden in every translation."""
    return {
        concept: found
        for concept, found in concepts.items()
        if all(term.side == "target" for term in field.terms(concept))
    }


def _rendered(
    original: Parsed, translation: Parsed, claims: Mapping[str, Sequence[AnyClaim]], field: Field
) -> Iterator[Row]:
    languages = original.story.language, translation.story.language
    told = languages[0] != languages[1]
    here, there = (_concepts(claims[story.story.name]) for story in (original, translation))
    for concept, found in here.items():
        named = [claim for claim in found if _may_be(*_term(claim), "source", languages[0], told=told)]
        terms = [
            term
            for term in field.terms(concept)
            if _may_be(term.side, term.language, "target", languages[1], told=told)
        ]
        wrong = [
            claim
            for claim in there.get(concept, ())
            if claim.value.modifiers[0] == "forbidden" and _may_be(*_term(claim), "target", languages[1], told=told)
        ]
        agreed = [term for term in terms if term.status != "forbidden"]
        if not named:
            continue
        if wrong:
            yield _row("forbidden", (named[0], *wrong), agreed)
        elif agreed and not any(field.may_hold(translation.text, concept, term) for term in agreed):
            yield _row("not-rendered", tuple(named), agreed)


def _term(claim: AnyClaim) -> tuple[str, str]:
    _, side, language = claim.value.modifiers
    return side, language


def _may_be(side: str, language: str, wanted: str, spoken: str, *, told: bool) -> bool:
    """Whether a term belongs to one side of a translation.

    Stories of one language are stories of which nobody said what they are written in: then the columns of a termbase
    decide, and one that has languages only is of no use.
    """
    if not side:
        return told and language == spoken
    return side == wanted and (not told or language in ("", spoken))


def _house_words(story: Parsed, concepts: Mapping[str, Sequence[AnyClaim]], field: Field) -> Iterator[Row]:
    """Forbidden words of the story's own language."""
    language = story.story.language
    for concept, found in concepts.items():
        wrong = tuple(
            claim
            for claim in found
            if claim.value.modifiers[0] == "forbidden"
            and claim.value.modifiers[2] in ("", language)
            and claim.about.status != "quoted"
        )
        if wrong:
            own = [
                term for term in field.terms(concept) if term.language in ("", language) and term.status != "forbidden"
            ]
            agreed = [term for term in own if term.side != "source"] or own
            yield _row("house-word", wrong, agreed)


def _row(name: str, claims: tuple[AnyClaim, ...], agreed: Sequence[Term]) -> Row:
    """The row, with the words to use instead: the preferred ones, else the allowed ones."""
    status: Status = "preferred" if any(term.status == "preferred" for term in agreed) else "allowed"
    instead = " / ".join(dict.fromkeys(term.text for term in agreed if term.status == status))
    difference = Difference(name if instead else f"{name}-without", 1.0, {"instead": instead})
    return Row(_FIELD, claims, "the termbase", inside=True, difference=difference)
