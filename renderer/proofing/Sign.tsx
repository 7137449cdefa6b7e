/** Signs of severities and states: each its own shape, so that none is told by colour alone. */
import type { Severity } from "../../core/proof/proofing.ts";
import type { State } from "./items.ts";

const shapes: Readonly<Record<Severity | State, { readonly outline: string; readonly mark: string }>> = {
  error: { outline: "M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z", mark: "M5.5 5.5l5 5 M10.5 5.5l-5 5" },
  warning: { outline: "M8 1.8L15 14H1z", mark: "M8 6.2v3.8 M8 12.1v.1" },
  advice: { outline: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z", mark: "M8 7.3v4 M8 4.6v.1" },
  verified: { outline: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z", mark: "M4.8 8.2l2.3 2.3 4.2-4.7" },
  contradicted: { outline: "M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z", mark: "M5.5 5.5l5 5 M10.5 5.5l-5 5" },
  unchecked: {
    outline: "M2 2h12v12H2z",
    mark: "M5.9 6.2a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.3 M8 11.6v.1",
  },
  checked: { outline: "M2 2h12v12H2z", mark: "M8 5a1.4 1.4 0 1 0 0 .1z M4.8 11.8a3.2 3.2 0 0 1 6.4 0" },
};

export function Sign({ of }: { of: Severity | State }) {
  const { outline, mark } = shapes[of];
  return (
    <svg className="sign" data-sign={of} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path className="sign-outline" d={outline} />
      <path className="sign-mark" d={mark} />
    </svg>
  );
}
