import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../../client/index.ts';
import { createLocale } from '../../../i18n/index.ts';
import { words } from '../texts.ts';
import { changesOf, keepDraft, readDraft, type DraftStorage } from './draft.ts';
import { refusalOf } from './refusal.ts';

function storageOf(kept: Record<string, string> = {}): DraftStorage {
  const map = new Map(Object.entries(kept));
  return {
    getItem: (name) => map.get(name) ?? null,
    setItem: (name, value) => void map.set(name, value),
    removeItem: (name) => void map.delete(name),
  };
}

const saved = { nombre: 'Ana', activo: true, ubicaciones: ['T1'] };

describe('a draft', () => {
  test('is what differs from what is saved', () => {
    expect(changesOf(saved, { nombre: 'Ana', activo: false, ubicaciones: ['T1'] })).toEqual({ activo: false });
    expect(changesOf(saved, { ubicaciones: ['T1', 'T2'] })).toEqual({ ubicaciones: ['T1', 'T2'] });
  });

  test('is kept until nothing differs any more', () => {
    const storage = storageOf();
    keepDraft(storage, 'x', { nombre: 'Eva' });
    expect(readDraft(storage, 'x', saved)).toEqual({ nombre: 'Eva' });
    keepDraft(storage, 'x', {});
    expect(storage.getItem('x')).toBeNull();
  });

  test('of another form, or that cannot be read, is left out', () => {
    const strange = JSON.stringify({ nombre: 7, ubicaciones: 'T1', activo: false, otra: 'x' });
    expect(readDraft(storageOf({ x: strange }), 'x', saved)).toEqual({ activo: false });
    for (const text of ['{', 'null', '3']) expect(readDraft(storageOf({ x: text }), 'x', saved)).toEqual({});
  });

  test('lasts as long as the form where storage is forbidden', () => {
    const forbidden = {
      ...storageOf(),
      getItem: () => {
        throw new Error('no');
      },
      setItem: () => {
        throw new Error('no');
      },
    };
    expect(() => keepDraft(forbidden, 'x', saved)).not.toThrow();
    expect(readDraft(forbidden, 'x', saved)).toEqual({});
  });
});

describe('a refusal', () => {
  const { texts } = createLocale('es');
  const of = (status: number, body: object) =>
    refusalOf(new ApiProblem({ kind: 'refused', status, body }), ['correo'], words.es, texts);

  test('stands at the field that it is about', () => {
    const campos = [{ campo: 'correo', mensaje: '«ana@x.ve» ya existe' }];
    expect(of(400, { codigo: 'INVALID_REQUEST', campos })).toEqual({
      fields: { correo: '«ana@x.ve» ya existe.' },
      text: words.es.fix,
    });
  });

  test('of a field that the form has not is told with it', () => {
    const campos = [{ campo: 'rol', mensaje: 'no se conoce' }];
    expect(of(400, { codigo: 'INVALID_REQUEST', campos })).toEqual({ fields: {}, text: 'No se conoce.' });
  });

  test.each([
    [409, 'LAST_ADMINISTRATOR', words.es.lastAdministrator],
    [403, 'FORBIDDEN', words.es.forbidden],
    [404, 'NOT_FOUND', words.es.gone],
    [429, 'TOO_MANY_ATTEMPTS', texts.signIn.tooManyAttempts],
  ])('%i %s is told in words of its own', (status, codigo, text) => {
    expect(of(status, { codigo })).toEqual({ fields: {}, text });
  });

  test('of another kind says what to do; none says nothing', () => {
    const lost = refusalOf(new ApiProblem({ kind: 'unreachable' }), [], words.es, texts);
    expect(lost.text).toContain(texts.failure.unreachableTitle);
    expect(refusalOf(null, [], words.es, texts)).toEqual({ fields: {}, text: null });
  });
});
