import { describe, expect, it } from 'vitest';
import { refusalsOf } from '../../../lib/brain/team-refusals';
import { phrasingId } from '../../../lib/domain/phrasing-id';

const parcel = { base: 'shop', id: 'parcel' };
const own = { base: 'mine', id: 'parcel' };
const bases = [{ kb: 'shop', role: 'agent', readKey: '', cursor: null }] as const;
const rules = [{ name: 'order', pattern: 'HB-######' }];
const refusing = (ids: readonly string[], redaction = rules) =>
  refusalsOf({ bases, refused: { mark: 'f'.repeat(16), redaction, ids } });

describe('what the team refused', () => {
  it('is known by a hash of what would have gone to it, whatever stands here', () => {
    const refuses = refusing([phrasingId(parcel, 'where is ‹order›')]);
    expect(refuses(parcel, 'Where is HB-123456')).toBe(true);
    expect(refuses(parcel, 'where is  hb-999999')).toBe(true);
    expect(refuses(parcel, 'where is it')).toBe(false);
    expect(refuses({ ...parcel, id: 'refund' }, 'where is HB-123456')).toBe(false);
  });

  it('is known also where a rule finds something in what another one put there', () => {
    const nested = [...rules, { name: 'word', pattern: 'order' }];
    const once = 'where is ‹‹word››';
    expect(refusing([phrasingId(parcel, once)], nested)(parcel, 'where is HB-123456')).toBe(true);
  });

  it('is nothing for a base of one’s own, nor without a team', () => {
    expect(refusing([phrasingId(own, 'where is it')])(own, 'where is it')).toBe(false);
    expect(refusalsOf({ bases: [], refused: undefined })(parcel, 'where is it')).toBe(false);
  });
});
