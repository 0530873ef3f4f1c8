import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'Consulta' }, en: { title: 'Query' } };

export function QueryPage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
