"""Well-known names of bodies, newspapers and places in which a word was replaced by a near-synonym."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from brief.fitness.collocations import near

KNOWN = """
Air Force; Anglican Church; Arab League; Arab Spring; Arctic Circle; Armed Services Committee; Army Corps of
Engineers; Associated Press; Atlantic Ocean; Attorney General; Bank of America; Bank of England; Bank of Japan; Bay of
Bengal; Berlin Wall; Bill of Rights; Black Friday; Black Lives Matter; Black Sea; Border Patrol; Boy Scouts; British
Airways; British Library; British Museum; Buckingham Palace; Bureau of Investigation; Cape Town; Cape of Good Hope;
Capitol Hill; Catholic Church; Census Bureau; Centers for Disease Control; Central Bank; Central Command; Central
Intelligence Agency; Chamber of Commerce; Chatham House; Chicago Tribune; Chief Justice; Chief of Staff; Church of
England; Civil War; Climate Change Conference; Coast Guard; Cold War; Commonwealth Games; Communist Party; Competition
Commission; Congressional Budget Office; Conservative Party; Constitutional Court; Consumer Price Index; Continental
Army; Council of Europe; Council on Foreign Relations; Country Court; Court of Appeal; Court of Human Rights; Criminal
Court; Crown Court; Daily Express; Daily Mail; Daily Mirror; Daily Telegraph; Dead Sea; Deepwater Horizon; Defense
Department; Democratic Party; Department of Agriculture; Department of Commerce; Department of Defense; Department of
Education; Department of Energy; Department of Health; Department of Justice; Department of State; Department of
Transportation; Department of the Interior; Deutsche Bank; Director of National Intelligence; Doctors Without Borders;
Dow Jones Industrial Average; Downing Street; Drug Enforcement Administration; East China Sea; Easter Island; Economic
Forum; Electoral College; Energy Agency; Environmental Protection Agency; European Central Bank; European Commission;
European Council; European Court of Justice; European Parliament; European Union; Fair Trade Commission; Federal
Aviation Administration; Federal Bureau of Investigation; Federal Communications Commission; Federal Court; Federal
Emergency Management Agency; Federal Reserve; Federal Trade Commission; Fifth Avenue; Financial Conduct Authority;
Financial Times; First Amendment; First Lady; First World War; Food and Agriculture Organization; Food and Drug
Administration; Foreign Affairs; Foreign Office; Foreign Relations Committee; Free Democratic Party; Free Trade
Agreement; Gaza Strip; General Assembly; General Electric; General Motors; Geneva Conventions; Gold Coast; Golden Gate
Bridge; Golden Globe; Good Friday Agreement; Grand Canyon; Great Barrier Reef; Great Britain; Great Depression; Great
Lakes; Great Recession; Great Wall; Green Party; Guantanamo Bay; Gulf War; Gulf of Mexico; Health Organization; Health
and Safety Executive; High Court; Home Office; Home Secretary; Homeland Security; Hong Kong Stock Exchange; Hoover
Dam; House of Commons; House of Lords; House of Representatives; Hubble Space Telescope; Human Rights Council; Human
Rights Watch; Indian Ocean; Industrial Revolution; Intelligence Committee; Internal Revenue Service; International
Atomic Energy Agency; International Court of Justice; International Criminal Court; International Energy Agency;
International Monetary Fund; International Olympic Committee; International Space Station; Iron Curtain; Islamic
State; Ivory Coast; Joint Chiefs of Staff; Judiciary Committee; Justice Department; Justice Secretary; Labor
Department; Labour Party; Latin America; League of Nations; Liberal Democrats; Liberation Army; Library of Congress;
London Bridge; London School of Economics; London Stock Exchange; Los Angeles Times; Manchester United; Manhattan
Project; Marine Corps; Medical Association; Metropolitan Museum of Art; Metropolitan Police; Middle Ages; Middle East;
Ministry of Defence; Ministry of Defense; Ministry of Education; Ministry of Finance; Ministry of Foreign Affairs;
Ministry of Health; Ministry of Interior; Ministry of Justice; Morgan Stanley; Mount Everest; National Assembly;
National Basketball Association; National Football League; National Front; National Gallery; National Geographic;
National Grid; National Guard; National Health Service; National Hurricane Center; National Institutes of Health;
National Park Service; National Public Radio; National Rifle Association; National Safety Council; National Science
Foundation; National Security Adviser; National Security Agency; National Security Council; National Transportation
Safety Board; National Trust; National Weather Service; Naval Academy; New Deal; New Delhi; New England Journal of
Medicine; New Hampshire; New Jersey; New Orleans; New South Wales; New York City; New York Daily News; New York
Giants; New York Herald; New York Post; New York Review of Books; New York Stock Exchange; New York Sun; New York
Times; New York Tribune; New Zealand; Nobel Peace Prize; North Atlantic Treaty Organization; North Carolina; North
Dakota; North Korea; North Pole; North Sea; Northern Ireland; Nuclear Regulatory Commission; Old Testament; Olympic
Games; Open University; Orange County; Orthodox Church; Oval Office; Pacific Ocean; Panama Canal; Patriot Act; Peace
Corps; Pearl Harbor; People's Bank of China; Persian Gulf; Planned Parenthood; Premier League; Press Association;
Prime Minister; Privy Council; Public Health England; Red Crescent; Red Cross; Red Sea; Republican Party;
Revolutionary Guards; Royal Air Force; Royal Family; Royal Mail; Royal Navy; Royal Society; Salt Lake City; Salvation
Army; Saudi Arabia; Scotland Yard; Second World War; Secret Service; Secretary General; Secretary of State; Securities
and Exchange Commission; Security Council; Senate Majority Leader; Silicon Valley; Social Democratic Party; Social
Security Administration; Solar System; South Africa; South Carolina; South China Morning Post; South China Sea; South
Dakota; South Korea; South Pole; Soviet Union; Special Counsel; Standard Chartered; Star Wars; State Department;
Statue of Liberty; Suez Canal; Sunday Telegraph; Sunday Times; Super Bowl; Supreme Court; Supreme Leader; Tax Office;
Tea Party; Third Reich; Times Square; Tower of London; Trade Union Congress; Treasury Department; Treasury Secretary;
Twin Towers; Under Secretary; United Airlines; United Arab Emirates; United Kingdom; United Nations; United Press
International; United States; Vice President; Wall Street; Wall Street Journal; War on Terror; Washington Examiner;
Washington Post; Washington Times; Weather Service; West Bank; West Coast; West Point; West Virginia; White House;
World Bank; World Cup; World Economic Forum; World Food Programme; World Health Organization; World Series; World
Trade Center; World Trade Organization; World War; World Wide Web; World Wildlife Fund; Yellow Sea; Yellowstone
National Park
"""
"""Names anybody may meet in the news; a name that is itself a near-synonym of another one stands here too."""

_ORDINARY = frozenset(
    """academy administration advisory africa agency alliance america assembly association asia authority bay board
    bureau business cabinet campaign centre center chamber chief church city club coalition coast college command
    commerce commission committee company conference congress congressional conservative convention convent corporation
    corps council county court cup daily day defence defense deep delegation democrat democrats democratic department
    deputy district east eastern economic education empire europe executive family federal federation finance fleet
    force forces forum foundation front fund gathering general government governor group guard guards hall harbor head
    health high house independent industry institute institution interior internal international island islands joint
    justice kingdom labor labour lake league liberal lower majority marine market media meeting member middle military
    minister ministry minority morning movement museum nation national nations naval navy new news north northern
    office officer order organisation organization organizations pacific panel park party patrol people's police policy
    political popular power president press program public radio region relations republic republican research reserve
    river royal school science sea secret secretary security senate senior service services show social socialist
    society south southern special square staff state states station street summit supreme team territory theater
    theatre times trade treasury treaty tribunal trust union unit united university upper village war water west
    western workers world""".split()
)
"""Words that real names are made of: one of them in place of another is another name, not a broken one."""

_SENSES = {
    "times": "instances occasions moments periods",
    "post": "publish submit posting",
    "sun": "daylight sunshine solar",
    "mirror": "reflect reflection",
    "star": "celebrity",
    "national": "nationwide countrywide",
    "united": "unified joined",
    "states": "nations provinces conditions",
    "east": "orient",
    "press": "push squeeze",
}
"""Words that replace one in a name although they are near-synonyms of another sense of it."""

_SMALL = frozenset("of the and for on in without wide".split())
_LONGEST = 6
_HEADLINE = 12  # more capitalised words in a row are a headline
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Broken(NamedTuple):
    """A name as it stands, where, and the known name."""

    start: int
    end: int
    usual: str


@lru_cache(maxsize=1)
def _patterns() -> tuple[frozenset[tuple[str, ...]], dict[tuple[str, ...], tuple[tuple[str, ...], ...]]]:
    """The known names, and for each with one or two words left open the names it may be."""
    names = [tuple(name.split()) for name in " ".join(KNOWN.split()).split("; ")]
    open_names: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for name in names:
        for pattern in _with_gaps(name):
            open_names[pattern].append(name)
    return frozenset(names), {pattern: tuple(found) for pattern, found in open_names.items()}


def _with_gaps(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words with one of them left open, or two when two others stay."""
    places = [n for n, word in enumerate(name) if word not in _SMALL]
    if len(places) < 2:
        return
    for n in places:
        yield (*name[:n], "", *name[n + 1 :])
    if len(places) > 2:
        for n, a in enumerate(places):
            for b in places[n + 1 :]:
                yield tuple("" if m in (a, b) else word for m, word in enumerate(name))


