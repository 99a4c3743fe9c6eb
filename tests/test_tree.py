"""The parse as plain records says what spaCy's tokens say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.parsed import Parsed

TEXT = (
    "Mine Blast Kills 24\n\nThe mayor, Ida Holm, said on Monday that 12,000 people could not leave İzmir's "
    'old town. "Who will pay for it?" she asked.  Nobody did.'
)


@pytest.fixture
def story(parsed: Callable[..., Parsed]) -> Parsed:
    return parsed(TEXT)


def test_every_word_is_what_it_is_to_spacy(story: Parsed) -> None:
    starts = {sentence[0].i for sentence in story.doc.sents}
    for token, node in zip(story.doc, story.tree, strict=True):
        assert (node.i, node.idx, node.end) == (token.i, token.idx, token.idx + len(token))
        assert (node.pos, node.tag, node.dep) == (token.pos_, token.tag_, token.dep_)
        assert (node.lower, node.lemma) == (token.lower_, token.lemma_.lower())
        assert (node.like_num, node.opens) == (token.like_num, token.i in starts)


def test_the_tree_is_the_same(story: Parsed) -> None:
    for token, node in zip(story.doc, story.tree, strict=True):
        assert node.head is story.tree[token.head.i]
        assert [child.i for child in node.children] == [child.i for child in token.children]
        assert [above.i for above in node.ancestors] == [above.i for above in token.ancestors]
        assert node.nodes[node.i] is node


def test_a_root_is_its_own_head_and_has_nothing_above_it(story: Parsed) -> None:
    roots = [node for node in story.tree if node.dep == "ROOT"]
    assert roots
    assert all(node.head is node and not list(node.ancestors) for node in roots)


def test_a_stretch_holds_the_words_at_its_characters(story: Parsed) -> None:
    start = story.text.index("Ida")
    stretch = story.stretch(start, start + len("Ida Holm"))
    assert stretch is not None
    assert [node.lower for node in stretch.nodes] == ["ida", "holm"]
    assert (stretch.start, stretch.end, stretch.root.lower) == (stretch.nodes[0].i, stretch.nodes[1].i + 1, "holm")


def test_a_stretch_ends_at_the_end_of_a_word(story: Parsed) -> None:
    start = story.text.index("2,000")
    stretch = story.stretch(start, start + 1)
    assert stretch is not None
    assert [node.lower for node in stretch.nodes] == ["12,000"]


def test_behind_the_text_there_is_no_word(story: Parsed) -> None:
    assert story.stretch(len(story.text) + 1, len(story.text) + 2) is None


def test_sentences_have_their_own_words(story: Parsed) -> None:
    words = [[node.i for node in story.nodes(sentence)] for sentence in story.sentences]
    assert words == [[token.i for token in sentence.span] for sentence in story.sentences]
