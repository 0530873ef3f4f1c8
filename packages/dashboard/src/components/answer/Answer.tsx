import type { ReactNode } from 'react';
import type { Source, Told } from '../../client/index.ts';
import { FailureState } from '../notice/FailureState.tsx';
import { StaleBanner } from '../notice/StaleBanner.tsx';
import styles from './Answer.module.css';

/** What `useAsk` and `useAskPages` give. */
export interface Asked<Body> {
  readonly data: Told<Body> | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

export interface AnswerProps<Body> {
  readonly of: Asked<Body>;
  /** Of the size that the content will have. */
  readonly skeleton: ReactNode;
  readonly isEmpty?: (body: Body) => boolean;
  /** Shown instead of the content where `isEmpty` says so. */
  readonly empty?: ReactNode;
  /** `stale`: another answer is on its way, this one is of the request before. */
  readonly children: (body: Body, source: Source, state: { readonly stale: boolean }) => ReactNode;
}

/** An answer on screen: its skeleton, its content, that there is none, or why it failed. Old content outlives a failure. */
export function Answer<Body>({ of, skeleton, isEmpty, empty, children }: AnswerProps<Body>) {
  const { data, error, isFetching, isPlaceholderData: stale } = of;
  const failure = { error, onRetry: () => void of.refetch(), retrying: isFetching };
  const failed = error !== null && error !== undefined;
  if (data === undefined && failed) return <FailureState {...failure} />;
  const content = () => {
    if (data === undefined) return skeleton;
    return isEmpty?.(data.body) === true ? empty : children(data.body, data.source, { stale });
  };
  // The skeleton stands where the content will: where both are the same component, what it has asked for goes on.
  return (
    <>
      {failed ? <StaleBanner {...failure} /> : null}
      <div className={stale ? styles.stale : styles.content} aria-busy={stale}>
        {content()}
      </div>
    </>
  );
}
