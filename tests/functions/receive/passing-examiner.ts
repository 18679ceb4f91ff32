// An examiner that finds every file good, without reading it: for tests of what is stored when.

import type { Examiner } from '../../../functions/examine/examination';
import { chance } from '../../../functions/samples/chance';

export function passingExaminer(): Examiner {
  return {
    async examine({ workbook, form, period, unit = 'DV01', revision, receivedAt, file }) {
      const seed = Buffer.from(workbook).toString('utf8');
      return {
        kind: 'valid',
        submission: {
          form,
          version: '2024.1',
          period,
          unit,
          revision,
          receivedAt,
          sha256: '',
          file,
          values: { 'A.01': chance(seed).int(0, 100) },
          annexes: {},
          narratives: {},
          explanations: {},
          nothing: [],
          warnings: [],
        },
      };
    },
    async rebuild({ values }) {
      return { kind: 'rebuilt', workbook: Buffer.concat([Buffer.from('PK'), values]) };
    },
    async close() {},
  };
}
