import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Asks again for every answer on screen. */
export function useRefresh(): { readonly refresh: () => void; readonly refreshing: boolean } {
  const client = useQueryClient();
  const refreshing = useIsFetching() > 0;
  const refresh = useCallback(() => void client.refetchQueries({ type: 'active' }), [client]);
  return { refresh, refreshing };
}
