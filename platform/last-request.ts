import browser from 'webextension-polyfill';

/** When the registry was asked last. */
export interface LastRequest {
  /** Milliseconds since 1970; minus infinity for never. */
  when(): Promise<number>;
  is(at: number): Promise<void>;
}

const key = 'lastRegistryRequest';

/** Remembered until the browser is closed, in memory: the background may be ended between two requests. */
export const lastRequest: LastRequest = {
  async when() {
    const { [key]: at } = await browser.storage.session.get(key);
    return typeof at === 'number' ? at : Number.NEGATIVE_INFINITY;
  },
  is: (at) => browser.storage.session.set({ [key]: at }),
};
