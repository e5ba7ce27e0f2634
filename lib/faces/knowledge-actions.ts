import { fileLimits } from '../protocol/knowledge-file';
import type { PanelActions } from './panel-actions';
import type { PanelTools } from './panel-tools';

type KnowledgeActions = Pick<
  PanelActions,
  'connect' | 'importFile' | 'loadSample' | 'dismissImport'
>;

/** Reading the brain's knowledge and settings, and bringing knowledge in. */
export function knowledgeActions(tools: PanelTools): KnowledgeActions {
  const { set, brain } = tools;
  return {
    async connect() {
      set({ brainState: 'connecting' });
      try {
        const [{ bases }, settings] = await Promise.all([
          brain.call('knowledge.summary', null),
          brain.call('settings.read', null),
        ]);
        set({ bases, settings, brainState: 'ready' });
      } catch {
        set({ brainState: 'unreachable' });
      }
    },
    async importFile(file) {
      if (file.size > fileLimits.bytes) {
        set({ importing: { kind: 'too-big', limitMb: fileLimits.bytes / 1024 / 1024 } });
        return;
      }
      set({ importing: { kind: 'working', name: file.name } });
      try {
        const content = await file.text();
        const result = await brain.call('knowledge.import', { fileName: file.name, content });
        set({ importing: { kind: 'done', result } });
      } catch {
        set({ importing: { kind: 'failed' } });
      }
    },
    async loadSample(sample, name) {
      set({ importing: { kind: 'working', name } });
      try {
        const result = await brain.call('knowledge.load-sample', { sample });
        set({ importing: { kind: 'done', result } });
      } catch {
        set({ importing: { kind: 'failed' } });
      }
    },
    dismissImport() {
      set({ importing: undefined });
    },
  };
}
