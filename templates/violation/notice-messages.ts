// The words of the notices: what stands there, what was read, and what the clerk may do about it. Vietnamese and English
// side by side, as everywhere in this room.

import type { Bilingual } from '../form-definition/form-schema';
import { formatDay, fromSerial } from '../reporting-period/day';

const MOST_SHOWN = 60;

/** A text in a message: short, on one line, and no control characters. */
export function cut(text: string): string {
  const line = text
    .replace(/[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]+/g, ' ')
    .trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

function shownNumber(value: number): { vi: string; en: string } {
  const en = String(value);
  return { vi: en.replace('.', ','), en };
}

function shownDay(serial: number): { vi: string; en: string } {
  const day = fromSerial(serial) ?? String(serial);
  return { vi: formatDay(day), en: day };
}

/** A value of a cell in a message. */
export function shownValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object' && value !== null && 'error' in value) return cut(String(value.error));
  return cut(String(value ?? ''));
}

export function readAsNumber(found: string, value: number): Bilingual {
  const { vi, en } = shownNumber(value);
  return {
    vi: `Ô chứa chữ "${cut(found)}"; đã đọc là số ${vi}. Nếu không đúng, gõ lại số vào ô này.`,
    en: `The cell holds the text "${cut(found)}"; it was read as the number ${en}. If that is wrong, type the number again.`,
  };
}

export function readAsDay(found: string, serial: number): Bilingual {
  const { vi, en } = shownDay(serial);
  return {
    vi: `Ô chứa chữ "${cut(found)}"; đã đọc là ngày ${vi} (ngày trước, tháng sau). Nếu không đúng, gõ lại ngày vào ô này.`,
    en: `The cell holds the text "${cut(found)}"; it was read as the day ${en} (day first). If that is wrong, type the date again.`,
  };
}

export function readAsPoints(found: string, value: number): Bilingual {
  const { vi, en } = shownNumber(value);
  return {
    vi: `Ô chứa "${cut(found)}"; đã đọc là ${vi} %. Nếu không đúng, gõ lại số phần trăm, ví dụ 85.`,
    en: `The cell holds "${cut(found)}"; it was read as ${en} %. If that is wrong, type the percentage again, such as 85.`,
  };
}

/** Excel made a date of a text that looked like one. */
export function readAsText(found: string): Bilingual {
  return {
    vi: `Ô này cần chữ nhưng Excel đã đổi thành ngày; đã đọc là chữ "${found}". Nếu không đúng, gõ lại với dấu ' ở đầu.`,
    en: `This cell wants text, and Excel has made it a date; it was read as the text "${found}". If that is wrong, type it again behind an apostrophe.`,
  };
}

export function readComposed(value: string): Bilingual {
  return {
    vi: `Chữ dùng dấu rời (Unicode tổ hợp); đã đọc theo Unicode dựng sẵn: "${cut(value)}".`,
    en: `The text has its marks apart (decomposed Unicode); it was read as composed: "${cut(value)}".`,
  };
}

export function readWithoutInvisible(value: string): Bilingual {
  return value === ''
    ? {
        vi: 'Ô chỉ có ký tự ẩn; đã đọc là ô trống.',
        en: 'The cell holds invisible characters only; it was read as blank.',
      }
    : {
        vi: `Ô có ký tự ẩn hoặc dấu cách lạ; đã bỏ và đọc là "${cut(value)}".`,
        en: `The cell has invisible characters or unusual blanks; without them it was read as "${cut(value)}".`,
      };
}

export function readOldFont(found: string, value: string, font: string): Bilingual {
  return {
    vi: `Chữ phông cũ (${cut(font)}) "${cut(found)}"; đã đọc là "${cut(value)}". Nên gõ lại bằng phông Unicode.`,
    en: `Old-font text (${cut(font)}) "${cut(found)}"; it was read as "${cut(value)}". Better type it in a Unicode font.`,
  };
}

/** `at` is the cell that the name points to, `read` the one that was read. */
export function readElsewhere(label: Bilingual, at: string, read: string): Bilingual {
  return {
    vi: `${cut(label.vi)}: tên ô đang chỉ vào ${at}, không đúng dòng hoặc cột của chỉ tiêu; đã đọc theo mã ở ô ${read}. Kiểm tra lại số ở đó.`,
    en: `${cut(label.en)}: its name points to ${at}, another line or column; it was read by its code at ${read}. Check the figure there.`,
  };
}

