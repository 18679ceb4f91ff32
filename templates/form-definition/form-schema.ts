// The text format of a form's folder, one schema a file: what a person who edits it may write, checked on loading and
// published as JSON Schema for editors. Says nothing of how the parts fit together: check-form.ts does.

import { z } from 'zod';
import { isDay } from '../reporting-period/day';
import { PERIOD_KINDS, parsePeriod } from '../reporting-period/period-code';
import { UNIT_KINDS } from '../reporting-unit/reporting-unit';
import { FORM_LENGTHS } from './form-length';

const text = z.string().min(1);
const bilingual = z.strictObject({ vi: text, en: text });
const day = z.string().refine(isDay, { error: 'a day, YYYY-MM-DD' });
const columnKey = z.string().regex(/^[a-z][a-z0-9_]*$/);
const expression = text.describe('A restricted Excel formula over the form’s names');
const period = z.string().refine((code) => parsePeriod(code) !== undefined, { error: 'a period code such as 2024-H1' });

const formLength = z.enum(FORM_LENGTHS).describe('The shortest period that asks it');

const field = z.strictObject({ code: z.int().min(1), vi: text, en: text });

const headerField = z.strictObject({
  name: columnKey,
  label: bilingual,
  type: z.enum(['text', 'date']),
  source: z.enum(['unit', 'period', 'typed']),
  maxLength: z.int().min(1).optional(),
  personal: z
    .literal(true)
    .optional()
    .describe('A signatory or a contact: neither checked as text nor carried further'),
  hint: bilingual.optional(),
});

const indicator = z.strictObject({
  code: z.string().regex(/^[A-Z]\.\d{2}$/),
  label: bilingual,
  hint: bilingual.optional(),
  type: z.enum(['integer', 'money', 'percent', 'yesNo', 'text', 'date', 'choice']),
  unit: text.optional(),
  options: z.array(text).min(2).optional(),
  minimum: z.number().optional(),
  maxLength: z.int().min(1).optional(),
  requiredIf: expression.optional(),
  requiredBy: z
    .string()
    .regex(/^R\d{3}$/)
    .optional()
    .describe('Owed when this rule of the form says so'),
  zeroFor: z.array(z.enum(UNIT_KINDS)).optional(),
  shortestPeriod: formLength,
  optional: z.literal(true).optional(),
  units: z.enum(['sum', 'ratio', 'distinct', 'countYes', 'distribution', 'none']).describe('Roll-up over units'),
  time: z.enum(['sum', 'last', 'recalculate', 'or', 'distinct', 'none']).describe('Roll-up over time'),
  distinct: z.strictObject({ annex: text, by: columnKey, where: expression }).optional(),
  ratio: z.strictObject({ part: expression, whole: expression }).optional(),
  formula: expression.optional(),
});

const section = z.strictObject({
  code: z.string().regex(/^[A-Z]$/),
  heading: text.optional(),
  title: bilingual,
  indicators: z.array(indicator).min(1),
});

const annexColumn = z.strictObject({
  key: columnKey,
  label: bilingual,
  type: z.enum(['key', 'integer', 'yesNo', 'choice', 'text', 'date', 'document', 'fields']),
  unit: text.optional(),
  options: z.array(text).min(2).optional(),
  preset: text.optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  step: z.int().min(1).optional(),
  maxLength: z.int().min(1).optional(),
  required: z.literal(true).optional(),
  requiredIf: expression.optional(),
  carried: z
    .union([z.literal(true), text])
    .optional()
    .describe('Filled in from the period before: as it was (true), or with this text'),
  width: z.number().min(4).max(80),
});

const annex = z.strictObject({
  code: z.string().regex(/^PL\d$/),
  title: bilingual,
  shortestPeriod: formLength,
  rows: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('catalogue'), key: columnKey, label: columnKey, extra: z.int().min(0) }),
    z.strictObject({ kind: z.literal('fields'), key: columnKey }),
    z.strictObject({ kind: z.literal('free'), count: z.int().min(1) }),
  ]),
  columns: z.array(annexColumn).min(2),
});

const narrative = z.strictObject({
  code: z.string().regex(/^T\.\d$/),
  label: bilingual,
  maxLength: z.int().min(1).max(32_000),
  requiredIn: z.union([z.literal('all'), z.array(period)]).optional(),
  requiredIf: expression.optional(),
});

export const formFile = z.strictObject({
  form: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string().regex(/^\d{4}\.\d+$/),
  title: bilingual,
  planYear: z.int(),
  calendar: text,
  periods: z.array(z.strictObject({ period, form: z.enum(FORM_LENGTHS) })).min(1),
  fields: z.array(field).min(1),
  header: z.array(headerField).min(1),
  sections: z.array(section).min(1),
  annexes: z.array(annex),
  narratives: z.array(narrative),
});

