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

const typing = (act: string) =>
  `<form><input data-wanted name="otp"></form>
  <script>document.querySelector('[name=otp]').addEventListener('input', ({ target }) => { ${act} });</script>`;

const row = (act: string) => `<h1>Two-factor authentication</h1><p>Enter the 6-digit code.</p>
  <form>${'<input data-wanted maxlength="1" style="width:40px;height:50px">'.repeat(6)}</form>
  <script>const B = [...document.querySelectorAll('[data-wanted]')]; ${act}</script>`;

const leave = "location.replace('about:blank');";

describe('types slowly if the page undoes fast typing and accepts no pasted code', () => {
  test.each([
    [
      'boxes that are emptied before the last digit of the first attempt',
      row(
        `B.at(-1).addEventListener('input', () => { for (const one of B) one.value = ''; }, { once: true });`,
      ),
    ],
    [
      'boxes that are drawn 50 ms later from the state of the last draw',
      row(`let state = Array(6).fill(''); const draw = () => { const seen = state;
        B.forEach((one, at) => { one.value = seen[at]; one.oninput = () => {
          state = seen.with(at, one.value); setTimeout(draw, 50); }; }); };
        draw();`),
    ],
    [
      'a field that takes one more character at a time',
      typing(`const { value } = target, held = target.dataset.held ?? '';
        if (value.length > held.length + 1) target.value = held;
        else target.dataset.held = value;`),
    ],
  ])('%s', async (_, body) => {
    const { fillPatiently, wanted } = await openFillPage(body);
    expect(await fillPatiently(code)).toBe('held');
    expect(wanted()).toBe(code);
  });
});

test('pastes into a field that undoes typed text in the next frame', async () => {
  const { fillPatiently, wanted } =
    await openFillPage(`<form><input data-wanted name="otp"></form><script>
    const one = document.querySelector('[name=otp]');
    let state = '';
    one.addEventListener('input', () => requestAnimationFrame(() => { one.value = state; }));
    one.addEventListener('paste', (event) => {
      event.preventDefault();
      state = event.clipboardData.getData('text/plain');
      one.value = state;
    });
  </script>`);
  expect(await fillPatiently(code)).toBe('held');
  expect(wanted()).toBe(code);
});

/** Counts the input events of a page's field in the field itself. */
const count = 'target.dataset.inputs = Number(target.dataset.inputs ?? 0) + 1;';

describe('stops changing the page once the time limit has passed', () => {
  test.each([
    [
      'boxes',
      row(`B[0].addEventListener('input', ({ target }) => { ${count} });`).replaceAll(
        'maxlength="1"',
        '',
      ),
    ],
    ['a field', typing(count)],
  ])('%s', async (_, body) => {
    const { fillPatiently, page, wanted, isEven } = await openFillPage(body);
    expect(await fillPatiently(code, () => wanted() === code)).toBe('other');
    expect([wanted(), isEven()]).toEqual([code, true]);
    expect(page.querySelector<HTMLElement>('[data-inputs]')?.dataset['inputs'] ?? '1').toBe('1');
  });
});

describe('a page that navigates', () => {
  test.each([
    ['a field', typing(leave), 'field'],
    ['boxes', row(`B.at(-1).addEventListener('input', () => { ${leave} });`), 'boxes'],
  ])('counts as filled if the code was complete: %s', async (_, body, outcome) => {
    const { fill } = await openFillPage(body);
    expect(await fill(code)).toBe(outcome);
  });

  test.each([
    ['at the first digit', row(`B[0].addEventListener('input', () => { ${leave} });`)],
    [
      'after a digit was lost',
      row(`B[0].addEventListener('input', () => { B[0].value = ''; });
        B.at(-1).addEventListener('input', () => { ${leave} });`),
    ],
    [
      'at a key press that it handles itself',
      `<form><input data-wanted name="otp"></form><script>
        document.querySelector('[name=otp]').addEventListener('keydown', (event) => {
          event.preventDefault(); ${leave} });
      </script>`,
    ],
  ])("doesn't count as filled: %s", async (_, body) => {
    const { fill } = await openFillPage(body);
    expect(await fill(code)).toBe('refused');
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
