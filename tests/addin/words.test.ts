// The words of the screens in both languages: none missing, none empty, none left in the wrong language, none that nothing says,
// and none written into a screen instead of the dictionary.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are source texts for an inspector
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from '@swc/core';
import { en } from '../../addin/words/en';
import { vi } from '../../addin/words/vi';

const ADDIN = resolve(__dirname, '../../addin');

type Word = string | ((...parts: never[]) => string);
/** `steps.sending` → its word. */
function flat(words: object, under = ''): [string, Word][] {
  return Object.entries(words).flatMap(([key, word]: [string, Word | object]) =>
    typeof word === 'object' ? flat(word, `${under}${key}.`) : [[`${under}${key}`, word] as [string, Word]],
  );
}
const [viWords, enWords] = [new Map(flat(vi)), new Map(flat(en))];
const PAIRS = [...viWords].map(([key, word]) => [key, word, enWords.get(key)] as const);

/** What a word says of invented parts: of numbers 0, 1 and 21, and of texts. */
function said(word: Word): string[] {
  if (typeof word === 'string') return [word];
  const say = word as (...parts: unknown[]) => string;
  return [0, 1, 21].map((part) => say(...Array<unknown>(word.length).fill(part)));
}

/** Names of things, which stay Vietnamese in English too. */
const NAMES = /khoa giáo|Khoa giáo|KiemTra|Giải trình|Tiếng Việt/g;
const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
/** English words that Vietnamese does not have; of one syllable many are both (`an`, `in`, `to`). */
const ENGLISH = /\b(?:the|report|submit|check|file|with|and|error|period|please|cell)\b/i;

describe('the words', () => {
  test('are the same in both languages, in the same order', () => {
    expect([...enWords.keys()]).toEqual([...viWords.keys()]);
    expect(viWords.size).toBeGreaterThan(120);
  });

  test.each(PAIRS)('%s', (_, vietnamese, english) => {
    expect(typeof english).toBe(typeof vietnamese);
    if (typeof vietnamese === 'function') expect((english as () => string).length).toBe(vietnamese.length);
    for (const text of said(vietnamese)) {
      expect(text.normalize('NFC')).toBe(text);
      expect(text).not.toMatch(ENGLISH);
    }
    for (const text of said(english!)) expect(text.replace(NAMES, '')).not.toMatch(VIETNAMESE);
    for (const text of [...said(vietnamese), ...said(english!)]) {
      // A list of what is left is empty where nothing is left.
      if (_ !== 'left') expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|NaN|\[object| {2}|\s$/);
    }
  });

  test('every part of a word is said', () => {
    const silent = [...viWords, ...enWords].filter(([, word]) => {
      if (typeof word === 'string') return false;
      const marks = Array.from({ length: word.length }, (_, i) => 7000 + i);
      const text = (word as (...parts: number[]) => string)(...marks);
      return !marks.every((mark) => text.includes(String(mark)));
    });
    expect(silent.map(([key]) => key)).toEqual([]);
  });
});

describe('the screens', () => {
  const files = sourcesUnder(ADDIN).filter(([path]) => !path.startsWith('words/'));

  test('use every word', () => {
    const source = files.map(([, text]) => text).join('\n');
    expect(unused(Object.keys(vi), source)).toEqual([]);
    expect(unused(['appName', 'neverSaid'], 'const title = words.appName;')).toEqual(['neverSaid']);
  });

  test('say nothing that is not in the dictionary', () => {
    const screens = files.filter(([path]) => path.endsWith('.tsx'));
    expect(screens.length).toBeGreaterThan(15);
    expect(screens.flatMap(([path, text]) => written(text).map((found) => `${path}: ${found}`))).toEqual([]);
  });

  test.each([
    ['<p>Chưa nộp</p>', 'Chưa nộp'],
    ['<p>{a} of {b}</p>', 'of'],
    ["<p>{a ? 'Right' : b}</p>", 'Right'],
    ["<p>{a && 'Right'}</p>", 'Right'],
    ['<input title="Close" />', 'Close'],
    ['<button aria-label={`Close ${name}`} />', 'Close'],
  ])('the inspector finds %s', (text, found) => expect(written(`const a = ${text};`)).toEqual([found]));

  test('the inspector lets marks, names of classes and words of the dictionary pass', () => {
    expect(written('const a = <p class="small">{words.due(day)} · {a}<b>!</b> {/* Why */}</p>;')).toEqual([]);
    expect(written('const a = <a href="/nop" class={`b ${c}`}>{d === "yes" && words.page}</a>;')).toEqual([]);
  });
});

function sourcesUnder(folder: string, at = ''): [path: string, text: string][] {
  return readdirSync(join(folder, at), { withFileTypes: true }).flatMap((entry) => {
    const path = at ? `${at}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return sourcesUnder(folder, path);
    return /\.tsx?$/.test(entry.name) ? [[path, readFileSync(join(folder, path), 'utf8')] as [string, string]] : [];
  });
}

/** A word is used by `words.key`, `vi.key`, or taken out of the words by name. */
function unused(keys: readonly string[], source: string): string[] {
  const taken = [...source.matchAll(/const \{([^}]*)\} = (?:\w+\.)*words\b/g)].map(([, names]) => names).join(',');
  return keys.filter(
    (key) => !new RegExp(`\\b(?:words|vi)\\.${key}\\b`).test(source) && !new RegExp(`\\b${key}\\b`).test(taken),
  );
}

/** Attributes that are read out or shown. */
const READ_OUT = ['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'aria-valuetext'];
const STILL_SHOWN = ['JSXExpressionContainer', 'ConditionalExpression', 'ParenthesisExpression', 'TemplateLiteral'];
const LETTERS = /\p{L}{2,}/u;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Words between tags, and in attributes that are read out, as the compiler itself sees them. */
function written(source: string): string[] {
  const found: string[] = [];
  const look = (node: unknown, shown: boolean): void => {
    if (Array.isArray(node)) for (const one of node) look(one, shown);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { type, ...parts } = node as Node;
    if (type === 'JSXText' && LETTERS.test(String(parts.value))) found.push(String(parts.value).trim());
    if (shown && type === 'StringLiteral' && LETTERS.test(String(parts.value))) found.push(String(parts.value));
    if (shown && type === 'TemplateElement' && LETTERS.test(String(parts.raw))) found.push(String(parts.raw).trim());
    if (type === 'JSXAttribute') {
      const { name, value } = parts as { name: { value: string }; value: unknown };
      look(value, READ_OUT.includes(name.value));
    } else if (type === 'JSXElement' || type === 'JSXFragment') {
      look(parts.opening, false);
      look(parts.children, true);
    } else {
      // What is called or compared is no longer what is shown; what is chosen between is.
      const chosen = type === 'BinaryExpression' && ['&&', '||', '??'].includes(String(parts.operator));
      const stays = chosen || STILL_SHOWN.includes(type);
      for (const [key, part] of Object.entries(parts)) look(part, shown && stays && key !== 'test');
    }
  };
  look(parseSync(source, { syntax: 'typescript', tsx: true }).body, false);
  return found;
}
