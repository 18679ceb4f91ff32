// What the bytes of an upload look like, before anything opens them: a zip (perhaps a workbook), or one of the many things
// people rename to .xlsx. Looks at signatures and the first kilobytes; never parses.

import type { FileRefusal } from '../../templates/violation/file-refusals';
import { sniffText } from './sniff-text';

/** Undefined: a zip, worth opening. */
export function sniff(bytes: Uint8Array, maxBytes: number): FileRefusal | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return { code: 'EMPTY_FILE' };
  if (buffer.length > maxBytes) return { code: 'FILE_TOO_LARGE', found: String(buffer.length) };
  if (startsWith(buffer, 'PK\x03\x04')) return undefined;
  if (startsWith(buffer, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOle(buffer);
  return sniffSignature(buffer) ?? sniffText(buffer) ?? { code: 'NOT_XLSX' };
}

function startsWith(buffer: Buffer, signature: string): boolean {
  return buffer.subarray(0, signature.length).equals(Buffer.from(signature, 'latin1'));
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

function sniffSignature(buffer: Buffer): FileRefusal | undefined {
  const known = SIGNATURES.find(([signature]) => startsWith(buffer, signature))?.[1];
  if (known) return known;
  // ISO 32000-1, annex H: a PDF may have up to 1,024 bytes before its head.
  return buffer.subarray(0, 1_024).includes('%PDF-1.') ? { code: 'PDF_FILE' } : undefined;
}

/** Directory entries of an OLE container carry their names in UTF-16 ([MS-CFB] 2.6.1). */
function sniffOle(buffer: Buffer): FileRefusal {
  const has = (name: string) => buffer.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage')) return { code: 'ENCRYPTED' };
  if (has('Workbook') || has('Book')) return { code: 'XLS_FILE' };
  if (has('WordDocument')) return { code: 'DOCX_FILE' };
  if (has('PowerPoint Document')) return { code: 'PPTX_FILE' };
  return { code: 'NOT_XLSX', found: 'OLE' };
}
