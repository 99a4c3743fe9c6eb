"""What stands in a message and is filled in or read by a program: directives, placeholders, tags, addresses."""

from __future__ import annotations

import re
from functools import lru_cache

# A directive of printf, in the notation of C, Python and GNU gettext. A share is none: 50% des, %20'si.
_DIRECTIVE = r"""
    (?<![\d%])%
    (?:
        (?:\d{1,2}\$|\([A-Za-z_]\w{0,40}\))?            # which argument
        [-+\#0']{0,3}(?:0?\d{1,4}(?=\.|[hlLqjzt]{0,2}[A-Za-z](?![A-Za-z\u00c0-\u024f])))?
        (?:\.(?:\d{1,4}|\*)?|\*(?:\.\*)?)?[hlLqjzt]{0,2}[A-Za-z]
    )
"""
_BRACED = r"\$?\{[^{}\s]{0,60}\}|\$\([^()\s]{1,60}\)|\$[A-Za-z_]{3,40}(?!\w)"
_TAG = r"</?[^<>\s\d][^<>\s]{0,60}>|<[A-Za-z][^<>\n]{0,80}=[^<>\n]{0,200}>|&\#?\w{1,9};"
ADDRESS = (
    r"(?i:https?://|www\.)[^\s<>\"'）)」\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af]{3,300}"
    r"|[\w.+-]{1,60}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){1,4}"
)
# What only texts about programs hold besides: options, calls, paths, names with an underscore, keys to press.
_MESSAGE = re.compile(
    rf"""{_DIRECTIVE}|{_BRACED}
    |(?<![\w-])--[a-z][\w-]*(?=[\s=,;.:)'"`\]]|\Z)|(?<![\w-])-[A-Za-z](?![\w-])
    |\w\(\d?\)|(?<![\w/])[~.]{{0,2}}/\w[\w.-]*/\w|[a-z]_[a-z]|[A-Z]_[A-Z]|(?<!\w)_[A-Z][a-z]|(?<![\w&\s])&[A-Z]|\A&[A-Z]|\\[a-z]\b
    |\b(?:Ctrl\b|(?:Alt|Shift)\+)""",
    re.VERBOSE,
)
# A page of the manual, the mark of a footnote, a word with its letters counted, a placeholder that is counted:
# top(1), [3], I18n, FILE2.
_COUNTED = (
    r"(?<=\w)\(\d\)|\[\d{1,3}\]|(?<!\w)[A-Za-z]\d{1,2}[a-z](?!\w)"
    r"|\b[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f]{3,20}\d(?!\w)"
)
_CODE = re.compile(f"{ADDRESS}|{_DIRECTIVE}|{_BRACED}|{_TAG}|{_COUNTED}", re.VERBOSE)


@lru_cache(maxsize=512)
def spoken(text: str) -> str:
    """A text of the same length in which what only a program reads is blank.

    Args:
        text: as read; where it holds no code it comes back as it is.
    """
    return _CODE.sub(lambda match: " " * len(match.group()), text)


def is_message(text: str) -> bool:
    """Whether the text is one of a program, or tells how to use it: it holds what no other text does."""
    return _MESSAGE.search(text) is not None
