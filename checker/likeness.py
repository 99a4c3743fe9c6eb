"""How alike sentences are: the cosine of their character 3- to 5-grams, weighted by rarity.

Of the measures tried on aligned news sentences this found the right partner most often, ahead of word vectors, a
sentence encoder and every fuzzy ratio.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SIZES = (3, 4, 5)
_BUCKETS = 1 << 13
_PRIME = 1_000_003


def likeness(sentences: Sequence[str]) -> NDArray[np.float32]:
    """The likeness of every two sentences, 0 to 1.

    Returns:
        A symmetric matrix. N-grams share 8,192 buckets: the few that collide do not matter at the length of a sentence.
    """
    import numpy as np

    counts = np.zeros((len(sentences), _BUCKETS), dtype=np.float32)
    for row, sentence in enumerate(sentences):
        codes = np.frombuffer(f" {sentence.lower()} ".encode(), dtype=np.uint8).astype(np.uint64)
        for size in _SIZES:
            if len(codes) >= size:
                grams = np.zeros(len(codes) - size + 1, dtype=np.uint64)
                for at in range(size):
                    grams = grams * np.uint64(_PRIME) + codes[at : len(codes) - size + 1 + at]
                grams ^= grams >> np.uint64(29)
                counts[row] += np.bincount((grams % np.uint64(_BUCKETS)).astype(np.intp), minlength=_BUCKETS)
    present = (counts > 0).sum(axis=0)
    weights = np.log((1 + len(sentences)) / (1 + present)) + 1
    vectors = np.sqrt(counts) * weights
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(lengths == 0, 1, lengths)
    product: NDArray[np.float32] = vectors @ vectors.T
    return product