export function readOffItsLine(label: Bilingual, at: string): Bilingual {
  return {
    vi: `${cut(label.vi)}: ô đã bị dời khỏi dòng của nó; đã đọc ở ${at}. Nên chuyển số về đúng dòng.`,
    en: `${cut(label.en)}: the cell was moved off its line; it was read at ${at}. Better put the figure back.`,
  };
}

export function manyMoved(sheet: string, count: number): Bilingual {
  return {
    vi: `Trang ${cut(sheet)}: ${count} ô hoặc cột đã đổi chỗ (chèn, xóa, cắt dán); đã đọc theo mã ở từng dòng, từng cột. Xem lại trang này.`,
    en: `Sheet ${cut(sheet)}: ${count} cells or columns have changed places (inserted, deleted, cut and pasted); they were read by the codes of lines and columns. Look over this sheet.`,
  };
}

export function nameLost(label: Bilingual, cell: string): Bilingual {
  return {
    vi: `${cut(label.vi)}: tên của ô đã mất; đã đọc theo mã ở ô ${cell}.`,
    en: `${cut(label.en)}: the cell's name is gone; it was read by its code at ${cell}.`,
  };
}

export function manyNamesLost(sheet: string, count: number): Bilingual {
  return {
    vi: `Trang ${cut(sheet)}: ${count} tên ô đã mất; đã đọc theo mã ở từng dòng, từng cột. Lần sau nên nhập vào mẫu gốc.`,
    en: `Sheet ${cut(sheet)}: ${count} names are gone; their cells were read by the codes of lines and columns. Better use a fresh template next time.`,
  };
}

export function sheetRenamed(was: string, is: string): Bilingual {
  return {
    vi: `Trang ${was} đã đổi tên thành "${cut(is)}"; vẫn đọc được. Nên để nguyên tên trang.`,
    en: `Sheet ${was} was renamed "${cut(is)}"; it was read all the same. Better leave the names of sheets.`,
  };
}

export function rowsHidden(sheet: string, rows: string): Bilingual {
  return {
    vi: `Trang ${cut(sheet)}: các dòng ẩn hoặc bị lọc ${rows} có số liệu và vẫn được tính. Bỏ ẩn để kiểm tra.`,
    en: `Sheet ${cut(sheet)}: hidden or filtered rows ${rows} hold answers and count all the same. Show them to check.`,
  };
}

export function olderVersionRead(found: string, ours: string): Bilingual {
  return {
    vi: `Tệp theo mẫu phiên bản cũ ${found}; đã đọc theo phiên bản ${ours}. Những gì không chuyển được nêu riêng bên dưới.`,
    en: `The file follows the older template version ${found}; it was read under ${ours}. What could not be carried is listed.`,
  };
}

export function noPlaceForIt(label: Bilingual, value: string): Bilingual {
  return {
    vi: `${cut(label.vi)}: "${cut(value)}" trong mẫu cũ không có chỗ trong mẫu mới nên không được chuyển sang.`,
    en: `${cut(label.en)}: "${cut(value)}" of the old template has no place in the new one and was not carried.`,
  };
}

export function askedDifferently(label: Bilingual, value: string): Bilingual {
  return {
    vi: `${cut(label.vi)}: mẫu mới hỏi theo kiểu khác (loại giá trị, đơn vị tính hoặc cách tính) nên "${cut(value)}" không được chuyển sang.`,
    en: `${cut(label.en)}: the new template asks it differently (kind of value, unit or formula), so "${cut(value)}" was not carried.`,
  };
}

export function newlyAsked(label: Bilingual): Bilingual {
  return {
    vi: `${cut(label.vi)}: mẫu mới hỏi thêm, tệp mẫu cũ không có. Tải mẫu mới nếu cần trả lời.`,
    en: `${cut(label.en)}: asked anew; a file of the old template cannot have it. Download the new template to answer.`,
  };
}

export function noticesLeftOut(count: number): Bilingual {
  return {
    vi: `… và ${count} chỗ khác cũng được đọc như trên, không liệt kê.`,
    en: `… and ${count} more places that were read likewise are not listed.`,
  };
}