export const catalogueFile = z.strictObject({
  documents: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-ZĐ]{2,4}-[\w-]+$/),
      number: text,
      issued: day,
      issuer: text,
      subject: text,
      field: z.int(),
      validFrom: day,
      validTo: day.optional(),
      note: text.optional(),
      verified: z.enum(['A', 'B', 'C']).describe('A seen in the source; B number and subject only; C unverified'),
      source: z.url(),
    }),
  ),
});

const monthDay = z.string().regex(/^(previous )?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const span = z.strictObject({ from: monthDay, to: monthDay });
const calendarPreset = z.strictObject({
  id: text,
  title: bilingual,
  authority: text,
  spans: z.strictObject(
    Object.fromEntries(PERIOD_KINDS.map((k) => [k, span])) as Record<(typeof PERIOD_KINDS)[number], typeof span>,
  ),
  due: z.strictObject({ unit: z.int().min(1), board: z.int().min(1) }).describe('Working days after the cut-off'),
});

export const calendarFile = z.strictObject({
  presets: z.array(calendarPreset).min(1),
  holidays: z.array(z.strictObject({ day, name: text })),
});

const unitCode = z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/);
export const unitsFile = z.strictObject({
  board: z.strictObject({
    code: unitCode,
    name: text,
    parent: text,
    place: text,
    classes: z.array(text).optional().describe('Classes held by higher levels, as the board lists them'),
  }),
  units: z.array(z.strictObject({ code: unitCode, kind: z.enum(UNIT_KINDS), name: text })).min(1),
});

const rulePlace = {
  at: text.describe('The name whose cell the violation is shown at: CT_A_05, or PL1_so_hn for each row of the annex'),
  expression: expression.describe('Holds when TRUE. A rule whose history or facts are not known is not judged'),
  message: bilingual.describe('Text with {expression} where a value is shown'),
};

const rule = z.strictObject({
  id: z.string().regex(/^R\d{3}$/),
  severity: z.enum(['error', 'warning', 'info']),
  scope: z.enum(['cell', 'annexRow', 'crossSheet', 'crossPeriod', 'crossUnit']),
  shortestPeriod: formLength,
  periods: z.array(period).min(1).optional().describe('Only in these periods'),
  off: z.literal(true).optional().describe('Not judged unless the board turns it on'),
  each: z
    .enum(['typedNumbers', 'sumsOverTime', 'texts'])
    .optional()
    .describe('Judged at every such cell, which the expression calls o_nay'),
  over: z.enum(['unitPairs', 'rates', 'sections']).optional().describe('What a crossUnit rule compares'),
  builtIn: z
    .enum(['valueType', 'answer', 'version', 'unit', 'period', 'reading'])
    .optional()
    .describe('Judged by the program itself; the rule has no expression'),
  except: z.array(text).optional().describe('Phrases that a rule over texts passes over'),
  at: rulePlace.at.optional(),
  expression: rulePlace.expression.optional(),
  message: rulePlace.message,
  also: z
    .array(z.strictObject({ ...rulePlace, at: rulePlace.at.optional() }))
    .optional()
    .describe('The same rule at further places'),
  notInSheet: bilingual.optional().describe('Why the workbook cannot judge it by itself'),
  authority: text,
  note: text.optional().describe('Where the rule differs from the draft, and why'),
});

export const rulesFile = z.strictObject({ rules: z.array(rule) });

export type Bilingual = z.infer<typeof bilingual>;
export type Field = z.infer<typeof field>;
export type HeaderField = z.infer<typeof headerField>;
export type Indicator = z.infer<typeof indicator>;
export type Section = z.infer<typeof section>;
export type Annex = z.infer<typeof annex>;
export type AnnexColumn = z.infer<typeof annexColumn>;
export type Narrative = z.infer<typeof narrative>;
export type CatalogueDocument = z.infer<typeof catalogueFile>['documents'][number];
export type CalendarPreset = z.infer<typeof calendarPreset>;
export type Board = z.infer<typeof unitsFile>['board'];
export type FormRule = z.infer<typeof rule>;
export type FormFileContent = z.infer<typeof formFile>;

/** The files of a form's folder and the schema of each. */
export const FORM_FILES = {
  'form.yaml': formFile,
  'catalogue.yaml': catalogueFile,
  'calendar.yaml': calendarFile,
  'units.yaml': unitsFile,
  'rules.yaml': rulesFile,
} as const;
export type FormFileName = keyof typeof FORM_FILES;
