"""How long a run takes on many made-up documents: the first one, one after nothing changed, one with a document more.

`python -m benchmarks.warehouse 5000` prints seconds a step and the most memory that the process ever held. The findings
are left empty: judging them is measured by itself.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pipelines.warehouse.building import leave_empty
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.steps import make_tables, publish_tables, read_sources

_TEXT = (
    "Năm 2022, huyện Bạch Thông có {a} hộ nghèo vay vốn, dư nợ {b} triệu đồng; {c} hộ cận nghèo vay vốn, "
    "dư nợ {d} triệu đồng.\n\n"
    "Đã hỗ trợ nhà ở cho {e} hộ, trong đó: xây mới {a} nhà, kinh phí {b} triệu đồng; sửa chữa {c} nhà, "
    "kinh phí {d} triệu đồng.\n"
)


def write(raw: Path, number: int) -> None:
    """One document of nine figures, told from the others by its numbers."""
    a, c = 10 + number % 400, 20 + number % 300
    path = raw / f"{number // 1000:03}" / f"{number:06}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_TEXT.format(a=a, b=a * 50, c=c, d=c * 60, e=a + c), encoding="utf-8")


@contextmanager
def timed(label: str) -> Iterator[None]:
    """Print how long the block took."""
    begin = time.perf_counter()
    yield
    print(f"  {label:14}{time.perf_counter() - begin:8.2f} s")


def run(settings: Settings, title: str) -> None:
    """All steps of a run, each with its time."""
    print(title)
    builders = {spec.name: leave_empty for spec in Catalogue(settings.sql).tables if spec.table.made_by == "quality"}
    with timed("read sources"):
        read = read_sources(settings)
    with timed("make tables"):
        make_tables(settings, builders)
    with timed("publish"):
        publish_tables(settings)
    print(f"  {read.read} of {read.documents} documents read, {read.observations} observations")


def main(documents: int) -> None:
    """Run three times on so many documents."""
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings.of(Path(folder)), settle_seconds=0.0)
        for number in range(documents):
            write(settings.raw, number)
        run(settings, "first run")
        run(settings, "nothing changed")
        write(settings.raw, documents)
        run(settings, "one document more")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"most memory of this process: {most:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
