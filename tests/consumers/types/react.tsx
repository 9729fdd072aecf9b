// The tag in React's JSX, by no more than `"types": ["supranet/react"]`.
/** @jsxImportSource react */

export const whole = <supra-network country="SE" filters={{ country: ["SE"] }} onsupra-change={({ detail }) => console.info(detail.matched)} />;
// @ts-expect-error: there is no such attribute.
export const misspelt = <supra-network contry="SE" />;
