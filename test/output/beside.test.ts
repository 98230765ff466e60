import { expect, it } from 'vitest';
import { catalogue, definitionOf, isChoice, parseVariant } from '#kpi';
import { besideText, isBeside } from '#output';
import { variantsOf } from '../kpi/every-sql.ts';

it('whatever the catalogue puts beside a value has a name', () => {
  const names = catalogue.flatMap((kpi) =>
    variantsOf(kpi).flatMap((variant) => {
      const choice = parseVariant(kpi, variant);
      return isChoice(choice) ? Object.keys(definitionOf(kpi, choice).extras) : [];
    }),
  );
  expect([...new Set(names)].filter((name) => !isBeside(name))).toEqual([]);
});

it('what stands beside a value is said in the reader’s language and in its own unit; a name of the reader’s own as it is', () => {
  const written = { unit: 'duration', locale: 'en' } as const;
  const said = [
    besideText({ name: 'median', value: 90 }, written),
    besideText({ name: 'under_1_hour', value: 0.25 }, written),
    besideText({ name: 'reopened', value: 1200 }, written),
    besideText({ name: 'of_the_night', value: 3 }, written),
    besideText({ name: 'under_1_hour', value: 0.25 }, { ...written, locale: 'pt-BR' }),
  ];
  expect(said).toEqual([
    'median 1 min 30 s',
    'under an hour 25.0%',
    'reopened 1,200',
    'of the night 3',
    'em menos de uma hora 25,0%',
  ]);
});
