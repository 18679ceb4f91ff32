// The HTTP calls about submissions, described: handing in, receipts, the board's return and accept.

import { XLSX_TYPE } from '../xlsx/media-type';
import { bad, boardOnly, body, file, id, ok, period, ref, usual } from './openapi-parts';

const submissionAct = (wrong: string) => ({
  '200': ok('Biên nhận. The receipt', 'Receipt'),
  '400': bad(wrong),
  '409': bad('Không phải báo cáo đang được tính. Not the report that counts (NOT_CURRENT)'),
  ...boardOnly,
});

export const SUBMISSION_PATHS = {
  '/forms/{form}/periods/{period}/submissions': {
    post: {
      operationId: 'submit',
      summary: 'Nộp báo cáo. Submit a report',
      description:
        '201, 200, 202 và 422 chỉ được trả lời sau khi tệp đã được lưu bền vững. Answered only after the bytes are durably stored.',
      parameters: [
        ...period,
        {
          name: 'Base-Revision',
          in: 'header',
          required: false,
          description:
            'Lần nộp mà báo cáo này dựa vào, 0 nếu chưa có; số chưa từng được cấp được coi là 0. The revision this is based on, 0 for none, as good as which is one that was never given out: refused where a later one counts',
          schema: { type: 'integer', minimum: 0, maximum: 99_999_999 },
        },
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'Một UUID cho mỗi lần nộp. One UUID a try',
          schema: { type: 'string', format: 'uuid' },
        },
      ],
      requestBody: {
        required: true,
        description:
          'Tệp .xlsx, hoặc số liệu khi không lấy được tệp. The workbook, or its values where nobody can have its bytes',
        content: {
          [XLSX_TYPE]: { schema: { type: 'string', contentMediaType: XLSX_TYPE } },
          'application/octet-stream': { schema: { type: 'string', contentMediaType: XLSX_TYPE } },
          'application/json': { schema: ref('CanonicalReport') },
        },
      },
      responses: {
        ...usual,
        '201': ok('Đã nhận và đạt. Received and passed', 'Receipt'),
        '200': ok('Lần nộp này đã nhận trước đó. This very try was received before', 'Receipt'),
        '202': ok('Đã lưu, chưa kiểm tra xong. Stored, not yet checked', 'Receipt'),
        '400': bad(
          'Tệp rỗng, thiếu khóa, số liệu hỏng hoặc có tên lạ. Empty file, key missing, broken values or unknown names',
        ),
        '403': bad('Chỉ đơn vị được nộp. Units only'),
        '409': bad(
          'Khóa đã dùng cho tệp khác, hoặc đã có báo cáo mới hơn (NEWER_REVISION, kèm latest; kèm receipt khi tệp đã được lưu). Key used for another file, or a newer report counts (with latest, and with receipt where the file was stored)',
        ),
        '413': bad('Tệp quá lớn, hoặc số liệu quá nhiều dòng. File too large, or values with too many rows'),
        '415': bad(
          'Sai Content-Type, hoặc không phải .xlsx (bản gốc vẫn được lưu, kèm receipt). Wrong Content-Type, or not an .xlsx (kept all the same, with receipt)',
        ),
        '422': bad('Có lỗi; bản gốc vẫn được lưu, kèm receipt. Errors; the original is kept, with receipt'),
        '423': bad('Kỳ đã khóa; tệp không được lưu. The period is locked; nothing is stored'),
        '503': bad('Chưa nhận được, thử lại. Not received, try again'),
      },
    },
  },
  '/submissions/{id}': {
    get: {
      operationId: 'submission',
      summary: 'Biên nhận và trạng thái. Receipt and state',
      parameters: id,
      responses: { '200': ok('Biên nhận. The receipt', 'Receipt'), ...usual },
    },
  },
  '/submissions/{id}/original': {
    get: {
      operationId: 'submissionOriginal',
      summary:
        'Đúng những byte đã nhận, khớp sha256 của biên nhận. The very bytes received, those of the receipt’s sha256',
      parameters: id,
      responses: {
        '200': {
          description: 'Tệp đã nộp, hoặc số liệu đã nộp. The workbook, or the values as they came',
          headers: { ETag: { schema: { type: 'string' } } },
          content: {
            [XLSX_TYPE]: { schema: { type: 'string', contentMediaType: XLSX_TYPE } },
            'application/json': { schema: ref('CanonicalReport') },
          },
        },
        ...usual,
      },
    },
  },
  '/submissions/{id}/workbook': {
    get: {
      operationId: 'submissionWorkbook',
      summary:
        'Tệp gốc đã nộp, hoặc tệp lập lại từ số liệu đã nộp. The original bytes, or the workbook made of the values received',
      description:
        'Số liệu của đơn vị, kỳ hay phiên bản khác không lập được tệp: 404 NO_WORKBOOK. None can be made of values of another unit, period or version.',
      parameters: id,
      responses: { '200': file('Tệp Excel. The workbook'), ...usual },
    },
  },
  '/submissions/{id}/values': {
    get: {
      operationId: 'submissionValues',
      summary: 'Số liệu của báo cáo đã đạt. The values of a report that passed',
      parameters: id,
      responses: { '200': ok('Số liệu. The values', 'Submission'), ...usual },
    },
  },
  '/submissions/{id}/return': {
    post: {
      operationId: 'return',
      summary: 'Trả lại báo cáo đang được tính, kèm ý kiến. Send the report that counts back with comments',
      description:
        'Báo cáo vẫn được tính cho đến khi có bản sửa; kỳ đã khóa vẫn nhận bản sửa. It goes on counting until it is corrected; a locked period takes the correction.',
      parameters: id,
      requestBody: { required: true, ...body(ref('Return')) },
      responses: submissionAct('Sai ý kiến hoặc tên ô. Wrong comments, or a name the form does not have'),
    },
  },
  '/submissions/{id}/accept': {
    post: {
      operationId: 'accept',
      summary: 'Duyệt báo cáo đang được tính. Accept the report that counts',
      parameters: id,
      requestBody: { required: false, ...body({ type: 'object', maxProperties: 0 }) },
      responses: submissionAct('Sai định dạng. Bad request'),
    },
  },
} as const;
