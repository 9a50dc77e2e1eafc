import { mount, tick } from 'svelte';
import { offer } from './framework-page.ts';
import Words from './Words.svelte';

const target = document.body.appendChild(document.createElement('main'));
const words = mount(Words, { target, props: { initial: 0 } });

offer((state) => {
  words.become(state);
  return tick();
});
