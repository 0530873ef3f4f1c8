import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'Administración' }, en: { title: 'Administration' } };

export function AdministrationPage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
