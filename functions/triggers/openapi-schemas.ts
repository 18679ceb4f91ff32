// The shapes of what is sent and what is answered, as JSON Schema. What is sent may hold nothing else; an answer may come to
// hold more.

import { NOTICE_KINDS } from '../../templates/extract/notice';
import { MOST_LINES } from '../../templates/layout/place-answers';
import { MAX_CELL_TEXT } from '../../templates/sheet-xml/reader-limits';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const ratio = { type: 'number', minimum: 0, maximum: 1 } as const;
const time = { type: 'string', format: 'date-time' } as const;
const day = { type: 'string', format: 'date' } as const;
const states = ['received', 'submitted', 'refused', 'failed', 'returned', 'accepted'] as const;
const object = <P extends Record<string, unknown>>(properties: P, optional: readonly string[] = []) => ({
  type: 'object' as const,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  properties,
});
/** Of a body: what it does not name is refused. */
const closed = <P extends Record<string, unknown>>(properties: P, optional: readonly string[] = []) => ({
  ...object(properties, optional),
  additionalProperties: false as const,
});
const list = (items: unknown) => ({ type: 'array' as const, items });

const Violation = object(
  {
    rule: text,
    severity: { enum: ['error', 'warning', 'info'] },
    sheet: text,
    cell: text,
    name: text,
    message: text,
    explained: { type: 'boolean', description: 'Of a warning: false holds the report back' },
  },
  ['explained'],
);
const Notice = object({ kind: { enum: NOTICE_KINDS }, sheet: text, cell: text, name: text, message: text });
const notices = list({ $ref: '#/components/schemas/Notice' });
const violations = list({ $ref: '#/components/schemas/Violation' });

const reason = { type: 'string', minLength: 10, maxLength: 500 } as const;
const locked = { anyOf: [object({ at: time, reason: text }), { type: 'null' }] } as const;
const extensions = list(
  object({ at: time, until: day, units: { type: ['array', 'null'], items: text }, reason: text }),
);

const bilingual = object({ vi: text, en: text });
const revision = { type: 'integer', minimum: 1 } as const;
const state = { enum: ['missing', ...states] } as const;
const answers = { type: 'object', additionalProperties: { type: ['number', 'string'] } } as const;
const annexes = { type: 'object', additionalProperties: list(answers) } as const;
const texts = { type: 'object', additionalProperties: text } as const;
const Comment = closed(
  {
    name: {
      type: 'string',
      maxLength: 80,
      description: 'CT_A_01, TM_T_1, BC_so_ky_hieu, PL1_so_hn, PL1, A; empty: the whole report',
    },
    row: { type: 'integer', minimum: 1, description: 'Of an annex: which of the report’s rows' },
    text: { type: 'string', minLength: 1, maxLength: 1000 },
  },
  ['row'],
);
const filled = { type: 'string', minLength: 1 } as const;
const typed = {
  type: 'object',
  additionalProperties: { type: ['number', 'string'], maxLength: MAX_CELL_TEXT },
} as const;
const comments = { ...list({ $ref: '#/components/schemas/Comment' }), minItems: 1, maxItems: 200 } as const;

