// Refusals of files that are something else than an .xlsx workbook (HTTP 415), empty (400) or too large to take (413).
// Each says what the file looks like and how to make the right one. The first words a clerk reads: keep them plain.

import { refusalText as text } from './refusal-text';

const SAVE_VI = 'Mở tệp bằng Excel, chọn Lưu thành (Save As) › “Excel Workbook (*.xlsx)”, rồi gửi tệp mới.';
const SAVE_EN = 'Open it in Excel, choose Save As › “Excel Workbook (*.xlsx)”, and send the new file.';
const RENAME_VI = 'Đổi tên tệp thành .xlsx không đổi được nội dung bên trong.';
const RENAME_EN = 'Renaming a file to .xlsx does not change what is inside.';
const FORM_VI = 'Hãy gửi tệp .xlsx được điền từ biểu mẫu đã phát hành.';
const FORM_EN = 'Please send the .xlsx file filled in from the published form.';

export const KIND_REFUSALS = {
  EMPTY_FILE: text(
    400,
    ['Tệp rỗng', 'Tệp không có nội dung (0 byte). Hãy lưu lại báo cáo trong Excel, đóng Excel rồi gửi lại.'],
    [
      'The file is empty',
      'The file has no content (0 bytes). Save the report in Excel, close Excel and send it again.',
    ],
  ),
  FILE_TOO_LARGE: text(
    413,
    [
      'Tệp quá lớn',
      'Tệp[ có {found} byte,] vượt mức cho phép. Hãy xóa hình ảnh và các trang tính không thuộc biểu mẫu rồi gửi lại.',
    ],
    [
      'The file is too large',
      'The file[ has {found} bytes,] more than is taken. Remove pictures and sheets that are not part of the form, then send it again.',
    ],
  ),
  NOT_XLSX: text(
    415,
    ['Không phải tệp Excel .xlsx', `Nội dung tệp không phải bảng tính .xlsx[ mà giống {found}]. ${FORM_VI}`],
    [
      'Not an Excel .xlsx file',
      `The content of the file is not an .xlsx workbook[; it looks like {found}]. ${FORM_EN}`,
    ],
  ),
  CSV_FILE: text(
    415,
    ['Đây là tệp văn bản CSV', `Tệp chứa văn bản phân cách (CSV), không phải bảng tính .xlsx. ${RENAME_VI} ${SAVE_VI}`],
    ['This is a CSV text file', `The file holds separated text (CSV), not an .xlsx workbook. ${RENAME_EN} ${SAVE_EN}`],
  ),
  HTML_FILE: text(
    415,
    ['Đây là trang web (HTML)', `Tệp chứa trang web, không phải bảng tính .xlsx. ${RENAME_VI} ${SAVE_VI}`],
    ['This is a web page (HTML)', `The file holds a web page, not an .xlsx workbook. ${RENAME_EN} ${SAVE_EN}`],
  ),
  XML_2003: text(
    415,
    ['Đây là bảng tính XML 2003', `Tệp theo định dạng “XML Spreadsheet 2003” cũ. ${SAVE_VI}`],
    ['This is an XML Spreadsheet 2003', `The file is in the old “XML Spreadsheet 2003” format. ${SAVE_EN}`],
  ),
  SYLK_FILE: text(
    415,
    ['Đây là tệp SYLK', `Tệp theo định dạng SYLK (.slk) cũ, không phải .xlsx. ${SAVE_VI}`],
    ['This is a SYLK file', `The file is in the old SYLK (.slk) format, not .xlsx. ${SAVE_EN}`],
  ),
  RTF_FILE: text(
    415,
    ['Đây là văn bản RTF', `Tệp là văn bản RTF, không phải bảng tính. ${FORM_VI}`],
    ['This is an RTF document', `The file is an RTF text document, not a workbook. ${FORM_EN}`],
  ),
  PDF_FILE: text(
    415,
    ['Đây là tệp PDF', `Tệp là PDF; số liệu không đọc được từ PDF. ${FORM_VI}`],
    ['This is a PDF file', `The file is a PDF; figures cannot be read from it. ${FORM_EN}`],
  ),
  XLS_FILE: text(
    415,
    ['Đây là tệp Excel cũ .xls', `Tệp theo định dạng Excel 97-2003 (.xls). ${SAVE_VI}`],
    ['This is an old Excel .xls file', `The file is in the Excel 97-2003 format (.xls). ${SAVE_EN}`],
  ),
  XLSB_FILE: text(
    415,
    ['Đây là tệp Excel nhị phân .xlsb', `Tệp theo định dạng nhị phân (.xlsb). ${SAVE_VI}`],
    ['This is a binary Excel .xlsb file', `The file is in the binary format (.xlsb). ${SAVE_EN}`],
  ),
  XLSM_FILE: text(
    415,
    ['Tệp Excel có macro (.xlsm)', `Tệp thuộc loại có macro; hệ thống không nhận macro. ${SAVE_VI}`],
    ['Excel file with macros (.xlsm)', `The file is of the macro-enabled kind; macros are not taken. ${SAVE_EN}`],
  ),
  XLTM_FILE: text(
    415,
    ['Mẫu Excel có macro (.xltm)', `Tệp là mẫu có macro; hệ thống không nhận macro. ${SAVE_VI}`],
    ['Excel template with macros (.xltm)', `The file is a macro-enabled template; macros are not taken. ${SAVE_EN}`],
  ),
  XLAM_FILE: text(
    415,
    ['Phần bổ trợ Excel (.xlam)', `Tệp là phần bổ trợ của Excel, không phải báo cáo. ${FORM_VI}`],
    ['Excel add-in (.xlam)', `The file is an Excel add-in, not a report. ${FORM_EN}`],
  ),
  ODS_FILE: text(
    415,
    [
      'Đây là bảng tính OpenDocument (.ods)',
      `Tệp theo định dạng OpenDocument. ${RENAME_VI} Mở tệp bằng LibreOffice hoặc Excel, lưu thành “Excel 2007-365 (.xlsx)”, rồi gửi tệp mới.`,
    ],
    [
      'This is an OpenDocument spreadsheet (.ods)',
      `The file is in the OpenDocument format. ${RENAME_EN} Open it in LibreOffice or Excel, save it as “Excel 2007-365 (.xlsx)”, and send the new file.`,
    ],
  ),
  DOCX_FILE: text(
    415,
    ['Đây là văn bản Word', `Tệp là văn bản Word, không phải bảng tính. ${FORM_VI}`],
    ['This is a Word document', `The file is a Word document, not a workbook. ${FORM_EN}`],
  ),
  PPTX_FILE: text(
    415,
    ['Đây là bài trình chiếu PowerPoint', `Tệp là bài trình chiếu, không phải bảng tính. ${FORM_VI}`],
    ['This is a PowerPoint presentation', `The file is a presentation, not a workbook. ${FORM_EN}`],
  ),
};
