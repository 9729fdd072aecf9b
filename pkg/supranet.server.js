// What `import "supranet"` is on a server, where there are no elements: nothing. The tag is written out with what stands
// in it, and the browser, which is given the real script, defines the element.
export {};
