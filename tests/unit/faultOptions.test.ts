import { expect, test } from 'vitest';
import { faultOptions } from '../faults/faultOptions.mjs';

test('npm run faults kills a browser if no other fault is chosen', () => {
  expect(faultOptions([])).toMatchObject({ kills: '25' });
  expect(faultOptions(['--browser', 'firefox', '--rotate', '5'])).toMatchObject({ kills: '25' });
});

test('npm run faults runs only the chosen faults', () => {
  expect(faultOptions(['--kills', '2000'])).toMatchObject({ kills: '2000' });
  for (const chosen of [['--damage'], ['--private'], ['--update', 'b293807'], ['--sync', '20']])
    expect(faultOptions(chosen)).toMatchObject({ kills: '0' });
});

test('--control without a number means once', () => {
  expect(faultOptions(['--sync', '6', '--control'])).toMatchObject({ control: '1', sync: '6' });
  expect(faultOptions(['--control', '2'])).toMatchObject({ control: '2', kills: '0' });
});
