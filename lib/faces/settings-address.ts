/** The settings page within the extension. */
export const settingsAddress = '/options.html';
