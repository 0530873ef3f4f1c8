import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'Cargas' }, en: { title: 'Loads' } };

export function LoadsPage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
