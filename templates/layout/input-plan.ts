// The first help at a cell: what may be typed, the note that shows when the cell is entered, the word when a typed entry
// is wrong. Never the gate: a paste passes data validation by.

import type { AnnexColumn, Bilingual, Indicator } from '../form-definition/form-schema';
import { YES_NO } from '../rules/choices';
import type { InputPlan } from './sheet-plan';

const TITLE_LIMIT = 32;
const TEXT_LIMIT = 255;

const YES_NO_NOTE = { vi: 'Chọn Có hoặc Không.', en: 'Choose Có (yes) or Không (no).' };
const DATE_NOTE = { vi: 'Nhập ngày, ví dụ 14/6/2024.', en: 'Enter a date, for example 14/6/2024.' };

type Parts = Pick<InputPlan, 'kind' | 'strict'> &
  Partial<Pick<InputPlan, 'minimum' | 'maximum' | 'maxLength' | 'list'>>;

function plan(title: string, parts: Parts, expected: Bilingual, more?: Bilingual): InputPlan {
  const prompt = [expected.vi, more?.vi, `(EN) ${expected.en}`].filter(Boolean).join('\n');
  return {
    ...parts,
    title: cut(title, TITLE_LIMIT),
    prompt: cut(prompt, TEXT_LIMIT),
    error: cut(expected.vi, TEXT_LIMIT),
  };
}

export function indicatorInput(indicator: Indicator): InputPlan {
  const least = indicator.minimum ?? 0;
  const title = `${indicator.code} ${indicator.unit ? `(${indicator.unit})` : ''}`.trim();
  switch (indicator.type) {
    case 'integer':
    case 'percent':
      return plan(title, { kind: 'integer', strict: true, minimum: least }, wholeNumber(least), indicator.hint);
    case 'money':
      return plan(
        title,
        { kind: 'decimal', strict: true, minimum: least },
        {
          vi: 'Nhập số không âm, tối đa 1 số lẻ, đơn vị triệu đồng.',
          en: 'Enter a number, 0 or more, at most one decimal, in million dong.',
        },
        indicator.hint,
      );
    case 'yesNo':
      return plan(title, { kind: 'list', strict: true, list: YES_NO }, YES_NO_NOTE, indicator.hint);
    case 'choice':
      return plan(
        title,
        { kind: 'list', strict: true, list: indicator.options! },
        { vi: 'Chọn một giá trị trong danh sách.', en: 'Choose from the list.' },
        indicator.hint,
      );
    case 'date':
      return plan(title, { kind: 'date', strict: true }, DATE_NOTE, indicator.hint);
    case 'text':
      return plan(
        title,
        { kind: 'text', strict: true, maxLength: indicator.maxLength ?? TEXT_LIMIT },
        textNote(indicator.maxLength ?? TEXT_LIMIT),
        indicator.hint,
      );
  }
}

export function annexInput(
  column: AnnexColumn,
  lists: { readonly documents: string; readonly fields: readonly string[] },
): InputPlan {
  const title = column.label.vi;
  switch (column.type) {
    case 'integer': {
      const least = column.minimum ?? 0;
      const most = column.maximum;
      const note =
        most === undefined
          ? wholeNumber(least)
          : {
              vi: `Nhập số nguyên từ ${least} đến ${most}${column.step ? `, bước ${column.step}` : ''}.`,
              en: `Enter a whole number from ${least} to ${most}${column.step ? `, in steps of ${column.step}` : ''}.`,
            };
      return plan(
        title,
        { kind: 'integer', strict: true, minimum: least, ...(most === undefined ? {} : { maximum: most }) },
        note,
      );
    }
    case 'yesNo':
      return plan(title, { kind: 'list', strict: true, list: YES_NO }, YES_NO_NOTE);
    case 'choice':
      return plan(
        title,
        { kind: 'list', strict: true, list: column.options! },
        { vi: 'Chọn một giá trị trong danh sách.', en: 'Choose from the list.' },
      );
    case 'date':
      return plan(title, { kind: 'date', strict: true }, DATE_NOTE);
    case 'document':
      return plan(
        title,
        { kind: 'list', strict: true, list: { name: lists.documents } },
        { vi: 'Chọn mã văn bản như ở Phụ lục 1.', en: 'Choose a document id of Annex 1.' },
      );
    default: {
      const note = textNote(column.maxLength ?? TEXT_LIMIT);
      return plan(title, { kind: 'text', strict: true, maxLength: column.maxLength ?? TEXT_LIMIT }, note);
    }
  }
}

export function textInput(title: string, maxLength: number, hint?: Bilingual): InputPlan {
  return plan(title, { kind: 'text', strict: true, maxLength }, textNote(maxLength), hint);
}

export function receiptInput(): InputPlan {
  return plan(
    'Biên nhận gần nhất',
    { kind: 'text', strict: false, maxLength: TEXT_LIMIT },
    {
      vi: 'Phần bổ trợ ghi sau khi nộp; không cần điền.',
      en: 'The add-in writes it after submitting; leave it as it is.',
    },
  );
}

export function dateInput(title: string): InputPlan {
  return plan(title, { kind: 'date', strict: true }, DATE_NOTE);
}

export function markInput(section: string): InputPlan {
  return plan(
    `Mục ${section}: không phát sinh`,
    { kind: 'list', strict: true, list: ['x'] },
    {
      vi: 'Gõ x nếu cả mục không phát sinh: các ô số còn trống của mục được hiểu là 0.',
      en: 'Type x if nothing occurred in the whole section: its blank number cells then count as 0.',
    },
  );
}

function wholeNumber(least: number): Bilingual {
  return {
    vi: `Nhập số nguyên từ ${least} trở lên. Không phát sinh thì ghi 0.`,
    en: `Enter a whole number, ${least} or more. Enter 0 if none.`,
  };
}

function textNote(maxLength: number): Bilingual {
  return {
    vi: `Tối đa ${maxLength} ký tự. Không ghi tên người.`,
    en: `At most ${maxLength} characters. No names of people.`,
  };
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
