/** Whether an entry's icon is the name of a picture. Only these names have a colon. */
export const isPicture = (icon: string): boolean => icon.includes(':');
