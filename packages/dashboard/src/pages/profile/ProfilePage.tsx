import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'Perfil' }, en: { title: 'Profile' } };

export function ProfilePage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
