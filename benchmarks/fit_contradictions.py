"""Fits the model that tells contradictions from other pairs of passages, on tests/affairs, and says how well it does.

    python -m benchmarks.fit_contradictions            # figures by cross-validation, and the model's files written
    python -m benchmarks.fit_contradictions --check    # figures only

Needs scikit-learn. The affairs held out (benchmarks/affairs.py) take no part. Folds are whole affairs. A pair is right
when it is labelled; each labelled contradiction counts once, each passage is used once. Pairs right beside a labelled
one are not fitted on, because they often tell of the same disagreement. The least score from which a pair is reported
is the lowest at which, in cross-validation, a share of `LEAST_PRECISION` of all pairs reported is right. `CLOSE`
affairs hold most contradictions for their length, and weigh more.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from benchmarks.affairs import Affair, Labels, affairs, data_hash
from brief.compare.looks import Crowds, pairs_of
from brief.compare.pair import Pair
from brief.compare.pairs.model import Linear, pair_model, score
from brief.compare.rivals import Rivals
from brief.compare.weights import Weights

PACKAGE = Path(__file__).parent.parent / "brief" / "compare" / "pairs"
CLOSE = 100
"""Affairs from this number on hold their contradictions close together."""

CLOSE_WEIGHT = 1.5
FOLDS = 6
LEAST_PRECISION = 0.64
_RULED_OUT = 0.15  # share of the labelled pairs that the first regression may rule out
_FIRST_C, _KIND_C = 0.005, 0.02


@dataclass(frozen=True)
class Data:
    """All pairs of all affairs: signals, labelled or not, affair, passages, which contradiction and of which kind."""

    names: tuple[str, ...]
    rows: np.ndarray[Any, np.dtype[np.float64]]
    labelled: np.ndarray[Any, np.dtype[np.bool_]]
    beside: np.ndarray[Any, np.dtype[np.bool_]]
    """Not labelled, and both passages are those of a labelled pair or stand right beside them."""
    affair: np.ndarray[Any, np.dtype[np.int64]]
    pairs: list[Pair]
    places: list[tuple[int, int]]
    which: list[tuple[int, str] | None]
    weights: np.ndarray[Any, np.dtype[np.float64]]
    same_article: list[bool]
    crowd: list[int]
    numbers: list[int]
    real: list[int]


def gather(found: Sequence[Affair]) -> Data:
    """Return the pairs of some affairs with their signals and labels."""
    names: tuple[str, ...] = ()
    rows, labelled, affair, places, which, weights = [], [], [], [], [], []
    pairs: list[Pair] = []
    same_article: list[bool] = []
    crowd: list[int] = []
    beside: list[bool] = []
    for n, one in enumerate(found):
        labels = one.labels()
        around = _around(labels)
        looked_at = list(pairs_of(one.passages, Weights(one.passages)))
        crowds = Crowds()
        for pair, _ in looked_at:
            crowds.add(pair)
        for pair, row in looked_at:
            crowd.append(crowds.of(pair))
            pairs.append(pair)
            names = names or tuple(row)
            key = (min(pair.a.index, pair.b.index), max(pair.a.index, pair.b.index))
            label = labels.get(key)
            rows.append([row[name] for name in names])
            labelled.append(label is not None and label[1] != "apparent")
            beside.append(key in around and not labelled[-1])
            affair.append(n)
            places.append(key)
            which.append(label)
            same_article.append(pair.a.article == pair.b.article)
            weights.append(CLOSE_WEIGHT if one.number >= CLOSE else 1.0)
    return Data(
        names,
        np.array(rows),
        np.array(labelled),
        np.array(beside),
        np.array(affair),
        pairs,
        places,
        which,
        np.array(weights),
        same_article,
        crowd,
        [one.number for one in found],
        [one.real() for one in found],
    )


def _around(labels: Labels) -> frozenset[tuple[int, int]]:
    """Return the places of the labelled pairs and of those right beside them."""
    real = (key for key, (_, kind) in labels.items() if kind != "apparent")
    return frozenset((a + i, b + j) for a, b in real for i in (-1, 0, 1) for j in (-1, 0, 1))


class Regression:
    """A standardising logistic regression, and its numbers as JSON."""

    def __init__(self, c: float) -> None:
        self.scaler = StandardScaler()
        self.fitted = LogisticRegression(C=c, max_iter=3000)

    def fit(self, rows: Any, outcome: Any, weights: Any = None) -> Regression:
        """Fit and return itself."""
        self.fitted.fit(self.scaler.fit_transform(rows), outcome, sample_weight=weights)
        return self

    def odds(self, rows: Any) -> Any:
        """Return the log-odds."""
        return self.fitted.decision_function(self.scaler.transform(rows))

    def linear(self) -> Linear:
        """Return the regression as the program holds it."""
        return Linear(*(np.array(values) for values in self.told().values()))

    def told(self) -> dict[str, Any]:
        """Return the numbers, six digits each."""
        return {
            "mean": _short(self.scaler.mean_),
            "scale": _short(self.scaler.scale_),
            "weights": [_short(row) for row in self.fitted.coef_],
            "intercepts": _short(self.fitted.intercept_),
        }


def _short(values: Any) -> list[float]:
    return [float(f"{v:.6g}") for v in values]


def _trees() -> ExtraTreesClassifier:
    return ExtraTreesClassifier(400, min_samples_leaf=8, max_features=0.5, max_depth=14, n_jobs=2, random_state=0)


@dataclass(frozen=True)
class Fitted:
    """Both stages."""

    first: Regression
    least: float
    trees: ExtraTreesClassifier

    def chances(self, data: Data, chosen: Any) -> Any:
        """Return the chance of each of some rows, 0 where the first stage rules it out."""
        odds = self.first.odds(data.rows[chosen])
        found = np.zeros(len(odds))
        kept = odds > self.least
        if kept.any():
            columns = np.column_stack([data.rows[chosen], odds, leads(data, chosen, odds)])
            found[kept] = self.trees.predict_proba(columns[kept])[:, 1]
        return found


def leads(data: Data, chosen: Any, odds: Any) -> Any:
    """Return by how much each of some rows is ahead of its rivals among them; `chosen` holds whole affairs."""
    rivals: dict[int, Rivals] = defaultdict(Rivals)
    for i, x in zip(chosen, odds, strict=True):
        rivals[data.affair[i]].add(data.pairs[i], x)
    return np.array([rivals[data.affair[i]].leads(data.pairs[i], x) for i, x in zip(chosen, odds, strict=True)])


def fit(data: Data, chosen: Any) -> Fitted:
    """Fit both stages on some rows; the second sees the first as it does on rows that it was not fitted on."""
    odds = np.zeros(len(chosen))
    for own, other in GroupKFold(5).split(chosen, data.labelled[chosen], data.affair[chosen]):
        odds[other] = _first(data, chosen[own]).odds(data.rows[chosen[other]])
    outcome = data.labelled[chosen]
    least = float(np.quantile(odds[outcome], _RULED_OUT))
    kept = (odds > least) & ~data.beside[chosen]
    columns = np.column_stack([data.rows[chosen], odds, leads(data, chosen, odds)])
    trees = _trees().fit(columns[kept], outcome[kept], sample_weight=data.weights[chosen][kept])
    return Fitted(_first(data, chosen), least, trees)


def _first(data: Data, chosen: Any) -> Regression:
    fitted_on = chosen[~data.beside[chosen]]
    return Regression(_FIRST_C).fit(data.rows[fitted_on], data.labelled[fitted_on], data.weights[fitted_on])


def reported(data: Data, chances: Any, affair: int) -> Iterator[tuple[float, int | None]]:
    """Yield the pairs of an affair that could be reported, likeliest first, with the row if right."""
    order = [i for i in np.flatnonzero(data.affair == affair) if chances[i] > 0]
    used: set[int] = set()
    told: set[int] = set()
    for i in sorted(order, key=lambda i: -chances[i]):
        label = data.which[i]
        real = label is not None and label[1] != "apparent"
        if used & set(data.places[i]) or (real and label is not None and label[0] in told):
            continue
        used |= set(data.places[i])
        if real and label is not None:
            told.add(label[0])
        yield float(chances[i]), int(i) if real else None


def least_score(data: Data, chances: Any) -> float:
    """Return the lowest chance at which enough of the pairs reported are right."""
    found = [p for n in range(len(data.numbers)) for p in reported(data, chances, n)]
    least, right = 1.0, 0
    for count, (chance, row) in enumerate(sorted(found, key=lambda p: -p[0]), start=1):
        right += row is not None
        if right >= LEAST_PRECISION * count:
            least = chance
    return least


def tell(name: str, data: Data, chances: Any, least: float, kinds: Any, chosen: Sequence[int]) -> None:
    """Print precision, recall, F1 and the share of right kinds of some affairs."""
    found = [p for n in chosen for p in reported(data, chances, n) if p[0] >= least]
    right = [row for _, row in found if row is not None]
    real = sum(data.real[n] for n in chosen)
    kind = sum(kinds[row] == data.which[row][1] for row in right if data.which[row] is not None)  # type: ignore[index]
    print(
        f"{name:12} {len(found):4} reported, {len(right):4} right of {real:4}: "
        f"precision {len(right) / max(1, len(found)):.2f}, "
        f"recall {len(right) / max(1, real):.2f}, F1 {2 * len(right) / max(1, len(found) + real):.2f}, "
        f"kind {kind / max(1, len(right)):.2f}"
    )


def stored(forest: ExtraTreesClassifier) -> dict[str, Any]:
    """Return the trees as one list of nodes."""
    parts: dict[str, list[Any]] = {"roots": [], "signal": [], "threshold": [], "left": [], "right": []}
    for estimator in forest.estimators_:
        tree, first = estimator.tree_, len(parts["signal"])
        leaf = tree.children_left < 0
        share = tree.value[:, 0, 1] / tree.value[:, 0].sum(axis=1)
        parts["roots"].append(first)
        parts["signal"].extend(np.where(leaf, -1, tree.feature))
        parts["threshold"].extend(np.where(leaf, share, tree.threshold))
        parts["left"].extend(np.where(leaf, 0, tree.children_left + first))
        parts["right"].extend(np.where(leaf, 0, tree.children_right + first))
    types = {"roots": np.int32, "signal": np.int16, "threshold": np.float32, "left": np.int32, "right": np.int32}
    return {name: np.array(values, dtype=types[name]) for name, values in parts.items()}


def main() -> None:
    """Cross-validate, print, and write the model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    found = [affair for affair in affairs() if not affair.held_out]
    data = gather(found)
    among = {(data.affair[i], w[0]) for i, w in enumerate(data.which) if w is not None and w[1] != "apparent"}
    print(f"{len(found)} affairs, sha256 {data_hash()[:16]}; {len(data.names)} signals")
    print(f"{len(data.rows)} pairs, {int(data.labelled.sum())} labelled, among them ", end="")
    print(f"{len(among)} of {sum(data.real)} contradictions")
    chances = np.zeros(len(data.rows))
    kinds = np.full(len(data.rows), "", dtype=object)
    scores = np.zeros(len(data.rows))
    real = np.array([w is not None and w[1] != "apparent" for w in data.which])
    kind_of = np.array([w[1] if w is not None else "" for w in data.which])
    for own, other in GroupKFold(FOLDS).split(data.rows, data.labelled, data.affair):
        chances[other] = fit(data, own).chances(data, other)
        kind = Regression(_KIND_C).fit(data.rows[own][real[own]], kind_of[own][real[own]])
        model = replace(pair_model(), names=data.names, kinds=tuple(kind.fitted.classes_), kind=kind.linear())
        for i in other[chances[other] > 0]:
            row = dict(zip(data.names, data.rows[i], strict=True))
            kinds[i], share = model.kind_of(row, same_article=data.same_article[i])
            scores[i] = score(chances[i], share, data.crowd[i])
    least = least_score(data, scores)
    print(f"least score {least:.3f}; by cross-validation over {FOLDS} folds of affairs:")
    close = [n for n, number in enumerate(data.numbers) if number >= CLOSE]
    loose = [n for n, number in enumerate(data.numbers) if number < CLOSE]
    for name, chosen in (("all affairs", [*loose, *close]), ("close", close), ("others", loose)):
        tell(name, data, scores, least, kinds, chosen)
    if arguments.check:
        return
    final = fit(data, np.arange(len(data.rows)))
    kind = Regression(_KIND_C).fit(data.rows[real], kind_of[real])
    weights = {
        "data": data_hash(),
        "least_score": float(f"{least:.3f}"),
        "least": final.least,
        "names": data.names,
        "first": final.first.told(),
        "kinds": [str(name) for name in kind.fitted.classes_],
        "kind": kind.told(),
    }
    (PACKAGE / "pair_weights.json").write_text(json.dumps(weights, indent=0) + "\n", encoding="utf-8")
    np.savez_compressed(PACKAGE / "pair_trees.npz", **stored(final.trees))
    print(f"written: {(PACKAGE / 'pair_trees.npz').stat().st_size:,} bytes of trees")


if __name__ == "__main__":
    main()
