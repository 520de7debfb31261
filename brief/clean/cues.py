"""Cue words of page furniture: general words of buttons, menus and offers, never names of sites."""

from __future__ import annotations

import re

from brief.schema import Label

# A short line that holds one of these words is furniture where it stands among other furniture.
_WORDS: dict[Label, str] = {
    "share": "share tweet facebook twitter whatsapp linkedin pinterest reddit flipboard telegram instagram email print "
    "teilen drucken partager imprimer compartir imprimir compartilhar condividi stampa delen поделиться",
    "subscription": "subscribe subscribed subscriber subscribers subscription subscriptions newsletter newsletters "
    "paywall login signin signup premium abonnieren abo abonnement abonnements abonnez abonner abonné anmelden "
    "registrieren suscripción suscripciones suscríbete suscribirse suscriptores assinatura assine assinante abbonati "
    "abbonamento abonneren подписка подписаться подпишитесь",
    "comments": "comment comments commented reply replies kommentare kommentar commentaires commentaire répondre "
    "comentarios comentario comentar responder comentários comentário commenti rispondi reacties "
    "комментарии комментарий ответить",
    "related": "related recommended trending popular recommends similar verwandte empfohlen meistgelesen "
    "liés relacionadas relacionados relacionado recomendado recomendados correlati populares mais leia "
    "gerelateerd похожие популярное",
    "advert": "advertisement advertisements advert advertise sponsored promoted ad ads anzeige werbung publicité "
    "publicidad publicidade pubblicità advertentie advertorial реклама 광고 広告",
    "navigation": "home menu search skip next previous prev close navigation sitemap cookies cookie privacy copyright "
    "contact careers faq rss tags topics login logout about top startseite suche impressum datenschutz kontakt accueil "
    "recherche connexion mentions contacto inicio buscar privacidad início busca contato cerca privacidade zoeken "
    "главная поиск контакты меню 検索 メニュー 로그인",
}
# A line that holds all words of one of these sets says what it is, wherever it stands.
_SETS: tuple[tuple[Label, int, str], ...] = (
    ("subscription", 40, "sign newsletter"),
    ("subscription", 40, "sign newsletters"),
    ("subscription", 40, "subscribe newsletter"),
    ("subscription", 25, "sign inbox"),
    ("subscription", 25, "subscribe inbox"),
    ("subscription", 25, "newsletter inbox"),
    ("subscription", 16, "subscribe now"),
    ("subscription", 20, "subscribe today"),
    ("subscription", 20, "subscribe unlimited"),
    ("subscription", 16, "already subscriber"),
    ("subscription", 16, "subscribers only"),
    ("subscription", 16, "sign account"),
    ("subscription", 16, "log account"),
    ("subscription", 20, "continue reading subscribe"),
    ("subscription", 30, "newsletter abonnieren"),
    ("subscription", 30, "newsletter anmelden"),
    ("subscription", 30, "newsletter abonnez"),
    ("subscription", 30, "newsletter inscrivez"),
    ("subscription", 30, "newsletter suscríbete"),
    ("subscription", 30, "boletín suscríbete"),
    ("subscription", 30, "newsletter assine"),
    ("subscription", 30, "newsletter iscriviti"),
    ("advert", 30, "download app"),
    ("advert", 10, "get app"),
    ("advert", 10, "install app"),
    ("advert", 30, "app store play"),
    ("advert", 12, "continues after ad"),
    ("advert", 12, "continue reading below"),
    ("advert", 12, "story continues below"),
    ("advert", 8, "scroll continue"),
    ("navigation", 10, "skip content"),
    ("navigation", 10, "skip navigation"),
    ("navigation", 10, "skip main"),
    ("navigation", 10, "jump content"),
    ("navigation", 8, "back top"),
    ("navigation", 45, "we use cookies"),
    ("navigation", 45, "uses cookies"),
    ("navigation", 45, "utilizamos cookies"),
    ("navigation", 45, "utilisons cookies"),
    ("navigation", 45, "verwenden cookies"),
    ("navigation", 60, "all rights reserved"),
    ("navigation", 60, "alle rechte vorbehalten"),
    ("navigation", 60, "tous droits réservés"),
    ("navigation", 60, "todos los derechos reservados"),
    ("navigation", 60, "todos os direitos reservados"),
    ("navigation", 60, "tutti i diritti riservati"),
    ("navigation", 30, "privacy policy"),
    ("navigation", 16, "terms use"),
    ("navigation", 16, "terms service"),
    ("navigation", 16, "terms conditions"),
    ("related", 8, "read more"),
    ("related", 8, "read also"),
    ("related", 8, "more from"),
    ("related", 8, "more stories"),
    ("related", 8, "you might like"),
    ("related", 8, "you may like"),
    ("related", 8, "you may also"),
    ("related", 8, "recommended for you"),
    ("related", 8, "most read"),
    ("related", 8, "most popular"),
    ("related", 8, "mehr zum thema"),
    ("related", 8, "lesen sie auch"),
    ("related", 8, "lire aussi"),
    ("related", 8, "leer más"),
    ("related", 8, "leia também"),
    ("related", 8, "leggi anche"),
    ("related", 8, "lees ook"),
    ("related", 8, "читайте также"),
    ("comments", 10, "leave comment"),
    ("comments", 10, "post comment"),
    ("comments", 10, "leave reply"),
    ("comments", 10, "add comment"),
    ("comments", 10, "join conversation"),
    ("comments", 10, "join discussion"),
    ("comments", 25, "email address published required"),
    ("share", 8, "share this"),
    ("share", 12, "follow us"),
    ("share", 12, "follow on twitter"),
    ("share", 12, "follow on facebook"),
)
_ACCOUNT = frozenset(
    "subscription subscriptions subscribe subscriber newsletter account password device devices login plan premium "
    "abonnement abo konto passwort kennwort gerät compte appareil passe abonné suscripción suscripciones suscríbete "
    "cuenta cuentas contraseña dispositivo dispositivos assinatura conta senha assinante abbonamento dispositivi "
    "apparaat wachtwoord подписка аккаунт пароль устройство".split()
)

