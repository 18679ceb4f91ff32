// The upload page's beginning.

import { render } from 'preact';
import { describeRefusal } from '../../templates/violation/file-refusals';
import { openDesk } from '../desk/open-desk';
import { NopPage } from './nop-page';

const desk = openDesk('', {
  hand: async (workbook, fileName) => download(workbook, fileName),
  describe: ({ refusal }, language) => describeRefusal(refusal, language),
});
// A file that misses the box must not replace the page.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => event.preventDefault());

const root = document.getElementById('root')!;
root.replaceChildren();
render(<NopPage desk={desk} />, root);
void desk.start();

function download(workbook: Uint8Array<ArrayBuffer>, fileName: string): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([workbook], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
