/**
 * Records the changes that the vault acknowledged in a ledger, and compares a later state with the ledger. Each
 * account has a unique issuer. Each text field is written by only one browser, so its newest text must survive. Both
 * browsers advance the counters and use backup codes. An account whose issuer starts with `gone` is moved to the
 * trash and then purged by the browser that added it.
 */

/** Returns the issuer of an account that `device` adds as change number `turn`. */
export const issuerOf = (fate, device, turn) => `${fate}-${device}-${turn}`;

const pattern = /^(keep|gone)-[cf]-\d+$/;

/** Returns the field that a browser writes: `c` is Chromium, `f` is Firefox. */
export const fieldOf = (device) => (device === 'c' ? 'note' : 'account');

/** Returns the number of the change that wrote a text, or 0. */
const turnIn = (text) => Number(/^turn (\d+)$/.exec(text)?.[1] ?? 0);

export const textOf = (turn) => `turn ${turn}`;

/** Creates an empty ledger of one browser's acknowledged changes. */
export const newLedger = (device) => ({
  device,
  changes: 0,
  turn: 0,
  added: new Set(),
  trashed: new Set(),
  purged: new Set(),
  texts: new Map(),
  tags: new Set(),
  counters: new Map(),
  used: new Set(),
});

const notes = {
  add: (ledger, { issuer }) => ledger.added.add(issuer),
  text: (ledger, { issuer, turn }) => ledger.texts.set(issuer, turn),
  tag: (ledger, { issuer, tag }) => ledger.tags.add(`${issuer} ${tag}`),
  counter: (ledger, { issuer, counter }) => ledger.counters.set(issuer, counter),
  use: (ledger, { issuer, code }) => ledger.used.add(`${issuer} ${code}`),
  remove: (ledger, { issuer }) => ledger.trashed.add(issuer),
  purge: (ledger, { issuer }) => ledger.purged.add(issuer),
};

/** Records one acknowledged change in the ledger. */
export const enter = (ledger, change) => {
  ledger.changes++;
  ledger.turn = change.turn;
  notes[change.kind](ledger, change);
};

/**
 * Compares a state with a ledger.
 * @param {ReturnType<typeof newLedger>} ledger
 * @param {readonly object[]} entries as the writing page reports them
 * @returns {{ lost: string[], back: string[], unused: string[], strange: string[] }} acknowledged changes that are
 * lost, counters that decreased, used codes that are unused again, and accounts that are duplicate or unknown
 */
export const verdictOn = (ledger, entries) => {
  const byIssuer = new Map(entries.map((entry) => [entry.issuer, entry]));
  const field = fieldOf(ledger.device);
  const lost = [];
  for (const issuer of ledger.added)
    if (issuer.startsWith('keep') && (byIssuer.get(issuer)?.trashed ?? true))
      lost.push(`${issuer} is missing`);
  for (const issuer of ledger.trashed)
    if (byIssuer.get(issuer)?.trashed === false) lost.push(`${issuer} left the trash`);
  for (const issuer of ledger.purged)
    if (byIssuer.has(issuer)) lost.push(`${issuer} came back after its purge`);
  for (const [issuer, turn] of ledger.texts) {
    const found = byIssuer.get(issuer);
    if (found && turnIn(found[field]) < turn)
      lost.push(`${issuer}: ${field} of turn ${turnIn(found[field])} in place of ${turn}`);
  }
  for (const key of ledger.tags) {
    const [issuer = '', tag] = key.split(' ');
    if (byIssuer.get(issuer)?.tags.includes(tag) === false) lost.push(`${key}: no tag`);
  }
  const back = [...ledger.counters]
    .filter(([issuer, counter]) => byIssuer.get(issuer)?.counter < counter)
    .map(([issuer, counter]) => `${issuer}: ${byIssuer.get(issuer)?.counter} after ${counter}`);
  const unused = [...ledger.used].filter((key) => {
    const [issuer = '', code] = key.split(' ');
    return byIssuer.get(issuer)?.used.includes(code) === false;
  });
  const strange = entries
    .map(({ issuer }) => issuer)
    .filter((issuer, at, all) => !pattern.test(issuer) || all.indexOf(issuer) !== at);
  return { lost, back, unused, strange };
};

/** Serializes a state for comparison. */
export const print = (entries) =>
  JSON.stringify(entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
