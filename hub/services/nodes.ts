import * as v from 'valibot';
import { type BasePoke, type Poke, roles } from '../../lib/protocol/hub-sync.ts';
import { big, type Database, type Shared } from '../store/sql.ts';
import { isMarkId, markOf, pokeOfMark, recipesId } from './marks.ts';
import { type Member, signatureOf } from './members.ts';
import { mostInline } from './publish.ts';

type Options = {
  readonly database: Database;
  readonly shared: Shared;
  /** Tells the streams of this node. */
  readonly tell: (organisation: string, poke: Poke) => void;
  readonly cutOff: (device: string) => void;
  /** Whose streams are open on this node. */
  readonly listeners: () => Iterable<Member>;
  readonly pollMs: number;
  /** Called when another node changed something, before anybody is told. */
  readonly forget: () => void;
};

export type Nodes = {
  /** As the hub's: after a change is kept, for the streams of all nodes. */
  tell(organisation: string, poke: Poke): void;
  cutOff(device: string): void;
  start(): Promise<void>;
  stop(): Promise<void>;
};

const kbRow = v.object({
  organisation: v.string(),
  id: v.string(),
  read_key: v.string(),
  epoch: v.string(),
  version: big,
  chain: v.string(),
});
/** Of a base; or of what is told by a mark, which then is the epoch. */
type KbState = v.InferOutput<typeof kbRow>;
/** Of a base that this node published to before it ever looked at it. */
const unknownKey = '';
/** More are fetched by page anyway. */
const mostRead = 50;

/**
 * Several nodes on one database: each looks again and again where every base stands, and tells its
 * own streams what the others published. It is enough by itself, behind any pooler; a notification,
 * where the database has them, only makes it look at once.
 */
export function watchNodes(options: Options): Nodes {
  const { database, shared, pollMs } = options;
  const told = new Map<string, KbState>();
  /** What this node told of itself while rows were on their way: marks have no order to go by. */
  const toldMeanwhile = new Set<string>();
  const keyOf = (organisation: string, kb: string) => `${organisation} ${kb}`;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let running: Promise<void> | undefined;
  let again = false;
  let unlisten = async () => {};

  async function look(isFirst: boolean): Promise<void> {
    toldMeanwhile.clear();
    const rows = await database.rows(
      kbRow,
      `select organisation, id, read_key, epoch, version, chain from kb
       union all select id, '${recipesId}', '', recipes, 0, '' from organisation
         where recipes is not null
       union all select organisation, desk, '', mark, 0, '' from desk_mark`,
    );
    const isTold = ({ organisation, id, epoch, version }: KbState) => {
      const key = keyOf(organisation, id);
      if (isMarkId(id) && toldMeanwhile.has(key)) return true;
      const before = told.get(key);
      // A publication of this node may have been told while the rows were on their way.
      return before?.epoch === epoch && before.version >= version;
    };
    const note = (row: KbState) => {
      const key = keyOf(row.organisation, row.id);
      const before = told.get(key);
      if (before === undefined || !isTold(row)) told.set(key, row);
      else told.set(key, { ...before, read_key: row.read_key });
    };
    if (isFirst) {
      for (const row of rows) note(row);
      return;
    }
    const before = (row: KbState) => told.get(keyOf(row.organisation, row.id));
    const rekeyed = rows.filter(
      (row) => !isMarkId(row.id) && before(row)?.read_key !== row.read_key,
    );
    const moved = rows.filter((row) => !isTold(row));
    if (rekeyed.length > 0 || moved.some(({ id }) => !isMarkId(id))) options.forget();
    // First of all: whoever was put out hears nothing of what was published since. What fails is
    // noted by nothing, so that the next look does it.
    for (const organisation of new Set(rekeyed.map((row) => row.organisation))) {
      await dropOutdated(options, organisation);
    }
    for (const row of moved) {
      const poke = await pokeOf(database, row, before(row));
      if (isTold(row)) continue;
      note(row);
      options.tell(row.organisation, poke);
    }
    for (const row of rekeyed) note(row);
  }

  /** One look at a time; what is heard of during one is looked for after it. */
  function lookNow(): Promise<void> {
    if (running !== undefined) again = true;
    running ??= look(false)
      // A database that is away for a moment: the next look finds what this one missed.
      .catch(() => {})
      .then(() => {
        running = undefined;
        if (!again || isOver) return;
        again = false;
        return lookNow();
      });
    return running;
  }
  const later = () => {
    timer = setTimeout(() => void lookNow().then(() => isOver || later()), pollMs);
  };

  return {
    tell(organisation, given) {
      const { id, epoch, version, chain } = stateOf(given);
      const key = keyOf(organisation, id);
      toldMeanwhile.add(key);
      const before = told.get(key);
      const isTold = before?.epoch === epoch && before.version >= version;
      if (!isTold) {
        const read_key = before?.read_key ?? unknownKey;
        told.set(key, { organisation, id, read_key, epoch, version, chain });
        options.tell(organisation, given);
      }
      void shared.wake();
    },
    cutOff(device) {
      options.cutOff(device);
      void shared.wake();
    },
    async start() {
      await look(true);
      unlisten = await shared.listen(lookNow);
      later();
    },
    async stop() {
      isOver = true;
      clearTimeout(timer);
      await running;
      await unlisten();
    },
  };
}

function stateOf(poke: Poke): Pick<KbState, 'id' | 'epoch' | 'version' | 'chain'> {
  if ('kb' in poke) return { ...poke, id: poke.kb };
  const { id, mark } = markOf(poke);
  return { id, epoch: mark, version: 0, chain: '' };
}

async function pokeOf(database: Database, now: KbState, before: KbState | undefined) {
  const { id: kb, epoch, version, chain } = now;
  if (isMarkId(kb)) return pokeOfMark(kb, epoch);
  const from = before?.epoch === epoch ? before.version : 0;
  const poke: BasePoke = { kb, epoch, version, chain, from };
  if (version - from > mostRead) return poke;
  const rows = await database.rows(
    v.object({ body: v.string() }),
    `select body from change where organisation = $1 and kb = $2 and version > $3 and version <= $4
     order by version`,
    [now.organisation, kb, from, version],
  );
  const ops = rows.map(({ body }) => body);
  const isSmall = ops.reduce((sum, body) => sum + body.length, 0) <= mostInline;
  return isSmall && ops.length === version - from ? { ...poke, ops } : poke;
}

const heldRow = v.object({ device: v.string(), kb: v.string(), role: v.picklist(roles) });

/**
 * Ends the streams of devices that may not do any more what they could when they opened them. Read
 * keys change in the transaction that takes something away, so that every node notices.
 */
async function dropOutdated({ database, listeners, cutOff }: Options, organisation: string) {
  const rows = await database.rows(
    heldRow,
    `select device.id as device, kb, role from device
     join person on person.id = device.person join membership on membership.person = person.id
     where organisation = $1 and revoked_at is null`,
    [organisation],
  );
  const held = Map.groupBy(rows, ({ device }) => device);
  for (const member of [...listeners()]) {
    if (member.organisation !== organisation) continue;
    if (signatureOf(member.roles) !== signatureOf(held.get(member.device) ?? [])) {
      cutOff(member.device);
    }
  }
}
