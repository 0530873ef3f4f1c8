import type { Question, RawRow, Rollup } from '@fluxion/engine/base';
import type { Answer, Ask, QuestionOptions } from '@fluxion/engine/mirror';

/** A question with its parameters. */
export interface Trial {
  readonly name: string;
  readonly rollups: readonly Rollup[];
  readonly statement: { readonly text: string; readonly values: readonly unknown[] };
  readonly row: (raw: RawRow) => unknown;
  ask(by: Ask, options?: QuestionOptions): Promise<Answer<unknown>>;
}

export function trial<Parameters, Row>(question: Question<Parameters, Row>, parameters: Parameters, about = ''): Trial {
  return {
    name: question.name + about,
    rollups: question.rollups ?? [],
    statement: question.sql(parameters),
    row: question.row,
    ask: (by, options) => by(question, parameters, options),
  };
}
