import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'Ventas' }, en: { title: 'Sales' } };

export function SalesPage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
