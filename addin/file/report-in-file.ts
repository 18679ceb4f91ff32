// A report that was dropped on the page: read by the very parser of the server, with the page's own unzip. Nothing is written
// into it; what is sent is the file as it was chosen.

import { holdsAnswers } from '../../templates/extract/answer-sheets';
import { refuse } from '../../templates/sheet-xml/file-refused';
import { PackageParts } from '../../templates/sheet-xml/package-parts';
import { readPackage } from '../../templates/sheet-xml/read-package';
import { SHEET_XML_LIMITS } from '../../templates/sheet-xml/reader-limits';
import { sniff } from '../../templates/sheet-xml/sniff';
import { FileChanged, type OpenReport } from '../report/open-report';
import { unzipped } from './unzip';

/** As at the centre. */
const MOST_BYTES = 20 * 1024 * 1024;

export function reportInFile(file: File): OpenReport {
  const bytes = async (): Promise<Uint8Array<ArrayBuffer>> => {
    const all = await file.arrayBuffer().catch((error: unknown) => {
      throw new FileChanged(file.name, { cause: error });
    });
    return new Uint8Array(all);
  };
  return {
    fileName: file.name,
    bytes,
    async read() {
      const all = await bytes();
      const refusal = sniff(all, MOST_BYTES);
      if (refusal) refuse(refusal.code, refusal);
      const limits = { ...SHEET_XML_LIMITS, wantsSheet: holdsAnswers };
      const { workbook } = await readPackage(await PackageParts.open(unzipped(all), limits), limits);
      return workbook;
    },
  };
}
