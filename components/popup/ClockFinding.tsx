import { Banner, Button, locale, number, t } from '../ui';

export interface ClockFindingProps {
  /** How far the site's clock is ahead of this machine's, in milliseconds. */
  readonly offset: number;
  /** The current correction of this machine's clock, in milliseconds. */
  readonly correction: number;
  /** Sets the correction in milliseconds. Absent if an administrator fixed the correction. */
  readonly onCorrect: ((milliseconds: number) => void) | undefined;
}

/** The difference from which sites may reject codes, in milliseconds. */
const tolerable = 10_000;

const isRight = (milliseconds: number): boolean => Math.abs(milliseconds) < tolerable;

const seconds = (milliseconds: number): string => number(Math.round(Math.abs(milliseconds) / 1000));

/** Returns seconds with their sign, such as "+57". */
const signed = (milliseconds: number): string =>
  new Intl.NumberFormat(locale(), { signDisplay: 'exceptZero' }).format(
    Math.round(milliseconds / 1000),
  );

/** Returns the sentence about the difference between the site's clock and the corrected clock that codes use. */
function words({ offset, correction }: ClockFindingProps): string {
  const left = offset - correction;
  if (correction === 0 && isRight(left)) return t('popup.clock.right');
  if (correction === 0)
    return left > 0
      ? t('popup.clock.slow', [seconds(left)])
      : t('popup.clock.fast', [seconds(left)]);
  if (isRight(left)) return t('popup.clock.corrected', [signed(correction)]);
  return isRight(offset)
    ? t('popup.clock.needless', [signed(correction)])
    : t('popup.clock.miscorrected', [signed(correction), seconds(left)]);
}

/** Shows the result of comparing clocks, and offers a correction. */
export function ClockFinding(props: ClockFindingProps) {
  const { offset, correction, onCorrect } = props;
  const right = isRight(offset - correction);
  return (
    <>
      <Banner tone={right ? 'success' : 'warning'}>{words(props)}</Banner>
      {onCorrect && !right && !isRight(offset) && (
        <Button variant="primary" onClick={() => onCorrect(offset)}>
          {t('popup.clock.correct')}
        </Button>
      )}
      {onCorrect && correction !== 0 && isRight(offset) && (
        <Button variant={right ? 'secondary' : 'primary'} onClick={() => onCorrect(0)}>
          {t('popup.clock.reset')}
        </Button>
      )}
    </>
  );
}
