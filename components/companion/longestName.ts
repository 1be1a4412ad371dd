/** Maximum length of the name of a person or group, in characters. The service refuses longer names. */
export const longestName = 80;
