"""The classifier and the vectorizer in scikit-learn's hands."""

from __future__ import annotations

import json
import pickle
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse as sp
from sklearn.base import clone
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.utils.estimator_checks import check_estimator

import caucus
from caucus import QuoteVectorizer, StanceClassifier
from conftest import LEADER, SAMPLE, labeled, run

TRAIN, TEST = labeled("train"), labeled("test")
X, Y, GROUPS = TRAIN["text"].tolist(), TRAIN["label"].tolist(), TRAIN["group"].tolist()
T = TEST["text"].tolist()


def tfidf() -> Pipeline:
    """Scikit-learn's way to the features called plain."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=True)
    return make_pipeline(make_union(words, letters), LogisticRegression(C=1, max_iter=1000, tol=1e-6))


def test_the_classifier_keeps_the_promises_of_scikit_learn() -> None:
    results = check_estimator(StanceClassifier(), on_skip=None)
    assert len(results) > 50
    assert [r["check_name"] for r in results if r["status"] != "passed"] == ["check_array_api_input"]


def test_plain_features_give_the_probabilities_of_scikit_learn_ten_times_as_fast() -> None:
    theirs, ours = tfidf(), StanceClassifier(features="plain", C=1)
    seconds = [shortest(lambda: ours.fit(X, Y)), shortest(lambda: theirs.fit(X, Y))]
    difference = np.abs(theirs.predict_proba(T) - ours.predict_proba(T)).max()
    print(f"{len(X)} texts: scikit-learn {seconds[1]:.2f} s, caucus {seconds[0]:.3f} s; greatest difference {difference:.1e}")
    assert difference < 1e-3
    assert seconds[1] > 10 * seconds[0]


def shortest(work: Callable[[], object]) -> float:
    """The processor time of the shortest of five runs: the first has pages to fetch, and a busy machine makes any of them longer."""

    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(5))


def test_two_classes_have_the_penalty_of_scikit_learn() -> None:
    kept = [i for i, label in enumerate(Y) if label != "neutral"]
    some, labels = [X[i] for i in kept], [Y[i] for i in kept]
    theirs, ours = tfidf().fit(some, labels), StanceClassifier(features="plain", C=1).fit(some, labels)
    assert np.abs(theirs.predict_proba(T) - ours.predict_proba(T)).max() < 1e-3
    rows = theirs[0].transform(some)
    numbers = StanceClassifier(C=1).fit(rows, labels)
    assert np.abs(theirs[1].coef_ - numbers.coef_).max() < 1e-3
    assert numbers.coef_.shape == theirs[1].coef_.shape


def test_a_vectorizer_and_a_classifier_make_a_pipeline() -> None:
    pipeline = Pipeline([("rows", QuoteVectorizer("plain")), ("stance", StanceClassifier(C=1))]).fit(X, Y)
    whole = StanceClassifier("plain", C=1).fit(X, Y)
    assert np.abs(pipeline.predict_proba(T) - whole.predict_proba(T)).max() < 1e-3
    assert pipeline[:-1].get_feature_names_out().shape == (pipeline[0].n_columns_,)


def test_the_rows_are_those_of_scikit_learn() -> None:
    theirs = tfidf()[0].fit_transform(X)
    vectorizer = QuoteVectorizer("plain")
    ours = vectorizer.fit_transform(X)
    assert isinstance(ours, sp.csr_matrix) and ours.has_sorted_indices
    assert ours.shape == theirs.shape and ours.nnz == theirs.nnz
    assert np.allclose(np.sort(ours.data), np.sort(theirs.data), atol=1e-6)
    assert (vectorizer.transform(X) != ours).nnz == 0
    again = pickle.loads(pickle.dumps(vectorizer))
    assert (again.transform(T) != vectorizer.transform(T)).nnz == 0


def test_a_search_and_folds_by_group_take_it() -> None:
    search = GridSearchCV(StanceClassifier("plain"), {"C": [0.1, 10]}, cv=GroupKFold(3)).fit(X, Y, groups=GROUPS)
    assert search.best_params_["C"] == 10
    sheet = TRAIN.drop(columns="label")
    held = cross_val_predict(StanceClassifier(), sheet, Y, groups=GROUPS, cv=GroupKFold(4), method="predict_proba")
    assert held.shape == (len(X), 3)
    assert np.allclose(held.sum(axis=1), 1)
    assert (np.unique(Y)[held.argmax(axis=1)] == np.array(Y)).mean() > 0.6


def test_copies_answer_alike() -> None:
    model = StanceClassifier("plain", C=3).fit(X, Y)
    expected = model.predict_proba(T)
    assert (pickle.loads(pickle.dumps(model)).predict_proba(T) == expected).all()
    assert clone(model).get_params() == model.get_params()
    assert (clone(model).fit(X, Y).predict_proba(T) == expected).all()
    assert (clone(model).set_params(jobs=4).fit(X, Y).predict_proba(T) == expected).all()


def test_a_model_is_the_commands(tmp_path: Path) -> None:
    given = TRAIN.drop(columns="label")
    model = StanceClassifier(folds=5).fit(given, Y, groups=GROUPS)
    model.save(tmp_path / "ours.safetensors")
    labels = SAMPLE / "labels"
    run("train", labels / "train.jsonl", "-o", tmp_path / "theirs.safetensors", "--quiet")
    theirs = caucus.load(tmp_path / "theirs.safetensors")
    assert isinstance(theirs, StanceClassifier)
    sheet = TEST.drop(columns="label")
    assert np.allclose(model.predict_proba(sheet), theirs.predict_proba(sheet), atol=1e-6)
    told = run("predict", tmp_path / "ours.safetensors", labels / "test.jsonl").splitlines()
    assert [json.loads(line)["label"] for line in told] == model.predict(sheet).tolist()
    text = ["“Marwick has failed the fishermen,” said Ruth Okello of the board."]
    own, filed = (caucus.score(text, LEADER, model=m) for m in (model, tmp_path / "ours.safetensors"))
    assert own["p_against"].tolist() == filed["p_against"].tolist()


def test_an_explanation_sums_to_the_logits() -> None:
    model = StanceClassifier(C=1).fit(TRAIN.drop(columns="label"), Y)
    told = model.explain(T[0], "Helen Marwick")
    for label, logit in told["logits"].items():
        total = told["intercepts"][label] + sum(term["logits"].get(label, 0) for term in told["contributions"])
        assert total == pytest.approx(logit, abs=1e-4)


def test_what_cannot_be_fitted_is_told() -> None:
    with pytest.raises(ValueError, match="at least two"):
        StanceClassifier().fit(["a b", "c d"], ["favor", "favor"])
    with pytest.raises(ValueError, match="with 4 classes"):
        StanceClassifier().fit(["a", "b", "c", "d"], list("wxyz"))
    with pytest.raises(ValueError, match="expected one of stance"):
        StanceClassifier("nouns").fit(["a b", "c d"], ["favor", "against"])
    with pytest.raises(ValueError, match="2 texts and labels of shape"):
        StanceClassifier().fit(["a b", "c d"], ["favor"])
    with pytest.raises(ValueError, match="need labels"):
        QuoteVectorizer("tweets").fit(["a b", "c d"])
