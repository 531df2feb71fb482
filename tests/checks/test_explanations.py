"""Verdicts in words: every test of SQL has its words in both languages, and numbers are printed the Vietnamese way."""

import re
from typing import Any

import pytest

from pipelines.model import Locator, RelationKind
from pipelines.quality.check import as_record, as_rows, check
from pipelines.quality.explanations import explain, explain_change, templates
from pipelines.quality.single_changes import KINDS
from pipelines.warehouse.settings import Settings
from tests.checks.by_hand import Told, document, figure, judge
from tests.checks.test_relations import CASES

SQL = Settings.of().sql / "relations"


def names_of_tests() -> set[str]:
    """The names that the statements give to tests."""
    found = set()
    for path in SQL.glob("*.sql"):
        for clause in re.findall(r"('\w+'|CASE(?:(?!\bAS\b).)*?END) AS test\b", path.read_text("utf-8"), re.DOTALL):
            found |= set(re.findall(r"(?:THEN|ELSE) '(\w+)'", clause)) or {clause.strip("'")}
    return found


def test_every_test_has_its_words() -> None:
    names = names_of_tests()

    assert "sum" in names
    assert "monthly_amount" in names
    for name in names:
        assert f"{name}.holds" in templates(), name
        assert f"{name}.broken" in templates() or name == "round_amount", name


def test_every_change_and_agreement_has_its_words() -> None:
    assert {f"change.{kind}" for kind in (*KINDS, "missing_part")} <= templates().keys()
    assert {f"agreement.{way}" for way in ("exact", "rounded", "cut_off", "within_bounds")} <= templates().keys()


def test_templates_say_the_same_in_both_languages() -> None:
    for row in templates().values():
        assert set(re.findall(r"{(\w+)}", row.vi)) == set(re.findall(r"{(\w+)}", row.en)), row.key


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_verdict_can_be_told(language: str) -> None:
    documents = [document((case.kind, case.members, case.fields), name=case.id) for case in CASES]

    for verdict in check(documents):
        told = explain(verdict, language)  # type: ignore[arg-type]
        assert told
        assert "{" not in told


@pytest.mark.parametrize(
    ("kind", "members", "fields", "vietnamese"),
    [
        pytest.param(
            "plan_ratio",
            [("actual", figure("727", quote="727")), ("plan", figure("700", quote="700 lao động")),
             ("rate", figure("103.8", "percent", "0.1", quote="103,8%"))],
            {}, "727/700 lao động = 103,86%, ghi 103,8%. (cắt bớt chữ số, không làm tròn)", id="cut off",
        ),
        pytest.param(
            "part_whole",
            [("total", figure("156", quote="156 hộ")), ("part", figure("28", quote="28 hộ")),
             ("part", figure("101", quote="101 hộ")), ("part", figure("26", "house", quote="26 nhà"))],
            {"exhaustive": True}, "Tổng ghi 156 hộ, nhưng 28 hộ + 101 hộ + 26 nhà = 155; chênh 1.", id="sum",
        ),
        pytest.param(
            "formula",
            [("result", figure("84.92", "percent", "0.01", quote="84,92%")),
             ("numerator", figure("73913", quote="73.913")), ("denominator", figure("79458", quote="79.458"))],
            {"multiplier": figure("100").value},
            "Theo công thức của biểu từ 73.913 / 79.458 phải là 93,02%, nhưng ghi 84,92%; chênh 8,1%.", id="quotient",
        ),
        pytest.param(
            "part_whole",
            [("total", figure("34", quote="34")), ("part", figure("28", quote="28")), ("part", figure("0", quote=""))],
            {"exhaustive": True}, "Tổng ghi 34, nhưng 28 + 0 = 28; chênh 6.", id="a blank cell",
        ),
        pytest.param(
            "repeat",
            [("first", figure("3", "percent", "1", ">", quote="3%")),
             ("repeat", figure("2.8", "percent", "0.1", quote="2,8%"))],
            {}, "Cùng một số liệu nhưng chỗ ghi trên 3%, chỗ ghi 2,8%; chênh 0,2%.", id="bound",
        ),
    ],
)  # fmt: skip
def test_words(kind: RelationKind, members: list[Told], fields: dict[str, Any], vietnamese: str) -> None:
    assert explain(judge(kind, members, **fields)) == vietnamese


