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
        A symmetric matrix, to four places. N-grams share 8,192 buckets: the few that collide do not matter at the
        length of a sentence.
    """
    import numpy as np

    row, bucket, counts = _counts(sentences)
    present = np.bincount(bucket, minlength=_BUCKETS)
    weights = np.log((1 + len(sentences)) / (1 + present)) + 1
    vectors = np.zeros((len(sentences), _BUCKETS), dtype=np.float32)
    vectors[row, bucket] = np.sqrt(counts, dtype=np.float32) * weights.astype(np.float32)[bucket]
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    product: NDArray[np.float32] = vectors @ vectors.T
    lengths[lengths == 0] = 1
    # The last bits depend on the order of the sentences, and would decide between two that are equally alike.
    return np.round(product / np.outer(lengths, lengths), 4)


def _counts(sentences: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """The sentences and the buckets of their n-grams, and how often; all sentences are gone through at once."""
    import numpy as np

    encoded = [f" {sentence.lower()} ".encode() for sentence in sentences]
    codes = np.frombuffer(b"".join(encoded), dtype=np.uint8).astype(np.uint64)
    row = np.repeat(np.arange(len(encoded)), [len(one) for one in encoded])
    places = []
    grams = np.zeros_like(codes)
    for size in range(1, _SIZES[-1] + 1):
        grams = grams[: len(codes) - size + 1] * np.uint64(_PRIME) + codes[size - 1 :]
        if size in _SIZES:
            mixed = (grams ^ (grams >> np.uint64(29))) % np.uint64(_BUCKETS)
            whole = row[: len(grams)] == row[size - 1 :]
            places.append((row[: len(grams)] * _BUCKETS + mixed.astype(np.int64))[whole])
    found, counts = np.unique(np.concatenate(places), return_counts=True)
    return found // _BUCKETS, found % _BUCKETS, counts
