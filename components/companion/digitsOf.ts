/** Removes the spaces and hyphens that group a typed or pasted code. */
export const digitsOf = (typed: string): string => typed.replaceAll(/[\s-]/g, '');

/** Whether a typed text is a code of six ASCII digits, as the service requires. */
export const isCode = (typed: string): boolean => /^[0-9]{6}$/.test(digitsOf(typed));
