// exceljs 4.4 writes <pageSetUpPr> before <outlinePr>, which the schema does not allow (ECMA-376 part 1, 18.3.1.82: a
// sequence of tabColor, outlinePr, pageSetUpPr) and Microsoft's validator reports. The order is mended in its writer.

import SheetProperties from 'exceljs/lib/xlsx/xform/sheet/sheet-properties-xform';

interface Part {
  render(stream: unknown, model: unknown): boolean;
}
interface PropertiesWriter {
  map: Record<'tabColor' | 'outlinePr' | 'pageSetUpPr', Part>;
}
interface Stream {
  addRollback(): void;
  openNode(name: string): void;
  closeNode(): void;
  commit(): void;
  rollback(): void;
}
interface Properties {
  tabColor?: unknown;
  outlineProperties?: unknown;
  pageSetup?: unknown;
}

SheetProperties.prototype.render = function render(this: PropertiesWriter, stream: Stream, model?: Properties): void {
  if (!model) return;
  stream.addRollback();
  stream.openNode('sheetPr');
  const written = [
    this.map.tabColor.render(stream, model.tabColor),
    this.map.outlinePr.render(stream, model.outlineProperties),
    this.map.pageSetUpPr.render(stream, model.pageSetup),
  ];
  if (!written.some(Boolean)) {
    stream.rollback();
    return;
  }
  stream.closeNode();
  stream.commit();
};
