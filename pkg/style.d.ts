// What TypeScript finds for the stylesheets of the package, so that it lets them be imported.
export {};
