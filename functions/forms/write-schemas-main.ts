// `npm run schemas`: remakes templates/forms/schema/ after the schemas of the form's files have changed. Run from the
// project's root.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from './write-schemas';

const FOLDER = 'templates/forms/schema';

mkdirSync(FOLDER, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) {
  writeFileSync(join(FOLDER, name), text);
  console.log(`${FOLDER}/${name}`);
}
