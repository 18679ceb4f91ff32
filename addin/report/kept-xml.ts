// The receipt inside the file: a custom XML part of our own namespace. Its attributes are for people and other programs,
// the values that were sent stand in it as JSON, so that changes since then can be shown after any restart.

import type { Kept } from './open-report';

export const RECEIPT_NAMESPACE = 'urn:khoa-giao:bien-nhan:1';

export function keptToXml(kept: Kept): string {
  const { number, receivedAt, sha256 } = kept.receipt;
  const attributes = Object.entries({ number, receivedAt, sha256 }).map(
    ([name, text]) => ` ${name}="${escaped(text)}"`,
  );
  return `<bienNhan xmlns="${RECEIPT_NAMESPACE}"${attributes.join('')}>${escaped(JSON.stringify(kept))}</bienNhan>`;
}

/** Undefined for a part that is not ours, or was tampered with: the centre has the receipt anyway. */
export function keptFromXml(xml: string): Kept | undefined {
  try {
    const text = new DOMParser().parseFromString(xml, 'application/xml').documentElement.textContent ?? '';
    const kept = JSON.parse(text) as Partial<Kept>;
    return typeof kept.receipt?.id === 'string' && kept.report?.values ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}

const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
