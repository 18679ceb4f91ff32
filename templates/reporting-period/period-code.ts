// A reporting period is a code, never a Date: `2024-Q1`, `2024-H1`, `2024-9M`, `2024-Y`. What days it covers is a matter
// of the calendar (calendar.ts), which may differ from board to board.

export const PERIOD_KINDS = ['Q1', 'Q2', 'Q3', 'Q4', 'H1', '9M', 'Y'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export interface PeriodCode {
  readonly year: number;
  readonly kind: PeriodKind;
}

/** Undefined where the text is no period code. */
export function parsePeriod(code: string): PeriodCode | undefined {
  const match = /^(\d{4})-(Q[1-4]|H1|9M|Y)$/.exec(code);
  return match ? { year: Number(match[1]), kind: match[2] as PeriodKind } : undefined;
}

const LABELS: Record<PeriodKind, { readonly vi: (year: number) => string; readonly en: (year: number) => string }> = {
  Q1: { vi: (y) => `Quý I/${y}`, en: (y) => `Quarter 1, ${y}` },
  Q2: { vi: (y) => `Quý II/${y}`, en: (y) => `Quarter 2, ${y}` },
  Q3: { vi: (y) => `Quý III/${y}`, en: (y) => `Quarter 3, ${y}` },
  Q4: { vi: (y) => `Quý IV/${y}`, en: (y) => `Quarter 4, ${y}` },
  H1: { vi: (y) => `6 tháng đầu năm ${y}`, en: (y) => `First half of ${y}` },
  '9M': { vi: (y) => `9 tháng năm ${y}`, en: (y) => `First nine months of ${y}` },
  Y: { vi: (y) => `Năm ${y}`, en: (y) => `Year ${y}` },
};

/** `2024-H1` → `6 tháng đầu năm 2024`. A text that is no code comes back as it is. */
export function periodLabel(code: string, language: 'vi' | 'en' = 'vi'): string {
  const period = parsePeriod(code);
  return period ? LABELS[period.kind][language](period.year) : code;
}

/** The period before in the same year that a report is compared with: 2024-9M → 2024-H1; none for the first. */
export function periodBefore(code: string): string | undefined {
  const period = parsePeriod(code);
  if (!period) return undefined;
  const before: Partial<Record<PeriodKind, PeriodKind>> = {
    Q2: 'Q1',
    Q3: 'Q2',
    Q4: 'Q3',
    H1: 'Q1',
    '9M': 'H1',
    Y: '9M',
  };
  const kind = before[period.kind];
  return kind && `${period.year}-${kind}`;
}

/** The same period of the year before: 2024-H1 → 2023-H1. */
export function periodLastYear(code: string): string | undefined {
  const period = parsePeriod(code);
  return period && `${period.year - 1}-${period.kind}`;
}

/** Months that a period covers; 0 for a text that is no code. */
export function monthsOf(code: string): number {
  const kind = parsePeriod(code)?.kind;
  return kind === undefined ? 0 : kind === 'Y' ? 12 : kind === '9M' ? 9 : kind === 'H1' ? 6 : 3;
}
