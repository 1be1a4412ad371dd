import { AppError } from '../errors';
import type { CallResult, CallSync } from './SyncCall';

/** Runs the sync call in a message. Never throws, because the result contains the failure. */
export async function runSyncCall(call: CallSync, wire: unknown): Promise<CallResult> {
  try {
    if (typeof wire !== 'object' || wire === null) throw new AppError('unexpected');
    const { method, parameters }: { method?: unknown; parameters?: unknown } = wire;
    if (typeof method !== 'string' || !Array.isArray(parameters)) throw new AppError('unexpected');
    return { value: await call(method, parameters) };
  } catch (error) {
    const { code, facts } = error instanceof AppError ? error : new AppError('unexpected');
    return { failure: { code, facts } };
  }
}
