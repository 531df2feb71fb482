"""The golden workbooks, each with the function that makes it; `pytest --refresh-golden` writes them anew."""

from collections.abc import Callable

from tests.golden.sheets import finances, layouts, reviews
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
    "14_giai_ngan_nhieu_cap.xlsx": layouts.funds_by_levels,
    "15_hai_bang_canh_nhau.xlsx": layouts.side_by_side,
    "16_nam_ngang_hai_khoi.tsv": layouts.years_in_blocks,
    "17_nhieu_dong_moi_xa.xlsm": layouts.lines_with_units,
    "18_xa_phuong_moi_2025.xls": layouts.communes_of_2025,
    "19_nhieu_loai_cong_thuc.ods": layouts.kinds_of_identities,
    "20_uy_thac_so_kieu_anh.csv": layouts.loans_by_association,
    "21_giao_chi_tieu_2026.xlsx": layouts.indicators_by_region,
    "22_hai_trang_chuyen_sang.xlsx": layouts.houses_on_two_pages,
}
