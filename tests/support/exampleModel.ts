/** The worked examples as value models, built from the same rows that the demo writes. */
import { CASES } from '../../server/demo/cases.ts';
import { driverRows, rowIdOf, scenarioRows, settingsOf } from '../../server/demo/model.ts';
import { buildModel } from '../../shared/value/build.ts';
import { type Evaluation, evaluate } from '../../shared/value/evaluate.ts';
import type { CellValue } from '../../shared/value/fields.ts';
import { type Model, SETTINGS_ROW } from '../../shared/value/model.ts';
import { placesAfter } from '../../shared/value/places.ts';

/** 'A' fashion, 'B' mobility, 'C' health. */
export type ExampleLetter = 'A' | 'B' | 'C';

export function exampleModel(letter: ExampleLetter): Model {
  const of = CASES['ABC'.indexOf(letter)]!;
  const rows = [...driverRows(of, 'en'), ...scenarioRows(of, 'en')];
  const places = placesAfter(null, rows.length);
  return buildModel(new Map<string, Map<string, CellValue>>([
    [SETTINGS_ROW, new Map(Object.entries(settingsOf(of)))],
    ...rows.map(({ id, values }, nth) => [id, new Map([...Object.entries(values), ['place', places[nth]!]])] as const),
  ]));
}

/** `exampleScenario('S1')`: the model and what is calculated of that scenario. */
export function exampleScenario(code: string): Evaluation & { model: Model } {
  const model = exampleModel(code.startsWith('S') ? 'A' : code.startsWith('M') ? 'B' : 'C');
  const scenario = model.scenarios.find(each => each.code === code)!;
  return { model, ...evaluate(model, scenario) };
}

export const driverId = (code: string): string => rowIdOf('drv', code);
