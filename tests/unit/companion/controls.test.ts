import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const rows = readFileSync('lib/companion/CONTROLS.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (control|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, control = '', , where = '', cases = '']) => ({
    control,
    file: where.replaceAll('`', ''),
    cases: cases.split(', ').map(Number),
  }));

/** The case numbers at the start of test titles. */
const tested = new Set(
  ['tests/unit/companion', 'tests/unit/messages'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.test.ts'))
      .flatMap((name) =>
        [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/['"`](\d+): /g)].map(([, number]) =>
          Number(number),
        ),
      ),
  ),
);

describe('the list of controls', () => {
  test('names an existing file and tested cases in every row', () => {
    expect(rows.length).toBeGreaterThan(30);
    for (const { control, file, cases } of rows) {
      expect(existsSync(`lib/companion/${file}`), `${control}: ${file}`).toBe(true);
      for (const number of cases) expect(tested, `${control}: case ${number}`).toContain(number);
    }
  });

  test('has a test for every case of the specification', () => {
    const all = Array.from({ length: 108 }, (_, index) => index + 1);
    expect(all.filter((number) => !tested.has(number))).toEqual([]);
  });
});
