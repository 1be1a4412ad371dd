export const site = { tab: 1, host: 'example.com', secure: true };
