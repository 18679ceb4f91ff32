// What the bytes of an upload look like, before anything opens them: a zip (perhaps a workbook), or one of the many things
// people rename to .xlsx. Looks at signatures and the first kilobytes; never parses.

import type { FileRefusal } from '../violation/file-refusals';

/**
 * Undefined: a zip, worth opening.
 * @param sniffText a look at bytes that may be text, where the door has one
 */
export function sniff(
  bytes: Uint8Array,
  maxBytes: number,
  sniffText: () => FileRefusal | undefined = () => undefined,
): FileRefusal | undefined {
  if (bytes.length === 0) return { code: 'EMPTY_FILE' };
  if (bytes.length > maxBytes) return { code: 'FILE_TOO_LARGE', found: String(bytes.length) };
  if (standsAt(bytes, 0, 'PK\x03\x04')) return undefined;
  if (standsAt(bytes, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOle(bytes);
  return sniffSignature(bytes) ?? sniffText() ?? { code: 'NOT_XLSX' };
}

/** @param signature one character a byte */
function standsAt(bytes: Uint8Array, at: number, signature: string): boolean {
  for (let i = 0; i < signature.length; i++) if (bytes[at + i] !== signature.charCodeAt(i)) return false;
  return true;
}

function includes(bytes: Uint8Array, signature: string): boolean {
  const first = signature.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (standsAt(bytes, at, signature)) return true;
  return false;
}

/** First bytes → what they are. BIFF 2 to 5 streams are what Excel 2 to 95 wrote without a container. */
const SIGNATURES: readonly (readonly [string, FileRefusal])[] = [
  ['%PDF-', { code: 'PDF_FILE' }],
  ['{\\rtf', { code: 'RTF_FILE' }],
  ['\x09\x00\x04\x00', { code: 'XLS_FILE' }],
  ['\x09\x02\x06\x00', { code: 'XLS_FILE' }],
  ['\x09\x04\x06\x00', { code: 'XLS_FILE' }],
  ['\x09\x08\x08\x00', { code: 'XLS_FILE' }],
  ['ID;', { code: 'SYLK_FILE' }],
  ['PK\x05\x06', { code: 'NOT_XLSX', found: 'zip' }],
  ['PK\x07\x08', { code: 'ZIP_CORRUPT' }],
  ['\x1f\x8b', { code: 'NOT_XLSX', found: 'gzip' }],
  ['7z\xbc\xaf\x27\x1c', { code: 'NOT_XLSX', found: '7z' }],
  ['Rar!\x1a\x07', { code: 'NOT_XLSX', found: 'RAR' }],
  ['\x89PNG', { code: 'NOT_XLSX', found: 'PNG' }],
  ['\xff\xd8\xff', { code: 'NOT_XLSX', found: 'JPEG' }],
  ['GIF8', { code: 'NOT_XLSX', found: 'GIF' }],
  ['MZ', { code: 'NOT_XLSX', found: 'EXE' }],
];

function sniffSignature(bytes: Uint8Array): FileRefusal | undefined {
  const known = SIGNATURES.find(([signature]) => standsAt(bytes, 0, signature))?.[1];
  if (known) return known;
  // ISO 32000-1, annex H: a PDF may have up to 1,024 bytes before its head.
  return includes(bytes.subarray(0, 1_024), '%PDF-1.') ? { code: 'PDF_FILE' } : undefined;
}

/** Directory entries of an OLE container carry their names in UTF-16 ([MS-CFB] 2.6.1). */
function sniffOle(bytes: Uint8Array): FileRefusal {
  const has = (name: string) => includes(bytes, [...`${name}\0`].map((letter) => `${letter}\0`).join(''));
  if (has('EncryptedPackage')) return { code: 'ENCRYPTED' };
  if (has('Workbook') || has('Book')) return { code: 'XLS_FILE' };
  if (has('WordDocument')) return { code: 'DOCX_FILE' };
  if (has('PowerPoint Document')) return { code: 'PPTX_FILE' };
  return { code: 'NOT_XLSX', found: 'OLE' };
}
