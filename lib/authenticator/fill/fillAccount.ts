import { type Clock, systemClock } from '../../clock';
import type { ActiveSite, FillOutcome, FillTarget } from '../../platform';
import type { EntrySummary, Vault } from '../../vault';
import type { UsedCodes } from '../state';
import { readCode } from './readCode';
import { recordFill } from './recordFill';

/** Access to a browser tab's page for filling codes. */
export interface PageAccess {
  /** Returns where a code of `length` digits would be filled, or why it can't be filled. */
  readonly seekField: (target: FillTarget, length: number) => Promise<FillOutcome>;
  readonly fillPage: (
    target: FillTarget,
    code: string,
    kind?: 'code' | 'backup',
  ) => Promise<FillOutcome>;
  /** Returns the origins of the page's frames that belong to other hosts. */
  readonly foreignFrames: (site: ActiveSite) => Promise<readonly string[]>;
  /** Returns the host's frame that has a field for a code of `length` digits, or null. */
  readonly findFrame: (
    site: ActiveSite,
    host: string,
    length: number,
  ) => Promise<FillTarget | null>;
  /** Whether the user gave the extension access to an origin. */
  readonly hasAccess: (origin: string) => Promise<boolean>;
}

/**
 * The result of filling. `used`: the code of this time step was already filled. `frame`: a frame of another host,
 * to which the account is linked, may contain the field, but the extension has no access to the frame.
 */
export type FillResult = FillOutcome | 'used' | 'frame';

export interface FillAttempt {
  readonly result: FillResult;
  /** If the result is `frame`, the origin of the frame to which the extension has no access. */
  readonly origin?: string;
}

export interface FillDeps {
  readonly page: PageAccess;
  readonly vault: Pick<Vault, 'get' | 'update'>;
  /** Returns the machine's time corrected by the clock offset, in milliseconds. */
  readonly clock: Clock;
  readonly used: UsedCodes;
  /** Returns the link that matches a host, or null if none does. */
  readonly linkFor: (host: string, links: readonly string[]) => string | null;
}

export const isFilled = (result: string): boolean => result === 'field' || result === 'boxes';

/** Returns the origins of the page's frames that belong to other hosts and to which the account is linked. */
export async function linkedFrames(
  { page, linkFor }: Pick<FillDeps, 'page' | 'linkFor'>,
  site: ActiveSite,
  { hosts }: Pick<EntrySummary, 'hosts'>,
): Promise<readonly string[]> {
  if (hosts.length === 0) return [];
  const origins = await page.foreignFrames(site);
  return origins.filter((origin) => linkFor(new URL(origin).hostname, hosts) !== null);
}

/** Searches for the code field in the page, then in frames of other hosts to which the account is linked. */
async function findTarget(
  deps: FillDeps,
  target: FillTarget,
  entry: Pick<EntrySummary, 'hosts' | 'otp'>,
): Promise<FillTarget | FillAttempt> {
  const { page } = deps;
  const found = await page.seekField(target, entry.otp.digits);
  if (isFilled(found)) return target;
  if (found !== 'none' || target.frame !== undefined) return { result: found };
  for (const origin of await linkedFrames(deps, target, entry)) {
    if (!(await page.hasAccess(origin))) return { result: 'frame', origin };
    const frame = await page.findFrame(target, new URL(origin).hostname, entry.otp.digits);
    if (frame) return frame;
  }
  return { result: found };
}

/** What to fill, and into which page. */
export interface FillOrder {
  readonly target: FillTarget;
  readonly entry: Pick<EntrySummary, 'id' | 'otp' | 'hosts'>;
  /** Whether to fill a code that was already filled. Default: false. */
  readonly again?: boolean;
}

/**
 * Fills an account's code into a page. The caller must have checked that the user wants this account on this
 * host. The use is recorded and an HOTP counter incremented only once the page shows the code.
 */
export async function fillAccount(
  deps: FillDeps,
  { target, entry, again = false }: FillOrder,
): Promise<FillAttempt> {
  const place = await findTarget(deps, target, entry);
  if ('result' in place) return place;
  const { code, step } = await readCode(deps.vault, deps.clock, entry);
  const isTimed = entry.otp.kind !== 'hotp';
  if (isTimed && !again && (await deps.used.has(entry.id, step))) return { result: 'used' };
  const result = await deps.page.fillPage(place, code);
  if (isFilled(result)) {
    if (isTimed) await deps.used.keep(entry.id, step);
    await recordFill(deps.vault, systemClock, { id: entry.id, step });
  }
  return { result };
}
