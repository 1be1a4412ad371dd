import { expect, openBrowser, test } from './fixtures';
import { watchRequests } from './watchRequests';

test('the popup, the companion page and the manage page open without an error', async ({
  context,
  at,
}) => {
  for (const name of ['popup.html', 'options.html', 'manage.html']) {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(at(name));
    await expect(page.locator('main')).toBeAttached();
    expect(errors, name).toEqual([]);
  }
});

const reach = () =>
  fetch('http://tessera.invalid/').then(
    () => 'answered',
    () => 'refused',
  );

test('neither a page of the extension nor its background can reach the network', async ({
  context,
  at,
}) => {
  const page = await context.newPage();
  await page.goto(at('popup.html'));
  expect(await page.evaluate(reach)).toBe('refused');
  expect(await context.serviceWorkers()[0]?.evaluate(reach)).toBe('refused');
});

test('the network guard of these tests notices a request from a web page', async () => {
  const context = await openBrowser({ headless: true });
  const requests = watchRequests(context);
  const page = await context.newPage();
  await page.goto('data:text/html,<h1>A page</h1>');
  await page.evaluate(reach);
  expect(requests()).toEqual(['http://tessera.invalid/']);
  await context.close();
});
