"""The report as JUnit XML, which every build server shows: a suite for each event, a failed case for each finding.

Known and suppressed findings are skipped cases. An event without findings is one case that passes. No time is told: the
same report is the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from checker.model import Event, Report
from checker.report.places import Finding, SourceFile, findings
from checker.report.visible import one_line, visible
from checker.report.wording import listed, words


def render(report: Report, origins: Mapping[str, SourceFile], errors: Sequence[str] = ()) -> str:
    """The suites.

    Args:
        report: what was found.
        origins: the files of the stories.
        errors: what could not be checked.
    """
    found: dict[str, list[Finding]] = {}
    for finding in findings(report, origins):
        found.setdefault(finding.event, []).append(finding)
    compared = [event for event in report.events if len(event.stories) > 1 or event.comparisons]
    root = ET.Element("testsuites", name="Story Checker")
    for event in compared:
        root.append(_suite(_name(event, origins), found.get(event.id, [])))
    if errors:
        root.append(_unread(errors))
    for total in ("tests", "failures", "errors"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _name(event: Event, origins: Mapping[str, SourceFile]) -> str:
    return one_line(listed([origins[name].path if name in origins else name for name in event.stories]))


def _suite(name: str, found: Sequence[Finding]) -> ET.Element:
    suite = _counted(name, len(found) or 1, failures=sum(finding.is_open for finding in found))
    suite.set("skipped", str(sum(not finding.is_open for finding in found)))
    same: Counter[str] = Counter()
    for finding in found:
        title = f"{finding.row.rule} {Finding.quoted(finding.place)}"
        same[title] += 1
        # Cases of one name would be taken for one case.
        numbered = f"{title} ({same[title]})" if same[title] > 1 else title
        case = ET.SubElement(suite, "testcase", name=numbered, classname=one_line(finding.place.path))
        if finding.is_open:
            failure = ET.SubElement(case, "failure", type=finding.row.severity, message=one_line(finding.row.message))
            failure.text = visible(f"{finding.place.shown}\n{finding.text}")
        else:
            ET.SubElement(case, "skipped", message=one_line(finding.row.note))
    if not found:
        ET.SubElement(suite, "testcase", name=words()["sentences"]["passed"], classname=name)
    return suite


def _unread(errors: Sequence[str]) -> ET.Element:
    suite = _counted(words()["sentences"]["unread"], len(errors), errors=len(errors))
    for error in errors:
        case = ET.SubElement(suite, "testcase", name=one_line(error), classname=suite.get("name", ""))
        ET.SubElement(case, "error", type="error", message=one_line(error))
    return suite


def _counted(name: str, tests: int, failures: int = 0, errors: int = 0) -> ET.Element:
    return ET.Element("testsuite", name=name, tests=str(tests), failures=str(failures), errors=str(errors))
