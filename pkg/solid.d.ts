/**
 * `<supra-network>` in JSX, for Solid: `"types": ["supranet/solid"]` in `tsconfig.json`, or `import type {} from
 * "supranet/solid"`. Attributes go by their names, properties by `prop:` and theirs, events by `on:` and theirs.
 */
import type { JSX } from "solid-js";
import type { SupraNetwork, SupraNetworkAttributes, SupraNetworkEventMap, SupraNetworkProperties } from "./supra-network.js";

type Prefixed = { [Name in keyof SupraNetworkProperties as `prop:${Name}`]?: SupraNetworkProperties[Name] } & {
  [Name in keyof SupraNetworkEventMap as `on:${Name}`]?: (event: SupraNetworkEventMap[Name]) => void;
};

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "supra-network": Omit<JSX.HTMLAttributes<SupraNetwork>, keyof SupraNetworkAttributes> &
        SupraNetworkAttributes &
        Prefixed;
    }
  }
}
