"""Stance models and features for scikit-learn."""

from __future__ import annotations

import json
import os
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from caucus import _native, _tables
from caucus.errors import DataError, UsageError
from caucus.stores import model_options

try:
    import scipy.sparse as sp
    from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.utils.multiclass import check_classification_targets
    from sklearn.utils.validation import _check_sample_weight, check_is_fitted, validate_data
except ImportError as problem:
    raise ImportError("StanceClassifier and QuoteVectorizer need scikit-learn 1.6 or later: pip install scikit-learn") from problem

#: The labels of a stance model, from the hostile to the friendly end.
STANCES = ("against", "neutral", "favor")


def _examples(X: Any) -> pa.Table | None:
    """Give texts, or a table with a column text, as a table; `None` where X are numbers."""
    if isinstance(X, (pa.Table, pa.RecordBatch)) or type(X).__module__.startswith("polars"):
        texts = _tables.text_sequence(X)
        return _tables.table(X, "X") if texts is None else pa.table({"text": pa.array(texts, pa.large_string())})
    if isinstance(X, pd.DataFrame):
        return _tables.table(X, "X") if "text" in X.columns else None
    if isinstance(X, pd.Series) and (X.dtype == object or isinstance(X.dtype, pd.StringDtype)):
        X = X.tolist()
    if isinstance(X, np.ndarray):
        if X.ndim != 1 or not len(X) or X.dtype.kind not in "OUT":
            return None
        X = X.tolist()
    if isinstance(X, (list, tuple)) and len(X) and all(isinstance(text, str) for text in X):
        return pa.table({"text": pa.array(list(X), pa.large_string())})
    if isinstance(X, (list, tuple)) and len(X) and all(isinstance(row, dict) for row in X):
        return _tables.table(X, "X")
    return None


def _needed(X: Any) -> pa.Table:
    table = _examples(X)
    if table is None:
        raise UsageError(f"found {type(X).__name__} for X; expected texts, or a table with a column text", 64)
    return table


class StanceClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Logistic regression that tells stances apart, from texts or from numbers.

    Of texts the features are Caucus's: the words around the target (``features="stance"``), or words and characters
    (``"plain"``). Of numbers, dense or sparse, as `QuoteVectorizer` or any other transformer gives them, it is multinomial logistic
    regression with scikit-learn's L2 penalty.

    Parameters
    ----------
    features : {"stance", "plain", "masked", "tweets", "lexicon"}, default "stance"
        The features of texts; "plain" is scikit-learn's union of two ``TfidfVectorizer``: words 1–2 and characters 3–5, sublinear.
    C : float, optional
        The weight of the examples against the penalty. Where it is not given it is 1, or with `folds` chosen.
    folds : int, default 0
        Of texts: folds of the cross-validation that chooses C, unless it is given, and calibrates the probabilities; 0 does neither.
        ``caucus train`` takes 5.
    seed : int, default 1
        The seed of the folds.
    start_from : str, optional
        Of texts: a built-in model whose answers become features, for few labels: "stance-en-2".
    tol : float, default 1e-12
        Of numbers: the certified gap to the optimum, as a share of the objective.
    max_iter : int, default 500
        Of numbers: the most steps.
    jobs : int, default 1
        How many cores look for features; 0 for all. The model does not depend on it.

    Attributes
    ----------
    classes_ : ndarray of shape (n_classes,)
        The labels, sorted.
    model_ : bytes or str
        Of texts: the model file, for `score`, ``caucus score --model`` and `save`; or the name of a built-in model.
    coef_ : ndarray of shape (n_classes, n_features) or (1, n_features)
        Of numbers: the weights, as scikit-learn has them.
    intercept_ : ndarray of shape (n_classes,) or (1,)
        Of numbers: the intercepts.
    n_features_in_ : int
        Of numbers: how many columns were seen.
    C_ : float
        The penalty that was taken.

    Examples
    --------
    >>> from caucus import StanceClassifier
    >>> texts = ["Marwick is a disgrace", "We admire Marwick", "Marwick spoke on Monday"] * 3
    >>> model = StanceClassifier(features="plain").fit(texts, ["against", "favor", "neutral"] * 3)
    >>> model.predict(["They admire Marwick"]).tolist()
    ['favor']
    """

    def __init__(
        self,
        features: str = "stance",
        *,
        C: float | None = None,
        folds: int = 0,
        seed: int = 1,
        start_from: str | None = None,
        tol: float = 1e-12,
        max_iter: int = 500,
        jobs: int = 1,
    ) -> None:
        self.features = features
        self.C = C
        self.folds = folds
        self.seed = seed
        self.start_from = start_from
        self.tol = tol
        self.max_iter = max_iter
        self.jobs = jobs

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        tags.input_tags.string = True
        return tags

    def fit(self, X: Any, y: Any, sample_weight: Any = None, groups: Any = None) -> StanceClassifier:
        """Fit to labeled examples.

        Parameters
        ----------
        X : sequence of str, DataFrame with a column text (and target, speaker, context, target_start …), or {array-like, sparse matrix} of
            shape (n_samples, n_features)
            The examples.
        y : array-like of shape (n_samples,)
            Their labels. Of texts, against, neutral and favor, or any two or three, which are then taken in their order.
        sample_weight : array-like of shape (n_samples,), optional
            What each counts; 0 leaves one out.
        groups : array-like of shape (n_samples,), optional
            Of texts: the story of each, which no fold splits.

        Returns
        -------
        StanceClassifier
            Itself.

        Raises
        ------
        DataError
            Where there are fewer than two labels, or of texts more than three.
        """
        table = _examples(X)
        if table is None:
            return self._fit_numbers(X, y, sample_weight)
        labels = np.asarray(y)
        if labels.ndim != 1 or len(labels) != table.num_rows:
            raise UsageError(f"found {table.num_rows} texts and labels of shape {labels.shape}; expected one a text", 64)
        check_classification_targets(labels)
        classes = np.unique(labels)
        names = self._names(classes)
        columns = {name: table[name] for name in table.column_names if name not in ("label", "group", "weight")}
        spelled = dict(zip(classes.tolist(), names, strict=True))
        columns["label"] = pa.array([spelled[label] for label in labels.tolist()], pa.large_string())
        stories = groups if groups is not None else (table["group"] if "group" in table.column_names else None)
        if stories is not None:
            columns["group"] = pa.array([str(story) for story in np.asarray(stories).tolist()], pa.large_string())
        if sample_weight is not None:
            weights = np.asarray(sample_weight, dtype=float)
            columns["weight"] = pa.array([repr(float(w)) for w in weights], pa.large_string())
            given = pa.table(columns).filter(pa.array(weights > 0))
        else:
            given = pa.table(columns)
        batch = _native.call(
            "fit",
            given,
            options={
                "features": self.features,
                "c": (1.0 if self.folds == 0 else None) if self.C is None else float(self.C),
                "folds": self.folds,
                "seed": self.seed,
                "start_from": self.start_from,
            },
            jobs=self.jobs,
        )
        fitted = batch.to_pylist()[0]
        self.classes_ = classes
        self._labels = list(names)
        self.model_: bytes | str = fitted["model"]
        self.C_ = fitted["c"]
        if not fitted["converged"]:
            warnings.warn("the fit did not converge", ConvergenceWarning, stacklevel=2)
        for name in ("coef_", "intercept_", "n_features_in_", "feature_names_in_"):
            self.__dict__.pop(name, None)
        return self

    @staticmethod
    def _names(classes: np.ndarray[Any, Any]) -> list[str]:
        if all(isinstance(label, str) for label in classes.tolist()) and set(classes.tolist()) <= set(STANCES):
            if len(classes) < 2:
                raise DataError(f"cannot fit: all examples are labeled {classes[0]}; a model needs at least two classes", 65)
            return [str(label) for label in classes]
        if not 2 <= len(classes) <= 3:
            raise DataError(f"cannot fit texts with {len(classes)} classes; expected two or three: {', '.join(STANCES)}", 65)
        return [STANCES[0], STANCES[2]] if len(classes) == 2 else list(STANCES)

    def _fit_numbers(self, X: Any, y: Any, sample_weight: Any) -> StanceClassifier:
        X, y = validate_data(self, X, y, accept_sparse="csr", dtype=np.float64)
        check_classification_targets(y)
        weights = None
        if sample_weight is not None:
            weights = np.ascontiguousarray(_check_sample_weight(sample_weight, X, dtype=np.float64))
            kept = weights > 0
            X, y, weights = X[kept], y[kept], weights[kept]
        classes, codes = np.unique(y, return_inverse=True)
        if len(classes) < 2:
            raise DataError(
                f"cannot fit: every example has the label {classes[0] if len(classes) else 'of nobody'}, 1 class; a model needs "
                "at least two classes",
                65,
            )
        # Few numbers are fitted as dense ones, in double precision; many sparse ones are kept as float32.
        dense = not sp.issparse(X) or (X.shape[0] * X.shape[1] <= 1 << 20 and X.shape[1] <= 500)
        rows = sp.csr_matrix(X)
        rows.sort_indices()
        penalty = 1.0 if self.C is None else float(self.C)
        batch = _native.regress(
            rows.indptr.astype(np.int64),
            rows.indices.astype(np.int32),
            rows.data.astype(np.float64),
            X.shape[1],
            codes.astype(np.int64),
            weights,
            {
                "class_count": len(classes),
                "c": penalty,
                "dense": dense,
                "gap": self.tol,
                "iterations": self.max_iter,
            },
        )
        fitted = batch.to_pylist()[0]
        coef = np.frombuffer(fitted["weights"]).reshape(X.shape[1], len(classes)).T.copy()
        intercept = np.frombuffer(fitted["intercepts"]).copy()
        if len(classes) == 2:
            coef, intercept = coef[1:] - coef[:1], intercept[1:] - intercept[:1]
        self.classes_, self.coef_, self.intercept_, self.C_ = classes, coef, intercept, penalty
        self.n_iter_ = np.array([fitted["iterations"]])
        for name in ("model_", "_labels"):
            self.__dict__.pop(name, None)
        if not fitted["converged"]:
            warnings.warn("the fit did not converge; raise max_iter or scale the columns", ConvergenceWarning, stacklevel=3)
        return self

    def decision_function(self, X: Any) -> np.ndarray[Any, Any]:
        """Give how far each class is ahead, in log odds.

        Parameters
        ----------
        X : as for `fit`
            The examples.

        Returns
        -------
        ndarray of shape (n_samples,) or (n_samples, n_classes)
            With two classes that of the second.
        """
        check_is_fitted(self, "classes_")
        if hasattr(self, "model_"):
            logs = np.log(np.maximum(self.predict_proba(X), 1e-300))
            odds: np.ndarray[Any, Any] = logs[:, 1] - logs[:, 0] if len(self.classes_) == 2 else logs
            return odds
        X = validate_data(self, X, accept_sparse="csr", dtype=np.float64, reset=False)
        scores = np.asarray(X @ self.coef_.T + self.intercept_)
        return scores.ravel() if len(self.classes_) == 2 else scores

    def predict_proba(self, X: Any) -> np.ndarray[Any, Any]:
        """Give the probability of each class.

        Parameters
        ----------
        X : as for `fit`
            The examples.

        Returns
        -------
        ndarray of shape (n_samples, n_classes)
            In the order of `classes_`; rows sum to 1.
        """
        check_is_fitted(self, "classes_")
        if hasattr(self, "model_"):
            batch = _native.call("predict", _needed(X), options=model_options(self.model_))
            return np.column_stack([np.asarray(batch.column("p_" + name)) for name in self._labels])
        scores = self.decision_function(X)
        if scores.ndim == 1:
            scores = np.column_stack([np.zeros_like(scores), scores])
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: np.ndarray[Any, Any] = scores / scores.sum(axis=1, keepdims=True)
        return shares

    def predict(self, X: Any) -> np.ndarray[Any, Any]:
        """Give the likeliest class.

        Parameters
        ----------
        X : as for `fit`
            The examples.

        Returns
        -------
        ndarray of shape (n_samples,)
        """
        check_is_fitted(self, "classes_")
        found: np.ndarray[Any, Any] = self.classes_[self.predict_proba(X).argmax(axis=1)]
        return found

    def explain(self, text: str, target: str | None = None, **columns: str) -> dict[str, Any]:
        """Tell what adds up to the answer for one text, as ``caucus explain --json`` does.

        Parameters
        ----------
        text : str
            The text.
        target : str, optional
            The leader's name.
        **columns : str
            speaker, context, target_start and so on.

        Returns
        -------
        dict
            label, probabilities, logits, intercepts and contributions (feature, value, logits), which sum to the logits.

        Raises
        ------
        UsageError
            Where the model was fitted to numbers.
        """
        check_is_fitted(self, "classes_")
        if not hasattr(self, "model_"):
            raise UsageError("the model was fitted to numbers; expected one fitted to texts", 64)
        row = {"text": text, "target": target, **columns}
        given = pa.table({name: pa.array([value], pa.large_string()) for name, value in row.items() if value is not None})
        batch = _native.call("explain", given, options=model_options(self.model_))
        told: dict[str, Any] = json.loads(batch.to_pylist()[0]["json"])
        return told

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the model file, for ``caucus score --model``.

        Parameters
        ----------
        path : path
            A name that ends with .safetensors.

        Raises
        ------
        UsageError
            Where the model was fitted to numbers.
        """
        check_is_fitted(self, "classes_")
        if not hasattr(self, "model_"):
            raise UsageError("the model was fitted to numbers; expected one fitted to texts", 64)
        if isinstance(self.model_, str):
            raise UsageError(f"{self.model_} is built in; expected a model fitted here", 64)
        Path(path).write_bytes(self.model_)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> StanceClassifier:
        """Read a model file, or a built-in model.

        Parameters
        ----------
        path : path or str
            A file of `save` or ``caucus train``, or the name of a built-in model.

        Returns
        -------
        StanceClassifier
            Fitted, with the classes against, favor and neutral.

        Raises
        ------
        InputError
            Where there is no such file.
        DataError
            Where it is no stance model.
        """
        given = Path(path)
        model = cls()
        data = given.read_bytes() if given.is_file() else os.fspath(path)
        batch = _native.call("predict", pa.table({"text": ["."]}), options=model_options(data))
        if batch.schema.names != ["p_" + name for name in STANCES]:
            raise DataError(f"{path}: found a sentiment model, expected a stance model", 65)
        model.model_ = data
        model._labels = sorted(STANCES)
        model.classes_ = np.array(model._labels)
        model.C_ = np.nan
        return model


class QuoteVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Texts as rows of numbers, by Caucus's features.

    Parameters
    ----------
    features : {"stance", "plain", "masked", "lexicon"}, default "stance"
        Which features; "plain" is scikit-learn's union of two ``TfidfVectorizer``: words 1–2 and characters 3–5, sublinear.
    jobs : int, default 1
        How many cores look for features; 0 for all. The rows do not depend on it.

    Attributes
    ----------
    state_ : bytes
        What was learned.
    n_columns_ : int
        How many features there are.

    Examples
    --------
    >>> from caucus import QuoteVectorizer
    >>> rows = QuoteVectorizer("plain").fit_transform(["Marwick spoke", "Marwick spoke again"])
    >>> rows.shape[0], rows.format
    (2, 'csr')
    """

    def __init__(self, features: str = "stance", *, jobs: int = 1) -> None:
        self.features = features
        self.jobs = jobs

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags

    def fit(self, X: Any, y: Any = None) -> QuoteVectorizer:
        """Learn the features of texts.

        Parameters
        ----------
        X : sequence of str, or table with a column text (and target, speaker, …)
            The texts.
        y : object
            Not looked at.

        Returns
        -------
        QuoteVectorizer
            Itself.

        Raises
        ------
        UsageError
            Where X are no texts.
        """
        self._learn(X)
        return self

    def fit_transform(self, X: Any, y: Any = None, **_: Any) -> Any:
        """Learn the features of texts and give their rows.

        Parameters
        ----------
        X, y
            As for `fit`.

        Returns
        -------
        scipy.sparse.csr_matrix of float32 of shape (n_samples, n_columns_)
        """
        return self._rows(self._learn(X))

    def _learn(self, X: Any) -> pa.RecordBatch:
        batch = _native.call("vectorizer", _needed(X), options={"features": self.features}, jobs=self.jobs)
        self.state_: bytes = batch.column("state")[0].as_py()
        self.n_columns_: int = batch.column("column_count")[0].as_py()
        return batch

    def transform(self, X: Any) -> Any:
        """Give the rows of texts.

        Parameters
        ----------
        X : as for `fit`
            The texts.

        Returns
        -------
        scipy.sparse.csr_matrix of float32 of shape (n_samples, n_columns_)
        """
        check_is_fitted(self, "state_")
        return self._rows(_native.call("vectorize", _needed(X), options={"state": self.state_}))

    @staticmethod
    def _rows(batch: pa.RecordBatch) -> Any:
        row = batch.to_pylist()[0]
        starts = np.frombuffer(row["starts"], np.int64)
        indices = np.frombuffer(row["indices"], np.int32)
        values = np.frombuffer(row["values"], np.float32)
        return sp.csr_matrix((values, indices, starts), shape=(len(starts) - 1, row["column_count"]))

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray[Any, Any]:
        """Name the columns.

        Parameters
        ----------
        input_features : object
            Not looked at.

        Returns
        -------
        ndarray of str of shape (n_columns_,)
        """
        check_is_fitted(self, "state_")
        batch = _native.call("feature_names", options={"state": self.state_})
        return np.asarray(batch.column("name").to_pylist(), dtype=object)
