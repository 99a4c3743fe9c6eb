"""All that is known of a figure, together."""

from __future__ import annotations

from tests.about import Ask


def test_a_conversion_is_about_what_it_converts(ask: Ask) -> None:
    text = "The town lies 1,000 km (621 miles) north of Lima."
    assert ask(text, "621 miles") == ask(text, "1,000 km")


def test_a_crew_of_so_many_is_counted(ask: Ask) -> None:
    one, other = ask("The ferry had a crew of 16.", "16"), ask("The ferry carried 14 crew.", "14")
    assert one.noun == other.noun
