"""What can go wrong with the input, one class per kind.

CheckerError                the root: one clear line for the reader, exit code 2
├── StoryError              a story that cannot be read: missing, empty, binary, too large, malformed
├── RuleError               a rule file that cannot be used: file, line where TOML gives it, key
├── BaselineError           a baseline that cannot be used: file, key
├── GlossaryError           a termbase that cannot be used: file, line
├── SuppressionError        a file of suppressions that cannot be used: file, key
├── ConfigError             a configuration that cannot be used: file, key
├── ModelError              no language model, or not the one that was asked for
├── ExtraError              something whose optional package is not installed
├── ArchiveError            a file that is no archive, is damaged, or is in use
├── WorkError               work that its workers cannot do: they die, or their cluster cannot be reached
└── UsageError              stories or options that do not go together
"""

from __future__ import annotations


class CheckerError(Exception):
    """The input cannot be used; the message names the file and what is wrong with it."""


class StoryError(CheckerError):
    """A story cannot be read."""


class RuleError(CheckerError):
    """A rule file cannot be used."""


class BaselineError(CheckerError):
    """A baseline cannot be used."""


class GlossaryError(CheckerError):
    """A termbase cannot be used."""


class SuppressionError(CheckerError):
    """A file of suppressions cannot be used."""


class ConfigError(CheckerError):
    """A configuration cannot be used."""


class ModelError(CheckerError):
    """The language model is missing."""


class ExtraError(CheckerError):
    """An optional package is missing; the message says which extra to install."""


class ArchiveError(CheckerError):
    """An archive cannot be used."""


class WorkError(CheckerError):
    """Work was given to others, and they cannot do it."""


class UsageError(CheckerError):
    """Stories or options do not go together."""
