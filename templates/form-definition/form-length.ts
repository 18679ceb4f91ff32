// How long a form a period asks. In a file of its own, so that what works with a loaded form need not load the schemas.

/** Shortest first: what a month asks, a quarter asks too. */
export const FORM_LENGTHS = ['month', 'quarter', 'full'] as const;
export type FormLength = (typeof FORM_LENGTHS)[number];
