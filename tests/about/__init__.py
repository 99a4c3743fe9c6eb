"""What a figure is about."""

from collections.abc import Callable

from checker.model import About

Ask = Callable[[str, str], About]
