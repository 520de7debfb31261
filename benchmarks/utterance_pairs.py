"""Invented pairs of short articles, labelled: one utterance in two renderings with what differs, or two utterances.

Written for `benchmarks.utterances`; the even-numbered ones were read while the rules were written, the others were not.
"""

from __future__ import annotations

from typing import NamedTuple


class Labelled(NamedTuple):
    """Two articles with their days; `kinds` of the differences, empty for spelling alone; None: not one utterance."""

    kinds: frozenset[str] | None
    a: str
    b: str
    day_a: str = "2031-03-04"
    day_b: str = "2031-03-04"


def _one(kinds: str, a: str, b: str, day_a: str = "2031-03-04", day_b: str = "2031-03-04") -> Labelled:
    return Labelled(frozenset(kinds.split()), a, b, day_a, day_b)


def _two(a: str, b: str, day_a: str = "2031-03-04", day_b: str = "2031-03-04") -> Labelled:
    return Labelled(None, a, b, day_a, day_b)


ONE = (
    _one(
        "",
        'Mayor Ilse Brandvold spoke up. "We haven\'t signed any contract with the O.P.E.," Brandvold said.',
        'Mayor Ilse Brandvold rejected the report. "We have not signed any contract with the OPE," said Brandvold.',
    ),
    _one(
        "",
        "“The U.S. doesn’t decide what we grow in our valleys,” Agriculture Minister Paolo Rinder said.",
        "'The US does not decide what we grow in our valleys,' said Paolo Rinder, the agriculture minister.",
    ),
    _one(
        "",
        "Union leader Mara Okonjo said: \"It's been 14 weeks, and they won't answer our letters.\"",
        'Mara Okonjo leads the union. "It has been fourteen weeks and they will not answer our letters," Okonjo said.',
    ),
    _one(
        "cut_short",
        '"The dam will hold through the spring, but the spillway has to be rebuilt before next winter," '
        "chief engineer Tobias Wren said.",
        '"The dam will hold through the spring," chief engineer Tobias Wren said.',
    ),
    _one(
        "cut_short",
        'Director Salma Quist said: "I warned the board in April. I warned it again in June. Nobody answered me."',
        '"I warned the board in April," director Salma Quist said.',
    ),
    _one(
        "cut_short",
        'Governor Elias Pohl was angry. "They promised us a bridge, and what we were given is a ferry that runs twice '
        'a day," Pohl said.',
        'Governor Elias Pohl complained that the region had been given "a ferry that runs twice a day."',
    ),
    _one(
        "cut_short",
        '"No decision has been taken about the northern depot, and none will be taken without the workers," said '
        "chairwoman Greta Lindqvist.",
        '"No decision has been taken about the northern depot," Greta Lindqvist, the chairwoman, said.',
    ),
    _one(
        "cut_short",
        '"Our inspectors visited the plant," minister Abel Fontane said. "They found three cracked valves. We closed '
        'the line that evening."',
        'Minister Abel Fontane said: "Our inspectors visited the plant. We closed the line that evening."',
    ),
    _one(
        "negation",
        '"We did receive a formal warning before the tunnel flooded," operations chief Nils Abara said.',
        '"We did not receive a formal warning before the tunnel flooded," operations chief Nils Abara said.',
    ),
    _one(
        "negation",
        'President Rosa Imanov told parliament: "There is an understanding with the mining companies about the lake."',
        '"There is no understanding with the mining companies about the lake," President Rosa Imanov told parliament.',
    ),
    _one(
        "negation",
        '"The patients can be moved to the coast before the end of the month," doctor Henrik Saal said.',
        '"The patients can\'t be moved to the coast before the end of the month," said doctor Henrik Saal.',
    ),
    _one(
        "negation",
        'Commissioner Dina Voss said: "Nobody at the ministry has ever asked us to delay the inspection of the ferry."',
        'Commissioner Dina Voss said: "Somebody at the ministry has asked us to delay the inspection of the ferry."',
    ),
    _one(
        "altered_number",
        '"We counted 340 tents along the railway this morning," relief coordinator Amadou Keller said.',
        '"We counted 430 tents along the railway this morning," relief coordinator Amadou Keller said.',
    ),
    _one(
        "altered_number",
        'Finance Minister Leda Marchetti said: "The rescue will cost taxpayers 2.5 million crowns a year."',
        '"The rescue will cost taxpayers 25 million crowns a year," Finance Minister Leda Marchetti said.',
    ),
    _one(
        "altered_number",
        '"Four of our officers were invited to the course in Delmar," police chief Oskar Tiller said.',
        '"Five of our officers were invited to the course in Delmar," said police chief Oskar Tiller.',
    ),
    _one(
        "altered_number",
        '"By Friday, 60 percent of the households had water again," engineer Priya Holm said.',
        'Engineer Priya Holm said: "By Friday, 16% of the households had water again."',
    ),
    _one(
        "altered_word",
        '"This plan is a generous gift to the island\'s fishermen," senator Clara Voigtmann said.',
        '"This plan is a generous insult to the island\'s fishermen," senator Clara Voigtmann said.',
    ),
    _one(
        "altered_word",
        '"We will defend the harbour with every lawyer we have," Premier Joris Almeida said.',
        '"We will defend the harbour with every soldier we have," Premier Joris Almeida said.',
    ),
    _one(
        "altered_word",
        'Archivist Lena Torvik said: "The letters were probably destroyed in the fire of the old registry."',
        'Archivist Lena Torvik said: "The letters were certainly destroyed in the fire of the old registry."',
    ),
    _one(
        "altered_word",
        '"The council must approve the sale before any tree is felled," campaigner Sunniva Reyes said.',
        '"The council may approve the sale before any tree is felled," campaigner Sunniva Reyes said.',
    ),
    _one(
        "another_wording",
        '"The agency puts out a declaration, on what basis we do not know, about an operation on our soil," President '
        "Marisela Ondarza said.",
        '"The agency issues this declaration about an operation on our soil; we have no idea what it is based on," '
        "President Marisela Ondarza said.",
    ),
    _one(
        "another_wording",
        'President Marisela Ondarza said: "We work together with our neighbours, we coordinate, but nobody gives us '
        'orders from abroad."',
        '"With our neighbours we cooperate and coordinate, but we do not take orders from abroad," President Marisela '
        "Ondarza said.",
    ),
    _one(
        "another_wording",
        '"What our people ask for is respect for the treaty and for the graves of their grandparents," chief Tomasz '
        "Eberle said.",
        '"Our people demand that the treaty be respected, and their grandparents\' graves," chief Tomasz Eberle said.',
    ),
    _one(
        "another_wording",
        'Foreign Minister Yara Delacroix said: "It would be a grave mistake to send troops across the river while the '
        'envoys are still negotiating."',
        '"To send soldiers over the river while envoys negotiate would be a serious error," Foreign Minister Yara '
        "Delacroix said.",
    ),
    _one(
        "indirect",
        '"The reservoir will be empty by the first week of August unless the farms stop pumping," water commissioner '
        "Ned Pallas said.",
        "Water commissioner Ned Pallas said the reservoir would be empty by early August if the farms did not stop "
        "pumping.",
    ),
    _one(
        "indirect",
        'Professor Ingrid Sato said: "The vaccine protects nine in ten children for at least six years."',
        "Professor Ingrid Sato said that the vaccine protected nine in ten children for at least six years.",
    ),
    _one(
        "indirect",
        '"We found traces of diesel in every well south of the refinery," inspector Carlo Mbeki said.',
        "Inspector Carlo Mbeki said traces of diesel had been found in every well south of the refinery.",
    ),
    _one(
        "indirect",
        '"Our ambassador will return to Kestrin once the prisoners are freed," minister Olga Raumann said.',
        "Minister Olga Raumann said the ambassador would return to Kestrin once the prisoners had been freed.",
    ),
    _one(
        "",
        'Captain Jon Vestergaard said: "There was no fire. There was smoke from the galley, and we turned back."',
        '"There was no fire, there was smoke from the galley, and we turned back," captain Jon Vestergaard said.',
    ),
    _one(
        "altered_word",
        '"The museum never owned the bronze," curator Edda Malik said. "It borrowed the bronze from a collector in '
        'Brenn."',
        'Curator Edda Malik said: "The museum never owned the bronze. It received the bronze from a collector in '
        'Brenn."',
    ),
)
"""One utterance of one speaker in two articles."""

