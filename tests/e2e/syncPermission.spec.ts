import { person, startWebdav } from '../support/webdavServers.mjs';
import { answerBrowser } from './answerBrowser';
import { passphrase } from './authenticator';
import { test } from './desktop';
import { hands } from './hands';

test('sync says why it reached no server if the user refuses access, and asks again at the next click', async ({
  desktop,
}) => {
  const server = await startWebdav('apache');
  const { companion, press } = desktop;
  const page = hands(companion);
  await companion.bringToFront();
  await companion.goto(new URL('manage.html#/create', companion.url()).href);
  await page.fill('Passphrase', passphrase);
  await page.fill('Confirm passphrase', passphrase);
  await page.click('Create vault');
  await companion.locator('nav').wait();
  await companion.evaluate(`location.hash = '#/sync'`);
  await page.fill('Folder address', `${server.address}Tessera`);
  await page.fill('User name', person.user);
  await page.fill('App password', person.password);

  const shows = (text: string) =>
    companion.evaluate((words) => document.body.innerText.includes(words), text);
  const answer = (keys: readonly string[], text: string) =>
    answerBrowser({ ask: () => page.click('Test'), press, keys, isAnswered: () => shows(text) });
  await answer(['Escape'], 'Tessera may not connect to this server.');
  await answer(['Tab', 'Return'], 'The folder works.');
  await server.stop();
});
