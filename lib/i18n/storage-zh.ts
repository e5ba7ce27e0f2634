import type { storageEn } from './storage-en';

export const storageZh: Record<keyof typeof storageEn, string> = {
  'storage.restarting': '请稍等，Cuecard 正在重新启动。',
  'storage.restarting.hint': '内容不会丢，眼前的话术可以照常使用。',
  'storage.full': '这台电脑的存储空间已满。',
  'storage.full.hint': '话术照常可用，但改动不会保存。请先清理一些磁盘空间，再点重试。',
  'storage.not-kept': '此窗口不会保存任何内容。',
  'storage.not-kept.hint':
    '这是隐私窗口，或浏览器没有给 Cuecard 存储空间。关闭后，导入的内容就没有了。',
  'storage.blocked': '另一个标签页里还开着旧版 Cuecard。',
  'storage.blocked.hint': '请关闭或刷新其他工作台标签页，这里会自动继续。',
  'storage.lost': '浏览器清除了 Cuecard 保存的内容。',
  'storage.lost.hint':
    '浏览器发现自己的存储已损坏。在团队中：请在设置里用新的邀请链接重新加入，话术就会回来。个人使用：请重新导入上次导出的文件。',
  'storage.damaged.one': '有 {count} 条保存的话术已无法读取。',
  'storage.damaged.other': '有 {count} 条保存的话术已无法读取。',
  'storage.damaged.all': '这台电脑上保存的话术无法正常读取。',
  'storage.damaged.hint': '修复会先存一份副本，并保留所有能读取的内容；其余的请重新导入文件。',
  'storage.repair': '保存副本并修复',
  'storage.repairing': '正在修复…',
  'storage.repaired': '已修复，能读取的内容都在；其余的请重新导入文件。',
  'storage.repair-failed': '修复没有成功，内容没有改动。',
  'storage.repair-failed.hint': '请重启浏览器后再试。',
};
