// Marks PTSD, opens a card in a closed root for a trusted pointer, and misbehaves when the address asks for it.
globalThis.browser ??= globalThis.chrome;
const ranges = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  for (const { index } of node.data.matchAll(/PTSD/g)) {
    ranges.push(
      new StaticRange({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + 4 }),
    );
  }
}
CSS.highlights.set('naltrexone-gloss-condition', new Highlight(...ranges));

function show(text) {
  document.querySelector('naltrexone-gloss')?.remove();
  const host = document.createElement('naltrexone-gloss');
  const card = document.createElement('div');
  const button = document.createElement('button');
  Object.assign(card.style, { position: 'fixed', left: '10px', top: '10px' });
  button.textContent = 'press';
  button.onclick = ({ isTrusted }) => card.append(isTrusted ? ' trusted' : ' forged');
  card.append(text, button);
  host.attachShadow({ mode: 'closed' }).append(card);
  document.documentElement.append(host);
}

addEventListener('pointermove', ({ isTrusted, clientX, clientY }) => {
  const { offsetNode, offset } = document.caretPositionFromPoint(clientX, clientY) ?? {};
  const isHit = ({ startContainer, startOffset }) =>
    startContainer === offsetNode && offset >= startOffset && offset <= startOffset + 4;
  if (isTrusted && ranges.some(isHit) && !document.querySelector('naltrexone-gloss')) show('card of a mark ');
});
browser.runtime.onMessage.addListener((command) => show(`card of ${command} `));

if (location.hash === '#misbehave') {
  fetch(`${location.origin}/canary`);
  console.error('content complains');
  setTimeout(() => {
    throw new Error('content throws');
  });
}
