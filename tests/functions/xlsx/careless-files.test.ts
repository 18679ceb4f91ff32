// Files that are no workbook: what people rename to .xlsx or save in the wrong format. The answer must say what it is.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  describeRefusal,
  FILE_REFUSALS,
  type FileRefusalCode,
  refusalStatus,
} from '../../../templates/violation/file-refusals';
import { MAIN, rawWorkbook, refusalOf } from './raw-workbook';
import { rawZip } from './raw-zip';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ole = (...names: string[]) =>
  Buffer.concat([OLE, Buffer.alloc(504), ...names.map((name) => Buffer.from(`${name}\0`, 'utf16le'))]);
const typed = (mainType: string) => rawWorkbook({ mainType });

test.each<[string, Uint8Array, FileRefusalCode, string | undefined]>([
  ['nothing', Buffer.alloc(0), 'EMPTY_FILE', undefined],
  ['blank lines', Buffer.from('\r\n \r\n'), 'EMPTY_FILE', undefined],
  ['random bytes', Buffer.from([0x12, 0x00, 0xfe, 0x01, 0x9c, 0x07]), 'NOT_XLSX', undefined],
  ['CSV', Buffer.from('Mã,Tên,Số\n1,Hội nghị,3\n2,Tập huấn,5\n'), 'CSV_FILE', undefined],
  ['CSV with semicolons and a mark', Buffer.from('\ufeffMã;Tên\n1;a\n'), 'CSV_FILE', undefined],
  [
    'tab-separated UTF-16, as Excel saves "Unicode text"',
    Buffer.from('\ufeffMã\tTên\r\n1\ta\r\n', 'utf16le'),
    'CSV_FILE',
    undefined,
  ],
  ['plain text', Buffer.from('Kính gửi Ban Khoa giáo\nXin chào\n'), 'NOT_XLSX', 'text'],
  [
    'HTML table saved as .xls',
    Buffer.from('<html xmlns:o="urn:schemas-microsoft-com:office:office"><table><tr><td>1'),
    'HTML_FILE',
    undefined,
  ],
  ['web page', Buffer.from('\n<!DOCTYPE html>\n<html>'), 'HTML_FILE', undefined],
  ['single-file web page', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related'), 'HTML_FILE', undefined],
  [
    'XML Spreadsheet 2003',
    Buffer.from(
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    ),
    'XML_2003',
    undefined,
  ],
  [
    'flat OpenDocument',
    Buffer.from(
      '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">',
    ),
    'ODS_FILE',
    undefined,
  ],
  ['some XML', Buffer.from(`<?xml version="1.0"?><worksheet xmlns="${MAIN}"/>`), 'NOT_XLSX', 'XML'],
  ['JSON', Buffer.from('{"a": 1}'), 'NOT_XLSX', 'JSON'],
  ['base64 of a workbook', Buffer.from(rawWorkbook({}).toString('base64')), 'NOT_XLSX', 'base64'],
  ['SYLK', Buffer.from('ID;PWXL;N;E\nP;PGeneral\n'), 'SYLK_FILE', undefined],
  ['RTF', Buffer.from('{\\rtf1\\ansi'), 'RTF_FILE', undefined],
  ['PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3'), 'PDF_FILE', undefined],
  ['gzip', gzipSync('a'), 'NOT_XLSX', 'gzip'],
  ['PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'NOT_XLSX', 'PNG'],
  ['empty zip', rawZip([]), 'NOT_XLSX', 'zip'],
  ['zip of documents', rawZip([{ name: 'báo cáo.txt', data: 'x' }]), 'NOT_XLSX', 'zip'],
  ['xlsx inside a zip', rawZip([{ name: 'báo cáo.xlsx', data: rawWorkbook({}) }]), 'NOT_XLSX', 'zip'],
  ['xls', ole('Root Entry', 'Workbook'), 'XLS_FILE', undefined],
  ['xls of Excel 5', ole('Root Entry', 'Book'), 'XLS_FILE', undefined],
  ['xls of Excel 4, no container', Buffer.from('0904060000000200', 'hex'), 'XLS_FILE', undefined],
  ['workbook with a password', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'ENCRYPTED', undefined],
  ['doc', ole('Root Entry', 'WordDocument'), 'DOCX_FILE', undefined],
  [
    'ods',
    rawZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
      { name: 'content.xml', data: '<a/>' },
    ]),
    'ODS_FILE',
    undefined,
  ],
  [
    'odt',
    rawZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 }]),
    'NOT_XLSX',
    'OpenDocument',
  ],
  [
    'docx',
    typed('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    'DOCX_FILE',
    undefined,
  ],
  [
    'pptx',
    typed('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
    'PPTX_FILE',
    undefined,
  ],
  ['xlsb', typed('application/vnd.ms-excel.sheet.binary.macroEnabled.main'), 'XLSB_FILE', undefined],
  ['xlsm', typed('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'XLSM_FILE', undefined],
  ['xltm', typed('application/vnd.ms-excel.template.macroEnabled.main+xml'), 'XLTM_FILE', undefined],
  ['xlam', typed('application/vnd.ms-excel.addin.macroEnabled.main+xml'), 'XLAM_FILE', undefined],
])('%s', async (_, bytes, code, found) => {
  expect(await refusalOf(bytes)).toEqual({ code, ...(found === undefined ? undefined : { found }) });
});

test('a template without macros (.xltx) is a workbook', async () => {
  expect(
    await refusalOf(typed('application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml')),
  ).toBeUndefined();
});

test('this source file is text', async () => {
  expect((await refusalOf(readFileSync(__filename)))?.code).toMatch(/NOT_XLSX|CSV_FILE/);
});

describe('what a person is told', () => {
  const codes = Object.keys(FILE_REFUSALS) as FileRefusalCode[];

  test.each(codes)('%s has a status and words in both languages', (code) => {
    expect([400, 413, 415, 422]).toContain(refusalStatus(code));
    for (const language of ['vi', 'en'] as const) {
      for (const found of [undefined, 'xyz']) {
        const { title, detail } = describeRefusal({ code, ...(found === undefined ? undefined : { found }) }, language);
        expect(title).toMatch(/^\S.{4,60}$/);
        expect(title.endsWith('.')).toBe(false);
        expect(detail).toMatch(/^\S.{30,400}[.]$/);
        expect(detail).not.toMatch(/[{}[\]]|undefined|\s{2}| \.(?!\w)| ,/);
      }
    }
    expect(describeRefusal({ code }, 'vi').detail).toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i);
  });

  test('sheet and cell come first, the part last, and nothing breaks the line', () => {
    const refusal = {
      code: 'BAD_NUMBER',
      sheet: 'Chỉ tiêu\n',
      cell: 'D12',
      part: 'xl/a.xml',
      found: `1,5\u202e${'9'.repeat(99)}`,
    } as const;
    const { detail } = describeRefusal(refusal, 'vi');
    expect(detail).toMatch(/^Trang tính “Chỉ tiêu ”, ô D12: Tệp ghi “1,5 9+…” ở chỗ của một số;/);
    expect(detail).toMatch(/ \(phần xl\/a\.xml\)$/);
    expect(describeRefusal(refusal, 'en').detail).toMatch(
      /^Sheet “Chỉ tiêu ”, cell D12: The file has “1,5 9+…” in the place of a number;/,
    );
  });
});
