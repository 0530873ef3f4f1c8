import { describe, expect, it } from 'vitest';
import { FluxionError } from '../../../base/index.ts';
import { feeds } from '../../../sources/index.ts';
import { interpretTexts, outcomes, sale, type Texts } from '../testing/interpret-texts.ts';

async function dates(texts: readonly (string | null)[], description: Texts['description'] = {}): Promise<unknown[]> {
  return outcomes(await interpretTexts({ rows: texts.map((fecha) => sale({ fecha })), description }), 'fecha');
}

async function refusal(texts: readonly string[], description: Texts['description'] = {}): Promise<FluxionError> {
  const error = await dates(texts, description).catch((thrown: unknown) => thrown);
  if (!(error instanceof FluxionError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return error;
}

describe('dates', () => {
  it('are read in every form that is clear, one beside the other', async () => {
    const forms = [
      '13/05/2024',
      '5/6/2024',
      '05-06-2024',
      '05.06.24',
      '2024-06-05',
      '2024/6/5',
      '2024.06.05',
      '20240605',
      '05-jun-2024',
      '5 de junio de 2024',
      '5 junio 2024',
      '5-Jun-24',
      'June 5, 2024',
      '2024-jun-05',
      '2024-06-05 00:00:00',
      '05/06/2024 0:00',
      '2024-06-05T00:00:00Z',
      ' 2024-06-05\u00a0',
    ];
    expect(await dates(forms)).toEqual(['2024-05-13', ...forms.slice(1).map(() => '2024-06-05')]);
  });

  it('are rejected if there are none', async () => {
    const texts = [
      '30/02/2024',
      '2024-02-30',
      '31/04/2024',
      '2024-13-01',
      'ayer',
      '5',
      '24-05-13x',
      '5 de brumario de 2024',
    ];
    const none = 'fecha is not a date that exists';
    const unwritten = `${none}, written day/month/year`;
    expect(await dates(['13/05/2024', ...texts])).toEqual([
      '2024-05-13',
      unwritten,
      none,
      unwritten,
      none,
      ...Array.from({ length: 4 }, () => 'fecha is not a date'),
    ]);
  });

  it('are rejected with a time of day, before 1990, in the future, or missing', async () => {
    expect(
      await dates(['2024-05-03 10:00', '2024-05-03 25:00', '1989-12-31', '2024-07-01', '2024-06-30', '', null]),
    ).toEqual([
      'fecha has a time of day, and a date is wanted',
      'fecha has a time of day that does not exist',
      'fecha is before 1990',
      'fecha is in the future',
      '2024-06-30',
      'fecha is missing',
      'fecha is missing',
    ]);
  });

  it('are month first if any says so', async () => {
    expect(await dates(['05/06/2024', '05/13/2024'])).toEqual(['2024-05-06', '2024-05-13']);
  });

  it('are asked about if none tells the order, and taken as told', async () => {
    const { code, message } = await refusal(['2024-05-05', '05/06/2024']);
    expect(code).toBe('FEED_AMBIGUOUS');
    expect(message).toContain('05/06/2024 (line 3, fecha)');
    expect(message).toContain('--date-format');
    expect(await dates(['05/06/2024'], { values: { dateOrder: 'dmy' } })).toEqual(['2024-06-05']);
    expect(await dates(['05/06/2024'], { values: { dateOrder: 'mdy' } })).toEqual(['2024-05-06']);
    expect(await dates(['05/05/2024'])).toEqual(['2024-05-05']);
  });

  it('have their year first with two digits only where that is told', async () => {
    expect(await dates(['24-06-05', '05/06/2024'], { values: { dateOrder: 'ymd' } })).toEqual([
      '2024-06-05',
      'fecha is not a date that exists, written year-month-day',
    ]);
  });

  it('are asked about if they contradict each other, and rejected once told', async () => {
    const { message } = await refusal(['13/05/2024', '05/14/2024']);
    expect(message).toContain('13/05/2024 (line 2, fecha) is day/month, 05/14/2024 (line 3, fecha) month/day');
    expect(await dates(['13/05/2024', '05/14/2024'], { values: { dateOrder: 'dmy' } })).toEqual([
      '2024-05-13',
      'fecha is not a date that exists, written day/month/year',
    ]);
  });

  it('are told apart by the day that the delivery is of', async () => {
    expect(
      await dates(['05/06/2024', '06/05/2024'], { date: '2024-06-05' }).catch((error: Error) => error.message),
    ).toContain('05/06/2024 (line 2, fecha) is day/month, 06/05/2024 (line 3, fecha) month/day');
    expect(await dates(['05/06/2024', '2024-06-04'], { date: '2024-06-05' })).toEqual([
      '2024-06-05',
      'fecha is not of 2024-06-05',
    ]);
    expect(await dates(['05/06/2024'], { date: '2024-05-06' })).toEqual(['2024-05-06']);
  });

  it('may be in the future where they are no business date', async () => {
    const rows = [
      {
        ubicacion_id: '001',
        fecha: '2024-05-03',
        producto_id: 'P',
        cantidad: '1',
        fecha_proximo_vencimiento: '2030-01-31',
      },
    ];
    const tried = await interpretTexts({ feed: feeds.inventario, rows });
    expect(outcomes(tried, 'fecha_proximo_vencimiento')).toEqual(['2030-01-31']);
  });

  it('and times of day of master rows', async () => {
    const row = { codigo: '002', nombre: 'Dos', tipo: 'TIENDA', activo: 'Sí' };
    const rows = ['08:30', '8:05:10', '24:00', '8h'].map((horario_apertura) => ({ ...row, horario_apertura }));
    const tried = await interpretTexts({ feed: feeds.ubicaciones, rows });
    expect(outcomes(tried, 'horario_apertura')).toEqual([
      '08:30:00',
      '08:05:10',
      'horario_apertura is not a time of day, such as 08:30',
      'horario_apertura is not a time of day, such as 08:30',
    ]);
    expect(tried.loaded[0]).toMatchObject({ tipo: 'tienda', activo: true });
  });
});
