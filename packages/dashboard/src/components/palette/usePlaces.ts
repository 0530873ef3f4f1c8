import { useLocation, useRouter } from '@tanstack/react-router';
import { Bookmark, Package, Store } from 'lucide-react';
import { useAsk } from '../../hooks/index.ts';
import { useLocale, useTexts } from '../../i18n/index.ts';
import { hrefOf, keptSearch, pageAt, pageList, patchSearch, type PageEntry } from '../../navigation/index.ts';
import { pageIcons } from '../shell/page-icons.ts';
import type { CommandGroup } from './command.ts';
import { words } from './texts.ts';

/** Products that are listed; with another word there are others. */
const PRODUCTS = 8;
/** As many as a person may keep. */
const VIEWS = 200;
/** One letter finds half the catalogue. */
const ENOUGH_LETTERS = 2;

/** The places to go to, by kind, and what became of the search for products. */
export interface Places {
  readonly groups: readonly CommandGroup[];
  readonly products: CommandGroup;
  readonly state: 'ready' | 'waiting' | 'failed';
}

/** Everything that can be opened: the person's pages, saved views and stores, and the products that the words find. */
export function usePlaces(pages: readonly PageEntry[], search: string): Places {
  const { pages: names } = useLocale().texts;
  const texts = useTexts(words);
  const { history } = useRouter();
  const { pathname, searchStr } = useLocation();
  const stores = useAsk('listarUbicaciones', {});
  const views = useAsk('listarVistas', { query: { limite: VIEWS } });
  const q = search.trim();
  const enough = q.length >= ENOUGH_LETTERS;
  const found = useAsk('buscarProductos', { query: { q, limite: PRODUCTS } }, { enabled: enough });

  const current = pageAt(pathname);
  const storePage = pages.find((page) => page === current && page.keeps.includes('tienda')) ?? pageList[1];
  const storeAddress = (id: string) =>
    storePage === undefined ? '' : hrefOf(storePage.path, { ...keptSearch(searchStr, storePage), tienda: id });
  const groups: CommandGroup[] = [
    {
      id: 'pages',
      title: texts.pages,
      commands: pages.map((page) => ({
        id: page.path,
        text: names[page.id],
        icon: pageIcons[page.id],
        run: () => history.push(hrefOf(page.path, keptSearch(searchStr, page))),
      })),
    },
    {
      id: 'views',
      title: texts.views,
      commands: (views.data?.body.datos ?? []).map(({ id, nombre, pagina, parametros, autor }) => ({
        id: `view ${id}`,
        text: nombre,
        hint: [pageName(pagina, names), autor].filter(Boolean).join(' · '),
        icon: Bookmark,
        run: () => history.push(hrefOf(pagina) + patchSearch(parametros, {})),
      })),
    },
    {
      id: 'stores',
      title: texts.stores,
      commands: (stores.data?.body.datos ?? []).map(({ id, nombre, codigo, ciudad }) => ({
        id: `store ${id}`,
        text: nombre,
        hint: [codigo, ciudad, storePage && texts.on(names[storePage.id])].filter(Boolean).join(' · '),
        icon: Store,
        run: () => history.push(storeAddress(id)),
      })),
    },
  ];
  const products = {
    id: 'products',
    title: texts.products,
    commands: (enough ? (found.data?.body.datos ?? []) : []).map(({ id, descripcion, codigo, categoria }) => ({
      id: `product ${id}`,
      text: descripcion,
      hint: `${codigo} · ${categoria}`,
      icon: Package,
      run: () => history.push(hrefOf(`/productos/${encodeURIComponent(id)}`)),
    })),
  };
  const state = found.isError ? 'failed' : enough && found.isFetching ? 'waiting' : 'ready';
  return { groups, products, state };
}

function pageName(path: string, names: Readonly<Record<PageEntry['id'], string>>): string {
  const page = pageAt(path);
  return page === undefined ? path : names[page.id];
}
