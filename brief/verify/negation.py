"""Words of negation in English, Spanish, French and German."""

from __future__ import annotations

import re

_NEGATOR = (
    r"not|no|never|none|nothing|nobody|nowhere|neither|nor|without|cannot|hardly|barely|scarcely|"
    r"nunca|jamás|ningún|ninguna|ninguno|nadie|nada|tampoco|sin|"
    r"pas|jamais|aucune?|rien|sans|nicht|kein\w*|nie|niemals|niemand|nichts|ohne|weder"
)
NEGATED = re.compile(
    rf"^(?:{_NEGATOR}|\w+n['’]t|n['’]\w+|den(?:y|ie[sd]|ying)|refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing))$", re.IGNORECASE
)
"""One word that negates what follows."""

NEGATION = re.compile(
    rf"\b(?:{_NEGATOR}|den(?:y|ie[sd]|ying|ials?)|refus\w+|declin\w+|reject\w*|rul(?:e[sd]?|ing) out|fail(?:s|ed|ing)?|"
    r"lack(?:s|ed|ing)?|false|untrue|unable|impossible|unaware|disput\w+|oppos(?:e[sd]?|ing)|"
    r"nieg\w+|neg(?:ó|aron|ar|ando)|desm[ie]+nt\w+|rechaz\w+|dém[ei]nt\w*|nie(?:nt)?|ni(?:é|er)|refuse\w*|rejett\w*|"
    r"bestr[ei]+t\w*|dementier\w*|wies|weist|lehnt\w*)\b|\w+n['’]t\b|\bn['’]\w",
    re.IGNORECASE,
)
"""Any word of negation or denial."""
