import * as v from 'valibot';
import type { EntryStamps } from './EntryStamps';
import { isMoment, isReplicaId, isStamp } from './stamp';

const stamp = v.custom<string>(isStamp);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const atMost = 1000;
const list = <T extends v.GenericSchema>(item: T) =>
  v.optional(v.pipe(v.array(item), v.minLength(1), v.maxLength(atMost)));

/** The schema of a secret with its parameters, within the ranges of lib/otp. */
export const otpValue = v.object({
  kind: v.picklist(['totp', 'hotp', 'steam', 'motp', 'yandex']),
  secret: v.pipe(v.string(), v.regex(/^[\w-]{2,1366}$/)),
  algorithm: v.picklist(['SHA1', 'SHA256', 'SHA512']),
  digits: v.pipe(count, v.minValue(1), v.maxValue(10)),
  period: v.pipe(count, v.minValue(1), v.maxValue(86_400)),
  pin: v.pipe(v.string(), v.maxLength(64)),
});

const text = v.pipe(v.string(), v.maxLength(1024));
const codes = v.pipe(v.array(text), v.maxLength(atMost));
const element = v.strictTuple([text, stamp, v.picklist([0, 1])]);

const entryStamps = v.object({
  at: stamp,
  fields: v.optional(
    v.partial(
      v.object({
        issuer: stamp,
        account: stamp,
        note: stamp,
        icon: stamp,
        pinned: stamp,
        position: stamp,
        deletedAt: stamp,
      }),
    ),
  ),
  otp: v.optional(stamp),
  otherOtps: list(v.strictTuple([stamp, otpValue])),
  codes: v.optional(stamp),
  otherCodes: list(v.strictTuple([stamp, codes])),
  counters: list(v.strictTuple([v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)), count])),
  used: list(v.strictTuple([text, count])),
  tags: list(element),
  hosts: list(element),
  seen: list(v.strictTuple([v.custom<string>(isReplicaId), v.custom<string>(isMoment)])),
});

/** Returns the stamps of an entry, or null if they are missing or invalid. */
export function readStamps(value: unknown): EntryStamps | null {
  if (value === undefined || value === null) return null;
  const result = v.safeParse(entryStamps, value);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema says `| undefined` where the type says optional
  return result.success ? (result.output as EntryStamps) : null;
}
