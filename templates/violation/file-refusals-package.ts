// Refusals of the package (HTTP 422): a zip that is broken, disguised or built to harm, and XML that cannot be trusted.
// A clerk cannot mend these by hand, so the advice is nearly always to save the report again from Excel.

import { refusalText as text } from './refusal-text';

const AGAIN_VI = 'Mở tệp bằng Excel, lưu thành một tệp .xlsx mới rồi gửi lại.';
const AGAIN_EN = 'Open the file in Excel, save it as a new .xlsx file and send it again.';

export const PACKAGE_REFUSALS = {
  ENCRYPTED: text(
    422,
    [
      'Tệp đặt mật khẩu',
      'Tệp được khóa bằng mật khẩu mở nên không đọc được. Trong Excel: Tệp › Thông tin › Bảo vệ sổ làm việc › Mã hóa bằng mật khẩu, xóa mật khẩu, lưu rồi gửi lại.',
    ],
    [
      'The file has a password',
      'The file is locked with a password to open and cannot be read. In Excel: File › Info › Protect Workbook › Encrypt with Password, clear the password, save and send it again.',
    ],
  ),
  ZIP_CORRUPT: text(
    422,
    ['Tệp bị hỏng', `Tệp bị hỏng hoặc chưa tải lên đủ, nội dung không khớp với mục lục của nó. ${AGAIN_VI}`],
    [
      'The file is damaged',
      `The file is damaged or was not uploaded whole: its content does not match its own list. ${AGAIN_EN}`,
    ],
  ),
  ZIP_JUNK: text(
    422,
    ['Tệp có dữ liệu lạ đính kèm', `Trước hoặc sau bảng tính còn có dữ liệu khác trong cùng một tệp. ${AGAIN_VI}`],
    [
      'The file has foreign data attached',
      `There is other data before or after the workbook in the same file. ${AGAIN_EN}`,
    ],
  ),
  ZIP_TOO_BIG: text(
    422,
    [
      'Nội dung giải nén quá lớn',
      `Khi giải nén, nội dung vượt mức cho phép. Hãy xóa các vùng định dạng thừa và trang tính không thuộc biểu mẫu. ${AGAIN_VI}`,
    ],
    [
      'The unpacked content is too large',
      `Unpacked, the content is larger than is taken. Remove spare formatted areas and sheets that are not part of the form. ${AGAIN_EN}`,
    ],
  ),
  ZIP_TOO_MANY_PARTS: text(
    422,
    ['Tệp có quá nhiều phần', `Tệp có nhiều phần hơn một báo cáo cần[ ({found} phần)]. ${AGAIN_VI}`],
    ['The file has too many parts', `The file has more parts than a report needs[ ({found})]. ${AGAIN_EN}`],
  ),
  ZIP_DUPLICATE: text(
    422,
    ['Tệp có hai phần trùng tên', `Hai phần trong tệp có cùng một tên nên không rõ phần nào là đúng. ${AGAIN_VI}`],
    [
      'Two parts have the same name',
      `Two parts of the file have the same name, so it is not clear which one counts. ${AGAIN_EN}`,
    ],
  ),
  ZIP_OVERLAP: text(
    422,
    ['Các phần trong tệp chồng lên nhau', `Hai phần trong tệp dùng chung một đoạn dữ liệu. ${AGAIN_VI}`],
    ['Parts of the file overlap', `Two parts of the file share the same stretch of data. ${AGAIN_EN}`],
  ),
  ZIP_BAD_NAME: text(
    422,
    ['Tên phần không hợp lệ', `Một phần trong tệp có tên không được phép[: {found}]. ${AGAIN_VI}`],
    [
      'A part has a name that is not allowed',
      `A part of the file has a name that is not allowed[: {found}]. ${AGAIN_EN}`,
    ],
  ),
  ZIP_HEADER_MISMATCH: text(
    422,
    ['Mục lục của tệp không khớp', `Mục lục của tệp và phần dữ liệu ghi khác nhau. ${AGAIN_VI}`],
    ['The file list does not match', `The list of the file and its data say different things. ${AGAIN_EN}`],
  ),
  ZIP_ENCRYPTED: text(
    422,
    ['Tệp nén đặt mật khẩu', `Một phần trong tệp bị khóa bằng mật khẩu nén. ${AGAIN_VI}`],
    ['The package has a password', `A part of the file is locked with a zip password. ${AGAIN_EN}`],
  ),
  ZIP_METHOD: text(
    422,
    ['Cách nén không dùng được', `Tệp dùng cách nén[ số {found}] mà Excel không dùng. ${AGAIN_VI}`],
    [
      'Unusable compression',
      `The file uses a compression method[, number {found},] that Excel does not use. ${AGAIN_EN}`,
    ],
  ),
  XML_DOCTYPE: text(
    422,
    ['Tệp có khai báo nguy hiểm', `Tệp chứa khai báo DOCTYPE, thứ không có trong tệp Excel bình thường. ${AGAIN_VI}`],
    [
      'The file has a dangerous declaration',
      `The file contains a DOCTYPE declaration, which no ordinary Excel file has. ${AGAIN_EN}`,
    ],
  ),
  XML_MALFORMED: text(
    422,
    ['Nội dung tệp bị sai cấu trúc', `Một phần trong tệp không đúng quy cách XML. ${AGAIN_VI}`],
    ['The content of the file is malformed', `A part of the file is not well-formed XML. ${AGAIN_EN}`],
  ),
  XML_ENCODING: text(
    422,
    ['Bảng mã không dùng được', `Một phần trong tệp dùng bảng mã[ {found}] không được hỗ trợ. ${AGAIN_VI}`],
    [
      'Unusable text encoding',
      `A part of the file uses a text encoding[, {found},] that is not supported. ${AGAIN_EN}`,
    ],
  ),
  XML_TOO_COMPLEX: text(
    422,
    [
      'Nội dung tệp quá phức tạp',
      `Một phần trong tệp lồng quá sâu, hoặc có thuộc tính hay đoạn chữ quá dài. ${AGAIN_VI}`,
    ],
    [
      'The content of the file is too complex',
      `A part of the file is nested too deeply, or has attributes or text that are too long. ${AGAIN_EN}`,
    ],
  ),
  XML_UNEXPECTED: text(
    422,
    [
      'Tệp có nội dung không hiểu được',
      `Một phần trong tệp có thành phần không thuộc bảng tính[: {found}]. ${AGAIN_VI}`,
    ],
    [
      'The file has content that cannot be understood',
      `A part of the file has an element that does not belong in a workbook[: {found}]. ${AGAIN_EN}`,
    ],
  ),
  PART_MISSING: text(
    422,
    ['Tệp thiếu một phần', `Tệp nhắc đến một phần nhưng phần đó không có. ${AGAIN_VI}`],
    ['A part is missing', `The file refers to a part that is not there. ${AGAIN_EN}`],
  ),
  PART_OUTSIDE: text(
    422,
    [
      'Tệp trỏ ra ngoài',
      `Một phần bắt buộc của bảng tính trỏ ra ngoài tệp[: {found}]. Hệ thống không lấy dữ liệu từ nơi khác. ${AGAIN_VI}`,
    ],
    [
      'The file points outside itself',
      `A required part of the workbook points outside the file[: {found}]. Nothing is fetched from elsewhere. ${AGAIN_EN}`,
    ],
  ),
  MACRO: text(
    422,
    [
      'Tệp chứa macro',
      'Tệp chứa macro (VBA hoặc XLM), hệ thống không nhận macro. Hãy chép số liệu vào biểu mẫu đã phát hành, lưu thành .xlsx rồi gửi lại.',
    ],
    [
      'The file contains macros',
      'The file contains macros (VBA or XLM), which are not taken. Copy the figures into the published form, save it as .xlsx and send it again.',
    ],
  ),
  TOO_SLOW: text(
    422,
    ['Đọc tệp quá lâu', `Tệp cần nhiều thời gian để đọc hơn mức cho phép. Hãy xóa các vùng thừa. ${AGAIN_VI}`],
    ['Reading took too long', `The file needs more time to read than is given. Remove spare areas. ${AGAIN_EN}`],
  ),
};
