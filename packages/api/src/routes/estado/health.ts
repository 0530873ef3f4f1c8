import { health } from '@fluxion/contract';
import { declarePublic } from '../../http/declare.ts';
import type { Route } from '../../http/server-types.ts';

/** GET /health : the process answers. */
export const showHealth: Route = (app) => declarePublic(app, health, async () => ({ estado: 'ok' as const }));
