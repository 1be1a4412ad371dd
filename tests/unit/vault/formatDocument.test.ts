import { describe, expect, test } from 'vitest';
import { loadSealing, systemRandom, toBase64url, unseal } from '../../../lib/crypto';
import { encodeBackup } from '../../../lib/vault/backup/backupCodec';
import { deriveKeys, formatVersion } from '../../../lib/vault/format/keys';
import { pad } from '../../../lib/vault/format/pad';
import { sealRecord } from '../../../lib/vault/format/record';
import { sharedId } from '../../../lib/vault/format/sharedId';
import { recipientFrom, sealSlot } from '../../../lib/vault/format/slotSealing';
import type { SlotHeader } from '../../../lib/vault/format/SlotHeader';
import { kekFromRandomKey } from '../../../lib/vault/keys/slotKeys';
import {
  cut,
  derived,
  fieldNames,
  fieldsOf,
  formulaOf,
  prefixed,
  prefixedAfter,
  textOf,
} from '../../support/formatDocument';
import { vaultWorld } from '../../support/vaultWorld';

const vaultId = systemRandom(16);
const vault = toBase64url(vaultId);
const epoch = 3;
const key = systemRandom(32);
const id = toBase64url(systemRandom(16));
const header: SlotHeader = {
  id,
  type: 'recovery',
  label: '',
  createdAt: 1_800_000_000_000,
  memory: 0,
  passes: 0,
  lanes: 0,
  salt: toBase64url(systemRandom(16)),
  credential: '',
  device: '',
  renew: false,
  pending: false,
};
const number = (bytes: Uint8Array | undefined) =>
  Buffer.from(bytes ?? []).readUIntBE(0, bytes?.length ?? 0);
const slotKey = systemRandom(20);
const kek = kekFromRandomKey(header, slotKey);

const values = {
  'vault key': key,
  'vault id': vaultId,
  "the slot's salt": Buffer.from(header.salt, 'base64url'),
  key: slotKey,
  KEK: kek,
  vault,
  epoch,
  id,
  type: header.type,
};

