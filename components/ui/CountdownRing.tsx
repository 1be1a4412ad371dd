import { computed, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import css from './CountdownRing.module.css';

export interface CountdownRingProps {
  /** The remaining fraction of the time step, from 1 to 0. A signal moves the ring without rerendering. */
  readonly left: number | ReadonlySignal<number>;
  /**
   * The next code in the last seconds of the time step, otherwise null. While there is a next code, the ring has
   * the color of the code.
   */
  readonly ending?: ReadonlySignal<string | null>;
  /** Edge length in CSS pixels. Default: 20. */
  readonly size?: number;
}

/** A disc that empties in the given steps, without an animation between them. */
export function CountdownRing({ left, ending, size = 20 }: CountdownRingProps) {
  const gone = useMemo(
    () => (typeof left === 'number' ? 1 - left : computed(() => 1 - left.value)),
    [left],
  );
  const isEnding = useMemo(
    () => ending && computed(() => (ending.value === null ? undefined : true)),
    [ending],
  );
  return (
    <svg
      class={css['ring']}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      data-ending={isEnding}
    >
      <circle cx="10" cy="10" r="9" />
      <circle
        class={css['left']}
        cx="10"
        cy="10"
        r="4"
        pathLength={1}
        stroke-dasharray="1"
        stroke-dashoffset={gone}
      />
    </svg>
  );
}
