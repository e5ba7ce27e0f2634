/** Words about how well this machine keeps what Cuecard has to keep. */
export const storageEn = {
  'storage.restarting': 'One moment: Cuecard’s memory is starting again.',
  'storage.restarting.hint': 'Nothing is lost. What you see stays usable.',
  'storage.full': 'There is no room left on this computer.',
  'storage.full.hint':
    'Your answers still work, but changes are not kept. Free some disk space, then try again.',
  'storage.not-kept': 'Nothing is kept in this window.',
  'storage.not-kept.hint':
    'It is a private window, or the browser gives Cuecard no storage. What you import is gone when you close it.',
  'storage.blocked': 'An older Cuecard is still open in another tab.',
  'storage.blocked.hint':
    'Close or refresh your other console tabs. This one then goes on by itself.',
  'storage.lost': 'Your browser threw away what Cuecard had kept.',
  'storage.lost.hint':
    'It found its own storage damaged. In a team, join again with a new link in the settings, and its answers are back. On your own, import your last file.',
  'storage.damaged.one': '{count} stored answer can’t be read any more.',
  'storage.damaged.other': '{count} stored answers can’t be read any more.',
  'storage.damaged.all': 'The answers stored on this computer can’t be read properly.',
  'storage.damaged.hint':
    'Repair keeps all that can be read and saves a copy of it first. Then import your file again for the rest.',
  'storage.repair': 'Save a copy and repair',
  'storage.repairing': 'Repairing…',
  'storage.repaired': 'Repaired. All that could be read is here; import your file for the rest.',
  'storage.repair-failed': 'The repair did not work; nothing was changed.',
  'storage.repair-failed.hint': 'Restart the browser, then try again.',
} as const;
