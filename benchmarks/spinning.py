"""Make spun copies of the invented articles in `tests/originals`, by three substitutions.

    python -m benchmarks.spinning FOLDER             write every copy to FOLDER/<substitution>/<file>
    python -m benchmarks.spinning --wordnet FOLDER   make `nearest_synonyms.txt` again from WordNet's files in FOLDER

1. `nearest`: every third content word becomes its first synonym in WordNet 3.0 (licence: `WORDNET-LICENSE.txt`).
2. `expressions`: words of a table written by hand, only beside another content word: inside compounds and names.
3. `back_translation`: words, abbreviations and units of another table written by hand, wherever they stand.

The detector knows none of these tables: it uses the Moby Thesaurus and the frequencies of a language model. The weights
in `brief/fitness/verdict.py` were set while looking at news spun by WordNet, so the first substitution is the least
independent of the three.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

ORIGINALS = Path(__file__).parent.parent / "tests" / "originals"
NEAREST = Path(__file__).with_name("nearest_synonyms.txt")
EVERY = 3

_WORD = re.compile(r"[^\W\d_]+")
_STOP = frozenset(
    """a about after again against all also am an and any are as at away back be because been before being between both
    but by can could did do does down during each even every few first for from get go had has have he her here him his
    how i if in into is it its just last like made make many may me might more most much must my never new next no none
    nor not now of off on once one only or other our out over own per put said same say says see set several she should
    since so some still such take than that the their them then there these they this those three through to too two
    under until up upon us very was we well went were what when where which while who whom whose why will with within
    would yet you your four five six seven eight nine ten mr mrs ms dr""".split()
)


def _table(text: str) -> dict[str, str]:
    return dict(entry.split("=") for entry in text.split())


_COMPOUNDS = _table(
    """accident=mishap account=narrative agency=bureau agreement=accord aid=help air=atmosphere analysis=dissection
    appeal=plea area=zone army=troops association=affiliation attack=assault authority=influence award=prize
    ball=sphere bank=lender base=foundation bill=invoice board=plank body=physique border=edge bridge=span
    budget=spending building=edifice business=enterprise cable=wire campaign=crusade capital=funds car=automobile
    care=concern case=instance cash=money cell=chamber central=middle chair=seat chamber=room change=alteration
    charge=price chief=boss child=kid church=chapel circuit=loop city=town civil=courteous climate=weather
    club=membership coach=trainer coal=charcoal coast=seashore code=cipher commission=fee committee=panel
    common=frequent company=firm conference=discussion conservation=preservation constable=policeman
    control=management convention=gathering corporate=company cost=price council=assembly counsel=advice
    country=nation county=shire court=courtyard credit=praise crew=squad crime=offence criminal=outlaw
    crisis=emergency crop=harvest cross=traverse crown=tiara cup=mug current=stream customer=client cycle=rotation
    damage=harm data=facts deal=bargain death=demise debt=arrears defence=protection defense=safeguard degree=grade
    delivery=supply department=division deposit=sediment design=layout development=improvement director=manager
    disaster=catastrophe disease=sickness district=quarter doctor=physician domestic=household door=gate
    drought=dryness drug=medication duty=obligation early=initial earth=ground economic=financial economy=thrift
    education=schooling election=vote electoral=voting electricity=power emergency=urgency employment=work
    energy=vigour enforcement=implementation engine=motor environment=surroundings environmental=ecological
    equity=fairness estate=property evidence=proof exchange=swap executive=manager export=sell fair=honest
    family=household farm=ranch federal=national field=meadow final=ultimate financial=monetary fire=blaze
    fiscal=monetary fishing=angling flight=flying flood=deluge floor=ground food=meals football=soccer force=drive
    foreign=overseas forest=woods fraud=deception free=unfettered freedom=liberty fuel=gasoline full=entire
    fund=kitty future=forthcoming game=sport gas=fumes gate=door general=common global=worldwide goal=objective
    government=regime grade=rank grain=cereal grand=majestic grid=lattice ground=soil group=crowd growth=enlargement
    guard=protect half=semi harbour=haven head=skull health=wellness hearing=listening heart=coronary heavy=hefty
    heritage=inheritance high=tall home=residence hospital=infirmary house=dwelling housing=lodging human=mortal
    hundred=century immigration=migration income=earnings independent=unbiased industrial=manufacturing
    industry=trade inflation=price-rise information=data injury=harm inquiry=enquiry insurance=assurance
    intelligence=cleverness interest=curiosity international=worldwide interior=inside investment=funding
    investigation=probe island=isle job=task joint=shared judge=decide jury=panel justice=fairness key=important
    labor=toil labour=toil land=terrain law=statute lead=guide leader=chief leading=main league=association
    legal=lawful level=tier liberal=broad-minded life=existence line=row living=residing local=native long=lengthy
    loss=deprivation low=small machine=device main=principal major=main manager=supervisor market=bazaar
    maritime=nautical match=contest medical=medicinal meeting=assembly metal=steel military=army mill=grinder
    mine=pit minister=clergyman ministry=clergy mission=errand monetary=financial money=cash mother=mum
    mutual=reciprocal national=nationwide natural=pure naval=nautical net=mesh network=web news=information
    night=evening north=upward northern=upper nuclear=atomic office=workplace officer=official official=officer
    oil=grease open=unlocked operating=working opposition=resistance order=command organization=group parliament=senate
    party=celebration passenger=rider patient=affected-person peace=tranquility pension=annuity personal=private
    pit=hole plant=vegetation plea=entreaty pledge=vow point=level police=constabulary policy=coverage
    political=partisan poll=survey pool=puddle port=harbour post=publish pound=thump power=energy practice=apply
    premier=first presidential=executive press=squeeze pressure=stress price=value primary=major prime=foremost
    prison=jail private=personal process=procedure product=item production=manufacturing profit=gain
    programme=scheme progress=headway project=venture property=possessions prosecution=pursuit protection=safety
    public=common quality=high-quality question=query race=contest rail=railing rain=precipitation rate=fee
    reaction=response record=file recovery=restoration red=crimson reform=overhaul regulation=rule relations=kinfolk
    rescue=salvage research=analysis reserve=stockpile response=reply retail=shop retired=withdrawn review=evaluate
    right=proper rights=entitlements ring=circle risk=hazard river=creek road=highway royal=regal rule=regulation
    safety=security sales=gross school=college science=knowledge sea=ocean season=period seat=chair second=2nd
    secretary=assistant security=safety senior=elder sentence=phrase serious=grave service=assist session=sitting
    share=portion shift=move ship=vessel shipping=transport site=location social=societal society=culture
    soil=dirt solar=sunlit source=supply southern=lower special=particular stage=platform staff=workers
    standard=customary state=nation statement=assertion station=depot steel=metal stock=inventory storm=tempest
    strategy=technique street=avenue strike=hit student=pupil summer=summertime supply=provide support=assist
    supreme=highest surface=floor survey=poll system=structure tax=levy teacher=instructor team=crew
    technology=know-how term=time-period terror=horror test=check third=3rd tide=current time=instance title=heading
    top=prime total=whole trade=commerce training=coaching transport=haul travel=journey treasury=exchequer
    treatment=remedy trial=experiment trust=belief turbine=rotor union=alliance united=joined university=college
    valley=vale value=worth vice=sin vote=ballot voter=elector wage=salary wall=barrier war=battle ward=guard
    warning=caution water=liquid weather=climate week=fortnight welfare=well-being western=occidental white=pale
    wild=untamed wind=breeze winter=wintertime witness=observer women=females work=labour worker=labourer
    world=globe year=twelvemonth young=youthful youth=adolescence"""
)

_ANYWHERE = _table(
    """abandoned=forsaken accepted=acknowledged according=conforming accused=charged added=appended afternoon=post-noon
    agreed=concurred allowed=permitted almost=practically already=beforehand always=perpetually
    announced=proclaimed answer=rejoinder appeared=materialised argued=contended arrived=reached asked=inquired
    attempt=endeavour average=imply bad=dangerous based=primarily-based became=turned began=commenced
    believed=credited best=finest big=massive block=obstruct body=corpse boss=taskmaster boy=lad broke=fractured
    brought=introduced build=assemble built=constructed called=referred came=arrived carried=toted
    caught=captured cause=trigger certain=sure chance=probability change=modify cheap=low-cost
    checked=scrutinised children=youngsters choice=selection clear=lucid close=shut closed=shuttered cold=chilly
    come=arrive common=widespread complete=full concern=fear continue=proceed cost=price couple=pair
    crowd=throng cut=slash daily=day-to-day dangerous=hazardous dark=darkish daughter=offspring dead=lifeless
    decided=determined decision=resolution declined=dwindled deep=profound denied=refuted despite=regardless-of
    details=particulars died=perished difficult=tough dry=arid earlier=formerly early=premature effect=impact
    end=finish ended=terminated enough=sufficient entire=complete estimated=guesstimated evening=nightfall
    event=occasion expected=anticipated face=visage facing=confronting fact=reality fall=autumn
    families=households far=distant fast=quick fault=blunder fear=dread feel=really-feel fell=plummeted
    figure=determine final=closing find=discover fine=superb finished=completed followed=adopted
    former=erstwhile found=discovered friend=pal front=entrance full=whole gave=gifted give=present
    good=respectable great=nice ground=floor group=cluster happened=occurred hard=arduous head=noggin
    heard=listened held=held-out help=assist high=lofty hit=struck hold=grasp home=abode hope=optimism
    hot=sizzling huge=gigantic hundreds=a-whole-lot important=essential inside=inside-of issued=promulgated
    join=be-part-of keep=hold kept=stored key=pivotal killed=slain kind=sort known=identified large=giant
    late=belated lead=steer leave=depart led=spearheaded left=departed less=lesser letter=missive level=degree
    life=lifetime light=gentle likely=doubtless line=queue little=tiny live=dwell local=native long=prolonged
    look=gaze looked=gazed lose=forfeit lost=misplaced loud=noisy low=meagre main=essential man=gentleman
    matter=topic mean=imply means=signifies measure=gauge member=constituent men=males middle=centre
    mind=thoughts moment=second money=dough moved=shifted near=close-to need=want needed=wanted number=quantity
    offered=supplied often=typically old=aged older=elder opened=unsealed ordered=bidden outside=exterior
    paid=remunerated part=half passed=handed past=previous pay=remunerate people=folks person=particular
    place=spot plan=blueprint planned=deliberate point=level poor=impoverished possible=doable present=current
    problem=drawback promised=vowed proper=correct pulled=yanked pushed=shoved quick=fast quiet=hushed
    raised=elevated ran=jogged reached=attained ready=prepared real=actual reason=cause received=obtained
    refused=declined released=launched remain=stay remained=stayed remember=bear-in-mind reply=retort
    reported=apprised reporters=newsmen result=consequence return=come-again rise=ascent rose=ascended
    rules=guidelines safe=secure sat=perched seen=noticed sent=despatched serious=critical served=waited-on
    short=brief shown=exhibited side=aspect signed=inked simple=easy slow=gradual small=diminutive
    sold=bought-out son=male-child soon=quickly spoke=talked spread=unfold spring=springtime stand=stall
    start=begin started=commenced stay=keep stop=cease stopped=halted story=narrative strong=sturdy struck=smote
    sure=certain talk=discuss tell=inform thing=factor things=issues think=assume third=third-party
    thought=contemplated thousands=1000's told=knowledgeable took=grabbed total=complete tried=tried-out
    true=true-life turn=flip turned=flipped understand=perceive used=utilised usual=ordinary voted=balloted
    wait=wait-on walked=strolled want=need wanted=desired warned=cautioned watched=noticed week=seven-days
    wet=moist whole=complete wide=broad woman=lady women=ladies won=gained word=phrase words=phrases work=toil
    worked=laboured worse=poorer worst=poorest wrong=improper young=youthful"""
)

_MANGLED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(\d) per ?cent\b", r"\1 p.ct"),
        (r"(\d) a\.m\.", r"\1 within the morning"),
        (r"(\d) p\.m\.", r"\1 within the evening"),
        (r"(\d) degrees", r"\1 levels Celsius"),
        (r"(\d) feet", r"\1 toes"),
        (r"\bU\.K\.", "U.Ok."),
        (r"\bin the\b", "within the"),
        (r"\bmore than\b", "greater than"),
        (r"\bas well as\b", "in addition to"),
        (r"\b([Ss])he said\b", r"\1he talked about"),
    )
)


def nearest(text: str) -> str:
    """Replace every third content word by its first synonym in WordNet."""
    synonyms = _nearest_synonyms()
    count = 0

    def instead(word: str, _: bool) -> str | None:
        nonlocal count
        other = synonyms.get(word)
        count += other is not None
        return other if count % EVERY == 0 else None

    return _replaced(text, instead)


def expressions(text: str) -> str:
    """Replace words of the hand-written table inside compounds and names."""
    return _replaced(text, lambda word, beside: _COMPOUNDS.get(word) if beside else None)


def back_translation(text: str) -> str:
    """Replace rarer words, units and abbreviations as a translation there and back does."""
    for pattern, replacement in _MANGLED:
        text = pattern.sub(replacement, text)
    return _replaced(text, lambda word, _: _ANYWHERE.get(word))


SUBSTITUTIONS: Mapping[str, Callable[[str], str]] = {
    "nearest": nearest,
    "expressions": expressions,
    "back_translation": back_translation,
}


def _replaced(text: str, instead: Callable[[str, bool], str | None]) -> str:
    """Replace words below the headline; `instead` gets each word and whether a content word is beside it."""
    out: list[str] = []
    words = list(_WORD.finditer(text, max(0, text.find("\n"))))
    at = 0
    just_replaced = False
    for n, m in enumerate(words):
        beside = any(
            0 <= k < len(words)
            and words[k].group().lower() not in _STOP
            and text[min(m.end(), words[k].end()) : max(m.start(), words[k].start())] == " "
            for k in (n - 1, n + 1)
        )
        word = m.group()
        other = None if just_replaced or word.lower() in _STOP else instead(word.lower(), beside)
        just_replaced = other is not None
        if other is not None:
            out += [text[at : m.start()], other[0].upper() + other[1:] if word[0].isupper() else other]
            at = m.end()
    return "".join([*out, text[at:]])


def _nearest_synonyms() -> dict[str, str]:
    lines = NEAREST.read_text(encoding="utf-8").splitlines()
    return {line.split()[0]: line.split()[1] for line in lines if not line.startswith("#")}


def make_nearest(wordnet: Path) -> None:
    """Write the table of first synonyms for the words of the originals, from WordNet's index and data files."""
    lemmas: dict[str, list[str]] = defaultdict(list)
    for part in ("noun", "verb", "adj"):
        members: dict[str, list[str]] = {}
        for line in (wordnet / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith("  "):
                fields = line.split()
                members[fields[0]] = [f.split("(")[0] for f in fields[4 : 4 + 2 * int(fields[3], 16) : 2]]
        for line in (wordnet / f"index.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith("  "):
                word, *fields = line.split()
                for sense in fields:
                    lemmas[word] += [w for w in members.get(sense, ()) if w.isalpha() and w.islower() and w != word]
    texts = " ".join(path.read_text(encoding="utf-8") for path in sorted(ORIGINALS.glob("*.txt")))
    out = ["# First synonyms from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved."]
    for word in sorted({w.lower() for w in _WORD.findall(texts)} - _STOP):
        for ending in ("", "s", "ed", "ing"):
            stem = word.removesuffix(ending) if ending else word
            if len(stem) > 2 and word.endswith(ending) and (found := lemmas.get(stem)):
                other = found[0].removesuffix("e") if ending in ("ed", "ing") else found[0]
                out.append(f"{word} {other}{ending}")
                break
    NEAREST.write_text("\n".join(out) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Write the spun copies, or the table they are made with."""
    if arguments[0] == "--wordnet":
        make_nearest(Path(arguments[1]))
        return
    for name, spin in SUBSTITUTIONS.items():
        folder = Path(arguments[0]) / name
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(ORIGINALS.glob("*.txt")):
            (folder / path.name).write_text(spin(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
