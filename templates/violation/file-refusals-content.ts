// Refusals of what the sheets hold (HTTP 422): counts beyond any report, addresses and values that no spreadsheet program
// writes. The describer puts sheet and cell before each detail. Says nothing of what a value means.

import { refusalText as text } from './refusal-text';

const FORM_VI = 'Hãy chép số liệu vào biểu mẫu đã phát hành rồi gửi lại.';
const FORM_EN = 'Copy the figures into the published form and send it again.';
const RETYPE_VI = 'Hãy nhập lại ô này trong Excel, lưu rồi gửi lại.';
const RETYPE_EN = 'Type this cell again in Excel, save and send it again.';
const AGAIN_VI = 'Hãy mở tệp bằng Excel, lưu lại rồi gửi.';
const AGAIN_EN = 'Open the file in Excel, save it and send it again.';

export const CONTENT_REFUSALS = {
  NO_SHEETS: text(
    422,
    ['Không có trang tính nào', `Sổ làm việc không có trang tính chứa ô. ${FORM_VI}`],
    ['No sheet', `The workbook has no sheet with cells. ${FORM_EN}`],
  ),
  TOO_MANY_SHEETS: text(
    422,
    ['Quá nhiều trang tính', `Sổ làm việc có quá nhiều trang tính. ${FORM_VI}`],
    ['Too many sheets', `The workbook has too many sheets. ${FORM_EN}`],
  ),
  SHEET_DUPLICATE: text(
    422,
    ['Hai trang tính trùng nhau', `Hai trang tính có cùng tên hoặc cùng một nội dung. ${FORM_VI}`],
    ['Two sheets are the same', `Two sheets have the same name or the same content part. ${FORM_EN}`],
  ),
  SHEET_NAME: text(
    422,
    ['Tên trang tính không hợp lệ', `Một trang tính không có tên hoặc tên dài hơn Excel cho phép. ${FORM_VI}`],
    ['A sheet name is not valid', `A sheet has no name or a longer one than Excel allows. ${FORM_EN}`],
  ),
  TOO_MANY_NAMES: text(
    422,
    ['Quá nhiều tên vùng', `Sổ làm việc có quá nhiều tên vùng (Defined Names). ${FORM_VI}`],
    ['Too many defined names', `The workbook has too many defined names. ${FORM_EN}`],
  ),
  NAME_DUPLICATE: text(
    422,
    ['Hai tên vùng trùng nhau', `Tên vùng[ “{found}”] được đặt hai lần nên không rõ nó trỏ vào đâu. ${FORM_VI}`],
    [
      'A name is defined twice',
      `The name[ “{found}”] is defined twice, so it is not clear where it points. ${FORM_EN}`,
    ],
  ),
  TOO_MANY_CELLS: text(
    422,
    [
      'Quá nhiều ô',
      `Trang tính có nhiều ô hơn một báo cáo cần. Hãy xóa các dòng và cột thừa (kể cả ô chỉ có định dạng) rồi gửi lại.`,
    ],
    [
      'Too many cells',
      `The sheet has more cells than a report needs. Delete spare rows and columns (also cells that only have a format) and send it again.`,
    ],
  ),
  TOO_MANY_STRINGS: text(
    422,
    ['Quá nhiều đoạn chữ', `Tệp có nhiều đoạn chữ hơn một báo cáo cần. ${FORM_VI}`],
    ['Too much text', `The file has more pieces of text than a report needs. ${FORM_EN}`],
  ),
  TOO_MANY_STYLES: text(
    422,
    ['Quá nhiều kiểu định dạng', `Tệp có nhiều kiểu định dạng ô hơn Excel cho phép. ${FORM_VI}`],
    ['Too many formats', `The file has more cell formats than Excel allows. ${FORM_EN}`],
  ),
  TOO_MANY_MERGES: text(
    422,
    ['Quá nhiều vùng gộp ô', `Trang tính có quá nhiều vùng gộp ô. ${FORM_VI}`],
    ['Too many merged areas', `The sheet has too many merged areas. ${FORM_EN}`],
  ),
  BAD_ROW: text(
    422,
    ['Số dòng không hợp lệ', `Tệp ghi số dòng[ “{found}”] ngoài giới hạn của Excel (1 đến 1.048.576). ${AGAIN_VI}`],
    [
      'A row number is not valid',
      `The file gives the row number[ “{found}”] outside Excel's limits (1 to 1,048,576). ${AGAIN_EN}`,
    ],
  ),
  BAD_CELL_ADDRESS: text(
    422,
    ['Địa chỉ ô không hợp lệ', `Tệp ghi một địa chỉ ô ngoài giới hạn của Excel (A1 đến XFD1048576). ${AGAIN_VI}`],
    [
      'A cell address is not valid',
      `The file gives a cell address outside Excel's limits (A1 to XFD1048576). ${AGAIN_EN}`,
    ],
  ),
  CELL_ROW_MISMATCH: text(
    422,
    ['Ô nằm sai dòng', `Ô này được ghi trong dòng[ {found}] khác với địa chỉ của nó. ${AGAIN_VI}`],
    [
      'A cell is in the wrong row',
      `This cell is written inside another row[, {found},] than its address says. ${AGAIN_EN}`,
    ],
  ),
  CELL_DUPLICATE: text(
    422,
    ['Ô được ghi hai lần', `Ô này có hai giá trị trong tệp nên không rõ giá trị nào đúng. ${RETYPE_VI}`],
    [
      'A cell is given twice',
      `This cell has two values in the file, so it is not clear which one counts. ${RETYPE_EN}`,
    ],
  ),
  CELL_TYPE: text(
    422,
    ['Kiểu ô không rõ', `Ô này có kiểu[ “{found}”] mà bảng tính không có. ${RETYPE_VI}`],
    ['Unknown kind of cell', `This cell has a type[, “{found}”,] that spreadsheets do not have. ${RETYPE_EN}`],
  ),
  BAD_NUMBER: text(
    422,
    ['Số không đọc được', `Tệp ghi[ “{found}”] ở chỗ của một số; không đọc chắc chắn được thành số. ${RETYPE_VI}`],
    [
      'A number cannot be read',
      `The file has[ “{found}”] in the place of a number; it cannot be read as one for certain. ${RETYPE_EN}`,
    ],
  ),
  BAD_BOOLEAN: text(
    422,
    ['Giá trị đúng/sai không đọc được', `Tệp ghi[ “{found}”] ở chỗ của giá trị TRUE/FALSE. ${RETYPE_VI}`],
    ['A true/false value cannot be read', `The file has[ “{found}”] in the place of TRUE or FALSE. ${RETYPE_EN}`],
  ),
  BAD_DATE: text(
    422,
    ['Ngày không đọc được', `Tệp ghi[ “{found}”] ở chỗ của một ngày. ${RETYPE_VI}`],
    ['A date cannot be read', `The file has[ “{found}”] in the place of a date. ${RETYPE_EN}`],
  ),
  BAD_STRING_INDEX: text(
    422,
    ['Ô trỏ đến chữ không có', `Ô này trỏ đến đoạn chữ số[ “{found}”] không có trong tệp. ${RETYPE_VI}`],
    [
      'A cell points to text that is not there',
      `This cell points to the text number[ “{found}”], which the file does not have. ${RETYPE_EN}`,
    ],
  ),
  TEXT_TOO_LONG: text(
    422,
    [
      'Chữ trong ô quá dài',
      'Ô này có hơn 32.767 ký tự, nhiều hơn Excel chứa được trong một ô. Hãy rút ngắn nội dung rồi gửi lại.',
    ],
    [
      'The text of a cell is too long',
      'This cell has more than 32,767 characters, more than Excel holds in one cell. Shorten it and send it again.',
    ],
  ),
};
