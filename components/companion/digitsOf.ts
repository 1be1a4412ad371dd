/** What was typed or pasted as a code, without the spaces and hyphens that people read it in. */
export const digitsOf = (typed: string): string => typed.replaceAll(/[\s-]/g, '');

/** Whether that is a code at all: six ASCII digits, as the service will ask. */
export const isCode = (typed: string): boolean => /^[0-9]{6}$/.test(digitsOf(typed));
