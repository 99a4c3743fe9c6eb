"""Whether what a verb says was done, will be, may be, was left undone, or is not told at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.acts.arguments import SUBJECTS, own_subject

if TYPE_CHECKING:
    from checker.parsed import Parsed
    from checker.tree import Node

ACTUAL, REFUSED, PLAN, POSSIBLE, OPEN, QUOTED = "actual", "refused", "plan", "possible", "open", "quoted"
# Characters at the end of a sentence among which its mark is.
_LAST = 3
_ORDER = (ACTUAL, REFUSED, PLAN, POSSIBLE, OPEN, QUOTED)


@dataclass(frozen=True, slots=True)
class Mood:
    """How an act is told.

    Attributes:
        status: the class that fits least firmly of all that stands over the verb; what is refused is neither done nor
            meant to be.
        denier: the word that denies it, None when nothing does.
        speaker: the subject of the verb of saying, None when the outlet says it itself.
    """

    status: str
    denier: Node | None = None
    speaker: Node | None = None

    def under(self, other: str) -> Mood:
        """The same, but no firmer than this."""
        return Mood(max(self.status, other, key=_ORDER.index), self.denier, self.speaker)


class Moods:
    """Reads the mood of verbs.

    Args:
        parsed: the story.
        words: the tables of `rules/predicate.toml`.
    """

    def __init__(self, parsed: Parsed, words: Mapping[str, Any]) -> None:
        verbs, moods, denial = words["verbs"], words["moods"], words["denial"]
        self._say, self._heard, self._plan, self._done, self._undone, self._unwilling, self._told = (
            frozenset(verbs[name]) for name in ("say", "known", "plan", "done", "undone", "unwilling", "told")
        )
        self._moods = {name: frozenset(listed) for name, listed in moods.items()}
        self._negators, self._nobody = frozenset(denial["words"]), frozenset(denial["nobody"])
        self._idioms = tuple(denial["idioms"])
        self._nouns = frozenset(words["nouns"]["plan"])
        self._forced = frozenset(verbs["forced"])
        self._text, self._doc, self._tree = parsed.text, parsed.doc, parsed.tree
        self._quoted = _quoted(parsed.text)
        self._known: dict[int, Mood] = {}

    def governs(self, token: Node) -> bool:
        """Whether the verb says only of another that it is not done."""
        is_over = any(one.dep == "xcomp" for one in token.children)
        return is_over and token.lemma in self._undone | self._unwilling

    def of(self, token: Node) -> Mood:
        """How the act of a verb, or of what a copula says of its subject, is told."""
        if token.i not in self._known:
            self._known[token.i] = Mood(OPEN)  # A circle in the parse tells nothing.
            mood = self._own(token)
            self._known[token.i] = mood.under(QUOTED) if self._is_quoted(token) else mood
        return self._known[token.i]

    def _own(self, token: Node) -> Mood:
        denier = self._denier(token)
        mood = self._over(token)
        status, is_able = self._modal(token, is_said=mood.speaker is not None)
        if is_able and denier is not None:
            status = ACTUAL
        either = denier is None and "or" in _joints(token) and any(one.dep == "conj" for one in token.children)
        if (denier is not None and mood.denier is not None) or either:
            return Mood(OPEN, None, mood.speaker)
        return Mood(mood.status, denier or mood.denier, mood.speaker).under(status)

    def _modal(self, token: Node, *, is_said: bool) -> tuple[str, bool]:
        """The class of the verb's own auxiliary, adverbs and conjunction, and whether it tells what one can do."""
        status, is_able = ACTUAL, False
        for child in token.children:
            word = child.lower
            if child.dep == "aux":
                is_able = is_able or word in self._moods["able"]
                status = self._auxiliary(word, status, is_said=is_said)
            elif child.dep == "advmod" and word in self._moods["hedges"]:
                status = OPEN
            elif child.dep in ("mark", "advmod") and self._is_condition(word, token):
                return OPEN, False
        return status, is_able

    def _is_condition(self, word: str, token: Node) -> bool:
        """If, whether; when, unless what followed is told as past."""
        forms = {token.tag, *(one.tag for one in token.children if one.dep in ("aux", "auxpass"))}
        return word in self._moods["conditions"] or (word in self._moods["timed"] and "VBD" not in forms)

    def _auxiliary(self, word: str, status: str, *, is_said: bool) -> str:
        if word in self._moods["planned"] or (word in self._moods["reported"] and is_said):
            return PLAN
        if word in self._moods["possible"]:
            return POSSIBLE
        return OPEN if word in self._moods["open"] or word in self._moods["reported"] else status

    def _denier(self, token: Node) -> Node | None:
        """The word that denies it: not, no longer; or the `no` of its subject or object."""
        for child in token.children:
            if child.lower in self._negators and self._denies(child):
                return child
        arguments = (own_subject(token), *(one for one in token.children if one.dep in ("dobj", "attr")))
        for one in arguments:
            inner = self._none(one) if one is not None else None
            if inner is not None and self._denies(inner):
                return inner
        return None

    def _none(self, noun: Node) -> Node | None:
        """The word by which a noun is none: nobody, no warning."""
        if noun.lower in self._nobody:
            return noun
        first = self._tree[self._doc[noun.i].left_edge.i]
        return first if first.lower == "no" and first.dep == "det" else None

    def _denies(self, word: Node) -> bool:
        around = self._text[max(0, word.idx - 12) : word.idx + 24].lower()
        return not any(idiom in around for idiom in self._idioms)

    def _over(self, token: Node) -> Mood:
        """What the clause that holds this one makes of it."""
        head, kind = token.head, token.dep
        if kind == "ROOT":
            return Mood(OPEN if self._is_asked(token) else ACTUAL)
        if kind in ("ccomp", "parataxis") and self._stands_alone(token):
            return Mood(ACTUAL)
        if kind == "advcl":
            is_purpose = any(one.dep == "aux" and one.lower == "to" for one in token.children)
            return Mood(OPEN if is_purpose else ACTUAL)
        if kind == "pcomp":
            return Mood(ACTUAL if head.lower in self._told else OPEN)
        above = self.of(head) if head.pos in ("VERB", "AUX") else self._of_noun(token)
        return self._under(token, above)

    def _under(self, token: Node, above: Mood) -> Mood:
        """What the verb or noun over a clause makes of it, which is told as `above`."""
        kind = token.dep
        if kind == "ccomp" and token.tag == "VBN" and token.head.lemma in self._forced:
            return above  # Had its licence revoked.
        if kind in ("ccomp", "parataxis"):
            return self._said(token.head, above)
        if kind == "xcomp":
            return self._meant(token.head, above)
        if kind == "conj":
            return self._beside(token, above)
        return above if kind in ("acomp", "attr", "oprd", "relcl", "acl") else Mood(OPEN)

    def _of_noun(self, token: Node) -> Mood:
        """A clause that hangs on a noun: one that tells of it, or a plan to do something."""
        if token.dep == "relcl" or token.tag in ("VBN", "VBG"):
            return Mood(ACTUAL)
        return Mood(PLAN if token.head.lemma in self._nouns else OPEN)

    def _beside(self, token: Node, above: Mood) -> Mood:
        """The second of two verbs: it is told as the first is, and denied with it after `or`."""
        joined = _joints(token.head)
        has_own = any(one.dep in SUBJECTS for one in token.children)
        over = self._over(token.head) if token.head.dep != "ROOT" else Mood(ACTUAL)
        mood = above if not has_own and token.tag == "VB" else over
        denier = above.denier if joined & {"or", "nor"} else over.denier
        if "or" in joined and denier is None:
            return Mood(OPEN)
        return Mood(mood.status, denier, mood.speaker)

    def _said(self, head: Node, above: Mood) -> Mood:
        """What somebody says: told as firmly as the saying is, unless that is denied."""
        if head.lemma not in self._say | self._heard or above.denier is not None:
            return Mood(OPEN)
        speaker = _speaker(head) if head.lemma in self._say else None
        return Mood(above.status, None, speaker if speaker is not None else above.speaker)

    def _meant(self, head: Node, above: Mood) -> Mood:
        """What somebody plans, begins, fails or refuses to do."""
        word = head.lemma
        if head.pos == "AUX":
            word = next((one.lemma for one in head.children if one.dep in ("acomp", "attr")), word)
        if word in self._undone | self._unwilling:
            if above.denier is not None:
                return Mood(OPEN, None, above.speaker)
            return Mood(above.status, head, above.speaker).under(REFUSED if word in self._unwilling else ACTUAL)
        if word in self._done or (word in self._forced and head.tag == "VBD"):
            return above
        # What had been planned may have come to nothing.
        was_meant = any(one.dep == "aux" and one.lower == "had" for one in head.children)
        return above.under(PLAN) if word in self._plan and not was_meant else Mood(OPEN, None, above.speaker)

    def _is_asked(self, token: Node) -> bool:
        """The sentence ends in a question mark, or with a quotation that does."""
        sentence = self._doc[token.i].sent
        return "?" in self._text[max(sentence.start_char, sentence.end_char - _LAST) : sentence.end_char]

    def _stands_alone(self, token: Node) -> bool:
        """Whether the parser hung a sentence on the next one: fell 2 percent; its rival gained."""
        return any(one.lower == ";" for one in self._tree[token.i : token.head.i])

    def _is_quoted(self, token: Node) -> bool:
        return any(start < token.idx < end for start, end in self._quoted)


def _joints(token: Node) -> frozenset[str]:
    """The words that join others to this one."""
    return frozenset(one.lower for one in token.children if one.dep == "cc")


def _speaker(verb: Node) -> Node | None:
    """The subject of a verb of saying, or of the verb before it: plans to stay and said it would."""
    while not any(one.dep == "nsubj" for one in verb.children) and verb.dep == "conj":
        verb = verb.head
    return next((one for one in verb.children if one.dep == "nsubj"), None)


def _quoted(text: str) -> list[tuple[int, int]]:
    """What stands in double quotation marks, paragraph by paragraph; a mark without its fellow quotes the rest."""
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n\n"):
        marks = [start + at for at, sign in enumerate(paragraph) if sign in '"\u201c\u201d']
        marks += [start + len(paragraph)] * (len(marks) % 2)
        found.extend(zip(marks[::2], marks[1::2], strict=True))
        start += len(paragraph) + 2
    return found
