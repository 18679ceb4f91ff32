// The whole HTTP interface as a document, OpenAPI 3.1. Schemas of the answers are in openapi-schemas.ts,
// the calls about submissions in openapi-submissions.ts.

import { away, bad, boardOnly, body, file, ok, path, period, periodAct, query, ref, usual } from './openapi-parts';
import { SCHEMAS } from './openapi-schemas';
import { SUBMISSION_PATHS } from './openapi-submissions';

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
          ...body(ref('Code')),
        },
        responses: {
          '200': ok('Phiên làm việc. The session', 'Session'),
          '400': bad('Sai định dạng. Bad request'),
          '401': bad('Mã sai. Wrong code'),
          '429': bad('Sai quá nhiều lần. Too many wrong codes'),
          ...away,
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
        responses: { '200': { description: 'OpenAPI 3.1', ...body({ type: 'object' }) }, ...away },
      },
    },
    '/forms': {
      get: {
        operationId: 'forms',
        summary: 'Các mẫu và kỳ báo cáo. The forms and their periods',
        description:
          'Với đơn vị: hạn nộp tính cả gia hạn, tình trạng, lần nộp; “locked” là hiện không nhận báo cáo của đơn vị. For a unit: its own due date, how it stands, and whether its report would be kept out.',
        responses: { '200': ok('Các mẫu. The forms', 'Forms'), '401': usual['401'], ...away },
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
    '/forms/{form}/periods/{period}/definition': {
      get: {
        operationId: 'definition',
        summary: 'Toàn bộ định nghĩa của mẫu. The whole form as data; to a unit with itself as the only unit',
        parameters: period,
        responses: {
          '200': {
            description: 'Định nghĩa mẫu. The definition',
            headers: { ETag: { schema: { type: 'string' } } },
            ...body({ type: 'object' }),
          },
          '304': { description: 'Không đổi. Not modified' },
          ...usual,
        },
      },
    },
    '/forms/{form}/periods/{period}/units/{unit}': {
      get: {
        operationId: 'unitFile',
        summary: 'Hồ sơ của đơn vị trong kỳ. A unit’s file on a period: due dates, lock, history, every upload',
        parameters: [...period, path('unit', 'DV01')],
        responses: { '200': ok('Hồ sơ. The file', 'UnitFile'), ...usual },
      },
    },
    '/forms/{form}/periods/{period}/template': {
      get: {
        operationId: 'template',
        summary: 'Mẫu Excel của đơn vị. The unit’s workbook to fill in',
        description:
          'Khi báo cáo đang được tính bị trả lại: chính báo cáo đó, ý kiến của Ban nằm ở ghi chú của ô. While the report that counts is returned: that report, with the board’s comments as notes.',
        parameters: [...period, query('unit', 'Mã đơn vị. Unit code, DV01')],
        responses: { '200': file('Tệp mẫu. The template'), ...usual },
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
    ...SUBMISSION_PATHS,
  },
  components: {
    schemas: SCHEMAS,
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  },
} as const;
