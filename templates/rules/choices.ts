// The values a chosen answer may have. "Có" and "Không" are choices like any other, only not listed by the form.

export const YES = 'Có';
export const NO = 'Không';
export const YES_NO: readonly string[] = [YES, NO];

/** What an indicator, an annex column and a value's type have in common here. */
export interface Choosable {
  readonly type: string;
  readonly options?: readonly string[] | undefined;
}

/** None for a type that is not chosen from a list. */
export function choicesOf({ type, options }: Choosable): readonly string[] {
  return type === 'yesNo' ? YES_NO : type === 'choice' ? (options ?? []) : [];
}
