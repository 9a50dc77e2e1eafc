document.querySelector('input').addEventListener('input', ({ target }) => {
  document.querySelector('p').textContent = `typed ${target.value}`;
});

document.querySelector('button').addEventListener('click', async ({ isTrusted }) => {
  const [tab] = await (globalThis.browser ?? globalThis.chrome).tabs.query({
    active: true,
    currentWindow: true,
  });
  document.querySelector('p').textContent = `${isTrusted ? 'pressed' : 'forged'} over ${tab.url}`;
});
