import { ChakraProvider, defaultSystem, PinInput } from '@chakra-ui/react';
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';

const boxes = Array.from({ length: 6 }, (_, at) => h(PinInput.Input, { key: at, index: at }));

createRoot(document.querySelector('#app')).render(
  h(
    ChakraProvider,
    { value: defaultSystem },
    h(PinInput.Root, { count: 6 }, h(PinInput.HiddenInput), h(PinInput.Control, null, boxes)),
  ),
);
