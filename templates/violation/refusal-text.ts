// The shape of one entry of the catalogue of refusals. In the detail, `{found}` stands for what was found and a stretch
// in [square brackets] is left out where nothing was. Holds no words itself.

export interface RefusalWords {
  readonly title: string;
  readonly detail: string;
}

export interface RefusalText {
  readonly status: 400 | 413 | 415 | 422;
  readonly vi: RefusalWords;
  readonly en: RefusalWords;
}

type Words = readonly [title: string, detail: string];

export function refusalText(status: RefusalText['status'], vi: Words, en: Words): RefusalText {
  return { status, vi: { title: vi[0], detail: vi[1] }, en: { title: en[0], detail: en[1] } };
}
