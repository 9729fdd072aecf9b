/**
 * `<supra-network>` in JSX, for Preact: `"types": ["supranet/preact"]` in `tsconfig.json`, or `import type {} from
 * "supranet/preact"`. Attributes and properties go by their names, events by `on` and theirs: `onsupra-change`.
 */
import type { ClassAttributes, HTMLAttributes } from "preact";
import type { SupraNetwork, SupraNetworkJsx } from "./supra-network.js";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "supra-network": ClassAttributes<SupraNetwork> &
        Omit<HTMLAttributes<SupraNetwork>, keyof SupraNetworkJsx> &
        SupraNetworkJsx;
    }
  }
}
