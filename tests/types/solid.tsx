// The element in Solid's JSX. `cargo xtask test --only docs` checks the types.
/** @jsxImportSource solid-js */

import type {} from "supranet/solid";
import type { SupraFilters } from "supranet";

const filters: SupraFilters = { country: ["SE"] };

export const whole = (
  <supra-network
    class="wide"
    country="SE,DK"
    page-size={12}
    loading="eager"
    prop:data={{ version: 1, initiatives: [] }}
    prop:filters={filters}
    on:supra-change={({ detail }) => console.info(detail.matched, detail.filters.country)}
  >
    <a href="/cooperation">International cooperation</a>
  </supra-network>
);

// @ts-expect-error: there is no such attribute.
export const misspelt = <supra-network contry="SE" />;
// @ts-expect-error: the event has no such detail.
export const otherDetail = <supra-network on:supra-load={({ detail }) => console.info(detail.matched)} />;
