// The JSON Schemas that editors use are those the loader judges by.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonSchemas } from '../../../functions/forms/write-schemas';

const FOLDER = resolve(__dirname, '../../../templates/forms/schema');

describe('templates/forms/schema', () => {
  test.each(Object.entries(jsonSchemas()))('%s is up to date; if not, run: npm run schemas', (name, text) => {
    expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
  });

  test('holds one schema for each file of a form, and nothing else', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(jsonSchemas()).sort());
  });

  test('a published form points its editor at them', () => {
    for (const name of Object.keys(jsonSchemas())) {
      const yaml = readFileSync(join(FOLDER, '../khoa-giao/2024.1', name.replace('.schema.json', '.yaml')), 'utf8');
      expect(yaml.split('\n')[0]).toBe(`# yaml-language-server: $schema=../../schema/${name}`);
    }
  });
});
