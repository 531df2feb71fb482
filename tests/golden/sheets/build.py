"""The golden workbooks, each with the function that makes it; `pytest --refresh-golden` writes them anew."""

from collections.abc import Callable

from tests.golden.sheets import finances, reviews
from tests.golden.sheets.writing import Made

BUILDERS: dict[str, Callable[[], Made]] = {
    "01_dien_bien_ho_ngheo.xlsx": reviews.review_of_changes,
    "02_ngan_sach_xa.xlsx": finances.commune_budget,
    "03_tong_cuc_thong_ke.csv": finances.statistics_export,
    "04_nhcsxh_theo_xa_TCVN3.xls": finances.policy_bank_by_commune,
    "05_chi_tieu_giam_ngheo.ods": finances.indicator_list,
    "06_theo_huyen_ngang.xlsx": reviews.places_across,
    "07_hai_bang_va_tong_hop.xlsx": finances.two_tables_and_a_summary,
    "08_cong_thuc.xlsx": reviews.formulas,
    "09_thanh_thi_nong_thon.xlsx": reviews.sections_with_subtotals,
    "10_meo_vac_theo_nam.tsv": reviews.long_form,
    "11_chi_so_thieu_hut.xlsx": reviews.deprivations,
    "12_von_theo_nguon.xlsx": finances.funds_by_source,
    "13_danh_sach_ho.xlsx": finances.list_of_persons,
}
