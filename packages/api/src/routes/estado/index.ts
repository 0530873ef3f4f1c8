import type { Route } from '../../http/server-types.ts';
import { showHealth } from './health.ts';
import { showInicio } from './inicio.ts';
import { showOpenapi } from './openapi.ts';
import { showReady } from './ready.ts';

export const estadoRoutes: readonly Route[] = [showInicio, showHealth, showReady, showOpenapi];
