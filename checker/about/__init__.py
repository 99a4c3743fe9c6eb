"""What a figure is about: the thing measured, whose it is, where, of which event, and how sure.

The words around a figure are weighed by their distance in the grammar of the sentence; `rules/about.toml` says which
words speak of which thing. What is in no list is called by the lemma of the counted noun.

    lists -> reading -> scope, owner, source -> concept -> thing -> event, status -> surroundings

Each module answers one question, and asks only those before it.
"""

from checker.about.lists import Lists
from checker.about.surroundings import Surroundings

__all__ = ["Lists", "Surroundings"]
