"""Which claim answers which, inside one event, over any number of stories.

Mentions of one fact in one story are gathered first. Facts of different stories are then joined, the surest first:

- *the same*: their values agree or are compatible, and nothing that is known of what they are about is at odds;
- *alike*: names spelled almost alike, where neither has its match in the other story;
- *told*: what the field itself knows to be of one happening, whatever vaguer match either has in the other story;
- *answering*: what neither story shares with the other, but both say of one thing, or in one sentence;
- *open*: what cannot be compared, where nothing else answers either.

A fact that has its match in a story never answers another fact there: whatever can be explained as agreement is. Which
module judges the pairs of a field is said by `by` in its table `[pairing]`.

    sentences -> facts -> candidates -> by_identity, by_about, by_slot, by_likeness -> matches, leftovers -> joiner
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.judge import Judge
from checker.model import AnyClaim
from checker.pair.facts import Facts
from checker.pair.joiner import Joiner
from checker.pair.records import Row
from checker.pair.sentences import Sentences
from checker.parsed import Parsed

__all__ = ["Row", "leftovers", "pair"]


def pair(stories: Sequence[Parsed], claims: Mapping[str, Sequence[AnyClaim]], judge: Judge) -> tuple[Row, ...]:
    """The rows of the fact table, those that one story alone states included.

    Args:
        stories: the stories of one event, in order of their names.
        claims: the claims of each story, by name.
        judge: for each field's `[pairing]` table and for what counts as harmless.
    """
    # Descriptions are paired by whom they stand for: `checker.referents`.
    names = [name for name in judge.active if _by(name, judge) != "referent"]
    rows = [row for joiner in _joiners(names, stories, claims, judge) for row in joiner.rows()]
    told: dict[str, list[Row]] = {}
    for row in rows:
        told.setdefault(row.field, []).append(row)
    return tuple(row for row in rows if not _is_told_already(row, told, judge))


def leftovers(
    stories: Sequence[Parsed], claims: Mapping[str, Sequence[AnyClaim]], judge: Judge
) -> Iterator[tuple[tuple[AnyClaim, ...], tuple[AnyClaim, ...], Mapping[str, float]]]:
    """The pairs of figures that differ and have no match in each other's story, with what they have in common.

    What the weights of `[leftover]` in rules/pairing.toml are fitted to; the arguments are those of `pair`.
    """
    names = [name for name in judge.fields if _by(name, judge) == "slot"]
    for joiner in _joiners(names, stories, claims, judge):
        yield from joiner.leftovers()


def _by(name: str, judge: Judge) -> str:
    """What says which claims of a field answer each other."""
    by: str = judge.ruleset.words(name)["pairing"].get("by", "likeness")
    return by


def _joiners(
    names: Iterable[str], stories: Sequence[Parsed], claims: Mapping[str, Sequence[AnyClaim]], judge: Judge
) -> Iterator[Joiner]:
    """Field by field what joins its claims."""
    sentences = Sentences(stories)
    for name in names:
        pool = [[claim for claim in claims[story.story.name] if claim.field == name] for story in stories]
        yield Joiner(Facts(name, pool, sentences, judge))


def _is_told_already(row: Row, told: Mapping[str, Sequence[Row]], judge: Judge) -> bool:
    """Another field, to which this one `yields`, sets the same words of the same stories against each other."""
    rivals = told.get(judge.ruleset.words(row.field)["pairing"].get("yields", ""), ())
    return any(claim.story != row.claims[0].story for claim in row.claims) and any(
        all(any(_overlap(claim, other) for other in rival.claims) for claim in row.claims) for rival in rivals
    )


def _overlap(one: AnyClaim, other: AnyClaim) -> bool:
    return one.story == other.story and one.start < other.end and other.start < one.end
