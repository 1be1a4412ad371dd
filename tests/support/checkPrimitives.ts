import { openSecretstream, utf8, type Derive } from '../../lib/crypto';
import argon2idVectors from '../vectors/crypto/argon2id.json';
import scryptVectors from '../vectors/crypto/scrypt.json';
import secretstreamVectors from '../vectors/transfer/secretstream.json';
import { checks, fromHex, toHex, type Group, type Vector } from './wycheproof';

/** The result for one file of vectors. `wrong` lists the vectors that differ from the published values. */
export interface Checked {
  readonly name: string;
  readonly vectors: number;
  readonly wrong: readonly number[];
}

/**
 * The environment's key derivation. `without` returns whether to skip a vector that the environment can't
 * compute.
 */
export interface PrimitivesDeps {
  readonly derive: Derive;
  readonly without: (name: string, group: Group, vector: Vector) => boolean;
}

/** Imports the vectors as text, so that the compiler doesn't infer the type of half a million bytes. */
const files = import.meta.glob<string>('../vectors/wycheproof/*_test.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

async function wycheproof(name: string, without: PrimitivesDeps['without']): Promise<Checked> {
  const check = checks[name];
  const text = files[`../vectors/wycheproof/${name}_test.json`];
  if (!check || !text) throw new Error(`No vectors for ${name}`);
  const { testGroups } = JSON.parse(text) as { testGroups: readonly Group[] };
  let vectors = 0;
  const wrong: number[] = [];
  for (const group of testGroups)
    for (const vector of group.tests) {
      if (without(name, group, vector)) continue;
      vectors++;
      if (!(await check(vector, group))) wrong.push(vector.tcId);
    }
  return { name, vectors, wrong };
}

async function each<T>(
  name: string,
  vectors: readonly T[],
  isRight: (vector: T) => boolean | Promise<boolean>,
): Promise<Checked> {
  const wrong: number[] = [];
  for (const [at, vector] of vectors.entries()) if (!(await isRight(vector))) wrong.push(at);
  return { name, vectors: vectors.length, wrong };
}

/** Checks the extension's primitives against every published vector. */
export async function checkPrimitives({
  derive,
  without,
}: PrimitivesDeps): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const name of Object.keys(checks)) checked.push(await wycheproof(name, without));
  return [
    ...checked,
    await each('argon2id', argon2idVectors, async ({ passphrase, salt, key, ...costs }) => {
      const task = { kind: 'argon2id' as const, ...costs };
      return toHex(await derive({ ...task, password: utf8(passphrase), salt: utf8(salt) })) === key;
    }),
    await each('scrypt', scryptVectors, async ({ password, salt, key, ...costs }) => {
      const task = { kind: 'scrypt' as const, ...costs };
      return toHex(await derive({ ...task, password: utf8(password), salt: utf8(salt) })) === key;
    }),
    await each('secretstream', secretstreamVectors, ({ key, header, sealed, message }) => {
      const opened = openSecretstream(
        { key: fromHex(key), header: fromHex(header) },
        fromHex(sealed),
      );
      return opened !== null && toHex(opened) === message;
    }),
  ];
}
