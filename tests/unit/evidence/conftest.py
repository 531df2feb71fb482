"""Published warehouses in temporary folders, made once for the tests of this folder, and the pages of each."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipelines.evidence.addresses import document_page
from pipelines.evidence.site import build_site
from pipelines.quality.building import builders
from pipelines.warehouse.building import leave_empty
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.steps import run

HOSTILE = "raw/<img src=x onerror=alert(1)>.txt"
DECOMPOSED = "raw/decomposed.txt"
FORM = "raw/form.xlsx"
BROKEN = "raw/broken.xlsx"


@dataclass(frozen=True)
class Site:
    """A published warehouse with its pages."""

    settings: Settings

    def page(self, path: str) -> str:
        """A page as text."""
        return (self.settings.site / path).read_text(encoding="utf-8")

    def document(self, document: str) -> str:
        """The page of a document as text."""
        return self.page(document_page(document))

    def paths(self) -> list[str]:
        """The paths of all pages."""
        return sorted(path.relative_to(self.settings.site).as_posix() for path in self.settings.site.rglob("*.html"))


def publish(folder: Path, texts: Mapping[str, str]) -> Settings:
    """Publish a warehouse of these texts, by names under raw/; nothing is expected of its tables."""
    settings = replace(Settings.of(folder), settle_seconds=0.0, workers=1)
    settings.raw.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (settings.raw / name).write_text(text, encoding="utf-8")
    hour_ago = time.time() - 3600
    for path in settings.raw.iterdir():
        os.utime(path, (hour_ago, hour_ago))
    run(settings, builders={**builders(Catalogue(settings.sql)), "expectation_result": leave_empty})
    return settings


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The pages of a warehouse without a single document."""
    settings = publish(tmp_path_factory.mktemp("empty"), {})
    build_site(settings)
    return Site(settings)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The pages of hostile texts, decomposed and astral characters, a form, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "raw").mkdir()
    _write_form(folder / "raw" / "form.xlsx")
    (folder / "raw" / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    texts = {
        Path(HOSTILE).name: (
            "<script>alert('headline')</script> hỗ trợ hộ nghèo\n\n"
            "Năm 2022, huyện Bạch Thông (Bắc Kạn) hỗ trợ nhà ở cho 155 hộ nghèo, trong đó: 28 hộ <b>xây mới</b>, "
            "120 hộ sửa chữa, 26 hộ làm lại. </script><script>alert(2)</script> & \"quotes\" 'too'\n"
        ),
        f"{Path(HOSTILE).name}.origin.yaml": 'url: "javascript:alert(3)"\nnote: "<script>alert(4)</script>"\n',
        Path(DECOMPOSED).name: (
            "\U0001f33e\U0001f33e Tho\u0302ng tin\n\nNa\u0306m 2022, tỉnh Bắc Kạn có \U0001f3e0 1.234 hộ nghe\u0300o.\n"
        ),
    }
    settings = publish(folder, texts)
    build_site(settings)
    return Site(settings)


def _write_form(path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "PL<1>"
    for row in (
        ["TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2022, HUYỆN BẠCH THÔNG"],
        ["STT", "Xã", "Tổng số hộ", "Số hộ nghèo"],
        [1, "Xã Vi Hương <b>", 587, 58],
        [2, "Xã Sĩ Bình", 761, 180],
        [3, "Xã Vũ Muộn", 676, 117],
        [None, "Tổng cộng", 2024, 355],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    book.save(path)
