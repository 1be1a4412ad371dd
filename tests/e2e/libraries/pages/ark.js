import { PinInput } from '@ark-ui/react/pin-input';
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';

const boxes = Array.from({ length: 6 }, (_, at) => h(PinInput.Input, { key: at, index: at }));

createRoot(document.querySelector('#app')).render(
  h(
    PinInput.Root,
    { count: 6 },
    h(PinInput.Label, null, 'Verification code'),
    h(PinInput.Control, null, boxes),
    h(PinInput.HiddenInput),
  ),
);
