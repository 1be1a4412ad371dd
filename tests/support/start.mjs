// npm start: installs, builds, and opens a browser with the extension. Uses only Node's own modules, because no
// package may be installed yet.
import { findChromium, findFirefox } from './browsers.mjs';
import { installPackages, installTools } from './install.mjs';
import { runKept, runShownWithOwnNode } from './processes.mjs';

const usage = `npm start                     Chromium, Chrome or Edge, on a profile that is kept in .profile/
npm start -- --firefox        Firefox instead
npm start -- --fresh          on an empty profile that is thrown away afterwards`;

const options = new Set(process.argv.slice(2));
const firefox = options.delete('--firefox');
const fresh = options.delete('--fresh');
const folder = firefox ? '.output/firefox-mv3' : '.output/chrome-mv3';
const byHand = firefox
  ? `in Firefox open about:debugging#/runtime/this-firefox, "Load Temporary Add-on…", and choose ${folder}/manifest.json`
  : `in Chromium, Chrome or Edge open chrome://extensions, turn on "Developer mode", "Load unpacked", and choose ${folder}`;

const stop = (words) => {
  console.log(words);
  process.exit(1);
};

if (options.size > 0) stop(usage);
if (!installPackages()) stop('The npm packages could not be installed; see the lines above.');

console.log('Building …');
const target = firefox ? ['-b', 'firefox'] : [];
const build = await runKept('wxt', ['build', ...target], { env: { CI: 'true' } });
if (!build.ok) stop(build.output);

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
if (!hasDisplay)
  stop(`Built, but there is no display here to open a browser on. By hand: ${byHand}.`);

const find = firefox ? findFirefox : findChromium;
if (find() === null) installTools([firefox ? 'Firefox' : 'Chromium']);
const path = find();
if (path === null) stop(`Built, but no browser was found. By hand: ${byHand}.`);

console.log(`Opening ${path}; close it, or press Ctrl+C here, to end.`);
const ended = runShownWithOwnNode('tests/support/openBrowser.mjs', [
  firefox ? 'firefox' : 'chrome',
  fresh ? 'fresh' : 'kept',
]);
if (!ended) stop(`The browser did not take the extension. By hand: ${byHand}.`);
