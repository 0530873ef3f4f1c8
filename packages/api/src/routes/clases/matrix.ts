import { MatrizAbcXyz, verMatrizAbcXyz } from '@fluxion/contract';
import { abcXyzMatrix } from '@fluxion/engine/metrics';
import type { Route } from '../../http/server-types.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { analysisAnswer } from '../ventas/analisis/index.ts';
import { weeksRange } from './weeks-range.ts';

/** GET /productos/abc-xyz/matriz */
export const showMatrix: Route = (app, services) => {
  declareTable(app, services, verMatrizAbcXyz, 'signed in', (call) => {
    const { semanas: weeks } = call.query;
    return analysisAnswer(call, {
      table: MatrizAbcXyz,
      question: abcXyzMatrix,
      asked: (filter) => ({ ...filter, weeks }),
      rowsOf: (rows) => rows,
      beside: (days) => weeksRange(days, weeks),
    });
  });
};
