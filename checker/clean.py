"""What on a page is not the story: found, named, and left in place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile
from statistics import median
from typing import Any

from checker.model import Aside, Story
from checker.paragraphs import is_aside
from checker.stamps import Stamp, blocks, read_stamp

_END = re.compile(r"[.!?。！？؟।][\"'”’»)\]\s]{0,4}$")
_DOTS = re.compile(r"(?:\.\.\.|…|\[\u2026\]|\[\.\.\.\]|\[\+\d{1,6} chars\])[\"'”’\s]{0,3}$")
_TITLES = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Jr|Sr|No|vs|Inc|Co|Corp|Ltd)\.$")
_SENTENCE = re.compile(r"[.!?。！？][\"'”’)]{0,2}\s+(?=[\"'“‘(]?[A-Z0-9À-Þ])")
_KICKER = re.compile(r"[\"'“‘]?[A-Z0-9][A-Z0-9À-Þ &'’‘“”\"?!.,/\-]{2,60}:\s")
_NAME = re.compile(r"(?<=[a-z,;”’)] )[A-ZÀ-Þ][\w’'-]{2,}")
_COUNTER = re.compile(
    r"\(?\d[\d,.]{0,8}[km]?\)?\s?(?:shares?|likes?|views?|replies|retweets?|min(?:ute)?s?(?: read)?)\)?"
    r"|(?:page )?\d{1,3} (?:of|/) \d{1,3}|posted \d{1,3} \w{3,9}(?:, \d{1,3} \w{3,6})? ago.{0,60}|\d{1,2} \w{3,6} ago"
    r"|https?://\S{3,300}|www\.\S{3,300}|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,30}|@\w{2,30}"
)
_NAVIGATION = re.compile(r"[^|•·›»]{1,24}(?: ?[|•·›»] ?[^|•·›».]{1,24}){2,30}")
_COMMENT_COUNT = re.compile(r"\(?\d[\d,]{0,6}\)? comments?|comments? \(\d[\d,]{0,6}\)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PLAIN = re.compile(r"[\W_]+")
_SITE = re.compile(r"\s[|–—-]\s[^|–—-]{2,40}$")
_REPEATED = "repeated headline"
_SPACE = re.compile(r"\s+")
_NOUN = re.compile(r"([a-z ]{2,24}?) ?(?:[:/|]|\bby\b) ?\S")
_FILE = re.compile(r"FILE(?: PHOTO)? ?[-–—:] ")
_CAPTION_SENTENCES = 3
_SHORT_CREDIT = 5
_BYLINE, _CREDIT, _CAPTION, _RELATED, _COMMENTS = "byline", "photo credit", "caption", "related stories", "comments"
_TEASER = "teaser of another story"


@dataclass(slots=True)
class _Block:
    """A paragraph while it is being judged: its span, its text, its date line, and why it is set aside."""

    start: int
    end: int
    text: str
    stamp: Stamp | None
    reason: str = ""

    @property
    def whole(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_END.search(self.text)) and not _DOTS.search(self.text)


def clean(story: Story, words: Mapping[str, Any], dates: Mapping[str, Any]) -> Story:
    """The story with what is not part of it set aside, each stretch with its reason.

    Whole paragraphs only, except for a date line that stands on a line of its own inside one. A story's own words are
    never set aside knowingly: a doubtful paragraph stays, and where nothing would be left nothing is taken.

    Args:
        story: as read.
        words: the tables of `rules/clean.toml`.
        dates: the tables of `rules/dateline.toml`.
    """
    page = [
        _Block(start, end, text, read_stamp(text, dates))
        for start, end in blocks(story.text, dates)
        if (text := story.text[start:end]) and not is_aside(story, start, end)
    ]
    body = next((place for place, block in enumerate(page) if _is_body(block, words)), len(page))
    for place, block in enumerate(page):
        head = place < body
        block.reason = _line(block, words, head=head) or _stamp(block, head=head)
        if head and not block.reason:
            block.reason = _label(block.text, words["sections"])
    _late_stamp(page, words, dates["limits"])
    _repeated(page, body, words["head"]["headline"])
    _related(page, body, words)
    _comments(page, words["comments"]["above"])
    _teasers(page, words["teasers"])
    _cross_heads(page, words["cross_heads"])
    aside = tuple(Aside(block.start, block.end, block.reason) for block in page if block.reason)
    left = any(map(str.isalnum, "".join(block.text for block in page if not block.reason)))
    return replace(story, set_aside=_merged(story.set_aside, aside)) if left else story


def _merged(known: Sequence[Aside], found: Sequence[Aside]) -> tuple[Aside, ...]:
    """All of them in order; of what the reader of the file set aside inside a paragraph the paragraph says it all."""
    starts = [aside.start for aside in found]
    outer = []
    for aside in known:
        place = bisect_right(starts, aside.start) - 1
        if place < 0 or aside.end > found[place].end:
            outer.append(aside)
    return tuple(sorted((*outer, *found), key=lambda aside: aside.start))


def _is_body(block: _Block, words: Mapping[str, Any]) -> bool:
    return block.whole and len(block.text) >= words["cross_heads"]["body"]


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).casefold().strip(" .:!?…»›>-–—|•*→")


# --- one paragraph by itself ---


def _line(block: _Block, words: Mapping[str, Any], *, head: bool) -> str:
    """Why a paragraph is no part of a story, by its own words; empty where nothing speaks against it."""
    plain = _plain(block.text)
    named = next((str(kind) for kind, texts in words["lines"].items() if plain in _set(tuple(texts))), "")
    if _COMMENT_COUNT.fullmatch(plain):
        return _COMMENTS
    if named or not plain or _COUNTER.fullmatch(plain) or _NAVIGATION.fullmatch(block.text):
        return named or "page furniture"
    count = len(plain.split())
    return (
        _opened(block, plain, count, words, head=head)
        or _rights(plain, count, words["copyright"])
        or _credit(block, plain, count, words["credits"], head=head)
    )


def _opened(block: _Block, plain: str, count: int, words: Mapping[str, Any], *, head: bool) -> str:
    for reason, openings in words["openings"].items():
        if not plain.startswith(tuple(openings)) or count > words["openings_longest"][reason]:
            continue
        if reason not in (_BYLINE, _RELATED):
            return str(reason)
        # `Source: ...` and `Watch: ...` may open a sentence of the story, or its headline.
        if not head and (not block.whole or plain.startswith(tuple(words["openings_whole"].get(reason, ["\n"])))):
            return str(reason)
    return ""


def _rights(plain: str, count: int, words: Mapping[str, Any]) -> str:
    if count > words["longest"]:
        return ""
    reserved = any(phrase in plain for phrase in words["phrases"])
    marked = plain.startswith(tuple(words["marks"])) and _YEAR.search(plain)
    return "copyright line" if marked or reserved else ""


def _credit(block: _Block, plain: str, count: int, words: Mapping[str, Any], *, head: bool) -> str:
    """`Photo: AP`; or a caption, known by the credit at its end."""
    credit = _NOUN.match(plain)
    noun = credit[1] if credit and count <= words["longest"] else ""
    if noun in words["nouns"] and not (head and noun in words["heading_nouns"]) and not _is_sentence(block, count):
        return _CREDIT
    alone, ending = _source_patterns(tuple(words["sources"]))
    if alone.fullmatch(block.text):
        return _CREDIT
    found = ending.search(block.text) if block.text[-1] not in ".!?" or block.text[-2:] in (").", "].") else None
    few = len(_SENTENCE.findall(block.text)) <= _CAPTION_SENTENCES
    return _CAPTION if (found and few) or _FILE.match(block.text) else ""


def _is_sentence(block: _Block, count: int) -> bool:
    return block.whole and count > _SHORT_CREDIT


@lru_cache(maxsize=8)
def _source_patterns(sources: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A credit that stands alone, and one at the end of a caption."""
    source = "|".join(re.escape(word) for word in sorted(sources, key=lambda word: (-len(word), word)))
    name = r"[A-ZÀ-Þ][\w.'’-]{1,20}(?:[ ][A-ZÀ-Þ][\w.'’-]{0,20}){0,4}"
    pair = rf"(?:{name} ?[/|] ?(?:{source})|(?:{source}) ?(?:[/|,]|via) ?{name})"
    within = rf"(?:{source})[^()]{{0,60}}|{pair}|(?i:photo(?: by|:))[^()]{{2,80}}"
    return (
        re.compile(rf"\(?{pair}\)?"),
        re.compile(rf"(?:\((?:{within})\)\.?|[.!?\"”|–—-] ?{pair})$"),
    )


