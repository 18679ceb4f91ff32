// An invented form of 2025, made as a person would make it: the folder of 2024 copied and its YAML edited. One indicator, one
// rule over it and one document are new; no code changes.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { readFormFolder } from '../../../functions/forms/read-form-folder';
import type { FormDefinition } from '../../../templates/form-definition/form-definition';
import { copyRealForm } from '../../functions/forms/form-folders';

export const INDICATOR = {
  code: 'A.26',
  label: { vi: 'Số hội nghị quán triệt Nghị quyết 57-NQ/TW', en: 'Conferences on Resolution 57-NQ/TW' },
  type: 'integer',
  unit: 'hội nghị',
  shortestPeriod: 'full',
  units: 'sum',
  time: 'sum',
};

export const RULE = {
  id: 'R115',
  severity: 'error',
  scope: 'cell',
  shortestPeriod: 'full',
  at: 'CT_A_26',
  expression: 'CT_A_26<=CT_A_01',
  message: {
    vi: 'A.26 = {CT_A_26} lớn hơn A.01 = {CT_A_01}: nhiều hơn tổng số hội nghị.',
    en: 'A.26 = {CT_A_26} is above A.01 = {CT_A_01}: more than all conferences.',
  },
  authority: 'Kế hoạch, mục II.1',
};

/** Of 22 December 2024: after the cut-off of the year before. */
export const DOCUMENT = {
  id: 'NQ-57-2024',
  number: '57-NQ/TW',
  issued: '2024-12-22',
  issuer: 'Bộ Chính trị',
  subject: 'Về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia',
  field: 3,
  validFrom: '2024-12-22',
  verified: 'B',
  source: 'https://example.org/57-nq-tw',
};

/** Writes the folder and reads it. */
export function nextYearForm(folder: string): FormDefinition {
  copyRealForm(folder, (text) => text.replaceAll(/\b2024(?=-(?:Q\d|H1|9M|Y)\b)/g, '2025'));
  edit(folder, 'form.yaml', (form) => {
    form.set('version', '2025.1');
    form.set('planYear', 2025);
    const sections = form.get('sections');
    const a = isSeq(sections) && sections.items.find((s) => isMap(s) && s.get('code') === 'A');
    if (!isMap(a)) throw new Error('form.yaml has no section A');
    a.addIn(['indicators'], form.createNode(INDICATOR));
  });
  edit(folder, 'rules.yaml', (rules) => rules.addIn(['rules'], rules.createNode(RULE)), /\b2024(?=-(?:H1|Y)\b)/g);
  edit(folder, 'catalogue.yaml', (catalogue) => catalogue.addIn(['documents'], catalogue.createNode(DOCUMENT)));
  edit(folder, 'calendar.yaml', (calendar) => {
    for (const day of ['2025-01-27', '2025-01-28', '2025-04-07', '2025-04-30', '2025-05-01', '2025-09-02'])
      calendar.addIn(['holidays'], calendar.createNode({ day, name: 'Nghỉ lễ' }));
  });
  return readFormFolder(folder);
}

/** @param years what of the text is of another year now */
function edit(folder: string, file: string, change: (document: Document) => void, years?: RegExp): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const document = parseDocument(years ? text.replaceAll(years, '2025') : text);
  change(document);
  writeFileSync(path, document.toString());
}
