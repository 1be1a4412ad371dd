import { type Clock, systemClock } from '../../clock';
import type { ActiveSite, FillOutcome, FillTarget } from '../../platform';
import type { EntrySummary, Vault } from '../../vault';
import type { UsedCodes } from '../state';
import { readCode } from './readCode';
import { recordFill } from './recordFill';

/** Access to a page in the browser for filling codes. */
export interface PageAccess {
  /** Returns what filling a code of this length would do. */
  readonly seekField: (target: FillTarget, length: number) => Promise<FillOutcome>;
  readonly fillPage: (
    target: FillTarget,
    code: string,
    kind?: 'code' | 'backup',
  ) => Promise<FillOutcome>;
  /** Returns the origins of a page's cross-host frames. */
  readonly foreignFrames: (site: ActiveSite) => Promise<readonly string[]>;
  /** Returns the frame of a host that has a field for a code of this length. */
  readonly findFrame: (
    site: ActiveSite,
    host: string,
    length: number,
  ) => Promise<FillTarget | null>;
  /** Whether the user allowed Tessera to access an origin. */
  readonly hasAccess: (origin: string) => Promise<boolean>;
}

/**
 * The result of filling. `used`: the code of this time step was already filled. `frame`: the field may be in a frame
 * of another host that the account is linked to, and the permission for it is missing.
 */
export type FillResult = FillOutcome | 'used' | 'frame';

export interface FillAttempt {
  readonly result: FillResult;
  /** With `frame`: the origin whose permission is missing. */
  readonly origin?: string;
}

export interface FillDeps {
  readonly page: PageAccess;
  readonly vault: Pick<Vault, 'get' | 'update'>;
  /** The corrected time. */
  readonly clock: Clock;
  readonly used: UsedCodes;
  /** Returns the link that matches a host, or null. */
  readonly linkFor: (host: string, links: readonly string[]) => string | null;
}

export const isFilled = (result: string): boolean => result === 'field' || result === 'boxes';

/** Returns the origins of a page's frames of other hosts that an account is linked to. */
export async function linkedFrames(
  { page, linkFor }: Pick<FillDeps, 'page' | 'linkFor'>,
  site: ActiveSite,
  { hosts }: Pick<EntrySummary, 'hosts'>,
): Promise<readonly string[]> {
  if (hosts.length === 0) return [];
  const origins = await page.foreignFrames(site);
  return origins.filter((origin) => linkFor(new URL(origin).hostname, hosts) !== null);
}

/** Searches for the field in the page, then in its frames of hosts that the account is linked to. */
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

/** What to fill, and where. */
export interface FillOrder {
  readonly target: FillTarget;
  readonly entry: Pick<EntrySummary, 'id' | 'otp' | 'hosts'>;
  /** Whether to fill a code that was already filled. */
  readonly again?: boolean;
}

/**
 * Fills an account's code into a page. The caller has verified that the user wants it on this host. No use is recorded
 * and no counter moves until the page shows the code.
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
