"""Acts of two outlets: who did what to what, and when one story denies what the other tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.acts.act import act
from checker.model import FINDINGS, AnyClaim, Comparison

Find = Callable[..., list[AnyClaim]]
Reasons = Callable[[str, str], list[str]]


@pytest.fixture
def reasons(rows: Callable[..., list[Comparison]]) -> Reasons:
    """A function that gives the reasons of the findings between two stories; each opens with words of its own."""

    def run(left: str, right: str) -> list[str]:
        found = rows("predicate", f"The story was told. {left}", f"News came on. {right}")
        return [row.reason for row in found if row.verdict in FINDINGS]

    return run


# Told by one story and by the other: nothing but one of them may be right.
TWO_SIDED = [
    (
        "Inspectors found no trace of the chemical in the river, the agency said.",
        "Inspectors found traces of the chemical in the river.",
    ),
    (
        "Midfielder Oda Brekke will miss Sunday's derby with a knee injury.",
        "Midfielder Oda Brekke will play in Sunday's derby, her coach said.",
    ),
    ("The judge granted bail to shipping magnate Ilias Koros.", "Ilias Koros was denied bail."),
    (
        "Unemployment in the province fell to 6.1 percent in May.",
        "Unemployment in the province rose to 6.1 per cent in May.",
    ),
    (
        "The vaccine reduced the risk of infection, the researchers reported.",
        "The vaccine did not reduce the risk of infection.",
    ),
    ("Mayor Lene Hauk said she would seek a second term.", "Mayor Lene Hauk will not run for a second term."),
    ("The government lifted the curfew in the port city of Darsa.", "The government extended the curfew in Darsa."),
    ("No one was hurt when the crane fell.", "Two workers were injured when the crane came down."),
    ("Doctors said the singer was conscious.", "Doctors said the singer was unconscious when she arrived."),
    (
        "The strike at the Velmar shipyard was called off.",
        "Workers at the Velmar shipyard went ahead with their strike.",
    ),
    ("Pilot Jan Roos survived the crash.", "Pilot Jan Roos was killed in the crash."),
    ("The airline confirmed the order for 40 jets.", "The airline denied the order for 40 jets."),
    ("The court upheld the ban on the party.", "The court overturned the ban on the party."),
    (
        "Striker Pavel Zima scored in the second half but the goal was allowed to stand.",
        "Striker Pavel Zima scored in the second half but the goal was disallowed.",
    ),
    ("The central bank left interest rates unchanged.", "The central bank raised interest rates to 5 percent."),
    ("President Ruta Silva signed the budget on Friday.", "President Ruta Silva refused to sign the budget."),
    ("Rescuers reached the trapped miners on Thursday night.", "Rescuers have not reached the trapped miners."),
    ("Norda FC beat Velmar United 2-0.", "Velmar United beat Norda FC 2-0."),
    ("The union withdrew its demand for a pay rise.", "The union stuck to its demand for a pay rise."),
    (
        "The company said it would appeal against the fine.",
        "The company said it would not appeal against the fine.",
    ),
    (
        "The suspect, a 34-year-old man, pleaded guilty to three counts of fraud.",
        "The suspect pleaded not guilty to three counts of fraud.",
    ),
    (
        "Talks between the rebels and the government resumed in Oslo.",
        "Talks between the rebels and the government broke down in Oslo.",
    ),
    (
        "The museum will return the bronze statues to Benin.",
        "The museum refused to return the bronze statues to Benin.",
    ),
    ("Defence Minister Aras Kol has been dismissed.", "Defence Minister Aras Kol will keep his job."),
    ("The satellite reached its orbit.", "The satellite failed to reach its orbit."),
    ("Profit at Tavrik doubled to 90 million euros.", "Profit at Tavrik halved to 90 million euros."),
    ("The minister backed calls for an early election.", "The minister dismissed calls for an early election."),
    ("The ship had been insured.", "The ship was not insured, its owner said."),
    ("The embassy remained open.", "The embassy was closed."),
    ("The bridge was closed to traffic.", "The bridge stayed open to traffic."),
    ("The parents accepted the compensation offer.", "The parents turned down the compensation offer."),
    ("Most of the passengers were rescued.", "None of the passengers was rescued."),
    ("The party won the regional election in Vesta.", "The party lost the regional election in Vesta."),
    ("The drug was approved by the regulator in March.", "The regulator rejected the drug in March."),
    ("The factory in Lund will close, Dorn Steel said.", "Dorn Steel said the factory in Lund would stay open."),
    ("The defendant denied the charges.", "The defendant admitted the charges."),
    ("Lendava City went through to the semi-finals on penalties.", "Lendava City were knocked out on penalties."),
    (
        "Quarterly profit at Dorn Steel beat analysts' forecasts.",
        "Quarterly profit at Dorn Steel missed analysts' forecasts.",
    ),
    ("Norda Air posted a loss for the third quarter.", "Norda Air posted a profit for the third quarter."),
    ("The fund bought a 9 percent stake in Tavrik Mining.", "The fund sold its 9 percent stake in Tavrik Mining."),
]


@pytest.mark.parametrize(
    ("text", "head", "side", "polarity", "strength"),
    [
        ("The council turned down the offer.", "accept/reject/", ("other",), 1, "actual"),
        ("The council would not accept the offer, it said.", "accept/reject/", ("one",), -1, "plan"),
        ("The council refused to accept the offer.", "accept/reject/", ("one",), -1, "refused"),
        ("The council failed to accept the offer.", "accept/reject/", ("one",), -1, "actual"),
        ("The council may accept the offer.", "accept/reject/", ("one",), 1, "possible"),
        ("The council should accept the offer.", "accept/reject/", ("one",), 1, "open"),
        ("If the council accepts the offer, work begins.", "accept/reject/", ("one",), 1, "open"),
        ("When the council accepted the offer, work began.", "accept/reject/", ("one",), 1, "actual"),
        ("Critics urged the council to accept the offer.", "accept/reject/", ("one",), 1, "open"),
        ("The council has yet to accept the offer.", "accept/reject/", ("one",), 1, "open"),
        ("Did the council accept the offer?", "accept/reject/", ("one",), 1, "open"),
        ("The council had planned to accept the offer.", "accept/reject/", ("one",), 1, "open"),
        ("The council cut or raised the fee.", "rise/fall/", ("other",), 1, "open"),
        ("The shop remained closed.", "open/close/", ("one",), -1, "actual"),
        ("The driver pleaded not guilty.", "plead guilty/plead innocent/", ("one",), -1, "actual"),
        ("There were no job cuts.", "rise/fall/", ("other",), -1, "actual"),
        ("Coach Berta Solin handed in her notice.", "resign/stay on/", ("one",), 1, "actual"),
        ("The guard was unarmed.", "armed/unarmed", ("other",), 1, "actual"),
    ],
)
def test_a_predicate(claims: Find, text: str, head: str, side: tuple[str, ...], polarity: int, strength: str) -> None:  # noqa: PLR0913 - one row of the table
    found = [claim.value for claim in claims("predicate", text)]
    assert (head, side, polarity, strength) in [(v.head, v.modifiers, v.polarity, v.strength) for v in found]


@pytest.mark.parametrize(
    ("text", "head", "who", "what"),
    [
        ("The jury cleared Nils Hadder.", "convict/acquit/", "jur", "=person=Nils Hadder"),
        ("Nils Hadder was cleared by the jury.", "convict/acquit/", "jur", "=person=Nils Hadder"),
        ("The jury heard Nils Hadder, who was cleared.", "convict/acquit/", "", "=person=Nils Hadder"),
        ("Nils Hadder was heard and cleared by the jury.", "convict/acquit/", "jur", "=person=Nils Hadder"),
        ("The banker, Nils Hadder, wept. He was cleared.", "convict/acquit/", "", "=person=Nils Hadder"),
        ("Two of the bridges were opened.", "open/close/", "", "bridg"),
        ("The bridges opened.", "open/close/", "", "bridg"),
        ("The mayor opened the bridges.", "open/close/", "mayor", "bridg"),
        ("The rate fell 2 points.", "rise/fall/", "", "rat"),
        ("The bank lost 2 percent.", "rise/fall/", "", "bank"),
        ("The towns agreed to a joint inquiry.", "accept/reject/", "town", "inquir"),
        ("The towns rejected the idea of an inquiry.", "accept/reject/", "town", "inquir"),
        ("The towns approved a plan to dam the river.", "dam", "", ""),
    ],
)
def test_its_arguments(claims: Find, text: str, head: str, who: str, what: str) -> None:
    found = [act(claim.about.context) for claim in claims("predicate", text) if claim.value.head == head]
    assert [one for one in found if (not who or who in one.who) and (not what or what in one.what)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        *TWO_SIDED,
        (
            "The agency downgraded the country's credit rating to BB.",
            "The agency upgraded the country's credit rating.",
        ),
        (
            "Norda will leave the customs union next year, its premier said.",
            "Norda will stay in the customs union, its premier said.",
        ),
        ("Foreign Minister Ilse Brandt welcomed the ruling.", "Foreign Minister Ilse Brandt condemned the ruling."),
        (
            "The Red Dawn group claimed responsibility for the blast.",
            "The Red Dawn group denied responsibility for the blast.",
        ),
        (
            "The wildfire near Solano is under control, firefighters said.",
            "The wildfire near Solano was burning out of control.",
        ),
        ("The cathedral was undamaged.", "The cathedral was badly damaged in the quake."),
        ("Talks on the merger of the two ports collapsed on Friday.", "Talks on the merger of the two ports resumed."),
        (
            "Lawmakers rejected the nomination of Judge Eva Horn.",
            "The nomination of Judge Eva Horn was approved by lawmakers.",
        ),
        ("The governor vetoed the water bill.", "Governor Pete Marlow signed the water bill."),
        ("Captain Rolf Stam will start in the final.", "Rolf Stam will sit out the final with a bruised foot."),
        ("Wheat prices slid 1.8 percent.", "The price of wheat climbed 1.8 percent."),
        (
            "Factory output in Norda shrank by 0.7 percent in March.",
            "Norda's factory output grew 0.7 percent in March.",
        ),
        (
            "The council has decided to close the Mill Road library.",
            "The council has decided to keep the Mill Road library open.",
        ),
        (
            "Investigators have identified the cause of the fire.",
            "Investigators have not identified the cause of the fire.",
        ),
        ("Neither of the pilots was injured.", "Both pilots were injured."),
        (
            "The prosecutor dropped the charges against editor Omar Haddad.",
            "The prosecutor has not dropped the charges against Omar Haddad, an editor.",
        ),
        ("The ferry operator had been warned about the storm.", "The ferry operator was not warned about the storm."),
        ("A tsunami warning was issued.", "No tsunami warning was issued."),
        ("The rebels released the two hostages.", "The rebels have refused to release the hostages."),
        ("Mr Haddad attended the ceremony.", "Mr Haddad did not attend the ceremony."),
        ("President Silva agreed to meet opposition leaders.", "President Silva refused to meet opposition leaders."),
        ("The black box was recovered.", "The black box has not been recovered."),
        ("The new drug slowed the growth of tumours.", "The new drug failed to slow the growth of tumours."),
        ("Brandt won the leadership vote.", "Brandt lost the leadership vote."),
        ("The rocket's second stage ignited.", "The rocket's second stage did not ignite."),
        ("The dam is safe, engineers said.", "The dam is unsafe, engineers said."),
        (
            "The parliament ratified the border treaty with Norda.",
            "The parliament voted against the border treaty with Norda.",
        ),
        ("Karl Voss inherited the estate.", "Karl Voss did not inherit the estate."),
        (
            "Norda Air reported weak sales on Tuesday. The airline said it would not cut jobs this year.",
            "Norda Air will cut jobs this year, its chief executive said.",
        ),
        (
            "Tugs were sent out. By evening the tanker Meridian was adrift and its crew had not been evacuated.",
            "The crew of the Meridian were evacuated by helicopter.",
        ),
        (
            "The regulator, Ofmar, cleared the merger between Dorn Steel and Tavrik Mining without conditions.",
            "Ofmar blocked the merger of Dorn Steel and Tavrik Mining.",
        ),
        (
            "In the final minutes Velmar's goalkeeper, Igor Pavic, saved a penalty.",
            "Goalkeeper Igor Pavic failed to save a penalty late on.",
        ),
        (
            "Magistrates ordered that the editor be held in custody. He was refused bail.",
            "The editor was granted bail after an hour's hearing.",
        ),
        (
            "Tests showed that the water was safe to drink, the utility said.",
            "The utility said the water was not safe to drink.",
        ),
        (
            '"It was a hard choice," she said. Senator Ada Quist voted for the tax bill.',
            "Among the rebels was Senator Ada Quist, who voted against the tax bill.",
        ),
        ("The volcano's alert level was raised from two to three.", "The volcano's alert level was lowered."),
        (
            "The minister has promised that the pit at Karsk will not be closed.",
            "The pit at Karsk will be closed in March, the minister said.",
        ),
        (
            "Hadder, who has denied wrongdoing, is to stand trial in May.",
            "Hadder will not stand trial, the court ruled.",
        ),
        (
            "Nearly all flights from Lendava airport were cancelled.",
            "Flights from Lendava airport took place as planned.",
        ),
        (
            "The prime minister survived a vote of no confidence.",
            "The prime minister lost a vote of no confidence on Monday night.",
        ),
        ("The euro strengthened against the dollar.", "The euro weakened against the dollar."),
        ("The couple's application for asylum was turned down.", "The couple's application for asylum was approved."),
        (
            "After hours of talks the pilots' union called off its strike.",
            "The pilots' union is going ahead with its strike.",
        ),
        ("The actor, 61, has left hospital.", "The actor, 61, remained in hospital."),
        ("The factory's owner had insured the building.", "The building was not insured."),
        ("None of the four crew members survived.", "The four crew members survived."),
        ("Norda has not signed the fisheries treaty.", "The fisheries treaty has been signed by Norda."),
        ("Brewer Halm said volumes rose in the quarter.", "Volumes fell in the quarter, brewer Halm said."),
        (
            "The court ordered the company to pay compensation.",
            "The court did not order the company to pay compensation.",
        ),
        ("Rebel leader Omar Diall was captured alive.", "Rebel leader Omar Diall was killed."),
    ],
)
def test_two_stories_at_odds(reasons: Reasons, left: str, right: str) -> None:
    assert len(reasons(left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The northern union agreed to the offer.", "The southern union rejected the offer."),
        ("Exports rose 3 percent.", "Imports fell 3 percent."),
        ("Shares of Tavrik rose on Monday.", "Shares of Tavrik fell on Tuesday."),
        ("The mayor rejected the plan in May. She agreed to the plan on Friday.", "The mayor agreed to the plan."),
        ("If the court rejects the appeal, the miners will strike.", "The court accepted the appeal of the miners."),
        ("Will the minister resign?", "The minister will not resign."),
        ("The ministry denied that troops had crossed the border.", "The rebels said troops had crossed the border."),
        ('"We will not sell the stadium," said chairman Odd Berg.', "Fans said the club would sell the stadium."),
        ("The company could not be reached for comment.", "The company commented on its blog last year."),
        ("Police arrested Jan Roos on Friday.", "Jan Roos was released on bail."),
        ("The road was closed after the crash.", "The road was reopened in the evening."),
        ("The court convicted the banker.", "The court acquitted his sister."),
        ("The bill was passed by the lower house.", "The upper house rejected the bill."),
        ("Karin Olm said she did not expect a recession.", "Analysts expect a recession."),
        ("The minister did not say whether he would resign.", "The minister said he would resign."),
        ("He did not only resign but left the country.", "He resigned."),
        ("The striker did not play in the first match.", "The striker played in the second match."),
        ("Prices rose in the north and fell in the south.", "Prices fell in the south."),
        ("The bank was asked to raise rates.", "The bank did not raise rates."),
        ("Nobody was killed in the first blast.", "Three people were killed in the second blast."),
        ("The city wants to ban cars.", "The city did not ban cars last year."),
        ("The man was not armed, his lawyer said.", "The man was armed, police said."),
        (
            "Officials opposed the change. Environmental groups welcomed the change.",
            "Environmental groups welcomed the change.",
        ),
        ("Velmar United beat Norda FC in March.", "Norda FC beat Velmar United on Sunday."),
        ("The plane was not carrying passengers.", "The train was carrying passengers."),
        ("Oil rose 2 percent to 80 dollars.", "Oil fell 4 percent over the week."),
        ("Sales of the group rose 3 percent.", "Profit of the group fell 3 percent."),
        ("The president did not attend the funeral.", "The president's wife attended the funeral."),
        ("Four of the climbers survived.", "Two of the climbers died."),
        ("The firm no longer makes tyres.", "The firm made tyres for decades."),
        ("Critics say the law will raise taxes.", "The minister says the law will not raise taxes."),
        ("Parliament had rejected an earlier version of the bill.", "Parliament passed the bill on Thursday."),
        ("Doctors hope to release the boy next week.", "The boy has not been released."),
        (
            "The captain was cleared of one charge but convicted of negligence.",
            "The captain was convicted of negligence.",
        ),
        ("The rate was cut in the spring.", "The rate was raised in the autumn."),
        ("The council rejected the plan for a stadium.", "The council approved the plan for a school."),
        ("The company sold its shares in the bank.", "The fund bought shares in the bank."),
        ("Brandt won the first round.", "Brandt lost the final."),
        ("Norda Air posted a profit in 2023.", "Norda Air posted a loss this year."),
        ("The team lost 3-0 to Velmar.", "The team won 2-1 against Lendava."),
        ("Prices of wheat rose.", "Prices of maize fell."),
        ("The hospital said the boy was in a critical condition.", "The hospital said the girl was stable."),
        ("Police did not fire shots.", "Rebels fired shots."),
        ("The first test failed.", "The second test succeeded."),
        ("Residents were told not to drink the water.", "Residents drank the water."),
        ("It is not clear whether the minister knew.", "The minister knew."),
        ("The ministry has yet to approve the drug.", "The ministry approved the drug."),
        ("The bank is expected to raise rates.", "The bank did not raise rates last month."),
        ("Voters in the south backed the plan.", "Voters in the north rejected the plan."),
        ("He denied killing his wife.", "He killed his wife, the court found."),
        ("The airline cut fares.", "The airline raised wages."),
        ("Officials would not confirm the report.", "A witness confirmed the report."),
        ("The strike ended.", "The strike began on Monday."),
        ("The party left the coalition.", "The minister stayed in the coalition."),
        ("The flood destroyed the bridge.", "The church was undamaged."),
        ("Not all passengers survived.", "Passengers survived."),
        ("The crowd did not leave.", "The players left."),
        ("The senator, who opposed the war, backed the bill.", "The senator opposed the bill's first draft."),
        ("She was not hurt in the first crash.", "She was hurt in a later crash."),
        ("More than half of the voters supported the change.", "A third of the voters opposed the change."),
        ("Shares in London fell 1 percent.", "Shares in Tokyo rose 1 percent."),
        ("The unemployment rate rose to 5 percent.", "The interest rate fell to 5 percent."),
        ("The judge dismissed two of the charges.", "The judge upheld three of the charges."),
        ("The union called off the strike after the offer.", "The union had planned to go ahead with the strike."),
        ("The mayor said he might resign.", "The mayor did not resign."),
        ("Parents welcomed the ruling.", "Teachers condemned the ruling."),
        ("Exports to Norda grew 4 percent.", "Exports to Velnia shrank 4 percent."),
        ("The jury convicted Hadder of fraud.", "The jury acquitted Hadder of bribery."),
        ("Output rose in the first quarter.", "Output fell in the second quarter."),
        (
            "The opposition rejected the result. The government accepted the result.",
            "The government accepted the result.",
        ),
        ("The court allowed the firm to sell the mine.", "The court barred the firm from closing the mine."),
        ("The court ordered the firm to pay.", "The court did not order the firm to close."),
        ("Kilda beat Norda Air to the contract.", "Norda Air was beaten by Kilda."),
        ("The bank will cut rates, or raise them, in May.", "The bank will raise rates in May."),
        ("Anyone who had met Jan Roos or photographed Jan Roos knew.", "Jan Roos refused to be photographed."),
        ("Before the council accepted the offer, it had rejected it.", "The council rejected the offer."),
    ],
)
def test_two_stories_that_tell_of_two_things(reasons: Reasons, left: str, right: str) -> None:
    assert reasons(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    TWO_SIDED,
)
def test_a_story_that_tells_both_answers_both(reasons: Reasons, left: str, right: str) -> None:
    assert reasons(left, f"{right} {left}") == []


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("The mayor turned down the offer.", "The mayor rejected the offer.", "compatible"),
        ("The union will raise the fee.", "The union will increase the fee.", "compatible"),
        ("The union will raise the fee.", "The union will cut the fee.", "conflict"),
    ],
)
def test_one_row_for_one_act(rows: Callable[..., list[Comparison]], left: str, right: str, verdict: str) -> None:
    assert [row.verdict for row in rows("predicate", left, right)] == [verdict]


def test_nothing_is_nothing(reasons: Reasons) -> None:
    assert reasons("", "#not -no +1 =x ~y <z >w ^a %b @c.") == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Net profit slipped to 8 million crowns. Turnover was flat.", "Net profit increased."),
        ("The krone weakened.", "The krone became stronger."),
        ("The dividend was raised to 7 crowns.", "The dividend is unchanged at 6 crowns."),
        ("Tavrik shares fell 3.1 percent.", "Shares in the miner rose about 3 percent."),
        ("Shares of Tavrik fell 2 percent; its rival Dorn Steel was quiet.", "Shares of Tavrik rose 2 percent."),
        ("Nobody has died.", "One pensioner died."),
        ("No deaths have been reported.", "Two children died."),
        ("Nobody was injured.", "Three passengers were injured."),
        ("No shots were fired.", "A shot was fired at the door."),
        ("No bribe was paid, Karin Olm said.", "A bribe was paid; the sum is not known."),
        ("The maternity ward will stay, Karin Olm said.", "The maternity ward will close, Karin Olm said."),
        ("Hugo Brandt confessed to the raid.", "Hugo Brandt denies everything."),
        ("Hugo Brandt is cooperating with the police.", "Hugo Brandt refused to talk to detectives."),
        ("Karl Voss reached the finish.", "Karl Voss left the race."),
        ("The dealer had its licence suspended.", "The licence was revoked."),
        ("Karin Olm declined to concede.", "Karin Olm admitted she had been beaten."),
    ],
)
def test_what_became_of_it(reasons: Reasons, left: str, right: str) -> None:
    assert reasons(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Net profit increased.", "Operating profit fell."),
        ("Net profit increased. Operating profit fell.", "Profit from operations shrank."),
        ("The krone weakened.", "The pound became stronger."),
        ("The dividend was raised to 7 crowns.", "The rate is unchanged at 6 percent."),
        ("The dividend was raised to 7 crowns.", "The dividend was put up by 1 crown."),
        ("Sales rose in the first quarter.", "Costs fell in the first quarter."),
        ("Nobody has died.", "Karl Voss died in 2004."),
        ("Nobody has died.", "Forty cows died."),
        ("Nobody has died in the second fire.", "No one was killed."),
        ("No passengers were injured.", "A firefighter was injured."),
        ("No deaths have been reported.", "Nobody died."),
        ("Nobody was injured.", "A passenger was hurt in 2019."),
        ("No shots were fired.", "The manager was fired."),
        ("No bribe was paid.", "The bill was paid; nobody asked."),
        ("The maternity ward will stay.", "The laundry will close."),
        ("The factory will stay open.", "The factory will not close."),
        ("Hugo Brandt confessed to the raid.", "His brother denies everything."),
        ("Hugo Brandt is cooperating with the police.", "Hugo Brandt would not talk to reporters."),
        ("Karl Voss reached the finish.", "Nils Hadder left the race."),
        ("The dealer had its licence suspended.", "The fine was revoked."),
        ("The school will remain closed.", "The school is still shut."),
        ("Turnover was 8 million crowns, a rise of 3 percent.", "Turnover climbed 3 percent."),
    ],
)
def test_what_became_of_something_else(reasons: Reasons, left: str, right: str) -> None:
    assert not reasons(left, right)