@lru_cache(maxsize=64)
def _set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _stamp(block: _Block, *, head: bool) -> str:
    """A date line or byline; below the head a bare date may be the heading of a day in a chronicle."""
    stamp = block.stamp
    if stamp is None or (not head and stamp.kind != _BYLINE and not any(day.label for day in stamp.days)):
        return ""
    return stamp.kind


def _late_stamp(page: Sequence[_Block], words: Mapping[str, Any], limits: Mapping[str, int]) -> None:
    """A bare date below the standfirst, where it is the only one."""
    bodies = [place for place, block in enumerate(page) if _is_body(block, words)]
    story = bodies[limits["standfirst"] - 1] if len(bodies) >= limits["standfirst"] else len(page)
    bare = [(place, block.stamp.kind) for place, block in enumerate(page) if block.stamp and block.stamp.days]
    if len(bare) == 1 and bare[0][0] < min(story, limits["head"]):
        page[bare[0][0]].reason = page[bare[0][0]].reason or bare[0][1]


def _label(text: str, words: Mapping[str, Any]) -> str:
    """The name of a section above the story."""
    parts = re.sub(r"([>/|»])", r" \1 ", text.casefold()).split()
    known = _set(tuple(words["words"]))
    return (
        "section label" if len(parts) <= words["longest"] and all(part.strip(".,:") in known for part in parts) else ""
    )


