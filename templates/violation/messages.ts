// The built-in messages: what is there, what is expected, what to do. `{CT_A_01}` shows the value of that name, in the
// sheet by a formula and on the server by the same text.

import type { Bilingual } from '../form-definition/form-schema';
import { cut } from './notice-messages';

/** R001: a value of the wrong kind. `cell` is what the message's hole calls it. */
export function wrongType(label: Bilingual, cell: string, expected: Bilingual): Bilingual {
  return {
    vi: `${label.vi}: đang là "{${cell}}"; cần ${expected.vi}. Sửa lại ô này.`,
    en: `${label.en}: it is "{${cell}}"; ${expected.en} is expected. Correct this cell.`,
  };
}

/** R002: nothing entered. */
export function missing(label: Bilingual, zeroAllowed: boolean): Bilingual {
  return zeroAllowed
    ? {
        vi: `${label.vi}: chưa nhập. Nếu không phát sinh hãy ghi 0, hoặc đánh x ở “Không phát sinh” của cả mục.`,
        en: `${label.en}: not entered. If nothing occurred enter 0, or mark “Không phát sinh” of the section with x.`,
      }
    : { vi: `${label.vi}: chưa nhập. Hãy nhập ô này.`, en: `${label.en}: not entered. Fill in this cell.` };
}

/** R016: a cell of the template that is found neither by its name nor by its code. */
export function lostCell(label: Bilingual, sheet: string): Bilingual {
  return {
    vi: `${label.vi}: không còn tìm thấy ô này trong trang ${sheet} (tên ô và mã đều mất). Mở lại mẫu gốc, chép số liệu sang rồi nộp.`,
    en: `${label.en}: this cell is no longer found in sheet ${sheet} (its name and its code are both gone). Open a fresh template, copy the figures over and submit that.`,
  };
}

/** R016 for a whole sheet. */
export function lostSheet(sheet: string): Bilingual {
  return {
    vi: `Trang ${sheet} không còn trong tệp, hoặc không còn ô nào của mẫu trong trang đó. Mở lại mẫu gốc, chép số liệu sang rồi nộp.`,
    en: `Sheet ${sheet} is no longer in the file, or nothing of the template is left in it. Open a fresh template, copy the figures over and submit that.`,
  };
}

/** R020: a prepared line that stands in the sheet more than once, so that its figures would count twice. */
export function repeatedLine(annex: string, key: string, row: number): Bilingual {
  return {
    vi: `${annex}, dòng ${row}: ${key} đã có ở một dòng trên. Mỗi văn bản, lĩnh vực chỉ có một dòng; xóa dòng thừa hoặc mở mẫu gốc.`,
    en: `${annex}, row ${row}: ${key} already stands in a row above. Each document or field has one row; delete the extra one or open a fresh template.`,
  };
}

/** R019: an input cell inside a merged range, where Excel keeps nothing. */
export function swallowedCell(label: Bilingual, range: string): Bilingual {
  return {
    vi: `${label.vi}: ô đã bị gộp vào vùng ${range} nên không giữ được giá trị riêng. Bỏ gộp ô (Unmerge) rồi nhập từng ô.`,
    en: `${label.en}: the cell was merged into ${range} and holds no value of its own. Unmerge it and fill in each cell.`,
  };
}

/** R009: text in an old encoding (TCVN3, VNI) whose font does not say which. */
export function garbledText(label: Bilingual, found: string): Bilingual {
  return {
    vi: `${label.vi}: "${cut(found)}" có vẻ là chữ phông cũ (TCVN3/.VnTime hoặc VNI) nên không đọc chắc được. Gõ lại hoặc dán lại bằng Unicode.`,
    en: `${label.en}: "${cut(found)}" looks like old-font text (TCVN3/.VnTime or VNI) that cannot be read for certain. Type it again or paste it as Unicode.`,
  };
}

/** R017: the file's result of a computed indicator is not what its parts give. */
export function wrongResult(label: Bilingual, found: Bilingual, expected: Bilingual): Bilingual {
  return {
    vi: `${label.vi}: trong tệp là ${found.vi}, tính lại từ các ô nguồn là ${expected.vi}. Khôi phục công thức của ô (mở mẫu gốc) hoặc để trống ô này.`,
    en: `${label.en}: the file says ${found.en}, its parts give ${expected.en}. Restore the cell's formula (from a fresh template) or clear the cell.`,
  };
}

