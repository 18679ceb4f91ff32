// The pieces of exceljs' inside that are touched, see exceljs-outline-order.ts and exceljs-note-size.ts.
declare module 'exceljs/lib/xlsx/xform/sheet/sheet-properties-xform' {
  const SheetProperties: { prototype: { render: unknown } };
  export default SheetProperties;
}

declare module 'exceljs/lib/xlsx/xform/comment/vml-anchor-xform' {
  const VmlAnchor: { prototype: { render: unknown } };
  export default VmlAnchor;
}