# --- paragraphs among others ---


def _repeated(page: Sequence[_Block], body: int, longest: int) -> None:
    """The headline where it is printed again."""
    above = (block for block in page[:body] if not block.reason and not block.whole and len(block.text) <= longest)
    headline = next(above, None)
    if headline is None:
        return
    for block in page[page.index(headline) + 1 :]:
        if block.reason or len(block.text) > longest:
            continue
        if _letters(block.text) in (_letters(headline.text), _letters(_without_site(headline.text))):
            # The copy that names the site is the page's title, not the story's.
            extra = headline if len(headline.text) > len(block.text) + 2 and not headline.reason else block
            extra.reason = _REPEATED
        elif _letters(_without_site(block.text)) == _letters(headline.text):
            block.reason = _REPEATED


def _letters(text: str) -> str:
    return _PLAIN.sub("", text.casefold())


def _without_site(title: str) -> str:
    """A headline without the name of the site behind it."""
    return _SITE.sub("", title)


def _related(page: Sequence[_Block], body: int, words: Mapping[str, Any]) -> None:
    """What follows `You May Also Like`: beginnings and headlines, up to where the story goes on."""
    longest = words["head"]["headline"]
    for place, block in enumerate(page):
        if block.reason != _RELATED:
            continue
        after = [follower for follower in page[place + 1 :] if not follower.reason]
        cut = [follower for follower in after if not follower.whole]
        if place > body and after and len(cut) >= words["related"]["cut"] * len(after) and not after[-1].whole:
            run = after
        else:
            run = list(takewhile(lambda follower: not follower.whole, after))
            # Above the story a list of links ends in its own headline, which stays.
            run = [
                follower
                for follower in run
                if _DOTS.search(follower.text) or (place > body and len(follower.text) <= longest)
            ]
        for follower in run:
            follower.reason = _TEASER


def _comments(page: Sequence[_Block], above: float) -> None:
    """What readers wrote, below the heading `Comments`, where most of the text stands above it."""
    total = sum(len(block.text) for block in page)
    passed = 0
    for place, block in enumerate(page):
        below = block.reason == _COMMENTS and passed >= above * total
        if below and any(other.whole and not other.reason for other in page[:place]):
            for follower in page[place + 1 :]:
                follower.reason = follower.reason or _COMMENTS
            return
        passed += len(block.text)


def _teasers(page: Sequence[_Block], words: Mapping[str, Any]) -> None:
    """The beginnings of other stories at the end of the text."""
    own = [block for block in page if not block.reason]
    start = _run_start(own, words)
    run, story = own[start:], own[:start]
    if run and any(block.whole for block in story):
        for block in run:
            block.reason = _TEASER


