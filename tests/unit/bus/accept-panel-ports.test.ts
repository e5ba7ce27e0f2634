import { describe, expect, it, vi } from 'vitest';

const own = 'chrome-extension://cuecard';
vi.mock('wxt/browser', () => ({
  browser: { runtime: { id: 'cuecard', getURL: (path: string) => `${own}${path}` } },
}));
const { isOwnPage } = await import('../../../lib/bus/accept-panel-ports');

describe('a port to the console script', () => {
  it('is opened by a page of this extension', () => {
    expect(isOwnPage({ id: 'cuecard', origin: own })).toBe(true);
    expect(isOwnPage({ id: 'cuecard', url: `${own}/sidepanel.html` })).toBe(true);
  });

  it.each([
    ['another extension', { id: 'other', origin: 'chrome-extension://other' }],
    ['another extension under our address', { id: 'other', origin: own }],
    ['our script in a web page', { id: 'cuecard', origin: 'https://desk.example' }],
    ['a page without an origin', { id: 'cuecard', origin: 'null' }],
    ['somebody who says nothing of themselves', { id: 'cuecard' }],
    ['nobody', undefined],
  ])('is not opened by %s', (_, sender) => {
    expect(isOwnPage(sender)).toBe(false);
  });
});
