/** The words of side panel, popup and settings page. */
export const settingsEn = {
  'side.off-here': 'Cuecard is not on in this tab',
  'side.off-here.hint':
    'To use it on this page, click Cuecard in the browser’s toolbar and turn it on for this site.',
  'side.silent': 'This tab does not answer',
  'side.silent.hint':
    'Cuecard is on for this site. Refresh the page once; send or keep your draft first.',

  'popup.side-panel': 'Open side panel',
  'popup.settings': 'Settings',
} as const;
