// What a manifest refers to: texts, addresses and pictures by their resids, in two languages, within Office's limits.

import { all, type Element } from './xml-tree';

const LONGEST_ID = 32;
const LONGEST: Readonly<Record<string, number>> = {
  'bt:Images': 2048,
  'bt:Urls': 2048,
  'bt:ShortStrings': 125,
  'bt:LongStrings': 250,
};

interface Resource {
  readonly id: string;
  readonly kind: string;
  readonly values: readonly string[];
}

const values = (element: Element): string[] => [
  element.attributes.DefaultValue ?? '',
  ...element.children.map(({ attributes }) => attributes.Value ?? ''),
];

function resources(manifest: Element): Resource[] {
  return (all(manifest, 'Resources')[0]?.children ?? []).flatMap((kind) =>
    kind.children.map((element) => ({ id: element.attributes.id ?? '', kind: kind.name, values: values(element) })),
  );
}

/** A label is short, the explanation of a button long, and so on. */
function kindFor(referring: Element, parent: Element | undefined): string {
  if (referring.name === 'bt:Image') return 'bt:Images';
  if (['Runtime', 'FunctionFile', 'SourceLocation', 'LearnMoreUrl'].includes(referring.name)) return 'bt:Urls';
  const long = referring.name === 'Description' && (parent?.name === 'Supertip' || parent?.name === 'GetStarted');
  return long ? 'bt:LongStrings' : 'bt:ShortStrings';
}

export function residsResolve(manifest: Element): string[] {
  const known = new Map(resources(manifest).map((resource) => [resource.id, resource]));
  const used = new Set<string>();
  const faults = all(manifest).flatMap((parent) =>
    parent.children.flatMap((element) => {
      const { resid } = element.attributes;
      if (resid === undefined) return [];
      used.add(resid);
      const found = known.get(resid);
      if (!found) return [`${element.name}: resid ${resid} is nowhere`];
      const kind = kindFor(element, parent);
      return found.kind === kind ? [] : [`${element.name}: ${resid} stands in ${found.kind}, not in ${kind}`];
    }),
  );
  return [...faults, ...[...known.keys()].filter((id) => !used.has(id)).map((id) => `${id} is used by nobody`)];
}

export function idsAreUniqueAndShort(manifest: Element): string[] {
  const ids = all(manifest).flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id]));
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} stands twice`),
    ...ids.filter((id) => id.length > LONGEST_ID).map((id) => `${id} is longer than ${LONGEST_ID}`),
  ];
}

/** What stands for the add-in in lists of add-ins. */
const LONGEST_OWN: Readonly<Record<string, number>> = { DisplayName: 30, Description: 250 };

export function textsAreShort(manifest: Element): string[] {
  const own = manifest.children.filter(({ name }) => name in LONGEST_OWN);
  return [
    ...own.flatMap((element) =>
      values(element)
        .filter((text) => text.length > LONGEST_OWN[element.name]!)
        .map((text) => `${element.name} "${text}" is over ${LONGEST_OWN[element.name]}`),
    ),
    ...resources(manifest).flatMap(({ id, kind, values: texts }) =>
      texts.filter((text) => text.length > LONGEST[kind]!).map(() => `${id} is longer than ${LONGEST[kind]}`),
    ),
  ];
}

export function bothLanguages(manifest: Element): string[] {
  return all(manifest).flatMap((element) => {
    if (element.attributes.DefaultValue === undefined) return [];
    const what = element.attributes.id ?? element.name;
    const locales = element.children.map(({ attributes }) => attributes.Locale);
    return [
      ...(values(element).some((text) => text.trim() === '') ? [`${what}: an empty text`] : []),
      ...(locales.filter((l) => l === 'en-US').length === 1 ? [] : [`${what}: no en-US`]),
      ...(locales.includes('vi-VN') ? [`${what}: vi-VN is the default and needs no override`] : []),
    ];
  });
}

export function httpsOnly(manifest: Element): string[] {
  const addresses = all(manifest).filter(({ name }) => /Url$|^SourceLocation$|^bt:Image$/.test(name));
  return addresses.flatMap((element) =>
    element.attributes.DefaultValue === undefined
      ? []
      : values(element)
          .filter((url) => !url.startsWith('https://'))
          .map((url) => `${element.attributes.id ?? element.name}: ${url} is not https`),
  );
}
