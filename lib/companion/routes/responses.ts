import * as v from 'valibot';

/** Schemas shared by the responses of several routes. */
export const id = v.string();
export const integer = v.pipe(v.number(), v.integer());
/** A time in milliseconds since the Unix epoch. */
export const time = v.pipe(integer, v.description('Milliseconds since the Unix epoch.'));
export const maybeTime = v.nullable(time);

export const done = v.strictObject({ done: v.literal(true) });
export const sent = v.strictObject({ sent: v.literal(true) });
/** The new bearer token. The previous token stays valid until the new token is used. */
export const token = v.strictObject({ token: v.string() });
export const email = v.strictObject({ email: v.string() });
export const backupCodes = v.array(v.string());
export const method = v.picklist(['password', 'google']);
export const factorState = v.picklist(['off', 'invited', 'reset', 'on']);
export const progress = v.nullable(v.strictObject({ done: integer, total: integer }));

/** The content of a setup, which is returned once. */
export const setup = v.strictObject({
  enrolment: id,
  otpauth: v.string(),
  secretKey: v.string(),
  backupCodes,
  lifetime: integer,
});

export const signedIn = v.strictObject({ state: v.literal('signed-in'), token: v.string() });

const waiting = {
  challenge: v.string(),
  account: v.string(),
  methods: v.array(v.picklist(['code', 'backup-code'])),
  adminCanHelp: v.boolean(),
  mailed: v.boolean(),
};

export const signIn = v.variant('state', [
  signedIn,
  v.strictObject({ state: v.literal('challenge'), ...waiting }),
  v.strictObject({ state: v.literal('set-up'), ...waiting }),
]);

export const invitation = v.strictObject({ id, email: v.string(), expiresAt: time });
