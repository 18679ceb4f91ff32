// The upload page's beginning.

import { render } from 'preact';
import { describeRefusal } from '../../templates/violation/file-refusals';
import { connect } from '../centre';
import { Desk } from '../desk/desk';
import { ownNotes, ownStorage } from '../own-storage';
import { listenToOutbox } from '../submit/submit-report';
import { vi } from '../words/vi';
import { NopPage } from './nop-page';

const desk = new Desk({
  connect: (language) => connect('/api', language),
  storage: ownStorage(''),
  notes: ownNotes(''),
  words: vi,
  now: () => new Date(),
  uuid: () => crypto.randomUUID(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  hand: async (workbook, fileName) => download(workbook, fileName),
  describe: ({ refusal }, language) => describeRefusal(refusal, language),
});
listenToOutbox(desk);
addEventListener('online', () => {
  desk.state.set({ online: true });
  void desk.outbox.sendAll();
});
addEventListener('offline', () => desk.state.set({ online: false }));
// A file that misses the box must not replace the page.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => event.preventDefault());

desk.state.set({ online: navigator.onLine });

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
