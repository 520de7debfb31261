"""What a pair of passages shows: some hundred numbers that a fitted model weighs. None of them decides alone."""

from __future__ import annotations

from math import log

import numpy as np

from brief.compare.later_time import is_update
from brief.compare.opposites import opposed, other_day
from brief.compare.pair import Pair
from brief.compare.pairs.slots import counts, negation
from brief.compare.pairs.table import ALIKE, SAME, Table
from brief.compare.pairs.vectors import Matrix, prototypes
from brief.compare.passages import Passage
from brief.compare.voices import one_voice, same_speaker

_MATCHED = 0.5  # likeness from which a word has a partner on the other side
_BOTH_WAYS = ("negation", "broad", "narrow", "before", "after", "dispute", "record", "open", "as_of")
_MOST_CAPITALS = 4


def signals(table: Table, i: int, j: int, pair: Pair) -> dict[str, float]:
    """Return the signals of a pair, row `i` and column `j` of a table, by name; flags are 0 or 1."""
    a, b = table.rows[i], table.columns[j]
    p, q = a.passage, b.passage
    words = table.words(i, j)
    best_a, best_b = words.max(axis=1), words.max(axis=0)
    weight_a, weight_b = table.row_weights[i], table.column_weights[j]
    cover_a, cover_b = (float(w @ m / w.sum()) for w, m in ((weight_a, best_a), (weight_b, best_b)))
    soft = float(table.shared[i, j]) / 2
    found: dict[str, float] = {
        "cover_max": max(cover_a, cover_b),
        "cover_min": min(cover_a, cover_b),
        "cover_sum": cover_a + cover_b,
        "exact": float(weight_a @ (best_a >= SAME)),
        "soft": soft,
        "weight": pair.weight,
        "cosine": pair.cosine,
        "likeness": pair.likeness,
        "context": pair.context,
        "context_cover": pair.context * max(cover_a, cover_b),
        "near_words": _near(words),
        "shared_names": len(p.names & q.names),
        "shared_actors": len(p.actors & q.actors),
        "shared_capitals": len(a.capitals & b.capitals),
        "own_capitals": min(len(a.capitals - b.capitals), len(b.capitals - a.capitals), _MOST_CAPITALS),
        "central": pair.central,
        "touching": pair.touching,
        "row_rank": min(table.row_ranks[i, j], table.column_ranks[i, j]),
        "worse_rank": max(table.row_ranks[i, j], table.column_ranks[i, j]),
        "share_of_best": float(table.row_parts[i, j] * table.column_parts[i, j]),
    }
    common = [s for s in a.stems if s in b.stems]
    found["exclusive"] = sum(table.holders[s] == 2 for s in common)
    found["nearly_exclusive"] = sum(table.holders[s] <= 3 for s in common)
    found["rarest"] = max(map(pair.weights.of, common), default=0.0)
    found |= _shape(p, q, len(a.stems), len(b.stems))
    found |= _rest(table, i, j, best_a, best_b)
    found |= _clauses(table, i, j, words)
    found |= _voices(p, q)
    for name in a.cues:
        found[f"cue_{name}"] = a.cues[name] + b.cues[name]
        if name in _BOTH_WAYS:
            found[f"one_{name}"] = a.cues[name] != b.cues[name]
    found["broad_narrow"] = (a.cues["broad"] and b.cues["narrow"]) or (b.cues["broad"] and a.cues["narrow"])
    found["before_after"] = (a.cues["before"] and b.cues["after"]) or (b.cues["before"] and a.cues["after"])
    found["before_after_soft"] = found["before_after"] * soft
    found["later_time"] = is_update(p, q)
    found["another_day"] = p.published != q.published
    found |= _times(p, q)
    found["denials"] = (p.stance == "deny") + (q.stance == "deny")
    found["accusations"] = (p.stance == "accuse") + (q.stance == "accuse")
    later = b if (q.published or "") >= (p.published or "") else a
    found["answers"] = later.cues["dispute"]
    found["answers_soft"] = found["answers"] * soft
    found["dispute_soft"] = found["cue_dispute"] * soft
    found["dispute_cover"] = found["one_dispute"] * found["cover_max"]
    found["cleft_soft"] = found["cue_cleft"] * soft
    found |= counts(pair, a, b, words)
    found |= negation(a, b, (weight_a, weight_b), (best_a, best_b))
    one = found["one_negated"]
    found["negated_soft"], found["negated_cover_max"] = one * soft, one * found["cover_max"]
    found["same_speaker_negated"] = found["same_speaker"] * one
    found["same_speaker_soft"] = found["same_speaker"] * soft * (p.article != q.article)
    found["cause_rest"] = (found["cue_cause"] >= 1) * found["rest_alike"]
    found["count_exact"] = found["count_head"] * found["exact"]
    found["agree"] = found["cover_min"] * (1 - found["rest_share_max"])
    return {name: float(value) for name, value in found.items()}


