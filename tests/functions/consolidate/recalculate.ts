// LibreOffice as a judge of stored results: it opens a workbook, computes every formula anew whatever is stored, and saves.

import { convertBySoffice } from '../../setup/tools';

/** "Recalculation on file load", Excel 2007 and newer: always. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The path of the recalculated workbook. */
export function recalculate(file: string, outDirectory: string): Promise<string> {
  return convertBySoffice(file, 'xlsx:Calc MS Excel 2007 XML', outDirectory, ALWAYS);
}