export const SCHEMAS = {
  Violation,
  Notice,
  Comment,
  Return: closed({ comments }),
  Receipt: object(
    {
      id: text,
      number: text,
      unit: text,
      form: text,
      period: text,
      revision: { type: 'integer', minimum: 1 },
      receivedAt: time,
      onTime: { type: 'boolean' },
      state: { enum: states },
      came: { enum: ['workbook', 'values'] },
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      violations,
      notices,
      newer: { ...object({ id: text, number: text }), description: 'Refused because this one counts since' },
      returned: { ...object({ at: time, comments }), description: 'While the state is returned' },
      acceptedAt: { ...time, description: 'While the state is accepted' },
    },
    ['newer', 'returned', 'acceptedAt'],
  ),
  CanonicalReport: {
    ...closed({
      form: filled,
      version: filled,
      period: filled,
      unit: filled,
      values: typed,
      annexes: {
        type: 'object',
        additionalProperties: { ...list(typed), maxItems: MOST_LINES },
        description:
          'Hàng không có khóa đứng theo thứ tự; {} là hàng trống. Rows without a key stand in their order; {} is a blank one',
      },
    }),
    description:
      'Theo tên ô và mã cột mà mẫu cho nhập; tối đa 2 MB. By the names of cells and keys of columns that the template lets be typed; 2 MB at most',
  },
  Code: closed({ code: { type: 'string', minLength: 1, maxLength: 200, examples: ['demo-DV01'] } }),
  Submission: object(
    {
      form: text,
      version: text,
      period: text,
      unit: text,
      revision,
      receivedAt: time,
      sha256: text,
      file: text,
      header: texts,
      values: answers,
      annexes,
      narratives: texts,
      explanations: texts,
      nothing: list(text),
      warnings: list({ type: 'object' }),
      notices: list({ type: 'object' }),
    },
    ['header', 'notices'],
  ),
  Forms: object({
    forms: list(
      object({
        form: text,
        version: text,
        title: bilingual,
        periods: list(
          object(
            {
              period: text,
              label: bilingual,
              from: day,
              to: day,
              due: day,
              locked: { type: 'boolean' },
              state,
              revision: count,
              counted: count,
            },
            ['state', 'revision', 'counted'],
          ),
        ),
      }),
    ),
  }),
  UnitFile: object({
    form: text,
    period: text,
    unit: object({ code: text, kind: text, name: text }),
    due: day,
    dueOfPeriod: day,
    locked,
    history: object({ values: answers, rows: annexes }),
    counted: count,
    submissions: list({ $ref: '#/components/schemas/Receipt' }),
  }),
  Problem: object(
    {
      type: text,
      status: { type: 'integer' },
      code: text,
      title: text,
      detail: text,
      violations,
      receipt: { $ref: '#/components/schemas/Receipt' },
      latest: { $ref: '#/components/schemas/Receipt' },
      names: { ...list(text), maxItems: 50, description: 'Of UNKNOWN_NAMES: the first of them' },
      nameCount: { ...count, description: 'Of UNKNOWN_NAMES: how many there are' },
    },
    ['violations', 'receipt', 'latest', 'names', 'nameCount'],
  ),
  Session: object({ token: text, role: { enum: ['unit', 'board'] }, unit: text }, ['unit']),
  Health: object({ status: { const: 'ok' } }),
  PeriodForm: object({
    form: text,
    version: text,
    title: bilingual,
    period: text,
    length: { enum: ['month', 'quarter', 'full'] },
    dates: object({ from: day, to: day, unitDue: day, boardDue: day }),
    calendar: text,
    fields: list({ type: 'object' }),
    header: list({ type: 'object' }),
    sections: list({ type: 'object' }),
    annexes: list({ type: 'object' }),
    narratives: list({ type: 'object' }),
    rules: list({ type: 'object' }),
    documents: list({ type: 'object' }),
  }),
  Reason: closed({ reason }),
  Extension: closed({ reason, until: day, units: { ...list(text), minItems: 1, maxItems: 500 } }, ['units']),
  PeriodState: object({ form: text, period: text, locked, extensions }),
  Status: object({
    form: text,
    period: text,
    due: day,
    expected: count,
    received: count,
    onTime: count,
    completeness: ratio,
    timeliness: ratio,
    locked,
    extensions,
    units: list(
      object(
        {
          unit: text,
          name: text,
          expected: { type: 'boolean' },
          due: day,
          state,
          revision: count,
          counted: count,
          receivedAt: time,
          daysLate: count,
          onTime: { type: ['boolean', 'null'] },
          violations: object({ errors: count, warnings: count }),
          submission: { type: ['string', 'null'] },
        },
        ['receivedAt'],
      ),
    ),
  }),
} as const;
