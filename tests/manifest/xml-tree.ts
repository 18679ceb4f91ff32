// A small XML document as a tree, for the manifest's tests. Strict: what is not well-formed throws.

import { SaxesParser } from 'saxes';

export interface Element {
  /** With its prefix: `bt:Image`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Growing extends Element {
  readonly children: Growing[];
  text: string;
}

export function xmlTree(xml: string): Element {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text.trim();
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.children[0]!;
}

/** The element and everything in it, in document order. */
export function all(element: Element, name?: string): Element[] {
  const found = [element, ...element.children.flatMap((child) => all(child))];
  return name === undefined ? found : found.filter((one) => one.name === name);
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name);
}
