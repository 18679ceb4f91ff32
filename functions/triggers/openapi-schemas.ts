// The shapes of the answers, as JSON Schema.

import { NOTICE_KINDS } from '../../templates/extract/notice';

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

export const SCHEMAS = {
  Violation,
  Notice,
  Receipt: object({
    id: text,
    number: text,
    unit: text,
    form: text,
    period: text,
    revision: { type: 'integer', minimum: 1 },
    receivedAt: time,
    onTime: { type: 'boolean' },
    state: { enum: states },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    violations,
    notices,
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
    },
    ['violations', 'receipt'],
  ),
  Session: object({ token: text, role: { enum: ['unit', 'board'] }, unit: text }, ['unit']),
  Health: object({ status: { const: 'ok' } }),
  PeriodForm: object({
    form: text,
    version: text,
    title: object({ vi: text, en: text }),
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
  Reason: object({ reason }),
  Extension: object({ reason, until: day, units: { ...list(text), minItems: 1 } }, ['units']),
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
          state: { enum: ['missing', ...states] },
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
