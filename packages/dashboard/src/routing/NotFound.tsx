import { EmptyState } from '../components/index.ts';
import { useTexts } from '../i18n/index.ts';

const words = {
  es: { title: 'Esta página no existe', text: 'La dirección no es de ninguna página. Elija una en el menú.' },
  en: { title: 'There is no such page', text: 'The address belongs to no page. Choose one in the menu.' },
};

/** Shown for an address that no page has. */
export function NotFound() {
  const texts = useTexts(words);
  return <EmptyState title={texts.title} text={texts.text} />;
}
