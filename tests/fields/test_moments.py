"""Which dates, times, places in a row and quotations answer each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import FINDINGS, Comparison

Rows = Callable[..., list[Comparison]]

FOUND = [
    (
        "date",
        "A date is set.\n\nOdeline Farr's trial will begin on May 4.",
        "Odeline Farr's trial is due to start on May 11.",
    ),
    (
        "date",
        "The pass is shut.\n\nThe Rothe bridge will reopen in June.",
        "The Rothe bridge is expected to reopen in August.",
    ),
    ("date", "He was mourned.\n\nHe will be buried on Tuesday.", "The town mourns.\n\nThe funeral is on Wednesday."),
    (
        "date",
        "Harlan Quist resigned on Monday over the affair.",
        "The mayor is gone.\n\nHarlan Quist stepped down on Tuesday.",
    ),
    (
        "date",
        "Talks go on.\n\nThe two delegations will meet again in Oslo on 3 June.",
        "No deal.\n\nThe next meeting of the delegations in Oslo is set for 5 June.",
    ),
    ("date", "It is Fenby's first final since 1987.", "They are there.\n\nThe club has not played a final since 1978."),
    ("date", "Police arrested Tomas Brill on Friday.", "The hunt is over.\n\nTomas Brill was detained on Saturday."),
    ("date", "The election will be held on 7 April.", "It begins.\n\nThe election is scheduled for 14 April."),
    (
        "date",
        (
            "A sale.\n\nThe takeover of Brax should be completed in the third quarter of 2027.\n\n"
            "The takeover of Brax is expected to close in the third quarter of 2027."
        ),
        "Markets.\n\nThe takeover of Brax is expected to close in the first quarter of 2027.",
    ),
    (
        "date",
        "More to come.\n\nHe did not rule out a rise at the bank's next meeting on 25 June.",
        "No rise in June.\n\nHe ruled out a rise in June. The bank's board meets again on 18 June.",
    ),
    (
        "date",
        "The slide came at dawn.\n\nMud buried part of Orsa on Monday.",
        "A hill moves.\n\nA hillside collapsed on the town of Orsa on Sunday.",
    ),
    (
        "date",
        "Raiders fled.\n\nThe bank at Holm was held up in 2017 too.\n\nThe robbery took place on Friday.",
        "They took it all.\n\nMasked raiders stormed the bank on Thursday.",
    ),
    (
        "date",
        "An actor is dead.\n\nOdo Brill had many roles.\n\nThe actor died on Wednesday at home.",
        "Odo Brill dies.\n\nOdo Brill, who was 80, passed away on Thursday at his villa.",
    ),
    (
        "date",
        "It is over.\n\nIt was a long day. It was close. The vote was held on Tuesday.",
        "They said yes.\n\nIt was a long day. It was close. Members backed the offer in a vote on Monday.",
    ),
    (
        "date",
        "A new mayor.\n\nShe will take office on 12 May.",
        "A win.\n\nHer term begins on 20 May.",
    ),
    (
        "date",
        "Numbers.\n\nUnemployment rose to 4.7 percent in September.",
        "More without work.\n\nUnemployment increased to 4.7 percent in October.",
    ),
    (
        "date",
        "A deal.\n\nThe takeover of Brax is to close in the second quarter of next year.",
        "Markets.\n\nThe takeover of Brax is expected to close in the fourth quarter of next year.",
    ),
    (
        "date",
        "School shut.\n\nThe Orsa school is closed until 4 May.",
        "Sick pupils.\n\nThe school will open again on 11 May.",
    ),
    (
        "time",
        "Smoke.\n\nIt was 14:20 when the wheels met the tarmac.",
        "Fear.\n\nShe brought the jet down at twenty past three.",
    ),
    ("time", "Mud.\n\nA hillside gave way at twenty minutes to five.", "Dead.\n\nThe mud came down at 5:40 a.m."),
    ("ordinal", "Ruta Malk won the sixth stage.", "Rain.\n\nRuta Malk took the seventh stage."),
    ("ordinal", "A feast.\n\nThe 26th festival drew crowds.", "Many came.\n\nIt was the 25th edition."),
    ("ordinal", "A vote.\n\nOrla Keane finished third.", "Counted.\n\nOrla Keane came fourth."),
    ("time", "The train derailed at 6:10 a.m. near Holm.", "Many are hurt.\n\nThe accident happened at 7:40 a.m."),
    ("ordinal", "Ruta Malk won a second term on Sunday.", "Voters decide.\n\nRuta Malk won a third term as mayor."),
    ("ordinal", "It was her third victory in Monaco.", "A race.\n\nIt was Pell's fourth victory in Monaco."),
    ("ordinal", "Storm Edda was a Category 2 hurricane.", "Edda hits.\n\nThe Category Three storm tore off roofs."),
    ("ordinal", "The rate rose for the fourth time in a row.", "Rates up.\n\nIt was the fifth consecutive rise."),
    ("ordinal", "Edda was the ninth named storm of the season.", "Edda was the eighth storm of the season."),
    (
        "ordinal",
        "Orla won.\n\nJan Pell hit the winner in the 88th minute.",
        "A late win.\n\nJan Pell scored the winning goal in the 83rd minute.",
    ),
    (
        "quote",
        '"The valley will need new roads before the winter," Ana Pohl said.',
        '"The valley will need new schools before the winter," Ana Pohl said.',
    ),
    (
        "quote",
        'Ana Pohl came.\n\nThe minister, Ana Pohl, went on. "We need a road and not another report," she said.',
        '"We need a road and not another report," said the mayor of the town, Jan Brock.',
    ),
    (
        "quote",
        '"Let us finish this road, and let us do it with the neighbours," Ana Pohl said.',
        '"Let us finish this road, and let us do it alone," the minister said.',
    ),
]

SILENT = [
    # Another vote, stage, slide, robber's deed, month or death.
    ("date", "The robbers were arrested on Friday.", "They took it all.\n\nRaiders stormed the bank on Thursday."),
    (
        "date",
        "A painter dies.\n\nAda Brill died on Wednesday at home.",
        "Odo Farr dies.\n\nOdo Farr, who was 80, passed away on Thursday.",
    ),
    (
        "date",
        "Numbers.\n\nUnemployment rose to 4.7 percent in September.",
        "Prices.\n\nInflation increased to 4.7 percent in October.",
    ),
    (
        "date",
        "Numbers.\n\nUnemployment rose in September after it fell in August.",
        "More.\n\nUnemployment rose in October.",
    ),
    (
        "date",
        "A deal.\n\nThe takeover of Brax is to close in the second quarter of next year.",
        "Markets.\n\nThe takeover of Brax is expected to close in June.",
    ),
    (
        "date",
        "A strike.\n\nThe union announced on Monday that it would strike.",
        "Walkout.\n\nThe company announced on Tuesday that it would close the mill.",
    ),
    (
        "date",
        "Two dead.\n\nTwo climbers fell. Both climbers died on Monday.",
        "One more.\n\nIn hospital on Tuesday a third climber, Jan Pell, died.",
    ),
    (
        "ordinal",
        "Orla Keane finished fifth in the slalom and third in the downhill.",
        "A race.\n\nOrla Keane came third in the downhill.",
    ),
    (
        "ordinal",
        "A feast.\n\nIt was the club's 40th anniversary.",
        "They met.\n\nThey met on the 25th anniversary of the fire.",
    ),
    ("date", "The work took place on Friday.", "The team took place 4.\n\nThey play on Sunday."),
    ("date", "The deal was announced on Monday.", "A deal.\n\nThe companies said so on Tuesday."),
    ("time", "Mud.\n\nA hillside gave way at half past four.", "Dead.\n\nThe mud came down at 4:30 a.m."),
    ("ordinal", "A vote.\n\nOrla Keane finished third.", "Counted.\n\nJan Pell came fourth."),
    ("ordinal", "A vote.\n\nOrla Keane finished third.", "Counted.\n\nOrla Keane came in on the fourth day."),
    ("date", "Odeline Farr's trial will begin on May 4.", "The trial of Marek Sand will begin on May 11."),
    ("date", "Police arrested Tomas Brill on Friday.", "Police arrested Olaf Stern on Saturday."),
    ("date", "The talks began on Monday in Geneva.", "The talks ended on Friday in Geneva."),
    ("date", "Ministers will meet on Monday in Lisbon.", "Ministers will meet on Tuesday in Paris."),
    (
        "date",
        "The presidential election will be held on 7 April.",
        "The parliamentary election will be held on 14 April.",
    ),
    ("date", "The launch was postponed on Monday.", "The launch is planned for Thursday."),
    ("date", "The team plays Orla Town on Saturday.", "The team plays Fenby on Tuesday."),
    ("date", "The verdict is expected by Friday.", "The verdict is expected on Thursday."),
    ("date", "The ferry sank on Tuesday, killing nine.", "A ferry sank on the same route in 2016."),
    ("date", "Ana Pohl died on Monday.", "Ana Pohl's husband died in 2008."),
    ("date", "The council last met on 3 May.", "The council next meets on 7 June."),
    ("date", "She signed an order on January 30.", "A year.\n\nThe budget was signed by her on March 11."),
    (
        "date",
        "The firm released a patch on Wednesday.",
        "It is early.\n\nThe firm typically releases patches on a Tuesday.",
    ),
    ("date", "Ana Pohl died on Thursday.", "News.\n\nAna Pohl died at 6:41 p.m. (0241 GMT Friday)."),
    ("date", "The Lyra probe lands on Mars on 4 March.", "Crowds.\n\nA march through the town was held on 6 March."),
    ("date", "He won the race.\n\nHe won in 2004.", "He won.\n\nHe won the race in 2011."),
    ("date", "The strike may end on Friday.", "It goes on.\n\nThe strike will not end on Sunday."),
    ("time", "The train derailed at 6:10 a.m. near Holm.", "The line was reopened at 7:40 a.m. near Holm."),
    ("time", "The blast happened at 6:10 a.m. local time.", "The blast happened at 0410 GMT."),
    ("time", "A blast occurred at 6:10 a.m. and a second at 6:50 a.m.", "A blast occurred at 6:50 a.m."),
    ("ordinal", "Ruta Malk won a third term on Sunday.", "During her second term, Ruta Malk built a road."),
    ("ordinal", "It was his third goal of the night.", "It was his 20th goal of the season."),
    ("ordinal", "Storm Edda was a Category 2 hurricane.", "Edda had weakened to a Category 1 storm by noon."),
    ("ordinal", "He came second in the first race.", "He came third in the second race."),
    ("ordinal", "She fell ill after her second marriage.", "She left town after her third marriage."),
    ("ordinal", "It was the second day of talks.", "It was the third day of protests."),
    ("ordinal", "Prices rose for a third straight month.", "Output fell for a second straight month."),
    ("ordinal", "A second later the roof fell.", "It was the third time he fell."),
    ("ordinal", "He is the fifth coach to be fired this season.", "He was named the 21st head coach of the club."),
    ("ordinal", "He was down in the sixth round.", "He was stopped in the seventh round."),
    ("ordinal", "The third attempt succeeded.", "It was the fourth flight of the rocket."),
    (
        "quote",
        '"We need a road and not another report," Ana Pohl said.',
        '"We need a road and not another report," he said.',
    ),
    (
        "quote",
        '"Nobody here wanted to leave the village," Ana Pohl said.',
        (
            "Lima (El Faro, translated from Spanish) - The village stood empty.\n\n"
            '"Nobody here would have wanted to abandon the village," Ana Pohl said.'
        ),
    ),
    (
        "quote",
        '"We are so very proud of the team tonight," Ana Pohl said.',
        '"We are so proud of the town," Ana Pohl said. "We are so very proud of the team tonight."',
    ),
]


def _found(rows: Rows, field: str, left: str, right: str) -> bool:
    return any(row.verdict in FINDINGS for row in rows(field, left, right))


@pytest.mark.parametrize(("field", "left", "right"), FOUND)
def test_what_is_told_of_one_happening_answers(field: str, left: str, right: str, rows: Rows) -> None:
    assert _found(rows, field, left, right)
    assert _found(rows, field, right, left)


@pytest.mark.parametrize(("field", "left", "right"), SILENT)
def test_what_is_told_of_two_does_not(field: str, left: str, right: str, rows: Rows) -> None:
    assert not _found(rows, field, left, right)
    assert not _found(rows, field, right, left)
