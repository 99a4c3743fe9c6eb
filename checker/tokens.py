"""The model's tokenizer, told which compounds are one word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import srsly
from spacy.tokenizer import Tokenizer
from spacy.util import registry

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "checker.whole_compounds"


class WholeCompounds(Tokenizer):  # type: ignore[misc] # compiled, without types
    """The model's own tokenizer; what matches `whole` is never cut.

    spaCy goes through a tokenizer's 1,300 exceptions when it is made, when it is filled from the disk, and again when
    `token_match` is set. Made empty, and filled with that already set, it goes through them once: 120 ms less.
    """

    whole: str

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> Tokenizer:
        """Fill it with the settings that the model was saved with."""
        settings = srsly.msgpack_loads(bytes_data)
        settings["token_match"] = self.whole
        return super().from_bytes(srsly.msgpack_dumps(settings), exclude=exclude)


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator] # compiled, without types
def whole_compounds(whole: str) -> Callable[[Language], Tokenizer]:
    """For a model's configuration: makes the tokenizer, which from_bytes fills."""

    def make(pipeline: Language) -> Tokenizer:
        tokenizer = WholeCompounds(pipeline.vocab)
        tokenizer.whole = whole
        return tokenizer

    return make
