"""Words that leave something open: not known, not said, not shown, undated or still to come; in four languages."""

from __future__ import annotations

import re

_PARTS = {
    "not": r"""
        (?:(?:would|will|could|can|did|do|does|has|have|had|is|are|was|were|may|might|shall)(?:(?: (?:still|yet
        only))? not|n['’]t| never| neither)|cannot|won['’]t|can['’]t|nor (?:would|will|could|can|did|do|does|has
        have|had|is|are|was|were))""",
    "words": r"""
        (?: [\w'’-]+){0,4}?""",
    "few": r"""
        (?: [\w'’-]+){0,2}?""",
    "nobody": r"""
        (?:nobody|no one|no-one|none|neither|no (?:official|spokes\w+|witness|source|officer|member))""",
    "paper": r"""
        (?:reports?|reviews?|findings|results?|minutes|documents?|texts?|audits?|stud(?:y|ies)|contracts?|memos?
        letters?|statements?|accounts?|logs?|logbooks?|transcripts?|lists?|notes?|files?|evidence|pictures
        photographs|footage|recordings?|recorder|tapes?|autops(?:y|ies)|opinions?|assessments?|analys[ei]s
        inquir(?:y|ies)|ledgers?|plans?|verdicts?|rulings?|samples|terms|names?|figures?|survey\w*|expert\w*
        proposals?|timetables?)""",
    "paper abroad": r"""
        (?:informes?|dict[aá]men(?:es)?|documentos?|resultados?|actas?|textos?|auditoría|rapports?|documents?
        textes?|résultats?|expertises?|retours? d['’]expérience|avis|conclusions|\w*bericht\w*|\w*gutachten
        \w*protokoll\w*|ergebnis\w*|unterlagen|studie)""",
    "asking": r"""
        (?:whether|why|how|who|whom|whose|what|when|where|which)""",
    "tell": r"""
        (?:say|said|tell|told|explain(?:ed)?|confirm(?:ed)?|specif(?:y|ied)|disclosed?|reveal(?:ed)?|named?
        identif(?:y|ied)|describ(?:e|ed)|elaborate|clarif(?:y|ied)|discuss(?:ed)?|address(?:ed)?|promised?
        indicated?|state[d]?|commit|swear|speak|spoken|spell(?:ed)? out)""",
    "request": r"""
        (?:requests?|questions?|quer(?:y|ies)|calls?|messages?|letters?|e-?mails?|inquir(?:y|ies)|enquir(?:y|ies)
        claims?|allegations?|accusations?|criticism|comment|charges?|us|reporters?|journalists?|him|her|them|it
        that|this)\b""",
}
"""What the patterns below name between angle brackets. A new line stands for `|`."""
_PATTERNS = {
    "no reply": r"""
        \b<not><few> (?:(?:respond(?:ed)?|repl(?:y|ied)|react(?:ed)?)(?: to (?:[\w'’-]+ ){0,5}?<request>|(?! to))
        answer(?:ed|ing)?(?! to)(?: (?:[\w'’-]+ ){0,5}?<request>|(?=\W*$|[,;.]| when| because| before| in time| yet
         on))|comment(?:ed)?|return(?:ed|ing)?(?: [\w'’-]+){0,2} calls?|tak(?:e|en|ing) calls)\b
        \b(?:declin|refus)\w+ (?:to (?:\w+ )?(?:comment|answer|discuss|elaborate|respond|speak)|comment
        an interview)
        \bno (?:immediate |further |public )?(?:comment|reply|response|answer|remark)\b
        \bwithout (?:an? )?(?:answer|reply)|\bnot (?:immediately )?(?:available|reachable)(?: for comment)?
        \bcould not (?:immediately )?be reached|\bunanswered\b|\bturned down\b|\bheard nothing\b|\bcannot help you\b
        \bnobody opened\b|\bwould (?:only )?comment (?:once|after|when)|\bnothing has been heard\b
        \bno (?:respondi(?:ó|eron)|contest(?:ó|aron)|atendi(?:ó|eron)|ha(?:n)? (?:respondido|contestado))\b
        \b(?:declinó|rehusó|sin respuesta|no quiso comentar)\b|\bno (?:quiso|quisieron) hacer\b
        \bn['’](?:a|ont) pas (?:\w+ )?(?:répondu|réagi|donné suite|souhaité|commenté)|\bpas de commentaire
        \bse refus\w+ à (?:tout commentaire|commenter)|\b(?:antwortete|reagierte)n?\b(?: \w+){0,4} nicht
        \bnicht (?:äußern|kommentieren|beantwortet|erreichbar)\b|\bzu erreichen war\b(?: \w+){1,3} nicht\b
        \bäußerte[n]? sich(?: \w+){0,4} nicht|\bkeine (?:stellungnahme|antwort|auskunft)\b|\bunbeantwortet\b
        \blehnte[n]?(?: \w+){0,4} (?:stellungnahme|kommentar|auskunft)\b
        \b(?:no|had nothing|nothing) (?:to say|to add|further to say)\b|\b(?:kept|stayed|keeps|remained) silent\b
        \bsilen(?:t|ce) (?:on|about)\b|\b(?:took|takes|would take) no questions\b
        \b(?:sidestepped|dodged|evaded|brushed aside|waved (?:away|aside)) (?:\w+ ){0,2}questions?\b
        \breferred (?:all |us |the |\w+ )?(?:questions|inquiries|enquiries|us|reporters)\b|\bbe drawn\b
        \b(?:rang out|went unheeded)\b|\bphone\b[^.;]{0,30}\b(?:switched off|unanswered)\b
        \b(?:could|can) not be (?:contacted|found|traced)\b|\bunavailable\b|\bguard(?:ó|aron) silencio\b
        \bse neg(?:ó|aron) a\b|\bévit\w+ de répondre|\bgard\w+ le silence\b|\binjoignables?\b
        \bn['’]ont? pu être joint|\bsans réponse\b|\baucune réponse\b|\bschwieg\w*\b|\bverwies(?:en)? (?:auf|an)\b
        \bblieb(?:en)? unbeantwortet\b|\bsin contestar\b""",
    "not told": r"""
        \b<not><few> (?:<tell>|give|given|gave|put a (?:figure|date|number))\b
        \b<not> (?:yet )?(?:wish|want|care) to\b
        \b(?:declin|refus)\w+ to (?:say|name|give|confirm|specify|identify|disclose|reveal|explain|put|be drawn)\b
        \bunable to (?:say|tell|confirm|explain)\b|\b(?:leaves?|left) open\b|\b(?:business|trade) secret\b
        \bwas not able to\b
        \b<nobody>\b[^.;,"”]{0,60}? (?:say|said|tell|told|explain(?:ed)?|describ(?:e|ed)|swear|knows?)\b
        \b(?:gave|gives|given|giving|offer(?:ed|ing)?|with|provided) no (?:\w+ )?(?:account|details?|reasons?
        explanation|dates?|figures?|numbers?|names?|indication|view|opinion|information|timetable|evidence|source)\b
        \bwithout (?:saying|explaining|naming|giving|a list|details)\b|\bhas yet to (?:say|explain|name|decide)\b
        \bno (?:ha(?:n)?|quiso|quisieron|precis\w+|aclar\w+|explic\w+|dijo|detall\w+|revel\w+|concret\w+|pued\w+
        podemos|ofreci\w+)\b(?: (?:aclarado|precisado|explicado|decir|dicho|confirmar|revelar|dado|precisar
        detallado|concretado|hecho público|querido))*
        \bsin (?:precisar|aclarar|detallar|explicar|especificar|decir)\b
        \bn['’](?:a|ont|est|avait) pas (?:\w+ )?(?:précisé|dit|indiqué|expliqué|voulu|communiqué|fourni|donné
        révélé)
        \bne donn\w+ (?:pas|aucun)|\bn['’]a pas voulu\b|\bsans (?:préciser|indiquer|expliquer|dire)\b
        \brefus\w+ de (?:dire|préciser|confirmer|donner)
        \bne (?:peut|peuvent|veut|veulent|pouvons|dit|dira|précise)\b(?: pas)?
        \b(?:wollte|konnte|wollten|konnten|mochte|kann|will)\b(?: [\w-]+){0,7} (?:nicht|nichts
        keine?n?)(?: [\w-]+){0,3} (?:sagen|bestätigen|erklären|nennen|angeben|machen|beziffern|verraten)
        \b(?:ließ|lässt|liess)(?: \w+){1,4} offen|\bnannte[n]?(?: \w+){0,3} (?:nicht|keine?n?)\b
        \bmachte[n]?(?: \w+){0,3} keine angaben|\b(?:says?|said|tells?) (?:only|nothing|no more|little)\b
        \bwould (?:only )?say (?:only|no more)\b|\bnot a word\b|\bno mention\b|\b(?:stopped|stops) short of\b
        \bno (?:[\w'’-]+ ){1,4}?(?:was|were|has been|have been|had been|is) (?:given|named|offered|provided|put
        cited|stated)\b
        \bnot for me to\b|\ba (?:question|matter) for the\b
        \bkeeps? (?:\w+ ){0,3}(?:secret|to (?:itself|himself|herself|themselves))\b
        \b(?:evitó|rehusó) (?:\w+ )?(?:decir|dar|precisar|concretar)\b|\bno (?:ha )?(?:trascendi\w+|facilit\w+)\b
        \bno hay cifras\b|\baucun (?:chiffre|détail|nom|montant)\b|\bn['’]est pas précisée?\b|\bn['’]en dira\b
        \bdazu (?:\w+ ){0,3}nicht\b|\bnicht beziffern\b|\bmach(?:t|en|te) (?:\w+ ){0,3}keine angaben\b
        \bverriet(?:en)? (?:\w+ ){0,3}nicht\b|\bsagt(?:e|en)? (?:\w+ ){0,2}nicht\b""",
    "not known": r"""
        \b(?:unclear|unknown|uncertain|undisclosed|unresolved|unexplained|undecided|unanswered|unsettled
        open question|a mystery|anybody['’]s guess|unaccounted|unidentified|nobody knows|no one knows
        remains to be (?:seen|established|decided))\b
        \b<not><few>(?: been)? (?:known|clear|certain|established|determined|clarified|settled|understood|decided
        fixed|agreed|found|identified|named|traced|explained)\b
        \bnot (?:immediately |yet |entirely |at all )?(?:clear|known|certain)(?: <asking>| if|\b)
        \b<not><few> (?:know|tell|establish|determine|rule out|learn|find out|trace|see)\b
        \bnor is it (?:clear|known)\b|\b<nobody>\b[^.;]{0,40}\bknows?\b|\btoo early to\b|\bin doubt\b
        \bevidence is divided\b|\bmakes? no finding\b
        \bno (?:explanation|trace|indication|word) (?:of|for|on|about)\b
        \bno (?:está|queda|es|fue)(?: \w+)? (?:claro|clara|posible saber)|\bse (?:desconoce\w*|ignora\w*)\b
        \b(?:no|sin) se sabe|\bno se sabe\b|\bfalta por (?:saber|aclarar|ver)\b
        \b(?:sigue|siguen|queda|quedan) sin\b|\bestá por (?:ver|decidir|aclarar)\b|\bincógnita\b
        \b(?:on (?:ignore|ne sait)|reste\w* (?:à |inconnu|flou|incertain|ouverte)\w*|n['’]est pas (?:clair|connu
        établi|tranchée?|fixée?|décidée?)\w*|nul ne sait|personne ne sait)
        \b(?:unklar|ungeklärt|unbekannt|offen ist|offen bleibt|bleibt offen|blieb offen|ungewiss|nicht bekannt
        nicht (?:geklärt|entschieden|ermittelt|gefunden|identifiziert)|(?:noch |zunächst )nicht fest|rätsel)
        \b(?:inconclusive|in the air|hangs in the balance|matter of dispute|only time|time will tell
        open to question)\b
        \bremains? (?:open|in dispute|contested|disputed|a question|missing|to be)\b|\bopinions? differ\b
        \bnot come forward\b|\bnobody counted\b|\bno (?:count|tally|total|conclusion|figures?|record)\b
        \b(?:has|have) (?:gone missing|vanished)\b|\bcould not conclude\b|\bnot (?:been )?counted\b
        \breste à savoir\b|\bon ne connaît\b|\bpersonne ne\b|\bquedó en el aire\b|\bnadie sabe\b
        \b(?:bleibt|blieb|bleiben|blieben)(?: \w+){0,3} (?:offen|unklar)\b
        \b(?:lässt|lasse|ließ)(?:e)? sich (?:\w+ ){0,3}nicht\b|\bniemand (?:\w+ ){0,3}(?:weiß|wusste|sagen)\b
        \bweiß (?:\w+ ){0,2}(?:niemand|nicht)\b""",
    "not shown": r"""
        \b<not><few>(?: been| be)?<few> (?:publish(?:ed)?|released?|made (?:public|available)|public|shown?|seen
        quoted|communicated|disclosed|handed over|discussed|printed|put on paper|compared|appeared|questioned|met
        received|opened|produced|examined|shared|stated|reported)\b
        \b(?:under|lies under) seal\b|\bsealed\b|\bwithheld\b
        \b(?:no|sin) (?:se )?(?:ha sido |ha |han )?(?:publicado|hecho públic\w+|difundido|mostrado)\b
        \bpas (?:été )?(?:rendue?s? publi\w+|publiée?s?|communiquée?s?|montrée?s?|divulguée?s?)\b
        ^(?:veröffentlicht|vorgelegt|gezeigt)\b[^.;]{0,50}\bnicht\b
        \bnicht (?:veröffentlicht|vorgelegt|öffentlich|gezeigt|einsehbar|vor)\b|\bunter verschluss\b
        \b(?:redacted|blacked out|confidential|classified|behind closed doors|under lock|not for publication)\b
        \b(?:makes?|contains?|carries) no\b|\b(?:does|do|did) not (?:mention|contain|record|appear)\b|\bno copy\b
        \blieg(?:t|en) (?:\w+ ){0,3}nicht vor\b|\bgeheim\b|\bvertraulich\b|\bconfidentiel\w*\b|\bconfidencial\w*\b""",
    "no date": r"""
        \bno (?:\w+ ){0,2}(?:date|timetable|day|deadline)\b|\bdate\b[^.;]{0,40}\bnot\b
        \bwithout (?:\w+ )?(?:a |any )?dates?\b|\b<not><few> (?:scheduled)\b|\bat a later date\b
        \bin due (?:course|time)\b|\bdates?\b[^.;]{0,20} depends? on\b|\b<not><words> when\b|\bto be decided later\b
        \b(?:sin|hay|ha fijado|ha dado|tiene)(?: una)? fecha\b|\bno [^.;]{0,30}\b(?:cuándo|qué día)\b
        \b(?:aucune|sans|pas de) (?:date|calendrier)\b|\bkein(?:en)? (?:termin|datum)\b|\bnicht[^.;]{0,30}\bwann\b
        \bno (?:earlier|sooner) than\b|\bat the earliest\b|\bnot before\b
        \b(?:postponed|adjourned|deferred|suspended) (?:\w+ ){0,3}(?:indefinitely|without)\b|\bau plus tôt\b
        \bfrühestens\b|\bno antes de\b""",
    "announced": r"""
        \b<paper>\b[^.;]{0,60}\b(?:promised|expected|awaited|due|to be (?:published|named|announced|released)
        will (?:be|follow|appear|go|come|have|decide)|in preparation|to follow|is to|are to|not before|by the end)\b
        \b(?:will|would|is to|are to|plans? to|promis\w+ to|is expected to|due to
        intends? to)\b[^.;]{0,50}\b(?:publish|release|present|issue|unveil|submit|report|deliver|announce|write
        examine)\b
        \b(?:ordered|commissioned|promised|announced|requested)\b[^.;]{0,30}\b<paper>\b
        \bis to (?:report|write|examine|rule|decide)\b
        \b(?:promised|announced|expected) (?:for|in|by) (?:the )?(?:end|[a-z]+ of|autumn|spring|summer|winter
        january|february|march|april|may|june|july|august|september|october|november|december|next|\d)\b
        \b(?:are|is) not there yet\b|\bwould (?:be made available|be published|follow)\b
        \bpromised an? \w+ (?:reply|answer|report)\b|\bwhose (?:report|findings|view|verdict|opinion)\b
        \b<paper abroad>\b[^.;]{0,80}\b(?:publicará\w*|presentará\w*|espera\w*|publié\w*|rendu\w*|attendu\w*
        prévu\w*|soll|sollen|wird|werden|zugesagt|erwartet|angekündigt)\b
        \b(?:publicará\w*|presentará\w*|publiera\w*|présentera\w*|remettra|soll|wird)\b[^.;]{0,60}\b<paper abroad>\b""",
    "awaited": r"""
        \b(?:will|is to|are to|due to|is due|are due|expected to|must) (?:\w+ )?(?:rule|decide|meet|sit|vote|appear
        hear|resume|examine|be (?:examined|decided|heard|named|announced|made|known))\b
        \b(?:under|still under) (?:examination|investigation|review|consideration)\b|\bpending\b|\bawait\w*\b
        \bto find out (?:whether|who|why|how)\b|\bneed(?:s|ed)? time to\b|\btakes? up the\b|\bwill be counted\b
        \b(?:is|are|was|were|still)(?: still| now)? being (?:examined|investigated|looked|considered|sought|studied
        checked|questioned|analysed|assessed)\b
        \bhas (?:not yet|yet to)\b|\bhave yet to\b|\bstill (?:considering|working|waiting|examining)\b
        \b(?:is|are) expected (?:on|in|by|at|before|next|later|within)\b|\bnext (?:meets|sits)\b
        \bhas been set for\b|\b(?:until|till) (?:then|now)\b|\bbefore that\b
        \b(?:work|inquiry|enquiry|investigation|search|talks|tests|analysis|negotiations)\b[^.;]{0,40}\bcontinu(?:es?|ing)\b
        \bretired to consider\b|\bmay be lodged\b|\bhopes? (?:that|to)\b|\bwill be (?:decided|settled|clear)\b
        \b(?:se espera|pendiente\w*|decidirá\w*|en cours|attendue?s?|tranchera|décidera)\b
        \b(?:wird|werde|werden)(?: \w+){0,4} (?:geprüft|untersucht|entschieden|entscheiden|erwartet)\b
        \bstill to (?:come|be|decide|report)\b|\b(?:is|are|was|were|remains?|still) outstanding\b
        \bis (?:looking into|checking|studying|examining|investigating)\b
        \bsent (?:to|for) (?:\w+ ){0,3}(?:laborator\w+|analysis|testing)\b|\breserved (?:judgment|its|his|her)\b
        \b(?:is|are) to be (?:named|chosen|appointed|announced|decided|determined)\b
        \ba decision (?:is|will|on|was)\b|\bdecision\b[^.;]{0,40}\b(?:expected|due|next|later)\b
        \binvestigation (?:is|was) (?:open|under way|continuing)\b
        \b(?:pas encore|toujours pas|en attente|est attendue?|aún no|todavía no|por el momento|se sabrá|se conocerá
        en estudio)\b
        \bsteht (?:\w+ ){0,3}aus\b|\bnoch nicht\b|\bermittel(?:t|n)\b|\bwird (?:\w+ ){0,3}geprüft\b|\bprüf(?:t|en)\b""",
    "whether": r"""
        \b(?:whether|si)\b|\bob\b|\bif (?:he|she|it|they|the)\b""",
    "asks first": r"""
        ^[\"“„«]?(?:(?:but|and|on|to|as to|from|for|by|at) )?(?:(?:the|just
        exactly) )?(?:question )?(?:of )?<asking>\b
        ^(?:if|ob|wie|wer|wann|warum|wo|was|qui|quand|pourquoi|comment|où|quién|cuándo|por qué)\b""",
}
_INDIRECT = frozenset(("whether", "asks first"))


def _one(pattern: str) -> str:
    """A pattern in one line."""
    return "|".join(line.strip() for line in pattern.strip().splitlines())


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"<([a-z ]+)>", lambda m: _one(_PARTS[m[1]]), _one(pattern)), re.IGNORECASE)


CUES: dict[str, re.Pattern[str]] = {name: _compiled(pattern) for name, pattern in _PATTERNS.items()}
"""Families of words that leave something open, by name."""


def cues_of(text: str) -> frozenset[str]:
    """Names of the cues that a sentence holds; empty when it leaves nothing open.

    An indirect question (`whether`, `asks first`) alone leaves nothing open.
    """
    found = frozenset(name for name, pattern in CUES.items() if pattern.search(text))
    return found if found - _INDIRECT else frozenset()
