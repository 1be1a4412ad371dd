import { MantineProvider, PinInput } from '@mantine/core';
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';

createRoot(document.querySelector('#app')).render(
  h(MantineProvider, null, h(PinInput, { length: 6, oneTimeCode: true })),
);
