// A `.rels` part: what a part points to and why (ECMA-376 part 2, 6.5). Transitional and Strict files use different
// addresses for the same reason, so a type is known by its last segment. Follows nothing.

import { refuse } from './file-refused';
import type { SheetXmlLimits } from './reader-limits';
import { type PushParser, parsePart } from './xml-part';

export interface Relationship {
  readonly id: string;
  /** Last segment of the type, e.g. `worksheet`, `sharedStrings`. */
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

export interface RelationshipsParser extends PushParser {
  readonly relationships: readonly Relationship[];
}

export function relationshipsParser(part: string, limits: SheetXmlLimits): RelationshipsParser {
  const relationships: Relationship[] = [];
  const ids = new Set<string>();
  const parser = parsePart(part, 'Relationships', {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
      if (ids.has(id)) refuse('XML_UNEXPECTED', { part, found: `Id="${id}"` });
      if (ids.add(id).size > limits.relationships) refuse('XML_TOO_COMPLEX', { part });
      const kind = type.slice(type.lastIndexOf('/') + 1);
      relationships.push({ id, kind, target, external: attributes.TargetMode === 'External' });
    },
  });
  return { ...parser, relationships };
}
