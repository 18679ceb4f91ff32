// Rows of the free annexes in which everything is right, for cases that change one column of them. Days are in early 2024,
// within the quarter and the half-year.

import type { RowChange } from '../../setup/changed-cells';

/** 27/2/2024 and 29/2/2024. */
const DAYS = { tu_ngay: 45_349, den_ngay: 45_351 };

/** PL3 */
export const INSPECTION: RowChange = {
  loai: 'Kiểm tra',
  ke_hoach: 'Theo kế hoạch',
  noi_dung: 'Việc quán triệt nghị quyết về y tế',
  ...DAYS,
  so_tcd: 1,
  so_dv: 1,
  so_hc: 0,
  so_kp: 0,
};

/** PL4, not completed yet. */
export const REVIEW: RowChange = {
  ma_vb: 'NQ-20-2017',
  loai: 'Sơ kết',
  hinh_thuc: 'Báo cáo',
  da_gui: 'Không',
};

/** PL5 */
export const PROGRAMME: RowChange = {
  doi_tac: 'Hội Khuyến học tỉnh Vạn Hoa',
  ten: 'Kế hoạch phối hợp xây dựng xã hội học tập',
  moi: 'Có',
  so_hd: 2,
  luot: 60,
};

/** PL6 */
export const CLASS: RowChange = {
  ten_lop: 'Lớp tập huấn chuyển đổi số trong công tác tuyên giáo',
  cap_to_chuc: 'Tỉnh',
  ...DAYS,
  luot: 3,
  luot_pt: 1,
};
