import { describe, expect, test } from 'vitest';
import { backupForms } from '../e2e/pages/backupForms';
import { forms } from '../e2e/pages/forms';
import { formsWithoutCode } from '../e2e/pages/formsWithoutCode';
import { hardForms } from '../e2e/pages/hardForms';
import { lateForms, refusingForms } from '../e2e/pages/lateForms';
import { openFillPage } from './fillPage';

const code = '482190';

describe('fills nothing on a page without a field for a code', () => {
  test.each(formsWithoutCode)('$name', async ({ body }) => {
    const { fill, others } = await openFillPage(body);
    const before = others();
    expect(await fill(code)).toBe('none');
    expect(others()).toEqual(before);
  });
});

/** Matches fields that must never be filled, even if the user points at them. */
const neverFilled = /captcha|password|card|address|postal/;

describe('never fills, even if the user points at it', () => {
  const pointed = formsWithoutCode.filter(
    ({ name, body }) => body.includes('autofocus') && neverFilled.test(name),
  );
  test.each(pointed)('$name', async ({ body }) => {
    const { fill, others } = await openFillPage(body);
    const before = others();
    expect(await fill(code, 'code', true)).toBe('none');
    expect(others()).toEqual(before);
  });
});

describe('fills correctly, touches no decoy and submits nothing', () => {
  test.each([...hardForms, ...forms, ...lateForms])('$name', async ({ body }) => {
    const { fill, seek, wanted, isEven, others, isSubmitted } = await openFillPage(body);
    const before = others();
    const sought = seek(code);
    expect(sought).toMatch(/field|boxes/);
    expect([wanted(), others()]).toEqual(['', before]);
    expect(await fill(code)).toBe(sought);
    expect(wanted()).toBe(code);
    expect(isEven()).toBe(true);
    expect(others()).toEqual(before);
    expect(isSubmitted()).toBe(false);
  });
});

describe('fills a backup code in the format that the field accepts', () => {
  test.each(backupForms)('$name', async (form) => {
    const { fill, wanted, others } = await openFillPage(form.body);
    const before = others();
    await fill(form.code, 'backup');
    expect(wanted()).toBe(form.held);
    expect(others()).toEqual(before);
  });
});

describe("doesn't report the code as filled if the page doesn't keep it", () => {
  test.each(refusingForms)('$name', async ({ body }) => {
    const { fill } = await openFillPage(body);
    const start = performance.now();
    expect(await fill(code)).toBe('refused');
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
