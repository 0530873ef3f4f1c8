import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'ABC-XYZ' }, en: { title: 'ABC-XYZ' } };

export function ClassesPage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
