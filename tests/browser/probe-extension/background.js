globalThis.browser ??= globalThis.chrome;
browser.runtime.onMessage.addListener(() => Promise.resolve('awake'));
browser.commands.onCommand.addListener(async (command) => {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  browser.tabs.sendMessage(tab.id, command);
});
