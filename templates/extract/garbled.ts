// Text in an old Vietnamese encoding whose cell says nothing of its font: pasted as values, "§¶ng bé" stays that. It can be
// told from its words, but not converted for certain, so the clerk is asked. Rather silent than wrong: no word of Unicode
// Vietnamese, no sign such as § ® ° ½ “…” and no foreign name may set it off.

import { fromTcvn3, fromVni } from './old-fonts';
import { isSyllable } from './syllable';

/** Latin-1 that Unicode Vietnamese does not use, letters and signs; two of them, else nothing more is looked at. */
const FOREIGN = /[\u00A1-\u00BEÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]/g;
const WORD = /[A-Za-z\u00A1-\u00FF\u0102-\u01B0\u1EA0-\u1EF9]+/g;
const ONE_BYTE = /^[A-Za-z\u00A1-\u00FF]{2,}$/;
const ASCII = /^[A-Za-z]+$/;
const FEWEST_WORDS = 2;
/** Enough in a text that is mostly Unicode. */
const MANY_WORDS = 4;

export function looksGarbled(text: string): boolean {
  if ((text.match(FOREIGN)?.length ?? 0) < 2) return false;
  let marked = 0;
  let garbled = 0;
  for (const word of text.match(WORD) ?? []) {
    if (ASCII.test(word)) continue;
    marked++;
    if (ONE_BYTE.test(word) && /[A-Za-z]/.test(word) && !isSyllable(word) && becomesSyllable(word)) garbled++;
  }
  return garbled >= MANY_WORDS || (garbled >= FEWEST_WORDS && garbled * 2 >= marked);
}

function becomesSyllable(word: string): boolean {
  return [fromTcvn3(word), fromVni(word)].some((read) => read !== undefined && read !== word && isSyllable(read));
}
