import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeds } from '../../../sources/index.ts';
import { interpretTexts, outcomes, sale, without, type Texts } from '../testing/interpret-texts.ts';

const storeIn = (zona_horaria: string, codigo = '001') => ({ id: `TIENDA_${codigo}`, codigo, zona_horaria });

/** The instants of lines that have no date but the time's. */
async function lines(texts: readonly string[], zone: string, more: Partial<Texts> = {}) {
  const rows = texts.map((fecha_hora) => without(sale({ fecha_hora }), 'fecha'));
  return interpretTexts({ rows, stores: [storeIn(zone)], ...more });
}

const instants = async (texts: readonly string[], zone: string, more: Partial<Texts> = {}) =>
  outcomes(await lines(texts, zone, more), 'fecha_hora');

describe('instants', () => {
  it('are read in every form', async () => {
    const forms = [
      '13/05/2024 22:30',
      '5/6/24 10:30 p. m.',
      '05/06/2024 10:30:00 PM',
      '2024-06-05T22:30:00.000',
      '2024-06-05 22:30:00-04:00',
      '2024-06-06T02:30:00Z',
      '20240605 22:30:00',
      '5 de junio de 2024, 10:30 pm',
      '2024-06-05T22:30-0400',
      '2024-06-05T22:30:00.0000009-04',
    ];
    expect(await instants(forms, 'America/Caracas')).toEqual([
      '2024-05-14 02:30:00+00',
      ...forms.slice(1).map(() => '2024-06-06 02:30:00+00'),
    ]);
  });

  it('are rejected if there are none', async () => {
    const texts = [
      '2024-06-05 24:00:00',
      '2024-06-05 23:59:60',
      '2024-06-05 13:00 PM',
      '2024-06-05',
      '2024-06-05 10:00+19',
      '10:00',
    ];
    const time = 'fecha_hora has a time of day that does not exist';
    expect(await instants(texts, 'America/Caracas')).toEqual([
      time,
      time,
      time,
      'fecha_hora has no time of day',
      'fecha_hora has an offset from UTC that does not exist',
      'fecha_hora is not a date',
    ]);
  });

  it('give the business date in the zone of the store', async () => {
    const rows = ['2024-06-06T02:30:00Z', '2024-06-05 22:30:00', '2024-06-06 04:00:00Z'].map((fecha_hora) =>
      without(sale({ fecha_hora }), 'fecha'),
    );
    const caracas = await interpretTexts({ rows });
    expect(outcomes(caracas, 'fecha')).toEqual(['2024-06-05', '2024-06-05', '2024-06-06']);
    // Times of a head office's system, in its own zone.
    const utc = await interpretTexts({ rows: rows.slice(1, 2), description: { timezone: 'UTC' } });
    expect(utc.loaded[0]).toMatchObject({ fecha: '2024-06-05', fecha_hora: '2024-06-05 22:30:00+00' });
    const early = await interpretTexts({
      rows: [{ ...rows[1], fecha_hora: '2024-06-05 02:00' }],
      description: { timezone: 'UTC' },
    });
    expect(early.loaded[0]).toMatchObject({ fecha: '2024-06-04', fecha_hora: '2024-06-05 02:00:00+00' });
  });

  it('are in the future by the clock of the store', async () => {
    // 23:30 of June 30 in Caracas, where it is July already in UTC.
    const now = new Date('2024-07-01T03:30:00Z');
    expect(await instants(['2024-06-30 23:00', '2024-07-01 00:10'], 'America/Caracas', { now })).toEqual([
      '2024-07-01 03:00:00+00',
      'fecha_hora is in the future',
    ]);
  });

  it('are each in the zone of their store', async () => {
    const stores = [storeIn('America/Caracas', '1'), storeIn('Europe/Madrid', '2')];
    const rows = ['1', '2', '2'].map((ubicacion_id, index) =>
      sale({ ubicacion_id, fecha_hora: index === 2 ? '15/05/2024 12:00' : '2024-05-03 12:00' }),
    );
    expect(outcomes(await interpretTexts({ rows, stores }), 'fecha_hora')).toEqual([
      '2024-05-03 16:00:00+00',
      '2024-05-03 10:00:00+00',
      '2024-05-15 10:00:00+00',
    ]);
  });

  it.each([
    // The clock goes from 03:00 back to 02:00 at 01:00 UTC.
    [
      'Europe/Madrid',
      '2023-10-29',
      ['01:59', '02:10', '02:50', '02:05', '02:59', '03:00'],
      [-1, 10, 50, 65, 119, 120],
      '2023-10-29T00:00Z',
    ],
    // From 01:00 back to 00:00, at midnight so to say, at 05:00 UTC.
    ['America/Havana', '2023-11-05', ['00:30', '00:40', '00:20', '01:00'], [30, 40, 80, 120], '2023-11-05T04:00Z'],
    // By half an hour only, from 02:00 to 01:30, at 15:00 UTC the day before.
    ['Australia/Lord_Howe', '2024-04-07', ['01:29', '01:40', '01:35', '02:00'], [-1, 10, 35, 60], '2024-04-06T14:30Z'],
  ])('run in the order of lines where the clock goes back: %s', async (zone, day, times, minutes, from) => {
    const texts = times.map((time) => `${day} ${time}:00`);
    expect(await instants(texts, zone)).toEqual(minutes.map((after) => minuteAfter(from, after)));
  });

  it('are of the first time without a step back, and each till has its own steps', async () => {
    expect(await instants(['2023-10-29 02:10:00', '2023-10-29 02:50:00'], 'Europe/Madrid')).toEqual([
      '2023-10-29 00:10:00+00',
      '2023-10-29 00:50:00+00',
    ]);
    const till = (caja: string, minute: string) => ({
      ...sale({ fecha: '2023-10-29', fecha_hora: `2023-10-29 02:${minute}`, numero_factura: '1' }),
      monto_total: null,
      precio_total: '5.5',
      caja,
    });
    const rows = [till('1', '40'), till('2', '10'), till('1', '30'), till('2', '20')];
    const tried = await interpretTexts({ feed: feeds.facturas, rows, stores: [storeIn('Europe/Madrid')] });
    expect(outcomes(tried, 'fecha_hora')).toEqual([
      '2023-10-29 00:40:00+00',
      '2023-10-29 00:10:00+00',
      '2023-10-29 01:30:00+00',
      '2023-10-29 00:20:00+00',
    ]);
  });

  it('that the clock skips are taken with the offset before', async () => {
    expect(await instants(['2024-03-31 02:30', '31/03/2024 02:30'], 'Europe/Madrid')).toEqual([
      '2024-03-31 01:30:00+00',
      '2024-03-31 01:30:00+00',
    ]);
  });

  it.each([
    'America/New_York',
    'America/Santiago',
    'America/Havana',
    'Europe/Madrid',
    'Australia/Lord_Howe',
    'America/Caracas',
    'Africa/Casablanca',
    'Asia/Gaza',
  ])(
    'are what the clock of %s showed',
    async (zone) => {
      const last = Date.parse('2024-06-30T00:00:00Z');
      const moments = fc.sample(fc.integer({ min: Date.parse('1990-01-02T00:00:00Z') / 1000, max: last / 1000 }), {
        numRuns: 200,
        seed: 7,
      });
      const all = [...moments, ...changesOf(zone, last)].toSorted((left, right) => left - right);
      const walls = all.map((moment) => wallOf(moment, zone));
      const tried = await lines(walls, zone);
      expect(tried.rejects).toEqual([]);
      const found = tried.loaded.map(
        ({ fecha_hora }) => Date.parse(String(fecha_hora).replace(' ', 'T').replace('+00', 'Z')) / 1000,
      );
      // In their order they are all told apart, also within the hours that come twice.
      expect(found).toEqual(all);
      expect(tried.loaded.map(({ fecha }) => fecha)).toEqual(walls.map((wall) => wall.slice(0, 10)));
      const same = await lines(
        all.map((moment) => new Date(moment * 1000).toISOString()),
        zone,
      );
      expect(same.loaded.map(({ fecha }) => fecha)).toEqual(walls.map((wall) => wall.slice(0, 10)));
    },
    30_000,
  );
});

const minuteAfter = (from: string, minutes: number) =>
  `${new Date(Date.parse(from) + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ')}+00`;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock shows, asked of another source than DuckDB. */
function wallOf(moment: number, zone: string): string {
  const known = clocks.get(zone);
  const clock = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(zone, clock);
  return clock.format(new Date(moment * 1000));
}

/** Moments shortly before and after each change since 2015, in seconds since 1970. */
function changesOf(zone: string, last: number): number[] {
  const offset = (moment: number) => Date.parse(`${wallOf(moment, zone).replace(' ', 'T')}Z`) / 1000 - moment;
  const found: number[] = [];
  const day = 86_400;
  for (let from = Date.parse('2015-01-01T00:00:00Z') / 1000; from + day < last / 1000; from += day) {
    if (offset(from) === offset(from + day)) continue;
    let [low, high] = [from, from + day];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === offset(from)) low = middle;
      else high = middle;
    }
    found.push(high - 1200, high - 1, high, high + 601);
  }
  return found;
}
