"""What a page's script shows of a figure that is pointed at: its meaning, its relations, the arithmetic, the norm.

Pure: rows in, plain values out, ready for JSON. Nulls are left out. Codes stay codes; the words for them come once a
page, in both languages.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pipelines.evidence.addresses import figure_address, indicator_page, relation_kind_page
from pipelines.evidence.content import CorrectionRow, DocumentContent, FigureRow, FindingRow
from pipelines.evidence.labels import Names, Words, labels
from pipelines.quality.explanations import explain
from pipelines.quality.norms import source_in_vietnamese
from pipelines.quality.printing import figure as shown_with_unit
from pipelines.quality.printing import number_vi
from pipelines.quality.verdicts import Figure, Verdict

Standing = Literal["broken", "differs", "holds", "not_evaluated", "unchecked"]
#: The worst first: a figure stands as the worst of its relations does.
STANDINGS: tuple[Standing, ...] = ("broken", "differs", "holds", "not_evaluated", "unchecked")
KINDS = ("count", "money", "rate", "measure", "other")
_DECIMALS = 6
#: Fields of a figure whose values are codes, with the list that has their words.
_CODED = {
    "indicator": "indicator",
    "population_group": "population_group",
    "programme": "programme",
    "funding_source": "funding_source",
    "unit": "unit",
    "sex": "sex",
    "status": "status",
    "comparator": "comparator",
    "time_basis": "time_basis",
}


def kind_of(figure: FigureRow, names: Names) -> str:
    """What sort of number it is, by its unit: count, money, rate, measure, or other where it has none."""
    return names.unit_kinds.get(figure.unit or "", "other")


def standing_of(verdict: Verdict, finding: FindingRow | None) -> Standing:
    """How a relation stands; broken with severity info, or accepted by an expert, is told apart as `differs`."""
    if verdict.outcome != "broken":
        return verdict.outcome
    accepted = finding is not None and finding.is_accepted
    return "differs" if accepted or verdict.severity == "info" else "broken"


def standings(content: DocumentContent) -> dict[str, Standing]:
    """How each figure of a document stands."""
    found: dict[str, Standing] = {}
    for verdict in content.verdicts:
        standing = standing_of(verdict, content.findings.get(verdict.relation_id))
        for figure in verdict.figures:
            found[figure.observation_id] = _worse(standing, found.get(figure.observation_id, "unchecked"))
    return {one.observation_id: found.get(one.observation_id, "unchecked") for one in content.figures}


def page_data(content: DocumentContent, names: Names) -> dict[str, Any]:
    """The figures and relations of a document's page, and the words for all codes in them."""
    stands = standings(content)
    relations = [_relation(verdict, content) for verdict in content.verdicts]
    of_figure: dict[str, list[int]] = {}
    for number, verdict in enumerate(content.verdicts):
        for key in dict.fromkeys(figure.observation_id for figure in verdict.figures):
            of_figure.setdefault(key, []).append(number)
    figures = {
        one.observation_id: _figure(one, names)
        | {"standing": stands[one.observation_id], "relations": of_figure.get(one.observation_id, [])}
        | _correction(content.corrections.get(one.observation_id))
        for one in content.figures
    }
    return {"figures": figures, "relations": relations, "words": _words(content, names)}


def _figure(figure: FigureRow, names: Names) -> dict[str, Any]:
    told = {name: getattr(figure, name) for name in _CODED}
    return _told({
        **told,
        "quote": figure.quote,
        "value": number_vi(figure.value, _DECIMALS),
        "value_high": number_vi(figure.value_high, _DECIMALS) if figure.value_high is not None else None,
        "factor": number_vi(figure.factor, _DECIMALS) if figure.factor != 1 else None,
        "kind": kind_of(figure, names),
        "page": indicator_page(figure.indicator) if figure.indicator else None,
        "place": figure.place_name or figure.place,
        "period": figure.period,
        "period_bounds": _bounds(figure),
        "per": figure.per,
        "confidence": round(figure.confidence * 100),
        "cell": f"{figure.sheet}!{figure.cell}" if figure.cell else None,
        "heads": figure.sentence if figure.cell else None,
        "flags": [flag for flag in figure.flags if f"flag.{flag}" in labels()] or None,
    })  # fmt: skip