def _run_start(own: Sequence[_Block], words: Mapping[str, Any]) -> int:
    """Where the run of teasers at the end begins; the length of `own` when there is none."""
    summaries = len(own)
    while summaries and _DOTS.search(own[summaries - 1].text) and len(own[summaries - 1].text) >= words["summary"]:
        summaries -= 1
    if len(own) - summaries >= words["summaries"]:
        return summaries
    broken = [place for place, block in enumerate(own) if _is_broken(block, words)]
    if not broken:
        return len(own)
    typical = median(len(own[place].text) for place in broken)
    start = len(own)
    while start and _belongs(start - 1, own, broken, typical, words):
        start -= 1
    inside = [place for place in broken if place >= start]
    if len(inside) >= 2 or any(_has_kicker(own[place].text, words) for place in inside):  # noqa: PLR2004 - a run
        return _extended(start, own, inside, typical, words)
    return start if inside and _is_foreign(own, start, words) else len(own)


def _belongs(
    place: int, own: Sequence[_Block], broken: Sequence[int], typical: float, words: Mapping[str, Any]
) -> bool:
    """Whether a paragraph is one of the run: broken off, or as long as those, with a kicker or another before it."""
    text = own[place].text
    if place in broken:
        return True
    if not words["length_from"] * typical <= len(text) <= words["length_to"] * typical:
        return False
    return _has_kicker(text, words) or (place - 1 in broken and len(_SENTENCE.findall(text)) >= words["sentences"] - 1)


def _extended(
    start: int, own: Sequence[_Block], inside: Sequence[int], typical: float, words: Mapping[str, Any]
) -> int:
    """The run with the whole teaser before it: far longer than the story's paragraphs, about other names."""
    if start < 2 or len(inside) < 2:  # noqa: PLR2004 - a story and a run
        return start
    text = own[start - 1].text
    usual = max(len(block.text) for block in own[: start - 1])
    like = words["length_from"] * typical <= len(text) <= words["length_to"] * typical
    foreign = _shared_names(text, own[: start - 1]) <= words["alone_names"]
    return start - 1 if like and foreign and len(text) >= words["full_times"] * usual else start


def _is_foreign(own: Sequence[_Block], start: int, words: Mapping[str, Any]) -> bool:
    if not start:
        return False
    usual = median(len(block.text) for block in own[:start])
    text = own[start].text
    return bool(len(text) >= words["alone_times"] * usual and _shared_names(text, own[:start]) <= words["alone_names"])


def _shared_names(text: str, story: Sequence[_Block]) -> float:
    """The part of a paragraph's names that the story has too; 1 when it has none."""
    names = _NAME.findall(text)
    known = set(re.findall(r"[A-ZÀ-Þ][\w’'-]{2,}", " ".join(block.text for block in story)))
    return sum(name in known for name in names) / len(names) if names else 1.0


def _is_broken(block: _Block, words: Mapping[str, Any]) -> bool:
    cut = not _END.search(block.text) or bool(_DOTS.search(block.text)) or bool(_TITLES.search(block.text))
    return cut and len(block.text) >= words["shortest"] and len(_SENTENCE.findall(block.text)) >= words["sentences"] - 1


def _has_kicker(text: str, words: Mapping[str, Any]) -> bool:
    match = _KICKER.match(text)
    return match is not None and sum(map(str.isalpha, match.group())) >= words["kicker_letters"]


def _cross_heads(page: Sequence[_Block], words: Mapping[str, Any]) -> None:
    """Short headings between paragraphs of the story."""
    own = [block for block in page if not block.reason]
    for before, block, after in zip(own, own[1:], own[2:], strict=False):
        beside = (before, after)
        if all(other.whole and len(other.text) >= words["body"] for other in beside) and _is_cross_head(
            block.text, words
        ):
            block.reason = "cross-head"


def _is_cross_head(text: str, words: Mapping[str, Any]) -> bool:
    parts = text.strip("\"'“”‘’` ").split()
    if not parts or len(parts) > words["words"] or len(text) > words["characters"] or not parts[0][0].isupper():
        return False
    quoted = text[0] in "\"'“‘`" and text[-1] in "\"'”’"
    verb = any(part.casefold() in words["verbs"] for part in parts) or parts[-1].endswith(tuple(words["endings"]))
    return (
        text.rstrip("\"'“”‘’` ")[-1:] not in tuple(".!?,;:…")
        and not any(map(str.isdigit, text))
        and (quoted or not verb)
    )
