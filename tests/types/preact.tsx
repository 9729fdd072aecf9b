// The element in Preact's JSX. `cargo xtask test --only docs` checks the types.
/** @jsxImportSource preact */

import { createRef } from "preact";
import type {} from "supranet/preact";
import type { SupraFilters, SupraNetwork } from "supranet";

const ref = createRef<SupraNetwork>();
const filters: SupraFilters = { country: ["SE"] };

export const whole = (
  <supra-network
    ref={ref}
    key="ours"
    class="wide"
    id="network"
    country="SE,DK"
    page-size={12}
    loading="eager"
    data={{ version: 1, initiatives: [] }}
    filters={filters}
    onsupra-change={({ detail }) => console.info(detail.matched, detail.filters.country)}
    onsupra-error={({ detail }) => console.info(detail.code)}
  >
    <a href="/cooperation">International cooperation</a>
  </supra-network>
);

// @ts-expect-error: there is no such attribute.
export const misspelt = <supra-network contry="SE" />;
// @ts-expect-error: headings have levels 1 to 5.
export const tooDeep = <supra-network heading-level={6} />;
// @ts-expect-error: the event has no such detail.
export const otherDetail = <supra-network onsupra-load={({ detail }) => console.info(detail.matched)} />;
// @ts-expect-error: there is no such property.
export const otherProperty = <supra-network filter={{}} />;
