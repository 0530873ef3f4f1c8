/** Why a list that was asked for is empty: nothing is known yet, it failed, or there is nothing. */
export function listState(answer: { readonly isFetching: boolean; readonly isError: boolean }) {
  if (answer.isFetching) return 'waiting';
  return answer.isError ? 'failed' : 'ready';
}
