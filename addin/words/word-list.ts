// What words a screen has, whichever the language: the keys of the Vietnamese, each a text or a function that makes one.

import type { vi } from './vi';

export type Language = 'vi' | 'en';

type Widened<T> = T extends string
  ? string
  : T extends (...parts: infer P) => string
    ? (...parts: P) => string
    : { readonly [K in keyof T]: Widened<T[K]> };
export type Words = { readonly [K in keyof typeof vi]: Widened<(typeof vi)[K]> };
