// Starts the app; Trunk, for one, writes this by itself.
import start from "./supranet-leptos-app.js";

start();
