import { browser } from 'wxt/browser';
import { AppError, errorCodes, type ErrorCode } from '../errors';
import type { MessageType } from './senders';
import type { CallResult, CallSync } from './SyncCall';

const isErrorCode = (value: unknown): value is ErrorCode =>
  errorCodes.some((code) => code === value);

/**
 * Calls a method of sync in the background. Throws the method's `AppError`, or `unexpected` for any other error.
 */
export const callSync: CallSync = async (method, parameters) => {
  const message = { type: 'sync/call' satisfies MessageType, request: { method, parameters } };
  const result: CallResult | undefined = await browser.runtime.sendMessage(message);
  const { failure } = result ?? { failure: { code: 'unexpected', facts: {} } };
  if (failure)
    throw new AppError(isErrorCode(failure.code) ? failure.code : 'unexpected', failure.facts);
  return result?.value;
};
