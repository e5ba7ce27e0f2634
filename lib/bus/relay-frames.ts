import * as v from 'valibot';
import { type FromRelay, toRelaySchema } from '../protocol/frame-relay';
import type { ConsolePort } from './console-port';

/** A frame has a console script; what is given back is called when it has gone. */
export type JoinFrame = (link: ConsolePort, frame: FrameId) => () => void;
export type FrameId = { readonly frame: number; readonly script: string };

type Options = {
  /** To the panel. */
  readonly tell: (message: FromRelay) => void;
  /** Finds the frames of the panel's tab, those that come later too; gives back what ends it. */
  readonly follow: (join: JoinFrame) => () => void;
};

/**
 * The background page's half of the relay: passes on what is said between one panel and the frames
 * of its tab. It knows of a frame only what `follow` found, and keeps nothing that was said.
 */
export function relayFrames({ tell, follow }: Options) {
  const links = new Map<number, { readonly script: string; readonly link: ConsolePort }>();

  const stop = follow((link, { frame, script }) => {
    const known = { script, link };
    links.set(frame, known);
    tell({ type: 'frame.came', frame, script });
    const stopListening = link.onMessage((said) =>
      tell({ type: 'frame.said', frame, script, said }),
    );
    return () => {
      if (links.get(frame) !== known) return;
      links.delete(frame);
      stopListening();
      tell({ type: 'frame.gone', frame, script });
    };
  });
  tell({ type: 'relay.ready' });

  return {
    /** What to call with all that the panel says. */
    hear(message: unknown) {
      const parsed = v.safeParse(toRelaySchema, message);
      if (!parsed.success || parsed.output.type !== 'frame.wish') return;
      const { frame, script, wish } = parsed.output;
      const known = links.get(frame);
      // Meant for the page that was in the frame before.
      if (known?.script === script) known.link.send(wish);
    },
    stop,
  };
}
