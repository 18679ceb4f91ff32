// The problems a door itself can answer with (RFC 9457): code, status, and words in both languages. What is wrong inside
// a workbook has its own catalogues, in templates/violation.

import type { Bilingual } from '../../templates/form-definition/form-schema';

interface ProblemText {
  readonly status: number;
  readonly title: Bilingual;
  readonly detail: Bilingual;
}

export const PROBLEMS = {
  NOT_SIGNED_IN: {
    status: 401,
    title: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
    detail: {
      vi: 'Phiên làm việc không có hoặc đã hết hạn. Đăng nhập lại bằng mã truy cập của đơn vị.',
      en: 'There is no session, or it has ended. Sign in again with your access code.',
    },
  },
  WRONG_CODE: {
    status: 401,
    title: { vi: 'Mã truy cập không đúng', en: 'Wrong access code' },
    detail: {
      vi: 'Kiểm tra lại mã truy cập (chữ hoa, chữ thường, dấu gạch). Quên mã thì liên hệ Ban Tuyên giáo.',
      en: 'Check the access code (capitals, hyphens). If it is lost, ask the board.',
    },
  },
  RESTING: {
    status: 429,
    title: { vi: 'Nhập sai quá nhiều lần', en: 'Too many wrong codes' },
    detail: {
      vi: 'Tài khoản tạm nghỉ 15 phút sau 10 lần nhập sai. Thử lại sau.',
      en: 'The account rests for 15 minutes after ten wrong codes. Try again later.',
    },
  },
  NOT_ALLOWED: {
    status: 403,
    title: { vi: 'Không có quyền', en: 'Not allowed' },
    detail: { vi: 'Tài khoản này không được làm việc này.', en: 'This account may not do this.' },
  },
  NOT_FOUND: {
    status: 404,
    title: { vi: 'Không tìm thấy', en: 'Not found' },
    detail: { vi: 'Không có mẫu, kỳ, đơn vị hoặc báo cáo này.', en: 'There is no such form, period, unit or report.' },
  },
  NO_WORKBOOK: {
    status: 404,
    title: { vi: 'Báo cáo này không có tệp Excel', en: 'This report has no workbook' },
    detail: {
      vi: 'Báo cáo đến dưới dạng số liệu và không lập được tệp Excel từ số liệu đó; xem lý do trong biên nhận.',
      en: 'The report came as values, and no workbook can be made of them; the receipt says why.',
    },
  },
  KEY_MISSING: {
    status: 400,
    title: { vi: 'Thiếu Idempotency-Key', en: 'Idempotency-Key missing' },
    detail: {
      vi: 'Mỗi lần nộp cần tiêu đề Idempotency-Key là một UUID; nộp lại cùng một lần thì giữ nguyên UUID đó.',
      en: 'Each submission needs the header Idempotency-Key with a UUID; a retry of the same submission keeps it.',
    },
  },
  KEY_REUSED: {
    status: 409,
    title: { vi: 'Idempotency-Key đã dùng cho tệp khác', en: 'Idempotency-Key used for another file' },
    detail: {
      vi: 'Khóa này đã dùng để nộp một tệp khác. Lần nộp mới cần một UUID mới.',
      en: 'This key was used to submit another file. A new submission needs a new UUID.',
    },
  },
  BAD_REQUEST: {
    status: 400,
    title: { vi: 'Yêu cầu không đúng', en: 'Bad request' },
    detail: {
      vi: 'Nội dung gửi lên không đúng định dạng được mô tả trong /api/openapi.json.',
      en: 'The body is not what /api/openapi.json describes.',
    },
  },
  WRONG_TYPE: {
    status: 415,
    title: { vi: 'Sai loại nội dung', en: 'Wrong content type' },
    detail: {
      vi: 'Gửi nguyên tệp .xlsx với Content-Type application/vnd.openxmlformats-officedocument.spreadsheetml.sheet hoặc application/octet-stream; hoặc số liệu dạng application/json.',
      en: 'Send the .xlsx bytes themselves, as application/vnd.openxmlformats-officedocument.spreadsheetml.sheet or application/octet-stream; or the values as application/json.',
    },
  },
  BAD_VALUES: {
    status: 400,
    title: { vi: 'Số liệu gửi lên không đọc được', en: 'The values cannot be read' },
    detail: {
      vi: 'Nội dung JSON bị hỏng hoặc không đúng cấu trúc; báo cáo chưa được lưu. Xem /api/openapi.json.',
      en: 'The JSON is broken or not of the shape wanted; nothing was stored. See /api/openapi.json.',
    },
  },
  UNKNOWN_NAMES: {
    status: 400,
    title: { vi: 'Có tên không thuộc mẫu', en: 'Names that the template does not have' },
    detail: {
      vi: 'Số liệu có tên ô hoặc cột mà mẫu của kỳ này không có hoặc không cho nhập; báo cáo chưa được lưu.',
      en: 'There are names of cells or columns that the period’s template lacks or does not let be typed; nothing was stored.',
    },
  },
  VALUES_TOO_LARGE: {
    status: 413,
    title: { vi: 'Số liệu quá lớn', en: 'Too many values' },
    detail: {
      vi: 'Số liệu dạng JSON tối đa 2 MB, 500 dòng mỗi phụ lục kể cả các dòng in sẵn, và 1.000 dòng ngoài số dòng của mẫu cho cả báo cáo; báo cáo chưa được lưu. Nộp tệp .xlsx ở trang nộp báo cáo.',
      en: 'Values as JSON may have 2 MB, 500 rows an annex with the prepared ones among them, and 1,000 rows beyond those of the template over all annexes; nothing was stored. Submit the .xlsx on the upload page.',
    },
  },
  NEWER_REVISION: {
    status: 409,
    title: { vi: 'Đã có báo cáo mới hơn', en: 'There is a newer report' },
    detail: {
      vi: 'Đơn vị đã nộp một báo cáo mới hơn báo cáo mà tệp này dựa vào; tệp chưa được lưu. So sánh hai báo cáo rồi nộp lại.',
      en: 'The unit has submitted a newer report than the one this is based on; nothing was stored. Compare the two and submit again.',
    },
  },
  VIOLATIONS: {
    status: 422,
    title: { vi: 'Báo cáo còn lỗi', en: 'The report has errors' },
    detail: {
      vi: 'Tệp đã được lưu nhưng chưa được nhận vào tổng hợp. Sửa các ô nêu dưới đây rồi nộp lại.',
      en: 'The file was kept but does not count yet. Correct the cells below and submit again.',
    },
  },
  PERIOD_LOCKED: {
    status: 423,
    title: { vi: 'Kỳ báo cáo đã khóa', en: 'The period is locked' },
    detail: {
      vi: 'Kỳ này không nhận thêm báo cáo; tệp chưa được lưu. Liên hệ Ban để xin mở lại hoặc gia hạn.',
      en: 'This period takes no more reports; the file was not stored. Ask the board to open it again or to give you more time.',
    },
  },
  ALREADY_LOCKED: {
    status: 409,
    title: { vi: 'Kỳ đã khóa từ trước', en: 'Already locked' },
    detail: { vi: 'Kỳ này đang khóa; không có gì thay đổi.', en: 'The period is locked; nothing was changed.' },
  },
  NOT_LOCKED: {
    status: 409,
    title: { vi: 'Kỳ đang mở', en: 'Not locked' },
    detail: { vi: 'Kỳ này không khóa; không có gì thay đổi.', en: 'The period is not locked; nothing was changed.' },
  },
  NOT_CURRENT: {
    status: 409,
    title: { vi: 'Không phải báo cáo đang được tính', en: 'Not the report that counts' },
    detail: {
      vi: 'Chỉ trả lại hoặc duyệt được báo cáo đang được tính của đơn vị; không có gì thay đổi.',
      en: 'Only the report of the unit that counts can be returned or accepted; nothing was changed.',
    },
  },
  UNAVAILABLE: {
    status: 503,
    title: { vi: 'Hệ thống tạm thời chưa phục vụ được', en: 'Temporarily unavailable' },
    detail: {
      vi: 'Kho lưu trữ chưa trả lời. Báo cáo chưa được nhận nếu chưa có biên nhận; thử lại sau ít phút.',
      en: 'Storage does not answer. A report is not received until there is a receipt; try again in a few minutes.',
    },
  },
  INTERNAL: {
    status: 500,
    title: { vi: 'Lỗi của hệ thống', en: 'A fault of the system' },
    detail: {
      vi: 'Hệ thống gặp lỗi khi xử lý yêu cầu này; lỗi đã được ghi lại. Thử lại sau ít phút; nếu vẫn lỗi, báo cho Ban.',
      en: 'The system failed on this request; the fault was logged. Try again in a few minutes; if it stays, tell the board.',
    },
  },
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof PROBLEMS;
