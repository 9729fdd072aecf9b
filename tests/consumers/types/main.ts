// What others import, as TypeScript finds it in the package. `cargo xtask test --only consumers` checks it.

import "supranet";
import "supranet/supra-network.css";
import "supranet/themes/dark.css";
import "supranet/fragment.css";
import "supranet/embed-frame.css";
import type { SupraFilters, SupraNetwork } from "supranet";

const filters: SupraFilters = { country: ["SE"] };
const element: SupraNetwork | null = document.querySelector("supra-network");
if (element) element.filters = filters;
// @ts-expect-error: there is no such property.
if (element) element.filter = filters;
