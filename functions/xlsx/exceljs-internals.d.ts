// The pieces of exceljs' inside that are touched, see exceljs-outline-order.ts, exceljs-note-size.ts and exceljs-note-ids.ts.
declare module 'exceljs/lib/xlsx/xform/sheet/sheet-properties-xform' {
  const SheetProperties: { prototype: { render: unknown } };
  export default SheetProperties;
}

declare module 'exceljs/lib/xlsx/xform/comment/vml-anchor-xform' {
  const VmlAnchor: { prototype: { render: unknown } };
  export default VmlAnchor;
}

declare module 'exceljs/lib/xlsx/xform/comment/vml-notes-xform' {
  const VmlNotes: { prototype: { render: unknown }; DRAWING_ATTRIBUTES: Readonly<Record<string, string>> };
  export default VmlNotes;
}