def _times(p: Passage, q: Passage) -> dict[str, float]:
    """Whether the two name hours, or days, and none that both name; and words that are opposites."""
    hours = [{x.low for x in one.quantities if x.kind == "clock"} for one in (p, q)]
    return {
        "other_hour": all(hours) and not hours[0] & hours[1],
        "same_hour": bool(hours[0] & hours[1]),
        "other_day": other_day(p, q),
        "opposites": opposed(p, q),
    }


def _near(words: Matrix) -> float:
    near = (words >= ALIKE * 0.88) & (words < SAME)
    return float(near.any(axis=1).sum() + near.any(axis=0).sum()) / 2


def _shape(p: Passage, q: Passage, stems_a: int, stems_b: int) -> dict[str, float]:
    lengths, stems = sorted((len(p.text), len(q.text))), sorted((stems_a, stems_b))
    places = sorted((p.sentence, q.sentence))
    return {
        "shorter": lengths[0],
        "longer": lengths[1],
        "fewer_stems": stems[0],
        "more_stems": stems[1],
        "log_stems": log(1 + stems[0]),
        "earlier_place": places[0],
        "later_place": places[1],
        "headlines": p.headline + q.headline,
        "headline_abroad": p.article != q.article and (p.headline or q.headline),
        "hedged": p.hedged + q.hedged,
    }


def _rest(table: Table, i: int, j: int, best_a: Matrix, best_b: Matrix) -> dict[str, float]:
    """What each side says that the other does not, and what sort of thing that is."""
    a, b = table.rows[i], table.columns[j]
    rest_a = table.row_weights[i] * (best_a < _MATCHED)
    rest_b = table.column_weights[j] * (best_b < _MATCHED)
    sums = sorted((float(rest_a.sum()), float(rest_b.sum())))
    wholes = float(table.row_weights[i].sum()), float(table.column_weights[j].sum())
    shares = sorted((float(rest_a.sum()) / wholes[0], float(rest_b.sum()) / wholes[1]))
    whole_a, whole_b = rest_a @ a.vectors, rest_b @ b.vectors
    norms = float(np.linalg.norm(whole_a) * np.linalg.norm(whole_b))
    among = a.vectors[rest_a > 0] @ b.vectors[rest_b > 0].T
    found = {
        "rest_min": sums[0],
        "rest_max": sums[1],
        "rest_share_min": shares[0],
        "rest_share_max": shares[1],
        "rest_alike": float(whole_a @ whole_b) / norms if norms > 0 else 0.0,
        "rest_nearest": float(among.max()) if among.size else 0.0,
        "rest_names": float(min((rest_a * a.names).sum(), (rest_b * b.names).sum())),
    }
    of_a, of_b = ((r.sorts * (rest > 0)[:, None]).max(axis=0) for r, rest in ((a, rest_a), (b, rest_b)))
    for n, name in enumerate(prototypes()[0]):
        found[f"both_{name}"] = float(min(of_a[n], of_b[n]))
        found[f"any_{name}"] = float(max(of_a[n], of_b[n]))
    return found


def _clauses(table: Table, i: int, j: int, words: Matrix) -> dict[str, float]:
    """The two clauses that share most."""
    weight_a, weight_b = table.row_weights[i], table.column_weights[j]
    best = cover = 0.0
    for x in table.rows[i].clauses:
        for y in table.columns[j].clauses:
            part = words[np.ix_(x, y)]
            own_a, own_b = weight_a[list(x)], weight_b[list(y)]
            shared = float(own_a @ part.max(axis=1) + own_b @ part.max(axis=0))
            if shared > best:
                best, cover = shared, shared / float(own_a.sum() + own_b.sum())
    return {"clause_soft": best, "clause_cover": cover}


def _voices(p: Passage, q: Passage) -> dict[str, float]:
    known = (p.speaker is not None) + (q.speaker is not None)
    same = same_speaker(p, q)
    return {
        "speakers": known,
        "same_speaker": same,
        "two_speakers": known == 2 and not same,
        "one_voice": one_voice(p, q),
        "quoted": p.quoted + q.quoted,
        "names_the_other": _names_the_other(p, q) or _names_the_other(q, p),
    }


def _names_the_other(p: Passage, q: Passage) -> bool:
    return q.speaker is not None and p.speaker != q.speaker and q.speaker.split()[-1].lower() in p.text.lower()
