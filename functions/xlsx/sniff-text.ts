// What a file of text looks like: a web page, an XML of some kind, JSON, base64, a table of separated values. Guesses only
// to say something helpful; every answer is a refusal.

import type { FileRefusal } from '../../templates/violation/file-refusals';

const HEAD = 8_192;

/** Undefined where the bytes are not text. */
export function sniffText(buffer: Buffer): FileRefusal | undefined {
  const text = headText(buffer);
  if (text === undefined) return undefined;
  const start = text.trimStart().toLowerCase();
  if (start === '') return { code: 'EMPTY_FILE' };
  if (start.startsWith('<')) return sniffMarkup(start);
  if (/^mime-version:|^content-type:\s*multipart/m.test(start)) return { code: 'HTML_FILE' };
  if (/^[[{]/.test(start) && /^(?:\{\s*(?:"|\})|\[\s*(?:["{[\]\d-]|true|false|null))/.test(start))
    return notXlsx('JSON');
  if (start.startsWith('id;')) return { code: 'SYLK_FILE' };
  if (/^[a-z0-9+/\s]{60,}=*\s*$/.test(start) && text.trimStart().startsWith('UEsDB')) return notXlsx('base64');
  return isSeparated(text) ? { code: 'CSV_FILE' } : notXlsx('text');
}

function notXlsx(found: string): FileRefusal {
  return { code: 'NOT_XLSX', found };
}

/** The beginning as text, or undefined where control characters say it is none. */
function headText(buffer: Buffer): string | undefined {
  const head = buffer.subarray(0, HEAD);
  if (head[0] === 0xff && head[1] === 0xfe) return head.subarray(2).toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff)
    return Buffer.from(head.subarray(2, head.length & ~1))
      .swap16()
      .toString('utf16le');
  if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return undefined;
  const text = head.toString('utf8').replace(/^\ufeff/, '');
  // Old one-byte Vietnamese text is still text, but noise with few control characters is not.
  return (text.match(/\ufffd/g)?.length ?? 0) * 4 > text.length ? undefined : text;
}

function sniffMarkup(start: string): FileRefusal {
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return { code: 'XML_2003' };
  if (start.includes('opendocument.spreadsheet')) return { code: 'ODS_FILE' };
  if (/<!doctype html|<html|<table|<head|<body|<meta/.test(start)) return { code: 'HTML_FILE' };
  return notXlsx('XML');
}

/** The first lines hold the same separator about as often. */
function isSeparated(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, 11).filter((line) => line.trim() !== '');
  if (text.length >= HEAD) lines.pop();
  return lines.length > 0 && [',', ';', '\t', '|'].some((separator) => lines.every((line) => line.includes(separator)));
}
