import type { Page } from '@playwright/test';
import { expect, test as base } from './fixtures';
import { fillScript } from './fillScript';
import { openSite } from './openSite';
import { backupForms } from './pages/backupForms';
import type { LoginForm } from './pages/formParts';
import { forms } from './pages/forms';
import { hardForms } from './pages/hardForms';
import { lateForms, refusingForms } from './pages/lateForms';
import { formsWithoutCode } from './pages/formsWithoutCode';

const host = '127.0.0.1';
const all = [
  ...forms,
  ...hardForms,
  ...lateForms,
  ...refusingForms,
  ...formsWithoutCode,
  ...backupForms,
];

/** Records every submission, and prevents it from leaving the page. */
const watched = `<script>
  addEventListener('submit', (event) => { event.preventDefault(); document.title = 'submitted'; });
</script>`;

/** Provides `open`, which shows a form and injects the extension's fill script. */
const test = base.extend<{ open: (form: LoginForm) => Promise<void> }>({
  open: async ({ page }, use) => {
    const elsewhere = await openSite({ '/': '<input name="otp" autocomplete="one-time-code">' });
    const site = await openSite(
      Object.fromEntries(
        all.map(({ body }, at) => [
          `/${at}`,
          watched + body.replace('https://elsewhere.test', elsewhere.origin),
        ]),
      ),
    );
    await use(async (form) => {
      await page.goto(`${site.origin}/${all.indexOf(form)}`);
      await page.addScriptTag({ content: fillScript });
    });
    site.close();
    elsewhere.close();
  },
});

const [plain] = forms;

const fill = (page: Page, code: string, forHost = host, kind = 'code', name = 'tesseraFill') =>
  page.evaluate(`${name}(${[code, forHost, kind].map((one) => JSON.stringify(one)).join()})`);

const valuesOf = (inputs: (HTMLElement | SVGElement)[]) =>
  inputs.map((input) => (input as HTMLInputElement).value);

/**
 * Returns two lists of field values, from every frame and open shadow tree: those of the fields that want the
 * code, and those of all other fields.
 */
async function values(page: Page): Promise<{ wanted: string; others: string[] }> {
  const wanted: string[] = [];
  const others: string[] = [];
  for (const frame of page.frames()) {
    wanted.push(...(await frame.locator('[data-wanted]').evaluateAll(valuesOf)));
    others.push(...(await frame.locator('input:not([data-wanted])').evaluateAll(valuesOf)));
  }
  return { wanted: wanted.join(''), others };
}

for (const [kind, some, fewest] of [
  ['ordinary', forms, 40],
  ['hard', hardForms, 50],
  ['late', lateForms, 10],
] as const)
  test(`fills all ${some.length} ${kind} forms correctly, touches no decoy, and submits nothing`, async ({
    page,
    open,
  }) => {
    test.slow();
    expect(some.length).toBeGreaterThanOrEqual(fewest);
    for (const form of some) {
      await open(form);
      const before = await values(page);
      const { others } = before;
      const sought = await fill(page, '482190', host, 'code', 'tesseraSeek');
      expect(await values(page), form.name).toEqual(before);
      const filled = await fill(page, '482190');
      expect.soft({ form: form.name, filled, ...(await values(page)) }).toEqual({
        form: form.name,
        filled: sought,
        wanted: '482190',
        others,
      });
      expect.soft(sought, form.name).toMatch(/field|boxes/);
      expect(await page.title(), form.name).not.toBe('submitted');
    }
  });

test("reports a failure within two seconds if the page doesn't keep the code", async ({
  page,
  open,
}) => {
  for (const form of refusingForms) {
    await open(form);
    const start = Date.now();
    expect.soft(await fill(page, '482190'), form.name).toBe('refused');
    expect.soft(Date.now() - start, form.name).toBeLessThan(3000);
    expect(await page.evaluate('1 + 1')).toBe(2);
  }
});

test('fills a form that submits itself once the code is complete', async ({ page, open }) => {
  const boxes = forms.find(({ name }) => name === 'six boxes of one character');
  if (boxes) await open(boxes);
  await page.evaluate(() => {
    const row = [...document.querySelectorAll<HTMLInputElement>('[data-wanted]')];
    row.at(-1)?.addEventListener('input', () => {
      for (const box of row) box.remove();
    });
  });
  expect(await fill(page, '482190')).toBe('boxes');
});

test('fills nothing on a page that wants no code', async ({ page, open }) => {
  for (const form of formsWithoutCode) {
    await open(form);
    const before = await values(page);
    expect.soft(await fill(page, '482190'), form.name).toBe('none');
    expect.soft(await values(page), form.name).toEqual(before);
  }
});

/** Matches fields that must never be filled, even if the user points at them. */
const neverFilled = /captcha|password|card|address|postal/;

test('fills the field that the user points at, unless it is for a password, card, address or captcha', async ({
  page,
  open,
}) => {
  const focused = formsWithoutCode.filter(({ body }) => body.includes('autofocus'));
  for (const form of focused) {
    await open(form);
    const before = await values(page);
    const outcome = await page.evaluate(`tesseraFill('482190', '${host}', 'code', false, true)`);
    const isNever = neverFilled.test(form.name);
    expect.soft({ form: form.name, outcome }).toEqual({
      form: form.name,
      outcome: isNever ? 'none' : 'field',
    });
    const after = await values(page);
    if (isNever) expect.soft(after, form.name).toEqual(before);
    else expect.soft(after.others, form.name).toContain('482190');
  }
  expect(focused.filter(({ name }) => neverFilled.test(name)).length).toBeGreaterThanOrEqual(8);
  expect(focused.some(({ name }) => !neverFilled.test(name))).toBe(true);
});

test('fills nothing on a page that has navigated to another host', async ({ page, open }) => {
  if (plain) await open(plain);
  expect(await fill(page, '482190', 'bank.test')).toBe('elsewhere');
  expect((await values(page)).wanted).toBe('');
});

test('fills codes of five to eight characters', async ({ page, open }) => {
  for (const code of ['4821903', '48219037', 'K7QF2']) {
    if (plain) await open(plain);
    expect(await fill(page, code)).toBe('field');
    expect((await values(page)).wanted).toBe(code);
  }
});

test('fills a backup code into its field in the format that the field accepts, and never fills a one-time code there', async ({
  page,
  open,
}) => {
  for (const form of backupForms) {
    await open(form);
    const { others } = await values(page);
    await fill(page, form.code, host, 'backup');
    expect({ form: form.name, ...(await values(page)) }).toEqual({
      form: form.name,
      wanted: form.held,
      others,
    });
  }
  const alone = backupForms.find(({ name }) => name === 'German');
  if (alone) await open(alone);
  expect(await fill(page, '482190')).toBe('none');
});
