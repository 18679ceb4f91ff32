// Whether a word can be a Vietnamese syllable: an initial, a vowel group, a final, at most one tone. Generous: it tells
// "Đảng" from "§¶ng", not a right word from a wrong one.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?(?:ươ[iu]?|ưa|ư[iu]?|uyê|uya|uyu|uy|uây?|uê|uôi?|uơ|u[ai]?|oa[ioy]?|oă|oeo?|oo|oi?|ôi?|ơi?|iêu?|i[au]?|yêu?|ya?|a[iouy]?|ă|â[uy]?|eo?|êu?)(?:ng|nh|ch|[cmnpt])?$/;

export function isSyllable(word: string): boolean {
  const parts = word.normalize('NFD').toLowerCase();
  const bare = parts.replace(TONES, '');
  return parts.length - bare.length <= 1 && SYLLABLE.test(bare.normalize('NFC'));
}
