import { sealAesGcm, utf8, type Random } from '../crypto';
import { encodeBase32, encodeHex, type Otp } from '../otp';
import { toBase64 } from './base64';
import { fileName } from './fileName';
import type { WriteTools, Written } from './Format';
import type { ImportedAccount } from './ImportedAccount';
import { uuid } from './uuid';

/** The scrypt parameters that Aegis itself uses: 2^15, 8 and 1. */
const costs = { cost: 2 ** 15, blockSize: 8, lanes: 1 };

/** Writes an Aegis vault, unencrypted or with one password slot. Aegis supports every kind of account. */
export async function writeAegis(
  accounts: readonly ImportedAccount[],
  tools: WriteTools,
): Promise<Written> {
  const db = dbOf(accounts, tools.random);
  const name = tools.password === null ? 'aegis-plain' : 'aegis';
  const vault =
    tools.password === null
      ? { version: 1, header: { slots: null, params: null }, db }
      : await encrypt(db, tools.password, tools);
  return {
    name: fileName(name, tools.now, 'json'),
    text: JSON.stringify(vault, null, 4),
    left: [],
  };
}

function dbOf(accounts: readonly ImportedAccount[], random: Random) {
  const tags = [...new Set(accounts.flatMap((account) => account.tags ?? []))];
  const groups = tags.map((name) => ({ uuid: uuid(random), name }));
  const entries = accounts.map((account) => ({
    type: account.otp.kind,
    uuid: uuid(random),
    name: account.account,
    issuer: account.issuer,
    note: account.note ?? '',
    favorite: account.pinned ?? false,
    icon: null,
    info: infoOf(account.otp),
    groups: groups.filter(({ name }) => account.tags?.includes(name)).map((group) => group.uuid),
  }));
  return { version: 3, entries, groups };
}

function infoOf(otp: Otp) {
  const algo = otp.kind === 'motp' ? 'MD5' : otp.algorithm;
  const common = { secret: encodeBase32(otp.secret), algo, digits: otp.digits };
  if (otp.kind === 'hotp') return { ...common, counter: otp.counter };
  return { ...common, period: otp.period, ...(otp.pin && { pin: otp.pin }) };
}

async function encrypt(db: unknown, password: string, { derive, random }: WriteTools) {
  const [master, salt] = [random(32), random(32)];
  const slotKey = await derive({ kind: 'scrypt', password: utf8(password), salt, ...costs });
  const key = await sealPart({ key: slotKey, plaintext: master }, random);
  const body = await sealPart({ key: master, plaintext: utf8(JSON.stringify(db)) }, random);
  const slot = {
    type: 1,
    uuid: uuid(random),
    key: encodeHex(key.sealed),
    key_params: key.params,
    n: costs.cost,
    r: costs.blockSize,
    p: costs.lanes,
    salt: encodeHex(salt),
    repaired: true,
    is_backup: false,
  };
  return { version: 1, header: { slots: [slot], params: body.params }, db: toBase64(body.sealed) };
}

/** Encrypts bytes as Aegis does, with nonce and tag stored separately from the ciphertext. */
async function sealPart(
  { key, plaintext }: { readonly key: Uint8Array; readonly plaintext: Uint8Array },
  random: Random,
) {
  const nonce = random(12);
  const sealed = await sealAesGcm({ key, nonce }, plaintext);
  return {
    sealed: sealed.subarray(0, -16),
    params: { nonce: encodeHex(nonce), tag: encodeHex(sealed.subarray(-16)) },
  };
}
