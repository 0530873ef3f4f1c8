import { type FormEvent, useState } from 'react';
import { ApiProblem, type Vista } from '../../client/index.ts';
import { failureText, useLocale, useTexts } from '../../i18n/index.ts';
import { useHasRole } from '../allowed/Allowed.tsx';
import { words } from './texts.ts';

/** The longest name that the API takes. */
export const NAME_LENGTH = 80;

export interface ViewFormProps {
  readonly title: string;
  /** Without it the view is a new one. */
  readonly edited: Vista | undefined;
  readonly onSave: (name: string, shared: boolean) => Promise<void>;
  readonly onCancel: () => void;
}

/** What is typed into the form, and what came of saving it. */
export function useViewForm({ edited, onSave }: ViewFormProps) {
  const texts = useTexts(words);
  const { texts: all } = useLocale();
  const mayShare = useHasRole('gerente_tienda');
  const [name, setName] = useState(edited?.nombre ?? '');
  const [shared, setShared] = useState(edited?.compartida ?? false);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  const reasonOf = (error: unknown): string => {
    if (error instanceof ApiProblem && error.codigo === 'TOO_MANY_VIEWS') return texts.tooMany;
    if (error instanceof ApiProblem && error.campos.some(({ campo }) => campo === 'nombre')) return texts.taken;
    const { title, advice } = failureText(error, all);
    return `${title}. ${advice}`;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') {
      setProblem(texts.missing);
      return;
    }
    setSaving(true);
    try {
      await onSave(wanted, shared);
    } catch (error) {
      setProblem(reasonOf(error));
      setSaving(false);
    }
  };
  return { name, setName, mayShare, shared, setShared, problem, saving, submit };
}
