// The tag in Solid's JSX, by no more than `"types": ["supranet/solid"]`.
/** @jsxImportSource solid-js */

export const whole = <supra-network country="SE" prop:filters={{ country: ["SE"] }} on:supra-change={({ detail }) => console.info(detail.matched)} />;
// @ts-expect-error: there is no such attribute.
export const misspelt = <supra-network contry="SE" />;
