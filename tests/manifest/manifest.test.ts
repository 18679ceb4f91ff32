// manifest.xml against what Office asks of it, offline: Microsoft's own validator sends the file away. Each rule is also shown
// a broken copy and must find the fault: a rule that finds nothing anywhere guards nothing.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { calledFunctions, iconsExist, isOurAddIn, oneRuntime } from './command-rules';
import { elementsInOrder } from './element-order';
import { bothLanguages, httpsOnly, idsAreUniqueAndShort, residsResolve, textsAreShort } from './resource-rules';
import { type Element, xmlTree } from './xml-tree';

const ROOT = resolve(__dirname, '../..');
const MANIFEST = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

type Change = readonly [from: string | RegExp, to: string];

interface Rule {
  readonly rule: string;
  readonly find: (manifest: Element) => string[];
  readonly faults: readonly (readonly [change: Change, says: string])[];
}

const RULES: readonly Rule[] = [
  {
    rule: 'elements stand in the order of the schemas',
    find: elementsInOrder,
    faults: [
      [[/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1'], 'OfficeApp: Version stands before'],
      [
        [/(<Label resid="Open.Label"\/>)\s*(<Supertip>[\s\S]*?<\/Supertip>)/, '$2$1'],
        'Control: Label stands before Supertip',
      ],
      [[/<CustomTab id="KhoaGiao.Tab">/, '$&<Label resid="Tab.Label"/>'], 'CustomTab: Group stands before Label'],
      [['<FunctionFile', '<MobileFormFactor/><FunctionFile'], 'DesktopFormFactor has no element MobileFormFactor'],
    ],
  },
  {
    rule: 'every resid leads to a resource of its kind, and every resource is used',
    find: residsResolve,
    faults: [
      [['resid="Check.Tip"', 'resid="Check.Tips"'], 'Description: resid Check.Tips is nowhere'],
      [['<Label resid="Check.Label"/>', '<Label resid="Check.Tip"/>'], 'Check.Tip stands in bt:LongStrings'],
      [['<LearnMoreUrl resid="Help.Url"/>', ''], 'Help.Url is used by nobody'],
    ],
  },
  {
    rule: 'ids are unique and at most 32 long',
    find: idsAreUniqueAndShort,
    faults: [
      [['id="KhoaGiao.Check"', 'id="KhoaGiao.Open"'], 'KhoaGiao.Open stands twice'],
      [[' id="Check.Tip"', ` id="${'x'.repeat(33)}"`], 'is longer than 32'],
    ],
  },
  {
    rule: 'texts keep to their lengths',
    find: textsAreShort,
    faults: [
      [[/(<DisplayName DefaultValue=)"[^"]*"/, `$1"${'x'.repeat(31)}"`], 'is over 30'],
      [[/(<Description DefaultValue=)"[^"]*"/, `$1"${'x'.repeat(251)}"`], 'Description "xxx'],
      [[/(<Description [^>]*>\s*<Override Locale="en-US" Value=)"[^"]*"/, `$1"${'x'.repeat(251)}"`], 'is over 250'],
      [[/(id="Check.Label" DefaultValue=)"[^"]*"/, `$1"${'x'.repeat(126)}"`], 'Check.Label is longer than 125'],
      [
        [
          /(id="Check.Tip" DefaultValue="[^"]*">\s*<bt:Override Locale="en-US" Value=)"[^"]*"/,
          `$1"${'x'.repeat(251)}"`,
        ],
        '250',
      ],
    ],
  },
  {
    rule: 'every text is there in Vietnamese and English',
    find: bothLanguages,
    faults: [
      [[/<Override Locale="en-US" Value="Khoa Giáo Reports"\/>/, ''], 'DisplayName: no en-US'],
      [[/Locale="en-US"/, 'Locale="en"'], 'no en-US'],
      [
        [/(<Override) (Locale="en-US" Value="Khoa Giáo Reports"\/>)/, '$1 $2<Override Locale="vi-VN" Value="x"/>'],
        'vi-VN is the default',
      ],
      [['Value="Khoa Giáo Reports"', 'Value=" "'], 'DisplayName: an empty text'],
    ],
  },
  {
    rule: 'addresses are https',
    find: httpsOnly,
    faults: [
      [['<SourceLocation DefaultValue="https:', '<SourceLocation DefaultValue="http:'], 'SourceLocation: http://'],
      [[/(id="App.16" DefaultValue="http)s/, '$1'], 'App.16: http://'],
    ],
  },
  {
    rule: 'icons are there, in exactly their sizes, and in the sizes that Office asks for',
    find: iconsExist,
    faults: [
      [['check-16.png', 'check-17.png'], 'check-17.png: there is no such picture'],
      [['check-16.png', 'check-20.png'], '20 × 20, and stands for 16'],
      [[/(<IconUrl DefaultValue="[^"]*)app-32/, '$1app-64'], '64 × 64, and stands for 32'],
      [['<bt:Image size="80" resid="Check.80"/>', ''], 'KhoaGiao.Check: no icon of 80 pixels'],
    ],
  },
  {
    rule: 'one runtime lives long and is the page of everything',
    find: oneRuntime,
    faults: [
      [['lifetime="long"', 'lifetime="short"'], 'not one runtime'],
      [
        ['<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="Help.Url"/>'],
        "Help.Url is not the runtime's page",
      ],
      [
        [
          '<SourceLocation DefaultValue="https://localhost:3000/pane"',
          '<SourceLocation DefaultValue="https://localhost:3000/x"',
        ],
        'another page',
      ],
      [['<FunctionName>', '<TaskpaneId>x</TaskpaneId><FunctionName>'], 'TaskpaneId'],
      [['</Action>', '</Action><Enabled>false</Enabled>'], 'a dead button'],
    ],
  },
  {
    rule: 'it is the add-in that the templates name',
    find: isOurAddIn,
    faults: [
      [[/<Id>./, '<Id>0'], 'is not that of the templates'],
      [['<Version>1.0.0.0', '<Version>1.0.0'], 'has not four numbers'],
      [['MinVersion="1.9"', 'MinVersion="1.13"'], 'ExcelApi 1.9'],
      [['ReadWriteDocument', 'ReadDocument'], 'Permissions'],
    ],
  },
];

describe.each(RULES)('$rule', ({ find, faults }) => {
  test('holds', () => expect(find(xmlTree(MANIFEST))).toEqual([]));

  test.each(faults)('and is seen to be broken by %j', ([from, to], says) => {
    const broken = MANIFEST.replace(from, to);
    expect(broken).not.toBe(MANIFEST);
    expect(find(xmlTree(broken)).join('\n')).toContain(says);
  });
});

test('the version of the package is its own, and well-formed', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('a file that is no XML is refused', () => {
  expect(() => xmlTree(MANIFEST.replace('</Id>', ''))).toThrow();
});

describe('the buttons and the code', () => {
  const called = calledFunctions(xmlTree(MANIFEST));

  test('every button calls a function that the add-in has', () => {
    const commands = readFileSync(join(ROOT, 'addin/pane/commands.ts'), 'utf8');
    // As the formatter lays out the record that ribbonCommands returns; or the names in `associate('…', …)`.
    const known = Array.from(commands.matchAll(/^ {4}(\w+):|associate\('(\w+)'/gm), (m) => m[1] ?? m[2]!);
    expect(known.sort()).toEqual([...called].sort());
  });

  test('each once, and associated with the ribbon in one place', () => {
    expect(new Set(called).size).toBe(called.length);
    const associating = readdirSync(join(ROOT, 'addin'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => readFileSync(join(ROOT, 'addin', file), 'utf8').includes('Office.actions.associate('));
    expect(associating).toHaveLength(1);
  });
});