describe('FORMAT.md', () => {
  test.each(['Record', 'Backup file'])('numbers the fields of "%s" without gaps', (section) => {
    const fields = fieldsOf(section, 500);
    expect(fields.length).toBeGreaterThan(5);
    let end: number | null = 0;
    for (const { offset, length } of fields) {
      expect(offset).toBe(end);
      end = length === null ? null : offset + length;
    }
    expect(end).toBeNull();
  });

  test('describes a written record in its table "Record"', () => {
    const keys = deriveKeys(key, vault, epoch);
    const content = new TextEncoder().encode('{"issuer":"GitHub"}');
    const nonces: Uint8Array[] = [];
    const random = (length: number) => nonces[nonces.push(systemRandom(length)) - 1]!;
    const bytes = sealRecord(keys, { id, version: 70_000 }, content, random);
    const fields = fieldsOf('Record');
    const parts = cut(bytes, fields);
    expect(fields[0]?.what).toBe(`format: ${number(parts.get('format'))}`);
    expect(number(parts.get('format'))).toBe(formatVersion);
    expect(fields[1]?.what).toContain(`cipher: ${number(parts.get('cipher'))} `);
    expect(number(parts.get('version'))).toBe(70_000);
    expect(number(parts.get('epoch'))).toBe(epoch);
    expect(parts.get('nonce')).toEqual(nonces[0]);
    const context = prefixed(prefixedAfter('The associated data is'), {
      ...values,
      version: 70_000,
    });
    const sealKey = {
      key: derived(formulaOf('record key'), values),
      nonce: parts.get('nonce') ?? key,
      context,
    };
    expect(unseal(sealKey, parts.get('content') ?? key)).toEqual(pad(content));
  });

  test('contains the id of the shared record', () => {
    expect(textOf('Record')).toContain(`\`${sharedId}\``);
    expect(Buffer.from(sharedId, 'base64url')).toEqual(Buffer.alloc(16));
  });

  test('describes the stored form of a vault that was set aside', async () => {
    const world = await vaultWorld();
    const made = world.open();
    await made.create('correct horse');
    await made.setAside.startAnew();
    const stored = [...world.local.values].find(([name]) => name.startsWith('vault.aside.'));
    const [name = '', value = ''] = stored ?? [];
    expect(Buffer.from(name.slice('vault.aside.'.length), 'base64url')).toHaveLength(9);
    const parcel = JSON.parse(value) as Record<string, Record<string, object>>;
    const { primary = {} } = parcel['stores'] ?? {};
    const described = textOf('A vault that was set aside');
    for (const field of [parcel, parcel['stores'], primary].flatMap((one) =>
      Object.keys(one ?? {}),
    ))
      expect(described).toContain(`\`${field}\``);
  });

  test("has formulas for an epoch's keys that give the derived keys", () => {
    const keys = deriveKeys(key, vault, epoch);
    expect(derived(formulaOf('record key'), values)).toEqual(keys.record);
    expect(derived(formulaOf('manifest key'), values)).toEqual(keys.manifest);
  });

  test("has formulas for a slot's keys and its sender that match a written slot", async () => {
    const sealing = await loadSealing();
    const recipient = recipientFrom(sealing, header, kek);
    expect(derived(formulaOf('KEK, others'), values)).toEqual(kek);
    expect(derived(formulaOf('psk'), values)).toEqual(recipient.psk);
    const pair = sealing.deriveKeyPair(derived(formulaOf('key pair'), values));
    expect(pair.publicKey).toEqual(recipient.publicKey);
    const slot = sealSlot({ vault, epoch, key }, recipient, { sealing, random: systemRandom });
    expect(Object.keys(slot).toSorted()).toEqual(fieldNames('\n## Slot\n'));
    const sender = Buffer.from(slot.sender, 'base64url');
    expect(sender).toHaveLength(72);
    const list = prefixedAfter('sealed by the sender key with the associated data');
    const sealKey = {
      key: derived(formulaOf('sender key'), values),
      nonce: sender.subarray(0, 24),
      context: prefixed(list, { ...values, 'publicKey as text': slot.publicKey }),
    };
    expect(unseal(sealKey, sender.subarray(24))).toEqual(recipient.psk);
  });

  test('describes how the vault key in a slot is opened', async () => {
    const sealing = await loadSealing();
    const recipient = recipientFrom(sealing, header, kek);
    const slot = sealSlot({ vault, epoch, key }, recipient, { sealing, random: systemRandom });
    const { salt, credential, memory, passes, lanes } = header;
    const fields = {
      ...values,
      salt,
      credential,
      memory,
      passes,
      lanes,
      "publicKey's bytes": recipient.publicKey,
    };
    const opened = sealing.openSealed(
      sealing.deriveKeyPair(derived(formulaOf('key pair'), values)).privateKey,
      {
        psk: derived(formulaOf('psk'), values),
        pskId: Buffer.from(id, 'base64url'),
        info: prefixed(prefixedAfter("psk id is the id's bytes, info is"), fields),
        context: prefixed(prefixedAfter('"vault key"), the associated data is'), fields),
      },
      Buffer.from(slot.sealed, 'base64url'),
    );
    expect(opened).toEqual(key);
  });

  test('describes a written backup in its table "Backup file"', async () => {
    const sealing = await loadSealing();
    const tools = { sealing, random: systemRandom };
    const recipients = [recipientFrom(sealing, header, kek)];
    const bytes = encodeBackup({ vault, createdAt: 5, entries: [], recipients }, tools);
    const length = number(bytes.subarray(10, 14));
    const fields = fieldsOf('Backup file', length);
    const [magic, version, cipher, size, json] = fields.map((field) =>
      bytes.subarray(field.offset, field.offset + (field.length ?? 0)),
    );
    expect(fields[0]?.what).toBe(`the letters ${Buffer.from(magic ?? []).toString()}`);
    expect(fields[1]?.what).toBe(`version: ${number(version)}`);
    expect(fields[2]?.what).toBe(`cipher: ${number(cipher)}`);
    expect(number(size)).toBe(length);
    const read = JSON.parse(Buffer.from(json ?? []).toString()) as { slots: object[] };
    const names = [...Object.keys(read), ...Object.keys(read.slots[0] ?? {})];
    expect(names.toSorted()).toEqual(fieldNames('The header has'));
    const sealed = bytes.subarray(fields.at(-1)?.offset);
    expect((sealed.length - 16) % 256).toBe(0);
  });
});
