/** Parameters that don't affect the codes, by the app or service that writes them into a URI. */
const writers: Readonly<Record<string, readonly string[]>> = {
  '2FAuth and FreeOTP': ['image'],
  FreeOTP: ['color', 'lock', 'issuerint', 'issueralt', 'labelalt'],
  andOTP: ['tags', 'thumbnail'],
  'Ente Auth': ['codedisplay'],
  WinAuth: ['icon'],
  'Auth0 Guardian, to register for its own prompts': ['enrollment_tx_id', 'base_url', 'id'],
  'ForgeRock, for the color of its card': ['b'],
  'Yandex Key': ['track_id', 'uid'],
  'generators that repeat the label': [
    'account',
    'accountname',
    'name',
    'label',
    'user',
    'username',
  ],
  'enterprise portals, to explain the code': ['usage_reason'],
};
const all: ReadonlySet<string> = new Set(Object.values(writers).flat());

/** Whether a parameter affects only how an account is displayed or registered. `name` is in lower case. */
export const isDisplayParam = (name: string): boolean => all.has(name);