WEAK_LIMIT = 6
_HEADING = 30
_POINTER = 30
_WORD = re.compile(r"[^\W_]+")
_BY_WORD: dict[str, Label] = {word: label for label, words in reversed(_WORDS.items()) for word in words.split()}
_BY_FIRST: dict[str, list[tuple[Label, int, frozenset[str]]]] = {}
for _label, _limit, _set in _SETS:
    for _word in _set.split():
        _BY_FIRST.setdefault(_word, []).append((_label, _limit, frozenset(_set.split())))


def strong_cue(words: tuple[str, ...]) -> Label | None:
    """Return what a line (lower-case words) is when its words say so by themselves, else None."""
    if len(words) > 60:
        return None
    present = frozenset(words)
    for word in words:
        for label, limit, needed in _BY_FIRST.get(word, ()):
            if len(words) <= limit and needed <= present:
                return label
    return None


def heading_cue(text: str, count: int) -> Label | None:
    """Return what the words before a line's colon say of it, when that is a pointer: Read more: The mail boat turns."""
    head, colon, rest = text.partition(":")
    if not colon or len(head) >= _HEADING or count > _POINTER or not rest.strip():
        return None
    words = tuple(word.lower() for word in _WORD.findall(head))
    label = strong_cue(words) or weak_cue(words)
    return label if label == "related" else None


def weak_cue(words: tuple[str, ...]) -> Label | None:
    """Return what a line of at most six words may be, when half of them are words of buttons and menus, else None."""
    if len(words) > WEAK_LIMIT:
        return None
    cues = [_BY_WORD[word] for word in words if word in _BY_WORD]
    return cues[0] if cues and 2 * len(cues) >= len(words) else None


def speaks_of_account(words: tuple[str, ...]) -> bool:
    """Tell whether a line has words of subscription prose: account, device, password, plan."""
    return not _ACCOUNT.isdisjoint(words)
