import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Interval between two readings of the time, in milliseconds. */
const interval = 20_000;

/** Returns the time in milliseconds since the Unix epoch, at each rendering and at least every 20 seconds. */
export function useNow(): number {
  const turn = useSignal(0);
  useEffect(() => {
    const timer = setInterval(() => turn.value++, interval);
    return () => clearInterval(timer);
  }, []);
  // Subscribes the component to the timer.
  void turn.value;
  return Date.now();
}
