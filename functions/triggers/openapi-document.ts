// The whole HTTP interface as a document, OpenAPI 3.1. Schemas of the answers are in openapi-schemas.ts.

import { XLSX_TYPE } from '../xlsx/media-type';
import { SCHEMAS } from './openapi-schemas';

const ref = (name: keyof typeof SCHEMAS) => ({ $ref: `#/components/schemas/${name}` });
const body = (schema: unknown, type = 'application/json') => ({ content: { [type]: { schema } } });
const ok = (description: string, name: keyof typeof SCHEMAS) => ({ description, ...body(ref(name)) });
const file = (description: string) => ({
  description,
  ...body({ type: 'string', contentMediaType: XLSX_TYPE }, XLSX_TYPE),
});
const bad = (description: string) => ({ description, ...body(ref('Problem'), 'application/problem+json') });
const path = (name: string, example: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
  example,
});
const query = (name: string, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: { type: 'string' },
});

const period = [path('form', 'khoa-giao'), path('period', '2024-H1')];
const id = [path('id', 'khoa-giao.2024-H1.DV01.1')];
const usual = { '401': bad('Chưa đăng nhập. Not signed in'), '404': bad('Không tìm thấy. Not found') };
const boardOnly = { ...usual, '403': bad('Chỉ dành cho Ban. Board only') };
const periodAct = (conflict?: string) => ({
  '200': ok('Trạng thái của kỳ. The state of the period', 'PeriodState'),
  '400': bad('Thiếu lý do hoặc sai ngày, đơn vị. No reason, or a wrong day or unit'),
  ...(conflict === undefined ? {} : { '409': bad(conflict) }),
  ...boardOnly,
});