def _bounds(figure: FigureRow) -> str | None:
    """The days of a period, where its text does not tell them by itself as a year or a day does."""
    start, end = figure.period_start, figure.period_end
    if start is None or end is None or figure.period in (f"{start:%Y}", start.isoformat()):
        return None
    return f"{start:%d/%m/%Y} – {end:%d/%m/%Y}"


def _relation(verdict: Verdict, content: DocumentContent) -> dict[str, Any]:
    finding = content.findings.get(verdict.relation_id)
    told = finding is None and (verdict.test != "yearly_average" or verdict.years is not None)
    explained = (explain(verdict, "vi"), explain(verdict, "en")) if told else None
    numbers = {
        name: shown_with_unit(value, verdict.unit)
        for name in ("stated", "computed", "difference", "tolerance")
        if (value := getattr(verdict, name)) is not None
    }
    return _told({
        **(numbers if verdict.outcome == "broken" or explained is None else {}),
        "relation": verdict.relation_id,
        "kind": verdict.kind,
        "outcome": verdict.outcome,
        "standing": standing_of(verdict, finding),
        "explanation": explained,
        "norm": _norm(verdict),
        "members": [_member(figure, content.row.document) for figure in verdict.figures],
        "page": relation_kind_page(verdict.kind),
        **(_finding(finding) if finding else {}),
    })  # fmt: skip


def _norm(verdict: Verdict) -> tuple[str, str] | None:
    """The decree or decision of the norm that was applied, in both languages."""
    if verdict.norm is None:
        return None
    source = verdict.norm.source
    return source_in_vietnamese(verdict.norm.norm_id) or source, source


def _finding(finding: FindingRow) -> dict[str, Any]:
    reason = finding.proposal_reason
    accepted = ": ".join(filter(None, (finding.accepted_by, finding.acceptance_reason)))
    return {
        "explanation": (finding.explanation_vi, finding.explanation_en),
        "why": (finding.why_vi, finding.why_en),
        "proposal": (reason, finding.proposal_reason_en or reason) if reason else None,
        "alternatives": list(zip(finding.alternatives, finding.alternatives_en, strict=False)) or None,
        "accepted": accepted if finding.is_accepted else None,
        "mended": finding.holds_if_corrected,
    }


def _member(figure: Figure, document: str) -> dict[str, Any]:
    elsewhere = figure.document != document
    return _told({
        "id": figure.observation_id,
        "role": figure.role,
        "minus": True if figure.sign < 0 or figure.role == "outflow" else None,
        "quote": figure.quote or figure.cell,
        "document": figure.document if elsewhere else None,
        "page": figure_address(figure.document, figure.observation_id) if elsewhere else None,
    })  # fmt: skip


def _correction(correction: CorrectionRow | None) -> dict[str, Any]:
    if correction is None:
        return {}
    value = shown_with_unit(correction.corrected_value, correction.corrected_unit, "vi", _DECIMALS)
    return {"correction": f"{value} – {correction.reason} ({correction.author}, {correction.corrected_on:%d/%m/%Y})"}


def _words(content: DocumentContent, names: Names) -> dict[str, Words]:
    """The words for the codes of a page, by "list.code"; labels that the script needs keep their own keys."""
    used: dict[str, Words | None] = {
        f"{list_id}.{code}": names.of(list_id, code)
        for figure in content.figures
        for field, list_id in _CODED.items()
        if (code := getattr(figure, field)) is not None
    }
    used |= {f"relation_kind.{one.kind}": names.of("relation_kind", one.kind) for one in content.verdicts}
    used |= {key: words for key, words in labels().items() if key.startswith(_SCRIPT_LABELS)}
    return {key: words for key, words in sorted(used.items()) if words is not None}


_SCRIPT_LABELS = ("card.", "kind.", "verdict.", "role.", "flag.")


def _worse(one: Standing, other: Standing) -> Standing:
    return min(one, other, key=STANDINGS.index)


def worst(found: Iterable[Standing]) -> Standing:
    """The worst of several standings; unchecked where there are none."""
    return min(found, key=STANDINGS.index, default="unchecked")


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
