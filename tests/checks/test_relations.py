"""Every kind of relation: data that holds, breaks it, lies just inside and just outside, and cannot be evaluated."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipelines.model import Interval, Locator, Period, RelationKind
from pipelines.quality.check import check
from pipelines.quality.verdicts import Verdict
from tests.checks.by_hand import Told, document, figure

D = Decimal
MILLION = 10**6
BILLION = 10**9
OPEN = Interval(None, None)


def percent(value: str, step: str = "0.1", **fields: Any) -> Any:
    return figure(value, "percent", step, **fields)


def money(value: str, factor: int = MILLION, step: str | None = "1", **fields: Any) -> Any:
    return figure(value, "VND", step if factor > 1 else None, factor=factor, **fields)


def cell(value: str, unit: str = "household", **fields: Any) -> Any:
    return figure(value, unit, locator=Locator(sheet="Bảng 1", cell="C5"), **fields)


@dataclass(frozen=True)
class Case:
    id: str
    kind: RelationKind
    members: list[Told]
    outcome: str
    test: str | None = None
    agreement: str | None = None
    missing: str | None = None
    difference: str | None = None
    tolerance: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)


def listed(total: Any, *parts: Any) -> list[Told]:
    return [("total", total), *(("part", part) for part in parts)]


PART_WHOLE = [
    Case("155 = 28 + 101 + 26, houses counted as households", "part_whole",
         listed(figure("155"), figure("28"), figure("101"), figure("26", "house")),
         "holds", "sum", "exact", fields={"exhaustive": True}),
    Case("one off", "part_whole", listed(figure("156"), figure("28"), figure("101"), figure("26")),
         "broken", "sum", difference="1", tolerance="0", fields={"exhaustive": True}),
    Case("rounded parts, just inside: 12,3 + 45,7 may be 58,2", "part_whole",
         listed(money("58.15", step="0.01"), money("12.3", step="0.1"), money("45.7", step="0.1")),
         "holds", "sum", "within_bounds", fields={"exhaustive": True}),
    Case("rounded parts, just outside: they are at most 58,2", "part_whole",
         listed(figure("58.200001", "hectare"), figure("12.3", "hectare", "0.1"), figure("45.7", "hectare", "0.1")),
         "broken", "sum", difference="0.200001", tolerance="0.2", fields={"exhaustive": True}),
    Case("a part that is subtracted", "part_whole",
         [("total", figure("90")), ("part", figure("100")), ("part", figure("10"), -1)],
         "holds", "sum", "exact", fields={"exhaustive": True}),
    Case("trên 105 = 30 + 75,4: a comparator opens one side", "part_whole",
         listed(figure("105", "hectare", comparator=">"), figure("30", "hectare"), figure("75.4", "hectare", "0.1")),
         "holds", "sum", fields={"exhaustive": True}),
    Case("an incomplete list within its total", "part_whole", listed(figure("1496"), figure("300"), figure("200")),
         "holds", "parts_within_total", "within_bounds", fields={"exhaustive": False}),
    Case("an incomplete list up to its total", "part_whole", listed(figure("500"), figure("300"), figure("200")),
         "holds", "sum", "exact", fields={"exhaustive": False}),
    Case("an incomplete list above its total", "part_whole", listed(figure("499"), figure("300"), figure("200")),
         "broken", "parts_within_total", difference="-1", tolerance="0", fields={"exhaustive": False}),
    Case("not said whether complete, parts left out", "part_whole",
         listed(figure("12386"), figure("5120"), figure("811")), "holds", "parts_within_total", "within_bounds"),
    Case("not said whether complete, one digit would complete it", "part_whole",
         listed(figure("80276"), figure("16003"), figure("54273")), "broken", "sum", difference="10000"),
    Case("three parts, not said whether complete, one digit would complete them", "part_whole",
         listed(figure("727"), figure("156"), figure("29"), figure("42")), "broken", "sum", difference="500"),
    Case("not said whether complete, a unit would complete it", "part_whole",
         listed(money("412600"), money("168200"), money("244.4", step="0.1")), "broken", "sum"),
    Case("not said, one digit would complete it but numbers are small: chance", "part_whole",
         listed(figure("57"), figure("21"), figure("26")), "holds", "parts_within_total"),
    Case("no total", "part_whole", [("part", figure("28")), ("part", figure("2"))], "not_evaluated", missing="total"),
    Case("no part", "part_whole", [("total", figure("28"))], "not_evaluated", missing="part"),
    Case("money and households", "part_whole", listed(figure("28"), money("28")), "not_evaluated",
         missing="same_unit"),
    Case("nothing is known of the total", "part_whole",
         listed(figure("28", interval=OPEN), figure("20"), figure("9")), "not_evaluated", missing="bounds",
         fields={"exhaustive": True}),
]  # fmt: skip

PLAN_RATIO = [
    Case("727/700 = 103,857 %, cut off to 103,8", "plan_ratio",
         [("actual", figure("727")), ("plan", figure("700")), ("rate", percent("103.8"))],
         "holds", "plan_rate", "cut_off", difference="-0.057143", tolerance="0.1"),
    Case("rounded", "plan_ratio",
         [("actual", figure("727")), ("plan", figure("700")), ("rate", percent("103.9"))],
         "holds", "plan_rate", "rounded"),
    Case("just outside", "plan_ratio",
         [("actual", figure("727")), ("plan", figure("700")), ("rate", percent("103.7"))], "broken", "plan_rate"),
    Case("exactly at the bound of what is cut off: 104 for 105 % of a whole per cent", "plan_ratio",
         [("actual", figure("105")), ("plan", figure("100")), ("rate", percent("104", "1"))], "holds", "plan_rate"),
    Case("a millionth beyond", "plan_ratio",
         [("actual", figure("105000001")), ("plan", figure("100000000")), ("rate", percent("104", "1"))],
         "broken", "plan_rate"),
    Case("above plan by 3,8 %", "plan_ratio",
         [("actual", figure("727")), ("plan", figure("700")), ("excess", percent("3.8"))], "holds", "plan_excess"),
    Case("above plan by 27 labourers", "plan_ratio",
         [("actual", figure("727", "person")), ("plan", figure("700", "person")), ("excess", figure("27", "person"))],
         "holds", "plan_excess", "exact"),
    Case("above plan by 28 labourers", "plan_ratio",
         [("actual", figure("727", "person")), ("plan", figure("700", "person")), ("excess", figure("28", "person"))],
         "broken", "plan_excess", difference="1"),
    Case("1,04 times the plan", "plan_ratio",
         [("actual", figure("727")), ("plan", figure("700")), ("rate", figure("1.04", "times", "0.01"))],
         "holds", "plan_rate", "rounded"),
    Case("a plan of 6 to 7 points", "plan_ratio",
         [("actual", percent("6.5")), ("plan", percent("6", interval=Interval(D(6), D(7)))),
          ("rate", percent("100", "1"))], "holds", "plan_rate"),
    Case("no rate", "plan_ratio", [("actual", figure("727")), ("plan", figure("700"))],
         "not_evaluated", missing="rate"),
    Case("a plan of nothing", "plan_ratio",
         [("actual", figure("7")), ("plan", figure("0")), ("rate", percent("100"))],
         "not_evaluated", missing="positive_base"),
]  # fmt: skip

CHANGE = [
    Case("32,21 % to 11,56 %, less 20,65", "change",
         [("before", percent("32.21", "0.01")), ("after", percent("11.56", "0.01")),
          ("difference", percent("20.65", "0.01"))], "holds", "difference", "exact"),
    Case("just inside what two cut figures allow", "change",
         [("before", percent("32.21", "0.01")), ("after", percent("11.56", "0.01")),
          ("difference", percent("20.67", "0.01"))], "holds", "difference"),
    Case("just outside", "change",
         [("before", percent("32.21", "0.01")), ("after", percent("11.56", "0.01")),
          ("difference", percent("20.68", "0.01"))], "broken", "difference", difference="0.03"),
    Case("a fall in a sheet has its sign", "change",
         [("before", cell("120")), ("after", cell("100")), ("difference", cell("-20"))], "holds", "difference"),
    Case("a rise in a sheet that fell", "change",
         [("before", cell("120")), ("after", cell("100")), ("difference", cell("20"))], "broken", "difference"),
    Case("5,16 a year over four years", "change",
         [("before", percent("32.21", "0.01")), ("after", percent("11.56", "0.01")),
          ("average", percent("5.16", "0.01"))], "holds", "yearly_average", fields={"years": D(4)}),
    Case("divided by five instead of four", "change",
         [("before", percent("50.41", "0.01")), ("after", percent("19.59", "0.01")),
          ("average", percent("6.16", "0.01"))], "broken", "yearly_average", difference="-1.545",
         fields={"years": D(4)}),
    Case("an average of a told difference", "change",
         [("difference", percent("33.3")), ("average", percent("8.32", "0.01"))], "holds", "yearly_average",
         fields={"years": D(4)}),
    Case("an average over nobody knows how long", "change",
         [("before", percent("32.21")), ("after", percent("11.56")), ("average", percent("5.16"))],
         "not_evaluated", missing="years"),
    Case("187,4 tỷ more, 5,74 %: the base follows from the other two", "change",
         [("after", money("3452.1", BILLION, "0.1")), ("difference", money("187.4", BILLION, "0.1")),
          ("relative", percent("5.74", "0.01"))], "holds", "relative_change"),
    Case("a fall told with its per cent", "change",
         [("after", figure("800")), ("difference", figure("200")), ("relative", percent("20", "1"))],
         "holds", "relative_change", "exact"),
    Case("neither as a rise nor as a fall", "change",
         [("after", figure("800")), ("difference", figure("200")), ("relative", percent("25", "1"))],
         "broken", "relative_change"),
    Case("from 12 to 38,4 million, 3,2 times", "change",
         [("before", money("12")), ("after", money("38.4", step="0.1")), ("multiple", figure("3.2", "times", "0.1"))],
         "holds", "multiple", "exact"),
    Case("not 4 times", "change",
         [("before", money("12")), ("after", money("38.4", step="0.1")), ("multiple", figure("4", "times", "0.1"))],
         "broken", "multiple"),
    Case("a per cent of nothing", "change",
         [("before", figure("0")), ("after", figure("3")), ("relative", percent("300"))],
         "not_evaluated", missing="positive_base"),
    Case("a change alone", "change", [("relative", percent("5"))], "not_evaluated", missing="levels"),
]  # fmt: skip

REPEAT = [
    Case("hơn 98 ngàn and 98.081", "repeat",
         [("first", figure("98000", comparator=">")), ("repeat", figure("98081"))], "holds", "repeat"),
    Case("trên 3 % twice", "repeat",
         [("first", percent("3", "1", comparator=">")), ("repeat", percent("3", "1", comparator=">"))],
         "holds", "repeat", "exact"),
    Case("trên 3 % and 3,2 %", "repeat",
         [("first", percent("3", "1", comparator=">")), ("repeat", percent("3.2"))], "holds", "repeat"),
    Case("trên 3 % and 2,9 %, just outside", "repeat",
         [("first", percent("3", "1", comparator=">")), ("repeat", percent("2.8"))], "broken", "repeat"),
    Case("5,15 % and 5,1 %: rounded or cut off", "repeat",
         [("first", percent("5.15", "0.01")), ("repeat", percent("5.1", "0.1"))], "holds", "repeat"),
    Case("5,15 % and 5,14 %: as precise, and not the same", "repeat",
         [("first", percent("5.15", "0.01")), ("repeat", percent("5.14", "0.01"))], "broken", "repeat", tolerance="0"),
    Case("hơn 105,8 and hơn 105,9", "repeat",
         [("first", percent("105.8", "0.1", comparator=">")), ("repeat", percent("105.9", "0.1", comparator=">"))],
         "broken", "repeat"),
    Case("101 and 110", "repeat", [("first", figure("101")), ("repeat", figure("110"))],
         "broken", "repeat", difference="9", tolerance="0"),
    Case("open above: at least 80", "repeat",
         [("first", figure("80", interval=Interval(D(80), None))), ("repeat", figure("500"))], "holds", "repeat"),
    Case("open above and below it", "repeat",
         [("first", figure("80", interval=Interval(D(80), None))), ("repeat", figure("79"))], "broken", "repeat"),
    Case("nothing is known of one", "repeat",
         [("first", figure("80", interval=OPEN)), ("repeat", figure("79"))], "not_evaluated", missing="bounds"),
    Case("told once", "repeat", [("first", figure("80"))], "not_evaluated", missing="repeat"),
]  # fmt: skip

SUBSET = [
    Case("21 women of 29", "subset", [("whole", figure("29", "person")), ("part", figure("21", "person"))],
         "holds", "part_within_whole", "within_bounds"),
    Case("all of them", "subset", [("whole", figure("29")), ("part", figure("29"))], "holds", agreement="exact"),
    Case("one more than all", "subset", [("whole", figure("29")), ("part", figure("30"))],
         "broken", "part_within_whole", difference="1"),
    Case("of several parts the greatest decides", "subset",
         [("whole", figure("29")), ("part", figure("3")), ("part", figure("30"))], "broken", "part_within_whole"),
    Case("parts that overlap", "subset",
         [("whole", figure("13")), ("part", figure("11")), ("part", figure("4"))], "holds", "part_within_whole"),
    Case("a mean lies between the rates of town and countryside", "subset",
         [("whole", percent("5.15", "0.01")), ("part", percent("5.27", "0.01")), ("part", percent("5.03", "0.01"))],
         "holds", "mean_between_parts", fields={"exhaustive": True}),
    Case("a mean just inside: 5,27 cut off is up to 5,28", "subset",
         [("whole", percent("5.28", "0.01")), ("part", percent("5.27", "0.01")), ("part", percent("5.03", "0.01"))],
         "holds", "mean_between_parts", fields={"exhaustive": True}),
    Case("a mean above both", "subset",
         [("whole", percent("5.29", "0.01")), ("part", percent("5.27", "0.01")), ("part", percent("5.03", "0.01"))],
         "broken", "mean_between_parts", difference="0.02", fields={"exhaustive": True}),
    Case("a mean below both", "subset",
         [("whole", percent("5.15", "0.01")), ("part", percent("5.27", "0.01")), ("part", percent("8.03", "0.01"))],
         "broken", "mean_between_parts", difference="-0.12", fields={"exhaustive": True}),
    Case("a mean above a part that is told as a least, so open above", "subset",
         [("whole", percent("5.29", "0.01")), ("part", percent("5.27", "0.01")),
          ("part", percent("5", interval=Interval(D(5), None)))],
         "holds", "mean_between_parts", fields={"exhaustive": True}),
    Case("a mean below all parts, one of them open above", "subset",
         [("whole", percent("4", "0.01")), ("part", percent("5.27", "0.01")),
          ("part", percent("5", interval=Interval(D(5), None)))],
         "broken", "mean_between_parts", fields={"exhaustive": True}),
    Case("ranked before what is less", "subset", [("higher", percent("9.1")), ("lower", percent("7.7"))],
         "holds", "ranking", "within_bounds"),
    Case("ranked before what is more", "subset",
         [("higher", percent("15.86", "0.01")), ("lower", percent("16.85", "0.01"))], "broken", "ranking",
         difference="0.99"),
    Case("a mean of one part", "subset", [("whole", percent("5")), ("part", percent("6"))],
         "not_evaluated", missing="part", fields={"exhaustive": True}),
    Case("no whole", "subset", [("part", figure("29"))], "not_evaluated", missing="whole"),
    Case("a per cent of households", "subset", [("whole", figure("29")), ("part", percent("3"))],
         "not_evaluated", missing="same_unit"),
]  # fmt: skip

SHARE = [
    Case("16.003/80.276 = 19,93 %", "share",
         [("part", figure("16003")), ("whole", figure("80276")), ("rate", percent("19.93", "0.01"))],
         "holds", "rate", "rounded"),
    Case("just outside", "share",
         [("part", figure("16003")), ("whole", figure("80276")), ("rate", percent("19.92", "0.01"))],
         "broken", "rate", difference="-0.014974"),
    Case("8.668/80.276 = 10,798 %, cut off", "share",
         [("part", figure("8668")), ("whole", figure("80276")), ("rate", percent("10.79", "0.01"))],
         "holds", "rate", "cut_off"),
    Case("outside on the other side, where nothing is cut off", "share",
         [("part", figure("16003")), ("whole", figure("80276")), ("rate", percent("19.95", "0.01"))],
         "broken", "rate"),
    Case("a share that is no per cent", "share",
         [("part", figure("3")), ("whole", figure("8")), ("rate", figure("0.38", "times", "0.01"))],
         "holds", "rate", "rounded"),
    Case("53,3 % of 15 households can be: 8", "share", [("whole", figure("15")), ("rate", percent("53.3"))],
         "holds", "possible_rate", "rounded"),
    Case("45,3 % of 15 households cannot be", "share", [("whole", figure("15")), ("rate", percent("45.3"))],
         "broken", "possible_rate"),
    Case("46,6 % of 15, cut off from 46,67: 7", "share", [("whole", figure("15")), ("rate", percent("46.6"))],
         "holds", "possible_rate", "cut_off"),
    Case("of many households every per cent can be: no test", "share",
         [("whole", figure("80276")), ("rate", percent("45.3"))], "not_evaluated"),
    Case("two rates of one base", "share",
         [("part", figure("16003")), ("rate", percent("19.93", "0.01")),
          ("part", figure("8668")), ("rate", percent("10.80", "0.01"))], "holds", "same_base"),
    Case("two rates of two bases", "share",
         [("part", figure("16003")), ("rate", percent("19.93", "0.01")),
          ("part", figure("8668")), ("rate", percent("10.90", "0.01"))], "broken", "same_base"),
    Case("two rates of one base a year apart", "share",
         [("part", figure("16003")), ("rate", percent("19.93", "0.01")),
          ("part", figure("8668")), ("rate", percent("10.90", "0.01"))], "holds", "lasting_base",
         fields={"years": D(1)}),
    Case("two rates a year apart, just inside: 80.296 households grow by 4,9 %", "share",
         [("part", figure("16003")), ("rate", percent("19.93", "0.01")),
          ("part", figure("8668")), ("rate", percent("10.29", "0.01"))], "holds", "lasting_base",
         fields={"years": D(1)}),
    Case("two rates a year apart, just outside", "share",
         [("part", figure("16003")), ("rate", percent("19.93", "0.01")),
          ("part", figure("8668")), ("rate", percent("10.23", "0.01"))], "broken", "lasting_base",
         fields={"years": D(1)}),
    Case("the same two years apart", "share",
         [("part", figure("16003")), ("rate", percent("19.93", "0.01")),
          ("part", figure("8668")), ("rate", percent("10.23", "0.01"))], "holds", "lasting_base",
         fields={"years": D(2)}),
    Case("what it was before it fell", "share",
         [("part", figure("16003")), ("rate", percent("19.93", "0.01")),
          ("part_change", figure("1432")), ("rate_change", percent("1.95", "0.01"))],
         "holds", "former_base", fields={"years": D(1)}),
    Case("what it was before it fell, broken", "share",
         [("part", figure("16003")), ("rate", percent("19.93", "0.01")),
          ("part_change", figure("1432")), ("rate_change", percent("4.95", "0.01"))],
         "broken", "former_base", fields={"years": D(1)}),
    Case("what it was before it rose", "share",
         [("part", figure("2000")), ("rate", percent("10")),
          ("part_change", figure("500"), -1), ("rate_change", percent("2.5"), -1)],
         "holds", "former_base", fields={"years": D(1)}),
    Case("what it was before it rose, broken", "share",
         [("part", figure("2000")), ("rate", percent("10")),
          ("part_change", figure("500"), -1), ("rate_change", percent("5.2"), -1)],
         "broken", "former_base", fields={"years": D(1)}),
    Case("no rate", "share", [("part", figure("3")), ("whole", figure("8"))], "not_evaluated", missing="rate"),
    Case("of nothing", "share", [("part", figure("0")), ("whole", figure("0")), ("rate", percent("0"))],
         "not_evaluated", missing="positive_base"),
    Case("households of money", "share",
         [("part", figure("3")), ("whole", money("8")), ("rate", percent("37.5"))],
         "not_evaluated", missing="same_unit"),
]  # fmt: skip

STOCK_FLOW = [
    Case("opening + lent - collected", "stock_flow",
         [("opening", money("3100")), ("inflow", money("923")), ("outflow", money("674")), ("closing", money("3349"))],
         "holds", "closing_stock", "exact"),
    Case("just inside", "stock_flow",
         [("opening", money("3100")), ("inflow", money("923")), ("outflow", money("674")), ("closing", money("3352"))],
         "holds", "closing_stock"),
    Case("just outside", "stock_flow",
         [("opening", money("3100")), ("inflow", money("923")), ("outflow", money("674")), ("closing", money("3353"))],
         "broken", "closing_stock", difference="4000000"),
    Case("no opening", "stock_flow", [("inflow", figure("5")), ("closing", figure("9"))],
         "not_evaluated", missing="opening"),
    Case("no flow", "stock_flow", [("opening", figure("5")), ("closing", figure("9"))],
         "not_evaluated", missing="flow"),
]  # fmt: skip

FORMULA = [
    Case("4=3/1*100", "formula",
         [("result", cell("54.67", "percent", step="0.01")), ("numerator", cell("1640")),
          ("denominator", cell("3000"))],
         "holds", "formula", "rounded", fields={"multiplier": D(100)}),
    Case("4=3/1*100, broken", "formula",
         [("result", cell("55.67", "percent", step="0.01")), ("numerator", cell("1640")),
          ("denominator", cell("3000"))],
         "broken", "formula", fields={"multiplier": D(100)}),
    Case("(6)=(3)+(4)-(5)", "formula",
         [("result", cell("12")), ("numerator", cell("10")), ("numerator", cell("5")), ("numerator", cell("3"), -1)],
         "holds", "formula", "exact"),
    Case("(6)=(3)+(4)-(5), one off", "formula",
         [("result", cell("13")), ("numerator", cell("10")), ("numerator", cell("5")), ("numerator", cell("3"), -1)],
         "broken", "formula", difference="1", tolerance="0"),
    Case("a negative quotient", "formula",
         [("result", cell("-25", "percent", step="1")), ("numerator", cell("-1")), ("denominator", cell("4"))],
         "holds", "formula", "exact", fields={"multiplier": D(100)}),
    Case("divided by nothing", "formula",
         [("result", cell("0", "percent")), ("numerator", cell("1")), ("denominator", cell("0"))],
         "not_evaluated", missing="positive_base"),
    Case("no result", "formula", [("numerator", cell("1"))], "not_evaluated", missing="result"),
]  # fmt: skip

IN_2022 = Period("2022", date(2022, 1, 1), date(2022, 12, 31))


def lunch(value: str, factor: int = 1, **fields: Any) -> Any:
    return money(value, factor, indicator="edu.preschool_lunch_amount", period=IN_2022, **fields)


PER_HEAD = [
    Case("228 = 14 x 12 + 6 x 10 million", "per_head",
         [("amount", money("228")), ("count", figure("14")), ("per_head", money("12")),
          ("count", figure("6")), ("per_head", money("10"))], "holds", "product", "exact"),
    Case("just inside what rounded millions allow", "per_head",
         [("amount", money("246")), ("count", figure("14")), ("per_head", money("12")),
          ("count", figure("6")), ("per_head", money("10"))], "holds", "product"),
    Case("outside", "per_head",
         [("amount", money("328")), ("count", figure("14")), ("per_head", money("12")),
          ("count", figure("6")), ("per_head", money("10"))], "broken", "product"),
    Case("412,6 tỷ for 8.145 is trên 50 million each", "per_head",
         [("amount", money("412.6", BILLION, "0.1")), ("count", figure("8145")),
          ("per_head", money("50", comparator=">"))], "holds", "product"),
    Case("but not trên 60 million each", "per_head",
         [("amount", money("412.6", BILLION, "0.1")), ("count", figure("8145")),
          ("per_head", money("60", comparator=">"))], "broken", "product"),
    Case("a norm of which less was paid out", "per_head",
         [("amount", money("1000")), ("count", figure("28")), ("per_head", money("40", status="norm"))],
         "holds", "product"),
    Case("more than the norm", "per_head",
         [("amount", money("2000")), ("count", figure("28")), ("per_head", money("40", status="norm"))],
         "broken", "product"),
    Case("15 kg a month for nine months, in tonnes", "per_head",
         [("amount", figure("412.4", "tonne", "0.1")), ("count", figure("3055", "person")),
          ("per_head", figure("15", "kilogram", per="person/month"))], "holds", "monthly_amount"),
    Case("15 kg a month for ninety months", "per_head",
         [("amount", figure("4124", "tonne", "1")), ("count", figure("3055", "person")),
          ("per_head", figure("15", "kilogram", per="person/month"))], "broken", "monthly_amount"),
    Case("a verified norm: nine months of 160.000 for 100 children", "per_head",
         [("amount", lunch("144000000")), ("count", figure("100", "person"))], "holds", "norm", "exact"),
    Case("one đồng more", "per_head",
         [("amount", lunch("144000001")), ("count", figure("100", "person"))], "broken", "norm", difference="1",
         tolerance="0"),
    Case("millions rounded up from the norm", "per_head",
         [("amount", lunch("15", MILLION)), ("count", figure("10", "person"))], "holds", "norm"),
    Case("a million more than that", "per_head",
         [("amount", lunch("16", MILLION)), ("count", figure("10", "person"))], "broken", "norm"),
    Case("less than a month", "per_head",
         [("amount", lunch("15999999")), ("count", figure("100", "person"))], "broken", "norm", difference="-1"),
    Case("no norm, but exactly 40 million each", "per_head",
         [("amount", money("4040")), ("count", figure("101", "class"))], "holds", "round_amount", "exact"),
    Case("plausible", "per_head", [("amount", money("4045")), ("count", figure("101"))],
         "holds", "plausible_amount", "within_bounds"),
    Case("40 tỷ a household is a slip of the unit", "per_head",
         [("amount", money("4045", BILLION)), ("count", figure("101"))], "broken", "plausible_amount"),
    Case("no norm for classes", "per_head", [("amount", money("4045")), ("count", figure("101", "class"))],
         "not_evaluated", missing="norm"),
    Case("no count", "per_head", [("amount", money("4045"))], "not_evaluated", missing="norm"),
    Case("one head amount for two counts", "per_head",
         [("amount", money("4045")), ("count", figure("10")), ("count", figure("11")), ("per_head", money("40"))],
         "not_evaluated", missing="per_head"),
    Case("kilograms of money", "per_head",
         [("amount", money("4045")), ("count", figure("10", "class")), ("per_head", figure("15", "kilogram"))],
         "not_evaluated", missing="same_unit"),
]  # fmt: skip

CASES = [*PART_WHOLE, *PLAN_RATIO, *CHANGE, *REPEAT, *SUBSET, *SHARE, *STOCK_FLOW, *FORMULA, *PER_HEAD]


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    """The verdicts of all cases, each a document of its own, judged at once."""
    documents = [document((case.kind, case.members, case.fields), name=_name(case)) for case in CASES]
    return {verdict.document: verdict for verdict in check(documents)}


def _name(case: Case) -> str:
    return f"{case.kind}: {case.id}"


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_verdict(case: Case, verdicts: dict[str, Verdict]) -> None:
    verdict = verdicts[_name(case)]

    assert (verdict.outcome, verdict.missing) == (case.outcome, case.missing or verdict.missing)
    assert case.test is None or verdict.test == case.test
    assert case.agreement is None or verdict.agreement == case.agreement
    assert case.difference is None or verdict.difference == D(case.difference)
    assert case.tolerance is None or verdict.tolerance == D(case.tolerance)


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_the_one_rule(case: Case, verdicts: dict[str, Verdict]) -> None:
    """Holds where |difference| <= tolerance, and is not evaluated where either is missing."""
    verdict = verdicts[_name(case)]

    if verdict.difference is None or verdict.tolerance is None:
        assert verdict.outcome == "not_evaluated"
        assert verdict.missing
    else:
        assert verdict.outcome == ("holds" if abs(verdict.difference) <= verdict.tolerance else "broken")
        assert verdict.missing is None


@pytest.mark.parametrize("kind", sorted({case.kind for case in CASES}))
def test_every_kind_has_all_outcomes(kind: str) -> None:
    assert {case.outcome for case in CASES if case.kind == kind} == {"holds", "broken", "not_evaluated"}


def test_names_of_cases_are_unique() -> None:
    assert len({_name(case) for case in CASES}) == len(CASES)
