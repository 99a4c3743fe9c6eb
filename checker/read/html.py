"""Web pages, with trafilatura (the extra `html`)."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.errors import ExtraError, StoryError
from checker.model import Origin, Story
from checker.read.search import found_again

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FIRST = re.compile(r"<(?:!doctype\s{1,9}html|html|head|body|meta|article|main|section|div|h1|p)\b", re.IGNORECASE)
_BEFORE = (("<?xml", "?>"), ("<!--", "-->"))
_DAY = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?![A-Za-z])")
_NOT_SPACE = re.compile(r"\S")
# What a page that states no language is taken for, as a plain text is.
_UNSTATED = "en"
_SPACE = re.compile(r"\s+")


def is_page(text: str) -> bool:
    """Whether a text is a web page, by the element that it begins with."""
    at = _after_space(text, 0)
    while found := next((end for start, end in _BEFORE if text.startswith(start, at)), None):
        close = text.find(found, at)
        if close < 0:
            return False
        at = _after_space(text, close + len(found))
    return bool(_FIRST.match(text, at))


def _after_space(text: str, at: int) -> int:
    match = _NOT_SPACE.search(text, at)
    return match.start() if match else len(text)


def story(name: str, text: str, words: Mapping[str, Any]) -> Story:
    """The story of a page: title, a blank line, and its paragraphs with blank lines between them.

    Title, date and language are what the page states of itself. Nothing is fetched, no entity of the page's own is
    resolved.

    Args:
        name: how the report calls it.
        text: the page.
        words: the tables of `rules/read.toml`.

    Raises:
        ExtraError: trafilatura is not installed.
        StoryError: the page holds no story.
    """
    page = _parsed(text)
    body = None if page is None else _body(page)
    if page is None or not body:
        raise StoryError("no story in this page")
    title = _title(page, words["page"])
    paragraphs = [line for line in (_SPACE.sub(" ", line).strip() for line in body.splitlines()) if line]
    if title and _plain(paragraphs[0]) == _plain(title):
        del paragraphs[0]
    written = "\n\n".join([title, *paragraphs] if title else paragraphs)
    return Story(
        name=name,
        text=written,
        title=title,
        published=_published(page, words["page"]["published"]),
        language=_language(page),
        origin=Origin("", found_again(text, written)),
    )


def _parsed(text: str) -> HtmlElement | None:
    try:
        from lxml import etree
        from lxml.html import HTMLParser, document_fromstring
    except ImportError as error:
        raise _missing() from error
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:
        return None


def _missing() -> ExtraError:
    return ExtraError('web pages need a package that is not installed: pip install "story-checker[html]"')


def _body(page: HtmlElement) -> str | None:
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise _missing() from error
    # What it cannot make out is told in the error below, not on the terminal.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(page, include_comments=False, include_tables=False, with_metadata=False)
    except RecursionError:
        return None
    text = getattr(document, "text", None)
    return text if isinstance(text, str) and text.strip() else None


def _title(page: HtmlElement, words: Mapping[str, Any]) -> str | None:
    """The headline: the only <h1> where it is the one that the page states, else what the page states."""
    headings = [_text(heading) for heading in page.iter("h1")]
    heading = headings[0] if len(headings) == 1 else ""
    stated = [value for _, value in _meta(page, words["title"])]
    element = next((_text(title) for title in page.iter("title")), "")
    for mark in words["title_marks"]:
        element = element.rsplit(mark, 1)[0]
    for candidate in (*stated, element):
        if heading and _plain(candidate).startswith(_plain(heading)):
            return heading
    return next((_SPACE.sub(" ", text).strip() for text in (*stated, heading, element) if text.strip()), None)


def _published(page: HtmlElement, names: Sequence[str]) -> date | None:
    times = (time.get("datetime", "") for time in page.iter("time") if _states_publication(time))
    for value in (*(value for _, value in _meta(page, names)), *_linked_data(page), *times):
        day = _day(value)
        if day:
            return day
    return None


def _states_publication(time: HtmlElement) -> bool:
    return "pubdate" in time.attrib or time.get("itemprop", "").lower() == "datepublished"


def _linked_data(page: HtmlElement) -> Iterator[str]:
    """The values of `datePublished` in the page's JSON-LD, the outermost first."""
    for script in page.iter("script"):
        if script.get("type", "").lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, dict):
                if isinstance(item.get("datePublished"), str):
                    yield item["datePublished"]
                waiting.extend(item[key] for key in ("@graph", "mainEntity") if key in item)
            elif isinstance(item, list):
                waiting.extend(item)


def _day(value: str) -> date | None:
    match = _DAY.match(value.strip())
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _language(page: HtmlElement) -> str:
    stated = [
        page.get("lang", ""),
        page.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
        page.get("xml:lang", ""),
    ]
    stated += [value for _, value in _meta(page, ("og:locale", "content-language", "language"))]
    matches = (_LANGUAGE.match(value.strip()) for value in stated)
    return next((match[1].lower() for match in matches if match), _UNSTATED)


def _meta(page: HtmlElement, names: Sequence[str]) -> list[tuple[str, str]]:
    """The page's own statements of these names, in the order of the names."""
    order = {name: index for index, name in enumerate(names)}
    found: list[tuple[int, str, str]] = []
    for meta in page.iter("meta"):
        content = _SPACE.sub(" ", meta.get("content", "")).strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(key, "").strip().lower()
            if content and name in order:
                found.append((order[name], name, content))
    return [(name, content) for _, name, content in sorted(found, key=lambda item: item[0])]


def _text(element: HtmlElement) -> str:
    return _SPACE.sub(" ", "".join(element.itertext())).strip()


def _plain(text: str) -> str:
    """Letters and digits alone: how two printings of one headline are compared."""
    return "".join(character for character in text.casefold() if character.isalnum())
