/** The contract as a window calls it, over any wire. */
import type { CallName, EventBody, EventName, Input, Output } from "./contract.ts";
import type { Wire } from "./wire.ts";

export interface Client {
  /** Rejects with a Problem for what a user can understand, with a HostFault else. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Returns a function that stops listening. */
  on<E extends EventName>(event: E, listener: (body: EventBody<E>) => void): () => void;
  close(): Promise<void>;
}

export function clientOf(wire: Wire): Client {
  return {
    call: (name, input) => wire.request(name, input) as Promise<never>,
    on: (event, listener) =>
      wire.subscribe((arrived) => {
        if (arrived.event === event) listener(arrived.body as never);
      }),
    close: () => wire.close(),
  };
}
