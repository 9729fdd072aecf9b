//! An app of an institution that shows the shared dataset below a heading of its own.
//!
//! It knows of the widget what `supranet` exports; how it is used is docs/embedding/leptos.md.

use gloo_net::http::Request;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use leptos::task::spawn_local;
use supranet::{Facet, Filter, Language, Loaded, Refused, Settings, SupraNetwork};

fn main() {
    mount_to_body(App);
}

/// What a server answers, whatever it is: what is no dataset is refused with a code.
async fn fetch(address: &str) -> Option<Vec<u8>> {
    Request::get(address).send().await.ok()?.binary().await.ok()
}

/// Swedish initiatives to begin with, which the visitor can change.
fn swedish() -> Settings {
    let mut presets = Filter::default();
    presets.set(Facet::Country, ["SE"]);
    Settings { presets, ..Settings::default() }
}

/// The whole app.
#[component]
fn App() -> impl IntoView {
    let is_shown = RwSignal::new(true);
    let data = RwSignal::new(None);
    let language = RwSignal::new(Language::ENGLISH);
    let settings = RwSignal::new(Settings::default());
    let told = RwSignal::new(String::new());
    let load = move |address| spawn_local(async move { data.set(fetch(address).await) });
    let loaded =
        move |loaded: Loaded| told.set(format!("{} initiatives, {} issues", loaded.initiatives, loaded.issues));
    let refused = move |Refused { code, message }: Refused| told.set(format!("{code}: {message}"));
    view! {
        <section>
            <h1>"International cooperation"</h1>
            <button on:click=move |_| load("dataset.json")>"Load"</button>
            <button on:click=move |_| load("index.html")>"Load something else"</button>
            <button on:click=move |_| language.set(Language::SWEDISH)>"Svenska"</button>
            <button on:click=move |_| settings.set(swedish())>"Sweden first"</button>
            <button on:click=move |_| is_shown.update(|is_shown| *is_shown = !*is_shown)>"Show or hide"</button>
            <p id="told">{told}</p>
            <Show when=move || is_shown.get()>
                <SupraNetwork data language settings on_load=loaded on_error=refused>
                    <p id="until">"Genomic Medicine Sweden"</p>
                </SupraNetwork>
            </Show>
        </section>
    }
}
