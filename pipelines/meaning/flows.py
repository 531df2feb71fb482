"""Which indicators flow into and out of a stock, as flows.csv lists them; which figures do is found elsewhere."""

from dataclasses import dataclass
from functools import cache

from pipelines.meaning.code_lists import is_one_variable
from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members


@dataclass(frozen=True, slots=True)
class FlowRow:
    """flows.csv: a stock and the flows that change it."""

    stock: str
    inflow: Members
    outflow: Members
    note: str = ""


@cache
def stocks_with_flows() -> tuple[FlowRow, ...]:
    """Every stock with its flows, in the order of the file; VocabularyError where a row is wrong."""
    return read_table("flows.csv", FlowRow)


def is_flow_of(part: str | None, total: str | None) -> bool:
    """Whether an indicator tells what flowed into or out of a stock, so that it is none of the stock's parts."""
    return any(is_one_variable(total, row.stock) and part in (*row.inflow, *row.outflow) for row in stocks_with_flows())