def broken_names(text: str) -> list[Broken]:
    """Return the known names of a text that hold a near-synonym of one of their words, in reading order."""
    known, open_names = _patterns()
    found: list[Broken] = []
    for run in _capitalised(text):
        n = len(run) if len(run) > _HEADLINE else 0
        while n < len(run):
            for size in range(min(_LONGEST, len(run) - n), 1, -1):
                words = tuple(m.group().replace("’", "'") for m in run[n : n + size])
                if words in known:
                    n += size
                    break
                name = _meant(words, open_names)
                if name is not None:
                    found.append(Broken(run[n].start(), run[n + size - 1].end(), " ".join(name)))
                    n += size
                    break
            else:
                n += 1
    return found


def _meant(
    words: tuple[str, ...], open_names: dict[tuple[str, ...], tuple[tuple[str, ...], ...]]
) -> tuple[str, ...] | None:
    for pattern in _with_gaps(words):
        for name in open_names.get(pattern, ()):
            changed = [(a.lower(), b.lower()) for a, b in zip(words, name, strict=True) if a != b]
            if all(a not in _ORDINARY and near(a, b) for a, b in changed):
                return name
    return None


def _capitalised(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of capitalised words and the small words between them, one space apart."""
    run: list[re.Match[str]] = []
    for m in _WORD.finditer(text):
        word = m.group()
        if run and text[run[-1].end() : m.start()] != " ":
            yield run
            run = []
        if (word[0].isupper() and not word.isupper()) or (run and word in _SMALL):
            run.append(m)
        elif run:
            yield run
            run = []
    if run:
        yield run
