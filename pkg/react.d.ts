/**
 * `<supra-network>` in JSX, for React 19: `"types": ["supranet/react"]` in `tsconfig.json`, or `import type {} from
 * "supranet/react"`. Attributes and properties go by their names, events by `on` and theirs: `onsupra-change`.
 */
import type { ClassAttributes, HTMLAttributes } from "react";
import type { SupraNetwork, SupraNetworkJsx } from "./supra-network.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "supra-network": ClassAttributes<SupraNetwork> &
        Omit<HTMLAttributes<SupraNetwork>, keyof SupraNetworkJsx> & { class?: string } & SupraNetworkJsx;
    }
  }
}
