import type { settingsEn } from './settings-en';

export const settingsZh: Record<keyof typeof settingsEn, string> = {
  'side.off-here': '此标签页尚未开启 Cuecard',
  'side.off-here.hint': '要在此页面使用，请点浏览器工具栏上的 Cuecard，并在此站点开启。',
  'side.silent': '此标签页没有响应',
  'side.silent.hint': '此站点已开启 Cuecard，请刷新一次页面；刷新前先发送或保存草稿。',

  'popup.side-panel': '打开侧边面板',
  'popup.settings': '设置',
};
