import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, extensionFolder, test } from './fixtures';

test("the package contains the QR reader's wasm file and no CDN address", () => {
  const files = readdirSync(extensionFolder, { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => /zxing_reader-[\w-]+\.wasm$/.test(name))).toHaveLength(1);
  const naming = files
    .filter((name) => /\.(js|html|css|json)$/.test(name))
    .filter((name) =>
      /jsdelivr|unpkg|cdnjs|\bcdn\./i.test(readFileSync(join(extensionFolder, name), 'utf8')),
    );
  expect(naming).toEqual([]);
});