def test_an_average_divided_by_other_years_says_so() -> None:
    members: list[Told] = [
        ("before", figure("50.41", "percent", "0.01")), ("after", figure("19.59", "percent", "0.01")),
        ("average", figure("6.16", "percent", "0.01")),
    ]  # fmt: skip
    verdict = judge("change", members, years=figure("4").value)

    assert explain(verdict).endswith("Số đã ghi là kết quả khi chia cho 5.")
    assert explain(verdict, "en").endswith("What is given comes of dividing by 5.")


def test_a_proposal_in_words() -> None:
    money = figure("1218000", "VND", "1", factor=10**6, indicator="edu.preschool_lunch_amount",
                   value_printed="1.218.000", unit_printed="triệu đồng", quote="1.218.000 triệu đồng")  # fmt: skip
    verdict = judge("per_head", [("amount", money), ("count", figure("1735", "person"))])

    assert verdict.proposal is not None
    assert explain_change(verdict.proposal) == (
        "“1.218.000 triệu đồng” đọc là “1.218.000 nghìn đồng” (1,218 tỷ đồng) thì khớp: có lẽ nhầm đơn vị."
    )


def test_a_row_of_a_sheet_names_the_cell_that_states_and_the_cell_that_would_change() -> None:
    row_total, row_part, column_total, column_part, shared = (
        figure(value, quote=value, locator=Locator(sheet="Biểu 2", cell=cell))
        for value, cell in (("122", "F9"), ("91", "D9"), ("106", "E12"), ("75", "E10"), ("37", "E9"))
    )
    sums: list[tuple[RelationKind, list[Told], dict[str, Any]]] = [
        ("part_whole", [("total", row_total), ("part", row_part), ("part", shared)], {"exhaustive": True}),
        ("part_whole", [("total", column_total), ("part", shared), ("part", column_part)], {"exhaustive": True}),
    ]

    rows = as_rows(check([document(*sums)]))

    assert [row.place for row in rows] == ["Biểu 2!F9", "Biểu 2!E12"]
    assert {row.proposal for row in rows} == {"“37” (ô Biểu 2!E9) đọc là “31” thì khớp: có lẽ gõ nhầm một chữ số."}


def test_the_record_has_the_fields_of_the_interface() -> None:
    case = next(case for case in CASES if case.id == "one đồng more")
    record = as_record(judge(case.kind, case.members, **case.fields))

    assert {
        "document", "relation_id", "kind", "outcome", "stated", "computed", "difference", "tolerance", "severity",
        "observations", "norm", "explanation", "proposal",
    } <= record.keys()  # fmt: skip
    assert (record["stated"], record["computed"], record["difference"]) == ("144000001", "144000000", "1")
    assert record["severity"] == "warning"
    assert record["norm"]["norm_id"] == "N001"
    assert (record["norm"]["low"], record["norm"]["high"]) == ("160000", "1440000")
    assert [one["role"] for one in record["observations"]] == ["amount", "count"]
    assert {"observation_id", "role", "char_start", "char_end", "sheet", "cell", "quote"} == set(
        record["observations"][0]
    )


def test_rows_for_people_begin_with_the_gravest() -> None:
    documents = [document((case.kind, case.members, case.fields), name=case.id) for case in CASES]
    rows = as_rows(check(documents))

    outcomes = [row.outcome for row in rows]
    assert outcomes == sorted(outcomes, key=["broken", "not_evaluated", "holds"].index)
    severities = [row.severity for row in rows if row.outcome == "broken"]
    assert severities == sorted(severities, key=["critical", "warning", "info"].index)
    assert all(row.explanation for row in rows)
