// Starts the app. What builds it, such as Trunk, may write this by itself.
import start from "./supranet-leptos-app.js";

start({ module_or_path: new URL("./supranet-leptos-app_bg.wasm", import.meta.url) });
