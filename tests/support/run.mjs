// npm test: installs what is missing, then runs every part of the suite, or only the named parts. Uses only
// Node's own modules, because no package may be installed yet. The last line is `N passed, N failed`, the total
// of all parts.
import { installPackages, installTools } from './install.mjs';
import { parts } from './parts.mjs';
import { runKept } from './processes.mjs';

const names = parts.map(({ name }) => name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.log(`No part is called ${unknown.join(', ')}. The parts: ${names.join(', ')}.`);
  process.exit(1);
}

const total = { passed: 0, failed: 0 };
/** The failures, which are printed again at the end because the output above can be long. */
const failed = [];

/** Prints one line for a finished part, and its whole output if something failed. */
const report = (name, counts, { output = '', seconds = 0 } = {}, failures = []) => {
  const { passed, skipped = 0 } = counts;
  total.passed += passed;
  total.failed += counts.failed;
  if (counts.failed) failed.push(name, ...failures.map((failure) => `  ${failure}`));
  const facts = [
    `${passed} passed`,
    `${counts.failed} failed`,
    ...(skipped ? [`${skipped} skipped`] : []),
  ];
  console.log(
    `${counts.failed ? '✗' : '✓'} ${name.padEnd(12)} ${facts.join(', ')} (${seconds.toFixed(1)} s)`,
  );
  if (counts.failed) console.log(output);
};

const finish = () => {
  if (failed.length > 0) console.log(['Failed:', ...failed].join('\n'));
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
};

const started = performance.now();
const before = parts.flatMap(({ name, after }) => (asked.includes(name) ? after : []));
const chosen = parts.filter(({ name, onDemand }) =>
  asked.length === 0 ? !onDemand : [...asked, ...before].includes(name),
);

if (!installPackages()) {
  report('packages', { passed: 0, failed: 1 });
  finish();
}
if (!installTools([...new Set(chosen.flatMap(({ needs }) => needs))])) {
  report('tools', { passed: 0, failed: 1 });
  finish();
}

// Generates the types of the locale texts and the browser API, which all other parts need.
const prepared = await runKept('wxt', ['prepare']);
if (!prepared.ok) {
  report('prepare', { passed: 0, failed: 1 }, prepared);
  finish();
}

/** Splits the parts into groups, which run one after the other. The parts of a group run at the same time. */
const groups = [];
for (const part of chosen) {
  const last = groups.at(-1);
  if (part.besideOthers && last?.length === 1 && last[0].besideOthers) last.push(part);
  else groups.push([part]);
}

for (const group of groups)
  await Promise.all(
    group.map(async ({ name, run }) => {
      console.log(`… ${name}`);
      const { counts, result, failures } = await run();
      report(name, counts, result, failures);
    }),
  );

console.log(`Done in ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
finish();
