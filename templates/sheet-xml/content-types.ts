// `[Content_Types].xml`: which kind each part of the package declares itself to be (ECMA-376 part 2, 7.2.3).

import { partKey } from './part-names';
import { type PushParser, parsePart } from './xml-part';

export const CONTENT_TYPES_PART = '[Content_Types].xml';

export interface ContentTypesParser extends PushParser {
  /** Declared content type of a part, lower case; `''` where nothing is declared. */
  typeOf(part: string): string;
}

export function contentTypesParser(): ContentTypesParser {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  const parser = parsePart(CONTENT_TYPES_PART, 'Types', {
    open(name, attributes) {
      const type = attributes.ContentType?.trim().toLowerCase() ?? '';
      if (name === 'Default') defaults.set(attributes.Extension?.toLowerCase() ?? '', type);
      else if (name === 'Override') overrides.set(overrideKey(attributes.PartName ?? ''), type);
    },
  });
  return {
    ...parser,
    typeOf: (part) => overrides.get(partKey(part)) ?? defaults.get(extensionOf(part)) ?? '',
  };
}

function overrideKey(partName: string): string {
  return partKey(partName.replaceAll('\\', '/').replace(/^\/+/, ''));
}

function extensionOf(part: string): string {
  return part.slice(part.lastIndexOf('.') + 1).toLowerCase();
}