TWO = (
    _two(
        '"We will open the northern depot in May," chairwoman Greta Lindqvist said.',
        '"We will close the southern depot before Christmas," chairwoman Greta Lindqvist said.',
    ),
    _two(
        '"The dam will hold through the spring," chief engineer Tobias Wren said.',
        '"The dam was never meant to carry a road," chief engineer Tobias Wren said.',
    ),
    _two(
        '"By Monday, 120 tonnes of oil had been pumped from the wreck," harbour master Rolf Adeyemi said.',
        '"By Thursday, 310 tonnes of oil had been pumped from the wreck," harbour master Rolf Adeyemi said.',
        "2031-03-04",
        "2031-03-07",
    ),
    _two(
        '"We have nothing to announce today about the talks," spokesman Levin Castell said on Monday.',
        '"We have nothing to announce today about the talks," spokesman Levin Castell said on Thursday.',
        "2031-03-03",
        "2031-03-06",
    ),
    _two(
        "Finance Minister Leda Marchetti said the rescue would cost 2 million crowns this year.",
        "Finance Minister Leda Marchetti said the rescue would cost 7 million crowns over ten years.",
    ),
    _two(
        '"I did not vote for the treaty," senator Clara Voigtmann told the Sund Courier.',
        '"I voted for the treaty because there was no other," senator Clara Voigtmann told Radio Brenn.',
    ),
    _two(
        '"The council must approve the sale of the wood," campaigner Sunniva Reyes said.',
        '"The council has sold the wood behind our backs," campaigner Sunniva Reyes said.',
    ),
    _two(
        "Police chief Oskar Tiller said four officers had been invited to the course in Delmar.",
        "Police chief Oskar Tiller said two officers had been suspended after the course in Delmar.",
    ),
    _two(
        '"There is no agreement with the mining companies," President Rosa Imanov said.',
        '"There is an agreement in principle with the fishing cooperatives," President Rosa Imanov said.',
    ),
    _two(
        '"Water will be restored to the eastern district tonight," engineer Priya Holm said.',
        '"Water in the eastern district is not safe to drink," engineer Priya Holm said.',
    ),
    _two(
        '"We are talking to the union about wages," director Salma Quist said.',
        '"We are talking to the union about the pension fund," director Salma Quist said.',
    ),
    _two(
        "Professor Ingrid Sato said that the vaccine protected children for at least six years.",
        "Professor Ingrid Sato said that the vaccine had been tested on 4,000 adults in three cities.",
    ),
    _two(
        '"Our ambassador will return to Kestrin," minister Olga Raumann said in January.',
        '"Our ambassador will return to Kestrin," minister Olga Raumann said in November.',
    ),
    _two(
        '"No comment," spokesman Levin Castell said when asked about the fire.',
        '"No comment," spokesman Levin Castell said when asked about the election.',
    ),
    _two(
        '"The tunnel is safe," operations chief Nils Abara said.',
        '"The tunnel is closed," operations chief Nils Abara said.',
    ),
    _two(
        '"Nine of the ten boats came home," captain Jon Vestergaard said.',
        '"Three of the boats that came home had lost their nets," captain Jon Vestergaard said.',
    ),
    _two(
        "Governor Elias Pohl said the bridge would be built with money from the capital.",
        "Governor Elias Pohl said the capital had delayed the money for the bridge again.",
    ),
    _two(
        '"Doctors at the coast hospital are exhausted," doctor Henrik Saal said.',
        '"Doctors at the coast hospital deserve to be paid on time," doctor Henrik Saal said.',
    ),
    _two(
        '"We will sign the accord on Thursday," Foreign Minister Yara Delacroix said.',
        '"We will not sign anything on Thursday unless the envoys agree on fishing," Foreign Minister Yara Delacroix '
        "said.",
    ),
    _two(
        'Commissioner Dina Voss said: "The ferry was inspected twice last year."',
        'Commissioner Dina Voss said: "The ferry was overloaded when it left the quay."',
    ),
    _two(
        '"Every well south of the refinery will be tested again," inspector Carlo Mbeki said.',
        '"Every well south of the refinery has to be closed," inspector Carlo Mbeki said.',
    ),
    _two(
        '"The letters were probably destroyed in the fire," archivist Lena Torvik said.',
        '"The letters were written by the poet\'s sister," archivist Lena Torvik said.',
    ),
    _two(
        '"This budget is the most honest we have ever presented," Premier Joris Almeida said.',
        '"This budget is the most honest we have ever presented," Premier Joris Almeida said.',
        "2031-03-04",
        "2032-03-09",
    ),
    _two(
        "Mayor Ilse Brandvold said the city would sue the company over the contract.",
        "Mayor Ilse Brandvold said the company had broken the contract three times this year.",
    ),
    _two(
        '"Trees are not an obstacle to the railway," minister Abel Fontane said.',
        '"Trees on the line delayed the railway by two hours," minister Abel Fontane said.',
    ),
    _two(
        "Chief Tomasz Eberle accused the company of breaking the treaty.",
        "Chief Tomasz Eberle said the company had never read the treaty it signed in the valley.",
    ),
    _two(
        '"We counted 340 tents along the railway," relief coordinator Amadou Keller said.',
        '"We counted 12 births in the tents along the railway," relief coordinator Amadou Keller said.',
    ),
    _two(
        '"The museum never owned the bronze," curator Edda Malik said.',
        '"The museum never paid for the painting," curator Edda Malik said.',
    ),
)
"""Two utterances of one speaker on one topic, or on two occasions."""

SEEDS = (
    (
        ("01-harbour-tag-page", "no agreement with the N.H.A."),
        ("02-harbour-related-items", "We have made no agreement with the NHA"),
        ("02-harbour-related-items.2", "his government had made no agreement with the agency"),
        ("04-harbour-spun-copy", "has fabricated no settlement with the N.H.A."),
        ("05-harbour-newspaper-page", "his country had made no agreement with the agency"),
    ),
    (
        ("01-harbour-tag-page", "had located 46 containers on the seabed"),
        ("04-harbour-spun-copy", "discovered 46 packing containers"),
    ),
)
"""The utterances of `seeds/` that several articles tell: words of each rendering, the first the speaker's own."""