/** R005: the period takes no more reports. `period` and `since` as a person reads them. */
export function periodLocked(period: Bilingual, since: string): Bilingual {
  return {
    vi: `${period.vi} đã khóa từ ngày ${since} nên không nhận thêm báo cáo; tệp này chưa được lưu. Liên hệ Ban để xin mở lại hoặc gia hạn, rồi nộp lại.`,
    en: `${period.en} has been locked since ${since} and takes no more reports; this file was not stored. Ask the board to open it again or to give you more time, then submit again.`,
  };
}

export type IdentityCode =
  | 'NOT_OUR_TEMPLATE'
  | 'OTHER_FORM'
  | 'NEWER_VERSION'
  | 'OLDER_VERSION'
  | 'UNKNOWN_UNIT'
  | 'OTHER_UNIT'
  | 'OTHER_PERIOD';

/** The workbook is not the one that is awaited: rule, and what to say of what was found and what was expected. */
export const IDENTITY: Record<
  IdentityCode,
  { readonly rule: string; readonly title: Bilingual; readonly message: (found: string, expected: string) => Bilingual }
> = {
  NOT_OUR_TEMPLATE: {
    rule: 'R003',
    title: { vi: 'Không phải mẫu báo cáo này', en: 'Not this report template' },
    message: (_found, expected) => ({
      vi: `Tệp Excel này không phải mẫu báo cáo (không có trang _meta và các tên ô của mẫu). Tải mẫu ${expected}, nhập vào đó rồi nộp.`,
      en: `This workbook is not the report template (it has no _meta sheet and none of the template's names). Download template ${expected}, fill it in and submit that.`,
    }),
  },
  OTHER_FORM: {
    rule: 'R003',
    title: { vi: 'Mẫu báo cáo khác', en: 'Another form' },
    message: (found, expected) => ({
      vi: `Tệp này theo mẫu "${found}", nơi nhận cần mẫu "${expected}". Tải đúng mẫu rồi nộp lại.`,
      en: `This file follows form "${found}"; form "${expected}" is expected here. Download the right template and submit again.`,
    }),
  },
  NEWER_VERSION: {
    rule: 'R003',
    title: { vi: 'Phiên bản mẫu mới hơn hệ thống', en: 'Template version newer than the system' },
    message: (found, expected) => ({
      vi: `Tệp dùng mẫu phiên bản ${found}, mới hơn phiên bản ${expected} đang thu. Tải mẫu của kỳ này từ hệ thống rồi nộp lại.`,
      en: `The file uses template version ${found}, newer than ${expected} which is being collected. Download this period's template and submit again.`,
    }),
  },
  OLDER_VERSION: {
    rule: 'R003',
    title: { vi: 'Phiên bản mẫu cũ', en: 'Old template version' },
    message: (found, expected) => ({
      vi: `Tệp dùng mẫu phiên bản cũ ${found}; kỳ này dùng phiên bản ${expected}. Tải mẫu mới, chuyển số liệu sang rồi nộp lại.`,
      en: `The file uses old template version ${found}; this period uses ${expected}. Download the new template, carry the figures over and submit again.`,
    }),
  },
  UNKNOWN_UNIT: {
    rule: 'R004',
    title: { vi: 'Đơn vị không có trong danh sách', en: 'Unknown unit' },
    message: (found) => ({
      vi: `Mã đơn vị "${found}" trong tệp không có trong danh sách đơn vị báo cáo. Tải lại mẫu của đơn vị mình rồi nộp lại.`,
      en: `Unit code "${found}" in the file is not on the list of reporting units. Download your own unit's template and submit again.`,
    }),
  },
  OTHER_UNIT: {
    rule: 'R004',
    title: { vi: 'Tệp của đơn vị khác', en: "Another unit's file" },
    message: (found, expected) => ({
      vi: `Tệp này thuộc đơn vị ${found}, còn tài khoản đang nộp là của đơn vị ${expected}. Nộp tệp của đúng đơn vị mình.`,
      en: `This file belongs to unit ${found}; you are signed in as unit ${expected}. Submit your own unit's file.`,
    }),
  },
  OTHER_PERIOD: {
    rule: 'R018',
    title: { vi: 'Tệp của kỳ khác', en: "Another period's file" },
    message: (found, expected) => ({
      vi: `Tệp này là báo cáo kỳ ${found}, nơi nhận đang thu kỳ ${expected}. Chọn đúng tệp, hoặc nộp vào đúng kỳ.`,
      en: `This file reports on ${found}; ${expected} is being collected here. Choose the right file, or submit it to its own period.`,
    }),
  },
};
