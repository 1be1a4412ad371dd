import type { SyncService } from './SyncService';

/** Names of the methods that pages may call. */
const syncMethods = [
  'overview',
  'test',
  'connect',
  'changePlace',
  'syncNow',
  'pause',
  'rename',
  'stop',
  'removeDevice',
  'renewRecoveryKey',
  'startPairing',
  'pollPairing',
  'confirmPairing',
  'cancelPairing',
  'readCode',
  'startJoin',
  'pollJoin',
  'recover',
  'finishJoin',
  'cancelJoin',
  'resolve',
  'joinTwice',
  'keepStrangers',
  'republish',
  'dismiss',
] as const satisfies readonly (keyof SyncService)[];

/** Creates a `SyncService` whose methods are forwarded to `call`. */
export function syncClient(
  call: (method: string, parameters: readonly unknown[]) => Promise<unknown>,
): SyncService {
  const methods = syncMethods.map((method) => [
    method,
    (...parameters: readonly unknown[]) => call(method, parameters),
  ]);
  return Object.fromEntries(methods);
}

const isMethod = (name: string): name is (typeof syncMethods)[number] =>
  syncMethods.some((one) => one === name);

/** Calls a method of the service for a page. Throws a `TypeError` if `syncMethods` doesn't list the method. */
export async function callService(
  service: SyncService,
  method: string,
  parameters: readonly unknown[],
): Promise<unknown> {
  if (!isMethod(method)) throw new TypeError('No such call');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only pages of this extension call
  const run = service[method] as (...all: readonly unknown[]) => Promise<unknown>;
  return run(...parameters);
}
