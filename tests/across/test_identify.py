"""In which language a text is."""

from __future__ import annotations

import pytest

from checker.across.identify import identify
from checker.rules import Ruleset
from tests.across.samples import SAMPLES


@pytest.mark.parametrize("language", sorted({sample[0] for sample in SAMPLES}))
def test_languages(ruleset: Ruleset, language: str) -> None:
    text = " ".join(sample[1] for sample in SAMPLES if sample[0] == language)
    assert identify(text, ruleset.words("across")) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1250",
        "Zarvan Delacroix",
        "cannot open file %s: %s",
        "Raw lamp type is invalid",
        "Ο υπουργός επισκέφθηκε την κοιλάδα.",
    ],
)
def test_none_that_has_tables(ruleset: Ruleset, text: str) -> None:
    assert identify(text, ruleset.words("across")) == ""
