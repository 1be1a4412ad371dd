import { faults, startFaultProxy } from '../support/faultProxy.mjs';

/** The fraction of requests that a bad line spoils. */
const share = 0.2;

/**
 * Starts a proxy before the server on this port that spoils requests at random, between `begin` and `end`.
 */
export const badLine = async (port) => {
  let isBad = false;
  let spoiled = 0;
  const { address, stop } = await startFaultProxy(port, () => {
    if (!isBad || Math.random() >= share) return null;
    spoiled++;
    return faults[Math.floor(Math.random() * faults.length)];
  });
  return {
    address,
    stop,
    begin: () => {
      isBad = true;
    },
    end: () => {
      isBad = false;
    },
    /** Returns the number of spoiled requests. */
    spoiled: () => spoiled,
  };
};
