import { mount } from 'svelte';
import Boxes from './Boxes.svelte';

mount(Boxes, { target: document.querySelector('#app') });