export const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Báo cáo khoa giáo – Khoa Giáo Reports',
    version: '0.1.0',
    description:
      'Thu, kiểm tra và tổng hợp báo cáo công tác khoa giáo. Collects, checks and consolidates periodic reports. Lỗi trả về theo RFC 9457; Accept-Language: en cho tiếng Anh.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/api' }],
  security: [{ bearer: [] }],
  paths: {
    '/session': {
      post: {
        operationId: 'session',
        summary: 'Đổi mã truy cập lấy phiên làm việc. An access code for a short-lived token',
        security: [],
        requestBody: {
          required: true,
          ...body({
            type: 'object',
            required: ['code'],
            properties: { code: { type: 'string', examples: ['demo-DV01'] } },
          }),
        },
        responses: {
          '200': ok('Phiên làm việc. The session', 'Session'),
          '400': bad('Sai định dạng. Bad request'),
          '401': bad('Mã sai. Wrong code'),
          '429': bad('Sai quá nhiều lần. Too many wrong codes'),
        },
      },
    },
    '/health': {
      get: {
        operationId: 'health',
        summary: 'Kho lưu trữ có trả lời không. Whether storage answers',
        security: [],
        responses: { '200': ok('Tốt. Well', 'Health'), '503': bad('Chưa. Not now') },
      },
    },
    '/openapi.json': {
      get: {
        operationId: 'openapi',
        summary: 'Tài liệu này. This document',
        security: [],
        responses: { '200': { description: 'OpenAPI 3.1', ...body({ type: 'object' }) } },
      },
    },
    '/forms/{form}/periods/{period}': {
      get: {
        operationId: 'form',
        summary: 'Mẫu và lịch của kỳ. The form and calendar of a period',
        parameters: period,
        responses: { '200': ok('Mẫu. The form', 'PeriodForm'), ...usual },
      },
    },
    '/forms/{form}/periods/{period}/template': {
      get: {
        operationId: 'template',
        summary: 'Mẫu Excel của đơn vị. The unit’s workbook to fill in',
        parameters: [...period, query('unit', 'Mã đơn vị. Unit code, DV01')],
        responses: { '200': file('Tệp mẫu. The template'), ...usual },
      },
    },
    '/forms/{form}/periods/{period}/submissions': {
      post: {
        operationId: 'submit',
        summary: 'Nộp báo cáo. Submit a report',
        description:
          '201, 200, 202 và 422 chỉ được trả lời sau khi tệp đã được lưu bền vững. Answered only after the bytes are durably stored.',
        parameters: [
          ...period,
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description: 'Một UUID cho mỗi lần nộp. One UUID a try',
            schema: { type: 'string', format: 'uuid' },
          },
        ],
        requestBody: { required: true, ...body({ type: 'string', contentMediaType: XLSX_TYPE }, XLSX_TYPE) },
        responses: {
          '201': ok('Đã nhận và đạt. Received and passed', 'Receipt'),
          '200': ok('Lần nộp này đã nhận trước đó. This very try was received before', 'Receipt'),
          '202': ok('Đã lưu, chưa kiểm tra xong. Stored, not yet checked', 'Receipt'),
          '400': bad('Tệp rỗng hoặc thiếu khóa. Empty file or key missing'),
          '403': bad('Chỉ đơn vị được nộp. Units only'),
          '409': bad('Khóa đã dùng cho tệp khác. Key used for another file'),
          '413': bad('Tệp quá lớn. File too large'),
          '415': bad('Không phải .xlsx; bản gốc vẫn được lưu. Not an .xlsx; the original is kept'),
          '422': bad('Có lỗi; bản gốc vẫn được lưu. Errors; the original is kept'),
          '423': bad('Kỳ đã khóa; tệp không được lưu. The period is locked; nothing is stored'),
          '503': bad('Chưa nhận được, thử lại. Not received, try again'),
          ...usual,
        },
      },
    },
    '/forms/{form}/periods/{period}/status': {
      get: {
        operationId: 'status',
        summary: 'Tình hình nộp của các đơn vị. Who has reported',
        parameters: period,
        responses: { '200': ok('Tình hình. The status', 'Status'), ...boardOnly },
      },
    },
    '/forms/{form}/periods/{period}/master': {
      get: {
        operationId: 'master',
        summary: 'Sổ tổng hợp. The master workbook',
        parameters: [
          ...period,
          query('fresh', '1: không cũ hơn biên nhận mới nhất. Never older than the last receipt'),
        ],
        responses: {
          '200': { ...file('Sổ tổng hợp. The master'), headers: { ETag: { schema: { type: 'string' } } } },
          '304': { description: 'Không đổi. Not modified' },
          ...boardOnly,
        },
      },
    },
    '/forms/{form}/periods/{period}/lock': {
      post: {
        operationId: 'lock',
        summary: 'Khóa kỳ: không nhận thêm báo cáo. Lock the period: it takes no more reports',
        parameters: period,
        requestBody: { required: true, ...body(ref('Reason')) },
        responses: periodAct('Kỳ đã khóa từ trước. It was locked before'),
      },
    },
    '/forms/{form}/periods/{period}/unlock': {
      post: {
        operationId: 'unlock',
        summary: 'Mở khóa kỳ. Open a locked period again',
        parameters: period,
        requestBody: { required: true, ...body(ref('Reason')) },
        responses: periodAct('Kỳ đang mở. It was not locked'),
      },
    },
    '/forms/{form}/periods/{period}/extend': {
      post: {
        operationId: 'extend',
        summary: 'Gia hạn nộp cho một số hoặc mọi đơn vị. Give some or all units more days',
        description:
          'Được nộp đến hết ngày “until” (giờ Việt Nam), kể cả khi kỳ đã khóa; đó cũng là hạn nộp mới. They may send until the end of that day (Vietnam time), even while the period is locked; it is their due date too.',
        parameters: period,
        requestBody: { required: true, ...body(ref('Extension')) },
        responses: periodAct(),
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
    '/submissions/{id}/workbook': {
      get: {
        operationId: 'submissionWorkbook',
        summary: 'Tệp gốc đã nộp. The original bytes',
        parameters: id,
        responses: { '200': file('Tệp gốc. The original'), ...usual },
      },
    },
  },
  components: {
    schemas: SCHEMAS,
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  },
} as const;
