import type * as fc from 'fast-check';
import type { Model } from './Model';
import type { Browser, World } from '../support';

/** The service under test and its users: a member with two browsers, and an admin. */
export interface Real {
  readonly world: World;
  readonly browsers: readonly Browser[];
  readonly admin: Browser;
  readonly adminSession: SessionRecord;
  readonly user: string;
}

type SessionRecord = Awaited<ReturnType<World['sessionRecords']>>[number];
/** A command for the service, which checks that the response is the one that the model predicts. */
export type Command = fc.AsyncCommand<Model, Real>;

export const command = (
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
): Command => ({
  check: () => true,
  run,
  toString: () => name,
});

export const browserOf = (real: Real, index: number): Browser => {
  const browser = real.browsers[index];
  if (!browser) throw new Error('no such browser');
  return browser;
};
