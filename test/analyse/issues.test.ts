// What the register owes an answer to: tolerance, acceptances, actions and reviews against the study's own date.

import { describe, expect, it } from 'vitest';
import type { RegisterRow } from '../../src/analyse/index.ts';
import { findIssues, toleranceOf } from '../../src/analyse/register-issues.ts';
import type { Register, RegisterEntry } from '../../src/resolve/index.ts';
import { register as fixture } from '../render/fixture_register.ts';

const AS_OF = '2026-11-22';
const [SAMPLE] = fixture.rows;
if (SAMPLE === undefined) throw new Error('the fixture has no rows');

const register = {
  tolerance: 0.03,
  impactBands: fixture.impactBands.map((name, index) => ({ name, from: fixture.impactBounds[index] ?? 0 })),
} as unknown as Register;

const ACCEPTED = { by: 'board of directors', because: 'small', expires: '2026-12-31' };
const action = (status: RegisterRow['actions'][number]['status'], due = '2027-01-01') => ({
  says: 'act',
  owner: 'head of sales',
  due,
  status,
});
const entry = (more: Partial<RegisterEntry>): RegisterEntry =>
  ({ kind: 'risk', actions: [], ...more }) as unknown as RegisterEntry;
const at = (amount: number | undefined, level = 1, more: object = {}): RegisterRow['residual'] => ({
  likelihood: { name: 'likely', level: 4 },
  impact: { name: 'major', level },
  amount,
  ...more,
});
const status = (more: Partial<RegisterEntry>, side: RegisterRow['residual']) =>
  toleranceOf(entry(more), side, register, AS_OF, 1000)?.status;

describe('a risk against its tolerance, 3 % of 1000', () => {
  it('is within it up to the amount itself', () => {
    expect(status({}, at(30))).toBe('within');
    expect(status({}, at(30.1))).toBe('over');
  });
  it('has its own in place of that of the register', () => {
    expect(status({ tolerance: 0.05 }, at(49))).toBe('within');
    expect(status({ tolerance: 0.01 }, at(11))).toBe('over');
  });
  it('is treated by an open action, not by one that is done or stopped', () => {
    expect(status({ actions: [action('planned')] }, at(40))).toBe('treated');
    expect(status({ actions: [action('under way')] }, at(40))).toBe('treated');
    expect(status({ actions: [action('done'), action('stopped')] }, at(40))).toBe('over');
  });
  it('is accepted until the acceptance expires, on that day still', () => {
    expect(status({ accepted: ACCEPTED }, at(40))).toBe('accepted');
    expect(status({ accepted: { ...ACCEPTED, expires: AS_OF } }, at(40))).toBe('accepted');
    expect(status({ accepted: { ...ACCEPTED, expires: '2026-11-21' } }, at(40))).toBe('over');
  });
  it('that is judged, or set by a role, is above it if its band begins there', () => {
    expect(status({}, at(undefined, 2))).toBe('within');
    expect(status({}, at(undefined, 3))).toBe('over');
    expect(status({}, at(5, 4, { derived: { name: 'minor', level: 1 } }))).toBe('over');
  });
  it('does not concern opportunities, nor registers without one', () => {
    expect(status({ kind: 'opportunity' }, at(400))).toBeUndefined();
    const none = { ...register, tolerance: undefined };
    expect(toleranceOf(entry({}), at(400), none, AS_OF, 1000)).toBeUndefined();
  });
});

describe('what needs an answer', () => {
  const row = (more: Partial<RegisterRow>): RegisterRow => ({
    ...SAMPLE,
    worseAfterResponse: false,
    ...more,
  });

  it('is nothing for a row that owes nothing', () => {
    expect(findIssues([row({})], AS_OF)).toEqual([]);
  });
  it('is an open action that was due before the study’s date, not on it', () => {
    const actions = [
      action('planned', '2026-11-21'),
      action('planned', AS_OF),
      action('done', '2026-01-01'),
      action('stopped', '2026-01-01'),
    ];
    expect(findIssues([row({ actions })], AS_OF)).toEqual([
      { kind: 'overdue', row: SAMPLE.name, action: 'act', owner: 'head of sales', due: '2026-11-21' },
    ]);
  });
  it('is a review that is overdue, and a risk that nobody treats, with the acceptance that lapsed', () => {
    const review = { every: 'year', next: '2026-06-30' } as const;
    const tolerance = { share: 0.03, amount: 30, status: 'over' } as const;
    const accepted = { ...ACCEPTED, expires: '2026-01-31' };
    expect(findIssues([row({ review, tolerance, accepted })], AS_OF)).toEqual([
      { kind: 'untreated', row: SAMPLE.name, expired: '2026-01-31' },
      { kind: 'unreviewed', row: SAMPLE.name, due: '2026-06-30' },
    ]);
  });
});
