import { Tag, writeCell, type Column } from '../kit.ts';
import { people, type Person } from '../model/index.ts';
import type { peopleWords } from '../texts/index.ts';
import type { useLocale } from '../kit.ts';

interface Input {
  readonly words: (typeof peopleWords)['es'];
  readonly locale: ReturnType<typeof useLocale>;
  readonly storeName: (id: string) => string;
}

function stateOf({ activo, con_clave: hasPassword }: Person): 'inactive' | 'invited' | 'active' {
  if (!activo) return 'inactive';
  return hasPassword ? 'active' : 'invited';
}

const tones = { inactive: 'over', invited: 'open', active: 'good' } as const;
const factorTones = { activo: 'good', pendiente: 'heed', no: 'open' } as const;

/** The columns of the list of people. */
export function peopleColumns({ words, locale, storeName }: Input): readonly Column<Person>[] {
  const { roles } = locale.texts.shell;
  return [
    { id: 'nombre', header: words.name, kind: 'text', value: ({ nombre }) => nombre },
    { id: 'correo', header: words.mail, kind: 'text', width: 24, value: ({ correo }) => correo },
    { id: 'rol', header: words.role, kind: 'text', width: 20, value: ({ rol }) => roles[rol] },
    {
      id: 'tiendas',
      header: words.stores,
      kind: 'text',
      value: ({ rol, ubicaciones: ids }) => {
        if (people.seesAllStores(rol)) return words.all;
        return ids.length === 0 ? words.none : ids.map(storeName).join(', ');
      },
    },
    {
      id: 'estado',
      header: words.state,
      kind: 'text',
      width: 17,
      value: (person) => words[stateOf(person)],
      cell: (person) => <Tag tone={tones[stateOf(person)]} text={words[stateOf(person)]} />,
    },
    {
      id: 'factor',
      header: words.factor,
      kind: 'text',
      width: 15,
      value: ({ segundo_factor: factor }) => words.factors[factor],
      cell: ({ segundo_factor: factor }) => <Tag tone={factorTones[factor]} text={words.factors[factor]} />,
    },
    {
      id: 'ingreso',
      header: words.lastSignIn,
      kind: 'instant',
      value: ({ ultimo_ingreso: last }) => last,
      cell: ({ ultimo_ingreso: last }) => (last === null ? words.never : writeCell(last, 'instant', locale)),
    },
  ];
}
