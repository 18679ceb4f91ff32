// The pieces that the descriptions of the HTTP calls are made of: bodies, answers, parameters.

import { XLSX_TYPE } from '../xlsx/media-type';
import type { SCHEMAS } from './openapi-schemas';

export const ref = (name: keyof typeof SCHEMAS) => ({ $ref: `#/components/schemas/${name}` });
export const body = (schema: unknown, type = 'application/json') => ({ content: { [type]: { schema } } });
export const ok = (description: string, name: keyof typeof SCHEMAS) => ({ description, ...body(ref(name)) });
export const file = (description: string) => ({
  description,
  ...body({ type: 'string', contentMediaType: XLSX_TYPE }, XLSX_TYPE),
});
export const bad = (description: string) => ({ description, ...body(ref('Problem'), 'application/problem+json') });
export const path = (name: string, example: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
  example,
});
export const query = (name: string, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: { type: 'string' },
});

export const period = [path('form', 'khoa-giao'), path('period', '2024-H1')];
export const id = [path('id', 'khoa-giao.2024-H1.DV01.1')];
/** Of every call: the first one of a process opens the store. */
export const away = { '503': bad('Chưa phục vụ được, thử lại. Not now, try again') };
export const usual = {
  '401': bad('Chưa đăng nhập. Not signed in'),
  '404': bad('Không tìm thấy. Not found'),
  ...away,
};
export const boardOnly = { ...usual, '403': bad('Chỉ dành cho Ban. Board only') };
export const periodAct = (conflict?: string) => ({
  '200': ok('Trạng thái của kỳ. The state of the period', 'PeriodState'),
  '400': bad('Thiếu lý do hoặc sai ngày, đơn vị. No reason, or a wrong day or unit'),
  ...(conflict === undefined ? {} : { '409': bad(conflict) }),
  ...boardOnly,
});
