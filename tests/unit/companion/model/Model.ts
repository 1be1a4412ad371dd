import { minute, hour, day } from '../support';

/** A minimal model of the account service with one member, two browsers and one admin. */
export interface Model {
  factor: Factor | null;
  pending: {
    session: Session;
    secretKey: string;
    codes: string[];
    enrolment: string;
    ends: number;
  } | null;
  enforced: boolean;
  /** The session of each browser, or null. */
  sessions: (Session | null)[];
  challenges: Challenge[];
  lock: { strikes: number; total: number; level: number; until: number; lastAt: number };
  sudoTries: number[];
  resetAt: number;
  /** The number of commands, except reads and malformed requests. */
  commands: number;
  /** The accepted time steps of each secret. Used only by the checks after a sequence. */
  acceptedSteps: Map<string, number[]>;
  spent: string[];
  shown: string[];
}

export interface Factor {
  state: 'on' | 'invited' | 'reset';
  secretKey: string;
  last: number;
  codes: Set<string> | null;
  /** Whether the backup codes count as seen. If not, the next sign-in by code shows new codes. */
  seen: boolean;
  ends: number | null;
}

export interface Session {
  created: number;
  seen: number;
  auth: number;
  factor: number;
}

export interface Challenge {
  browser: number;
  token: string;
  tries: number;
  ends: number;
}

export const newModel = (): Model => ({
  factor: null,
  pending: null,
  enforced: false,
  sessions: [null, null],
  challenges: [],
  lock: { strikes: 0, total: 0, level: 0, until: 0, lastAt: 0 },
  sudoTries: [],
  resetAt: 0,
  commands: 0,
  acceptedSteps: new Map(),
  spent: [],
  shown: [],
});

/** Returns the session of a browser if it hasn't ended, and records its use. */
export function useSession(model: Model, browser: number, now: number): Session | null {
  const session = model.sessions[browser];
  if (!session || now - session.seen > hour || now - session.created > day) return null;
  if (now - session.seen >= minute) session.seen = now;
  return session;
}

export const isProven = ({ factor }: Model, session: Session, now: number): boolean =>
  now - (factor?.state === 'on' ? session.factor : session.auth) <= 5 * minute;

export function strike({ lock }: Model, now: number): void {
  if (now - lock.lastAt > day && lock.until <= now) lock.level = 0;
  lock.strikes += 1;
  lock.total += 1;
  lock.lastAt = now;
  if (lock.strikes < 10) return;
  lock.strikes = 0;
  lock.until = now + Math.min(15 * minute * 2 ** lock.level, day);
  lock.level += 1;
}

export function succeed({ lock }: Model): void {
  lock.strikes = 0;
  lock.total = 0;
}

export function endOthers(model: Model, session: Session | null): void {
  model.sessions = model.sessions.map((each) => (each === session ? each : null));
}

export function freshLock(model: Model): void {
  model.lock = { strikes: 0, total: 0, level: 0, until: 0, lastAt: 0 };
}

export const stepOf = (now: number): number => Math.floor(now / 30_000);
