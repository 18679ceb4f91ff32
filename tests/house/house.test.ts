// The rules of the house (ARCHITECTURE.md) as assertions over the source tree. Each inspector also looks at a small
// invented tree with one fault and must find it: an inspector that finds nothing anywhere guards nothing.

import { librariesInTheirRoom, noCircles, pureTemplates, rooms } from './import-inspectors';
import {
  filesAreSmall,
  foldersHaveNames,
  kebabCase,
  noMachinePaths,
  oneFileSpeaks,
  opensWithAComment,
  timeAndChanceAreArguments,
} from './source-inspectors';
import { type Inspector, invented, readTree, withoutComments } from './source-tree';

interface Rule {
  readonly rule: string;
  readonly inspect: Inspector;
  /** Trees with a fault, and what must be said of each. */
  readonly faults: readonly (readonly [tree: Readonly<Record<string, string>>, says: RegExp])[];
  /** A tree that must pass. */
  readonly fine: Readonly<Record<string, string>>;
}

const lines = (count: number): string => '// A long file.\n'.repeat(count);
const many = (count: number, of: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`templates/a/f${i}.ts`, lines(of)]));

const RULES: readonly Rule[] = [
  {
    rule: 'addin/ and functions/ import templates/, never each other, and nothing imports tests/ or bench/',
    inspect: rooms,
    faults: [
      [
        { 'addin/a.ts': "import { b } from '../functions/b';", 'functions/b.ts': '' },
        /^addin\/a\.ts imports \.\.\/functions\/b/,
      ],
      [{ 'functions/x/a.ts': "export * from '../../addin/b';" }, /^functions\/x\/a\.ts imports/],
      [{ 'functions/a.ts': "const b = await import('../tests/b');" }, /^functions\/a\.ts .*nothing imports tests/],
      [{ 'templates/a.ts': "import type { B } from '../bench/b';" }, /^templates\/a\.ts .*nothing imports bench/],
      [{ 'templates/a.ts': "import {\n  b,\n  c,\n} from '../functions/b';" }, /^templates\/a\.ts/],
    ],
    fine: {
      'addin/a.ts': "import { b } from '../templates/b';\n// import { c } from '../functions/c';",
      'functions/a.ts': "import { b } from '../templates/b';",
      'tests/a.ts': "import { b } from '../functions/a';\nimport { c } from '../addin/a';",
      'templates/b.ts': '',
    },
  },
  {
    rule: 'templates/ imports its few pure libraries and nothing of Node',
    inspect: pureTemplates,
    faults: [
      [{ 'templates/a.ts': "import { readFileSync } from 'node:fs';" }, /^templates\/a\.ts imports node:fs/],
      [{ 'templates/a.ts': "import 'exceljs';" }, /^templates\/a\.ts imports exceljs/],
      [{ 'templates/a.ts': "import { z } from 'zodiac';" }, /zodiac/],
    ],
    fine: {
      'templates/a.ts':
        "import { z } from 'zod';\nimport { sha256 } from '@noble/hashes/sha256';\nimport { b } from './b';",
    },
  },
  {
    rule: 'exceljs and yauzl, the storage SDKs, and @azure/functions stand in one room each',
    inspect: librariesInTheirRoom,
    faults: [
      [
        { 'functions/receive/a.ts': "import { Workbook } from 'exceljs';" },
        /^functions\/receive\/a\.ts imports exceljs/,
      ],
      [{ 'functions/a.ts': "import type { Entry } from 'yauzl';" }, /^functions\/a\.ts imports yauzl/],
      [{ 'functions/a.ts': "import { TableClient } from '@azure/data-tables';" }, /data-tables: .*functions\/store/],
      [{ 'functions/a.ts': "const { x } = await import('@azure/identity');" }, /identity/],
      [
        { 'functions/a.ts': "import { app } from '@azure/functions';" },
        /@azure\/functions: .*functions\/\(\?:triggers/,
      ],
      [{ 'functions/local-host/a.ts': "import { app } from '@azure/functions';" }, /^functions\/local-host\/a\.ts/],
    ],
    fine: {
      'functions/xlsx/a.ts': "import { Workbook } from 'exceljs';",
      'functions/store/a.ts': "import { BlobServiceClient } from '@azure/storage-blob';",
      'functions/triggers/a.ts': "import { app } from '@azure/functions';",
      'functions/local-host/a.ts': "import type { Timer } from '@azure/functions';\nimport '@azure/functions-core';",
      'tests/a.ts': "import { Workbook } from 'exceljs';",
    },
  },
  {
    rule: 'no file imports itself through others',
    inspect: noCircles,
    faults: [
      [
        {
          'templates/a.ts': "import './b';",
          'templates/b.ts': "import './c';",
          'templates/c.ts': "import type { A } from './a';",
        },
        /^templates\/a\.ts → templates\/b\.ts → templates\/c\.ts → templates\/a\.ts$/,
      ],
      [{ 'functions/a.ts': "import './a';" }, /functions\/a\.ts → functions\/a\.ts/],
    ],
    fine: { 'templates/a.ts': "import './b';\nimport './c';", 'templates/b.ts': "import './c';", 'templates/c.ts': '' },
  },
  {
    rule: 'time and randomness enter at the doors only',
    inspect: timeAndChanceAreArguments,
    faults: [
      [{ 'templates/a.ts': 'const now = Date.now();' }, /^templates\/a\.ts: const now/],
      [{ 'functions/receive/a.ts': 'const at = new Date();' }, /^functions\/receive\/a\.ts/],
      [{ 'functions/store/a.ts': 'return Math.random();' }, /Math\.random/],
      [{ 'functions/store/a.ts': "import { randomUUID } from 'node:crypto';" }, /randomUUID/],
    ],
    fine: {
      'functions/triggers/a.ts': 'const now = new Date();',
      'functions/receive/a.ts': '// not Date.now()\nconst day = new Date(instant);\nconst later = new Date(now + 5);',
    },
  },
  {
    rule: 'one file of addin/ speaks fetch, one speaks Excel, and nobody else does',
    inspect: oneFileSpeaks,
    faults: [
      [{ 'functions/receive/a.ts': "await fetch('https://example.org');" }, /^functions\/receive\/a\.ts/],
      [{ 'templates/a.ts': 'await Excel.run(async () => {});' }, /^templates\/a\.ts/],
      [{ 'addin/a.ts': 'fetch(url)', 'addin/b.ts': 'fetch(url)' }, /^addin\/a\.ts, addin\/b\.ts: one file/],
      [{ 'addin/a.ts': 'Excel.run(x)', 'addin/b.ts': 'Excel.run(y)' }, /speaks Excel/],
    ],
    fine: { 'addin/centre.ts': 'fetch(url)', 'addin/workbook.ts': 'Excel.run(x)', 'addin/pane.ts': 'centre.fetch(1)' },
  },
  {
    rule: 'no folder is named utils, helpers, common, shared, lib, core or misc',
    inspect: foldersHaveNames,
    faults: [
      [{ 'functions/utils/a.ts': '' }, /^functions\/utils\/a\.ts/],
      [{ 'tests/x/Helpers/a.ts': '' }, /Helpers/],
      [{ 'addin/lib/b/c.css': '' }, /lib/],
    ],
    fine: { 'functions/library-of-forms/core-of-it.ts': '' },
  },
  {
    rule: 'file names are kebab-case',
    inspect: kebabCase,
    faults: [
      [{ 'templates/readForm.ts': '' }, /^templates\/readForm\.ts/],
      [{ 'templates/read_form.ts': '' }, /read_form/],
      [{ 'addin/Pane.css': '' }, /Pane/],
    ],
    fine: { 'templates/read-form.ts': '', 'tests/read-form.test.ts': '', 'functions/a-b.d.mts': '', 'README.md': '' },
  },
  {
    rule: 'every .ts file opens with a comment that says what it is for',
    inspect: opensWithAComment,
    faults: [
      [{ 'templates/a.ts': "import { b } from './b';" }, /^templates\/a\.ts/],
      [{ 'tests/a.test.ts': '\n// Too late.' }, /^tests\/a\.test\.ts/],
      [{ 'tests/b.ts': '//\n' }, /^tests\/b\.ts/],
    ],
    fine: { 'templates/a.ts': '// What it is for.\n', 'templates/b.ts': '/** What it is for. */\n' },
  },
  {
    rule: 'half of the source files are under 80 lines, nine of ten under 250, none over 300',
    inspect: filesAreSmall,
    faults: [
      [{ ...many(20, 10), 'functions/long.ts': lines(301) }, /^functions\/long\.ts: 301 lines/],
      [many(3, 80), /^the median file has 80 lines.*templates\/a\/f0\.ts 80/],
      [
        { ...many(8, 10), 'addin/a.ts': lines(250), 'addin/b.ts': lines(260) },
        /^one file in ten.*addin\/a\.ts 250, addin\/b\.ts 260/,
      ],
    ],
    fine: { ...many(9, 79), 'functions/long.ts': lines(300), 'tests/long.test.ts': lines(400) },
  },
  {
    rule: 'no file names a path of one machine',
    inspect: noMachinePaths,
    faults: [
      [{ 'README.md': `see ${'/ho' + 'me'}/an/project` }, /^README\.md:1/],
      [{ 'a.ts': `\nconst a = '${'/wo' + 'rk'}/main/x';` }, /^a\.ts:2/],
      [{ 'a.yaml': `path: C:\\\\${'Us' + 'ers'}\\\\an` }, /^a\.yaml:1/],
    ],
    fine: {
      'a.ts': "const url = 'https://example.org/home/page';",
      'b.md': '/tmp and /usr/bin',
    },
  },
];

const SOURCE = ['addin', 'functions', 'templates', 'tests'];
const tree = readTree(['.']);
const source = tree.filter((file) => [...SOURCE, 'bench'].includes(file.path.split('/')[0]!));

describe('the house', () => {
  test('is looked at as a whole', () => {
    for (const room of SOURCE) expect(source.some((file) => file.path.startsWith(`${room}/`))).toBe(true);
    expect(source.length).toBeGreaterThan(150);
    const known = new Set(tree.map((file) => file.path));
    const unresolved = source
      .filter((file) => !file.path.startsWith('tests/'))
      .flatMap((file) =>
        file.imports.flatMap(({ target }) => (target && !known.has(target) ? [`${file.path} ${target}`] : [])),
      );
    expect(unresolved).toEqual([]);
  });

  test.each(RULES)('$rule', ({ inspect }) => {
    expect(inspect(inspect === noMachinePaths ? tree : source)).toEqual([]);
  });
});

describe.each(RULES)('the inspector of: $rule', ({ inspect, faults, fine }) => {
  test.each(faults)('finds fault %#', (bad, says) => {
    expect(inspect(invented(bad)).join('\n')).toMatch(says);
  });

  test('lets a good tree pass', () => expect(inspect(invented(fine))).toEqual([]));
});

test('comments are no code, and texts with // are', () => {
  expect(withoutComments("a(); // b()\n/* c() */ d('http://e');")).toBe("a(); \n d('http://e');");
});
