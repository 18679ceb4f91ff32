// The one piece of exceljs' inside that is touched, see exceljs-outline-order.ts.
declare module 'exceljs/lib/xlsx/xform/sheet/sheet-properties-xform' {
  const SheetProperties: { prototype: { render: unknown } };
  export default SheetProperties;
}
