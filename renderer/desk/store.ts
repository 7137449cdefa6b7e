/** A value that changes, with listeners: what React's useSyncExternalStore wants, and no more. */
import { useSyncExternalStore } from "react";

export interface Observable<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => T;
}

export interface Store<T, A> extends Observable<T> {
  readonly dispatch: (action: A) => void;
}

export function createStore<T, A>(reduce: (state: T, action: A) => T, initial: T): Store<T, A> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    snapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispatch(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}

/** A part of an observable. `select` must answer the same value while nothing has changed: no new objects. */
export function useSelected<T, V>(source: Observable<T>, select: (value: T) => V): V {
  return useSyncExternalStore(source.subscribe, () => select(source.snapshot()));
}
