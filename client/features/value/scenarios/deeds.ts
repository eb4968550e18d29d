/** What people do with scenarios and drivers as wholes: codes that follow on, a new one, an alternative to one. */
import type { Model, Scenario } from '../../../../shared/value/model.ts';
import type { Desk } from '../Desk.ts';

/** The code after these: S0 S1 S2 → S3. Takes the letters of the last one that has a number. */
export function nextCode(codes: readonly string[], letters: string): string {
  const read = codes.flatMap(code => {
    const found = /^(\D*)(\d+)$/u.exec(code.trim());
    return found ? [{ letters: found[1] ?? '', number: Number(found[2]) }] : [];
  });
  const prefix = read.at(-1)?.letters ?? letters;
  const last = Math.max(0, ...read.filter(code => code.letters === prefix).map(({ number }) => number));
  return `${prefix}${last + 1}`;
}

/** An empty scenario; answers its id. */
export function startScenario(desk: Desk, model: Model, name: string): string {
  return desk.add('scn', { code: nextCode(model.scenarios.map(({ code }) => code), 'S'), name });
}

/** A copy of a scenario to think further with, linked to it and to the doubt it answers; answers its id. */
export function drawAlternative(desk: Desk, model: Model, from: Scenario, { name, doubt }: { name: string; doubt?: string }): string {
  const code = nextCode(model.scenarios.map(scenario => scenario.code), 'S');
  return desk.duplicate(from.id, 'scn', { code, name, ...(doubt === undefined ? {} : { doubt }) });
}

/** Only one can be the one that is almost approved; this one, or none when it already is. */
export function markNearlyApproved(desk: Desk, model: Model, scenario: Scenario): void {
  const others = model.scenarios.filter(({ id, nearlyApproved }) => nearlyApproved && id !== scenario.id);
  desk.write([
    ...others.map(({ id }) => [`${id}/nearlyApproved`, false] as const),
    [`${scenario.id}/nearlyApproved`, !scenario.nearlyApproved] as const,
  ]);
}
