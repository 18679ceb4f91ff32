// JSON Schemas (draft 2020-12) of a form's five YAML files, for editors: completion and red lines while a form is written.
// Made from the schemas that judge the files on loading, so the two never say different things.

import { z } from 'zod';
import { FORM_FILES, type FormFileName } from '../../templates/form-definition/form-schema';

const TITLES: Record<FormFileName, string> = {
  'form.yaml': 'Mẫu báo cáo: mục, chỉ tiêu, phụ lục, thuyết minh (form: sections, indicators, annexes, narratives)',
  'catalogue.yaml': 'Danh mục văn bản (catalogue of documents)',
  'calendar.yaml': 'Lịch báo cáo và ngày nghỉ (reporting calendar and holidays)',
  'units.yaml': 'Ban và các đơn vị báo cáo (the board and the reporting units)',
  'rules.yaml': 'Quy tắc kiểm tra (validation rules)',
};

/** File name in `templates/forms/schema/` → its text. */
export function jsonSchemas(): Record<string, string> {
  const names = Object.keys(FORM_FILES) as FormFileName[];
  return Object.fromEntries(names.map((name) => [name.replace('.yaml', '.schema.json'), schemaText(name)]));
}

function schemaText(name: FormFileName): string {
  const { $schema, ...schema } = z.toJSONSchema(FORM_FILES[name], { target: 'draft-2020-12', io: 'input' });
  return `${JSON.stringify({ $schema, title: TITLES[name], ...schema }, null, 2)}\n`;
}
