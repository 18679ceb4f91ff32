// Where the file goes in: by the button, which every keyboard and screen reader knows, or by dropping it.

import { useId, useState } from 'preact/hooks';
import { reportInFile } from '../file/report-in-file';
import type { Part } from '../parts/part';

const TYPES = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function Drop({ desk, state }: Part) {
  const { words, fileName } = state;
  const [over, setOver] = useState(false);
  const field = useId();
  const take = (file: File | undefined): void => {
    setOver(false);
    if (file) void desk.use(reportInFile(file));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same by keyboard
    <div
      class={`drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files[0]);
      }}
    >
      <p>{fileName ? words.fileIs(fileName) : words.drop}</p>
      <input
        id={field}
        class="unseen"
        type="file"
        accept={TYPES}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file, corrected and chosen again, is another file.
          event.currentTarget.value = '';
        }}
      />
      <label class="button" for={field}>
        {fileName ? words.chooseOther : words.choose}
      </label>
    </div>
  );
}
