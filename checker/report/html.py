"""The report as one HTML page that needs nothing else: no network, no font, no script of anyone's."""

from __future__ import annotations

import functools
import hashlib
from base64 import b64encode
from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.model import Report
from checker.report.prepare import prepare
from checker.report.visible import visible
from checker.report.wording import words
from checker.resources import shipped


def render(report: Report, why: Mapping[str, str]) -> str:
    """The page.

    Args:
        report: what was found.
        why: the reason behind each rule, by its id.
    """
    return fill("report.html.j2", view=prepare(report, why))


def fill(template: str, sheet: str = "", **values: object) -> str:
    """A page from a template, with the words, the styles and the script that all pages share.

    Args:
        template: the name of its file.
        sheet: the name of a stylesheet of its own.
        values: what it shows.
    """
    style, script = _file("report.css") + (_file(sheet) if sheet else ""), _file("report.js")
    return (
        _environment()
        .get_template(template)
        .render(
            values,
            words=words(),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            style_hash=_digest(style),
            script_hash=_digest(script),
        )
    )


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(shipped("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _harmless(value: object) -> object:
    """Whatever a template shows passes here before it is escaped."""
    return visible(value) if type(value) is str else value


@functools.cache
def _file(name: str) -> str:
    return (shipped("templates") / name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """The source expression by which a Content-Security-Policy allows exactly this content."""
    return "sha256-" + b64encode(hashlib.sha256(content.encode()).digest()).decode("ascii")
