// One YAML file of a form's folder: parsed, checked against its schema, and able to say on which line a value stands, so
// that every later complaint can point at it.

import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { FormProblem } from './form-error';

export type Path = readonly (string | number)[];

export interface YamlFile<T> {
  readonly content: T;
  /** The line (from 1) of the value at `path`, or of the nearest one above it. */
  lineOf(path: Path): number;
}

/** @returns the file's content, or every problem in it. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> | readonly FormProblem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return document.errors.map((e) => ({
      file,
      line: lines.linePos(e.pos[0]).line,
      message: {
        vi: `Không đọc được YAML (${e.message}). Kiểm tra thụt dòng, dấu hai chấm và dấu nháy ở dòng này.`,
        en: `Not readable as YAML (${e.message}). Check indentation, colons and quotes on this line.`,
      },
    }));
  }
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { content: checked.data, lineOf };
  return checked.error.issues.map((issue) => ({
    file,
    line: lineOf(placeOf(issue)),
    message: explain(issue),
  }));
}

/** An unknown key stands on its own line, not on its parent's. */
function placeOf(issue: z.core.$ZodIssue): Path {
  const path = issue.path.filter((p) => typeof p !== 'symbol');
  return issue.code === 'unrecognized_keys' ? [...path, issue.keys[0]!] : path;
}

const vietnamese = z.locales.vi().localeError;
const english = z.locales.en().localeError;

function explain(issue: z.core.$ZodIssue): FormProblem['message'] {
  const at = issue.path.join('.') || '(tệp)';
  const own = issue.code === 'custom' ? issue.message : undefined;
  const say = (error: typeof english): string => {
    const message = error(issue as z.core.$ZodRawIssue);
    return typeof message === 'string' ? message : (message?.message ?? issue.message);
  };
  return {
    vi: `${at}: ${own ? `cần là ${own}` : say(vietnamese)}. ${REMEDIES[issue.code]?.vi ?? REMEDY.vi}`,
    en: `${at}: ${own ? `must be ${own}` : say(english)}. ${REMEDIES[issue.code]?.en ?? REMEDY.en}`,
  };
}

const REMEDY = {
  vi: 'Sửa giá trị này theo mô tả ở đầu tệp.',
  en: 'Correct this value as the head of the file describes.',
};
const REMEDIES: Partial<Record<string, typeof REMEDY>> = {
  unrecognized_keys: {
    vi: 'Xóa khóa này hoặc sửa lại tên khóa cho đúng chính tả.',
    en: 'Remove this key, or correct its spelling.',
  },
  invalid_type: {
    vi: 'Thêm giá trị còn thiếu, hoặc sửa cho đúng kiểu (chữ, số, danh sách).',
    en: 'Add the missing value, or give it the right type (text, number, list).',
  },
  invalid_value: { vi: 'Chọn một trong các giá trị cho phép.', en: 'Choose one of the allowed values.' },
};
