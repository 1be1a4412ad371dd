import { type LeaveQuestion, t } from '../ui';

/** Returns the question to ask before a recovery key is closed, which can't be shown again. */
export const leaveKeyQuestion = (): LeaveQuestion => ({
  title: t('security.recovery.leave.title'),
  text: t('security.recovery.leave.text'),
  stay: t('security.recovery.leave.stay'),
  leave: t('security.recovery.leave.leave'),
});
